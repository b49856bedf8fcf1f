"""Readings of the hub for the movers' pace, over a connection and in a thread of their own."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from domicile.catalog.model import DataMap, Subject
from domicile.config.model import Config
from domicile.errors import DatabaseError, DomicileError, PreparationError
from domicile.pg import servers
from domicile.pg.compose import Composable, comma, every, names, own, qualified, sql
from domicile.pg.connection import Connection, connect, translated
from domicile.relocation.pace import POLL_S, Limits, Pace, Positions, Reading
from domicile.residence.naming import directory
from domicile.residence.paths import key_columns

_EVERY_S = 0.5
#: Small transactions per reading: twenty readings make a hundred samples.
_SAMPLES = 5
#: Readings that may fail in a row: as long as a hub needs to fail over, and no longer.
_PATIENCE = 20
_PEOPLE = 64

# The server's clock on both sides of the transaction: neither the network nor the interpreter,
# which the workers keep busy, is the hub's latency. The message costs a few bytes of WAL, no
# table, and a COMMIT that waits for the disk (and for a synchronous standby) as the
# application's does; it also gives the standbys something to answer.
_SAMPLE = sql.SQL(
    "BEGIN; SELECT extract(epoch FROM clock_timestamp())::float8; {read}"
    " SELECT pg_logical_emit_message(true, 'domicile', ''); COMMIT;"
    " SELECT extract(epoch FROM clock_timestamp())::float8"
)
# A wait that a batch of the usual length does not explain.
_BLOCKED = b"""
SELECT count(DISTINCT l.pid)
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid AND a.application_name <> 'domicile'
WHERE NOT l.granted AND l.waitstart < clock_timestamp() - interval '50 ms'
  AND EXISTS (
    SELECT FROM unnest(pg_blocking_pids(l.pid)) blocker
    JOIN pg_stat_activity m ON m.pid = blocker AND m.application_name = 'domicile')
"""
_STANDBYS = b"""
SELECT application_name, coalesce(replay_lsn, flush_lsn) - '0/0', state IS NULL
FROM pg_stat_replication WHERE state IS DISTINCT FROM 'backup'
"""
_END = b"SELECT pg_current_wal_lsn() - '0/0'"
# The size of pg_wal would not do: segments that were recycled stay there, up to max_wal_size, long
# after the need is gone. What matters is how much cannot be recycled.
_KEPT = {
    "by replication slots": b"""
        SELECT max(pg_current_wal_lsn() - restart_lsn) FROM pg_replication_slots""",
    "since the last checkpoint": b"""
        SELECT pg_current_wal_lsn() - redo_lsn FROM pg_control_checkpoint()""",
    "for the archive": b"""
        SELECT count(*) * pg_size_bytes(current_setting('wal_segment_size'))
        FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'""",
}
_DENIED = "42501"


@contextmanager
def watching(config: Config, data_map: DataMap, limits: Limits) -> Generator[Pace]:
    """A pace that keeps these limits, fed by a probe where they need one.

    Raises:
        ServerUnavailable: the hub does not answer.
        PreparationError: the hub's role may not see what has to be watched.
    """
    pace = Pace(limits)
    if not limits.watched:
        yield pace
        return
    stop = threading.Event()
    probe = Probe(config, data_map, limits)
    try:
        pace.observe(probe.read())  # what cannot be read is told before anybody moves
        thread = threading.Thread(target=_watch, args=(probe, pace, stop), daemon=True)
        thread.start()
        try:
            yield pace
        finally:
            stop.set()
            thread.join()
    finally:
        probe.close()


def hold(
    pace: Pace, tell: Callable[[str], None], stopped: Callable[[], bool] = lambda: False
) -> None:
    """Wait until the next batch may begin; no lock may be held.

    Args:
        tell: is given the reason for each wait; it has no personal value in it.
        stopped: true ends the wait: a window may be closed for hours.

    Raises:
        DomicileError: the hub cannot be read any more.
    """
    while not stopped() and (delay := pace.before()).seconds > 0:
        tell(delay.reason)
        time.sleep(min(delay.seconds, POLL_S))


def _watch(probe: Probe, pace: Pace, stop: threading.Event) -> None:
    failures = 0
    while not stop.wait(_EVERY_S):
        try:
            pace.observe(probe.read())
            failures = 0
        except DomicileError as error:
            probe.close()  # the next reading opens a connection
            failures += 1
            if failures > _PATIENCE:
                pace.fail(error)
                return


