"""What is remembered of a database to compare it with later, and the comparison. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The digests of the rows that the demo loaded, by table; row `n` is at place `n - 1`."""

    digests: Mapping[str, array[int]]

    def __len__(self) -> int:
        return sum(map(len, self.digests.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The digests of the rows that the application has written since, by table and id."""

    digests: Mapping[str, Mapping[int, int]]

    def __len__(self) -> int:
        return sum(map(len, self.digests.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How many rows are what they must be, and how many are not."""

    untouched: int
    written: int
    wrong: int


def compare(before: Loaded, seen: Written, after: Loaded, written: Written) -> Comparison:
    """Every row is as it was loaded, or as the application last saw it.

    Args:
        before: every row, before anything of Domicile was there.
        seen: what the application had written, as it read it while people lived at homes.
        after: every loaded row, when everything is taken back.
        written: what the application had written, in the hub's own tables now.
    """
    wrong = sum(
        _differences(before.digests[table], after.digests[table], seen.digests[table])
        + _unlike(seen.digests[table], written.digests[table])
        for table in before.digests
    )
    changed = sum(
        row <= len(before.digests[table]) for table, rows in seen.digests.items() for row in rows
    )
    return Comparison(untouched=len(before) - changed, written=len(written), wrong=wrong)


def _differences(before: array[int], after: array[int], seen: Mapping[int, int]) -> int:
    """Loaded rows that are gone or changed, except those that the application wrote."""
    changed = sum(
        one != other and row not in seen
        for row, (one, other) in enumerate(zip(before, after, strict=False), start=1)
    )
    return changed + abs(len(before) - len(after))


def _unlike(seen: Mapping[int, int], written: Mapping[int, int]) -> int:
    """Rows that the application wrote and that are now gone, new or other."""
    return sum(seen.get(row) != written.get(row) for row in {*seen, *written})
