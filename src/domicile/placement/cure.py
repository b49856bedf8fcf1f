"""What would make a placement possible: the fewest homes and transfer instruments to add. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from domicile.law.transfer import Border, Export
from domicile.placement.ways import Rule, lawful, ways

#: More than these at once is a project, not a hint.
_MOST = 2


@dataclass(frozen=True, slots=True)
class _Opened:
    """A border with an instrument for the hub's country."""

    border: Border
    hub: str

    def to(self, country: str) -> Export:
        """As before, but that the data may leave to the hub's country."""
        export = self.border.to(country)
        return replace(export, allowed=True, papers=1) if country == self.hub else export

    def opens_by_instrument(self, country: str) -> bool:
        """As before."""
        return self.border.opens_by_instrument(country)


@dataclass(frozen=True, slots=True)
class _Step:
    """A home in a country, or an instrument under a law; `law` is empty for a home."""

    country: str
    law: str = ""

    @property
    def words(self) -> str:
        """What to do."""
        if self.law:
            return f"a transfer instrument under {self.law} to {self.country}"
        return f"a home in {self.country}"


def cure(
    rules: Sequence[Rule], homes: frozenset[str], hub: str, own: frozenset[str]
) -> tuple[str, ...]:
    """What would cure it, each step in words; empty when nothing of the kind does."""
    seats = {seat for rule in rules for seat in rule.demand.seats} - homes - {hub}
    steps = [_Step(country) for country in sorted(seats, key=lambda seat: (seat not in own, seat))]
    steps += [_Step(hub, law) for law in sorted({r.demand.law for r in rules if _shut(r, hub)})]
    for size in range(1, _MOST + 1):
        for taken in combinations(steps, size):
            if _cures(taken, rules, homes, hub, own):
                return tuple(step.words for step in taken)
    return ()


def _shut(rule: Rule, hub: str) -> bool:
    """A transfer to the hub for which the law would take an instrument, and none is on record."""
    border = rule.demand.border
    return border is not None and border.opens_by_instrument(hub) and not border.to(hub).allowed


def _cures(
    taken: Iterable[_Step],
    rules: Sequence[Rule],
    homes: frozenset[str],
    hub: str,
    own: frozenset[str],
) -> bool:
    steps = list(taken)
    opened = {step.law for step in steps if step.law}
    more = homes | {step.country for step in steps if not step.law}
    asked = [_opened(rule, hub) if rule.demand.law in opened else rule for rule in rules]
    return bool(lawful(ways(more, hub), asked, own))


def _opened(rule: Rule, hub: str) -> Rule:
    border = rule.demand.border
    if border is None:
        return rule
    return replace(rule, demand=replace(rule.demand, border=_Opened(border, hub)))
