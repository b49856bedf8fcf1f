"""`domicile plan` shows the SQL of apply: whole, executable, and without a password."""

from __future__ import annotations

from collections.abc import Callable

from psycopg.conninfo import conninfo_to_dict

from domicile.residence.plan import make_plan
from fix_dump import dump
from fix_world import AS_OF, World

SCHEMA = """
CREATE TABLE address (id int PRIMARY KEY, line text);
CREATE TABLE "per%son" (
    id int PRIMARY KEY, country text NOT NULL, name text NOT NULL, address int REFERENCES address);
INSERT INTO address VALUES (1, 'Lenina 1');
INSERT INTO "per%son" VALUES (1, 'RU', 'Анна', 1), (2, 'US', 'Ann', 1), (3, 'KZ', 'A', NULL);
"""
MAP = """
[[subject]]
kind = "person"
table = "per%son"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "per%son"
subject = "person"
columns = { name = "user.name" }
[[table]]
table = "address"
subject = "person"
columns = { line = "user.contact.address" }
"""


def test_the_plans_sql_prepares_the_hub_as_apply_does(deploy: Callable[..., World]) -> None:
    """Run by hand it makes what apply makes; planning itself changes nothing."""
    world = deploy(SCHEMA, MAP)
    before = {name: dump(dsn) for name, dsn in world.dsns.items()}
    plan = make_plan(world.config, AS_OF)

    assert {name: dump(dsn) for name, dsn in world.dsns.items()} == before
    text = "\n".join(plan.statements)
    for dsn in world.dsns.values():
        assert str(conninfo_to_dict(dsn)["password"]) not in text
    assert "Анна" not in text
    assert [(str(each.name), each.columns) for each in plan.tables] == [
        ("public.per%son", ("name",)), ("public.address", ("line",)),
    ]  # fmt: skip
    assert plan.missing_indexes == ("public.per%son (address)",)
    assert plan.people == (
        ("KZ", "the home in KZ (mirrored)", 1), ("RU", "the home in RU", 1),
    )  # fmt: skip

    world.hub.execute("SET search_path = pg_catalog")
    world.hub.execute(text)
    by_hand = _objects(world)
    world.hub.execute("DROP SCHEMA domicile, resident CASCADE")
    world.hub.execute('ALTER TABLE public."per%son" ALTER name SET NOT NULL')
    assert dump(world.dsns["hub"]) == before["hub"]
    world.apply()
    assert _objects(world) == by_hand


def _objects(world: World) -> list[str]:
    """Everything in the hub but rows and passwords."""
    lines = dump(world.dsns["hub"], "--schema-only")
    return [line.rstrip(",") for line in lines if not line.strip().startswith("password ")]
