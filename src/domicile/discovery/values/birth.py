"""Dates of birth, told from other dates by how they are spread. No clock: 2026 is the latest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from statistics import median, pstdev

from domicile.discovery.model import Kind
from domicile.discovery.values.detector import Detector, Look, each

LATEST = 2026
"""The year up to which ages are counted."""

_DATED: frozenset[Kind] = frozenset({"date", "timestamp", "text", "other"})
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ](\d\d):(\d\d)(?::(\d\d)[\d.,]*)?\s*(?:Z|UTC|[+-]\d\d:?\d{0,2})?)?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})")
_COMPACT = re.compile(r"(19\d\d|20[0-2]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_YEAR = re.compile(r"19\d\d|20[0-2]\d")
_FEW = 5
_OLD, _YOUNG = 105, 4
#: Hardly anybody in such a column was born in the latest three years.
_RECENT = 0.04
_SPREAD = 3.5
_FIRST_OF_MONTH = 0.4


def _births(values: Sequence[str]) -> int:
    """How many are dates at which people who act today were born, if the dates lie like births."""
    days = [day for day in map(_day, values) if day]
    if len(days) < max(_FEW, 0.8 * len(values)):
        return 0
    return _alive(days) if _lie_like_births(days) else 0


def _day(value: str) -> date | None:
    """The day that a text stands for; None if it has a time of day too."""
    try:
        if found := _ISO.fullmatch(value):
            if found[4] and not _is_midnight(found[4], found[5]):
                return None
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.fullmatch(value):
            first, second = int(found[1]), int(found[3])
            day, month = (first, second) if second <= 12 else (second, first)
            return date(int(found[4]), month, day)
        if found := _COMPACT.fullmatch(value) or _CHINESE.fullmatch(value):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    return None


def _is_midnight(hour: str, minute: str) -> bool:
    """Midnight, or what a time zone makes of one."""
    return minute in ("00", "30", "45") and hour in ("00", "20", "21", "22", "23", "03", "04", "05")


def _alive(days: Sequence[date]) -> int:
    return sum(1 for day in days if _YOUNG <= LATEST - day.year <= _OLD)


def _lie_like_births(days: Sequence[date]) -> bool:
    years = [day.year for day in days]
    recent = sum(1 for year in years if year > LATEST - _YOUNG) / len(days)
    on_first = sum(1 for day in days if day.day == 1) / len(days)
    return (
        _alive(days) >= 0.9 * len(days)
        and recent <= _RECENT
        and pstdev(years) >= _SPREAD
        and median(years) <= LATEST - 12
        and on_first <= _FIRST_OF_MONTH
        and _on_weekends(days)
        and len(set(days)) > 0.5 * len(days)
    )


def _on_weekends(days: Sequence[date]) -> bool:
    """People are born on any day; contracts and invoices are dated on working days."""
    share = sum(1 for day in days if day.weekday() > 4) / len(days)
    return len(days) < 20 or share >= 0.12


def _chance(values: Sequence[str]) -> float:
    """The wider the years, the fewer other dates lie so; opening days of shops reach back too."""
    years = sorted(day.year for day in map(_day, values) if day)
    middle = years[len(years) // 2]
    reach = years[len(years) * 9 // 10] - years[len(years) // 10]
    common = Counter(years).most_common(1)[0][1] / len(years)
    chance = 0.35 if reach < 12 else 0.2 if reach < 22 else 0.1
    chance += 0.15 if middle > LATEST - 18 else 0.0
    return chance + (0.2 if common > 0.3 else 0.0)


def _years(values: Sequence[str]) -> int:
    """Years alone, spread as births are."""
    years = [int(value) for value in values if _YEAR.fullmatch(value)]
    if len(years) < max(8, 0.95 * len(values)):
        return 0
    years.sort()
    young = sum(1 for year in years if year > LATEST - _YOUNG)
    spread = years[-1] - years[0]
    return len(years) if not young and 20 <= spread <= _OLD and years[0] >= 1915 else 0


def _dated(look: Look) -> bool:
    return look.with_digits(6, 24) and look.long(8, 35)


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="dates spread like births",
        category="user.demographic.date_of_birth",
        count=_births,
        when=_dated,
        kinds=_DATED,
        chance=_chance,
        whole=True,
    ),
    Detector(
        name="day of birth without a year",
        category="user.demographic.date_of_birth",
        count=each(re.compile(r"--(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])").fullmatch),
        when=lambda look: look.has("--"),
        chance=0.05,
    ),
    Detector(
        name="compact dates spread like births",
        category="user.demographic.date_of_birth",
        count=_births,
        when=lambda look: look.long(8, 8) and look.with_digits(8, 8),
        kinds=frozenset({"integer"}),
        chance=0.2,
        whole=True,
    ),
    Detector(
        name="years spread like births",
        category="user.demographic.date_of_birth",
        count=_years,
        when=lambda look: look.long(4, 4) and look.with_digits(4, 4),
        kinds=frozenset({"integer", "text"}),
        chance=0.5,
        whole=True,
    ),
)
