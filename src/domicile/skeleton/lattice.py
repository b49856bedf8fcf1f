"""The smallest sets of columns that single people out, and the cure. Pure.

Sets of columns form a lattice, and on the way up two things only grow: the classes into which
people fall, and the people who are alone in theirs. So the search goes up level by level and asks
for a set only while that can say something new:

- above a set that exceeds no set is a smallest one;
- people alone <= classes <= the product of the distinct values (NULL is one) of the columns, or
  of a part of them as they were counted together;
- no set singles out more people than a larger one does.

Source: Agrawal, Srikant, Fast Algorithms for Mining Association Rules (1994), the level-wise
search; LeFevre, DeWitt, Ramakrishnan, Incognito (2005), that k-anonymity passes to subsets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from domicile.skeleton.model import ColumnSet, Finding, Step, Tally, above

#: Counts the classes by a set of columns; None when it ran out of time.
Ask = Callable[[ColumnSet], Tally | None]


@dataclass(slots=True)
class Known:
    """What has been counted, and what follows from it. Each set is asked for once."""

    ask: Ask
    rows: int
    tallies: dict[ColumnSet, Tally] = field(default_factory=dict[ColumnSet, Tally])
    unmeasured: list[ColumnSet] = field(default_factory=list[ColumnSet])

    def __post_init__(self) -> None:
        """Without any column all people are one class."""
        alone = int(self.rows == 1)
        self.add(frozenset(), Tally(rows=self.rows, classes=min(self.rows, 1), unique=alone))

    def add(self, columns: ColumnSet, tally: Tally | None) -> None:
        """Remember a count, or that there is none."""
        if tally is None:
            self.unmeasured.append(columns)
        else:
            self.tallies[columns] = tally

    def count(self, columns: ColumnSet) -> Tally | None:
        """The count, asked for if it is not there; None when it cannot be had."""
        if columns not in self.tallies and columns not in self.unmeasured:
            self.add(columns, self.ask(columns))
        return self.tallies.get(columns)

    def classes_at_most(self, columns: ColumnSet) -> int:
        """A bound on the classes, from the parts of the set that have been counted."""
        if columns in self.tallies:
            return self.tallies[columns].classes
        if len(columns) <= 1:
            return self.rows
        parts = ((columns - {each}, frozenset({each})) for each in columns)
        bounds = (self.classes_at_most(rest) * self.classes_at_most(one) for rest, one in parts)
        return min(self.rows, *bounds)

    def unique_at_most(self, columns: ColumnSet) -> int:
        """A bound on the people alone, from parts of the set and from larger sets."""
        larger = (tally.unique for other, tally in self.tallies.items() if columns <= other)
        return min(self.classes_at_most(columns), *larger, self.rows)

    def unique_at_least(self, columns: ColumnSet) -> int:
        """The people whom some part of the set singles out already."""
        return max(tally.unique for other, tally in self.tallies.items() if other <= columns)


def search(known: Known, columns: ColumnSet, *, percent: float, size: int) -> tuple[Finding, ...]:
    """The sets of up to `size` columns that make more than `percent` unique, and hold no smaller.

    Sets whose count cannot be had are in `known.unmeasured`, and no set that holds one is asked
    for. There must be at least two people.
    """
    found: list[Finding] = []
    level = [frozenset({each}) for each in sorted(columns)]
    for _ in range(size):
        below: list[ColumnSet] = []
        for candidate in level:
            if not above(known.unique_at_most(candidate), known.rows, percent):
                below.append(candidate)
                continue
            tally = known.count(candidate)
            if tally is None:
                continue
            if tally.exceeds(percent):
                found.append(Finding(columns=candidate, tally=tally))
            else:
                below.append(candidate)
        level = list(_next_level(below))
    return tuple(found)


def _next_level(below: list[ColumnSet]) -> Iterator[ColumnSet]:
    """The sets with one column more, all of whose parts stay below the share."""
    kept = frozenset(below)
    ordered = sorted(tuple(sorted(each)) for each in below)
    for one, other in combinations(ordered, 2):
        if one[:-1] != other[:-1]:
            continue
        joined = frozenset(one + other)
        if all(joined - {each} in kept for each in joined):
            yield joined


def cure(
    known: Known, columns: ColumnSet, removable: Mapping[int, ColumnSet], *, percent: float
) -> tuple[Step, ...]:
    """Which columns to take out of the skeleton, one after the other, until few are unique.

    Greedy: each step takes the column whose removal leaves the fewest people unique; among
    equals the one with the most values. It need not be the shortest way.

    Args:
        removable: the columns that can go, each with what goes along.

    Returns:
        The steps. After the last one at most `percent` are unique, or nothing more can go.
    """
    steps: list[Step] = []
    left = columns
    while True:
        tally = known.count(left)
        if tally is None or not tally.exceeds(percent):
            return tuple(steps)
        step = _best(known, left, removable)
        if step is None:
            return tuple(steps)
        steps.append(step)
        left = left - step.along - {step.column}


def _best(known: Known, left: ColumnSet, removable: Mapping[int, ColumnSet]) -> Step | None:
    """The column that is best taken out next.

    Those that may leave the fewest are asked first, so that most others need not be.
    """
    options = [(each, left - removable[each] - {each}) for each in left if each in removable]
    ranked = sorted(
        (known.unique_at_least(rest), -known.classes_at_most(frozenset({each})), each, rest)
        for each, rest in options
    )
    best: tuple[tuple[int, int, int], Step] | None = None
    for at_least, distinct, each, rest in ranked:
        if best is not None and (at_least, distinct, each) >= best[0]:
            continue
        tally = known.count(rest)
        if tally is None:
            continue
        rank = (tally.unique, distinct, each)
        if best is None or rank < best[0]:
            step = Step(column=each, along=removable[each] & left, after=tally)
            best = (rank, step)
    return None if best is None else best[1]
