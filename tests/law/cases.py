"""The services and facts that the law and placement tests judge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from domicile.config.service import Commitment, Instrument, LawSettings, Service
from domicile.law.case import Case

NAMES = frozenset({"user.name.first", "user.name.last", "user.contact.email"})
ONE_TRACE = frozenset({"user.device.ip_address"})
TRACES = frozenset({"user.device.ip_address", "user.device.cookie_id", "user.demographic.language"})
TODAY = date(2026, 11, 21)
STRICT = LawSettings(profiles={"ru-242-fz": "strict"})

SAKILA = Service(
    name="Sakila Rental",
    kinds=frozenset({"rental"}),
    established_in=frozenset({"US", "KZ"}),
    targets=frozenset({"US", "RU", "CN", "IN", "KZ"}),
    volume_handler=frozenset({"CN"}),
)
CHIRP = Service(
    name="Chirp",
    kinds=frozenset({"social-network", "advertising"}),
    established_in=frozenset({"US", "KZ"}),
    targets=frozenset({"US", "RU", "KZ", "DE", "FR"}),
    facts=frozenset({"dpf-certified"}),
)
SAKILA_PROMISE = Commitment(
    id="in-lease",
    country="IN",
    keep_in="IN",
    duty="exclusive",
    whose="all",
    categories=("user",),
    exceptions=(),
    since=date(2024, 1, 1),
    cites="franchise contract 2024-17, section 9",
)
CHIRP_PROMISE = Commitment(
    id="de-policy",
    country="DE",
    keep_in="DE",
    duty="exclusive",
    whose="residents",
    categories=("user",),
    exceptions=(),
    since=date(2024, 1, 1),
    cites="privacy policy, section 7",
)


def case(**changes: Any) -> Case:
    """Sakila's case on 2026-11-21, with changes."""
    return replace(
        Case(service=SAKILA, collected=NAMES, hub="US", as_of=TODAY, settings=STRICT), **changes
    )


def service(**facts: Any) -> Service:
    """A service that is nothing but what is said here; countries and names as sets of words."""
    words = {k: frozenset(v.split()) if isinstance(v, str) else v for k, v in facts.items()}
    return Service(name="a service", **words)


def paper(
    law: str, kind: Any, *, to: str = "US", since: str = "2024-01-01", until: str | None = None
) -> Instrument:
    """A transfer instrument on record."""
    return Instrument(
        law=law,
        kind=kind,
        to=to,
        since=date.fromisoformat(since),
        until=date.fromisoformat(until) if until else None,
        reference="file 7",
    )
