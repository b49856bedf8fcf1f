"""Check digits of numbers of people that python-stdnum does not have.

Each takes a number without its spaces and hyphens, of the form that `identifiers.toml` asks for.
"""

from __future__ import annotations

from collections.abc import Iterable


def _weighted(number: str, weights: Iterable[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))


def snils(number: str) -> bool:
    """СНИЛС, Russia: nine digits and their sum, weighted 9 to 1, modulo 101.

    Source: приказ ПФР 2016 № 1160п, Annex; numbers up to 001-001-998 have no check.
    """
    total = _weighted(number[:9], range(9, 0, -1)) % 101 % 100
    return int(number[:9]) > 1_001_998 and total == int(number[9:])


def firm(number: str) -> bool:
    """ИНН of a firm, Russia: ten digits. Source: приказ ФНС 2012 № ММВ-7-6/435@."""
    return _weighted(number[:9], (2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10 == int(number[9])


def oms(number: str) -> bool:
    """Полис ОМС, Russia: sixteen digits of which the last is Luhn's; none begins with zero."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = [2 * digit - 9 if digit > 4 else 2 * digit for digit in digits[1::2]]
    return number[0] != "0" and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def pis(number: str) -> bool:
    """PIS/PASEP, Brazil: ten digits and one weighted modulo 11."""
    rest = 11 - _weighted(number[:10], (3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return len(set(number)) > 1 and (0 if rest > 9 else rest) == int(number[10])


def titulo(number: str) -> bool:
    """Título de eleitor, Brazil: eight digits, the state's two (01 to 28), two check digits.

    Source: Resolução TSE 21.538/2003, art. 12.
    """
    if not 1 <= int(number[8:10]) <= 28:
        return False
    first = _weighted(number[:8], range(2, 10)) % 11 % 10
    second = (_weighted(number[8:10], (7, 8)) + first * 9) % 11 % 10
    return number[10:] == f"{first}{second}"


def cnh(number: str) -> bool:
    """CNH, Brazil's driving licence: nine digits and two. Source: Resolução Contran 598/2016."""
    if len(set(number)) == 1:
        return False
    first = _weighted(number[:9], range(9, 0, -1)) % 11
    less = 2 if first > 9 else 0
    second = _weighted(number[:9], range(1, 10)) % 11
    second = 0 if second > 9 else second - less
    first = 0 if first > 9 else first
    return number[9:] == f"{first}{second % 11 if second >= 0 else second + 11}"


def cns(number: str) -> bool:
    """Cartão nacional de saúde, Brazil: fifteen digits, weighted 15 to 1, divisible by 11."""
    return _weighted(number, range(15, 0, -1)) % 11 == 0


def nss(number: str) -> bool:
    """Número de la Seguridad Social, Spain: province, eight digits, the rest modulo 97."""
    province, serial = int(number[:2]), int(number[2:10])
    whole = province * 10_000_000 + serial if serial < 10_000_000 else int(number[:10])
    return 1 <= province <= 66 and whole % 97 == int(number[10:])


def nir(number: str) -> bool:
    """NIR, France, without the key: its form says sex, year, month and department already."""
    return number[5:7] != "00"


def nino(number: str) -> bool:
    """NINO, Great Britain: the form, without the prefixes that were never given out."""
    return number[:2] not in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}


def kvnr(number: str) -> bool:
    """Krankenversichertennummer, Germany: a letter, eight digits, one check digit. § 290 SGB V."""
    digits = f"{ord(number[0]) - 64:02}{number[1:9]}"
    products = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in products) % 10 == int(number[9])


def rvnr(number: str) -> bool:
    """Rentenversicherungsnummer, Germany: area, date of birth, letter, serial, check digit.

    Source: § 2 VKVV.
    """
    day, month = int(number[2:4]), int(number[4:6])
    digits = f"{number[:8]}{ord(number[8]) - 64:02}{number[9:11]}"
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    products = (int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    total = sum(product // 10 + product % 10 for product in products) % 10
    return 1 <= day <= 31 and 1 <= month <= 12 and total == int(number[11])


def identity_card(number: str) -> bool:
    """Personalausweis and Reisepass, Germany: nine characters and a digit, weighted 7, 3, 1.

    Source: ICAO Doc 9303, part 3, 4.9.
    """
    values = (int(letter, 36) for letter in number[:9])
    return sum(value * (7, 3, 1)[n % 3] for n, value in enumerate(values)) % 10 == int(number[9])


def company_pan(number: str) -> bool:
    """PAN of a firm, a trust, a family or a public body, India: the fourth letter says which."""
    return number[5:9] != "0000"
