"""From surveys to a proposal that the rest of Domicile takes: what can be moved, and what not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from domicile.config.names import TableName
from domicile.discovery import people, weights
from domicile.discovery.judge import judge, weigh_all
from domicile.discovery.links import Link, by_source
from domicile.discovery.model import Finding, Survey
from domicile.discovery.movable import Movable, with_generated
from domicile.discovery.nouns import names_any
from domicile.discovery.proposal import Kind, Proposal
from domicile.discovery.speaks import find_evidence
from domicile.discovery.ways import Belonging, find_ways
from domicile.discovery.weigh import Weighed
from domicile.discovery.words.reading import read_column
from domicile.discovery.words.split import split

Surveys = Mapping[TableName, Survey]
Weights = Mapping[TableName, Mapping[str, tuple[Weighed, ...]]]
_THING = 0.5
_OWN_ROWS = 0.5
_JUNCTION = 2
_HOLDS = 0.6
_ENOUGH = 10
_NAME = re.compile(r"[^a-z0-9]+")


def weigh_tables(surveys: Surveys) -> Weights:
    """What each column of each table could be."""
    return {name: weigh_all(survey) for name, survey in surveys.items()}


def belongings(
    surveys: Surveys, weighed: Weights, subjects: Iterable[TableName], links: Iterable[Link]
) -> dict[TableName, Belonging]:
    """Whose the rows of each table are."""
    links, people_tables = tuple(links), frozenset(subjects)
    return find_ways(
        surveys,
        subjects,
        links,
        is_thing=lambda name: people.words_of(surveys[name].relation).thing >= _THING,
        is_staff=lambda name: names_any("staff", name.table),
        is_unit=lambda name: names_any("unit", name.table),
        may_go_back=lambda link: _may_go_back(link, surveys, weighed, people_tables),
        pairs=lambda name: names_any("talk", name.table) or _is_junction(surveys[name], links),
        is_authored=lambda name: _is_authored(weighed[name]),
    )


def findings_of(
    surveys: Surveys,
    weighed: Weights,
    subjects: Iterable[TableName],
    whose: Mapping[TableName, Belonging],
    links: Iterable[Link],
) -> dict[TableName, tuple[Finding, ...]]:
    """What each column was found to be, given whose its table is."""
    known = set(subjects)
    ties = by_source(links)
    return {
        name: judge(
            survey,
            people.owner(
                survey,
                weighed[name],
                subject=name in known,
                way=whose[name].way,
            ),
            frozenset(column for link in ties.get(name, ()) for column in link.columns),
            is_person=name in known or _is_profile(whose[name]),
        )
        for name, survey in surveys.items()
    }


def _is_profile(belonging: Belonging) -> bool:
    """Whether the table has one row for each person at most."""
    way = belonging.way
    return way is not None and len(way.hops) == 1 and way.first is not None and way.first.unique


def propose(
    surveys: Surveys,
    findings: Mapping[TableName, tuple[Finding, ...]],
    subjects: Iterable[TableName],
    whose: Mapping[TableName, Belonging],
    links: tuple[Link, ...],
) -> Proposal:
    """The map: kinds of people with their evidence, and for each table what moves.

    What stays and why is decided last: evidence and the columns of ways have to be readable in
    the hub, so that they are known before any column is taken.
    """
    kinds = _kinds(subjects, surveys, links)
    names = {kind.table: kind.name for kind in kinds}
    movable = Movable(surveys, whose, kinds)
    entries = tuple(
        movable.entry(name, names, with_generated(surveys[name].relation, found))
        for name, found in findings.items()
        if found
    )
    return Proposal(
        kinds=kinds,
        entries=tuple(sorted(entries, key=lambda entry: (entry.doubt, entry.relation.name))),
        belongings=whose,
        missed={name: survey.missed for name, survey in surveys.items() if survey.missed},
        surveys=surveys,
    )


def _kinds(
    subjects: Iterable[TableName], surveys: Surveys, links: tuple[Link, ...]
) -> tuple[Kind, ...]:
    kinds: list[Kind] = []
    for table in subjects:
        name = _kind_name(table, {kind.name for kind in kinds})
        kinds.append(Kind(name=name, table=table, evidence=find_evidence(table, surveys, links)))
    return tuple(kinds)


def _kind_name(table: TableName, taken: set[str]) -> str:
    """A name for the people of a table: its own as far as a kind may be named so."""
    plain = _NAME.sub("_", "_".join(split(table.table))).strip("_0123456789")[:24] or "person"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}_{number}", number + 1
    return name


def _may_go_back(
    link: Link, surveys: Surveys, weighed: Weights, subjects: frozenset[TableName]
) -> bool:
    """Whether rows that others point at are theirs, like an address, and not a code they share.

    They hold something personal by its words and values, their table is not called a thing, and
    hardly two rows point at one.
    """
    target = surveys[link.target]
    words = read_column(target.relation.name.table)
    of_person = any(hint.category in _BACKWARD for hint in words)
    thing = people.words_of(target.relation).thing >= _THING or link.source not in subjects
    if thing and not of_person:
        return False
    if not any(each and each[0].likelihood >= _HOLDS for each in weighed[link.target].values()):
        return False
    if link.unique:
        return True
    observation = surveys[link.source].observations[link.columns[0]]
    few = observation.profile.filled < _ENOUGH
    return not few and observation.profile.distinctness >= _OWN_ROWS


def _is_junction(survey: Survey, links: Iterable[Link]) -> bool:
    """Whether a table has little else than columns that point at others: pupils and guardians."""
    relation = survey.relation
    tied = {column for link in links if link.source == relation.name for column in link.columns}
    own = [c for c in relation.columns if c.name not in tied | set(relation.key)]
    return len(tied) > 1 and len(own) <= _JUNCTION


def _is_authored(weighed: Mapping[str, tuple[Weighed, ...]]) -> bool:
    return any(
        each and each[0].likelihood >= _HOLDS and weights.is_below(each[0].category, _TEXTS)
        for each in weighed.values()
    )


# Tables that are things by name and hold what is a person's: addresses, contacts, not cities.
_BACKWARD = frozenset({"user.contact", "user.contact.address", "user.contact.address.street"})
_TEXTS = ("user.content", "user.social", "user.behavior")
