"""`domicile move` and `domicile return`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import click

from domicile.cli.options import (
    as_of_option,
    config_option,
    home_option,
    json_option,
    limit_option,
    narrate,
    pace_options,
    print_json,
    where_option,
    worker_options,
)
from domicile.errors import CheckFailed, ServerUnavailable, TryAgain

if TYPE_CHECKING:
    from domicile.config import Config
    from domicile.relocation.errand import Wishes
    from domicile.relocation.model import Report


def _mover(command: Callable[..., None]) -> Callable[..., None]:
    """The options of both commands."""
    for option in (
        json_option,
        pace_options,
        worker_options,
        limit_option,
        where_option,
        home_option,
        config_option,
    ):
        command = option(command)
    return command


@click.command()
@as_of_option
@_mover
def move(config_path: Path, as_of: date, as_json: bool, **wish: Unpack[Wishes]) -> None:
    """Move everybody to where the plan wants them. Run it again after any interruption.

    Run it on several machines at once, if you like: all take from one queue.
    """
    from domicile.relocation import run

    def act(config: Config, **told: Any) -> Report:
        return run.move(config, as_of=as_of, **told, **wish)

    _go("moved", act, config_path, as_json=as_json)


@click.command("return")
@_mover
def return_(config_path: Path, as_json: bool, **wish: Unpack[Wishes]) -> None:
    """Bring residents back to the hub. Run it again after any interruption."""
    from domicile.relocation import run

    def act(config: Config, **told: Any) -> Report:
        return run.return_(config, **told, **wish)

    _go("returned", act, config_path, as_json=as_json)


def _go(verb: str, act: Callable[..., Report], config_path: Path, *, as_json: bool) -> None:
    from domicile.cli.render import plural, progress_bar
    from domicile.config import load

    config = load(config_path)
    with progress_bar(verb) as (progress, say):
        report = act(config, progress=progress, say=say)
    narrate(
        f"{verb} {plural(report.subjects, 'subject')}, {plural(report.rows, 'row')}, "
        f"in {report.seconds:.1f} s "
        f"({report.batches} {'batch' if report.batches == 1 else 'batches'})"
    )
    for each in report.missing_indexes:
        narrate(f"every batch read a whole table: CREATE INDEX CONCURRENTLY ON {each}")
    if as_json:
        print_json(report.to_dict())
    _raise_for(report)


def _raise_for(report: Report) -> None:
    """What is left to do decides the exit status."""
    for reason in (*report.unavailable.values(), *report.broken.values(), *report.refused):
        narrate(f"domicile: {reason}")
    if report.unavailable:
        homes = ", ".join(sorted(report.unavailable))
        raise ServerUnavailable(f"home {homes}", "its people stay where they are")
    if report.broken or report.refused:
        raise CheckFailed("not everybody could go where the plan wants them")
    if report.waiting:
        raise TryAgain(f"{report.waiting} subjects are held by transactions of the application")
    if report.unpurged:
        raise TryAgain(
            f"{report.unpurged} rows wait at their old home for a transaction that may read them"
        )
