"""Placements: the cheapest way that meets every demand, and nothing decided silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.config.service import Commitment, LawSettings
from domicile.law.case import Case
from domicile.law.model import Reason
from domicile.law.store import shipped
from domicile.law.transfer import Export
from domicile.law.verdict import Demand, Verdict, judge_all
from domicile.placement.decide import Placement, decide
from law.cases import CHIRP, CHIRP_PROMISE, NAMES, SAKILA_PROMISE, STRICT, case, paper

RESIDENCE = frozenset({"residence"})
HOMES = ["RU", "CN", "IN", "KZ", "DE"]
#: What is said of these does not depend on which other laws there are.
SIX = {"ru-242-fz", "cn-pipl-40", "in-rbi-2018", "eu-gdpr-ch5", "kz-94-v", "uz-547"}
LAWS = [law for law in shipped() if law.id in SIX]


def placed(facts: Case, promises: list[Commitment], *codes: str, **changes: Any) -> dict[str, Any]:
    """The placements of some countries, by code, with all homes and the case's hub."""
    settings = {"homes": HOMES, "hub": facts.hub} | changes
    verdicts = judge_all(LAWS, promises, facts)
    return {
        p.jurisdiction: p for p in decide(verdicts, dict.fromkeys(codes, RESIDENCE), **settings)
    }


def modes(found: dict[str, Placement]) -> dict[str, tuple[str, str | None]]:
    """Mode and home by country."""
    return {code: (p.mode, p.home) for code, p in found.items()}


def test_the_four_countries_of_sakila_are_four_different_cases() -> None:
    """Strict law, barred transfer, own promise, copy; the hub's own people stay."""
    found = placed(case(), [SAKILA_PROMISE], "RU", "CN", "IN", "KZ", "US", "BR")

    assert modes(found) == {
        "RU": ("moved", "RU"),
        "CN": ("moved", "CN"),
        "IN": ("moved", "IN"),
        "KZ": ("mirrored", "KZ"),
        "US": ("hub", None),
        "BR": ("hub", None),
    }
    assert all(p.gaps == () == p.impossible for p in found.values())
    assert any("placed like exclusive" in r.text for r in found["CN"].because)


def test_the_homes_of_chirp() -> None:
    """Germans move by the operator's promise; other Europeans stay under the US framework."""
    facts = case(service=CHIRP, collected=NAMES)
    found = placed(facts, [CHIRP_PROMISE], "RU", "KZ", "DE", "FR")

    assert modes(found) == {
        "RU": ("moved", "RU"),
        "KZ": ("mirrored", "KZ"),
        "DE": ("moved", "DE"),
        "FR": ("hub", None),
    }
    assert found["FR"].gaps == ()
    assert any("US is recognised as adequate" in r.text for r in found["FR"].because)


def test_a_restricted_duty_alone_asks_for_no_home_and_stays_open() -> None:
    """Without the framework the French stay where they are, and the report says so."""
    found = placed(case(service=replace(CHIRP, facts=frozenset())), [], "FR", homes=["FR"])

    assert modes(found) == {"FR": ("hub", None)}
    assert "eu-gdpr-ch5: no ground on record for keeping data in US" in found["FR"].gaps[0]


def test_an_instrument_on_record_turns_moved_into_mirrored() -> None:
    """With the assessment China's duty is what it says: first written and kept there."""
    facts = case(instruments=(paper("cn-pipl-40", "security-assessment"),))
    found = placed(facts, [], "CN")["CN"]

    assert (found.mode, found.home, found.home_first) == ("mirrored", "CN", True)


def test_the_primary_reading_mirrors_and_the_strict_one_moves() -> None:
    """The choice of a profile is the operator's, and the placement follows it."""
    primary = placed(case(settings=LawSettings()), [], "RU")["RU"]
    strict = placed(case(settings=STRICT), [], "RU")["RU"]

    assert (primary.mode, primary.home_first) == ("mirrored", True)
    assert (strict.mode, strict.home_first) == ("moved", False)


def test_a_copy_is_not_written_first_at_home() -> None:
    """Only a primary duty orders the writes."""
    assert not placed(case(), [], "KZ")["KZ"].home_first


def test_a_hub_in_the_country_satisfies_its_law() -> None:
    """Nothing has to move to where it already is."""
    assert modes(placed(case(hub="RU"), [], "RU")) == {"RU": ("hub", None)}
    assert placed(case(hub="RU"), [], "RU")["RU"].gaps == ()


