"""Where a needle may be: a sampling filter over windows of bytes, built once, asked per block.

Every needle has a *core*: the needle itself, or the up to 24 bytes of it that are rarest. The
text is looked at only at every fourth byte. Wherever a core stands, one of its windows begins at
such a byte, for each of the four ways to stand; the rarest window of each way is what the filter
knows. A window that passes leads to the places where its cores would begin, and a hash of the
whole core there decides. What remains is compared byte for byte by the matcher.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domicile.forensics.needles import Bytes, Needles, Numbers

Places = NDArray[np.int64]
Hashes = NDArray[np.uint64]

STRIDE = 4
#: Bytes of a window: the shortest needle that has one for each way to stand, the longest core.
_SIZES = {4: (7, 10), 8: (11, 18), 16: (19, 24)}
_WORD = 8
_SKETCH_BITS = 20
_TABLE_BITS = (14, 22)
FACTORS = tuple(np.uint32(k) for k in (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F))
_K = tuple(np.uint64(k) for k in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_AGAIN = np.uint32(0xC2B2AE35)
_MIX = np.uint64(0x9FB21C651E98DF25)
_BACKGROUND_WEIGHT = 4


@dataclass(frozen=True, slots=True)
class Ways:
    """The filter of the needles whose windows have `window` bytes: 4, 8 or 16.

    Attributes:
        table: uint8[2**bits], a Bloom filter of the windows: a byte per hash, a bit per low bits.
        second: another one, of another hash, for what passes the first.
        places: uint32[2**n], a hash table: tag << 16 | offset in the core << 8 | its length.
        core_table: as `table`, of the hashes of whole cores.
        core_hashes, core_needles: sorted hashes of whole cores, and whose they are.
        core_starts: where each bucket of them begins.
    """

    window: int
    bits: int
    table: Bytes
    second: Bytes
    places: Numbers
    core_table: Bytes
    core_hashes: Hashes
    core_needles: NDArray[np.int64]
    core_starts: NDArray[np.int64]

    def likely(self, hashes: Numbers) -> Places:
        """Which of the hashes pass the second filter too."""
        again = hashes * _AGAIN
        at = (again >> np.uint32(32 - self.bits)).astype(np.int64)
        bit = (again & np.uint32(7)).astype(np.uint8)
        return np.flatnonzero(self.second[at] >> bit & np.uint8(1))

    def window_pairs(self, hashes: Numbers) -> Iterator[tuple[Places, NDArray[np.uint16]]]:
        """Which of the hashes are windows, each time with a place of it in a core."""
        at, tag = _home(hashes, len(self.places))
        which = np.arange(len(hashes))
        while len(which):
            cell = self.places[at]
            taken = cell != 0
            which, at, cell, tag = which[taken], at[taken], cell[taken], tag[taken]
            same = cell >> np.uint32(16) == tag
            yield which[same], cell[same].astype(np.uint16)
            at = at + 1 & len(self.places) - 1

    def core_pairs(self, hashes: Hashes) -> Iterator[tuple[Places, Places]]:
        """Which of the hashes are cores, each time with a needle."""
        at = (hashes >> np.uint64(64 - _bits_of(self.core_table))).astype(np.int64)
        bit = (hashes & np.uint64(7)).astype(np.uint8)
        likely = np.flatnonzero(self.core_table[at] >> bit & np.uint8(1))
        number = (hashes[likely] >> np.uint64(64 - _bits_of(self.core_starts))).astype(np.int64)
        at, end = self.core_starts[number], self.core_starts[number + 1]
        while len(likely):
            there = at < end
            likely, at, end = likely[there], at[there], end[there]
            same = self.core_hashes[at] == hashes[likely]
            yield likely[same], self.core_needles[at[same]]
            at = at + 1


def build(needles: Needles, background: Bytes) -> tuple[tuple[Ways, ...], Places]:
    """The filters, and where in each needle its core begins.

    Args:
        needles: what to look for.
        background: a sample of the text; windows that are frequent there are avoided.
    """
    core_at = np.zeros(len(needles), np.int64)
    every = np.arange(len(needles), dtype=np.int64)
    built: list[Ways] = []
    left = np.ones(len(needles), np.bool_)
    for window, (shortest, _) in sorted(_SIZES.items(), reverse=True):
        chosen = left & (needles.length >= shortest)
        left &= ~chosen
        if chosen.any():
            built.append(_build(needles, every[chosen], window, background, core_at))
    return tuple(built), core_at


def core_hash(text: NDArray[np.uint64], begins: Places, lengths: Places, window: int) -> Hashes:
    """A hash of `lengths` bytes from `begins` on.

    Args:
        text: the words at every byte of the text, overlapping: uint64, or uint32 for window 4.
    """
    last = lengths - min(window, _WORD)
    value = lengths.astype(np.uint64) * _MIX
    for factor, at in zip(_K, (begins, begins + last // 2, begins + last), strict=True):
        value ^= text[at].astype(np.uint64)
        value *= factor
        value ^= value >> np.uint64(29)
    return value


def words(text: Bytes, window: int) -> NDArray[np.uint64]:
    """The text's words at every byte, overlapping, without a copy."""
    kind = np.dtype("<u4" if window < _WORD else "<u8")
    count = max(0, len(text) - kind.itemsize + 1)
    return np.ndarray((count,), dtype=kind, buffer=text.data, strides=(1,))


