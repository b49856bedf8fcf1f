"""Ask the servers what they know of rows by their keys, and hold rows still meanwhile."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from domicile.evidence import by_key
from domicile.evidence.facts import Columns, Known, RowFact
from domicile.evidence.model import Key
from domicile.evidence.servers import Link, Places
from domicile.residence.fragments import Fragments


def batched(keys: Iterable[Key], size: int) -> Iterator[list[Key]]:
    """The keys in lists of at most that many."""
    source = iter(keys)
    while some := list(islice(source, size)):
        yield some


def columns_of(f: Fragments) -> Columns:
    """The personal columns of a table that hold values of their own."""
    written = f.mapped.written
    return Columns(
        names=tuple(column.name for column in written),
        required=frozenset(column.name for column in written if column.not_null),
    )


def parameters(places: Places, keys: Sequence[Key]) -> dict[str, object]:
    """What the statements of `by_key` want."""
    return {
        "keys": json.dumps(keys, ensure_ascii=False),
        "salt": places.salt,
        "homes": sorted(places.config.homes),
    }


def hold(hub: Link, f: Fragments, params: dict[str, object]) -> set[int]:
    """Lock these rows and their subjects, in the transaction that is open; who could not be.

    The numbers are places in the list of keys. Nobody writes or moves the others until the
    transaction ends. A row that is not there is not held.
    """
    held = {int(row[0]) - 1 for row in hub.rows(by_key.lock_owners(f), params)}
    locked = {int(row[0]) - 1 for row in hub.rows(by_key.lock_rows(f), params)}
    there = {int(row[0]) - 1 for row in hub.rows(by_key.in_hub(f), params) if row[1]}
    return held | (there - locked)


def ask(
    places: Places, f: Fragments, keys: Sequence[Key], also: Collection[str] = ()
) -> list[Known]:
    """What is known of each key, of the hub first and then of the homes that it names.

    In this order, for what a home has forgotten since the hub was asked is no stray.

    Args:
        also: countries whose homes are asked about every key.
    """
    params = parameters(places, keys)
    found: list[Known] = []
    for row in sorted(places.hub.rows(by_key.in_hub(f), params), key=lambda row: row[0]):
        number, here, home, mirrored, purged, filled, digests = row
        found.append(
            Known(
                key=keys[int(number) - 1],
                hub=_fact(filled, digests) if here else None,
                home=home if here else None,
                mirrored=here and mirrored,
                purged=frozenset(purged),
                at_homes={},
            )
        )
    for country in places.up():
        wanted = [each for each in found if country in also or each.home == country]
        if wanted:
            with places.unless_down():
                _ask_home(places, f, country, wanted)
    return found


def _ask_home(places: Places, f: Fragments, country: str, wanted: list[Known]) -> None:
    params = parameters(places, [each.key for each in wanted])
    rows = places.home(country).rows(by_key.at_home(f), params)
    there = {int(row[0]) - 1: _fact(row[1], row[2]) for row in rows}
    for number, each in enumerate(wanted):
        each.at_homes[country] = there.get(number)


def _fact(filled: Sequence[bool], digests: Sequence[bytes | None]) -> RowFact:
    return RowFact(
        filled=tuple(filled),
        digests=tuple(None if each is None else bytes(each) for each in digests),
    )
