"""`make chaos TRIALS=1000 SEED=1`: random trials until one fails.

Each trial starts from the same village, so one is enough to see it again:

    make chaos SEED=1 FIRST=247 TRIALS=1
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from chaos.trial import Outcome, run
from chaos.village import settle
from domicile.pg.embedded import Cluster
from fix_pg import SETTINGS

_ROW = re.compile(r"\b(?:person|address|note) \d+")


def main() -> int:
    """Run the trials; 1 when one fails."""
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--trials", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=1, metavar="N")
    parser.add_argument("--go-on", action="store_true", help="do not stop at the first fault")
    wish = parser.parse_args()
    total, bad, began = Outcome(), 0, time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="domicile-chaos-") as folder,
        Cluster.attached("hub", "RU", "KZ", "DE", settings=SETTINGS) as cluster,
        settle(cluster, Path(folder)) as village,
    ):
        for number in range(wish.first, wish.first + wish.trials):
            outcome = run(village, f"{wish.seed}/{number}")
            _add(total, outcome)
            _progress(number - wish.first + 1, wish.trials, total, began)
            if outcome.faults:
                bad += 1
                _tell(outcome, wish.seed, number)
                if not wish.go_on:
                    break
    _summary(total, bad, time.monotonic() - began)
    return 1 if bad else 0


def _add(total: Outcome, outcome: Outcome) -> None:
    total.workers += outcome.workers
    total.struck += outcome.struck
    total.refused += outcome.refused
    total.writes += outcome.writes
    total.unanswered += outcome.unanswered
    total.torn += outcome.torn


def _progress(done: int, trials: int, total: Outcome, began: float) -> None:
    seconds = time.monotonic() - began
    line = f"{done}/{trials} trials, {seconds / done:.1f} s each, {total.writes} writes"
    print(f"\r{line}", end="", file=sys.stderr, flush=True)


def _tell(outcome: Outcome, seed: str, number: int) -> None:
    print(f"\ntrial {number} of seed {seed} failed:", file=sys.stderr)
    for fault in outcome.faults[:20]:
        print(f"  {fault}", file=sys.stderr)
    concerned = {word for fault in outcome.faults for word in _ROW.findall(fault)}
    concerned |= {row.replace("address ", "address_id=") for row in concerned}
    told = re.compile("|".join(rf"{row}\b" for row in concerned) or "$^")
    for line in outcome.history:
        if told.search(line) or not _ROW.search(line):
            print(f"    {line}", file=sys.stderr)
    print(f"  again: make chaos SEED={seed} FIRST={number} TRIALS=1", file=sys.stderr)


def _summary(total: Outcome, bad: int, seconds: float) -> None:
    print(file=sys.stderr)
    print(f"failed trials          {bad}")
    print(f"seconds                {seconds:.0f}")
    print(f"acknowledged writes    {total.writes}")
    print(f"COMMITs not answered   {total.unanswered}, of which at a home only: {total.torn}")
    _list("movers, by exit status", total.workers)
    _list("refused to the application, by SQLSTATE", total.refused)
    _list("strikes", total.struck)


def _list(title: str, counts: Counter[str]) -> None:
    print(title)
    for name, count in sorted(counts.items()):
        print(f"  {name:<28} {count:>6}")


if __name__ == "__main__":
    sys.exit(main())
