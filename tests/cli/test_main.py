"""The command line as a whole: its commands, its help, its exit statuses."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from domicile import errors
from domicile.cli import main
from domicile.errors import DomicileError

COMMANDS = [
    "demo",
    "local",
    "init",
    "laws",
    "assess",
    "skeleton",
    "map",
    "plan",
    "apply",
    "unapply",
    "move",
    "return",
    "run",
    "status",
    "scrub",
    "verify",
]


def test_the_help_lists_the_commands_in_the_order_of_the_work() -> None:
    """DESIGN §10: commands that later work brings are absent, not stubs."""
    assert COMMANDS == main.list_commands(click.Context(main))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_says_in_one_line_what_it_does(command: str) -> None:
    """At 80 columns no summary in the help is cut off."""
    result = CliRunner().invoke(main, [*command.split(), "--help"], terminal_width=80)

    assert 0 == result.exit_code
    summaries = result.output.splitlines()[1:]  # the first line is the usage
    assert not [line for line in summaries if line.endswith("...")]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (errors.CheckFailed("x"), 1),
        (errors.ConfigError("x"), 2),
        (errors.ServerUnavailable("home RU"), 69),
        (errors.TryAgain("x"), 75),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_error_decides_the_exit_status(
    kind: DomicileError, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DESIGN §10; the message and the hint go to stderr, and stdout stays clean."""

    def fail(*_: object) -> None:
        raise kind

    monkeypatch.setattr("domicile.config.load", fail)
    result = CliRunner().invoke(main, ["status"])

    assert status == result.exit_code
    assert str(kind) in result.stderr
    assert not result.stdout


def test_a_missing_config_is_named(tmp_path: Path) -> None:
    """A newcomer without a config is told which file was looked for."""
    result = CliRunner().invoke(main, ["assess", "--config", str(tmp_path / "nowhere.toml")])

    assert 2 == result.exit_code
    assert "nowhere.toml" in result.stderr
    assert "hint:" in result.stderr


def test_a_date_that_does_not_exist_is_refused() -> None:
    """--as-of takes ISO dates alone."""
    result = CliRunner().invoke(main, ["assess", "--as-of", "2026-02-30"])

    assert 2 == result.exit_code
    assert "is not a date" in result.stderr
