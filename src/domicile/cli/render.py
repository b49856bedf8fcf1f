"""How results look to people."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

from rich.console import Console, Group, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from domicile.evidence.run import Progress as TableProgress
from domicile.relocation.model import Progress as BatchProgress
from domicile.relocation.status import Status
from domicile.residence.plan import Plan

#: Who reads a log wants to know why nothing moves, but not every second.
_SAY_EVERY_S = 30.0


class _Rate(ProgressColumn):
    """Subjects per second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s")


@contextmanager
def progress_bar(verb: str) -> Generator[tuple[BatchProgress, Callable[[str], None]]]:
    """A bar on stderr with rate and time left, and a way to say why it stands still.

    When stderr is no terminal there is no bar, and such a reason is a line, now and then.
    """
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(verb, total=None)
        said_at = float("-inf")

        def tell(done: int, total: int) -> None:
            bar.update(task, description=verb, completed=done, total=total)

        def say(reason: str) -> None:
            nonlocal said_at
            if console.is_terminal:
                bar.update(task, description=f"{verb}; waiting: {reason}")
            elif time.monotonic() - said_at > _SAY_EVERY_S:
                said_at = time.monotonic()
                console.print(f"waiting: {reason}", highlight=False, soft_wrap=True)

        yield tell, say


@contextmanager
def counting(verb: str) -> Generator[TableProgress]:
    """A running count on stderr; nothing when stderr is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _table, _rows: None
        return
    with console.status(verb) as line:
        yield lambda table, rows: line.update(f"{verb} {rows:,} rows, now {table}")


def standing(status: Status) -> RenderableType:
    """People per home, and the queue."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("subjects", "live in", "people"):
        table.add_column(heading, justify="right" if heading == "people" else "left")
    for each in status.people:
        table.add_row(each.kind, str(each.place), f"{each.count:,}")
    lines: list[RenderableType] = [table, Text()]
    for work in status.queue:
        trip = work.trip
        lines.append(
            Text(f"{work.subjects:,} {work.kind} wait to go from {trip.source} to {trip.target}")
        )
    if not status.queue:
        lines.append(Text("everybody is where the plan wants them"))
    if status.undecided:
        lines.append(
            Text(f"{status.undecided:,} stay in the hub because their evidence is not understood")
        )
    if status.pinned:
        lines.append(
            Text(f"{status.pinned:,} rows are not with their subject: run `domicile move`")
        )
    return Group(*lines)


def planned(plan: Plan) -> RenderableType:
    """What apply and move would do."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("table", "subject", "rows", "size", "personal columns"):
        table.add_column(heading, justify="right" if heading in {"rows", "size"} else "left")
    for each in plan.tables:
        columns = ", ".join(each.columns)
        table.add_row(str(each.name), each.kind, _estimate(each.rows), each.size, columns)
    lines: list[RenderableType] = [
        Text("apply would guard these tables and add schemas domicile and resident", "bold"),
        table,
        Text(),
        Text("move would then carry", "bold"),
    ]
    lines += [
        Text(f"  {people:,} people of {code} to {place}") for code, place, people in plan.people
    ]
    if not plan.people:
        lines.append(Text("  nobody: no law or commitment asks it"))
    for index in plan.missing_indexes:
        lines += [
            Text(),
            Text(f"an index is missing, moves would scan the table: {index}", "yellow"),
        ]
    return Group(*lines)


def plural(count: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _estimate(rows: int | None) -> str:
    return "not analyzed" if rows is None else f"{rows:,}"
