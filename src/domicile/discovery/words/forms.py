"""Forms of one word: numbers, cases, abbreviations, and words that were written in one."""

from __future__ import annotations

from functools import cache, lru_cache

from domicile.discovery.words.lexicon import familiar, glyphs, lexicon, nouns
from domicile.discovery.words.split import is_han, split

_LATIN_ENDINGS = (
    "s", "es", "e", "en", "n", "er", "nen", "innen", "x", "is",
    "a", "i", "y", "u", "ov", "ev", "am", "ami", "om", "oy", "ey", "ie", "iy", "ya", "ej", "yam",
)  # fmt: skip
_CYRILLIC_ENDINGS = (
    "ы", "и", "а", "я", "у", "ю", "е", "ь", "ов", "ев", "ей", "ам", "ям", "ами", "ями", "ом", "ем",
    "ой", "ый", "ого", "х",
)  # fmt: skip
_TURNED = (("ies", "y"), ("aux", "al"), ("oes", "ao"), ("ais", "al"))
"""Plurals that change the word: cities, hopitaux, transacoes, hospitais."""
_SHORTEST_ROOT = 3
_SHORTEST_PART = 3
_SHORTEST_COMPOUND = 7
_ABBREVIATED = 3
_BEGINNING = 4
_LONGEST_BEGINNING = 5
_CUT = 2
_LINKS = frozenset("ns")
_VOWELS = frozenset("aeiou")
_SOUNDED = _VOWELS | {"y"}


@lru_cache(maxsize=65_536)
def roots(word: str) -> frozenset[str]:
    """The word, and what is left of it without an ending of number or case."""
    long = lexicon().short.get(word, word)
    return _forms(word) if long == word else _forms(word) | _forms(long)


def _forms(word: str) -> frozenset[str]:
    forms = {word}
    for ending in _LATIN_ENDINGS if word.isascii() else _CYRILLIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            forms.add(word.removesuffix(ending))
    for plural, singular in _TURNED:
        if word.endswith(plural) and len(word) > len(plural):
            forms.add(word.removesuffix(plural) + singular)
    return frozenset(forms)


def known(word: str, among: frozenset[str]) -> bool:
    """Whether a form of the word is among the others."""
    return not among.isdisjoint(roots(word))


@lru_cache(maxsize=65_536)
def expand(word: str) -> str:
    """The known word that an unknown one abbreviates, or the word itself: `cmplnt`, `marit`.

    An abbreviation is what is left without vowels and some letters more, or the beginning; where
    two known words could be meant, the shorter one is.
    """
    if len(word) < _ABBREVIATED or not word.isascii() or word.isdecimal():
        return word
    if word in lexicon().vocabulary or _is_known(word):
        return word
    if _VOWELS.isdisjoint(word[1:]):
        for each in _by_ends().get((word[0], word[-1]), ()):
            if _is_shortened(word, each):
                return each
    if _BEGINNING <= len(word) <= _LONGEST_BEGINNING:
        return _by_beginning().get(word, word)
    return word


def _is_shortened(word: str, long: str) -> bool:
    """Whether the word is the longer one with letters left out, and not too many."""
    letters = iter(long)
    return len(long) <= 3 * len(word) and all(letter in letters for letter in word)


@cache
def _shortest_first() -> tuple[str, ...]:
    """The known words in Latin letters."""
    words = (word for word in lexicon().vocabulary if word.isascii())
    return tuple(sorted(words, key=lambda word: (len(word), word)))


@cache
def _by_ends() -> dict[tuple[str, str], list[str]]:
    """The known words by first and last letter, the shortest first."""
    found: dict[tuple[str, str], list[str]] = {}
    for word in _shortest_first():
        if len(word) > _BEGINNING:
            found.setdefault((word[0], word[-1]), []).append(word)
    return found


@cache
def _by_beginning() -> dict[str, str]:
    """The shortest known word that begins so, where people cut words: `marit(al)`, not `hand(y)`.

    They write up to a consonant, the next letter is a vowel, and it is worth their while.
    """
    found: dict[str, str] = {}
    for word in _shortest_first():
        for length in range(_BEGINNING, _LONGEST_BEGINNING + 1):
            start, rest = word[:length], word[length:]
            if len(rest) >= _CUT and start[-1] not in _SOUNDED and rest[0] in _VOWELS:
                found.setdefault(start, word)
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
    return word in familiar() or known(word, nouns())


def _compound(word: str) -> tuple[str, ...]:
    """Two known words written in one, the later as long as can be; none if there are not two."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if _is_cut(word, cut):
            # What links the two is the first one's: lieferanten-name, not lieferante-nname.
            end = cut + (word[cut] in _LINKS and _is_cut(word, cut + 1))
            return (word[:end], word[end:])
    return ()


def _is_cut(word: str, cut: int) -> bool:
    """Whether both parts of the word are known."""
    words = lexicon()
    back = word[cut:]
    return (back in words.meanings or back in words.references) and _is_front(word[:cut], back)


def _is_front(word: str, back: str) -> bool:
    """Whether a known word stands before the other; `age` and the like end too many words."""
    words = lexicon()
    if len(back) == _SHORTEST_PART:
        return any(known(word, people) for people in words.people.values())
    return word in words.short or word in words.meanings or known(word, nouns())


def _glyph_words(run: str) -> tuple[str, ...]:
    """A run of Chinese characters, parted at known words: the longest that fits, from the right.

    From the right, because the head is there: 用户 手机号码, not 用户手机号 码.
    """
    parts: list[str] = []
    end = len(run)
    while end:
        start = next((start for start in range(end) if run[start:end] in glyphs()), end - 1)
        parts.append(run[start:end])
        end = start
    return tuple(reversed(parts))


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
    if not _turned_roots(one).isdisjoint(_turned_roots(other)):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _ABBREVIATED and long.startswith(short) and short not in nouns()


def _turned_roots(word: str) -> frozenset[str]:
    """The roots, also as a German plural turns the vowel: aerzte, laender, haeuser."""
    return roots(word) | {
        root.replace(turned, plain, 1)
        for root in roots(word)
        for turned, plain in (("ae", "a"), ("oe", "o"), ("ue", "u"))
        if turned in root
    }
