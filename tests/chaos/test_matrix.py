"""Every step x {its effect lost, its effect kept and the answer lost} x {who dies} (I1-I3, I5, I6).

After each crash every row is where the directory says, whole, and read rightly; and the same
command, run again, finishes the work and leaves nothing over.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import psycopg
import pytest

from chaos.truth import HUB, Truth, faults, look, remember
from chaos.village import HOMES, Village
from chaos.zygote import Worker
from domicile.relocation.steps import PURGE, PURGE_COMMIT, PURGE_WRITE, STEPS
from fix_proxy import Trap

PURGES = {step.name for step in (PURGE, PURGE_WRITE, PURGE_COMMIT)}
VICTIMS = ("network", "worker", "hub", "home")
#: The cases of one journey and step that `make test` has; `make chaos` takes all of them.
SELECTED = {
    ("move", "R3 commit", "hub"),
    ("move", "R3 commit", "home"),
    ("move", "R6 commit", "hub"),
    ("return", "R6 commit", "home"),
    ("home to home", "purge write", "home"),
}


class Journey(NamedTuple):
    """A command, from a saved state of the village, and what it is to reach."""

    command: Literal["move", "return"]
    state: str
    steps: frozenset[str]


def _steps(journey: str) -> frozenset[str]:
    """The steps that this journey meets: a move purges nothing, a return writes at no home."""
    left_out = {
        "move": PURGES,
        "return": {"R3 commit", "R4 compare", "R4 settle"},
        "home to home": set[str](),
    }
    return frozenset(step.name for step in STEPS) - left_out[journey]


JOURNEYS = {
    "move": Journey("move", "hub", _steps("move")),
    "return": Journey("return", "moved", _steps("return")),
    "home to home": Journey("move", "turned", _steps("home to home")),
}


def _cases() -> list[object]:
    return [
        _case(journey, step.name, answered, victim)
        for journey in JOURNEYS
        for step in STEPS
        for answered in (False, True)
        for victim in VICTIMS
        if step.name in JOURNEYS[journey].steps
    ]


def _case(journey: str, step: str, answered: bool, victim: str) -> object:
    name = f"{journey}, {step} {'kept' if answered else 'lost'}, {victim}"
    marks = [] if (journey, step, victim) in SELECTED else [pytest.mark.chaos]
    return pytest.param(journey, step, answered, victim, id=name, marks=marks)


@pytest.fixture(scope="session")
def truths(made_village: Village) -> dict[str, Truth]:
    """What every row is, by the name of the saved state."""
    found: dict[str, Truth] = {}
    made_village.mend()
    for state in ("hub", "moved", "turned"):
        made_village.load(state)
        read = look(made_village).read
        found[state] = remember(made_village) if state == "hub" else Truth(read)
    assert found["moved"].rows == found["hub"].rows
    return found


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_journeys_meet_just_the_steps_that_are_listed(village: Village, journey: str) -> None:
    """No statement is without a step, and the matrix misses none."""
    village.load(JOURNEYS[journey].state)
    village.network.seen.clear()
    assert village.run(JOURNEYS[journey].command) == 0
    assert set(village.network.seen) == JOURNEYS[journey].steps


@pytest.mark.parametrize("victim", ["network", "worker"])
@pytest.mark.parametrize("journey", JOURNEYS)
def test_one_crash_after_the_other_at_every_step_and_it_gets_there(
    village: Village, truths: dict[str, Truth], journey: str, victim: str
) -> None:
    """The same command again and again, stopped at the next step each time, before and after."""
    command, state, met = JOURNEYS[journey]
    village.load(state)
    for step in [step.name for step in STEPS if step.name in met]:
        for answered in (False, True):
            args = (village, truths[state], command, step, victim)
            if not _crash_at(*args, answered=answered):  # the work was done before that step
                village.load(state)
                assert _crash_at(*args, answered=answered), f"{command} does not come to {step}"
    _finish(village, truths[state], command)


@pytest.mark.parametrize(("journey", "step", "answered", "victim"), _cases())
def test_a_crash_at_any_step_is_finished_by_the_same_command(
    village: Village,
    truths: dict[str, Truth],
    journey: str,
    step: str,
    answered: bool,
    victim: str,
) -> None:
    """I1, I2, I3 hold after the crash, I5 while a home is down, and then the work is finished."""
    command, state, _ = JOURNEYS[journey]
    village.load(state)
    assert _crash_at(village, truths[state], command, step, victim, answered=answered)
    _finish(village, truths[state], command)


def _crash_at(
    village: Village,
    truth: Truth,
    command: Literal["move", "return"],
    step: str,
    victim: str,
    *,
    answered: bool,
) -> bool:
    """Crash there and mend; False when the command got through without coming to the step."""
    trap = village.network.trap(step, answered=answered)
    worker = village.start(command)
    while not trap.wait(0.005):
        if worker.ended.is_set():
            assert worker.wait() == 0, worker.said
            assert faults(truth, look(village), command) == []
            village.mend()
            return False
    _crash(village, truth, trap, worker, victim)
    statuses = {"worker": {-9}, "hub": {69}, "home": {0, 69}, "network": {0, 69}}
    assert worker.wait() in statuses[victim], worker.said
    village.mend()
    assert faults(truth, look(village)) == [], f"after {step}"
    return True


def _finish(village: Village, truth: Truth, command: Literal["move", "return"]) -> None:
    again = village.start(command)
    assert again.wait() == 0, again.said
    assert faults(truth, look(village), command) == []
    assert village.verify() == []


def _crash(village: Village, truth: Truth, trap: Trap, worker: Worker, victim: str) -> None:
    """What is held at the step is lost together with the victim."""
    if victim == "worker":
        worker.kill()
    elif victim == "hub":
        village.kill("hub")
    elif victim == "home":
        home = trap.server if trap.server in HOMES else "RU"
        village.kill(home)
        trap.cut()
        worker.wait()
        _check_outage(village, truth, home)
    trap.cut()


def _check_outage(village: Village, truth: Truth, home: str) -> None:
    """I4 and I5 while a home is down: its people cannot be written, everybody else is there."""
    listed = village.rows("SELECT k1, home, mirrored FROM domicile.directory_person ORDER BY 1")
    away = [key for key, at, mirrored in listed if at == home and not mirrored]
    others = [key for key, at, _ in listed if at != home]
    write = "UPDATE person SET name = 'x' WHERE id = %s"
    with village.app(view=False) as app:
        for key in away[:1]:
            with pytest.raises(psycopg.Error) as refused:
                app.execute(write, (key,))
            assert refused.value.sqlstate is not None
            assert village.rows("SELECT name FROM person WHERE id = %s", key) == [(None,)]
    with village.app() as app:
        read = "SELECT id, name, email FROM person WHERE id = ANY (%s)"
        for key, name, email in app.execute(read, (others,)):
            row = truth.rows["person"][int(str(key))]
            assert (name, email) == (row["name"], row["email"])
        app.execute("BEGIN")
        local = [key for key, at, _ in listed if at == HUB.home]
        assert app.execute(write, (local[0],)).rowcount == 1
        app.execute("ROLLBACK")
