"""`domicile status`: people per home, and who is still on the way."""

from __future__ import annotations

from pathlib import Path

import click

from domicile.cli.options import config_option, json_option, out, print_json


@click.command()
@config_option
@json_option
def status(config_path: Path, as_json: bool) -> None:
    """Show the people per home, and who is still on the way."""
    from domicile.cli.render import standing
    from domicile.config import load
    from domicile.relocation.status import read_status

    found = read_status(load(config_path))
    if as_json:
        print_json(found.to_dict())
    else:
        out().print(standing(found))
