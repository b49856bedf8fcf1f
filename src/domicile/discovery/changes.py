"""What a look at the database found that the committed map does not know, or no longer holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domicile.config.decisions import Decisions, Route
from domicile.config.model import HopEntry
from domicile.config.names import TableName
from domicile.discovery.model import Estate, Finding
from domicile.discovery.proposal import Entry, Proposal

_SURE = 0.9


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The difference between a map and the database.

    `fresh` are the proposal's entries with only what nobody has decided on yet. `gone` are
    decisions on tables or columns that do not exist any more. `contradicted` are columns that
    were left in the hub as looking like one thing and now surely look like another.
    """

    fresh: tuple[Entry, ...]
    gone: tuple[tuple[TableName, str], ...]
    contradicted: tuple[tuple[Finding, str], ...]

    @property
    def unmapped(self) -> tuple[Finding, ...]:
        """What is personal and on no list: the gate for CI fails on it."""
        new = [each for entry in self.fresh for each in entry.mapped]
        held = [each for entry in self.fresh for each, _ in entry.open]
        return (*new, *held, *(finding for finding, _ in self.contradicted))

    def __bool__(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.fresh or self.gone or self.contradicted)


def compare(proposal: Proposal, decisions: Decisions) -> Changes:
    """What the proposal has that the decisions lack, and the other way round."""
    estate = proposal.estate
    needed = {place for route in decisions.routes for place in _places(route, estate)}
    fresh = (_undecided(entry, decisions, needed) for entry in proposal.entries)
    return Changes(
        fresh=tuple(entry for entry in fresh if entry.mapped or entry.open or entry.kept),
        gone=tuple(sorted(_gone(decisions, estate, whole=proposal.whole))),
        contradicted=tuple(_contradicted(proposal, decisions)),
    )


def _undecided(entry: Entry, decisions: Decisions, needed: set[tuple[TableName, str]]) -> Entry:
    name = entry.relation.name
    known = {*decisions.mapped.get(name, {}), *decisions.skeleton.get(name, {})}
    known |= {column for table, column in needed if table == name}
    return Entry(
        relation=entry.relation,
        kind=entry.kind,
        belonging=entry.belonging,
        mapped=tuple(each for each in entry.mapped if each.column not in known),
        open=tuple((each, why) for each, why in entry.open if each.column not in known),
        kept=tuple(each for each in entry.kept if each.column not in known),
        count=entry.count,
    )


def _gone(decisions: Decisions, estate: Estate, *, whole: bool) -> Iterator[tuple[TableName, str]]:
    """Decided columns of tables that were looked at and do not have them."""
    for columns in (decisions.mapped, decisions.skeleton):
        for name, decided in columns.items():
            relation = estate.get(name)
            if relation is None and not whole:
                continue
            for column in decided:
                if relation is None or column not in relation.by_name:
                    yield name, column


def _contradicted(proposal: Proposal, decisions: Decisions) -> Iterator[tuple[Finding, str]]:
    for finding in proposal.findings:
        looked_like = decisions.skeleton.get(finding.table, {}).get(finding.column)
        surely = finding.confidence >= _SURE
        if looked_like and surely and _top(looked_like) != _top(finding.category):
            yield finding, looked_like


def _top(category: str) -> str:
    return ".".join(category.split(".")[:2])


def _places(route: Route, estate: Estate) -> Iterator[tuple[TableName, str]]:
    """The columns of a route, as far as the database still knows it."""
    here = route.start
    for hop in route.hops:
        there = _target(here, hop, estate)
        if there is None:
            return
        near, far = (hop.references, hop.columns) if hop.source else (hop.columns, hop.references)
        yield from ((here, column) for column in near)
        yield from ((there, column) for column in far)
        here = there
    if route.column is not None:
        yield here, route.column


def _target(here: TableName, hop: HopEntry, estate: Estate) -> TableName | None:
    if hop.source or hop.to:
        return hop.source or hop.to
    keys = estate[here].foreign_keys if here in estate else ()
    return next((key.target for key in keys if set(key.columns) == set(hop.columns)), None)
