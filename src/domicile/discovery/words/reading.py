"""What names say: the doors of this package. Every answer is of the name alone, and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from domicile.discovery.model import Hint
from domicile.discovery.words.forms import known, same_noun, words_of
from domicile.discovery.words.lexicon import Meaning, lexicon
from domicile.discovery.words.phrases import Span, find_longest, find_spans
from domicile.discovery.words.split import split

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
_LONG_COMMENT = 12
_LONG_COMMENT_MOST = 0.5
_SHORT_COMMENT = 4
_PROPERTY = 0.1
"""What is left of a datum's weight when the name is of a property of it: email_verified."""
_STRANGER = 0.6
"""... when an unknown word stands where the head belongs: phone_xyz."""
_BESIDE_PERSON = 0.5
"""What a noun for people adds to a word that often means something else: customer_name."""
_THING_BESIDE_PERSON = 0.3
_FOREIGN = 0.3
"""What is left of a word of a language that the database does not speak."""
_ACCOUNT = 0.6
_MODIFIER = 0.35
_SHORTEST_ID = 3


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
    for found in (*_read(words_of(name)), *_read_comment(comment)):
        hint = found if _is_spoken(found.language, spoken) else _foreign(found)
        if hint.category not in best or best[hint.category].weight < hint.weight:
            best[hint.category] = hint
    return tuple(sorted(best.values(), key=lambda hint: (-hint.weight, hint.category)))


def _is_spoken(language: str, spoken: frozenset[str]) -> bool:
    return not spoken or language in spoken


def _foreign(hint: Hint) -> Hint:
    return replace(hint, weight=round(_FOREIGN * hint.weight, 3))


@lru_cache(maxsize=65_536)
def read_table(name: str, comment: str = "", spoken: frozenset[str] = frozenset()) -> TableWords:
    """What a table's name and comment say of its rows; `spoken` as in `read_column`."""
    words = _without_prefixes(words_of(name))
    person, thing = _nouns(words, spoken)
    if not person and not thing and comment:
        opening = words_of(comment)[:_SHORT_COMMENT]
        person, thing = (_COMMENT * share for share in _nouns(opening, spoken))
    return TableWords(person=person, thing=thing, words=" ".join(words))


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
    return (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("en"))


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
        words[-1] = _without_id(words[-1])
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


def _without_id(word: str) -> str:
    bare = word.removesuffix("id")
    glued = bare != word and len(bare) >= _SHORTEST_ID and word not in lexicon().whole
    return bare if glued else word


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
    return max(person for person, _ in read), max(thing for _, thing in read)


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
        if _is_spoken(language, spoken) and not (front and grammar.head == "first")
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


def _read_comment(comment: str) -> Iterator[Hint]:
    """The comment's words: weaker than the name's, and a long one says many things."""
    words = words_of(comment) if comment else ()
    most = _LONG_COMMENT_MOST if len(comment.split()) > _LONG_COMMENT else 1.0
    for hint in _read(words, prose=True):
        yield replace(hint, weight=min(most, _COMMENT * hint.weight))


def _read(words: tuple[str, ...], *, prose: bool = False) -> Iterator[Hint]:
    spans = find_spans(words)
    person = _has_person(words)
    for span in spans:
        for meaning in span.meanings:
            weight = _weigh(words, span, meaning, spans, person=person, prose=prose)
            if weight > 0:
                yield Hint(
                    category=meaning.category,
                    weight=round(weight, 3),
                    words=span.text,
                    language=meaning.language,
                )


def _has_person(words: Sequence[str]) -> bool:
    return any(known(word, people) for word in words for people in lexicon().people.values())


def _weigh(
    words: tuple[str, ...],
    span: Span,
    meaning: Meaning,
    spans: tuple[Span, ...],
    *,
    person: bool,
    prose: bool,
) -> float:
    around = (*words[: span.start], *words[span.end :])
    beside = _has_person(around)
    if not meaning.category:
        if not _is_modifier(span, spans) or prose:
            return 0.0
        return meaning.weight * (_THING_BESIDE_PERSON if person else 1.0)
    if meaning.beside and not beside:
        return 0.0
    weight = meaning.weight
    if beside and not meaning.beside:
        weight = min(1.0, weight + _BESIDE_PERSON)
    return weight if prose else weight * _head_share(words, span, meaning, spans)


def _is_modifier(span: Span, spans: tuple[Span, ...]) -> bool:
    """Whether a word for a thing says whose the datum is, and is not the datum: `city`, `bank`."""
    if not any(meaning.category for meaning in span.meanings):
        return True
    others = (other for other in spans if other is not span)
    return any(meaning.category for other in others for meaning in other.meanings)


def _head_share(
    words: tuple[str, ...], span: Span, meaning: Meaning, spans: tuple[Span, ...]
) -> float:
    """What is left of a datum's weight, given what stands where the head of the name belongs."""
    grammar, english = lexicon().grammars[meaning.language], lexicon().grammars["en"]
    before, after = words[: span.start], words[span.end :]
    if any(word in grammar.before or word in english.before for word in before):
        return _PROPERTY
    heads = after if grammar.head == "last" else before
    properties = grammar.property | english.property
    # The English habit of an ending is everywhere: telefon_id, imya_verified.
    if any(word in properties for word in (*heads, *after)):
        return _PROPERTY
    return 1.0 if all(_is_harmless(word, spans) for word in heads) else _STRANGER


def _is_harmless(word: str, spans: tuple[Span, ...]) -> bool:
    words = lexicon()
    if word.isdecimal() or word in words.kept or word in words.stops:
        return True
    if any(known(word, people) for people in words.people.values()):
        return True
    return any(word in split(span.text) for span in spans)
