"""What opens doors: hashes of passwords, tokens, keys, and checksums that look like them."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise

from domicile.discovery.values.detector import Detector, Look, each, matching

_RANDOM = re.compile(r"[A-Za-z0-9_+/.~-]{16,512}={0,2}")
_BASE32 = re.compile(r"(?:[A-Z2-7]{16}|[A-Z2-7]{26}|[A-Z2-7]{32}|[A-Z2-7]{52})")
_BITS = 3.6
"""Bits per character: words have fewer, also when they are joined by underscores."""


def _is_random(value: str) -> bool:
    """Letters of both cases and digits without an order: a token."""
    return (
        bool(_RANDOM.fullmatch(value))
        and any(map(str.isdigit, value))
        and any(map(str.isupper, value))
        and any(map(str.islower, value))
        and value.count("/") <= len(value) / 12
        and _entropy(value) > min(_BITS, math.log2(len(value)) - 0.5)
        and _changes(value) > 0.35
    )


def _entropy(value: str) -> float:
    counts = Counter(value).values()
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts)


def _changes(value: str) -> float:
    """How often the class of the characters changes from one to the next."""
    classes = [letter.isdigit() + 2 * letter.isupper() for letter in value if letter.isalnum()]
    return sum(a != b for a, b in pairwise(classes)) / max(1, len(classes))


def _is_base32(value: str) -> bool:
    bare = value.replace(" ", "").rstrip("=").upper()
    return bool(_BASE32.fullmatch(bare)) and any(map(str.isdigit, bare)) and _entropy(bare) > 3


def _long(look: Look) -> bool:
    return look.long(16) and look.with_letters(4)


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="hash of a password",
        category="user.authorization.password",
        count=matching("password"),
        when=lambda look: look.long(24) and look.has("$", ":", "}", "md5", "AQAAAA"),
        chance=0.01,
    ),
    Detector(
        name="signed token (JWT)",
        category="user.authorization.credentials",
        count=matching("signed token"),
        when=lambda look: look.has("eyJ"),
        chance=0.01,
    ),
    Detector(
        name="access token",
        category="user.authorization.credentials",
        count=matching("access token"),
        when=_long,
        chance=0.01,
    ),
    Detector(
        name="key",
        category="user.authorization.credentials",
        count=matching("key", re.DOTALL),
        when=lambda look: look.has("-----BEGIN", "ssh-"),
        chance=0.1,
    ),
    Detector(
        name="hash or checksum",
        category="user.authorization.password",
        count=matching("checksum"),
        when=lambda look: look.long(32, 128) and look.with_digits(4),
        chance=0.7,
    ),
    Detector(
        name="random text",
        category="user.authorization.credentials",
        count=each(_is_random),
        when=_long,
        chance=0.5,
    ),
    Detector(
        name="secret of one-time codes",
        category="user.authorization.credentials",
        count=each(_is_base32),
        when=lambda look: look.long(16, 56) and look.with_letters(10, 52),
        chance=0.4,
        least=0.7,
    ),
)
