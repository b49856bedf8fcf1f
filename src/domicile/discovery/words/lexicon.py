"""The words that are known: `lexicon/*.toml`, one file per language, read once.

A file says which end of a name its `head` is, and lists phrases:

    [strong] [usual] [weak]   category -> phrases that name it, by how surely
    [beside]                  ... only beside a noun for people: customer_code
    [theme]                   nouns of tables whose columns are all of that category
    [thing]                   words that make a name a thing's: product_name
    [noun]                    nouns of tables: person, account, place_or_thing
    [role]                    reference columns: owner, actor
    [ending]                  property (email_verified), before, kept, reference, paper, sort
    [small]                   stop words, prefixes of names, signs of types, whole words
    [short]                   abbreviations of single words
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast

from domicile.discovery.words.split import is_han, join_phrases, split

Words = tuple[str, ...]
CLASSES: Mapping[str, float] = {"strong": 1.0, "usual": 0.7, "weak": 0.35}
BESIDE = 0.6
LONGEST = 6
"""Words of a phrase; no longer one is ever found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one phrase means in one language; `category` is empty for a word for things.

    `beside` when it counts only beside a noun for people.
    """

    category: str
    weight: float
    language: str
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How one language builds names."""

    head: Literal["first", "last"]
    property: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """All languages together. Phrases are keyed by their words joined: `firstname`."""

    meanings: Mapping[str, tuple[Meaning, ...]]
    themes: Mapping[str, str]
    vocabulary: frozenset[str]
    people: Mapping[str, frozenset[str]]
    accounts: frozenset[str]
    things: Mapping[str, frozenset[str]]
    owners: frozenset[str]
    actors: frozenset[str]
    grammars: Mapping[str, Grammar]
    kept: frozenset[str]
    papers: frozenset[str]
    sorts: frozenset[str]
    references: frozenset[str]
    stops: frozenset[str]
    signs: frozenset[str]
    prefixes: frozenset[str]
    whole: frozenset[str]
    short: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read on first use."""
    return _Builder().build()


class _Builder:
    """Gathers the files' sections."""

    def __init__(self) -> None:
        self._files = {str(file["language"]): file for file in map(_parsed, _texts())}
        self._words: set[str] = set()
        self._meanings: defaultdict[str, list[Meaning]] = defaultdict(list)

    def build(self) -> Lexicon:
        for language, file in self._files.items():
            self._add_meanings(language, file)
        return Lexicon(
            meanings={phrase: tuple(found) for phrase, found in self._meanings.items()},
            themes=self._themes(),
            vocabulary=frozenset(self._words),
            people=self._by_language("noun", "person"),
            accounts=self._all("noun", "account"),
            things=self._by_language("noun", "place_or_thing"),
            owners=self._all("role", "owner"),
            actors=self._all("role", "actor"),
            grammars={language: _grammar(file) for language, file in self._files.items()},
            kept=self._all("ending", "kept"),
            papers=self._all("ending", "paper"),
            sorts=self._all("ending", "sort"),
            references=self._all("ending", "reference"),
            stops=self._all("small", "words"),
            signs=self._all("small", "signs"),
            prefixes=self._all("small", "prefixes"),
            whole=self._all("small", "whole"),
            short={
                short: word
                for file in self._files.values()
                for short, word in cast("dict[str, str]", file.get("short", {})).items()
            },
        )

    def _add_meanings(self, language: str, file: Mapping[str, object]) -> None:
        for section, weight in CLASSES.items():
            for category, phrases in cast("dict[str, str]", file.get(section, {})).items():
                self._add(phrases, Meaning(category=category, weight=weight, language=language))
            things = cast("dict[str, str]", file.get("thing", {})).get(section, "")
            self._add(things, Meaning(category="", weight=weight, language=language))
        for category, phrases in cast("dict[str, str]", file.get("beside", {})).items():
            meaning = Meaning(category=category, weight=BESIDE, language=language, beside=True)
            self._add(phrases, meaning)

    def _add(self, phrases: str, meaning: Meaning) -> None:
        for phrase in join_phrases(phrases):
            self._meanings[phrase].append(meaning)
        if meaning.category:
            self._words.update(split(phrases))

    def _themes(self) -> dict[str, str]:
        return {
            phrase: category
            for file in self._files.values()
            for category, phrases in cast("dict[str, str]", file.get("theme", {})).items()
            for phrase in join_phrases(phrases)
        }

    def _by_language(self, section: str, key: str) -> dict[str, frozenset[str]]:
        return {
            language: frozenset(join_phrases(_listed(file, section, key)))
            for language, file in self._files.items()
        }

    def _all(self, section: str, key: str) -> frozenset[str]:
        return frozenset(
            phrase
            for file in self._files.values()
            for phrase in join_phrases(_listed(file, section, key))
        )


def _texts() -> Iterator[str]:
    folder = resources.files("domicile.discovery.words").joinpath("lexicon")
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return (file.read_text("utf-8") for file in files if file.name.endswith(".toml"))


def _parsed(text: str) -> Mapping[str, object]:
    return tomllib.loads(text)


def _listed(file: Mapping[str, object], section: str, key: str) -> str:
    return cast("dict[str, str]", file.get(section, {})).get(key, "")


def _grammar(file: Mapping[str, object]) -> Grammar:
    return Grammar(
        head=cast("Literal['first', 'last']", file["head"]),
        property=frozenset(join_phrases(_listed(file, "ending", "property"))),
        before=frozenset(join_phrases(_listed(file, "ending", "before"))),
    )


@cache
def nouns() -> frozenset[str]:
    """Every noun that a table is named with, of people and of things."""
    words = lexicon()
    return words.accounts.union(*words.people.values(), *words.things.values())


@cache
def familiar() -> frozenset[str]:
    """Every word and phrase that the lexicon has, whatever it says of it."""
    words = lexicon()
    grammars = words.grammars.values()
    return nouns().union(
        words.meanings, words.themes, words.owners, words.actors, words.kept, words.references,
        words.stops, words.prefixes, words.whole, words.short,
        *(ending for grammar in grammars for ending in (grammar.property, grammar.before)),
    )  # fmt: skip


@cache
def glyphs() -> frozenset[str]:
    """Every known word of the script that does not part its words."""
    return frozenset(word for word in familiar() if is_han(word))
