"""New files for a table: VACUUM FULL in short turns, or pg_repack."""

from __future__ import annotations

import time
from collections.abc import Callable

from domicile.config.names import TableName
from domicile.errors import PreparationError
from domicile.pg.compose import sql, table
from domicile.pg.connection import Connection
from domicile.scrub import store
from domicile.scrub.model import Method, Rewritten
from domicile.scrub.patience import Say, in_turns

Repack = Callable[[TableName], None]


def rewrite(
    conn: Connection, name: TableName, repack: Repack | None, until: float, say: Say
) -> Rewritten:
    """Give a table new files for heap, TOAST and indexes.

    Args:
        conn: an autocommit session prepared by `patience.prepare`.
        name: the table.
        repack: runs pg_repack on it; None takes VACUUM FULL.
        until: `time.monotonic()` at which we stop asking for the lock.
        say: told who holds the table.

    Raises:
        TryAgain: somebody held the table for all that time; it is as it was.
        PreparationError: the role may not do it.
    """
    method: Method = "vacuum-full" if repack is None else "repack"
    node, before = store.filenode(conn, name)
    started = time.monotonic()
    if repack is None:
        vacuum = sql.SQL("VACUUM (FULL) {}").format(table(name)).as_string(None).encode()
        in_turns(conn, name, lambda: _run(conn, vacuum), until, say)
    else:
        repack(name)
    seconds = time.monotonic() - started
    node_after, after = store.filenode(conn, name)
    if node_after == node:  # VACUUM only warns when it may not
        raise PreparationError(
            f"hub: the role may not rewrite table {name}",
            hint=f"GRANT MAINTAIN ON {name} (PostgreSQL 17), own it, or own the database",
        )
    return Rewritten(
        table=str(name), method=method, bytes_before=before, bytes_after=after, seconds=seconds
    )


def analyze(conn: Connection, name: TableName, until: float, say: Say) -> None:
    """Fresh statistics: the most common values are those of people who are here."""
    statement = sql.SQL("ANALYZE {}").format(table(name)).as_string(None).encode()
    in_turns(conn, name, lambda: _run(conn, statement), until, say)


def _run(conn: Connection, statement: bytes) -> None:
    conn.execute(statement)
