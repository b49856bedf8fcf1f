"""`make bench-discovery`: how right `domicile init` is on the halves of the corpus, and how fast.

ARGS: `train`, `practice` or `test` alone; `--wrong` lists what was wrong (never of `test`: the
rules must not learn from it); `rivals` measures it beside other tools instead, `estate` at size.
"""

from __future__ import annotations

import sys
import time

import estate
from labelled import HALVES, Half, load, schemas
from score import Score, found, lines, paths, shown, tally, tally_paths

import rivals
from domicile.discovery.run import Wish, discover
from domicile.pg.embedded import Cluster


def measure(half: Half, cluster: Cluster) -> tuple[Score, float]:
    """The score of one half, and the seconds that looking took."""
    score, seconds = Score(), 0.0
    for schema in schemas(half):
        dsn = load(schema, cluster["hub"].dsn("postgres"))
        start = time.perf_counter()
        proposal = discover(dsn, Wish())
        seconds += time.perf_counter() - start
        tally(score, schema, found(proposal), shown(proposal))
        tally_paths(score, schema, paths(proposal))
    return score, seconds


def main() -> None:
    """Print the score of each half that is asked for, or the table of tools."""
    if "rivals" in sys.argv[1:]:
        rivals.main([word for word in sys.argv[1:] if word != "rivals"])
        return
    if "estate" in sys.argv[1:]:
        estate.main()
        return
    halves = [half for half in HALVES if half in sys.argv[1:]] or HALVES
    with Cluster.attached(settings={"shared_buffers": "128MB"}) as cluster:
        for half in halves:
            score, seconds = measure(half, cluster)
            print("\n".join(lines(half, score)))
            print(f"  looked at in {seconds:.1f} s\n")
            if "--wrong" in sys.argv:
                print("\n".join(score.wrong))


if __name__ == "__main__":
    main()
