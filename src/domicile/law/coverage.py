"""Whether the service is one that the law speaks of: typed tests of what the config states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domicile.config.service import Number, Service
from domicile.law.model import (
    Established,
    EveryService,
    Fact,
    Found,
    Law,
    OfKind,
    Reason,
    Requirement,
    Size,
    Targets,
    Test,
    reason,
)

#: From this share of a threshold on it is worth a warning.
_CLOSE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether a test holds, the sentence that says so, and what was assumed to say it."""

    holds: bool
    text: str
    assumption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Whether a requirement is met, why, and under which assumption."""

    holds: bool
    reason: Reason
    assumption: str | None = None


def examine(requirement: Requirement, law: Law, service: Service) -> Met:
    """Try each alternative; one that needs no assumption is preferred."""
    answers = [(a, ask(a.test, law, service)) for a in requirement.alternatives]
    holding = sorted((p for p in answers if p[1].holds), key=lambda p: p[1].assumption is not None)
    if holding:
        alternative, answer = holding[0]
        why = reason(answer.text, requirement.basis, alternative.confidence)
        return Met(holds=True, reason=why, assumption=answer.assumption)
    text = "; ".join(answer.text for _, answer in answers)
    return Met(holds=False, reason=reason(text, requirement.basis))


def ask(test: Test, law: Law, service: Service) -> Answer:
    """Put one test to the service."""
    match test:
        case EveryService():
            return Answer(holds=True, text="it reaches every service that handles such data")
        case Established():
            return _placed("established in", service.established_in, law)
        case Targets():
            return _placed("aimed at", service.targets, law)
        case OfKind():
            return _of_kind(test, service)
        case Found():
            return _found(test, law, service)
        case Fact():
            stated = test.fact in service.facts
            verb = "states" if stated else "does not state"
            return Answer(holds=stated, text=f"the service {verb} the fact {test.fact!r}")
        case Size():
            return _size(test, law, service)


def _placed(how: str, where: frozenset[str], law: Law) -> Answer:
    """Whether the service is established in, or aimed at, a country of the law's reach."""
    named = sorted(where & (law.reach | {law.country}))
    if named:
        return Answer(holds=True, text=f"the service is {how} {', '.join(named)}")
    return Answer(holds=False, text=f"the service is not {how} {law.country}")


def _of_kind(test: OfKind, service: Service) -> Answer:
    """Whether the service is one of the kinds."""
    common = sorted(service.kinds.intersection(test.kinds))
    if common:
        return Answer(holds=True, text=f"the service is of kind {', '.join(common)}")
    return Answer(holds=False, text=f"the service is not of kind {' or '.join(test.kinds)}")


def _found(test: Found, law: Law, service: Service) -> Answer:
    """Whether the service has been found to be of a class in the law's country."""
    where = {
        "critical-infrastructure": service.critical_infrastructure,
        "volume-handler": service.volume_handler,
    }[test.finding]
    holds = bool(where & law.reach)
    verb = "counts" if holds else "does not count"
    return Answer(holds=holds, text=f"the service {verb} as {test.finding} in {law.country}")


def _size(test: Size, law: Law, service: Service) -> Answer:
    """Compare a stated number with a threshold; one that is not stated may be any."""
    limit = f"{test.bound} {test.number:,} {test.unit} ({test.period})"
    total = stated(test, law, service)
    if total is None:
        reached = test.bound != "less than"
        taken = "reached" if reached else "passed"
        return Answer(
            holds=reached,
            text=f"it speaks of {limit}, and the config states no such number",
            assumption=f"{law.id}: a number that is not stated is taken as {taken} ({limit})",
        )
    return Answer(
        holds=_holds(test, total), text=f"it speaks of {limit}; the service has {total:,}"
    )


def stated(test: Size, law: Law, service: Service) -> int | None:
    """The number that the service states of what the test counts; None when it states none."""
    known = [n.count for n in service.numbers if _same_count(n, test, law)]
    return sum(known) if known else None


def _holds(test: Size, total: int) -> bool:
    match test.bound:
        case "at least":
            return total >= test.number
        case "more than":
            return total > test.number
        case "less than":
            return total < test.number


def _same_count(number: Number, test: Size, law: Law) -> bool:
    """True when a stated number counts what the test counts."""
    return (
        number.country in law.reach
        and (number.unit, number.period) == (test.unit, test.period)
        and number.categories == test.categories
    )


def condition(requirement: Requirement, law: Law, service: Service) -> str:
    """What would have to be so for the requirement to be met, as a clause after "if"."""
    return " or ".join(_condition(a.test, law, service) for a in requirement.alternatives)


def _condition(test: Test, law: Law, service: Service) -> str:
    match test:
        case EveryService():
            return "it handled such data"
        case Established():
            return f"it were established in {law.country}"
        case Targets():
            return f"it were aimed at {law.country}"
        case OfKind():
            return f"it were of kind {' or '.join(test.kinds)}"
        case Found():
            return f"it counted as {test.finding} in {law.country}"
        case Fact():
            return f"it stated the fact {test.fact!r} ({law.facts[test.fact]})"
        case Size():
            total = stated(test, law, service)
            has = "" if total is None else f" (it has {total:,})"
            return f"it had {test.bound} {test.number:,} {test.unit}, {test.period}{has}"


def close_to(requirement: Requirement, law: Law, service: Service) -> Iterator[str]:
    """The thresholds of the requirement that the service is just below."""
    for test in (alternative.test for alternative in requirement.alternatives):
        if not isinstance(test, Size):
            continue
        total = stated(test, law, service)
        if total is not None and test.number * _CLOSE <= total < test.number:
            yield f"{test.number:,} {test.unit} ({test.period}) count; the service has {total:,}"
