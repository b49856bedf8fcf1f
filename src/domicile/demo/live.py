"""What moves on the screen while something takes long; in a pipe, only what stands still."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from domicile.demo import screen

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    Advance = Callable[[int, int], None]
    """Told (done, to do)."""

_MILESTONES: Final = 4


@contextmanager
def working(console: Console, text: str) -> Generator[Callable[[str], None]]:
    """A line that says what is being done, and can be given another text; gone afterwards."""
    if not console.is_terminal:
        yield lambda _text: None
        return
    with console.status(text) as line:
        yield line.update


@contextmanager
def bar(console: Console, verb: str, beside: Callable[[], str] | None = None) -> Generator[Advance]:
    """A bar with the time left, and under it what `beside` says.

    With `beside`, a line is printed for each quarter: it stays when the bar is gone, and shows
    in a pipe how it went.
    """
    with _Bar(console, beside) as shown:
        task = shown.add_task(verb, total=None)
        passed = 0

        def advance(done: int, total: int) -> None:
            nonlocal passed
            shown.update(task, completed=done, total=total)
            reached = _MILESTONES * done // total if total else _MILESTONES
            if beside is not None and reached > passed:
                passed = reached
                console.print(screen.milestone(done, total, beside()))

        yield advance


class _Bar(Progress):
    """rich's progress display with a line of ours under the bar."""

    def __init__(self, console: Console, beside: Callable[[], str] | None) -> None:
        self._beside = beside
        super().__init__(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )

    def get_renderables(self) -> Iterable[RenderableType]:
        lines: list[RenderableType] = [self.make_tasks_table(self.tasks)]
        if self._beside is not None:
            lines.append(Text(self._beside(), style="dim"))
        yield Padding(Group(*lines), (0, 0, 0, 2))
