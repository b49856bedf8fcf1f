"""Sakila in an embedded hub with the four homes of the shipped example."""

from __future__ import annotations

import itertools
import os
import runpy
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import psycopg
import pytest

from acceptance.files import EXAMPLE, SPELLED, VARIABLE, Files, folder
from domicile.config import load
from domicile.pg.embedded import Cluster
from fix_world import World

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def files() -> Files:
    """The Sakila files. They are no part of the repository: without them there is no test."""
    found = folder()
    if not (found / "schema.sql").is_file():
        missing = f"the Sakila files are not in {found}: name their folder with {VARIABLE}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    return Files(found)


@pytest.fixture(scope="session")
def template(servers: Cluster, files: Files) -> str:
    """A database on the hub with the files in it, loaded as the example's README says."""
    servers.start("hub", *SPELLED)  # all at once
    with psycopg.connect(servers["hub"].dsn(), autocommit=True) as conn:
        conn.execute("CREATE DATABASE sakila")
    runpy.run_path(str(EXAMPLE / "load.py"))["load"](servers["hub"].dsn("sakila"), files.folder)
    return "sakila"


@pytest.fixture
def world(
    servers: Cluster,
    template: str,
    database: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[World]:
    """The hub as it was loaded, four empty homes, and the shipped config that names them."""
    copy = f"sakila_{next(_numbers)}"
    with psycopg.connect(servers["hub"].dsn(), autocommit=True) as conn, ExitStack() as stack:
        conn.execute(f"CREATE DATABASE {copy} TEMPLATE {template}".encode())
        dsns = {"hub": servers["hub"].dsn(copy)} | {home: database(home) for home in SPELLED}
        for name, dsn in dsns.items():
            monkeypatch.setenv(f"SAKILA_{name.upper()}", dsn)
        yield World(dsns, load(EXAMPLE / "domicile.toml"), stack)
        stack.close()
        conn.execute(f"DROP DATABASE {copy} WITH (FORCE)".encode())
