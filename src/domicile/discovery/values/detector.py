"""A detector: what it is called, what it finds, which values it is worth trying on, its chance."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from random import Random

from domicile.discovery.model import Kind

TEXTUAL: frozenset[Kind] = frozenset({"text", "enum", "other"})
"""Kinds whose values are words of any sort."""
NUMERIC: frozenset[Kind] = frozenset({"text", "integer", "decimal", "other"})
"""Kinds that can hold numbers with check digits."""
SEEN = 160
"""So many characters of a value tell what it looks like."""
ENOUGH = 0.3
"""A probe of which a smaller share passes ends a detector's work."""
FLOOR = 0.01
"""No chance is smaller: nobody has measured enough to say so."""

_DIGIT = re.compile(r"[0-9]")
_NO_DIGIT = re.compile(r"[^0-9]+")
_NO_LETTER = re.compile(r"[\W\d_]+")


@dataclass(frozen=True)
class Look:
    """What a few values of a column look like: cheap to find, and enough to skip most detectors.

    `values` are cut to `SEEN` characters.
    """

    values: tuple[str, ...]
    kind: Kind

    @cached_property
    def digits(self) -> tuple[int, ...]:
        """How many ASCII digits each value has."""
        return tuple(len(_NO_DIGIT.sub("", value)) for value in self.values)

    @cached_property
    def letters(self) -> tuple[int, ...]:
        """How many letters, of any script, each value has."""
        return tuple(len(_NO_LETTER.sub("", value)) for value in self.values)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many characters each value has, as far as they are seen."""
        return tuple(map(len, self.values))

    def enough(self, flags: Iterable[object]) -> bool:
        """Whether so many of the values have a mark that a detector could find enough."""
        return sum(map(bool, flags)) >= ENOUGH * len(self.values)

    def has(self, *marks: str) -> bool:
        """Whether enough values contain one of the marks."""
        return self.enough(any(mark in value for mark in marks) for value in self.values)

    def with_digits(self, least: int, most: int = SEEN) -> bool:
        """Whether enough values have so many digits."""
        return self.enough(least <= count <= most for count in self.digits)

    def with_letters(self, least: int, most: int = SEEN) -> bool:
        """Whether enough values have so many letters."""
        return self.enough(least <= count <= most for count in self.letters)

    def long(self, least: int, most: int = SEEN) -> bool:
        """Whether enough values have so many characters."""
        return self.enough(least <= length <= most for length in self.lengths)


Count = Callable[[Sequence[str]], int]
"""How many of the values pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """One test for values.

    Attributes:
        name: for people: "e-mail address".
        category: what it finds; empty is something that is nobody's in particular.
        count: how many of the values pass; never raises.
        when: whether values of this look are worth trying.
        kinds: the storage it makes sense for.
        chance: the share of other values of the same look that pass; None is found by shuffling
            the digits of the values that are there, a function finds it otherwise.
        whole: `count` judges the column by all values at once, and is asked once.
        most: distinct values that are tested at most.
        least: a smaller share of the values is no match.
    """

    name: str
    category: str
    count: Count
    when: Callable[[Look], bool]
    kinds: frozenset[Kind] = TEXTUAL
    chance: float | Callable[[Sequence[str]], float] | None = None
    whole: bool = False
    most: int = 200
    least: float = ENOUGH


def each(test: Callable[[str], object]) -> Count:
    """Count the values for which a test says yes."""
    return lambda values: sum(1 for value in values if test(value))


def matching(name: str, flags: int = 0) -> Count:
    """Count the values that a form of `patterns.toml` covers from end to end."""
    return each(re.compile(form(name), flags).fullmatch)


def form(name: str) -> str:
    """The alternatives of a name in `patterns.toml`, as one pattern."""
    return "|".join(_forms()[name])


@cache
def _forms() -> dict[str, list[str]]:
    text = resources.files("domicile.discovery.values").joinpath("patterns.toml")
    return tomllib.loads(text.read_text("utf-8"))


def shuffled(values: Sequence[str]) -> list[str]:
    """The same values with the digits of each in another order, always the same one."""
    order = Random(0)  # noqa: S311  # no secret: it has to be the same every time
    return [_shuffled(value, order) for value in values]


def _shuffled(value: str, order: Random) -> str:
    digits = _DIGIT.findall(value)
    order.shuffle(digits)
    return _DIGIT.sub(lambda _: digits.pop(), value)


def chance(detector: Detector, values: Sequence[str]) -> float:
    """The share of values that a detector would pass were they something else."""
    if callable(detector.chance):
        return max(FLOOR, detector.chance(values))
    if detector.chance is not None:
        return max(FLOOR, detector.chance)
    return max(FLOOR, detector.count(shuffled(values)) / len(values)) if values else 1.0
