"""One embedded PostgreSQL server: how it is made, configured and started."""

from __future__ import annotations

import json
import os
import random
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from domicile.errors import LocalServerError
from domicile.pg import embedded_guard, embedded_process
from domicile.pg.embedded_guard import FAREWELL, Order
from domicile.pg.embedded_place import SUPERUSER, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domicile.pg.embedded_install import Account, Install

START_TIMEOUT_S = 120.0  # recovery after a crash replays up to max_wal_size
_PORT_TRIES = 8
# Below the ports that kernels give to outgoing connections: while a server is down, no client
# can sit on its port.
_PORTS = range(15_000, 32_000)

_SETTINGS: dict[str, str] = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "max_prepared_transactions": "0",
    "fsync": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # I7: messages quote values. Below LOG (which outranks ERROR) nothing is written, and of
    # what is written neither the detail nor the statement.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
}
_HBA = """\
# Who may open the socket is decided by the mode of its folder.
local all all              trust
host  all all 127.0.0.1/32 scram-sha-256
"""


class Server(Place):
    """A PostgreSQL server that we can start.

    Its port stays the same over restarts, unless another program has taken it meanwhile.
    """

    def __init__(
        self,
        root: Path,
        name: str,
        *,
        install: Install,
        account: Account,
        settings: Mapping[str, str],
        attached: bool,
    ) -> None:
        super().__init__(root, name)
        self._install = install
        self._account = account
        self._settings = settings
        self._attached = attached
        self._guard: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """The server takes connections; nothing happens if it already did.

        Whatever a crash left is put right: processes, pid file, half-made data folder.

        Raises:
            LocalServerError: it does not start.
        """
        if self.is_running():
            self._await_ready()
            return
        self._dismiss_guard()
        embedded_process.kill_all(self.data, self._tag)
        self._make_folder()
        self._initialise()
        self._remove_locks()
        for _ in range(_PORT_TRIES):
            port = self._choose_port()
            self._configure(port)
            if self._launch():
                return
            if _is_free(port):
                break  # so the port was not the reason
        raise LocalServerError(f"{self.name}: PostgreSQL does not start: {self._last_words()}")

    def stop(self) -> None:
        """As `Place.stop`; an attached server's guard has ended too."""
        super().stop()
        self._dismiss_guard()

    def kill(self) -> None:
        """As `Place.kill`; an attached server's guard has ended too."""
        super().kill()
        self._dismiss_guard()

    def restart(self) -> None:
        """The server has stopped and started again, on the same port."""
        self.stop()
        self.start()

    def remove(self) -> None:
        """As `Place.remove`; an attached server goes as it would if this process died."""
        self._dismiss_guard(farewell=False)
        super().remove()

    def _await_ready(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not self.is_ready():
            if not self.is_running() or time.monotonic() > deadline:
                raise LocalServerError(f"{self.name}: not ready: {self._last_words()}")
            time.sleep(embedded_guard.POLL_S)

    def _make_folder(self) -> None:
        self._make_private(self.folder)
        if self.socket_dir.is_symlink():  # somebody put it there: /tmp is open to all
            raise LocalServerError(f"{self.name}: {self.socket_dir} is a link; remove it")
        self._make_private(self.socket_dir)
        password = self.folder / "password"
        if not password.exists():
            self._write(password, secrets.token_urlsafe(24))

    def _remove_locks(self) -> None:
        """No file of a dead server says that it lives.

        PostgreSQL believes any living pid in them, be it somebody else's or a zombie's.
        """
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        for path in self.socket_dir.glob(".s.PGSQL.*"):
            path.unlink(missing_ok=True)

    def _make_private(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        owner = folder.lstat().st_uid
        if owner == os.geteuid():
            self._account.own(folder)
        elif owner != self._account.uid:
            raise LocalServerError(
                f"{self.name}: {folder} does not belong to the user {self._account.name}",
                hint="run the command as the user who ran it first, or remove that folder",
            )

    def _write(self, path: Path, text: str) -> None:
        """The file has this text, or the one it had before, whenever we are killed."""
        fresh = path.with_name(f"{path.name}.new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        self._account.own(fresh)
        fresh.replace(path)

    def _initialise(self) -> None:
        """The data folder exists, whole: it gets its name when initdb is through."""
        made_by = self.data / "PG_VERSION"
        if made_by.exists():
            major = made_by.read_text(encoding="ascii").strip()
            if major != str(self._install.major):
                raise LocalServerError(
                    f"{self.name}: its data is of PostgreSQL {major}, "
                    f"the programs are of {self._install.major}",
                    hint="use the same PostgreSQL as before, or remove the server and its data",
                )
            return
        for leftover in self.folder.glob("init-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        staging = Path(tempfile.mkdtemp(prefix="init-", dir=self.folder))
        self._account.own(staging)
        self._run_initdb(staging)
        self._write(staging / "pg_hba.conf", _HBA)
        with (staging / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write("\ninclude_if_exists = 'domicile.conf'  # written at each start\n")
        staging.rename(self.data)

    def _run_initdb(self, target: Path) -> None:
        """Make a data folder with UTF-8 and the C.UTF-8 locale, or C where libc has no C.UTF-8."""
        provider = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        argv = [
            self._install.tool("initdb"),
            f"--pgdata={target}",
            f"--username={SUPERUSER}",
            f"--pwfile={self.folder / 'password'}",
            "--auth-local=trust",
            "--auth-host=scram-sha-256",
            "--encoding=UTF8",
            "--no-instructions",
            *(provider if self._install.major >= 17 else []),
        ]
        for locale in ("C.UTF-8", "C"):
            done = self._run([*argv, f"--locale={locale}"])
            if done.returncode == 0:
                return
        raise LocalServerError(f"{self.name}: initdb failed: {_tail(done.stderr)}")

    def _run(self, argv: list[str]) -> subprocess.CompletedProcess[str]:
        drop = not self._account.is_us
        return subprocess.run(
            argv,
            env=self._install.environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            start_new_session=True,
            user=self._account.uid if drop else None,
            group=self._account.gid if drop else None,
            extra_groups=[] if drop else None,
        )

    def _choose_port(self) -> int:
        """The port of the last start if it is free, or any other."""
        candidates = [self.port, *random.sample(_PORTS, k=100)]
        for port in candidates:
            if port and _is_free(port):
                return port
        raise LocalServerError(f"{self.name}: no free port from {_PORTS.start} to {_PORTS.stop}")

    def _configure(self, port: int) -> None:
        own = {"port": str(port), "unix_socket_directories": f'"{self.socket_dir}"'}
        settings = {**_SETTINGS, **self._settings, **own}
        lines = [f"{name} = '{_quoted(value)}'\n" for name, value in settings.items()]
        self._write(self.data / "domicile.conf", "".join(lines))
        self._write(self.folder / "port", str(port))

    def _launch(self) -> bool:
        """Have a guard start it; whether it came up."""
        guard = subprocess.Popen(
            [sys.executable, "-I", "-S", embedded_guard.__file__],
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,  # the terminal's Ctrl-C is not for it
        )
        self._guard = guard
        ready = _ask(guard, self._order())
        if not ready or not self._attached:
            self._dismiss_guard()
        return ready

    def _order(self) -> Order:
        drop = not self._account.is_us
        return Order(
            argv=embedded_process.command_line(
                self._install.tool("postgres"), self.data, self._tag
            ),
            environment=self._install.environment(),
            user=self._account.uid if drop else None,
            group=self._account.gid if drop else None,
            data=str(self.data),
            log=str(self.log),
            start_timeout_s=START_TIMEOUT_S,
            detached=not self._attached,
            remove=[str(self.folder), str(self.socket_dir)],
            remove_if_empty=str(self.folder.parent),
        )

    def _dismiss_guard(self, *, farewell: bool = True) -> None:
        """The guard has ended; without a farewell, the server and its files are gone too."""
        guard, self._guard = self._guard, None
        if guard is None:
            return
        if farewell:
            _tell(guard, FAREWELL)
        for pipe in (guard.stdin, guard.stdout):
            if pipe is not None:
                pipe.close()
        guard.wait()

    def _last_words(self) -> str:
        try:
            return _tail(self.log.read_text(encoding="utf-8", errors="replace"))
        except FileNotFoundError:
            return "it wrote no log"


def _ask(guard: subprocess.Popen[bytes], order: Order) -> bool:
    """G1 and G2: whether the server came up."""
    _tell(guard, json.dumps(order).encode() + b"\n")
    return guard.stdout is not None and guard.stdout.readline() == b"ready\n"


def _tell(guard: subprocess.Popen[bytes], message: bytes) -> None:
    with suppress(BrokenPipeError):  # it has ended, which its answer or its status will show
        if guard.stdin is not None:
            guard.stdin.write(message)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As the server will: a closed connection that lingers does not hold the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _quoted(value: str) -> str:
    return value.replace("'", "''")


def _tail(text: str) -> str:
    return " / ".join(text.strip().splitlines()[-3:])
