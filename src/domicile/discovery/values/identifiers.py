"""Numbers that states, insurers and trade give out: those whose form fits are tried, no others."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module, resources
from typing import Any, cast

from domicile.discovery.values import checks
from domicile.discovery.values.detector import NUMERIC, Detector, Look, each, form, matching

_SEPARATORS = str.maketrans("", "", " -./\u00a0\u2010\u2013")
_SSN = re.compile(form("SSN"))
_DIGITS = re.compile(r"d(\d+)(?:-(\d+))?")
_LONGEST = 32
#: A first glance at so many values: one that passes fewer than two of them is not tried further.
_GLANCE = 8
_ENOUGH_OF_GLANCE = 0.2


@dataclass(frozen=True)
class Identifier:
    """One kind of number: an entry of `identifiers.toml`."""

    module: str
    name: str
    form: str
    category: str
    chance: float | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like without separators."""
        if _is_plain(self.form):
            return re.compile("|".join(map(_pattern, self.form.split("|"))))
        return re.compile(self.form.removeprefix("="))

    @cached_property
    def check(self) -> Callable[[str], bool]:
        """Whether a number of this form is one, by its check digits."""
        if self.module.startswith("."):
            return cast("Callable[[str], bool]", getattr(checks, self.module[1:]))
        return cast("Callable[[str], bool]", import_module(f"stdnum.{self.module}").is_valid)

    def passes(self, value: str) -> bool:
        """Whether a value is one, with separators or without."""
        number = value.upper() if self.form.startswith("=") else compact(value)
        if not self.pattern.fullmatch(number):
            return False
        try:
            return bool(self.check(number))
        except (ValueError, IndexError, KeyError, OverflowError):
            return False


def _is_plain(form: str) -> bool:
    return all(_DIGITS.fullmatch(part) for part in form.split("|"))


def _pattern(form: str) -> str:
    found = cast("re.Match[str]", _DIGITS.fullmatch(form))
    return f"[0-9]{{{found[1]},{found[2] or found[1]}}}"


@cache
def identifiers() -> tuple[Identifier, ...]:
    """All that are known."""
    text = resources.files("domicile.discovery.values").joinpath("identifiers.toml")
    document = tomllib.loads(text.read_text("utf-8"))
    return tuple(
        Identifier(
            module=module, name=entry[0], form=entry[1], category=category, chance=_chance(entry)
        )
        for category, entries in document.items()
        for module, entry in cast("Mapping[str, list[Any]]", entries).items()
    )


def _chance(entry: Sequence[Any]) -> float | None:
    return float(entry[2]) if len(entry) > 2 else None


def compact(value: str) -> str:
    """A number without what is written between its groups, in upper case."""
    return value.translate(_SEPARATORS).upper()


#: Those that are told from other numbers by themselves, without a column of them.
_TELLING = (
    ".snils", "ru.inn", "br.cpf", "cn.ric", "in_.aadhaar", "in_.pan", "es.dni", "es.nie", "fr.nir",
    ".nino", "de.idnr", "it.codicefiscale", "mx.curp", "pl.pesel", "tr.tckimlik", "fi.hetu",
)  # fmt: skip


def is_persons(value: str) -> bool:
    """Whether a number is a person's by itself; grouped US numbers count too."""
    if _SSN.fullmatch(value):
        return True
    return any(one.passes(value) for one in identifiers() if one.module in _TELLING)


def candidates(look: Look) -> tuple[Detector, ...]:
    """Detectors of the numbers that the values look like, ready to be run."""
    if look.kind not in NUMERIC or not look.with_digits(4, _LONGEST) or not look.long(7, 40):
        return ()
    numbers = [compact(value) for value in look.values]
    width = _width(numbers) if look.kind == "integer" else 0
    glance = [
        value.zfill(width)
        for value, number in zip(look.values, numbers, strict=True)
        if 7 <= len(number) <= _LONGEST
    ][:_GLANCE]
    if len(glance) < 0.3 * min(_GLANCE, len(numbers)):
        return ()
    fitting = _fitting(tuple(sorted(Counter(_mask(compact(value)) for value in glance))))
    return tuple(
        _detector(one, width)
        for one in fitting
        if sum(map(one.passes, glance)) > _ENOUGH_OF_GLANCE * len(glance) or len(glance) < 3
    )


