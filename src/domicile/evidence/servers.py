"""The connections of a verification: to the hub and to each home, asked side by side."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from domicile.catalog.model import DataMap
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.errors import PreparationError, ServerUnavailable
from domicile.pg import servers
from domicile.pg.compose import Composable, sql, with_parameters
from domicile.pg.connection import Connection, connect, translated
from domicile.pg.copy import stream
from domicile.residence.fragments import Fragments
from domicile.residence.hub import fragments

Row = tuple[Any, ...]
#: A chunk's rows are found by their keys. No plan may read a whole table for each chunk because a
#: table has no statistics, or because disks were slow once.
_SETTINGS = {
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "work_mem": "32MB",
    "lock_timeout": "500ms",  # less than deadlock_timeout: whoever waits for us goes first
}
_PATIENCE_S = 3.0
#: Connections that read the hub's chunks, one chunk each: the hub has most of the work.
_READERS = 2


@dataclass(slots=True)
class Link:
    """An autocommit connection to one server; its thread asks while others work."""

    server: str
    conn: Connection
    thread: ThreadPoolExecutor

    def rows(self, statement: Composable, params: Mapping[str, object] | None = None) -> list[Row]:
        """The rows of a query."""
        with translated(self.server):
            return self.conn.execute(as_bytes(statement, params), params or None).fetchall()

    def run(self, statement: Composable, params: Mapping[str, object] | None = None) -> int:
        """Run a statement; how many rows it touched."""
        with translated(self.server):
            return self.conn.execute(as_bytes(statement, params), params or None).rowcount

    def later(self, statement: Composable, params: Mapping[str, object]) -> Future[list[Row]]:
        """The rows of a query, when they are there."""
        return self.thread.submit(self.rows, statement, params)

    def copy_from(self, source: Link, out: Composable, into: Composable) -> None:
        """Rows from another server, as bytes that nobody looks at."""
        stream(
            (source.server, source.conn), as_bytes(out), (self.server, self.conn), as_bytes(into)
        )

    @contextmanager
    def transaction(self, *, keep: bool = False) -> Generator[None]:
        """A transaction, committed at the end or rolled back."""
        with translated(self.server):
            self.conn.execute(b"BEGIN")
        try:
            yield
        except BaseException:
            self._end(b"ROLLBACK")
            raise
        self._end(b"COMMIT" if keep else b"ROLLBACK")

    def _end(self, how: bytes) -> None:
        if not self.conn.closed:
            with translated(self.server):
                self.conn.execute(how)


@dataclass(slots=True)
class Places:
    """The hub and the homes, the map, and this run's salt; a home is connected when first asked.

    Locks are taken on `hub`; the `readers` look at chunks meanwhile.
    """

    config: Config
    data_map: DataMap
    hub: Link
    readers: tuple[Link, ...]
    parts: tuple[Fragments, ...]
    stack: ExitStack
    unavailable: dict[str, str] = field(default_factory=dict[str, str])
    salt: bytes = field(default_factory=lambda: os.urandom(16))
    _homes: dict[str, Link] = field(default_factory=dict[str, Link])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def up(self) -> list[str]:
        """The countries whose homes have not failed yet."""
        return sorted(set(self.config.homes) - set(self.unavailable))

    def home(self, country: str) -> Link:
        """The connection to a home.

        Raises:
            ServerUnavailable: it does not answer.
        """
        with self._lock:  # the readers' threads ask homes too
            if country not in self._homes:
                dsn = servers.home_dsn(self.config, country)
                self._homes[country] = _connected(self.stack, f"home {country}", dsn)
            return self._homes[country]

    @contextmanager
    def unless_down(self) -> Generator[None]:
        """A home that is down leaves its own rows unverified; the hub being down ends it all."""
        try:
            yield
        except ServerUnavailable as error:
            country = error.server.removeprefix("home ")
            if country not in self.config.homes:
                raise
            self.unavailable[country] = str(error)


def as_bytes(statement: Composable, params: object = None) -> bytes:
    """The statement as the driver takes it; a `%` in a name is doubled when there are params."""
    return (with_parameters(statement) if params else statement).as_string(None).encode()


@contextmanager
def open_places(config: Config) -> Generator[Places]:
    """Connections for one verification.

    Raises:
        PreparationError: `apply` has not been run.
    """
    with ExitStack() as stack:
        conn = stack.enter_context(servers.hub(config, autocommit=True))
        hub = _link(stack, "hub", conn)
        if hub.rows(sql.SQL("SELECT to_regclass('domicile.mapped') IS NULL"))[0][0]:
            raise PreparationError("the hub is not prepared", hint="run `domicile apply` first")
        data_map = load_map(conn, config)
        parts = fragments(data_map, config.homes)
        dsn = servers.hub_dsn(config)
        readers = tuple(_connected(stack, "hub", dsn) for _ in range(_READERS))
        yield Places(config, data_map, hub, readers, parts, stack)


def settle(hub: Link, patience_s: float = _PATIENCE_S) -> bool:
    """Wait until every transaction that writes now has ended; False when patience ran out."""
    # A number of our own: a snapshot's xmax may be the number of a transaction that still runs.
    (seen,) = hub.rows(sql.SQL("SELECT pg_current_xact_id()::text::bigint"))[0]
    oldest = sql.SQL("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
    until, pause_s = time.monotonic() + patience_s, 0.002
    while hub.rows(oldest)[0][0] < seen:
        if time.monotonic() > until:
            return False
        time.sleep(pause_s)
        pause_s = min(2 * pause_s, 0.05)
    return True


def _connected(stack: ExitStack, server: str, dsn: str) -> Link:
    conn = connect(dsn, server, autocommit=True)
    stack.callback(conn.close)
    return _link(stack, server, conn)


def _link(stack: ExitStack, server: str, conn: Connection) -> Link:
    for name, value in _SETTINGS.items():
        with translated(server):
            conn.execute(b"SELECT set_config(%s, %s, false)", (name, value))
    thread = ThreadPoolExecutor(1, thread_name_prefix=server)
    stack.callback(thread.shutdown)
    return Link(server, conn, thread)
