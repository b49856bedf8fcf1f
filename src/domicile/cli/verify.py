"""`domicile verify`: compare hub, homes and directory; name every wrong row."""

from __future__ import annotations

from pathlib import Path

import click

from domicile.cli.options import config_option, json_option, narrate, out, print_json
from domicile.errors import CheckFailed, ServerUnavailable


@click.command()
@config_option
@json_option
def verify(config_path: Path, as_json: bool) -> None:
    """Compare hub, homes and directory; name every wrong row.

    Exit status 1 when there is one.
    """
    from domicile.cli.render import counting, plural, violations
    from domicile.config import load
    from domicile.evidence.run import verify as run

    with counting("verified") as progress:
        result = run(load(config_path), progress)
    if as_json:
        print_json(result.to_dict())
    elif result.found:
        out().print(violations(result))
    narrate(
        f"verified {plural(result.rows, 'row')} in the hub, {result.residents:,} of residents, "
        f"{result.at_homes:,} at homes:\n{plural(result.found, 'violation')}"
    )
    if result.found:
        raise CheckFailed("")
    for country in sorted(result.unavailable):
        raise ServerUnavailable(f"home {country}", "its rows were not verified")
