"""Chirp's database: created and filled by its owner, used by its application.

The application is a stranger to Domicile and uses its own driver: what it would get from
PostgreSQL, the figures show.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, fields
from importlib import resources
from operator import attrgetter
from time import perf_counter
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import sql

from domicile.demo import activity, people
from domicile.demo.figures import Outcome, latency
from domicile.demo.model import Account, Advertiser, DirectMessage, Login
from domicile.pg.connection import Connection, session, translated
from domicile.pg.query import load_queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from domicile.demo.queries import Query

CONNECT_TIMEOUT_S: Final = 10
APPLICATION: Final = "chirp"
CONNECTION_LOST: Final = "08006"
"""The SQLSTATE of an error that no server had the time to send."""
_TOLD_EVERY: Final = 500

if TYPE_CHECKING:
    Tell = Callable[[str, int], None]
    """Told (table, rows of it so far) while rows are loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query gave: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What the application is told when a statement fails: the first line, and the hint."""

    sqlstate: str
    message: str
    hint: str


def create_database(dsn: str, name: str) -> None:
    """There is an empty database `name` on the server.

    Raises:
        ServerUnavailable: nothing answers at `dsn`.
        DatabaseError: there is one already.
    """
    with session(dsn, "server", autocommit=True) as conn:
        conn.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def execute(dsn: str, name: str) -> None:
    """The statement `name` of `queries.sql` has been executed by Chirp's engineers."""
    with translated("hub"), closing(connect(dsn)) as conn:
        conn.execute(load_queries("domicile.demo")[name])


def create_and_fill(
    dsn: str, everybody: people.Population, tell: Tell = lambda _table, _rows: None
) -> dict[str, int]:
    """Chirp's tables exist and hold `everybody`, all or nothing; gives the rows of each table.

    Raises:
        ServerUnavailable: nothing answers at `dsn`.
        DatabaseError: the database refused, for one because the tables are there already.
    """
    tables: tuple[tuple[str, type, Iterable[object]], ...] = (
        ("account", Account, people.accounts(everybody)),
        ("direct_message", DirectMessage, activity.messages(everybody)),
        ("login", Login, activity.logins(everybody)),
        ("advertiser", Advertiser, activity.advertisers(everybody)),
    )
    schema = resources.files("domicile.demo").joinpath("schema.sql").read_bytes()
    with translated("hub"), closing(connect(dsn)) as conn:
        with conn.transaction():
            conn.execute(schema)
            counts = {name: _fill(conn, name, row, rows, tell) for name, row, rows in tables}
        conn.execute("VACUUM (ANALYZE) account, direct_message, login, advertiser")
    return counts


def ask(dsn: str, search_path: Sequence[str], query: Query) -> Answer:
    """What the application gets for `query`.

    Raises:
        ServerUnavailable: nothing answers at `dsn`.
        DatabaseError: the database refused the query.
    """
    statement = load_queries("domicile.demo")[query.name]
    with translated("hub"), closing(connect(dsn, search_path)) as conn:
        cur = conn.execute(statement, query.parameters)
        columns = tuple(column.name for column in cur.description or ())
        return Answer(columns=columns, rows=tuple(cur.fetchall()))


def refusal(dsn: str, operation: str, parameters: Mapping[str, object]) -> Refusal | None:
    """What an operation of the application is told; None when it succeeds.

    The traffic never looks at the text of an error. Here people are made up, and it is the
    text that is to be shown.
    """
    statement = load_queries("domicile.demo.traffic", "operations.sql")[operation]
    with translated("hub"), closing(connect(dsn)) as conn:
        try:
            conn.execute(statement, parameters)
        except psycopg.Error as error:
            return Refusal(
                sqlstate=error.sqlstate or CONNECTION_LOST,
                message=error.diag.message_primary or "",
                hint=error.diag.message_hint or "",
            )
    return None


def profiles(dsn: str, accounts: Iterable[int]) -> Outcome:
    """How it goes when the application reads these people's profiles, one after the other."""
    durations_ms: list[float] = []
    errors: Counter[str] = Counter()
    with closing(Client(dsn, ())) as client:
        client.open()
        for account in accounts:
            began = perf_counter()
            sqlstate = client.perform("read_profile", {"account": account})
            if sqlstate is None:
                durations_ms.append((perf_counter() - began) * 1000)
            else:
                errors[sqlstate] += 1
    return Outcome(succeeded=len(durations_ms), errors=dict(errors), latency=latency(durations_ms))


class Client:
    """One connection of the application, which comes back by itself when it was cut."""

    def __init__(self, dsn: str, search_path: Sequence[str]) -> None:
        self._dsn, self._search_path = dsn, tuple(search_path)
        self._statements = load_queries("domicile.demo.traffic", "operations.sql")
        self._conn: Connection | None = None

    def open(self) -> str | None:
        """A connection is there; gives the SQLSTATE if it cannot be."""
        try:
            if self._conn is None or self._conn.closed:
                self._conn = connect(self._dsn, self._search_path)
        except psycopg.Error as error:
            return error.sqlstate or CONNECTION_LOST
        return None

    def perform(self, operation: str, parameters: Mapping[str, object]) -> str | None:
        """The operation is done and its rows are fetched; gives the SQLSTATE if it failed.

        The text of an error is never looked at: it may carry what people wrote (I7).
        """
        refusal = self.open()
        if refusal is not None or self._conn is None:
            return refusal
        try:
            cur = self._conn.execute(self._statements[operation], parameters)
            if cur.description is not None:
                cur.fetchall()
        except psycopg.Error as error:
            return error.sqlstate or CONNECTION_LOST
        return None

    def close(self) -> None:
        """The connection is closed."""
        if self._conn is not None:
            with suppress(psycopg.Error):
                self._conn.close()


def connect(dsn: str, search_path: Sequence[str] = ()) -> Connection:
    """A connection as the application makes it: each statement is its own transaction.

    An empty `search_path` leaves the role's own.
    """
    conn = psycopg.connect(
        dsn, autocommit=True, connect_timeout=CONNECT_TIMEOUT_S, application_name=APPLICATION
    )
    if search_path:
        path = sql.SQL(", ").join(map(sql.Identifier, search_path))
        conn.execute(sql.SQL("SET search_path = {}").format(path))
    return conn


def _fill(conn: Connection, name: str, row: type, rows: Iterable[object], tell: Tell) -> int:
    columns = tuple(field.name for field in fields(row))
    values, count = attrgetter(*columns), 0
    table, names = sql.Identifier(name), sql.SQL(", ").join(map(sql.Identifier, columns))
    with (
        conn.cursor() as cur,
        cur.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(table, names)) as copy,
    ):
        for count, value in enumerate(rows, start=1):
            copy.write_row(values(value))
            if count % _TOLD_EVERY == 0:
                tell(name, count)
    tell(name, count)
    # The rows brought their ids along; the next one that the application inserts follows them.
    conn.execute(sql.SQL("ALTER TABLE {} ALTER COLUMN id RESTART WITH {}").format(table, count + 1))
    return count