@cache
def _fitting(masks: tuple[str, ...]) -> tuple[Identifier, ...]:
    """The identifiers that a number of one of these masks can be: by a made-up number of each."""
    return tuple(one for one in identifiers() if any(_may_fit(one.form, mask) for mask in masks))


def _may_fit(form: str, mask: str) -> bool:
    if not _is_plain(form):
        return True
    return mask.startswith("#") and any(_fits(part, int(mask[1:])) for part in form.split("|"))


def _fits(form: str, length: int) -> bool:
    found = cast("re.Match[str]", _DIGITS.fullmatch(form))
    return int(found[1]) <= length <= int(found[2] or found[1])


def _mask(number: str) -> str:
    """Digits of a length, or something else."""
    return f"#{len(number)}" if number.isdecimal() and number.isascii() else "x"


def _width(numbers: Sequence[str]) -> int:
    """How long a number is whose leading zeros an integer column has lost; 0 if none has."""
    lengths = sorted(map(len, numbers))
    common = lengths[len(lengths) // 2]
    return lengths[-1] if common == lengths[-1] and lengths[0] >= common - 3 else 0


def _detector(one: Identifier, width: int) -> Detector:
    return Detector(
        name=one.name,
        category=one.category,
        count=each(lambda value: one.passes(value.zfill(width))),
        when=lambda _: True,
        kinds=NUMERIC,
        chance=one.chance,
    )


def _coded(look: Look) -> bool:
    return look.with_digits(2, 14) and look.with_letters(1, 12)


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="SSN, United States",
        category="user.government_id.national_identification_number",
        count=matching("SSN"),
        when=lambda look: look.long(11, 11) and look.has("-"),
        chance=0.05,
        least=0.8,
    ),
    Detector(
        name="digits like an SSN",
        category="user.government_id.national_identification_number",
        count=each(re.compile(form("SSN").replace("-", "")).fullmatch),
        when=lambda look: look.long(9, 9) and look.with_digits(9, 9),
        kinds=NUMERIC,
        chance=0.9,
        least=0.95,
    ),
    Detector(
        name="passport number",
        category="user.government_id.passport_number",
        count=matching("passport"),
        when=lambda look: look.long(8, 12) and look.with_digits(5, 10),
        chance=0.7,
        least=0.7,
    ),
    Detector(
        name="digits like a Russian passport",
        category="user.government_id.passport_number",
        count=each(re.compile(r"(?:0[1-9]|[1-9]\d)(?:9[5-9]|[0-2]\d)\d{6}").fullmatch),
        when=lambda look: look.long(10, 10) and look.with_digits(10, 10),
        kinds=NUMERIC,
        chance=0.7,
        least=0.9,
    ),
    Detector(
        name="driving licence",
        category="user.government_id.drivers_license_number",
        count=matching("driving licence"),
        when=_coded,
        chance=0.05,
    ),
    Detector(
        name="number plate",
        category="user.government_id.vehicle_registration",
        count=matching("plate", re.IGNORECASE),
        when=_coded,
        chance=0.1,
    ),
    Detector(
        name="code like a number plate",
        category="user.government_id.vehicle_registration",
        count=matching("like a plate"),
        when=_coded,
        chance=0.5,
        least=0.8,
    ),
    Detector(
        name="VIN",
        category="user.government_id.vehicle_registration",
        count=matching("VIN"),
        when=lambda look: look.long(17, 17),
        chance=0.05,
    ),
)
