"""The search over sets of columns, against looking at every set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from domicile.skeleton.lattice import Known, cure, search
from domicile.skeleton.model import ColumnSet, Step, Tally

WIDTH = 5
Rows = list[tuple[int | None, ...]]
# Few values, so that classes of all sizes come about.
ROWS = st.lists(
    st.tuples(*[st.integers(0, most) | st.none() for most in (0, 1, 2, 4, 30)]),
    min_size=2,
    max_size=24,
)
PERCENT = st.sampled_from([0.0, 4.0, 5.0, 12.5, 25.0, 50.0, 90.0])


@dataclass
class Table:
    """Rows in memory, which count like the server and remember what they were asked."""

    rows: Rows
    asked: list[ColumnSet] = field(default_factory=list)
    slow: frozenset[ColumnSet] = frozenset()

    def ask(self, columns: ColumnSet) -> Tally | None:
        """Count, and remember it."""
        self.asked.append(columns)
        return None if columns in self.slow else self.tally(columns)

    def tally(self, columns: ColumnSet) -> Tally:
        """The classes, NULL being a value."""
        sizes = Counter(tuple(row[each] for each in sorted(columns)) for row in self.rows).values()
        return Tally(rows=len(self.rows), classes=len(sizes), unique=list(sizes).count(1))

    def smallest(self, percent: float, size: int) -> set[ColumnSet]:
        """The sets that exceed and hold no smaller one, by looking at all of them."""
        exceeding = [each for each in sets(size) if self.tally(each).exceeds(percent)]
        return {each for each in exceeding if not any(other < each for other in exceeding)}

    def known(self) -> Known:
        """Nothing is known yet."""
        return Known(ask=self.ask, rows=len(self.rows))


def sets(size: int) -> Iterator[ColumnSet]:
    """Every set of up to that many columns."""
    for count in range(1, size + 1):
        yield from map(frozenset, combinations(range(WIDTH), count))


def every() -> ColumnSet:
    """All columns."""
    return frozenset(range(WIDTH))


@given(rows=ROWS, percent=PERCENT, size=st.integers(1, WIDTH), whole=st.booleans())
def test_the_search_finds_what_looking_at_every_set_finds(
    rows: Rows, percent: float, size: int, whole: bool
) -> None:
    """The same sets, with their true counts, whether or not all columns were counted before."""
    table = Table(rows)
    known = table.known()
    if whole:
        known.count(every())

    found = search(known, every(), percent=percent, size=size)

    assert table.smallest(percent, size) == {each.columns for each in found}
    assert [each.tally for each in found] == [table.tally(each.columns) for each in found]


@given(rows=ROWS, percent=PERCENT)
def test_no_set_is_asked_for_twice_or_above_a_found_one(rows: Rows, percent: float) -> None:
    """What follows from a count costs no statement."""
    table = Table(rows)

    found = search(table.known(), every(), percent=percent, size=WIDTH)

    assert len(table.asked) == len(set(table.asked))
    assert [] == [each for each in table.asked if any(one.columns < each for one in found)]


def test_a_set_that_cannot_exceed_is_not_asked_for() -> None:
    """Two columns of two values make 4 classes of 100 people: at most 4 % could be unique."""
    table = Table([(row % 2, row // 2 % 2, row, 0, 0) for row in range(100)])

    search(table.known(), frozenset({0, 1}), percent=5.0, size=2)

    assert [] == [each for each in table.asked if len(each) > 1]


def test_nothing_is_asked_when_all_columns_together_do_not_exceed() -> None:
    """A part singles out nobody whom the whole does not."""
    table = Table([(row % 20, row % 10, row % 5, 0, 0) for row in range(100)])
    known = table.known()
    known.count(every())

    assert () == search(known, every(), percent=0.0, size=WIDTH)
    assert [every()] == table.asked


@given(rows=ROWS)
def test_the_bounds_hold_for_every_set(rows: Rows) -> None:
    """Whatever has been counted, the truth is between what is said to be least and most."""
    table = Table(rows)
    known = table.known()
    for columns in sets(2):
        known.count(columns)
    known.count(every())

    for columns in sets(WIDTH):
        tally = table.tally(columns)
        assert known.unique_at_least(columns) <= tally.unique <= known.unique_at_most(columns)
        assert tally.classes <= known.classes_at_most(columns)


@given(
    rows=ROWS,
    percent=PERCENT,
    removable=st.sets(st.integers(0, WIDTH - 1)),
    searched=st.booleans(),
)
@settings(max_examples=60)
def test_the_cure_takes_the_best_column_at_each_step(
    rows: Rows, percent: float, removable: set[int], searched: bool
) -> None:
    """As a search without any shortcut would; and it stops when it may, or must."""
    table = Table(rows)
    known = table.known()
    for each in every():
        known.count(frozenset({each}))
    if searched:
        search(known, every(), percent=percent, size=2)

    steps = cure(known, every(), {each: frozenset() for each in removable}, percent=percent)

    assert _greedy(table, removable, percent) == list(steps)


def _greedy(table: Table, removable: set[int], percent: float) -> list[Step]:
    steps: list[Step] = []
    left = every()
    while table.tally(left).exceeds(percent) and removable & left:
        ranked = [
            (table.tally(left - {each}).unique, -table.tally(frozenset({each})).classes, each)
            for each in removable & left
        ]
        best = min(ranked)[2]
        left -= {best}
        steps.append(Step(column=best, along=frozenset(), after=table.tally(left)))
    return steps


def test_what_is_made_of_a_column_goes_with_it() -> None:
    """A generated column can be in the map only with the column that it is made of."""
    table = Table([(row, row, row % 2, 0, 0) for row in range(10)])

    removable = {0: frozenset({1}), 2: frozenset[int]()}
    steps = cure(table.known(), frozenset({0, 1, 2}), removable, percent=5.0)

    after = table.tally(frozenset({2}))
    assert (Step(column=0, along=frozenset({1}), after=after),) == steps


def test_a_set_whose_count_cannot_be_had_is_named_and_nothing_is_built_on_it() -> None:
    """The search goes on beside it, and asks for no larger set with all its columns."""
    pair = frozenset({0, 1})
    table = Table([(row % 5, row // 5, row % 7, row // 7, 0) for row in range(35)])
    table.slow = frozenset({pair})
    known = table.known()

    found = search(known, every(), percent=5.0, size=3)

    assert [pair] == known.unmeasured
    assert {frozenset({2, 3})} < {each.columns for each in found}
    assert [pair] == [each for each in table.asked if pair <= each]


def test_the_cure_goes_past_a_count_that_cannot_be_had() -> None:
    """It chooses among the rest."""
    table = Table([(row, row % 2, 0, 0, 0) for row in range(10)])
    table.slow = frozenset({frozenset({1})})
    known = table.known()

    steps = cure(known, frozenset({0, 1}), {0: frozenset(), 1: frozenset()}, percent=5.0)

    assert [1, 0] == [step.column for step in steps]
    assert [frozenset({1})] == known.unmeasured


def test_a_share_of_whole_percent_is_compared_exactly() -> None:
    """29 of 100 is 29 %, and no more."""
    assert not Tally(rows=100, classes=50, unique=29).exceeds(29.0)
    assert Tally(rows=100, classes=50, unique=30).exceeds(29.0)
