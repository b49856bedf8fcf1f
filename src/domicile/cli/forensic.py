"""`domicile verify --forensic`: what the hub's files hold of people who live elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from domicile.cli.options import narrate, out, print_json, today
from domicile.errors import CheckFailed, ServerUnavailable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from domicile.forensics.model import Forensics
    from domicile.forensics.run import Progress


def forensic_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that belong to `--forensic`, and it."""
    options = (
        click.option(
            "--forensic",
            is_flag=True,
            help="Read the hub's files, on this machine, for values of people who moved.",
        ),
        click.option(
            "--data-directory",
            type=click.Path(path_type=Path, exists=True, file_okay=False),
            metavar="DIR",
            help="With --forensic: where the hub's files are; default: where the hub says.",
        ),
        click.option(
            "--also",
            type=click.Path(path_type=Path, exists=True),
            multiple=True,
            metavar="PATH",
            help="With --forensic: read this file or folder too: logs, a WAL archive.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def verify_files(
    config_path: Path, *, as_json: bool, data_directory: Path | None, also: tuple[Path, ...]
) -> None:
    """Scan, print, and end with the exit status of what was found."""
    from domicile.config import load
    from domicile.forensics.run import forensic

    with _watching() as progress:
        result = forensic(
            load(config_path),
            today=today(),
            data_directory=data_directory,
            also=also,
            progress=progress,
        )
    if as_json:
        print_json(result.to_dict())
    else:
        out().print(_told(result))
    _narrate(result)
    if result.found:
        raise CheckFailed("")
    for country in sorted(result.unavailable):
        raise ServerUnavailable(f"home {country}", "its people's values were not looked for")


def _narrate(result: Forensics) -> None:
    from domicile.cli.render import plural

    narrate(
        f"read {plural(result.files, 'file')}, {result.bytes / 1e6:,.0f} MB, "
        f"{plural(result.passes, 'time')}, for {plural(result.needles, 'value')}: "
        f"{plural(result.found, 'trace')}"
    )
    shared = sum(result.shared.values())
    if shared:
        narrate(f"{shared:,} more are values that people who live in the hub have too")
    for name in result.unreadable:
        narrate(f"not read, for it may not be: {name}")


def _told(result: Forensics) -> RenderableType:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    traces = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("file", "offset", "what", "relation", "holds a value of", "home", "form"):
        traces.add_column(heading, overflow="fold")
    for each in sorted(result.traces, key=lambda trace: (trace.file, trace.offset)):
        form = f"{each.form}, {each.hidden}" if each.hidden else each.form
        whose = f"{each.table}.{each.column}"
        traces.add_row(
            each.file, f"{each.offset}", each.kind, each.relation or "", whose, each.home, form
        )
    if result.found > len(result.traces):
        traces.add_row("", "", f"and {result.found - len(result.traces):,} more")
    owed = Table(box=None, pad_edge=False, header_style="dim", title_justify="left")
    for heading in ("due", "not seen", "which", "what to do"):
        owed.add_column(heading, overflow="fold")
    for owe in sorted(result.obligations):
        owed.add_row(owe.due.isoformat(), owe.what, owe.name, owe.todo)
    parts: list[RenderableType] = [traces, Text()] if result.found else []
    return Group(*parts, _looked_for(result), Text(), owed)


def _looked_for(result: Forensics) -> RenderableType:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("column", overflow="fold")
    for heading in ("values", "in every file", "by row only"):
        table.add_column(heading, justify="right")
    for (name, column), each in sorted(result.coverage.items()):
        short = each.values - each.anywhere
        table.add_row(f"{name}.{column}", f"{each.values:,}", f"{each.anywhere:,}", f"{short:,}")
    return table


@contextmanager
def _watching() -> Generator[Progress]:
    """How far the scan is, on stderr; nothing when stderr is no terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _what, _done, _size: None
        return
    with console.status("forensics") as line:

        def tell(what: str, done: int, size: int) -> None:
            of = f" of {size / 1e6:,.0f}" if size else ""
            line.update(f"{what}: {done / 1e6:,.0f}{of} MB")

        yield tell
