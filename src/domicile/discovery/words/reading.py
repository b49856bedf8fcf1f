"""What names say: the doors of this package. Every answer is of the name alone, and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import Literal

from domicile.discovery.model import Hint
from domicile.discovery.words.forms import known, same_noun, words_of
from domicile.discovery.words.hints import is_spoken, read_words
from domicile.discovery.words.lexicon import lexicon, nouns
from domicile.discovery.words.phrases import find_longest

__all__ = [
    "TableWords",
    "is_property",
    "read_column",
    "read_role",
    "read_table",
    "read_theme",
    "same_noun",
    "stem",
]

_COMMENT = 0.8
"""What is left of a weight when the comment says it and not the name."""
_LONG_COMMENT = 12
_LONG_COMMENT_MOST = 0.5
_SHORT_COMMENT = 4
_FOREIGN = 0.3
"""What is left of a word of a language that the database does not speak."""
_ACCOUNT = 0.6
_MODIFIER = 0.35
_SHORTEST_GLUED = 3
_SIGNING = frozenset({"pt", "es"})
"""Languages whose authorities name columns so."""
_PLURALS = ("s", "es", "en", "e", "y", "i", "ы", "и")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """How far a table's name says that its rows are people, and how far things; in [0, 1]."""

    person: float
    thing: float
    words: str


@lru_cache(maxsize=65_536)
def read_column(
    name: str, comment: str = "", spoken: frozenset[str] = frozenset()
) -> tuple[Hint, ...]:
    """What a column's name and comment say, the surest first, each category once.

    A hint without a category says that a thing is meant: `product_name`.

    Args:
        name: the column's.
        comment: the column's, or nothing.
        spoken: the languages of the database, as `tongues` tells them; empty for any.
    """
    best: dict[str, Hint] = {}
    words = words_of(name)
    bare = _without_sign(words, spoken)
    read = (*read_words(words, spoken), *(read_words(bare, spoken) if bare != words else ()))
    for found in (*read, *_read_comment(comment, spoken)):
        hint = found if is_spoken(found.language, spoken) else _foreign(found)
        if hint.category not in best or best[hint.category].weight < hint.weight:
            best[hint.category] = hint
    return tuple(sorted(best.values(), key=lambda hint: (-hint.weight, hint.category)))


def _without_sign(words: tuple[str, ...], spoken: frozenset[str]) -> tuple[str, ...]:
    """Without the sign of a type that a house style puts first: `tp_raca_cor`, `st_gestante`."""
    sign = len(words) > 1 and words[0] in lexicon().signs
    return words[1:] if sign and not spoken.isdisjoint(_SIGNING) else words


def _foreign(hint: Hint) -> Hint:
    return replace(hint, weight=round(_FOREIGN * hint.weight, 3))


@lru_cache(maxsize=65_536)
def read_table(name: str, comment: str = "", spoken: frozenset[str] = frozenset()) -> TableWords:
    """What a table's name and comment say of its rows; `spoken` as in `read_column`."""
    words = _without_prefixes(words_of(name))
    person, thing = _nouns(words, spoken)
    if not person and not thing and comment:
        person, thing = (_COMMENT * share for share in _nouns(_opening(comment), spoken))
    return TableWords(person=person, thing=thing, words=" ".join(words))


def _opening(comment: str) -> tuple[str, ...]:
    """The first words of a comment up to a small one: the customers | of the shop."""
    stops = lexicon().stops
    words = dropwhile(lambda word: word in stops, words_of(comment)[:_SHORT_COMMENT])
    return tuple(takewhile(lambda word: word not in stops, words))


@lru_cache(maxsize=65_536)
def read_theme(table: str) -> str:
    """The category that all of a table's columns are likely of, or nothing: `vitals` are health."""
    words = _without_prefixes(words_of(table))
    themes = lexicon().themes
    ends = [words, words[-2:], words[-1:], words[:1], words[:2]]
    for end in ends:
        for form in _numbers("".join(end)):
            if form in themes:
                return themes[form]
    return ""


def _numbers(noun: str) -> tuple[str, ...]:
    return (noun, *(noun.removesuffix(plural) for plural in _PLURALS))


