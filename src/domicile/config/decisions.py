"""What people have decided in a `domicile.toml`, also in one that is not finished yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domicile.config.entries import (
    ColumnName,
    EvidenceSection,
    PersonalCategory,
    TableSection,
    TableText,
)
from domicile.config.load import read_toml, refusal
from domicile.config.model import HopEntry
from domicile.config.names import TableName, parse_table_name

Columns = Mapping[TableName, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way that the config names: from a table over hops, to a column of the last one or to none.

    Its columns stay in the hub, for the map needs them there.
    """

    start: TableName
    hops: tuple[HopEntry, ...]
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The columns that people have decided on, with their categories, and the ways they named."""

    mapped: Columns = field(default_factory=dict[TableName, Mapping[str, str]])
    skeleton: Columns = field(default_factory=dict[TableName, Mapping[str, str]])
    routes: tuple[Route, ...] = ()


class _Subject(BaseModel):
    """A `[[subject]]` that may not have its evidence yet."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    table: TableText
    evidence: tuple[EvidenceSection, ...] = ()


class _Map(BaseModel):
    """The parts of the file that hold decisions; the others may still lack what they need."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    subject: tuple[_Subject, ...] = ()
    table: tuple[TableSection, ...] = ()
    skeleton: dict[TableText, dict[ColumnName, PersonalCategory]] = Field(
        default_factory=dict[str, dict[str, str]]
    )


def read_decisions(path: Path) -> Decisions:
    """What the file decides.

    Raises:
        ConfigError: it cannot be read, or what it says of tables and columns is not right.
    """
    try:
        found = _Map.model_validate(read_toml(path))
    except ValidationError as error:
        raise refusal(path, error) from None
    return Decisions(
        mapped={parse_table_name(each.table): dict(each.columns) for each in found.table},
        skeleton={parse_table_name(name): dict(kept) for name, kept in found.skeleton.items()},
        routes=tuple(_routes(found)),
    )


def _routes(found: _Map) -> Iterator[Route]:
    for subject in found.subject:
        for evidence in subject.evidence:
            hops = tuple(hop.to_value() for hop in evidence.path)
            yield Route(start=parse_table_name(subject.table), hops=hops, column=evidence.column)
    for table in found.table:
        hops = tuple(hop.to_value() for hop in table.path or ())
        yield Route(start=parse_table_name(table.table), hops=hops)
