"""People who are named in somebody else's row: the contact of a supplier, the head of a ward."""

from __future__ import annotations

from collections.abc import Iterable

from domicile.discovery import weights
from domicile.discovery.model import Observation
from domicile.discovery.weigh import Weighed, strength, weigh
from domicile.discovery.words.forms import words_of
from domicile.discovery.words.reading import read_table

_TELLING = 2.5
_CALLED = 0.5


def is_name_of_person(each: Weighed) -> bool:
    """Whether the values themselves are people's names, wherever they stand."""
    name = weights.is_below(each.category, ("user.name",))
    return name and each.match is not None and strength(each.match) >= _TELLING


def guests(observations: Iterable[Observation], spoken: frozenset[str]) -> frozenset[str]:
    """The first words of columns that name a person in the row of something else.

    `contact` of `contact_name`: then `contact_phone` is that person's, and `phone` the row's.
    """
    return frozenset(
        words[0]
        for observation in observations
        if len(words := words_of(observation.column.name)) > 1
        and _names_somebody(observation, spoken)
    )


def _names_somebody(observation: Observation, spoken: frozenset[str]) -> bool:
    best = weigh(observation)[:1]
    if any(is_name_of_person(each) for each in best):
        return True
    called = read_table(observation.column.name, "", spoken).person >= _CALLED
    return called and any(weights.is_below(each.category, ("user.name",)) for each in best)
