"""The application's queries: read from `queries.sql`, asked, and their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

Row = tuple[object, ...]
Connection = psycopg.Connection[Row]
#: What one statement gave: its tag and rows, or the SQLSTATE that it was refused with.
Answer = tuple[str, list[Row]]

_NAME = re.compile(r"^-- name: (.+)$", re.MULTILINE)
_END_OF_ROWS = "\\."


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An SQL statement; for COPY FROM STDIN with the rows that follow it."""

    sql: str
    rows: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One piece of the file."""

    name: str
    statements: tuple[Statement, ...]

    @property
    def writes(self) -> bool:
        """True when one of the statements writes."""
        words = {statement.sql.split(maxsplit=1)[0].upper() for statement in self.statements}
        return bool(words & {"INSERT", "UPDATE", "DELETE", "COPY"})


def read_queries() -> list[Query]:
    """The pieces of `queries.sql` in their order."""
    text = Path(__file__).with_name("queries.sql").read_text("utf-8")
    _, *pieces = _NAME.split(text)
    return [
        Query(name=name, statements=tuple(_statements(body)))
        for name, body in zip(pieces[::2], pieces[1::2], strict=True)
    ]


def ask(conn: Connection, query: Query) -> list[Answer]:
    """The answers to the statements of a query, in a transaction that is rolled back."""
    with conn.transaction(force_rollback=True):
        return [_answer(conn, statement) for statement in query.statements]


def _statements(body: str) -> Iterator[Statement]:
    """A statement ends a line with its semicolon; rows to copy in end as they do for psql."""
    lines = iter(body.strip().splitlines())
    pending: list[str] = []
    for line in lines:
        pending.append(line)
        if line.endswith(";"):
            sql, pending = "\n".join(pending), []
            yield Statement(sql=sql, rows=_rows(lines) if "FROM STDIN" in sql else None)


def _rows(lines: Iterator[str]) -> str:
    return "".join(f"{row}\n" for row in iter(lines.__next__, _END_OF_ROWS))


def _answer(conn: Connection, statement: Statement) -> Answer:
    cursor = conn.cursor()
    try:
        rows = _perform(cursor, statement)
    except psycopg.Error as error:
        return f"refused: {error.sqlstate}", []
    return cursor.statusmessage or "", rows


def _perform(cursor: psycopg.Cursor[Row], statement: Statement) -> list[Row]:
    text = statement.sql.encode()
    if statement.rows is not None:
        with cursor.copy(text) as copy:
            copy.write(statement.rows)
        return []
    if statement.sql.startswith("COPY"):
        with cursor.copy(text) as copy:
            return [(bytes(block).decode(),) for block in copy]
    cursor.execute(text)
    rows = cursor.fetchall() if cursor.description else []
    if "RETURNING" in statement.sql:  # which has no order
        rows.sort(key=repr)
    return rows
