"""The config as plain values: what the rest of Domicile reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from domicile.config.names import TableName
from domicile.config.service import Commitment, Instrument, LawSettings, Service

SpeaksFor = Literal["citizenship", "residence", "presence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """The service's own database. `dsn` may be a pointer (`env:`, `file:`, `local:`)."""

    dsn: str
    country: str
    app_roles: tuple[str, ...] = ()
    insecure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A database in one country.

    `dsn` is how Domicile reaches it; `hub_dsn` how the hub's server does, when that differs.
    """

    country: str
    dsn: str
    hub_dsn: str | None = None
    insecure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HopEntry:
    """One step from a table towards its subject.

    Without `source` it goes forward over this table's own foreign key `columns`; with it, it
    goes back to the table `source`, whose `columns` point here. `to` and `references` are
    needed only where the database declares no foreign key.
    """

    columns: tuple[str, ...]
    source: TableName | None = None
    to: TableName | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEntry:
    """A column that speaks for where a subject belongs, and the way to it."""

    column: str
    speaks_for: SpeaksFor
    path: tuple[HopEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectEntry:
    """A kind of people: its table, the evidence in order of weight, and who is moved for now."""

    kind: str
    table: TableName
    evidence: tuple[EvidenceEntry, ...]
    scope: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEntry:
    """A table with personal columns, and how its rows find their subject.

    `path` is None when the config leaves it out: then the one foreign key to the subject's
    table is meant. `key` is for tables whose key is a unique index, not a primary key.
    """

    table: TableName
    subject: str
    columns: dict[str, str]
    path: tuple[HopEntry, ...] | None = None
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One `domicile.toml`.

    `skeleton` are columns that people looked at and leave in the hub, by table, each with the
    category that it looks like.
    """

    source: Path
    hub: Hub
    homes: dict[str, Home]
    service: Service
    laws: LawSettings
    instruments: tuple[Instrument, ...]
    commitments: tuple[Commitment, ...]
    countries: dict[str, str]
    subjects: tuple[SubjectEntry, ...]
    tables: tuple[TableEntry, ...]
    skeleton: dict[TableName, dict[str, str]] = field(
        default_factory=dict[TableName, dict[str, str]]
    )

    def subject(self, kind: str) -> SubjectEntry:
        """The subject entry of that kind."""
        return next(entry for entry in self.subjects if entry.kind == kind)

    @property
    def categories(self) -> frozenset[str]:
        """Every Fides category that the data map names."""
        return frozenset(category for table in self.tables for category in table.columns.values())
