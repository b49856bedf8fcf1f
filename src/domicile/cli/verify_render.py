"""How a verification and its remedies look to people."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from domicile.evidence.model import MEANING, Verification
from domicile.evidence.remedy import Remedy


def violations(result: Verification) -> RenderableType:
    """Every wrong row by its key, with the columns that are wrong."""
    table = _table("breaks", "table", "key", "home", "what is wrong")
    for each in sorted(result.violations):
        invariant, meaning = MEANING[each.fault]
        wrong = f"{meaning}: {', '.join(each.columns)}" if each.columns else meaning
        _add(table, invariant, each.table, ", ".join(each.key), each.home or "", wrong)
    if result.found > len(result.violations):
        _add(table, "", "", f"and {result.found - len(result.violations):,} more", "", "")
    return table


def remedies(listed: Iterable[Remedy], *, do: bool) -> RenderableType:
    """What was done about every wrong row, or would be."""
    table = _table("fault", "table", "key", "home", "done" if do else "would be done", "why")
    for each in listed:
        wrong = each.violation
        action = each.action if each.done or not do else None
        _add(
            table,
            wrong.fault,
            wrong.table,
            ", ".join(wrong.key),
            wrong.home or "",
            action or "-",
            each.says,
        )
    return table


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _add(table: Table, *cells: str) -> None:
    # As text: a name may look like markup.
    table.add_row(*map(Text, cells))