@lru_cache(maxsize=65_536)
def read_role(column: str) -> Literal["owner", "actor", ""]:
    """Whether a reference names its row's person, or somebody who only handled the row."""
    words = words_of(column)
    roles = lexicon()
    owner, actor = (find_longest(words, phrases) for phrases in (roles.owners, roles.actors))
    if not owner and not actor:
        return ""
    return "owner" if owner > actor else "actor"


@lru_cache(maxsize=65_536)
def stem(column: str) -> tuple[str, ...]:
    """The words of a reference without what makes it one: `customer_id`, `id_klienta`, `userId`."""
    words = list(words_of(column))
    references = lexicon().references
    while words and (words[-1] in references or words[-1].isdecimal()):
        words.pop()
    while words and words[0] in references:
        words.pop(0)
    if words and words == list(words_of(column)):
        words[-1] = _without_reference(words[-1])
    return tuple(words)


@lru_cache(maxsize=65_536)
def is_property(column: str) -> bool:
    """Whether the name is of a state, a date or a count: `status`, `updated_at`, `line_no`."""
    words = words_of(column)
    grammars = lexicon().grammars.values()
    return any(
        word in grammar.property
        for grammar in grammars
        for word in (words[-1:] if grammar.head == "last" else words[:1])
    )


def _without_reference(word: str) -> str:
    """Without an ending that was written on to it: userid, kundennr, artikelnummer."""
    if word in lexicon().whole:
        return word
    bare = word.removesuffix("id")
    if bare != word and len(bare) >= _SHORTEST_GLUED:
        return bare
    if any(
        not meaning.category.startswith("user.unique_id")
        for meaning in lexicon().meanings.get(word, ())
    ):
        return word  # a postcode is no code of a post
    ends = range(_SHORTEST_GLUED, len(word) - 1)
    return next((word[:end] for end in ends if _is_glued(word[:end], word[end:])), word)


def _is_glued(front: str, back: str) -> bool:
    return back in lexicon().references and known(front, nouns())


def _without_prefixes(words: tuple[str, ...]) -> tuple[str, ...]:
    start = 0
    while start < len(words) - 1 and words[start] in lexicon().prefixes:
        start += 1
    return tuple(word for word in words[start:] if not word.isdecimal()) or words


def _nouns(words: Sequence[str], spoken: frozenset[str]) -> tuple[float, float]:
    """How far the head of the words is people, and how far things."""
    if not words:
        return 0.0, 0.0
    if known(words[-1], lexicon().accounts) or known(words[0], lexicon().accounts):
        return _ACCOUNT, 0.0
    read = [_nouns_in(language, words) for language in _readable(words, spoken)]
    return max((person for person, _ in read), default=0.0), max(
        (thing for _, thing in read), default=0.0
    )


def _readable(words: Sequence[str], spoken: frozenset[str]) -> list[str]:
    """The languages in which the name may be read.

    A name whose first word English has is not read from the front: `user_warnings` are none of
    the user's in Spanish.
    """
    english = lexicon().people["en"] | lexicon().things["en"]
    front = len(words) > 1 and known(words[0], english)
    return [
        language
        for language, grammar in lexicon().grammars.items()
        if is_spoken(language, spoken) and not (front and grammar.head == "first")
    ]


def _nouns_in(language: str, words: Sequence[str]) -> tuple[float, float]:
    last = lexicon().grammars[language].head == "last"
    head, others = (words[-1], words[:-1]) if last else (words[0], words[1:])
    people, things = lexicon().people[language], lexicon().things[language]
    whole = "".join(words)
    person = float(known(head, people) or known(whole, people))
    thing = float(known(head, things) or known(whole, things))
    if not person and any(known(word, people) for word in others):
        person = _MODIFIER
    return person, thing


def _read_comment(comment: str, spoken: frozenset[str]) -> Iterator[Hint]:
    """The comment's words: weaker than the name's, and a long one says many things."""
    words = words_of(comment) if comment else ()
    most = _LONG_COMMENT_MOST if len(words) > _LONG_COMMENT else 1.0
    for hint in read_words(words, spoken, prose=True):
        yield replace(hint, weight=min(most, round(_COMMENT * hint.weight, 3)))
