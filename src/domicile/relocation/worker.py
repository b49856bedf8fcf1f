"""One worker: batch after batch of one trip, R1 to R6, until its pass over the queue ends."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from domicile.errors import DatabaseError, TryAgain
from domicile.relocation import store, wide
from domicile.relocation.errand import Errand, Stretch
from domicile.relocation.holders import Holders
from domicile.relocation.model import FIRST_BATCH, next_size
from domicile.relocation.pace import Pace
from domicile.relocation.probe import hold
from domicile.relocation.store import Batch
from domicile.relocation.world import World

#: Constraints that one person's rows break, and statements that took too long for somebody.
_SMALLER = ("23", "57014")


@dataclass(slots=True)
class Worker:
    """A world of its own, and an errand and a pace that it shares with the others.

    Attributes:
        wait: told why nothing moves for a while.
        again: stretches of the directory in which somebody held a row.
    """

    world: World
    errand: Errand
    pace: Pace
    wait: Callable[[str], None]
    size: int = FIRST_BATCH
    again: list[Stretch] = field(default_factory=list[Stretch])

    def run(self) -> None:
        """Take part in one pass.

        Raises:
            ServerUnavailable: the hub, or a home of this trip, does not answer.
            ComparisonFailed: R4 found a difference; nothing was blanked.
        """
        try:
            self._prepare()
            holders = self._holders()
            while not self.errand.stopped:
                hold(self.pace, self.wait, lambda: self.errand.stopped)
                if holders:
                    holders.wait()
                if not self._next(holders):
                    return
        except TryAgain:
            pass  # a table is held as a whole, here or at home: the next pass comes back
        except BaseException:
            self.errand.stopped = True
            raise
        finally:
            self.world.abandon()

    def _prepare(self) -> None:
        """What has to be known before the first batch; a home that is down is met here."""
        script = self.errand.script
        self.world.hub.prepare(script.subject)
        if script.trip.fills_hub:
            self.world.hub.prepare_staging()
        homes = self.world.homes_of(script.trip, script.subject)
        source = homes.get(script.trip.reads_home or "", self.world.hub)
        wide.look(source, script.parts)

    def _holders(self) -> Holders | None:
        home = self.errand.work.trip.compares_home
        return Holders(self.world.hub, home, self.errand.wish.patience_s) if home else None

    def _next(self, holders: Holders | None) -> bool:
        """One batch, of a stretch that is to be looked at again or else of the queue."""
        stretch = self.again.pop() if self.again else None
        size = stretch.size if stretch else self.size
        started = time.monotonic()
        batch = self.errand.find(self.world.hub, self.pace.size(size), stretch)
        if batch is None:
            self.world.rollback()
            return stretch is not None
        if stretch and batch.last != stretch.until:
            self.again.append(Stretch(batch.last, stretch.until, stretch.size))
        if not self._carry(batch, holders):
            self._step_aside(batch)
        elif batch.subjects:
            elapsed_s = time.monotonic() - started
            self.pace.after(batch.subjects, elapsed_s)
            wish = self.errand.wish
            self.size = next_size(size, elapsed_s, pause_s=wish.pause_s, most=wish.batch)
        return True

    def _carry(self, batch: Batch, holders: Holders | None) -> bool:
        """R1 to R6; False when it has to be tried again with fewer subjects."""
        moved = False
        try:
            moved = not batch.subjects or self._steps(batch, holders)
        except DatabaseError as error:
            if not error.sqlstate.startswith(_SMALLER):
                raise
            if batch.looked_at == 1:
                self.errand.refuse(batch, error)
        finally:
            if moved and batch.subjects:
                self.errand.count(batch)
            else:
                self.errand.give_back(batch)
                self.world.abandon()
        return moved

    def _steps(self, batch: Batch, holders: Holders | None) -> bool:
        """R1 to R6; False when the application holds what the batch needs."""
        hub, script = self.world.hub, self.errand.script
        homes = self.world.homes_of(batch.trip, script.subject)
        if not store.claim(hub, script, batch):
            return False
        store.transport(hub, homes, script, batch)
        if holders and not holders.let_go():
            return False
        store.flip(hub, script, batch)
        return True

    def _step_aside(self, batch: Batch) -> None:
        """Take fewer; a single subject is left for the next pass."""
        if batch.looked_at > 1:
            self.again.append(Stretch(batch.after, batch.last, batch.looked_at // 4 or 1))
