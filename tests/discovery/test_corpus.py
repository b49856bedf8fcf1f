"""What is proposed for the training half of the corpus: usable as it is, and silent about people.

How right it is, is measured by `make bench-discovery` and not asserted; here is what must hold for
every database, whatever is found in it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from domicile.catalog.run import load_map
from domicile.config import load
from domicile.pg.connection import session
from fix_unknown import Unknown

CORPUS = Path(__file__).parents[2] / "bench" / "corpus" / "train"
SCHEMAS = sorted(folder.name for folder in CORPUS.iterdir())
ANSWERS = ("--country", "US", "--home", "DE=env:NO_SUCH_HOME", "--service", "Test")
_SHORTEST_VALUE = 6


@pytest.fixture(params=SCHEMAS)
def filled(request: pytest.FixtureRequest, unknown: Unknown) -> tuple[Unknown, Path]:
    """A database with one of the schemas, and the folder that it is from."""
    folder = CORPUS / str(request.param)
    with psycopg.connect(unknown.dsn) as conn:
        for file in ("schema.sql", "data.sql"):
            conn.execute((folder / file).read_bytes())
    return unknown, folder


def test_every_proposal_is_usable_and_silent(filled: tuple[Unknown, Path]) -> None:
    """It resolves against its database, and no personal value is in what was written or printed."""
    unknown, folder = filled
    result = unknown.init(*ANSWERS, "--json")
    assert 0 == result.exit_code, result.output
    text = unknown.file.read_text("utf-8")
    told = text + result.output
    assert [] == [value for value in _personal_values(unknown, folder) if value in told]

    unknown.file.write_text(_with_evidence(unknown, text), "utf-8")
    with session(unknown.dsn, "hub") as conn:
        data_map = load_map(conn, load(unknown.file))
    assert data_map.tables


def _with_evidence(unknown: Unknown, text: str) -> str:
    """The draft with what a person would fill in where no country was found: the key will do."""

    def filled_in(found: re.Match[str]) -> str:
        with psycopg.connect(unknown.dsn) as conn:
            row = conn.execute(
                "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid "
                "AND a.attnum = i.indkey[0] WHERE i.indisprimary AND i.indrelid = %s::regclass",
                [found[1]],
            ).fetchone()
        column = str(row[0]) if row else ""
        entry = f'[[subject.evidence]]\nspeaks_for = "residence"\ncolumn = "{column}"'
        return f"{found[0].splitlines()[0]}\n{entry}"

    return re.sub(r'table = "([\w.]+)"\n# TODO: \[\[subject.evidence\]\].*', filled_in, text)


def _personal_values(unknown: Unknown, folder: Path) -> set[str]:
    """The values of columns that identify people, as long as no name is by chance."""
    with (folder / "labels.csv").open(encoding="utf-8") as file:
        labels = [(row["table"], row["column"], row["label"]) for row in csv.DictReader(file)]
    values: set[str] = set()
    with psycopg.connect(unknown.dsn) as conn:
        for table, column, label in labels:
            if label.startswith(("user.name", "user.contact.email", "user.contact.phone")):
                query = sql.SQL("SELECT DISTINCT {}::text FROM {} WHERE {} IS NOT NULL").format(
                    sql.Identifier(column), sql.Identifier(table), sql.Identifier(column)
                )
                values |= {str(row[0]) for row in conn.execute(query)}
    return {value for value in values if len(value) >= _SHORTEST_VALUE}
