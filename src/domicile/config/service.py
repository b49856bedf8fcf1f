"""What the config says about the service in law's eyes: what it is, promises and has on record.

Sections `[service]`, `[laws]`, `[[instrument]]` and `[[commitment]]` of `domicile.toml`, first
as entries (checked by pydantic), then as plain values. The legal words that packs and config
share (duties, whose data, instruments) are defined here, because `law` may read `config` and
not the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Annotated, Literal, Self

from babel import Locale
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

Duty = Literal["primary", "exclusive", "copy", "restricted"]
Whose = Literal["citizens", "residents", "persons-in-territory", "all"]
Unit = Literal["persons", "sensitive-persons", "daily-users", "daily-accesses", "devices", "staff"]
Period = Literal["day", "since-1-january", "12-months", "at-any-time"]
ServiceKind = Literal[
    "advertising",
    "cloud-storage",
    "data-brokerage",
    "domain-names",
    "e-commerce",
    "education",
    "email",
    "finance",
    "games",
    "government",
    "health",
    "hosting",
    "insurance",
    "media",
    "messaging",
    "payment-system",
    "rental",
    "social-network",
    "telecom",
    "transport",
    "other",
]
InstrumentKind = Literal[
    "certification",
    "code-of-conduct",
    "consent",
    "contract",
    "corporate-rules",
    "impact-assessment",
    "international-standards",
    "notification",
    "permit",
    "security-assessment",
    "standard-clauses",
]

_TWO_LETTERS = re.compile(r"[A-Z]{2}")
# CLDR names these too, and ISO 3166-1 does not assign them to a country.
_NOT_A_COUNTRY = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)


@cache
def countries() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code."""
    codes = (str(code) for code in Locale("en").territories)
    return frozenset(c for c in codes if _TWO_LETTERS.fullmatch(c)) - _NOT_A_COUNTRY


def _is_country(code: str) -> str:
    """The code itself, if it names a country."""
    if code not in countries():
        msg = f"{code!r} is not an ISO 3166-1 alpha-2 code such as 'KZ'"
        raise ValueError(msg)
    return code


