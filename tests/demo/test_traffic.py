"""The traffic on a real server: steady, honest about errors, and gone when it should be."""

from __future__ import annotations

import os
import subprocess
import sys
from time import monotonic, sleep
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.demo.people import population
from domicile.demo.store import APPLICATION, create_and_fill
from domicile.demo.traffic.load import Load
from domicile.demo.traffic.process import Traffic
from domicile.demo.traffic.run import Timetable
from domicile.errors import DomicileError, ServerUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

LOAD = Load(accounts=500, seed=3, rate_per_s=150, workers=3, search_path=("resident", "public"))


@pytest.fixture
def chirp(database: Callable[[str], str]) -> str:
    """The connection string of a database that holds Chirp."""
    dsn = database("hub")
    create_and_fill(dsn, population(LOAD.accounts, LOAD.seed))
    return dsn


def test_an_undisturbed_application_has_no_errors(chirp: str) -> None:
    """Three phases of a second each: reads and writes in all, and every write is stored."""
    before = rows(chirp)
    with Traffic(chirp, LOAD) as traffic:
        for phase in ("before", "during", "after"):
            traffic.mark(phase)
            assert traffic.next_second().failed == 0
        phases = traffic.stop()

    assert [phase.name for phase in phases] == ["warm-up", "before", "during", "after"]
    for phase in phases[1:]:
        assert phase.failed == 0
        assert phase.reads.latency is not None
        assert phase.writes.latency is not None
    written = sum(phase.writes.succeeded for phase in phases)
    assert 0 < rows(chirp) - before <= written


def test_operations_are_due_when_the_timetable_says_so() -> None:
    """Open loop: an operation that is drawn late was due all the same."""
    timetable = Timetable(start=100.0, rate_per_s=4.0)

    assert [timetable.draw() for _ in range(5)] == [100.0, 100.25, 100.5, 100.75, 101.0]


def test_the_load_is_no_heavier_than_asked(chirp: str) -> None:
    """All workers draw from one timetable."""
    with Traffic(chirp, LOAD) as traffic:
        traffic.next_second()
        (phase,) = traffic.stop()

    done = phase.reads.succeeded + phase.writes.succeeded
    assert 0 < done <= LOAD.rate_per_s * phase.seconds + 1


def test_errors_are_counted_by_sqlstate(chirp: str) -> None:
    """A table that is gone fails the operations on it and no others."""
    with Traffic(chirp, LOAD) as traffic:
        with psycopg.connect(chirp) as conn:
            conn.execute("DROP TABLE login")
        traffic.mark("without logins")
        traffic.next_second()
        traffic.next_second()
        phase = traffic.stop()[-1]

    assert {"42P01"} == set(phase.errors)
    assert phase.reads.failed == 0
    assert phase.writes.succeeded > 0


def test_a_cut_connection_comes_back(chirp: str) -> None:
    """Each worker loses at most the operation under way, and goes on."""
    with Traffic(chirp, LOAD) as traffic:
        with psycopg.connect(chirp) as conn:
            conn.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE application_name = %s AND datname = current_database()",
                (APPLICATION,),
            )
        traffic.next_second()
        traffic.mark("after")
        traffic.next_second()
        traffic.next_second()
        cut, after = traffic.stop()

    assert set(cut.errors) <= {"57P01", "08006"}
    assert 0 < cut.failed <= LOAD.workers
    assert after.failed == 0
    assert after.reads.succeeded > 0


def test_no_database_is_a_clear_error() -> None:
    """Port 1 of the loopback has no PostgreSQL."""
    with (
        pytest.raises(ServerUnavailable, match="SQLSTATE"),
        Traffic("host=127.0.0.1 port=1 dbname=chirp", LOAD),
    ):
        pytest.fail("the traffic started without a database")


def test_a_process_that_is_gone_is_reported(chirp: str) -> None:
    """No figures are made up for a traffic that died."""
    with Traffic(chirp, LOAD) as traffic:
        process = traffic._process
        assert process is not None
        process.kill()
        process.wait()
        with pytest.raises(DomicileError, match="status -9"):
            traffic.next_second()
        with pytest.raises(DomicileError, match="status -9"):
            traffic.mark("after")
        with pytest.raises(DomicileError, match="status -9"):
            traffic.stop()


def test_the_traffic_ends_with_its_parent(chirp: str) -> None:
    """A parent that is killed leaves no application behind."""
    parent = subprocess.run(
        [sys.executable, "-c", ORPHANING],
        env={**os.environ, "CHIRP": chirp},
        capture_output=True,
        timeout=60,
    )

    assert parent.returncode == -9
    eventually(lambda: connections(chirp) == 0)


def test_the_traffic_ends_when_its_time_is_up(chirp: str) -> None:
    """Even a parent that never says stop does not keep it for ever."""
    load = Load(accounts=LOAD.accounts, seed=LOAD.seed, rate_per_s=50, workers=1, longest_s=0)
    with Traffic(chirp, load) as traffic:
        eventually(lambda: connections(chirp) == 0)
        (phase,) = traffic.stop()

    assert phase.reads.succeeded > 0
    assert traffic._process is not None
    assert traffic._process.returncode == 0


ORPHANING = """
import os, signal
from domicile.demo.traffic.load import Load
from domicile.demo.traffic.process import Traffic
Traffic(os.environ["CHIRP"], Load(accounts=500, seed=3)).start()
os.kill(os.getpid(), signal.SIGKILL)
"""


def rows(dsn: str) -> int:
    """Messages and logins together."""
    with psycopg.connect(dsn) as conn:
        row = conn.execute(
            "SELECT (SELECT count(*) FROM direct_message) + (SELECT count(*) FROM login)"
        ).fetchone()
    assert row is not None
    return row[0]


def connections(dsn: str) -> int:
    """How many connections the application has."""
    with psycopg.connect(dsn) as conn:
        row = conn.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE application_name = %s AND datname = current_database()",
            (APPLICATION,),
        ).fetchone()
    assert row is not None
    return row[0]


def eventually(condition: Callable[[], bool], within_s: float = 30) -> None:
    """The condition becomes true; how soon is not what is tested."""
    deadline = monotonic() + within_s
    while not condition():
        assert monotonic() < deadline, f"not within {within_s} s"
        sleep(0.05)
