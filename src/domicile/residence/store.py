"""What apply and unapply read from hub and homes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from domicile.catalog.model import MappedTable
from domicile.config.names import TableName
from domicile.errors import PreparationError
from domicile.pg.connection import Connection
from domicile.pg.query import load_queries
from domicile.residence import needs
from domicile.residence.needs import Made

Q = load_queries("domicile.residence")
_FIRST_USER_OID = 16384


def rows(
    conn: Connection, query: str, params: dict[str, object] | None = None
) -> list[tuple[Any, ...]]:
    """The rows of one of this package's queries."""
    return conn.execute(Q[query], params or {}).fetchall()


def holds(conn: Connection, query: str, **params: object) -> bool:
    """The answer of a query that asks yes or no."""
    return bool(rows(conn, query, params)[0][0])


def extension_schema(conn: Connection, name: str) -> str | None:
    """Where an extension is installed, if it is."""
    found = rows(conn, "extension_schema", {"name": name})
    return str(found[0][0]) if found else None


def granted(conn: Connection, table: TableName) -> list[tuple[str | None, str, str | None]]:
    """Who may do what with a table: (role or PUBLIC, privilege, column or all)."""
    named: dict[str, object] = {"schema": table.schema, "table": table.table}
    return [(role, privilege, column) for role, privilege, column in rows(conn, "grants", named)]


def needed_types(conn: Connection, tables: Iterable[MappedTable]) -> list[Made]:
    """The types, and what they need, that the tables' columns have and a new home has not.

    In an order in which they can be made. Enums, domains, composites, ranges and collations
    are copied; a type of an extension (citext) brings the extension.

    Raises:
        PreparationError: a type that only its author's own code could make.
    """
    made: dict[tuple[str, int], list[Made]] = {}
    for mapped in tables:
        params: dict[str, object] = {
            "schema": mapped.name.schema,
            "table": mapped.name.table,
            "columns": sorted(mapped.home_columns),
        }
        for oid, collation in rows(conn, "column_types", params):
            _need_type(conn, oid, made)
            _need_collation(conn, collation, made)
    return [each for group in made.values() for each in group]


def _need_type(conn: Connection, oid: int, made: dict[tuple[str, int], list[Made]]) -> None:
    if oid < _FIRST_USER_OID or ("type", oid) in made:
        return
    schema, name, kind, extension = rows(conn, "type_of", {"oid": oid})[0]
    if extension is None:
        for (below,) in rows(conn, "type_parts", {"oid": oid}):
            _need_type(conn, below, made)
        for (below,) in rows(conn, "type_collations", {"oid": oid}):
            _need_collation(conn, below, made)
    if extension is not None:
        within = str(extension_schema(conn, extension))
        made["type", oid] = [needs.schema(within), needs.extension(extension, within)]
    elif kind in ("array", "m"):
        made["type", oid] = []  # comes with its element or its range
    else:
        made["type", oid] = [needs.schema(schema), _type(conn, oid, schema, name, kind)]


def _need_collation(conn: Connection, oid: int, made: dict[tuple[str, int], list[Made]]) -> None:
    if oid < _FIRST_USER_OID or ("collation", oid) in made:
        return
    schema, name, provider, deterministic, detail = rows(conn, "collation", {"oid": oid})[0]
    made["collation", oid] = [
        needs.schema(schema),
        needs.collation(schema, name, provider, detail, deterministic=deterministic),
    ]


def _type(conn: Connection, oid: int, schema: str, name: str, kind: str) -> Made:
    own: dict[str, object] = {"oid": oid}
    match kind:
        case "e":
            return needs.enum(schema, name, [row[0] for row in rows(conn, "enum_labels", own)])
        case "d":
            base, collation, not_null = rows(conn, "domain", own)[0]
            checks = [(row[0], row[1]) for row in rows(conn, "domain_checks", own)]
            return needs.domain(schema, name, base, collation, checks, not_null=not_null)
        case "c":
            attributes = [(row[0], row[1], row[2]) for row in rows(conn, "attributes", own)]
            return needs.composite(schema, name, attributes)
        case "r":
            subtype, collation, operators, multirange, canonical = rows(conn, "range", own)[0]
            if not canonical:
                return needs.range_of(schema, name, subtype, collation, operators, multirange)
        case _:
            pass
    raise PreparationError(
        f"type {schema}.{name} cannot be made at a home: it is code of its own",
        hint="leave its columns out of the map, or make its parts an extension",
    )
