"""Transactions of the application that have asked a home, and what a mover owes them (I8).

postgres_fdw reads a home at one snapshot for a whole transaction of the hub. A transaction that
asked a home before R3 cannot write there to a person who comes with this batch: it would be told
to try again (40001). Every function that asks a home holds a shared advisory lock until the end
of the transaction; between R3 and R6 a mover waits for those that held it then.

It holds its own locks meanwhile, so it does not wait for long, and not at all for somebody who
waits for it: then it steps aside, waits without locks, and takes the batch again. A report that
runs for longer than the caller's patience is not waited for: it reads on undisturbed, and only a
write of that same transaction to somebody who came after its first look is refused.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from domicile.pg.compose import Composed, sql
from domicile.relocation.session import Session
from domicile.relocation.steps import SETTLE
from domicile.residence.naming import LOCK_SPACE

#: How long writers to the batch's people wait for the application's own transactions.
PAUSE_S = 0.02
_FIRST_NAP_S = 0.0005
_LONGEST_NAP_S = 0.05


@dataclass(slots=True)
class Holders:
    """Those who have asked one home.

    Attributes:
        hub: the mover's session.
        patience_s: how long a transaction is waited for, without locks, before it is left alone.
        met: transactions that were in the way, and since when.
    """

    hub: Session
    home: str
    patience_s: float
    met: dict[str, float] = field(default_factory=dict[str, float])

    def let_go(self) -> bool:
        """R4: wait, with locks, until those of this moment have ended; False: step aside."""
        self.hub.during(SETTLE)
        waited_for = self._now() - self._left_alone()
        until = time.monotonic() + PAUSE_S
        nap = _FIRST_NAP_S
        while waited_for:
            if time.monotonic() > until or self._wait_for_us(waited_for):
                now = time.monotonic()
                for transaction in waited_for:
                    self.met.setdefault(transaction, now)
                return False
            time.sleep(nap)
            nap = min(nap * 2, _LONGEST_NAP_S)
            waited_for &= self._now()
        return True

    def wait(self) -> None:
        """Without locks: until those who were in the way have ended, or patience has."""
        if not self.met:
            return
        nap = _FIRST_NAP_S
        while True:
            here = self._now()
            self.hub.rollback()
            self.met = {each: since for each, since in self.met.items() if each in here}
            if self.met.keys() <= self._left_alone():
                return
            time.sleep(nap)
            nap = min(nap * 2, _LONGEST_NAP_S)

    def _left_alone(self) -> set[str]:
        long_ago = time.monotonic() - self.patience_s
        return {each for each, since in self.met.items() if since < long_ago}

    def _now(self) -> set[str]:
        return {str(row[0]) for row in self.hub.rows(asked(self.home))}

    def _wait_for_us(self, transactions: set[str]) -> bool:
        (found,) = self.hub.rows(_WAIT_FOR_US, [sorted(transactions)])[0]
        return bool(found)


def asked(home: str) -> Composed:
    """The open transactions that have asked a home, other than one's own."""
    return sql.SQL(
        "SELECT DISTINCT l.virtualtransaction FROM pg_locks l"
        " WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted"
        " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        " AND l.classid = {}::oid AND l.objid = (hashtext({})::bigint & 4294967295)::oid"
        " AND l.pid <> pg_backend_pid()"
    ).format(sql.Literal(LOCK_SPACE), sql.Literal(home))


_WAIT_FOR_US = sql.SQL(
    "SELECT EXISTS (SELECT FROM pg_locks l WHERE NOT l.granted AND l.virtualtransaction = ANY (%s)"
    " AND pg_backend_pid() = ANY (pg_blocking_pids(l.pid)))"
)
