"""Several workers of one process, and the limits that they keep together."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.relocation.pace import Limits
from domicile.relocation.window import Window

if TYPE_CHECKING:
    from conftest import Town


class Enough(Exception):
    """Raised by a caller who has heard what he wanted to hear."""


def test_workers_share_one_queue(settle: Callable[..., Town]) -> None:
    """Each person moves once, whoever takes him; and back."""
    town = settle(200)
    told: list[tuple[int, int]] = []
    report = town.world.move(
        workers=3, batch=11, progress=lambda done, total: told.append((done, total))
    )
    town.check_moved()
    going = [town.expected_at(country, "person") for country in ("RU", "KZ", "DE")]
    assert report.subjects == sum(map(len, going))
    assert told == sorted(told)
    assert told[-1] == (report.subjects, report.subjects)
    assert town.world.return_(workers=3, batch=7).subjects == report.subjects
    town.check_returned()


def test_a_limit_is_for_all_workers_together(settle: Callable[..., Town]) -> None:
    """Seven at most, though each of three workers could take seven."""
    town = settle(200)
    assert town.world.move(workers=3, batch=3, limit=7).subjects == 7
    assert len(town.ids("person", "RU") + town.ids("person", "DE") + town.ids("person", "KZ")) == 7
    assert town.world.move(workers=3, batch=3, limit=1).subjects == 1
    town.world.move(workers=3)
    town.check_moved()


def test_held_rows_split_a_batch_and_hold_up_nobody_else(settle: Callable[..., Town]) -> None:
    """Two rows in the middle of one batch of all: everybody but those two goes."""
    town = settle(200)
    russians = town.expected_at("RU", "person")
    held = [russians[7], russians[20]]
    with psycopg.connect(town.world.dsns["hub"], autocommit=True) as holder:
        holder.execute("BEGIN")
        holder.execute("UPDATE person SET seen = 9 WHERE id = ANY (%s)", (held,))
        assert town.world.move(workers=2, patience_s=0.3).waiting == 2
        left = "SELECT id FROM person WHERE country = 'RU' AND name IS NOT NULL ORDER BY id"
        assert [row[0] for row in town.world.rows(left)] == held
        holder.execute("ROLLBACK")
    town.world.move(workers=2)
    town.check_moved()


def test_a_rate_is_kept_by_all_workers_together(settle: Callable[..., Town]) -> None:
    """So many subjects cannot have taken less time."""
    town = settle(60)
    started = time.monotonic()
    report = town.world.move(workers=3, batch=4, limits=Limits(rate=20.0))
    elapsed = time.monotonic() - started
    assert elapsed > (report.subjects - 3 * 4) / 20.0
    town.check_moved()


def test_nobody_moves_outside_the_window(settle: Callable[..., Town]) -> None:
    """It opens an hour from now: the mover says so and waits."""
    town = settle(20)
    soon = datetime.now(UTC) + timedelta(hours=1)
    window = Window.parse(f"{soon:%H:%M}-{soon + timedelta(hours=1):%H:%M}")

    def say(reason: str) -> None:
        raise Enough(reason)

    with pytest.raises(Enough, match="window"):
        town.world.move(workers=2, limits=Limits(window=window), say=say)
    assert town.whole() == town.before
    assert town.ids("person", "RU") == []
