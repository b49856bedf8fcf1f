"""What a column is likely to hold because of where it stands, though its name does not say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domicile.discovery import weights
from domicile.discovery.model import Hint, Kind, Observation, Reading
from domicile.discovery.words.forms import words_of
from domicile.discovery.words.reading import is_property, stem

_PROSE_WORDS = 3
_PROSE_LENGTH = 25
_TEXTS = ("user.content", "user.social")
_MEASURED = ("user.financial", "user.behavior", "user.user_sensor")
_CLINICAL = ("user.health_and_medical", "user.biometric.health", "user.government_id")
_PAPERS = ("user.financial.credit_card", "user.financial.bank_account", "user.criminal_history")
_CLINICAL_KINDS: frozenset[Kind] = frozenset(
    {"text", "integer", "decimal", "enum", "json", "array", "boolean", "date"}
)
_NAMED = 0.3
_VARIED = 4
_ATTRIBUTES: frozenset[Kind] = frozenset({"text", "decimal", "array", "json", "hstore", "bytes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a column stands: how likely its table is a person's, and what the table is about.

    `theme` is the category that its name tells of: `messages` are texts, `vitals` health.
    `is_person` when each row is one; `has_address` when it has a street, a city or a postal code.
    """

    owner: float = 0.5
    theme: str = ""
    is_person: bool = False
    has_address: bool = False


def imply(reading: Reading, observation: Observation, place: Place) -> Iterator[Hint]:
    """Hints of the place: texts in a table of texts, findings in a table of findings.

    Args:
        reading: the column itself, or a path in it.
        observation: the column.
        place: where it stands.
    """
    if reading.path or (observation.column.stays and observation.column.kind != "text"):
        return
    if any(hint.weight >= _NAMED for hint in reading.hints if not hint.category):
        return
    yield from _of_theme(observation, place.theme, place.owner)
    if place.owner >= weights.SURE_OF_OWNER and _is_prose(observation):
        yield Hint(
            category="user.content",
            weight=weights.TEXT_OF_PERSON,
            words="a text in a person's row",
            language="",
        )
    if place.is_person and _is_attribute(observation):
        yield Hint(
            category="user",
            weight=weights.IN_PERSON_ROW,
            words="in a row that is a person",
            language="",
        )


def _is_attribute(observation: Observation) -> bool:
    """Whether the column varies and is no state: then it says something of the row's person."""
    column, profile = observation.column, observation.profile
    varied = profile.distinct >= _VARIED or not profile.filled
    return column.kind in _ATTRIBUTES and varied and not is_property(column.name)


def _of_theme(observation: Observation, theme: str, owner: float) -> Iterator[Hint]:
    kind = observation.column.kind
    unwritten = observation.column.type == "text" and not observation.profile.filled
    if weights.is_below(theme, _TEXTS) and (unwritten or _is_prose(observation)):
        yield _hint(theme, weights.TEXT_OF_THEME)
    if owner < weights.SURE_OF_OWNER:
        return
    measured = weights.is_below(theme, _MEASURED) and kind == "decimal"
    on_card = weights.is_below(theme, _PAPERS) and kind == "text" and not _is_state(observation)
    clinical = weights.is_below(theme, _CLINICAL) and _is_clinical(observation)
    if measured or on_card or clinical:
        yield _hint(theme, weights.FINDING_OF_THEME)


def _hint(theme: str, weight: float) -> Hint:
    words = f"in a table of {theme}"
    return Hint(category=theme, weight=weight, words=words, language="")


def _is_prose(observation: Observation) -> bool:
    column, profile = observation.column, observation.profile
    long = profile.words >= _PROSE_WORDS or profile.length >= _PROSE_LENGTH
    return column.kind == "text" and long and profile.distinct > 1


def _is_clinical(observation: Observation) -> bool:
    """Not a key, a date or a state: what is measured or said of the person's health."""
    column = observation.column
    fits = column.kind in _CLINICAL_KINDS and not is_numbered(column.name)
    return fits and not is_property(column.name)


def _is_state(observation: Observation) -> bool:
    """Whether the column has a handful of words: a kind of card, a state of it."""
    return observation.profile.distinct < _VARIED


def is_numbered(name: str) -> bool:
    """Whether the name ends like a number's or a code's: `reason_code`, `prescription_no`."""
    words = tuple(word for word in words_of(name) if not word.isdecimal())
    return len(words) > 1 and stem(name) != words
