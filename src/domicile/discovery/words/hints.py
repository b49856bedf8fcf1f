"""What the phrases of a name say together: who is beside them, and where the head is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from domicile.discovery.model import Hint
from domicile.discovery.words.forms import known
from domicile.discovery.words.lexicon import Meaning, lexicon
from domicile.discovery.words.phrases import Span, find_spans

_PROPERTY = 0.1
"""What is left of a datum's weight when the name is of a property of it: email_verified."""
_PAPERS = "user.government_id"
"""What is said of a paper of identity is a part of it: passport_expiry, kem_vydan."""
_SORTED = ("user.demographic", "user.health_and_medical", "user.financial", "user.job_title")
_SORT = 0.8
"""The sort of what describes a person describes the person: disability_type, income_range."""
_STRANGER = 0.6
"""... when an unknown word stands where the head belongs: phone_xyz."""
_BESIDE_PERSON = 0.5
"""What a noun for people adds to a word that often means something else: customer_name."""
_THING_BESIDE_PERSON = 0.3


def is_spoken(language: str, spoken: frozenset[str]) -> bool:
    """Whether the database speaks the language; if none is known, it may be any."""
    return not spoken or language in spoken


def read_words(
    words: tuple[str, ...], spoken: frozenset[str], *, prose: bool = False
) -> Iterator[Hint]:
    """What the phrases in the words say, from left to right; in prose no word is the head."""
    spans = find_spans(words)
    people = tuple(_is_person(word, spoken) for word in words)
    for span in spans:
        if prose and span.text in lexicon().stops:
            continue
        around = _Around(
            words=words,
            span=span,
            spans=spans,
            person=any(people),
            beside=any(people[: span.start]) or any(people[span.end :]),
            spoken=spoken,
            prose=prose,
        )
        for meaning in span.meanings:
            weight = _weigh(meaning, around)
            if weight > 0:
                yield Hint(
                    category=meaning.category,
                    weight=round(weight, 3),
                    words=span.text,
                    language=meaning.language,
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """A phrase in its name: `person` when a noun for people is in it, `beside` when around it."""

    words: tuple[str, ...]
    span: Span
    spans: tuple[Span, ...]
    person: bool
    beside: bool
    spoken: frozenset[str]
    prose: bool


@lru_cache(maxsize=65_536)
def _is_person(word: str, spoken: frozenset[str]) -> bool:
    """Whether the word is a noun for people in a language of the database."""
    people = lexicon().people.items()
    return any(known(word, nouns) for language, nouns in people if is_spoken(language, spoken))


def _weigh(meaning: Meaning, around: _Around) -> float:
    if not meaning.category:
        if around.prose or not _is_modifier(around.span, around.spans):
            return 0.0
        return meaning.weight * (_THING_BESIDE_PERSON if around.person else 1.0)
    if meaning.beside and not around.beside:
        return 0.0
    weight = meaning.weight
    if around.beside and not meaning.beside:
        weight = min(1.0, weight + _BESIDE_PERSON)
    return weight if around.prose else weight * _head_share(meaning, around)


def _is_modifier(span: Span, spans: tuple[Span, ...]) -> bool:
    """Whether a word for a thing says whose the datum is, and is not the datum: `city`, `bank`."""
    if not any(meaning.category for meaning in span.meanings):
        return True
    others = (other for other in spans if other is not span)
    return any(meaning.category for other in others for meaning in other.meanings)


def _head_share(meaning: Meaning, around: _Around) -> float:
    """What is left of a datum's weight, given what stands where the head of the name belongs."""
    grammar, english = lexicon().grammars[meaning.language], lexicon().grammars["en"]
    words, span = around.words, around.span
    before, after = words[: span.start], words[span.end :]
    if any(word in grammar.before or word in english.before for word in before):
        return _PROPERTY
    if meaning.category.startswith(_PAPERS) and lexicon().papers.issuperset((*before, *after)):
        return 1.0
    if meaning.category.startswith(_SORTED) and lexicon().sorts.issuperset((*before, *after)):
        return _SORT
    heads = after if grammar.head == "last" else before
    front, back = _properties(around.spoken)
    if not front.isdisjoint(before) or not back.isdisjoint(after):
        return _PROPERTY
    if all(_is_harmless(word, around) for word in heads):
        return 1.0
    return _STRANGER


@lru_cache(maxsize=64)
def _properties(spoken: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that before a datum, and after it, name a property of it: tipo_email, email_typ.

    Of all that are spoken: e-mail is the same word in many languages, and the habit of an ending
    is everywhere: telefon_id, imya_verified.
    """
    spoken_here = [
        grammar
        for language, grammar in lexicon().grammars.items()
        if is_spoken(language, spoken) or language == "en"
    ]
    fronts = (grammar.property for grammar in spoken_here if grammar.head == "first")
    backs = (grammar.property for grammar in spoken_here)
    return frozenset[str]().union(*fronts), frozenset[str]().union(*backs)


def _is_harmless(word: str, around: _Around) -> bool:
    words = lexicon()
    if word.isdecimal() or word in words.kept or word in words.stops:
        return True
    if any(known(word, people) for people in words.people.values()):
        return True
    return any(word in around.words[span.start : span.end] for span in around.spans)
