"""`move` and `return`: any number of workers, on any machines, run the same loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Unpack

from domicile.config.model import Config
from domicile.errors import ServerUnavailable
from domicile.pg.compose import Composable, every, raw, sql
from domicile.placement.run import judge, targets
from domicile.placement.store import write_targets
from domicile.relocation import store
from domicile.relocation.errand import Errand, Wish, Wishes
from domicile.relocation.model import Progress, Report, Work
from domicile.relocation.pace import Pace
from domicile.relocation.pins import settle_pins
from domicile.relocation.probe import watching
from domicile.relocation.purge import purge
from domicile.relocation.queue import planned_for, subject_where
from domicile.relocation.script import script
from domicile.relocation.sweep import confirm_flipped, sweep
from domicile.relocation.worker import Worker
from domicile.relocation.world import World, open_world
from domicile.residence.plan import missing_indexes

__all__ = ["World", "move", "open_world", "return_"]

_PASS_PAUSE_S = 0.2
_TIDY_PATIENCE_S = 5.0
Say = Callable[[str], None]


def silent(_: str) -> None:
    """Nobody wants to know."""


def move(
    config: Config,
    *,
    as_of: date,
    progress: Progress,
    say: Say = silent,
    **wish: Unpack[Wishes],
) -> Report:
    """Carry everybody to where the plan as of that day wants them.

    Args:
        wish: whom, how many at once, and how considerately; see `Wish`.
        progress: told (subjects done, subjects to do) after every batch.
        say: told why nothing moves for a while.

    Raises:
        ServerUnavailable: the hub is down; a home that is down is told in the report.
        ComparisonFailed: R4 found a difference; nothing was blanked.
    """
    wanted = Wish(**wish)
    with open_world(config) as world:
        store.refresh_domiciles(world.hub.conn, world.data_map)
        world.hub.commit()
        store.lock_targets(world.hub.conn)
        kinds = [subject.kind for subject in config.subjects]
        write_targets(world.hub.conn, targets(config, judge(config, as_of)), kinds)
        world.hub.commit()
        queue = [
            work
            for work in store.planned(world.hub.conn, world.data_map)
            if wanted.home in (None, work.trip.source.home, work.trip.target.home)
        ]
        return _Run(world, wanted, progress, say, by_plan=True).go(queue)


def return_(
    config: Config, *, progress: Progress, say: Say = silent, **wish: Unpack[Wishes]
) -> Report:
    """Carry residents back to the hub; see `move` for arguments and errors.

    When everybody of a home returns, new people are no longer sent there, until the next
    `move` or `apply` decides again.
    """
    wanted = Wish(**wish)
    with open_world(config) as world:
        if wanted.where is None and wanted.limit is None:
            store.forget_targets(world.hub.conn, wanted.home)
        queue = store.resident(world.hub.conn, world.data_map, wanted.home)
        return _Run(world, wanted, progress, say, by_plan=False).go(queue)


class _Run:
    """One run of `move` or `return`: sweep, carry trip by trip, settle pins, purge."""

    def __init__(
        self, world: World, wish: Wish, progress: Progress, say: Say, *, by_plan: bool
    ) -> None:
        self.world = world
        self.wish = wish
        self.progress = progress
        self.say = say
        self.by_plan = by_plan
        self.worlds = [world]
        self.total = 0

    def go(self, queue: list[Work]) -> Report:
        self.world.hub.commit()
        started = time.monotonic()
        report = self.world.report
        for country in sorted(self.world.config.homes):
            with self.world.unless_down():
                sweep(self.world, country)
        purge(self.world, patience_s=0)  # rows that wait there could clash with those that come
        waiting = sum(work.subjects for work in queue)
        self.total = min(waiting, self.wish.limit or waiting)
        self._tell()
        if queue:
            report.missing_indexes = tuple(
                missing_indexes(self.world.hub.conn, self.world.data_map)
            )
            self.world.hub.by_key = not report.missing_indexes
            self.world.hub.commit()
            self._hire(waiting)
            with watching(self.world.config, self.world.data_map, self.wish.limits) as pace:
                for work in queue:
                    if not {work.trip.source.home, work.trip.target.home} & report.passed_over:
                        with self.world.unless_down():
                            self._carry(self._errand(work), pace)
        patience_s = min(self.wish.patience_s, _TIDY_PATIENCE_S)
        settle_pins(self.world, patience_s=patience_s)
        report.unpurged = purge(self.world, patience_s=patience_s)
        for country in sorted(self.world.homes):
            with self.world.unless_down():
                confirm_flipped(self.world, country)
        report.seconds = time.monotonic() - started
        return report

    def _tidied(self) -> bool:
        """True when homes had rows to forget: for their sake somebody may have been refused."""
        hub = self.world.hub
        count = sql.SQL("SELECT count(*) FROM {}")
        pending = sum(int(hub.rows(count.format(f.purge))[0][0]) for f in hub.parts)
        hub.rollback()
        for country in sorted(self.world.homes):
            with self.world.unless_down():
                pending += sweep(self.world, country)  # garbage that is left counts as well
        purge(self.world, patience_s=0)
        return pending > 0

    def _tell(self) -> None:
        done = self.world.report.subjects
        self.progress(done, max(self.total, done))

    def _hire(self, waiting: int) -> None:
        """Sessions for the workers: as many as were wanted and the hub has room for."""
        while len(self.worlds) < min(self.wish.workers, waiting):
            try:
                self.worlds.append(self.world.another())
            except ServerUnavailable:
                self.say(f"the hub has room for {len(self.worlds)} workers")
                return

    def _errand(self, work: Work) -> Errand:
        kinds = self.world.data_map.subjects
        subject = next(each for each in kinds if each.kind == work.kind)
        asked: list[Composable] = [sql.SQL("true")]
        if self.by_plan:
            asked.append(planned_for(subject, work.trip.target))
        if self.wish.where is not None:
            asked.append(subject_where(subject, raw(self.wish.where)))
        statements = script(subject, work.trip, every(asked), self.world.hub.parts)
        return Errand(work, statements, self.wish, self.world.report, self._tell)

    def _carry(self, errand: Errand, pace: Pace) -> None:
        """Pass after pass over the queue of one trip, while patience lasts."""
        until = time.monotonic() + self.wish.patience_s
        workers = [Worker(world, errand, pace, self.say) for world in self.worlds]
        while not errand.full:
            errand.start_again()
            _together(worker.run for worker in workers)
            left = store.count_remaining(self.world.hub, errand.script)
            if errand.refused and self._tidied():
                errand.hope()
            waiting = max(0, left - errand.refused)
            if not waiting or time.monotonic() > until:
                self.world.report.waiting += waiting
                return
            time.sleep(_PASS_PAUSE_S)


def _together(acts: Iterable[Callable[[], None]]) -> None:
    """Do the first here and the others in threads; the first error is told when all have ended."""
    first, *others = acts
    with ThreadPoolExecutor(max(1, len(others))) as pool:
        running = [pool.submit(act) for act in others]
        try:
            first()
        finally:
            errors = [error for each in running if (error := each.exception())]
    if errors:
        raise errors[0]
