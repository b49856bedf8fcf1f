"""`domicile scrub`: R7, table by table, then statistics, statements and WAL.

Each step is written down in `domicile.scrubbed` once it is durable, so a run that is killed
anywhere is finished by the next one, which does again at most the step that was cut short.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from domicile.catalog.model import DataMap
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.config.names import TableName
from domicile.errors import DomicileError, PreparationError, ServerUnavailable
from domicile.pg import servers
from domicile.pg.connection import Connection
from domicile.scrub import places, settings, store, wal
from domicile.scrub.model import Finding, Report, Wish
from domicile.scrub.patience import Say, alone, outlive, prepare
from domicile.scrub.plan import Plan, TablePlan, plan_table
from domicile.scrub.repack import repack, why_not
from domicile.scrub.rewrite import analyze, rewrite

MAX_LOCK_S = 10.0
_POLL_S = 0.5
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What people may choose: the way, for how long to wait, and to scrub what is scrubbed.

    `max_lock_s` is how long `auto` may keep the application out of one table.
    """

    method: Wish = "auto"
    patience_s: float = 60.0
    max_lock_s: float = MAX_LOCK_S
    force: bool = False


def plan(config: Config, wishes: Wishes) -> Plan:
    """What a scrub would do, and what each way costs; changes nothing."""
    with servers.hub(config, autocommit=True) as conn:
        _refuse_unready(conn)
        return _plan(conn, load_map(conn, config), wishes)


def check(config: Config, wishes: Wishes) -> Report:
    """Settings, obligations and old snapshots: what people have to do; changes nothing.

    A snapshot is old when a scrub would lose its patience over it.
    """
    report = Report()
    with servers.hub(config, autocommit=True) as conn:
        _refuse_unready(conn)
        data_map = load_map(conn, config)
        report.complete = _plan(conn, data_map, wishes).is_idle
        report.findings += [
            _blocking(str(blocker))
            for blocker in store.blockers(conn, _now(conn), catalog=False)
            if blocker.age_s is None or blocker.age_s >= wishes.patience_s
        ]
        _look(conn, config, data_map, report)
    return report


def scrub(
    config: Config,
    wishes: Wishes,
    *,
    show: Callable[[Plan], None],
    say: Say,
    progress: Progress,
) -> Report:
    """Make the hub's files forget the people who moved since the last scrub.

    Args:
        config: whose hub.
        wishes: how.
        show: told what will be done, before anything is.
        say: told each step, and whom we wait for.
        progress: told what is done, of how much: blocks of a table, segments of WAL.

    Raises:
        TryAgain: somebody held a table or an old snapshot for all our patience, and is named.
        PreparationError: the role may not do it, or `apply` has to run first.
    """
    report = Report()
    with servers.hub(config, autocommit=True) as conn:
        _refuse_unready(conn)
        prepare(conn)
        until = time.monotonic() + wishes.patience_s
        alone(conn, until)
        data_map = load_map(conn, config)
        made = _plan(conn, data_map, wishes)
        show(made)
        if not made.is_idle:
            _Scrub(conn, config, data_map, wishes, say, progress, report).go(made)
        report.complete = made.is_idle or (report.complete and not report.left)
        _look(conn, config, data_map, report)
    return report