@cache
def categories() -> frozenset[str]:
    """Every data category of the Fides language."""
    text = resources.files("domicile.config").joinpath("categories.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def _is_category(key: str) -> str:
    """The key itself, if the taxonomy has it."""
    if key not in categories():
        near = get_close_matches(key, sorted(categories()), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        msg = f"{key!r} is not a data category of Fides{hint}"
        raise ValueError(msg)
    return key


Country = Annotated[str, AfterValidator(_is_country)]
Category = Annotated[str, AfterValidator(_is_category)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, Field(min_length=1, max_length=2_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A size that the service states of itself, for one country."""

    country: str
    unit: Unit
    period: Period
    count: int
    categories: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the laws ask about a service."""

    name: str
    kinds: frozenset[str] = frozenset()
    established_in: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    #: Countries where an authority, or the service itself, has found it to be of that class.
    critical_infrastructure: frozenset[str] = frozenset()
    volume_handler: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LawSettings:
    """Which profile of a law is followed, and which laws are set aside, with the reason."""

    profiles: Mapping[str, str] = field(default_factory=dict[str, str])
    disabled: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A transfer instrument on record: what lets data leave under a law, to one country."""

    law: str
    kind: InstrumentKind
    to: str
    since: date
    reference: str
    until: date | None = None

    def valid_on(self, day: date) -> bool:
        """True from `since` up to, and without, `until`."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """The operator's own promise about the people of one country."""

    id: str
    country: str
    keep_in: str
    duty: Duty
    whose: Whose
    categories: tuple[str, ...]
    exceptions: tuple[str, ...]
    since: date
    cites: str


class Entry(BaseModel):
    """A table of a TOML file, before it becomes a value; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NumberEntry(Entry):
    """`[[service.number]]`: a size that the service states of itself."""

    country: Country = Field(description="the country that it is about")
    unit: Unit = Field(description="what is counted")
    period: Period = Field(description="over which time")
    count: int = Field(ge=0, description="how many")
    categories: frozenset[Category] = Field(
        default=frozenset(), description="only people of whom these are held; default: any"
    )

    def to_value(self) -> Number:
        """The plain value."""
        return Number(
            country=self.country,
            unit=self.unit,
            period=self.period,
            count=self.count,
            categories=self.categories,
        )


class ServiceEntry(Entry):
    """`[service]`: what the laws ask about the service."""

    name: Sentence = Field(description="the service's name, for reports")
    kinds: frozenset[ServiceKind] = Field(default=frozenset(), description="what the service does")
    established_in: frozenset[Country] = Field(
        default=frozenset(), description="countries with a legal entity, branch or office"
    )
    targets: frozenset[Country] = Field(
        default=frozenset(),
        description="countries that the service is aimed at (language, prices, ads)",
    )
    critical_infrastructure: frozenset[Country] = Field(
        default=frozenset(),
        description="countries where it was found to be critical infrastructure",
    )
    volume_handler: frozenset[Country] = Field(
        default=frozenset(),
        description="countries whose volume limit for handlers it takes as reached",
    )
    facts: frozenset[Name] = Field(
        default=frozenset(), description="named facts that packs ask for"
    )
    number: tuple[NumberEntry, ...] = Field(default=(), description="sizes, per country")

    def to_value(self) -> Service:
        """The plain value."""
        return Service(
            name=self.name,
            kinds=frozenset(self.kinds),
            established_in=self.established_in,
            targets=self.targets,
            critical_infrastructure=self.critical_infrastructure,
            volume_handler=self.volume_handler,
            facts=self.facts,
            numbers=tuple(n.to_value() for n in self.number),
        )


class DisabledEntry(Entry):
    """`[[laws.disabled]]`: a law that the operator sets aside, and why."""

    law: Name = Field(description="the law's id")
    reason: Sentence = Field(description="why; it stays an open gap in every report")


class LawsEntry(Entry):
    """`[laws]`: how the shipped laws are read."""

    profiles: dict[Name, Name] = Field(
        default_factory=dict[str, str], description="law -> profile that is followed"
    )
    disabled: tuple[DisabledEntry, ...] = Field(
        default=(), description="laws set aside, with the reason"
    )

    @model_validator(mode="after")
    def _each_law_once(self) -> Self:
        """A law is set aside for one reason."""
        if len({d.law for d in self.disabled}) < len(self.disabled):
            msg = "a law is listed twice in laws.disabled; keep one entry with one reason"
            raise ValueError(msg)
        return self

    def to_value(self) -> LawSettings:
        """The plain value."""
        return LawSettings(
            profiles=dict(self.profiles), disabled={d.law: d.reason for d in self.disabled}
        )


class InstrumentEntry(Entry):
    """`[[instrument]]`: a transfer instrument on record, which lets data leave."""

    law: Name = Field(description="the law under which it lets data leave")
    kind: InstrumentKind = Field(description="what sort of instrument it is")
    to_country: Country = Field(description="where the data may go")
    since: date = Field(description="first day on which it is valid")
    until: date | None = Field(default=None, description="first day on which it is no longer valid")
    reference: Sentence = Field(description="file number or where the paper is kept")

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        """An interval is not empty."""
        if self.until is not None and self.until <= self.since:
            msg = f"until {self.until} is not after since {self.since}"
            raise ValueError(msg)
        return self

    def to_value(self) -> Instrument:
        """The plain value."""
        return Instrument(
            law=self.law,
            kind=self.kind,
            to=self.to_country,
            since=self.since,
            until=self.until,
            reference=self.reference,
        )


class CommitmentEntry(Entry):
    """`[[commitment]]`: the operator's own promise, in the shape of a law's clause."""

    id: Name = Field(description="the name by which reports call it")
    country: Country = Field(description="whose people it is about")
    keep_in: Country | None = Field(
        default=None, description="where their data is kept; default: country"
    )
    # `restricted` would be a promise about instruments, which is what [[instrument]] records.
    duty: Literal["primary", "exclusive", "copy"] = Field(description="what is promised")
    whose: Whose = Field(default="all", description="which of the country's people")
    categories: tuple[Category, ...] = Field(
        default=("user",), min_length=1, description="the data that is promised about"
    )
    exceptions: tuple[Category, ...] = Field(default=(), description="the data that is left out")
    since: date = Field(description="first day of the promise")
    cites: Sentence = Field(description="the contract or policy that says so")

    def to_value(self) -> Commitment:
        """The plain value."""
        return Commitment(
            id=self.id,
            country=self.country,
            keep_in=self.keep_in or self.country,
            duty=self.duty,
            whose=self.whose,
            categories=self.categories,
            exceptions=self.exceptions,
            since=self.since,
            cites=self.cites,
        )
