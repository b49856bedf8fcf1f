"""The door for law packs: TOML text in, a checked `Law` out. docs/laws.md describes the format."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, Field, ValidationError, model_validator

from domicile.config.service import Category, Country, Entry, Name, Sentence, countries
from domicile.errors import PackError
from domicile.law import identity as default_identity
from domicile.law.entries import (
    ClauseEntry,
    FactEntry,
    ObligationEntry,
    PenaltyEntry,
    PrecedentEntry,
    RequirementEntry,
    Sourced,
    SourceEntry,
    Sources,
)
from domicile.law.model import Identity, Law, Status, Version

MAX_PACK_BYTES = 262_144
UNION = "EU"  # the one code of ISO 3166-1's reserved list that stands for several countries


def _is_place(code: str) -> str:
    """A country, or the union."""
    if code != UNION and code not in countries():
        msg = f"{code!r} is neither an ISO 3166-1 alpha-2 code nor {UNION!r}"
        raise ValueError(msg)
    return code


Place = Annotated[str, AfterValidator(_is_place)]


class ProfileEntry(Entry):
    """Another reading of the same text."""

    clause: tuple[ClauseEntry, ...] = Field(min_length=1, description="the duties in this reading")


class VersionEntry(Sourced):
    """One `[[version]]`: the law from a day on."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)

    since: date = Field(
        alias="from", description="first day; it holds until the first day of the next version"
    )
    until: date | None = Field(None, description="first day after it, where no version follows")
    comply_by: date | None = Field(None, description="until when there is time")
    status: Status = Field(
        "in-force", description="in-force, or what it is instead: it then binds nobody"
    )
    covers: tuple[RequirementEntry, ...] = Field((), description="who is bound: all must be met")
    exempt: tuple[RequirementEntry, ...] = Field(
        (), description="if one is met, the version does not bind"
    )
    clause: tuple[ClauseEntry, ...] = Field((), description="the duties")
    default_profile: Name | None = Field(
        None, description="the reading that is followed when the config names none"
    )
    profile: dict[Name, ProfileEntry] = Field(
        default_factory=dict[str, ProfileEntry],
        description="readings of the same text, by name, in place of clauses",
    )
    obligation: tuple[ObligationEntry, ...] = Field(
        (), description="what is to be done besides storing"
    )
    penalty: tuple[PenaltyEntry, ...] = Field((), description="what a breach costs")
    precedent: tuple[PrecedentEntry, ...] = Field((), description="what authorities and courts did")

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        """A version that is not a repeal says whom it covers and what it asks, in one place."""
        if self.until is not None and self.until <= self.since:
            msg = f"until {self.until} is not after from {self.since}"
            raise ValueError(msg)
        if self.status == "repealed":
            return self
        if not self.covers:
            msg = "covers is empty; write { test = 'every-service' } if it reaches everybody"
            raise ValueError(msg)
        if self.clause and self.profile:
            msg = "give the clauses either in [[version.clause]] or in profiles, not both"
            raise ValueError(msg)
        if not (self.clause or self.profile or self.obligation):
            msg = "a version asks for something: give it a clause or an obligation"
            raise ValueError(msg)
        if bool(self.profile) != (self.default_profile in self.profile):
            msg = "default_profile must name one of the version's profiles"
            raise ValueError(msg)
        return self

    def to_value(self, sources: Sources, until: date | None) -> Version:
        """The plain value, up to the day on which the next version begins."""
        profiles = {
            name: tuple(clause.to_value(sources) for clause in entry.clause)
            for name, entry in self.profile.items()
        }
        default = profiles.get(self.default_profile or "", ())
        return Version(
            since=self.since,
            until=until,
            comply_by=self.comply_by,
            status=self.status,
            basis=self.basis(sources),
            requirements=tuple(entry.to_value(sources) for entry in self.covers),
            exemptions=tuple(entry.to_value(sources) for entry in self.exempt),
            clauses=default or tuple(entry.to_value(sources) for entry in self.clause),
            profile=self.default_profile,
            profiles=profiles,
            obligations=tuple(entry.to_value(sources) for entry in self.obligation),
            penalties=tuple(entry.to_value(sources) for entry in self.penalty),
            precedents=tuple(entry.to_value(sources) for entry in self.precedent),
        )


class IdentityEntry(Sourced):
    """`[identity]`: what identifies a person, where the law differs from the default."""

    min_quasi: int = Field(
        default_identity.MIN_QUASI, ge=1, description="how many quasi-identifiers identify together"
    )
    direct: tuple[Category, ...] = Field(
        default_identity.DIRECT, description="categories that identify by themselves"
    )
    quasi: tuple[Category, ...] = Field(
        default_identity.QUASI, description="categories that identify together with others"
    )
    special: tuple[Category, ...] = Field(
        default_identity.SPECIAL, description="categories that identify next to a quasi-identifier"
    )

    def to_value(self, sources: Sources) -> Identity:
        """The plain value."""
        return Identity(
            direct=self.direct,
            quasi=self.quasi,
            special=self.special,
            min_quasi=self.min_quasi,
            basis=self.basis(sources),
        )


