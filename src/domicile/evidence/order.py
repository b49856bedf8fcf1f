"""Whether two servers sort a table's keys alike, so that a span means the same on both. Pure.

Nothing false is ever reported because they do not: every suspect is looked at by its key. It is
only that chunks of theirs cannot be compared as a whole.
"""

from __future__ import annotations

from domicile.pg.compose import Composed, sql
from domicile.residence.fragments import Fragments

#: Types whose order is the same everywhere, and types whose collation says what it is.
PLAIN = (
    "bool", "int2", "int4", "int8", "numeric", "float4", "float8", "uuid", "bytea", "date",
    "time", "timetz", "timestamp", "timestamptz", "interval", "inet", "cidr", "macaddr",
    "macaddr8", "oid", "pg_lsn", "xid8",
)  # fmt: skip
COLLATED = ("text", "varchar", "bpchar", "name", "char")


def key_order(f: Fragments) -> Composed:
    """How this server sorts each key column: plain, or a collation with its version, or unknown.

    The base types of domains are followed, and a column without a collation of its own has the
    database's.
    """
    return sql.SQL(
        "WITH RECURSIVE base AS ("
        " SELECT a.attname, a.attcollation, a.atttypid AS type FROM pg_attribute a"
        " WHERE a.attrelid = {}::regclass AND a.attname = ANY ({})"
        " UNION ALL SELECT b.attname, b.attcollation, t.typbasetype FROM base b"
        " JOIN pg_type t ON t.oid = b.type WHERE t.typtype = 'd')"
        " SELECT CASE WHEN t.typnamespace <> 'pg_catalog'::regnamespace THEN 'unknown'"
        " WHEN t.typname = ANY ({}) THEN 'plain'"
        " WHEN t.typname <> ALL ({}) THEN 'unknown'"
        " WHEN c.collprovider = 'd' THEN d.datlocprovider::text || ' ' || coalesce("
        "to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', d.datcollate) || ' '"
        " || coalesce(d.daticurules, '') || ' '"
        " || coalesce(pg_database_collation_actual_version(d.oid), '')"
        " ELSE c.collprovider::text || ' ' || coalesce("
        "to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate) || ' '"
        " || coalesce(c.collicurules, '') || ' '"
        " || coalesce(pg_collation_actual_version(c.oid), '') END"
        " FROM base b JOIN pg_type t ON t.oid = b.type AND t.typtype <> 'd'"
        " LEFT JOIN pg_collation c ON c.oid = b.attcollation"
        " JOIN pg_database d ON d.datname = current_database() ORDER BY b.attname"
    ).format(
        sql.Literal(f.base.as_string(None)),
        sql.Literal([column.name for column in f.mapped.key]),
        sql.Literal(list(PLAIN)),
        sql.Literal(list(COLLATED)),
    )


def alike(hub: list[str], home: list[str]) -> bool:
    """True when the keys' order is known to be the same on both."""
    return hub == home and "unknown" not in hub
