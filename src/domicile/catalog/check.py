"""What a mapped table must be like, so that its rows can live in two places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domicile.catalog.model import DataMap, Hop, MappedTable, Subject
from domicile.config.names import TableName
from domicile.errors import MapError


def check_map(where: str, data_map: DataMap) -> None:
    """Refuse a map with a table that cannot be split into skeleton and personal columns.

    Args:
        where: the config file, for the message.
        data_map: every table of it is checked, in its order.

    Raises:
        MapError: says file, table, column and what to do.
    """
    roads = _roads(data_map)
    evidence = {step for subject in data_map.subjects for step in _evidence(subject)}
    for table in data_map.tables:
        place = f"{where}: table {table.name}"
        _check_shape(place, table)
        _check_keys(place, table, roads)
        _check_evidence(place, table, evidence)
        _check_columns(place, table)
        _check_indexes(place, table)
        _check_generated(place, table)


def _check_shape(place: str, table: MappedTable) -> None:
    if table.table.kind != "table" or table.table.has_children:
        plain = table.table.kind == "table"
        kind = "part of an inheritance tree" if plain else f"a {table.table.kind}"
        raise MapError(
            f"{place}: is {kind}; only plain tables can be mapped",
            hint="map the plain table that holds the rows",
        )
    if table.table.row_security:
        raise MapError(
            f"{place}: has row level security, which a home's rows would not be under",
            hint="leave the table out of the map, or disable row level security on it",
        )
    if not table.table.key:
        raise MapError(
            f"{place}: has no primary key, so its rows cannot be told apart",
            hint='add one, or name a unique NOT NULL key: key = ["column"]',
        )


def _check_keys(place: str, table: MappedTable, roads: frozenset[tuple[TableName, str]]) -> None:
    """Keys are data: what joins rows must stay readable in the hub."""
    personal = set(table.categories)
    for column in table.table.key:
        if column in personal:
            raise MapError(
                f"{place}: column {column!r} is personal and in the primary key: keys are data",
                hint="give the table a surrogate key, or leave the column out of the map",
            )
    declared = {name for key in table.table.foreign_keys for name in key.columns}
    for column in sorted(personal & (declared | table.table.referenced_columns)):
        raise MapError(
            f"{place}: column {column!r} is personal and part of a foreign key",
            hint="a key joins tables in the hub and stays there: leave it out of the map",
        )
    for column in sorted(column for column in personal if (table.name, column) in roads):
        raise MapError(
            f"{place}: column {column!r} is personal and on the path to a subject",
            hint="a path is followed in the hub: leave the column out of the map, or take "
            "another path",
        )


def _check_evidence(place: str, table: MappedTable, evidence: set[tuple[TableName, str]]) -> None:
    for column in sorted(table.categories):
        if (table.name, column) in evidence:
            raise MapError(
                f"{place}: column {column!r} is evidence and personal",
                hint="evidence decides where a person lives and must stay readable in the hub: "
                "leave the column out of the map",
            )


def _check_columns(place: str, table: MappedTable) -> None:
    for column in table.written:
        if column.domain_refuses_null:
            raise MapError(
                f"{place}: column {column.name!r} has the domain {column.type}, which refuses NULL",
                hint="a resident's skeleton is NULL there: move NOT NULL from the domain to the "
                "column",
            )
        if column.identity:
            raise MapError(
                f"{place}: column {column.name!r} is an identity column and cannot be personal",
                hint="leave it out of the map",
            )


def _check_indexes(place: str, table: MappedTable) -> None:
    for unique in table.table.uniques:
        if not unique.nulls_distinct and unique.columns & set(table.categories):
            raise MapError(
                f"{place}: unique index {unique.name!r} is NULLS NOT DISTINCT on a personal column",
                hint="residents' skeletons are NULL there: make it NULLS DISTINCT",
            )
    for index in table.table.indexes:
        if index.constraint is not None and index.columns & set(table.categories):
            raise MapError(
                f"{place}: constraint {index.constraint!r} is an EXCLUDE over a personal column",
                hint="it could not hold between people in two databases: leave the column out "
                "of the map, or drop the constraint",
            )


def _check_generated(place: str, table: MappedTable) -> None:
    """A generated column over personal ones is personal, and needs all of them at home."""
    for column in table.table.columns:
        if column.generated is None:
            continue
        mapped = column.name in table.categories
        personal = bool(column.reads & set(table.categories))
        missing = sorted(column.reads - table.home_columns)
        if personal and not mapped:
            raise MapError(
                f"{place}: column {column.name!r} is generated from personal columns",
                hint="it is personal as well: add it to the map",
            )
        if mapped and missing:
            raise MapError(
                f"{place}: column {column.name!r} is generated and also reads {missing[0]!r}, "
                "which stays in the hub",
                hint="add that column to the map too, or leave this one out",
            )
        if mapped and not personal:
            raise MapError(
                f"{place}: column {column.name!r} is generated from what stays in the hub",
                hint="it cannot be blanked there: leave it out of the map",
            )


def _roads(data_map: DataMap) -> frozenset[tuple[TableName, str]]:
    """Every column that a path of a mapped table goes over."""
    return frozenset(step for table in data_map.tables for step in _steps(table.name, table.hops))


def _evidence(subject: Subject) -> Iterator[tuple[TableName, str]]:
    """Every column by which a subject's evidence is reached, and the evidence itself."""
    for evidence in subject.evidence:
        yield from _steps(subject.table.name, evidence.hops)
        end = evidence.hops[-1].table if evidence.hops else subject.table.name
        yield end, evidence.column


def _steps(start: TableName, hops: Iterable[Hop]) -> Iterator[tuple[TableName, str]]:
    here = start
    for hop in hops:
        yield from ((here, column) for column in hop.near)
        yield from ((hop.table, column) for column in hop.far)
        here = hop.table
