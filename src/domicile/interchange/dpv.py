"""The data map in the Data Privacy Vocabulary: who keeps what of whom, and in which countries.

Source: W3C Data Privacy Vocabularies and Controls Community Group, DPV 2 (https://w3id.org/dpv).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Literal, cast

from domicile.config.model import Config
from domicile.config.service import Commitment, Instrument
from domicile.interchange.graph import Named, Node, json_ld, turtle

Match = Literal["exact", "close", "broad"]
Form = Literal["turtle", "json-ld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Our words in DPV's: categories with how well they fit, instruments, kinds of people."""

    prefixes: Mapping[str, str]
    categories: Mapping[str, tuple[str, Match]]
    instruments: Mapping[str, str]
    subjects: Mapping[str, str]


@cache
def vocabulary() -> Vocabulary:
    """What `dpv.toml` says."""
    text = resources.files("domicile.interchange").joinpath("dpv.toml").read_text("utf-8")
    raw = cast("dict[str, dict[str, str]]", tomllib.loads(text))
    pairs = cast("dict[str, list[str]]", raw["categories"])
    return Vocabulary(
        prefixes=raw["prefixes"],
        categories={key: (term, cast("Match", match)) for key, (term, match) in pairs.items()},
        instruments=raw["instruments"],
        subjects=raw["subjects"],
    )


def render(config: Config, form: Form = "turtle") -> str:
    """The data map as a graph in one of its text forms; same config, same bytes."""
    write = json_ld if form == "json-ld" else turtle
    return write(vocabulary().prefixes, tuple(_nodes(config)))


def _nodes(config: Config) -> Iterator[Node]:
    kinds = sorted(entry.kind for entry in config.subjects)
    places = sorted({config.hub.country, *config.homes})
    papers = sorted(config.instruments, key=_order)
    promises = sorted(config.commitments, key=lambda each: each.id)
    yield Node(
        name="#service",
        types=("dpv:Process",),
        values={
            "rdfs:label": [config.service.name],
            "dpv:hasDataController": [Named("#controller")],
            "dpv:hasDataSubject": [Named(f"#kind-{kind}") for kind in kinds],
            "dpv:hasLegalMeasure": [Named(f"#instrument-{n + 1}") for n in range(len(papers))],
            "dpv:hasPersonalData": _terms(config, None),
            "dpv:hasPolicy": [Named(f"#commitment-{each.id}") for each in promises],
            "dpv:hasProcess": [Named(f"#process-{kind}") for kind in kinds],
            "dpv:hasStorageCondition": [Named(f"#storage-{place}") for place in places],
        },
    )
    yield Node(
        name="#controller",
        types=("dpv:DataController",),
        values={"rdfs:label": [config.service.name]},
    )
    for kind in kinds:
        yield from _of_kind(config, kind)
    for place in places:
        yield _storage(config, place)
    for number, paper in enumerate(papers, start=1):
        yield _instrument(paper, number)
    yield from map(_commitment, promises)


def _of_kind(config: Config, kind: str) -> Iterator[Node]:
    known = vocabulary().subjects.get(kind)
    types = ("dpv:DataSubject", known) if known else ("dpv:DataSubject",)
    yield Node(name=f"#kind-{kind}", types=types, values={"rdfs:label": [kind]})
    yield Node(
        name=f"#process-{kind}",
        types=("dpv:Process",),
        values={
            "rdfs:label": [f"{config.service.name}: {kind}"],
            "dpv:hasDataSubject": [Named(f"#kind-{kind}")],
            "dpv:hasPersonalData": _terms(config, kind),
        },
    )


def term(category: str) -> str:
    """The term for a category: its own, or that of its nearest ancestor."""
    known = vocabulary().categories
    while category not in known:
        category = category.rpartition(".")[0] or "user"
    return known[category][0]


def _terms(config: Config, kind: str | None) -> list[Named]:
    """The personal data of a kind of people, or of all."""
    return [
        Named(term(category))
        for table in config.tables
        if kind in (None, table.subject)
        for category in table.columns.values()
    ]


def _storage(config: Config, country: str) -> Node:
    label = "hub" if country == config.hub.country else "home"
    return Node(
        name=f"#storage-{country}",
        types=("dpv:StorageLocation",),
        values={
            "rdfs:label": [f"{label} in {country}"],
            "dpv:hasLocation": [Named(f"loc:{country}")],
        },
    )


def _instrument(paper: Instrument, number: int) -> Node:
    types = ("dpv:SafeguardForDataTransfer", vocabulary().instruments[paper.kind])
    last = None if paper.until is None else paper.until - timedelta(days=1)
    return Node(
        name=f"#instrument-{number}",
        types=types,
        values={
            "rdfs:label": [f"{paper.kind} under {paper.law}"],
            "dct:identifier": [paper.reference],
            "dct:valid": [_interval(paper.since, last)],
            "dpv:hasThirdCountry": [Named(f"loc:{paper.to}")],
        },
    )


def _commitment(promise: Commitment) -> Node:
    whose = promise.whose.replace("-", " ")
    return Node(
        name=f"#commitment-{promise.id}",
        types=("dpv:DataJurisdictionPolicy",),
        values={
            "rdfs:label": [promise.id],
            "dct:description": [f"{promise.duty}: data of {whose} of {promise.country}"],
            "dct:source": [promise.cites],
            "dct:valid": [_interval(promise.since, None)],
            "dpv:hasLocation": [Named(f"loc:{promise.keep_in}")],
        },
    )


def _interval(first: date, last: date | None) -> str:
    """From the first to the last day; `..` for an end that is open (ISO 8601-2)."""
    return f"{first.isoformat()}/{last.isoformat() if last else '..'}"


def _order(paper: Instrument) -> tuple[str, ...]:
    return (paper.law, paper.kind, paper.to, paper.since.isoformat(), paper.reference)
