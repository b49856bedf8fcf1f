"""`domicile run`: reconcile for ever, or once."""

from __future__ import annotations

import json
import signal
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click
from click.core import ParameterSource

from domicile.cli.options import (
    as_of_option,
    config_option,
    home_option,
    narrate,
    pace_options,
    today,
    worker_options,
)

if TYPE_CHECKING:
    from domicile.reconciliation.model import Round
    from domicile.relocation.errand import Wishes


@click.command()
@config_option
@click.option("--once", "only_once", is_flag=True, help="One round, then end.")
@click.option(
    "--every",
    "every_s",
    type=click.FloatRange(min=0.1),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait between two rounds.",
)
@home_option
@worker_options
@pace_options
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print a JSON line for each such round.")
def run(
    config_path: Path,
    only_once: bool,
    every_s: float,
    as_of: date,
    as_json: bool,
    **carry: Unpack[Wishes],
) -> None:
    """Keep everybody where the law wants them, round after round.

    A round tells what it did and what is wrong, and is silent when neither has changed.
    Run it twice at once, and from two machines, if you like. SIGTERM ends it after the current
    batch.
    """
    from domicile.reconciliation.run import Stopped, Wish, forever, once

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    chosen = click.get_current_context().get_parameter_source("as_of")
    clock = today if chosen is ParameterSource.DEFAULT else lambda: as_of  # midnight may pass
    wish = Wish(clock=clock, carry=carry, every_s=every_s, say=narrate, stop=stop)
    teller = _Teller(as_json=as_json)
    if not only_once:
        forever(config_path, wish, teller.tell)
        return
    try:
        done = once(config_path, wish)
    except Stopped:
        return
    teller.tell(done)
    if failure := done.failure():
        raise failure


class _Teller:
    """Tells a round that did something, and what is wrong when that has changed."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._told: list[str] = []

    def tell(self, done: Round) -> None:
        """One round: data to stdout, narration to stderr."""
        complaints = done.complaints()
        news = [line for line in complaints if line not in self._told]
        if done.acted or news or (self._told and not complaints):
            self._say(done, news)
        self._told = complaints

    def _say(self, done: Round, news: list[str]) -> None:
        from domicile.cli.render import plural

        if self._as_json:
            click.echo(json.dumps(done.to_dict(), ensure_ascii=False))
        if done.applied:
            narrate("views and guards were made anew")
        for each in done.mended:
            narrate(
                f"the hub was restored: {plural(each.subjects, 'subject')} live at home "
                f"{each.home} again, {plural(each.rows, 'row')} blanked "
                f"({each.differing} were newer at home), {each.carried} to be carried home"
            )
        if done.resent:
            narrate(f"{plural(done.resent, 'mirrored row')} sent to their home again")
        if done.moved is not None and (done.moved.subjects or done.moved.rows):
            moved = done.moved
            narrate(f"moved {plural(moved.subjects, 'subject')}, {plural(moved.rows, 'row')}")
        for named in sorted(done.named.rows):
            narrate(f"{named.table} ({', '.join(named.key)}), home {named.home}: {named.what}")
        for line in news:
            narrate(f"domicile: {line}")
        if self._told and not done.complaints():
            narrate("all is well again")
