"""A large estate: how long `domicile init` takes for 1,000 tables of 10 MB, and how much memory.

By itself it takes schemas of ten tables, and rows per table, as arguments.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from psycopg import sql

from domicile.pg.embedded import Cluster

_SCHEMAS, _ROWS = 100, 15_000
_RUNS = 3
_SETTINGS = {"shared_buffers": "128MB", "max_wal_size": "8GB", "autovacuum": "off"}


def main(schemas: int = _SCHEMAS, rows: int = _ROWS) -> None:
    """Build the estate, look at it in a process of its own, print times and peak memory."""
    with Cluster.attached(settings=_SETTINGS) as cluster:
        dsn = cluster["hub"].dsn("postgres")
        size = build(dsn, schemas, rows)
        print(f"{schemas * 10} tables, {size / 2**30:.1f} GiB on disk", flush=True)
        for run in range(_RUNS):
            seconds, peak, found = look(dsn)
            print(f"  run {run + 1}: {seconds:.1f} s, peak {peak} MiB, {found} lines written")


def build(dsn: str, schemas: int, rows: int) -> int:
    """Make the tables; the bytes of the database."""
    text = sql.SQL(Path(__file__).with_name("estate.sql").read_text("utf-8"))  # type: ignore[arg-type]
    with psycopg.connect(dsn, autocommit=True) as conn:
        for number in range(schemas):
            name = sql.Identifier(f"module_{number}")
            conn.execute(text.format(schema=name, rows=sql.Literal(rows)))
            print(f"\r{number + 1} of {schemas} schemas", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        row = conn.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) if row else 0


def look(dsn: str) -> tuple[float, int, int]:
    """Seconds, peak resident memory in MiB, and lines of the file, of one `domicile init`."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "domicile.toml"
        command = [sys.executable, "-m", "domicile", "init", "--hub", dsn, "--config", str(file)]
        start = time.perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            raise SystemExit(f"init ended with {os.waitstatus_to_exitcode(status)}")
        return seconds, usage.ru_maxrss // 1024, len(file.read_text("utf-8").splitlines())


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:3]))
