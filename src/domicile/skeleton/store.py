"""Count in the hub: one read-only transaction per statement, so that no lock outlives a count."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any

from psycopg import errors

from domicile.config.names import TableName
from domicile.errors import DatabaseError
from domicile.pg.compose import Composed
from domicile.pg.connection import Connection
from domicile.pg.query import load_queries
from domicile.skeleton import statements
from domicile.skeleton.model import BUCKETS, Classes, ColumnSet, Skeleton, Tally

_Q = load_queries("domicile.skeleton")
_NO_HASH = (errors.UndefinedFunction, errors.FeatureNotSupported)


@contextmanager
def looking(conn: Connection, timeout_s: float) -> Generator[None]:
    """A transaction that can change nothing, gives up waiting for a lock, and ends in time."""
    conn.read_only = True
    with conn.transaction():
        conn.execute(_Q["limits"], {"timeout_ms": f"{max(1, round(timeout_s * 1000))}ms"})
        yield


def check_readable(conn: Connection, name: TableName, columns: Iterable[str] = ()) -> None:
    """These columns of a table may be read, or any of it when none is named.

    Raises:
        DatabaseError: they may not; names the table and the columns.
    """
    given = {"schema": name.schema, "table": name.table, "columns": list(columns)}
    row = conn.execute(_Q["readable"], given).fetchone()
    if row is None:  # what is not there is told by others
        return
    some, refused = row[0], _texts(row[1])
    if some and not refused:
        return
    what = f"no right to read table {name}"
    if some:
        what += f", {'columns' if len(refused) > 1 else 'column'} {', '.join(refused)}"
    raise DatabaseError(
        "hub",
        "42501",
        what,
        hint=f"GRANT USAGE ON SCHEMA {name.schema} and SELECT ON {name} to the role of hub.dsn",
    )


def is_readable(conn: Connection, name: TableName) -> bool:
    """The table is there and may be read."""
    given: dict[str, Any] = {"schema": name.schema, "table": name.table, "columns": []}
    row = conn.execute(_Q["readable"], given).fetchone()
    return row is not None and bool(row[0])


def without_hash(conn: Connection, skeleton: Skeleton) -> ColumnSet:
    """The columns whose type cannot be grouped by (json, xml, point), which only the server knows.

    To be called within `looking`.
    """
    found: set[int] = set()
    for number, field in enumerate(skeleton.fields):
        try:
            with conn.transaction():
                conn.execute(statements.has_hash(skeleton, field))
        except _NO_HASH:
            found.add(number)
    return frozenset(found)


class Counter:
    """Counts the classes of one skeleton; None for what does not come in time.

    Too many temporary files for the server's `temp_file_limit` are no count either.
    """

    def __init__(self, conn: Connection, skeleton: Skeleton, timeout_s: float) -> None:
        self._conn = conn
        self._skeleton = skeleton
        self._timeout_s = timeout_s
        directory = TableName("domicile", f"directory_{skeleton.kind}")
        with looking(conn, timeout_s):
            self._as_text = without_hash(conn, skeleton)
            self._directory = is_readable(conn, directory)

    def tally(self, columns: ColumnSet) -> Tally | None:
        """People, classes, people alone, by these columns."""
        row = self._row(statements.tally(self._skeleton, columns, self._as_text))
        return None if row is None else _tally(row)

    def classes(self, columns: ColumnSet) -> Classes | None:
        """The sizes of the classes by these columns."""
        statement = statements.classes(
            self._skeleton, columns, self._as_text, directory=self._directory
        )
        row = self._row(statement)
        if row is None:
            return None
        sums = tuple(row[4:])
        return Classes(
            tally=_tally(row),
            k=row[3],
            people=sums[: len(BUCKETS)],
            residents=sums[len(BUCKETS) :] if self._directory else None,
        )

    def _row(self, statement: Composed) -> tuple[Any, ...] | None:
        started = time.monotonic()
        try:
            with looking(self._conn, self._timeout_s):
                return self._conn.execute(statement).fetchone()
        except errors.ConfigurationLimitExceeded:
            return None
        except errors.QueryCanceled:
            if time.monotonic() - started < self._timeout_s:
                raise  # somebody cancelled it, and means all of it
            return None


def _tally(row: tuple[Any, ...]) -> Tally:
    return Tally(rows=row[0], classes=row[1], unique=row[2])


def _texts(values: Any) -> list[str]:
    return [str(value) for value in values]
