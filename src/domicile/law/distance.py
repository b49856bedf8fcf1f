"""How far a service is from a law that does not bind it: what is missing, and what is close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domicile.config.service import Service
from domicile.law.case import Case
from domicile.law.coverage import close_to, condition, examine
from domicile.law.identity import identify, touches, within
from domicile.law.model import Clause, Law, Requirement, Version


def concerns(law: Law, service: Service) -> bool:
    """True when the service has to do with the law's country: it is there, or aims at it."""
    known = service.established_in | service.targets
    known |= service.critical_infrastructure | service.volume_handler
    known |= {number.country for number in service.numbers}
    return bool(known & (law.reach | {law.country}))


def lacking(law: Law, version: Version, case: Case) -> Iterator[str]:
    """Each thing that would have to be otherwise for the version to bind, as words after "if"."""
    yield from _not_covered(version, law, case.service)
    personal = identify(case.collected, law.identity).personal
    if not personal:
        yield "it collected what identifies a person"
    _, clauses = version.reading(case.settings.profiles.get(law.id))
    ways = [list(_out_of_reach(clause, law, case, personal=personal)) for clause in clauses]
    if ways and all(ways):
        yield " and ".join(min(ways, key=len))


def reaches(clause: Clause, category: str) -> bool:
    """True when a clause speaks of the category and none of its exceptions contains it."""
    excepted = any(within(category, exception) for exception in clause.exceptions)
    return touches(category, clause.categories) and not excepted


def thresholds(law: Law, version: Version, case: Case) -> Iterator[str]:
    """The thresholds of the version that the service is just below, each once."""
    requirements: Iterable[Requirement] = version.every_requirement()
    found = (text for each in requirements for text in close_to(each, law, case.service))
    yield from dict.fromkeys(found)


def _out_of_reach(clause: Clause, law: Law, case: Case, *, personal: bool) -> Iterator[str]:
    if personal and not any(reaches(clause, category) for category in case.collected):
        yield f"it collected {' or '.join(clause.categories)}"
    yield from _not_covered(clause, law, case.service)


def _not_covered(part: Version | Clause, law: Law, service: Service) -> Iterator[str]:
    for requirement in part.requirements:
        if not examine(requirement, law, service).holds:
            yield condition(requirement, law, service)
    for exemption in part.exemptions:
        if examine(exemption, law, service).holds:
            yield f"the exemption did not hold ({exemption.basis.cites})"
