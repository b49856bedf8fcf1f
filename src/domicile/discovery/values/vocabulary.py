"""Columns of few values that say by themselves what they are: genders, religions, languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

from domicile.discovery.values.detector import Detector, each, form, matching

_FEW = 60
"""A column of a closed set has no more distinct values."""
_MOST_OF = 0.8
_LANGUAGES_IN = ("en", "ru", "zh", "de", "fr", "es", "pt", "hi")
_LOCALE = re.compile(form("locale"))
_COMPANY = re.compile(form("company"))


@dataclass(frozen=True, slots=True)
class _Set:
    """A closed set of words: each with the number of its meaning."""

    meanings: Mapping[str, int]
    least: int

    def count(self, values: Sequence[str]) -> int:
        """How many values are words of the set; none unless it is nearly all of a few values."""
        if len(values) > _FEW:
            return 0
        found = [self.meanings.get(value.lower()) for value in values]
        hits = [meaning for meaning in found if meaning is not None]
        enough = len(hits) >= _MOST_OF * len(values) and len(set(hits)) >= self.least
        return len(hits) if enough else 0


def _sets() -> tuple[Detector, ...]:
    text = resources.files("domicile.discovery.values").joinpath("vocabulary.toml")
    return tuple(map(_detector, tomllib.loads(text.read_text("utf-8"))["set"]))


def _detector(entry: Mapping[str, Any]) -> Detector:
    meanings = cast("list[list[str]]", entry["meanings"])
    words = {word: number for number, group in enumerate(meanings) for word in group}
    return Detector(
        name=entry["name"],
        category=entry["category"],
        count=_Set(words, entry["least"]).count,
        when=lambda look: look.long(1, 40),
        chance=float(entry["chance"]),
        whole=True,
    )


@cache
def _languages() -> frozenset[str]:
    """Names of languages in several of them, and their codes."""
    from babel import Locale

    names: set[str] = set()
    for code in _LANGUAGES_IN:
        known = cast("Mapping[str, str]", Locale.parse(code).languages)
        names.update(name.lower() for key, name in known.items() if len(key) == 2)
    return frozenset(names)


@cache
def _language_codes() -> frozenset[str]:
    from babel import Locale

    known = cast("Mapping[str, str]", Locale.parse("en").languages)
    return frozenset(key for key in known if len(key) in (2, 3) and key.isalpha())


@cache
def _zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(zone for zone in available_timezones() if "/" in zone) | {"UTC", "GMT"}


def _locales(values: Sequence[str]) -> int:
    """Locales, among them perhaps bare languages."""
    exact = sum(1 for value in values if _LOCALE.fullmatch(value))
    short = sum(1 for value in values if value in _language_codes())
    return exact + short if exact and exact + short >= 0.9 * len(values) else 0


def _all(test: Callable[[str], bool], least: float) -> Callable[[Sequence[str]], int]:
    """Count only if nearly all values of a column pass: for codes that are short."""

    def count(values: Sequence[str]) -> int:
        hits = sum(map(test, values))
        return hits if hits >= least * len(values) and len(values) > 1 else 0

    return count


DETECTORS: tuple[Detector, ...] = (
    *_sets(),
    Detector(
        name="locale",
        category="user.demographic.language",
        count=_locales,
        when=lambda look: look.has("_", "-") and look.long(5, 16) and look.with_digits(0, 3),
        chance=0.1,
        whole=True,
    ),
    Detector(
        name="language code",
        category="user.demographic.language",
        count=_all(lambda value: value.lower() in _language_codes(), 0.95),
        when=lambda look: look.long(2, 3) and look.with_letters(2, 3),
        chance=0.4,
        whole=True,
    ),
    Detector(
        name="language",
        category="user.demographic.language",
        count=_all(lambda value: value.lower() in _languages(), 0.7),
        when=lambda look: look.with_letters(2, 24) and look.with_digits(0, 0),
        chance=0.05,
        whole=True,
    ),
    Detector(
        name="time zone",
        category="user.location.imprecise",
        count=each(lambda value: value in _zones()),
        when=lambda look: look.has("/", "UTC"),
        chance=0.05,
    ),
    Detector(
        name="code of a disease (ICD-10)",
        category="user.health_and_medical",
        count=matching("disease"),
        when=lambda look: look.long(3, 8) and look.with_letters(1, 3) and look.with_digits(1, 5),
        chance=0.3,
        least=0.8,
    ),
    Detector(
        name="company name",
        category="",
        count=each(_COMPANY.search),
        when=lambda look: look.with_letters(4),
        chance=0.02,
    ),
    Detector(
        name="file name",
        category="",
        count=matching("file", re.IGNORECASE),
        when=lambda look: look.has("."),
        chance=0.02,
    ),
    Detector(
        name="media type",
        category="",
        count=matching("media type"),
        when=lambda look: look.has("/"),
        chance=0.01,
    ),
    Detector(
        name="version",
        category="",
        count=matching("version"),
        when=lambda look: look.has(".") and look.long(3, 24),
        chance=0.2,
        least=0.8,
    ),
    Detector(
        name="colour code",
        category="",
        count=matching("colour"),
        when=lambda look: look.has("#"),
        chance=0.01,
    ),
    Detector(
        name="running number with letters",
        category="",
        count=matching("running number"),
        when=lambda look: (
            look.has("-", "_", "/") and look.with_digits(2) and look.with_letters(1, 12)
        ),
        chance=0.2,
        least=0.8,
    ),
)
