"""Movers beside the application, and beside each other (I1, I8)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.errors import TryAgain

if TYPE_CHECKING:
    from conftest import Town
    from fix_world import World


def test_a_held_person_waits_and_the_others_move(settle: Callable[..., Town]) -> None:
    """Rows and directory entries that the application holds: the rest moves, then they do."""
    town = settle(20)
    people = town.expected_at("RU", "person")
    holders = [town.world.connect() for _ in range(2)]
    for holder in holders:
        holder.execute("BEGIN")
    holders[0].execute("UPDATE person SET seen = 5 WHERE id = %s", (people[0],))  # the row
    holders[1].execute(
        "UPDATE note SET body = 'x' WHERE person_id = %s", (people[3],)
    )  # the person

    assert town.world.move(patience_s=0.3).waiting == 2
    blank = "SELECT id FROM person WHERE country = 'RU' AND name IS NOT NULL ORDER BY 1"
    assert town.world.rows(blank) == [(people[0],), (people[3],)]
    for holder in holders:
        holder.execute("ROLLBACK")
    assert town.world.move().waiting == 0
    town.check_moved()


def test_a_child_row_in_flight_holds_nobody_up(settle: Callable[..., Town]) -> None:
    """Blanking a UNIQUE column needs the row's key lock: the mover must not wait for it."""
    town = settle(20)
    person = town.expected_at("RU", "person")[0]
    town.world.hub.execute("CREATE TABLE likes (person_id int REFERENCES person)")
    with psycopg.connect(town.world.dsns["hub"], autocommit=True) as child:
        child.execute("BEGIN")
        child.execute("INSERT INTO likes VALUES (%s)", (person,))

        assert town.world.move(patience_s=0.2).waiting == 1
        child.execute("UPDATE person SET name = 'other' WHERE id = %s", (person,))
        child.execute("ROLLBACK")
    town.world.move()
    town.check_moved()


def _write(world: World, stop: threading.Event, number: int, view: bool) -> tuple[int, int]:
    """Write to one person again and again; the last acknowledged value, and how many."""
    conn = psycopg.connect(world.dsns["hub"], autocommit=True)
    conn.execute("SET ROLE app")
    conn.execute(f"SET search_path = {'resident, public' if view else 'public'}")
    value = 0
    with conn:
        while not stop.is_set() or not value:
            value += 1
            body = (f"value {value}", number)
            conn.execute("UPDATE person SET name = %s, seen = seen + 1 WHERE id = %s", body)
            conn.execute("UPDATE note SET body = %s WHERE id = %s", body)
            stop.wait(0.01)  # a person writes now and then
    return number, value


def test_the_application_writes_through_every_trip(settle: Callable[..., Town]) -> None:
    """On the table and on the view, no write fails and none that was acknowledged is lost."""
    town = settle(40)
    stop = threading.Event()
    russians = town.expected_at("RU", "person")[:2] + town.expected_at("DE", "person")[:1]
    with ThreadPoolExecutor(len(russians)) as pool:
        writers = [
            pool.submit(_write, town.world, stop, int(str(number)), view=turn % 2 == 1)
            for turn, number in enumerate(russians)
        ]
        try:
            for _ in range(3):
                town.world.move()
                assert town.world.verify().to_dict()["violations"] == []
                town.world.return_()
                assert town.world.verify().to_dict()["violations"] == []
        finally:
            stop.set()
        written = [writer.result() for writer in writers]

    for number, value in written:
        (row,) = town.world.app().execute(
            "SELECT p.name, p.seen, n.body FROM person p, note n WHERE p.id = n.id AND n.id = %s",
            (number,),
        )
        assert row == (f"value {value}", value, f"value {value}")


def test_many_movers_at_once_put_everybody_in_one_place(settle: Callable[..., Town]) -> None:
    """Four movers together, then two against two: no errors, each person once."""
    town = settle(200)
    world = town.world

    def at_once(*acts: Callable[..., object]) -> None:
        with ThreadPoolExecutor(len(acts)) as pool:
            for future in [pool.submit(act, batch=9) for act in acts]:
                future.result()

    at_once(world.move, world.move, world.move, world.move)
    town.check_moved()
    at_once(world.move, world.return_, world.return_, world.move)
    assert town.whole() == town.before
    assert world.verify().to_dict()["violations"] == []
    at_once(world.return_, world.return_)
    world.return_()
    town.check_returned()


def test_an_exclusive_lock_does_not_hang_a_mover(settle: Callable[..., Town]) -> None:
    """Somebody has a table for himself: he wins, and the mover says that it must try again."""
    town = settle(20)
    with psycopg.connect(town.world.dsns["hub"], autocommit=True) as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE note IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(TryAgain):
            town.world.move(patience_s=0.2)
        other.execute("UPDATE note SET body = body")
        other.execute("COMMIT")
    town.world.move()
    town.check_moved()


def test_who_waited_for_a_row_reads_it_whole(settle: Callable[..., Town]) -> None:
    """FOR UPDATE sees the row as the move left it, by a snapshot from before: I8, no blanks."""
    town = settle(200)
    people = town.expected_at("RU", "person")
    reader = town.world.app()
    with ThreadPoolExecutor(max_workers=1) as pool:
        moving = pool.submit(town.world.move)
        while not moving.done():
            found = reader.execute(
                "SELECT id, name FROM person WHERE id = ANY (%s) ORDER BY id FOR UPDATE", (people,)
            ).fetchall()
            assert [] == [row for row in found if row[1] is None]
        moving.result()
    town.world.move()  # whom the reader held all the while
    town.check_moved()
