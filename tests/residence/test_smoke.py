"""The shortest whole way: apply, move, read, verify, return, unapply."""

from __future__ import annotations

from collections.abc import Callable

from fix_world import World

SCHEMA = """
CREATE TABLE person (id int PRIMARY KEY, country text NOT NULL, name text NOT NULL, email text);
INSERT INTO person VALUES (1, 'RU', 'Анна', 'anna@example.ru'), (2, 'US', 'Ann', NULL);
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
"""


def test_a_person_goes_home_and_comes_back(deploy: Callable[..., World]) -> None:
    """Personal columns are NULL in the hub while away, readable through the view, and return."""
    world = deploy(SCHEMA, MAP)
    before = world.rows("SELECT * FROM person ORDER BY id")
    world.apply()

    assert world.move().subjects == 1
    assert world.rows("SELECT name, email FROM person WHERE id = 1") == [(None, None)]
    assert world.app().execute("SELECT * FROM person ORDER BY id").fetchall() == before
    assert world.verify().found == 0

    world.return_()
    world.unapply()
    assert world.rows("SELECT * FROM person ORDER BY id") == before
