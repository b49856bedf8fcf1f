"""What a decision leaves for the database: which people must live at which home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """People of this kind and jurisdiction live at that home, alone or mirrored in the hub."""

    kind: str
    jurisdiction: str
    home: str
    mirrored: bool
