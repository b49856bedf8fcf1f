"""Suspects are looked at again while nobody can move or write them: what is left is wrong.

What a chunk shows is no proof, for the hub and a home are not asked at the same moment: a move or
a write in flight looks like a fault. So the transactions of that moment end first, then the
suspects' rows and directory rows are locked, and both sides are asked about each key.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from domicile.evidence.facts import Known, flaws, in_hub_alone, is_stray
from domicile.evidence.known import ask, batched, columns_of, hold, parameters
from domicile.evidence.model import Key, Verification, Violation
from domicile.evidence.servers import Places, settle
from domicile.residence.fragments import Fragments

#: A key, and the home that may have a stray row of it; None when the row itself is suspect.
Suspect = tuple[Key, str | None]
#: Rows that are locked at once: their writers wait for two or three round trips.
_AT_ONCE = 200
PATIENCE_S = 3.0
_PAUSE_S = 0.05


def judge(
    places: Places,
    f: Fragments,
    suspects: set[Suspect],
    result: Verification,
    patience_s: float = PATIENCE_S,
) -> None:
    """Add to the result what is wrong with the suspects, and count who could not be judged."""
    wanted: dict[Key, set[str | None]] = {}
    for key, country in suspects:
        wanted.setdefault(key, set()).add(country)
    left = _not_plain(places, f, wanted, result)
    if not left:
        return
    settled = settle(places.hub, patience_s)
    for keys in batched(sorted(left), _AT_ONCE):
        for known, free in _looked_at(places, f, keys, wanted, patience_s):
            if not free or (not settled and _in_flight(known, wanted[known.key])):
                result.waiting += 1
            for violation in _violations(f, known, wanted[known.key], free=free, settled=settled):
                result.add(violation)


def _not_plain(
    places: Places, f: Fragments, wanted: dict[Key, set[str | None]], result: Verification
) -> list[Key]:
    """The keys that only locks can tell about.

    Of the others some are sound by now, and of some one snapshot of the hub says it all.
    """
    left: list[Key] = []
    columns = columns_of(f)
    for keys in batched(sorted(wanted), _AT_ONCE):
        also = {country for key in keys for country in wanted[key] if country is not None}
        for known in ask(places, f, keys, also):
            found = flaws(known, columns) if None in wanted[known.key] else []
            if found != in_hub_alone(found) or _is_stray_somewhere(known, wanted[known.key]):
                left.append(known.key)
                continue
            for violation in _violations(f, known, {None} if found else set(), free=True):
                result.add(violation)
    return left


def _looked_at(
    places: Places,
    f: Fragments,
    keys: list[Key],
    wanted: dict[Key, set[str | None]],
    patience_s: float,
) -> Iterator[tuple[Known, bool]]:
    """Each key with what is known of it, and whether nobody worked on it meanwhile."""
    until = time.monotonic() + patience_s
    while keys:
        also = {country for key in keys for country in wanted[key] if country is not None}
        with places.hub.transaction():
            held = hold(places.hub, f, parameters(places, keys))
            found = ask(places, f, keys, also)
        last = time.monotonic() > until
        for number, known in enumerate(found):
            if last or number not in held:
                yield known, number not in held
        if last:
            return
        keys = [keys[number] for number in sorted(held)]
        if keys:
            time.sleep(_PAUSE_S)


def _violations(
    f: Fragments, known: Known, wanted: set[str | None], *, free: bool, settled: bool = True
) -> Iterator[Violation]:
    table = str(f.mapped.name)
    if None in wanted:
        found = flaws(known, columns_of(f))
        for fault, home, columns in found if free else in_hub_alone(found):
            yield Violation(table=table, fault=fault, key=known.key, home=home, columns=columns)
    if not free or (known.hub is None and not settled):
        return
    for country in sorted(each for each in wanted if each is not None):
        if is_stray(known, country):
            yield Violation(table=table, fault="stray", key=known.key, home=country)


def _in_flight(known: Known, wanted: set[str | None]) -> bool:
    """A home's row that the hub may be about to have: a transaction still runs that may add it."""
    return known.hub is None and _is_stray_somewhere(known, wanted)


def _is_stray_somewhere(known: Known, wanted: set[str | None]) -> bool:
    return any(country is not None and is_stray(known, country) for country in wanted)
