"""What a verification finds. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Fault = Literal["leak", "lost", "missing", "differs", "stray", "unregistered", "ghost"]

#: Which invariant a fault breaks, and what it means.
MEANING: dict[Fault, tuple[str, str]] = {
    "leak": ("I3", "the hub holds personal values of a resident"),
    "lost": ("I2", "the hub's row is blank, and the directory says that it lives in the hub"),
    "missing": ("I2", "the home has no row for a resident"),
    "differs": ("I2", "hub and home hold different values of a mirrored row"),
    "stray": ("I1", "the home has a row that the directory does not place there"),
    "unregistered": ("I1", "a subject has no directory row"),
    "ghost": ("I1", "the directory has a row for a subject that does not exist"),
}
MOST_NAMED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One wrong row, named by its key; never by its values (I7)."""

    table: str
    fault: Fault
    key: tuple[str, ...]
    home: str | None = None

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "table": self.table,
            "fault": self.fault,
            "invariant": MEANING[self.fault][0],
            "key": list(self.key),
            "home": self.home,
        }


@dataclass(slots=True, kw_only=True)
class Verification:
    """What was looked at, and what is wrong."""

    rows: int = 0
    residents: int = 0
    at_homes: int = 0
    violations: list[Violation] = field(default_factory=list[Violation])
    found: int = 0
    unavailable: dict[str, str] = field(default_factory=dict[str, str])

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
            "violations": [each.to_dict() for each in sorted(self.violations, key=_order)],
            "unavailable": sorted(self.unavailable),
        }


def _order(violation: Violation) -> tuple[str, str, tuple[str, ...], str]:
    return violation.table, violation.fault, violation.key, violation.home or ""
