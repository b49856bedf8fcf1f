"""The country that a value tells: by its name, a phone's prefix, a locale or a time zone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

import phonenumbers
from babel.core import get_global

from domicile.country.spellings import normal, spellings
from domicile.discovery.model import Told

_LEAST = 0.5
_SURE = 0.7
_MOST_UNKNOWN = 20
_LOOKED_AT = 100
_LOCALE = re.compile(r"[a-z]{2,3}[-_](?:[A-Z][a-z]{3}[-_])?([A-Z]{2})(?:\.UTF-8)?")
_ZONE = re.compile(r"[A-Z][A-Za-z]+/[A-Za-z_/+-]+")
_PHONE = re.compile(r"\+[\d\s().-]{7,20}")
# What may be shown as a country nobody knows: words, not a person's number or address.
_WORDS = re.compile(r"[^\W\d_][^\d_@<>\"\\]{1,39}")


def tell(counts: Counter[str]) -> Told | None:
    """What the values of one column tell of countries, if half of its rows tell one.

    Args:
        counts: the column's values without NULL, each with how often it came.
    """
    for how, territory in _WAYS.items():
        told = _told(how, territory, counts)
        if told is not None:
            return told
    return None


def tell_by_name(counts: Mapping[str | None, int]) -> Told:
    """What people's countries are, given how many have which spelling; None for those with none."""
    known: Counter[str] = Counter()
    unknown: list[str] = []
    silent = 0
    for value, people in counts.items():
        code = _by_name(value) if value else None
        if code is not None:
            known[code] += people
            continue
        silent += people
        if value:
            unknown.append(value)
    # A column that is half something else may hold what is nobody's business.
    strange = sum(counts[value] for value in unknown)
    sure = known.total() >= _SURE * (known.total() + strange)
    return Told(
        how="name",
        countries=dict(sorted(known.items())),
        silent=silent,
        unknown=_shown(unknown) if sure else (),
    )


def _shown(spellings: list[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(_WORDS.fullmatch, spellings))[:_MOST_UNKNOWN])


def _told(how: str, territory: Callable[[str], str | None], counts: Counter[str]) -> Told | None:
    looked_at = counts if how == "name" else Counter(dict(list(counts.items())[:_LOOKED_AT]))
    # A country's name is cheap to look up; the rest is tried on a few first.
    if not any(territory(value) for value in list(looked_at)[:8]):
        return None
    known: Counter[str] = Counter()
    strange: list[str] = []
    for value, rows in looked_at.items():
        code = territory(value)
        if code is None:
            strange.append(value)
        else:
            known[code] += rows
    silent = sum(looked_at[value] for value in strange)
    if known.total() < _LEAST * (known.total() + silent):
        return None
    sure = how == "name" and known.total() >= _SURE * (known.total() + silent)
    return Told(
        how=how,
        countries=dict(sorted(known.items())),
        silent=silent,
        unknown=_shown(strange) if sure else (),
    )


def _by_name(value: str) -> str | None:
    return _spellings().get(normal(value))


@cache
def _spellings() -> Mapping[str, str]:
    return spellings({})


def _by_prefix(value: str) -> str | None:
    if not _PHONE.fullmatch(value.strip()):
        return None
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.region_code_for_number(number)


def _by_locale(value: str) -> str | None:
    found = _LOCALE.fullmatch(value)
    return found[1] if found and found[1] in set(_spellings().values()) else None


def _by_zone(value: str) -> str | None:
    if not _ZONE.fullmatch(value):
        return None
    return cast("Mapping[str, str]", get_global("zone_territories")).get(value)


_WAYS: Mapping[str, Callable[[str], str | None]] = {
    "name": _by_name,
    "phone prefix": _by_prefix,
    "locale": _by_locale,
    "time zone": _by_zone,
}
