"""People who are citizens of one country and live in another: the laws of both are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from domicile.placement.run import assess
from fix_world import AS_OF

if TYPE_CHECKING:
    from fix_world import World

_SCHEMA = """
CREATE TABLE person (id int PRIMARY KEY, passport text, lives text, seen_in text, name text);
INSERT INTO person VALUES
    (1, 'RU', 'RU', NULL, 'a'), (2, 'Россия', 'US', NULL, 'b'), (3, 'US', 'DE', NULL, 'c'),
    (4, NULL, 'RU', NULL, 'd'), (5, 'RU', NULL, NULL, 'e'), (6, 'RU', NULL, 'US', 'f'),
    (7, 'US', 'KZ', NULL, 'g'), (8, 'KZ', 'US', NULL, 'h'), (9, 'RU', 'DE', NULL, 'i'),
    (10, 'US', 'nowhere', 'DE', 'j'), (11, NULL, NULL, NULL, 'k'),
    (12, 'DE', 'US', NULL, 'l');
"""
_MAP = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "citizenship"
column = "passport"
[[subject.evidence]]
speaks_for = "residence"
column = "lives"
[[subject.evidence]]
speaks_for = "presence"
column = "seen_in"
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name" }
"""
_LABELS = [
    (1, "RU"), (2, "RU/US"), (3, "US/DE"), (4, "RU"), (5, "RU"), (6, "RU/US"),
    (7, "US/KZ"), (8, "KZ/US"), (9, "RU/DE"), (10, "US/DE"), (11, None),
    (12, "DE/US"),
]  # fmt: skip


def test_a_citizen_abroad_goes_home_and_a_foreigner_does_not(deploy: Callable[..., World]) -> None:
    """The law of RU means its citizens, the promise to DE its residents, that of KZ both."""
    world = deploy(_SCHEMA, _MAP, homes=("RU", "KZ", "DE"))
    world.apply()
    world.move()
    query = "SELECT k1, domicile FROM domicile.directory_person ORDER BY 1"
    assert world.rows(query) == _LABELS
    homes = dict(world.rows("SELECT k1, home FROM domicile.directory_person"))
    assert homes == {
        1: "RU", 2: "RU", 3: "DE", 4: "RU", 5: "RU", 6: "RU",
        7: "KZ", 8: "KZ", 9: None, 10: "DE", 11: None, 12: None,
    }  # fmt: skip


def test_who_signs_up_is_placed_as_the_census_counts(deploy: Callable[..., World]) -> None:
    """The guards, the movers and the census read the same evidence in the same way."""
    world = deploy(_SCHEMA, _MAP, homes=("RU", "KZ", "DE"))
    world.apply()
    world.hub.execute(
        "INSERT INTO person SELECT id + 100, passport, lives, seen_in, name FROM person"
    )
    placed = world.rows(
        "SELECT k1 - 100, domicile FROM domicile.directory_person WHERE k1 > 100 ORDER BY 1"
    )
    assert placed == _LABELS
    counts = assess(world.config, AS_OF).assessment.counts
    labels = [label for _, label in _LABELS]
    assert counts == {label: 2 * labels.count(label) for label in labels}
    kept = world.rows("SELECT id FROM person ORDER BY id", at="RU")
    assert [row[0] for row in kept] == [101, 102, 104, 105, 106]


def test_two_laws_that_contradict_each_other_over_one_person_are_named(
    deploy: Callable[..., World],
) -> None:
    """A citizen of RU in DE: both must be the only place. Such people stay where they are."""
    world = deploy(_SCHEMA, _MAP, homes=("RU", "KZ", "DE"))
    world.apply()
    placements = {p.jurisdiction: p for p in assess(world.config, AS_OF).assessment.placements}
    clash = {reason.cites for reason in placements["RU/DE"].impossible}
    assert "made up for a test" in clash
    assert len(clash) == 2
    assert placements["RU/US"].impossible == ()
    world.move()
    world.hub.execute("UPDATE person SET lives = 'DE' WHERE id = 1")  # a citizen, at home so far
    world.move()
    query = "SELECT domicile, home FROM domicile.directory_person WHERE k1 = 1"
    assert world.rows(query) == [("RU/DE", "RU")]
