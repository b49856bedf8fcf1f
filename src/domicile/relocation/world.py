"""The sessions of one worker: the hub's, and those of the homes that it has come to."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field

from domicile.catalog.model import DataMap, Subject
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.errors import DatabaseError, DomicileError, PreparationError, ServerUnavailable
from domicile.pg import servers
from domicile.pg.connection import connect
from domicile.relocation.model import Report, Trip
from domicile.relocation.session import LOCK_TIMEOUT, Session
from domicile.residence.hub import fragments
from domicile.residence.store import rows


@dataclass(slots=True)
class World:
    """The hub's session and the homes' sessions, opened when first needed."""

    config: Config
    data_map: DataMap
    hub: Session
    stack: ExitStack
    homes: dict[str, Session] = field(default_factory=dict[str, Session])
    report: Report = field(default_factory=Report)

    def home(self, country: str, subject: Subject) -> Session:
        """The session of a home, its temporary tables made.

        Raises:
            ServerUnavailable: it does not answer.
        """
        if country not in self.homes:
            conn = connect(servers.home_dsn(self.config, country), f"home {country}")
            self.stack.callback(conn.close)  # without a commit: a home may be lost by then
            self.homes[country] = Session(f"home {country}", conn, self.hub.parts, at_home=True)
        session = self.homes[country]
        session.prepare(subject)
        session.prepare_staging()
        return session

    def homes_of(self, trip: Trip, subject: Subject) -> dict[str, Session]:
        """The sessions of the homes that a trip reads, writes or compares."""
        countries = {trip.reads_home, trip.writes_home, trip.compares_home}
        return {country: self.home(country, subject) for country in countries if country}

    def another(self) -> World:
        """Sessions of its own for one more worker; the findings go into the same report.

        Raises:
            ServerUnavailable: the hub has no room for another connection, or is down.
        """
        conn = connect(servers.hub_dsn(self.config), "hub")
        self.stack.callback(conn.close)
        hub = Session("hub", conn, self.hub.parts, by_key=self.hub.by_key)
        return World(self.config, self.data_map, hub, self.stack, report=self.report)

    def rollback(self) -> None:
        """Give back every lock; a home that was lost is opened anew next time."""
        self.hub.rollback()
        for country, session in list(self.homes.items()):
            if session.conn.closed:
                del self.homes[country]
            else:
                session.rollback()

    def abandon(self) -> None:
        """The same where something has gone wrong already, which is what will be told."""
        with suppress(DomicileError):
            self.rollback()

    @contextmanager
    def unless_down(self) -> Generator[None]:
        """A home that is down, or refuses, stops its own people only (I4); the hub, everything."""
        try:
            yield
        except (ServerUnavailable, DatabaseError) as error:
            country = error.server.removeprefix("home ")
            if country not in self.config.homes:
                raise
            down = isinstance(error, ServerUnavailable)
            (self.report.unavailable if down else self.report.broken)[country] = str(error)
            if lost := self.homes.pop(country, None):
                lost.conn.close()
            self.abandon()


@contextmanager
def open_world(config: Config) -> Generator[World]:
    """Sessions for a run of the loop.

    Raises:
        PreparationError: `apply` has not been run.
    """
    with ExitStack() as stack:
        conn = stack.enter_context(servers.hub(config))
        conn.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'".encode())
        if not rows(conn, "relation_exists", {"schema": "domicile", "name": "mapped"})[0][0]:
            raise PreparationError("the hub is not prepared", hint="run `domicile apply` first")
        rows(conn, "read_map")  # nobody moves with a data map that has grown since
        data_map = load_map(conn, config)
        parts = fragments(data_map, config.homes)
        conn.commit()
        yield World(config, data_map, Session("hub", conn, parts), stack)
