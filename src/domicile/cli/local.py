"""`domicile local`: an embedded hub and homes, for trying things."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from domicile.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domicile.pg.embedded_local import Status

_DIR = click.option(
    "--dir",
    "state_dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".domicile/local"),
    show_default=True,
    help="Where the servers are kept.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def local() -> None:
    """Run an embedded hub and homes, for trying things.

    They listen on this machine only, and go on running until `domicile local down`.
    In the config, `dsn = "local:RU"` stands for the home of that country.
    """


@local.command()
@click.option("--home", "homes", multiple=True, metavar="COUNTRY", help="A home to run, e.g. KZ.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("domicile.toml"),
    show_default=True,
    help="Without --home: run the homes that it names, if it is there.",
)
@_DIR
@_JSON
def up(homes: tuple[str, ...], config: Path, state_dir: Path, as_json: bool) -> None:
    """Start the hub and the homes; those that run already are left alone."""
    from domicile.pg import embedded_local as servers

    chosen = _countries(homes or _homes_of(config), "--home" if homes else str(config))
    wanted = list(dict.fromkeys([servers.HUB, *chosen])) if chosen else servers.names(state_dir)
    if not wanted:
        raise click.UsageError("which homes? Name them with --home, or write them in the config")
    click.echo(f"starting {', '.join(wanted)} ...", err=True)
    _render(servers.up(state_dir, wanted), as_json=as_json)


@local.command()
@click.option("--remove", is_flag=True, help="Delete the servers and their data, too.")
@_DIR
def down(remove: bool, state_dir: Path) -> None:
    """Stop the servers; their data stays for the next `up`."""
    from domicile.pg import embedded_local as servers

    done = servers.down(state_dir, remove=remove)
    verb = "removed" if remove else "stopped"
    click.echo(f"{verb} {', '.join(done)}" if done else "nothing was running", err=True)


@local.command()
@_DIR
@_JSON
def status(state_dir: Path, as_json: bool) -> None:
    """Show which servers there are and how to reach them."""
    from domicile.pg import embedded_local as servers

    _render(servers.statuses(state_dir), as_json=as_json)


def _countries(codes: Sequence[str], source: str) -> list[str]:
    """The codes in capitals, once it is sure that each is a country's."""
    from domicile.config.service import countries

    given = [code.upper() for code in codes]
    for code in given:
        if code not in countries():
            raise ConfigError(
                f"{source}: {code!r} is not an ISO 3166-1 alpha-2 code", hint="for example: KZ"
            )
    return given


def _homes_of(config: Path) -> list[str]:
    """The countries of [homes]; the rest of the file may still be in the making."""
    try:
        parsed = tomllib.loads(config.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{config}: cannot be read: {error}") from None
    homes: object = parsed.get("homes", {})
    if not isinstance(homes, dict):
        raise ConfigError(f"{config}: homes: must be a table", hint="[homes.RU]")
    return [str(country) for country in homes]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _render(servers: Sequence[Status], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([asdict(server) for server in servers], indent=2))
        return
    for server in servers:
        pid = "-" if server.pid is None else str(server.pid)
        click.echo(
            f"{server.name:<4} {server.state:<8} port {server.port:<5} pid {pid:<7} "
            f"{server.dsn or ''}".rstrip()
        )
