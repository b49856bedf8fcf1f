"""PostgreSQL's own compression, undone. Pure.

A control byte says of each of the next eight items whether it is a literal byte or a tag: two
bytes, or three for long ones, that repeat what stands some bytes back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from domicile.forensics.filters import Places
from domicile.forensics.needles import Bytes

_LONG = 18  # a length of 3 + 15 has a third byte
_PER_CONTROL = 8
_LOOKED_AT = 6  # control bytes


class BadCompression(ValueError):
    """The bytes are not what they seemed to be; says nothing about them."""


def decompress(data: bytes, size: int) -> bytes:
    """The original of exactly `size` bytes.

    Raises:
        BadCompression: the data is not pglz, or of another size.
    """
    out = bytearray()
    at, end = 0, len(data)
    try:
        while at < end and len(out) < size:
            control = data[at]
            if control:
                at = _items(data, at + 1, control, out, size)
            else:  # eight literals, or what is left
                out += data[at + 1 : at + 1 + _PER_CONTROL]
                at = min(at + 1 + _PER_CONTROL, end)
    except IndexError:
        raise BadCompression("pglz: the data ends in a tag") from None
    if len(out) != size or at != end:
        raise BadCompression("pglz: the size is not as announced")
    return bytes(out)


def _items(data: bytes, at: int, control: int, out: bytearray, size: int) -> int:
    """Undo the eight items of a control byte; where the next control byte is."""
    end, done = len(data), len(out)
    for bit in (1, 2, 4, 8, 16, 32, 64, 128):
        if done >= size or at >= end:
            break
        first = data[at]
        if not control & bit:
            out.append(first)
            at += 1
            done += 1
            continue
        length = (first & 0x0F) + 3
        start = done - ((first & 0xF0) << 4 | data[at + 1])
        at += 2
        if length == _LONG:
            length += data[at]
            at += 1
        if not 0 <= start < done:
            raise BadCompression("pglz: a tag points before the beginning")
        if start + length <= done:
            out += out[start : start + length]
        else:
            run = out[start:]
            out += (run * (length // len(run) + 1))[:length]
        done += length
    return at


def plausible(text: Bytes, begins: Places, ends: Places) -> NDArray[np.bool_]:
    """Which stretches of a text may be pglz, judged by their first control bytes.

    Pairs of small numbers look like a compressed value's header, and there are many of them;
    this tells most of them apart, all at once.
    """
    alive = np.arange(len(begins))
    at, out = begins.copy(), np.zeros(len(begins), np.int64)
    last = len(text) - 1
    control = np.zeros(len(begins), np.uint8)
    for item in range(_LOOKED_AT * _PER_CONTROL):
        if item % _PER_CONTROL == 0:
            control[alive] = text[np.minimum(at[alive], last)]
            at[alive] += 1
        here = at[alive]
        first = text[np.minimum(here, last)].astype(np.int64)
        back = (first & 0xF0) << 4 | text[np.minimum(here + 1, last)]
        tag = (control[alive] >> np.uint8(item % _PER_CONTROL) & 1 == 1) & (here < ends[alive])
        length = (first & 0x0F) + 3
        long = length == _LONG
        length += long * text[np.minimum(here + 2, last)].astype(np.int64)
        sound = ~tag | ((back > 0) & (back <= out[alive]))
        out[alive] += np.where(tag, length, 1)
        at[alive] += np.where(tag, 2 + long, 1)
        alive = alive[sound]
        if not len(alive):
            break
    good = np.zeros(len(begins), np.bool_)
    good[alive] = True
    return good
