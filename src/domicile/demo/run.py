"""`domicile demo`: the scenes played one after the other, and what they measured."""

from __future__ import annotations

import json
import platform
from importlib.metadata import PackageNotFoundError, version
from time import monotonic
from typing import TYPE_CHECKING, Final

from domicile.demo import screen
from domicile.demo.people import population
from domicile.demo.scenes import SCENES
from domicile.demo.servers import APP_ROLE, HUB, KEPT_IN, Kept, Passing
from domicile.demo.stage import Figures, Stage
from domicile.errors import ConfigError
from domicile.pg.embedded_install import find_install, server_account

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from domicile.demo.scenes import Scene

SEED: Final = 242
"""The same people each time."""


def tell(accounts: int, figures: Path | None, keep: bool) -> None:
    """The whole story has been told, and everything held.

    Args:
        accounts: how many people Chirp has.
        figures: a file for the figures, as JSON.
        keep: leave the servers running with the people moved, and say what to try.

    Raises:
        CheckFailed: something did not hold; says what.
        LocalServerError: a server did not start, or those of an earlier demo are still there.
        ConfigError: the file for the figures cannot be written.
    """
    _check_writable(figures)
    began = monotonic()
    with Kept() if keep else Passing() as servers:
        stage = Stage(
            console=screen.console(), servers=servers, everybody=population(accounts, SEED)
        )
        stage.show(screen.opening(accounts))
        scenes = _play(stage, SCENES[:-1] if keep else SCENES, began)
        seconds = monotonic() - began
        stage.show("", screen.closing(stage.moved, seconds, kept=keep))
        if keep:
            stage.console.print(screen.invitation(_to_try(stage)), soft_wrap=True)
    if figures is not None:
        told: Figures = {
            "versions": _versions(),
            "accounts": accounts,
            "kept": keep,
            "seconds": round(seconds, 3),
            "scenes": scenes,
        }
        figures.write_text(json.dumps(told, indent=2, default=str) + "\n", encoding="utf-8")


def _play(stage: Stage, scenes: Iterable[Scene], began: float) -> Figures:
    """Every scene has been played; gives their figures and seconds by name."""
    played: Figures = {}
    for number, scene in enumerate(scenes, start=1):
        at = monotonic()
        stage.show(screen.step(number, scene.title, at - began))
        measured = scene.act(stage)
        played[scene.name] = {"seconds": round(monotonic() - at, 3), **measured}
    return played


def _check_writable(figures: Path | None) -> None:
    """Before a minute of work, not after it."""
    if figures is None:
        return
    try:
        with figures.open("a", encoding="utf-8"):
            pass
    except OSError as error:
        raise ConfigError(
            f"{figures}: cannot be written: {error.strerror}", hint="name another file"
        ) from None


def _versions() -> dict[str, str]:
    try:
        own = version("domicile")
    except PackageNotFoundError:  # run from the source tree
        own = "not installed"
    return {
        "domicile": own,
        "postgresql": find_install(server_account()).version,
        "python": platform.python_version(),
    }


def _to_try(stage: Stage) -> list[tuple[str, list[str]]]:
    """What can be typed while the servers are up, with what each group shows."""
    psql = find_install(server_account()).tool("psql")
    russians = "SELECT id, full_name, email FROM account WHERE country = 'RU' ORDER BY id LIMIT 3"
    housed = "SELECT id, full_name, email FROM account ORDER BY id LIMIT 3"
    app, home = stage.servers.dsn(HUB, APP_ROLE), stage.servers.dsn("RU")
    config = f"--config {KEPT_IN / 'domicile.toml'}"
    return [
        ("Russians as the application sees them", [f'{psql} "{app}" -c "{russians}"']),
        ("as the hub's own table has them", [f'{psql} "{stage.hub}" -c "{russians}"']),
        ("as their home has them", [f'{psql} "{home}" -c "{housed}"']),
        (
            "Domicile's commands on these servers",
            [f"domicile {name} {config}" for name in ("status", "assess", "verify", "return")],
        ),
        ("stop the servers", [f"domicile local down --dir {KEPT_IN}"]),
        ("stop and delete them", [f"domicile local down --remove --dir {KEPT_IN}"]),
    ]
