"""Find many needles in a block of bytes, exactly, at the speed of a sequential read."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from domicile.forensics.filters import (
    FACTORS,
    STRIDE,
    Places,
    Ways,
    build,
    core_hash,
    words,
)
from domicile.forensics.needles import Bytes, Needles, Numbers

_PIECE = 1 << 18  # bytes that are filtered at once: their samples stay in the cache
_MOST = 1 << 16  # candidates that are judged at once
_NOTHING = np.empty(0, np.int64)


@dataclass(slots=True)
class Scratch:
    """Arrays that the filter reuses: allocating them for each piece would cost more than it."""

    size: int = 0
    hashes: Numbers = field(default_factory=lambda: np.empty(0, np.uint32))
    other: Numbers = field(default_factory=lambda: np.empty(0, np.uint32))
    index: Places = field(default_factory=lambda: np.empty(0, np.int64))
    bits: NDArray[np.uint8] = field(default_factory=lambda: np.empty(0, np.uint8))
    bytes: NDArray[np.uint8] = field(default_factory=lambda: np.empty(0, np.uint8))

    def sieve(self, ways: Ways, piece: Numbers) -> tuple[Places, Numbers]:
        """The indexes of samples that pass, and the hashes of all samples."""
        count = len(piece) - ways.window // STRIDE + 1
        if count > self.size:
            self._grow(count)
        hashes, index = self.hashes[:count], self.index[:count]
        _hash_into(hashes, self.other[:count], piece, ways.window)
        np.right_shift(hashes, np.uint32(32 - ways.bits), out=index, casting="unsafe")
        seen, bits = self.bytes[:count], self.bits[:count]
        ways.table.take(index, out=seen, mode="clip")
        np.bitwise_and(hashes, np.uint32(7), out=bits, casting="unsafe")
        np.left_shift(np.uint8(1), bits, out=bits)
        np.bitwise_and(seen, bits, out=seen)
        return np.flatnonzero(seen.astype(bool)), hashes

    def _grow(self, count: int) -> None:
        self.size = count
        self.hashes = np.empty(count, np.uint32)
        self.other = np.empty(count, np.uint32)
        self.index = np.empty(count, np.int64)
        self.bits = np.empty(count, np.uint8)
        self.bytes = np.empty(count, np.uint8)


def _hash_into(out: Numbers, other: Numbers, piece: Numbers, window: int) -> None:
    """As `filters.window_hash`, without allocating."""
    count = len(out)
    np.multiply(piece[:count], FACTORS[0], out=out)
    for part in range(1, window // STRIDE):
        np.multiply(piece[part : part + count], FACTORS[part], out=other)
        np.add(out, other, out=out)


@dataclass(slots=True)
class Matcher:
    """Looks for the needles, each occurrence once. `passed` counts what the filter let through."""

    needles: Needles
    ways: tuple[Ways, ...]
    core_at: Places
    passed: int = 0
    _scratch: Scratch = field(default_factory=Scratch)

    @classmethod
    def of(cls, needles: Needles, background: Bytes) -> Matcher:
        """A matcher; `background` is a sample of the text that it will meet."""
        ways, core_at = build(needles, background)
        return cls(needles, ways, core_at)

    def search(self, text: Bytes) -> tuple[Places, Places]:
        """Where needles are: positions in the text, and the needles' numbers, by position.

        Args:
            text: contiguous, and best aligned to 4 bytes.
        """
        found: list[tuple[Places, Places]] = []
        samples = text[: len(text) // STRIDE * STRIDE].view(np.uint32)
        for ways in self.ways:
            at, hashes = self._sieve(ways, samples)
            likely = ways.likely(hashes)
            at, hashes = at[likely], hashes[likely]
            self.passed += len(at)
            for first in range(0, len(at), _MOST):
                some = slice(first, first + _MOST)
                found += self._judge(ways, text, at[some], hashes[some])
        if not found:
            return _NOTHING, _NOTHING
        # Two windows may have led to the same place.
        pairs = np.unique(np.concatenate([np.stack(each) for each in found], axis=1), axis=1)
        return pairs[0], pairs[1]

    def _sieve(self, ways: Ways, samples: Numbers) -> tuple[Places, Numbers]:
        """The places of windows that may be a needle's, and their hashes."""
        reach = ways.window // STRIDE
        at: list[Places] = []
        hashes: list[Numbers] = []
        step = _PIECE // STRIDE
        for first in range(0, len(samples) - reach + 1, step):
            piece = samples[first : first + step + reach - 1]
            here, hashed = self._scratch.sieve(ways, piece)
            if len(here):
                at.append((here + first) * STRIDE)
                hashes.append(hashed[here])
        if not at:
            return _NOTHING, np.empty(0, np.uint32)
        return np.concatenate(at), np.concatenate(hashes)

    def _judge(
        self, ways: Ways, text: Bytes, at: Places, hashes: Numbers
    ) -> list[tuple[Places, Places]]:
        found: list[tuple[Places, Places]] = []
        overlapping = words(text, ways.window)
        for which, place in ways.window_pairs(hashes):
            begins = at[which] - (place >> np.uint16(8)).astype(np.int64)
            lengths = (place & np.uint16(0xFF)).astype(np.int64)
            inside = (begins >= 0) & (begins + lengths <= len(text))
            begins, lengths = begins[inside], lengths[inside]
            for cores, numbers in ways.core_pairs(
                core_hash(overlapping, begins, lengths, ways.window)
            ):
                found.append(self._compare(text, begins[cores], numbers))
        return found

    def _compare(self, text: Bytes, cores: Places, numbers: Places) -> tuple[Places, Places]:
        """Those that are there, byte for byte."""
        begins = cores - self.core_at[numbers]
        lengths = self.needles.length[numbers]
        inside = (begins >= 0) & (begins + lengths <= len(text))
        begins, numbers, lengths = begins[inside], numbers[inside], lengths[inside]
        if not len(begins):
            return _NOTHING, _NOTHING
        width = np.arange(int(lengths.max()))
        there = text[np.minimum(begins[:, None] + width, len(text) - 1)]
        wanted = self.needles.blob[self.needles.start[numbers][:, None] + width]
        same = np.all((there == wanted) | (width >= lengths[:, None]), axis=1)
        return begins[same], numbers[same]
