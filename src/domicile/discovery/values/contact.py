"""Ways to reach a person: e-mail, phones, profiles, handles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from domicile.discovery.values.detector import (
    ENOUGH,
    FLOOR,
    NUMERIC,
    Detector,
    Look,
    each,
    form,
    matching,
    shuffled,
)

REGIONS = ("RU", "CN", "IN", "BR", "DE", "US", "GB", "FR", "ES", "MX")
"""Countries whose own ways to write a phone number are tried."""

_EMAIL = form("e-mail")
_PROFILE = re.compile(
    rf"(?:https?://)?(?:www\.|m\.|[a-z]{{2}}\.)?(?:{form('site')})/?[\w.@%~-]{{2,64}}/?(?:\?\S{{0,200}})?"
    rf"|{form('page')}",
    re.IGNORECASE,
)
_WITH_NAME = re.compile(rf"{_EMAIL}|[^<>@]{{0,128}}<{_EMAIL}>")
_MAILBOX = re.compile(
    rf"(?:{form('role')})(?:[.+-][\w.+-]{{1,40}})?@[\w.-]{{4,128}}", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?:tel:|t\.|ph\.|т\.|тел\.?)? ?(?:\+|00)?[\d ()./\u2010-\u2013-]{6,30}"
    r"(?:[,; ]*(?:ext\.?|x|доб\.?|#) ?\d{1,6})?",
    re.IGNORECASE,
)
#: Dates, school years and amounts have as many digits.
_NO_PHONE = re.compile(
    r"(?:19|20)\d\d([-/.])[\d]{2,4}(?:\1.*)?|\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d\d|\d+\.\d+"
)
_EXTENSION = re.compile(r"[,; ]*(?:ext|x|доб|#).*", re.IGNORECASE)
_JUNK = re.compile(r"[^\d+]+")
_GROUPED = re.compile(r"\d[ ()-]+\d|^[+(]")
_TRIED = 40
_MEASURED = 20
_GLANCE = 6


def _phones(values: Sequence[str]) -> int:
    """How many are phone numbers: international ones, or of the one country that fits most."""
    numbers = [number for number in map(_number, values) if number]
    local = _local(numbers)
    worldwide = sum(1 for number in numbers if number.startswith("+") and _is_valid(number, None))
    return worldwide + max((_of(region, local) for region in _likely(local)), default=0)


def _local(numbers: Iterable[str]) -> list[str]:
    return [number for number in numbers if number and not number.startswith("+")]


def _likely(numbers: Sequence[str]) -> list[str | None]:
    """The regions that are worth trying on numbers without a country code; None is any."""
    glance = numbers[:: max(1, len(numbers) // _GLANCE)][:_GLANCE]
    return [
        region
        for region in (*REGIONS, None)
        if _of(region, glance) >= (1 if len(glance) < 4 else ENOUGH * len(glance))
    ]


def _of(region: str | None, numbers: Sequence[str]) -> int:
    """How many are numbers of a region, or with None: international ones without their plus."""
    if region:
        return sum(1 for number in numbers if _is_valid(number, region))
    return sum(1 for number in numbers if len(number) > 10 and _is_valid(f"+{number}", None))


def is_phone(value: str) -> bool:
    """Whether a value is a phone number: an international one, or of one of the regions."""
    number = _number(value)
    if number.startswith("+"):
        return _is_valid(number, None)
    return bool(number) and any(_is_valid(number, region) for region in REGIONS)


def _number(value: str) -> str:
    """The digits of what is written like a phone number, with a plus if it is international."""
    if not _PHONE.fullmatch(value) or _NO_PHONE.fullmatch(value):
        return ""
    number = _JUNK.sub("", _EXTENSION.sub("", value))
    if number.startswith("00"):
        number = "+" + number[2:]
    return number if 7 <= len(number.lstrip("+")) <= 15 else ""


def _is_valid(number: str, region: str | None) -> bool:
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False


def _phone_chance(values: Sequence[str]) -> float:
    """What passes with the digits in another order, for the countries that fit these values.

    Digits in groups, or behind a plus or a bracket, are less likely to be anything else.
    """
    tried = values[:_MEASURED]
    regions = _likely(_local(map(_number, tried)))
    mixed = [number for number in map(_number, shuffled(tried)) if number]
    local = _local(mixed)
    passed = sum(1 for number in mixed if number.startswith("+") and _is_valid(number, None))
    passed += max((_of(region, local) for region in regions), default=0)
    grouped = sum(1 for value in tried if _GROUPED.search(value)) / len(tried)
    return max(FLOOR, passed / len(tried) * (1 - 0.8 * grouped))


def _is_phone_like(look: Look) -> bool:
    return look.with_digits(7, 16) and look.with_letters(0, 4)


def _has_at(look: Look) -> bool:
    return look.has("@")


def _has_slash(look: Look) -> bool:
    return look.has("/")


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="e-mail address",
        category="user.contact.email",
        count=each(_WITH_NAME.fullmatch),
        when=_has_at,
        chance=0.01,
    ),
    Detector(
        name="mailbox of a role",
        category="",
        count=each(_MAILBOX.fullmatch),
        when=_has_at,
        chance=0.03,
    ),
    Detector(
        name="phone number",
        category="user.contact.phone_number",
        count=_phones,
        when=_is_phone_like,
        kinds=NUMERIC,
        chance=_phone_chance,
        most=_TRIED,
    ),
    Detector(
        name="profile page",
        category="user.contact.url",
        count=each(_PROFILE.fullmatch),
        when=_has_slash,
        chance=0.05,
    ),
    Detector(
        name="messenger handle",
        category="user.contact.url",
        count=matching("handle", re.IGNORECASE),
        when=lambda look: look.has("@", "/", ":", " "),
        chance=0.05,
    ),
    Detector(
        name="picture of a person",
        category="user.content.self_image",
        count=matching("picture", re.IGNORECASE),
        when=_has_slash,
        chance=0.1,
    ),
)
