"""What discovery knows: the estate as its catalog has it, and what each column was found to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from domicile.catalog.model import ForeignKey
from domicile.config.names import TableName

Kind = Literal[
    "text", "integer", "decimal", "boolean", "date", "timestamp", "time", "uuid", "network", "mac",
    "point", "json", "xml", "hstore", "array", "bytes", "enum", "search", "other",
]  # fmt: skip
"""What a column can hold, domains seen through; `network` is inet and cidr, `search` tsvector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its type as SQL text, and the rule that keeps it in the hub, if there is one.

    `stays` is the end of a sentence for people: "is part of the primary key". `reads` are the
    columns that a generated one is made of; of any other it is None.
    """

    name: str
    type: str
    kind: Kind
    not_null: bool = False
    comment: str = ""
    stays: str = ""
    reads: frozenset[str] | None = None
    readable: bool = True


@dataclass(frozen=True, kw_only=True)
class Relation:
    """A table, or what looks like one.

    `unread` says why its rows cannot be sampled, `unmapped` why Domicile cannot keep its rows in
    two places; both are empty where nothing stands in the way. `spoken` are the languages of the
    database's names.
    """

    name: TableName
    kind: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    uniques: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    comment: str = ""
    spoken: frozenset[str] = frozenset()
    oid: int = 0
    unread: str = ""
    unmapped: str = ""

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}

    def is_unique(self, columns: tuple[str, ...]) -> bool:
        """Whether a row is told apart by exactly these columns."""
        return any(set(unique) == set(columns) for unique in (self.key, *self.uniques) if unique)


Estate = Mapping[TableName, Relation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What words say: a category, or that a thing and not a person is meant (`category` empty).

    `weight` is in (0, 1]: 1 means nothing else by it, 0.3 often something else too. `words` is what
    was read, `language` an ISO 639-1 code.
    """

    category: str
    weight: float
    words: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What values say: so many of so many distinct ones pass a test for a category.

    `chance` is the share that would pass were the values something else of the same look: what
    the same values pass with their digits shuffled, where that can be measured. `path` leads
    into JSON, arrays, hstore and XML (`$.contact.email`); it is empty for a plain value.
    """

    detector: str
    category: str
    matched: int
    of: int
    chance: float
    path: str = ""

    @property
    def rate(self) -> float:
        """The share that passed, in [0, 1]."""
        return self.matched / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A column's sample in numbers, none of them a value.

    `distinct` counts values, `length` and `words` are medians over the distinct ones, `entropy`
    is in bits per value (Shannon, over the sampled rows).
    """

    rows: int = 0
    nulls: int = 0
    distinct: int = 0
    length: float = 0.0
    words: float = 0.0
    entropy: float = 0.0

    @property
    def filled(self) -> int:
        """How many sampled rows have a value."""
        return self.rows - self.nulls

    @property
    def distinctness(self) -> float:
        """Distinct values per filled row, in [0, 1]: 1 for a key, near 0 for a status."""
        return self.distinct / self.filled if self.filled else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one place in a column says: a plain value, or a `path` inside a document."""

    hints: tuple[Hint, ...] = ()
    matches: tuple[Match, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """All that is known of one column once its values have been dropped.

    `readings` has the column itself first, then the paths inside its documents.
    """

    column: Column
    profile: Profile
    readings: tuple[Reading, ...]
    shape: str = ""
    told: Told | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The countries that a column's values tell, in sampled rows, and `how`: by name, by prefix.

    `unknown` are spellings of a column of countries that no list knows; `silent` counts rows
    whose value tells none.
    """

    how: str
    countries: Mapping[str, int]
    silent: int
    unknown: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Of the rows with a value, the share that tells a country, in [0, 1]."""
        known = sum(self.countries.values())
        return known / (known + self.silent) if known else 0.0


@dataclass(frozen=True, kw_only=True)
class Survey:
    """One relation as it was sampled; `missed` says why it was not."""

    relation: Relation
    rows: int
    observations: Mapping[str, Observation]
    missed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one column was found to be: a category, how sure, and why.

    `confidence` is in [0, 1]; `interval` that of the match rate of the values (Wilson, 95 %),
    absent where no value test speaks. `path` as in `Match`.
    """

    table: TableName
    column: str
    category: str
    confidence: float
    reasons: tuple[str, ...]
    rows: int = 0
    interval: tuple[float, float] | None = None
    shape: str = ""
    path: str = ""


def columns_of(estate: Estate) -> Iterator[tuple[Relation, Column]]:
    """Every column of the estate with its relation."""
    return ((relation, column) for relation in estate.values() for column in relation.columns)
