"""The small parts that the pages about laws are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

#: More countries than these in a line are a number.
_MOST = 8
_SURE = {"confirmed": "", "reading": "; reading", "unconfirmed": "; unconfirmed"}


def title(text: str) -> RenderableType:
    """A heading with an empty line above."""
    return Padding(Text(text, style="bold underline"), (1, 0, 0, 0))


def hanging(mark: str, *lines: Text | str, indent: int = 2) -> RenderableType:
    """A list item whose later lines stand under its first."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    body = [line if isinstance(line, Text) else Text(line) for line in lines]
    table.add_row(mark, Group(*body))
    return Padding(table, (0, 0, 0, indent))


def listed(texts: Iterable[Text | str], indent: int = 2) -> Sequence[RenderableType]:
    """A list, one item each."""
    return [hanging("-", text, indent=indent) for text in texts]


def grid(*headings: str) -> Table:
    """A table without lines."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def rests(cites: str, grade: str | None, confidence: str, numbers: str = "") -> str:
    """What a statement rests on: `[art. 18; B 2 3; reading]`."""
    source = " ".join(filter(None, (grade, numbers)))
    return f" [{'; '.join(filter(None, (cites, source)))}{_SURE[confidence]}]"


def few(codes: Sequence[str]) -> str:
    """Countries, the first of them when there are many."""
    if len(codes) <= _MOST:
        return ", ".join(codes)
    return f"{', '.join(codes[: _MOST - 1])} and {len(codes) - _MOST + 1} more"
