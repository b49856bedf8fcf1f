"""How `init` shows its work: progress, a summary for people, the difference for CI."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from domicile.discovery.changes import Changes
from domicile.discovery.model import Finding
from domicile.discovery.proposal import Proposal
from domicile.discovery.run import Progress as Asked
from domicile.discovery.toml_text import decision

_MOST_MISSED = 5


@contextmanager
def asking() -> Generator[Asked]:
    """A bar on stderr per stage; nothing when stderr is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading the catalog", total=None)
        yield lambda verb, done, total: bar.update(
            task, description=verb, completed=done, total=total
        )


def summary(proposal: Proposal, changes: Changes | None, path: Path) -> RenderableType:
    """What was found, in a few lines; of an existing file only what is new in it."""
    if changes is not None:
        return Text(_news(changes, path))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("people", "table", "evidence", "tables", "columns"):
        table.add_column(heading, justify="right" if heading in {"tables", "columns"} else "left")
    tables: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    for entry in proposal.entries:
        tables[entry.kind] += bool(entry.mapped)
        columns[entry.kind] += len(entry.mapped)
    for kind in proposal.kinds:
        evidence = ", ".join(each.column for each in kind.usable[:2]) or "none found"
        table.add_row(
            kind.name, str(kind.table), evidence, str(tables[kind.name]), str(columns[kind.name])
        )
    return Group(table, Text(), Text(_closing(proposal, path)))


def _closing(proposal: Proposal, path: Path) -> str:
    held = sum(len(entry.open) for entry in proposal.entries)
    doubtful = sum(each.confidence < 0.8 for entry in proposal.entries for each in entry.mapped)
    lines = [f"{len(proposal.surveys):,} tables were looked at; {path} is written."]
    if doubtful:
        lines.append(f"{doubtful:,} of the columns are doubtful: they stand first in their tables.")
    if held:
        lines.append(
            f"{held:,} personal columns cannot move as things stand: see OPEN in the file."
        )
    missed = sorted(proposal.missed.items())
    lines += [f"not read: {name} {why}" for name, why in missed[:_MOST_MISSED]]
    if len(missed) > _MOST_MISSED:
        lines.append(f"not read: {len(missed) - _MOST_MISSED:,} more, listed in the file")
    return "\n".join(lines)


def _news(changes: Changes, path: Path) -> str:
    if not changes:
        return f"{path}: nothing new"
    new = sum(len(entry.mapped) for entry in changes.fresh)
    held = sum(len(entry.open) for entry in changes.fresh)
    kept = sum(len(entry.kept) for entry in changes.fresh)
    lines = [f"{path}: {new} new personal columns, {held} that cannot move, {kept} to look at"]
    return "\n".join([*lines, *_told(changes)])


def _told(changes: Changes) -> list[str]:
    lines = [
        f"- {table}.{column} is in the file and no longer in the database"
        for table, column in changes.gone
    ]
    lines += [
        f"! {finding.table}.{decision(finding)}; the file left it in the hub as {looked_like}"
        for finding, looked_like in changes.contradicted
    ]
    return lines


def changes_to_text(changes: Changes) -> str:
    """A line for each difference: + personal, not mapped; ? to look at; - gone; ! contradicted."""
    lines = [f"+ {_named(each)}" for entry in changes.fresh for each in entry.mapped]
    lines += [f"+ {_named(each, why)}" for entry in changes.fresh for each, why in entry.open]
    lines += [f"? {_named(each)}" for entry in changes.fresh for each in entry.kept]
    return "".join(f"{line}\n" for line in (*lines, *_told(changes)))


def _named(finding: Finding, why: str = "") -> str:
    return f"{finding.table}.{decision(finding, why)}"


def to_dict(proposal: Proposal, changes: Changes) -> dict[str, Any]:
    """Everything that was found, for machines."""
    new = {(each.table, each.column) for each in changes.unmapped}
    return {
        "subjects": [
            {
                "kind": kind.name,
                "table": str(kind.table),
                "evidence": [
                    {
                        "table": str(each.table),
                        "column": each.column,
                        "speaks_for": each.speaks_for,
                        "by": each.told.how,
                        "share": round(each.told.share, 4),
                        "countries": dict(each.told.countries),
                        "unknown": list(each.told.unknown),
                    }
                    for each in kind.evidence
                ],
            }
            for kind in proposal.kinds
        ],
        "tables": [
            {
                "table": str(name),
                "subject": [str(way.subject) for way in belonging.ways],
                "paths": [
                    [
                        {
                            "table": str(hop.table),
                            "near": list(hop.near),
                            "far": list(hop.far),
                            "backward": hop.backward,
                            "declared": hop.declared,
                        }
                        for hop in way.hops
                    ]
                    for way in belonging.ways
                ],
            }
            for name, belonging in proposal.belongings.items()
        ],
        "columns": [
            {
                **_column(proposal, finding),
                "proposed": where,
                "new": (finding.table, finding.column) in new,
            }
            for where, finding in _listed(proposal)
        ],
        "missed": {str(name): why for name, why in proposal.missed.items()},
        "gone": [f"{table}.{column}" for table, column in changes.gone],
    }


def _listed(proposal: Proposal) -> list[tuple[str, Finding]]:
    rows: list[tuple[str, Finding]] = []
    for entry in proposal.entries:
        rows += [("map", each) for each in entry.mapped]
        rows += [("open", each) for each, _ in entry.open]
        rows += [("needed", each) for each, _ in entry.needed]
        rows += [("skeleton", each) for each in entry.kept]
    return rows


def _column(proposal: Proposal, finding: Finding) -> dict[str, Any]:
    profile = proposal.surveys[finding.table].observations[finding.column].profile
    return {
        "table": str(finding.table),
        "column": finding.column,
        "category": finding.category,
        "confidence": finding.confidence,
        "interval": finding.interval,
        "rows": finding.rows,
        "filled": profile.filled,
        "distinct": profile.distinct,
        "entropy_bits": round(profile.entropy, 3),
        "median_length": profile.length,
        "path": finding.path,
        "reasons": list(finding.reasons),
    }
