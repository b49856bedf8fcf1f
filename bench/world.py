"""A hub and one home with a table of people, half of them local and half Russian."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from domicile.config import Config, load
from domicile.pg.embedded import Cluster
from domicile.placement.run import assess
from domicile.residence.run import apply

AS_OF = date(2026, 11, 21)
SETTINGS = {"shared_buffers": "1GB", "max_wal_size": "4GB", "checkpoint_timeout": "30min"}
_MAP = """
[hub]
dsn = "env:BENCH_HUB"
country = "US"
[homes.RU]
dsn = "env:BENCH_RU"
hub_dsn = "env:BENCH_RU_FROM_HUB"
[service]
name = "Bench"
kinds = ["social-network"]
targets = ["RU"]
[laws]
profiles = { "ru-242-fz" = "strict" }
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name", email = "user.contact.email", phone = "user.contact.phone_number" }
"""
_FILL = """
CREATE TABLE person (
    id bigint PRIMARY KEY, country text NOT NULL,
    name text NOT NULL, email text, phone text);
INSERT INTO person
SELECT i, CASE WHEN i <= %(people)s THEN 'US' ELSE 'RU' END, 'Person number ' || i,
       'person' || i || '@example.org', '+7 900 ' || lpad(i::text, 7, '0')
FROM generate_series(1, 2 * %(people)s) i;
"""


@dataclass
class World:
    """The servers and the config; ids 1..people are local, people+1..2*people Russian."""

    cluster: Cluster
    config: Config
    people: int

    def dsn(self, name: str) -> str:
        """The benchmark's database on a server."""
        return self.cluster[name].dsn("bench")

    def connect(self, name: str) -> psycopg.Connection:
        """An autocommit connection."""
        return psycopg.connect(self.dsn(name), autocommit=True)

    def apply(self) -> None:
        """Prepare hub and home."""
        apply(self.config, assess(self.config, AS_OF).targets, lambda _: None)


@contextmanager
def open_world(people: int) -> Iterator[World]:
    """Servers up, the table filled, vacuumed and analyzed; nothing applied yet."""
    with (
        Cluster.attached("hub", "RU", settings=SETTINGS) as cluster,
        TemporaryDirectory() as folder,
    ):
        for name in ("hub", "RU"):
            with psycopg.connect(cluster[name].dsn(), autocommit=True) as conn:
                conn.execute("CREATE DATABASE bench")
        os.environ["BENCH_HUB"] = cluster["hub"].dsn("bench")
        os.environ["BENCH_RU"] = cluster["RU"].dsn("bench")
        os.environ.setdefault("BENCH_RU_FROM_HUB", os.environ["BENCH_RU"])
        path = Path(folder) / "domicile.toml"
        path.write_text(_MAP, encoding="utf-8")
        with psycopg.connect(cluster["hub"].dsn("bench"), autocommit=True) as conn:
            with psycopg.ClientCursor(conn) as cursor:
                cursor.execute(_FILL, {"people": people})
            conn.execute("VACUUM ANALYZE person")
        yield World(cluster, load(path), people)
