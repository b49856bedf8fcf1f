"""An identifier cut into the words that it is made of."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN = ((0x41, 0x5A), (0x61, 0x7A), (0xAA, 0x2AF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F))
_GREEK = ((0x370, 0x3FF), (0x1F00, 0x1FFF))
_CYRILLIC = ((0x400, 0x481), (0x48A, 0x52F))
_HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Vowel signs and the like: letters to the eye, not to `\w`.
_MARKS = "".join(
    mark
    for mark in map(chr, (*range(0x370, 0x1D00), *range(0xA800, 0xAC00)))
    if unicodedata.category(mark)[0] == "M"
)
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200c\u200d]")
"""Accents that no composed letter has, soft hyphens, and what joins letters for the eye."""
_ACCENTED = re.compile("[\u00aa-\u02af\u0300-\u036f\u1e00-\u1eff\u2c60-\u2c7f]")
# In German an umlaut is written ae where there is none; elsewhere an accent is just left out.
_FOLDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"} | dict(
    zip("øłđðıħ", "olddih", strict=True)
)


def _letters(ranges: tuple[tuple[int, int], ...]) -> tuple[str, str]:
    """The capitals of a script, and its other letters."""
    letters = [
        letter
        for first, last in ranges
        for letter in map(chr, range(first, last + 1))
        if letter.isalpha()
    ]
    capitals = "".join(letter for letter in letters if letter.isupper())
    return capitals, "".join(letter for letter in letters if not letter.isupper())


def _cased(capitals: str, small: str) -> str:
    """IPAddress, userId, ADDR in one script."""
    return rf"[{capitals}]+(?=[{capitals}][{small}])|[{capitals}]?[{small}]+|[{capitals}]+"


def _pattern() -> re.Pattern[str]:
    scripts = [_letters(ranges) for ranges in (_LATIN, _GREEK, _CYRILLIC)]
    cased = "".join(capitals + small for capitals, small in scripts)
    other = rf"[^\W\d_{cased}{_HAN}]"
    words = "|".join(_cased(capitals, small) for capitals, small in scripts)
    return re.compile(rf"{words}|\d+|[{_HAN}]+|{other}(?:{other}|[{_MARKS}])*")


_WORD = _pattern()
_ASCII_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_HAN_LETTER = re.compile(f"[{_HAN}]")
_BETWEEN = re.compile(rf"[^\w,{_MARKS}{_HAN}]+|_")
_SHARP_S = re.compile(r"(?<=[A-ZÄÖÜ])ß(?![a-zäöü])")


@lru_cache(maxsize=65_536)
def split(identifier: str) -> tuple[str, ...]:
    """The words of an identifier, in lower case, accents folded: `prénomClient2` to three.

    Words end at underscores, blanks, other marks, at digits, where small letters turn into
    capitals and where the script changes. Scripts without capitals stay whole.
    """
    if identifier.isascii():
        return tuple(word.lower() for word in _ASCII_WORD.findall(identifier))
    return tuple(fold(word) for word in _WORD.findall(_composed(identifier)))


def is_han(word: str) -> bool:
    """Whether the word is in Chinese characters, which no blank parts into words."""
    return word[0] >= "\u3005" and _HAN_LETTER.match(word) is not None


def fold(text: str) -> str:
    """The text in lower case, Latin letters without their accents, other scripts as they are."""
    return _ACCENTED.sub(_plain, text.lower())


def join_phrases(listed: str) -> list[str]:
    """Each of the phrases between commas, its words written in one: `first name` as firstname.

    What `split` and a join make of each, for a whole list at once: the lexicon has 60,000.
    """
    text = listed.lower() if listed.isascii() else fold(_composed(listed))
    return [phrase for phrase in _BETWEEN.sub("", text).split(",") if phrase]


def _composed(text: str) -> str:
    """One way of writing each letter: a wide or a small one is the letter itself."""
    composed = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _SHARP_S.sub("SS", composed) if "ß" in composed else composed


def _plain(found: re.Match[str]) -> str:
    return _bare(found[0])


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    base = _FOLDED.get(letter) or unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() and base.isalnum() else _UNSEEN.sub("", letter)
