"""Every kind of fault, alone and together, is named by table, key, home and columns."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from evidence.village import BODY, NOTE, NUMBER, OF, Plain, Settle, plain
from fix_pg import eventually


@dataclass(frozen=True)
class Harm:
    """A fault, where it is made and how, and what must be told of it."""

    at: str
    made: str
    told: tuple[Plain, ...]


#: i % 4: 0 lives in RU, 1 in KZ (mirrored), 2 in DE, 3 in the hub; mail where i % 3 > 0.
HARMS = {
    "leak": Harm(
        "hub",
        "UPDATE person SET email = 'leaked' WHERE id = 4",
        (("person", "leak", ("4",), "RU", ("email",)),),
    ),
    "a whole row leaks": Harm(
        "hub",
        "UPDATE person SET name = 'x', email = 'x', age = 1 WHERE id = 2",
        (("person", "leak", ("2",), "DE", ("name", "email", "age")),),
    ),
    "lost in the hub": Harm(
        "hub",
        "UPDATE person SET name = NULL WHERE id = 3",
        (("person", "lost", ("3",), None, ("name",)),),
    ),
    "lost in a mirror": Harm(
        "hub",
        "UPDATE person SET name = NULL WHERE id = 1",
        (
            ("person", "differs", ("1",), "KZ", ("name",)),
            ("person", "lost", ("1",), None, ("name",)),
        ),
    ),
    "lost at home": Harm(
        "RU",
        "ALTER TABLE person ALTER name DROP NOT NULL; UPDATE person SET name = NULL WHERE id = 8",
        (("person", "lost", ("8",), "RU", ("name",)),),
    ),
    "missing": Harm(
        "RU", "DELETE FROM person WHERE id = 12", (("person", "missing", ("12",), "RU", ()),)
    ),
    "a mirror is missing": Harm(
        "KZ", "DELETE FROM person WHERE id = 5", (("person", "missing", ("5",), "KZ", ()),)
    ),
    "differs": Harm(
        "KZ",
        "UPDATE person SET email = 'other', age = NULL WHERE id = 13",
        (("person", "differs", ("13",), "KZ", ("email", "age")),),
    ),
    "stray": Harm(
        "RU",
        "INSERT INTO person VALUES (7, 'secret'), (-5, 'before all'), (999, 'after all')",
        tuple(("person", "stray", (key,), "RU", ()) for key in ("-5", "7", "999")),
    ),
    "at the wrong home": Harm(
        "DE",
        "INSERT INTO person VALUES (16, 'secret')",
        (("person", "stray", ("16",), "DE", ()),),
    ),
    "unregistered": Harm(
        "hub",
        "INSERT INTO person VALUES (0, 'RU', 'secret'), (500, 'RU', 'secret')",
        (
            ("person", "unregistered", ("0",), None, ()),
            ("person", "unregistered", ("500",), None, ()),
        ),
    ),
    "ghost": Harm(
        "hub",
        "INSERT INTO domicile.directory_person (k1, domicile) VALUES (-1, 'RU'), (600, 'US')",
        (("person", "ghost", ("-1",), None, ()), ("person", "ghost", ("600",), None, ())),
    ),
    "a note leaks": Harm(
        "hub",
        f"UPDATE {NOTE} SET {BODY} = 'leaked' WHERE {OF} = 20 AND {NUMBER} LIKE 'ж%'",
        (("note", "leak", ("20", 'ж,"%s"1'), "RU", ("bo%dy",)),),
    ),
    "a note is missing": Harm(
        "DE",
        f"DELETE FROM {NOTE} WHERE {OF} = 22",
        (
            ("note", "missing", ("22", "B (2"), "DE", ()),
            ("note", "missing", ("22", 'ж,"%s"1'), "DE", ()),
        ),
    ),
    "a note is stray": Harm(
        "RU",
        f"INSERT INTO {NOTE} VALUES (4, 'zzz', 'stray'), (3, 'B (2', 'stray')",
        (("note", "stray", ("3", "B (2"), "RU", ()), ("note", "stray", ("4", "zzz"), "RU", ())),
    ),
}


def test_each_fault_alone_and_all_together(settle: Settle) -> None:
    """One at a time on top of those before: each adds what it must, and nothing else."""
    village = settle()
    assert village.told() == []
    expected: list[Plain] = []
    for name, harm in HARMS.items():
        village.quietly(harm.made, at=harm.at)
        expected += harm.told
        assert village.told() == sorted(expected, key=str), name

    told = json.dumps(village.verify().to_dict(), ensure_ascii=False)
    assert told == json.dumps(village.verify(chunk=1000).to_dict(), ensure_ascii=False)
    for value in ("secret", "leaked", "other", "stray'", "before all"):
        assert value not in told


@pytest.mark.parametrize("chunk", [1, 1000])
def test_the_size_of_a_chunk_changes_nothing(settle: Settle, chunk: int) -> None:
    """Faults before the first row, after the last one and at every edge are found."""
    village = settle(people=9)
    for name in ("stray", "unregistered", "ghost", "leak", "a mirror is missing"):
        village.quietly(HARMS[name].made, at=HARMS[name].at)

    assert village.told() == sorted(map(plain, village.verify(chunk=chunk).violations), key=str)
    assert village.verify(chunk=chunk).found == 9


def test_an_empty_hub_table_does_not_hide_what_a_home_has(settle: Settle) -> None:
    """Rows of a home are all looked at, however many more it has than the hub."""
    village = settle(people=4)
    village.quietly(f"DELETE FROM {NOTE}")
    village.quietly(
        f"INSERT INTO {NOTE} SELECT 4, 'x' || n, 'x' FROM generate_series(1, 300) n", at="RU"
    )
    found = village.verify(chunk=5)

    assert {("stray", "RU"), ("stray", "KZ"), ("stray", "DE")} == {
        (each.fault, each.home) for each in found.violations
    }
    assert 302 == sum(each.home == "RU" for each in found.violations)


def test_a_home_that_is_down_hides_nothing_of_the_others(settle: Settle, servers: object) -> None:
    """Its rows are not verified, and that is told; everything else is."""
    village = settle()
    village.quietly(HARMS["leak"].made)
    village.quietly(HARMS["differs"].made, at="KZ")
    servers["RU"].stop()  # type: ignore[index]
    down = village.verify()

    assert ["RU"] == list(down.unavailable)
    assert ["differs", "leak"] == sorted(each.fault for each in down.violations)
    servers["RU"].start()  # type: ignore[index]
    village.world.opened.clear()
    assert eventually(lambda: not village.verify().unavailable)
