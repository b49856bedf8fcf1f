"""What words, values and the place in the table together say that a column holds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domicile.discovery import weights
from domicile.discovery.implied import Place, imply, is_numbered
from domicile.discovery.model import Hint, Match, Observation, Profile, Reading
from domicile.discovery.values.interval import wilson
from domicile.discovery.words.split import split

_SMOOTH = 0.02
_ENOUGH = 10
_LITTLE = 0.1
_ROOT = "user"
_ADDRESS = ("user.contact.address",)
_HIDDEN = frozenset(
    {
        "hash",
        "hashed",
        "sha",
        "md",
        "md5",
        "sha256",
        "enc",
        "encrypted",
        "cipher",
        "digest",
        "masked",
        "crypt",
        "hmac",
        "token",
    }
)
_NAMED = 0.5
_NEARLY = 0.8
_TELLING = 1.5
_RELATED = (("user.name", 0.7), ("user.contact.address", 0.6), ("user.government_id", 0.7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One category and the odds that the values are of it, with the reasons.

    `likelihood` is in [0, 1]; `match` the value test that spoke loudest for it, if one did; `named`
    when its own words say it as well.
    """

    category: str
    likelihood: float
    reasons: tuple[str, ...]
    match: Match | None = None
    path: str = ""
    named: bool = False


NOWHERE = Place()


def weigh(observation: Observation, place: Place = NOWHERE) -> tuple[Weighed, ...]:
    """Every category that words or values name, the likeliest first."""
    found = [
        each
        for reading in observation.readings
        for each in _weigh_reading(reading, observation, place)
    ]
    return tuple(sorted(found, key=lambda each: (-each.likelihood, each.category, each.path)))


def _weigh_reading(reading: Reading, observation: Observation, place: Place) -> Iterator[Weighed]:
    kind = "text" if reading.path else observation.column.kind
    hints = (*reading.hints, *imply(reading, observation, place))
    named = {each.category for each in (*hints, *reading.matches) if each.category}
    against = _against(reading, hints)
    for category in sorted(named):
        match = _best_match(reading.matches, category)
        hint = _best_hint(hints, category)
        if reading.path and hint and hint.weight < _NAMED and not match:
            continue  # the keys of a document are many, and say less than a column's name
        odds = weights.PRIOR - against
        odds += _owned(category, hint if match is None else None, place)
        if hint:
            odds += weights.WORDS * _said(hint, category) * _share(hint, place)
        odds += _support(match, category) if match else 0.0
        if not weights.can_hold(kind, category) or _is_code_of_text(observation, category):
            odds -= weights.KIND_AGAINST
        sure = hint is not None and hint.weight >= 1
        if _is_refuted(category, reading.matches, observation, sure=sure):
            odds -= weights.VALUES_AGAINST
        yield Weighed(
            category=category,
            likelihood=likelihood(odds),
            reasons=tuple(_reasons(hint, match, reading.path)),
            match=match,
            path=reading.path,
            named=hint is not None and hint in reading.hints and hint.weight >= _NAMED,
        )


def _is_code_of_text(observation: Observation, category: str) -> bool:
    """Whether the name is of a code or number where the category is of texts: `reason_code`."""
    return weights.is_below(category, ("user.content",)) and is_numbered(observation.column.name)


def _share(hint: Hint, place: Place) -> float:
    """What is left of a word for money where it may be the price of something."""
    money = hint.category == weights.MONEY and hint.weight < 1 and bool(hint.language)
    own = place.is_person or place.theme == weights.MONEY
    return weights.AMOUNT if money and not own else 1.0


def _owned(category: str, hint: Hint | None, place: Place) -> float:
    """What it brings that the row is a person's, and takes that it is not.

    In a person's own row many words mean the person that elsewhere mean something else; in a row
    that only leads to one, its bare `name` and `state` are those of what the row is.
    """
    belief = 2 * place.owner - 1
    if not weights.is_below(category, weights.OF_OWNER):
        return weights.OWNER / 2 * belief if place.is_person else 0.0
    weak = hint is not None and hint.weight < _NAMED and bool(hint.language)
    own = place.is_person or (place.has_address and weights.is_below(category, _ADDRESS))
    if weak and not own and weights.is_below(category, weights.OF_ROW):
        return -weights.OWNER
    return weights.OWNER * belief


def likelihood(odds: float) -> float:
    """The share that log-odds stand for."""
    return 1 / (1 + math.exp(-odds))


