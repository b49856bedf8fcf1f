"""`scope.where`: some people first; who is left out is an open gap until the scope goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from domicile.errors import MapError
from domicile.placement.report import to_dict
from domicile.placement.run import assess
from fix_world import AS_OF

if TYPE_CHECKING:
    from fix_world import World

_SCHEMA = """
CREATE TABLE person (id int PRIMARY KEY, country text, name text);
CREATE TABLE campaign (id int PRIMARY KEY, person_id int NOT NULL REFERENCES person);
INSERT INTO person SELECT i, CASE WHEN i < 7 THEN 'RU' ELSE 'US' END, 'n'
FROM generate_series(1, 9) i;
INSERT INTO campaign VALUES (1, 1), (2, 2), (3, 9);
"""
_MAP = """
[[subject]]
kind = "person"
table = "public.person"
SCOPE
[[subject.evidence]]
speaks_for = "citizenship"
column = "country"
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name" }
"""
_ADVERTISERS = "EXISTS (SELECT FROM public.campaign c WHERE c.person_id = s.id)"


def _world(deploy: Callable[..., World], condition: str) -> World:
    return deploy(_SCHEMA, _MAP.replace("SCOPE", f'scope.where = "{condition}"'), homes=("RU",))


def _at_home(world: World) -> list[object]:
    return [row[0] for row in world.rows("SELECT id FROM person ORDER BY id", at="RU")]


def test_advertisers_move_first_and_the_others_are_an_open_gap(
    deploy: Callable[..., World],
) -> None:
    """The law knows no such limit: the report says which one, and how many people."""
    world = _world(deploy, _ADVERTISERS)
    world.apply()
    world.move()
    assert _at_home(world) == [1, 2]
    gaps = to_dict(assess(world.config, AS_OF).assessment)["gaps"]
    told = [(gap["jurisdiction"], gap["people"], gap["text"]) for gap in gaps]
    left_out = [gap for gap in told if gap[0] == "~RU" and gap[2].startswith("ru-242-fz binds")]
    assert [people for _, people, _ in left_out] == [4]
    world.hub.execute("INSERT INTO campaign VALUES (4, 4)")  # she becomes an advertiser
    world.move()
    assert _at_home(world) == [1, 2, 4]
    assert world.verify().to_dict()["violations"] == []


def test_a_column_whose_name_begins_like_a_personal_one_may_be_asked(
    deploy: Callable[..., World],
) -> None:
    """`name_public` is not `name`: the condition is taken."""
    schema = _SCHEMA.replace("name text", "name text, name_public bool NOT NULL DEFAULT true")
    text = _MAP.replace("SCOPE", 'scope.where = "s.name_public"')
    world = deploy(
        schema.replace("INTO person SELECT", "INTO person (id, country, name) SELECT"),
        text,
        homes=("RU",),
    )
    world.apply()
    world.move()
    assert _at_home(world) == [1, 2, 3, 4, 5, 6]


def test_without_the_scope_everybody_goes(deploy: Callable[..., World]) -> None:
    """Part of the way is not undone by going on."""
    world = _world(deploy, _ADVERTISERS)
    world.apply()
    world.move()
    (subject,) = world.config.subjects
    world.config = replace(world.config, subjects=(replace(subject, scope=None),))
    world.apply()
    world.move()
    assert _at_home(world) == [1, 2, 3, 4, 5, 6]
    assert world.verify().to_dict()["violations"] == []


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ("s.name = 'secret'", "reads the personal column 'name'"),
        ("s.nothing", "SQLSTATE 42703"),
        ("s.id", "SQLSTATE 42804"),
        ("true) OR (", "SQLSTATE 42601"),
        ("EXISTS (SELECT FROM campaign)", "SQLSTATE 42P01"),
    ],
)
def test_a_scope_that_cannot_be_used_is_refused(
    deploy: Callable[..., World], condition: str, says: str
) -> None:
    """It says where and why, and no value of the condition."""
    world = _world(deploy, condition)
    with pytest.raises(MapError) as refused:
        assess(world.config, AS_OF)
    assert "subject person: scope.where" in str(refused.value)
    assert says in str(refused.value)
    assert "secret" not in str(refused.value)
