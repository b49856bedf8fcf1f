"""What scrub reads from hub and homes, and what it writes down of its progress."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from psycopg import errors

from domicile.catalog.model import DataMap, MappedTable
from domicile.config.names import TableName
from domicile.pg.compose import table as qualified_table
from domicile.pg.connection import Connection
from domicile.pg.query import load_queries
from domicile.residence import naming
from domicile.scrub import settings
from domicile.scrub.model import Blocker, TableSize
from domicile.scrub.settings import Setting

_Q = load_queries("domicile.scrub")
CATALOGS = (
    TableName("pg_catalog", "pg_statistic"),
    TableName("pg_catalog", "pg_statistic_ext_data"),
)


def rows(conn: Connection, query: str, **params: object) -> list[tuple[Any, ...]]:
    """The rows of one of this package's queries."""
    return conn.execute(_Q[query], params).fetchall()


def rows_or_none(conn: Connection, query: str, **params: object) -> list[tuple[Any, ...]] | None:
    """The rows, or None where the role may not ask."""
    try:
        return rows(conn, query, **params)
    except errors.InsufficientPrivilege:
        return None


def permitted(conn: Connection, statement: bytes) -> bool:
    """Run a statement; False when the role may not."""
    try:
        conn.execute(statement)
    except errors.InsufficientPrivilege:
        return False
    return True


def literal(name: TableName) -> str:
    """A table's name as `regclass` reads it."""
    return qualified_table(name).as_string(None)


def sizes(conn: Connection, data_map: DataMap) -> list[TableSize]:
    """Every mapped table: its size, and how many batches it has still to forget."""
    stems = naming.stems(mapped.name for mapped in data_map.tables)
    return [_size(conn, mapped, stems[mapped.name]) for mapped in data_map.tables]


def _size(conn: Connection, mapped: MappedTable, stem: str) -> TableSize:
    heap, toast, index, live, dead = rows(conn, "size", table=literal(mapped.name))[0]
    return TableSize(
        name=mapped.name,
        stem=stem,
        heap_bytes=int(heap),
        toast_bytes=int(toast),
        index_bytes=int(index),
        live_rows=int(live),
        dead_rows=int(dead),
        batches=len(batches_of_table(conn, mapped.name, stem)),
    )


def batches_of_table(conn: Connection, name: TableName, stem: str) -> list[uuid.UUID]:
    """The batches that a table has still to forget."""
    found = rows(conn, "batches_of_table", stem=stem, name=str(name))
    return [row[0] for row in found]


def batches_of_files(conn: Connection) -> list[uuid.UUID]:
    """The batches that statistics and WAL have still to forget."""
    return [row[0] for row in rows(conn, "batches_of_files")]


def record(conn: Connection, step: str, name: str, batches: Iterable[uuid.UUID]) -> None:
    """These batches are forgotten by one table, or by the files of them all."""
    conn.execute(_Q["record"], {"batches": list(batches), "step": step, "name": name})


def blockers(conn: Connection, before: int, *, catalog: bool) -> list[Blocker]:
    """Who may still see rows that died before that transaction."""
    with conn.transaction():
        own = now(conn)
        found = rows(conn, "blockers", own=own, before=before, catalog=catalog)
    return _blockers(found)


def newest(conn: Connection, batches: Iterable[uuid.UUID]) -> int:
    """The number of the newest transaction that blanked rows of these batches."""
    with conn.transaction():
        own = now(conn)
        return int(rows(conn, "newest", own=own, batches=list(batches))[0][0])


def holders(conn: Connection, name: TableName) -> list[Blocker]:
    """Who holds a lock on a table."""
    return _blockers(rows(conn, "holders", table=literal(name)))


def now(conn: Connection) -> int:
    """The number of a transaction of ours, which is the newest there is."""
    return int(rows(conn, "now")[0][0])


def filenode(conn: Connection, name: TableName) -> tuple[int, int]:
    """The table's file, and its whole size in bytes."""
    node, size = rows(conn, "filenode", table=literal(name))[0]
    return int(node), int(size)


def read_settings(conn: Connection) -> list[Setting]:
    """What decides what this server logs: for everybody, and for roles and databases."""
    names = sorted(settings.NAMES)
    found = rows(conn, "settings", names=names)
    files = rows_or_none(conn, "file_settings", names=names) or []
    mine = rows(conn, "own_settings", names=names)
    listed = list(
        settings.server_wide(
            {name: value for name, value, _ in found},
            [name for name, _, own in found if own],
            _texts(files),
        )
    )
    return listed + [
        Setting(name=name, value=value, role=role, database=database)
        for name, value, role, database in mine
    ]


def _texts(found: list[tuple[Any, ...]]) -> Mapping[str, str]:
    return {str(name): str(value) for name, value in found}


def _blockers(found: list[tuple[Any, ...]]) -> list[Blocker]:
    return [Blocker(kind=kind, name=name, age_s=age) for kind, name, age in found]
