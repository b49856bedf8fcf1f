"""The statements inside a law pack as pydantic sees them: sources, tests, clauses, penalties.

The entries mirror `law.model`. Unknown keys are errors, and every statement names its sources.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from domicile.config.service import (
    Category,
    Country,
    Duty,
    Entry,
    InstrumentKind,
    Name,
    Period,
    Sentence,
    ServiceKind,
    Unit,
    Whose,
)
from domicile.law.model import (
    Adequacy,
    Alternative,
    Basis,
    Bound,
    Clause,
    Confidence,
    Established,
    EveryService,
    Fact,
    Finding,
    Found,
    Obligation,
    ObligationKind,
    OfKind,
    Penalty,
    Precedent,
    Requirement,
    Size,
    Targets,
    Test,
    Transfer,
)

PageGrade = Literal["A", "B", "C"]
_GRADES: tuple[PageGrade, ...] = ("A", "B", "C")  # the best first


class SourceEntry(Entry):
    """One `[[source]]`: a page that was read, and how good it is."""

    key: Name = Field(description="how statements of this pack name the page")
    url: str = Field(pattern=r"^https?://\S+$", description="where it was read")
    grade: PageGrade = Field(
        description="A law text or authority, B law firm or agency, C vendor or blog"
    )


Sources = dict[str, SourceEntry]


class FactEntry(Entry):
    """One `[[fact]]`: what a service states by naming it in `service.facts`."""

    name: Name = Field(description="what a service writes in service.facts")
    text: Sentence = Field(
        description="what a service says by it, as a sentence without a full stop"
    )


class Sourced(Entry):
    """What every statement carries: citation, sources, confidence."""

    cites: Sentence = Field(description="the article, or what else it is called")
    sources: tuple[Name, ...] = Field(
        min_length=1, description="keys of the [[source]]s that say so"
    )
    confidence: Confidence = Field(
        description="confirmed by a source, a reading of ours, or unconfirmed"
    )
    note: str = Field("", description="what a reader must know")

    def basis(self, sources: Sources) -> Basis:
        """The plain value; the grade is that of the best source."""
        known = [sources[key] for key in self.sources if key in sources]
        if len(known) < len(self.sources):
            missing = ", ".join(key for key in self.sources if key not in sources)
            msg = f"{self.cites!r} names the source {missing}, which no [[source]] has as its key"
            raise ValueError(msg)
        return Basis(
            cites=self.cites,
            grade=next(g for g in _GRADES if any(source.grade == g for source in known)),
            confidence=self.confidence,
            note=self.note,
            sources=tuple(source.url for source in known),
        )


class TestEntry(Entry, ABC):
    """One way to meet a requirement: `{ test = "...", ... }`."""

    confidence: Confidence | None = Field(
        None, description="when this test is less sure than its table"
    )

    @abstractmethod
    def to_test(self) -> Test:
        """The typed condition."""

    def to_value(self) -> Alternative:
        """The condition as an alternative of a requirement."""
        return Alternative(test=self.to_test(), confidence=self.confidence)


class PlainTest(TestEntry):
    """A condition without parameters."""

    test: Literal["every-service", "established", "targets"] = Field(
        description="every-service, or established in or aimed at the country"
    )

    def to_test(self) -> Test:
        """The typed condition."""
        kinds: dict[str, Test] = {
            "every-service": EveryService(),
            "established": Established(),
            "targets": Targets(),
        }
        return kinds[self.test]


class KindTest(TestEntry):
    """The service is one of these kinds."""

    test: Literal["kind"]
    any_of: tuple[ServiceKind, ...] = Field(min_length=1, description="kinds of service")

    def to_test(self) -> Test:
        """The typed condition."""
        return OfKind(kinds=self.any_of)


class FoundTest(TestEntry):
    """The service was found to be of a class."""

    test: Literal["found"]
    finding: Finding = Field(description="the class that the service was found to be of")

    def to_test(self) -> Test:
        """The typed condition."""
        return Found(finding=self.finding)


class FactTest(TestEntry):
    """The service states a named fact."""

    test: Literal["fact"]
    fact: Name = Field(description="the name of a [[fact]]")

    def to_test(self) -> Test:
        """The typed condition."""
        return Fact(fact=self.fact)


class SizeTest(TestEntry):
    """A number of the service reaches a threshold: unit and counting period are never implied."""

    test: Literal["size"]
    unit: Unit = Field(description="what is counted")
    period: Period = Field(description="over which time")
    at_least: int | None = Field(None, ge=0, description="reached by this number")
    more_than: int | None = Field(None, ge=0, description="reached above this number")
    less_than: int | None = Field(None, ge=1, description="met below this number")
    categories: frozenset[Category] = Field(
        frozenset(), description="only people of whom these are held; default: any"
    )

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        """A threshold has one bound."""
        if len(self._bounds()) != 1:
            msg = "give exactly one of at_least, more_than and less_than"
            raise ValueError(msg)
        return self

    def _bounds(self) -> dict[Bound, int]:
        given: dict[Bound, int | None] = {
            "at least": self.at_least,
            "more than": self.more_than,
            "less than": self.less_than,
        }
        return {bound: number for bound, number in given.items() if number is not None}

    def to_test(self) -> Test:
        """The typed condition."""
        ((bound, number),) = self._bounds().items()
        return Size(
            unit=self.unit,
            period=self.period,
            bound=bound,
            number=number,
            categories=self.categories,
        )


AnyTest = Annotated[
    PlainTest | KindTest | FoundTest | FactTest | SizeTest, Field(discriminator="test")
]


class RequirementEntry(Sourced):
    """Met when any of its tests holds."""

    any: tuple[AnyTest, ...] = Field(min_length=1, description="met when one of these tests is")

    def to_value(self, sources: Sources) -> Requirement:
        """The plain value."""
        return Requirement(
            alternatives=tuple(test.to_value() for test in self.any), basis=self.basis(sources)
        )


class AdequacyEntry(Sourced):
    """Countries that data may go to, by one decision."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)

    countries: frozenset[Country] = Field(min_length=1, description="where the data may go")
    since: date = Field(alias="from", description="first day of the decision")
    until: date | None = Field(None, description="first day on which it is no longer valid")
    fact: Name | None = Field(None, description="only for a service that states this fact")

    def to_value(self, sources: Sources) -> Adequacy:
        """The plain value."""
        return Adequacy(
            countries=self.countries,
            since=self.since,
            until=self.until,
            fact=self.fact,
            basis=self.basis(sources),
        )


