"""The traffic's own process: workers that keep to a timetable, whatever the server does.

The load is open: an operation is due when the timetable says so, and a server that stalls
makes the next ones late. Their waiting counts, as it does for people.
"""

from __future__ import annotations

import os
import signal
import sys
from threading import Event, Lock, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Final

from domicile.demo.people import population, stream
from domicile.demo.store import Client
from domicile.demo.traffic.journal import Journal
from domicile.demo.traffic.operations import operations
from domicile.demo.traffic.wire import DSN_VARIABLE, Line, Ready, Refused, Second, Summary, encode

if TYPE_CHECKING:
    from domicile.demo.people import Population
    from domicile.demo.traffic.load import Load

REPORT_EVERY_S: Final = 1.0
LAST_OPERATION_S: Final = 10.0
"""How long the operations under way may take to end when the traffic stops."""


class Timetable:
    """When the next operation is due; all workers draw from it."""

    def __init__(self, *, start: float, rate_per_s: float) -> None:
        self._start, self._rate_per_s = start, rate_per_s
        self._lock, self._drawn = Lock(), 0

    def draw(self) -> float:
        """The moment of the next operation, which is now the caller's."""
        with self._lock:
            number, self._drawn = self._drawn, self._drawn + 1
        return self._start + number / self._rate_per_s


def main(load: Load) -> int:
    """The application runs until its parent is gone or the time is up; gives the exit status."""
    # Ctrl-C in a terminal reaches the parent too, and it is the parent who says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    everybody = population(load.accounts, load.seed)
    clients = [Client(os.environ[DSN_VARIABLE], load.search_path) for _ in range(load.workers)]
    for client in clients:
        sqlstate = client.open()
        if sqlstate is not None:
            _say(Refused(sqlstate=sqlstate))
            return 69
    _run(load, everybody, clients)
    return 0


def _run(load: Load, everybody: Population, clients: list[Client]) -> None:
    start, stop = perf_counter(), Event()
    journal = Journal(load.phase, at=start)
    timetable = Timetable(start=start, rate_per_s=load.rate_per_s)
    workers = [
        Thread(target=_work, args=(number, client, everybody, timetable, journal, stop))
        for number, client in enumerate(clients)
    ]
    for thread in (*workers, Thread(target=_listen, args=(journal, stop))):
        thread.daemon = True
        thread.start()
    _say(Ready())
    while not stop.wait(REPORT_EVERY_S):
        if not _say(Second(lately=journal.lately(at=perf_counter()))):
            stop.set()
        if perf_counter() - start > load.longest_s:
            stop.set()
    stopped_at = perf_counter()
    for worker in workers:
        worker.join(max(0.0, stopped_at + LAST_OPERATION_S - perf_counter()))
    _say(Summary(phases=journal.phases(at=stopped_at)))


def _work(
    number: int,
    client: Client,
    everybody: Population,
    timetable: Timetable,
    journal: Journal,
    stop: Event,
) -> None:
    """One connection's life: draw, wait, perform, write down."""
    for operation in operations(everybody, stream(everybody.seed, f"worker {number}")):
        due, now = timetable.draw(), perf_counter()
        if due > now:
            if stop.wait(due - now):
                break
            due = perf_counter()  # the timer's own lateness is not the server's
        elif stop.is_set():
            break
        sqlstate = client.perform(operation.name, operation.parameters)
        journal.add(operation.kind, due=due, done=perf_counter(), sqlstate=sqlstate)
    client.close()


def _listen(journal: Journal, stop: Event) -> None:
    """Each line from the parent begins a phase; the parent's end is ours."""
    for line in sys.stdin:
        journal.mark(line.strip(), at=perf_counter())
    stop.set()


def _say(line: Line) -> bool:
    """The parent has been told; False when there is nobody left to tell."""
    try:
        sys.stdout.write(encode(line) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        return False
    return True
