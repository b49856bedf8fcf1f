"""`verify --repair`: from what was found to what is done about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domicile.config.model import Config
from domicile.evidence.mend import Mender
from domicile.evidence.model import Verification
from domicile.evidence.remedy import Remedy
from domicile.evidence.run import Progress, Wish, verify_places
from domicile.evidence.servers import Places, open_places
from domicile.placement.run import assess_on
from domicile.relocation.confirm import refuse_restored_hub


@dataclass(slots=True, kw_only=True)
class Repair:
    """What was found, and the remedy of each violation that is named."""

    verification: Verification
    remedies: list[Remedy] = field(default_factory=list[Remedy])

    @property
    def left(self) -> int:
        """How many violations are still there."""
        return self.verification.found - sum(each.done for each in self.remedies)

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        told = self.verification.to_dict()
        told["remedies"] = [each.to_dict() for each in self.remedies]
        told["left"] = self.left
        return told


def repair(
    config: Config,
    progress: Progress,
    wish: Wish,
    *,
    as_of: date,
    do: bool,
) -> Repair:
    """Verify, and mend what is safe to mend; without `do`, tell what would be done.

    Args:
        as_of: the laws of that day say who wins where hub and home differ.

    Raises:
        ServerUnavailable: the hub is down; a home that is down leaves its rows as they are.
        HubRestored: the hub has forgotten moves: `domicile run` puts that right first.
    """
    if do:
        refuse_restored_hub(config)  # what looks stray then is the newest copy
    with open_places(config) as places:
        found = verify_places(places, progress, wish)
        first = _home_first(places, as_of) if found.violations else frozenset[str]()
        mender = Mender(places=places, home_first=first, do=do)
        done = Repair(verification=found, remedies=mender.mend(found.violations))
        found.unavailable.update(places.unavailable)
        return done


def _home_first(places: Places, as_of: date) -> frozenset[str]:
    """Jurisdictions whose data must be written at home first, so that the home wins."""
    decision = assess_on(places.hub.conn, places.config, places.data_map, as_of)
    return frozenset(
        each.jurisdiction for each in decision.assessment.placements if each.home_first
    )
