"""The protocol as data: every step of a batch, where it acts, and what a crash there means. Pure.

Each statement that a mover sends begins with its step's name in a comment, so a database
administrator sees in `pg_stat_activity` what a mover is doing, and a test can cut the wire
between any two of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Where = Literal["hub", "source", "home", "old home"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, the server that it acts on, and what its loss or a crash after it means.

    `after` is what is true once its effect is there and nobody has heard the answer.
    """

    name: str
    where: Where
    what: str
    after: str

    @property
    def mark(self) -> str:
        """What a statement of this step begins with."""
        return f"/* domicile {self.name} */ "


CLAIM = Step(
    "R1 claim",
    "hub",
    "lock the next subjects' directory rows, then their rows; what somebody holds is left out",
    "nothing: the locks end with the connection",
)
READ = Step(
    "R2 read",
    "source",
    "digest and COPY out the rows; where the hub is to forget them they are blanked in the same"
    " statement, in the transaction that ends with R6",
    "nothing: the hub's transaction is rolled back",
)
WRITE = Step(
    "R3 write",
    "home",
    "COPY into the home's staging table, then into its table, and the batch's row in its log",
    "nothing: the home's transaction is rolled back",
)
WRITE_COMMIT = Step(
    "R3 commit",
    "home",
    "the home commits",
    "garbage at home: its log has a batch that the hub's has not; the next run sweeps it",
)
COMPARE = Step(
    "R4 compare",
    "home",
    "each row that the home has committed equals the digest that the source's server gave",
    "as after R3",
)
SETTLE = Step(
    "R4 settle",
    "hub",
    "wait, bounded, for transactions that asked this home before R3 commit: they lack the rows",
    "as after R3",
)
FLIP = Step(
    "R6 flip",
    "hub",
    "fill what returns, set the directory, queue the purge of the old home, log the batch (R5)",
    "as after R3",
)
FLIP_COMMIT = Step(
    "R6 commit",
    "hub",
    "the hub commits: this one commit is the move",
    "the move is done; what is queued is purged by the next run",
)
PURGE = Step(
    "purge",
    "hub",
    "lock rows of the queue that no snapshot from before R6 can ask for, and take them out",
    "nothing: the queue is as it was",
)
PURGE_WRITE = Step(
    "purge write",
    "old home",
    "the old home deletes them and commits",
    "the rows are gone and still queued: they are deleted again, which changes nothing",
)
PURGE_COMMIT = Step("purge commit", "hub", "the queue forgets them", "the purge is done")

#: In the order in which a batch meets them.
STEPS = (
    CLAIM,
    READ,
    WRITE,
    WRITE_COMMIT,
    COMPARE,
    SETTLE,
    FLIP,
    FLIP_COMMIT,
    PURGE,
    PURGE_WRITE,
    PURGE_COMMIT,
)
