"""What the model of the protocol consists of: one person, with one row of one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Names = frozenset[int]
NOBODY: Names = frozenset()
HUB, HOME = "hub", "home"


class Proc(NamedTuple):
    """A worker, a writer or a reader: where it is, and what it has in hand.

    Attributes:
        role: `move`, `return`, `write`, `insert`, `snapshot` (a reader with an old snapshot of
            the hub) or `committed` (one in READ COMMITTED, with an old snapshot of the home).
        at: its place in its program.
        value: what it carries or writes; what a reader's snapshot has.
        where: where its directory row or its snapshot says that the person lives.
        seen: what the source had (a mover); what was acknowledged when it began (a reader).
        batch: the number of its batch, a new one for every attempt.
        open: it has a transaction in the hub.
        lost: that transaction is gone, and it does not know yet.
        pending: its open transaction at home: `write` or `delete`.
        waits: the processes whose transactions have to end first.
        dead: batches that its sweep believes to be dead.
    """

    role: str
    at: str
    value: int | None = None
    where: str | None = None
    seen: int | None = None
    batch: int = 0
    open: bool = False
    lost: bool = False
    pending: str = ""
    waits: Names = NOBODY
    dead: Names = NOBODY


class State(NamedTuple):
    """Hub, home, and everybody who works on them.

    Attributes:
        where: the directory: `hub`, `home`, or None before the person exists.
        hub: the value in the hub's row; None is blank.
        hub_log, home_log: batches in the two logs.
        queue: who may still read the old home; None when no purge is queued.
        home: the value of the home's row; None is no row.
        exclusive, shared: who holds the directory's row.
        queue_lock, row_lock: who holds the queue's row, and the home's.
        late: a commit at home whose sender died: (value, batch) will land at any time.
        acked, tried: the newest value that was acknowledged, and that was sent.
        crashed: the one crash has happened.
        distorts: something at home (a trigger, a rule) changes what is written there.
        last: the same command runs again, alone, after everything.
    """

    procs: tuple[Proc, ...]
    where: str | None = HUB
    hub: int | None = 0
    hub_log: Names = NOBODY
    queue: Names | None = None
    home: int | None = None
    home_log: Names = NOBODY
    exclusive: int | None = None
    shared: Names = NOBODY
    queue_lock: int | None = None
    row_lock: int | None = None
    late: tuple[int | None, int] | None = None
    acked: int = 0
    tried: int = 0
    crashed: bool = False
    last: bool = False
    distorts: bool = False

    def put(self, i: int, **changes: object) -> State:
        """The state with a process changed."""
        proc = self.procs[i]._replace(**changes)
        return self._replace(procs=(*self.procs[:i], proc, *self.procs[i + 1 :]))

    def ended(self, i: int) -> State:
        """The hub's transaction of a process is over: its locks are free, nobody waits for it."""
        me = frozenset({i})
        return self._replace(
            exclusive=None if self.exclusive == i else self.exclusive,
            shared=self.shared - me,
            queue_lock=None if self.queue_lock == i else self.queue_lock,
            queue=None if self.queue is None else self.queue - me,
            procs=tuple(
                proc._replace(waits=proc.waits - me) if i in proc.waits else proc
                for proc in self.procs
            ),
        ).put(i, open=False)

    def dropped(self, i: int) -> State:
        """Its transaction at home is rolled back."""
        row_lock = None if self.row_lock == i else self.row_lock
        return self._replace(row_lock=row_lock).put(i, pending="")

    def aborted(self, i: int) -> State:
        """It gives everything back and starts anew."""
        role = self.procs[i].role
        start = START[role]
        batch = self.procs[i].batch
        state = self.dropped(i).ended(i)
        return state.put(i, **Proc(role, start, batch=batch)._asdict())

    def others(self, i: int) -> Names:
        """Who else has a transaction in the hub."""
        return frozenset(j for j, proc in enumerate(self.procs) if proc.open and j != i)

    def unlocked(self, i: int) -> bool:
        """True when nobody else holds the directory's row."""
        return self.exclusive in (None, i) and not self.shared - {i}


#: Where each role's program begins.
START = {
    "move": "log",
    "return": "log",
    "write": "idle",
    "insert": "insert",
    "snapshot": "begin",
    "committed": "begin",
}


@dataclass(frozen=True)
class Safeguards:
    """What makes the protocol hold; each can be dropped, to see what it is good for."""

    writer_locks: bool = True
    mover_locks: bool = True
    compares: bool = True
    logs_at_home: bool = True
    fences: bool = True
    settles: bool = True
    sweep_waits: bool = True
    sweep_checks: bool = True
    purge_waits: bool = True
    purge_locks: bool = True
