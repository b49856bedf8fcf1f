"""`domicile skeleton`: what would still single a person out."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from domicile.cli.options import config_option, json_option, out, print_json
from domicile.errors import CheckFailed, TryAgain

if TYPE_CHECKING:
    from domicile.skeleton.model import Measurement
    from domicile.skeleton.run import Progress

_MOST_S = 2_000_000  # PostgreSQL counts milliseconds in 31 bits


class _Choice(click.ParamType[str]):
    """`TABLE.COLUMN=ignore`: the name, which may hold any character."""

    name = "choice"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        column, _, choice = str(value).rpartition("=")
        if not column or choice != "ignore":
            return self.fail(f"{value!r} is not of the form TABLE.COLUMN=ignore", param, ctx)
        return column


@click.command()
@config_option
@click.option(
    "--share",
    "percent",
    type=click.FloatRange(min=0, max=100, max_open=True),
    default=5,
    show_default=True,
    metavar="PERCENT",
    help="Name the sets of columns that make more people unique.",
)
@click.option(
    "--set-size",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="N",
    help="Look at sets of up to that many columns.",
)
@click.option(
    "--column",
    "ignore",
    type=_Choice(),
    multiple=True,
    metavar="TABLE.COLUMN=ignore",
    help="Leave out a column that no outsider knows. May be repeated.",
)
@click.option("--subject", "kind", metavar="KIND", help="Only that kind of people.")
@click.option(
    "--timeout",
    "timeout_s",
    type=click.FloatRange(min=0, min_open=True, max=_MOST_S),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="How long one count may take; what took longer is named.",
)
@click.option("--fail", is_flag=True, help="Exit with 1 when there is such a set: for CI.")
@json_option
def skeleton(
    *,
    config_path: Path,
    percent: float,
    set_size: int,
    ignore: tuple[str, ...],
    kind: str | None,
    timeout_s: float,
    fail: bool,
    as_json: bool,
) -> None:
    """Measure whom the columns that stay in the hub single out.

    Reads the hub and changes nothing. With --fail, exit status 1 when a set of columns makes more
    people unique than --share allows, 75 when a set could not be measured.
    """
    from domicile.cli.skeleton_render import measured
    from domicile.config import load
    from domicile.skeleton.report import to_dict
    from domicile.skeleton.run import Wish, measure

    wish = Wish(percent=percent, set_size=set_size, ignore=ignore, kind=kind, timeout_s=timeout_s)
    with _progress() as progress:
        found = measure(load(config_path), progress, wish)
    if as_json:
        print_json([to_dict(each) for each in found])
    else:
        for each in found:
            out().print(measured(each))
    if fail:
        _judge(found)


def _judge(found: tuple[Measurement, ...]) -> None:
    if any(each.exceeded for each in found):
        raise CheckFailed("")
    if any(each.unmeasured for each in found):
        raise TryAgain("some sets of columns were not measured: give them more --timeout")


@contextmanager
def _progress() -> Generator[Progress]:
    """What is being counted, on stderr; nothing when stderr is no terminal."""
    from rich.console import Console
    from rich.markup import escape

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _kind, _counts, _columns: None
        return
    with console.status("measuring") as line:
        yield lambda kind, counts, columns: line.update(
            escape(f"{kind}: {counts:,} sets counted, now {' + '.join(columns) or 'everybody'}")
        )
