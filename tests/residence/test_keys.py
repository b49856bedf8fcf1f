"""Keys of every make: composite, uuid, text, enum, domain; and those that cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from domicile.errors import DomicileError
from fix_world import World

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
columns = { name = "user" }
[[table]]
table = "public.letter"
subject = "person"
columns = { body = "user" }
"""


def _schema(kind: str, first: str, second: str) -> str:
    return f"""
    CREATE EXTENSION citext;
    CREATE TYPE mood AS ENUM ('sad', 'glad'); CREATE DOMAIN code AS text CHECK (VALUE <> '');
    CREATE TABLE person (
        k {kind}, n numeric(9, 2), country text, name text NOT NULL, PRIMARY KEY (n, k));
    CREATE TABLE letter (
        at timestamptz, k {kind}, n numeric(9, 2), body text, PRIMARY KEY (k, at),
        FOREIGN KEY (k, n) REFERENCES person (k, n) ON UPDATE CASCADE ON DELETE CASCADE);
    INSERT INTO person VALUES ({first}, 1.50, 'RU', 'Анна'), ({second}, 1.50, 'US', 'Ann');
    INSERT INTO letter SELECT '2026-01-01 00:00:00.000001Z', k, n, 'Dear ' || name FROM person;
    """


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("uuid", "gen_random_uuid()", "gen_random_uuid()"),
        ("text", "'а %s \\ ''\"'", "''"),
        ('text COLLATE "C"', "'я'", "'a'"),
        ("mood", "'sad'", "'glad'"),
        ("bytea", "'\\x00ff'", "''"),
        ("double precision", "0.1", "'NaN'"),
        ("int[]", "'{1,2}'", "'{}'"),
    ],
)
def test_rows_are_found_by_their_key(
    deploy: Callable[..., World], kind: str, first: str, second: str
) -> None:
    """Moved, read, renamed, deleted and returned by a composite key of that type."""
    world = deploy(_schema(kind, first, second), MAP)
    before = world.rows("SELECT name, body FROM person JOIN letter USING (k, n) ORDER BY 1")
    world.apply()
    assert world.move().rows == 2
    app = world.app()
    assert (
        app.execute("SELECT name, body FROM person JOIN letter USING (k, n) ORDER BY 1").fetchall()
        == before
    )
    app.execute("UPDATE person SET n = n + 1, name = name || '!'")
    seen = app.execute("SELECT name, body FROM person JOIN letter USING (k, n) ORDER BY 1")
    assert seen.fetchall() == [(f"{name}!", body) for name, body in before]
    assert (world.verify().found, world.verify().residents) == (0, 2)
    app.execute("DELETE FROM person WHERE country = 'RU'")
    assert world.rows("SELECT FROM person, letter", at="RU") == []
    world.return_()
    world.unapply()


def test_a_key_that_only_an_extension_can_compare_is_refused(deploy: Callable[..., World]) -> None:
    """`=` of citext is not the server's own: our functions would compare byte for byte."""
    world = deploy(_schema("citext", "'Anna'", "'Ann'"), MAP)
    with pytest.raises(DomicileError, match="column 'k' of the key or of the path") as error:
        world.apply()
    assert error.value.exit_status == 2
