"""Categories that somebody has already given to columns: they are decided, not found."""

from __future__ import annotations

from collections.abc import Mapping

from domicile.config.decisions import Columns
from domicile.config.names import TableName
from domicile.discovery.model import Finding, Survey

_REASON = ("given",)


def adopt(
    surveys: Mapping[TableName, Survey],
    findings: Mapping[TableName, tuple[Finding, ...]],
    given: Columns,
) -> dict[TableName, tuple[Finding, ...]]:
    """The findings, those of given columns replaced by what was given.

    Args:
        surveys: the relations that were looked at.
        findings: what was found, by table.
        given: table -> column -> category; one that is not of a person takes the finding away.
    """
    return {
        name: _adopted(survey, findings[name], given.get(name, {}))
        for name, survey in surveys.items()
    }


def _adopted(
    survey: Survey, found: tuple[Finding, ...], given: Mapping[str, str]
) -> tuple[Finding, ...]:
    if not given:
        return found
    known = {finding.column: finding for finding in found if finding.column not in given}
    for column, category in given.items():
        if column in survey.relation.by_name and category.split(".")[0] == "user":
            known[column] = Finding(
                table=survey.relation.name,
                column=column,
                category=category,
                confidence=1.0,
                reasons=_REASON,
                rows=survey.rows,
            )
    return tuple(known[column.name] for column in survey.relation.columns if column.name in known)
