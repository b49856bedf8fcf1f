"""A small shop: every way from a row to its person that the guards have to bear."""

from __future__ import annotations

from collections.abc import Callable

from fix_world import Connection, World

Deploy = Callable[..., World]

SCHEMA = """
CREATE TABLE address (
    id int PRIMARY KEY, street text NOT NULL CHECK (street <> ''), city text);
CREATE TABLE person (
    id int PRIMARY KEY, country text NOT NULL, name text NOT NULL CHECK (length(name) < 40),
    email text UNIQUE, handle text, tag text, note text,
    lower_tag text GENERATED ALWAYS AS (lower(tag)) STORED UNIQUE,
    address_id int REFERENCES address ON UPDATE CASCADE,
    seen int NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX person_handle ON person (lower(handle)) WHERE seen >= 0;
CREATE TABLE payment (
    id int PRIMARY KEY, card text NOT NULL, amount numeric NOT NULL CHECK (amount > 0),
    person_id int REFERENCES person ON UPDATE CASCADE ON DELETE SET NULL);
CREATE INDEX ON payment (person_id);
CREATE TABLE message (
    id int PRIMARY KEY, body text NOT NULL,
    person_id int NOT NULL REFERENCES person ON UPDATE CASCADE ON DELETE CASCADE);
CREATE INDEX ON message (person_id);
CREATE TABLE attachment (
    id int PRIMARY KEY, file text,
    message_id int NOT NULL REFERENCES message ON UPDATE CASCADE ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE);
CREATE INDEX ON attachment (message_id);
CREATE TABLE visit (id int PRIMARY KEY, ip inet, person_id int);
CREATE INDEX ON visit (person_id);
INSERT INTO address SELECT n, 'Street ' || n, 'City ' || n FROM generate_series(1, 6) n;
INSERT INTO person (id, country, name, email, handle, tag, address_id) VALUES
    (1, 'RU', 'Анна', 'anna@ru', 'Anna', 'A1', 1),
    (2, 'RU', 'Борис', 'boris@ru', 'Boris', 'B2', 2),
    (3, 'KZ', 'Айгуль', 'aigul@kz', 'Aigul', 'C3', 3),
    (4, 'DE', 'Hans', 'hans@de', 'Hans', 'D4', 4),
    (5, 'US', 'Ann', 'ann@us', 'Ann', 'E5', 5);
INSERT INTO payment SELECT n, 'card ' || n, n, n FROM generate_series(1, 5) n;
INSERT INTO message SELECT n, 'body ' || n, n FROM generate_series(1, 5) n;
INSERT INTO attachment SELECT n, 'file ' || n, n FROM generate_series(1, 5) n;
INSERT INTO visit SELECT n, ('10.0.0.' || n)::inet, n FROM generate_series(1, 5) n;
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
columns = { street = "user.contact.address.street", city = "user.contact.address.city" }
[[table]]
table = "public.payment"
subject = "person"
path = [{ columns = ["person_id"] }]
columns = { card = "user.payment" }
[[table]]
table = "public.message"
subject = "person"
path = [{ columns = ["person_id"] }]
columns = { body = "user.content.private" }
[[table]]
table = "public.attachment"
subject = "person"
path = [{ columns = ["message_id"] }, { columns = ["person_id"] }]
columns = { file = "user.content.private" }
[[table]]
table = "public.visit"
subject = "person"
path = [{ columns = ["person_id"], to = "public.person", references = ["id"] }]
columns = { ip = "user.device.ip_address" }
"""
HOMES = ("RU", "KZ", "DE")
_SEEN = "SELECT {} FROM resident.{} WHERE id = %s"
_HELD = "SELECT id, {0} FROM public.{1} WHERE {0} IS NOT NULL"
TABLES = ("person", "address", "payment", "message", "attachment", "visit")


def open_shop(deploy: Deploy) -> World:
    """The shop with everybody at home: 1 and 2 in RU, 3 mirrored in KZ, 4 in DE, 5 in the hub."""
    world = deploy(SCHEMA, MAP, HOMES)
    world.apply()
    world.move()
    return world


def sound(world: World) -> None:
    """Nothing is lost, abroad, doubled or left behind."""
    assert [] == world.verify().violations


def settled(world: World) -> None:
    """After a move everything that has a person is with them: no pins, no garbage at homes."""
    world.move()
    sound(world)
    pinned = "SELECT 1 FROM domicile.{}_placed WHERE pinned AND settled"
    ghosts = "SELECT k1 FROM domicile.{0}_pin EXCEPT SELECT id FROM public.{0}"
    for table in TABLES:
        assert [] == world.rows(pinned.format(table))
        assert [] == world.rows(ghosts.format(table))


def seen(conn: Connection, table: str, column: str, key: int) -> object:
    """One value as the application sees it."""
    row = conn.execute(_SEEN.format(column, table).encode(), (key,)).fetchone()
    return row[0] if row else "no row"


def held(world: World, table: str, column: str, at: str) -> dict[object, object]:
    """Every value of a column that a server itself holds, by key."""
    return {row[0]: row[1] for row in world.rows(_HELD.format(column, table), at=at)}


def bytes_in_hub(world: World, value: str, table: str = "person") -> int:
    """How many tuples in the hub's heap, dead ones included, have the value's bytes."""
    world.hub.execute("CREATE EXTENSION IF NOT EXISTS pageinspect")
    query = (
        "SELECT count(*) FROM generate_series(0, pg_relation_size(%s) / 8192 - 1) page,"
        " heap_page_items(get_raw_page(%s, page::int))"
        " WHERE position(convert_to(%s, 'UTF8') IN t_data) > 0"
    )
    (count,) = world.rows(query, table, table, value)[0]
    return int(str(count))
