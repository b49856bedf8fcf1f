"""The write-ahead log as a stream of records: page headers taken out, page images put back. Pure.

What matters here of the format, PostgreSQL 16 to 18: a page of 8 kB opens with a header of 24
bytes, the first of a segment with one of 40; records begin at multiples of 8 and run over page
headers; a record's header of 24 bytes is followed by block headers, then by their data.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import zstandard
from numpy.typing import NDArray

from domicile.forensics.compressed import LZ4, PGLZ, undo
from domicile.forensics.filters import Places, words
from domicile.forensics.needles import Bytes
from domicile.forensics.pages import PAGE

SHORT_HEADER, LONG_HEADER = 24, 40
_RECORD = 24
_MOST_RECORD = 1 << 20
_NEAR = 1 << 27  # a record's predecessor is no farther back
_BLOCKS_LOOKED_AT = 4
_MOST_BLOCK, _DATA_SHORT, _DATA_LONG, _ORIGIN, _TOPLEVEL = 32, 255, 254, 253, 252
_HAS_IMAGE, _HAS_DATA, _SAME_REL = 0x10, 0x20, 0x80
_HAS_HOLE, _BY_PGLZ, _BY_LZ4, _BY_ZSTD = 0x01, 0x04, 0x08, 0x10
_COMPRESSED = _BY_PGLZ | _BY_LZ4 | _BY_ZSTD
_HEAP, _HEAP_OPERATION, _INSERT = 10, 0x70, 0x00
_CHUNK_SHAPE = struct.Struct("<HHB")
_CHUNK = struct.Struct("<xIII")


@dataclass(frozen=True, slots=True)
class Image:
    """A full page that a record carries: where the record begins, and the page's 8192 bytes.

    What was not compressed stands in the record as it is.
    """

    at: int
    page: bytes
    compressed: bool


@dataclass(frozen=True, slots=True)
class Chunk:
    """A TOAST chunk that a record inserted."""

    at: int
    value: int
    number: int
    data: bytes


def strip(pages: Bytes, *, first: bool) -> Bytes:
    """Whole WAL pages without their headers; `first` when the segment begins with them."""
    grid = pages.reshape(-1, PAGE)
    if not first:
        return grid[:, SHORT_HEADER:].ravel()
    return np.concatenate([grid[0, LONG_HEADER:], grid[1:, SHORT_HEADER:].ravel()])


def file_offset(at: Places) -> Places:
    """Where in the segment a byte of the stripped stream is."""
    opening = PAGE - LONG_HEADER
    page, inside = np.divmod(at - opening, PAGE - SHORT_HEADER)
    return np.where(at < opening, at + LONG_HEADER, (page + 1) * PAGE + SHORT_HEADER + inside)


def position(pages: Bytes) -> int:
    """The log position that the first page says it is of."""
    return int(pages[8:16].view(np.uint64)[0])


def contents(text: Bytes, near: int, after: int) -> Iterator[Image | Chunk]:
    """The page images and TOAST chunks of the records that end behind `after`.

    Args:
        text: stripped pages, from a multiple of 8 bytes on.
        near: a log position in the neighbourhood.
    """
    starts, inserts = _records(text, near)
    for at in starts[_wanted(text, starts, inserts)].tolist():
        end = at + int(text[at : at + 4].view(np.uint32)[0])
        if after < end <= len(text):
            yield from _contents(text[at:end].tobytes(), at)


def _wanted(text: Bytes, starts: Places, inserts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which records carry a page image, or insert what looks like a TOAST chunk."""
    at = starts + _RECORD
    heads, last = words(text, 8), len(text) - 9
    head = heads[np.minimum(at, last)]
    length = (head >> np.uint64(16) & np.uint64(0xFFFF)).astype(np.int64)
    images = np.zeros(len(starts), np.bool_)
    going = np.flatnonzero(head & np.uint64(0xFF) <= _MOST_BLOCK)
    for _ in range(_BLOCKS_LOOKED_AT):
        here = np.minimum(at[going], last)
        flags = heads[here] >> np.uint64(8)
        info = text[here + 8]
        image = flags & np.uint64(_HAS_IMAGE) != 0
        packed = (info & _HAS_HOLE != 0) & (info & _COMPRESSED != 0)
        size = 4 + image * (5 + 2 * packed) + np.where(flags & np.uint64(_SAME_REL) != 0, 4, 16)
        images[going] |= image
        at[going] += size
        going = going[text[np.minimum(at[going], last)] <= _MOST_BLOCK]
    chosen = np.flatnonzero(inserts & ~images)
    images[chosen] = _insert_chunks(text, at[chosen], length[chosen])
    return images


def _insert_chunks(text: Bytes, at: Places, length: Places) -> NDArray[np.bool_]:
    """Which inserts, whose block headers end at these places, look like those of TOAST chunks."""
    last = len(text) - _CHUNK_SHAPE.size - _CHUNK.size
    for kind, size in ((_ORIGIN, 3), (_TOPLEVEL, 5), (_DATA_LONG, 5), (_DATA_SHORT, 2)):
        at = at + size * (text[np.minimum(at, last)] == kind)
    at = np.minimum(at, last)
    overlapping = words(text, 4)
    header = overlapping[at + _CHUNK_SHAPE.size + _CHUNK.size - 4]
    rest = length - _CHUNK_SHAPE.size - _CHUNK.size + 4
    columns = overlapping[at] & np.uint64(0x7FF)
    return (columns == 3) & (text[at + 4] == 24) & ((header >> 2).astype(np.int64) == rest)


