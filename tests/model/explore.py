"""Every state that a model can reach, breadth first, and the shortest way to a bad one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)
#: What happens, and the state after it.
Moves = Callable[[S], Iterable[tuple[str, S]]]


@dataclass(frozen=True)
class Explored(Generic[S]):
    """What was found: how much, what happened in it, and the first violation if there is one."""

    states: int
    transitions: int
    ends: int
    labels: frozenset[str]
    violation: str | None = None
    trace: tuple[tuple[str, S], ...] = ()

    def __str__(self) -> str:
        """The counter-example, a step a line."""
        if self.violation is None:
            return f"{self.states:,} states, {self.transitions:,} transitions: no violation"
        steps = [f"  {number:2}. {label}" for number, (label, _) in enumerate(self.trace)]
        return "\n".join([*steps, f"  violates {self.violation}", f"  in {self.trace[-1][1]}"])


def explore(
    starts: Iterable[S],
    moves: Moves[S],
    check: Callable[[S], str | None],
    check_end: Callable[[S], str | None],
    *,
    most: int = 2_000_000,
) -> Explored[S]:
    """Visit every state once.

    Args:
        moves: what can happen in a state; nothing, in an end.
        check: what is wrong with a state; None when all is well.
        check_end: what is wrong with a state in which nothing can happen any more.
        most: give up (and say so) beyond so many states: the model is too large for a test.
    """
    came: dict[S, tuple[str, S | None]] = dict.fromkeys(starts, ("at first", None))
    queue = deque(came)
    labels: set[str] = set()
    transitions = ends = 0

    def found(violation: str | None, state: S | None = None) -> Explored[S]:
        trace = () if state is None else _trace(came, state)
        return Explored(len(came), transitions, ends, frozenset(labels), violation, trace)

    while queue:
        state = queue.popleft()
        if (violation := check(state)) is not None:
            return found(violation, state)
        ended = True
        for label, after in moves(state):
            ended = False
            transitions += 1
            labels.add(label)
            if after not in came:
                came[after] = (label, state)
                queue.append(after)
        if ended:
            ends += 1
            if (violation := check_end(state)) is not None:
                return found(violation, state)
        if len(came) > most:
            raise OverflowError(f"more than {most:,} states")
    return found(None)


def _trace(came: dict[S, tuple[str, S | None]], state: S) -> tuple[tuple[str, S], ...]:
    steps: list[tuple[str, S]] = []
    at: S | None = state
    while at is not None:
        label, before = came[at]
        steps.append((label, at))
        at = before
    return tuple(reversed(steps))
