"""Which languages a database's names are in: `kind` is a sort of thing, or a child in German."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from domicile.discovery.words.forms import words_of
from domicile.discovery.words.lexicon import lexicon

ALWAYS = frozenset({"en", "mul"})
"""English is everywhere, and so are the names of themes."""
_LEAST = 0.12
_SHORTEST = 4


def tongues(names: Iterable[str]) -> frozenset[str]:
    """The languages in which an eighth or more of the words are that only one language has.

    Args:
        names: those of tables and columns.
    """
    votes = Counter(
        language for name in names for word in words_of(name) if (language := _only_language(word))
    )
    enough = _LEAST * votes.total()
    return ALWAYS | {language for language, count in votes.items() if count >= enough}


def _only_language(word: str) -> str:
    languages = _languages().get(word, frozenset())
    long = len(word) >= _SHORTEST or not word.isascii()
    return next(iter(languages)) if long and len(languages) == 1 else ""


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Every known word with the languages that have it."""
    words = lexicon()
    found: dict[str, set[str]] = {}
    for phrase, meanings in words.meanings.items():
        found.setdefault(phrase, set()).update(meaning.language for meaning in meanings)
    for nouns in (words.people, words.things):
        for language, listed in nouns.items():
            for noun in listed:
                found.setdefault(noun, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}
