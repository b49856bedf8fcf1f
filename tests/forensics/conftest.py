"""A hub of its own, whose files are looked into, and people with values of many types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from domicile.forensics.model import Forensics, Trace
from domicile.forensics.run import forensic
from domicile.pg.embedded import Cluster
from fix_world import AS_OF, World

#: WAL that is no longer needed goes away, nothing is vacuumed by itself, the log is a file.
SETTINGS = {
    "shared_buffers": "32MB",
    "max_connections": "50",
    "wal_recycle": "off",
    "max_wal_size": "64MB",
    "min_wal_size": "32MB",
    "autovacuum": "off",
    "logging_collector": "on",
    "log_directory": "log",
    "shared_preload_libraries": "pg_stat_statements",
    "wal_level": "logical",
}
SCHEMA = """
CREATE TYPE mood AS ENUM ('calm', 'loud');
CREATE TABLE person (
    old text, sex char(1), country text NOT NULL, born date, nick varchar(9),
    id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, phone bigint, height smallint,
    balance numeric, seen timestamptz, token uuid, ip inet, key bytea, profile jsonb, raw json,
    tags text[], bio text, feeling mood);
ALTER TABLE person DROP COLUMN old;
CREATE INDEX ON person (balance);
CREATE TABLE note (code text, id uuid, person_id int NOT NULL REFERENCES person, body text,
    PRIMARY KEY (code, id));
CREATE INDEX ON note (person_id);
CREATE TABLE audit (entry jsonb);
"""
MAP = """
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
sex = "user.demographic.gender"
born = "user.demographic.date_of_birth"
nick = "user.account.username"
name = "user.name"
email = "user.contact.email"
phone = "user.contact.phone_number"
height = "user.demographic"
balance = "user.financial"
seen = "user.behavior"
token = "user.unique_id"
ip = "user.device.ip_address"
key = "user.unique_id"
profile = "user.content"
raw = "user.content"
tags = "user.content"
bio = "user.content.public"
feeling = "user.demographic"
[[table]]
table = "public.note"
subject = "person"
path = [{ columns = ["person_id"] }]
columns = { body = "user.content.private" }
"""


@dataclass
class Place:
    """A world, its hub's files, and what a scan says of them."""

    world: World
    data: Path

    def scan(self, **options: object) -> Forensics:
        """`domicile verify --forensic`."""
        return forensic(
            self.world.config,
            today=AS_OF,
            progress=lambda _what, _done, _size: None,
            **options,  # type: ignore[arg-type]
        )

    def found(self, **options: object) -> list[Trace]:
        """What the scan finds; all of it is named."""
        result = self.scan(**options)
        assert result.found == len(result.traces)
        assert result.unreadable == []
        return result.traces

    def forget(self) -> None:
        """The hub's files hold what its tables hold: what a scrub does, by force."""
        hub = self.world.hub
        hub.execute("SELECT pg_stat_statements_reset()")
        hub.execute("ANALYZE person, note")
        for table in ("person", "note", "pg_statistic", "pg_description"):
            hub.execute(f"VACUUM FULL {table}".encode())
        self.recycle()
        for log in (self.data / "log").glob("*"):
            log.write_text("")

    def recycle(self) -> None:
        """No WAL is left but what is written from now on."""
        drop_slot(self.world)
        for _ in range(3):
            self.world.hub.execute("SELECT pg_switch_wal()")
            self.world.hub.execute("CHECKPOINT")


@pytest.fixture(scope="session")
def servers() -> Iterator[Cluster]:
    """Servers for these tests alone."""
    with Cluster.attached(settings=SETTINGS) as cluster:
        yield cluster


def drop_slot(world: World) -> None:
    """The WAL may go, if it was kept."""
    world.hub.execute(
        "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
        " WHERE slot_name = 'kept_for_the_scan'"
    )


@pytest.fixture
def place(deploy: Callable[..., World], servers: Cluster) -> Iterator[Callable[..., Place]]:
    """`place(sql)` is a world with these rows, `apply` done and everybody at home.

    With `keep_wal` no checkpoint removes what was written since.
    """
    made: list[World] = []

    def make(fill: str, *, keep_wal: bool = False) -> Place:
        world = deploy(SCHEMA, MAP, homes=("RU",))
        made.append(world)
        if keep_wal:
            world.hub.execute(
                "SELECT pg_create_physical_replication_slot('kept_for_the_scan', true)"
            )
        world.hub.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
        world.hub.execute(fill.encode())
        world.apply()
        world.move()
        return Place(world, servers["hub"].data)

    yield make
    for world in made:
        drop_slot(world)
