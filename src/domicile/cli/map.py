"""`domicile map`: the data map in the formats that other tools and authorities read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from domicile.cli.options import as_of_option, config_option, narrate

if TYPE_CHECKING:
    from domicile.config.model import Config
    from domicile.interchange.fields import Collections
    from domicile.interchange.register import Facts
    from domicile.interchange.sheet import Earlier


@click.group("map")
def map_() -> None:
    """Print the data map in the formats of others."""


@map_.command()
@config_option
@click.option("--offline", is_flag=True, help="Ask no server; leaves out keys that it knows.")
def fides(config_path: Path, offline: bool) -> None:
    """Print Fides datasets (YAML) with keys and references."""
    from domicile.config import load
    from domicile.interchange.fides_text import render

    config = load(config_path)
    click.echo(render(config.service.name, _collections(config, offline=offline)), nl=False)


@map_.command()
@config_option
@click.option(
    "--as",
    "form",
    type=click.Choice(["turtle", "json-ld"]),
    default="turtle",
    show_default=True,
    help="How the graph is written.",
)
def dpv(config_path: Path, form: str) -> None:
    """Print the W3C Data Privacy Vocabulary's graph."""
    from domicile.config import load
    from domicile.interchange.dpv import render

    click.echo(render(load(config_path), "json-ld" if form == "json-ld" else "turtle"), nl=False)


@map_.command()
@config_option
@as_of_option
@click.option(
    "--merge",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Keep what people wrote in this earlier record.",
)
def register(config_path: Path, as_of: date, merge: Path | None) -> None:
    """Print the record of processing, GDPR article 30, as CSV."""
    from domicile.config import load
    from domicile.interchange import sheet
    from domicile.interchange.register import rows

    config = load(config_path)
    found = rows(config, _facts(config, as_of))
    earlier = _earlier(merge) if merge else None
    click.echo(sheet.render(found, earlier), nl=False)
    for key in sheet.vanished(found, earlier) if earlier else ():
        written = ", ".join(earlier.written(key)) if earlier else ""
        lost = f"; people had filled: {written}" if written else ""
        narrate(f"{merge}: {', '.join(key)} is not processed any more{lost}")


def _collections(config: Config, *, offline: bool) -> Collections:
    from domicile.catalog.run import load_map
    from domicile.interchange.fields import of_config, of_map
    from domicile.pg import servers

    if offline:
        return of_config(config)
    with servers.hub(config) as conn:
        return of_map(load_map(conn, config))


def _facts(config: Config, as_of: date) -> Facts:
    from domicile.config.service import countries
    from domicile.interchange.register import Facts, Kept
    from domicile.law.pack import UNION
    from domicile.law.store import shipped
    from domicile.placement.gate import everywhere, stand
    from domicile.placement.run import judge

    standing = stand(config, judge(config, as_of), everywhere(config))
    return Facts(
        as_of=as_of,
        union=frozenset(c for law in shipped() if law.country == UNION for c in law.reach),
        kept=tuple(
            Kept(people=people, home=to.home, alone=to.mode == "moved", duties=to.duties)
            for people, to in standing.placements.items()
            if to.home is not None and not to.impossible and people in countries()
        ),
    )


def _earlier(path: Path) -> Earlier:
    from domicile.interchange.files import text_of
    from domicile.interchange.sheet import read

    return read(text_of(path), source=str(path))
