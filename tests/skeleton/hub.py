"""A hub that is measured, through the library and on the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from click.testing import CliRunner, Result
from psycopg.conninfo import make_conninfo

from domicile.cli import main
from domicile.config import load
from domicile.skeleton.model import Finding, Measurement
from domicile.skeleton.run import Wish, measure

MakeHub = Callable[..., "Hub"]
HEAD = """\
[hub]
dsn = "env:SKELETON_HUB"
country = "US"
[homes.RU]
dsn = "dbname=ru"
[service]
name = "Shop"
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
"""
NAME = """
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name" }
"""


@dataclass
class Hub:
    """A fresh database, and the config of a service that stands on it."""

    dsn: str
    path: Path
    point_at: Callable[[str], None]

    def execute(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows of a statement, as the superuser."""
        with psycopg.connect(self.dsn, autocommit=True) as conn:
            cursor = conn.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def become(self, role: str) -> None:
        """From now on the config names that role."""
        self.execute(f"DROP ROLE IF EXISTS {role}")
        self.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'x'")
        self.point_at(make_conninfo(self.dsn, user=role, password="x"))

    def measure(self, **wish: Any) -> Measurement:
        """The people of the one kind there is."""
        (found,) = measure(load(self.path), lambda *_: None, Wish(**wish))
        return found

    def domicile(self, *arguments: str) -> Result:
        """`domicile skeleton`, in a terminal of 80 columns."""
        runner = CliRunner(env={"COLUMNS": "80"})
        return runner.invoke(main, ["skeleton", "--config", str(self.path), *arguments])


def named(it: Measurement, findings: tuple[Finding, ...]) -> dict[str, int]:
    """Sets by name, with the people whom each singles out."""
    return {" + ".join(it.skeleton.names(each.columns)): each.tally.unique for each in findings}
