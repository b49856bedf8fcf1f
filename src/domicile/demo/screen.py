"""How the demo looks: pure functions from figures to what rich prints.

Everything fits 80 columns and reads the same without colours: in a pipe rich sends none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import IO, TYPE_CHECKING, Final

from babel import Locale
from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from domicile.demo.figures import Latency, Outcome, Phase
    from domicile.demo.store import Answer
    from domicile.placement.report import Assessment

WIDEST: Final = 100
_BAR_CELLS: Final = 24
_SHOWN_LINES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Dwelling:
    """How many people's data lives in one place."""

    country: str
    place: str
    """What the place is: `hub`, `home, exclusive`, `home, copy`."""
    people: int


def console(file: IO[str] | None = None) -> Console:
    """Where the demo prints: as wide as the terminal, but no wider than a line is read."""
    terminal = Console(file=file, highlight=False)
    terminal.width = min(terminal.width, WIDEST)
    return terminal


def opening(accounts: int) -> RenderableType:
    """What this is about, before the first step."""
    return Text(
        f"Chirp is a social network with {accounts:,} people, all of them made up, and one\n"
        "database, in the US. The data of some must be kept in their own country."
    )


def closing(moved: int, seconds: float, *, kept: bool) -> RenderableType:
    """The last line: that everything held, and how long it took."""
    ending = "the servers are still up" if kept else "nothing of it is left on this machine"
    return Text(
        f"Everything held: {moved:,} people moved under traffic, without an error.\n"
        f"{seconds:.1f} s, and {ending}.",
        style="bold green",
    )


def step(number: int, title: str, elapsed_s: float) -> RenderableType:
    """The heading of a step, with the seconds since the demo began at the right."""
    line = Table.grid(expand=True)
    line.add_column(ratio=1)
    line.add_column(justify="right", no_wrap=True)
    line.add_row(Text(f"{number}. {title}", style="bold"), Text(f"{elapsed_s:.1f} s", style="dim"))
    return Group("", line, Rule(style="dim"))


def note(text: str) -> RenderableType:
    """A sentence under a heading."""
    return _indented(Text(text))


def milestone(done: int, total: int, beside: str) -> RenderableType:
    """How far it is, and what happened beside it."""
    share = 100 * done // total if total else 100
    return note(f"{share:3} %  {beside}")


