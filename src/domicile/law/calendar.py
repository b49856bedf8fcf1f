"""What happens to a law and when: texts that begin and end, deadlines, penalties, adequacy. Pure.

An event is a day on which something in a pack, or a paper on record, starts or stops to count.
Whether it means anything to a service is for the verdicts of the two days around it to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from domicile.config.service import Instrument
from domicile.law.model import Basis, Law, Version
from domicile.law.wording import adequate, obligation_text, penalty_text

Kind = Literal["text", "comply-by", "obligation", "penalty", "adequacy", "instrument"]
#: On one day, what changes the law comes before what follows from it.
_ORDER: tuple[Kind, ...] = (
    "text",
    "adequacy",
    "instrument",
    "comply-by",
    "obligation",
    "penalty",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happens on a day.

    `basis` is None for the operator's own paper; `to` has the countries of an adequacy decision
    or an instrument.
    """

    day: date
    law: str
    kind: Kind
    text: str
    basis: Basis | None
    to: frozenset[str] = frozenset()


def events(
    laws: Iterable[Law],
    instruments: Iterable[Instrument],
    first: date,
    last: date | None = None,
) -> tuple[Event, ...]:
    """Everything that happens from `first` to `last`, both included, by day, law and kind."""
    found = {event: None for law in laws for event in _of_law(law)}
    found |= dict.fromkeys(_of_papers(instruments))
    inside = (e for e in found if first <= e.day and (last is None or e.day <= last))
    return tuple(sorted(inside, key=lambda e: (e.day, e.law, _ORDER.index(e.kind), e.text)))


def _of_law(law: Law) -> Iterator[Event]:
    yield from _texts(law)
    for version in law.versions:
        if version.status == "in-force":
            yield from _deadlines(law, version)
            yield from _statements(law, version)
            yield from _adequacy(law, version)


def _texts(law: Law) -> Iterator[Event]:
    """Texts that begin, and the end of the last."""
    for before, version in pairwise((None, *law.versions)):
        if version is not None:
            yield _event(law, version.since, "text", _begins(before, version), version.basis)
    last = law.versions[-1]
    if last.until is not None:
        yield _event(law, last.until, "text", f"the text of {last.since} ends", last.basis)


def _begins(before: Version | None, version: Version) -> str:
    match version.status:
        case "repealed":
            return "it is repealed"
        case "bill" | "enacted":
            return f"it is {'a bill' if version.status == 'bill' else 'enacted'}, and binds nobody"
        case "in-force":
            time = f"; there is time to comply until {version.comply_by}"
            text = "it comes into force"
            if before is not None and before.status == "in-force":
                text = f"a new text replaces that of {before.since}"
            return f"{text}{time if version.comply_by else ''}"


def _deadlines(law: Law, version: Version) -> Iterator[Event]:
    """The end of the time to comply, and days by which something is to be done."""
    if version.comply_by and _inside(version, version.comply_by):
        text = f"the time to comply with the text of {version.since} ends"
        yield _event(law, version.comply_by, "comply-by", text, version.basis)
    for each in version.obligations:
        if each.by and _inside(version, each.by):
            yield _event(law, each.by, "obligation", obligation_text(each), each.basis)


def _statements(law: Law, version: Version) -> Iterator[Event]:
    """Obligations and penalties that begin or end while the text stays."""
    for obligation in version.obligations:
        text, basis = obligation_text(obligation), obligation.basis
        for day, what in _turns(version, obligation.since, obligation.until):
            yield _event(law, day, "obligation", f"{what}: {text}", basis)
    for penalty in version.penalties:
        text, basis = penalty_text(penalty), penalty.basis
        for day, what in _turns(version, penalty.since, penalty.until):
            yield _event(law, day, "penalty", f"{what}: {text}", basis)


def _adequacy(law: Law, version: Version) -> Iterator[Event]:
    """Countries that come to be recognised, or cease to be."""
    entries = (a for c in version.every_clause() if c.transfer for a in c.transfer.adequate)
    for entry in entries:
        for day, what in _turns(version, entry.since, entry.until):
            yield Event(
                day=day,
                law=law.id,
                kind="adequacy",
                text=f"adequacy {what}: {adequate(entry)}",
                basis=entry.basis,
                to=entry.countries,
            )


def _of_papers(instruments: Iterable[Instrument]) -> Iterator[Event]:
    for paper in instruments:
        for day, what in ((paper.since, "begins"), (paper.until, "ends")):
            if day is not None:
                yield Event(
                    day=day,
                    law=paper.law,
                    kind="instrument",
                    text=f"{paper.kind} for transfers to {paper.to} {what} ({paper.reference})",
                    basis=None,
                    to=frozenset({paper.to}),
                )


def _turns(version: Version, since: date | None, until: date | None) -> Iterator[tuple[date, str]]:
    """The days on which a statement begins and ends, other than with its version."""
    for day, what in ((since, "begins"), (until, "ends")):
        if day is not None and day != version.since and _inside(version, day):
            yield day, what


def _inside(version: Version, day: date) -> bool:
    return version.since <= day and (version.until is None or day < version.until)


def _event(law: Law, day: date, kind: Kind, text: str, basis: Basis) -> Event:
    return Event(day=day, law=law.id, kind=kind, text=text, basis=basis)
