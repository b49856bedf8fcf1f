"""Which changes of a config bring a law: every change tried alone, taken back or made. Pure.

What the laws read in a config is a set of traits; two configs differ in some of them. A trait
whose taking back alone makes the law let go has brought it. When none does, each of several would
be enough, and those that are enough alone are named; when neither is so, those that are enough
together, none of which can be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from domicile.config.model import Config, Home, TableEntry
from domicile.config.names import TableName
from domicile.placement.gate import Standing

#: The fields of `Service` that hold sets, each with what a trait in it is called.
_SETS = {
    "kinds": "kind",
    "established_in": "established in",
    "targets": "aimed at",
    "critical_infrastructure": "critical infrastructure in",
    "volume_handler": "volume handler in",
    "facts": "fact",
}


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that a config says and laws read: the field, and the value in it."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """Traits that come and go together: one of a set, or a single value and its successor."""

    gone: frozenset[Trait]
    come: frozenset[Trait]

    def undone(self, traits: frozenset[Trait]) -> frozenset[Trait]:
        """The traits without this difference."""
        return (traits - self.come) | self.gone

    def done(self, traits: frozenset[Trait]) -> frozenset[Trait]:
        """The traits with this difference."""
        return (traits - self.gone) | self.come


def traits(config: Config) -> frozenset[Trait]:
    """What laws and placements read in a config."""
    found = {Trait("category", category) for category in config.categories}
    for field in _SETS:
        found |= {Trait(field, value) for value in getattr(config.service, field)}
    found |= {Trait("number", number) for number in config.service.numbers}
    found |= {Trait("instrument", paper) for paper in config.instruments}
    found |= {Trait("commitment", promise) for promise in config.commitments}
    found |= {Trait("profile", each) for each in config.laws.profiles.items()}
    found |= {Trait("disabled", each) for each in config.laws.disabled.items()}
    found |= {Trait("home", country) for country in config.homes}
    return frozenset({*found, Trait("hub", config.hub.country)})


def with_traits(config: Config, wanted: Iterable[Trait]) -> Config:
    """The config as laws would read it with exactly these traits; not one to move data by."""
    by_field: dict[str, list[Any]] = {}
    for trait in wanted:
        by_field.setdefault(trait.field, []).append(trait.value)
    sets = {field: frozenset(by_field.get(field, ())) for field in _SETS}
    numbers = tuple(sorted(by_field.get("number", ()), key=repr))
    categories = by_field.get("category", ())
    data_map = TableEntry(
        table=TableName("public", "all_columns"),
        subject="all",
        columns={category: category for category in categories},
    )
    return replace(
        config,
        hub=replace(config.hub, country=by_field["hub"][0]),
        homes={code: Home(country=code, dsn="") for code in by_field.get("home", ())},
        service=replace(config.service, numbers=numbers, **sets),
        laws=replace(
            config.laws,
            profiles=dict(by_field.get("profile", ())),
            disabled=dict(by_field.get("disabled", ())),
        ),
        instruments=tuple(sorted(by_field.get("instrument", ()), key=repr)),
        commitments=tuple(by_field.get("commitment", ())),
        tables=(data_map,),
    )


def differences(old: Config, new: Config) -> tuple[Difference, ...]:
    """Every change between the two by itself, in a fixed order."""
    before, after = traits(old), traits(new)
    gone, come = before - after, after - before
    found: dict[tuple[str, str], list[set[Trait]]] = {}
    for side, changed in enumerate((gone, come)):
        for trait in changed:
            found.setdefault(_slot(trait), [set(), set()])[side].add(trait)
    return tuple(
        Difference(frozenset(sides[0]), frozenset(sides[1])) for _, sides in sorted(found.items())
    )


def _slot(trait: Trait) -> tuple[str, str]:
    """What a trait takes the place of: the hub's country that of another, a number its like."""
    match trait.field:
        case "hub":
            return "hub", ""
        case "profile" | "disabled":
            return trait.field, trait.value[0]
        case "number":
            return "number", repr(replace(trait.value, count=0))
        case "commitment":
            return "commitment", trait.value.id
        case _:
            return trait.field, repr(trait.value)


class Trials:
    """Two configs, and what would be decided for each with one change taken back, or made."""

    def __init__(self, old: Config, new: Config, decide: Callable[[Config], Standing]) -> None:
        self._old, self._new = old, new
        self._changes = differences(old, new)
        self._before, after = traits(old), traits(new)

        @cache
        def decided(found: frozenset[Trait]) -> Standing:
            return decide(with_traits(new, found))

        self._decide = decided
        self._without = [self._decide(c.undone(after)) for c in self._changes]
        self._with = [self._decide(c.done(self._before)) for c in self._changes]

    def causes(self, holds: Callable[[Standing], bool]) -> tuple[str, ...]:
        """The changes that brought what holds for the new config and not for the old, in words.

        Empty when laws read the same in both.
        """
        tried = tuple(zip(self._changes, self._without, self._with, strict=True))
        needed = [change for change, without, _ in tried if not holds(without)]
        enough = [change for change, _, alone in tried if holds(alone)]
        if needed or enough:
            return tuple(self._words(change) for change in needed or enough)
        together = [self._words(change) for change in self._together(holds)]
        return (f"{' and '.join(together)} together",) if together else ()

    def _together(self, holds: Callable[[Standing], bool]) -> list[Difference]:
        """Changes that are enough together, and are not when one of them is left out."""
        kept = list(self._changes)
        for change in self._changes:
            fewer = [each for each in kept if each != change]
            found = self._before
            for each in fewer:
                found = each.done(found)
            if fewer and holds(self._decide(found)):
                kept = fewer
        return kept

    def _words(self, change: Difference) -> str:
        parts = [f"+ {_trait(trait, self._new)}" for trait in sorted(change.come, key=repr)]
        parts += [f"- {_trait(trait, self._old)}" for trait in sorted(change.gone, key=repr)]
        return ", ".join(parts)


def _trait(trait: Trait, config: Config) -> str:
    value = trait.value
    match trait.field:
        case "category":
            return f"category {value} ({', '.join(_columns(config, value))})"
        case "number":
            return f"{value.count:,} {value.unit} in {value.country} ({value.period})"
        case "instrument":
            return f"instrument {value.kind} under {value.law} to {value.to}"
        case "commitment":
            return f"commitment {value.id}"
        case "profile":
            return f"profile {value[1]} of {value[0]}"
        case "disabled":
            return f"{value[0]} set aside"
        case "hub" | "home":
            return f"{trait.field} in {value}"
        case field:
            return f"{_SETS[field]} {value}"


def _columns(config: Config, category: str) -> Iterator[str]:
    for table in config.tables:
        for column, named in table.columns.items():
            if named == category:
                yield f"{table.table}.{column}"
