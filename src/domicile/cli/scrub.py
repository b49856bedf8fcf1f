"""`domicile scrub`: make the hub's files forget the people who moved."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from domicile.cli.options import config_option, json_option, narrate, out, print_json
from domicile.errors import CheckFailed, ServerUnavailable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from domicile.config import Config
    from domicile.scrub.model import Report
    from domicile.scrub.plan import Cost, Plan
    from domicile.scrub.run import Progress, Wishes


@click.command()
@config_option
@click.option("--dry-run", is_flag=True, help="Say what each way would cost; change nothing.")
@click.option(
    "--check", "only_check", is_flag=True, help="Look only: settings, obligations, old snapshots."
)
@click.option(
    "--method",
    type=click.Choice(["auto", "vacuum-full", "repack"]),
    default="auto",
    show_default=True,
    help="How tables are rewritten; auto: pg_repack if it is there, else VACUUM FULL, within "
    "--max-lock.",
)
@click.option(
    "--max-lock",
    "max_lock_s",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="How long auto may keep the application out of one table, as estimated.",
)
@click.option(
    "--patience",
    "patience_s",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for each lock, for old snapshots, and for old WAL.",
)
@click.option("--force", is_flag=True, help="Scrub what has been scrubbed, too.")
@json_option
def scrub(
    config_path: Path,
    dry_run: bool,
    only_check: bool,
    as_json: bool,
    **chosen: object,
) -> None:
    """Make the hub's files forget the people who moved.

    Exit status 1 when a person has something to do: the findings say what. 75 when a
    transaction held a table or kept old rows alive. Run it again after any interruption.
    """
    from domicile.config import load
    from domicile.scrub import run
    from domicile.scrub.run import Wishes

    if dry_run and only_check:
        raise click.UsageError("--dry-run and --check do not go together")
    config, wishes = load(config_path), Wishes(**chosen)  # type: ignore[arg-type]
    if dry_run:
        made = run.plan(config, wishes)
        if as_json:
            print_json(made.to_dict())
        else:
            out().print(_planned(made))
        return
    report = run.check(config, wishes) if only_check else _scrub(config, wishes)
    if as_json:
        print_json(report.to_dict())
    else:
        _print_findings(report)
    _raise_for(report)


def _scrub(config: Config, wishes: Wishes) -> Report:
    from rich.console import Console

    from domicile.cli.render import plural
    from domicile.scrub import run

    narration = Console(stderr=True, highlight=False)
    with _watching() as progress:
        report = run.scrub(
            config,
            wishes,
            show=lambda made: narration.print(_planned(made)),
            say=narrate,
            progress=progress,
        )
    if report.rewritten or report.wal_segments:
        narrate(
            f"scrubbed {plural(len(report.rewritten), 'table')}, for what "
            f"{report.batches:,} {'batch' if report.batches == 1 else 'batches'} moved; "
            f"{plural(report.wal_segments, 'WAL segment')} written over"
        )
    return report


def _print_findings(report: Report) -> None:
    for each in sorted(report.findings):
        style = "bold yellow" if each.level == "act" else "bold"
        console = out()
        console.print(
            f"{each.level:4} {each.server}, {each.where}",
            style=style,
            soft_wrap=True,
            markup=False,
        )
        console.print(f"     {each.what}\n     -> {each.cure}", soft_wrap=True, markup=False)


def _raise_for(report: Report) -> None:
    from domicile.cli.render import plural

    if report.to_act:
        raise CheckFailed(f"{plural(len(report.to_act), 'finding')} for a person to act on")
    for country in sorted(report.unavailable):
        raise ServerUnavailable(f"home {country}", "its settings were not checked")


@contextmanager
def _watching() -> Generator[Progress]:
    """How far a step is, on stderr; nothing when stderr is no terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _what, _done, _total: None
        return
    with console.status("scrub") as line:
        yield lambda what, done, total: line.update(f"{what}: {done:,} of {total:,}")


def _planned(plan: Plan) -> RenderableType:
    """The tables with something to forget, and what each way costs."""
    from rich.text import Text

    if plan.is_idle:
        return Text("nothing has moved since the last scrub")
    lines: list[str] = []
    for each in plan.tables:
        size = each.size
        lines.append(
            f"{size.name}: heap {_bytes(size.heap_bytes)}, TOAST {_bytes(size.toast_bytes)}, "
            f"indexes {_bytes(size.index_bytes)}, {size.dead_rows:,} dead rows"
        )
        lines += [
            f"  {'*' if cost.method == each.method else ' '} {_cost(cost)}" for cost in each.costs
        ]
        if each.method is None:
            lines.append("  * left as it is")
    lines.append(f"then about {_bytes(plan.wal_bytes)} of WAL are written over")
    return Text("\n".join(lines))


def _cost(cost: Cost) -> str:
    if cost.unavailable:
        return f"pg_repack    {cost.unavailable}"
    repack = cost.method == "repack"
    name = "pg_repack    two short locks, runs" if repack else "VACUUM FULL  locked"
    return f"{name} for ~{cost.seconds:,.1f} s, {_bytes(cost.disk_bytes)} of free disk"


def _bytes(count: int) -> str:
    size = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if size < 10_000:
            return f"{size:,.0f} {unit}"
        size /= 1024
    return f"{size:,.0f} TB"
