"""A change of the config judged before it goes in: what it brings, by which law, and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from domicile.config.model import Config
from domicile.law.changes import VerdictChange
from domicile.law.model import Reason
from domicile.placement.causes import Trials
from domicile.placement.gate import Change, PlacementChange, Standing, compare, has_gap

What = Literal["binds", "impossible", "gap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that the new config brings and somebody must look at.

    `about` is the law's id, or the countries whose placement it is; `causes` the changes of the
    config that brought it, in words.
    """

    what: What
    about: tuple[str, ...]
    text: str
    because: tuple[Reason, ...]
    causes: tuple[str, ...]
    cures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the new config brings, and which laws let go."""

    findings: tuple[Finding, ...]
    letting_go: tuple[VerdictChange, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "passed": not self.findings,
            "findings": [
                {
                    "what": each.what,
                    "about": list(each.about),
                    "text": each.text,
                    "because": [reason_dict(why) for why in each.because],
                    "causes": list(each.causes),
                    "cures": list(each.cures),
                }
                for each in self.findings
            ],
            "letting_go": [
                {"law": each.law, "because": [reason_dict(why) for why in each.because]}
                for each in self.letting_go
            ],
        }


def review(old: Config, new: Config, decide: Callable[[Config], Standing]) -> Review:
    """Compare the decisions for both configs, and find out which change brought what.

    Args:
        old: the config that is in use.
        new: the one that is proposed.
        decide: what the laws say and where people must live, for a config.
    """
    change = compare(decide(old), decide(new))
    if not change.stops:
        return Review(findings=(), letting_go=change.letting_go)
    trials = Trials(old, new, decide)
    return Review(findings=tuple(_findings(change, trials)), letting_go=change.letting_go)


def _findings(change: Change, trials: Trials) -> Iterator[Finding]:
    for verdict in change.binding:
        yield _binding(verdict, trials)
    for placement in change.placements:
        if placement.impossible:
            yield _impossible(placement, trials)
    for placement in change.placements:
        for gap in placement.new_gaps:
            yield _gap(gap, placement, trials)


def _binding(verdict: VerdictChange, trials: Trials) -> Finding:
    def asked(standing: Standing) -> bool:
        found = next((v for v in standing.verdicts if v.law == verdict.law), None)
        if found is None or found.outcome != "binds":
            return False
        return verdict.before != "binds" or bool(
            {demand.duty for demand in found.demands} & set(verdict.added)
        )

    duties = ", ".join(verdict.added or verdict.duties) or "no storage"
    binds = f"binds: {duties}; before: {verdict.before}"
    if verdict.before == "binds":
        binds = f"bound before, and asks more: {duties}"
    return Finding(
        what="binds",
        about=(verdict.law,),
        text=f"{verdict.law} {binds}",
        because=verdict.because,
        causes=trials.causes(asked),
    )


def _impossible(placement: PlacementChange, trials: Trials) -> Finding:
    first = placement.jurisdictions[0]
    return Finding(
        what="impossible",
        about=placement.jurisdictions,
        text=placement.after,
        because=(),
        causes=trials.causes(lambda standing: bool(standing.placements[first].impossible)),
    )


def _gap(gap: str, placement: PlacementChange, trials: Trials) -> Finding:
    first = placement.jurisdictions[0]
    return Finding(
        what="gap",
        about=placement.jurisdictions,
        text=gap,
        because=(),
        causes=trials.causes(lambda standing: has_gap(standing.placements[first], gap)),
        cures=placement.cures,
    )


def reason_dict(why: Reason) -> dict[str, Any]:
    """A reason as JSON values."""
    return {
        "text": why.text,
        "cites": why.cites,
        "grade": why.grade,
        "confidence": why.confidence,
        "note": why.note,
    }
