"""`domicile map` as it is typed."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from domicile.cli import main
from domicile.config import TableName
from domicile.interchange.fides import read
from domicile.interchange.register import PURPOSES, SECURITY
from fix_world import World
from interchange.samples import CONFIG, GOLDEN

DAY = "2026-11-21"
SCHEMA = """
CREATE TABLE person (id int PRIMARY KEY, name text, country text);
CREATE TABLE note (id int PRIMARY KEY, person_id int REFERENCES person, body text);
"""
MAP = """
[[subject]]
kind = "person"
table = "person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "person"
subject = "person"
columns = { name = "user.name" }
[[table]]
table = "note"
subject = "person"
columns = { body = "user.content.private" }
"""


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No config of somebody else is found."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOMICILE_CONFIG", raising=False)


def run(*arguments: object, config: Path = CONFIG, status: int = 0) -> Result:
    """`domicile map ...`, which must end with that status."""
    words = ["map", *map(str, arguments), "--config", str(config)]
    result = CliRunner().invoke(main, words)
    assert status == result.exit_code, result.output
    return result


def test_the_record_of_sakila_is_the_golden_one() -> None:
    """Reviewed by eye; `GOLDEN=write` in the environment rewrites it."""
    golden = GOLDEN / "sakila.csv"
    found = run("register", "--as-of", DAY).stdout_bytes
    if os.environ.get("GOLDEN") == "write":
        golden.write_bytes(found)

    assert golden.read_bytes() == found


def test_all_three_need_no_server() -> None:
    """The connection strings of the example are not even set; stdout is the document alone."""
    turtle, json_ld = run("dpv"), run("dpv", "--as", "json-ld")
    dataset = run("fides", "--offline")

    assert (GOLDEN / "sakila.ttl").read_text(encoding="utf-8") == turtle.stdout
    assert (GOLDEN / "sakila.jsonld").read_text(encoding="utf-8") == json_ld.stdout
    assert (GOLDEN / "sakila-config.fides.yml").read_text(encoding="utf-8") == dataset.stdout
    assert not turtle.stderr + json_ld.stderr + dataset.stderr


def test_the_hub_completes_the_dataset(deploy: Callable[..., World]) -> None:
    """A key and the end of a foreign key that the config does not name."""
    world = deploy(SCHEMA, MAP)
    online = run("fides", config=world.config.source).stdout
    offline = run("fides", "--offline", config=world.config.source).stdout
    expected = {
        TableName("public", "person"): {"name": "user.name"},
        TableName("public", "note"): {"body": "user.content.private"},
    }

    assert expected == read(online) == read(offline)
    assert "field: person.id direction: from" in " ".join(online.split())
    assert "primary_key: true" in online
    assert "primary_key" not in offline
    assert "references" not in offline


def test_a_hub_that_is_not_there_is_an_error() -> None:
    """What is to be done is said; nothing goes to stdout."""
    result = run("fides", status=2)

    assert "SAKILA_HUB is not set" in result.stderr
    assert not result.stdout


def test_the_record_says_what_the_laws_ask_that_day() -> None:
    """Before the law there was nothing to say of Russia."""
    texts = [run("register", "--as-of", day).stdout for day in ("2015-08-31", "2015-09-01")]
    before, after = (next(csv.DictReader(io.StringIO(each)))[SECURITY] for each in texts)

    assert "people of RU" not in before
    assert "people of RU are placed at the home in RU" in after


def test_merging_keeps_cells_and_names_what_vanished() -> None:
    """On stderr, with the columns that had words; the words themselves are not repeated."""
    first = run("register", "--as-of", DAY).stdout
    old = Path("old.csv")
    changed = first.replace("Sakila,,", "Sakila,rental,").replace(
        "user.name.last", "user.job_title"
    )
    old.write_bytes(changed.encode())
    result = run("register", "--as-of", DAY, "--merge", old)
    found = {row[PURPOSES] for row in csv.DictReader(io.StringIO(result.stdout, newline=""))}

    assert {"rental", ""} == found
    assert "customer, user.job_title is not processed any more" in result.stderr
    assert "purposes" in result.stderr
    assert "rental" not in result.stderr


def test_a_file_that_cannot_be_merged_stops_the_record() -> None:
    """Nothing is printed that would replace it."""
    Path("latin.csv").write_bytes(b"\xff")
    Path("empty.csv").touch()
    for name, said in (
        ("gone.csv", "cannot be read: No such file"),
        ("latin.csv", "is not UTF-8 at byte 0"),
        ("empty.csv", "is empty"),
    ):
        result = run("register", "--merge", name, status=2)
        assert said in result.stderr
        assert "hint:" in result.stderr
        assert not result.stdout
