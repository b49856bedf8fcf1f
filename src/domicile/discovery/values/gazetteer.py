"""Names of places, from Babel and Faker and a list of our own: loaded once, when first asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import Any, cast
from zoneinfo import available_timezones

_LANGUAGES = ("en", "ru", "zh", "de", "fr", "es", "pt", "hi")
_CITY_LISTS = ("cities", "city_names", "real_city_names", "metropolitan_cities")
_REGION_LISTS = (
    "states", "state_names", "provinces", "regions", "region_names", "counties", "districts",
    "departments", "union_territories", "cantons",
)  # fmt: skip
_CODE_LISTS = ("states_abbr", "provinces_abbr", "territories_abbr", "estados")
#: Faker lists 16,500 villages there, among them the half of Italy's family names.
_LEFT_OUT = frozenset({"it_IT"})
_SHORTEST = 2


@cache
def cities() -> frozenset[str]:
    """Names of cities, in lower case."""
    return frozenset(name.lower() for name in _cities() if len(name) >= _SHORTEST)


@cache
def regions() -> frozenset[str]:
    """Names of states, provinces and other first parts of countries, in lower case."""
    return frozenset(name.lower() for name in _faker(_REGION_LISTS) if len(name) > _SHORTEST)


@cache
def region_codes() -> frozenset[str]:
    """Codes of states and provinces as their posts use them, in upper case."""
    return frozenset(name.upper() for name in _faker(_CODE_LISTS) if len(name) in (2, 3))


@cache
def countries() -> frozenset[str]:
    """Names of countries in eight languages, in lower case."""
    names: set[str] = set(_SPOKEN)
    for language in _LANGUAGES:
        for code, name in _locale(language).territories.items():
            if code.isalpha() and len(code) == 2:
                names.add(name.lower())
    return frozenset(names)


@cache
def country_codes() -> frozenset[str]:
    """Codes of countries, ISO 3166-1 alpha-2 and alpha-3, in upper case."""
    from babel.core import get_global

    two = {code for code in _locale("en").territories if code.isalpha() and len(code) == 2}
    three = {code for code in get_global("territory_aliases") if code.isalpha() and len(code) == 3}
    return frozenset((two - {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}) | three)


#: Spoken names that the lists do not have.
_SPOKEN = frozenset({
    "usa", "u.s.a.", "us", "uk", "u.k.", "great britain", "england", "scotland", "wales", "russia",
    "russian federation", "российская федерация", "рф", "сша", "беларусь", "белоруссия",
    "united states of america", "czech republic", "south korea", "korea", "turkey", "holland",
    "the netherlands", "中华人民共和国", "中國", "deutschland", "brasil", "españa", "méxico",
    "bharat", "viet nam", "iran", "syria", "moldova", "великобритания", "оаэ", "uae", "prc",
})  # fmt: skip


def _cities() -> Iterator[str]:
    for zone in available_timezones():
        yield zone.rpartition("/")[2].replace("_", " ")
    for language in _LANGUAGES:
        yield from (
            zone["city"] for zone in _locale(language).time_zones.values() if "city" in zone
        )
    yield from _faker(_CITY_LISTS)
    text = resources.files("domicile.discovery.values").joinpath("places.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.partition(": ")[2].split("|")


def _locale(language: str) -> Any:
    from babel import Locale

    return Locale.parse(language)


def _faker(lists: tuple[str, ...]) -> Iterator[str]:
    package = import_module("faker.providers.address")
    for module in iter_modules(package.__path__):
        if module.name in _LEFT_OUT:
            continue
        provider = import_module(f"faker.providers.address.{module.name}").Provider
        for name in lists:
            yield from _names(cast("Mapping[str, object]", vars(provider)).get(name))


def _names(listed: object) -> Iterator[str]:
    if isinstance(listed, Mapping):
        yield from (str(name) for name in cast("Mapping[object, object]", listed))
    elif isinstance(listed, (tuple, list)):
        for entry in cast("tuple[object, ...]", listed):
            if isinstance(entry, str):
                yield entry
            elif isinstance(entry, (tuple, list)):
                # Pairs of a code and a name, in either order.
                yield from (
                    part for part in cast("tuple[object, ...]", entry) if isinstance(part, str)
                )
