"""How a measured skeleton looks to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from domicile.cli.render import plural
from domicile.skeleton.model import BUCKETS, Classes, Finding, Measurement, Tally
from domicile.skeleton.report import bucket_name, stays

#: How many sets and columns are listed; JSON has all.
_SHOWN = 20
_COARSER = "a date or time: a coarser one might do"


def measured(it: Measurement) -> RenderableType:
    """One kind of people: classes, the smallest sets, the cure; from 80 columns on."""
    people = "1 person" if it.rows == 1 else f"{it.rows:,} people"
    parts: list[RenderableType] = [Text(f"{it.skeleton.kind}: {people}", "bold")]
    parts += _inventory(it)
    parts += _identifiers(it)
    if it.classes is not None:
        parts += _classes(it.classes)
    if it.quasi:
        parts += _sets(it)
    parts += _cure(it)
    parts += _unmeasured(it)
    return Group(*parts, Text())


def percent(tally: Tally) -> str:
    """`61.0 %`; never 0.0 for somebody or 100.0 for not everybody."""
    if 0 < tally.percent < 0.05:
        return "< 0.1 %"
    if 99.95 <= tally.percent < 100:
        return "> 99.9 %"
    return f"{tally.percent:.1f} %"


def _inventory(it: Measurement) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    names = it.skeleton.names
    rows = (
        ("quasi-identifiers", names(it.quasi)),
        ("the same for all", names(it.constant)),
        ("keys, not measured", it.skeleton.keys),
        ("ignored", names(it.ignored)),
        ("joined", tuple(str(each.table.name) for each in it.skeleton.sources[1:])),
    )
    for heading, listed in rows:
        if listed:
            table.add_row(f"  {heading}", Text(", ".join(listed)))
    yield table


def _identifiers(it: Measurement) -> Iterator[RenderableType]:
    if not it.identifiers:
        return
    yield _title("Identifiers: each tells people apart by itself")
    yield _findings(it, it.identifiers)
    for each in it.identifiers:
        (column,) = each.columns
        name = it.skeleton.fields[column].name
        if stays(it, column):
            yield _line(f"{name} cannot be added to the map: {stays(it, column)}")
        else:
            hint = f"; {_COARSER}" if it.skeleton.fields[column].moment else ""
            yield _line(f"{name}: add it to the map{hint}")


def _classes(classes: Classes) -> Iterator[RenderableType]:
    yield _title("How many people are alike in all quasi-identifiers")
    table = _table("alike", "people", "share")
    if classes.residents is not None:
        table.add_column("residents", justify="right")
    rows = classes.tally.rows
    for number, bucket in enumerate(BUCKETS):
        people = classes.people[number]
        share = percent(Tally(rows=rows, classes=0, unique=people))
        cells = [f"  {bucket_name(*bucket)}", f"{people:,}", share]
        if classes.residents is not None:
            cells.append(f"{classes.residents[number]:,}")
        table.add_row(*cells)
    yield table
    yield _line(f"k = {classes.k:,}; {percent(classes.tally)} of the people are unique")


def _sets(it: Measurement) -> Iterator[RenderableType]:
    most = f"{it.percent:g} %"
    if not it.found:
        size = plural(it.set_size, "quasi-identifier")
        yield _title(f"No set of up to {size} makes more than {most} unique")
        return
    yield _title(f"The smallest sets that make more than {most} unique")
    yield _findings(it, sorted(it.found, key=lambda each: (len(each.columns), -each.tally.unique)))


def _findings(it: Measurement, findings: Iterable[Finding]) -> RenderableType:
    listed = list(findings)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, style="dim")
    for each in listed[:_SHOWN]:
        names = " + ".join(it.skeleton.names(each.columns))
        counts = f"{each.tally.unique:,} of {each.tally.rows:,}"
        table.add_row(f"  {percent(each.tally)}", Text(names), counts)
    if len(listed) > _SHOWN:
        table.add_row("", f"and {len(listed) - _SHOWN:,} more: --json has all", "")
    return table


def _cure(it: Measurement) -> Iterator[RenderableType]:
    if it.left is None or it.rows < 2:
        return
    if it.steps:
        yield _title("What to add to the map, and how many are unique after that")
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, justify="right")
        table.add_column(overflow="fold")
        table.add_column(no_wrap=True, justify="right")
        table.add_column(overflow="fold", style="dim")
        for number, step in enumerate(it.steps, start=1):
            field = it.skeleton.fields[step.column]
            along = ", ".join(it.skeleton.names(step.along))
            name = f"{field.name} (and {along}, made of it)" if along else field.name
            hint = _COARSER if field.moment else ""
            table.add_row(f"  {number}.", Text(name), percent(step.after), hint)
        yield table
    if it.left.exceeds(it.percent):
        yield from _stuck(it)


def _stuck(it: Measurement) -> Iterator[RenderableType]:
    """Why the cure ends above the share."""
    gone = frozenset[int]().union(*({step.column} | step.along for step in it.steps))
    held = [each for each in sorted(it.quasi - gone) if stays(it, each)]
    tally = percent(it.left) if it.left is not None else ""
    yield _title(f"{tally} stay unique by what cannot be added to the map")
    for each in held[:_SHOWN]:
        yield _line(f"{it.skeleton.fields[each].name}: {stays(it, each)}")


def _unmeasured(it: Measurement) -> Iterator[RenderableType]:
    if not it.unmeasured:
        return
    yield _title("Not measured: the count took too long (--timeout) or too many temporary files")
    for each in it.unmeasured[:_SHOWN]:
        yield _line(" + ".join(it.skeleton.names(each)) or "how many people there are")
    if len(it.unmeasured) > _SHOWN:
        yield _line(f"and {len(it.unmeasured) - _SHOWN:,} more: --json has all")


def _title(text: str) -> RenderableType:
    return Padding(Text(text, "bold underline"), (1, 0, 0, 0))


def _line(text: str) -> RenderableType:
    return Padding(Text(text), (0, 0, 0, 2))


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for number, heading in enumerate(headings):
        table.add_column(f"  {heading}" if not number else heading, justify="right")
    return table
