"""What the application went through, added up by phase.

Times are seconds of one monotonic clock and are handed in: the journal reads no clock.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock

from domicile.demo.figures import Kind, Outcome, Phase, latency


@dataclass(slots=True)
class _Tally:
    """The operations of one kind; not frozen, for it grows by hundreds a second."""

    durations_ms: array[float] = field(default_factory=lambda: array("d"))
    errors: Counter[str] = field(default_factory=Counter[str])

    def add(self, duration_ms: float, sqlstate: str | None) -> None:
        if sqlstate is None:
            self.durations_ms.append(duration_ms)
        else:
            self.errors[sqlstate] += 1

    def outcome(self) -> Outcome:
        return Outcome(
            succeeded=len(self.durations_ms),
            errors=dict(sorted(self.errors.items())),
            latency=latency(self.durations_ms),
        )


@dataclass(slots=True)
class _Tallies:
    """Reads and writes of one stretch of time."""

    read: _Tally = field(default_factory=_Tally)
    write: _Tally = field(default_factory=_Tally)

    def of(self, kind: Kind) -> _Tally:
        return self.read if kind == "read" else self.write

    def phase(self, name: str, seconds: float) -> Phase:
        return Phase(
            name=name, seconds=seconds, reads=self.read.outcome(), writes=self.write.outcome()
        )


class Journal:
    """Written by the workers, read by the reporter; `_lock` guards every field.

    An operation belongs to the phase in which it was due: one that waits in the queue when
    the phase ends is the fault of that phase and not of the next.
    """

    def __init__(self, phase: str, *, at: float) -> None:
        self._lock = Lock()
        self._marks: list[tuple[float, str]] = [(at, phase)]
        self._phases: dict[str, _Tallies] = {phase: _Tallies()}
        self._lately, self._reported_at = _Tallies(), at

    def mark(self, phase: str, *, at: float) -> None:
        """From `at` on the phase is `phase`; a name that comes back goes on with its tally."""
        with self._lock:
            self._marks.append((at, phase))
            self._phases.setdefault(phase, _Tallies())

    def add(self, kind: Kind, *, due: float, done: float, sqlstate: str | None = None) -> None:
        """An operation that was `due` then ended at `done`, with an error if there is a state."""
        duration_ms = (done - due) * 1000
        with self._lock:
            for tallies in (self._phases[self._phase_at(due)], self._lately):
                tallies.of(kind).add(duration_ms, sqlstate)

    def lately(self, *, at: float) -> Phase:
        """What happened since this was asked last, under the name of the present phase."""
        with self._lock:
            tallies, self._lately = self._lately, _Tallies()
            seconds, self._reported_at = at - self._reported_at, at
            name = self._marks[-1][1]
        return tallies.phase(name, seconds)

    def phases(self, *, at: float) -> tuple[Phase, ...]:
        """Each phase as it stands, in the order of their first mark."""
        with self._lock:
            seconds = self._seconds(at)
            return tuple(t.phase(name, seconds[name]) for name, t in self._phases.items())

    def _phase_at(self, moment: float) -> str:
        began = (phase for start, phase in reversed(self._marks) if start <= moment)
        return next(began, self._marks[0][1])

    def _seconds(self, at: float) -> dict[str, float]:
        ends = [start for start, _ in self._marks[1:]] + [at]
        seconds = dict.fromkeys(self._phases, 0.0)
        for (start, phase), end in zip(self._marks, ends, strict=True):
            seconds[phase] += end - start
        return seconds
