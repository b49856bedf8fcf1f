"""Which columns stay in the hub of a person's row, read from the data map. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from domicile.catalog.check import check_map
from domicile.catalog.model import Column, DataMap, MappedTable, Subject, Table
from domicile.config.names import TableName
from domicile.errors import MapError
from domicile.skeleton.model import ColumnSet, Field, Skeleton, Source

_SURROGATES = frozenset({"smallint", "integer", "bigint", "uuid"})
_MOMENT = re.compile(r"date|timestamp\b.*")


def skeleton_of(data_map: DataMap, subject: Subject) -> Skeleton:
    """What stays of this kind's rows: of their own table, and of mapped tables with one row each.

    A key of integers or UUIDs, and what joins the tables, are keys: nobody knows them of a
    person. Any other key (a login) is measured like every column.
    """
    sources = (Source(table=subject.table), *_joined(data_map, subject))
    keys: list[str] = []
    listed: list[tuple[int, Table, Column]] = []
    for number, source in enumerate(sources):
        personal = _personal(data_map, source.table.name)
        for column in source.table.columns:
            if _is_key(source, column):
                keys.append(_name(number, source.table, column))
            elif column.name not in personal:
                listed.append((number, source.table, column))
    fields = tuple(_field(data_map, subject, listed, each) for each in listed)
    return Skeleton(
        kind=subject.kind,
        key=subject.table.key,
        sources=sources,
        fields=fields,
        keys=tuple(keys),
    )


def _joined(data_map: DataMap, subject: Subject) -> Iterator[Source]:
    """The mapped tables one hop away of which a person has at most one row."""
    for mapped in data_map.of(subject.kind):
        if len(mapped.hops) == 1 and _is_unique(mapped.table, mapped.hops[0].near):
            hop = mapped.hops[0]
            yield Source(table=mapped.table, near=hop.near, far=hop.far)


def _is_unique(table: Table, columns: tuple[str, ...]) -> bool:
    plain = [unique.plain for unique in table.uniques if unique.plain and not unique.predicate]
    return any(set(each) <= set(columns) for each in plain)


def _is_key(source: Source, column: Column) -> bool:
    surrogate = source.table.key == (column.name,) and column.type in _SURROGATES
    return surrogate or column.name in source.near


def _personal(data_map: DataMap, name: TableName) -> set[str]:
    return {column for each in data_map.tables if each.name == name for column in each.categories}


def _name(number: int, table: Table, column: Column) -> str:
    return f"{table.name.table}.{column.name}" if number else column.name


def _field(
    data_map: DataMap,
    subject: Subject,
    listed: list[tuple[int, Table, Column]],
    it: tuple[int, Table, Column],
) -> Field:
    number, table, column = it
    along = frozenset(
        place
        for place, (source, _, other) in enumerate(listed)
        if source == number and column.name in other.reads
    )
    return Field(
        source=number,
        table=table.name,
        column=column.name,
        name=_name(number, table, column),
        moment=bool(_MOMENT.fullmatch(column.type)),
        stays=_stays(data_map, subject, table, {column.name, *_names(listed, along)}),
        along=along,
    )


def _names(listed: list[tuple[int, Table, Column]], columns: ColumnSet) -> set[str]:
    return {listed[place][2].name for place in columns}


def _stays(data_map: DataMap, subject: Subject, table: Table, columns: set[str]) -> str:
    """Why the map cannot have these columns too, in the words that would refuse it; or empty."""
    mapped = next((each for each in data_map.tables if each.name == table.name), None)
    if mapped is None:
        mapped = MappedTable(table=table, subject=subject, hops=(), categories={})
    wider = replace(mapped, categories={**mapped.categories, **dict.fromkeys(columns, "user")})
    others = tuple(each for each in data_map.tables if each.name != table.name)
    try:
        check_map("", DataMap(subjects=data_map.subjects, tables=(*others, wider)))
    except MapError as error:
        return str(error).removeprefix(f": table {table.name}: ")
    return ""
