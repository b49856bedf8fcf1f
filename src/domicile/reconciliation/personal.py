"""Columns that look personal by name or type, for people to look at. Pure.

By their words alone: a false alarm costs a glance, a missed column stays abroad. `domicile init
--diff` looks at values, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from domicile.catalog.model import Column
from domicile.discovery.words.reading import read_column

_TYPES = {"inet": "an address on the net", "cidr": "an address on the net", "point": "a place"}
_SAID = 0.5


def looks_personal(column: Column) -> str | None:
    """Why a column may be personal, or None.

    A flag says little of a person, whatever its name is: `email_verified boolean` is not meant.
    """
    if column.type == "boolean":
        return None
    hints = read_column(column.name)
    thing = max((hint.weight for hint in hints if not hint.category), default=0.0)
    for hint in hints:
        if hint.category and hint.weight >= _SAID > thing:
            return f"its name says {hint.words!r}"
    kind = _TYPES.get(column.type)
    return None if kind is None else f"its type is {kind}"


def personal_looking(columns: Iterable[Column], known: Iterable[str]) -> dict[str, str]:
    """Of these columns, those that look personal and are not among the known: name -> why."""
    settled = set(known)
    found = {
        column.name: looks_personal(column) for column in columns if column.name not in settled
    }
    return {name: why for name, why in found.items() if why is not None}
