"""`domicile laws` as it is typed: pages, machine forms, the gate for CI, and the people."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from domicile.cli import main
from domicile.law.schema import schema_text
from domicile.law.store import shipped
from fix_world import World

CONFIG = """
[hub]
dsn = "env:NO_SUCH_HUB"
country = "US"
[homes.RU]
dsn = "env:NO_SUCH_HOME"
[service]
name = "Test"
established_in = ["US"]
targets = ["US", "RU"]
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.person"
subject = "person"
columns = { ip = "user.device.ip_address" }
"""
NAMED = CONFIG.replace("columns = {", 'columns = { name = "user.name",')
PAPER = """
[[instrument]]
law = "eu-gdpr-ch5"
kind = "impact-assessment"
to_country = "US"
since = 2024-01-01
reference = "file 8"
[[instrument]]
law = "eu-gdpr-ch5"
kind = "standard-clauses"
to_country = "US"
since = 2024-01-01
until = 2027-02-01
reference = "file 7"
"""


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No config of somebody else is found."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOMICILE_CONFIG", raising=False)


def laws(*arguments: object, status: int = 0, columns: int = 80) -> Result:
    """The command, which must end with that status."""
    runner = CliRunner(env={"COLUMNS": str(columns)})
    result = runner.invoke(main, ["laws", *map(str, arguments)])
    assert status == result.exit_code, result.output
    return result


def machine(*arguments: object, status: int = 0) -> Any:
    """The command's JSON."""
    return json.loads(laws(*arguments, "--json", status=status).stdout)


def flat(result: Result) -> str:
    """What people read, as one line."""
    return " ".join(result.stdout.split())


def write(name: str, text: str) -> Path:
    """A file in the current folder."""
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("columns", [80, 100])
def test_every_page_fits_the_terminal(columns: int) -> None:
    """No line is longer, and the list has every law at the start of a line."""
    listed = laws("list", "--as-of", "2026-11-21", columns=columns).stdout
    shown = laws("show", "cn-pipl-38", columns=columns).stdout

    assert {law.id for law in shipped()} <= set(re.findall(r"^[a-z0-9-]+", listed, re.MULTILINE))
    assert columns >= max(map(len, f"{listed}\n{shown}".splitlines()))


def test_a_law_is_shown_with_every_citation_and_source() -> None:
    """Nothing that the pack states is left out; on a day, only that day's text."""
    law = next(law for law in shipped() if law.id == "ru-242-fz")
    page = flat(laws("show", "ru-242-fz", columns=1_000))
    cites = [clause.basis.cites for v in law.versions for clause in v.every_clause()]
    cites += [part.basis.cites for v in law.versions for part in (*v.penalties, *v.precedents)]

    assert [] == [each for each in cites if each not in page]
    assert all(url in page for v in law.versions for url in v.basis.sources)
    assert "within 24 hours" in page
    old = flat(laws("show", "ru-242-fz", "--as-of", "2016-01-01", columns=1_000))
    assert "Text of 2015-09-01" in old
    assert "Text of 2025-07-01" not in old
    assert "No text on 2010-01-01" in flat(laws("show", "ru-242-fz", "--as-of", "2010-01-01"))


def test_an_unknown_law_is_refused_with_the_close_ones() -> None:
    """Status 2, and what was meant."""
    said = laws("show", "ru-242fz", status=2).stderr

    assert "no pack has the id 'ru-242fz'" in said
    assert "did you mean ru-242-fz" in said


def test_the_machine_forms_are_the_laws() -> None:
    """Each law once; a test by its word; the schema as the file has it."""
    assert [law.id for law in shipped()] == sorted(row["id"] for row in machine("list"))
    shown = machine("show", "kz-94-v")
    assert {"test": "established"} == shown["versions"][0]["requirements"][0]["alternatives"][0][
        "test"
    ]
    assert [] == machine("show", "kz-94-v", "--as-of", "2015-12-31")["versions"]
    assert schema_text() == laws("schema").stdout


