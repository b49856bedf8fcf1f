"""Options that several commands share: one spelling everywhere."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from domicile.relocation.model import MOST
from domicile.relocation.pace import Limits
from domicile.relocation.window import Window

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


class Day(click.ParamType[date]):
    """A date in ISO form."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The date, or a usage error that shows what one looks like."""
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
    type=Day(),
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


def _as_seconds(_ctx: click.Context, _param: click.Parameter, milliseconds: float) -> float:
    return milliseconds / 1000


_workers = (
    click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=2,
        show_default=True,
        metavar="N",
        help="How many batches at a time.",
    ),
    click.option(
        "--batch",
        type=click.IntRange(min=1),
        default=MOST,
        show_default=True,
        metavar="N",
        help="At most that many subjects per batch.",
    ),
    click.option(
        "--pause",
        "pause_s",
        type=click.FloatRange(min=1, max=10_000),
        callback=_as_seconds,
        default=40.0,
        show_default=True,
        metavar="MS",
        help="How long a writer to somebody in a batch may wait: sizes the batches.",
    ),
    click.option(
        "--patience",
        "patience_s",
        type=click.FloatRange(min=0),
        default=30.0,
        show_default=True,
        metavar="SECONDS",
        help="How long to come back for people whose rows the application holds.",
    ),
)


def worker_options(command: Callable[..., None]) -> Callable[..., None]:
    """How many batches, how large, and how patiently."""
    for option in reversed(_workers):
        command = option(command)
    return command


class _Window(click.ParamType[Window]):
    name = "window"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Window:
        try:
            return value if isinstance(value, Window) else Window.parse(str(value))
        except ValueError as error:
            return self.fail(str(error), param, ctx)


class _Size(click.ParamType[int]):
    """Bytes, in PostgreSQL's units: 1 GB is 1024 MB."""

    name = "size"
    _units = ("B", "kB", "MB", "GB", "TB")

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d+) ?(B|kB|MB|GB|TB)", str(value))
        if found is None or not int(found[1]):
            return self.fail(f"{value!r} is not a size like 500MB or 20GB", param, ctx)
        return int(found[1]) * 1024 ** self._units.index(found[2])


class _AboveZero(click.ParamType[float]):
    name = "number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        try:
            number = float(str(value))
        except ValueError:
            number = math.nan
        if not 0 < number < math.inf:
            return self.fail(f"{value!r} is not a number above 0", param, ctx)
        return number


_above_zero = _AboveZero()
_pace = (
    click.option(
        "--p99",
        "p99_ms",
        type=_above_zero,
        metavar="MS",
        help="Slow down while a small transaction in the hub takes longer than this.",
    ),
    click.option(
        "--rate", type=_above_zero, metavar="N", help="At most that many subjects per second."
    ),
    click.option(
        "--window",
        type=_Window(),
        metavar="FROM-TO[@ZONE]",
        help="Only at that time of day: 22:00-06:00@Europe/Moscow, @+03:00; UTC by default.",
    ),
    click.option(
        "--max-lag",
        "max_lag_s",
        type=_above_zero,
        metavar="SECONDS",
        help="Wait while a standby or subscriber of the hub is further behind.",
    ),
    click.option(
        "--max-wal",
        "max_wal_bytes",
        type=_Size(),
        metavar="SIZE",
        help="Wait while the hub has to keep more WAL: 20GB. More than its max_wal_size.",
    ),
)


def pace_options(command: Callable[..., None]) -> Callable[..., None]:
    """How kind to be to the application; the command is given `limits`, a `Limits`."""

    @functools.wraps(command)
    def with_limits(
        *args: Any,
        p99_ms: float | None,
        rate: float | None,
        window: Window | None,
        max_lag_s: float | None,
        max_wal_bytes: int | None,
        **options: Any,
    ) -> None:
        limits = Limits(
            p99_ms=p99_ms,
            rate=rate,
            window=window,
            max_lag_s=max_lag_s,
            max_wal_bytes=max_wal_bytes,
        )
        command(*args, limits=limits, **options)

    for option in reversed(_pace):
        with_limits = option(with_limits)
    return with_limits


def print_json(value: object) -> None:
    """Data to stdout."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False, default=str))


def narrate(text: str) -> None:
    """Narration to stderr."""
    click.echo(text, err=True)


def out(**options: Any) -> Console:
    """Where tables for people go: stdout."""
    return Console(highlight=False, soft_wrap=False, **options)
