"""`scope.where`: an operator's own condition on who is moved for now, tried before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from domicile.catalog.model import DataMap, Subject
from domicile.config.model import Config
from domicile.errors import DatabaseError, MapError
from domicile.pg.compose import raw, sql, table
from domicile.pg.connection import Connection, translated


def check_scope(conn: Connection, config: Config, data_map: DataMap, subject: Subject) -> None:
    """The condition can be asked of the live table, and needs nothing that a move takes away.

    Raises:
        MapError: it is no condition on the subject's row, or reads a personal column: that is
            empty once a person has moved, who would then be out of scope and come back.
    """
    if subject.scope is None:
        return
    place = f"{config.source}: subject {subject.kind}: scope.where"
    try:
        plan = _plan(conn, subject)
    except DatabaseError as error:
        raise MapError(
            f"{place}: PostgreSQL does not take it (SQLSTATE {error.sqlstate})",
            hint="a condition on the row `s`; name tables of its subqueries with their schema",
        ) from None
    personal = {
        column.name
        for mapped in data_map.tables
        if mapped.table.name == subject.table.name
        for column in mapped.personal
    }
    for name in sorted(personal):
        if _reads(plan, name):
            raise MapError(
                f"{place}: reads the personal column {name!r}",
                hint="the hub has no value there once a person has moved: ask another column",
            )


def _reads(plan: str, name: str) -> bool:
    """Whether the plan reads that column of the row, and not one whose name begins so."""
    return (
        re.search(rf's\."?{re.escape(name.replace(chr(34), chr(34) * 2))}(?!\w)', plan) is not None
    )


def _plan(conn: Connection, subject: Subject) -> str:
    """How the server understands the condition, with the search_path that the guards have."""
    query = sql.SQL("EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) SELECT FROM {} s WHERE ({})").format(
        table(subject.table.name), raw(subject.scope or "")
    )
    with translated("hub"), conn.transaction(force_rollback=True):
        conn.execute("SET LOCAL search_path = pg_catalog, pg_temp")
        rows = conn.execute(query.as_string(None).encode()).fetchall()
    return " ".join(_conditions(rows[0][0]))


def _conditions(node: object) -> Iterator[str]:
    """What a plan asks of rows, wherever it stands, but not what it hands on."""
    if isinstance(node, dict):
        for key, value in cast("dict[str, object]", node).items():
            if key != "Output":
                yield from _conditions(value)
    elif isinstance(node, list):
        for value in cast("list[object]", node):
            yield from _conditions(value)
    elif isinstance(node, str):
        yield node
