"""Which findings a move can take as the database stands, and why it cannot take the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from domicile.catalog.model import Hop
from domicile.config.names import TableName
from domicile.discovery.judge import PERSONAL
from domicile.discovery.model import Finding, Relation, Survey
from domicile.discovery.proposal import Entry, Kind
from domicile.discovery.ways import Belonging

Place = tuple[TableName, str]
_EVIDENCE = "it is evidence of where a person belongs"
_ON_THE_WAY = "it is on the way of rows to their person"
_NEEDED = frozenset({_EVIDENCE, _ON_THE_WAY})


class Movable:
    """The rules of a map (docs/config.md, "What cannot be personal") over one estate."""

    def __init__(
        self,
        surveys: Mapping[TableName, Survey],
        whose: Mapping[TableName, Belonging],
        kinds: tuple[Kind, ...],
    ) -> None:
        self._surveys = surveys
        self._whose = whose
        self._evidence = set(_evidence(kinds))
        self._ways = {
            place
            for name, belonging in whose.items()
            if belonging.way
            for place in _steps(name, belonging.way.hops)
        }
        self._first: dict[str, TableName] = {}

    def entry(
        self, name: TableName, kinds: Mapping[TableName, str], found: tuple[Finding, ...]
    ) -> Entry:
        """The table's place in the map: what of it moves, what cannot, what is left alone."""
        relation = self._surveys[name].relation
        belonging = self._whose[name]
        personal = [finding for finding in found if finding.confidence >= PERSONAL]
        why = self._why_not(relation, belonging) if personal else ""
        stays = {finding.column: why or self._why_stays(relation, finding) for finding in personal}
        stays |= _unfit_for_generated(relation, {column for column, no in stays.items() if not no})
        return Entry(
            relation=relation,
            kind=kinds[belonging.way.subject] if belonging.way else "",
            belonging=belonging,
            mapped=tuple(
                sorted(
                    (each for each in personal if not stays[each.column]),
                    key=lambda each: (each.confidence, each.column),
                )
            ),
            open=tuple(
                (each, stays[each.column])
                for each in personal
                if stays[each.column] not in {"", *_NEEDED}
            ),
            needed=tuple(
                (each, stays[each.column]) for each in personal if stays[each.column] in _NEEDED
            ),
            kept=tuple(each for each in found if each.confidence < PERSONAL),
        )

    def _why_not(self, relation: Relation, belonging: Belonging) -> str:
        """Why no row of the table can be moved, or nothing."""
        if relation.unmapped:
            return f"the table {relation.unmapped}"
        if belonging.way is None:
            return "no way leads from a row to a person"
        other = self._first.setdefault(relation.name.table, relation.name)
        if other != relation.name:
            return f"{other} has the same name in another schema"
        return ""

    def _why_stays(self, relation: Relation, finding: Finding) -> str:
        column = relation.by_name[finding.column]
        place = (relation.name, finding.column)
        if column.stays:
            return f"it {column.stays}"
        if place in self._evidence:
            return _EVIDENCE
        return _ON_THE_WAY if place in self._ways else ""


def _unfit_for_generated(relation: Relation, mapped: set[str]) -> dict[str, str]:
    """Columns that must stay because a generated column ties them to what stays."""
    why: dict[str, str] = {}
    at_home = mapped | set(relation.key)
    for column in relation.columns:
        if column.reads is None:
            continue
        if column.name in mapped and not column.reads & (mapped - {column.name}):
            why[column.name] = "it is generated from what stays in the hub"
        elif column.reads & mapped and not (column.name in mapped and column.reads <= at_home):
            why |= dict.fromkeys(
                sorted((column.reads | {column.name}) & mapped),
                f"the generated column {column.name!r} reads it together with what stays",
            )
    return why


def with_generated(relation: Relation, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, and those of generated columns that are made of personal ones.

    What is made of personal data is personal, whatever its own name and values say.
    """
    by_column = {finding.column: finding for finding in found}
    for column in relation.columns:
        sources = [
            by_column[name]
            for name in sorted(column.reads or ())
            if name in by_column and by_column[name].confidence >= PERSONAL
        ]
        own = by_column.get(column.name)
        if sources and (own is None or own.confidence < PERSONAL):
            surest = max(sources, key=lambda each: each.confidence)
            by_column[column.name] = replace(
                surest,
                column=column.name,
                reasons=(f"generated from {surest.column!r}",),
                interval=None,
                shape="",
            )
    return tuple(by_column[column.name] for column in relation.columns if column.name in by_column)


def _evidence(kinds: tuple[Kind, ...]) -> Iterator[Place]:
    for kind in kinds:
        for each in kind.usable:
            yield from _steps(kind.table, each.hops)
            yield each.table, each.column


def _steps(start: TableName, hops: tuple[Hop, ...]) -> Iterator[Place]:
    here = start
    for hop in hops:
        yield from ((here, column) for column in hop.near)
        yield from ((hop.table, column) for column in hop.far)
        here = hop.table
