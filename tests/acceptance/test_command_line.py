"""The whole way as a user types it: each command in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from acceptance.files import EXAMPLE, SPELLED, Files
from domicile.pg.embedded_install import find_install, server_account
from fix_world import World

Done = subprocess.CompletedProcess[str]
DAY = ("--as-of", "2026-11-21")


def domicile(*arguments: str, status: int = 0) -> Done:
    """The command with the example's config, in a terminal of 80 columns."""
    done = subprocess.run(
        [sys.executable, "-m", "domicile", *arguments],
        env=os.environ | {"COLUMNS": "80", "DOMICILE_CONFIG": str(EXAMPLE / "domicile.toml")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (status, "") == (done.returncode, _traceback(done)), done.stderr
    if "--json" not in arguments:
        assert max(map(len, done.stdout.splitlines()), default=0) <= 80
    return done


def told(*arguments: str, status: int = 0) -> Any:
    """What the command prints as JSON."""
    return json.loads(domicile(*arguments, "--json", status=status).stdout)


def dump(dsn: str) -> list[str]:
    """The database as pg_dump writes it; the order of rows in a table is no part of it."""
    install = find_install(server_account())
    done = subprocess.run(
        [install.tool("pg_dump"), "--dbname", dsn],
        env=install.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        text=True,
    )
    # pg_dump draws the keys of \restrict by lot.
    lines = [each for each in done.stdout.splitlines() if "restrict " not in each]
    schema = [each for each in lines if "\t" not in each]
    return schema + sorted(each for each in lines if "\t" in each)


def dumps(world: World) -> dict[str, list[str]]:
    """All five databases."""
    return {name: dump(dsn) for name, dsn in world.dsns.items()}


def test_the_whole_way_and_back(world: World, files: Files) -> None:
    """assess, plan, apply, move in two parts, status, verify, return, unapply: and no trace."""
    before = dumps(world)

    assert "'yugoslavia': 2 people" in domicile("assess", *DAY).stdout
    assessed = told("assess", *DAY)
    assert [{"spelling": "yugoslavia", "people": 2}] == assessed["unmapped"]
    binding = {each["law"] for each in assessed["verdicts"] if each["outcome"] == "binds"}
    here = {"ru-242-fz", "ru-152-fz-art12", "ru-236-fz", "cn-pipl-40", "kz-94-v", "us-28cfr202"}
    assert here | {"sakila-in-2019"} == binding
    assert "28 people of RU" in domicile("plan", *DAY).stdout
    for command in (("move", *DAY), ("verify",)):
        assert "domicile apply" in domicile(*command, status=2).stderr
    assert "2026-11-21" in domicile("assess", "--as-of", "tomorrow", status=2).stderr
    assert before == dumps(world)  # so far nothing was changed

    assert "599 customer" in domicile("apply", *DAY).stderr
    assert [143] == [sum(each["count"] for each in told("status")["queue"])]
    assert 40 == told("move", *DAY, "--limit", "40")["subjects"]
    assert "wait to go" in domicile("status").stdout
    assert 103 == told("move", *DAY)["subjects"]
    standing = told("status")
    assert ([], 2) == (standing["queue"], standing["undecided"])
    assert {home: len(files.ids("customer", home)) for home in SPELLED} == {
        each["home"]: each["count"] for each in standing["people"] if each["home"]
    }
    assert "everybody" in domicile("status").stdout
    assert (0, []) == _verified(told("verify"))
    assert "143 customer" in domicile("unapply", status=2).stderr

    assert 143 == told("return")["subjects"]
    assert (0, []) == _verified(told("verify"))
    domicile("unapply")
    assert before == dumps(world)


def test_verify_names_each_row_that_was_tampered_with(world: World, files: Files) -> None:
    """A value put back abroad, a mirror changed on one side, a row lost at home: exit 1, by key."""
    world.apply()
    world.move()
    russian, kazakh, indian = (min(files.ids("customer", home)) for home in ("RU", "KZ", "IN"))
    world.hub.execute("SET session_replication_role = replica")
    world.hub.execute(
        "UPDATE customer SET email = 'tampered' WHERE customer_id IN (%s, %s)", [russian, kazakh]
    )
    world.at("IN").execute("DELETE FROM customer WHERE customer_id = %s", [indian])

    found = told("verify", status=1)

    assert found["found"] == 3
    assert {
        ("leak", str(russian), "RU"),
        ("differs", str(kazakh), "KZ"),
        ("missing", str(indian), "IN"),
    } == {(each["fault"], *each["key"], each["home"]) for each in found["violations"]}
    shown = domicile("verify", status=1)
    assert "tampered" not in json.dumps(found) + shown.stdout + shown.stderr


def _verified(result: dict[str, Any]) -> tuple[int, list[object]]:
    return result["found"], result["violations"]


def _traceback(done: Done) -> str:
    return done.stderr if "Traceback" in done.stderr else ""
