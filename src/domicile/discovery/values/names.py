"""Names of people: given names, family names, both together, with initials and patronymics.

The chances are the shares that pass of words that are no names: Faker's English, German, French,
Polish and Russian words, colours, words of companies, jobs and cities, in title case, alone and in
pairs. Given names 0 to 10 %, family names 0 to 10 %, full names 0 to 2 % (Chinese cities 7 %),
Chinese letters after a surname 14 to 34 %; `tests/discovery/test_values_names.py` measures anew.
"""

from __future__ import annotations

import re
from functools import lru_cache

from domicile.discovery.values.detector import Detector, Look, each, form
from domicile.discovery.values.namebook import fold, namebook

_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "herr", "frau", "hr", "fr",
    "dipl", "ing", "mag", "sr", "sra", "srta", "don", "dona", "doña", "dom", "m", "mme", "mlle",
    "monsieur", "madame", "shri", "sri", "smt", "kumari", "pan", "pani", "sig", "dott", "г-н",
    "г-жа", "господин", "госпожа", "тов", "jr", "snr", "ii", "iii", "phd", "md", "esq", "rev",
    "capt", "col", "lt", "sgt", "lic", "dra", "श्री", "श्रीमती", "डॉ", "med", "jun", "sen",
})  # fmt: skip
_PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "los", "las",
    "van", "von", "der", "den", "ter", "ten", "zu", "zum", "zur", "af", "av", "bin", "ibn",
    "binti", "bint", "al", "el", "ben", "ap", "mac", "mc", "st", "y", "e", "und", "et", "oglu",
    "ogly", "kyzy", "оглы", "кызы", "dela", "vda", "san", "o", "d", "n'",
})  # fmt: skip
#: A letter or a sign above, below or beside one: neither of Python's classes has both.
_LETTER = r"[^\s\x00-@\[-`{-\xbf\u2000-\u206f\u3000-\u3004\u3006-\u303f]"
_TOKEN = re.compile(rf"{_LETTER}+(?:['’ʼ`‑-]{_LETTER}+)*\.?")
_ALLOWED = re.compile(rf"{_LETTER}(?:{_LETTER}|[ .,'’ʼ`()‑-]){{0,79}}")
_PATRONYMIC = re.compile(form("patronymic"))
_SLAVIC = re.compile(form("surname"))
_INITIALS = re.compile(
    r"[^\W\d_](?:\. ?| )(?:-?[^\W\d_]\. ?){0,2}(?P<family>[^\W\d_][\w'’-]{1,30})"
    r"|(?P<last>[^\W\d_][\w'’-]{1,30}),? [^\W\d_]\.(?: ?-?[^\W\d_]\.){0,2}"
    r"|(?P<bare>[^\W\d_][\w'’-]{2,30}) [^\W\d_] [^\W\d_]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{3}")
_DENSE = re.compile(r"[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af々]{2,8}")
_MOST_WORDS = 7


@lru_cache(maxsize=4096)
def _could_be(word: str) -> tuple[bool, bool]:
    """Whether a folded word is a given name, and whether it is a family name."""
    book = namebook()
    given, family = word in book.given, word in book.family or bool(_SLAVIC.fullmatch(word))
    if not (given or family) and "-" in word:
        parts = [_could_be(part) for part in word.split("-") if part]
        given = bool(parts) and all(part[0] for part in parts)
        family = bool(parts) and all(part[1] for part in parts)
    return given, family


def _words(value: str) -> list[str]:
    """The words of a value that may be names, folded; none if it cannot be a name."""
    if not _ALLOWED.fullmatch(value) or len(value) > 80:
        return []
    found = [fold(word.rstrip(".")) for word in _TOKEN.findall(value)]
    kept = [word for word in found if word and word not in _TITLES and word not in _PARTICLES]
    return kept if len(kept) <= _MOST_WORDS else []