def window_hash(parts: Sequence[Numbers]) -> Numbers:
    """The hash of windows, given as arrays: their first four bytes, their next four, ..."""
    hashes = parts[0] * FACTORS[0]
    for part, factor in zip(parts[1:], FACTORS[1:], strict=False):
        hashes += part * factor
    return hashes


def _build(
    needles: Needles, chosen: Places, window: int, background: Bytes, core_at: Places
) -> Ways:
    sketch = _sketch(needles, chosen, window, background)
    keys: list[NDArray[np.uint64]] = []
    cores = np.empty(len(chosen), np.uint64)
    done = 0
    text = words(needles.blob, window)
    for some in needles.chunks(chosen):
        core = _core_length(needles.length[some], window)
        core_at[some] = _rarest_core(needles, some, core, window, sketch)
        begins = needles.start[some] + core_at[some]
        keys.append(np.unique(_way_keys(text, begins, core, window, sketch)))
        cores[done : done + len(some)] = core_hash(text, begins, core, window)
        done += len(some)
    return _ways(window, np.unique(np.concatenate(keys)), cores, chosen)


def _sketch(needles: Needles, chosen: Places, window: int, background: Bytes) -> Numbers:
    """How often each window occurs, by the upper bits of its hash; about."""
    size = 1 << _SKETCH_BITS
    count = np.zeros(size, np.uint32)
    for skip in range(STRIDE):
        samples = background[skip : skip + (len(background) - skip) // 4 * 4].view(np.uint32)
        windows = max(0, len(samples) - window // 4 + 1)
        hashes = window_hash([samples[part : part + windows] for part in range(window // 4)])
        count += np.bincount(_slot(hashes), minlength=size).astype(np.uint32)
    count *= np.uint32(_BACKGROUND_WEIGHT)
    text = words(needles.blob, window)
    for some in needles.chunks(chosen):
        for offset, which in _offsets(needles.length[some] - window):
            hashes = _hash_at(text, needles.start[some[which]] + offset, window)
            count += np.bincount(_slot(hashes), minlength=size).astype(np.uint32)
    return count


def _core_length(length: Places, window: int) -> Places:
    """Few different lengths, for each one is a place more where a window may lead."""
    shortest, longest = _SIZES[window]
    core = np.minimum(length, longest)
    return core if window == 4 else np.maximum(core // 2 * 2, shortest)


def _rarest_core(
    needles: Needles, some: Places, core: Places, window: int, sketch: Numbers
) -> Places:
    """Where the core begins: around the needle's rarest window."""
    length = needles.length[some]
    if (length == core).all():
        return np.zeros(len(some), np.int64)
    text = words(needles.blob, window)
    best = np.full(len(some), np.iinfo(np.uint32).max, np.uint32)
    at = np.zeros(len(some), np.int64)
    for offset, which in _offsets(length - window):
        seen = sketch[_slot(_hash_at(text, needles.start[some[which]] + offset, window))]
        rarer = seen < best[which]
        best[which[rarer]] = seen[rarer]
        at[which[rarer]] = offset
    return np.clip(at - (core - window) // 2, 0, length - core)


def _way_keys(
    text: NDArray[np.uint64], begins: Places, core: Places, window: int, sketch: Numbers
) -> NDArray[np.uint64]:
    """For each of the four ways to stand, the rarest window: hash << 16 | offset << 8 | length."""
    best = np.full((STRIDE, len(begins)), np.iinfo(np.uint32).max, np.uint32)
    keys = np.zeros((STRIDE, len(begins)), np.uint64)
    for offset, which in _offsets(core - window):
        hashes = _hash_at(text, begins[which] + offset, window)
        seen = sketch[_slot(hashes)]
        way = offset % STRIDE
        rarer = (seen < best[way, which]) | (keys[way, which] == 0)
        chosen = which[rarer]
        best[way, chosen] = seen[rarer]
        keys[way, chosen] = (
            hashes[rarer].astype(np.uint64) << np.uint64(16)
            | np.uint64(offset << 8)
            | core[chosen].astype(np.uint64)
        )
    return keys.ravel()


def _ways(window: int, keys: NDArray[np.uint64], cores: Hashes, chosen: Places) -> Ways:
    hashes = (keys >> np.uint64(16)).astype(np.uint32)
    lowest, most = _TABLE_BITS
    bits = int(np.clip(len(hashes).bit_length() + 3, lowest, most))
    order = np.argsort(cores)
    cores = cores[order]
    return Ways(
        window=window,
        bits=bits,
        table=_table(hashes >> np.uint32(32 - bits), hashes, bits),
        second=_table(hashes * _AGAIN >> np.uint32(32 - bits), hashes * _AGAIN, bits),
        places=_places(hashes, keys),
        core_table=_table(cores >> np.uint64(64 - bits), cores, bits),
        core_hashes=cores,
        core_needles=chosen[order],
        core_starts=_starts(cores),
    )


def _table(at: Numbers | Hashes, hashes: Numbers | Hashes, bits: int) -> Bytes:
    table = np.zeros(1 << bits, np.uint8)
    bit = (hashes & hashes.dtype.type(7)).astype(np.uint8)
    for each in range(8):  # a fancy |= would keep only one of two bits in one byte
        table[at[bit == each].astype(np.int64)] |= np.uint8(1 << each)
    return table


def _places(hashes: Numbers, keys: NDArray[np.uint64]) -> Numbers:
    """The places of the windows in a hash table with linear probing, a third full."""
    table = np.zeros(1 << (2 * len(keys)).bit_length(), np.uint32)
    at, tag = _home(hashes, len(table))
    cell = tag << np.uint32(16) | (keys & np.uint64(0xFFFF)).astype(np.uint32)
    left = np.arange(len(keys))
    while len(left):
        free = left[table[at[left]] == 0]
        table[at[free]] = cell[free]  # of several for one cell, one stays
        left = left[table[at[left]] != cell[left]]
        at[left] = at[left] + 1 & len(table) - 1
    return table


def _home(hashes: Numbers, size: int) -> tuple[Places, Numbers]:
    """The first cell of a hash in a table of places, and the tag that tells it from others."""
    at = (hashes >> np.uint32(33 - size.bit_length())).astype(np.int64)
    return at, hashes * _AGAIN >> np.uint32(16)


def _starts(keys: Hashes) -> Places:
    """Where each bucket of the sorted keys begins, by their upper bits; one more at the end."""
    bits = max(1, len(keys).bit_length())
    bounds = np.arange(1, 1 << bits, dtype=np.uint64) << np.uint64(64 - bits)
    inner = np.searchsorted(keys, bounds)
    return np.concatenate([[0], inner, [len(keys)]], dtype=np.int64)


def _bits_of(table: NDArray[np.generic]) -> int:
    """The logarithm of a table's length, which may be one more than a power of two."""
    return len(table).bit_length() - 1


def _offsets(last: Places) -> Iterator[tuple[int, Places]]:
    """Each offset, with the needles that have a window there."""
    for offset in range(int(last.max(initial=-1)) + 1):
        yield offset, np.flatnonzero(last >= offset)


def _hash_at(text: NDArray[np.uint64], at: Places, window: int) -> Numbers:
    parts: list[Numbers] = []
    for skip in range(0, window, _WORD):
        word = text[at + skip].astype(np.uint64)
        parts += [word.astype(np.uint32), (word >> np.uint64(32)).astype(np.uint32)]
    return window_hash(parts[: window // 4])


def _slot(hashes: Numbers) -> Places:
    return (hashes >> np.uint32(32 - _SKETCH_BITS)).astype(np.int64)
