"""A village whose Russians have left traces in every kind of file that the hub has."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from domicile.pg.embedded import Cluster
from domicile.scrub import run
from domicile.scrub.model import Report
from domicile.scrub.plan import Plan
from domicile.scrub.run import Wishes
from fix_world import World

NEEDLE = b"q7needle"
SCHEMA = """
CREATE TABLE person (
    id int PRIMARY KEY, country text NOT NULL, name text NOT NULL, email text UNIQUE, bio text,
    seen int NOT NULL DEFAULT 0)
    WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false);
ALTER TABLE person ALTER bio SET STORAGE EXTERNAL;
CREATE INDEX person_name ON person (lower(name));
CREATE STATISTICS person_both (mcv) ON country, name FROM person;
CREATE TABLE note (id int PRIMARY KEY, person_id int NOT NULL REFERENCES person, body text)
    WITH (autovacuum_enabled = false);
CREATE INDEX ON note (person_id);
INSERT INTO person
SELECT i, CASE WHEN i % 3 = 0 THEN 'RU' ELSE 'US' END, who || i % 30, who || i || '@example.org',
       CASE WHEN i % 9 = 0 THEN repeat(who || i || ' ', 400) END
FROM generate_series(1, 900) i,
     LATERAL (SELECT CASE WHEN i % 3 = 0 THEN 'q7needle' ELSE 'local' END AS who) w;
INSERT INTO note SELECT i, i, 'q7needle note ' || i FROM generate_series(3, 900, 3) i;
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
columns = { name = "user.name", email = "user.contact.email", bio = "user.content.private" }
[[table]]
table = "public.note"
subject = "person"
path = [{ columns = ["person_id"] }]
columns = { body = "user.content.private" }
"""
QUICK = Wishes(method="vacuum-full", patience_s=20.0)


@dataclass
class Village:
    """A world, the hub's data folder, and what a scrub told."""

    world: World
    data: Path
    told: list[str] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)

    def scrub(self, wishes: Wishes = QUICK) -> Report:
        """`domicile scrub`."""
        return run.scrub(
            self.world.config,
            wishes,
            show=self.plans.append,
            say=self.told.append,
            progress=lambda _what, _done, _total: None,
        )

    def traces(self, needle: bytes = NEEDLE) -> dict[str, int]:
        """How often the value's bytes are in each file of the hub, by the file's path."""
        self.world.hub.execute("CHECKPOINT")
        found: dict[str, int] = {}
        for folder, _, names in os.walk(self.data):
            for name in names:
                path = Path(folder, name)
                try:
                    count = path.read_bytes().count(needle)
                except FileNotFoundError:
                    continue  # a server at work removes files
                if count:
                    found[str(path.relative_to(self.data))] = count
        return found

    def path(self, relation: str) -> str:
        """The file that a relation is in."""
        query = "SELECT pg_relation_filepath(%s::text::regclass)"
        return str(self.world.rows(query, relation)[0][0])

    def toast(self, table: str) -> str:
        """The name of a table's TOAST table."""
        query = "SELECT reltoastrelid::regclass::text FROM pg_class WHERE oid = %s::text::regclass"
        return str(self.world.rows(query, table)[0][0])

    def waits(self) -> int:
        """How many sessions of this database wait for a lock."""
        query = (
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        return int(str(self.world.rows(query)[0][0]))


@pytest.fixture
def village(deploy: Callable[..., World], servers: Cluster) -> Village:
    """Everybody is where they belong, and nothing has been scrubbed."""
    world = deploy(SCHEMA, MAP, homes=("RU",))
    world.hub.execute("ANALYZE person")
    world.apply()
    world.move()
    return Village(world, servers["hub"].data)