def _is_given(value: str) -> bool:
    words = _words(value)
    return 0 < len(words) <= 3 and all(_could_be(word)[0] for word in words)


def _is_family(value: str) -> bool:
    words = _words(value)
    return 0 < len(words) <= 3 and all(_could_be(word)[1] for word in words)


def _is_patronymic(value: str) -> bool:
    return len(value) <= 40 and bool(_PATRONYMIC.fullmatch(value.lower()))


def _is_full(value: str) -> bool:
    """A given and a family name, in any order, or with a patronymic; whole in dense scripts."""
    if _DENSE.fullmatch(value.replace(" ", "").replace("·", "").replace("　", "")):
        return _is_dense(value)
    words = _words(value)
    if not 2 <= len(words) <= 6:
        return False
    return _is_person(words)


def _is_person(words: list[str]) -> bool:
    if any(_PATRONYMIC.fullmatch(word) for word in words):
        return True
    kinds = [_could_be(word) for word in words if len(word) > 1]
    known = sum(given or family for given, family in kinds)
    if known < 2 or known < 0.6 * len(kinds):
        return False
    # Two different words: one the given name, the other the family's.
    return any(
        kinds[i][0] and kinds[j][1] for i in range(len(kinds)) for j in range(len(kinds)) if i != j
    )


def _is_dense(value: str) -> bool:
    """A name in Chinese, Japanese or Korean letters, with or without a space inside."""
    book = namebook()
    family, _, given = value.replace("　", " ").partition(" ")
    if given:
        return _known(family, book.surnames, book.family) and len(given) <= 3
    for cut in (1, 2, 3):
        head, tail = value[:cut], value[cut:]
        named = head in book.family or head in book.surnames
        if tail and named and (tail in book.given or _is_chinese(head, tail)):
            return True
    return False


def _known(name: str, *books: frozenset[str]) -> bool:
    return any(name in book for book in books)


def _is_chinese(head: str, tail: str) -> bool:
    """One or two letters that given names are made of, after a surname."""
    known = namebook().syllables
    return bool(_HAN.fullmatch(head + tail)) and len(tail) <= 2 and all(c in known for c in tail)


def _is_surnamed(value: str) -> bool:
    """Chinese letters of which the first is, or the first two are, a surname; or three Korean."""
    surnames = namebook().surnames
    if _HANGUL.fullmatch(value):
        return value[0] in surnames
    return bool(_HAN.fullmatch(value)) and (
        (value[:1] in surnames and len(value) <= 3) or (value[:2] in surnames and len(value) > 2)
    )


def _has_initials(value: str) -> bool:
    found = _INITIALS.fullmatch(value)
    if not found:
        return False
    name = fold(found["family"] or found["last"] or found["bare"])
    given, family = _could_be(name)
    return family or (given and bool(found["last"]))


def _wordy(look: Look) -> bool:
    return look.with_letters(2, 60) and look.long(3, 80) and look.with_digits(0, 0)


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="given name",
        category="user.name.first",
        count=each(_is_given),
        when=_wordy,
        chance=0.1,
    ),
    Detector(
        name="family name",
        category="user.name.last",
        count=each(_is_family),
        when=_wordy,
        chance=0.1,
    ),
    Detector(
        name="full name",
        category="user.name",
        count=each(_is_full),
        when=lambda look: look.long(2, 80) and look.with_letters(2, 60),
        chance=0.02,
    ),
    Detector(
        name="letters after a surname",
        category="user.name",
        count=each(_is_surnamed),
        when=lambda look: look.long(2, 4) and look.with_letters(2, 4),
        chance=0.3,
        least=0.6,
    ),
    Detector(
        name="patronymic",
        category="user.name",
        count=each(_is_patronymic),
        when=_wordy,
        chance=0.01,
    ),
    Detector(
        name="name with initials",
        category="user.name",
        count=each(_has_initials),
        when=lambda look: look.has(" ", ".") and look.with_letters(3, 40),
        chance=0.02,
    ),
)
