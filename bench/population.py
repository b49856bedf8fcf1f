"""A mixed table of people with three more tables, and homes for some of them, on fresh servers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
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
SETTINGS = {
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "30min",
    "wal_level": "logical",  # one of the rivals needs it; the same for all
}
COUNTRIES = (
    *("RU", "KZ", "UZ", "CN", "IN", "DE", "FR", "IT"),
    *("ES", "PL", "TR", "BR", "JP", "KR", "VN", "ID"),
)
#: The table, its personal columns, and which rows are those of a country's people.
TABLES = {
    "person": (("name", "email", "phone"), "country = '{}'"),
    "address": (("street",), "id IN (SELECT address_id FROM person WHERE country = '{}')"),
    "note": (("body",), "person_id IN (SELECT id FROM person WHERE country = '{}')"),
    "payment": (("card",), "person_id IN (SELECT id FROM person WHERE country = '{}')"),
}
_CONFIG = """
[hub]
dsn = "env:BENCH_HUB"
country = "US"
[service]
name = "Bench"
kinds = ["social-network"]
established_in = ["US"]
targets = {targets}
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.person"
subject = "person"
[table.columns]
name = "user.name"
email = "user.contact.email"
phone = "user.contact.phone_number"
[[table]]
table = "public.address"
subject = "person"
path = [{{ from = "public.person", columns = ["address_id"] }}]
columns = {{ street = "user.contact.address.street" }}
[[table]]
table = "public.note"
subject = "person"
path = [{{ columns = ["person_id"] }}]
columns = {{ body = "user.content.private" }}
[[table]]
table = "public.payment"
subject = "person"
path = [{{ columns = ["person_id"] }}]
columns = {{ card = "user.financial" }}
"""
_HOME = """
[homes.{0}]
dsn = "env:BENCH_{0}"
[[commitment]]
id = "bench-{1}"
country = "{0}"
duty = "exclusive"
whose = "residents"
since = 2020-01-01
cites = "made up for the benchmark"
"""
_FILL = """
CREATE TABLE address (id bigint PRIMARY KEY, street text NOT NULL, city text NOT NULL);
CREATE TABLE person (
    id bigint PRIMARY KEY, country text NOT NULL, address_id bigint NOT NULL REFERENCES address,
    name text NOT NULL, email text, phone text);
CREATE TABLE note (id bigint PRIMARY KEY, person_id bigint NOT NULL REFERENCES person, body text);
CREATE TABLE payment (
    id bigint PRIMARY KEY, person_id bigint NOT NULL REFERENCES person,
    amount numeric NOT NULL, card text NOT NULL);
INSERT INTO address SELECT i, 'Street number ' || i, 'city' FROM generate_series(1, %(n)s) i;
INSERT INTO person
SELECT i, CASE WHEN i %% 2 = 0 THEN 'US' ELSE (%(codes)s::text[])[1 + i / 2 %% %(homes)s] END,
       i, 'Person number ' || i, 'person' || i || '@example.org',
       '+7 900 ' || lpad(i::text, 7, '0')
FROM generate_series(1, %(n)s) i;
INSERT INTO note
SELECT i, i, repeat('what somebody wrote ', 5) || i FROM generate_series(1, %(n)s) i;
INSERT INTO payment
SELECT i, i, i, lpad(i::text, 16, '4') FROM generate_series(1, %(n)s) i;
CREATE INDEX ON person (address_id);
CREATE INDEX ON note (person_id);
CREATE INDEX ON payment (person_id);
"""


@dataclass
class Population:
    """The servers and the config; every other person has to move, each with four rows."""

    cluster: Cluster
    config: Config
    people: int
    countries: tuple[str, ...]

    @property
    def moving(self) -> int:
        """How many people have to move."""
        return (self.people + 1) // 2

    def dsn(self, name: str = "hub") -> str:
        """The hub's database, or a country's."""
        return os.environ[f"BENCH_{name.upper()}"]

    def connect(self, name: str = "hub") -> psycopg.Connection:
        """An autocommit connection."""
        return psycopg.connect(self.dsn(name), autocommit=True)

    def apply(self) -> None:
        """Prepare hub and homes, and let the hub's disk come to rest."""
        apply(self.config, assess(self.config, AS_OF).targets, lambda _: None)
        self.checkpoint()

    def checkpoint(self) -> None:
        """Nothing of what was done before is left for later."""
        for name in ("hub", self.countries[0]):
            with self.connect(name) as conn:
                conn.execute("CHECKPOINT")

    def check(self) -> None:
        """Everybody's rows are at home, and blank in the hub; raises when they are not."""
        for name, (columns, _) in TABLES.items():
            there = 0
            for country in self.countries:
                with self.connect(country) as home:
                    there += home.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # type: ignore[arg-type, index]  # noqa: S608
            with self.connect() as hub:
                query = f"SELECT count(*) FROM {name} WHERE {columns[0]} IS NULL"  # noqa: S608
                blank = hub.execute(query).fetchone()[0]  # type: ignore[arg-type, index]
            if (there, blank) != (self.moving, self.moving):
                raise RuntimeError(f"{name}: {there} at home, {blank} blank, of {self.moving}")


@dataclass(frozen=True)
class Moved:
    """One run of `domicile move` in a process of its own."""

    seconds: float
    peak_mib: float


def start_move(population: Population, *options: str) -> subprocess.Popen[bytes]:
    """The command line, as people use it."""
    code = "from domicile.cli import main; main()"
    command = [sys.executable, "-c", code, "move", "--config", str(population.config.source)]
    return subprocess.Popen([*command, "--as-of", str(AS_OF), *options], stderr=subprocess.PIPE)


def finish_move(process: subprocess.Popen[bytes], started: float) -> Moved:
    """Wait for it; raises with what it said when it failed."""
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    if process.stderr:
        process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(said.decode())
    return Moved(seconds, usage.ru_maxrss / 1024)


def move(population: Population, *options: str) -> Moved:
    """`domicile move` from beginning to end."""
    started = time.monotonic()
    return finish_move(start_move(population, *options), started)


@contextmanager
def open_population(people: int, homes: int = 1) -> Iterator[Population]:
    """Servers up, tables filled, vacuumed and analyzed; nothing applied yet.

    The homes are databases of one server: many servers on one machine would measure the machine.
    """
    countries = COUNTRIES[:homes]
    with Cluster.attached("hub", "homes", settings=SETTINGS) as cluster, TemporaryDirectory() as at:
        for server, names in (("hub", ("hub",)), ("homes", countries)):
            with psycopg.connect(cluster[server].dsn(), autocommit=True) as conn:
                for name in names:
                    conn.execute(f"CREATE DATABASE bench_{name.lower()}")  # type: ignore[arg-type]
                    os.environ[f"BENCH_{name.upper()}"] = cluster[server].dsn(
                        f"bench_{name.lower()}"
                    )
        path = Path(at) / "domicile.toml"
        targets = str(list(countries)).replace("'", '"')
        text = _CONFIG.format(targets=targets) + "".join(
            _HOME.format(c, c.lower()) for c in countries
        )
        path.write_text(text, encoding="utf-8")
        with psycopg.connect(os.environ["BENCH_HUB"], autocommit=True) as conn:
            with psycopg.ClientCursor(conn) as cursor:
                facts = {"n": people, "codes": list(countries), "homes": len(countries)}
                cursor.execute(_FILL, facts)
            conn.execute("VACUUM ANALYZE")
        yield Population(cluster, load(path), people, countries)
