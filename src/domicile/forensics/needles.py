"""The values to look for, packed: one block of bytes and a few arrays, never a list of texts.

A needle is what PostgreSQL would write for one value in one form. Needles live in this
process's memory alone; nothing here prints, logs or stores one (I7).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.uint32]

#: Needles are 7 to 64 bytes long: less cannot be told from noise, more is cut into pieces.
SHORTEST = 7
LONGEST = 64


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Source:
    """Where a needle's value is from, and the form that it is looked for in.

    `text` is true for a form that a longer word may contain by chance: its neighbours count.
    """

    table: str
    column: str
    home: str
    form: str
    text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Needles:
    """Packed needles.

    Attributes:
        blob: uint8, all needles one after the other, then LONGEST zeros.
        start: int64[n], where each begins in `blob`.
        length: int64[n], 7 to 64.
        source: uint16[n], index into `sources`.
    """

    blob: Bytes
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    source: NDArray[np.uint16]
    sources: tuple[Source, ...]

    def __len__(self) -> int:
        return len(self.start)

    def chunks(self, chosen: NDArray[np.int64], size: int = 1 << 15) -> Iterator[NDArray[np.int64]]:
        """The chosen needles' numbers, some at a time."""
        for at in range(0, len(chosen), size):
            yield chosen[at : at + size]


@dataclass(slots=True)
class NeedleBuilder:
    """Collects needles, each once."""

    sources: list[Source] = field(default_factory=list[Source])
    _blob: bytearray = field(default_factory=bytearray)
    _length: array[int] = field(default_factory=lambda: array("B"))
    _source: array[int] = field(default_factory=lambda: array("H"))
    _digest: array[int] = field(default_factory=lambda: array("q"))
    _number: dict[Source, int] = field(default_factory=dict[Source, int])

    def __len__(self) -> int:
        return len(self._length)

    def number(self, source: Source) -> int:
        """The source's number, given to `add`."""
        if source not in self._number:
            self._number[source] = len(self.sources)
            self.sources.append(source)
        return self._number[source]

    def add(self, number: int, needle: bytes) -> None:
        """Keep a needle of 7 to 64 bytes."""
        self._blob += needle
        self._length.append(len(needle))
        self._source.append(number)
        # Python's hash is keyed anew in every process: it says nothing about the value elsewhere.
        self._digest.append(hash(needle))

    def extend(self, number: int, needles: Iterable[bytes]) -> None:
        """Keep several needles of one source."""
        for needle in needles:
            self.add(number, needle)

    def build(self) -> Needles:
        """The needles, those that occur twice only once; the builder is empty afterwards."""
        digest = np.array(self._digest, dtype=np.int64)
        length = np.array(self._length, dtype=np.int64)
        source = np.array(self._source, dtype=np.uint16)
        self._blob += bytes(LONGEST)
        blob = np.frombuffer(bytes(self._blob), dtype=np.uint8)
        start = np.cumsum(length) - length
        kept = np.sort(np.unique(digest, return_index=True)[1])
        self._blob.clear()
        for numbers in (self._length, self._source, self._digest):
            del numbers[:]
        return Needles(
            blob=blob,
            start=start[kept],
            length=length[kept],
            source=source[kept],
            sources=tuple(self.sources),
        )
