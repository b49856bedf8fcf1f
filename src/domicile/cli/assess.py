"""`domicile assess`: which laws bind, whom, why; what must move; what is open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from domicile.cli.options import as_of_option, config_option, json_option, out, print_json


@click.command()
@config_option
@as_of_option
@json_option
def assess(config_path: Path, as_of: date, as_json: bool) -> None:
    """Say which laws bind, whom, why; what must move; what is open."""
    from domicile.config import load
    from domicile.placement.report import render, to_dict
    from domicile.placement.run import assess as decide

    assessment = decide(load(config_path), as_of).assessment
    if as_json:
        print_json(to_dict(assessment))
    else:
        out().print(render(assessment))
