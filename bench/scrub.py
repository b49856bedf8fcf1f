"""What it takes to forget: how much VACUUM leaves, what a scrub costs, whom it keeps waiting."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import psycopg

from domicile.relocation.run import move
from domicile.scrub.run import Wishes, scrub
from world import AS_OF, World, open_world

PEOPLE = 300_000
SPARSE = 20_000
_SPARSE = """
CREATE TABLE sparse (id int PRIMARY KEY, country text, name text, email text, note text);
INSERT INTO sparse
SELECT i, CASE WHEN i % 3 = 0 THEN 'RU' ELSE 'US' END, 'x' || i,
       CASE WHEN i % 3 = 0 THEN 'needle' || i || '@x.org' ELSE 'local' || i END,
       repeat('b', (i * 7) % 200)
FROM generate_series(1, 20000) i;
"""
_BLANK = (
    b"UPDATE sparse SET name = NULL, email = NULL, note = NULL"
    b" WHERE country = 'RU' AND id BETWEEN %s AND %s"
)
_SIZES = (1900, 900, 400, 200, 100, 50, 20, 8, 1, 0)


def main() -> None:
    """Print what is left after each way, and the seconds and megabytes of a scrub."""
    with open_world(PEOPLE) as world:
        world.apply()
        move(world.config, as_of=AS_OF, progress=lambda _done, _total: None)
        _fill_holes(world)
        _scrub(world)


def _fill_holes(world: World) -> None:
    """VACUUM, and then new versions of one row laid over the holes that it leaves."""
    with world.connect("hub") as hub:
        hub.execute(_SPARSE)
        _print_left(world, hub, "before")
        for start in range(0, SPARSE, 500):
            hub.execute(_BLANK, (start, start + 499))
        hub.execute("VACUUM sparse")
        _print_left(world, hub, "VACUUM")
        statements = sum(_lay_over(hub, size) for size in _SIZES)
        hub.execute("VACUUM sparse")
        _print_left(world, hub, f"VACUUM, {statements:,} row versions laid over it, VACUUM")
        hub.execute("VACUUM FULL sparse")
        _print_left(world, hub, "VACUUM FULL")


def _lay_over(hub: psycopg.Connection, size: int) -> int:
    """Let a row of that size wander into every page with room for it; how many versions."""
    before = _size(hub)
    (place,) = _row(hub, "SELECT ctid FROM sparse WHERE country = 'RU' LIMIT 1")
    versions = 0
    with hub.transaction():
        while versions < 2 * SPARSE and (versions % 50 or _size(hub) == before):
            statement = b"UPDATE sparse SET name = repeat('f', %s) WHERE ctid = %s RETURNING ctid"
            (place,) = hub.execute(statement, (size, place)).fetchone() or (None,)
            versions += 1
    return versions


def _print_left(world: World, hub: psycopg.Connection, after: str) -> None:
    hub.execute("CHECKPOINT")
    (path,) = _row(hub, "SELECT pg_relation_filepath('sparse')")
    left = (Path(world.cluster["hub"].data) / str(path)).read_bytes().count(b"needle")
    print(f"values in the heap, {after}: {left:,}", flush=True)


def _scrub(world: World) -> None:
    waits: list[float] = []
    over = threading.Event()
    reader = threading.Thread(target=_read, args=(world, waits, over))
    reader.start()
    steps: list[tuple[float, str]] = []
    started = time.monotonic()
    try:
        report = scrub(
            world.config,
            Wishes(method="vacuum-full"),
            show=lambda _plan: None,
            say=lambda step: steps.append((time.monotonic(), step)),
            progress=lambda _what, _done, _total: None,
        )
    finally:
        ended = time.monotonic()
        over.set()
        reader.join()
    for done in report.rewritten:
        print(
            f"VACUUM FULL {done.table}: {done.bytes_before / 1e6:,.0f} MB to "
            f"{done.bytes_after / 1e6:,.0f} MB in {done.seconds:.2f} s, "
            f"{done.bytes_after / 1e6 / done.seconds:,.0f} MB/s of what stays"
        )
    wal_s = ended - next(at for at, step in steps if step.startswith("pg_wal"))
    print(
        f"WAL: {report.wal_segments} segments and the checkpoints in {wal_s:.2f} s; all of the "
        f"scrub in {ended - started:.2f} s; a reader of one row waited {max(waits):.2f} s at most"
    )


def _read(world: World, waits: list[float], over: threading.Event) -> None:
    with world.connect("hub") as conn:
        while not over.wait(0.005):
            started = time.monotonic()
            conn.execute("SELECT country FROM public.person WHERE id = 1")
            waits.append(time.monotonic() - started)


def _size(hub: psycopg.Connection) -> object:
    return _row(hub, "SELECT pg_relation_size('sparse')")[0]


def _row(hub: psycopg.Connection, query: str) -> tuple[object, ...]:
    return hub.execute(query.encode()).fetchone() or ()
