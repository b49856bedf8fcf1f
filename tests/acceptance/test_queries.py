"""The application's queries give the same answers before, during and after a move."""

from __future__ import annotations

import threading
from collections.abc import Callable

from acceptance.queries import Answer, Connection, Query, ask, read_queries
from domicile.relocation.model import Report
from fix_world import World

QUERIES = read_queries()
Answers = dict[str, list[Answer]]
PEOPLE = 143  # of the four homes


class Mover(threading.Thread):
    """Carries people in the background, a few for each query that the application asks.

    Its pace is the application's, so that most of the queries meet a half-moved hub on any machine.
    """

    def __init__(self, carry: Callable[..., Report], *, people: int) -> None:
        super().__init__(daemon=True)
        self.carry, self.people = carry, people
        self.asked = threading.Semaphore(0)
        self.error: BaseException | None = None

    def run(self) -> None:
        """Until nobody is left to carry."""
        try:
            while self.carry(limit=self.people).subjects:
                self.asked.acquire()
        except BaseException as error:
            self.error = error


def same(expected: Answers, conn: Connection, query: Query) -> None:
    """The query gives what it gave before."""
    assert expected[query.name] == ask(conn, query), query.name


def residents(world: World) -> int:
    """How many people live at a home now."""
    return len(world.rows("SELECT FROM domicile.directory_customer WHERE home IS NOT NULL"))


def ask_while(world: World, conn: Connection, expected: Answers, mover: Mover) -> set[str]:
    """Ask on and on until the mover has ended; the queries that met a half-moved hub."""
    halfway: set[str] = set()
    mover.start()
    while mover.is_alive():
        for query in QUERIES:
            mover.asked.release()
            before = residents(world)
            same(expected, conn, query)
            if 0 < before < PEOPLE and 0 < residents(world) < PEOPLE:
                halfway.add(query.name)
    if mover.error:
        raise mover.error
    return halfway


def test_queries_give_the_same_answers_before_during_and_after(world: World) -> None:
    """One session of the application asks on and on, and cannot tell that 143 people moved."""
    assert len(QUERIES) >= 25
    conn = world.app()
    expected = {query.name: ask(conn, query) for query in QUERIES}

    world.apply()
    for query in QUERIES:
        same(expected, conn, query)
    world.move(limit=8)
    # Three people a query: the last query of the first round is asked before the last person moves.
    met = ask_while(world, conn, expected, Mover(world.move, people=3))
    assert {query.name for query in QUERIES} == met
    assert PEOPLE == residents(world)
    for query in QUERIES:
        same(expected, conn, query)
    assert 0 == world.verify().found
    ask_while(world, conn, expected, Mover(world.return_, people=8))
    assert 0 == residents(world)
    world.unapply()
    for query in QUERIES:
        same(expected, conn, query)
