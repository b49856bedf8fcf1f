"""Twenty thousand rows, keys of every order, and servers that do not sort them alike."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

from domicile.evidence.run import Wish, verify
from evidence.village import Village
from fix_world import World

PEOPLE = 20_000
_MAP = """
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
_SCHEMA = """
CREATE TYPE badge AS ENUM ({labels});
CREATE TABLE person (id {type} PRIMARY KEY, country text NOT NULL, name text NOT NULL, email text);
INSERT INTO person SELECT {key}, (ARRAY['RU', 'KZ', 'US', 'US'])[1 + i % 4], 'secret' || i,
    'mail' || i FROM generate_series(1, {people}) i;
"""


def _schema(type_: str, key: str, people: int) -> str:
    labels = ", ".join(f"'{label}'" for label in _LABELS)
    filled = _SCHEMA.replace("{type}", type_).replace("{key}", key)
    return filled.replace("{people}", str(people)).replace("{labels}", labels)


#: Not in the order of the alphabet.
_LABELS = [f"{'zbxa'[n % 4]}{n}" for n in range(1, 61)]


def test_a_few_faults_among_many_rows(deploy: Callable[..., World]) -> None:
    """Every one of them is found, at the first row, at the last and in the middle."""
    world = deploy(_schema("int", "i", PEOPLE), _MAP, ("RU", "KZ"))
    world.apply()
    world.move()
    village = Village(world)
    sound = village.verify(chunk=3_000)
    assert (0, PEOPLE, PEOPLE // 2) == (sound.found, sound.rows, sound.residents)
    assert PEOPLE // 2 == sound.at_homes

    village.quietly("UPDATE person SET email = 'x' WHERE id IN (4, 10000, 20000)")
    village.quietly("UPDATE person SET email = 'x' WHERE id IN (1, 9001, 19997)", at="KZ")
    village.quietly("DELETE FROM person WHERE id IN (8, 19996)", at="RU")
    told = [(each[1], each[2]) for each in village.told()]
    assert sorted(told) == sorted(
        [("leak", (key,)) for key in ("4", "10000", "20000")]
        + [("differs", (key,)) for key in ("1", "9001", "19997")]
        + [("missing", (key,)) for key in ("8", "19996")]
    )


#: A table of each: the key's type, and the key of row i.
_KEYS = [
    ('text COLLATE "C"', "i || 'Ж'"),
    ("text", "(ARRAY['a', 'B', 'ж', ' ', '\"%s'])[1 + i % 5] || i"),
    ("char(9)", "'c' || i"),
    ("numeric", "i / 7.0 - 3"),
    ("timestamptz", "timestamptz '2026-10-25 00:00+00' + i * interval '1 min'"),
    ("uuid", "md5(i::text)::uuid"),
    ("bytea", "sha256(i::text::bytea)"),
    ("float8", "i / 3.0 - 5"),
    ("badge", "(enum_range(NULL::badge))[i]"),
    ("int4range", "int4range(i, i + 3)"),
]


def test_keys_of_any_type(deploy: Callable[..., World]) -> None:
    """Also where it is not known that both servers sort them alike: nothing is missed."""
    schema, mapped = _schema("int", "i", 60), _MAP
    for number, (type_, key) in enumerate(_KEYS):
        schema += (
            f"CREATE TABLE t{number} (id {type_} PRIMARY KEY, of int NOT NULL REFERENCES person,"
            f" body text NOT NULL); CREATE INDEX ON t{number} (of);"
            f"INSERT INTO t{number} SELECT {key}, i, 'body' || i FROM generate_series(1, 60) i;"
        )
        mapped += f'[[table]]\ntable = "public.t{number}"\nsubject = "person"\n'
        mapped += 'path = [{ columns = ["of"] }]\ncolumns = { body = "user.content" }\n'
    world = deploy(schema, mapped, ("RU", "KZ"))
    world.apply()
    world.move()
    village = Village(world)
    sound = village.verify()
    assert (0, 660, 330, 330) == (sound.found, sound.rows, sound.residents, sound.at_homes)

    expected: list[tuple[str, str, str]] = []
    for number, (type_, _) in enumerate(_KEYS):
        name, cast = f"t{number}", type_.split(maxsplit=1)[0]
        gone = f"DELETE FROM {name} WHERE id IN (SELECT id FROM {name} LIMIT 2) RETURNING id::text"
        expected += [(name, "missing", str(row[0])) for row in world.rows(gone, at="RU")]
        for (key,) in world.rows(f"SELECT id::text FROM {name} LIMIT 3", at="KZ"):
            insert = f"INSERT INTO {name} VALUES (%s::{cast}, 'x') RETURNING id::text"
            expected += [(name, "stray", str(row[0])) for row in world.rows(insert, key, at="RU")]
        change = f"UPDATE {name} SET body = 'x' WHERE body = 'body5' RETURNING id::text"
        expected += [(name, "differs", str(row[0])) for row in world.rows(change, at="KZ")]
    told = [(table, fault, key[0]) for table, fault, key, _, _ in village.told()]
    assert 60 == len(told)
    assert sorted(expected) == sorted(told)


def test_memory_does_not_grow_with_what_a_row_holds(deploy: Callable[..., World]) -> None:
    """Values stay in the servers: 18 MB of them leave no trace in ours."""
    world = deploy(
        _schema("int", "i", 8) + "UPDATE person SET name = repeat('x', 9000000) WHERE id <= 2;",
        _MAP,
        ("RU", "KZ"),
    )
    world.apply()
    world.move()
    world.at("KZ").execute("UPDATE person SET name = repeat('y', 9000000) WHERE id = 1")
    tracemalloc.start()
    found = verify(world.config, lambda _table, _rows: None, Wish())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [("differs", ("name",))] == [(each.fault, each.columns) for each in found.violations]
    assert most < 3_000_000
