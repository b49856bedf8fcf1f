"""Any sequence of writes, moves, returns, changed evidence and crashes, against a model."""

from __future__ import annotations

import random
from typing import Literal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from chaos.author import Author
from chaos.truth import faults, look, remember
from chaos.village import HOMES, Village
from domicile.relocation.steps import STEPS

_crashes = st.none() | st.tuples(
    st.sampled_from(STEPS),
    st.integers(1, 2),
    st.booleans(),
    st.sampled_from(["cut", "tear", "kill worker", "kill hub", "kill home"]),
)


class Life(RuleBasedStateMachine):
    """The village goes on; its author knows what must be true."""

    def __init__(self, village: Village) -> None:
        super().__init__()
        self._village = village

    @initialize(state=st.sampled_from(["hub", "moved", "turned"]))
    def settle(self, state: str) -> None:
        """Everybody in the hub, everybody at home, or some with evidence that has changed."""
        self._village.mend()
        self._village.load("hub")
        truth = remember(self._village)
        if state != "hub":
            self._village.load(state)
            truth.rows = look(self._village).read
        self._author = Author(truth, 0, 1, "life")
        self._done: Literal["move", "return"] | None = None

    @rule(seed=st.integers(0, 2**16), view=st.booleans(), kept=st.sampled_from([True, True, False]))
    def write(self, seed: int, view: bool, kept: bool) -> None:
        """Some transactions of the application, the last of them taken back or not."""
        self._author.chance = random.Random(seed)
        with self._village.app(view=view) as app:
            for last in (False, False, True):
                if deed := self._author.next():
                    app.execute("BEGIN")
                    for statement, values in deed.steps:
                        assert app.execute(statement.encode(), values).rowcount == 1, deed.name
                    if kept or not last:
                        app.execute("COMMIT")
                        self._author.learn(deed)
                    else:
                        app.execute("ROLLBACK")
        self._done = None

    @rule(command=st.sampled_from(["move", "return"]), crash=_crashes)
    def carry(self, command: Literal["move", "return"], crash: tuple[object, ...] | None) -> None:
        """A mover, which gets through or meets its end at a step."""
        if crash is not None:
            self._crash(command, *crash)  # type: ignore[arg-type]
            self._done = None
        else:
            worker = self._village.start(command)
            assert worker.wait() == 0, worker.said
            self._done = command

    @rule(home=st.sampled_from(HOMES), command=st.sampled_from(["move", "return"]))
    def carry_some(self, home: str, command: str) -> None:
        """Only the people of one home."""
        worker = self._village.start(command, "--home", home)
        assert worker.wait() == 0, worker.said
        self._done = None

    @invariant()
    def sound(self) -> None:
        """Everybody is where the directory says, whole, once, and nowhere else."""
        assert faults(self._author.truth, look(self._village), self._done) == []

    def teardown(self) -> None:
        """What looks sound to us does to `verify`."""
        if hasattr(self, "_author"):
            assert self._village.verify() == []

    def _crash(self, command: str, step: object, nth: int, answered: bool, how: str) -> None:
        trap = self._village.network.trap(step.name, nth, answered=answered)  # type: ignore[attr-defined]
        worker = self._village.start(command)
        while not trap.wait(0.01) and not worker.ended.is_set():
            pass
        if trap.reached.is_set():
            if how == "kill worker":
                worker.kill()
            elif how != "tear" and how != "cut":
                self._village.kill("hub" if how == "kill hub" else HOMES[nth])
            trap.tear() if how == "tear" else trap.cut()
        assert worker.wait() in (0, 69, -9), worker.said
        self._village.mend()


def _live(village: Village, examples: int, steps: int) -> None:
    """Hypothesis tells the shortest sequence of rules that breaks something."""
    run_state_machine_as_test(
        lambda: Life(village),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_any_sequence_of_writes_moves_and_crashes_is_sound(village: Village) -> None:
    """A short walk through what can happen."""
    _live(village, examples=3, steps=8)


@pytest.mark.chaos
@pytest.mark.timeout(3600)
def test_any_long_sequence_of_writes_moves_and_crashes_is_sound(village: Village) -> None:
    """The same, at length."""
    _live(village, examples=100, steps=25)