class PackEntry(Entry):
    """A whole pack."""

    id: Name = Field(description="the file's name without .toml")
    name: Sentence = Field(description="what the act is called")
    country: Place = Field(description="ISO 3166-1 alpha-2; EU with members")
    part: str | None = Field(
        None,
        pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$",
        description="ISO 3166-2, if the act binds in one part of the country only",
    )
    members: frozenset[Country] = Field(frozenset(), description="the countries of a union")
    regulator: Sentence = Field(description="who watches over it")
    source: tuple[SourceEntry, ...] = Field(min_length=1, description="every page that was read")
    fact: tuple[FactEntry, ...] = Field((), description="what a service states by naming it")
    identity: IdentityEntry | None = Field(
        None, description="what identifies a person, where it is not the default"
    )
    version: tuple[VersionEntry, ...] = Field(
        min_length=1, description="the texts in the order of their first days"
    )

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Members belong to a union, a part to its country, and a source key to one source."""
        if bool(self.members) != (self.country == UNION):
            msg = f"members go with the country {UNION!r}, and it needs them"
            raise ValueError(msg)
        if self.part is not None and not self.part.startswith(f"{self.country}-"):
            msg = f"part {self.part!r} is not a part of {self.country}"
            raise ValueError(msg)
        if twins := _twins(source.key for source in self.source):
            msg = f"two sources have the key {twins[0]!r}"
            raise ValueError(msg)
        if twins := _twins(fact.name for fact in self.fact):
            msg = f"two facts have the name {twins[0]!r}"
            raise ValueError(msg)
        _check_intervals(self.version)
        return self

    def to_value(self) -> Law:
        """The plain value.

        Raises:
            ValueError: a statement names a source or a fact that the pack does not have.
        """
        sources = {entry.key: entry for entry in self.source}
        ends = [*(version.since for version in self.version[1:]), self.version[-1].until]
        reach = self.members or frozenset({self.country})
        versions = tuple(
            entry.to_value(sources, until) for entry, until in zip(self.version, ends, strict=True)
        )
        facts = {entry.name: entry.text for entry in self.fact}
        _check_facts(facts, versions)
        return Law(
            id=self.id,
            name=self.name,
            country=self.country,
            reach=reach,
            seats=reach,
            part=self.part,
            regulator=self.regulator,
            identity=self.identity.to_value(sources) if self.identity else default_identity.DEFAULT,
            versions=versions,
            facts=facts,
        )


def read_pack(text: str, *, file: str) -> Law:
    """The law in the text of a pack.

    Args:
        text: TOML, at most MAX_PACK_BYTES.
        file: the pack's file name, `ID.toml`, for the messages; its stem must be the law's id.

    Raises:
        PackError: the pack cannot be used; says file, key and what to do.
    """
    if len(text.encode()) > MAX_PACK_BYTES:
        raise PackError(f"{file}: larger than {MAX_PACK_BYTES} bytes", hint="one law per pack")
    try:
        law = PackEntry.model_validate(tomllib.loads(text)).to_value()
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{file}: is not TOML: {error}") from None
    except ValidationError as error:
        lines = [f"{file}: {_location(e['loc'])}: {_message(e['msg'])}" for e in error.errors()]
        raise PackError("\n".join(lines), hint="docs/laws.md describes the pack format") from None
    except ValueError as error:
        raise PackError(f"{file}: {error}", hint="add it, or correct the name") from None
    if f"{law.id}.toml" != file.rpartition("/")[2]:
        raise PackError(f"{file}: id: {law.id!r} is not the file's name", hint="rename one of them")
    return law


def _check_facts(described: Mapping[str, str], versions: Iterable[Version]) -> None:
    """Each fact that is asked for is described, so that who states it knows what he says."""
    asked = frozenset(fact for version in versions for fact in version.asked_facts())
    if unknown := sorted(asked - described.keys()):
        msg = f"the fact {unknown[0]!r} is asked for, and no [[fact]] says what it means"
        raise ValueError(msg)
    if idle := sorted(described.keys() - asked):
        msg = f"the [[fact]] {idle[0]!r} is asked for nowhere"
        raise ValueError(msg)


def _check_intervals(versions: Sequence[VersionEntry]) -> None:
    """Versions are in order, and an `until` is the day on which the next one begins."""
    for earlier, later in pairwise(versions):
        if later.since == earlier.since:
            msg = f"two versions begin on {later.since}"
            raise ValueError(msg)
        if later.since < earlier.since:
            msg = f"the version of {later.since} stands after that of {earlier.since}; sort them"
            raise ValueError(msg)
        if earlier.until is not None and earlier.until != later.since:
            what = "overlap" if earlier.until > later.since else "leave a gap"
            msg = (
                f"the versions of {earlier.since} and {later.since} {what}: "
                f"until is {earlier.until}; leave it out or make it {later.since}"
            )
            raise ValueError(msg)


def _twins(values: Iterable[str]) -> list[str]:
    """The values that come more than once, sorted."""
    seen: set[str] = set()
    again = {value for value in values if value in seen or seen.add(value)}
    return sorted(again)


def _location(loc: tuple[Any, ...]) -> str:
    """A key's place as people count: `version 1, clause 2, cites`."""
    words: list[str] = []
    for part in loc:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        else:
            words.append(str(part))
    return ", ".join(words) or "pack"


def _message(text: str) -> str:
    """Pydantic's sentence in our style: lower case, without its prefix."""
    text = text.removeprefix("Value error, ")
    return text[:1].lower() + text[1:]
