"""The assessment: what people read, what machines read, and that both are stable."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from domicile.config.service import LawSettings
from domicile.law.case import Case
from domicile.law.store import shipped
from domicile.law.verdict import judge_all
from domicile.placement.decide import decide
from domicile.placement.report import Assessment, render, to_dict
from law.cases import SAKILA_PROMISE, case

GOLDEN = Path(__file__).parent / "golden"
COUNTS = {"RU": 28, "CN": 53, "IN": 60, "KZ": 2, "US": 36, "BR": 28, None: 3}


def assessment(facts: Case, homes: str = "RU CN IN KZ", **changes: Any) -> Assessment:
    """Sakila's assessment."""
    verdicts = judge_all(shipped(), [SAKILA_PROMISE], facts)
    present = {code: frozenset({"residence"}) for code in COUNTS if code}
    placements = decide(verdicts, present, homes=homes.split(), hub=facts.hub)
    plain = Assessment(
        service=facts.service.name,
        as_of=facts.as_of,
        hub=facts.hub,
        verdicts=verdicts,
        placements=placements,
        counts=COUNTS,
        unmapped=(("Runion", 1), ("Yugoslavia", 2)),
    )
    return replace(plain, **changes)


def text(found: Assessment, width: int = 100) -> str:
    """What a terminal of that width shows, without the spaces at the ends of lines."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, legacy_windows=False).print(render(found))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def flat(found: Assessment) -> str:
    """The text as one line, for looking up sentences."""
    return " ".join(text(found, 1_000).split())


@pytest.mark.parametrize("width", [80, 100])
def test_the_report_of_sakila_reads_as_the_golden_text(width: int) -> None:
    """Reviewed by eye; `GOLDEN=write` in the environment rewrites it."""
    golden = GOLDEN / f"sakila-{width}.txt"
    found = text(assessment(case()), width)
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == found
    assert max(map(len, found.splitlines())) <= width


def test_the_machine_form_of_sakila_is_the_golden_json() -> None:
    """Same input, same bytes."""
    golden = GOLDEN / "sakila.json"
    found = json.dumps(to_dict(assessment(case())), indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == found


def test_a_demand_without_a_home_is_in_the_report_with_its_number_of_people() -> None:
    """Nobody has to infer from silence that 28 people are not where they must be."""
    found = flat(assessment(case(), homes="CN IN KZ"))

    assert "RU 28 stay in the hub; something stays open" in found
    assert "RU (28 people): ru-242-fz demands a home in RU, and none is configured" in found


def test_a_contradiction_is_shown_with_both_clauses() -> None:
    """The reader sees which two papers cannot both be kept."""
    abroad = replace(SAKILA_PROMISE, id="ru-lease", country="RU", keep_in="IN", cites="lease 3")
    verdicts = judge_all(shipped(), [abroad], case())
    placements = decide(verdicts, {"RU": frozenset({"residence"})}, homes=["RU", "IN"], hub="US")
    found = flat(assessment(case(), verdicts=verdicts, placements=placements))

    assert "RU 28 impossible: clauses contradict each other" in found
    assert "RU (28 people): impossible: exclusive: data of citizens of RU" in found
    assert "(lease 3)" in found


def test_a_law_that_is_set_aside_stays_on_the_page() -> None:
    """With the operator's own reason."""
    settings = LawSettings(disabled={"kz-94-v": "counsel's opinion 12"})
    found = flat(assessment(case(settings=settings)))

    assert "kz-94-v (set aside)" in found
    assert "KZ (2 people): kz-94-v binds and is not followed" in found
    assert "the operator sets it aside: counsel's opinion 12" in found


def test_what_no_source_confirms_is_listed_by_itself() -> None:
    """A verdict that rests on an unconfirmed clause says so."""
    found = assessment(case())

    assert ("cn-pipl-40", "unconfirmed") in {(law, why.confidence) for law, why in found.unsure}
    assert "Less than confirmed - cn-pipl-40, the service counts as volume-handler in CN" in flat(
        found
    )


def test_a_hostile_spelling_is_shown_and_not_obeyed() -> None:
    """Evidence is data: no markup, no control characters."""
    found = text(assessment(case(), unmapped=(("[red]\x1b[2J\nx", 1),)))

    assert "\x1b" not in found
    assert "[red]" in found


def test_nothing_binding_is_said_too() -> None:
    """An empty answer is an answer."""
    quiet = assessment(case(), verdicts=(), placements=(), unmapped=(), counts={})

    assert "Laws and commitments that bind none" in flat(quiet)
    assert to_dict(quiet)["gaps"] == []
