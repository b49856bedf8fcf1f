"""Where somebody lives or is: countries, cities, streets, postal codes, coordinates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from domicile.discovery.model import Kind
from domicile.discovery.values import gazetteer
from domicile.discovery.values.detector import (
    NUMERIC,
    TEXTUAL,
    Detector,
    Look,
    each,
    form,
    matching,
)

_STREET = re.compile(
    rf"\b(?:{form('street word')})\b|(?:{form('street end')})(?=[\s.,\d]|$)|{form('street sign')}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d:])\d{1,5}[A-Za-zА-Яа-я]?(?![\d:])|[一二三四五六七八九十百]+[号室]")
_REGION = re.compile(form("region"), re.IGNORECASE)
_POSTAL_DIGITS = re.compile(r"\d{5,6}|\d{8}")
_PAIR = re.compile(r"\(?\s*(-?\d{1,3}\.\d{2,})\s*[,; ]\s*(-?\d{1,3}\.\d{2,})\s*\)?")
_WKT = re.compile(form("point"), re.IGNORECASE)
_POINT = re.compile(r"\((-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)\)")
_OTHER_POINT = re.compile(form("point in another form"))
_FINE = re.compile(r"-?\d{1,3}\.\d{4,}")


def _is_pair(value: str) -> bool:
    """Latitude and longitude, in either order, in one of the usual forms."""
    found = _PAIR.fullmatch(value) or _WKT.fullmatch(value) or _POINT.fullmatch(value)
    if not found:
        return bool(_OTHER_POINT.fullmatch(value))
    one, other = sorted((abs(float(found[1])), abs(float(found[2]))))
    return one <= 90 and other <= 180 and other > 0


def _degrees(values: Sequence[str]) -> int:
    """Numbers that could each be a latitude or a longitude, with the digits that say metres."""
    fine = [float(value) for value in values if _FINE.fullmatch(value)]
    near = [number for number in fine if abs(number) <= 180]
    # Shares and ratings lie between 0 and 1, measurements spread about nought.
    plausible = len(fine) == len(near) and sum(abs(n) > 2 for n in near) >= 0.8 * len(near)
    return len(near) if plausible and len(near) >= 0.8 * len(values) else 0


def _is_street(value: str) -> bool:
    return bool(_NUMBER.search(value)) and bool(_STREET.search(value)) and len(value) <= 250


def _is_city(value: str) -> bool:
    name = value.lower().partition(",")[0]
    bare = re.sub(r"^(?:г\.|город|гор\.|city of)\s*|\s*(?:市|city)$", "", name)
    return name in gazetteer.cities() or bare in gazetteer.cities()


def _is_street_name(value: str) -> bool:
    return len(value) <= 60 and bool(_STREET.search(value))


def _is_region(value: str) -> bool:
    return len(value) <= 60 and (
        value.lower() in gazetteer.regions() or bool(_REGION.search(value))
    )


def _codes(values: Sequence[str]) -> int:
    known = gazetteer.country_codes()
    hits = sum(1 for value in values if value.upper() in known)
    return hits if hits >= 0.95 * len(values) and len(values) > 1 else 0


def _region_codes(values: Sequence[str]) -> int:
    known = gazetteer.region_codes()
    hits = sum(1 for value in values if value.upper() in known)
    return hits if hits >= 0.95 * len(values) and len(values) > 2 else 0


def _letters_only(least: int, most: int) -> Callable[[Look], bool]:
    return lambda look: look.with_letters(least, most) and look.with_digits(0, 0)


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="country",
        category="user.contact.address.country",
        count=each(lambda value: value.lower() in gazetteer.countries()),
        when=_letters_only(2, 40),
        chance=0.02,
        least=0.5,
    ),
    Detector(
        name="country code",
        category="user.contact.address.country",
        count=_codes,
        when=lambda look: look.long(2, 3) and look.with_letters(2, 3),
        chance=0.4,
        whole=True,
    ),
    Detector(
        name="region",
        category="user.contact.address.state",
        count=each(_is_region),
        when=_letters_only(2, 50),
        chance=0.1,
    ),
    Detector(
        name="code of a state",
        category="user.contact.address.state",
        count=_region_codes,
        when=lambda look: look.long(2, 3) and look.with_letters(2, 3),
        chance=0.4,
        whole=True,
    ),
    Detector(
        name="city",
        category="user.contact.address.city",
        count=each(_is_city),
        when=_letters_only(2, 40),
        chance=0.15,
    ),
    Detector(
        name="street address",
        category="user.contact.address.street",
        count=each(_is_street),
        when=lambda look: look.with_digits(1, 24) and look.with_letters(2),
        chance=0.05,
    ),
    Detector(
        name="street",
        category="user.contact.address.street",
        count=each(_is_street_name),
        when=lambda look: look.with_letters(4, 50),
        chance=0.15,
        least=0.5,
    ),
    Detector(
        name="postal code",
        category="user.contact.address.postal_code",
        count=matching("postal code", re.IGNORECASE),
        when=lambda look: look.long(5, 10) and look.with_digits(2, 9),
        chance=0.15,
        least=0.6,
    ),
    Detector(
        name="digits like a postal code",
        category="user.contact.address.postal_code",
        count=each(_POSTAL_DIGITS.fullmatch),
        when=lambda look: look.long(5, 8) and look.with_digits(5, 8),
        kinds=NUMERIC,
        chance=0.8,
        least=0.8,
    ),
    Detector(
        name="coordinates",
        category="user.location.precise",
        count=each(_is_pair),
        when=lambda look: look.has(",", " ", ";", "01", "°") and look.with_digits(4),
        kinds=TEXTUAL | frozenset[Kind]({"point"}),
        chance=0.05,
    ),
    Detector(
        name="numbers like degrees",
        category="user.location.precise",
        count=_degrees,
        when=lambda look: look.has(".") and look.with_letters(0, 0),
        kinds=frozenset({"decimal", "text"}),
        chance=0.4,
        whole=True,
    ),
)
