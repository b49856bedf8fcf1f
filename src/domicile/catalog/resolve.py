"""The config's data map against the live catalog: every path joined up, every doubt an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domicile.catalog.check import check_map
from domicile.catalog.model import (
    DataMap,
    Evidence,
    ForeignKey,
    Hop,
    MappedTable,
    Subject,
    Table,
)
from domicile.config.model import (
    Config,
    EvidenceEntry,
    HopEntry,
    SubjectEntry,
    TableEntry,
)
from domicile.config.names import TableName
from domicile.errors import MapError

Live = Mapping[TableName, Table]


def wanted_tables(config: Config) -> set[TableName]:
    """The tables that the config itself names; paths may lead to more."""
    hops = [hop for entry in config.tables for hop in entry.path or ()]
    hops += [hop for entry in config.subjects for each in entry.evidence for hop in each.path]
    named = {name for hop in hops for name in (hop.source, hop.to) if name is not None}
    return (
        named
        | {entry.table for entry in config.subjects}
        | {entry.table for entry in config.tables}
    )


def neighbours(live: Live) -> set[TableName]:
    """The tables that foreign keys of the known ones point at and that are not known yet."""
    return {
        key.target
        for table in live.values()
        for key in table.foreign_keys
        if key.target not in live
    }


def resolve_map(config: Config, live: Live) -> DataMap:
    """The data map of `config` over the tables in `live`.

    Raises:
        MapError: a table, column or key is missing, a path does not lead to the subject, or a
            column cannot be moved; says file, table, column and what to do.
    """
    where = str(config.source)
    keyed = dict(live)
    for entry in config.tables:
        if entry.table in keyed and entry.key:
            keyed[entry.table] = _with_key(where, keyed[entry.table], entry.key)
    subjects = {entry.kind: _subject(where, entry, keyed) for entry in config.subjects}
    tables = tuple(_mapped(where, entry, subjects[entry.subject], keyed) for entry in config.tables)
    data_map = DataMap(subjects=tuple(subjects.values()), tables=tables)
    check_map(where, data_map)
    return data_map


def _subject(where: str, entry: SubjectEntry, live: Live) -> Subject:
    place = f"{where}: subject {entry.kind}"
    table = _existing(place, entry.table, live)
    if not table.key:
        kind = "" if table.kind == "table" else f"is a {table.kind} and "
        raise MapError(
            f"{place}: table {table.name} {kind}has no primary key",
            hint='add one, or map the table with a unique NOT NULL key: key = ["column"]',
        )
    evidence = tuple(_evidence(place, table, each, live) for each in entry.evidence)
    return Subject(kind=entry.kind, table=table, evidence=evidence, scope=entry.scope)


def _evidence(place: str, table: Table, entry: EvidenceEntry, live: Live) -> Evidence:
    hops, end = _walk(f"{place}: evidence", table, entry.path, live)
    if any(hop.backward for hop in hops):  # then one person could have two values
        raise MapError(
            f"{place}: evidence: path: goes backward",
            hint="evidence is reached over foreign keys of the subject, one value per person",
        )
    _has_columns(f"{place}: evidence", end, (entry.column,))
    return Evidence(hops=hops, column=entry.column, speaks_for=entry.speaks_for)


def _mapped(where: str, entry: TableEntry, subject: Subject, live: Live) -> MappedTable:
    place = f"{where}: table {entry.table}"
    table = _existing(place, entry.table, live)
    _has_columns(f"{place}: columns", table, tuple(entry.columns))
    hops = _way(place, table, entry.path, subject, live)
    return MappedTable(table=table, subject=subject, hops=hops, categories=dict(entry.columns))


def _way(
    place: str, table: Table, path: tuple[HopEntry, ...] | None, subject: Subject, live: Live
) -> tuple[Hop, ...]:
    if table.name == subject.table.name:
        if path:
            raise MapError(
                f"{place}: path: this is the table of subject {subject.kind!r} itself",
                hint="leave path out: each row is a person",
            )
        return ()
    if path is None:
        return (_only_way(place, table, subject),)
    hops, end = _walk(place, table, path, live)
    if end.name != subject.table.name:
        raise MapError(
            f"{place}: path: ends at {end.name}, not at {subject.table.name}",
            hint=f"add the hops that lead to the table of subject {subject.kind!r}",
        )
    return hops


def _only_way(place: str, table: Table, subject: Subject) -> Hop:
    target = subject.table.name
    forward = [_forward(key) for key in table.foreign_keys if key.target == target]
    backward = [
        _backward(subject.table, key.columns, key.far)
        for key in subject.table.foreign_keys
        if key.target == table.name
    ]
    ways = forward + backward
    if len(ways) == 1:
        return ways[0]
    found = "no foreign key leads" if not ways else "more than one foreign key leads"
    raise MapError(
        f"{place}: path: {found} to {target}, so the subject of a row cannot be found",
        hint='write path = [{ columns = ["..."] }], or { from = "table", columns = [...] }',
    )


def _walk(
    place: str, start: Table, path: tuple[HopEntry, ...], live: Live
) -> tuple[tuple[Hop, ...], Table]:
    hops: list[Hop] = []
    here = start
    for entry in path:
        hop = _hop(place, here, entry, live)
        here = _existing(f"{place}: path", hop.table, live)
        _has_columns(f"{place}: path", here, hop.far)
        hops.append(hop)
    return tuple(hops), here


def _hop(place: str, here: Table, entry: HopEntry, live: Live) -> Hop:
    if entry.source is not None:
        return _hop_back(place, here, entry, _existing(f"{place}: path", entry.source, live))
    _has_columns(f"{place}: path", here, entry.columns)
    declared = [key for key in here.foreign_keys if _means(key, entry, target=entry.to)]
    if len(declared) == 1:
        return _forward(declared[0])
    columns = ", ".join(entry.columns)
    if declared:
        raise MapError(
            f"{place}: path: more than one foreign key of {here.name} is on {columns}",
            hint='say which: to = "table"',
        )
    if entry.to is None:
        raise MapError(
            f"{place}: path: {here.name} has no foreign key on {columns}",
            hint='where none is declared, add to = "table" and references = ["column"]',
        )
    there = _existing(f"{place}: path", entry.to, live)
    far = _pointed_at(place, there, entry)
    if not _is_unique(there, far):
        raise MapError(
            f"{place}: path: {', '.join(far)} of {there.name} is not unique, so a row could "
            "belong to many",
            hint="a forward hop needs a unique index on exactly the columns that it points at",
        )
    return Hop(table=there.name, near=entry.columns, far=far, backward=False, declared=False)


def _hop_back(place: str, here: Table, entry: HopEntry, source: Table) -> Hop:
    _has_columns(f"{place}: path", source, entry.columns)
    declared = [key for key in source.foreign_keys if _means(key, entry, target=here.name)]
    if declared:
        return _backward(source, declared[0].columns, declared[0].far)
    near = _pointed_at(place, here, entry)
    return Hop(table=source.name, near=near, far=entry.columns, backward=True, declared=False)


def _means(key: ForeignKey, entry: HopEntry, target: TableName | None) -> bool:
    """Whether the config's hop is this foreign key, its columns in whatever order."""
    return (
        set(key.columns) == set(entry.columns)
        and target in (None, key.target)
        and (not entry.references or set(key.far) == set(entry.references))
    )


