"""`domicile scrub` as people run it: what it prints where, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Callable

import psycopg
from click.testing import CliRunner, Result

from domicile.cli import main
from fix_world import World

SCHEMA = """
CREATE TABLE person (id int PRIMARY KEY, country text NOT NULL, name text NOT NULL);
INSERT INTO person SELECT i, (ARRAY['RU', 'US'])[1 + i % 2], 'q7needle' || i
FROM generate_series(1, 60) i;
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
columns = { name = "user.name" }
"""


def test_scrub_tells_its_plan_does_it_and_says_what_is_left(deploy: Callable[..., World]) -> None:
    """A dry run changes nothing; 0 when all is done, 1 when a person has to act, 75 to wait."""
    world = deploy(SCHEMA, MAP, homes=("RU",))

    def domicile(*arguments: str) -> Result:
        return CliRunner().invoke(main, [*arguments, "--config", str(world.config.source)])

    early = domicile("scrub")
    assert (2, True) == (early.exit_code, "domicile apply" in early.stderr)
    world.apply()
    world.move()

    dry = domicile("scrub", "--dry-run")
    assert 0 == dry.exit_code
    assert "public.person" in dry.stdout
    assert "no extension" in dry.stdout
    planned = json.loads(domicile("scrub", "--dry-run", "--json").stdout)
    assert ["vacuum-full"] == [each["method"] for each in planned["tables"]]
    assert not planned["idle"]

    holder = world.connect()
    holder.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    holder.execute("SELECT 'q7needle' FROM public.person LIMIT 1")
    held = domicile("scrub", "--patience", "0")
    assert 75 == held.exit_code
    assert f"process {holder.info.backend_pid}" in held.stderr
    assert "q7needle" not in held.output
    assert 1 == domicile("scrub", "--check", "--patience", "0").exit_code
    holder.execute("COMMIT")

    done = domicile("scrub", "--json")
    assert 0 == done.exit_code
    report = json.loads(done.stdout)
    assert report["complete"]
    assert ["public.person"] == [each["table"] for each in report["rewritten"]]
    assert "VACUUM FULL" in done.stderr
    again = domicile("scrub")
    assert (0, True) == (again.exit_code, "nothing has moved" in again.stderr)

    name = psycopg.conninfo.conninfo_to_dict(world.dsns["hub"])["dbname"]
    world.hub.execute(f"ALTER DATABASE {name} SET log_statement = 'all'".encode())
    checked = domicile("scrub", "--check")
    assert 1 == checked.exit_code
    assert "log_statement" in checked.stdout
    assert 2 == domicile("scrub", "--check", "--dry-run").exit_code
