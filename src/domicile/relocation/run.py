"""The loop of `move` and `return`: any number of workers, on any machines, run the same one."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date

from domicile.catalog.model import DataMap, Subject
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.errors import PreparationError, ServerUnavailable, TryAgain
from domicile.pg import servers
from domicile.pg.compose import Composable, every, raw, sql
from domicile.pg.connection import connect
from domicile.placement.run import judge, targets
from domicile.placement.store import write_targets
from domicile.relocation import statements as s
from domicile.relocation import store
from domicile.relocation.model import LEAST, Progress, Report, Trip, Work, next_size
from domicile.relocation.pins import settle_pins
from domicile.relocation.purge import purge
from domicile.relocation.session import LOCK_TIMEOUT, Session
from domicile.relocation.store import Batch, Contended, Key
from domicile.relocation.sweep import sweep
from domicile.residence.hub import fragments
from domicile.residence.store import rows

#: How long writers to the people of one batch may have to wait: what the size aims at.
PAUSE_S = 0.04
FIRST_BATCH = LEAST
MOST = 2_000
_PASS_PAUSE_S = 0.2
_PURGE_PATIENCE_S = 5.0


@dataclass(slots=True)
class World:
    """The hub's session and the homes' sessions, opened when first needed."""

    config: Config
    data_map: DataMap
    hub: Session
    stack: ExitStack
    homes: dict[str, Session] = field(default_factory=dict[str, Session])
    report: Report = field(default_factory=Report)

    def home(self, country: str, subject: Subject) -> Session:
        """The session of a home, its temporary tables made.

        Raises:
            ServerUnavailable: it does not answer.
        """
        if country not in self.homes:
            conn = connect(servers.home_dsn(self.config, country), f"home {country}")
            self.stack.callback(conn.close)  # without a commit: a home may be lost by then
            self.homes[country] = Session(f"home {country}", conn, self.hub.parts, at_home=True)
        session = self.homes[country]
        session.prepare(subject)
        return session

    def rollback(self) -> None:
        """Give back every lock; a home that was lost is opened anew next time."""
        self.hub.rollback()
        for country, session in list(self.homes.items()):
            if session.conn.closed:
                del self.homes[country]
            else:
                session.rollback()

    @contextmanager
    def unless_down(self) -> Generator[None]:
        """A home that is down stops its own people only (I4); the hub being down, everything."""
        try:
            yield
        except ServerUnavailable as error:
            country = error.server.removeprefix("home ")
            if country not in self.config.homes:
                raise
            self.report.unavailable[country] = str(error)
            if lost := self.homes.pop(country, None):
                lost.conn.close()
            self.rollback()


@contextmanager
def open_world(config: Config) -> Generator[World]:
    """Sessions for a run of the loop.

    Raises:
        PreparationError: `apply` has not been run.
    """
    with ExitStack() as stack:
        conn = stack.enter_context(servers.hub(config))
        conn.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'".encode())
        if not rows(conn, "relation_exists", {"schema": "domicile", "name": "mapped"})[0][0]:
            raise PreparationError("the hub is not prepared", hint="run `domicile apply` first")
        data_map = load_map(conn, config)
        parts = fragments(data_map, config.homes)
        conn.commit()
        yield World(config, data_map, Session("hub", conn, parts), stack)


def move(
    config: Config,
    *,
    as_of: date,
    home: str | None = None,
    where: str | None = None,
    limit: int | None = None,
    patience_s: float = 30.0,
    batch: int = MOST,
    progress: Progress,
) -> Report:
    """Carry everybody to where the plan as of that day wants them.

    Args:
        home: only trips to or from that home.
        where: an SQL condition on the subject's row `s`; only those subjects.
        limit: at most that many subjects.
        patience_s: how long to come back for subjects whose rows the application holds.
        batch: at most that many subjects at once.

    Raises:
        ServerUnavailable: the hub is down; a home that is down is told in the report.
        ComparisonFailed: R4 found a difference; nothing was blanked.
    """
    with open_world(config) as world:
        store.refresh_domiciles(world.hub.conn, world.data_map)
        world.hub.commit()
        store.lock_targets(world.hub.conn)
        write_targets(world.hub.conn, targets(config, judge(config, as_of)))
        world.hub.commit()
        queue = [
            work
            for work in store.planned(world.hub.conn, world.data_map)
            if home in (None, work.trip.source.home, work.trip.target.home)
        ]
        return _run(world, queue, _Wish(where, limit, patience_s, batch, progress, by_plan=True))


def return_(
    config: Config,
    *,
    home: str | None = None,
    where: str | None = None,
    limit: int | None = None,
    patience_s: float = 30.0,
    batch: int = MOST,
    progress: Progress,
) -> Report:
    """Carry residents back to the hub; see `move` for arguments and errors.

    When everybody of a home returns, new people are no longer sent there, until the next
    `move` or `apply` decides again.
    """
    with open_world(config) as world:
        if where is None and limit is None:
            store.forget_targets(world.hub.conn, home)
        queue = store.resident(world.hub.conn, world.data_map, home)
        return _run(world, queue, _Wish(where, limit, patience_s, batch, progress, by_plan=False))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the caller of `move` or `return` asked for."""

    where: str | None
    limit: int | None
    patience_s: float
    batch: int
    progress: Progress
    by_plan: bool = field(kw_only=True)


