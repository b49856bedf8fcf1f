"""At least 300 verdicts over all packs, and what authorities did as cases with their verdicts."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from domicile.config.service import LawSettings
from domicile.law.model import Law, Transfer
from domicile.law.store import shipped
from domicile.law.verdict import judge
from law.cases import case
from law.rows.common import Precedent, Row

LAWS = {law.id: law for law in shipped()}
MODULES = [
    import_module(f"law.rows.{path.stem}")
    for path in sorted((Path(__file__).parent / "rows").glob("[a-z]*.py"))
    if path.stem != "common"
]
ROWS: list[Row] = [row for module in MODULES for row in module.ROWS]
PRECEDENTS: list[Precedent] = [row for module in MODULES for row in module.PRECEDENTS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.law}-{row.day}-{row.outcome}")
def test_the_verdict_of_a_row(row: Row) -> None:
    """What the table says comes out, the duties in the order of the pack."""
    profiles = {} if row.profile is None else {row.law: row.profile}
    facts = case(
        service=row.service,
        collected=row.collected,
        as_of=date.fromisoformat(row.day),
        settings=LawSettings(profiles=profiles),
        hub=row.hub,
        instruments=row.on_record(),
    )
    verdict = judge(LAWS[row.law], facts)

    assert (row.outcome, row.duties.split()) == (
        verdict.outcome,
        [demand.duty for demand in verdict.demands],
    )
    if row.leaves is not None:
        exports = [demand.export for demand in verdict.demands if demand.export]
        assert exports
        assert row.leaves == all(export.allowed for export in exports)


@pytest.mark.parametrize("row", PRECEDENTS, ids=lambda row: f"{row.law}-{row.on}-{row.against}")
def test_what_an_authority_did_is_the_verdict(row: Precedent) -> None:
    """The pack has the precedent, and judges such a service as the authority did."""
    law = LAWS[row.law]
    known = {(p.on, p.against) for version in law.versions for p in version.precedents}
    assert (row.on, row.against) in known
    facts = case(
        service=row.service,
        collected=row.collected,
        as_of=date.fromisoformat(row.day),
        settings=LawSettings(),
    )
    verdict = judge(law, facts)

    assert (row.outcome, row.duties.split()) == (
        verdict.outcome,
        [demand.duty for demand in verdict.demands],
    )


def test_every_pack_is_judged_on_both_sides() -> None:
    """A law that binds everybody, or nobody, in the table has not been tried."""
    outcomes: dict[str, set[str]] = {law: set() for law in LAWS}
    for row in ROWS:
        outcomes[row.law].add(row.outcome)
    bills = {law.id for law in LAWS.values() if law.versions[-1].status in {"bill", "enacted"}}
    for law, found in outcomes.items():
        assert ("binds" in found) == (law not in bills), law
        assert found - {"binds"}, law


def test_every_accepted_instrument_opens_a_way_in_some_row_and_none_opens_it_in_another() -> None:
    """A transfer condition that no row tries could say anything."""
    for law in LAWS.values():
        accepted = {kind for clause in _transfers(law) for kind in clause.instruments}
        asked = {kind for clause in _transfers(law) for kind in clause.along_with}
        rows = [row for row in ROWS if row.law == law.id]
        opening = {paper.kind for row in rows if row.leaves for paper in row.on_record()}
        alone = {row.papers for row in rows if row.leaves is False}

        assert accepted | asked <= opening, law.id
        assert not accepted or () in alone, law.id
        assert not asked or any(alone - {()}), law.id


def _transfers(law: Law) -> list[Transfer]:
    """The transfer conditions of every version that is in force on some day."""
    return [
        clause.transfer
        for version in law.versions
        if version.status == "in-force"
        for clause in version.every_clause()
        if clause.transfer is not None
    ]
