"""Pages of heaps as arrays: line pointers, tuples, TOAST chunks. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domicile.forensics.filters import Places
from domicile.forensics.needles import Bytes

PAGE = 8192
_HEADER = 24
_LAYOUT = PAGE | 4  # size and version of the page layout
_NORMAL = 1
TUPLE_HEADER = 23
_ATTRIBUTES = 0x07FF


@dataclass(frozen=True, slots=True)
class Tuples:
    """The tuples of some pages that line pointers still lead to, dead ones included.

    Attributes:
        at: int64[n], where each begins in the text.
        length: int64[n], its bytes.
        data: int64[n], where its values begin in the text.
        attributes: int64[n], how many columns it was written with.
        has_nulls: bool[n], whether a bitmap of NULLs follows the header.
    """

    at: Places
    length: Places
    data: Places
    attributes: Places
    has_nulls: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.at)


def tuples(text: Bytes) -> Tuples:
    """The tuples of whole pages; what does not look like a page of a heap gives none."""
    pages = text[: len(text) // PAGE * PAGE].reshape(-1, PAGE)
    head = np.ascontiguousarray(pages[:, :_HEADER]).view(np.uint16).astype(np.int64)
    lower, upper, special, layout = head[:, 6], head[:, 7], head[:, 8], head[:, 9]
    sound = (layout == _LAYOUT) & (lower >= _HEADER) & (lower <= upper)
    sound &= (upper <= special) & (special <= PAGE)
    count = np.where(sound, (lower - _HEADER) // 4, 0)
    page = np.repeat(np.arange(len(pages), dtype=np.int64), count)
    number = np.arange(count.sum(), dtype=np.int64) - np.repeat(np.cumsum(count) - count, count)
    pointer = gather(text, page * PAGE + _HEADER + 4 * number, 4).view(np.uint32).ravel()
    begins, length = (pointer & 0x7FFF).astype(np.int64), (pointer >> 17).astype(np.int64)
    good = ((pointer >> 15) & 3 == _NORMAL) & (begins + length <= PAGE) & (length > TUPLE_HEADER)
    good &= begins >= _HEADER
    return _opened(text, (page * PAGE + begins)[good], length[good])


def _opened(text: Bytes, at: Places, length: Places) -> Tuples:
    hoff = text[at + 22].astype(np.int64)
    good = (hoff >= TUPLE_HEADER) & (hoff <= length) & (hoff % 8 == 0)
    at, length, hoff = at[good], length[good], hoff[good]
    masks = gather(text, at + 18, 4).view(np.uint16)
    return Tuples(
        at=at,
        length=length,
        data=at + hoff,
        attributes=(masks[:, 0] & _ATTRIBUTES).astype(np.int64),
        has_nulls=masks[:, 1] & 1 == 1,
    )


def chunk_tuples(text: Bytes) -> tuple[Places, Places, Places, Places]:
    """TOAST chunks among the tuples of some pages: value id, number, and where the data is.

    A chunk looks like no other tuple: three columns without NULLs, and a third one that fills
    the rest exactly.
    """
    found = tuples(text)
    chosen = (found.attributes == 3) & ~found.has_nulls & (found.data - found.at == 24)
    data, rest = found.data[chosen], (found.length - (found.data - found.at))[chosen]
    data, rest = data[rest > 12], rest[rest > 12]
    fields = gather(text, data, 12).view(np.uint32)
    exact = (fields[:, 2] & 3 == 0) & ((fields[:, 2] >> 2).astype(np.int64) == rest - 8)
    data, fields, rest = data[exact], fields[exact], rest[exact]
    return (
        fields[:, 0].astype(np.int64),
        fields[:, 1].astype(np.int64),
        data + 12,
        rest - 12,
    )


def gather(text: Bytes, at: Places, count: int) -> Bytes:
    """uint8[n, count]: the bytes from each place on; the text's end is repeated."""
    return text[np.minimum(at[:, None] + np.arange(count), len(text) - 1)]
