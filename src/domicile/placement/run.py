"""`assess`: the laws put to the service and its people, as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from domicile.catalog.model import DataMap
from domicile.catalog.run import load_map
from domicile.config.model import Config, SpeaksFor
from domicile.config.service import countries
from domicile.law.case import Case
from domicile.law.store import check_settings, shipped
from domicile.law.verdict import Verdict, judge_all
from domicile.pg import servers
from domicile.pg.connection import Connection
from domicile.placement.decide import Solution, Solver, decide
from domicile.placement.model import Target
from domicile.placement.report import Assessment
from domicile.placement.store import take_census
from domicile.placement.ties import AXES, Ties


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An assessment, and what it means for every country that people may come from."""

    assessment: Assessment
    targets: tuple[Target, ...]


def assess(config: Config, as_of: date) -> Decision:
    """Judge all laws and commitments as of a day, and decide where people must live.

    Reads the hub, changes nothing.

    Raises:
        ServerUnavailable: the hub is down.
        ConfigError, MapError: the config cannot be used.
    """
    with servers.hub(config) as conn:
        return assess_on(conn, config, load_map(conn, config), as_of)


def assess_on(conn: Connection, config: Config, data_map: DataMap, as_of: date) -> Decision:
    """`assess` over an open session."""
    verdicts = judge(config, as_of)
    census = take_census(conn, config, data_map.subjects)
    placements = decide(verdicts, census.evidence, homes=config.homes, hub=config.hub.country)
    assessment = Assessment(
        service=config.service.name,
        as_of=as_of,
        hub=config.hub.country,
        verdicts=verdicts,
        placements=placements,
        counts=census.counts,
        unmapped=census.unmapped,
    )
    return Decision(assessment=assessment, targets=targets(config, verdicts))


def judge(config: Config, as_of: date) -> tuple[Verdict, ...]:
    """The verdicts of all shipped laws and of the config's commitments."""
    laws = shipped()
    check_settings(laws, config.service, config.laws, config.instruments)
    case = Case(
        service=config.service,
        collected=config.categories,
        hub=config.hub.country,
        as_of=as_of,
        settings=config.laws,
        instruments=config.instruments,
    )
    return judge_all(laws, config.commitments, case)


def targets(config: Config, verdicts: tuple[Verdict, ...]) -> tuple[Target, ...]:
    """Where people of all ties must live, those included of whom there are none yet.

    The guards read this when a new person signs up, so no country may be missing (I5).
    """
    solver = Solver(verdicts, frozenset(config.homes), config.hub.country)
    found: list[Target] = []
    for subject in config.subjects:
        kinds: frozenset[SpeaksFor] = frozenset(each.speaks_for for each in subject.evidence)
        for ties in thinkable(verdicts, kinds):
            solved = solver.solve(ties)
            if solved.clash or solved.way.home is not None:
                found.append(_target(subject.kind, ties, solved))
    return tuple(found)


def _target(kind: str, ties: Ties, solved: Solution) -> Target:
    return Target(
        kind=kind,
        jurisdiction=ties.label,
        home=None if solved.clash else solved.way.home,
        mirrored=solved.way.mode == "mirrored",
    )


def thinkable(verdicts: Iterable[Verdict], kinds: frozenset[SpeaksFor]) -> Iterator[Ties]:
    """All ties that the evidence can tell: every country, and pairs of two.

    Of the pairs, those only of which a law that binds can mean one: all others stay in the hub.
    """
    every = sorted(countries())
    yield from (Ties(code, code) for code in every)
    if {AXES[kind] for kind in kinds} == set(AXES.values()):
        reached = {code for v in verdicts if v.outcome == "binds" for code in v.reach}
        for citizenship, territory in product(every, repeat=2):
            if citizenship != territory and (citizenship in reached or territory in reached):
                yield Ties(citizenship, territory)
