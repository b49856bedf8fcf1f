"""The case of 2014 to 2018: what the laws of Russia asked of one service, day by day, and why."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest

from domicile.config import Config, load
from domicile.config.service import Number
from domicile.law.model import Reason
from domicile.law.store import shipped
from domicile.law.verdict import Verdict
from domicile.law.wording import penalty_text
from domicile.placement.decide import Placement
from domicile.placement.report import Assessment
from domicile.placement.run import assess
from domicile.placement.ties import ties_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "case-2014-2018"
GOLDEN = Path(__file__).parent / "golden" / "case-2014-2018.txt"
LAWS = {law.id: law for law in shipped()}
#: Before this page the form changes; the map of July is judged by it as well.
FORM_CHANGES = ("2015-11-11", "2015-07")
#: Each day with the chapter that it is judged by, in the order of the story.
STORY = [
    ("2014-07-21", "2015-07"),
    ("2015-07-15", "2015-07"),
    ("2015-08-31", "2015-07"),
    ("2015-09-01", "2015-07"),
    ("2015-11-11", "2015-07"),
    ("2015-11-11", "2015-11"),
    ("2016-07-20", "2015-11"),
    ("2017-04-19", "2017-04"),
    ("2018-06-30", "2017-04"),
    ("2018-07-01", "2018-07"),
    ("2019-12-02", "2018-07"),
    ("2025-07-01", "2018-07"),
    ("2025-07-01", "today"),
    ("2026-11-21", "today"),
]
Judge = Callable[[str, str], Assessment]
#: The penalties of each law as a page told them last.
Told = dict[str, list[str]]


@pytest.fixture
def hub(database: Callable[[str], str]) -> str:
    """The service's database as it was in July 2015."""
    dsn = database("hub")
    _run(dsn, "schema.sql")
    return dsn


@pytest.fixture
def judged(hub: str) -> Judge:
    """`judged("2015-11-11", "2015-11")`: a day, and the chapter that it is judged by."""
    _run(hub, "2015-11.sql")
    return lambda day, chapter: assess(_config(hub, chapter), date.fromisoformat(day)).assessment


def test_the_story_reads_as_the_golden_text(hub: str) -> None:
    """Thought through line by line; `GOLDEN=write` in the environment rewrites it."""
    pages: list[str] = []
    told: Told = {}
    for day, chapter in STORY:
        if (day, chapter) == FORM_CHANGES:
            _run(hub, "2015-11.sql")
        found = assess(_config(hub, chapter), date.fromisoformat(day)).assessment
        pages.append(_page(found, chapter, told))
    text = "\n\n".join(pages) + "\n"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(text, encoding="utf-8")

    assert GOLDEN.read_text(encoding="utf-8") == text


def test_one_text_reaches_in_november_what_it_did_not_reach_in_july(judged: Judge) -> None:
    """The law's words, the service and the day are the same: the set of data is another."""
    before = _verdict(judged("2015-11-11", "2015-07"), "ru-242-fz")
    after = _verdict(judged("2015-11-11", "2015-11"), "ru-242-fz")

    assert before.since == after.since == date(2015, 9, 1)
    assert ("would bind if", "binds") == (before.outcome, after.outcome)
    assert before.missing == ("it collected what identifies a person",)
    assert "it collects only user.device.ip_address" in before.reasons[-1].text
    assert any("together singles a person out" in why.text for why in after.reasons)


def test_a_nickname_that_is_listed_binds_at_once(hub: str) -> None:
    """What July's map leaves out is what the verdict hangs on, as its comment says."""
    config = _config(hub, "2015-07")
    (table,) = config.tables
    listed = replace(table, columns={**table.columns, "handle": "user.account.username"})
    found = assess(replace(config, tables=(listed,)), date(2015, 9, 1)).assessment

    assert _verdict(found, "ru-242-fz").outcome == "binds"


def test_advertisers_go_first_and_everybody_else_whom_a_law_means_is_open(judged: Judge) -> None:
    """The law knows no limit to people in commercial relations."""
    everybody = judged("2017-04-19", "2015-11")
    some = judged("2017-04-19", "2017-04")
    homes = {p.jurisdiction: p.home for p in some.placements}
    left = {label for label in homes if ties_of(label).left_out}
    open_to_them = {label for label, text in some.gaps if "ru-242-fz binds" in text}

    assert {homes[label] for label in left} == {None}
    assert (6, 14) == (_moving(some), some.people({label for label, _ in some.gaps}))
    assert _moving(everybody) == 20
    assert open_to_them == {"~RU", "~RU/DE", "~RU/US"}


