"""Read the live database and resolve the config's data map against it."""

from __future__ import annotations

from domicile.catalog.model import DataMap
from domicile.catalog.resolve import neighbours, resolve_map, wanted_tables
from domicile.catalog.scope import check_scope
from domicile.catalog.store import read_tables
from domicile.config.model import Config
from domicile.config.names import TableName
from domicile.errors import MapError
from domicile.pg.connection import Connection


def load_map(conn: Connection, config: Config) -> DataMap:
    """The data map over the live hub.

    Raises:
        MapError: map and database disagree; says file, table, column and what to do.
    """
    live = read_tables(conn, wanted_tables(config))
    # Paths over declared foreign keys name columns, not tables: follow them as far as the
    # longest path may lead.
    longest = max(
        [len(each.path) for entry in config.subjects for each in entry.evidence]
        + [len(entry.path or ()) for entry in config.tables]
    )
    for _ in range(longest):
        live |= read_tables(conn, neighbours(live))
    data_map = resolve_map(config, live)
    _no_twin_names(config, data_map)
    for subject in data_map.subjects:
        check_scope(conn, config, data_map, subject)
    return data_map


def _no_twin_names(config: Config, data_map: DataMap) -> None:
    seen: dict[str, TableName] = {}
    for mapped in data_map.tables:
        other = seen.setdefault(mapped.name.table, mapped.name)
        if other != mapped.name:
            raise MapError(
                f"{config.source}: tables {other} and {mapped.name} have one name",
                hint="the schema `resident` holds one view per name: map only one of them",
            )
