"""A mover's connection to one server: its temporary tables, and streams between two of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from domicile.catalog.model import Subject
from domicile.pg.compose import Composable, comma, sql, with_parameters
from domicile.pg.connection import Connection, is_idle, translated
from domicile.pg.copy import stream
from domicile.relocation import statements as s
from domicile.relocation.steps import Step
from domicile.residence.fragments import Fragments

Row = tuple[Any, ...]
LOCK_TIMEOUT = "500ms"
_MOST_DEAD = 10_000
Statement = Composable | bytes


@dataclass(slots=True)
class Session:
    """A connection to one server with the batch's temporary tables on it.

    `by_key` is false where an index is missing, and a whole table is better read once than often.
    In the hub they are empty after every commit and rollback. A home's outlive the commit of R3,
    for R4 needs them. What is sent during a step begins with the step's name, in a comment.
    """

    server: str
    conn: Connection
    parts: tuple[Fragments, ...]
    at_home: bool = False
    by_key: bool = True
    made: bool = False
    stages: bool = False
    dead: int = 0
    kind: str | None = None
    filled: set[str] = field(default_factory=set[str])
    staged: set[str] = field(default_factory=set[str])
    wide: set[str] = field(default_factory=set[str])
    mark: bytes = b""

    def during(self, step: Step | None) -> Session:
        """What is sent from now on belongs to that step."""
        self.mark = b"" if step is None else step.mark.encode()
        return self

    def prepare(self, subject: Subject) -> None:
        """Make the temporary tables for batches of this kind of subject."""
        if not self.made:
            # Shorter than deadlock_timeout: whoever waits for the application gives up first.
            self.run(sql.SQL("SET lock_timeout = {}").format(sql.Literal(LOCK_TIMEOUT)))
            # A batch is small and its rows are found by key: no plan may read a whole table
            # because a fresh temporary table has no statistics, or because disks were slow once.
            self.run(sql.SQL("SET random_page_cost = 1.1"))
            if self.by_key:
                self.run(sql.SQL("SET enable_hashjoin = off"))
                self.run(sql.SQL("SET enable_mergejoin = off"))
            for f in self.parts:
                keys = s.key_table(s.rows_table(f), f.mapped.key, keep=self.at_home)
                self.run(keys)
            self.made = True
        if not self.at_home and self.kind != subject.kind:
            self.run(sql.SQL("DROP TABLE IF EXISTS {}").format(s.CLAIMED))
            self.run(s.claimed_table(subject))
            self.kind = subject.kind
        self.commit()

    def prepare_staging(self) -> None:
        """Make the temporary tables for values that come in here."""
        if not self.stages:
            for f in self.parts:
                self.run(s.make_staging(f, keep=self.at_home))
            self.stages = True
        self.commit()

    def clear(self) -> None:
        """Forget the last batch.

        To truncate a few tables takes longer than to delete a few hundred rows: that is done when
        there are enough dead ones.
        """
        if self.at_home or not is_idle(self.conn):
            tables = [s.rows_table(f) for f in self.parts if f.stem in self.filled]
            tables += [s.staging_table(f) for f in self.parts if f.stem in self.staged]
            for table in tables:
                self.dead += self.run(sql.SQL("DELETE FROM {}").format(table))
            if self.dead > _MOST_DEAD:
                self.run(sql.SQL("TRUNCATE {}").format(comma(tables)))
                self.dead = 0
        self.filled.clear()
        self.staged.clear()

    def run(self, statement: Statement, params: list[object] | None = None) -> int:
        """Run a statement; how many rows it touched."""
        with translated(self.server):
            return self.conn.execute(self._text(statement, params), params or None).rowcount

    def keep(self) -> None:
        """The transaction, and with it every lock, is there still.

        Asked before a home commits, when its rows are locked: a worker that has lost the hub may
        come here after somebody else has moved these people, and would write over newer values.

        Raises:
            ServerUnavailable: it is gone.
        """
        self.run(b"SELECT")

    def rows(self, statement: Statement, params: list[object] | None = None) -> list[Row]:
        """The rows of a query."""
        with translated(self.server):
            return self.conn.execute(self._text(statement, params), params or None).fetchall()

    def fill(self, f: Fragments, statement: Statement, params: list[object] | None = None) -> int:
        """Run a statement that puts keys into the batch; how many."""
        self.filled.add(f.stem)
        return self.run(statement, params)

    def commit(self) -> None:
        """Commit what was done since the last commit."""
        with translated(self.server):
            if self.mark:
                self.conn.execute(self.mark + b"COMMIT", prepare=False)
            else:
                self.conn.commit()

    def rollback(self) -> None:
        """Give back every lock."""
        self.mark = b""
        with translated(self.server):
            self.conn.rollback()
        if self.at_home and self.made:  # what a `clear` had taken out is there again
            self.filled |= {f.stem for f in self.parts}
            if self.stages:
                self.staged |= {f.stem for f in self.parts}

    def fill_keys(self, f: Fragments, keys: Iterable[tuple[str, ...]]) -> None:
        """Put these keys into the batch."""
        self.filled.add(f.stem)
        copy_in = sql.SQL("COPY {} FROM STDIN").format(s.rows_table(f))
        with (
            translated(self.server),
            self.conn.cursor() as cursor,
            cursor.copy(self._text(copy_in)) as copy,
        ):
            for key in keys:
                copy.write_row(key)

    def pour(self, out: Statement, target: Session, into: Statement) -> int:
        """COPY out of here and into the target, at once; how many rows."""
        with translated(self.server):
            if is_idle(self.conn):
                self.conn.execute(b"SELECT")
        return stream(
            (self.server, self.conn),
            self._text(out),
            (target.server, target.conn),
            target._text(into),
        )

    def _text(self, statement: Statement, params: list[object] | None = None) -> bytes:
        """The statement with its mark; a `%` in a name is doubled when there are params."""
        if not isinstance(statement, bytes):
            whole = with_parameters(statement) if params else statement
            statement = whole.as_string(None).encode()
        return self.mark + statement


def send_keys(source: Session, target: Session, parts: Iterable[Fragments]) -> None:
    """The other session's batch is this one's: its tables of keys are filled from here."""
    target.clear()
    for f in parts:
        target.filled.add(f.stem)
        copy_out = sql.SQL("COPY {} TO STDOUT").format(s.rows_table(f))
        copy_in = sql.SQL("COPY {} FROM STDIN").format(s.rows_table(f))
        source.pour(copy_out, target, copy_in)
        if not target.at_home:
            target.run(sql.SQL("ANALYZE {}").format(s.rows_table(f)))
