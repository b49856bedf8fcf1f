"""The matcher finds what `bytes.find` finds, wherever it stands, and nothing else."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from domicile.forensics.matcher import Matcher
from domicile.forensics.needles import NeedleBuilder, Needles, Source

_SOURCE = Source(table="t", column="c", home="RU", form="text", text=True)
_NOTHING = np.empty(0, np.uint8)


def _needles(values: list[bytes]) -> Needles:
    builder = NeedleBuilder()
    builder.extend(builder.number(_SOURCE), values)
    return builder.build()


def _found(needles: Needles, text: bytes, background: bytes = b"") -> set[tuple[int, bytes]]:
    matcher = Matcher.of(needles, np.frombuffer(background, np.uint8))
    at, numbers = matcher.search(np.frombuffer(text, np.uint8))
    pairs = list(zip(at.tolist(), numbers.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    return {(position, _value(needles, number)) for position, number in pairs}


def _value(needles: Needles, number: int) -> bytes:
    start = needles.start[number]
    return needles.blob[start : start + needles.length[number]].tobytes()


def _naive(values: list[bytes], text: bytes) -> set[tuple[int, bytes]]:
    found: set[tuple[int, bytes]] = set()
    for value in values:
        at = text.find(value)
        while at >= 0:
            found.add((at, value))
            at = text.find(value, at + 1)
    return found


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_it_finds_what_a_naive_search_finds(data: st.DataObject) -> None:
    """Few letters, so that values overlap, repeat, and begin like one another."""
    letters = st.sampled_from(b"ab@0")
    value = st.lists(letters, min_size=7, max_size=64).map(bytes)
    values = data.draw(st.lists(value, min_size=1, max_size=12, unique=True))
    values += [2 * value for value in values if len(value) < 33 and 2 * value not in values]
    pieces = st.one_of(st.sampled_from(values), st.lists(letters, max_size=9).map(bytes))
    text = b"".join(data.draw(st.lists(pieces, max_size=30)))

    assert _naive(values, text) == _found(_needles(values), text, text[:50])


def test_every_length_is_found_at_every_place() -> None:
    """7 to 64 bytes, at all alignments, at the beginning and at the end of the text."""
    rng = random.Random(1)
    values = [rng.randbytes(length) for length in range(7, 65)]
    needles = _needles(values)
    for gap in range(9):
        text = b"\1" * gap + (b"\2" * gap).join(values)
        assert _naive(values, text) == _found(needles, text)


def test_many_values_that_resemble_each_other_and_the_text() -> None:
    """Numbers in a frame that the text is full of: no window of the frame tells them apart."""
    rng = random.Random(2)
    values = [b"person%d@example.org" % number for number in range(1000, 9000)]
    values += [b"+7 900 %07d" % rng.randrange(10**7) for _ in range(2000)]
    values = sorted(set(values))
    lines = [b"person%d@example.org,+7 900 %07d\n" % (n, n) for n in range(500, 1500)]
    text = b"".join(lines)

    assert len(_naive(values[:0], text)) == 0
    found = _found(_needles(values), text, text[:4096])
    assert {value for _, value in found} >= {b"person%d@example.org" % n for n in range(1000, 1500)}
    assert all(text[at : at + len(value)] == value for at, value in found)


def test_a_value_that_occurs_twice_is_one_needle() -> None:
    """Two columns may hold the same value."""
    assert len(_needles([b"same value", b"same value", b"other value"])) == 2