def test_three_of_five_contradictions_rest_on_a_number_that_is_not_stated(hub: str) -> None:
    """The rule of the United States binds in bulk, and what is not said counts as reached."""
    _run(hub, "2015-11.sql")
    config, day = _config(hub, "today"), date(2026, 11, 21)
    few = Number(country="US", unit="persons", period="12-months", count=37)
    stated = replace(config, service=replace(config.service, numbers=(few,)))

    assert {"RU/DE": 2, "RU/US": 2, "US/RU": 1} == _impossible(assess(config, day).assessment)
    assert {"RU/DE": 2} == _impossible(assess(stated, day).assessment)


def test_every_chapter_is_judged_and_is_in_the_readme() -> None:
    """No file of the example is left untold."""
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    chapters = {path.stem for path in EXAMPLE.glob("*.toml")}

    assert chapters == {chapter for _, chapter in STORY}
    assert [] == [name for name in chapters if f"{name}.toml" not in readme]
    assert [] == [day for day, _ in STORY if day not in readme]


def _run(dsn: str, script: str) -> None:
    with psycopg.connect(dsn) as conn:
        conn.execute((EXAMPLE / script).read_bytes())


def _config(dsn: str, chapter: str) -> Config:
    """A chapter's config with the test's hub; homes are not asked by an assessment."""
    config = load(EXAMPLE / f"{chapter}.toml")
    return replace(config, hub=replace(config.hub, dsn=dsn))


def _verdict(found: Assessment, law: str) -> Verdict:
    return next(verdict for verdict in found.verdicts if verdict.law == law)


def _moving(found: Assessment) -> int:
    """How many people a home is for."""
    return found.people(p.jurisdiction for p in found.placements if p.home)


def _impossible(found: Assessment) -> dict[str, int]:
    """How many people there are by the ties that no placement satisfies."""
    labels = [p.jurisdiction for p in found.placements if p.impossible]
    return {label: found.people([label]) for label in labels}


def _page(found: Assessment, chapter: str, told: Told) -> str:
    """One day: the laws of Russia with their reasons, where people live, what is open."""
    title = f"{found.as_of}, by {chapter}.toml"
    lines = [title, "=" * len(title), "Laws of Russia"]
    for verdict in found.verdicts:
        if verdict.country == "RU":
            lines += _law(verdict)
            lines += _penalties(verdict, found.as_of, told)
    lines += ["Where people live", *_places(found)]
    if found.gaps:
        lines += ["Open", *(f"  {_who(found, code)}: {text}" for code, text in found.gaps)]
    return "\n".join(lines)


def _law(verdict: Verdict) -> Iterator[str]:
    """The outcome, and the chain of reasons."""
    profile = f" (profile {verdict.profile})" if verdict.profile else ""
    near = verdict.outcome == "would bind if"
    what = f"{verdict.outcome} {verdict.missing[0]}" if near else verdict.outcome
    yield f"  {verdict.law}: {what}{profile}"
    yield from (f"    - {_reason(why)}" for why in verdict.reasons)


def _penalties(verdict: Verdict, day: date, told: Told) -> Iterator[str]:
    """What a breach of a law that binds costs that day, where it was not told so before."""
    version = LAWS[verdict.law].version_on(day)
    if verdict.outcome != "binds" or version is None:
        return
    lines = [
        f"    penalty: {penalty_text(each)} [{each.basis.cites}]"
        for each in version.penalties
        if (each.since or day) <= day and (each.until is None or day < each.until)
    ]
    if lines and lines == told.get(verdict.law):
        yield "    penalties: as before"
    else:
        yield from lines
    told[verdict.law] = lines


def _reason(why: Reason) -> str:
    return f"{why.text} [{why.cites}; {why.confidence}]"


def _places(found: Assessment) -> Iterator[str]:
    """The people whom something concerns, by their ties; the others in one number."""
    named = [p for p in found.placements if p.duties or p.gaps]
    for placement in named:
        laws = ", ".join(f"{law}: {duty}" for law, duty in placement.duties)
        yield f"  {_who(found, placement.jurisdiction)}: {_place(placement)} ({laws})"
    others = found.people(p.jurisdiction for p in found.placements if p not in named)
    yield f"  {others} others: stay in the hub, nothing binds"
    yield f"  {found.counts[None]} of no known country: stay in the hub"


def _who(found: Assessment, label: str) -> str:
    return f"{found.people([label])} of {ties_of(label).words}"


def _place(placement: Placement) -> str:
    if placement.impossible:
        return "impossible, so they stay in the hub"
    first = ", written there first" if placement.home_first else ""
    words = {"hub": "stay in the hub", "moved": "move to", "mirrored": "are mirrored at"}
    home = f" the home in {placement.home}" if placement.home else ""
    return f"{words[placement.mode]}{home}{first}"
