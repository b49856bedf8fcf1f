"""`domicile verify` as it is typed: what it prints, what it refuses, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from domicile.cli import main
from fix_world import World

SCHEMA = """
CREATE TABLE person (id int PRIMARY KEY, country text, name text NOT NULL, "e[b]mail" text);
INSERT INTO person SELECT i, (ARRAY['RU', 'US'])[1 + i % 2], 'secret' || i, 'mail' || i
FROM generate_series(1, 20) i;
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
columns = { name = "user.name", "e[b]mail" = "user.contact.email" }
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--repair"),
        (["--seed", "1"], "--sample"),
        (["--sample", "1.5"], "fraction"),
        (["--sample", "all"], "fraction"),
        (["--forensic", "--repair"], "--forensic"),
        (["--also", "."], "--forensic"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], said: str) -> None:
    """With status 2, before any server is asked."""
    result = CliRunner().invoke(main, ["verify", *arguments])
    assert 2 == result.exit_code
    assert said in result.stderr


def test_from_the_first_look_to_the_last(deploy: Callable[..., World], tmp_path: Path) -> None:
    """Sound, wrong, told what would be done, done, sound again; a sample says that it is one."""
    world = deploy(SCHEMA, MAP, ("RU",))
    world.apply()
    world.move()

    def domicile(*arguments: str, status: int) -> Result:
        config = str(tmp_path / "domicile.toml")
        result = CliRunner(env={"COLUMNS": "80"}).invoke(
            main, ["verify", "--config", config, *arguments]
        )
        assert status == result.exit_code, result.output
        return result

    assert "0 violations" in domicile(status=0).stderr
    hub = world.connect()
    hub.execute("SET session_replication_role = replica")
    hub.execute("UPDATE person SET \"e[b]mail\" = 'mail' || id WHERE id = 2")
    hub.execute("UPDATE person SET name = NULL WHERE id = 1")

    told = domicile(status=1)
    assert "e[b]mail" in told.stdout
    assert "mail2" not in told.output
    dry = domicile("--repair", status=1)
    assert "blank" in dry.stdout
    assert "1 of 2 would be mended; `--repair --yes` does it" in dry.stderr
    done = json.loads(domicile("--repair", "--yes", "--json", status=1).stdout)
    assert (1, ["blank", None]) == (done["left"], [each["action"] for each in done["remedies"]])
    assert "backup of the hub" in done["remedies"][1]["says"]
    assert "would be done" not in domicile("--repair", "--yes", status=1).stdout

    hub.execute("UPDATE person SET name = 'secret1' WHERE id = 1")
    assert "nothing" not in domicile("--resume", status=0).stdout
    sample = domicile("--sample", "50%", "--seed", "7", status=0).stderr
    assert "this was a sample" in sample
    assert "--seed 7 repeats it" in sample
