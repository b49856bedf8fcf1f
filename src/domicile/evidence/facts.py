"""What is known of one row, on the hub's side and on a home's, and what is wrong with it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domicile.evidence.model import Fault, Key

#: A fault of a row, and the columns that it is about.
Flaw = tuple[Fault, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The names of a table's personal columns that hold values, and which may not be NULL."""

    names: tuple[str, ...]
    required: frozenset[str]

    def filled(self, row: RowFact) -> tuple[str, ...]:
        """The columns in which the row holds a value."""
        return self._where(row.filled)

    def lacking(self, row: RowFact) -> tuple[str, ...]:
        """The columns that may not be NULL and are."""
        empty = self._where(not each for each in row.filled)
        return tuple(name for name in empty if name in self.required)

    def differing(self, one: RowFact, other: RowFact) -> tuple[str, ...]:
        """The columns whose digests are not the same."""
        pairs = zip(one.digests, other.digests, strict=True)
        return self._where(a != b for a, b in pairs)

    def _where(self, flags: Iterable[bool]) -> tuple[str, ...]:
        return tuple(name for name, flag in zip(self.names, flags, strict=True) if flag)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFact:
    """A row on one server: which personal columns hold a value, and a digest of each."""

    filled: tuple[bool, ...]
    digests: tuple[bytes | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One key: where the hub says that it lives, and the row in the hub and at the homes.

    `purged` are homes that wait to forget it. `at_homes` has the homes that were asked and are
    up; None means that the home has no such row.
    """

    key: Key
    hub: RowFact | None
    home: str | None
    mirrored: bool
    purged: frozenset[str]
    at_homes: dict[str, RowFact | None]

    @property
    def moved(self) -> bool:
        """True when the row lives at a home alone."""
        return self.home is not None and not self.mirrored

    def there(self, country: str) -> RowFact | None:
        """The row at a home, if that was asked and has it."""
        return self.at_homes.get(country)


def flaws(known: Known, columns: Columns) -> list[Flaw]:
    """What is wrong with a row of the hub and with its copy where it lives."""
    if known.hub is None:
        return []
    found: list[Flaw] = []
    if known.moved and (held := columns.filled(known.hub)):
        found.append(("leak", known.home, held))
    if not known.moved and (empty := columns.lacking(known.hub)):
        found.append(("lost", None, empty))
    if known.home is not None and known.home in known.at_homes:
        found += _at_home(known, known.hub, known.home, columns)
    return found


def _at_home(known: Known, hub: RowFact, country: str, columns: Columns) -> Iterable[Flaw]:
    there = known.there(country)
    if there is None:
        yield "missing", country, ()
        return
    if empty := columns.lacking(there):
        yield "lost", country, empty
    if known.mirrored and (unlike := columns.differing(hub, there)):
        yield "differs", country, unlike


def is_stray(known: Known, country: str) -> bool:
    """True when that home has the row and nothing in the hub says that it should."""
    lawful = (known.hub is not None and known.home == country) or country in known.purged
    return known.there(country) is not None and not lawful


def in_hub_alone(found: Sequence[Flaw]) -> list[Flaw]:
    """The flaws that one snapshot of the hub shows: nothing that moves can feign them."""
    return [flaw for flaw in found if flaw[0] == "leak" or (flaw[0] == "lost" and not flaw[1])]
