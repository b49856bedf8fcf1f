"""What a decision leaves for the database: which people must live at which home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """People of this kind and jurisdiction live at that home, alone or mirrored in the hub.

    Without a home they stay where they are: the clauses that bind contradict each other.
    """

    kind: str
    jurisdiction: str
    home: str | None
    mirrored: bool
