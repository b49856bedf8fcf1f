"""What the scenes of the story share, and how a scene says that something did not hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domicile.demo.servers import APP_ROLE, HUB
from domicile.demo.store import ask
from domicile.errors import CheckFailed

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from domicile.config import Config
    from domicile.demo.people import Population
    from domicile.demo.proof.model import Loaded
    from domicile.demo.queries import Query
    from domicile.demo.servers import Servers
    from domicile.demo.store import Answer

Figures = dict[str, object]
"""What a scene measured, as plain JSON values."""


@dataclass(slots=True, kw_only=True)
class Stage:
    """Servers, people and screen, and what earlier scenes left for later ones."""

    console: Console
    servers: Servers
    everybody: Population
    config: Config = field(init=False)
    rows: dict[str, int] = field(init=False)
    """How many rows of each table were loaded."""
    answers: tuple[Answer, ...] = field(init=False)
    """What the application's queries gave before anybody moved."""
    loaded: Loaded = field(init=False)
    dumps: dict[str, str] = field(init=False)
    """The schema of each server's database before `apply`."""
    moved: int = 0

    @property
    def hub(self) -> str:
        """How Chirp's engineers reach the hub."""
        return self.servers.dsn(HUB)

    @property
    def app(self) -> str:
        """How the application reaches the hub."""
        return self.servers.dsn(HUB, APP_ROLE)

    def show(self, *what: RenderableType) -> None:
        """Print one thing under the other."""
        for each in what:
            self.console.print(each)

    def asked(self, query: Query) -> Answer:
        """What the application gets for the query, over its own search_path."""
        return ask(self.app, (), query)


def check(*, held: bool, otherwise: str) -> None:
    """Go on if it held.

    Raises:
        CheckFailed: it did not.
    """
    if not held:
        raise CheckFailed(f"the demo does not hold: {otherwise}")
