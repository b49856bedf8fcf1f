"""From what is weighed and whose the table is to one finding per column."""

from __future__ import annotations

from dataclasses import replace

from domicile.discovery import weights
from domicile.discovery.beside import guests, is_name_of_person
from domicile.discovery.implied import Place
from domicile.discovery.model import Finding, Observation, Survey
from domicile.discovery.values.interval import wilson
from domicile.discovery.weigh import Weighed, weigh
from domicile.discovery.words.forms import words_of
from domicile.discovery.words.reading import read_table, read_theme

PERSONAL = 0.36
"""From here on a column goes into the map; below, it is shown as one that was looked at.

Below a half on purpose: a line too many costs a glance, one too few leaves personal data abroad.
"""
DOUBTFUL = 0.12
"""Below this nothing speaks for the column."""

_NEARLY = 0.1
_SURE = 0.8


def weigh_all(survey: Survey) -> dict[str, tuple[Weighed, ...]]:
    """What each column of a relation could be."""
    return {name: weigh(observation) for name, observation in survey.observations.items()}


def judge(
    survey: Survey, owner: float, ties: frozenset[str], *, is_person: bool
) -> tuple[Finding, ...]:
    """One finding for each column that something speaks for, in the order of the table.

    Args:
        survey: the relation.
        owner: how likely what the table holds is a person's.
        ties: columns that join the table to others, declared or not.
        is_person: whether each row is a person, or one's profile.
    """
    held = _held(survey)
    place = Place(
        owner=max(owner, weights.VISITED if held >= weights.VISIT else 0.0),
        theme=read_theme(survey.relation.name.table),
        is_person=is_person,
        has_address=bool(held & weights.PLACES),
    )
    named = guests(survey.observations.values(), survey.relation.spoken)
    findings = (
        _finding(survey, observation, place, named)
        for observation in survey.observations.values()
        if not _is_key(survey, observation, ties) or _is_natural(observation)
    )
    return tuple(each for each in findings if each is not None and each.confidence >= DOUBTFUL)


def _held(survey: Survey) -> set[str]:
    """The categories of which some column surely is, whosever the table is."""
    best = (weigh(each)[:1] for each in survey.observations.values())
    return {each[0].category for each in best if each and each[0].likelihood >= _SURE}


def _is_key(survey: Survey, observation: Observation, ties: frozenset[str]) -> bool:
    """Whether the column only joins rows: a number or uuid in a key, or what points at one."""
    column = observation.column
    tied = bool(column.stays) or column.name in survey.relation.key
    return column.name in ties or (tied and column.kind in {"integer", "uuid", "decimal"})


def _is_natural(observation: Observation) -> bool:
    """Whether a key is a datum itself: a telephone's number, a tax number, a diagnosis."""
    best = weigh(observation)[:1]
    return any(
        each.likelihood >= weights.SURE_OF_OWNER
        and weights.is_below(each.category, weights.NATURAL)
        and (each.named or each.match is not None)
        for each in best
    )


def _finding(
    survey: Survey, observation: Observation, place: Place, named: frozenset[str]
) -> Finding | None:
    name = observation.column.name
    said = max(place.owner, 0.9 * read_table(name, "", survey.relation.spoken).person)
    if words_of(name)[:1] and words_of(name)[0] in named:
        said = max(said, weights.GUEST)
    weighed = weigh(observation, replace(place, owner=said))
    if not weighed:
        return None
    scored = [(each.likelihood * _gate(each, said), each) for each in weighed]
    confidence, best = _most_telling(scored)
    return Finding(
        table=survey.relation.name,
        column=observation.column.name,
        category=best.category,
        confidence=round(confidence, 2),
        reasons=best.reasons,
        rows=observation.profile.rows,
        interval=wilson(best.match.matched, best.match.of) if best.match else None,
        shape=observation.shape,
        path=best.path,
    )


def _most_telling(scored: list[tuple[float, Weighed]]) -> tuple[float, Weighed]:
    """The surest, or a part of it that is nearly as sure: an e-mail address of a contact."""
    surest, best = max(scored, key=lambda pair: (pair[0], pair[1].category))
    parts = [
        (confidence, each)
        for confidence, each in scored
        if confidence >= surest - _NEARLY and weights.is_below(each.category, (best.category,))
    ]
    _, part = max(parts, key=lambda pair: (pair[1].category.count("."), pair[0]))
    return surest, part


def _gate(each: Weighed, owner: float) -> float:
    """How likely the datum is a person's, given the table's owner and what can own it."""
    if weights.is_below(each.category, weights.ONLY_PEOPLE) or is_name_of_person(each):
        return weights.SURE_OF_OWNER + (1 - weights.SURE_OF_OWNER) * owner
    return owner
