"""Directory rows without a subject, and subjects without one: what may be done, and doing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domicile.catalog.model import Subject
from domicile.errors import DatabaseError, TryAgain
from domicile.evidence import mending
from domicile.evidence.facts import Known
from domicile.evidence.known import ask, columns_of, parameters
from domicile.evidence.model import Key, Violation
from domicile.evidence.remedy import Remedy, held, refused, settled
from domicile.evidence.servers import Places
from domicile.residence.fragments import Fragments


def mend_subjects(
    places: Places, table: str, wanted: Sequence[Violation], *, do: bool
) -> list[Remedy]:
    """The remedies of a batch of `ghost` or of `unregistered`, done or not."""
    subject = next(s for s in places.data_map.subjects if str(s.table.name) == table)
    try:
        with places.hub.transaction(keep=do):
            remedies = list(_decided(places, subject, wanted))
            if not do:
                return remedies
            keys = [each.violation.key for each in remedies if each.action is not None]
            ghost = wanted[0].fault == "ghost"
            statement = mending.unlist(subject) if ghost else mending.register(subject)
            if keys:
                places.hub.run(statement, parameters(places, keys))
    except TryAgain:
        return [held(violation) for violation in wanted]
    except DatabaseError as error:
        return [refused(violation, str(error)) for violation in wanted]
    return [replace(each, done=each.done or each.action is not None) for each in remedies]


def _decided(places: Places, subject: Subject, wanted: Sequence[Violation]) -> Iterator[Remedy]:
    keys = [violation.key for violation in wanted]
    locked = places.hub.rows(mending.lock_subjects(subject), parameters(places, keys))
    listed: dict[Key, str | None] = {keys[int(row[0]) - 1]: row[1] for row in locked}
    known = _rows(places, subject, keys)
    for violation in wanted:
        if violation.key not in listed:
            yield held(violation)
            continue
        decide = _ghost if violation.fault == "ghost" else _unregistered
        yield decide(places, subject, violation, known.get(violation.key), listed[violation.key])


def _rows(places: Places, subject: Subject, keys: list[Key]) -> dict[Key, Known]:
    """What hub and homes know of the subjects' own rows, where those hold personal columns."""
    f = _table(places, subject)
    if f is None:
        return {}
    return {each.key: each for each in ask(places, f, keys, set(places.up()))}


def _ghost(
    places: Places,
    _subject: Subject,
    violation: Violation,
    known: Known | None,
    home: str | None,
) -> Remedy:
    if known is not None and known.hub is not None:
        return settled(violation)
    if home is not None and home not in places.up():
        return refused(violation, f"home {home} is unavailable: run it again when it is back")
    kept = sorted(c for c, row in known.at_homes.items() if row) if known is not None else []
    if kept:
        return refused(
            violation,
            f"home {kept[0]} still has the subject's row. Was the hub restored from a backup?"
            " Then this may be all that is left of it",
        )
    return Remedy(
        violation=violation, action="unlist", says="there is no such subject: the directory forgets"
    )


def _unregistered(
    places: Places,
    subject: Subject,
    violation: Violation,
    known: Known | None,
    _home: str | None,
) -> Remedy:
    f = _table(places, subject)
    if known is not None and f is not None:
        if known.hub is None:
            return settled(violation)
        if columns_of(f).lacking(known.hub):
            return refused(
                violation, "the subject's row is not whole in the hub: it may live at a home"
            )
    return Remedy(
        violation=violation, action="register", says="the directory has the subject live in the hub"
    )


def _table(places: Places, subject: Subject) -> Fragments | None:
    mine = (f for f in places.parts if f.mapped.is_subject)
    return next((f for f in mine if f.mapped.subject.kind == subject.kind), None)
