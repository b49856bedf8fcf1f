"""A subject's domicile as SQL over the whole table: the first evidence that is understood."""

from __future__ import annotations

from collections.abc import Iterator

from domicile.catalog.model import Evidence, Subject
from domicile.pg.compose import Composable, Composed, comma, equal, qualified, sql
from domicile.pg.compose import table as table_name


def evidence_value(subject: Subject) -> Composed:
    """The jurisdiction that the first evidence with a known spelling speaks for."""
    found = [
        sql.SQL("(SELECT y.jurisdiction FROM domicile.spelling y WHERE y.spelling = {})").format(
            normal_form(evidence_column(subject, number))
        )
        for number in range(len(subject.evidence))
    ]
    return sql.SQL("coalesce({})").format(comma(found))


def evidence_column(subject: Subject, number: int) -> sql.Identifier:
    """The evidence column number `number`, at the alias that `evidence_joins` gives it."""
    evidence = subject.evidence[number]
    alias = _evidence_alias(number, len(evidence.hops)) if evidence.hops else "s"
    return qualified(evidence.column, alias)


def normal_form(value: Composable) -> Composed:
    """A spelling as domicile.spelling keeps it."""
    return sql.SQL("lower(btrim({}::text))").format(value)


def evidence_joins(subject: Subject, start: str) -> Composed:
    """`LEFT JOIN ...` from the alias of the subject's table to every evidence column."""
    parts = [
        part
        for number, evidence in enumerate(subject.evidence)
        for part in _joins(evidence, number, start)
    ]
    return sql.Composed(parts)


def _joins(evidence: Evidence, number: int, start: str) -> Iterator[Composed]:
    before = start
    for step, hop in enumerate(evidence.hops, start=1):
        alias = _evidence_alias(number, step)
        near = [qualified(name, before) for name in hop.near]
        far = [qualified(name, alias) for name in hop.far]
        yield sql.SQL(" LEFT JOIN {} {} ON {}").format(
            table_name(hop.table), sql.Identifier(alias), equal(far, near)
        )
        before = alias


def _evidence_alias(number: int, step: int) -> str:
    return f"e{number}_{step}"