def _pointed_at(place: str, there: Table, entry: HopEntry) -> tuple[str, ...]:
    """The columns that an undeclared hop points at: as many as point."""
    far = entry.references or there.key
    _has_columns(f"{place}: path", there, far)
    if len(far) != len(entry.columns):
        raise MapError(
            f"{place}: path: {', '.join(entry.columns)} cannot point at "
            f"{', '.join(far) or 'no key'} of {there.name}",
            hint='add references = ["column"], one for each of columns',
        )
    return far


def _is_unique(table: Table, columns: tuple[str, ...]) -> bool:
    return any(
        unique.plain is not None and set(unique.plain) == set(columns) and unique.predicate is None
        for unique in table.uniques
    )


def _forward(key: ForeignKey) -> Hop:
    return Hop(table=key.target, near=key.columns, far=key.far, backward=False, declared=True)


def _backward(source: Table, columns: tuple[str, ...], here: tuple[str, ...]) -> Hop:
    return Hop(table=source.name, near=here, far=columns, backward=True, declared=True)


def _with_key(where: str, table: Table, key: tuple[str, ...]) -> Table:
    place = f"{where}: table {table.name}: key"
    _has_columns(place, table, key)
    if not _is_unique(table, key) or not all(table.by_name[name].not_null for name in key):
        raise MapError(
            f"{place}: needs a unique index on exactly these NOT NULL columns",
            hint="CREATE UNIQUE INDEX ... and SET NOT NULL, or name another key",
        )
    return replace(table, key=key)


def _existing(place: str, name: TableName, live: Live) -> Table:
    if name not in live:
        raise MapError(
            f"{place}: table {name} does not exist in the hub",
            hint='write it as it stands in the catalog: schema.table, "Quoted Name" if needed',
        )
    return live[name]


def _has_columns(place: str, table: Table, columns: tuple[str, ...]) -> None:
    for column in columns:
        if column not in table.by_name:
            raise MapError(
                f"{place}: table {table.name} has no column {column!r}",
                hint=f"its columns are: {', '.join(sorted(table.by_name))}",
            )