def test_what_makes_no_sense_is_refused() -> None:
    """With status 2, and the reason."""
    config = write("domicile.toml", CONFIG)
    for arguments, said in (
        (["list", "--country", "XX"], "'XX' is not an ISO 3166-1 code"),
        (["diff", "--from", "2026-02-01", "--to", "2026-01-01"], "is before --from"),
        (["calendar", "--as-of", "2026-02-01", "--until", "2026-01-01"], "is before --as-of"),
        (["check", "--config", config], "--config needs --against"),
        (["check", config, "--against", config], "not both"),
        (["check", "--against", "gone.toml"], "there is no such file"),
    ):
        assert said in laws(*arguments, status=2).stderr


def test_two_days_are_compared_for_the_service_that_is_there() -> None:
    """Without a config the texts alone; with one, the verdicts and why."""
    days = ("--from", "2015-08-31", "--to", "2015-09-01")
    assert "for this service" not in flat(laws("diff", *days))
    write("domicile.toml", NAMED)
    page = flat(laws("diff", *days))

    assert "+ the text of 2015-09-01" in page
    assert "ru-242-fz: not in force -> binds (primary)" in page
    assert (
        "people of RU: stay in the hub -> mirrored at the home in RU, written there first" in page
    )
    changed = machine("diff", *days)["service"]["verdicts"]
    assert [("ru-242-fz", "binds")] == [(v["law"], v["after"]) for v in changed]


def test_the_calendar_has_the_days_ahead_of_this_service() -> None:
    """A paper that runs out opens a gap; what has passed and what concerns others is not there."""
    write("domicile.toml", NAMED.replace('"RU"]', '"RU", "DE"]') + PAPER)
    found = machine("calendar", "--as-of", "2026-11-21")
    (paper,) = [e for e in found["entries"] if e["event"]["kind"] == "instrument"]

    assert "2027-02-01" == paper["event"]["day"]
    assert "DE" in paper["placements"][0]["jurisdictions"]
    assert "no ground on record" in paper["placements"][0]["new_gaps"][0]
    assert [] == [e for e in found["entries"] if e["event"]["day"] < "2026-11-21"]
    assert "in-dpdp" not in {e["event"]["law"] for e in found["entries"]}
    page = flat(laws("calendar", "--as-of", "2026-11-21"))
    assert "ru-242-fz: breach-notice, within 24 hours: tell RKN of a leak" in page
    before = machine("calendar", "--as-of", "2026-11-21", "--until", "2027-01-31")
    assert "instrument" not in {e["event"]["kind"] for e in before["entries"]}


def test_a_column_that_brings_a_law_stops_the_change() -> None:
    """One address alone identified nobody; the column that does is named."""
    old, new = write("old.toml", CONFIG), write("new.toml", NAMED)
    day = ("--as-of", "2016-01-01")
    result = laws("check", "--config", new, "--against", old, *day, status=1)

    assert "ru-242-fz binds: primary; before: would bind if" in flat(result)
    assert "brought by + category user.name (public.person.name)" in flat(result)
    assert "new.toml brings what old.toml does not" in result.stderr
    assert "ru-242-fz lets go" in flat(laws("check", "--config", old, "--against", new, *day))
    assert machine("check", "--config", new, "--against", new, *day)["passed"]


def test_a_country_without_a_home_is_a_gap_with_its_cure() -> None:
    """Two countries at once: each law is laid to its own."""
    old = write("old.toml", NAMED)
    new = write("new.toml", NAMED.replace('["US", "RU"]', '["US", "RU", "UZ", "DE"]'))
    arguments = ("check", "--config", new, "--against", old, "--as-of", "2024-01-01")
    found = {each["text"]: each for each in machine(*arguments, status=1)["findings"]}
    demand = next(each for text, each in found.items() if text.startswith("uz-547 demands a home"))

    assert (["UZ"], ["+ aimed at UZ"]) == (demand["about"], demand["causes"])
    assert ["a home in UZ"] == demand["cures"]
    european = next(each for text, each in found.items() if text.startswith("eu-gdpr-ch5 binds"))
    assert ["+ aimed at DE"] == european["causes"]


