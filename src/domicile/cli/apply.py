"""`domicile plan`, `apply` and `unapply`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from domicile.cli.options import (
    as_of_option,
    config_option,
    json_option,
    narrate,
    out,
    print_json,
)


@click.command()
@config_option
@as_of_option
@click.option("--sql", "as_sql", is_flag=True, help="Print every statement for the hub.")
@json_option
def plan(config_path: Path, as_of: date, as_sql: bool, as_json: bool) -> None:
    """Say what apply and move would do; change nothing."""
    from domicile.cli.render import planned
    from domicile.config import load
    from domicile.residence.plan import make_plan

    made = make_plan(load(config_path), as_of)
    if as_sql:
        click.echo("\n".join(made.statements))
    elif as_json:
        print_json(made.to_dict())
    else:
        out().print(planned(made))


@click.command()
@config_option
@as_of_option
def apply(config_path: Path, as_of: date) -> None:
    """Prepare hub and homes: directory, views, guards. Nobody moves yet."""
    from domicile.config import load
    from domicile.placement.run import assess
    from domicile.residence import run

    config = load(config_path)
    decision = assess(config, as_of)
    done = run.apply(config, decision.targets, narrate)
    people = ", ".join(f"{count} {kind} subjects" for kind, count in done.subjects.items())
    narrate(f"applied: {done.tables} tables, {len(done.homes)} homes, {people}")
    for role in config.hub.app_roles:
        narrate(f'now: ALTER ROLE "{role}" SET search_path = resident, public')


@click.command()
@config_option
def unapply(config_path: Path) -> None:
    """Take everything back: hub and homes are as before apply."""
    from domicile.config import load
    from domicile.residence import run

    run.unapply(load(config_path), narrate)
    narrate("unapplied: nothing of Domicile is left")
