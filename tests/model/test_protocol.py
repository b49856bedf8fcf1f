"""Every interleaving of the protocol, a crash anywhere; and what is lost without a safeguard."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from domicile.relocation.steps import STEPS
from model.explore import Explored, explore
from model.protocol import Protocol
from model.state import HOME, START, Proc, Safeguards, State


def _state(*roles: str, **start: object) -> State:
    procs = tuple(Proc(role, START[role]) for role in roles)
    return State(procs, **start)  # type: ignore[arg-type]


AT_HOME = {"where": HOME, "hub": None, "home": 0}
GARBAGE = {"home": 0, "home_log": frozenset({8})}
MODEL = Protocol()
#: What is explored: a name, the start, the model.
WORLDS = {
    "a mover, a writer": (_state("move", "write"), MODEL),
    "two movers, a writer": (_state("move", "move", "write"), MODEL),
    "two movers, a reader": (_state("move", "move", "snapshot"), MODEL),
    "two movers, garbage, a writer": (_state("move", "move", "write", **GARBAGE), MODEL),
    "a mover, a writer, readers": (
        _state("move", "write", "snapshot", "committed", **GARBAGE),
        MODEL,
    ),
    "a return, a writer, a reader": (_state("return", "write", "snapshot", **AT_HOME), MODEL),
    "a return against a mover": (_state("return", "move", "snapshot", **AT_HOME), MODEL),
    "a sweep, an insert": (
        _state("move", "insert", where=None, hub=None, home_log=frozenset({8})),
        replace(MODEL, crashes=False, finals=("move",)),
    ),
    "a home that changes values": (
        _state("move", "write", distorts=True),
        replace(MODEL, finals=("move",)),
    ),
}
#: Which safeguard, dropped, is missed in which world.
MISSED = {
    "writer_locks": "two movers, a writer",
    "mover_locks": "two movers, a writer",
    "compares": "a home that changes values",
    "logs_at_home": "a mover, a writer",
    "fences": "two movers, a writer",
    "settles": "a mover, a writer, readers",
    "sweep_waits": "two movers, a writer",
    "sweep_checks": "two movers, garbage, a writer",
    "purge_waits": "a return, a writer, a reader",
    "purge_locks": "a return against a mover",
}


@cache
def _explored(name: str, dropped: str = "") -> Explored[State]:
    start, model = WORLDS[name]
    if dropped:
        model = replace(model, guards=replace(Safeguards(), **{dropped: False}))
    return explore([start], model.moves, model.check, model.check_end)


@pytest.mark.parametrize("name", WORLDS)
def test_every_interleaving_keeps_the_invariants(name: str) -> None:
    """I1, I2, I3, I5 in every state; at the end, after the same command again, I6."""
    explored = _explored(name)
    print(f"{name}: {explored}")
    assert explored.violation is None, str(explored)
    assert explored.ends > 0


@pytest.mark.parametrize("safeguard", MISSED)
def test_each_safeguard_is_needed(safeguard: str) -> None:
    """Without it there is a way to a violation, and the checker finds the shortest."""
    explored = _explored(MISSED[safeguard], safeguard)
    print(f"without {safeguard}:\n{explored}")
    assert explored.violation is not None
    assert len(explored.trace) > 3


def test_every_safeguard_is_tried() -> None:
    """Nobody adds one without showing what it is good for."""
    assert set(MISSED) == set(Safeguards.__dataclass_fields__)


def test_the_checker_finds_a_bad_end_and_the_shortest_way_to_it() -> None:
    """Of a counter that may go on by one or two, three is reached in two steps."""
    one_or_two = lambda n: [(f"+{k}", n + k) for k in (1, 2) if n + k <= 3]  # noqa: E731
    found = explore([0], one_or_two, lambda _: None, lambda n: "it ends" if n == 3 else None)
    assert (found.states, found.violation) == (4, "it ends")
    assert [label for label, _ in found.trace] == ["at first", "+1", "+2"]
    with pytest.raises(OverflowError):
        explore([0], one_or_two, lambda _: None, lambda _: None, most=2)


def test_the_model_has_every_step_of_the_protocol() -> None:
    """A step that is added to the code is missed here."""
    seen = {
        label.split(": ")[1] for name in WORLDS for label in _explored(name).labels if ": " in label
    }
    assert {step.name for step in STEPS} <= seen
