"""The ways in which people can be kept, what each costs, and which rules it meets. Pure.

hub                only in the hub
mirrored at home   at home, written there first, and in the hub too
moved home         only at home
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from domicile.law.verdict import Demand

Mode = Literal["hub", "moved", "mirrored"]
Shape = Literal["only", "some", "first", "no export"]


class Cost(NamedTuple):
    """What a way costs; less is better, the first difference decides.

    distance: 1 when the values are read from a home, 0 when the hub has them too; stores: how
    many servers keep them; papers: transfer instruments that have to be kept valid; abroad: 1
    when the home is in none of the person's own countries; home: an order of equal ways.
    """

    distance: int
    stores: int
    papers: int
    abroad: int
    home: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to keep people: the places, and the one that is written first."""

    mode: Mode
    home: str | None
    places: frozenset[str]
    first: str

    def cost(self, demands: Iterable[Demand], own: frozenset[str]) -> Cost:
        """Its cost for people of those countries, under these demands."""
        borders = [demand.border for demand in demands if demand.border is not None]
        return Cost(
            distance=int(self.mode == "moved"),
            stores=len(self.places),
            papers=sum(border.to(place).papers for border in borders for place in self.places),
            abroad=int(self.home is not None and self.home not in own),
            home=self.home or "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A demand as a condition on a way."""

    demand: Demand
    shape: Shape

    def met_by(self, way: Way) -> bool:
        """True when the way gives what the rule asks."""
        seats = self.demand.seats
        match self.shape:
            case "only":
                return way.places <= seats
            case "some":
                return bool(way.places & seats)
            case "first":
                return way.first in seats
            case "no export":
                return all(self.lets_out(place) for place in way.places - seats)

    def lets_out(self, place: str) -> bool:
        """True when data under the demand may be kept in that country."""
        return self.demand.border is None or self.demand.border.to(place).allowed


_SHAPES: dict[str, Shape] = {"exclusive": "only", "copy": "some", "primary": "first"}


def rules_of(demands: Iterable[Demand]) -> list[Rule]:
    """The conditions that the demands put on a way.

    Who asks for a home anyway has nothing kept where a restricted clause does not let it out.
    """
    heard = list(demands)
    rules = [Rule(demand=d, shape=_SHAPES[d.duty]) for d in heard if d.duty != "restricted"]
    if rules:
        rules += [Rule(demand=d, shape="no export") for d in heard if d.border is not None]
    return rules


def ways(homes: Iterable[str], hub: str) -> list[Way]:
    """Every way with these homes."""
    found = [Way(mode="hub", home=None, places=frozenset({hub}), first=hub)]
    for home in sorted(set(homes) - {hub}):
        both = frozenset({home, hub})
        found.append(Way(mode="mirrored", home=home, places=both, first=home))
        found.append(Way(mode="moved", home=home, places=frozenset({home}), first=home))
    return found


def lawful(every: Iterable[Way], rules: Sequence[Rule], own: frozenset[str]) -> list[Way]:
    """The ways that meet all rules, the cheapest first."""
    demands = [rule.demand for rule in rules]
    meeting = [way for way in every if all(rule.met_by(way) for rule in rules)]
    return sorted(meeting, key=lambda way: way.cost(demands, own))


def smallest_clash(rules: Sequence[Rule], every: Sequence[Way]) -> tuple[Rule, ...]:
    """The smallest set of rules that no way meets together; empty when one meets all."""

    def clash(chosen: Iterable[Rule]) -> bool:
        asked = tuple(chosen)
        return not any(all(rule.met_by(way) for rule in asked) for way in every)

    if not clash(rules):
        return ()
    sizes = range(1, len(rules) + 1)
    return next(c for size in sizes for c in combinations(rules, size) if clash(c))
