"""A data map over a schema, each given as text, on a real server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from domicile.catalog.model import DataMap, Table
from domicile.catalog.run import load_map
from domicile.catalog.store import read_tables
from domicile.config import TableName, load
from domicile.pg.connection import session

HEAD = """\
[hub]
dsn = "dbname=hub"
country = "US"
[homes.RU]
dsn = "dbname=ru"
[service]
name = "Shop"
"""

MapOf = Callable[[str, str], DataMap]
TableOf = Callable[..., Table]
T = TableName("public", "t")


@pytest.fixture
def map_of(database: Callable[[str], str], tmp_path: Path) -> MapOf:
    """`map_of(schema, entries)`: the map of these entries over a fresh database."""

    def resolve(schema: str, entries: str) -> DataMap:
        path = tmp_path / "domicile.toml"
        path.write_text(HEAD + entries, encoding="utf-8")
        with session(_filled(database, schema), "hub") as conn:
            return load_map(conn, load(path))

    return resolve


@pytest.fixture
def table_of(database: Callable[[str], str]) -> TableOf:
    """`table_of(schema)`: the table public.t of a fresh database, or another one by its name."""

    def read(schema: str, name: TableName = T) -> Table:
        with session(_filled(database, schema), "hub") as conn:
            return read_tables(conn, {name})[name]

    return read


def _filled(database: Callable[[str], str], schema: str) -> str:
    dsn = database("hub")
    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute(schema.encode())
    return dsn
