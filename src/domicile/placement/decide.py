"""Where the data of each country's people must live, so that every binding demand is met.

Pure. People of one country can be kept in three ways, from the cheapest to the dearest:

    hub                only in the hub
    mirrored at home   at home, written there first, and in the hub too
    moved home         only at home

The decision is the cheapest way that meets every demand:

    P1  `exclusive`: every place is one in which the data may be kept
    P2  `primary`, `copy`: one of the places is; for `primary` it is the one written first
    P3  `restricted` without a ground on record, next to a storage duty: no place abroad, so it
        is met like `exclusive`. By itself it asks for no home: it stays an open gap

Nothing is decided silently. A demand that no configured home can meet is left open and named;
demands that contradict each other leave the people where they are, and the smallest set of
clauses that clash is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from domicile.config.model import SpeaksFor
from domicile.config.service import Duty
from domicile.law.model import Reason
from domicile.law.verdict import Demand, Verdict

Mode = Literal["hub", "moved", "mirrored"]

#: The evidence that answers a clause's "whose" without an assumption.
_ANSWERS: Mapping[str, frozenset[SpeaksFor]] = {
    "citizens": frozenset({"citizenship"}),
    "residents": frozenset({"residence"}),
    "persons-in-territory": frozenset({"residence", "presence"}),
    "all": frozenset({"citizenship", "residence", "presence"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the people of one jurisdiction must live, why, and what stays open."""

    jurisdiction: str
    home: str | None
    mode: Mode
    #: The duties that bind, as (law, duty), and the chain of clauses behind them.
    duties: tuple[tuple[str, Duty], ...] = ()
    because: tuple[Reason, ...] = ()
    assumptions: tuple[str, ...] = ()
    #: What the law asks and the placement does not give, in words.
    gaps: tuple[str, ...] = ()
    #: The clauses that contradict each other; then `mode` is where the people already are.
    impossible: tuple[Reason, ...] = ()
    #: A `primary` duty: a write goes home first, and home wins.
    home_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to keep a country's people: the places, and the one that is written first."""

    mode: Mode
    home: str | None
    places: frozenset[str]
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A demand as a condition on a way (P1 `only`, P2 `some` and `first`)."""

    demand: Demand
    shape: Literal["only", "some", "first"]

    def met_by(self, way: _Way) -> bool:
        """True when the way gives what the rule asks."""
        seats = self.demand.seats
        match self.shape:
            case "only":
                return way.places <= seats
            case "some":
                return bool(way.places & seats)
            case "first":
                return way.first in seats


_SHAPES: Mapping[str, Literal["only", "some", "first"]] = {
    "exclusive": "only",
    "copy": "some",
    "primary": "first",
}


def decide(
    verdicts: Iterable[Verdict],
    present: Mapping[str, frozenset[SpeaksFor]],
    *,
    homes: Iterable[str],
    hub: str,
) -> tuple[Placement, ...]:
    """The placement of every jurisdiction, in the order of the codes.

    Args:
        verdicts: of all laws and commitments, for a hub in that country.
        present: jurisdictions that have people, each with the kinds of evidence that say so.
        homes: countries in which a home is configured.
        hub: the country of the hub.
    """
    heard = tuple(verdicts)
    configured = frozenset(homes)
    return tuple(_place(code, present[code], heard, configured, hub) for code in sorted(present))


def _place(
    code: str,
    evidence: frozenset[SpeaksFor],
    verdicts: Sequence[Verdict],
    homes: frozenset[str],
    hub: str,
) -> Placement:
    """The placement of one jurisdiction."""
    concerned = [v for v in verdicts if code in v.reach]
    demands = [d for v in concerned if v.outcome == "binds" for d in v.demands]
    rules = _rules(demands)
    thinkable = _ways(frozenset(s for r in rules for s in r.demand.seats), hub, code)
    clash = _smallest_clash(rules, thinkable)
    ways = _ways(homes, hub, code)
    possible = [r for r in rules if not clash and any(r.met_by(way) for way in ways)]
    way = _cheapest(ways, possible)
    gaps = [] if clash else _homeless(rules, possible)
    if way is None:
        gaps.append(_no_joint_home(possible, thinkable))
        way = ways[0]
    gaps += [*_unlawful_exports(demands, way), *_set_aside(concerned)]
    return Placement(
        jurisdiction=code,
        home=way.home,
        mode=way.mode,
        duties=tuple(dict.fromkeys((d.law, d.duty) for d in demands)),
        because=_because(demands, rules),
        assumptions=_assumptions(code, demands, evidence),
        gaps=tuple(gaps),
        impossible=tuple(r.demand.reason for r in clash),
        home_first=way.mode == "mirrored" and any(r.shape == "first" for r in possible),
    )


def _rules(demands: Iterable[Demand]) -> list[_Rule]:
    """The conditions that the demands put on a way."""
    rules = [_Rule(demand=d, shape=_SHAPES[d.duty]) for d in demands if d.duty != "restricted"]
    if rules:  # P3: a home is asked for anyway, and nothing may leave it
        rules += [_Rule(demand=d, shape="only") for d in demands if _barred(d)]
    return rules


def _barred(demand: Demand) -> bool:
    """True when data may not be kept in the hub's country for want of a ground."""
    return demand.export is not None and not demand.export.allowed


