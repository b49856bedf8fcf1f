"""The four servers of the story: gone with the command, or kept for trying things."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Self

from domicile.config import Config, load
from domicile.demo.store import create_database
from domicile.errors import LocalServerError
from domicile.pg import embedded_local
from domicile.pg.embedded import SUPERUSER, Cluster
from domicile.pg.embedded_place import Place

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import TracebackType

HUB: Final = "hub"
HOMES: Final = ("RU", "KZ", "DE")
NAMES: Final = (HUB, *HOMES)
DATABASE: Final = "chirp"
APP_ROLE: Final = "chirp_app"
KEPT_IN: Final = Path(".domicile/demo")


class Servers(ABC):
    """The hub and the homes, each with a database `chirp`; a context manager."""

    folder: Path
    """Where the config is written."""

    @abstractmethod
    def up(self) -> None:
        """All of them run.

        Raises:
            LocalServerError: one does not start; then none is left.
        """

    @abstractmethod
    def place(self, name: str) -> Place:
        """Where the server of that name is kept; it may have been stopped."""

    @abstractmethod
    def start(self, name: str) -> None:
        """The server of that name runs again.

        Raises:
            LocalServerError: it does not start.
        """

    @abstractmethod
    def close(self, *, failed: bool) -> None:
        """What must not stay behind is gone.

        Args:
            failed: the story did not come to its end.
        """

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close(failed=kind is not None)

    def create_databases(self) -> None:
        """Every server has its empty database."""
        for name in NAMES:
            create_database(self.place(name).dsn(socket=True), DATABASE)

    def dsn(self, name: str, user: str = SUPERUSER) -> str:
        """How to reach a server's database: over the socket, which needs no password."""
        return self.place(name).dsn(DATABASE, user=user, socket=True)

    @contextmanager
    def stopped(self, name: str) -> Generator[None]:
        """The server of that name does not run meanwhile."""
        self.place(name).stop()
        try:
            yield
        finally:
            self.start(name)

    def write_config(self) -> Config:
        """The demo's own config, with the connection strings of these servers, is written."""
        packaged = resources.files("domicile.demo").joinpath("domicile.toml")
        text = packaged.read_text(encoding="utf-8")
        for name in NAMES:
            # A JSON string is a TOML string.
            text = text.replace(f'"env:DOMICILE_DEMO_{name.upper()}"', json.dumps(self.dsn(name)))
        path = self.folder / "domicile.toml"
        path.write_text(text, encoding="utf-8")
        return load(path)


class Passing(Servers):
    """Servers that end with this process, however it ends, and leave no file."""

    def __init__(self) -> None:
        self._temporary = TemporaryDirectory(prefix="domicile-demo-")
        self._cluster: Cluster | None = None
        self.folder = Path(self._temporary.name)

    def up(self) -> None:
        """See `Servers.up`."""
        self._cluster = Cluster.attached(*NAMES)

    def place(self, name: str) -> Place:
        """See `Servers.place`."""
        return self._running()[name]

    def start(self, name: str) -> None:
        """See `Servers.start`."""
        self._running().start(name)

    def close(self, *, failed: bool) -> None:
        """See `Servers.close`."""
        del failed
        try:
            if self._cluster is not None:
                self._cluster.close()
        finally:
            self._temporary.cleanup()

    def _running(self) -> Cluster:
        if self._cluster is None:
            raise LocalServerError("the servers of the demo are not up")
        return self._cluster


class Kept(Servers):
    """Servers that `domicile local` keeps: they stay when the story has come to its end."""

    def __init__(self, folder: Path = KEPT_IN) -> None:
        self.folder = folder

    def up(self) -> None:
        """See `Servers.up`; those of an earlier demo are not touched, they may be in use."""
        if embedded_local.names(self.folder):
            raise LocalServerError(
                f"{self.folder}: the servers of an earlier demo are still there",
                hint=f"domicile local down --remove --dir {self.folder}",
            )
        self._made = True
        embedded_local.up(self.folder, NAMES)

    _made = False

    def place(self, name: str) -> Place:
        """See `Servers.place`."""
        return Place((self.folder / name).resolve().parent, name)

    def start(self, name: str) -> None:
        """See `Servers.start`."""
        embedded_local.up(self.folder, [name])

    def close(self, *, failed: bool) -> None:
        """See `Servers.close`: a story that failed, or was interrupted, leaves nothing running."""
        if failed and self._made:
            embedded_local.down(self.folder, remove=True)
            (self.folder / "domicile.toml").unlink(missing_ok=True)
