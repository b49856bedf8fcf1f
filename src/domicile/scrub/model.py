"""What a scrub looks at, plans and reports. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from domicile.config.names import TableName

#: `act`: a person has to do something, the exit status is 1. `know`: told, and no more.
Level = Literal["act", "know"]
Wish = Literal["auto", "vacuum-full", "repack"]
Method = Literal["vacuum-full", "repack"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """Something that Domicile cannot or will not put right itself, and what does."""

    level: Level
    server: str
    where: str
    what: str
    cure: str

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "level": self.level,
            "server": self.server,
            "where": self.where,
            "what": self.what,
            "cure": self.cure,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSize:
    """What a mapped table takes on the hub's disk, and what the statistics say of its rows."""

    name: TableName
    stem: str
    heap_bytes: int
    toast_bytes: int
    index_bytes: int
    live_rows: int
    dead_rows: int
    batches: int

    @property
    def total_bytes(self) -> int:
        """Heap, TOAST and indexes."""
        return self.heap_bytes + self.toast_bytes + self.index_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """Who keeps dead rows alive: a session, a prepared transaction or a replication slot.

    Never with the text of a query or the name of a transaction (I7).
    """

    kind: str
    name: str
    age_s: float | None

    def __str__(self) -> str:
        age = "" if self.age_s is None else f", {self.age_s:,.0f} s old"
        return f"{self.kind} {self.name}{age}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """One table whose files are new."""

    table: str
    method: Method
    bytes_before: int
    bytes_after: int
    seconds: float

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "table": self.table,
            "method": self.method,
            "bytes_before": self.bytes_before,
            "bytes_after": self.bytes_after,
            "seconds": round(self.seconds, 3),
        }


@dataclass(slots=True, kw_only=True)
class Report:
    """What a scrub did, and what is left to people."""

    batches: int = 0
    rewritten: list[Rewritten] = field(default_factory=list[Rewritten])
    left: list[str] = field(default_factory=list[str])
    wal_segments: int = 0
    complete: bool = False
    findings: list[Finding] = field(default_factory=list[Finding])
    unavailable: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def to_act(self) -> list[Finding]:
        """What a person has to do something about."""
        return [each for each in self.findings if each.level == "act"]

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "complete": self.complete,
            "batches": self.batches,
            "rewritten": [each.to_dict() for each in self.rewritten],
            "left": self.left,
            "wal_segments": self.wal_segments,
            "findings": [each.to_dict() for each in sorted(self.findings)],
            "unavailable": sorted(self.unavailable),
        }
