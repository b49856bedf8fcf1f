"""Where the data of each class of people must live, so that every binding demand is met.

Pure. The decision is the cheapest way (`ways.Cost`) that meets every demand:

    P1  `exclusive`: every place is one in which the data may be kept
    P2  `primary`, `copy`: one of the places is; for `primary` it is the one written first
    P3  `restricted`, next to a storage duty: no place to which the data may not leave. By itself
        it asks for no home: what is kept without a ground stays an open gap

Nothing is decided silently. A demand that no configured home can meet is left open and named,
with what would cure it; demands that contradict each other leave the people where they are, and
the smallest set of clauses that clash is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from domicile.config.model import SpeaksFor
from domicile.config.service import Duty
from domicile.law.model import Reason
from domicile.law.verdict import Demand, Verdict
from domicile.placement.cure import cure as cure_for
from domicile.placement.ties import ASKS, Axis, Ties, ties_of, unanswered
from domicile.placement.ways import Mode, Rule, Way, lawful, rules_of, smallest_clash, ways

__all__ = ["Mode", "Options", "Placement", "Solver", "concerns", "decide"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The lawful ways for one category, the cheapest first, as (mode, home)."""

    category: str
    ways: tuple[tuple[Mode, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where people with the same ties must live, why, and what stays open.

    Columns of one person move together, so the placement is one that is lawful for every
    category; `options` says what each would ask for by itself.
    """

    jurisdiction: str
    home: str | None
    mode: Mode
    #: The duties that bind, as (law, duty), and the chain of clauses behind them.
    duties: tuple[tuple[str, Duty], ...] = ()
    because: tuple[Reason, ...] = ()
    assumptions: tuple[str, ...] = ()
    #: What the law asks and the placement does not give, in words.
    gaps: tuple[str, ...] = ()
    #: The fewest homes and transfer instruments that would close the gaps of storage duties.
    cure: tuple[str, ...] = ()
    #: The clauses that contradict each other; then `mode` is where the people already are.
    impossible: tuple[Reason, ...] = ()
    #: A `primary` duty: a write goes home first, and home wins.
    home_first: bool = False
    options: tuple[Options, ...] = ()


def decide(
    verdicts: Iterable[Verdict],
    present: Mapping[str, frozenset[SpeaksFor]],
    *,
    homes: Iterable[str],
    hub: str,
) -> tuple[Placement, ...]:
    """The placement of every class of people, in the order of the labels.

    Args:
        verdicts: of all laws and commitments.
        present: labels of ties (see `Ties`), each with the kinds of evidence that are the only
            one of some of these people.
        homes: countries in which a home is configured.
        hub: the country of the hub.
    """
    solver = Solver(tuple(verdicts), frozenset(homes), hub)
    return tuple(_place(ties_of(label), present[label], solver) for label in sorted(present))


def concerns(verdict: Verdict, ties: Ties) -> bool:
    """True when the law means people with these ties."""
    return any(ties.within(demand.reach, demand.whose) for demand in verdict.demands)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What was found for people under the same demands: the way, and what it does not give."""

    demands: tuple[Demand, ...]
    rules: tuple[Rule, ...]
    way: Way
    possible: tuple[Rule, ...]
    clash: tuple[Rule, ...]
    #: Some configured way meets all that is possible.
    joint: bool


class Solver:
    """Solves each set of demands once, however many ties lead to it."""

    def __init__(self, verdicts: tuple[Verdict, ...], homes: frozenset[str], hub: str) -> None:
        self.verdicts = verdicts
        self.homes = homes
        self.hub = hub
        self.ways = ways(homes, hub)
        self._demands = [d for v in verdicts if v.outcome == "binds" for d in v.demands]
        self._meant: dict[tuple[Axis, str], frozenset[int]] = {}
        self._solved: dict[tuple[frozenset[int], frozenset[str]], Solution] = {}

    def solve(self, ties: Ties) -> Solution:
        """The solution for people with these ties."""
        meant = self._on("citizenship", ties.citizenship) | self._on("territory", ties.territory)
        own = ties.countries & self.homes
        found = self._solved.get((meant, own))
        if found is None:
            found = self._solved[meant, own] = self._solve(meant, own)
        return found

    def left_out(self, ties: Ties) -> Solution:
        """Out of scope: in the hub, whatever the laws ask."""
        hub = self.ways[0]
        found = self.solve(ties)
        possible = tuple(rule for rule in found.rules if rule.met_by(hub))
        return replace(found, way=hub, possible=possible, clash=(), joint=True)

    def _on(self, axis: Axis, country: str) -> frozenset[int]:
        """The demands that mean a person with this tie, by number."""
        if (axis, country) not in self._meant:
            self._meant[axis, country] = frozenset(
                number
                for number, demand in enumerate(self._demands)
                if country in demand.reach and axis in ASKS[demand.whose]
            )
        return self._meant[axis, country]

    def _solve(self, meant: frozenset[int], own: frozenset[str]) -> Solution:
        demands = tuple(self._demands[number] for number in sorted(meant))
        rules = tuple(rules_of(demands))
        seats = frozenset(seat for rule in rules for seat in rule.demand.seats)
        clash = smallest_clash(rules, ways(seats, self.hub))
        possible = tuple(r for r in rules if not clash and any(map(r.met_by, self.ways)))
        found = lawful(self.ways, possible, own)
        return Solution(
            demands=demands,
            rules=rules,
            way=found[0] if found else self.ways[0],
            possible=possible,
            clash=clash,
            joint=bool(found),
        )


def _place(ties: Ties, evidence: frozenset[SpeaksFor], solver: Solver) -> Placement:
    found = solver.left_out(ties) if ties.left_out else solver.solve(ties)
    unmet = list(_out_of_scope(found)) if ties.left_out else list(_unmet(found))
    curable = unmet and not ties.left_out
    aside = [verdict for verdict in solver.verdicts if concerns(verdict, ties)]
    return Placement(
        jurisdiction=ties.label,
        home=found.way.home,
        mode=found.way.mode,
        duties=tuple(dict.fromkeys((d.law, d.duty) for d in found.demands)),
        because=tuple(_because(found)),
        assumptions=tuple(_assumptions(ties, found.demands, evidence)),
        gaps=(*unmet, *_unlawful_exports(found), *_set_aside(aside)),
        cure=cure_for(found.rules, solver.homes, solver.hub, ties.countries) if curable else (),
        impossible=tuple(rule.demand.reason for rule in found.clash),
        home_first=found.way.mode == "mirrored" and any(r.shape == "first" for r in found.possible),
        options=tuple(_options(found.demands, solver.ways, ties)),
    )


def _options(demands: Sequence[Demand], every: Sequence[Way], ties: Ties) -> Iterator[Options]:
    """Each category that a duty speaks of, and the ways that are lawful for it alone."""
    for category in sorted({name for demand in demands for name in demand.categories}):
        rules = rules_of(d for d in demands if category in d.categories)
        found = lawful(every, rules, ties.countries)
        yield Options(category=category, ways=tuple((way.mode, way.home) for way in found))


def _out_of_scope(found: Solution) -> Iterator[str]:
    """What the laws ask for people whom the scope leaves out; the law may know no such limit."""
    for rule in found.rules:
        if rule not in found.possible and rule.shape != "no export":
            why = rule.demand.reason
            yield f"{rule.demand.law} binds, and the scope leaves them out ({why.cites})"


def _unmet(found: Solution) -> Iterator[str]:
    """Storage duties that no configured home can meet, alone or together with the others."""
    for rule in found.rules if not found.clash else ():
        if rule not in found.possible and rule.shape != "no export":
            yield (
                f"{rule.demand.law} demands a home in {' or '.join(sorted(rule.demand.seats))},"
                f" and none is configured ({rule.demand.reason.cites})"
            )
    if not found.clash and not found.joint:
        laws = ", ".join(sorted({rule.demand.law for rule in found.possible}))
        yield f"no configured home meets {laws} together"


def _unlawful_exports(found: Solution) -> list[str]:
    """Restricted data that is kept in a country without a ground on record."""
    exports = [
        (demand.law, demand.border.to(place))
        for demand in found.demands
        if demand.border is not None
        for place in sorted(found.way.places)
    ]
    return [
        f"{law}: {export.reason.text} ({export.reason.cites})"
        for law, export in exports
        if not export.allowed
    ]


def _set_aside(verdicts: Iterable[Verdict]) -> list[str]:
    """Laws that bind and that the operator does not follow."""
    return [
        f"{v.law} binds and is not followed: {v.reasons[-1].text}"
        for v in verdicts
        if v.outcome == "set aside"
    ]


def _because(found: Solution) -> Iterator[Reason]:
    """The clauses that bind, each followed by what was found about transfers under it."""
    barred = [r.demand for r in found.rules if r.shape == "no export" and not _let_out(r.demand)]
    for demand in found.demands:
        yield demand.reason
        if demand.export is not None:
            yield demand.export.reason
        if demand in barred:
            text = "a home is asked for and no copy may lie abroad: placed like exclusive"
            yield replace(demand.reason, text=text, note="")


def _let_out(demand: Demand) -> bool:
    """The data may be kept in the hub."""
    return demand.export is None or demand.export.allowed


def _assumptions(
    ties: Ties, demands: Iterable[Demand], evidence: frozenset[SpeaksFor]
) -> dict[str, None]:
    """Where evidence does not answer whom a clause means, its cautious rule is followed."""
    texts: dict[str, None] = {}
    for demand in demands:
        open_ = unanswered(demand.whose, evidence)
        if open_ and len(ties.countries) == 1:
            texts[_assumption(ties.label, demand, open_)] = None
    return texts


def _assumption(code: str, demand: Demand, evidence: frozenset[SpeaksFor]) -> str:
    """One such assumption, with the rule that it follows."""
    known = " or ".join(sorted(evidence))
    text = (
        f"{demand.law} speaks of {demand.whose}; people known to belong to {code} by {known} "
        f"are held under it as well"
    )
    rule = demand.cautious_rule
    return f"{text} ({rule.confidence}: {rule.cites})" if rule else text
