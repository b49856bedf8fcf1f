"""Read the hub's catalog into values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, cast

from psycopg import errors, sql

from domicile.catalog.model import (
    Check,
    Column,
    ForeignKey,
    Index,
    Table,
    UniqueIndex,
)
from domicile.config.names import TableName
from domicile.pg.compose import raw
from domicile.pg.connection import Connection
from domicile.pg.query import load_queries

_Q = load_queries("domicile.catalog")
GUARD_PREFIX = "~domicile"
_KINDS = {
    "r": "table",
    "p": "partitioned table",
    "v": "view",
    "m": "materialized view",
    "f": "foreign table",
}


def read_tables(conn: Connection, names: set[TableName]) -> dict[TableName, Table]:
    """The tables that exist among `names`, as they are without Domicile.

    What `apply` took away (NOT NULL, CHECK constraints) is put back into the picture, so that
    a map resolves to the same value before and after `apply`.
    """
    applied = bool(_rows(conn, "is_applied", {})[0][0])
    found = {name: _read_table(conn, name, applied=applied) for name in sorted(names)}
    return {name: table for name, table in found.items() if table is not None}


def _read_table(conn: Connection, name: TableName, *, applied: bool) -> Table | None:
    named = {"schema": name.schema, "table": name.table}
    head = _rows(conn, "table", named)
    if not head:
        return None
    oid, relkind, row_security, column_grants, has_children = head[0]
    own = {"oid": oid}
    taken = _rows(conn, "taken", named) if applied else []
    uniques, indexes = _read_indexes(conn, own)
    not_null = {row[1] for row in taken if row[0] == "not null"}
    return Table(
        name=name,
        kind=_KINDS.get(relkind, "relation"),
        columns=tuple(_column(conn, row, not_null) for row in _rows(conn, "columns", own)),
        key=next((unique.plain for unique in uniques if unique.primary and unique.plain), ()),
        checks=_read_checks(conn, own, taken),
        foreign_keys=tuple(
            ForeignKey(
                name=row[0],
                columns=tuple(row[1]),
                target=TableName(row[2], row[3]),
                far=tuple(row[4]),
            )
            for row in _rows(conn, "foreign_keys", own)
        ),
        referenced_columns=frozenset(row[0] for row in _rows(conn, "referenced", own)),
        uniques=uniques,
        indexes=indexes,
        before_triggers=tuple(
            row[0]
            for row in _rows(conn, "before_triggers", own)
            if not row[0].startswith(GUARD_PREFIX)
        ),
        row_security=row_security,
        column_grants=column_grants,
        has_children=has_children,
    )


def _column(conn: Connection, row: tuple[Any, ...], taken_not_null: set[str]) -> Column:
    name, kind, not_null, default, generated, identity, collation, *rest = row
    refuses, checked, portable, reads = rest
    return Column(
        name=name,
        type=kind,
        not_null=not_null or name in taken_not_null,
        default=default,
        generated=generated,
        identity=cast("Literal['', 'always', 'by default']", identity),
        collation=collation,
        domain_refuses_null=refuses or (checked and _refuses_null(conn, kind)),
        portable=portable,
        reads=frozenset(reads or ()),
    )


def _refuses_null(conn: Connection, domain: str) -> bool:
    """Whether the CHECKs of a domain refuse NULL, which only the server can say."""
    # The text is format_type's own, quoted and qualified by the server.
    probe = sql.SQL("SELECT NULL::{}").format(raw(domain))
    try:
        with conn.transaction():
            conn.execute(probe)
    except errors.CheckViolation:
        return True
    return False


def _read_checks(
    conn: Connection, own: Mapping[str, object], taken: list[tuple[Any, ...]]
) -> tuple[Check, ...]:
    rows = _rows(conn, "checks", own) + [row[1:] for row in taken if row[0] == "check"]
    checks = [
        Check(
            name=name,
            definition=definition,
            expression=expression,
            columns=frozenset(columns),
        )
        for name, definition, expression, columns in rows
    ]
    return tuple(sorted(checks, key=lambda check: check.name))


def _read_indexes(
    conn: Connection, own: Mapping[str, object]
) -> tuple[tuple[UniqueIndex, ...], tuple[Index, ...]]:
    uniques: list[UniqueIndex] = []
    indexes: list[Index] = []
    for row in _rows(conn, "indexes", own):
        name, definition, constraint, primary, unique, parts, columns, predicate, plain, *rest = row
        if not unique:
            indexes.append(
                Index(
                    name=name,
                    definition=definition,
                    columns=frozenset(columns),
                    constraint=constraint,
                )
            )
            continue
        uniques.append(
            UniqueIndex(
                name=name,
                definition=definition,
                constraint=constraint,
                primary=primary,
                parts=tuple(parts),
                columns=frozenset(columns),
                predicate=predicate,
                plain=None if plain is None else tuple(plain),
                nulls_distinct=rest[0],
                operators=tuple(rest[1]),
            )
        )
    return tuple(uniques), tuple(indexes)


def _rows(conn: Connection, query: str, params: Mapping[str, object]) -> list[tuple[Any, ...]]:
    return conn.execute(_Q[query], params).fetchall()
