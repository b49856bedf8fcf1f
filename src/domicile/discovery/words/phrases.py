"""The known phrases in a row of words: the longest win over those inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domicile.discovery.words.forms import known
from domicile.discovery.words.lexicon import LONGEST, Meaning, lexicon

_CASES = "ыиаяуюеоёйьвмх"
_LONGEST_CASE = 3
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A phrase at words `start` to `end` (exclusive), and what it may mean."""

    start: int
    end: int
    text: str
    meanings: tuple[Meaning, ...]


def find_spans(words: Sequence[str]) -> tuple[Span, ...]:
    """The phrases that are in no longer one, from left to right."""
    found = [
        Span(start=start, end=end, text=" ".join(words[start:end]), meanings=meanings)
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + LONGEST) + 1)
        if (meanings := _meanings("".join(words[start:end])))
    ]
    return tuple(span for span in found if not any(_is_inside(span, other) for other in found))


def find_longest(words: Sequence[str], phrases: frozenset[str]) -> int:
    """How many words the longest of the phrases takes, in any number and case, or 0."""
    return max(
        (
            end - start
            for start in range(len(words))
            for end in range(start + 1, min(len(words), start + LONGEST) + 1)
            if known("".join(words[start:end]), phrases)
        ),
        default=0,
    )


def _is_inside(span: Span, other: Span) -> bool:
    longer = other.end - other.start > span.end - span.start
    return longer and other.start <= span.start and span.end <= other.end


@lru_cache(maxsize=65_536)
def _meanings(joined: str) -> tuple[Meaning, ...]:
    known = lexicon().meanings
    if joined in known:
        return known[joined]
    if "а" <= joined[0] <= "ё":
        return _by_stem().get(_stem(joined), ())
    plain = joined.removesuffix("s")
    return known.get(plain, ()) if len(plain) >= _SHORTEST_STEM else ()


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, tuple[Meaning, ...]]:
    """The Cyrillic phrases without their last word's case ending."""
    stems: dict[str, tuple[Meaning, ...]] = {}
    for phrase, meanings in lexicon().meanings.items():
        if "а" <= phrase[0] <= "ё" and len(_stem(phrase)) >= _SHORTEST_STEM:
            stems.setdefault(_stem(phrase), meanings)
    return stems


def _stem(word: str) -> str:
    stem = word
    while (
        len(word) - len(stem) < _LONGEST_CASE and stem[-1:] in _CASES and len(stem) > _SHORTEST_STEM
    ):
        stem = stem[:-1]
    return stem
