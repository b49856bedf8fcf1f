"""Values in TOAST, put together from chunks that come in any order. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from domicile.forensics.compressed import external
from domicile.forensics.needles import LONGEST, Bytes
from domicile.forensics.pages import PAGE, chunk_tuples

_MOST_HELD = 16 << 20  # bytes of values that wait for their next chunk
_MOST_CHUNKS = 2048  # of one value, about 4 MB; then its beginning is given up piece by piece


@dataclass(slots=True)
class _Value:
    offset: int
    chunks: dict[int, bytes] = field(default_factory=dict[int, bytes])


@dataclass(slots=True)
class Chunks:
    """Collects chunks of one relation, or of the WAL, and gives back whole values.

    Old and new values may have had one id; the later chunk of a number wins, and what it
    replaces has been searched as plain bytes anyway.
    """

    held: int = 0
    _values: dict[int, _Value] = field(default_factory=dict[int, _Value])

    def add_pages(self, text: Bytes, offsets: Sequence[int]) -> None:
        """Every chunk on these pages; `offsets` has where each page is in the file."""
        ids, numbers, at, length = chunk_tuples(text)
        for value, number, begins, size in zip(
            ids.tolist(), numbers.tolist(), at.tolist(), length.tolist(), strict=True
        ):
            data = text[begins : begins + size].tobytes()
            self.add(value, number, data, offsets[int(begins) // PAGE])

    def add(self, value: int, number: int, data: bytes, offset: int) -> None:
        """One chunk of a value."""
        known = self._values.setdefault(value, _Value(offset))
        self.held += len(data) - len(known.chunks.get(number, b""))
        known.chunks[number] = data

    def ready(self, *, finish: bool) -> Iterator[tuple[int, bytes]]:
        """What plain chunks do not show of values that may be read now, and where each begins.

        Args:
            finish: no chunk will follow.
        """
        if not finish and self.held < _MOST_HELD:
            return
        waiting: dict[int, _Value] = {}
        newest = next(reversed(self._values), None)
        for key, value in self._values.items():
            # The value that the last chunk belongs to may go on.
            if not finish and key == newest and len(value.chunks) < _MOST_CHUNKS:
                waiting[key] = value
                continue
            for run in _runs(value.chunks):
                for data in _hidden(run):
                    yield value.offset, data
            if not finish and key == newest:
                waiting[key] = _last_of(value)
        self._values = waiting
        self.held = sum(len(each) for value in waiting.values() for each in value.chunks.values())


def _last_of(value: _Value) -> _Value:
    """The end of a value that is too long to be held, for what crosses into its next chunk."""
    last = max(value.chunks)
    return _Value(value.offset, {last: value.chunks[last][-LONGEST:]})


def _runs(chunks: dict[int, bytes]) -> Iterator[list[bytes]]:
    """The value's chunks, once for each stretch of them without a gap."""
    numbers = np.array(sorted(chunks))
    for run in np.split(numbers, np.flatnonzero(np.diff(numbers) != 1) + 1):
        yield [chunks[number] for number in run.tolist()]


def _hidden(run: list[bytes]) -> Iterator[bytes]:
    """The original of a compressed value, or what crosses from chunk to chunk of a plain one."""
    original = external(b"".join(run))
    if original is not None:
        yield original
        return
    for one, other in pairwise(run):
        yield one[1 - LONGEST :] + other[: LONGEST - 1]
