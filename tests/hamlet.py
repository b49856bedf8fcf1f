"""A hamlet: people of four countries, their shared addresses and their notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from domicile.reconciliation.model import Round
from domicile.reconciliation.run import Wish, once
from fix_world import AS_OF, World

HOMES = ("RU", "KZ", "DE")
SCHEMA = """
CREATE TABLE address (id int PRIMARY KEY, street text NOT NULL);
CREATE TABLE person (
    id int PRIMARY KEY, country text, address_id int REFERENCES address,
    name text NOT NULL, email text UNIQUE, seen int NOT NULL DEFAULT 0);
CREATE INDEX ON person (address_id);
CREATE TABLE note (
    id int PRIMARY KEY, person_id int NOT NULL REFERENCES person ON DELETE CASCADE, body text,
    kind text);
CREATE INDEX ON note (person_id);
INSERT INTO address SELECT i, 'street ' || i FROM generate_series(0, 20) i;
INSERT INTO person (id, country, address_id, name, email)
SELECT i, (ARRAY['RU', 'US', 'KZ', 'DE'])[1 + i / 2 % 4], i / 2, 'имя ' || i, i || '@example.org'
FROM generate_series(1, 40) i;
INSERT INTO note SELECT i, 1 + i % 40, 'body ' || i, 'kind' FROM generate_series(1, 80) i;
"""
SUBJECT = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
"""
PERSON = """
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name", email = "user.contact.email" }
"""
ADDRESS = """
[[table]]
table = "public.address"
subject = "person"
path = [{ from = "public.person", columns = ["address_id"] }]
columns = { street = "user.contact.address.street" }
"""
NOTE = """
[[table]]
table = "public.note"
subject = "person"
path = [{ columns = ["person_id"] }]
columns = { body = "user.content.private" }
"""
MAP = SUBJECT + PERSON + ADDRESS + NOTE
TABLES = ("person", "address", "note")
Rows = dict[str, list[tuple[object, ...]]]


@dataclass
class Village:
    """A world with the village in it, and rounds of `domicile run` over it."""

    world: World
    before: Rows = field(default_factory=dict)

    def round(self, as_of: date = AS_OF, patience_s: float = 5.0) -> Round:
        """One round, as `domicile run --once` does it."""
        wish = Wish(clock=lambda: as_of, carry={"patience_s": patience_s})
        return once(self.world.config.source, wish)

    def rewrite(self, old: str, new: str) -> None:
        """Change the config file."""
        path = self.world.config.source
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def add(self, text: str) -> None:
        """Add to the config file."""
        path = self.world.config.source
        path.write_text(path.read_text("utf-8") + text, encoding="utf-8")

    def whole(self) -> Rows:
        """Every row as the application reads it."""
        app = self.world.app()
        return {
            name: app.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()  # type: ignore[arg-type]
            for name in TABLES
        }

    def ids(self, table: str, at: str) -> list[object]:
        """The keys of a table's rows on a server."""
        return [row[0] for row in self.world.rows(f"SELECT id FROM {table} ORDER BY id", at=at)]

    def people(self, country: str) -> list[object]:
        """The people of a country."""
        found = self.world.rows("SELECT id FROM person WHERE country = %s ORDER BY id", country)
        return [row[0] for row in found]

    def settled(self) -> None:
        """Everybody is where the plan wants them, whole and once, and a round has nothing to do."""
        assert [] == self.world.verify().violations
        assert self.before == self.whole()
        for country in HOMES:
            assert self.people(country) == self.ids("person", country)
        again = self.round()
        assert (False, None) == (again.acted, again.failure())


def build(deploy: Callable[..., World], data_map: str, homes: tuple[str, ...] = HOMES) -> Village:
    """The village with `apply` done for a data map, and nobody moved."""
    world = deploy(SCHEMA, data_map, homes)
    world.apply()
    village = Village(world)
    village.before = village.whole()
    return village
