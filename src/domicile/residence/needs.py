"""The types, collations and extensions that a home needs before its tables can be made. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from domicile.pg.compose import Composable, Composed, comma, raw, sql

MadeKind = Literal["schema", "extension", "collation", "type", "domain", "table"]
#: A name, its definition as the server deparsed it, and its collation where it has one of its own.
Attribute = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Something that a home must have: what it is, its name, and the statement that makes it."""

    kind: MadeKind
    schema: str | None
    name: str
    statement: Composed


def schema(name: str) -> Made:
    """A schema."""
    statement = sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name))
    return Made(kind="schema", schema=None, name=name, statement=statement)


def extension(name: str, within: str) -> Made:
    """An extension, in the schema where the hub has it."""
    statement = sql.SQL("CREATE EXTENSION {} WITH SCHEMA {}").format(
        sql.Identifier(name), sql.Identifier(within)
    )
    return Made(kind="extension", schema=None, name=name, statement=statement)


def collation(
    within: str, name: str, provider: str, detail: dict[str, object], *, deterministic: bool
) -> Made:
    """A collation, from its row in pg_collation.

    The columns of the locale's name differ between PostgreSQL 16 and 17: `detail` has the row.
    """
    locale = detail.get("colllocale") or detail.get("colliculocale")
    options: list[Composable] = [sql.SQL("provider = {}").format(raw(provider))]
    if locale is not None:
        options.append(sql.SQL("locale = {}").format(sql.Literal(str(locale))))
    else:
        options += [
            sql.SQL("lc_collate = {}").format(sql.Literal(str(detail["collcollate"]))),
            sql.SQL("lc_ctype = {}").format(sql.Literal(str(detail["collctype"]))),
        ]
    if not deterministic:
        options.append(sql.SQL("deterministic = false"))
    if detail.get("collicurules"):
        options.append(sql.SQL("rules = {}").format(sql.Literal(str(detail["collicurules"]))))
    return _made("collation", "COLLATION {} ({})", within, name, comma(options))


def enum(within: str, name: str, labels: Iterable[str]) -> Made:
    """An enum with its labels in their order."""
    return _made("type", "TYPE {} AS ENUM ({})", within, name, comma(map(sql.Literal, labels)))


def composite(within: str, name: str, attributes: Iterable[Attribute]) -> Made:
    """A composite type."""
    listed = comma(
        sql.SQL("{} {}{}").format(sql.Identifier(each), raw(kind), collated(own))
        for each, kind, own in attributes
    )
    return _made("type", "TYPE {} AS ({})", within, name, listed)


def range_of(
    within: str, name: str, subtype: str, own: str | None, operators: str, multirange: str
) -> Made:
    """A range and its multirange; `operators` is the operator class by which it is ordered."""
    options: list[Composable] = [
        sql.SQL("subtype = {}").format(raw(subtype)),
        sql.SQL("subtype_opclass = {}").format(raw(operators)),
        sql.SQL("multirange_type_name = {}").format(raw(multirange)),
    ]
    if own is not None:
        options.append(sql.SQL("collation = {}").format(raw(own)))
    return _made("type", "TYPE {} AS RANGE ({})", within, name, comma(options))


def domain(
    within: str,
    name: str,
    base: str,
    own: str | None,
    checks: Iterable[tuple[str, str]],
    *,
    not_null: bool,
) -> Made:
    """A domain with its constraints; its default is the hub's business."""
    parts: list[Composable] = [sql.SQL("{}{}").format(raw(base), collated(own))]
    if not_null:
        parts.append(sql.SQL("NOT NULL"))
    parts += [
        sql.SQL("CONSTRAINT {} {}").format(sql.Identifier(check), raw(definition))
        for check, definition in checks
    ]
    return _made("domain", "DOMAIN {} AS {}", within, name, sql.SQL(" ").join(parts))


def collated(name: str | None) -> Composable:
    """` COLLATE name`, or nothing; the name is qualified and quoted already."""
    return sql.SQL("") if name is None else sql.SQL(" COLLATE {}").format(raw(name))


def _made(
    kind: MadeKind,
    template: Literal[
        "COLLATION {} ({})",
        "TYPE {} AS ENUM ({})",
        "TYPE {} AS ({})",
        "TYPE {} AS RANGE ({})",
        "DOMAIN {} AS {}",
    ],
    within: str,
    name: str,
    detail: Composable,
) -> Made:
    statement = sql.SQL("CREATE {}").format(
        sql.SQL(template).format(sql.Identifier(within, name), detail)
    )
    return Made(kind=kind, schema=within, name=name, statement=statement)
