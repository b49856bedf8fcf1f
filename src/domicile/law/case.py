"""What the laws are put to: who, with what data, where the hub stands, when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domicile.config.service import Instrument, LawSettings, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The facts that the laws are put to: who, with what data, where the hub stands, when."""

    service: Service
    collected: frozenset[str]
    hub: str
    as_of: date
    settings: LawSettings = field(default_factory=LawSettings)
    instruments: tuple[Instrument, ...] = ()
