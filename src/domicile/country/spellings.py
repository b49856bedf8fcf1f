"""Countries as people write them, to ISO 3166-1 alpha-2 codes. Never a guess."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import cast

from babel import Locale
from babel.core import get_global

from domicile.config.service import countries
from domicile.errors import ConfigError

_LOCALES = (
    "en", "ru", "uk", "kk", "uz", "be", "zh", "zh_Hant", "ja", "ko", "hi", "de", "fr", "es",
    "pt", "it", "nl", "pl", "tr", "ar", "fa", "he", "id", "vi", "th",
)  # fmt: skip
_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OldNames:
    """`old_names.toml`: what CLDR lacks, and what it says too surely."""

    names: Mapping[str, str]
    ambiguous: frozenset[str]


def normal(spelling: str) -> str:
    """A spelling as the database compares it: `lower(btrim(...))`."""
    return spelling.strip(" ").lower()


def spellings(extra: Mapping[str, str]) -> dict[str, str]:
    """Every spelling that is understood, with its code.

    The spellings are as `lower(btrim(...))` of a server gives them, so that SQL can look them up.

    Args:
        extra: the config's own `[countries]`, which win.

    Raises:
        ConfigError: `extra` gives one spelling two codes.
    """
    own: dict[str, str] = {}
    for name, code in extra.items():
        if own.setdefault(normal(name), code) != code:
            raise ConfigError(
                f"countries: {name!r} is there twice, as {own[normal(name)]} and as {code}",
                hint="capitals and spaces around a spelling do not count: keep one of them",
            )
    known = {form: code for name, code in _known().items() for form in _forms(name)}
    return {**known, **{form: code for name, code in extra.items() for form in _forms(name)}}


def _forms(name: str) -> set[str]:
    """What servers make of a name by `lower(btrim(...))`.

    One with a Unicode locale folds all letters, letter by letter (U+0130 to a plain "i", where
    Python adds a dot); one with the locale C only those of ASCII, so that a name in another
    script has several forms there.
    """
    bare = name.strip(" ")
    one_by_one = "".join(letter.lower()[:1] for letter in bare)
    in_c = {text.translate(_ASCII_LOWER) for text in (bare, bare.upper())}
    return {normal(name), one_by_one} | in_c


@cache
def _known() -> Mapping[str, str]:
    """Every name that means one country, as its list writes it."""
    old = _old_names()
    meant: dict[str, set[str]] = {}
    written: dict[str, set[str]] = {}
    for name, code in _names():
        meant.setdefault(normal(name), set()).add(code)
        written.setdefault(normal(name), set()).add(name)
    known = {
        name: next(iter(codes))
        for key, codes in meant.items()
        if len(codes) == 1 and key not in old.ambiguous
        for name in written[key]
    }
    # Codes come last: "FO" is the Faroes, whatever a list calls so.
    return MappingProxyType({**known, **old.names, **{code: code for code in countries()}})


def _names() -> Iterator[tuple[str, str]]:
    """The names and former codes of CLDR, each with the country that it means there."""
    codes = countries()
    for locale in _LOCALES:
        territories = cast("Mapping[str, str]", Locale.parse(locale).territories)
        yield from ((name, code) for code, name in territories.items() if code in codes)
    for alias, replaced in get_global("territory_aliases").items():
        # Of a state that fell apart nobody can tell which part is meant.
        if len(replaced) == 1 and replaced[0] in codes and alias.isalpha():
            yield alias, replaced[0]


@cache
def _old_names() -> _OldNames:
    text = resources.files("domicile.country").joinpath("old_names.toml").read_text("utf-8")
    content = tomllib.loads(text)
    return _OldNames(names=content["names"], ambiguous=frozenset(content["ambiguous"]))
