"""Where one embedded server is kept, and what can be known and ended there.

Everything of a server is in its folder: `data`, `socket`, `password`, `port` and `log`. None of
this needs PostgreSQL's programs, so a server can be found and stopped when they are gone.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from psycopg.conninfo import make_conninfo

from domicile.errors import LocalServerError
from domicile.pg import embedded_guard, embedded_process

SUPERUSER = "postgres"
_MAX_SOCKET_PATH_BYTES = 100  # sun_path holds 104 on the BSDs, 108 on Linux
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,30}")


class Place:
    """The folder of a server, which is named after it, and the server if it runs."""

    def __init__(self, root: Path, name: str) -> None:
        if not _NAME.fullmatch(name):  # names become folders, and folders get deleted
            raise LocalServerError(f"{name!r} cannot be the name of a server")
        self.name = name
        self.folder = root / name
        self.data = self.folder / "data"
        self._tag = embedded_process.tag(self.name, self.data)

    @property
    def log(self) -> Path:
        """The server's log; no personal value gets there (I7)."""
        return self.folder / "log"

    @property
    def pid(self) -> int | None:
        """The postmaster's pid; None when the server does not run."""
        return embedded_process.postmaster_pid(self.data, self._tag)

    @property
    def port(self) -> int:
        """The TCP port on 127.0.0.1; 0 before the first start."""
        try:
            return int((self.folder / "port").read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return 0

    @property
    def password(self) -> str:
        """The superuser's password, for TCP."""
        return (self.folder / "password").read_text(encoding="ascii")

    @property
    def socket_dir(self) -> Path:
        """The folder of the Unix socket: the server's own, or one with a shorter path."""
        usual = self.folder / "socket"
        if len(os.fsencode(usual / ".s.PGSQL.65535")) <= _MAX_SOCKET_PATH_BYTES:
            return usual
        return Path("/tmp") / self._tag  # noqa: S108  # checked in _make_socket_dir

    def is_running(self) -> bool:
        """Whether there is a server, ready or not."""
        return self.pid is not None

    def is_ready(self) -> bool:
        """Whether it takes connections."""
        pid = self.pid
        return pid is not None and embedded_guard.is_ready(self.data, pid)

    def dsn(
        self,
        dbname: str = "postgres",
        *,
        user: str = SUPERUSER,
        password: str | None = None,
        socket: bool = False,
    ) -> str:
        """A connection string for libpq: over TCP with a password, or over the socket with none.

        The superuser's password is known; that of any other user is the caller's to give.
        """
        parts: dict[str, str | int] = {"port": self.port, "user": user, "dbname": dbname}
        if socket:
            return make_conninfo("", host=str(self.socket_dir), **parts)
        if password is None and user == SUPERUSER:
            password = self.password
        if password is not None:
            parts["password"] = password
        return make_conninfo("", host="127.0.0.1", **parts)

    def stop(self) -> None:
        """The server has ended in good order (fast shutdown).

        Raises:
            LocalServerError: it cannot be stopped by this user.
        """
        embedded_process.stop_gently(self.data, self._tag)

    def kill(self) -> None:
        """The server and its children are dead by SIGKILL, as after a crash.

        Raises:
            LocalServerError: as in `stop`.
        """
        embedded_process.kill_all(self.data, self._tag)

    def remove(self) -> None:
        """Nothing is left of the server: no process, no file.

        Raises:
            LocalServerError: as in `stop`.
        """
        self.kill()
        shutil.rmtree(self.socket_dir, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)
