"""The live database as values, and the data map resolved against it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from domicile.config.model import SpeaksFor
from domicile.config.names import TableName


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column as pg_attribute has it.

    `type` is the full type as SQL text, `domain_refuses_null` is true when its domain (or the
    domain below that) would not let the column be blanked, `portable` when the binary form of
    a value means the same on another server (no OIDs inside), `reads` the columns that a
    generated column is made of.
    """

    name: str
    type: str
    not_null: bool
    default: str | None = None
    generated: str | None = None
    identity: Literal["", "always", "by default"] = ""
    collation: str | None = None
    domain_refuses_null: bool = False
    portable: bool = True
    reads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A CHECK constraint: its name, its definition (`CHECK (...)`) and the columns in it."""

    name: str
    definition: str
    expression: str
    columns: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """A foreign key: `columns` here reference `far` there, in that order."""

    name: str
    columns: tuple[str, ...]
    target: TableName
    far: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UniqueIndex:
    """A unique index: each part as SQL over the table's columns, how it compares, its predicate.

    `plain` are its columns when no part is an expression; `operators` has the equality of each
    part, so that `part OPERATOR value` is what the index itself would call equal.
    """

    name: str
    definition: str
    constraint: str | None
    primary: bool
    parts: tuple[str, ...]
    columns: frozenset[str]
    predicate: str | None
    plain: tuple[str, ...] | None
    nulls_distinct: bool
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index that is not unique: its definition and the columns in it.

    `constraint` is the EXCLUDE constraint that it enforces, if it does.
    """

    name: str
    definition: str
    columns: frozenset[str]
    constraint: str | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of the hub as its catalog describes it."""

    name: TableName
    kind: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    referenced_columns: frozenset[str] = frozenset()
    uniques: tuple[UniqueIndex, ...] = ()
    indexes: tuple[Index, ...] = ()
    before_triggers: tuple[str, ...] = ()
    row_security: bool = False
    column_grants: bool = False
    has_children: bool = False

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One join on the way to the subject: `near` of the table before = `far` of `table`.

    A backward hop can reach many rows: several customers may share one address.
    """

    table: TableName
    near: tuple[str, ...]
    far: tuple[str, ...]
    backward: bool
    declared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A column that speaks for a subject's domicile, and the forward hops to it."""

    hops: tuple[Hop, ...]
    column: str
    speaks_for: SpeaksFor


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A kind of people: one row of `table` each.

    `scope` is an SQL condition on the row `s`: who does not satisfy it stays where he is.
    """

    kind: str
    table: Table
    evidence: tuple[Evidence, ...]
    scope: str | None = None

    @property
    def key(self) -> tuple[Column, ...]:
        """The columns of the subject's key."""
        return tuple(self.table.by_name[name] for name in self.table.key)


@dataclass(frozen=True, kw_only=True)
class MappedTable:
    """A table with personal columns, resolved against the live database."""

    table: Table
    subject: Subject
    hops: tuple[Hop, ...]
    categories: dict[str, str]

    @cached_property
    def name(self) -> TableName:
        """The table's name."""
        return self.table.name

    @cached_property
    def key(self) -> tuple[Column, ...]:
        """The columns of the table's key."""
        return tuple(self.table.by_name[name] for name in self.table.key)

    @cached_property
    def personal(self) -> tuple[Column, ...]:
        """The personal columns, in the table's order, generated ones included."""
        return tuple(column for column in self.table.columns if column.name in self.categories)

    @cached_property
    def written(self) -> tuple[Column, ...]:
        """The personal columns that hold a value of their own: not the generated ones."""
        return tuple(column for column in self.personal if column.generated is None)

    @cached_property
    def entry(self) -> tuple[Column, ...]:
        """The columns of a row by which it finds its subject."""
        names = self.hops[0].near if self.hops else self.table.key
        return tuple(self.table.by_name[name] for name in names)

    @cached_property
    def address(self) -> tuple[Column, ...]:
        """Key and entry columns, each once: all that is needed to find where a row lives."""
        extra = tuple(column for column in self.entry if column not in self.key)
        return self.key + extra

    @cached_property
    def home_columns(self) -> frozenset[str]:
        """The names of the columns that a home has: the key and the personal ones."""
        return frozenset(column.name for column in self.key + self.personal)

    @cached_property
    def marker(self) -> Column | None:
        """A personal column that is NULL in the hub only in a resident's row, if there is one."""
        return next((column for column in self.written if column.not_null), None)

    @property
    def is_subject(self) -> bool:
        """True for the subject's own table."""
        return not self.hops

    @property
    def shared(self) -> bool:
        """True when one row may belong to several subjects."""
        return any(hop.backward for hop in self.hops)

    @property
    def moved_checks(self) -> tuple[Check, ...]:
        """The CHECK constraints that speak of personal columns: the guard enforces them."""
        return tuple(check for check in self.table.checks if check.columns & set(self.categories))


@dataclass(frozen=True, kw_only=True)
class DataMap:
    """The reviewed data map, resolved: subjects and tables, every path joined up."""

    subjects: tuple[Subject, ...]
    tables: tuple[MappedTable, ...]

    def of(self, kind: str) -> tuple[MappedTable, ...]:
        """The mapped tables of one kind of subject, its own table first."""
        mine = [table for table in self.tables if table.subject.kind == kind]
        return tuple(sorted(mine, key=lambda table: not table.is_subject))
