"""Homes and servers that refuse: a clear error, nothing lost, and the same command again."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.errors import ComparisonFailed, DatabaseError, DomicileError
from domicile.pg.embedded import Cluster
from domicile.relocation import store
from domicile.relocation.session import Session

if TYPE_CHECKING:
    from conftest import Town

IN_HUB = "SELECT count(*) FROM person WHERE country = %s AND name IS NOT NULL"


def test_a_home_that_is_down_keeps_only_its_own_people(
    settle: Callable[..., Town], servers: Cluster
) -> None:
    """The others move; its people stay whole in the hub until a later run (I4)."""
    town = settle(20)
    servers["RU"].stop()
    report = town.world.move()
    assert list(report.unavailable) == ["RU"]
    left = "SELECT count(*) FROM person WHERE country = %s AND name IS NOT NULL"
    assert town.world.rows(left, "DE") == [(0,)]
    assert town.world.rows(left, "RU") == [(len(town.expected_at("RU", "person")),)]
    servers["RU"].start()
    town.world.opened.clear()
    assert town.world.move().unavailable == {}
    town.check_moved()


def test_a_home_that_changes_values_is_found_out(settle: Callable[..., Town]) -> None:
    """R4: nothing is blanked, and the message has no value in it (I7)."""
    town = settle(20)
    home = town.world.at("RU")
    home.execute(
        "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN NEW.body := upper(NEW.body); RETURN NEW; END $$"
    )
    home.execute("CREATE TRIGGER shout BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION shout()")
    with pytest.raises(ComparisonFailed) as raised:
        town.world.move()
    assert "ody" not in str(raised.value)
    blank = "SELECT count(*) FROM person WHERE name IS NULL AND country = 'RU'"
    assert town.world.rows(blank) == [(0,)]
    assert town.whole() == town.before
    home.execute("DROP TRIGGER shout ON note")
    town.world.move()
    town.check_moved()


@pytest.mark.parametrize(
    ("break_it", "mend_it"),
    [
        ("ALTER TABLE note RENAME body TO other", "ALTER TABLE note RENAME other TO body"),
        ("ALTER TABLE note ALTER body TYPE int USING 1", "ALTER TABLE note ALTER body TYPE text"),
        ("ALTER DATABASE {} SET default_transaction_read_only = on",
         "ALTER DATABASE {} RESET default_transaction_read_only"),
    ],
    ids=["no such column", "other type", "read-only"],
)  # fmt: skip
def test_a_home_that_refuses_keeps_only_its_own_people(
    settle: Callable[..., Town], break_it: str, mend_it: str
) -> None:
    """A drifted or read-only home is named; the others move (I4), and its people when mended."""
    town = settle(20)
    with psycopg.connect(town.world.dsns["RU"], autocommit=True) as conn:
        base = conn.info.dbname
        conn.execute(break_it.format(base).encode())
        report = town.world.move()
        assert list(report.broken) == ["RU"]
        assert "home RU" in report.broken["RU"]
        conn.execute("SET default_transaction_read_only = off")
        conn.execute(mend_it.format(base).encode())
    assert town.world.rows(IN_HUB, "RU") == [(len(town.expected_at("RU", "person")),)]
    assert town.world.rows(IN_HUB, "DE") == [(0,)]
    town.world.move()
    town.check_moved()


def test_a_statement_timeout_in_the_hub_is_named(settle: Callable[..., Town]) -> None:
    """Somebody's setting for the whole database, too short for any statement of ours."""
    town = settle(20)
    name = town.world.hub.info.dbname
    town.world.hub.execute(f"ALTER DATABASE {name} SET statement_timeout = '1ms'")
    with pytest.raises(DatabaseError, match="hub") as raised:
        town.world.move()
    assert "statement_timeout" in raised.value.hint
    town.world.hub.execute(f"ALTER DATABASE {name} RESET statement_timeout")
    town.world.move()
    town.check_moved()


def test_a_disk_that_fills_up_in_mid_batch(settle: Callable[..., Town]) -> None:
    """What the server says then: nothing of the batch is at home, and nobody has left."""
    town = settle(20)
    home = town.world.at("RU")
    home.execute(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF (SELECT count(*) FROM public.note) > 3 THEN RAISE disk_full; END IF;"
        " RETURN NEW; END $$"
    )
    home.execute(
        "CREATE TRIGGER full_disk AFTER INSERT ON note FOR EACH ROW EXECUTE FUNCTION full_disk()"
    )
    report = town.world.move()
    assert list(report.unavailable) == ["RU"]
    assert town.ids("note", "RU") == []
    assert town.whole() == town.before
    home.execute("DROP TRIGGER full_disk ON note")
    town.world.move()
    town.check_moved()


def test_one_person_whom_the_home_will_not_have(settle: Callable[..., Town]) -> None:
    """A unique value that is taken at home: he stays and is named by key, the others move."""
    town = settle(40)
    person = town.world.rows(
        "SELECT id, email FROM person WHERE country = 'RU' AND email IS NOT NULL ORDER BY id"
    )[-1]
    home = town.world.at("RU")
    home.execute("INSERT INTO person (id, name, email) VALUES (-1, 'other', %s)", (person[1],))
    report = town.world.move(patience_s=1.0, workers=2)
    assert report.waiting == 0
    assert [each.split(" stays")[0] for each in report.refused] == [f"person {person[0]}"]
    assert str(person[1]) not in report.refused[0]
    assert town.world.rows(IN_HUB, "RU") == [(1,)]
    home.execute("DELETE FROM person WHERE id = -1")
    assert town.world.move().refused == []
    town.check_moved()


def test_the_hub_has_no_room_for_more_workers(settle: Callable[..., Town]) -> None:
    """max_connections is reached: those that came in do the work."""
    town = settle(40)
    guests = []
    said: list[str] = []
    try:
        with contextlib.suppress(psycopg.OperationalError):
            while True:
                guests.append(psycopg.connect(town.world.dsns["hub"]))
        guests.pop().close()
        time.sleep(0.2)  # its backend goes a moment later
        town.world.move(workers=4, batch=5, say=said.append)
    finally:
        for guest in guests:
            guest.close()
    assert said == ["the hub has room for 1 workers"]
    town.check_moved()


def test_a_clock_that_is_wrong_moves_nobody_to_the_wrong_place(settle: Callable[..., Town]) -> None:
    """No step compares clocks: a hub and a home years apart, and a batch from the future."""
    town = settle(20)
    town.world.move()
    for name in ("hub", "RU"):
        town.world.at(name).execute("UPDATE domicile.batch SET at = at + interval '9 years'")
    town.world.move()
    town.check_moved()
    town.world.return_()
    town.check_returned()


@pytest.mark.parametrize("how", ["cancel", "terminate"])
def test_an_administrator_stops_a_batch(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """57014 and a terminated backend after R4: nothing is lost, the next run finishes."""
    town = settle(20)
    whole = store._log_in_hub

    def interrupted(hub: Session, batch: store.Batch) -> None:
        if how == "cancel":
            hub.run(store.sql.SQL("SET LOCAL statement_timeout = '1ms'"))
            hub.run(store.sql.SQL("SELECT pg_sleep(1)"))
        town.world.hub.execute("SELECT pg_terminate_backend(%s)", (hub.conn.info.backend_pid,))
        whole(hub, batch)

    with monkeypatch.context() as patch:
        patch.setattr(store, "_log_in_hub", interrupted)
        with pytest.raises(DomicileError) as raised:
            town.world.move()
    assert isinstance(raised.value, DatabaseError) == (how == "cancel")
    assert town.whole() == town.before
    town.world.move()
    town.check_moved()
