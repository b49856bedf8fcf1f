"""Verifying everybody, against a plain SHA-256 of every row in both servers.

DESIGN §8: >= 0.9 of its speed. `DOMICILE_BENCH_ROWS` says how many rows the hub has, half of them
residents of the home (1,000,000). `DOMICILE_BENCH_MIRRORED=1` keeps them in the hub too, so that
every resident's values are compared and not its key alone.
"""

from __future__ import annotations

import os
import resource
import statistics
import time

from domicile.evidence.run import verify
from domicile.relocation.run import move
from world import AS_OF, World, open_world

ROWS = int(os.environ.get("DOMICILE_BENCH_ROWS", "1000000"))
MIRRORED = bool(os.environ.get("DOMICILE_BENCH_MIRRORED"))
ROUNDS = 7
_PLAIN = (
    b"SELECT count(sha256(convert_to(ROW(t.id, t.name, t.email, t.phone)::text, 'UTF8')))"
    b" FROM public.person t"
)


def main() -> None:
    """Print the ratio, the median of several rounds taken in turn."""
    with open_world(ROWS // 2) as world:
        world.apply()
        if MIRRORED:
            _mirror(world)
        else:
            move(world.config, as_of=AS_OF, progress=lambda _done, _total: None)
        for name in ("hub", "RU"):
            world.connect(name).execute("VACUUM ANALYZE")
        pairs = [(_plain(world), _ours(world)) for _ in range(ROUNDS)]
    plain, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"verify, {ROWS:,} rows in the hub and {ROWS // 2:,} at home"
        f"{', mirrored' if MIRRORED else ''}: {ours:.2f} s, {memory:.0f} MiB; "
        f"sha256 of every row in both servers, one after the other: {plain:.2f} s"
    )
    print(f"sha256 of every row / verify: {ratio:.2f}", flush=True)


def _plain(world: World) -> float:
    """The hub's rows, then the home's; each server may use all its cores."""
    started = time.monotonic()
    for name in ("hub", "RU"):
        with world.connect(name) as conn:
            conn.execute(_PLAIN).fetchone()
    return time.monotonic() - started


def _ours(world: World) -> float:
    started = time.monotonic()
    result = verify(world.config, lambda _table, _rows: None)
    if (result.rows, result.residents, result.at_homes, result.found) != (
        ROWS,
        ROWS // 2,
        ROWS // 2,
        0,
    ):
        raise RuntimeError(f"verified {result.rows}, found {result.found}")
    return time.monotonic() - started


def _mirror(world: World) -> None:
    """The residents live at the home and in the hub: copied by hand, for speed."""
    with (
        world.connect("hub") as hub,
        world.connect("RU") as home,
        hub.cursor() as reading,
        home.cursor() as writing,
    ):
        with (
            reading.copy(
                b"COPY (SELECT id, name, email, phone FROM public.person WHERE country = 'RU')"
                b" TO STDOUT (FORMAT binary)"
            ) as outgoing,
            writing.copy(
                b"COPY public.person (id, name, email, phone) FROM STDIN (FORMAT binary)"
            ) as incoming,
        ):
            for block in outgoing:
                incoming.write(block)
        hub.execute(
            b"UPDATE domicile.directory_person SET home = 'RU', mirrored = true"
            b" WHERE domicile = 'RU'"
        )
