"""Who is out of place is carried, by one or by many, and an idle round writes nothing."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from domicile.pg.embedded import Cluster
from fix_pg import eventually
from hamlet import Village

_NEXT_XID = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"


def test_new_people_and_changed_evidence_are_carried_home(village: Village) -> None:
    """RU -> DE goes home to home: no statement in the hub ever holds the values."""
    world = village.world
    village.settled()
    hub = world.hub
    hub.execute("CREATE TABLE spied (name text)")
    hub.execute(
        "CREATE FUNCTION spy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " INSERT INTO spied VALUES (NEW.name); RETURN NULL; END $$"
    )
    hub.execute(
        "CREATE TRIGGER spy AFTER UPDATE ON person FOR EACH ROW WHEN (NEW.name IS NOT NULL)"
        " EXECUTE FUNCTION spy()"
    )
    hub.execute("ALTER TABLE person ENABLE ALWAYS TRIGGER spy")
    hub.execute("UPDATE person SET country = 'DE' WHERE country = 'RU' AND id < 20")
    village.before = village.whole()

    done = village.round()

    assert done.moved is not None
    assert done.moved.subjects > 0
    assert [] == world.rows("SELECT name FROM spied")
    hub.execute("DROP TRIGGER spy ON person")
    world.app().execute("INSERT INTO person VALUES (90, 'RU', 3, 'новый', 'new@ru')")
    hub.execute("UPDATE person SET country = 'RU' WHERE id = 2")
    village.before = village.whole()
    village.round()
    village.settled()


def test_an_idle_round_writes_nothing_anywhere(village: Village) -> None:
    """No transaction of it gets an id, in the hub or at a home."""
    village.round()  # confirms at the homes what the hub has committed

    def idle() -> bool:
        names = ("hub", "RU", "KZ", "DE")
        before = [village.world.rows(_NEXT_XID, at=name) for name in names]
        assert not village.round().acted
        return before == [village.world.rows(_NEXT_XID, at=name) for name in names]

    assert eventually(idle)  # the server's own work, autovacuum, may come between


def test_a_law_coming_into_force_moves_people_at_its_date(village: Village) -> None:
    """The day before nobody goes; on the day they do."""
    village.rewrite("since = 2020-01-01", "since = 2027-03-01")
    assert village.round(date(2027, 2, 28)).moved is not None  # no promise any more: they return
    assert [] == village.ids("person", "DE")
    assert village.round(date(2027, 2, 28)).moved is None

    done = village.round(date(2027, 3, 1))

    assert done.moved is not None
    assert done.moved.subjects == len(village.people("DE"))
    assert village.people("DE") == village.ids("person", "DE")


def test_two_at_once_on_two_machines_do_each_thing_once(village: Village) -> None:
    """Two processes, with a migration and people to move: both end well, nothing is double."""
    world = village.world
    world.hub.execute("ALTER TABLE person ADD COLUMN shoe_size int")
    world.hub.execute("UPDATE person SET country = 'DE' WHERE country = 'RU'")
    world.hub.execute("UPDATE person SET country = 'RU' WHERE country = 'US'")
    command = [sys.executable, "-m", "domicile", "run", "--once", "--as-of", "2026-11-21"]
    command += ["--config", str(world.config.source)]

    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate(timeout=120)[1] for process in both]

    assert {process.returncode for process in both} <= {0, 75}, told
    assert 0 in {process.returncode for process in both}, told
    village.before = village.whole()
    village.round()
    village.settled()


def test_a_home_that_is_down_stops_its_own_people_only(village: Village, servers: Cluster) -> None:
    """The others are carried, the round says 69, and the home's people go when it is back."""
    world = village.world
    world.hub.execute("UPDATE person SET country = 'DE' WHERE country = 'RU'")
    world.hub.execute("UPDATE person SET country = 'KZ' WHERE id = 2")
    servers["DE"].stop()
    world.opened.pop("DE", None)
    try:
        done = village.round(patience_s=1.0)
        failure = done.failure()
    finally:
        servers["DE"].start()

    assert failure is not None
    assert failure.exit_status == 69
    assert list(done.unavailable) == ["DE"]
    assert 2 in village.ids("person", "KZ")
    village.before = village.whole()
    village.round()
    village.settled()
