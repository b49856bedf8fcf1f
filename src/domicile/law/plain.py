"""A law, or any part of one, as plain JSON values; same law, same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, cast

from domicile.law.model import (
    Established,
    EveryService,
    Fact,
    Found,
    OfKind,
    Size,
    Targets,
)

_TESTS: dict[type, str] = {
    EveryService: "every-service",
    Established: "established",
    Targets: "targets",
    OfKind: "kind",
    Found: "found",
    Fact: "fact",
    Size: "size",
}


def plain(value: Any) -> Any:
    """Dataclasses as objects by their fields' names, a test with its word, sets sorted."""
    if is_dataclass(value):
        word = _TESTS.get(type(value))
        found = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {"test": word, **found} if word else found
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Any]", value)
        return {key: plain(named[key]) for key in sorted(named)}
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    if isinstance(value, tuple):
        return [plain(each) for each in cast("tuple[Any, ...]", value)]
    return value.isoformat() if isinstance(value, date) else value
