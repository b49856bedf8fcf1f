"""What `apply` and `move` would do, without doing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from domicile.catalog.model import DataMap, MappedTable
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.config.names import TableName
from domicile.pg import servers
from domicile.pg.compose import Composable
from domicile.pg.connection import Connection
from domicile.placement.run import assess_on
from domicile.residence import hub as at_hub
from domicile.residence.run import reaches
from domicile.residence.store import granted, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePlan:
    """A table that will be guarded: its rows as the server estimates them, if it ever did."""

    name: TableName
    kind: str
    rows: int | None
    size: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole plan: tables, people by (jurisdiction, place, count), SQL, missing indexes."""

    tables: tuple[TablePlan, ...]
    people: tuple[tuple[str, str, int], ...]
    statements: tuple[str, ...]
    missing_indexes: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "tables": [
                {
                    "table": str(each.name),
                    "subject": each.kind,
                    "rows": each.rows,
                    "size": each.size,
                    "columns": list(each.columns),
                }
                for each in self.tables
            ],
            "people": [
                {"jurisdiction": code, "place": place, "count": count}
                for code, place, count in self.people
            ],
            "missing_indexes": list(self.missing_indexes),
        }


def make_plan(config: Config, as_of: date) -> Plan:
    """Read the hub, decide, and compose every statement; change nothing.

    Raises:
        MapError, ConfigError: the config cannot be used.
    """
    with servers.hub(config) as conn:
        data_map = load_map(conn, config)
        assessment = assess_on(conn, config, data_map, as_of).assessment
        people = tuple(
            (
                place.jurisdiction,
                f"the home in {place.home}" + (" (mirrored)" if place.mode == "mirrored" else ""),
                assessment.people([place.jurisdiction]),
            )
            for place in assessment.placements
            if place.mode != "hub"
        )
        return Plan(
            tables=tuple(_table(conn, mapped) for mapped in data_map.tables),
            people=people,
            statements=tuple(_statements(conn, config, data_map)),
            missing_indexes=tuple(missing_indexes(conn, data_map)),
        )


def _table(conn: Connection, mapped: MappedTable) -> TablePlan:
    count, size = rows(conn, "table_size", _named(mapped.name))[0]
    return TablePlan(
        name=mapped.name,
        kind=mapped.subject.kind,
        rows=None if count is None else int(count),
        size=str(size),
        columns=tuple(column.name for column in mapped.personal),
    )


def _statements(conn: Connection, config: Config, data_map: DataMap) -> Iterator[str]:
    """The hub's statements in their order; secrets of the homes stay out of them."""
    parts = at_hub.fragments(data_map, config.homes)
    open_reaches = [
        replace(each, mapping_options=_without_secrets(each.mapping_options))
        for each in reaches(config)
    ]
    statements: list[Composable] = [
        *(at_hub.SCHEMA[name] for name in ("schema", "identity", "fdw", "tables")),
        *at_hub.state(data_map, parts, open_reaches),
        *at_hub.behaviour(data_map, parts),
    ]
    for f in parts:
        statements += at_hub.grant(f, granted(conn, f.mapped.name))
    for statement in statements:
        yield statement.as_string(None).rstrip(";") + ";"


def _without_secrets(options: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in options.items() if "password" not in name}


def missing_indexes(conn: Connection, data_map: DataMap) -> Iterator[str]:
    """Foreign keys that a mover or a guard looks up from the far side, and that have no index."""
    wanted: dict[tuple[TableName, tuple[str, ...]], None] = {}
    for mapped in data_map.tables:
        here = mapped.name
        for hop in mapped.hops:
            if hop.backward:
                wanted[hop.table, hop.far] = None
            else:
                wanted[here, hop.near] = None
            here = hop.table
    for name, columns in wanted:
        params = {**_named(name), "columns": list(columns)}
        if not rows(conn, "has_index", params)[0][0]:
            yield f"{name} ({', '.join(columns)})"


def _named(name: TableName) -> dict[str, object]:
    return {"schema": name.schema, "table": name.table}
