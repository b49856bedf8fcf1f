"""Compressed values inside pages and WAL: found by the look of their headers, proved by undoing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import lz4.block as lz4  # pyright: ignore[reportMissingTypeStubs]  # it has none
import numpy as np
from numpy.typing import NDArray

from domicile.forensics.filters import Places
from domicile.forensics.needles import Bytes
from domicile.forensics.pglz import BadCompression, decompress, plausible

PGLZ, LZ4 = 0, 1
_unlz4 = cast("Callable[..., bytes]", lz4.decompress)  # pyright: ignore[reportUnknownMemberType]
_LZ4Error = cast("type[Exception]", lz4.LZ4BlockError)  # pyright: ignore[reportUnknownMemberType]
#: A value's own compressed form is smaller than a page, and opens with two words of four bytes.
_LENGTH_BITS = np.uint32(0xFFFE0003)
_COMPRESSED = np.uint32(0x2)
_HEADER = 8
_SMALLEST = 12
_SMALLEST_ORIGINAL = 64  # a row of 2 kB that is compressed begins with its largest value
_PIECE = 1 << 14  # words whose copies stay in the cache
_SIZE_BITS = 0x3FFFFFFF
_MOST_TIMES = 300  # no method makes a value smaller by more than that


def undo(method: int, data: bytes, size: int) -> bytes | None:
    """The original of `size` bytes, or None when this is no such compression."""
    try:
        if method == PGLZ:
            return decompress(data, size)
        if method == LZ4:
            return _unlz4(data, uncompressed_size=size)
    except (BadCompression, _LZ4Error):
        return None
    return None


def values(text: Bytes, *, aligned: bool, after: int = 0) -> Iterator[tuple[int, bytes]]:
    """Each compressed value in the text: where its header stands, and the original.

    Args:
        text: pages from their beginning on, or a stretch of WAL.
        aligned: headers stand at multiples of four bytes, as on pages.
        after: leave out what ends there or before: it was seen in the stretch before.
    """
    for skip in (0,) if aligned else range(4):
        shifted = text[skip:] if skip == 0 else text[skip:].copy()
        words = shifted[: len(shifted) // 4 * 4].view(np.uint32)
        at = _headers(words)
        ends = at * 4 + (words[at] >> np.uint32(2))
        fits = (ends <= len(shifted)) & (ends + skip > after)
        at, ends = at[fits], ends[fits]
        is_pglz = words[at + 1] >> np.uint32(30) == PGLZ
        likely = ~is_pglz
        likely[is_pglz] = plausible(shifted, at[is_pglz] * 4 + _HEADER, ends[is_pglz])
        for word, end in zip(at[likely].tolist(), ends[likely].tolist(), strict=True):
            info = int(words[word + 1])
            data = shifted[word * 4 + _HEADER : end].tobytes()
            original = undo(info >> 30, data, info & _SIZE_BITS)
            if original is not None:
                yield skip + word * 4, original


def external(data: bytes) -> bytes | None:
    """The original of a value that lies in TOAST, if it was compressed there."""
    if len(data) < _SMALLEST:
        return None
    info = int.from_bytes(data[:4], "little")
    size = info & _SIZE_BITS
    if not len(data) - 4 <= size <= len(data) * _MOST_TIMES:
        return None
    return undo(info >> 30, data[4:], size)


def _headers(words: NDArray[np.uint32]) -> Places:
    """Which two words in a row look like the header of a compressed value."""
    found = [
        np.flatnonzero((words[first : first + _PIECE] & _LENGTH_BITS) == _COMPRESSED) + first
        for first in range(0, len(words) - 1, _PIECE)
    ]
    at = np.concatenate([*found, np.empty(0, np.int64)])
    at = at[at < len(words) - 1]
    length, info = words[at] >> np.uint32(2), words[at + 1]
    packed, size = length - np.uint32(_HEADER), info & np.uint32(_SIZE_BITS)
    method = info >> np.uint32(30)
    likely = (length >= _SMALLEST) & (method <= LZ4) & (size >= _SMALLEST_ORIGINAL)
    # pglz gives up unless it saves a quarter, and the first thing that it writes is a literal.
    third = words[np.minimum(at + 2, len(words) - 1)]
    enough = (packed <= size - (size >> np.uint32(2))) & (third & np.uint32(1) == 0)
    likely &= (packed < size) & (size <= length * np.uint32(_MOST_TIMES))
    return at[likely & ((method != PGLZ) | enough)]
