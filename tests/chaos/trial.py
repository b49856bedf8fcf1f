"""One trial: movers, writers and a storm, drawn from a seed; then calm, and what is true then."""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from chaos.author import Author
from chaos.storm import Storm
from chaos.traffic import Weather, Writer
from chaos.truth import Truth, faults, look, remember
from chaos.village import TABLES, Village
from chaos.zygote import Worker

WRITERS = 2
#: What a worker may end with in a storm: done, a server is away, try again, killed.
_LAWFUL = {0, 69, 75, -9}
#: I7: parts of every personal value there is.
_VALUES = ("имя", "улица", "тело", "слово", "@example.org")
_COMMANDS = (
    ("move",),
    ("move",),
    ("return",),
    ("move", "--home", "DE"),
    ("return", "--home", "RU"),
    ("return", "--limit", "3"),
)
_HANGS_S = 90.0
_UNEQUAL = "does not hold what the source holds"


@dataclass(slots=True)
class Outcome:
    """What a trial was, and what was wrong."""

    faults: list[str] = field(default_factory=list)
    workers: Counter[str] = field(default_factory=Counter)
    struck: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    writes: int = 0
    unanswered: int = 0
    torn: int = 0
    unequal: list[str] = field(default_factory=list)
    history: list[str] = field(default_factory=list)


def run(village: Village, seed: str) -> Outcome:
    """A trial from the village's first day on; the same seed draws the same storm."""
    chance, outcome = random.Random(seed), Outcome()
    village.mend()
    village.load("hub")
    truth, weather = remember(village), Weather()
    writers = [
        Writer(village, Author(truth, number, WRITERS, f"{seed}/{number}"), weather)
        for number in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    for _ in range(chance.randint(2, 3)):
        _round(village, weather, chance, outcome)
    village.mend()
    if chance.random() < 0.3:  # a calm run under writes
        _finish(village, outcome, "move", {0, 75})
    for writer in writers:
        writer.stopping.set()
    for writer in writers:
        writer.join()
        _tell(writer, outcome)
    outcome.faults += [] if outcome.torn else outcome.unequal
    truth = _together(writers)
    done: Literal["move", "return"] = chance.choice(("move", "return"))
    found = [] if outcome.faults else faults(truth, look(village))
    outcome.faults += [f"after the storm: {fault}" for fault in found]
    _finish(village, outcome, done, {0})
    if not outcome.faults:
        outcome.faults += faults(truth, look(village), done)
        outcome.faults += [f"verify: {found}" for found in village.verify()]
    return outcome


def _round(village: Village, weather: Weather, chance: random.Random, outcome: Outcome) -> None:
    """One to three workers at once, in a storm."""
    commands = [chance.choice(_COMMANDS) for _ in range(chance.choice((1, 1, 2, 3)))]
    workers = [village.start(*command, "--patience", "2") for command in commands]
    outcome.history.append(f"{time.monotonic():.3f} {commands} begin")
    storm = Storm(village, weather, workers, chance)
    storm.start()
    try:
        for worker in workers:
            _await(worker, outcome, _LAWFUL)
    finally:
        storm.stopping.set()
        storm.join()
        village.network.heal()
        village.cluster.start(*village.dsns)
    outcome.struck += storm.struck
    if storm.error is not None:
        raise storm.error


def _await(worker: Worker, outcome: Outcome, lawful: set[int]) -> None:
    command = " ".join(worker.arguments[: worker.arguments.index("--config")])
    try:
        status = worker.wait(_HANGS_S)
    except TimeoutError:
        worker.kill()
        outcome.faults.append(f"{command}: hangs")
        return
    outcome.workers[f"{worker.arguments[0]} {status}"] += 1
    outcome.history.append(f"{time.monotonic():.3f} {command}: ended with {status}")
    if status not in lawful:
        what = f"{command}: ended with {status}: {worker.said.strip()}"
        # A home that has a half of a write, until its writer has mended it (see `traffic`).
        torn = status == 1 and _UNEQUAL in worker.said and lawful != {0}
        (outcome.unequal if torn else outcome.faults).append(what)
    if any(value in worker.said for value in _VALUES):
        outcome.faults.append(f"I7: {command} wrote a personal value to stderr")


def _finish(village: Village, outcome: Outcome, done: str, lawful: set[int]) -> None:
    """The network is whole and the servers run: the same command finishes the work."""
    if not outcome.faults:
        _await(village.start(done), outcome, lawful)


def _tell(writer: Writer, outcome: Outcome) -> None:
    outcome.faults += writer.tally.found
    outcome.history = sorted(outcome.history + writer.tally.history)
    outcome.writes += writer.tally.done
    outcome.refused += writer.tally.refused
    outcome.unanswered += writer.tally.unanswered
    outcome.torn += writer.tally.torn


def _together(writers: list[Writer]) -> Truth:
    """What all authors know."""
    whole = Truth()
    for writer in writers:
        for table in TABLES:
            whole.rows[table] |= writer.author.truth.rows[table]
    return whole
