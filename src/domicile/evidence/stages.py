"""The parts of a verification, in their order: what one is called, and what it walks over. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from domicile.catalog.model import DataMap, Subject
from domicile.residence.fragments import Fragments

Doing = Literal["chunks", "rows", "strays", "registry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One walk in the order of a key.

    `chunks` compares whole chunks of a table; `rows` compares row by row, and `strays` walks over a
    home's table, where hub and homes do not sort keys alike; `registry` compares a subject's
    table with its directory where no table of personal columns does it on the way.
    """

    doing: Doing
    name: str
    part: Fragments | None = None
    subject: Subject | None = None
    country: str | None = None


def stages(
    data_map: DataMap,
    parts: Iterable[Fragments],
    unlike: Collection[str],
    countries: Iterable[str],
) -> list[Stage]:
    """Everything that has to be walked over.

    Args:
        unlike: stems of the tables whose keys some home does not sort as the hub does.
        countries: those that have a home.
    """
    found: list[Stage] = []
    listed, homes = list(parts), sorted(countries)
    for f in listed:
        doing: Doing = "rows" if f.stem in unlike else "chunks"
        found.append(Stage(doing=doing, name=f"{doing} {f.stem}", part=f))
        if f.stem in unlike:
            found += [
                Stage(doing="strays", name=f"strays {f.stem} {home}", part=f, country=home)
                for home in homes
            ]
    walked = {f.mapped.subject.kind for f in listed if f.mapped.is_subject}
    found += [
        Stage(doing="registry", name=f"registry {subject.kind}", subject=subject)
        for subject in data_map.subjects
        if subject.kind not in walked
    ]
    return found
