"""Garbage of a crash that becomes somebody's row while it is swept (I2)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from domicile.evidence import mend
from domicile.evidence.repair import repair
from domicile.evidence.run import Wish
from domicile.relocation import store, sweep
from domicile.relocation.session import Session
from fix_world import AS_OF

if TYPE_CHECKING:
    from conftest import Town

_DEAD = (
    "INSERT INTO domicile.batch (batch, kind, source, target, subjects, rows, salt, commitment)"
    " VALUES (gen_random_uuid(), 'move', NULL, 'RU', 1, '{}', '', '')"
)


def test_a_row_that_is_taken_while_it_is_swept_stays(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A resident takes an address whose copy at home is garbage: it commits there before us."""
    town = settle(20)
    world = town.world
    world.move()
    (person,) = town.expected_at("RU", "person")[:1]
    world.hub.execute("INSERT INTO address VALUES (500, 'his street', 'city')")
    world.at("RU").execute("INSERT INTO address VALUES (500, 'garbage')")
    world.at("RU").execute(_DEAD)
    call, app = sweep.send_keys, world.app()
    committed = threading.Timer(0.15, app.execute, ("COMMIT",))

    def taken(source: Session, *arguments: object) -> None:
        call(source, *arguments)  # type: ignore[arg-type]
        if source.server == "hub" and committed.ident is None:  # the locks are taken by now
            app.execute("BEGIN")
            app.execute("UPDATE person SET address_id = 500 WHERE id = %s", (person,))
            committed.start()

    monkeypatch.setattr(sweep, "send_keys", taken)
    world.move()
    committed.join()
    world.move()
    assert world.rows("SELECT street FROM address WHERE id = 500", at="RU") == [("his street",)]
    assert world.rows("SELECT street FROM address WHERE id = 500") == [(None,)]
    assert world.verify().to_dict()["violations"] == []
    assert world.rows("SELECT count(*) FROM domicile.batch WHERE subjects = 1", at="RU") == [(0,)]


def test_a_row_that_a_mover_brings_while_it_is_swept_stays(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody's address becomes somebody's, and goes home with him: that home has committed."""
    town = settle(20)
    world = town.world
    world.move()
    world.hub.execute("INSERT INTO address VALUES (500, 'her street', 'city')")
    world.at("RU").execute("INSERT INTO address VALUES (500, 'garbage')")
    world.at("RU").execute(_DEAD)
    delete, compare = sweep._delete, store._compare
    sent, swept = threading.Event(), threading.Event()
    mover = threading.Thread(target=world.move)

    def held(*arguments: object) -> None:
        sent.set()
        assert swept.wait(10)
        compare(*arguments)  # type: ignore[arg-type]

    def late(source: Session, *arguments: object) -> None:
        send_keys(source, *arguments)  # type: ignore[arg-type]
        if source.server == "hub" and mover.ident is None:  # it is garbage, as the hub has it
            world.hub.execute("INSERT INTO person (id, country, name) VALUES (900, 'US', 'she')")
            world.hub.execute("UPDATE person SET address_id = 500, country = 'RU' WHERE id = 900")
            mover.start()
            assert sent.wait(10)

    def told(*arguments: object) -> int | None:
        try:
            return delete(*arguments)  # type: ignore[arg-type]
        finally:
            if mover.ident is not None:
                swept.set()

    send_keys = sweep.send_keys
    monkeypatch.setattr(sweep, "send_keys", late)
    monkeypatch.setattr(sweep, "_delete", told)
    monkeypatch.setattr(store, "_compare", held)
    world.move()
    mover.join()
    assert world.rows("SELECT street FROM address WHERE id = 500", at="RU") == [("her street",)]
    assert world.verify().to_dict()["violations"] == []


def test_a_row_that_is_taken_while_it_is_repaired_stays(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same of `verify --repair`, which deletes a copy that a mirrored resident takes."""
    town = settle(20)
    world = town.world
    world.move()
    (person,) = town.expected_at("KZ", "person")[:1]
    world.hub.execute("INSERT INTO address VALUES (500, 'his street', 'city')")
    world.at("KZ").execute("INSERT INTO address VALUES (500, 'his street')")
    delete, app = mend.mending.delete, world.app()
    committed = threading.Timer(0.15, app.execute, ("COMMIT",))

    def taken(*arguments: object) -> object:
        app.execute("BEGIN")
        app.execute("UPDATE person SET address_id = 500 WHERE id = %s", (person,))
        committed.start()
        return delete(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(mend.mending, "delete", taken)
    done = repair(world.config, lambda _table, _rows: None, Wish(), as_of=AS_OF, do=True)
    committed.join()
    assert [each.done for each in done.remedies] == [False]
    assert world.rows("SELECT street FROM address WHERE id = 500", at="KZ") == [("his street",)]
    assert world.verify().to_dict()["violations"] == []


def test_who_clashes_with_garbage_waits_until_it_can_be_swept(
    settle: Callable[..., Town],
) -> None:
    """A crash left her copy under the key that she had; a transaction that asked the home reads."""
    town = settle(20)
    world = town.world
    world.move()
    world.hub.execute("INSERT INTO person (id, country, name, email) VALUES (901, 'US', 'n', 'e')")
    world.hub.execute("UPDATE person SET country = 'RU' WHERE id = 901")
    world.at("RU").execute("INSERT INTO person VALUES (900, 'n', 'e')")
    world.at("RU").execute(_DEAD)
    app = world.app()
    app.execute("BEGIN")
    assert app.execute("SELECT name FROM person WHERE country = 'RU'").fetchall()
    report = world.move(patience_s=0.1)
    assert (report.refused, report.waiting) == ([], 1)
    ended = threading.Timer(1.0, app.execute, ("COMMIT",))
    ended.start()
    report = world.move(patience_s=20)
    ended.join()
    assert (report.refused, report.waiting) == ([], 0)
    assert world.rows("SELECT email FROM person WHERE id IN (900, 901)", at="RU") == [("e",)]
    assert world.verify().to_dict()["violations"] == []
