"""How fast people may move, so that the application hardly notices. Pure: it decides.

Movers ask `before` each batch, when they hold no lock, and tell `after` it how long it took; a
probe (`domicile.relocation.probe`) brings readings of the hub meanwhile. Latency steers by
AIMD, as TCP does: a reading that is too slow halves the speed, a good one gives a little back.
What cannot get better by going slower (a standby far behind, WAL that is kept, a closed window)
stops the movers until it has passed. Every delay says why.
"""

from __future__ import annotations

import threading
import time as clocks
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from domicile.errors import DomicileError
from domicile.relocation.window import Window

#: Nobody sleeps longer than this without asking again.
POLL_S = 1.0
#: A mover that was slowed down as far as it goes still does a batch about this often.
LONGEST_PAUSE_S = 5.0
#: Movers wait when the last reading is older than this.
STALE_S = 10.0
#: How much of its full speed a good reading gives back.
SPEED_UP = 0.05
_SLOWEST = 1 / 64
_SMALLEST = 1 / 16
#: As many samples as it takes to speak of a 99th percentile.
_SAMPLES = 100
_GIB = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the movers must not do to the hub; None is no limit.

    Attributes:
        p99_ms: the 99th percentile of a small transaction's time in the hub.
        rate: subjects per second, all workers of this process together.
        window: the time of day in which people may move.
        max_lag_s: how far a standby or subscriber of the hub may be behind.
        max_wal_bytes: how much WAL the hub may have to keep.
    """

    p99_ms: float | None = None
    rate: float | None = None
    window: Window | None = None
    max_lag_s: float | None = None
    max_wal_bytes: int | None = None

    @property
    def watched(self) -> bool:
        """True when the hub has to be read to keep them."""
        return any(limit is not None for limit in (self.p99_ms, self.max_lag_s, self.max_wal_bytes))

    @property
    def given(self) -> bool:
        """True when there is a limit at all."""
        return self.watched or self.rate is not None or self.window is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The hub at one moment.

    Attributes:
        latencies_ms: how long a small transaction took, several times in a row.
        blocked: backends of the application that have waited for a mover's lock for too long.
        lag_s: how far behind the last of the standbys is, `standby` being its name.
        wal_bytes: WAL that cannot be recycled yet, because of what `wal_for` says.
    """

    latencies_ms: tuple[float, ...] = ()
    blocked: int = 0
    lag_s: float | None = None
    standby: str = ""
    wal_bytes: int | None = None
    wal_for: str = ""


@dataclass(frozen=True, slots=True)
class Delay:
    """How long to wait before asking again, and why; 0 s: go."""

    seconds: float
    reason: str = ""


GO = Delay(0.0)


@dataclass(slots=True)
class _Speed:
    """AIMD: a share of the full speed."""

    least: float
    share: float = 1.0
    why: str = ""

    def back_off(self, why: str) -> None:
        self.share, self.why = max(self.least, self.share / 2), why

    def speed_up(self) -> None:
        self.share = min(1.0, self.share + SPEED_UP)


