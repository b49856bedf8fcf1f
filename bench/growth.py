"""`make bench-growth`: seconds per 1,000 people must stay flat, whatever there is of everything."""

from __future__ import annotations

import argparse
import os

from population import move, open_population

SIZES = (10_000, 100_000, 1_000_000)
WORKERS = (1, 2, 4)
HOMES = (1, 4, 16)


def measure(people: int, workers: int, homes: int) -> None:
    """Print a line: one move of half of these people, spread over these homes."""
    with open_population(people, homes) as population:
        population.apply()
        moved = move(population, "--workers", str(workers))
        population.check()
        per_thousand = moved.seconds / population.moving * 1_000
        print(
            f"{people:10,} people {workers:3} workers {homes:3} homes: {moved.seconds:8.2f} s,"
            f" {per_thousand:7.3f} s per 1,000 moved, peak {moved.peak_mib:.0f} MiB",
            flush=True,
        )


def main() -> None:
    """Sizes with one worker and one home; then workers, and homes, at the middle size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, help="5000000, too, when asked for")
    sizes = parser.parse_args().sizes or list(SIZES)
    print(f"{os.cpu_count()} cores; half of the people move, with four rows each")
    for people in sizes:
        measure(people, 1, 1)
    middle = sizes[len(sizes) // 2]
    for workers in WORKERS[1:]:
        measure(middle, workers, 1)
    for homes in HOMES[1:]:
        measure(middle, 1, homes)


if __name__ == "__main__":
    main()
