"""Transactions that have asked a home before more people came there (I8)."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from conftest import Town

IN_HUB = "SELECT count(*) FROM person WHERE country = 'RU' AND name IS NOT NULL"


def asked(town: Town) -> tuple[psycopg.Connection[tuple[object, ...]], list[object]]:
    """A transaction that has read one resident of RU, and the others who belong there."""
    first, *others = town.expected_at("RU", "person")
    assert town.world.move(where=f"s.id = {first}").subjects == 1
    app = town.world.app()
    app.execute("BEGIN")
    assert app.execute("SELECT name FROM person WHERE id = %s", (first,)).fetchone() is not None
    return app, others


def test_a_transaction_that_asked_a_home_may_write_to_whoever_belongs_there(
    settle: Callable[..., Town],
) -> None:
    """The movers wait for it, so its write is not refused; then they go on."""
    town = settle(20)
    app, others = asked(town)
    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(town.world.move, patience_s=30.0, workers=2)
        try:
            until = time.monotonic() + 0.7
            while time.monotonic() < until:
                assert town.world.rows(IN_HUB) == [(len(others),)]
            for number in others:
                app.execute("UPDATE person SET name = 'new' WHERE id = %s", (number,))
        finally:
            app.execute("COMMIT")
        assert moving.result().waiting == 0
    assert town.world.rows(IN_HUB) == [(0,)]
    names = town.world.rows("SELECT name FROM person WHERE id = ANY (%s)", others, at="RU")
    assert names == [("new",)] * len(others)
    assert town.world.verify().to_dict()["violations"] == []


def test_a_long_report_is_left_alone(settle: Callable[..., Town]) -> None:
    """Longer than the patience: everybody moves, and it goes on reading what is true."""
    town = settle(20)
    app, _ = asked(town)
    assert town.world.move(patience_s=0.3, workers=2).waiting == 0
    assert town.world.rows(IN_HUB) == [(0,)]
    people = app.execute("SELECT * FROM person ORDER BY id").fetchall()
    app.execute("COMMIT")
    assert people == town.before["person"]
    town.check_moved()


def test_other_homes_do_not_wait(settle: Callable[..., Town]) -> None:
    """Who has asked RU is no reason to keep people from DE."""
    town = settle(20)
    app, others = asked(town)
    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(town.world.move, home="DE", patience_s=30.0)
        assert moving.result(20).waiting == 0
    assert town.ids("person", "DE") == town.expected_at("DE", "person")
    assert town.world.rows(IN_HUB) == [(len(others),)]
    app.execute("COMMIT")


def test_a_pinned_row_is_not_carried_over_garbage_that_somebody_may_see(
    settle: Callable[..., Town],
) -> None:
    """It goes without its person, and owes those who have asked the home the same."""
    town = settle(20)
    world = town.world
    world.move()
    resident = town.expected_at("RU", "person")[0]
    world.hub.execute("INSERT INTO address VALUES (500, 'new street', 'city')")
    world.hub.execute("INSERT INTO person (id, country, name) VALUES (900, 'US', 'n')")
    world.hub.execute("UPDATE person SET address_id = 500 WHERE id = 900")
    world.hub.execute("UPDATE person SET address_id = 500 WHERE id = %s", (resident,))
    world.hub.execute("UPDATE person SET address_id = NULL WHERE id = 900")
    world.at("RU").execute("INSERT INTO address VALUES (500, 'garbage')")
    app = world.app()
    app.execute("BEGIN")
    assert app.execute("SELECT name FROM person WHERE id = %s", (resident,)).fetchone()
    query = "SELECT street FROM address WHERE id = 500"
    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(world.move, patience_s=30.0)
        try:
            until = time.monotonic() + 0.7
            while time.monotonic() < until:
                assert app.execute(query).fetchone() == ("new street",)
        finally:
            app.execute("COMMIT")
        moving.result()
    assert world.rows(query, at="RU") == [("new street",)]
    assert world.rows(query) == [(None,)]