def test_a_demand_without_a_home_is_open_and_named() -> None:
    """The people stay in the hub, because nobody said where else; it is never silent."""
    found = placed(case(), [SAKILA_PROMISE], "RU", "CN", "IN", "KZ", homes=["KZ"])

    assert modes({"KZ": found["KZ"]}) == {"KZ": ("mirrored", "KZ")}
    for code in ("RU", "CN", "IN"):
        assert found[code].mode == "hub"
        assert any(f"demands a home in {code}" in gap for gap in found[code].gaps)


def test_two_promises_that_contradict_each_other_are_impossible() -> None:
    """The smallest set of clauses that clash is named, and the people stay."""
    abroad = replace(SAKILA_PROMISE, id="ru-lease", country="RU", keep_in="DE")
    found = placed(case(), [abroad, SAKILA_PROMISE], "RU")["RU"]

    assert (found.mode, found.home) == ("hub", None)
    assert ["152-FZ art. 18 part 5 as changed by 23-FZ, strict reading", abroad.cites] == [
        r.cites for r in found.impossible
    ]


def test_a_promise_to_keep_data_in_a_third_country_uses_that_home() -> None:
    """`keep_in` names another country than the people's own."""
    promise = replace(SAKILA_PROMISE, id="br-lease", country="BR", keep_in="DE")

    assert modes(placed(case(), [promise], "BR")) == {"BR": ("moved", "DE")}


def test_a_law_that_is_set_aside_moves_nobody_and_stays_open() -> None:
    """The operator may decide so, and the report repeats it for ever."""
    settings = LawSettings(disabled={"kz-94-v": "counsel's opinion 12"})
    found = placed(case(settings=settings), [], "KZ")["KZ"]

    assert found.mode == "hub"
    assert "counsel's opinion 12" in found.gaps[0]


@pytest.mark.parametrize(
    ("evidence", "assumed"),
    [({"citizenship"}, 0), ({"residence"}, 1), ({"citizenship", "presence"}, 1)],
)
def test_residents_are_held_as_citizens_and_that_is_an_assumption(
    evidence: Any, assumed: int
) -> None:
    """Evidence of citizenship needs none; the cautious rule says how sure it is."""
    verdicts = judge_all(LAWS, [], case())

    (found,) = decide(verdicts, {"RU": frozenset(evidence)}, homes=HOMES, hub="US")

    assert ("moved", assumed) == (found.mode, len(found.assumptions))
    assert all("ru-242-fz speaks of citizens" in a for a in found.assumptions)
    assert all("unconfirmed" in a for a in found.assumptions)


def test_before_the_law_nobody_moves_and_on_its_day_they_do() -> None:
    """The same config gives another placement on another day."""
    before = placed(case(as_of=date(2015, 8, 31)), [], "RU")["RU"]
    after = placed(case(as_of=date(2015, 9, 1)), [], "RU")["RU"]

    assert (before.mode, after.mode) == ("hub", "mirrored")


# --- any laws, any homes -------------------------------------------------------------------


class Fence:
    """A border that is open to some countries."""

    def __init__(self, open_to: frozenset[str], *, papers: bool) -> None:
        self.open_to = open_to
        self.papers = papers

    def to(self, country: str) -> Export:
        """Open or not."""
        return Export(to=country, allowed=country in self.open_to, reason=WHY, papers=0)

    def opens_by_instrument(self, country: str) -> bool:
        """Whether papers would open it."""
        del country
        return self.papers


CODES = ["DE", "FR", "KZ", "US"]
codes = st.frozensets(st.sampled_from(CODES), min_size=1)
WHY = Reason(text="because", cites="art. 1")


@st.composite
def demands(draw: st.DrawFn) -> Demand:
    """A demand about people of FR, kept anywhere."""
    duty = draw(st.sampled_from(["primary", "exclusive", "copy", "restricted"]))
    seats = draw(codes)
    border = (
        Fence(draw(codes) | seats, papers=draw(st.booleans())) if duty == "restricted" else None
    )
    return Demand(
        law=draw(st.sampled_from(["a-1", "b-2", "c-3"])),
        duty=duty,
        whose="all",
        categories=("user.name",),
        reach=frozenset({"FR"}),
        seats=seats,
        reason=WHY,
        home_first=duty == "primary",
        border=border,
        export=border.to("US") if border else None,
    )