class TransferEntry(Entry):
    """The conditions of a `restricted` clause."""

    adequate: tuple[AdequacyEntry, ...] = Field(
        (), description="countries that data may go to by decision"
    )
    instruments: tuple[InstrumentKind, ...] = Field(
        (), description="papers of which one opens the way"
    )
    along_with: tuple[InstrumentKind, ...] = Field(
        (), description="papers that all must go along with it"
    )
    barred: frozenset[Country] = Field(
        frozenset(), description="countries that data may never go to"
    )
    free: bool = Field(False, description="data may go everywhere but to the barred countries")

    def to_value(self, sources: Sources) -> Transfer:
        """The plain value."""
        return Transfer(
            adequate=tuple(entry.to_value(sources) for entry in self.adequate),
            instruments=self.instruments,
            along_with=self.along_with,
            barred=self.barred,
            free=self.free,
        )


class ClauseEntry(Sourced):
    """One duty of a version."""

    duty: Duty = Field(description="what is asked: primary, exclusive, copy or restricted")
    whose: Whose = Field(description="whose data")
    categories: tuple[Category, ...] = Field(
        min_length=1, description="Fides keys; a key covers its subtree"
    )
    exceptions: tuple[Category, ...] = Field(
        (), description="Fides keys that the clause leaves out"
    )
    covers: tuple[RequirementEntry, ...] = Field(
        (), description="all must be met, besides those of the version"
    )
    exempt: tuple[RequirementEntry, ...] = Field(
        (), description="if one is met, the clause does not bind"
    )
    transfer: TransferEntry | None = Field(
        None, description="the conditions of a restricted clause"
    )
    no_foreign_write_at_collection: bool = Field(
        False, description="with primary: nothing is written abroad when data is collected"
    )
    cautious_rule: Sourced | None = Field(
        None, description="what the law does with people of whom it is not known"
    )

    @model_validator(mode="after")
    def _belongs_to_its_duty(self) -> Self:
        """Conditions of transfer are those of `restricted`; a first write is that of `primary`."""
        if (self.duty == "restricted") != (self.transfer is not None):
            msg = "a restricted clause needs a transfer table, and no other clause has one"
            raise ValueError(msg)
        if self.no_foreign_write_at_collection and self.duty != "primary":
            msg = "no_foreign_write_at_collection goes with the duty 'primary'"
            raise ValueError(msg)
        return self

    def to_value(self, sources: Sources) -> Clause:
        """The plain value."""
        return Clause(
            duty=self.duty,
            whose=self.whose,
            categories=self.categories,
            exceptions=self.exceptions,
            requirements=tuple(entry.to_value(sources) for entry in self.covers),
            exemptions=tuple(entry.to_value(sources) for entry in self.exempt),
            transfer=self.transfer.to_value(sources) if self.transfer else None,
            no_foreign_write_at_collection=self.no_foreign_write_at_collection,
            cautious_rule=self.cautious_rule.basis(sources) if self.cautious_rule else None,
            basis=self.basis(sources),
        )


