"""What is measured of a skeleton, as values. No value of a row is in any of them."""

from __future__ import annotations

from dataclasses import dataclass

from domicile.catalog.model import Table
from domicile.config.names import TableName

#: Columns by their numbers among the fields of a skeleton.
ColumnSet = frozenset[int]
#: Sizes of classes, from and to: how many people are alike.
BUCKETS: tuple[tuple[int, int | None], ...] = (
    (1, 1),
    (2, 2),
    (3, 5),
    (6, 10),
    (11, 50),
    (51, None),
)
#: A column that tells more of the people apart by itself is an identifier.
IDENTIFIER_PERCENT = 95.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column that stays in the hub.

    Args:
        source: which table of the skeleton holds it, 0 is the subject's own.
        name: how reports call it: `birth_year`, `profile.city` in another table.
        moment: it is a date or a point in time, so a coarser one might do.
        stays: why it cannot be added to the map; empty when it can.
        along: the numbers of columns that go with it: those generated from it.
    """

    source: int
    table: TableName
    column: str
    name: str
    moment: bool = False
    stays: str = ""
    along: ColumnSet = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table that is read: `near` of it = `far` of the subject's table, at most one row each.

    The subject's own table has neither.
    """

    table: Table
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """What stays in the hub of one kind of people; `keys` join rows and are not measured."""

    kind: str
    key: tuple[str, ...]
    sources: tuple[Source, ...]
    fields: tuple[Field, ...]
    keys: tuple[str, ...]

    def names(self, columns: ColumnSet) -> tuple[str, ...]:
        """How reports call these columns, in the order of the tables."""
        return tuple(self.fields[number].name for number in sorted(columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How people fall into classes by some columns: people, classes, people alone in theirs."""

    rows: int
    classes: int
    unique: int

    @property
    def percent(self) -> float:
        """How many of a hundred people are unique."""
        return 100 * self.unique / self.rows if self.rows else 0.0

    def exceeds(self, percent: float) -> bool:
        """More than that share is unique."""
        return above(self.unique, self.rows, percent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """The classes of people equal in all quasi-identifiers.

    `people` and `residents` count those in classes of each size of BUCKETS; `residents` is None
    where the directory does not exist or may not be read. `k` is the smallest class's size.
    """

    tally: Tally
    k: int
    people: tuple[int, ...]
    residents: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A set of columns, and how many people it singles out."""

    columns: ColumnSet
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One column to add to the map, what goes with it, and what is left to tell apart after."""

    column: int
    along: ColumnSet
    after: Tally


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """What the skeleton of one kind of people was found to be.

    Args:
        percent: the share that a set may make unique without being named.
        ignored: columns that the operator left out.
        constant: columns with one value for everybody.
        identifiers: columns that are unique by themselves.
        quasi: the quasi-identifiers.
        classes: over all quasi-identifiers; None when that was not measured.
        found: the smallest sets of quasi-identifiers that make more than `percent` unique.
        steps: the cure; `left` is what it leaves, None when it was not measured.
        unmeasured: sets whose statement ran out of time; nothing is known of them and of
            larger sets with all their columns.
    """

    skeleton: Skeleton
    percent: float
    set_size: int
    rows: int
    ignored: ColumnSet = frozenset()
    constant: ColumnSet = frozenset()
    identifiers: tuple[Finding, ...] = ()
    quasi: ColumnSet = frozenset()
    classes: Classes | None = None
    found: tuple[Finding, ...] = ()
    steps: tuple[Step, ...] = ()
    left: Tally | None = None
    unmeasured: tuple[ColumnSet, ...] = ()

    @property
    def exceeded(self) -> bool:
        """Some set, or an identifier by itself, makes more than `percent` unique."""
        return bool(self.found) or any(x.tally.exceeds(self.percent) for x in self.identifiers)


def above(unique: int, rows: int, percent: float) -> bool:
    """`unique` of `rows` is more than `percent` percent: exact where percent is a whole number."""
    return unique * 100 > percent * rows
