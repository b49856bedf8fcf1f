"""What a round of `domicile run` did. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domicile.errors import (
    CheckFailed,
    DomicileError,
    ServerUnavailable,
    TryAgain,
)
from domicile.relocation.model import Report

MOST_NAMED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Named:
    """A row that nobody can put right but a person; never its values (I7)."""

    table: str
    key: tuple[str, ...]
    home: str
    what: str

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "table": self.table,
            "key": list(self.key),
            "home": self.home,
            "what": self.what,
        }


@dataclass(slots=True, kw_only=True)
class Names:
    """Rows that have to be named: all are counted, the first thousand are kept."""

    found: int = 0
    rows: list[Named] = field(default_factory=list[Named])

    def add(self, named: Named) -> None:
        """Count a row, and keep it while there is room."""
        self.found += 1
        if len(self.rows) < MOST_NAMED:
            self.rows.append(named)


@dataclass(slots=True, kw_only=True)
class Mended:
    """How a restored hub was told what one home knows.

    Attributes:
        batches: that the hub had forgotten.
        subjects: who live at the home again.
        rows: that were blanked in the hub again.
        differing: of those, rows whose values at home were newer.
        carried: rows that only the hub has, which the mover carries home.
    """

    home: str
    batches: int = 0
    subjects: int = 0
    rows: int = 0
    differing: int = 0
    carried: int = 0

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "home": self.home,
            "batches": self.batches,
            "subjects": self.subjects,
            "rows": self.rows,
            "differing": self.differing,
            "carried": self.carried,
        }


@dataclass(slots=True, kw_only=True)
class Round:
    """One round: what was done, and what could not be done.

    Attributes:
        applied: views and guards were made anew.
        columns: new columns that look personal and that nobody mapped: name -> why.
        mended: what a restored hub was told.
        suspended: subjects that no write reaches until their home answers.
        lost: homes that were restored from an old backup: country -> batches they lack.
        resent: rows that such a home gets again, because the hub has them too.
        broken: homes that answer and refuse: country -> what they said.
        errors: what failed; the rest of the round went on.
    """

    as_of: date
    applied: bool = False
    columns: dict[str, str] = field(default_factory=dict[str, str])
    mended: list[Mended] = field(default_factory=list[Mended])
    suspended: int = 0
    lost: dict[str, int] = field(default_factory=dict[str, int])
    resent: int = 0
    named: Names = field(default_factory=Names)
    moved: Report | None = None
    unavailable: dict[str, str] = field(default_factory=dict[str, str])
    broken: dict[str, str] = field(default_factory=dict[str, str])
    errors: list[DomicileError] = field(default_factory=list[DomicileError])

    @property
    def acted(self) -> bool:
        """True when the round changed something."""
        carried = self.moved is not None and bool(self.moved.subjects or self.moved.rows)
        return self.applied or bool(self.mended) or bool(self.resent) or carried

    def complaints(self) -> list[str]:
        """What people have to know, a line each: the same line while the same is wrong."""
        lines = [f"{error}" for error in self.errors]
        lines += [*self.unavailable.values(), *self.broken.values()]
        if self.moved is not None:
            lines += self.moved.refused
        lines += [
            f"column {name} is not in the data map and looks personal: {why}"
            for name, why in sorted(self.columns.items())
        ]
        lines += [
            f"home {country} was restored from an old backup: it lacks {count} batches"
            for country, count in sorted(self.lost.items())
        ]
        if self.suspended:
            lines.append(f"{self.suspended} subjects are suspended until their home answers")
        if self.named.found:
            lines.append(f"{self.named.found} rows need a person to look at them")
        return lines

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "as_of": self.as_of.isoformat(),
            "applied": self.applied,
            "moved": None if self.moved is None else self.moved.to_dict(),
            "columns": [
                {"column": name, "why": self.columns[name]} for name in sorted(self.columns)
            ],
            "mended": [each.to_dict() for each in self.mended],
            "suspended": self.suspended,
            "lost": dict(sorted(self.lost.items())),
            "resent": self.resent,
            "found": self.named.found,
            "named": [each.to_dict() for each in sorted(self.named.rows)],
            "unavailable": sorted(self.unavailable),
            "broken": dict(sorted(self.broken.items())),
            "errors": [str(error) for error in self.errors],
        }

    def failure(self) -> DomicileError | None:
        """What the exit status of `--once` says, the gravest first; None when all is well."""
        if self.errors:
            return self.errors[0]
        if self.named.found or self.lost:
            return CheckFailed("rows are missing or unknown: they are named above")
        if self.broken or (self.moved is not None and self.moved.refused):
            return CheckFailed("not everybody could go where the plan wants them")
        if self.unavailable:
            homes = ", ".join(sorted(self.unavailable))
            return ServerUnavailable(f"home {homes}", "its people stay where they are")
        if self.suspended:
            return TryAgain(f"{self.suspended} subjects are suspended")
        if self.moved is not None and self.moved.waiting:
            return TryAgain(f"{self.moved.waiting} subjects are held by the application")
        if self.moved is not None and self.moved.unpurged:
            return TryAgain(f"{self.moved.unpurged} rows wait at their old home")
        return None


def backoff_s(failures: int, *, every_s: float) -> float:
    """How long to wait after so many rounds in a row without the hub: 1, 2, 4, ... seconds.

    Never longer than between two rounds.
    """
    return min(every_s, float(2 ** min(failures - 1, 16)))
