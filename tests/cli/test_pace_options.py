"""`--p99 --rate --window --max-lag --max-wal`: what people write becomes limits, or an error."""

from __future__ import annotations

from datetime import time

import click
import pytest
from click.testing import CliRunner

from domicile.cli.options import pace_options
from domicile.relocation.pace import Limits


def _run(*arguments: str) -> tuple[Limits | None, str]:
    """The limits that a command is given, and what it prints."""
    given: list[Limits] = []

    @click.command()
    @pace_options
    def command(limits: Limits) -> None:
        given.append(limits)

    result = CliRunner().invoke(command, list(arguments))
    assert result.exit_code == (0 if given else 2)
    return (given or [None])[0], result.output


def test_nothing_asked_for_is_no_limit() -> None:
    """Full speed is the default."""
    limits, _ = _run()
    assert limits == Limits()
    assert not limits.given


def test_every_limit_arrives() -> None:
    """With its unit."""
    limits, _ = _run(
        "--p99=12.5", "--rate=100", "--window=22:00-06:00@+03:00", "--max-lag=5", "--max-wal=2GB"
    )
    assert limits is not None
    assert limits.window is not None
    assert (limits.window.opens, limits.window.closes) == (time(22), time(6))
    assert (limits.p99_ms, limits.rate, limits.max_lag_s) == (12.5, 100, 5)
    assert limits.max_wal_bytes == 2 * 1024**3


@pytest.mark.parametrize(
    ("option", "value", "fault"),
    [
        ("--p99", "0", "is not a number above 0"),
        ("--p99", "nan", "is not a number above 0"),
        ("--rate", "inf", "is not a number above 0"),
        ("--rate", "-1", "is not a number above 0"),
        ("--window", "at night", "is not a window like 22:00-06:00"),
        ("--window", "22:00-06:00@Moskau", "is not a time zone here"),
        ("--max-lag", "soon", "is not a number above 0"),
        ("--max-wal", "2 gigabytes", "is not a size like 500MB or 20GB"),
        ("--max-wal", "0MB", "is not a size like 500MB or 20GB"),
    ],
)
def test_what_cannot_be_kept_is_refused(option: str, value: str, fault: str) -> None:
    """Exit status 2, the option's name, and what to write."""
    limits, output = _run(option, value)
    assert limits is None
    assert option in output
    assert fault in " ".join(output.split())
