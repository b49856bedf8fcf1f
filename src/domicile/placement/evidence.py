"""A subject's domicile as SQL over the whole table: the label of what ties it to countries."""

from __future__ import annotations

from collections.abc import Iterator

from domicile.catalog.model import Evidence, Subject
from domicile.pg.compose import Composable, Composed, comma, equal, qualified, raw, sql
from domicile.pg.compose import table as table_name
from domicile.placement.ties import AXES, BETWEEN, LEFT_OUT, Axis

_SPELLINGS = sql.Identifier("domicile", "spelling")


def evidence_value(subject: Subject) -> Composed:
    """The label of a subject's ties (`ties.Ties`), after the joins of `evidence_joins`."""
    return scoped(subject, label(tie(subject, "citizenship"), tie(subject, "territory")))


def tie(subject: Subject, axis: Axis) -> Composed:
    """The code on one axis: that of the first evidence understood; NULL for none."""
    codes = [jurisdiction(number) for number in speaking(subject, axis)]
    return sql.SQL("coalesce({})").format(comma([*codes, sql.SQL("NULL::text")]))


def jurisdiction(number: int) -> sql.Identifier:
    """What evidence number `number` says, once its spelling is looked up."""
    return sql.Identifier(f"k{number}", "jurisdiction")


def label(citizenship: Composable, territory: Composable) -> Composed:
    """`Ties.label` of two codes of which any may be NULL."""
    return sql.SQL(
        "CASE WHEN {c} <> {t} THEN {c} || {between} || {t} ELSE coalesce({c}, {t}) END"
    ).format(c=citizenship, t=territory, between=sql.Literal(BETWEEN))


def scoped(subject: Subject, tied: Composed) -> Composed:
    """The label of people who are left out, where the config has a scope."""
    if subject.scope is None:
        return tied
    return sql.SQL("CASE WHEN ({}) THEN {} ELSE {} || {} END").format(
        raw(subject.scope), tied, sql.Literal(LEFT_OUT), tied
    )


def speaking(subject: Subject, axis: Axis) -> list[int]:
    """The numbers of the evidence that speaks for an axis, in order of weight."""
    return [number for number, each in enumerate(subject.evidence) if AXES[each.speaks_for] == axis]


def evidence_column(subject: Subject, number: int) -> sql.Identifier:
    """The evidence column number `number`, at the alias that `evidence_joins` gives it."""
    evidence = subject.evidence[number]
    alias = _evidence_alias(number, len(evidence.hops)) if evidence.hops else "s"
    return qualified(evidence.column, alias)


def normal_form(value: Composable) -> Composed:
    """A spelling as domicile.spelling keeps it."""
    return sql.SQL("lower(btrim({}::text))").format(value)


def evidence_joins(subject: Subject, start: str, known: Composable = _SPELLINGS) -> Composed:
    """`LEFT JOIN ...` from the alias of the subject's table to what every evidence says.

    Args:
        known: a table of spellings and their jurisdictions.
    """
    parts: list[Composed] = []
    for number, evidence in enumerate(subject.evidence):
        parts += _joins(evidence, number, start)
        alias = sql.Identifier(f"k{number}")
        spelling = sql.Identifier(f"k{number}", "spelling")
        given = normal_form(evidence_column(subject, number))
        parts.append(sql.SQL(" LEFT JOIN {} {} ON {} = {}").format(known, alias, spelling, given))
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
