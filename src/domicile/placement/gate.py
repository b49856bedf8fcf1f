"""What differs between two decisions: verdicts, placements, gaps. Pure: no database is asked.

The people are those of every country, so that the answer holds for who signs up tomorrow too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import permutations

from domicile.config.model import Config, SpeaksFor
from domicile.config.service import countries
from domicile.law.changes import VerdictChange, verdict_changes
from domicile.law.verdict import Verdict
from domicile.placement.decide import Mode, Placement, decide
from domicile.placement.ties import AXES, Ties

Present = Mapping[str, frozenset[SpeaksFor]]
_MODES: dict[Mode, str] = {"hub": "stay in the hub", "moved": "move to", "mirrored": "mirrored at"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the laws say and where people must live, for one config on one day."""

    verdicts: tuple[Verdict, ...]
    placements: Mapping[str, Placement]

    def outcome(self, law: str) -> str:
        """What a law's verdict is; `not in force` for one that is not judged."""
        return next((v.outcome for v in self.verdicts if v.law == law), "not in force")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementChange:
    """People of these countries are kept otherwise than before, or something stays open anew."""

    jurisdictions: tuple[str, ...]
    before: str
    after: str
    new_gaps: tuple[str, ...]
    closed_gaps: tuple[str, ...]
    #: What would close the new gaps.
    cures: tuple[str, ...]
    #: Laws with a duty before or after.
    laws: frozenset[str]
    #: Whether they go to another place; a gap alone moves nobody.
    moves: bool
    impossible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is otherwise after than before."""

    verdicts: tuple[VerdictChange, ...]
    placements: tuple[PlacementChange, ...]

    @property
    def binding(self) -> tuple[VerdictChange, ...]:
        """Laws that ask something that they did not ask before."""
        return tuple(v for v in self.verdicts if v.binds_anew)

    @property
    def letting_go(self) -> tuple[VerdictChange, ...]:
        """Laws that bound before."""
        return tuple(v for v in self.verdicts if v.lets_go)

    @property
    def worse(self) -> tuple[PlacementChange, ...]:
        """Placements that have become impossible, or have a gap that they had not."""
        return tuple(p for p in self.placements if p.impossible or p.new_gaps)

    @property
    def stops(self) -> bool:
        """True when somebody must look at it before it goes in."""
        return bool(self.binding or self.worse)


def everywhere(*configs: Config) -> Present:
    """People of every country, known by every kind of evidence that the configs have.

    Where it tells citizens from residents, also those of one country that a config names who live
    in another such.
    """
    kinds: frozenset[SpeaksFor] = frozenset(
        each.speaks_for
        for config in configs
        for subject in config.subjects
        for each in subject.evidence
    )
    found = dict.fromkeys(sorted(countries()), kinds)
    if len({AXES[kind] for kind in kinds}) > 1:
        named = sorted(frozenset[str]().union(*map(_named, configs)))
        for citizenship, territory in permutations(named, 2):
            found[Ties(citizenship, territory).label] = frozenset()
    return found


def _named(config: Config) -> frozenset[str]:
    """The countries that the service has to do with."""
    service = config.service
    return service.targets | service.established_in | {*config.homes, config.hub.country}


def stand(config: Config, verdicts: Iterable[Verdict], present: Present) -> Standing:
    """The placements that follow from the verdicts, for those people."""
    heard = tuple(verdicts)
    placements = decide(heard, present, homes=config.homes, hub=config.hub.country)
    return Standing(verdicts=heard, placements={p.jurisdiction: p for p in placements})


def compare(before: Standing, after: Standing) -> Change:
    """What is otherwise after than before."""
    return Change(
        verdicts=verdict_changes(before.verdicts, after.verdicts),
        placements=tuple(_placements(before, after)),
    )


def _placements(before: Standing, after: Standing) -> Iterator[PlacementChange]:
    """Placements that differ, those that changed alike in one."""
    alike: dict[PlacementChange, list[str]] = {}
    for code, new in after.placements.items():
        old = before.placements.get(code)
        if old is not None and (change := _placement(old, new)):
            alike.setdefault(change, []).append(code)
    for change, codes in alike.items():
        yield replace(change, jurisdictions=tuple(codes))


def _placement(old: Placement, new: Placement) -> PlacementChange | None:
    before, after = words(old), words(new)
    opened, closed = tuple(_only_in(new, old)), tuple(_only_in(old, new))
    if before == after and not opened and not closed:
        return None
    return PlacementChange(
        jurisdictions=(),
        before=before,
        after=after,
        new_gaps=opened,
        closed_gaps=closed,
        cures=new.cure if opened else (),
        laws=frozenset(law for law, _ in (*old.duties, *new.duties)),
        moves=(old.home, old.mode) != (new.home, new.mode),
        impossible=bool(new.impossible) and not old.impossible,
    )


def words(placement: Placement) -> str:
    """A placement in words."""
    if placement.impossible:
        clash = " against ".join(f"{why.text} ({why.cites})" for why in placement.impossible)
        return f"impossible: {clash}"
    if placement.home is None:
        return _MODES["hub"]
    first = ", written there first" if placement.home_first else ""
    return f"{_MODES[placement.mode]} the home in {placement.home}{first}"


def _only_in(placement: Placement, other: Placement) -> Iterator[str]:
    """The gaps of one that the other has not, however it is told what would be accepted."""
    known = set(map(_core, other.gaps))
    yield from (gap for gap in placement.gaps if _core(gap) not in known)


def has_gap(placement: Placement, gap: str) -> bool:
    """True when that is open in the placement, however it is told what would be accepted."""
    return _core(gap) in set(map(_core, placement.gaps))


def _core(gap: str) -> str:
    """What is open, without the ways to close it, which vary with the papers on record."""
    return gap.partition("; ")[0]