def verdict(demand: Demand) -> Verdict:
    """A verdict with one demand."""
    return Verdict(
        law=demand.law,
        name=demand.law,
        country="FR",
        reach=demand.reach,
        commitment=False,
        outcome="binds",
        reasons=(WHY,),
        demands=(demand,),
    )


def place(wanted: list[Demand], homes: frozenset[str]) -> Placement:
    """The placement of FR's people, hub in US."""
    (found,) = decide(map(verdict, wanted), {"FR": RESIDENCE}, homes=homes, hub="US")
    return found


def lawful(wanted: list[Demand], mode: str, home: str | None) -> bool:
    """Said again, plainly: whether keeping the people so meets everything."""
    places = {"hub": {"US"}, "moved": {home}, "mirrored": {home, "US"}}[mode]
    storing = [d for d in wanted if d.duty != "restricted"]
    for d in wanted:
        if d.duty == "exclusive" and not places <= d.seats:
            return False
        if d.duty == "copy" and not places & d.seats:
            return False
        if d.duty == "primary" and (home or "US") not in d.seats:
            return False
        if storing and d.border and not all(d.border.to(place).allowed for place in places):
            return False
    return True


def every_way(homes: frozenset[str]) -> list[tuple[str, str | None]]:
    """All ways to keep people, the cheapest kind first."""
    away = sorted(homes - {"US"})
    return [("hub", None), *(("mirrored", h) for h in away), *(("moved", h) for h in away)]


@given(st.lists(demands(), max_size=5), codes)
def test_the_decision_is_what_trying_everything_finds(
    wanted: list[Demand], homes: frozenset[str]
) -> None:
    """If a lawful way exists the cheapest is taken; if none does, that is said."""
    found = place(wanted, homes)
    ways = [way for way in every_way(homes) if lawful(wanted, *way)]
    anywhere = [way for way in every_way(frozenset(CODES)) if lawful(wanted, *way)]

    assert bool(found.impossible) is not bool(anywhere)
    if ways:
        assert ways[0][0] == found.mode
        assert lawful(wanted, found.mode, found.home)
    elif not found.impossible:
        assert found.gaps


@given(st.lists(demands(), max_size=5), codes)
def test_nothing_open_means_that_every_demand_is_met(
    wanted: list[Demand], homes: frozenset[str]
) -> None:
    """A silent placement is a lawful one, transfers included."""
    found = place(wanted, homes)
    if found.gaps or found.impossible:
        return

    assert lawful(wanted, found.mode, found.home)
    places = {found.home} if found.mode == "moved" else {found.home or "US", "US"}
    assert all(d.border is None or d.border.to(place).allowed for d in wanted for place in places)


@given(st.lists(demands(), max_size=4), codes)
def test_one_more_exclusive_duty_never_weakens_a_placement(
    wanted: list[Demand], homes: frozenset[str]
) -> None:
    """Whoever is moved or mirrored does not come back because a stricter law came along."""
    home = frozenset({"FR"})
    about = [replace(d, seats=d.seats | home) for d in wanted]
    extra = Demand(
        law="z-9",
        duty="exclusive",
        whose="all",
        categories=("user.name",),
        reach=home,
        seats=home,
        reason=WHY,
    )
    strength = ["hub", "mirrored", "moved"].index
    before, after = place(about, homes | home), place([*about, extra], homes | home)

    assert strength(before.mode) <= strength(after.mode)
    assert (after.mode, after.home) == ("moved", "FR")


@given(st.lists(demands(), max_size=4), codes)
def test_the_clauses_that_clash_are_as_few_as_can_be(
    wanted: list[Demand], homes: frozenset[str]
) -> None:
    """Contradictions are named only where there is one, and never more than needed."""
    wanted = [replace(d, reason=Reason(text=str(i), cites="x")) for i, d in enumerate(wanted)]
    named = {int(r.text) for r in place(wanted, homes).impossible}
    for left_out in named:
        rest = [wanted[i] for i in sorted(named - {left_out})]
        assert any(lawful(rest, *way) for way in every_way(frozenset(CODES)))


@given(st.lists(demands(), max_size=5), codes)
def test_the_same_input_gives_the_same_output(wanted: list[Demand], homes: frozenset[str]) -> None:
    """Decisions are stable, whatever order a set is walked in."""
    assert place(wanted, homes) == place(list(wanted), frozenset(sorted(homes, reverse=True)))
