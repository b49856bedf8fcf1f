"""A small town: people of four countries, their shared addresses and their notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from fix_world import World

HOMES = ("RU", "KZ", "DE")
SCHEMA = """
CREATE TABLE address (id int PRIMARY KEY, street text NOT NULL, city text NOT NULL);
CREATE TABLE person (
    id int PRIMARY KEY, country text, address_id int REFERENCES address,
    name text NOT NULL, email text UNIQUE, seen int NOT NULL DEFAULT 0,
    last_update timestamptz NOT NULL DEFAULT '2020-01-01');
CREATE INDEX ON person (address_id);
CREATE TABLE note (
    id bigint PRIMARY KEY, person_id int NOT NULL REFERENCES person, body text, kind text);
CREATE INDEX ON note (person_id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN NEW.last_update := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch();
-- Two neighbours share an address; every fifth person is of nowhere.
INSERT INTO address SELECT i, 'street ' || i, 'city' FROM generate_series(0, {people}) i;
INSERT INTO person (id, country, address_id, name, email)
SELECT i, (ARRAY['RU', 'US', 'KZ', 'DE', 'Atlantis'])[1 + i / 2 % 5], i / 2,
       'имя "' || i || '"', CASE WHEN i % 7 > 0 THEN i || '@example.org' END
FROM generate_series(1, {people}) i;
INSERT INTO note SELECT i, 1 + i % {people}, 'body' || chr(10) || i, 'kind'
FROM generate_series(1, {people} * 2) i;
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
columns = { name = "user.name", email = "user.contact.email" }
[[table]]
table = "public.address"
subject = "person"
path = [{ from = "public.person", columns = ["address_id"] }]
columns = { street = "user.contact.address.street" }
[[table]]
table = "public.note"
subject = "person"
path = [{ columns = ["person_id"] }]
columns = { body = "user.content.private" }
"""
TABLES = ("person", "address", "note")


@dataclass
class Town:
    """A world with the town in it, and what it was before anybody moved."""

    world: World
    before: dict[str, list[tuple[object, ...]]]

    def whole(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row as the application reads it."""
        app = self.world.app()
        return {
            name: app.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in TABLES
        }  # type: ignore[arg-type]

    def ids(self, table: str, at: str) -> list[object]:
        """The keys of a table's rows on a server."""
        return [row[0] for row in self.world.rows(f"SELECT id FROM {table} ORDER BY id", at=at)]

    def expected_at(self, country: str, table: str) -> list[object]:
        """The keys that a home must have once everybody is where the plan wants them."""
        column = {"person": "t.id", "note": "t.person_id", "address": "p.id"}[table]
        on = "p.address_id = t.id" if table == "address" else f"p.id = {column}"
        join = f"JOIN person p ON {on}"
        return [
            row[0]
            for row in self.world.rows(
                f"SELECT t.id FROM {table} t {join} GROUP BY t.id"
                " HAVING bool_and(p.country = %s) ORDER BY t.id",
                country,
            )
        ]

    def check_moved(self) -> None:
        """Everybody is where the plan wants them, whole, once, and nothing else is anywhere."""
        assert self.world.verify().to_dict()["violations"] == []
        assert self.whole() == self.before
        for country in HOMES:
            for table in TABLES:
                assert self.ids(table, country) == self.expected_at(country, table), table
        leaked = "SELECT count(*) FROM person WHERE country IN ('RU', 'DE') AND name IS NOT NULL"
        assert self.world.rows(leaked) == [(0,)]

    def check_returned(self) -> None:
        """Everybody is whole in the hub, and no home has a row."""
        assert self.world.verify().to_dict()["violations"] == []
        for table in TABLES:
            assert self.world.rows(f"SELECT * FROM {table} ORDER BY id") == self.before[table]
            for country in HOMES:
                assert self.ids(table, country) == [], table


@pytest.fixture
def settle(deploy: Callable[..., World]) -> Callable[..., Town]:
    """`settle(people=40)` makes a town with `apply` done and nobody moved."""

    def make(people: int = 40, homes: tuple[str, ...] = HOMES) -> Town:
        world = deploy(SCHEMA.replace("{people}", str(people)), MAP, homes=homes)
        world.apply()
        town = Town(world, {})
        town.before = town.whole()
        return town

    return make
