"""What comes into force or runs out for this service, and what each day means to it. Pure.

An event is kept when its law binds, or nearly does, on one of the two days around it. The
verdicts and placements of both days say what it means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from domicile.config.service import Instrument
from domicile.law.calendar import Event, events
from domicile.law.model import Law, Obligation
from domicile.law.verdict import Outcome, Verdict
from domicile.placement.gate import PlacementChange, Standing, compare

_NEAR: frozenset[Outcome] = frozenset({"binds", "set aside", "would bind if"})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event, the verdict before and after it, and whose placement changes with it.

    `people` is how many must move by that day, or for the end of a time to comply be at a home
    at all; None without a census. `obligations` are those that begin with it.
    """

    event: Event
    before: Outcome
    after: Outcome
    missing: tuple[str, ...]
    placements: tuple[PlacementChange, ...]
    obligations: tuple[Obligation, ...]
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The days ahead in order, and what laws that bind ask at all times, as (law, obligation)."""

    entries: tuple[Entry, ...]
    standing: tuple[tuple[str, Obligation], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """Whose calendar it is: the laws and papers, where data lies, and what is decided on a day.

    `counts` has the people of each label, when they were counted.
    """

    laws: tuple[Law, ...]
    instruments: tuple[Instrument, ...]
    places: frozenset[str]
    decide: Callable[[date], Standing]
    counts: Mapping[str | None, int] | None = None


def outlook(horizon: Horizon, first: date, last: date | None = None) -> Outlook:
    """What happens from `first` to `last`, both included; without `last` as far as packs know."""
    decide = cache(horizon.decide)
    found = events(horizon.laws, horizon.instruments, first, last)
    entries = (_entry(horizon, decide, event) for event in found)
    return Outlook(
        entries=tuple(entry for entry in entries if entry is not None),
        standing=tuple(_standing(decide(first).verdicts)),
    )


def _entry(horizon: Horizon, decide: Callable[[date], Standing], event: Event) -> Entry | None:
    """The event with its meaning; None when it means nothing to the service."""
    before, after = decide(event.day - _DAY), decide(event.day)
    old, new = _verdict(before, event.law), _verdict(after, event.law)
    if not _concerns(horizon, event, old, new):
        return None
    turns = event.kind in {"text", "adequacy", "instrument"}
    changed = [p for p in compare(before, after).placements if event.law in p.laws] if turns else []
    return Entry(
        event=event,
        before=_outcome(old),
        after=_outcome(new),
        missing=new.missing if new and new.outcome == "would bind if" else (),
        placements=tuple(changed),
        obligations=_new_obligations(old, new) if event.kind == "text" else (),
        people=_people(horizon.counts, event, changed, after),
    )


def _concerns(horizon: Horizon, event: Event, old: Verdict | None, new: Verdict | None) -> bool:
    around = {_outcome(old), _outcome(new)}
    match event.kind:
        case "text":
            return bool(around & _NEAR)
        case "instrument":
            return True
        case "adequacy":
            return "binds" in around and bool(event.to & horizon.places)
        case "comply-by" | "obligation" | "penalty":
            return _outcome(new) == "binds"


def _new_obligations(old: Verdict | None, new: Verdict | None) -> tuple[Obligation, ...]:
    had = {each.text for each in old.obligations} if old else set[str]()
    return tuple(each for each in new.obligations if each.text not in had) if new else ()


def _people(
    counts: Mapping[str | None, int] | None,
    event: Event,
    changed: Iterable[PlacementChange],
    after: Standing,
) -> int | None:
    """How many people must be at a home, or at another one, by the day of the event."""
    if counts is None:
        return None
    away = {label: place for label, place in after.placements.items() if place.mode != "hub"}
    if event.kind == "comply-by":
        labels = [
            label
            for label, placement in away.items()
            if event.law in {law for law, _ in placement.duties}
        ]
    else:
        labels = [label for each in changed if each.moves for label in each.jurisdictions]
    return sum(counts.get(label, 0) for label in labels if label in away)


def _standing(verdicts: Iterable[Verdict]) -> Iterator[tuple[str, Obligation]]:
    """What the laws that bind ask without a date, each once."""
    found = ((v.law, each) for v in verdicts for each in v.obligations if each.by is None)
    yield from dict.fromkeys(found)


def _verdict(standing: Standing, law: str) -> Verdict | None:
    return next((v for v in standing.verdicts if v.law == law), None)


def _outcome(verdict: Verdict | None) -> Outcome:
    return verdict.outcome if verdict else "not in force"
