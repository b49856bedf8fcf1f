"""A mover's connection to one server: its temporary tables, and streams between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from domicile.catalog.model import Subject
from domicile.pg.compose import Composable, Composed, comma, sql, with_parameters
from domicile.pg.connection import Connection, is_idle, translated
from domicile.relocation import statements as s
from domicile.residence.fragments import Fragments

#: How many rows, and SHA-256 over all of them.
Digest = tuple[int, bytes]
Row = tuple[Any, ...]
LOCK_TIMEOUT = "500ms"
_BLOCK_BYTES = 1 << 16
_Block = bytes | bytearray | memoryview


@dataclass(slots=True)
class Session:
    """A connection to one server with the batch's temporary tables on it.

    In the hub they are empty after every commit and rollback. A home's keys outlive the commit
    of R3, for R4 needs them.
    """

    server: str
    conn: Connection
    parts: tuple[Fragments, ...]
    at_home: bool = False
    made: bool = False
    kind: str | None = None
    filled: set[str] = field(default_factory=set[str])

    def prepare(self, subject: Subject) -> None:
        """Make the temporary tables for batches of this kind of subject."""
        if not self.made:
            # Shorter than deadlock_timeout: whoever waits for the application gives up first.
            self.run(sql.SQL("SET lock_timeout = {}").format(sql.Literal(LOCK_TIMEOUT)))
            # A batch is small and its rows are found by key: no plan may read a whole table
            # because a fresh temporary table has no statistics, or because disks were slow once.
            self.run(sql.SQL("SET random_page_cost = 1.1"))
            if self.at_home:
                self.run(sql.SQL("SET enable_hashjoin = off"))
                self.run(sql.SQL("SET enable_mergejoin = off"))
            for f in self.parts:
                keys = s.key_table(s.rows_table(f), f.mapped.key, keep=self.at_home)
                self.run(keys)
                self.run(s.make_staging(f))
            self.made = True
        if not self.at_home and self.kind != subject.kind:
            self.run(sql.SQL("DROP TABLE IF EXISTS {}").format(s.CLAIMED))
            self.run(s.key_table(s.CLAIMED, subject.key, keep=False))
            self.kind = subject.kind
        self.commit()

    def clear(self) -> None:
        """Forget the last batch."""
        if self.filled and (self.at_home or not is_idle(self.conn)):
            listed = sorted(self.filled)
            tables = [s.rows_table(f) for f in self.parts if f.stem in listed]
            self.run(sql.SQL("TRUNCATE {}").format(comma(tables)))

    def run(self, statement: Composable, params: list[object] | None = None) -> int:
        """Run a statement; how many rows it touched."""
        with translated(self.server):
            return self.conn.execute(as_bytes(statement, params), params or None).rowcount

    def rows(self, statement: Composable, params: list[object] | None = None) -> list[Row]:
        """The rows of a query."""
        with translated(self.server):
            return self.conn.execute(as_bytes(statement, params), params or None).fetchall()

    def fill(self, f: Fragments, statement: Composable, params: list[object] | None = None) -> int:
        """Run a statement that puts keys into the batch; how many."""
        self.filled.add(f.stem)
        return self.run(statement, params)

    def commit(self) -> None:
        """Commit what was done since the last commit."""
        with translated(self.server):
            self.conn.commit()

    def rollback(self) -> None:
        """Give back every lock."""
        with translated(self.server):
            self.conn.rollback()

    def fill_keys(self, f: Fragments, keys: Iterable[tuple[str, ...]]) -> None:
        """Put these keys into the batch."""
        self.filled.add(f.stem)
        copy_in = sql.SQL("COPY {} FROM STDIN").format(s.rows_table(f))
        with (
            translated(self.server),
            self.conn.cursor() as cursor,
            cursor.copy(as_bytes(copy_in)) as copy,
        ):
            for key in keys:
                copy.write_row(key)

    def digest(self, f: Fragments) -> Digest:
        """How many of the batch's rows are here, and the digest of their values."""
        count, value = self.rows(s.digest(f))[0]
        return int(count), bytes(value)


def send_keys(source: Session, target: Session, parts: Iterable[Fragments]) -> None:
    """The other session's batch is this one's: its tables of keys are filled from here."""
    target.clear()
    for f in parts:
        target.filled.add(f.stem)
        copy_out = sql.SQL("COPY {} TO STDOUT").format(s.rows_table(f))
        copy_in = sql.SQL("COPY {} FROM STDIN").format(s.rows_table(f))
        _stream(source, copy_out, target, copy_in)
        target.run(sql.SQL("ANALYZE {}").format(s.rows_table(f)))


def pour(source: Session, target: Session, f: Fragments, into: Composable) -> None:
    """R3: the batch's values from one server into a table of the other."""
    _stream(source, s.copy_out(f), target, s.copy_in(f, into))


def _stream(source: Session, out: Composed, target: Session, into: Composed) -> None:
    """Bytes from one server to the other, as they come."""
    with (
        translated(target.server),
        target.conn.cursor() as cursor,
        cursor.copy(as_bytes(into)) as incoming,
    ):
        for block in _gathered(_blocks(source, out)):
            incoming.write(block)


def _gathered(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """Small rows go together; a large one goes by itself and is not copied once more."""
    small = bytearray()
    for block in blocks:
        if len(small) + len(block) > _BLOCK_BYTES and small:
            yield small
            small = bytearray()
        if len(block) > _BLOCK_BYTES:
            yield block
        else:
            small += block
    yield small


def _blocks(source: Session, out: Composed) -> Iterator[_Block]:
    with (
        translated(source.server),
        source.conn.cursor() as cursor,
        cursor.copy(as_bytes(out)) as copy,
    ):
        yield from copy


def as_bytes(statement: Composable, params: list[object] | None = None) -> bytes:
    """The statement as the driver takes it; a `%` in a name is doubled when there are params."""
    return (with_parameters(statement) if params else statement).as_string(None).encode()
