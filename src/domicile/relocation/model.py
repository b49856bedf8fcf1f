"""A trip between two places, and what has to be done on it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a subject's personal data lives: the hub (no home), a home, or both (mirrored)."""

    home: str | None = None
    mirrored: bool = False

    @property
    def in_hub(self) -> bool:
        """True when the hub holds the personal columns."""
        return self.home is None or self.mirrored

    def __str__(self) -> str:
        """For people: `hub`, `home RU`, `home KZ (mirrored)`."""
        if self.home is None:
            return "hub"
        return f"home {self.home}{' (mirrored)' if self.mirrored else ''}"


HUB = Place()
#: A batch of fewer subjects takes hardly less time.
LEAST = 250
FIRST_BATCH = LEAST
#: As many subjects as a batch takes, however fast the servers are.
MOST = 5_000


@dataclass(frozen=True, slots=True)
class Trip:
    """From one place to another."""

    source: Place
    target: Place

    @property
    def writes_home(self) -> str | None:
        """The home that gets a copy (R3), if one does."""
        return self.target.home if self.target.home != self.source.home else None

    @property
    def fills_hub(self) -> bool:
        """True when the hub's columns are filled again."""
        return self.target.in_hub and not self.source.in_hub

    @property
    def blanks_hub(self) -> bool:
        """True when the hub's columns are blanked (R6)."""
        return self.source.in_hub and not self.target.in_hub

    @property
    def reads_home(self) -> str | None:
        """The home that the values are read from; None when the hub has them."""
        return None if self.source.in_hub else self.source.home

    @property
    def compares_home(self) -> str | None:
        """The home whose copy must equal the original before the flip (R4).

        Also when nothing was written: a mirror that becomes the only copy is compared first.
        """
        if self.writes_home:
            return self.writes_home
        return self.target.home if self.blanks_hub else None

    @property
    def purges_home(self) -> str | None:
        """The home that must forget the rows once nobody's snapshot asks for them."""
        return self.source.home if self.source.home != self.target.home else None

    @property
    def kind(self) -> str:
        """What the log calls it."""
        return "return" if self.target == HUB else "move"


@dataclass(frozen=True, slots=True)
class Work:
    """How many subjects of a kind have to make a trip."""

    kind: str
    trip: Trip
    subjects: int


@dataclass(slots=True, kw_only=True)
class Report:
    """What a run of `move` or `return` did.

    Attributes:
        waiting: subjects that the application held until the patience ended.
        unpurged: rows at an old home that a snapshot may still ask for.
        unavailable: homes that do not answer, and what they said.
        broken: homes that answer and refuse (read-only, drifted), and what they said.
        refused: subjects that a server will not have as they are, by key, and why.
        missing_indexes: `table (columns)` whose lack makes each batch read a whole table.
    """

    subjects: int = 0
    rows: int = 0
    batches: int = 0
    seconds: float = 0.0
    waiting: int = 0
    unpurged: int = 0
    unavailable: dict[str, str] = field(default_factory=dict[str, str])
    refused: list[str] = field(default_factory=list[str])
    broken: dict[str, str] = field(default_factory=dict[str, str])
    missing_indexes: tuple[str, ...] = ()

    @property
    def passed_over(self) -> set[str]:
        """Homes whose people stay where they are."""
        return {*self.unavailable, *self.broken}

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "subjects": self.subjects,
            "rows": self.rows,
            "batches": self.batches,
            "seconds": round(self.seconds, 3),
            "waiting": self.waiting,
            "unpurged": self.unpurged,
            "unavailable": sorted(self.unavailable),
            "refused": self.refused,
            "broken": dict(sorted(self.broken.items())),
            "missing_indexes": list(self.missing_indexes),
        }


#: Told (subjects done, subjects to do) after every batch.
Progress = Callable[[int, int], None]


def next_size(size: int, elapsed_s: float, *, pause_s: float, most: int) -> int:
    """How many subjects the next batch takes, so that writers wait about `pause_s`.

    Grows at most twofold and shrinks at most fourfold per batch: one slow batch is not a trend.
    Below `LEAST` nearly all of a batch's time is spent on what every batch costs, two commits
    among it: there, fewer subjects would not shorten anybody's wait.
    """
    wanted = min(max(size * pause_s / max(elapsed_s, 1e-6), size / 4), size * 2)
    return min(most, max(round(wanted), min(LEAST, size * 2)))