def _run(world: World, queue: list[Work], wish: _Wish) -> Report:
    world.hub.commit()
    started = time.monotonic()
    report = world.report
    for country in sorted(world.config.homes):
        with world.unless_down():
            sweep(world, country)
    waiting = sum(work.subjects for work in queue)
    total = min(waiting, wish.limit or waiting)
    wish.progress(0, total)
    for work in queue:
        if {work.trip.source.home, work.trip.target.home} & set(report.unavailable):
            continue
        with world.unless_down():
            errand = _Errand(world, work, wish, until=time.monotonic() + wish.patience_s)
            _carry(errand, lambda: wish.progress(report.subjects, max(total, report.subjects)))
    settle_pins(world)
    report.unpurged = purge(world, patience_s=min(wish.patience_s, _PURGE_PATIENCE_S))
    report.seconds = time.monotonic() - started
    return report


@dataclass(slots=True)
class _Errand:
    """One trip's subjects on their way: where the loop is."""

    world: World
    work: Work
    wish: _Wish
    until: float
    size: int = FIRST_BATCH
    last: Key | None = None

    @property
    def trip(self) -> Trip:
        return self.work.trip

    @property
    def subject(self) -> Subject:
        """The kind of people."""
        kinds = self.world.data_map.subjects
        return next(each for each in kinds if each.kind == self.work.kind)

    @property
    def condition(self) -> Composable:
        """Which subjects of the trip, over the directory's row `d`."""
        asked: list[Composable] = [sql.SQL("true")]
        if self.wish.by_plan:
            asked.append(s.planned_for(self.subject, self.trip.target))
        if self.wish.where is not None:
            asked.append(s.subject_where(self.subject, raw(self.wish.where)))
        return every(asked)

    @property
    def most(self) -> int:
        """How many subjects the next batch may take."""
        limit = self.wish.limit
        wanted = min(self.size, self.wish.batch)
        return wanted if limit is None else min(wanted, limit - self.world.report.subjects)

    def out_of_patience(self) -> bool:
        """True when it has been tried for long enough."""
        return time.monotonic() > self.until

    def step_aside(self, last: Key | None) -> None:
        """Take fewer; when it was a single subject, go on after it and come back later."""
        if last is not None and self.size == 1:
            self.last = last
        self.size = max(1, self.size // 4)

    def start_again(self) -> None:
        """Come back for those who were held."""
        time.sleep(_PASS_PAUSE_S)
        self.last, self.size = None, FIRST_BATCH


def _carry(errand: _Errand, tell: Callable[[], None]) -> None:
    """Pass after pass over the queue of one trip, batch after batch, while patience lasts."""
    world = errand.world
    world.hub.prepare(errand.subject)
    while errand.most > 0:
        try:
            going_on = _one_batch(errand)
        except Contended as held:
            world.rollback()
            errand.step_aside(held.last)
            continue
        except TryAgain:
            world.rollback()
            errand.step_aside(None)
            going_on = False
        tell()
        if not going_on:
            left = store.count_remaining(world.hub, errand.subject, errand.trip, errand.condition)
            if not left or errand.out_of_patience():
                world.report.waiting += left
                break
            errand.start_again()


def _one_batch(errand: _Errand) -> bool:
    """R1 to R6 for the next subjects; False when the pass is over."""
    world, trip, subject = errand.world, errand.trip, errand.subject
    homes = {
        country: world.home(country, subject)
        for country in {trip.reads_home, trip.writes_home, trip.compares_home}
        if country is not None
    }
    started = time.monotonic()
    size = errand.most
    batch = store.claim(world.hub, subject, trip, errand.condition, size=size, last=errand.last)
    if batch is None:
        world.rollback()
        return False
    if batch.subjects:
        store.transport(world.hub, homes, subject, batch)
        store.flip(world.hub, subject, batch)
        elapsed = time.monotonic() - started
        errand.size = next_size(size, elapsed, pause_s=PAUSE_S, most=errand.wish.batch)
        _count(world.report, batch)
    else:
        world.rollback()
    errand.last = batch.last
    return True


def _count(report: Report, batch: Batch) -> None:
    report.batches += 1
    report.subjects += batch.subjects
    report.rows += sum(batch.rows.values())
