"""How the laws, and what changes in them, look to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from domicile.cli.laws_text import few, grid, hanging, listed, rests, title
from domicile.law.changes import TextChange, VerdictChange
from domicile.law.listing import NOTHING, Row
from domicile.law.model import Obligation, Reason
from domicile.law.wording import obligation_text
from domicile.placement.gate import Change, PlacementChange
from domicile.placement.outlook import Entry, Outlook
from domicile.placement.review import Review


def table(found: Iterable[Row]) -> RenderableType:
    """A line for each law."""
    page = grid("id", "of", "in force", "duties", "whose", "confidence")
    for column in page.columns[:3]:
        column.no_wrap = True
    for row in found:
        dim = "" if row.version[:1].isdigit() else "dim"
        duties = ", ".join(row.duties) or NOTHING
        cells = (row.id, row.country, row.version, duties, ", ".join(row.whose), row.confidence)
        page.add_row(*(Text(cell, style=dim) for cell in cells))
    return page


def differences(texts: Iterable[TextChange], change: Change | None) -> RenderableType:
    """What the laws say on one of two days only, and what that does to the service."""
    parts: list[RenderableType] = []
    law = ""
    for each in texts:
        if each.law != law:
            parts.append(title(each.law))
        law = each.law
        parts.append(hanging(each.sign, _statement(each)))
    if not parts:
        parts.append(Text("the texts of the laws are the same on both days"))
    if change is not None:
        parts += [title("What that means for this service"), *_meaning(change)]
    return Group(*parts)


def _statement(change: TextChange) -> Text:
    basis = change.basis
    kind = "" if change.kind == "text" else f"{change.kind}: "
    rest = rests(basis.cites, basis.grade, basis.confidence)
    return Text.assemble(kind, change.text, (rest, "dim"))


def _meaning(change: Change) -> Iterator[RenderableType]:
    if not change.verdicts and not change.placements:
        yield hanging("-", "no verdict and no placement changes")
    for verdict in change.verdicts:
        yield hanging("-", _verdict(verdict), *_because(verdict.because))
    for placement in change.placements:
        yield hanging("-", *_placement(placement))


def _verdict(change: VerdictChange) -> Text:
    duties = f" ({', '.join(change.duties)})" if change.duties else ""
    text = f": {change.before} -> {change.after}{duties}"
    return Text.assemble((change.law, "bold"), text)


def _because(reasons: Iterable[Reason]) -> Iterator[Text]:
    for why in reasons:
        rest = rests(why.cites, why.grade, why.confidence)
        yield Text.assemble(f"- {why.text}", (rest, "dim"))


def _placement(change: PlacementChange) -> Iterator[Text]:
    where = f"people of {few(change.jurisdictions)}: "
    if change.before == change.after:
        yield Text(f"{where}{change.after}")
    else:
        yield Text(f"{where}{change.before} -> {change.after}")
    yield from (Text(f"open: {gap}", style="red") for gap in change.new_gaps)
    if change.cures:
        yield Text(f"cure: {' and '.join(change.cures)}")
    yield from (Text(f"no longer open: {gap}") for gap in change.closed_gaps)


def calendar(found: Outlook, first: date) -> RenderableType:
    """The days ahead, and what is asked at all times."""
    parts: list[RenderableType] = [Text(f"From {first} on", style="bold")]
    if not found.entries:
        parts.append(Text("  nothing that the packs know"))
    parts += [hanging(str(e.event.day), *_entry(e), indent=0) for e in found.entries]
    if found.standing:
        parts.append(title("Standing: what laws that bind ask at all times"))
        parts += listed(_obligation(law, each) for law, each in found.standing)
    return Group(*parts)


def _entry(entry: Entry) -> Iterator[Text]:
    event = entry.event
    rest = ""
    if event.basis is not None:
        rest = rests(event.basis.cites, event.basis.grade, event.basis.confidence)
    yield Text.assemble((event.law, "bold"), f": {event.text}", (rest, "dim"))
    if entry.missing:
        before = "" if entry.before == entry.after else f"{entry.before} -> "
        yield Text(f"{before}would bind if {' and '.join(entry.missing)}")
    elif entry.before != entry.after:
        yield Text(f"{entry.before} -> {entry.after}")
    elif event.kind == "text":
        yield Text(f"{entry.after}, as before")
    for change in entry.placements:
        yield from _placement(change)
    if entry.people:
        verb = "be at home" if event.kind == "comply-by" else "move"
        noun = "person" if entry.people == 1 else "people"
        yield Text(f"{entry.people:,} {noun} must {verb} by then", style="bold")
    yield from (Text(f"asks: {obligation_text(each)}") for each in entry.obligations)


def _obligation(law: str, each: Obligation) -> Text:
    rest = rests(each.basis.cites, each.basis.grade, each.basis.confidence)
    return Text.assemble((law, "bold"), f": {obligation_text(each)}", (rest, "dim"))


def reviewed(result: Review) -> RenderableType:
    """What a change of the config brings, why, and which part of the change did it."""
    parts: list[RenderableType] = []
    for each in result.findings:
        about = "" if each.what == "binds" else f"people of {few(each.about)}: "
        lines = [Text(f"{about}{each.text}", style="bold red"), *_because(each.because)]
        lines += [Text(f"brought by {cause}") for cause in each.causes]
        if each.cures:
            lines.append(Text(f"cure: {' and '.join(each.cures)}"))
        parts.append(hanging("x", *lines, indent=0))
    for change in result.letting_go:
        lines = [Text(f"{change.law} lets go: {change.after}"), *_because(change.because)]
        parts.append(hanging("-", *lines, indent=0))
    return Group(*(parts or [Text("no law binds that did not, and no placement has a new gap")]))
