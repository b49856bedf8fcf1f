"""PostgreSQL servers that Domicile runs itself, for the demo, for tests and for trying things.

Two lifetimes. Attached servers live as long as the process that started them, even when that
is killed, and leave no files:

    with Cluster.attached("hub", "RU") as cluster:      # both are started at once
        cluster["hub"].dsn()                            # TCP, password
        cluster["RU"].dsn("domicile", socket=True)      # Unix socket, trust
        cluster["KZ"]                                   # started when first asked for
        cluster["RU"].kill()                            # SIGKILL; start() recovers it

Detached ones outlive it; `domicile local` keeps them (`domicile.pg.embedded_local`):

    up(state_dir, ["hub", "RU"])        down(state_dir)        statuses(state_dir)
    resolve_local("RU", state_dir)      # what a DSN pointer local:RU stands for

Each server is a `Server`: start(), stop(), kill(), restart(), is_running(), is_ready(), dsn(),
and pid, port, password, socket_dir, data, log. They listen on 127.0.0.1 alone, ask for a
password there, and trust whoever may open the socket: the user they run as, and root.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from domicile.errors import LocalServerError
from domicile.pg.embedded_install import Account, Install, find_install, server_account
from domicile.pg.embedded_place import SUPERUSER, Place
from domicile.pg.embedded_server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType

__all__ = ["SUPERUSER", "Cluster", "Server", "lock_folder", "on_all"]

_P = TypeVar("_P", bound=Place)
_PREFIX = "domicile-embedded-"


class Cluster:
    """Attached servers by name, in a temporary folder that goes when they go.

    The folder is locked for as long as this process lives: that is how another one knows
    which folders are left over from a crash.
    """

    def __init__(
        self,
        root: Path,
        *,
        install: Install,
        account: Account,
        settings: Mapping[str, str],
    ) -> None:
        self._root = root
        self._install = install
        self._account = account
        self._settings = settings
        self._lock = lock_folder(root)
        self._servers: dict[str, Server] = {}

    @classmethod
    def attached(cls, *names: str, settings: Mapping[str, str] | None = None) -> Self:
        """A cluster with these servers running; leave it with `close` or as a context manager.

        Args:
            names: such as `hub` and `RU`; others can be had later.
            settings: PostgreSQL settings that replace ours.

        Raises:
            LocalServerError: there is no usable PostgreSQL, or a server did not start.
        """
        account = server_account()
        install = find_install(account)
        base = _temporary_base(account)
        _sweep(base)
        root = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=base))
        cluster = cls(root, install=install, account=account, settings=settings or {})
        try:
            if not account.is_us:
                root.chmod(0o711)
            cluster.start(*names)
        except BaseException:  # Ctrl-C too leaves nothing running
            cluster.close()
            raise
        return cluster

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __getitem__(self, name: str) -> Server:
        """The server of that name, running unless it was stopped or killed on purpose."""
        if name not in self._servers:
            self.start(name)
        return self._servers[name]

    def start(self, *names: str) -> None:
        """The servers of these names run."""
        fresh = {name: self._make(name) for name in names if name not in self._servers}
        self._servers |= fresh
        try:
            on_all(Server.start, [self._servers[name] for name in names])
        except BaseException:
            for name in fresh:
                self._servers.pop(name).remove()
            raise

    def close(self) -> None:
        """No server runs, and no file of theirs is left."""
        try:
            on_all(Server.remove, self._servers.values())
        finally:
            self._servers.clear()
            shutil.rmtree(self._root, ignore_errors=True)
            if self._lock is not None:
                os.close(self._lock)
                self._lock = None

    def _make(self, name: str) -> Server:
        return Server(
            self._root,
            name,
            install=self._install,
            account=self._account,
            settings=self._settings,
            attached=True,
        )


def on_all(act: Callable[[_P], None], servers: Iterable[_P]) -> None:
    """Do it to all servers at the same time; the first error, if any, when all have ended."""
    targets = list(servers)
    if targets:
        with ThreadPoolExecutor(max_workers=len(targets)) as pool:
            pending = [pool.submit(act, server) for server in targets]
            wait(pending)  # Ctrl-C is raised in here, and the pool then waits for its threads
        for future in pending:
            future.result()


def _temporary_base(account: Account) -> Path:
    """The folder for temporary files, or /tmp where the servers' user may not enter that."""
    usual = Path(tempfile.gettempdir())
    return usual if account.may_enter(usual) else Path("/tmp")  # noqa: S108  # mkdtemp is used in it


def lock_folder(folder: Path) -> int | None:
    """The open file that holds the folder's lock; None if another process has it."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    return held


def _sweep(base: Path) -> None:
    """Remove what a run left that was killed together with its guards."""
    for root in base.glob(f"{_PREFIX}*"):
        with suppress(OSError, LocalServerError):  # what cannot be swept does not stop us
            if root.lstat().st_uid != os.geteuid() or not any(root.iterdir()):
                continue  # somebody else's, or made by somebody a moment ago
            held = lock_folder(root)
            if held is not None:
                try:
                    _remove_cluster(root)
                finally:
                    os.close(held)


def _remove_cluster(root: Path) -> None:
    for folder in list(root.iterdir()):
        Place(root, folder.name).remove()
    shutil.rmtree(root, ignore_errors=True)
