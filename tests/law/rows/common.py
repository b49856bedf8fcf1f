"""What a row is, and the services and data that many rows share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from domicile.config.service import Instrument, Number, Period, Service, Unit
from law.cases import NAMES, ONE_TRACE, TRACES, paper
from law.cases import service as make

__all__ = [
    "EARLY",
    "NAMES",
    "NEAR",
    "NO",
    "ONE_TRACE",
    "TRACES",
    "YES",
    "Precedent",
    "Row",
    "aimed",
    "at_home",
    "make",
    "number",
    "with_facts",
]

YES, NEAR, NO, EARLY = "binds", "would bind if", "does not bind", "not in force"
Collected = frozenset[str]


class Row(NamedTuple):
    """One verdict: `duties` are those of the clauses that bind, in the order of the pack."""

    law: str
    day: str
    service: Service
    collected: Collected
    outcome: str
    duties: str = ""
    #: The profile of the law that is followed, when it is not the default.
    profile: str | None = None
    #: The country of the hub.
    hub: str = "US"
    #: Whether the data may be kept in the hub, for each `restricted` clause that binds.
    leaves: bool | None = None
    #: The instruments on record, as words "kind", "kind@COUNTRY" and "kind..LAST"; see `on_record`.
    papers: tuple[str, ...] = ()

    def on_record(self) -> tuple[Instrument, ...]:
        """The papers, each to the hub's country if it names none.

        They are older than every row; one with a day after two dots is not valid from that day on.
        """
        found: list[Instrument] = []
        for each in self.papers:
            words, _, until = each.partition("..")
            kind, _, to = words.partition("@")
            to, last = to or self.hub, until or None
            found.append(paper(self.law, kind, to=to, since="2014-01-01", until=last))
        return tuple(found)


class Precedent(NamedTuple):
    """What an authority did, as a verdict: `on` and `against` are those of the pack's entry."""

    law: str
    on: str
    against: str
    #: The day on which the service is judged: that of the breach.
    day: str
    service: Service
    collected: Collected
    outcome: str
    duties: str = ""


def aimed(*codes: str, **facts: Any) -> Service:
    """A service aimed at these countries and established in none."""
    return make(targets=frozenset(codes), **facts)


def at_home(*codes: str, **facts: Any) -> Service:
    """A service established in these countries."""
    return make(established_in=frozenset(codes), **facts)


def number(
    service: Service, country: str, count: int, unit: Unit, period: Period, *categories: str
) -> Service:
    """The service, which states a number of itself."""
    stated = Number(
        country=country, unit=unit, period=period, count=count, categories=frozenset(categories)
    )
    return replace(service, numbers=(*service.numbers, stated))


def with_facts(service: Service, *facts: str) -> Service:
    """The service, which states these facts."""
    return replace(service, facts=service.facts | frozenset(facts))
