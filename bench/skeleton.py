"""Measuring a skeleton: every set of up to three of eight quasi-identifiers, and the cure.

Exact counts, in the hub. What one count costs grows with the number of people; how many there are
depends on the columns. The ratio is to one sequential scan of the table. `DOMICILE_BENCH_ROWS` or
an argument says how many people there are (1,000,000).
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from math import comb
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from domicile.config import Config, load
from domicile.pg.embedded import Cluster
from domicile.skeleton.model import Measurement
from domicile.skeleton.run import Wish, measure
from world import SETTINGS

ROWS = int(os.environ.get("DOMICILE_BENCH_ROWS", "1000000"))
ROUNDS = 5
QUASI = 8
SIZE = 3
#: From "every second person is singled out by two columns" to "only three columns do it".
SHARES = (5.0, 50.0)
_MAP = """
[hub]
dsn = "env:BENCH_HUB"
country = "US"
[homes.RU]
dsn = "dbname=ru"
[service]
name = "Bench"
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "language"
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name" }
"""
_FILL = """
CREATE TABLE person (
    id bigint PRIMARY KEY, name text, birth_year smallint, postal_code text, gender text,
    language text, registered date, store_id int, plan text, device text);
INSERT INTO person
SELECT i, 'Person number ' || i, 1940 + (random() * 70)::int,
       lpad((random() ^ 2 * 20000)::int::text, 5, '0'),
       (ARRAY['f', 'm', 'x'])[1 + floor(random() * 2.03)::int],
       (ARRAY['en', 'ru', 'kk', 'de', 'fr', 'es'])[1 + floor(random() ^ 3 * 6)::int],
       date '2015-01-01' + (random() * 4000)::int, (random() ^ 2 * 500)::int,
       (ARRAY['free', 'plus', 'pro'])[1 + floor(random() ^ 4 * 3)::int],
       CASE WHEN random() < 0.9 THEN 'device ' || (random() * 40)::int END
FROM generate_series(1, %(people)s) i;
"""


def main(rows: int = ROWS) -> None:
    """Print the seconds, the counts and the ratio, for two shares."""
    with (
        Cluster.attached("hub", settings=SETTINGS) as cluster,
        TemporaryDirectory() as folder,
        psycopg.connect(cluster["hub"].dsn(), autocommit=True) as conn,
    ):
        os.environ["BENCH_HUB"] = cluster["hub"].dsn()
        path = Path(folder) / "domicile.toml"
        path.write_text(_MAP, encoding="utf-8")
        with psycopg.ClientCursor(conn) as cursor:
            cursor.execute("SELECT setseed(0.5)")
            cursor.execute(_FILL, {"people": rows})
        conn.execute("VACUUM ANALYZE person")
        scan = statistics.median(_scan(conn) for _ in range(ROUNDS))
        print(f"skeleton, {rows:,} people: a sequential scan takes {scan:.3f} s", flush=True)
        for share in SHARES:
            _ours(load(path), share, scan)


def _scan(conn: psycopg.Connection) -> float:
    started = time.monotonic()
    conn.execute("SELECT count(*) FROM person")
    return time.monotonic() - started


def _ours(config: Config, share: float, scan: float) -> None:
    counts = [0]

    def tell(_kind: str, number: int, _columns: tuple[str, ...]) -> None:
        counts[0] = number + 1

    started = time.monotonic()
    (it,) = measure(config, tell, Wish(percent=share, set_size=SIZE))
    seconds = time.monotonic() - started
    if len(it.quasi) != QUASI or it.classes is None or it.unmeasured:
        raise RuntimeError(f"{len(it.quasi)} quasi-identifiers, {len(it.unmeasured)} unmeasured")
    print(
        f"share {share:g} %: {seconds:.1f} s, {seconds / scan:,.0f} scans; {counts[0]} counts"
        f" ({seconds / counts[0] / scan:.0f} scans each); {_found(it)}",
        flush=True,
    )


def _found(it: Measurement) -> str:
    sets = sum(comb(QUASI, size) for size in range(1, SIZE + 1))
    return f"{len(it.found)} smallest sets of {sets} possible, cure in {len(it.steps)} steps"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