def test_citizens_abroad_for_whom_two_laws_contradict_each_other_stop_the_change() -> None:
    """A promise keeps residents of AR there alone, and a law citizens of RU at home."""
    evidence = """[[subject.evidence]]
speaks_for = "citizenship"
column = "passport"
[[subject.evidence]]"""
    start = NAMED.replace(
        '["US", "RU"]', '["US", "RU", "AR"]\n[laws]\nprofiles.ru-242-fz = "strict"'
    )
    start = start.replace("[[subject.evidence]]", evidence)
    promise = """
[[commitment]]
id = "ar-promise"
country = "AR"
duty = "exclusive"
whose = "residents"
since = 2020-01-01
cites = "policy"
"""
    old, new = write("old.toml", start), write("new.toml", start + promise)
    findings = machine("check", "--config", new, "--against", old, status=1)["findings"]
    (clash,) = [each for each in findings if each["what"] == "impossible"]

    assert clash["about"] == ["RU/AR"]
    assert clash["causes"] == ["+ commitment ar-promise"]


LANGUAGE, COOKIE = "user.demographic.language", "user.device.cookie_id"
TOGETHER = (
    f"+ category {LANGUAGE} (public.person.lang)"
    f" and + category {COOKIE} (public.person.tag) together"
)


@pytest.mark.parametrize(
    ("columns", "targets", "causes"),
    [
        ({"lang": LANGUAGE}, "", [f"+ category {LANGUAGE}", "+ aimed at RU"]),
        ({"mail": "user.contact.email", "name": "user.name"}, "RU", ["contact.email", "user.name"]),
        (
            {"lang": LANGUAGE, "tag": COOKIE, "sex": "user.demographic.gender"},
            "nothing yet",
            [TOGETHER],
        ),
    ],
    ids=["each is needed", "each is enough", "two of three"],
)
def test_what_brings_a_law_is_no_more_than_what_does(
    columns: dict[str, str], targets: str, causes: list[str]
) -> None:
    """Every change is tried alone, taken back and made; the idle one, a kind, is not named."""
    start = CONFIG if targets != "nothing yet" else CONFIG.replace("device.ip_address", "childrens")
    start = start if targets else start.replace(', "RU"]', "]")
    added = "".join(f'{name} = "{category}", ' for name, category in columns.items())
    grown = start.replace("columns = { ", f"columns = {{ {added}").replace('["US"]', '["US", "RU"]')
    grown = grown.replace("[service]", '[service]\nkinds = ["games"]')
    grown = grown.replace('established_in = ["US", "RU"]', 'established_in = ["US"]')
    old, new = write("old.toml", start), write("new.toml", grown)
    arguments = ("check", "--config", new, "--against", old, "--as-of", "2016-01-01")
    findings = machine(*arguments, status=1)["findings"]
    (found,) = [each for each in findings if each["about"] == ["ru-242-fz"]]

    assert len(causes) == len(found["causes"])
    assert all(part in cause for part, cause in zip(causes, found["causes"], strict=True)), found


def test_packs_are_checked_where_they_lie() -> None:
    """All that are shipped, or a file; a broken one is status 2 with its place."""
    assert flat(laws("check")).startswith(f"{len(shipped())} packs, ")
    write("xx.toml", 'id = "xx"')
    said = laws("check", "xx.toml", status=2).stderr
    assert "xx.toml: version: " in said
    assert "hint: " in said


def test_the_people_who_must_move_by_a_day_are_counted(deploy: Callable[..., World]) -> None:
    """One census, by the law that comes into force; nobody's values are in it."""
    schema = """
        CREATE TABLE person (id int PRIMARY KEY, country text, name text NOT NULL);
        INSERT INTO person SELECT i, CASE WHEN i <= 7 THEN 'RU' ELSE 'US' END, 'secret' || i
        FROM generate_series(1, 20) i;
    """
    mapped = NAMED[NAMED.index("[[subject]]") :].replace(', ip = "user.device.ip_address"', "")
    world = deploy(schema, mapped, ("RU",))
    arguments = ("calendar", "--people", "--config", world.config.source)
    days = ("--as-of", "2015-08-31", "--until", "2015-09-01")
    found = machine(*arguments, *days)["entries"]

    assert [("ru-242-fz", 7)] == [(each["event"]["law"], each["people"]) for each in found]
    page = laws(*arguments, *days)
    assert "7 people must move by then" in flat(page)
    assert "secret" not in page.output


def test_counting_people_needs_the_hub() -> None:
    """Everything else does not, as the other tests show: no hub is there."""
    write("domicile.toml", NAMED)
    assert "NO_SUCH_HUB" not in os.environ
    assert "NO_SUCH_HUB is not set" in laws("calendar", "--people", status=2).stderr
