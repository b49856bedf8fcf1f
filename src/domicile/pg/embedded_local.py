"""The servers of `domicile local`: they outlive the command, and a folder says what there is.

The state folder (`.domicile/local`) has one folder per server, named `hub` or after the
country. When root uses it in a place that the servers' unprivileged user may not enter, that
is a link to a folder elsewhere. What runs is read from the processes, never remembered.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from psycopg import sql

from domicile.errors import LocalServerError, TryAgain
from domicile.pg.connection import session
from domicile.pg.embedded import lock_folder, on_all
from domicile.pg.embedded_install import Account, find_install, private_root, server_account
from domicile.pg.embedded_place import Place
from domicile.pg.embedded_server import Server

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

HUB = "hub"
DATABASE = "domicile"
_COUNTRY = re.compile(r"[A-Z]{2}")

State = Literal["ready", "starting", "stopped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is known of one server of `domicile local`."""

    name: str
    country: str | None  # None for the hub
    state: State
    port: int
    pid: int | None
    socket: str | None
    dsn: str | None  # over the socket: it needs no password


def up(state_dir: Path, names: Iterable[str]) -> list[Status]:
    """The servers of these names run, each with an empty database `domicile` at first.

    Raises:
        LocalServerError: one did not start; those that this call had started are stopped.
        TryAgain: another `up` or `down` is at work in the folder.
    """
    with _locked(state_dir):
        account = server_account()
        install = find_install(account)
        servers = [
            Server(
                _root_of(state_dir, name, account),
                name,
                install=install,
                account=account,
                settings={},
                attached=False,
            )
            for name in map(canonical, names)
        ]
        idle = [server for server in servers if not server.is_running()]
        try:
            on_all(_bring_up, servers)
        except BaseException:  # Ctrl-C too leaves running only what ran before
            on_all(Server.stop, idle)
            raise
    return statuses(state_dir)


def down(state_dir: Path, *, remove: bool = False) -> list[str]:
    """No server of the folder runs; the names of those that did, or of those removed.

    Args:
        state_dir: where they are kept.
        remove: delete them with their data, too.

    Raises:
        LocalServerError: one cannot be stopped by this user.
        TryAgain: another `up` or `down` is at work in the folder.
    """
    if not state_dir.is_dir():
        return []
    with _locked(state_dir):
        places = [place for place in _places(state_dir) if remove or place.is_running()]
        on_all(Place.remove if remove else Place.stop, places)
        if remove:
            for place in places:
                _remove_link(state_dir, place)
    return [place.name for place in places]


def statuses(state_dir: Path) -> list[Status]:
    """Every server of the folder, the hub first."""
    with _permitted(state_dir):
        return [_status(place) for place in _places(state_dir)]


def names(state_dir: Path) -> list[str]:
    """The names of the servers of the folder, the hub first."""
    with _permitted(state_dir):
        return [place.name for place in _places(state_dir)]


def resolve_local(name: str, state_dir: Path) -> str:
    """The connection string that a DSN pointer `local:NAME` stands for: TCP, with the password.

    Raises:
        LocalServerError: there is no such server, or it does not run.
    """
    with _permitted(state_dir):
        found = {place.name: place for place in _places(state_dir)}
        place = found.get(canonical(name))
        if place is not None and place.is_running():
            return place.dsn(DATABASE)
    state = "is stopped" if place else f"does not exist in {state_dir}"
    raise LocalServerError(
        f"local:{name}: that server {state}",
        hint="domicile local up" + ("" if canonical(name) == HUB else f" --home {canonical(name)}"),
    )


def canonical(name: str) -> str:
    """How the folder of the server is called: `hub`, or the country in capitals.

    Raises:
        LocalServerError: the name is neither.
    """
    folder = HUB if name.lower() == HUB else name.upper()
    if folder != HUB and not _COUNTRY.fullmatch(folder):
        raise LocalServerError(
            f"local:{name}: is neither the hub nor a country", hint="local:hub or local:KZ"
        )
    return folder


def _bring_up(server: Server) -> None:
    server.start()
    with session(server.dsn(socket=True), server.name, autocommit=True) as conn:
        row = conn.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if row is None:
            conn.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))


def _status(place: Place) -> Status:
    pid = place.pid
    return Status(
        name=place.name,
        country=None if place.name == HUB else place.name,
        state="stopped" if pid is None else "ready" if place.is_ready() else "starting",
        port=place.port,
        pid=pid,
        socket=None if pid is None else str(place.socket_dir),
        dsn=None if pid is None else place.dsn(DATABASE, socket=True),
    )


def _places(state_dir: Path) -> list[Place]:
    """The servers of the folder. What was not made by us is not among them, whatever its name."""
    found = [
        Place(entry.resolve().parent, entry.name)
        for entry in (state_dir.iterdir() if state_dir.is_dir() else ())
        if (entry.name == HUB or _COUNTRY.fullmatch(entry.name)) and (entry / "password").exists()
    ]
    return sorted(found, key=lambda place: (place.name != HUB, place.name))


def _root_of(state_dir: Path, name: str, account: Account) -> Path:
    """The real folder that the server's is or will be in, with a link to it where needed."""
    entry = state_dir / name
    root = private_root(account, state_dir)
    if root != state_dir and not entry.exists():
        (root / name).mkdir(mode=0o700, exist_ok=True)
        entry.unlink(missing_ok=True)  # a link to what somebody has deleted
        entry.symlink_to(root / name)
    return entry.resolve().parent


def _remove_link(state_dir: Path, place: Place) -> None:
    """Undo `_root_of`, where that made a link."""
    (state_dir / place.name).unlink(missing_ok=True)
    if place.folder.parent != state_dir.resolve():
        with suppress(OSError):  # others are still in it
            place.folder.parent.rmdir()


@contextmanager
def _locked(state_dir: Path) -> Generator[None]:
    with _permitted(state_dir):
        state_dir.mkdir(parents=True, exist_ok=True)
        ignored = state_dir / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="ascii")  # there are passwords in here
        held = lock_folder(state_dir.resolve())
        if held is None:
            raise TryAgain(f"{state_dir}: another `domicile local` is at work there")
        try:
            yield
        finally:
            os.close(held)


@contextmanager
def _permitted(state_dir: Path) -> Generator[None]:
    try:
        yield
    except PermissionError as error:
        raise LocalServerError(
            f"{error.filename or state_dir}: permission denied",
            hint="run the command as the user who ran it first, or name another folder with --dir",
        ) from None