@dataclass(slots=True)
class _Scrub:
    """One run."""

    conn: Connection
    config: Config
    data_map: DataMap
    wishes: Wishes
    say: Say
    progress: Progress
    report: Report

    def go(self, made: Plan) -> None:
        batches = store.batches_of_files(self.conn)
        todo = [(each, self._batches(each)) for each in made.tables if each.method is not None]
        self.report.left = [str(each.size.name) for each in made.tables if each.method is None]
        self.report.batches = len({batch for _, mine in todo for batch in mine} | set(batches))
        if todo:
            outlive(self.conn, self._horizon(todo), self._until(), self.say, catalog=False)
        for each, mine in todo:
            self._table(each, mine)
        for name in self.report.left:
            self.report.findings.append(_too_long(name, self.wishes.max_lock_s))
        if todo or not self.report.left:
            self._files([] if self.report.left else batches)

    def _batches(self, each: TablePlan) -> list[uuid.UUID]:
        return store.batches_of_table(self.conn, each.size.name, each.size.stem)

    def _horizon(self, todo: list[tuple[TablePlan, list[uuid.UUID]]]) -> int:
        """Who looks at an earlier transaction than this may still see what has to go."""
        if self.wishes.force:
            return _now(self.conn)
        return store.newest(self.conn, {batch for _, mine in todo for batch in mine}) + 1

    def _table(self, each: TablePlan, batches: list[uuid.UUID]) -> None:
        name = each.size.name
        self.say(f"{name}: {each.method}")
        repack = self._repack if each.method == "repack" else None
        with _watched(self.conn, self.config, str(name), self.progress):
            done = rewrite(self.conn, name, repack, self._until(), self.say)
        analyze(self.conn, name, self._until(), self.say)
        store.record(self.conn, "table", str(name), batches)
        self.report.rewritten.append(done)

    def _files(self, batches: list[uuid.UUID]) -> None:
        """Statistics, statements and WAL, last: the rewrites have written all of them."""
        self._statistics()
        self.report.findings += places.forget_statements(self.conn)
        self.say("pg_wal: old segments are written over")
        forgotten = wal.forget(
            self.conn, self._until(), lambda done, total: self.progress("pg_wal", done, total)
        )
        self.report.wal_segments = forgotten.segments
        self.report.findings += forgotten.findings
        if forgotten.complete:
            store.record(self.conn, "files", "", batches)
            self.report.complete = True

    def _statistics(self) -> None:
        """ANALYZE has replaced rows of the catalog: what it replaced is dead in there."""
        outlive(self.conn, _now(self.conn), self._until(), self.say, catalog=True)
        extended = store.rows(self.conn, "extended_statistics")[0][0]
        for name in store.CATALOGS[: 1 + bool(extended)]:
            self.say(f"{name}: vacuum-full")
            rewrite(self.conn, name, None, self._until(), self.say)

    def _until(self) -> float:
        return time.monotonic() + self.wishes.patience_s

    def _repack(self, name: TableName) -> None:
        repack(servers.hub_dsn(self.config), name, self.wishes.patience_s)


def _plan(conn: Connection, data_map: DataMap, wishes: Wishes) -> Plan:
    found = store.rows(conn, "repack_extension")
    no_repack = why_not(found[0][0] if found else None)
    if wishes.method == "repack" and no_repack is not None:
        raise PreparationError(f"pg_repack cannot be used: {no_repack}")
    sizes = store.sizes(conn, data_map)
    return Plan(
        tables=tuple(
            plan_table(size, wishes.method, no_repack=no_repack, max_lock_s=wishes.max_lock_s)
            for size in sizes
            if size.batches or wishes.force
        ),
        clean=tuple(str(size.name) for size in sizes if not (size.batches or wishes.force)),
        wal_bytes=wal.expected_bytes(conn),
        pending_files=bool(store.batches_of_files(conn)) or wishes.force,
    )


def _refuse_unready(conn: Connection) -> None:
    applied, standby, may_see = store.rows(conn, "is_ready")[0]
    if standby:
        raise PreparationError(
            "hub: that server is a standby", hint="hub.dsn must name the primary"
        )
    if not applied:
        raise PreparationError("hub: nothing to scrub", hint="run `domicile apply` first")
    if not may_see:
        raise PreparationError(
            "hub: the role cannot see who keeps dead rows alive",
            hint="GRANT pg_monitor TO the role of hub.dsn",
        )


def _look(conn: Connection, config: Config, data_map: DataMap, report: Report) -> None:
    """Everything that is told whether or not there was something to scrub."""
    report.findings += places.look(conn, data_map)
    report.findings += _logging(conn, "hub")
    for country in sorted(config.homes):
        try:
            with servers.home(config, country, autocommit=True) as home:
                report.findings += _logging(home, f"home {country}")
        except ServerUnavailable as error:
            report.unavailable[country] = str(error)


def _logging(conn: Connection, server: str) -> list[Finding]:
    may = bool(store.rows(conn, "may_alter_system")[0][0])
    return settings.judge(server, store.read_settings(conn), may_alter_system=may)


def _now(conn: Connection) -> int:
    """Everything that was committed before this line has a smaller number."""
    return store.now(conn)


@contextmanager
def _watched(conn: Connection, config: Config, what: str, progress: Progress) -> Generator[None]:
    """Tell how far a VACUUM FULL is, from a connection of its own."""
    over = threading.Event()
    pid = conn.info.backend_pid

    def watch() -> None:
        # Nobody's work depends on what is told here.
        with suppress(DomicileError), servers.hub(config, autocommit=True) as other:
            while not over.wait(_POLL_S):
                for phase, done, total in store.rows(other, "rewriting", pid=pid):
                    progress(f"{what}, {phase}", int(done), int(total))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _blocking(who: str) -> Finding:
    return Finding(
        level="act",
        server="hub",
        where=who,
        what="keeps dead rows alive: a scrub would wait for it",
        cure="end it, or wait for it",
    )


def _too_long(name: str, max_lock_s: float) -> Finding:
    return Finding(
        level="act",
        server="hub",
        where=f"table {name}",
        what=f"VACUUM FULL would keep the application out for more than {max_lock_s:g} s",
        cure="install pg_repack, or take --method vacuum-full in a quiet hour",
    )
