"""The door: `domicile.toml` as pydantic sees it, before it becomes `config.model` values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from domicile.config.model import (
    EvidenceEntry,
    Home,
    HopEntry,
    Hub,
    SubjectEntry,
    TableEntry,
)
from domicile.config.names import TableName, parse_table_name
from domicile.config.service import (
    CommitmentEntry,
    Country,
    Entry,
    InstrumentEntry,
    LawsEntry,
    Sentence,
    ServiceEntry,
)


def _is_table_name(text: str) -> str:
    """The text itself, if it names a table."""
    parse_table_name(text)
    return text


PersonalCategory = Annotated[str, StringConstraints(pattern=r"^user(\.[a-z_0-9]+)*$")]
ColumnName = Annotated[str, StringConstraints(min_length=1)]
TableText = Annotated[str, AfterValidator(_is_table_name)]
Kind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
# An empty spelling would make a country of "nothing was entered".
Spelling = Annotated[str, StringConstraints(pattern=r"\S")]


class HubSection(Entry):
    """`[hub]`: the service's existing database."""

    dsn: str = Field(description="connection string, or a pointer to one")
    country: Country = Field(description="where the hub's server stands")
    app_roles: tuple[str, ...] = Field(
        default=(), description="the application's roles, whose `search_path` `apply` sets"
    )
    insecure: bool = Field(
        default=False, description="allow an unprotected connection to another machine"
    )

    def to_value(self) -> Hub:
        """The plain value."""
        return Hub(
            dsn=self.dsn, country=self.country, app_roles=self.app_roles, insecure=self.insecure
        )


class HomeSection(Entry):
    """`[homes.XX]`: the database for one country's people."""

    dsn: str = Field(
        description="how this machine reaches it: connection string, or a pointer to one"
    )
    hub_dsn: str | None = Field(
        default=None, description="how the hub's server reaches it; default: as this machine does"
    )
    insecure: bool = Field(
        default=False, description="allow an unprotected connection to another machine"
    )

    def to_value(self, country: str) -> Home:
        """The plain value."""
        return Home(country=country, dsn=self.dsn, hub_dsn=self.hub_dsn, insecure=self.insecure)


class HopSection(Entry):
    """`{ columns = [...] }`: one hop of a `path`, an inline table."""

    columns: tuple[ColumnName, ...] = Field(
        min_length=1, description="the columns of the foreign key that is followed"
    )
    source: TableText | None = Field(
        default=None,
        alias="from",
        description="go backward: the table whose `columns` point at this one",
    )
    to: TableText | None = Field(
        default=None, description="the table that is pointed at, where no foreign key says so"
    )
    references: tuple[ColumnName, ...] = Field(
        default=(),
        description="the columns that are pointed at, where no foreign key says so; "
        "default: the primary key",
    )

    def to_value(self) -> HopEntry:
        """The plain value."""
        return HopEntry(
            columns=self.columns,
            source=_table(self.source),
            to=_table(self.to),
            references=self.references,
        )


class EvidenceSection(Entry):
    """`[[subject.evidence]]`: a column with a country, in order of weight."""

    column: ColumnName = Field(description="the column with the country's name or code")
    speaks_for: Literal["citizenship", "residence", "presence"] = Field(
        description="what the column says of a person"
    )
    path: tuple[HopSection, ...] = Field(
        default=(), description="forward hops from the subject's table to the column's"
    )

    def to_value(self) -> EvidenceEntry:
        """The plain value."""
        return EvidenceEntry(
            column=self.column,
            speaks_for=self.speaks_for,
            path=tuple(hop.to_value() for hop in self.path),
        )


class ScopeSection(Entry):
    """`[subject.scope]`: who is moved for now."""

    where: Sentence = Field(
        description="an SQL condition on the subject's row `s`; who does not satisfy it stays"
    )


class SubjectSection(Entry):
    """`[[subject]]`: a kind of people, one row each."""

    kind: Kind = Field(description="the kind's name, e.g. `customer`")
    table: TableText = Field(description="the table with one row for each of them")
    evidence: tuple[EvidenceSection, ...] = Field(
        min_length=1,
        description="what ties a person to countries; of one sort the first known wins",
    )
    scope: ScopeSection | None = Field(
        default=None, description="who is moved for now; default: everybody"
    )

    def to_value(self) -> SubjectEntry:
        """The plain value."""
        return SubjectEntry(
            kind=self.kind,
            table=parse_table_name(self.table),
            evidence=tuple(entry.to_value() for entry in self.evidence),
            scope=self.scope.where if self.scope else None,
        )


class TableSection(Entry):
    """`[[table]]`: a table with personal columns."""

    table: TableText = Field(description="the table's name")
    subject: Kind = Field(description="whose rows they are: a `kind` of `[[subject]]`")
    columns: dict[ColumnName, PersonalCategory] = Field(
        min_length=1, description="personal column -> Fides data category"
    )
    path: tuple[HopSection, ...] | None = Field(
        default=None,
        description="the hops to the subject's table; default: the only foreign key between them",
    )
    key: tuple[ColumnName, ...] = Field(
        default=(), description="columns of a unique index, for a table without a primary key"
    )

    def to_value(self) -> TableEntry:
        """The plain value."""
        path = None if self.path is None else tuple(hop.to_value() for hop in self.path)
        return TableEntry(
            table=parse_table_name(self.table),
            subject=self.subject,
            columns=dict(self.columns),
            path=path,
            key=self.key,
        )


class File(Entry):
    """`domicile.toml`: the whole file."""

    hub: HubSection = Field(description="the service's existing database")
    homes: dict[Country, HomeSection] = Field(
        min_length=1, description="country -> the database for its people"
    )
    service: ServiceEntry = Field(description="the service in law's eyes")
    laws: LawsEntry = Field(
        default_factory=lambda: LawsEntry.model_validate({}),
        description="which profile of a law is followed, and which laws are set aside",
    )
    instrument: tuple[InstrumentEntry, ...] = Field(
        default=(), description="the transfer instruments on record"
    )
    commitment: tuple[CommitmentEntry, ...] = Field(
        default=(), description="the operator's own promises"
    )
    countries: dict[Spelling, Country] = Field(
        default_factory=dict[str, str],
        description="spellings of countries that no list knows -> country",
    )
    subject: tuple[SubjectSection, ...] = Field(min_length=1, description="the kinds of people")
    table: tuple[TableSection, ...] = Field(
        min_length=1, description="the tables with personal columns"
    )
    skeleton: dict[TableText, dict[ColumnName, PersonalCategory]] = Field(
        default_factory=dict[str, dict[str, str]],
        description="table -> column -> the category that it looks like: columns that people "
        "looked at and leave in the hub, so that `init` does not ask again",
    )


def _table(text: str | None) -> TableName | None:
    return None if text is None else parse_table_name(text)
