"""The processes of one server, told apart from every other process on the machine.

A pid in a file proves nothing: after a crash the number may belong to somebody else. So each
server has a tag made from its data folder, which it carries as its `cluster_name`: on the
postmaster's command line, and in the title of each of its children, also of those that
outlive the postmaster by a moment.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from domicile.errors import LocalServerError
from domicile.pg.embedded_guard import POLL_S, pid_file_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE_S = 10.0


def tag(name: str, data: Path) -> str:
    """What marks the processes of the server with this name and data folder."""
    digest = hashlib.sha256(str(data).encode(errors="surrogateescape")).hexdigest()
    return f"domicile-{name}-{digest[:12]}"


def command_line(postgres: str, data: Path, tag: str) -> list[str]:
    """How the server is started, so that `processes` recognises it."""
    return [postgres, "-D", str(data), "-c", f"cluster_name={tag}"]


def processes(data: Path, tag: str) -> list[int]:
    """The pids of the server's living processes, the postmaster's among them."""
    postmaster = " ".join(command_line("/postgres", data, tag))
    child = f"postgres: {tag}: "
    return [
        pid
        for pid, command in _commands()
        if command.startswith(child) or command.endswith(postmaster)
    ]


def postmaster_pid(data: Path, tag: str) -> int | None:
    """The pid of the running server; None when there is none, whatever postmaster.pid says."""
    lines = pid_file_lines(data)
    if not lines or not lines[0].strip().isdecimal():
        return None
    pid = int(lines[0])
    return pid if pid in processes(data, tag) else None


def kill_all(data: Path, tag: str) -> None:
    """No process of the server is left, and none had time to tidy up.

    Raises:
        LocalServerError: one of them does not die, or is not ours to kill.
    """
    deadline = time.monotonic() + _PATIENCE_S
    while alive := processes(data, tag):  # again, for a dying postmaster may just have forked
        if time.monotonic() > deadline:
            raise LocalServerError(f"the server in {data}: cannot kill process {alive[0]}")
        for pid in alive:
            signal_process(pid, signal.SIGKILL)
        time.sleep(POLL_S)


def stop_gently(data: Path, tag: str) -> None:
    """The server has shut down fast: sessions cut, a checkpoint written, nothing to recover.

    Raises:
        LocalServerError: as in `kill_all`.
    """
    for number in (signal.SIGINT, signal.SIGQUIT):
        pid = postmaster_pid(data, tag)
        if pid is not None:
            signal_process(pid, number)
        if _all_gone(data, tag):
            return
    kill_all(data, tag)


def signal_process(pid: int, number: signal.Signals) -> None:
    """Send the signal, if the process is still there.

    Raises:
        LocalServerError: it belongs to another user.
    """
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
    except PermissionError:
        raise LocalServerError(
            f"process {pid} belongs to another user", hint="stop it as the user who started it"
        ) from None


def _all_gone(data: Path, tag: str) -> bool:
    deadline = time.monotonic() + _PATIENCE_S
    while processes(data, tag):
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_S)
    return True


def _commands() -> Iterator[tuple[int, str]]:
    """The pid and the command line of every process that we may see."""
    return _commands_of_linux() if sys.platform == "linux" else _commands_of_ps()


def _commands_of_linux() -> Iterator[tuple[int, str]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError):  # it ended while we were looking
                raw = (entry / "cmdline").read_bytes()
                yield int(entry.name), os.fsdecode(raw.rstrip(b"\0").replace(b"\0", b" "))


def _commands_of_ps() -> Iterator[tuple[int, str]]:
    listing = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,command="], capture_output=True, check=True
    )
    for line in os.fsdecode(listing.stdout).splitlines():
        pid, _, command = line.strip().partition(" ")
        yield int(pid), command.strip()
