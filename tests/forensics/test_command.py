"""`domicile verify --forensic` on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from domicile.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Place

_PEOPLE = """
INSERT INTO person (id, country, name, email) VALUES
    (1, 'RU', 'Мария Ильинична', 'masha.i@example.ru'), (2, 'US', 'Bob Local', 'bob@example.org');
"""


def test_traces_end_with_status_1_and_none_with_0(place: Callable[[str], Place]) -> None:
    """Traces and what is not seen go to stdout, their sum to stderr, a value nowhere."""
    here = place(_PEOPLE)
    command = ["verify", "--forensic", "--config", str(here.world.config.source)]
    found = CliRunner().invoke(main, command)
    as_json = CliRunner().invoke(main, [*command, "--json"])

    assert (found.exit_code, as_json.exit_code) == (1, 1)
    assert "public.person.email" in found.stdout
    assert "every backup and dump" in found.stdout
    assert "traces" in found.stderr
    told = json.loads(as_json.stdout)
    assert told["found"] == len(told["traces"]) > 0
    assert told["not_seen"]
    said = found.output + as_json.output
    assert [value for value in ("masha", "Мария", "Bob") if value in said] == []

    here.forget()
    clean = CliRunner().invoke(main, command)
    assert (clean.exit_code, "0 traces" in clean.stderr) == (0, True)


def test_options_of_forensics_are_checked(place: Callable[[str], Place]) -> None:
    """A folder that is not there is a usage error."""
    here = place(_PEOPLE)
    command = ["verify", "--forensic", "--config", str(here.world.config.source)]
    wrong = CliRunner().invoke(main, [*command, "--data-directory", "no/such/folder"])

    assert wrong.exit_code == 2
