"""A worker that has lost the hub and does not know: its locks are gone, others go on without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from domicile.errors import ServerUnavailable
from domicile.relocation import aftercare, store

if TYPE_CHECKING:
    from conftest import Town

_END = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE application_name = 'domicile' AND datname = current_database()"
)


def _late(
    town: Town, monkeypatch: pytest.MonkeyPatch, module: object, name: str, write: bool
) -> list[int]:
    """Before this call to a home, once: the worker's locks are lost, and somebody else moves all.

    Returns:
        The person who is written to after that, if one is.
    """
    call = getattr(module, name)
    (person,) = town.expected_at("RU", "person")[:1]
    written: list[int] = []

    def late(*arguments: object) -> object:
        if not written:
            written.append(int(str(person)))
            town.world.rows(_END)
            town.world.move(home="RU")
            if write:
                update = "UPDATE person SET name = 'newest' WHERE id = %s"
                town.world.app().execute(update, (person,))
        return call(*arguments)

    monkeypatch.setattr(module, name, late)
    return written


def test_a_late_write_does_not_go_over_a_newer_one(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker's copy is older than what the application has written at home since."""
    town = settle(20)
    written = _late(town, monkeypatch, store, "_insert", write=True)
    with pytest.raises(ServerUnavailable):
        town.world.move(home="RU")
    rows = town.world.app().execute("SELECT name FROM person WHERE id = %s", written).fetchall()
    assert rows == [("newest",)]
    town.world.move()
    assert town.world.verify().to_dict()["violations"] == []


def test_a_late_sweep_does_not_delete_who_has_come_meanwhile(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was garbage when it was locked is a resident's row by now."""
    town = settle(20)
    with monkeypatch.context() as crash:
        crash.setattr(store, "flip", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            town.world.move(home="RU")
    assert town.ids("person", "RU")
    with monkeypatch.context() as late:
        swept = _late(town, late, aftercare, "delete_rows", write=False)
        with pytest.raises(ServerUnavailable):
            town.world.move(home="RU")
    assert swept
    town.world.move()
    town.check_moved()


def test_a_late_purge_does_not_delete_who_has_come_back(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The queue's rows are there again, and a mover has settled with them."""
    town = settle(20)
    town.world.move()
    sent = _late(town, monkeypatch, aftercare, "delete_rows", write=False)
    with pytest.raises(ServerUnavailable):
        town.world.return_(home="RU")
    assert sent
    town.world.move()
    town.check_moved()
