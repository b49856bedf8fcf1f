"""What a forensic scan finds, what it looked for, and what it cannot see. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date

MOST_NAMED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Trace:
    """One place where a resident's value is; never the value (I7).

    Attributes:
        file: relative to the data directory.
        offset: bytes from the beginning of the file; of what hides the value, if `hidden`.
        kind: heap, index, toast, WAL, statistics, temp, log, ...
        relation: whose file it is, if it is a relation's.
        table, column, home: where the value belongs.
        form: how it is written there.
        hidden: `compressed`, `TOAST`, ... when it is not in the file as it is.
    """

    file: str
    offset: int
    kind: str
    relation: str | None
    table: str
    column: str
    home: str
    form: str
    hidden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Obligation:
    """Where values may be that the scan cannot see, since when that is known, and what to do."""

    what: str
    name: str
    todo: str
    found: date
    due: date

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {**asdict(self), "found": self.found.isoformat(), "due": self.due.isoformat()}


@dataclass(slots=True, kw_only=True)
class Coverage:
    """How a column's values were looked for.

    Attributes:
        values: read from the homes.
        anywhere: long enough to be looked for in every file; the others only in their own
            table's row versions.
        readable: false for a type whose values are never looked for as bytes.
    """

    values: int = 0
    anywhere: int = 0
    readable: bool = True


@dataclass(slots=True, kw_only=True)
class Forensics:
    """What was looked at, and what is there."""

    files: int = 0
    bytes: int = 0
    passes: int = 0
    needles: int = 0
    found: int = 0
    traces: list[Trace] = field(default_factory=list[Trace])
    by_kind: Counter[str] = field(default_factory=Counter[str])
    shared: Counter[str] = field(default_factory=Counter[str])
    coverage: dict[tuple[str, str], Coverage] = field(
        default_factory=dict[tuple[str, str], Coverage]
    )
    row_versions: dict[str, bool] = field(default_factory=dict[str, bool])
    obligations: list[Obligation] = field(default_factory=list[Obligation])
    unreadable: list[str] = field(default_factory=list[str])
    unavailable: dict[str, str] = field(default_factory=dict[str, str])

    def add(self, trace: Trace) -> None:
        """Count a trace; the first ten thousand are named."""
        self.count(trace.kind, 1)
        if self.room:
            self.traces.append(trace)

    def count(self, kind: str, number: int) -> None:
        """Count traces that are not named."""
        self.found += number
        self.by_kind[kind] += number

    @property
    def room(self) -> int:
        """How many more traces can be named."""
        return MOST_NAMED - len(self.traces)

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values; same traces, same bytes."""
        return {
            "files": self.files,
            "bytes": self.bytes,
            "passes": self.passes,
            "needles": self.needles,
            "found": self.found,
            "by_kind": dict(sorted(self.by_kind.items())),
            "traces": [asdict(each) for each in sorted(self.traces, key=_order)],
            "also_held_by_people_who_live_in_the_hub": dict(sorted(self.shared.items())),
            "looked_for": [
                {"table": table, "column": column, **asdict(each)}
                for (table, column), each in sorted(self.coverage.items())
            ],
            "row_versions": dict(sorted(self.row_versions.items())),
            "not_seen": [each.to_dict() for each in sorted(self.obligations)],
            "unreadable": sorted(self.unreadable),
            "unavailable": sorted(self.unavailable),
        }


def _order(trace: Trace) -> tuple[str, int, str, str, str]:
    return trace.file, trace.offset, trace.table, trace.column, trace.form
