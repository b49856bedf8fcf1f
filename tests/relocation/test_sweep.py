"""Garbage of a crash that becomes somebody's row while it is swept (I2)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from domicile.relocation import sweep
from domicile.relocation.session import Session

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
