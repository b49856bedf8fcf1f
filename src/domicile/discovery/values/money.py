"""Accounts and cards of people, and the numbers of trade that look like theirs."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from domicile.discovery.values.detector import NUMERIC, Detector, each, matching
from domicile.discovery.values.gazetteer import country_codes

_CARD = re.compile(r"\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}[ -]\d{6}[ -]\d{4,5}")
_IBAN = re.compile(r"[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{1,4}){3,8}")
_BIC = re.compile(r"[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?")
_NOT_DIGIT = re.compile(r"[ -]")
#: Beginnings of the numbers of card issuers: Visa, Mastercard, Amex, Mir, UnionPay, JCB, Maestro,
#: Discover, Diners, RuPay, Elo, Troy. Source: ISO/IEC 7812 ranges as the networks publish them.
_ISSUERS = re.compile(
    r"4|5[1-5]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)|3[47]|220[0-5]|62|35(?:2[89]|[3-8]\d)"
    r"|50[0-9]{2}|5[6-8]|6(?:011|4[4-9]|5|0|3|7)|30[0-5]|36|38|81|82|9792"
)


def is_card(value: str) -> bool:
    """Whether a value is the number of a payment card: a known issuer's, with its check digit."""
    if not _CARD.fullmatch(value):
        return False
    digits = _NOT_DIGIT.sub("", value)
    return 13 <= len(digits) <= 19 and bool(_ISSUERS.match(digits)) and _luhn(digits)


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        total += digit if place % 2 == 0 else (2 * digit - 9 if digit > 4 else 2 * digit)
    return total % 10 == 0 and digits.strip("0") != ""


def is_iban(value: str) -> bool:
    """Whether a value is an IBAN of a country that has them, with its check digits."""
    from stdnum import iban

    return bool(_IBAN.fullmatch(value)) and iban.is_valid(value)


def _is_bic(value: str) -> bool:
    return bool(_BIC.fullmatch(value)) and value[4:6] in country_codes()


@cache
def _currencies() -> frozenset[str]:
    from babel import Locale

    return frozenset(cast("dict[str, str]", Locale.parse("en").currencies))


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="payment card",
        category="user.financial.credit_card",
        count=each(is_card),
        when=lambda look: look.with_digits(13, 19) and look.with_letters(0, 0),
        kinds=NUMERIC,
    ),
    Detector(
        name="payment card, masked",
        category="user.financial.credit_card",
        count=matching("masked card"),
        when=lambda look: look.has("*", "x", "X", "•", "·") and look.with_digits(2, 12),
        chance=0.05,
    ),
    Detector(
        name="expiry of a card",
        category="user.financial.credit_card",
        count=matching("expiry"),
        when=lambda look: look.long(5, 7) and look.has("/", "-"),
        chance=0.4,
        least=0.9,
    ),
    Detector(
        name="IBAN",
        category="user.financial.bank_account",
        count=each(is_iban),
        when=lambda look: look.long(15, 42) and look.with_digits(6) and look.with_letters(2),
    ),
    Detector(
        name="account of a person in Russia",
        category="user.financial.bank_account",
        count=matching("account in Russia"),
        when=lambda look: look.long(20, 20) and look.with_digits(20, 20),
        kinds=NUMERIC,
    ),
    Detector(
        name="BIC of a bank",
        category="",
        count=each(_is_bic),
        when=lambda look: look.long(8, 11) and look.with_letters(6, 11),
        chance=0.05,
        least=0.8,
    ),
    Detector(
        name="currency code",
        category="",
        count=each(lambda value: value.upper() in _currencies()),
        when=lambda look: look.long(3, 3) and look.with_letters(3, 3),
        chance=0.02,
        least=0.9,
    ),
)
