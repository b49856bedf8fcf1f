"""One trip's subjects on their way: what the workers of a process share, and what each tries."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypedDict

from domicile.errors import DatabaseError
from domicile.relocation import store
from domicile.relocation.model import MOST, Report, Work
from domicile.relocation.pace import Limits
from domicile.relocation.script import Script
from domicile.relocation.session import Session
from domicile.relocation.store import Batch, Key


class Wishes(TypedDict, total=False):
    """`Wish` as keyword arguments."""

    home: str | None
    where: str | None
    limit: int | None
    patience_s: float
    batch: int
    pause_s: float
    workers: int
    limits: Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the caller of `move` or `return` asked for.

    Attributes:
        home: only trips to or from that home.
        where: an SQL condition on the subject's row `s`; only those subjects.
        limit: at most that many subjects.
        patience_s: how long to come back for subjects whose rows the application holds, and how
            long a transaction that has asked a home is waited for before people come there.
        batch: at most that many subjects at once.
        pause_s: how long writers to the people of one batch may wait: what its size aims at.
        workers: how many batches at a time.
        limits: what the hub must not be asked to bear.
    """

    home: str | None = None
    where: str | None = None
    limit: int | None = None
    patience_s: float = 30.0
    batch: int = MOST
    pause_s: float = 0.04
    workers: int = 1
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the directory to be looked at again in smaller batches, `until` included."""

    after: Key | None
    until: Key
    size: int


@dataclass
class Errand:
    """The queue of one trip. Workers take turns to find subjects; what follows, each does alone.

    Attributes:
        last: where the search of this pass stands; `over` when it has come to the end.
        refused: subjects of this pass that a home or the hub will not have as they are.
        stopped: somebody asks the workers to end after the batch that they are in.
    """

    work: Work
    script: Script
    wish: Wish
    report: Report
    tell: Callable[[], None]
    last: Key | None = None
    over: bool = False
    stopped: bool = False
    refused: int = 0
    _in_flight: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _sum: threading.Lock = field(default_factory=threading.Lock)

    def find(self, hub: Session, size: int, stretch: Stretch | None = None) -> Batch | None:
        """Lock the next subjects; None when there are none, or no more are wanted.

        One search at a time: the next worker goes on where this one ended. Without a stretch it
        is the next part of the whole directory.
        """
        with self._turn:
            size = self._allowed(size)
            if self.stopped or size <= 0 or (stretch is None and self.over):
                return None
            after, until = (stretch.after, stretch.until) if stretch else (self.last, None)
            batch = store.find(hub, self.script, size=size, after=after, until=until)
            if stretch is None:
                self.over = batch is None
                self.last = batch.last if batch else None
            if batch is not None:
                with self._sum:
                    self._in_flight += batch.subjects
            return batch

    def give_back(self, batch: Batch) -> None:
        """These subjects have not gone."""
        with self._sum:
            self._in_flight -= batch.subjects

    def count(self, batch: Batch) -> None:
        """These subjects have gone."""
        with self._sum:
            self._in_flight -= batch.subjects
            self.report.batches += 1
            self.report.subjects += batch.subjects
            self.report.rows += sum(batch.rows.values())
            self.tell()

    def refuse(self, batch: Batch, error: DatabaseError) -> None:
        """A server will not have this one subject; the others go on.

        Raises:
            DatabaseError: it is not the subject's fault.
        """
        if not error.sqlstate.startswith("23"):
            raise error
        with self._sum:
            self.refused += 1
            self.report.refused.append(
                f"{self.work.kind} {', '.join(batch.last)} stays at {batch.trip.source}: {error}"
            )

    def start_again(self) -> None:
        """A new pass, for those who were held."""
        self.last, self.over = None, False
        self.hope()

    def hope(self) -> None:
        """Those who were refused in this pass may go in another one: they wait."""
        with self._sum:
            del self.report.refused[len(self.report.refused) - self.refused :]
            self.refused = 0

    @property
    def full(self) -> bool:
        """True when as many have gone as were wanted."""
        return self._allowed(1) <= 0

    def _allowed(self, size: int) -> int:
        with self._sum:
            if self.wish.limit is None:
                return size
            return min(size, self.wish.limit - self.report.subjects - self._in_flight)
