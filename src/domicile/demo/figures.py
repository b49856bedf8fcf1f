"""How fast the application was and what went wrong, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["read", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """From the moment that an operation was due to its last row."""

    p50_ms: float
    p95_ms: float
    p99_ms: float
    max_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of the operations of one kind; only those that succeeded have a latency."""

    succeeded: int = 0
    errors: Mapping[str, int] = field(default_factory=dict[str, int])
    """How often each SQLSTATE came."""
    latency: Latency | None = None

    @property
    def failed(self) -> int:
        """How many operations ended in an error."""
        return sum(self.errors.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of time with a name, such as the move."""

    name: str
    seconds: float
    reads: Outcome
    writes: Outcome

    @property
    def operations_per_s(self) -> float:
        """Operations that succeeded, each second."""
        done = self.reads.succeeded + self.writes.succeeded
        return done / self.seconds if self.seconds > 0 else 0.0

    @property
    def errors(self) -> Mapping[str, int]:
        """How often each SQLSTATE came, reads and writes together."""
        states = sorted({*self.reads.errors, *self.writes.errors})
        return {s: self.reads.errors.get(s, 0) + self.writes.errors.get(s, 0) for s in states}

    @property
    def failed(self) -> int:
        """How many operations ended in an error."""
        return self.reads.failed + self.writes.failed


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The smallest value that at least `percent` of the values do not exceed (nearest rank).

    Args:
        ordered: at least one value, ascending.
        percent: 1 to 100; whole, so that the rank is exact.
    """
    if not 1 <= percent <= 100:
        msg = f"percent is {percent}, must be 1 to 100"
        raise ValueError(msg)
    rank = -(-len(ordered) * percent // 100)  # rounded up
    return ordered[rank - 1]


def latency(durations_ms: Sequence[float]) -> Latency | None:
    """The figures of these durations; None if there are none."""
    if not durations_ms:
        return None
    ordered = sorted(durations_ms)
    return Latency(
        p50_ms=percentile(ordered, 50),
        p95_ms=percentile(ordered, 95),
        p99_ms=percentile(ordered, 99),
        max_ms=ordered[-1],
    )
