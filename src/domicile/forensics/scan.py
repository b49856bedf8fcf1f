"""One file searched: its bytes, and what its pages, TOAST chunks and log records unfold to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import RawIOBase

import numpy as np

from domicile.forensics import compressed, wal
from domicile.forensics.files import File
from domicile.forensics.filters import Places
from domicile.forensics.hits import Hits, Search
from domicile.forensics.needles import LONGEST, Bytes
from domicile.forensics.pages import PAGE
from domicile.forensics.toast import Chunks

BLOCK = 4 << 20
#: What a block repeats of the one before: for a needle, or a log record, across the border.
_OVERLAP = LONGEST + 8
_RECORD_OVERLAP = 256 << 10
_GAP = bytes(16)

#: Told (hits, their offsets in the file, how they were hidden).
Tell = Callable[[Hits, Places, str], None]
#: Told a number of bytes that have been read.
Advance = Callable[[int], None]


@dataclass(slots=True)
class Pool:
    """Unfolded values, searched many at a time: a search of few bytes costs as much as of many."""

    search: Search
    tell: Tell
    how: str
    size: int = 0
    parts: list[bytes] = field(default_factory=list[bytes])
    begins: list[int] = field(default_factory=list[int])
    offsets: list[int] = field(default_factory=list[int])

    def add(self, data: bytes, offset: int) -> None:
        """A value that is hidden at that offset of the file."""
        self.parts += (_GAP, data)
        self.begins.append(self.size + len(_GAP))
        self.offsets.append(offset)
        self.size += len(_GAP) + len(data)
        if self.size >= BLOCK:
            self.flush()

    def flush(self) -> None:
        """Everything that was added has been searched."""
        if not self.parts:
            return
        text = np.frombuffer(b"".join([*self.parts, _GAP]), np.uint8)
        hits = self.search.hits(text)
        which = np.searchsorted(self.begins, hits.at, side="right") - 1
        self.tell(hits, np.array(self.offsets, np.int64)[which], self.how)
        self.parts.clear()
        self.begins.clear()
        self.offsets.clear()
        self.size = 0


@dataclass(slots=True)
class Unfolding:
    """What the pages of one file, or of one log, hide."""

    inline: Pool
    toast: Pool
    chunks: Chunks = field(default_factory=Chunks)

    @classmethod
    def of(cls, search: Search, tell: Tell) -> Unfolding:
        """Nothing unfolded yet."""
        return cls(Pool(search, tell, "compressed"), Pool(search, tell, "TOAST"))

    def pages(self, text: Bytes, offset: int, *, chunks: bool) -> None:
        """The compressed values of whole pages that begin at that offset, and TOAST chunks."""
        for at, original in compressed.values(text, aligned=True):
            self.inline.add(original, offset + at)
        if chunks:
            self.chunks.add_pages(text, range(offset, offset + len(text), PAGE))
            self.collect(finish=False)

    def images(self, images: Sequence[wal.Image], offsets: Sequence[int]) -> None:
        """The same for page images; those that were compressed have not been seen at all."""
        packed = [each.page for each in images if each.compressed]
        at = [offset for each, offset in zip(images, offsets, strict=True) if each.compressed]
        for page, offset in zip(packed, at, strict=True):
            self.inline.add(page, offset)
        for begins, original in compressed.values(_joined(packed), aligned=True):
            self.inline.add(original, at[begins // PAGE])
        self.chunks.add_pages(_joined([each.page for each in images]), offsets)

    def collect(self, *, finish: bool) -> None:
        """Search the values of TOAST that are whole; at the end, all."""
        for offset, value in self.chunks.ready(finish=finish):
            self.toast.add(value, offset)

    def finish(self) -> None:
        """Everything has been searched."""
        self.collect(finish=True)
        self.inline.flush()
        self.toast.flush()


def scan(file: File, opened: RawIOBase, search: Search, tell: Tell, advance: Advance) -> None:
    """Search one file that is not WAL.

    Args:
        tell: called with what was found.
        advance: called with the number of bytes read.
    """
    unfolding = Unfolding.of(search, tell)
    for text, carried, base in blocks(opened):
        hits = search.hits(text, after=carried)
        tell(hits, hits.at + base, "")
        fresh, offset = text[carried:], base + carried
        if file.paged:
            # A relation of another database, or of none, may be anything.
            chunks = file.kind in {"toast", "relation", "statistics"}
            unfolding.pages(fresh[: len(fresh) // PAGE * PAGE], offset, chunks=chunks)
        elif file.kind == "temp":
            for at, original in compressed.values(text, aligned=False, after=carried):
                unfolding.inline.add(original, base + at)
        advance(len(fresh))
    unfolding.finish()


def blocks(opened: RawIOBase) -> Iterator[tuple[Bytes, int, int]]:
    """The file in blocks: text, how much of it repeats the block before, the text's offset."""
    buffer = np.empty(_OVERLAP + BLOCK, np.uint8)
    carried, base = 0, 0
    while True:
        # Fresh bytes begin at a multiple of 8 of the buffer and of a page of the file.
        count = _fill(opened, buffer[_OVERLAP:])
        if not count:
            return
        yield buffer[_OVERLAP - carried : _OVERLAP + count], carried, base - carried
        base += count
        if count < BLOCK:
            return
        buffer[:_OVERLAP] = buffer[BLOCK:]
        carried = _OVERLAP


