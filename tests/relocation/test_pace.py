"""The pace of movers: what slows them, what stops them, and that they always say why."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.errors import ServerUnavailable
from domicile.relocation.pace import (
    GO,
    LONGEST_PAUSE_S,
    SPEED_UP,
    STALE_S,
    Delay,
    Limits,
    Pace,
    Positions,
    Reading,
)
from domicile.relocation.window import Window

GOOD = Reading(latencies_ms=(1.0,) * 5)
BAD = Reading(latencies_ms=(50.0,) * 5)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY_TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


class Clock:
    """Seconds that go when told to."""

    def __init__(self) -> None:
        self.s = 1000.0

    def __call__(self) -> float:
        """Now."""
        return self.s


def _pace(**limits: object) -> tuple[Pace, Clock]:
    clock = Clock()
    return Pace(Limits(**limits), clock=clock, now=lambda: NOON), clock  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.integers(1, 5000), st.floats(0, 60), st.floats(0, 60))))
def test_without_limits_nobody_waits(batches: list[tuple[int, float, float]]) -> None:
    """No limit, no pause, whatever the batches are; and their size is what was wanted."""
    pace, clock = _pace()
    for subjects, elapsed_s, idle_s in batches:
        assert pace.before() == GO
        assert pace.size(subjects) == subjects
        clock.s += elapsed_s
        pace.after(subjects, elapsed_s)
        clock.s += idle_s
    assert not pace.limits.watched


@given(
    st.floats(0.5, 10_000),
    st.lists(st.tuples(st.integers(1, 2000), st.floats(0, 5)), min_size=1, max_size=60),
    st.integers(1, 4),
)
def test_a_rate_is_kept_by_all_workers_together(
    rate: float, batches: list[tuple[int, float]], workers: int
) -> None:
    """Never more than the rate allows, but for the batches that were in flight at once."""
    pace, clock = _pace(rate=rate)
    begun, moved, free = clock.s, 0, [clock.s] * workers
    for wanted, elapsed_s in batches:
        worker = free.index(min(free))
        clock.s = max(clock.s, free[worker])
        clock.s += pace.before(worker).seconds + 1e-9
        assert pace.before(worker).seconds < 1e-3
        subjects = pace.size(wanted)
        assert moved <= rate * (clock.s - begun) + (workers - 1) * max(1, rate) + 1e-3
        moved += subjects
        free[worker] = clock.s + elapsed_s
        pace.after(subjects, 0.0, worker)


@given(st.lists(st.sampled_from([GOOD, BAD, Reading(blocked=1)]), max_size=200))
def test_quick_to_back_off_and_slow_to_speed_up(readings: list[Reading]) -> None:
    """A slow reading halves the speed, down to a least one; a good one gives a little back."""
    pace, _ = _pace(p99_ms=10.0)
    for reading in readings:
        before = pace.share
        pace.observe(reading)
        if reading is BAD:
            assert pace.share == max(1 / 64, before / 2)
        else:
            assert before <= pace.share <= before + SPEED_UP + 1e-9
        assert 0 < pace.share <= 1
    for _ in range(round(1 / SPEED_UP) + 1):
        pace.observe(GOOD)
    assert pace.share == 1


@given(st.just(0.0) | st.floats(0.001, 1000), st.integers(0, 20))
def test_nobody_starves_and_every_wait_says_why(elapsed_s: float, readings: int) -> None:
    """However slow the hub: after a bounded pause the next batch may go."""
    pace, clock = _pace(p99_ms=10.0)
    pace.observe(GOOD)
    for _ in range(readings):
        pace.observe(BAD)
    pace.after(100, elapsed_s)
    delay = pace.before()
    assert 0 <= delay.seconds <= LONGEST_PAUSE_S
    assert (delay.seconds > 0) == (bool(readings) and elapsed_s > 0) == bool(delay.reason)
    clock.s += delay.seconds + 1e-6
    assert pace.before() == GO


def test_one_slow_sample_in_a_hundred_is_what_a_p99_allows() -> None:
    """The first outlier does not slow anybody; the second within a hundred samples does."""
    pace, _ = _pace(p99_ms=10.0)
    pace.observe(Reading(latencies_ms=(1.0, 1.0, 80.0)))
    for _ in range(10):
        pace.observe(GOOD)
    assert pace.share == 1
    pace.observe(Reading(latencies_ms=(11.0,)))
    assert pace.share == 0.5
    pace.after(100, 1.0)
    assert pace.before() == Delay(1.0, "slowed to 50%: the hub takes 80 ms > 10 ms")


def test_a_pause_is_the_workers_own() -> None:
    """Each worker rests in proportion to its own batch."""
    pace, _ = _pace(p99_ms=10.0)
    pace.observe(BAD)
    pace.after(100, 2.0, worker=1)
    assert pace.before(worker=1).seconds == 2.0
    assert pace.before(worker=2) == GO


def test_batches_shrink_while_the_application_waits_for_locks() -> None:
    """A session that waits for a mover halves the batches; they never get empty."""
    pace, _ = _pace(p99_ms=10.0)
    sizes: list[int] = []
    for _ in range(6):
        pace.observe(Reading(blocked=2))
        sizes.append(pace.size(1600))
    assert sizes == [800, 400, 200, 100, 100, 100]
    assert pace.size(1) == 1
    for _ in range(20):
        pace.observe(GOOD)
    assert pace.size(1600) == 1600


def test_a_standby_that_is_behind_stops_everybody_until_it_has_caught_up() -> None:
    """It says which standby, and how far."""
    pace, _ = _pace(max_lag_s=5.0)
    pace.observe(Reading(lag_s=12.3, standby="paris"))
    assert pace.before().reason == "waiting: standby paris lags 12.3 s > 5 s"
    pace.observe(Reading(lag_s=5.0, standby="paris"))
    assert pace.before() == GO
    pace.observe(Reading(lag_s=None))  # there is none
    assert pace.before() == GO


def test_wal_that_piles_up_stops_everybody_until_it_is_gone() -> None:
    """It says what keeps it."""
    pace, _ = _pace(max_wal_bytes=2 << 30)
    pace.observe(Reading(wal_bytes=3 << 30, wal_for="by replication slots"))
    assert pace.before().reason == "waiting: WAL kept by replication slots: 3 GB > 2 GB"
    pace.observe(Reading(wal_bytes=2 << 30, wal_for="by replication slots"))
    assert pace.before() == GO


def test_nobody_moves_blindly() -> None:
    """Without a reading, or with an old one, movers wait; an error of the probe is theirs."""
    pace, clock = _pace(max_lag_s=5.0)
    assert pace.before().seconds > 0
    pace.observe(GOOD)
    assert pace.before() == GO
    clock.s += STALE_S + 1
    assert "cannot be read" in pace.before().reason
    pace.fail(ServerUnavailable("hub"))
    with pytest.raises(ServerUnavailable):
        pace.before()


def test_a_closed_window_stops_everybody_until_it_opens() -> None:
    """With the time that it takes, so that progress can say it."""
    pace, _ = _pace(window=Window.parse("22:00-06:00"))
    expected = Delay(10 * 3600.0, "waiting: the window 22:00-06:00 UTC is closed")
    assert pace.before() == expected


@given(DAY_TIMES, DAY_TIMES, st.integers(-12, 14), st.datetimes(timezones=st.just(UTC)))
def test_a_window_opens_when_it_says(opens: time, closes: time, hours: int, now: datetime) -> None:
    """Open: no wait. Closed: after the wait, and not a minute before, it is open."""
    if opens == closes or not datetime(2, 1, 1, tzinfo=UTC) < now < datetime(
        9998, 1, 1, tzinfo=UTC
    ):
        return
    zone = timezone(timedelta(hours=hours))
    window = Window(opens, closes, zone)
    wait = timedelta(seconds=window.wait_s(now))
    assert (wait == timedelta(0)) == window.is_open(now)
    assert wait < timedelta(days=1)
    if wait:
        opening = (now + wait).astimezone(zone)
        assert opening.time() == opens
        assert not window.is_open(now + wait - timedelta(microseconds=1))


def test_a_window_keeps_to_its_zone_when_clocks_are_put_forward() -> None:
    """From 23:00 in Berlin to 05:00, the night is an hour shorter."""
    window = Window.parse("05:00-06:00@Europe/Berlin")
    before = datetime(2026, 3, 28, 23, tzinfo=ZoneInfo("Europe/Berlin"))
    assert window.wait_s(before) == 5 * 3600


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("22:00-06:00", "22:00-06:00 UTC"),
        ("22:00-06:00@UTC", "22:00-06:00 UTC"),
        ("09:30-17:00@+05:30", "09:30-17:00 UTC+05:30"),
        ("09:30-17:00@UTC-3", "09:30-17:00 UTC-03:00"),
        ("00:00-23:59@Asia/Tashkent", "00:00-23:59 Asia/Tashkent"),
    ],
)
def test_windows_are_read_as_people_write_them(text: str, shown: str) -> None:
    """With and without a zone."""
    assert str(Window.parse(text)) == shown


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("nightly", "is not a window like"),
        ("22-6", "is not a window like"),
        ("22:00-22:00", "opens and closes at the same time"),
        ("24:00-06:00", "24:00 is not a time of day"),
        ("22:00-06:00@Moskau", "not a time zone here"),
        ("22:00-06:00@../etc", "not a time zone here"),
        ("22:00-06:00@+27:00", "not an offset"),
    ],
)
def test_a_window_that_is_none_is_refused_with_the_reason(text: str, fault: str) -> None:
    """What, and what to write instead."""
    with pytest.raises(ValueError, match=fault):
        Window.parse(text)


@given(
    st.lists(st.integers(0, 3), min_size=1, max_size=50),
    st.integers(0, 60),
)
def test_a_standbys_lag_is_the_age_of_what_it_lacks(steps: list[int], behind: int) -> None:
    """The time since the hub was first seen beyond its position; none when it has it all."""
    positions, lsn, noted = Positions(), 1, [(0, 1)]
    positions.note(0, 1)
    for second, step in enumerate(steps, 1):
        lsn += step
        noted.append((second, lsn))
        positions.note(second, lsn)
    at = max(0, lsn - behind)
    lag_s = positions.lag_s(at, len(steps))
    assert (lag_s == 0) == (at >= lsn or noted[-1] == next(n for n in noted if n[1] > at))
    had = [second for second, position in noted if position <= at]
    if lag_s and had:
        assert len(steps) - lag_s > max(had)
