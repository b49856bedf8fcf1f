"""Moves, returns and the application's writes go on: verify raises no false alarm."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

import psycopg

from evidence.village import BODY, NOTE, NUMBER, OF, Settle, Village

ROUNDS = 2
_COUNTRIES = ("RU", "KZ", "DE", "US")
_NOTE, _OF, _BODY = (name.replace("%", "%%") for name in (NOTE, OF, BODY))
_UPDATE_NOTE = f"UPDATE {_NOTE} SET {_BODY} = %s WHERE {_OF} = %s"
_INSERT_NOTE = f"INSERT INTO {_NOTE} ({_OF}, {NUMBER}, {_BODY}) VALUES (%s, %s, 'new')"


def _background(stop: threading.Event, *loops: Callable[[], None]) -> list[threading.Thread]:
    def forever(once: Callable[[], None]) -> None:
        while not stop.is_set():
            once()

    threads = [threading.Thread(target=forever, args=(each,)) for each in loops]
    for thread in threads:
        thread.start()
    return threads


def _writer(village: Village, seed: int) -> Callable[[], None]:
    """One random write as the application makes it; a refused one is tried again some time."""
    app, draw = village.world.app(), random.Random(seed)

    def once() -> None:
        key = draw.randint(1, 70)
        statement, values = draw.choice(
            [
                ("UPDATE person SET email = %s WHERE id = %s", (f"mail{draw.random()}", key)),
                ("UPDATE person SET email = NULL, age = age + 1 WHERE id = %s", (key,)),
                (_UPDATE_NOTE, (f"note{draw.random()}", key)),
                (f"DELETE FROM {_NOTE} WHERE {_OF} = %s", (key,)),
                (_INSERT_NOTE, (draw.randint(1, 60), f"n{draw.randint(1, 9)}")),
                ("INSERT INTO person VALUES (%s, %s, 'new')", (key, draw.choice(_COUNTRIES))),
                ("DELETE FROM person WHERE id = %s", (draw.randint(61, 70),)),
            ]
        )
        try:
            app.execute(statement, values)  # type: ignore[arg-type]
        except (psycopg.errors.IntegrityError, psycopg.errors.OperationalError):
            app.rollback()

    return once


def test_moves_and_writes_in_flight_are_no_faults(settle: Settle) -> None:
    """People move there and back and are written all the time; nothing is ever reported."""
    village = settle(people=60)
    stop = threading.Event()

    def carry() -> None:
        village.world.return_()
        village.world.move()

    threads = _background(stop, carry, _writer(village, 1), _writer(village, 2))
    try:
        for chunk in [7, 50, 20_000] * ROUNDS:
            found = village.verify(chunk=chunk)
            assert [] == found.violations
            assert {} == found.unavailable
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    village.world.move()
    assert (0, 0) == (village.verify().found, village.verify().waiting)


def test_a_row_that_somebody_holds_is_not_judged(settle: Settle) -> None:
    """What its transaction may still change is neither a fault nor a clean bill."""
    village = settle()
    app = village.world.connect()
    app.execute("BEGIN")
    app.execute("SELECT FROM domicile.directory_person WHERE k1 = 5 FOR SHARE")
    # The home has committed and the hub has not: the window between two commits, held open.
    village.quietly("UPDATE person SET email = 'new' WHERE id = 5", at="KZ")
    found = village.verify(patience_s=0.1)
    assert ([], 1) == (found.violations, found.waiting)

    app.execute("COMMIT")
    assert ["differs"] == [each.fault for each in village.verify().violations]


def test_a_row_that_the_hub_has_not_committed_yet_is_no_stray(settle: Settle) -> None:
    """A transaction may be about to add it: it is not judged before that has ended."""
    village = settle()
    busy = village.world.connect()
    busy.execute("BEGIN")
    busy.execute("SELECT pg_current_xact_id()")
    village.quietly("INSERT INTO person VALUES (1000, 'new')", at="RU")
    found = village.verify(patience_s=0.1)
    assert ([], 1) == (found.violations, found.waiting)
    busy.execute("ROLLBACK")
    assert ["stray"] == [each.fault for each in village.verify().violations]
