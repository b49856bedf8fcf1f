"""What a dataset says of each column: its category, whether it is a key, and what it points at.

From the config alone, what only the database knows is left out: keys that the config does not
name, the ends of declared foreign keys, types.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from domicile.catalog.model import DataMap, Hop, Table
from domicile.config.model import Config, HopEntry, TableEntry
from domicile.config.names import TableName

Direction = Literal["from", "to"]
"""Which way a person's data is found: `to` the column that is pointed at, or `from` it."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A column of a table."""

    table: TableName
    column: str


@dataclass(frozen=True, slots=True)
class Link:
    """A column of a foreign key, and the column that it points at, where that is known."""

    near: Place
    far: Place | None
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column. `links` has what it points at; the direction is None when both are meant."""

    name: str
    category: str | None = None
    is_key: bool = False
    type: str | None = None
    links: Mapping[Place, Direction | None] = field(default_factory=dict[Place, Direction | None])


Collections = Mapping[TableName, tuple[Field, ...]]


def of_config(config: Config) -> Collections:
    """Every column that the config names or knows to be on a path, by table and name."""
    keys = {entry.table: entry.key for entry in config.tables if entry.key}
    found = _Fields()
    for entry in config.tables:
        for column, category in entry.columns.items():
            found.change(Place(entry.table, column), category=category)
        for column in entry.key:
            found.change(Place(entry.table, column), is_key=True)
        goal = config.subject(entry.subject).table
        found.connect(_entry_links(entry, goal, keys))
    for subject in config.subjects:
        for evidence in subject.evidence:
            found.connect(_walk(subject.table, evidence.path, None, keys, "to"))
    return found.sorted()


def of_map(data_map: DataMap) -> Collections:
    """The same from the map over the live database: with keys, types and every end."""
    found = _Fields()
    for mapped in data_map.tables:
        for column, category in mapped.categories.items():
            found.change(Place(mapped.name, column), category=category)
        found.connect(_map_links(mapped.name, mapped.hops, "from"))
    for subject in data_map.subjects:
        for evidence in subject.evidence:
            found.connect(_map_links(subject.table.name, evidence.hops, "to"))
    tables = [mapped.table for mapped in data_map.tables]
    for table in (*tables, *(subject.table for subject in data_map.subjects)):
        found.describe(table)
    return found.sorted()


class _Fields:
    """Fields that grow while the map is read."""

    def __init__(self) -> None:
        self.by_place: dict[Place, Field] = {}

    def change(
        self, place: Place, *, category: str | None = None, is_key: bool | None = None
    ) -> None:
        known = self.by_place.get(place, Field(name=place.column))
        self.by_place[place] = replace(
            known,
            category=known.category if category is None else category,
            is_key=known.is_key if is_key is None else is_key,
        )

    def connect(self, links: Iterable[Link]) -> None:
        for link in links:
            self.change(link.near)
            if link.far is None:
                continue
            self.change(link.far)
            known = self.by_place[link.near]
            before = known.links.get(link.far, link.direction)
            both = link.direction if before == link.direction else None
            links_now = {**known.links, link.far: both}
            self.by_place[link.near] = replace(known, links=links_now)

    def describe(self, table: Table) -> None:
        """Add the key, and the types of what is there."""
        for name in table.key:
            self.change(Place(table.name, name), is_key=True)
        for column in table.columns:
            place = Place(table.name, column.name)
            if place in self.by_place:
                self.by_place[place] = replace(self.by_place[place], type=column.type)

    def sorted(self) -> dict[TableName, tuple[Field, ...]]:
        found: dict[TableName, list[Field]] = {}
        for place in sorted(self.by_place):
            found.setdefault(place.table, []).append(self.by_place[place])
        return {name: tuple(fields) for name, fields in found.items()}


def _entry_links(
    entry: TableEntry, goal: TableName, keys: Mapping[TableName, tuple[str, ...]]
) -> Iterator[Link]:
    # Without a path it is the subject's own table, or a foreign key that only the database knows.
    return _walk(entry.table, entry.path or (), goal, keys, "from")


def _walk(
    start: TableName,
    path: tuple[HopEntry, ...],
    goal: TableName | None,
    keys: Mapping[TableName, tuple[str, ...]],
    forward: Direction,
) -> Iterator[Link]:
    """The links of a path, as far as the config tells where it leads."""
    here: TableName | None = start
    for number, hop in enumerate(path, start=1):
        last = goal if number == len(path) else None
        source, target = (hop.source, here) if hop.source else (here, hop.to or last)
        if source is not None:
            far = hop.references or (keys.get(target, ()) if target else ())
            direction = "to" if hop.source else forward
            yield from _links(source, hop.columns, target, far, direction)
        here = hop.source or target


def _map_links(start: TableName, hops: tuple[Hop, ...], forward: Direction) -> Iterator[Link]:
    here = start
    for hop in hops:
        if hop.backward:
            yield from _links(hop.table, hop.far, here, hop.near, "to")
        else:
            yield from _links(here, hop.near, hop.table, hop.far, forward)
        here = hop.table


def _links(
    source: TableName,
    columns: tuple[str, ...],
    target: TableName | None,
    far: tuple[str, ...],
    direction: Direction,
) -> Iterator[Link]:
    known = target is not None and len(far) == len(columns)
    for number, column in enumerate(columns):
        end = Place(target, far[number]) if target is not None and known else None
        yield Link(Place(source, column), end, direction)