def _ways(homes: frozenset[str], hub: str, code: str) -> list[_Way]:
    """Every way with these homes, the cheapest first, the country's own home before others."""
    order = sorted(homes - {hub}, key=lambda home: (home != code, home))
    only_hub = _Way(mode="hub", home=None, places=frozenset({hub}), first=hub)
    mirrored = [
        _Way(mode="mirrored", home=home, places=frozenset({home, hub}), first=home)
        for home in order
    ]
    moved = [_Way(mode="moved", home=h, places=frozenset({h}), first=h) for h in order]
    return [only_hub, *mirrored, *moved]


def _cheapest(ways: Iterable[_Way], rules: Sequence[_Rule]) -> _Way | None:
    """The first way that meets all rules."""
    return next((way for way in ways if all(r.met_by(way) for r in rules)), None)


def _smallest_clash(rules: Sequence[_Rule], ways: Sequence[_Way]) -> tuple[_Rule, ...]:
    """The smallest set of rules that no way meets together, whatever homes there were."""
    if _cheapest(ways, rules) is not None:
        return ()
    sizes = range(1, len(rules) + 1)
    sets = (chosen for size in sizes for chosen in combinations(rules, size))
    return next((chosen for chosen in sets if _cheapest(ways, chosen) is None), ())


def _homeless(rules: Iterable[_Rule], possible: Sequence[_Rule]) -> list[str]:
    """Storage duties that no configured home can meet."""
    return [
        f"{r.demand.law} demands a home in {_either(r.demand.seats)}, and none is configured"
        f" ({r.demand.reason.cites})"
        for r in rules
        if r not in possible and r.demand.duty != "restricted"
    ]


def _no_joint_home(rules: Sequence[_Rule], thinkable: Iterable[_Way]) -> str:
    """Each rule has a home and no home serves them all: name one that would."""
    laws = ", ".join(sorted({r.demand.law for r in rules}))
    way = _cheapest(thinkable, rules)
    wanted = f"; a home in {way.home} would" if way else ""
    return f"no configured home meets {laws} together{wanted}"


def _unlawful_exports(demands: Iterable[Demand], way: _Way) -> list[str]:
    """Restricted data that stays in the hub without a ground on record."""
    return [
        f"{d.law}: {d.export.reason.text} ({d.export.reason.cites})"
        for d in demands
        if d.export is not None and not d.export.allowed and d.export.to in way.places
    ]


def _set_aside(verdicts: Iterable[Verdict]) -> list[str]:
    """Laws that bind and that the operator does not follow."""
    return [
        f"{v.law} binds and is not followed: {v.reasons[-1].text}"
        for v in verdicts
        if v.outcome == "set aside"
    ]


def _because(demands: Iterable[Demand], rules: Iterable[_Rule]) -> tuple[Reason, ...]:
    """The clauses that bind, each followed by what was found about transfers under it."""
    barred = [r.demand for r in rules if r.demand.duty == "restricted"]
    reasons: list[Reason] = []
    for demand in demands:
        reasons.append(demand.reason)
        if demand.export is not None:
            reasons.append(demand.export.reason)
        if demand in barred:
            text = "a home is asked for and no copy may lie abroad: placed like exclusive"
            reasons.append(replace(demand.reason, text=text, note=""))
    return tuple(reasons)


def _assumptions(
    code: str, demands: Iterable[Demand], evidence: frozenset[SpeaksFor]
) -> tuple[str, ...]:
    """Where evidence does not answer whom a clause means, its cautious rule is followed."""
    texts: dict[str, None] = {}
    for demand in demands:
        unanswered = evidence - _ANSWERS[demand.whose]
        if unanswered:
            texts[_assumption(code, demand, unanswered)] = None
    return tuple(texts)


def _assumption(code: str, demand: Demand, evidence: frozenset[SpeaksFor]) -> str:
    """One such assumption, with the rule that it follows."""
    known = " or ".join(sorted(evidence))
    text = (
        f"{demand.law} speaks of {demand.whose}; people known to belong to {code} by {known} "
        f"are held under it as well"
    )
    rule = demand.cautious_rule
    return f"{text} ({rule.confidence}: {rule.cites})" if rule else text


def _either(codes: Iterable[str]) -> str:
    """Country codes as a choice."""
    return " or ".join(sorted(codes))