def strength(match: Match) -> float:
    """How much a match says, in log-odds: its rate, cautiously, against that of chance."""
    low, _ = wilson(match.matched, match.of)
    if low <= match.chance:
        return 0.0
    ratio = (low + _SMOOTH) / (match.chance + _SMOOTH)
    return min(weights.VALUES_MOST, 2 * math.log(ratio))


def kinship(given: str, wanted: str) -> float:
    """How far evidence for one category speaks for another, in [0, 1].

    What speaks for a part speaks for the whole and the other way round; what speaks for a given
    name speaks for a family name, less.
    """
    if given == wanted:
        return 1.0
    if _ROOT in (given, wanted):
        return 0.0  # what speaks for anything at all speaks for nothing in particular
    if given.startswith(f"{wanted}."):
        return 0.9
    if wanted.startswith(f"{given}."):
        return 0.8
    return max(
        (
            share
            for top, share in _RELATED
            if all(weights.is_below(c, (top,)) for c in (given, wanted))
        ),
        default=0.0,
    )


def _against(reading: Reading, hints: Iterable[Hint]) -> float:
    """What says that a thing is meant; values say less against the surer the words are."""
    words = max((hint.weight for hint in reading.hints if not hint.category), default=0.0)
    named = max((hint.weight for hint in hints if hint.category), default=0.0)
    values = max((strength(match) for match in reading.matches if not match.category), default=0.0)
    return weights.THING * words + min(weights.VALUES_OF_THING, values) * (1 - named)


def _said(hint: Hint, category: str) -> float:
    return hint.weight * kinship(hint.category, category)


def _support(match: Match, category: str) -> float:
    return strength(match) * kinship(match.category, category)


def _best_hint(hints: Iterable[Hint], category: str) -> Hint | None:
    best = max(
        (each for each in hints if each.category),
        key=lambda each: _said(each, category),
        default=None,
    )
    return best if best and _said(best, category) > 0 else None


def _best_match(matches: Iterable[Match], category: str) -> Match | None:
    best = max(
        (each for each in matches if each.category),
        key=lambda each: _support(each, category),
        default=None,
    )
    return best if best and _support(best, category) > 0 else None


def _is_refuted(
    category: str, matches: Iterable[Match], observation: Observation, *, sure: bool
) -> bool:
    """Whether values that a test would know have all failed it, or are surely a thing's.

    Args:
        category: what the words say.
        matches: what the values say.
        observation: the column.
        sure: nothing else is meant by the words.
    """
    profile = observation.profile
    if weights.is_below(category, ("user.government_id",)) and _is_of_thing(matches):
        return True
    if _is_oddly_many(category, matches, profile, sure=sure):
        return True
    if category not in weights.TESTED or profile.distinct < _ENOUGH:
        return False
    if observation.column.kind in {"date", "timestamp"} or _is_hidden(observation.column.name):
        return False
    return not any(match.category == category and match.rate >= _LITTLE for match in matches)


def _is_hidden(name: str) -> bool:
    """Whether the name says that the values are hashes or ciphers: no test of theirs can pass."""
    return not _HIDDEN.isdisjoint(split(name))


def _is_oddly_many(
    category: str, matches: Iterable[Match], profile: Profile, *, sure: bool
) -> bool:
    """Whether there are too many values for the category, too few, or too short ones."""
    if not profile.distinct or any(match.category == category for match in matches):
        return False
    if category in weights.FEW_VALUES:
        return profile.distinct > weights.HANDFUL
    if category in weights.MANY_VALUES:
        few = profile.distinct <= weights.STATES and profile.filled >= _ENOUGH * weights.STATES
        return few and not sure
    phone = category == "user.contact.phone_number"
    return phone and profile.length < weights.SHORTEST_NUMBER


def _is_of_thing(matches: Iterable[Match]) -> bool:
    """Whether numbers pass the check of companies or goods, and none that people have."""
    listed = [match for match in matches if match.rate >= _NEARLY and strength(match) > _TELLING]
    return any(not match.category for match in listed) and not any(
        match.category for match in listed
    )


def _reasons(hint: Hint | None, match: Match | None, path: str) -> Iterator[str]:
    where = f" at {path}" if path else ""
    if hint:
        yield f"named {hint.words!r}{where}" if hint.language else hint.words
    if match:
        beside = f", {match.chance:.0%} by chance" if match.chance >= _LITTLE else ""
        yield f"{match.matched} of {match.of} values are {match.detector}{where}{beside}"
