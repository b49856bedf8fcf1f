"""What a PostgreSQL type can hold, in one word."""

from __future__ import annotations

from domicile.discovery.model import Kind

_BY_NAME: dict[str, Kind] = {
    "int2": "integer",
    "int4": "integer",
    "int8": "integer",
    "numeric": "decimal",
    "float4": "decimal",
    "float8": "decimal",
    "money": "decimal",
    "bool": "boolean",
    "date": "date",
    "timestamp": "timestamp",
    "timestamptz": "timestamp",
    "time": "time",
    "timetz": "time",
    "uuid": "uuid",
    "inet": "network",
    "cidr": "network",
    "macaddr": "mac",
    "macaddr8": "mac",
    "point": "point",
    "geometry": "point",
    "geography": "point",
    "json": "json",
    "jsonb": "json",
    "xml": "xml",
    "hstore": "hstore",
    "bytea": "bytes",
    "tsvector": "search",
    "citext": "text",
    "name": "text",
    "bpchar": "text",
    '"char"': "text",
}


def kind_of(name: str, typtype: str, category: str) -> Kind:
    """The kind of the type `name`, a domain already seen through.

    Args:
        name: pg_type.typname.
        typtype: pg_type.typtype: `b` base, `e` enum, `c` composite, `r` range, `m` multirange.
        category: pg_type.typcategory: `S` string, `A` array, `E` enum.
    """
    if name in _BY_NAME:
        return _BY_NAME[name]
    if category == "A":
        return "array"
    if typtype == "e":
        return "enum"
    return "text" if category == "S" else "other"