@dataclass(slots=True)
class Probe:
    """Reads what the limits are about, and nothing else."""

    config: Config
    data_map: DataMap
    limits: Limits
    positions: Positions = field(default_factory=Positions)
    _conn: Connection | None = None
    _reads: Iterator[Composable] = field(default_factory=lambda: itertools.repeat(sql.SQL("")))
    _kept: dict[str, bytes] = field(default_factory=_KEPT.copy)

    def read(self) -> Reading:
        """The hub now.

        Raises:
            ServerUnavailable, DatabaseError: it does not answer, or not this question.
            PreparationError: the hub's role may not see the standbys.
        """
        conn = self._open()
        with translated("hub"):
            lag_s, standby = self._lag(conn)
            wal_bytes, wal_for = self._wal(conn)
            (blocked,) = _one(conn, _BLOCKED)
            return Reading(
                latencies_ms=tuple(self._latencies(conn)),
                blocked=int(str(blocked)),
                lag_s=lag_s,
                standby=standby,
                wal_bytes=wal_bytes,
                wal_for=wal_for,
            )

    def close(self) -> None:
        """Give the connection back."""
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _open(self) -> Connection:
        if self._conn is None:
            self._conn = connect(servers.hub_dsn(self.config), "hub", autocommit=True)
            with translated("hub"):
                self._reads = itertools.cycle(_reads(self._conn, self.data_map.subjects))
        return self._conn

    def _latencies(self, conn: Connection) -> Iterator[float]:
        if self.limits.p99_ms is None and self.limits.max_lag_s is None:
            return
        for _ in range(1 if self.limits.p99_ms is None else _SAMPLES):
            statement = _SAMPLE.format(read=next(self._reads))
            results = _results(conn, statement.as_string(None).encode())
            clock = [row[0] for row in results if isinstance(row[0], float)]
            yield (clock[-1] - clock[0]) * 1_000

    def _lag(self, conn: Connection) -> tuple[float | None, str]:
        if self.limits.max_lag_s is None:
            return None, ""
        found: list[tuple[float, str]] = []
        now_s = time.monotonic()
        for name, lsn, hidden in conn.execute(_STANDBYS):
            if hidden:
                raise PreparationError(
                    "the hub's role may not see how far the standbys are",
                    hint="GRANT pg_monitor TO it, or do without --max-lag",
                )
            if lsn is not None:
                found.append((self.positions.lag_s(int(str(lsn)), now_s), str(name)))
        self.positions.note(now_s, int(str(_one(conn, _END)[0])))
        return max(found, default=(None, ""))

    def _wal(self, conn: Connection) -> tuple[int | None, str]:
        if self.limits.max_wal_bytes is None:
            return None, ""
        found: list[tuple[int, str]] = []
        for reason, query in list(self._kept.items()):
            try:
                with translated("hub"):
                    kept = _one(conn, query)[0]
            except DatabaseError as error:
                if error.sqlstate != _DENIED:
                    raise
                del self._kept[reason]  # only pg_monitor may read it; the others remain
            else:
                found.append((int(str(kept or 0)), reason))
        return max(found, default=(None, ""))


def _reads(conn: Connection, subjects: tuple[Subject, ...]) -> list[Composable]:
    """Reads by key of some people's directory rows, wherever in the table they are."""
    found: list[Composable] = []
    for subject in subjects:
        key = key_columns(len(subject.key))
        table = own(directory(subject.kind))
        for row in _some(conn, table, key):
            is_this = every(
                sql.SQL("{} = {}").format(qualified(name), sql.Literal(value))
                for name, value in zip(key, row, strict=True)
            )
            read = sql.SQL("SELECT {} FROM {} WHERE {};")
            found.append(read.format(names(key), table, is_this))
    return found or [sql.SQL("")]


def _some(conn: Connection, table: Composable, key: tuple[str, ...]) -> list[tuple[object, ...]]:
    """Keys from all over the table; of a small one, which a sample may miss, the first."""
    texts = comma(sql.SQL("{}::text").format(qualified(name)) for name in key)
    for sampled in (sql.SQL("TABLESAMPLE SYSTEM (1)"), sql.SQL("")):
        query = sql.SQL("SELECT {} FROM {} {} LIMIT {}")
        statement = query.format(texts, table, sampled, sql.Literal(_PEOPLE))
        if rows := conn.execute(statement.as_string(None).encode()).fetchall():
            return rows
    return []


def _one(conn: Connection, query: bytes) -> tuple[object, ...]:
    (row,) = conn.execute(query).fetchall()
    return row


def _results(conn: Connection, statements: bytes) -> Iterator[tuple[object, ...]]:
    """The rows of every statement, all of them sent at once."""
    cursor = conn.execute(statements)
    while True:
        if cursor.description is not None:
            yield from cursor.fetchall()
        if not cursor.nextset():
            return
