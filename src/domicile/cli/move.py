"""`domicile move` and `domicile return`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypedDict, Unpack

import click

from domicile.cli.options import (
    as_of_option,
    config_option,
    home_option,
    json_option,
    limit_option,
    narrate,
    print_json,
    where_option,
)
from domicile.errors import ServerUnavailable, TryAgain

if TYPE_CHECKING:
    from domicile.config import Config
    from domicile.relocation.model import Progress, Report

_P = ParamSpec("_P")


class _Wish(TypedDict):
    """What both commands let people choose."""

    home: str | None
    where: str | None
    limit: int | None
    patience_s: float


_patience = click.option(
    "--patience",
    "patience_s",
    type=click.FloatRange(min=0),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to come back for people whose rows the application holds.",
)


def _mover(command: Callable[_P, None]) -> Callable[_P, None]:
    """The options of both commands."""
    for option in (json_option, _patience, limit_option, where_option, home_option, config_option):
        command = option(command)
    return command


@click.command()
@as_of_option
@_mover
def move(config_path: Path, as_of: date, as_json: bool, **wish: Unpack[_Wish]) -> None:
    """Move everybody to where the plan wants them. Run it again after any interruption."""
    from domicile.relocation import run

    def act(config: Config, progress: Progress) -> Report:
        return run.move(config, as_of=as_of, progress=progress, **wish)

    _go("moved", act, config_path, as_json=as_json)


@click.command("return")
@_mover
def return_(config_path: Path, as_json: bool, **wish: Unpack[_Wish]) -> None:
    """Bring residents back to the hub. Run it again after any interruption."""
    from domicile.relocation import run

    def act(config: Config, progress: Progress) -> Report:
        return run.return_(config, progress=progress, **wish)

    _go("returned", act, config_path, as_json=as_json)


def _go(
    verb: str, act: Callable[[Config, Progress], Report], config_path: Path, *, as_json: bool
) -> None:
    from domicile.cli.render import plural, progress_bar
    from domicile.config import load

    config = load(config_path)
    with progress_bar(verb) as progress:
        report = act(config, progress)
    narrate(
        f"{verb} {plural(report.subjects, 'subject')}, {plural(report.rows, 'row')}, "
        f"in {report.seconds:.1f} s "
        f"({report.batches} {'batch' if report.batches == 1 else 'batches'})"
    )
    if as_json:
        print_json(report.to_dict())
    _raise_for(report)


def _raise_for(report: Report) -> None:
    """What is left to do decides the exit status."""
    for reason in report.unavailable.values():
        narrate(f"domicile: {reason}")
    if report.unavailable:
        homes = ", ".join(sorted(report.unavailable))
        raise ServerUnavailable(f"home {homes}", "its people stay where they are")
    if report.waiting:
        raise TryAgain(f"{report.waiting} subjects are held by transactions of the application")
    if report.unpurged:
        raise TryAgain(
            f"{report.unpurged} rows wait at their old home for a transaction that may read them"
        )