def _fill(opened: RawIOBase, buffer: Bytes) -> int:
    count = 0
    while count < len(buffer):
        read = opened.readinto(buffer[count:].data)
        if not read:
            break
        count += read
    return count


@dataclass(slots=True)
class Log:
    """The WAL, segment after segment: records run from one into the next."""

    search: Search
    tell: Callable[[File, Hits, Places, str], None]
    advance: Advance
    _carry: Bytes = field(default_factory=lambda: np.empty(0, np.uint8))

    def scan(self, file: File, opened: RawIOBase, *, follows: bool) -> None:
        """Search one segment; `follows` when it continues the one before."""
        if not follows:
            self._carry = np.empty(0, np.uint8)
        read, near = 0, 0
        origin = -len(self._carry)  # of the text, in the stripped stream of this segment
        unfolding = Unfolding.of(
            self.search, lambda hits, at, how: self.tell(file, hits, at, f"{how} in WAL")
        )
        for pages in _whole_pages(opened):
            near = near or wal.position(pages)
            fresh = wal.strip(pages, first=read == 0)
            text = np.concatenate([self._carry, fresh])
            carried = len(self._carry)
            hits = self.search.hits(text, after=carried)
            self.tell(file, hits, _in_file(hits.at + origin), "")
            self._unfold(text, carried, origin, near, unfolding)
            self._carry = text[-_RECORD_OVERLAP:].copy()
            origin += len(text) - len(self._carry)
            read += len(pages)
            self.advance(len(pages))
        unfolding.finish()

    def _unfold(
        self, text: Bytes, carried: int, origin: int, near: int, unfolding: Unfolding
    ) -> None:
        for at, original in compressed.values(text, aligned=False, after=carried):
            unfolding.inline.add(original, _one(at + origin))
        images: list[wal.Image] = []
        for each in wal.contents(text, near, carried):
            if isinstance(each, wal.Image):
                images.append(each)
            else:
                offset = _one(each.at + origin)
                unfolding.chunks.add(each.value, each.number, each.data, offset)
        at = np.array([each.at for each in images], np.int64)
        unfolding.images(images, _in_file(at + origin).tolist())
        unfolding.collect(finish=False)


def _joined(pages: list[bytes]) -> Bytes:
    return np.frombuffer(b"".join(pages), np.uint8)


def _whole_pages(opened: RawIOBase) -> Iterator[Bytes]:
    while True:
        buffer = np.empty(BLOCK, np.uint8)
        count = _fill(opened, buffer) // PAGE * PAGE
        if count:
            yield buffer[:count]
        if count < BLOCK:
            return


def _in_file(at: Places) -> Places:
    """Offsets in the segment; what begins in the segment before is told as at the beginning."""
    return wal.file_offset(np.maximum(at, 0))


def _one(at: int) -> int:
    return int(_in_file(np.array([at]))[0])
