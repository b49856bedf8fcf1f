"""Rows that an application's transaction left elsewhere than their subject lives."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from domicile.relocation import store
from domicile.relocation.script import Script
from domicile.relocation.session import Session
from domicile.relocation.store import Batch

if TYPE_CHECKING:
    from conftest import Town

_WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def test_who_leaves_a_row_while_it_is_carried_does_not_pin_it_where_it_was(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pin that she meets is being taken away: the row is in the hub when she has gone."""
    town = settle(20)
    world = town.world
    world.move()
    resident = town.expected_at("RU", "person")[0]
    world.hub.execute("INSERT INTO address VALUES (500, 'street', 'city')")
    world.hub.execute("INSERT INTO person (id, country, name) VALUES (900, 'US', 'n')")
    world.hub.execute("UPDATE person SET address_id = 500 WHERE id = %s", (resident,))
    world.hub.execute("UPDATE person SET address_id = 500 WHERE id = 900")
    pinned = "SELECT home FROM domicile.address_pin WHERE k1 = 500"
    assert world.rows(pinned) == [("RU",)]
    transport, app = store.transport, world.connect()
    leaving = threading.Thread(
        target=app.execute, args=("UPDATE person SET address_id = NULL WHERE id = 900",)
    )

    def meanwhile(hub: Session, homes: dict[str, Session], once: Script, batch: Batch) -> None:
        transport(hub, homes, once, batch)
        if batch.subjects or leaving.ident is not None:
            return
        leaving.start()
        until = time.monotonic() + 10
        while world.rows(_WAITING) == [(0,)]:
            assert time.monotonic() < until
            time.sleep(0.01)

    monkeypatch.setattr(store, "transport", meanwhile)
    world.return_(where=f"s.id = {resident}")
    leaving.join()
    assert world.rows(pinned) == []
    assert world.rows("SELECT street FROM address WHERE id = 500") == [("street",)]
    assert world.rows("SELECT street FROM address WHERE id = 500", at="RU") == []
    assert world.verify().to_dict()["violations"] == []
