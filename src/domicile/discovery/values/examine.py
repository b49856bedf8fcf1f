"""Run the detectors over a column's values. The one door of this package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from domicile.discovery.model import Kind, Match
from domicile.discovery.values import (
    birth,
    contact,
    identifiers,
    money,
    names,
    network,
    places,
    secrets,
    vocabulary,
)
from domicile.discovery.values.detector import ENOUGH, SEEN, TEXTUAL, Detector, Look, chance
from domicile.discovery.values.identifiers import candidates
from domicile.discovery.values.nested import Leaf, holds_json, leaves
from domicile.discovery.values.prose import written_inside

MOST = 200
"""Distinct values that are tested at most."""
LONGEST = 4096
"""Characters of a value that are read."""

_PROBE = 24
_MEASURED = 64
_NESTED: frozenset[Kind] = frozenset({"json", "array", "hstore", "xml"})
_NOUNS = (contact, network, money, identifiers, secrets, names, birth, places, vocabulary)
#: What people write where they have nothing to write.
_NOTHING = frozenset({
    "", "-", "--", "---", ".", "..", "?", "??", "n/a", "na", "n.a.", "none", "null", "nil", "nan",
    "unknown", "not available", "tbd", "нет", "н/д", "неизвестно", "无", "未知", "k.a.", "keine",
    "ninguno", "nenhum", "aucun", "(null)", "undefined", "*", "_", "0", "x", "xx", "xxx",
})  # fmt: skip


def examine(values: Sequence[str], kind: Kind) -> tuple[Match, ...]:
    """What the values of one column say it holds, the most telling first.

    Args:
        values: distinct non-null values in their text form; beyond 200 they are thinned out
            evenly, beyond 4,096 characters they are cut.
        kind: how the column stores them.

    Returns:
        at most one `Match` per detector and path. A plain value's path is empty; leaves of JSON,
        arrays, hstore and XML have `unfold`'s path; what is written inside a longer text has
        "$text". A `Match` with no category says that the values are something that is nobody's.
        Never raises, whatever the text.
    """
    texts = _texts(values)
    if kind in _NESTED or (kind == "text" and holds_json(texts)):
        found = _nested(texts, kind)
    else:
        found = _plain(texts, kind)
    return tuple(sorted(found, key=lambda m: (m.path, m.chance - m.rate, m.detector)))


def unfold(values: Sequence[str], kind: Kind) -> dict[str, tuple[str, ...]]:
    """The leaves of JSON, arrays, hstore, XML, and of text that holds JSON.

    Args:
        values: distinct non-null values in PostgreSQL's text form, whole or cut off.
        kind: how the column stores them.

    Returns:
        the distinct leaves of each path (`$.contact.email`, `$.phones[*]`), paths in order of
        their first appearance, at most 60 of them. Names that are data themselves (the keys of a
        map from people to things) are never in a path: `$.owners.*` has the values of such a
        map, `$.owners.*~` its keys. Other kinds have no leaves.
    """
    texts = _texts(values)
    if kind in _NESTED or (kind == "text" and holds_json(texts)):
        return {path: leaf.values for path, leaf in leaves(texts, kind).items()}
    return {}


def _texts(values: Sequence[str]) -> tuple[str, ...]:
    """At most 200 values that say something, from all over the sample."""
    step = max(1, -(-len(values) // MOST))
    cut = (value[:LONGEST].strip() for value in values[::step])
    return tuple(dict.fromkeys(value for value in cut if value.lower() not in _NOTHING))[:MOST]


def _nested(texts: tuple[str, ...], kind: Kind) -> Iterator[Match]:
    for path, leaf in leaves(texts, kind).items():
        yield from (_at(path, match) for match in _leaf(leaf))


def _leaf(leaf: Leaf) -> Iterable[Match]:
    return _plain(_texts(leaf.values), leaf.kind)


def _at(path: str, match: Match) -> Match:
    return Match(
        detector=match.detector,
        category=match.category,
        matched=match.matched,
        of=match.of,
        chance=match.chance,
        path=f"{path} {match.path}".rstrip(),
    )


def _plain(texts: tuple[str, ...], kind: Kind) -> Iterator[Match]:
    if not texts:
        return
    probe, rest = _split(texts)
    look = Look(values=tuple(text[:SEEN] for text in probe), kind=kind)
    for detector in _detectors_of(kind):
        if detector.when(look):
            yield from _try(detector, probe, rest)
    for detector in candidates(look):
        yield from _try(detector, probe, rest)
    if kind in TEXTUAL:
        yield from written_inside(texts)


@cache
def _detectors_of(kind: Kind) -> tuple[Detector, ...]:
    return tuple(one for noun in _NOUNS for one in noun.DETECTORS if kind in one.kinds)


def _split(texts: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A probe from all over the values (they may be sorted), and the others."""
    step = max(1, len(texts) // _PROBE)
    chosen = range(0, step * _PROBE, step)
    probe = texts[: step * _PROBE : step]
    return probe, tuple(text for n, text in enumerate(texts) if n not in chosen)


def _try(detector: Detector, probe: tuple[str, ...], rest: tuple[str, ...]) -> Iterator[Match]:
    if detector.whole:
        tested, matched = probe + rest, detector.count(probe + rest)
    else:
        tested, matched = probe, detector.count(probe)
        if rest and matched >= ENOUGH * len(probe):
            more = rest[: max(0, detector.most - len(probe))]
            tested, matched = probe + more, matched + detector.count(more)
    if not matched or matched < detector.least * len(tested):
        return
    by_chance = round(chance(detector, tested[:_MEASURED]), 3)
    # What other values pass as well says nothing.
    if matched / len(tested) > by_chance:
        yield Match(
            detector=detector.name,
            category=detector.category,
            matched=matched,
            of=len(tested),
            chance=by_chance,
        )