def pairs(rows: Iterable[tuple[str, str]]) -> RenderableType:
    """Names with what they stand for, in two columns."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row(Text(name), Text(text))
    return _indented(table)


def binding(assessment: Assessment) -> RenderableType:
    """Which laws and commitments bind, how many people, and what they ask."""
    table = _table()
    for heading in ("binds", "of", "people", "asks"):
        table.add_column(heading, justify="right" if heading == "people" else "left")
    for verdict in assessment.verdicts:
        if verdict.outcome == "binds":
            duties = ", ".join(dict.fromkeys(demand.duty for demand in verdict.demands))
            people = f"{assessment.people(verdict.reach):,}"
            table.add_row(Text(verdict.law, "bold"), verdict.country, people, duties)
    return _indented(table)


def invitation(groups: Iterable[tuple[str, list[str]]]) -> RenderableType:
    """What can be tried, as lines to be copied: to be printed with soft_wrap, never broken."""
    lines: list[RenderableType] = []
    for title, commands in groups:
        lines += ["", Text(f"  {title}:", style="bold"), *(Text(f"    {c}") for c in commands)]
    return Group(*lines)


def latencies(phases: Sequence[Phase]) -> RenderableType:
    """What the application felt, one column a phase."""
    table = _table()
    table.add_column("", no_wrap=True)
    for phase in phases:
        table.add_column(phase.name, justify="right")
    for label, cell in _LATENCY_ROWS:
        table.add_row(label, *(cell(phase) for phase in phases))
    table.add_row("errors", *(_errors(phase) for phase in phases))
    return _indented(table)


def live(phase: Phase | None) -> str:
    """The last second in one line, to stand beside a progress bar."""
    if phase is None:
        return "Chirp: first figures after a second"
    return (
        f"Chirp: {phase.operations_per_s:.0f} op/s, "
        f"p99 read {_ms(phase.reads.latency, _p99)} write {_ms(phase.writes.latency, _p99)}, "
        f"errors {phase.failed}"
    )


def dwellings(places: Sequence[Dwelling]) -> RenderableType:
    """How many people live where, with a bar for the eye."""
    table = _table()
    table.add_column("country", no_wrap=True)
    table.add_column("place")
    table.add_column("people", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    most = max((place.people for place in places), default=0)
    for place in places:
        bar = Text(_bar(place.people, most), style="cyan")
        table.add_row(_country(place.country), place.place, f"{place.people:,}", bar)
    return _indented(table)


def side_by_side(
    title: str, left: tuple[str, Answer], right: tuple[str, Answer], *, judged: bool = True
) -> RenderableType:
    """Two answers, row beside row (a single row: column beside column).

    Args:
        title: what was asked.
        left: a heading and its answer.
        right: the same.
        judged: say whether the two are the same.
    """
    table = _table(expand=True)
    for heading, _ in (left, right):
        table.add_column(heading, ratio=1, no_wrap=True, overflow="ellipsis")
    lines = list(zip_longest(_lines(left[1]), _lines(right[1]), fillvalue="-"))
    for one, other in lines[:_SHOWN_LINES]:
        table.add_row(Text(one), Text(other))
    if len(lines) > _SHOWN_LINES:
        table.add_row(Text(f"and {len(lines) - _SHOWN_LINES} more", style="dim"), "")
    verdict = _verdict(same=left[1] == right[1]) if judged else Text()
    return _indented(Group(Text.assemble((title, "italic"), verdict), table), expand=True)


def _p50(figures: Latency) -> float:
    return figures.p50_ms


def _p99(figures: Latency) -> float:
    return figures.p99_ms


def _ms(figures: Latency | None, of: Callable[[Latency], float]) -> str:
    return "-" if figures is None else f"{of(figures):.1f} ms"


def _reads(phase: Phase) -> Outcome:
    return phase.reads


def _writes(phase: Phase) -> Outcome:
    return phase.writes


def _latency_cell(
    outcome: Callable[[Phase], Outcome], of: Callable[[Latency], float]
) -> Callable[[Phase], str]:
    return lambda phase: _ms(outcome(phase).latency, of)


_LATENCY_ROWS: Final[tuple[tuple[str, Callable[[Phase], str]], ...]] = (
    ("read p50", _latency_cell(_reads, _p50)),
    ("read p99", _latency_cell(_reads, _p99)),
    ("write p50", _latency_cell(_writes, _p50)),
    ("write p99", _latency_cell(_writes, _p99)),
    ("operations/s", lambda phase: f"{phase.operations_per_s:.0f}"),
)


def _errors(phase: Phase) -> Text:
    if not phase.failed:
        return Text("0", style="green")
    states = "\n".join(f"{count} x {state}" for state, count in phase.errors.items())
    return Text(states, style="bold red")


def _bar(people: int, most: int) -> str:
    """A bar of at least one cell for anybody at all."""
    return "█" * (people and max(1, round(_BAR_CELLS * people / most)))


def _country(code: str) -> str:
    names: dict[str, str] = dict(Locale("en").territories)
    return f"{code} {names.get(code, '')}".rstrip()


def _verdict(*, same: bool) -> Text:
    return Text(": the same", style="green") if same else Text(": NOT the same", style="bold red")


def _lines(answer: Answer) -> list[str]:
    if len(answer.rows) == 1:
        named = zip(answer.columns, answer.rows[0], strict=True)
        return [f"{name}: {_value(value)}" for name, value in named]
    return [" · ".join(map(_value, row)) for row in answer.rows]


def _value(value: object) -> str:
    return "NULL" if value is None else str(value)


def _indented(what: RenderableType, *, expand: bool = False) -> Padding:
    return Padding(what, (0, 0, 0, 2), expand=expand)


def _table(*, expand: bool = False) -> Table:
    return Table(box=box.SIMPLE_HEAD, expand=expand, pad_edge=False, header_style="dim")
