"""Names of people of 86 locales, as Faker ships them: read once, when first asked.

Only the lists are read; no name is ever made with them here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import cast

_PACKAGE = "faker.providers.person"
_GIVEN = ("first_", "unisex_first")
_FAMILY = ("last_", "unisex_last", "male_last", "female_last")
_MIDDLE = ("middle_names",)
#: Scripts in which names are written without a space between them.
_DENSE = frozenset({"zh_CN", "zh_TW", "ja_JP", "ko_KR"})
#: How Russian passports, ISO 9 and people write Cyrillic letters with Latin ones.
_SCHEMES: tuple[Mapping[str, str], ...] = tuple(
    dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", latin.split(), strict=True))
    for latin in (
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia i i ie g",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g",
        "a b v g d e jo zh z i j k l m n o p r s t u f h c ch sh sch - y - e ju ja i ji je g",
        "a b v g d ye yo zh z i y k l m n o p r s t u f h ts ch sh sch - y - e yu ya i yi ye g",
    )
)
_TABLES = tuple(
    str.maketrans({letter: "" if latin == "-" else latin for letter, latin in scheme.items()})
    for scheme in _SCHEMES
)


@dataclass(frozen=True, slots=True)
class NameBook:
    """Names in lower case, accents folded. `surnames` and `syllables` are of dense scripts.

    `syllables` are the letters that given names of China are made of.
    """

    given: frozenset[str]
    family: frozenset[str]
    surnames: frozenset[str]
    syllables: frozenset[str]


def fold(text: str) -> str:
    """A name in lower case and without accents; Cyrillic keeps its letters, but ё becomes е."""
    low = text.lower()
    if low.isascii():
        return low
    if "а" <= low[0] <= "ё":
        return low.replace("ё", "е")
    parts = unicodedata.normalize("NFKD", low)
    return "".join(c for c in parts if not "\u0300" <= c <= "\u036f").replace("ß", "ss")


@cache
def namebook() -> NameBook:
    """All names that are known."""
    given: set[str] = set()
    family: set[str] = set()
    surnames: set[str] = set()
    syllables: set[str] = set(_characters())
    for locale, provider in _providers():
        first, last = set(_names(provider, _GIVEN)), set(_names(provider, _FAMILY))
        if locale in _DENSE:
            surnames |= {name for name in last if len(name) <= 2 and not name.isascii()}
        if locale.startswith("zh_"):
            syllables.update(*(name for name in first if not name.isascii()))
        given |= {form for name in first for form in _forms(name)}
        family |= {form for name in last for form in _forms(name)}
    return NameBook(
        given=frozenset(given),
        family=frozenset(family),
        surnames=frozenset(surnames),
        syllables=frozenset(syllables),
    )


def _characters() -> str:
    text = (
        resources.files("domicile.discovery.values").joinpath("characters.txt").read_text("utf-8")
    )
    return "".join(line for line in text.splitlines() if not line.startswith("#"))


def _providers() -> Iterator[tuple[str, object]]:
    for module in iter_modules(import_module(_PACKAGE).__path__):
        yield module.name, import_module(f"{_PACKAGE}.{module.name}").Provider


def _names(provider: object, kinds: tuple[str, ...]) -> Iterator[str]:
    for attribute, listed in vars(provider).items():
        if attribute.startswith(kinds) and isinstance(listed, (tuple, list, Mapping)):
            for name in cast("tuple[object, ...]", listed):
                if isinstance(name, str) and len(name) < 40:
                    yield name


def _forms(name: str) -> Iterator[str]:
    """A name as it is looked up: its parts too where it has several, Cyrillic in Latin too."""
    whole = fold(name)
    yield whole
    if "а" <= whole[:1] <= "я" or whole[:1] in "ієїґ":
        yield from (whole.translate(table) for table in _TABLES)
