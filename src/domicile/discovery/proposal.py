"""The map that is proposed: decisions, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domicile.config.names import TableName
from domicile.discovery.model import Estate, Finding, Relation, Survey
from domicile.discovery.speaks import Evidence
from domicile.discovery.ways import Belonging


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of people: one row of `table` each."""

    name: str
    table: TableName
    evidence: tuple[Evidence, ...]

    @property
    def usable(self) -> tuple[Evidence, ...]:
        """The evidence that a config takes."""
        return tuple(each for each in self.evidence if each.usable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Of so many sampled rows of a table: with no person at all, and with more than one."""

    rows: int
    orphans: int
    shared: int


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A table of the map: the findings that are moved, those that are not, and whose it is.

    `open` are findings that are personal and cannot be moved as things stand, each with why;
    `needed` those that the map itself needs in the hub; `kept` those that speak too softly.
    """

    relation: Relation
    kind: str
    belonging: Belonging
    mapped: tuple[Finding, ...]
    open: tuple[tuple[Finding, str], ...] = ()
    needed: tuple[tuple[Finding, str], ...] = ()
    kept: tuple[Finding, ...] = ()
    count: Count | None = None

    @property
    def doubt(self) -> float:
        """How sure the least sure decision is, in [0, 1]."""
        return min((finding.confidence for finding in self.mapped), default=1.0)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """All that `init` found: what it writes, and what it says beside it.

    `whole` when all tables were looked at. `missed` are the relations whose rows were not read,
    each with why.
    """

    kinds: tuple[Kind, ...]
    entries: tuple[Entry, ...]
    belongings: Mapping[TableName, Belonging]
    missed: Mapping[TableName, str]
    surveys: Mapping[TableName, Survey]
    whole: bool = True

    @property
    def estate(self) -> Estate:
        """The relations that were looked at."""
        return {name: survey.relation for name, survey in self.surveys.items()}

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, whatever is proposed for it."""
        for entry in self.entries:
            yield from entry.mapped
            yield from (finding for finding, _ in (*entry.open, *entry.needed))
            yield from entry.kept