class TimedEntry(Sourced):
    """A statement that may begin after its version does, or end before it."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)

    since: date | None = Field(
        None, alias="from", description="first day, where it is not that of the version"
    )
    until: date | None = Field(
        None, description="first day after it, where it is not that of the version"
    )

    @model_validator(mode="after")
    def _is_not_empty(self) -> Self:
        """An interval is not empty."""
        if self.since is not None and self.until is not None and self.until <= self.since:
            msg = f"until {self.until} is not after from {self.since}"
            raise ValueError(msg)
        return self


class ObligationEntry(TimedEntry):
    """Something to do besides storing."""

    kind: ObligationKind = Field(description="what sort of thing is to be done")
    text: Sentence = Field(description="what is to be done")
    hours: int | None = Field(None, gt=0, description="within so many hours")
    days: int | None = Field(None, gt=0, description="within so many days")
    months: int | None = Field(
        None, gt=0, description="within, or for retention during, so many months"
    )
    by: date | None = Field(None, description="the last day")

    def to_value(self, sources: Sources) -> Obligation:
        """The plain value."""
        return Obligation(
            kind=self.kind,
            text=self.text,
            since=self.since,
            until=self.until,
            hours=self.hours,
            days=self.days,
            months=self.months,
            by=self.by,
            basis=self.basis(sources),
        )


class PenaltyEntry(TimedEntry):
    """What a breach costs."""

    text: Sentence = Field(description="what for, or what it is when it is not money")
    currency: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 4217")
    least: int | None = Field(None, ge=0, description="from this amount, in whole units")
    most: int | None = Field(None, ge=0, description="up to this amount, in whole units")
    turnover_percent: float | None = Field(None, gt=0, le=100, description="share of turnover")

    @model_validator(mode="after")
    def _amounts_have_a_unit(self) -> Self:
        """A number without its currency says nothing."""
        if (self.least is not None or self.most is not None) and self.currency is None:
            msg = "an amount needs its unit: add currency"
            raise ValueError(msg)
        return self

    def to_value(self, sources: Sources) -> Penalty:
        """The plain value."""
        return Penalty(
            text=self.text,
            since=self.since,
            until=self.until,
            currency=self.currency,
            least=self.least,
            most=self.most,
            turnover_percent=self.turnover_percent,
            basis=self.basis(sources),
        )


class PrecedentEntry(Sourced):
    """What an authority or a court did."""

    on: str = Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="a day, month or year")
    against: Sentence = Field(description="whom")
    text: Sentence = Field(description="what was done")

    def to_value(self, sources: Sources) -> Precedent:
        """The plain value."""
        return Precedent(
            on=self.on, against=self.against, text=self.text, basis=self.basis(sources)
        )
