"""A database that nobody has described, and `domicile init` as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result

from domicile.cli import main
from domicile.discovery.proposal import Proposal
from domicile.discovery.run import Wish, discover


@dataclass
class Unknown:
    """A database, and the ways to look at it."""

    dsn: str
    folder: Path

    def run(self, script: str) -> None:
        """Execute SQL as the owner."""
        with psycopg.connect(self.dsn, autocommit=True) as conn:
            conn.execute(script.encode())

    def look(self, **wish: object) -> Proposal:
        """What discovery finds."""
        return discover(self.dsn, Wish(**wish))  # type: ignore[arg-type]

    @property
    def file(self) -> Path:
        """Where `init` writes."""
        return self.folder / "domicile.toml"

    def init(self, *options: str, dsn: str | None = None) -> Result:
        """`domicile init` with these options."""
        words = ["init", "--hub", dsn or self.dsn, "--config", str(self.file), *options]
        return CliRunner().invoke(main, words)


@pytest.fixture
def unknown(database: Callable[[str], str], tmp_path: Path) -> Unknown:
    """An empty database on the hub's server."""
    return Unknown(dsn=database("hub"), folder=tmp_path)
