"""Values of people who live in the hub, shown to the search: what they explain is no leak."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable

import numpy as np

from domicile.forensics.forms import Form
from domicile.forensics.hits import Search
from domicile.forensics.wire import Encoder

_BLOCK = 1 << 20
_GAP = bytes(8)
_MOST_SHORT = 126


def learn(
    search: Search,
    encoder: Encoder,
    rows: Iterable[Iterable[tuple[int, bytes]]],
    advance: Callable[[int], None],
) -> None:
    """Every form of every value: the search knows which of its needles they hold.

    Args:
        rows: the personal values of each row: type OID and wire form.
        advance: called with the number of bytes that were looked at.
    """
    parts: list[bytes] = []
    size = 0
    for row in rows:
        for oid, value in row:
            for form in encoder.forms(oid, value):
                parts += (_GAP, _headed(form))
                size += len(_GAP) + len(form.data)
        if size > _BLOCK:
            _show(search, parts)
            advance(size)
            size = 0
    _show(search, parts)
    advance(size)


def _show(search: Search, parts: list[bytes]) -> None:
    parts.append(_GAP)
    search.hold(np.frombuffer(b"".join(parts), np.uint8))
    parts.clear()


def _headed(form: Form) -> bytes:
    """A text stands behind its length, as on a page: that tells a value from a part of one."""
    if not form.text:
        return form.data
    if len(form.data) <= _MOST_SHORT:
        return bytes([len(form.data) + 1 << 1 | 1]) + form.data
    return struct.pack("<I", len(form.data) + 4 << 2) + form.data
