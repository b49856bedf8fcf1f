"""The verdict: whether a law binds this service, with what it collects, on this day, and why.

Pure. The chain of reasons has one link per question, and stops at the first "no":

    V1  is a version in force on that day?
    V2  is the service one that the version covers, and not one that it exempts?
    V3  does what is collected identify a person?
    V4  which clauses reach what is collected?
    V5  has the operator set the law aside?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from domicile.config.service import (
    Commitment,
    Duty,
    Whose,
)
from domicile.law import identity as default_identity
from domicile.law.case import Case
from domicile.law.coverage import examine
from domicile.law.distance import concerns, lacking, reaches, thresholds
from domicile.law.identity import identify
from domicile.law.model import (
    Basis,
    Clause,
    Law,
    Obligation,
    Reason,
    Requirement,
    Version,
    reason,
)
from domicile.law.transfer import Border, Clausal, Export

Outcome = Literal["binds", "would bind if", "does not bind", "not in force", "set aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What one clause asks of the data of some people: the part of a verdict that is placed."""

    law: str
    duty: Duty
    whose: Whose
    categories: tuple[str, ...]
    #: Whose people (countries), and the countries in which the data may be kept.
    reach: frozenset[str]
    seats: frozenset[str]
    reason: Reason
    home_first: bool = False
    cautious_rule: Basis | None = None
    #: What a `restricted` clause lets out, and whether that includes the hub's country.
    border: Border | None = None
    export: Export | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer of one law, or one commitment, with its chain of reasons."""

    law: str
    name: str
    country: str
    reach: frozenset[str]
    commitment: bool
    outcome: Outcome
    reasons: tuple[Reason, ...]
    since: date | None = None
    profile: str | None = None
    demands: tuple[Demand, ...] = ()
    assumptions: tuple[str, ...] = ()
    #: What separates the service from a law that does not bind it; one for `would bind if`.
    missing: tuple[str, ...] = ()
    #: Thresholds that the service is just below.
    close: tuple[str, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    #: The service has to do with the law's country: it is there, or aims at it.
    concerns: bool = True

    @property
    def unconfirmed(self) -> tuple[Reason, ...]:
        """The links that rest on a reading or on something that no source confirms."""
        return tuple(r for r in self.reasons if r.confidence != "confirmed")


def judge(subject: Law | Commitment, case: Case) -> Verdict:
    """Put one law or commitment to the facts of the case."""
    law = as_law(subject) if isinstance(subject, Commitment) else subject
    verdict = _Chain(law, case).verdict()
    if verdict.outcome == "binds" and law.id in case.settings.disabled:  # V5
        why = case.settings.disabled[law.id]
        aside = Reason(
            text=f"the operator sets it aside: {why}", cites="laws.disabled", grade="own"
        )
        return replace(verdict, outcome="set aside", reasons=(*verdict.reasons, aside))
    return verdict


def judge_all(
    laws: Iterable[Law], commitments: Iterable[Commitment], case: Case
) -> tuple[Verdict, ...]:
    """The verdicts of all laws, then of all commitments, each in the order of their ids."""
    ordered = sorted(laws, key=lambda law: law.id)
    promised = sorted(commitments, key=lambda commitment: commitment.id)
    return tuple(judge(subject, case) for subject in (*ordered, *promised))


def as_law(commitment: Commitment) -> Law:
    """A commitment in the shape of a law, so that both are judged by the same steps."""
    basis = Basis(cites=commitment.cites, grade="own", confidence="confirmed")
    clause = Clause(
        duty=commitment.duty,
        whose=commitment.whose,
        categories=commitment.categories,
        exceptions=commitment.exceptions,
        basis=basis,
    )
    version = Version(
        since=commitment.since,
        until=None,
        status="in-force",
        basis=basis,
        requirements=(),
        exemptions=(),
        clauses=(clause,),
    )
    return Law(
        id=commitment.id,
        name=f"commitment: {commitment.cites}",
        country=commitment.country,
        reach=frozenset({commitment.country}),
        seats=frozenset({commitment.keep_in}),
        identity=default_identity.DEFAULT,
        versions=(version,),
        commitment=True,
    )


class _Chain:
    """One run of V1 to V4: the reasons and assumptions gathered so far."""

    def __init__(self, law: Law, case: Case) -> None:
        self.law = law
        self.case = case
        self.reasons: list[Reason] = []
        self.assumptions: list[str] = []

    def verdict(self) -> Verdict:
        """Ask V1 to V4 in order."""
        version = self._in_force()
        if version is None:
            return self._end("not in force")
        if not self._covered(version) or not self._identifies():
            return self._not_bound(version)
        profile, clauses = version.reading(self.case.settings.profiles.get(self.law.id))
        demands = tuple(self._demands(clauses))
        if clauses and not demands:
            self.reasons.append(
                reason("none of its clauses reaches what the service collects", version.basis)
            )
            return self._not_bound(version)
        if not clauses:
            self.reasons.append(reason("it asks no storage, but other things", version.basis))
        if profile:
            self.assumptions.append(f"{self.law.id} is read by its profile {profile!r}")
        if self.law.part:
            self.assumptions.append(
                f"{self.law.id} binds in {self.law.part} only; evidence names countries, so all "
                f"people of {self.law.country} are held under it"
            )
        return self._end("binds", version, profile, demands)

    def _in_force(self) -> Version | None:
        """V1: the version of that day, unless it is a bill, is not applied yet, or is repealed."""
        version = self.law.version_on(self.case.as_of)
        if version is None:
            self.reasons.append(_out_of_time(self.law, self.case.as_of))
            return None
        texts = {
            "bill": "it is a bill, and not law",
            "enacted": "it is enacted, and does not apply yet",
            "repealed": f"it was repealed from {version.since}",
            "in-force": f"the {self._word()} of {version.since} is in force on {self.case.as_of}",
        }
        text = texts[version.status]
        if version.comply_by and self.case.as_of < version.comply_by:
            text += f"; compliance is due by {version.comply_by}"
        self.reasons.append(reason(text, version.basis))
        return version if version.status == "in-force" else None

    def _word(self) -> str:
        """What a version of it is called."""
        return "commitment" if self.law.commitment else "text"

    def _not_bound(self, version: Version) -> Verdict:
        """Say what separates the service from the law, and whether that is one thing only."""
        missing = tuple(lacking(self.law, version, self.case))
        verdict = self._end("does not bind", version)
        near = len(missing) == 1 and verdict.concerns
        return replace(
            verdict, missing=missing, outcome="would bind if" if near else verdict.outcome
        )

    def _covered(self, version: Version | Clause) -> bool:
        """V2: every requirement is met and no exemption applies."""
        for requirement in version.requirements:
            if not self._met(requirement):
                return False
        for exemption in version.exemptions:
            met = examine(exemption, self.law, self.case.service)
            if met.holds:
                text = f"exempt: {met.reason.text}"
                self.reasons.append(replace(met.reason, text=text))
                return False
        return True

    def _met(self, requirement: Requirement) -> bool:
        """Examine one requirement and keep its reason."""
        met = examine(requirement, self.law, self.case.service)
        self.reasons.append(met.reason)
        if met.assumption:
            self.assumptions.append(met.assumption)
        return met.holds

    def _identifies(self) -> bool:
        """V3: the set of categories, judged as a set."""
        found = identify(self.case.collected, self.law.identity)
        sure = "confirmed" if found.direct else None
        self.reasons.append(reason(found.text, self.law.identity.basis, sure))
        return found.personal

    def _demands(self, clauses: Iterable[Clause]) -> Iterator[Demand]:
        """V4: the clauses that reach something that is collected."""
        for clause in clauses:
            categories = tuple(sorted(c for c in self.case.collected if reaches(clause, c)))
            if not categories or not self._covered(clause):
                continue
            demand = self._demand(clause, categories)
            self._note_open_reach(clause)
            self.reasons.append(demand.reason)
            if demand.export:
                self.reasons.append(demand.export.reason)
            yield demand

    def _note_open_reach(self, clause: Clause) -> None:
        """A law may mean people of every country; evidence can only tell them by country."""
        if clause.whose == "all" and clause.duty != "restricted" and not self.law.commitment:
            text = (
                f"{self.law.id} is not limited to its own country's people; only those whose "
                f"evidence points to {self.law.country} are held under it"
            )
            if text not in self.assumptions:
                self.assumptions.append(text)

    def _demand(self, clause: Clause, categories: tuple[str, ...]) -> Demand:
        """The demand of one clause, with its export judged for the hub's country."""
        law, case = self.law, self.case
        border: Border | None = None
        if clause.duty == "restricted":
            border = Clausal(
                law=law,
                clause=clause,
                service=case.service,
                instruments=case.instruments,
                on=case.as_of,
            )
        return Demand(
            law=law.id,
            duty=clause.duty,
            whose=clause.whose,
            categories=categories,
            reach=law.reach,
            seats=law.seats,
            reason=reason(_asks(law, clause), clause.basis),
            home_first=clause.duty == "primary",
            cautious_rule=clause.cautious_rule,
            border=border,
            export=border.to(case.hub) if border else None,
        )

    def _end(
        self,
        outcome: Outcome,
        version: Version | None = None,
        profile: str | None = None,
        demands: tuple[Demand, ...] = (),
    ) -> Verdict:
        """Close the chain."""
        binds = outcome == "binds"
        return Verdict(
            law=self.law.id,
            name=self.law.name,
            country=self.law.country,
            reach=self.law.reach,
            commitment=self.law.commitment,
            outcome=outcome,
            reasons=tuple(self.reasons),
            since=version.since if version else None,
            profile=profile,
            demands=demands,
            assumptions=tuple(self.assumptions),
            concerns=self.law.commitment or concerns(self.law, self.case.service),
            close=tuple(thresholds(self.law, version, self.case)) if version else (),
            obligations=version.obligations_on(self.case.as_of) if version and binds else (),
        )


def _out_of_time(law: Law, day: date) -> Reason:
    """Why no version holds the day."""
    first, last = law.versions[0], law.versions[-1]
    if day < first.since:
        return reason(f"its first text is in force from {first.since}, after {day}", first.basis)
    return reason(f"its last text ended before {last.until}", last.basis)


def _asks(law: Law, clause: Clause) -> str:
    """The duty of a clause in plain words."""
    people = {
        "citizens": f"of citizens of {law.country}",
        "residents": f"of residents of {law.country}",
        "persons-in-territory": f"of persons in {law.country}",
        "all": f"of persons of {law.country}, of any nationality",
    }[clause.whose]
    where = " or ".join(sorted(law.seats)) if law.commitment else law.country
    asks = {
        "primary": f"is first written and kept in {where}; copies abroad are allowed",
        "exclusive": f"is kept in {where} only; no copy abroad",
        "copy": f"is kept in {where} too; where else it lies is free",
        "restricted": f"leaves {where} only under named conditions",
    }[clause.duty]
    if clause.no_foreign_write_at_collection:
        asks += ", and at collection nothing is written to a database abroad"
    return f"{clause.duty}: data {people} {asks}"
