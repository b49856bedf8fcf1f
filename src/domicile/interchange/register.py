"""The record of processing activities: one row per kind of people and category of data.

Domicile fills in what it knows. Purposes, recipients and time limits are for people.

Source: Regulation (EU) 2016/679 (GDPR), article 30(1)(a) to (g).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import cast

from domicile.config.model import Config
from domicile.config.service import Duty, Instrument

CONTROLLER = "controller [30(1)(a)]"
PURPOSES = "purposes [30(1)(b)]"
SUBJECTS = "data subjects [30(1)(c)]"
CATEGORY = "Fides category [30(1)(c)]"
DATA = "personal data [30(1)(c)]"
WHERE = "tables and columns"
RECIPIENTS = "recipients [30(1)(d)]"
STORAGE = "storage countries"
TRANSFERS = "third countries and instruments [30(1)(e)]"
ERASURE = "time limits for erasure [30(1)(f)]"
SECURITY = "security measures [30(1)(g)]"
COLUMNS = (
    *(CONTROLLER, PURPOSES, SUBJECTS, CATEGORY, DATA, WHERE),
    *(RECIPIENTS, STORAGE, TRANSFERS, ERASURE, SECURITY),
)
PEOPLES = (CONTROLLER, PURPOSES, RECIPIENTS, ERASURE)
"""The columns that people fill; `controller` begins with the service's name."""

_TLS = "connections to other machines by TLS with the server's certificate verified"

Key = tuple[str, str]
"""A kind of people and a category: what tells rows apart."""
Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where the duties have people of a country kept: at that home alone, or in the hub too."""

    people: str
    home: str
    alone: bool
    duties: tuple[tuple[str, Duty], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the config alone does not say: the day, the EEA's countries, where people are kept."""

    as_of: date
    union: frozenset[str]
    kept: tuple[Kept, ...]


@cache
def words() -> Mapping[str, str]:
    """Each category in plain words."""
    text = resources.files("domicile.interchange").joinpath("words.toml").read_text("utf-8")
    return cast("dict[str, str]", tomllib.loads(text))


def rows(config: Config, facts: Facts) -> dict[Key, Row]:
    """The record, by kind and category, both sorted; the columns of people as yet unfilled."""
    found: dict[Key, list[str]] = {}
    for table in config.tables:
        for column, category in table.columns.items():
            found.setdefault((table.subject, category), []).append(f"{table.table}.{column}")
    same = {
        CONTROLLER: config.service.name,
        STORAGE: _storage(config),
        TRANSFERS: _transfers(config, facts),
        SECURITY: _security(config, facts),
    }
    empty = dict.fromkeys(COLUMNS, "")
    return {
        (kind, category): {
            **empty,
            **same,
            SUBJECTS: kind,
            CATEGORY: category,
            DATA: _plain(category),
            WHERE: "; ".join(sorted(found[kind, category])),
        }
        for kind, category in sorted(found)
    }


def _plain(category: str) -> str:
    """The category in plain words: its own, or those of its nearest ancestor."""
    while category not in words():
        category = category.rpartition(".")[0] or "user"
    return words()[category]


def _storage(config: Config) -> str:
    return "; ".join(
        [f"{config.hub.country} (hub)", *(f"{c} (home)" for c in sorted(config.homes))]
    )


def _transfers(config: Config, facts: Facts) -> str:
    """Each country outside the EEA in which data lies or to which it may go, with the papers."""
    papers = [paper for paper in config.instruments if paper.valid_on(facts.as_of)]
    reached = {config.hub.country, *config.homes, *(paper.to for paper in papers)}
    return "; ".join(
        f"{country}: {', '.join(_papers(papers, country)) or 'no instrument on record'}"
        for country in sorted(reached - facts.union)
    )


def _papers(papers: Iterable[Instrument], country: str) -> Iterator[str]:
    return iter(
        sorted(f"{p.kind} under {p.law} ({p.reference})" for p in papers if p.to == country)
    )


def _security(config: Config, facts: Facts) -> str:
    said = [_placement(each) for each in sorted(facts.kept, key=lambda kept: kept.people)]
    open_places = [f"home {c}" for c, home in sorted(config.homes.items()) if home.insecure]
    if config.hub.insecure:
        open_places.insert(0, "hub")
    without = f", but not to: {', '.join(open_places)}" if open_places else ""
    return "; ".join([*said, f"{_TLS}{without}"])


def _placement(kept: Kept) -> str:
    duties = ", ".join(f"{law}: {duty}" for law, duty in kept.duties)
    where = "only" if kept.alone else "and in the hub"
    return f"people of {kept.people} are placed at the home in {kept.home} {where} ({duties})"
