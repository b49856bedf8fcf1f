"""Small pieces of SQL composition that every package needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString

from psycopg import sql

from domicile.config.names import TableName

__all__ = [
    "Composable",
    "Composed",
    "comma",
    "differ",
    "equal",
    "every",
    "lines",
    "names",
    "own",
    "qualified",
    "raw",
    "same_columns",
    "sql",
    "table",
    "with_parameters",
]

Composable = sql.Composable
Composed = sql.Composed


def table(name: TableName) -> sql.Identifier:
    """The qualified name of an application's table."""
    return sql.Identifier(name.schema, name.table)


def own(name: str) -> sql.Identifier:
    """The qualified name of an object in schema `domicile`."""
    return sql.Identifier("domicile", name)


def names(columns: Iterable[str], prefix: str | None = None) -> sql.Composed:
    """`a, b, c`, or `t.a, t.b, t.c` with a prefix."""
    return comma(qualified(column, prefix) for column in columns)


def qualified(column: str, prefix: str | None = None) -> sql.Identifier:
    """`a`, or `t.a` with a prefix."""
    return sql.Identifier(column) if prefix is None else sql.Identifier(prefix, column)


def comma(parts: Iterable[sql.Composable]) -> sql.Composed:
    """The parts with commas between them."""
    return sql.SQL(", ").join(parts)


def every(parts: Iterable[sql.Composable]) -> sql.Composed:
    """The conditions joined by AND."""
    return sql.SQL(" AND ").join(parts)


def equal(left: Iterable[sql.Composable], right: Iterable[sql.Composable]) -> sql.Composed:
    """`l1 = r1 AND l2 = r2`."""
    pairs = zip(left, right, strict=True)
    return every(sql.SQL("{} = {}").format(one, other) for one, other in pairs)


def same_columns(columns: Iterable[str], left: str, right: str) -> sql.Composed:
    """`left.a = right.a AND left.b = right.b`."""
    listed = list(columns)
    return equal(
        (qualified(column, left) for column in listed),
        (qualified(column, right) for column in listed),
    )


def differ(left: Iterable[sql.Composable], right: Iterable[sql.Composable]) -> sql.Composed:
    """True when the values are not the same bytes: works for types without an equality too.

    The function of `*<>`, not the operator: pg_dump writes `ROW(a) *<> ROW(b)` for a trigger's
    condition, and PostgreSQL then looks for an operator between a and b.
    """
    return sql.SQL("pg_catalog.record_image_ne(ROW({}), ROW({}))").format(comma(left), comma(right))


def lines(parts: Iterable[sql.Composable], between: LiteralString = "\n") -> sql.Composed:
    """The parts under each other."""
    return sql.SQL(between).join(parts)


class _Deparsed(sql.SQL):
    """Text with names in it: a `%` in it is no placeholder."""


def raw(text: str) -> sql.SQL:
    """SQL text that the server itself deparsed (an expression, a type, a definition).

    It goes back to the very catalog that it came from; nothing typed by a person passes here.
    """
    return _Deparsed(text)  # pyright: ignore[reportArgumentType]


def with_parameters(statement: sql.Composable) -> sql.Composable:
    """The statement to be run with parameters: a `%` that is part of a name is doubled.

    psycopg looks for placeholders in the whole text; only `sql.SQL` of our own has any.
    """
    if isinstance(statement, sql.Composed):
        return sql.Composed([with_parameters(part) for part in statement])
    if isinstance(statement, sql.SQL) and not isinstance(statement, _Deparsed):
        return statement
    return raw(statement.as_string(None).replace("%", "%%"))
