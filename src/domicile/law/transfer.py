"""Whether data under a `restricted` clause may be kept in a country on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from domicile.config.service import Instrument, Service
from domicile.law.model import Adequacy, Clause, Law, Reason, Transfer, reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Whether data may leave to a country, and the reason either way.

    `papers`: how many instruments on record it rests on.
    """

    to: str
    allowed: bool
    reason: Reason
    papers: int = 0


class Border(Protocol):
    """What a clause lets out, asked for one country after the other."""

    def to(self, country: str) -> Export:
        """Whether data may leave to that country."""
        ...

    def opens_by_instrument(self, country: str) -> bool:
        """Whether a transfer instrument could let data leave to that country."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Clausal:
    """The border that a clause of a law draws, for a service with these papers, on a day."""

    law: Law
    clause: Clause
    service: Service
    instruments: tuple[Instrument, ...]
    on: date

    def to(self, country: str) -> Export:
        """Whether data may leave to that country."""
        return may_leave(
            self.law,
            self.clause,
            to=country,
            service=self.service,
            instruments=self.instruments,
            on=self.on,
        )

    def opens_by_instrument(self, country: str) -> bool:
        """Whether the clause takes instruments, and does not bar the country."""
        transfer = self.clause.transfer or Transfer()
        return bool(transfer.instruments) and country not in transfer.barred


def may_leave(
    law: Law,
    clause: Clause,
    *,
    to: str,
    service: Service,
    instruments: Iterable[Instrument],
    on: date,
) -> Export:
    """Judge one clause for one destination. In doubt the answer is no."""
    transfer = clause.transfer or Transfer()
    if to in law.reach:
        return _yes(to, reason(f"it stays in {to}: nothing leaves", clause.basis))
    if to in transfer.barred:
        return _no(to, reason(f"transfers to {to} are barred", clause.basis))
    if transfer.free:
        return _yes(to, reason(f"transfers to {to} are not restricted", clause.basis))
    adequate = [a for a in transfer.adequate if to in a.countries and _holds_on(a, on)]
    for entry in adequate:
        if entry.fact is None or entry.fact in service.facts:
            return _yes(to, reason(f"{to} is recognised as adequate", entry.basis))
    papers = [i for i in instruments if (i.law, i.to) == (law.id, to) and i.valid_on(on)]
    return _by_instrument(clause, to, papers, adequate)


def _by_instrument(
    clause: Clause,
    to: str,
    papers: list[Instrument],
    adequate: list[Adequacy],
) -> Export:
    """Look for one accepted instrument together with everything that must go along with it."""
    transfer = clause.transfer or Transfer()
    used = [paper for paper in papers if paper.kind in transfer.instruments]
    recorded = {paper.kind for paper in papers}
    missing = [kind for kind in transfer.along_with if kind not in recorded]
    if used and not missing:
        paper = used[0]
        text = f"transfers to {to} rest on {paper.kind} since {paper.since} ({paper.reference})"
        return replace(_yes(to, reason(text, clause.basis)), papers=1 + len(transfer.along_with))
    wanted = _wanted(transfer, adequate, missing, used=bool(used))
    return _no(to, reason(f"no ground on record for keeping data in {to}; {wanted}", clause.basis))


def _wanted(
    transfer: Transfer, adequate: list[Adequacy], missing: Sequence[str], *, used: bool
) -> str:
    """What would open the way, in words."""
    ways = [f"the fact {a.fact!r}" for a in adequate if a.fact]
    if used:
        ways.append("also " + " and ".join(missing))
    elif transfer.instruments:
        extra = f", with {' and '.join(missing)}" if missing else ""
        ways.append(" or ".join(transfer.instruments) + extra)
    return "accepted would be " + "; or ".join(ways) if ways else "none is accepted"


def _holds_on(adequacy: Adequacy, day: date) -> bool:
    """True when the decision is in force that day."""
    return adequacy.since <= day and (adequacy.until is None or day < adequacy.until)


def _yes(to: str, why: Reason) -> Export:
    return Export(to=to, allowed=True, reason=why)


def _no(to: str, why: Reason) -> Export:
    return Export(to=to, allowed=False, reason=why)
