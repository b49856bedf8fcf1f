"""Longer texts: that they are somebody's words, and what is written inside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from domicile.discovery.model import Match
from domicile.discovery.values.detector import FLOOR, shuffled
from domicile.discovery.values.money import is_card, is_iban

INSIDE = "$text"
"""The path of what is found inside longer texts."""

_WORDS = 5
_READ = 200_000
_EMAIL = re.compile(r"[^\W_][\w.+-]{0,63}@[^\W_][\w-]{0,62}(?:\.[\w-]{1,62}){1,6}")
_PHONE = re.compile(r"(?<![\w+])(?:\+\d|\(\d|0\d|8[ (-]|\d{3}[ .-])[\d ()./-]{6,20}\d(?!\w)")
_CARD = re.compile(r"(?<![\w-])\d{4}(?:([ -]?)\d{4}\1\d{4}\1\d{1,7}|[ -]?\d{6}[ -]?\d{5})(?![\w-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b")
_NUMBER = re.compile(
    r"(?<![\w.-])\d[\d.-]{7,20}[\dXA-Z](?![\w-])|\b[A-Z]{2,6}\d{4,8}[A-Z0-9]{1,4}\b"
)
_WORD = re.compile(r"(?:^|[\s\"'(«“])[^\W\d_]{2,}")
_DENSE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")


def written_inside(texts: Sequence[str]) -> Iterator[Match]:
    """What longer texts hold: themselves as somebody's words, and numbers and addresses in them.

    Args:
        texts: distinct values; 200,000 characters of them are read.

    Yields:
        `Match("free text", "user.content")` with an empty path, and one with the path "$text"
        for each thing that at least one of the texts has inside.
    """
    probe = texts[:: max(1, len(texts) // 24)]
    if median(map(_length, probe)) < _WORDS:
        return
    prose = sum(1 for text in probe if _length(text) >= _WORDS)
    yield Match(
        detector="free text",
        category="user.content",
        matched=round(prose * len(texts) / len(probe)),
        of=len(texts),
        chance=0.5,
    )
    read = tuple(_budgeted(texts))
    for name, category, count in _INSIDE:
        matched = count(read)
        by_chance = count(shuffled(read)) if matched and name != "e-mail address" else 0
        if matched > by_chance:
            yield Match(
                detector=name,
                category=category,
                matched=matched,
                of=len(read),
                chance=round(max(FLOOR, by_chance / len(read)), 3),
                path=INSIDE,
            )


def _length(text: str) -> float:
    """Words of a text; scripts without spaces have one for every three letters."""
    start = text[:200]
    return max(len(_WORD.findall(start)), len(_DENSE.findall(start)) / 3)


def _budgeted(texts: Sequence[str]) -> Iterator[str]:
    left = _READ
    for text in texts:
        if left <= 0:
            return
        yield text[:left]
        left -= len(text)


def _having(
    pattern: re.Pattern[str], mark: str, test: Callable[[str], bool]
) -> Callable[[Sequence[str]], int]:
    """Count the texts in which something of a form passes a test."""

    def has(text: str) -> bool:
        found = pattern.finditer(text) if not mark or mark in text else ()
        return any(test(match[0]) for match in found)

    return lambda texts: sum(map(has, texts))


def _is_phone(text: str) -> bool:
    from domicile.discovery.values.contact import is_phone

    return is_phone(text)


def _is_number(text: str) -> bool:
    from domicile.discovery.values.identifiers import is_persons

    return is_persons(text)


_INSIDE = (
    ("e-mail address", "user.contact.email", _having(_EMAIL, "@", lambda _: True)),
    ("phone number", "user.contact.phone_number", _having(_PHONE, "", _is_phone)),
    ("payment card", "user.financial.credit_card", _having(_CARD, "", is_card)),
    ("IBAN", "user.financial.bank_account", _having(_IBAN, "", is_iban)),
    (
        "number of a person",
        "user.government_id.national_identification_number",
        _having(_NUMBER, "", _is_number),
    ),
)
