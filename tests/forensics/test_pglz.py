"""Compressed values are undone as the server itself would, and nothing else passes for one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.forensics import compressed
from domicile.forensics.pglz import BadCompression, decompress, plausible

#: Texts of all sorts, each over 2 kB, so that the server compresses them where they stand.
_FILL = """
CREATE EXTENSION pageinspect;
CREATE TABLE t (id int, v text);
ALTER TABLE t ALTER v SET STORAGE MAIN, ALTER v SET COMPRESSION {method};
INSERT INTO t SELECT n, CASE n % 4
    WHEN 0 THEN repeat('run ' || n, 500 + n)
    WHEN 1 THEN repeat('ж', 2000 + n)
    WHEN 2 THEN (SELECT string_agg((n * k % 97)::text, ',') FROM generate_series(1, 1500) k)
    ELSE (SELECT string_agg(md5((n * k % 7)::text), repeat(' ', k % 300))
          FROM generate_series(1, 60) k) END
FROM generate_series(1, 120) n;
"""


@pytest.mark.parametrize("method", ["pglz", "lz4"])
def test_the_servers_own_compression_is_undone(database: Callable[[str], str], method: str) -> None:
    """Every value that a table's pages hold compressed comes out as the server reads it."""
    with psycopg.connect(database("hub"), autocommit=True) as conn:
        conn.execute(_FILL.replace("{method}", method).encode())
        pages = conn.execute(
            "SELECT get_raw_page('t', n::int) FROM"
            " generate_series(0, pg_relation_size('t') / 8192 - 1) n"
        ).fetchall()
        packed = conn.execute(
            "SELECT v FROM t WHERE pg_column_compression(v) = %s", [method]
        ).fetchall()
    text = np.frombuffer(b"".join(page for (page,) in pages), np.uint8)
    found = [original for _, original in compressed.values(text, aligned=True)]
    shifted = np.concatenate([np.zeros(3, np.uint8), text])
    unaligned = [original for _, original in compressed.values(shifted, aligned=False)]

    assert len(packed) > 100
    assert sorted(found) == sorted(value.encode() for (value,) in packed)
    assert sorted(unaligned) == sorted(found)


@given(st.binary(max_size=200), st.integers(0, 2000))
def test_what_is_no_compression_is_refused(data: bytes, size: int) -> None:
    """Any bytes give exactly the announced size, or are refused."""
    try:
        original = decompress(data, size)
    except BadCompression:
        return
    assert len(original) == size


@given(st.lists(st.one_of(st.binary(min_size=1, max_size=8), st.integers(1, 20)), max_size=40))
def test_the_quick_look_refuses_no_real_compression(parts: list[bytes | int]) -> None:
    """What decompresses is plausible, wherever it stands."""
    data, original = _packed(parts)
    text = np.frombuffer(b"abc" + data + b"tail", np.uint8)
    begins = np.array([3])

    assert decompress(data, len(original)) == original
    assert plausible(text, begins, begins + len(data)).all()


def _packed(parts: list[bytes | int]) -> tuple[bytes, bytes]:
    """A pglz stream of literals and of repetitions of the last byte, and what it stands for."""
    items: list[bytes] = []
    original = b""
    for part in parts:
        if isinstance(part, bytes):
            items += [bytes([byte]) for byte in part]
            original += part
        elif original:
            length = part + 2
            items.append(bytes([min(length - 3, 15), 1]) + bytes([length - 18] * (length >= 18)))
            original += original[-1:] * length
    data = b""
    for first in range(0, len(items), 8):
        group = items[first : first + 8]
        control = sum((len(item) > 1) << bit for bit, item in enumerate(group))
        data += bytes([control]) + b"".join(group)
    return data, original