def _records(text: Bytes, near: int) -> tuple[Places, NDArray[np.bool_]]:
    """Where records begin, and which of them insert into a heap."""
    aligned = text[: len(text) // 8 * 8].view(np.uint64)
    if len(aligned) < 3:
        return np.empty(0, np.int64), np.empty(0, np.bool_)
    # Numbers wrap: one comparison for "not far before and not behind".
    base = np.uint64(max(0, near - _NEAR))
    at = np.flatnonzero(aligned[1:-1] - base < np.uint64(2 * _NEAR))
    length = (aligned[at] & np.uint64(0xFFFFFFFF)).astype(np.int64)
    third = aligned[at + 2]
    manager = (third >> np.uint64(8)) & np.uint64(0xFF)
    sound = (length >= _RECORD) & (length <= _MOST_RECORD)
    sound &= (third & np.uint64(0xFFFF0000) == 0) & (manager < 32)
    inserts = (manager == _HEAP) & (third & np.uint64(_HEAP_OPERATION) == _INSERT)
    return at[sound] * 8, inserts[sound]


@dataclass(slots=True)
class _Block:
    data: int = 0
    image: int = 0
    info: int = 0
    hole_at: int = 0
    hole: int = 0


def _contents(record: bytes, at: int) -> Iterator[Image | Chunk]:
    try:
        blocks, begins = _blocks(record)
    except (struct.error, IndexError):
        return
    for block in blocks:
        image = record[begins : begins + block.image]
        begins += block.image
        if block.image:
            page = _restored(block, image)
            if page is not None:
                yield Image(at, page, bool(block.info & _COMPRESSED))
        yield from _chunk(record[begins : begins + block.data], at)
        begins += block.data


def _blocks(record: bytes) -> tuple[list[_Block], int]:
    """The block headers of a record, and where their data begins."""
    blocks: list[_Block] = []
    at, rest = _RECORD, len(record) - _RECORD
    announced = 0
    while rest > announced:
        kind = record[at]
        if kind > _MOST_BLOCK:
            size, length = _other(record, at, kind)
            announced += length
        else:
            block, size = _block(record, at)
            blocks.append(block)
            announced += block.data + block.image
        at += size
        rest -= size
    if rest != announced:  # it only looked like a record
        raise IndexError
    return blocks, at


def _other(record: bytes, at: int, kind: int) -> tuple[int, int]:
    """The size of a header that is not a block's, and of the data that it announces."""
    if kind == _DATA_SHORT:
        return 2, record[at + 1]
    if kind == _DATA_LONG:
        return 5, struct.unpack_from("<I", record, at + 1)[0]
    if kind == _ORIGIN:
        return 3, 0
    if kind == _TOPLEVEL:
        return 5, 0
    raise IndexError


def _block(record: bytes, at: int) -> tuple[_Block, int]:
    flags = record[at + 1]
    (length,) = struct.unpack_from("<H", record, at + 2)
    block = _Block(data=length if flags & _HAS_DATA else 0)
    size = 4
    if flags & _HAS_IMAGE:
        block.image, block.hole_at, block.info = struct.unpack_from("<HHB", record, at + 4)
        size += 5
        if block.info & _HAS_HOLE and block.info & _COMPRESSED:
            (block.hole,) = struct.unpack_from("<H", record, at + 9)
            size += 2
        elif block.info & _HAS_HOLE:
            block.hole = PAGE - block.image
    size += 4 if flags & _SAME_REL else 16
    return block, size


def _restored(block: _Block, image: bytes) -> bytes | None:
    size = PAGE - block.hole
    if not 0 <= block.hole_at <= size <= PAGE or len(image) > PAGE:
        return None
    if block.info & _BY_PGLZ:
        data = undo(PGLZ, image, size)
    elif block.info & _BY_LZ4:
        data = undo(LZ4, image, size)
    elif block.info & _BY_ZSTD:
        data = _zstd(image, size)
    else:
        data = image
    if data is None or len(data) != size:
        return None
    return data[: block.hole_at] + bytes(block.hole) + data[block.hole_at :]


def _zstd(image: bytes, size: int) -> bytes | None:
    try:
        return zstandard.ZstdDecompressor().decompress(image, max_output_size=size)
    except zstandard.ZstdError:
        return None


def _chunk(data: bytes, at: int) -> Iterator[Chunk]:
    """The block data of an insert, if what was inserted looks like a TOAST chunk."""
    if len(data) <= _CHUNK_SHAPE.size + _CHUNK.size:
        return
    attributes, mask, hoff = _CHUNK_SHAPE.unpack_from(data)
    value, number, header = _CHUNK.unpack_from(data, _CHUNK_SHAPE.size)
    begins = _CHUNK_SHAPE.size + _CHUNK.size
    if attributes & 0x7FF == 3 and hoff == 24 and not mask & 1 and not header & 3:
        length = (header >> 2) - 4
        if begins + length == len(data):
            yield Chunk(at, value, number, data[begins:])