@dataclass
class Pace:
    """One for all workers of a process; safe to call from any thread.

    Args:
        limits: what to keep.
        clock: seconds that only go forward.
        now: the wall clock, with a time zone, for the window.
    """

    limits: Limits
    clock: Callable[[], float] = clocks.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _duty: _Speed = field(default_factory=lambda: _Speed(_SLOWEST))
    _batch: _Speed = field(default_factory=lambda: _Speed(_SMALLEST))
    _samples: deque[float] = field(default_factory=lambda: deque[float](maxlen=_SAMPLES))
    _reading: Reading | None = None
    _read_at: float = 0.0
    _error: DomicileError | None = None
    _rate_free_at: float = float("-inf")
    _free_at: dict[int, float] = field(default_factory=dict[int, float])

    @property
    def share(self) -> float:
        """The share of their time that workers may spend on batches, in (0, 1]."""
        return self._duty.share

    def before(self, worker: int | None = None) -> Delay:
        """How long this worker has to wait now; ask again after that.

        Args:
            worker: who asks; the thread by default.

        Raises:
            DomicileError: the hub cannot be read any more.
        """
        with self._lock:
            if self._error is not None:
                raise self._error
            if not self.limits.given:
                return GO
            delays = [*self._stops(), *self._pauses(_worker(worker))]
            return max(delays, key=lambda delay: delay.seconds, default=GO)

    def size(self, wanted: int) -> int:
        """How many subjects the next batch may take, of those wanted: at least one."""
        with self._lock:
            most = max(1, round(wanted * self._batch.share))
            rate = self.limits.rate
            return most if rate is None else max(1, min(most, round(rate)))

    def after(self, subjects: int, elapsed_s: float, worker: int | None = None) -> None:
        """A batch of so many subjects is done and took so long."""
        with self._lock:
            now = self.clock()
            if self.limits.rate is not None:
                # Batches in flight are not known here: they are paid for afterwards.
                start = max(self._rate_free_at, now - elapsed_s)
                self._rate_free_at = start + subjects / self.limits.rate
            pause_s = min(LONGEST_PAUSE_S, elapsed_s * (1 / self.share - 1))
            self._free_at[_worker(worker)] = now + pause_s

    def observe(self, reading: Reading) -> None:
        """Take in what the probe has read."""
        with self._lock:
            self._reading, self._read_at = reading, self.clock()
            self._judge_latency(reading.latencies_ms)
            if reading.blocked:
                count = f"{reading.blocked} of the application's sessions"
                self._batch.back_off(f"{count} waited for a lock of the movers")
            else:
                self._batch.speed_up()

    def fail(self, error: DomicileError) -> None:
        """The hub cannot be read any more: whoever asks next is told so."""
        with self._lock:
            self._error = error

    def _judge_latency(self, latencies_ms: tuple[float, ...]) -> None:
        limit = self.limits.p99_ms
        if limit is None:
            return
        self._samples.extend(latencies_ms)
        slow = sorted(sample for sample in self._samples if sample > limit)
        if len(slow) > 1:  # one in a hundred may be slow: that is what a 99th percentile says
            self._duty.back_off(f"the hub takes {slow[-1]:.3g} ms > {limit:g} ms")
            self._samples.clear()  # each sample slows us down once
        elif not any(sample > limit for sample in latencies_ms):
            self._duty.speed_up()

    def _stops(self) -> Iterator[Delay]:
        limits, reading = self.limits, self._reading
        if limits.window is not None and (wait_s := limits.window.wait_s(self.now())) > 0:
            yield Delay(wait_s, f"waiting: the window {limits.window} is closed")
        if not limits.watched:
            return
        if reading is None or self.clock() - self._read_at > STALE_S:
            yield Delay(POLL_S, "waiting: the hub cannot be read at the moment")
            return
        lag_s, wal = reading.lag_s, reading.wal_bytes
        if limits.max_lag_s is not None and lag_s is not None and lag_s > limits.max_lag_s:
            standby = f"standby {reading.standby}".strip()
            reason = f"waiting: {standby} lags {lag_s:.3g} s > {limits.max_lag_s:g} s"
            yield Delay(POLL_S, reason)
        if limits.max_wal_bytes is not None and wal is not None and wal > limits.max_wal_bytes:
            sizes = f"{wal / _GIB:.3g} GB > {limits.max_wal_bytes / _GIB:.3g} GB"
            yield Delay(POLL_S, f"waiting: WAL kept {reading.wal_for}: {sizes}")

    def _pauses(self, worker: int) -> Iterator[Delay]:
        now = self.clock()
        if (rate_s := self._rate_free_at - now) > 0:
            yield Delay(rate_s, f"slowed: {self.limits.rate:g} people/s")
        if (pause_s := self._free_at.get(worker, now) - now) > 0:
            yield Delay(pause_s, f"slowed to {self.share:.0%}: {self._duty.why}")


class Positions:
    """When the hub's WAL was where, so that a standby's position can be told in seconds.

    `pg_stat_replication.replay_lag` stands still when a standby says nothing, and keeps an old
    value on a quiet hub; a position does neither.
    """

    def __init__(self, most: int = 1_200) -> None:
        self._noted: deque[tuple[float, int]] = deque(maxlen=most)

    def note(self, at_s: float, lsn: int) -> None:
        """The hub's WAL ends at this position (bytes) now."""
        self._noted.append((at_s, lsn))

    def lag_s(self, lsn: int, now_s: float) -> float:
        """How long ago the hub was first seen beyond this position; 0.0: it never was."""
        beyond = next((at_s for at_s, noted in self._noted if noted > lsn), now_s)
        return now_s - beyond


def _worker(worker: int | None) -> int:
    return threading.get_ident() if worker is None else worker
