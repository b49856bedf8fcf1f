"""Forms of one word: numbers, cases, abbreviations, and words that were written in one."""

from __future__ import annotations

from functools import cache, lru_cache

from domicile.discovery.words.lexicon import glyphs, lexicon
from domicile.discovery.words.split import is_han, split

_ENDINGS = (
    "s", "es", "e", "en", "n", "er", "nen", "innen",
    "a", "i", "y", "u", "ov", "ev", "am", "ami", "om", "oy", "ey", "ie", "iy",
    "ы", "и", "а", "я", "у", "ю", "е", "ов", "ев", "ей", "ам", "ами", "ом", "ой", "ый", "ого", "х",
)  # fmt: skip
_SHORTEST_ROOT = 3
_SHORTEST_PART = 3
_SHORTEST_COMPOUND = 7
_ABBREVIATED = 3
_BEGINNING = 4
_LONGEST_BEGINNING = 5
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=65_536)
def roots(word: str) -> frozenset[str]:
    """The word, and what is left of it without an ending of number or case."""
    long = lexicon().short.get(word, word)
    forms = {word, long}
    for form in (word, long):
        forms |= {
            form.removesuffix(ending)
            for ending in _ENDINGS
            if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_ROOT
        }
        if form.endswith("ies"):
            forms.add(f"{form[:-3]}y")
        if form.endswith("aux"):
            forms.add(f"{form[:-3]}al")
    return frozenset(forms)


def known(word: str, nouns: frozenset[str]) -> bool:
    """Whether a form of the word is among the nouns."""
    return not nouns.isdisjoint(roots(word))


@lru_cache(maxsize=65_536)
def expand(word: str) -> str:
    """The known word that an unknown one abbreviates, or the word itself: `cmplnt`, `marit`.

    An abbreviation is what is left without vowels and some letters more, or the beginning; where
    two known words could be meant, the shorter one is.
    """
    if len(word) < _ABBREVIATED or not word.isascii() or word.isdecimal() or _is_known(word):
        return word
    nearby = _by_ends().get((word[0], word[-1]), ())
    if _VOWELS.isdisjoint(word[1:]):
        for each in nearby:
            if _is_shortened(word, each):
                return each
    if _BEGINNING <= len(word) <= _LONGEST_BEGINNING:
        starts = (each for each in lexicon().vocabulary if each.startswith(word))
        return min(starts, key=lambda each: (len(each), each), default=word)
    return word


def _is_shortened(word: str, long: str) -> bool:
    """Whether the word is the longer one with letters left out, and not too many."""
    letters = iter(long)
    return len(long) <= 3 * len(word) and all(letter in letters for letter in word)


@cache
def _by_ends() -> dict[tuple[str, str], list[str]]:
    """The known words by first and last letter, the shortest first."""
    found: dict[tuple[str, str], list[str]] = {}
    for word in sorted(lexicon().vocabulary, key=lambda word: (len(word), word)):
        if len(word) > _BEGINNING and word.isascii():
            found.setdefault((word[0], word[-1]), []).append(word)
    return found


@lru_cache(maxsize=65_536)
def words_of(identifier: str) -> tuple[str, ...]:
    """The words of an identifier, also those that were written in one: `kundentelefon` to two."""
    return tuple(part for word in split(identifier) for part in _parts(word))


def _parts(word: str) -> tuple[str, ...]:
    if is_han(word):
        return _glyph_words(word)
    if _is_known(word):
        return (word,)
    return (len(word) >= _SHORTEST_COMPOUND and _compound(word)) or (expand(word),)


def _is_known(word: str) -> bool:
    words = lexicon()
    return (
        word in words.meanings
        or word in words.owners
        or word in words.actors
        or any(known(word, nouns) for nouns in (*words.people.values(), *words.things.values()))
    )


def _compound(word: str) -> tuple[str, ...]:
    """Two known words written in one, the later as long as can be; none if there are not two."""
    words = lexicon()
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        front, back = word[:cut], word[cut:]
        if (back in words.meanings or back in words.references) and _is_front(front):
            return (front, back)
    return ()


def _is_front(word: str) -> bool:
    words = lexicon()
    if word in words.short or word in words.meanings:
        return True
    return any(known(word, nouns) for nouns in (*words.people.values(), *words.things.values()))


def _glyph_words(run: str) -> tuple[str, ...]:
    """A run of Chinese characters, parted at known words: the longest that fits, from the left."""
    parts: list[str] = []
    position = 0
    while position < len(run):
        end = next(
            (end for end in range(len(run), position, -1) if run[position:end] in glyphs()),
            position + 1,
        )
        parts.append(run[position:end])
        position = end
    return tuple(parts)


def same_noun(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names mean one noun: `user` and `app_users`, `kd` and `kunde`, `id_klienta`."""
    bare, long = _bare(one), _bare(other)
    if not bare or not long:
        return False
    if len(bare) == len(long):
        return all(_alike(a, b) for a, b in zip(bare, long, strict=True))
    return not roots("".join(bare)).isdisjoint(roots("".join(long)))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without `tbl_`, `app_` and the like, as long as something is left."""
    start = 0
    while start < len(words) - 1 and words[start] in lexicon().prefixes:
        start += 1
    return tuple(word for word in words[start:] if not word.isdecimal())


def _alike(one: str, other: str) -> bool:
    if not roots(one).isdisjoint(roots(other)):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _ABBREVIATED and long.startswith(short)
