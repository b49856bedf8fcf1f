"""Fixtures: real PostgreSQL servers, which die with the test run, and fresh databases in them."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from domicile.pg.embedded import Cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Small, for the machine is shared; fsync stays on, as everywhere.
SETTINGS = {"shared_buffers": "32MB", "max_connections": "100", "max_wal_size": "256MB"}
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def servers() -> Iterator[Cluster]:
    """The servers by name (`hub`, `RU`), each started when first asked for."""
    with Cluster.attached(settings=SETTINGS) as cluster:
        yield cluster


@pytest.fixture
def database(servers: Cluster) -> Iterator[Callable[[str], str]]:
    """`database("RU")` is the DSN of a fresh, empty database on that server."""
    made: list[tuple[str, str]] = []

    def make(server: str) -> str:
        name = f"test_{next(_numbers)}"
        _execute(servers, server, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        made.append((server, name))
        return servers[server].dsn(name)

    yield make
    for server, name in made:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        _execute(servers, server, drop)


def eventually(reached: Callable[[], bool]) -> bool:
    """Whether it comes true within 20 seconds."""
    deadline = time.monotonic() + 20
    while not reached():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _execute(servers: Cluster, server: str, statement: sql.Composed) -> None:
    servers[server].start()  # a test may have stopped it
    with psycopg.connect(servers[server].dsn(socket=True), autocommit=True) as conn:
        conn.execute(statement)
