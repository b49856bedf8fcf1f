"""Deciding: the packs are read, verdicts are given, and a million people are decided in SQL.

To reach: packs in <= 150 ms, 100,000 verdicts (service, data map, date) a minute in one process,
and a million people within 5x of one sequential scan of their table.
"""

from __future__ import annotations

import itertools
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from domicile.catalog.run import load_map
from domicile.config.service import Service, categories
from domicile.law.case import Case
from domicile.law.store import shipped
from domicile.law.verdict import judge, judge_all
from domicile.pg import servers
from domicile.placement.run import judge as judge_config
from domicile.placement.run import targets
from domicile.placement.store import take_census
from world import AS_OF, World, open_world

ROWS = int(os.environ.get("DOMICILE_BENCH_ROWS", "1000000"))
ROUNDS = 5
_LOAD = (
    "import time; from domicile.law.store import shipped; s = time.perf_counter();"
    " n = len(shipped()); print(n, time.perf_counter() - s)"
)


def main() -> None:
    """Print the three."""
    _packs()
    _verdicts()
    with open_world(ROWS // 2) as world:
        _people(world)


def _packs() -> None:
    times: list[float] = []
    count = ""
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True
        )
        count, seconds = done.stdout.split()
        times.append(float(seconds))
    print(f"{count} packs read and checked: {statistics.median(times) * 1000:.0f} ms")


def _verdicts() -> None:
    chance, laws, cases = random.Random(1), shipped(), list(itertools.islice(_cases(), 500))
    pairs = [(chance.choice(laws), each) for each in cases * 20]
    started = time.perf_counter()
    for law, each in pairs:
        judge(law, each)
    one = (time.perf_counter() - started) / len(pairs)
    started = time.perf_counter()
    for each in cases:
        judge_all(laws, (), each)
    every = (time.perf_counter() - started) / len(cases)
    print(
        f"verdicts of one law a minute: {60 / one:,.0f}; of {len(laws)} laws on one case:"
        f" {60 / every:,.0f} cases, {60 / every * len(laws):,.0f} verdicts"
    )


def _cases() -> Iterator[Case]:
    chance, known = random.Random(2), sorted(categories())
    codes = ["RU", "CN", "IN", "DE", "GB", "US", "BR", "VN", "KZ", "TR", "FR", "KE", "NG"]
    while True:
        yield Case(
            service=Service(
                name="any",
                kinds=frozenset(chance.sample(["social-network", "payment-system", "health"], 1)),
                established_in=frozenset(chance.sample(codes, 2)),
                targets=frozenset(chance.sample(codes, 4)),
            ),
            collected=frozenset(chance.sample(known, 12)),
            hub="US",
            as_of=date(2014, 1, 1) + timedelta(days=chance.randrange(4_700)),
        )


def _people(world: World) -> None:
    with servers.hub(world.config) as conn:
        subjects = load_map(conn, world.config).subjects
        started = time.perf_counter()
        found = targets(world.config, judge_config(world.config, AS_OF))
        decided = time.perf_counter() - started
        pairs: list[tuple[float, float]] = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            conn.execute("SELECT count(*), max(length(email)) FROM public.person").fetchall()
            scan = time.perf_counter() - started
            started = time.perf_counter()
            take_census(conn, world.config, subjects)
            pairs.append((scan, time.perf_counter() - started))
    scan, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(ours / scan for scan, ours in pairs)
    print(
        f"{ROWS:,} people decided in SQL: {ours:.2f} s; a sequential scan: {scan:.2f} s;"
        f" {ratio:.1f} x; the {len(found)} placements: {decided:.2f} s"
    )
