#!/usr/bin/env python3
"""Load the Sakila sample into an empty database.

python examples/sakila/load.py DSN FOLDER

FOLDER has `schema.sql` and one CSV file with a header per table. The role `app` is made too:
it stands for the application, with its rights on the tables and none on the schema.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import psycopg
from psycopg import sql

_GRANTS = """
DO $$ BEGIN
    CREATE ROLE app LOGIN;
EXCEPTION WHEN duplicate_object THEN
    NULL;  -- another database of this server has it
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app;
"""


def load(dsn: str, folder: Path) -> None:
    """Make the schema and fill its tables, in one transaction.

    The tables are filled in the order in which the schema makes them; the one foreign key that
    looks forward, from staff to store, is checked at the end.
    """
    schema = (folder / "schema.sql").read_bytes()
    with psycopg.connect(dsn) as conn:
        conn.execute(schema)
        for table in re.findall(r"^CREATE TABLE (\w+)", schema.decode(), re.MULTILINE):
            _fill(conn, table, folder / f"{table}.csv")
        conn.execute(_GRANTS)
        conn.execute("ANALYZE")


def _fill(conn: psycopg.Connection, table: str, file: Path) -> None:
    """Copy the file into the table, and set the sequence of its serial key, if it has one."""
    content = file.read_bytes()
    columns = content.split(b"\n", 1)[0].decode().strip().split(",")
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    into = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, HEADER match)")
    with conn.cursor().copy(into.format(sql.Identifier(table), names)) as copy:
        copy.write(content)
    key = columns[0]
    conn.execute(
        sql.SQL("SELECT setval(pg_get_serial_sequence(%s, %s), max({})) FROM {}").format(
            sql.Identifier(key), sql.Identifier(table)
        ),
        [table, key],
    )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    load(sys.argv[1], Path(sys.argv[2]))
