"""COPY from one server into another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest

from domicile.errors import DatabaseError, DomicileError, ServerUnavailable
from domicile.pg.connection import Connection, connect
from domicile.pg.copy import stream
from domicile.pg.embedded import Cluster

Pair = tuple[Connection, Connection]
MANY = b"COPY (SELECT i, repeat('x', 100) FROM generate_series(1, 20000) i) TO STDOUT"
INTO = b"COPY target FROM STDIN"


@pytest.fixture
def pair(database: Callable[[str], str]) -> Iterator[Pair]:
    """A connection to each of two servers, in transactions; the second has an empty table."""
    with (
        connect(database("hub"), "hub") as source,
        connect(database("RU"), "home RU") as target,
    ):
        target.execute("SET search_path = public")
        target.execute("CREATE TABLE target (i int, t text)")
        target.commit()
        source.execute("SELECT")
        yield source, target


@contextmanager
def fails(kind: type[DomicileError], server: str) -> Iterator[None]:
    """An error of that server, without a value in it."""
    with pytest.raises(kind, match=server) as raised:
        yield
    assert "xxx" not in str(raised.value)


def go(pair: Pair, out: bytes = MANY, into: bytes = INTO) -> int:
    """The stream between them."""
    return stream(("hub", pair[0]), out, ("home RU", pair[1]), into)


@pytest.mark.parametrize("rows", [0, 1, 20_000])
def test_every_row_arrives(pair: Pair, rows: int) -> None:
    """None, one, and more than a block."""
    query = f"COPY (SELECT i, 'é' || i FROM generate_series(1, {rows}) i) TO STDOUT".encode()
    assert go(pair, query) == rows
    total = pair[1].execute("SELECT count(*), coalesce(sum(i), 0) FROM target").fetchone()
    assert total == (rows, rows * (rows + 1) // 2)


def test_binary_and_a_row_larger_than_a_block(pair: Pair) -> None:
    """One row of 3 MB between small ones, in the binary format."""
    out = b"COPY (SELECT i, repeat('ab', CASE i WHEN 5 THEN 1500000 ELSE 3 END)"
    out += b" FROM generate_series(1, 9) i) TO STDOUT (FORMAT binary)"
    assert go(pair, out, b"COPY target FROM STDIN (FORMAT binary)") == 9
    found = pair[1].execute("SELECT i, length(t) FROM target ORDER BY length(t) DESC LIMIT 2")
    assert found.fetchall()[0] == (5, 3_000_000)


def test_a_row_that_the_target_refuses(pair: Pair) -> None:
    """The source has sent only a part by then: both connections are fit for the next batch."""
    pair[1].execute("ALTER TABLE target ADD CHECK (i < 7000)")
    pair[1].commit()
    with fails(DatabaseError, "home RU"):
        go(pair)
    for conn in pair:
        conn.rollback()
        assert conn.execute("SELECT 1").fetchone() == (1,)
    pair[1].execute("ALTER TABLE target DROP CONSTRAINT target_i_check")
    assert go(pair) == 20_000


@pytest.mark.parametrize("at", [0, 7000], ids=["at once", "in the middle"])
def test_a_query_that_fails_at_the_source(pair: Pair, at: int) -> None:
    """Nothing of it stays at the target."""
    out = f"COPY (SELECT i, (1 / (i - {at}))::text FROM generate_series(0, 20000) i) TO STDOUT"
    with fails(DatabaseError, "hub"):
        go(pair, out.encode())
    for conn in pair:
        conn.rollback()
    assert pair[1].execute("SELECT count(*) FROM target").fetchone() == (0,)
    assert go(pair, MANY) == 20_000


@pytest.mark.parametrize("which", [0, 1], ids=["source", "target"])
def test_a_server_that_is_lost(pair: Pair, servers: Cluster, which: int) -> None:
    """It is named, whichever of the two it is."""
    name = ("hub", "RU")[which]
    with psycopg.connect(servers[name].dsn(), autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s)", (pair[which].info.backend_pid,))
    with fails(ServerUnavailable, name):
        go(pair)
