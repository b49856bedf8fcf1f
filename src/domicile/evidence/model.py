"""What a verification looks for, and what it finds. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Fault = Literal["leak", "lost", "missing", "differs", "stray", "unregistered", "ghost"]
Key = tuple[str, ...]

#: Which invariant a fault breaks, and what it means.
MEANING: dict[Fault, tuple[str, str]] = {
    "leak": ("I3", "the hub holds personal values of a resident"),
    "lost": ("I2", "a column that may not be NULL is empty where the row lives"),
    "missing": ("I2", "the home has no row for a resident"),
    "differs": ("I2", "hub and home hold different values of a mirrored row"),
    "stray": ("I1", "the home has a row that the directory does not place there"),
    "unregistered": ("I1", "a subject has no directory row"),
    "ghost": ("I1", "the directory has a row for a subject that does not exist"),
}
MOST_NAMED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One wrong row, named by its key and its columns; never by its values (I7).

    `columns` are those that hold a value (leak), lack one (lost) or differ (differs). `home` is
    the home that the fault is about: where the row is lost, missing, another or stray, or
    where a leaked row belongs.
    """

    table: str
    fault: Fault
    key: Key
    home: str | None = None
    columns: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "table": self.table,
            "fault": self.fault,
            "invariant": MEANING[self.fault][0],
            "key": list(self.key),
            "home": self.home,
            "columns": list(self.columns),
        }


@dataclass(slots=True, kw_only=True)
class Verification:
    """What was looked at, and what is wrong.

    `rows` were looked at in the hub, `residents` of them live at a home, `at_homes` rows were
    looked at there. `waiting` rows could not be judged, because somebody held them all the
    time. `sample` is None when everything was looked at.
    """

    rows: int = 0
    residents: int = 0
    at_homes: int = 0
    found: int = 0
    waiting: int = 0
    violations: list[Violation] = field(default_factory=list[Violation])
    unavailable: dict[str, str] = field(default_factory=dict[str, str])
    sample: Looked | None = None
    resumed: bool = False

    def add(self, violation: Violation) -> None:
        """Count a violation; the first ten thousand are named."""
        self.found += 1
        if len(self.violations) < MOST_NAMED:
            self.violations.append(violation)

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values; same findings, same bytes."""
        return {
            "rows": self.rows,
            "residents": self.residents,
            "at_homes": self.at_homes,
            "found": self.found,
            "waiting": self.waiting,
            "violations": [each.to_dict() for each in sorted(self.violations, key=_order)],
            "unavailable": sorted(self.unavailable),
            "sample": None if self.sample is None else self.sample.to_dict(),
            "resumed": self.resumed,
        }


@dataclass(slots=True, kw_only=True)
class Looked:
    """How much of everything a sample was: of `rows` in the hub, and of `chunks` of them."""

    fraction: float
    seed: int
    rows: int = 0
    chunks: int = 0
    chunks_looked_at: int = 0

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "fraction": self.fraction,
            "seed": self.seed,
            "of_rows": self.rows,
            "of_chunks": self.chunks,
            "chunks": self.chunks_looked_at,
        }


def _order(violation: Violation) -> tuple[str, str, Key, str]:
    return violation.table, violation.fault, violation.key, violation.home or ""
