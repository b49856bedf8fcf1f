"""Options that several commands share: one spelling everywhere."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console

config_option = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("domicile.toml"),
    show_default=True,
    envvar="DOMICILE_CONFIG",
    show_envvar=True,
    help="The config file.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON to stdout.")


class _Day(click.ParamType[date]):
    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            return self.fail(f"{value!r} is not a date like 2026-11-21", param, ctx)


def today() -> date:
    """The day it is, in UTC."""
    return datetime.now(UTC).date()


as_of_option = click.option(
    "--as-of",
    type=_Day(),
    default=lambda: today().isoformat(),
    show_default="today",
    metavar="DATE",
    help="Judge the laws as of this day.",
)
home_option = click.option("--home", metavar="COUNTRY", help="Only that home's people.")
where_option = click.option(
    "--where",
    metavar="SQL",
    help="Only subjects whose row satisfies this condition; it runs with your own rights.",
)
limit_option = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="At most that many subjects."
)


def print_json(value: object) -> None:
    """Data to stdout."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False, default=str))


def narrate(text: str) -> None:
    """Narration to stderr."""
    click.echo(text, err=True)


def out(**options: Any) -> Console:
    """Where tables for people go: stdout."""
    return Console(highlight=False, soft_wrap=False, **options)
