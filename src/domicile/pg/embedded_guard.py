"""The guard: a small process that starts one PostgreSQL server and answers for it.

It is the server's parent, so it cannot mistake another process for it, and it learns of the
death of its own parent from the pipe between them: end of file comes after `kill -9` too,
whichever thread started what, on every Unix. (PR_SET_PDEATHSIG alone fires when the *thread*
that started the server ends. Here it only covers the death of the guard itself.)

The protocol, over stdin and stdout:

    G1  the parent writes one line of JSON, an `Order`, and keeps the pipe open
    G2  the guard starts the server and answers `ready` when it takes connections; otherwise
        it ends with status 1, and the reason is in the server's log
    G3  a detached server is left to itself, and the guard ends
    G4  end of file: the guard stops the server, removes what the order names, and ends
    G5  the server has ended: the guard ends too, and removes nothing. A parent that stopped
        the server on purpose says FAREWELL before it closes the pipe, so that G4 is not meant

It is run by its path in an isolated interpreter, so it may import only the standard library.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable

POLL_S = 0.02
FAREWELL = b"."
_PR_SET_PDEATHSIG = 1
_STATUS_LINE = 7  # postmaster.pid: pid, data, start time, port, socket dir, address, shmem, status


class Order(TypedDict):
    """What the guard is asked to do."""

    argv: list[str]
    environment: dict[str, str]
    user: int | None  # to become, when run by root
    group: int | None
    data: str
    log: str
    start_timeout_s: float
    detached: bool
    remove: list[str]  # folders, with all that is in them
    remove_if_empty: str


def main() -> int:
    """Carry out the order on stdin; the exit status."""
    order: Order = json.loads(sys.stdin.buffer.readline())
    server = _launch(order)
    if not _comes_up(server, order):
        _halt(server, (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL))
        return 1
    print("ready", flush=True)  # G2
    if order["detached"]:
        return 0  # G3
    orphaned = threading.Event()
    threading.Thread(target=_await_parent, args=(server, orphaned), daemon=True).start()
    server.wait()
    if orphaned.is_set():
        _remove(order)
    return 0  # G5, or the end of G4


def is_ready(data: Path, pid: int) -> bool:
    """Whether the server `pid` of the data folder takes connections."""
    lines = pid_file_lines(data)
    return (
        len(lines) > _STATUS_LINE
        and lines[0].strip() == str(pid)
        and lines[_STATUS_LINE].strip() == "ready"
    )


def pid_file_lines(data: Path) -> list[str]:
    """The lines of postmaster.pid; none when there is no such file."""
    try:
        return (data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def _launch(order: Order) -> subprocess.Popen[bytes]:
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    try:
        return subprocess.Popen(
            order["argv"],
            env=order["environment"],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            umask=0o077,
            user=order["user"],
            group=order["group"],
            extra_groups=None if order["user"] is None else [],
            preexec_fn=None if order["detached"] else _dies_with_the_guard(),  # noqa: PLW1509
        )
    finally:
        os.close(log)


def _dies_with_the_guard() -> Callable[[], None] | None:
    """What the server must do before it begins, so that it outlives no killed guard (Linux).

    It runs after the change of user, which would clear the setting.
    """
    if sys.platform != "linux":
        return None
    import ctypes

    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(_PR_SET_PDEATHSIG, int(signal.SIGINT), 0, 0, 0)


def _comes_up(server: subprocess.Popen[bytes], order: Order) -> bool:
    deadline = time.monotonic() + order["start_timeout_s"]
    while server.poll() is None and time.monotonic() < deadline:
        if is_ready(Path(order["data"]), server.pid):
            return True
        if select.select([sys.stdin], [], [], POLL_S)[0]:
            return False  # G4, early: nobody waits for the answer any more
    return False


def _await_parent(server: subprocess.Popen[bytes], orphaned: threading.Event) -> None:
    if os.read(sys.stdin.fileno(), 1) == FAREWELL:  # not sys.stdin: its lock would bar our exit
        return
    orphaned.set()  # G4
    # Immediate, not fast: the files are about to go, so a last checkpoint serves nobody.
    _halt(server, (signal.SIGQUIT, signal.SIGKILL))


def _halt(server: subprocess.Popen[bytes], signals: tuple[signal.Signals, ...]) -> None:
    """End the server, with more force each time that it does not end within 5 seconds."""
    for number in signals:
        server.send_signal(number)
        try:
            server.wait(timeout=5)
        except subprocess.TimeoutExpired:
            continue
        return


def _remove(order: Order) -> None:
    import shutil

    for folder in order["remove"]:
        shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):  # other servers are still in it
        Path(order["remove_if_empty"]).rmdir()


if __name__ == "__main__":
    sys.exit(main())
