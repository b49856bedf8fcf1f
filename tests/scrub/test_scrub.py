"""After a scrub no byte of the people who moved is in the hub's files (I3)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.errors import PreparationError, TryAgain
from domicile.scrub.model import Report
from domicile.scrub.run import Wishes, check, plan
from fix_pg import eventually

if TYPE_CHECKING:
    from conftest import Village

HASTY = Wishes(method="vacuum-full", patience_s=0.0)
PATIENT = Wishes(method="vacuum-full", patience_s=20.0)
FORCED = Wishes(method="vacuum-full", patience_s=20.0, force=True)
CHILD = """
import os, signal, sys
from domicile.cli import main
from domicile.scrub import places, rewrite, run, store, wal

point, times, *arguments = sys.argv[1:]
module, name = point.split(".")
module = {"run": run, "store": store, "wal": wal}[module]
whole, left = getattr(module, name), [int(times)]

def dying(*args, **kwargs):
    result = whole(*args, **kwargs)
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return result

setattr(module, name, dying)
main(arguments)
"""


def test_a_scrub_leaves_no_byte_of_them_and_everything_works_on(village: Village) -> None:
    """Heap, TOAST, indexes, statistics, WAL: all had the values, and none has."""
    world = village.world
    before = village.traces()
    toast = village.toast("person")
    kinds = ("person", "note", "person_email_key", "person_name", toast, "pg_statistic")
    assert {village.path(each) for each in kinds} <= before.keys()
    assert village.path("pg_statistic_ext_data") in before
    assert any(path.startswith("pg_wal/") for path in before)

    # What people do today: it leaves nearly everything where it was.
    world.hub.execute("VACUUM person")
    world.hub.execute("VACUUM note")
    vacuumed = village.traces()
    assert {village.path(each) for each in ("person", "note", "pg_statistic")} <= vacuumed.keys()

    report = village.scrub()

    assert {} == village.traces()
    assert report.complete
    assert ["public.person", "public.note"] == [each.table for each in report.rewritten]
    assert all(each.bytes_after < each.bytes_before for each in report.rewritten)

    # Views, guards and moves are what they were: the table is the same one.
    app = world.app()
    app.execute("UPDATE person SET email = 'q7needle-new@example.org' WHERE id = 3")
    seen = app.execute("SELECT email FROM person WHERE id = 3").fetchone()
    assert ("q7needle-new@example.org",) == seen
    assert [(None,)] == world.rows("SELECT email FROM public.person WHERE id = 3")
    assert [] == world.verify().violations
    world.return_(limit=20)
    world.move()
    assert [] == world.verify().violations
    assert village.traces()  # they were here again

    village.scrub()
    assert {} == village.traces()


def test_a_second_scrub_does_nothing_unless_it_must(village: Village) -> None:
    """Work is proportional to what moved since the last one."""
    village.scrub()
    files = [village.path("person"), village.path("note")]

    again = village.scrub()

    assert village.plans[-1].is_idle
    assert again.complete
    assert ([], 0) == (again.rewritten, again.wal_segments)
    assert files == [village.path("person"), village.path("note")]

    # A person without notes moves: one table has something to forget.
    village.world.hub.execute(
        "INSERT INTO person VALUES (1000, 'US', 'q7needle', 'q7needle-1000@example.org')"
    )
    village.world.hub.execute("UPDATE person SET country = 'RU' WHERE id = 1000")
    village.world.move()
    third = village.scrub()
    assert ["public.person"] == [each.table for each in third.rewritten]
    assert {} == village.traces()

    assert ["public.person", "public.note"] == [
        each.table for each in village.scrub(FORCED).rewritten
    ]


@pytest.mark.parametrize(
    ("point", "times"),
    [
        ("run.rewrite", 1),  # a table is new, and nothing says so
        ("store.record", 2),  # both tables are written down
        ("wal._await_removal", 1),
    ],
)
def test_a_scrub_that_is_killed_is_finished_by_the_next(
    village: Village, point: str, times: int
) -> None:
    """I6: no step is lost, and what is written down is not done again."""
    options = ["--config", str(village.world.config.source), "--method", "vacuum-full"]
    killed = subprocess.run(
        [sys.executable, "-c", CHILD, point, str(times), "scrub", *options],
        capture_output=True,
        timeout=120,
    )
    assert -signal.SIGKILL == killed.returncode
    assert village.traces()

    report = village.scrub()

    assert report.complete
    assert {} == village.traces()
    written_down = 0 if point == "run.rewrite" and times == 1 else 2
    assert 2 - written_down == len(report.rewritten)


def test_a_scrub_that_is_killed_while_it_waits_leaves_no_lock(village: Village) -> None:
    """The application gets its table back, and the next run gets the lock on the scrub."""
    holder = village.world.connect()
    holder.execute("BEGIN")
    holder.execute("SELECT 1 FROM public.person LIMIT 1")
    options = ["--config", str(village.world.config.source), "--method", "vacuum-full"]
    child = subprocess.Popen(
        [sys.executable, "-m", "domicile", "scrub", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert eventually(lambda: village.waits() > 0)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    holder.execute("COMMIT")

    assert village.scrub().complete
    assert {} == village.traces()


def test_the_application_never_queues_for_longer_than_a_short_turn(village: Village) -> None:
    """A reader holds the table; whoever queues behind our lock goes on when our turn ends."""
    holder = village.world.connect()
    holder.execute("BEGIN")
    holder.execute("SELECT 1 FROM public.person LIMIT 1")
    failed: list[Exception] = []

    def scrub() -> None:
        try:
            village.scrub(PATIENT)
        except Exception as error:  # told by the assertion below
            failed.append(error)

    thread = threading.Thread(target=scrub)
    thread.start()
    try:
        # Each of these meets the waiting lock or not; none may fail for having waited too long.
        app = village.world.connect()
        app.execute("SET lock_timeout = '5s'")
        assert eventually(lambda: village.waits() > 0)
        for _ in range(3):
            app.execute("UPDATE public.person SET seen = seen + 1 WHERE id = 1")
            app.execute("SELECT count(*) FROM public.person")
        assert eventually(lambda: any("public.person: held by process" in t for t in village.told))
    finally:
        holder.execute("COMMIT")
        thread.join()

    assert [] == failed
    assert {} == village.traces()


def test_whoever_holds_a_table_is_named_when_our_patience_ends(village: Village) -> None:
    """By its process, never by its query; the table is as it was."""
    holder = village.world.connect()
    holder.execute("BEGIN")
    holder.execute("SELECT 'q7needle' FROM public.person LIMIT 1")
    file = village.path("person")

    with pytest.raises(TryAgain) as refused:
        village.scrub(HASTY)

    assert f"process {holder.info.backend_pid}" in str(refused.value)
    assert "q7needle" not in str(refused.value)
    assert file == village.path("person")


def test_an_old_snapshot_that_keeps_dead_rows_alive_is_waited_for_and_named(
    village: Village,
) -> None:
    """A rewrite would copy what it can see: nothing is rewritten before it has gone."""
    village.world.return_(limit=5)
    old = village.world.connect()
    old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    old.execute("SELECT 1")
    village.world.move()
    file = village.path("person")

    with pytest.raises(TryAgain) as refused:
        village.scrub(HASTY)
    assert f"process {old.info.backend_pid}" in str(refused.value)
    assert file == village.path("person")
    assert str(old.info.backend_pid) in " ".join(
        each.where for each in check(village.world.config, HASTY).to_act
    )

    old.execute("COMMIT")
    # Who came after the move cannot see them, and is not waited for.
    late = village.world.connect()
    late.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    late.execute("SELECT 1")
    with pytest.raises(TryAgain, match="dead rows are kept alive"):  # of pg_statistic
        village.scrub(HASTY)
    assert file != village.path("person")
    late.execute("COMMIT")
    village.scrub()
    assert {} == village.traces()


def test_a_slot_that_holds_wal_is_named_and_not_waited_for_for_ever(village: Village) -> None:
    """The tables are done, the WAL is not: the next run goes on there."""
    hub = village.world.hub
    hub.execute("SELECT pg_create_physical_replication_slot('lagging', true)")
    try:
        report = village.scrub(Wishes(method="vacuum-full", patience_s=1.0))
        assert not report.complete
        assert ["pg_wal"] == [each.where for each in report.to_act if "pg_wal" in each.where]
        assert any("lagging" in each.what for each in report.to_act)
        assert all(path.startswith("pg_wal/") for path in village.traces())
    finally:
        hub.execute("SELECT pg_drop_replication_slot('lagging')")

    report = village.scrub()
    assert report.complete
    assert [] == report.rewritten
    assert {} == village.traces()


def test_wal_that_is_let_go_late_is_written_over_too(village: Village) -> None:
    """A segment that was held is renamed like any other, with its bytes, when it is let go."""
    hub = village.world.hub
    hub.execute("SELECT pg_create_physical_replication_slot('late', true)")
    reports: list[Report] = []
    thread = threading.Thread(target=lambda: reports.append(village.scrub()))
    thread.start()
    try:
        assert eventually(lambda: any(told.startswith("pg_wal") for told in village.told))
        redo = "SELECT redo_lsn FROM pg_control_checkpoint()"
        held = village.world.rows(redo)
        assert eventually(lambda: village.world.rows(redo) != held)
    finally:
        hub.execute("SELECT pg_drop_replication_slot('late')")
        thread.join()

    assert [True] == [report.complete for report in reports]
    assert {} == village.traces()


def test_auto_leaves_a_table_that_would_be_locked_for_too_long(village: Village) -> None:
    """Nobody is kept out of a table for long who has not said so."""
    file = village.path("person")
    other = village.world.connect()
    other.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    other.execute("SELECT 1")

    report = village.scrub(Wishes(patience_s=0.0, max_lock_s=0.0))  # so nobody is waited for

    assert ["public.person", "public.note"] == report.left
    assert not report.complete
    assert "table public.person" in [each.where for each in report.to_act]
    assert file == village.path("person")
    made = plan(village.world.config, Wishes())
    assert ["vacuum-full", "vacuum-full"] == [each.method for each in made.tables]


def test_what_is_missing_is_said_before_anything_is_done(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pg_repack that is not there; a role that cannot see; a role that may not rewrite."""
    with pytest.raises(PreparationError, match="no extension pg_repack"):
        village.scrub(Wishes(method="repack"))

    hub = village.world.hub
    hub.execute("DROP ROLE IF EXISTS scrubber")
    hub.execute("CREATE ROLE scrubber LOGIN PASSWORD 'x'")
    for grant in (
        "USAGE ON SCHEMA domicile, public",
        "SELECT, INSERT ON ALL TABLES IN SCHEMA domicile",
        "SELECT ON ALL TABLES IN SCHEMA public",
    ):
        hub.execute(f"GRANT {grant} TO scrubber".encode())
    parts = psycopg.conninfo.conninfo_to_dict(village.world.dsns["hub"])
    dsn = psycopg.conninfo.make_conninfo(**{**parts, "user": "scrubber", "password": "x"})
    monkeypatch.setenv("TEST_DSN_HUB", dsn)
    try:
        with pytest.raises(PreparationError, match="cannot see who keeps"):
            village.scrub()
        hub.execute("GRANT pg_monitor TO scrubber")
        with pytest.raises(PreparationError, match=r"may not rewrite table public\.person"):
            village.scrub()
        hub.execute(f"ALTER DATABASE {parts['dbname']} OWNER TO scrubber".encode())
        report = village.scrub()
        assert ["pg_wal"] == [each.where for each in report.to_act]
        assert not report.complete

        # Everything that was asked for, and no superuser: it is done.
        hub.execute("GRANT pg_checkpoint TO scrubber")
        hub.execute("GRANT EXECUTE ON FUNCTION pg_switch_wal() TO scrubber")
        assert village.scrub().complete
        assert {} == village.traces()
    finally:
        hub.execute(f"ALTER DATABASE {parts['dbname']} OWNER TO CURRENT_USER".encode())
        hub.execute("REVOKE ALL ON FUNCTION pg_switch_wal() FROM scrubber")
        hub.execute("DROP OWNED BY scrubber")
        hub.execute("DROP ROLE scrubber")
