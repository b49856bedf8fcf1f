"""A law as plain values: dated versions, whom they bind, what they ask, and how we know.

    Law ── Version (half-open interval) ── Requirement ── Test     is the service bound?
                                        ├─ Clause ── Transfer      what must live where
                                        ├─ Obligation, Penalty, Precedent
                                        └─ profiles: other readings of the same text

Each part carries its `Basis`: the citation, how good the source is, and how sure we are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from domicile.config.service import Duty, InstrumentKind, Period, ServiceKind, Unit, Whose

Grade = Literal["A", "B", "C", "own"]
Confidence = Literal["confirmed", "reading", "unconfirmed"]
Status = Literal["in-force", "bill", "enacted", "repealed"]
Bound = Literal["at least", "more than", "less than"]
ObligationKind = Literal[
    "answer",
    "audit",
    "branch",
    "breach-notice",
    "breach-result",
    "delete-abroad",
    "disclosure",
    "impact-assessment",
    "lawful-access",
    "registration",
    "representative",
    "retention",
    "transfer-notice",
]
Finding = Literal["critical-infrastructure", "volume-handler"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Where a statement comes from.

    `grade`: A the law's text or the authority's own page; B a law firm, legal publisher or
    news agency; C a vendor, blog or copy; `own` the operator's own paper; None a rule of the
    engine. `confidence`: `confirmed` by a source, a `reading` of ours, or `unconfirmed`.
    """

    cites: str
    grade: Grade | None
    confidence: Confidence
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One link in the chain of a verdict: a plain sentence and what it rests on."""

    text: str
    cites: str
    grade: Grade | None = None
    confidence: Confidence = "confirmed"
    note: str = ""


def reason(text: str, basis: Basis, confidence: Confidence | None = None) -> Reason:
    """A sentence that rests on `basis`; `confidence` when one part of it is less sure."""
    return Reason(
        text=text,
        cites=basis.cites,
        grade=basis.grade,
        confidence=confidence or basis.confidence,
        note=basis.note,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryService:
    """The law reaches whoever handles such data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Established:
    """The service has an entity, branch or office in the law's country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """The service is aimed at the law's country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """The service is one of these kinds."""

    kinds: tuple[ServiceKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An authority, or the service itself, has found it to be of that class in the country."""

    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The service states this named fact."""

    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A number of the service in the law's country is on one side of a threshold.

    `period` says over what it is counted.
    """

    unit: Unit
    period: Period
    bound: Bound
    number: int
    categories: frozenset[str] = frozenset()


Test = EveryService | Established | Targets | OfKind | Found | Fact | Size


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way to meet a requirement; it may be less sure than the requirement itself."""

    test: Test
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Met when any of the alternatives is; a version asks for all of its requirements."""

    alternatives: tuple[Alternative, ...]
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Adequacy:
    """Countries that data may go to, from a day on, perhaps only under a named fact."""

    countries: frozenset[str]
    since: date
    until: date | None
    fact: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """When data under a `restricted` clause may leave.

    One of: an adequate country, or one of `instruments` on record together with all of
    `along_with`. `free` turns it round: everywhere but to the `barred` countries.
    """

    adequate: tuple[Adequacy, ...] = ()
    instruments: tuple[InstrumentKind, ...] = ()
    along_with: tuple[InstrumentKind, ...] = ()
    barred: frozenset[str] = frozenset()
    free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One duty: whose data, which categories, what is asked."""

    duty: Duty
    whose: Whose
    categories: tuple[str, ...]
    basis: Basis
    exceptions: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    exemptions: tuple[Requirement, ...] = ()
    transfer: Transfer | None = None
    no_foreign_write_at_collection: bool = False
    #: What the law does with people whose citizenship or residence is not known.
    cautious_rule: Basis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Something to do besides storing, with its deadline if the law sets one.

    `since` and `until` where they are not those of the version.
    """

    kind: ObligationKind
    text: str
    basis: Basis
    since: date | None = None
    until: date | None = None
    hours: int | None = None
    days: int | None = None
    months: int | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """What a breach costs: amounts in whole units of the currency, or a share of turnover."""

    text: str
    basis: Basis
    since: date | None = None
    until: date | None = None
    currency: str | None = None
    least: int | None = None
    most: int | None = None
    turnover_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """What an authority or a court did, to whom, when (a day, a month or a year)."""

    on: str
    against: str
    text: str
    basis: Basis


def _no_profiles() -> dict[str, tuple[Clause, ...]]:
    """A version with one reading."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The law from a day on: `since` is the first day, `until` the first day after it."""

    since: date
    until: date | None
    status: Status
    basis: Basis
    requirements: tuple[Requirement, ...]
    exemptions: tuple[Requirement, ...]
    clauses: tuple[Clause, ...]
    comply_by: date | None = None
    #: The name of the reading in `clauses`, and the other readings by name.
    profile: str | None = None
    profiles: Mapping[str, tuple[Clause, ...]] = field(default_factory=_no_profiles)
    obligations: tuple[Obligation, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    precedents: tuple[Precedent, ...] = ()

    def reading(self, profile: str | None) -> tuple[str | None, tuple[Clause, ...]]:
        """The profile that applies and its clauses; an unknown name means the default."""
        if profile is not None and profile in self.profiles:
            return profile, self.profiles[profile]
        return self.profile, self.clauses

    def obligations_on(self, day: date) -> tuple[Obligation, ...]:
        """The obligations that hold on a day of this version."""
        return tuple(
            each
            for each in self.obligations
            if (each.since is None or each.since <= day)
            and (each.until is None or day < each.until)
        )

    def every_clause(self) -> tuple[Clause, ...]:
        """The clauses of every reading."""
        if not self.profiles:
            return self.clauses
        return tuple(clause for clauses in self.profiles.values() for clause in clauses)

    def every_requirement(self) -> Iterator[Requirement]:
        """All requirements and exemptions, those of the clauses of every reading too."""
        yield from self.requirements
        yield from self.exemptions
        for clause in self.every_clause():
            yield from clause.requirements
            yield from clause.exemptions

    def asked_facts(self) -> frozenset[str]:
        """The facts that it asks a service for."""
        tests = (each.test for r in self.every_requirement() for each in r.alternatives)
        transfers = (clause.transfer or Transfer() for clause in self.every_clause())
        adequate = (entry.fact for transfer in transfers for entry in transfer.adequate)
        return frozenset(
            [test.fact for test in tests if isinstance(test, Fact)]
            + [fact for fact in adequate if fact]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What identifies a person under a law: classes of categories, and how many quasi ones."""

    direct: tuple[str, ...]
    quasi: tuple[str, ...]
    special: tuple[str, ...]
    min_quasi: int
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A legal act, or the operator's own commitment in the same shape."""

    id: str
    name: str
    country: str
    #: The countries whose people it speaks of: the country, or the members of a union.
    reach: frozenset[str]
    #: The countries in which what it demands may be kept; `reach`, save for commitments.
    seats: frozenset[str]
    identity: Identity
    versions: tuple[Version, ...]
    regulator: str = ""
    #: ISO 3166-2, when the act binds in one part of the country only.
    part: str | None = None
    commitment: bool = False
    #: What each fact that it asks for means.
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    def version_on(self, day: date) -> Version | None:
        """The version whose half-open interval holds `day`; None before, after or between."""
        for version in self.versions:
            if version.since <= day and (version.until is None or day < version.until):
                return version
        return None
