"""Row versions of residents in a table's own pages, by their keys: no value is too short for it.

Every version that a line pointer leads to is opened, dead ones included. One that has a
resident's key and a personal column that is not NULL is a leak, whatever stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domicile.forensics.filters import Places
from domicile.forensics.needles import Bytes
from domicile.forensics.pages import TUPLE_HEADER, Tuples, gather, tuples

_ALIGN = {"c": 1, "s": 2, "i": 4, "d": 8}
_VARLENA = -1
_SHORT, _EXTERNAL, _EXTERNAL_SIZE = 1, 1, 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One column as pg_attribute has it: dropped ones too, for they lie between the others.

    `length` is attlen: bytes, or -1 for a varlena; `align` is attalign.
    """

    number: int
    name: str
    length: int
    align: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the rows of a mapped table lie on its pages.

    Attributes:
        attributes: all of them, in order.
        key: the numbers of the key's columns, in the key's order.
        personal: the numbers of the personal columns.
    """

    attributes: tuple[Attribute, ...]
    key: tuple[int, ...]
    personal: tuple[int, ...]

    def name(self, number: int) -> str:
        """The column's name."""
        return self.attributes[number - 1].name


@dataclass(frozen=True, slots=True)
class Residents:
    """The keys of a table's rows that live at homes, as sorted hashes: int64[n]."""

    hashes: NDArray[np.int64]

    @classmethod
    def of(cls, keys: Iterable[tuple[bytes, ...]]) -> Residents:
        """The keys as they lie on pages; see `key_on_page`."""
        hashes = np.fromiter((hash(key) for key in keys), np.int64)
        hashes.sort()
        return cls(hashes)

    def have(self, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which hashes of keys are residents'."""
        if not len(self.hashes):
            return np.zeros(len(keys), np.bool_)
        at = np.minimum(np.searchsorted(self.hashes, keys), len(self.hashes) - 1)
        return self.hashes[at] == keys


def key_on_page(wire: bytes, sender: str) -> bytes:
    """A key's value as it lies on a page, from its wire form.

    Numbers change their byte order; text and uuid stay. A type of another kind is compared in
    its wire form, and is not found.
    """
    swapped = {"int2send", "int4send", "int8send", "oidsend", "date_send", "cash_send"}
    if sender in swapped or sender.startswith("timestamp"):
        return wire[::-1]
    return wire


def versions(text: Bytes, layout: Layout, residents: Residents) -> Iterator[tuple[int, int]]:
    """(where the row version begins, number of a personal column that is not NULL in it)."""
    found = tuples(text)
    present = {number: _present(text, found, number) for number in layout.personal}
    any_present = np.zeros(len(found), np.bool_)
    for has in present.values():
        any_present |= has
    suspect = np.flatnonzero(any_present)
    if not len(suspect):
        return
    chosen = Tuples(
        at=found.at[suspect],
        length=found.length[suspect],
        data=found.data[suspect],
        attributes=found.attributes[suspect],
        has_nulls=found.has_nulls[suspect],
    )
    mine = residents.have(_keys(text, chosen, layout))
    for index in np.flatnonzero(mine).tolist():
        for number, has in present.items():
            if has[suspect[index]]:
                yield int(chosen.at[index]), number


def _present(text: Bytes, found: Tuples, number: int) -> NDArray[np.bool_]:
    """Which tuples have a value, not NULL, in a column."""
    byte, bit = divmod(number - 1, 8)
    bitmap = text[np.minimum(found.at + TUPLE_HEADER + byte, len(text) - 1)]
    return (found.attributes >= number) & (~found.has_nulls | (bitmap >> bit & 1 == 1))


def _keys(text: Bytes, found: Tuples, layout: Layout) -> NDArray[np.int64]:
    """The hash of each tuple's key, as `Residents` has them."""
    fields = _fields(text, found, layout)
    hashes = np.empty(len(found), np.int64)
    raw = text.data
    columns = [(fields[number][0].tolist(), fields[number][1].tolist()) for number in layout.key]
    for index in range(len(found)):
        key = tuple(bytes(raw[at[index] : at[index] + size[index]]) for at, size in columns)
        hashes[index] = hash(key)
    return hashes


def _fields(text: Bytes, found: Tuples, layout: Layout) -> dict[int, tuple[Places, Places]]:
    """Where the key's columns lie in each tuple: begin and length of the value."""
    offset = found.data.copy()
    end = found.at + found.length
    fields: dict[int, tuple[Places, Places]] = {}
    for attribute in layout.attributes[: max(layout.key)]:
        there = _present(text, found, attribute.number)
        begins, header, size = _extent(text, np.minimum(offset, end - 1), attribute)
        size = np.where(there, np.clip(size, 0, end - begins), 0)
        if attribute.number in layout.key:
            fields[attribute.number] = begins + header, np.maximum(size - header, 0)
        offset = np.where(there, begins + size, offset)
    return fields


def _extent(text: Bytes, offset: Places, attribute: Attribute) -> tuple[Places, Places, Places]:
    """Where a column begins, the size of its header, and its size with the header."""
    align = _ALIGN[attribute.align]
    aligned = (offset + align - 1) // align * align
    if attribute.length != _VARLENA:
        return aligned, np.zeros_like(aligned), np.full_like(aligned, attribute.length)
    last = len(text) - 1
    # A byte that is not zero is no padding: a short value, which is not aligned.
    begins = np.where(text[np.minimum(offset, last)] != 0, offset, aligned)
    first = text[np.minimum(begins, last)].astype(np.int64)
    long = gather(text, begins, 4).view(np.uint32).ravel().astype(np.int64) >> 2
    short = first & _SHORT == _SHORT
    size = np.where(short, first >> 1, long)
    size = np.where(first == _EXTERNAL, _EXTERNAL_SIZE, size)
    return begins, np.where(short, 1, 4), size
