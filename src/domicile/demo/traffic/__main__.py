"""`python -m domicile.demo.traffic`: the application, alone in its process."""

from __future__ import annotations

import sys

import click

from domicile.demo.traffic.load import Load
from domicile.demo.traffic.run import main


@click.command()
@click.option("--accounts", type=click.IntRange(min=1), required=True)
@click.option("--seed", type=int, required=True)
@click.option("--rate-per-s", type=click.FloatRange(min=0, min_open=True), required=True)
@click.option("--workers", type=click.IntRange(min=1), required=True)
@click.option("--search-path", multiple=True, help="A schema, as often as there are some.")
@click.option("--phase", required=True, help="The phase until the first mark.")
@click.option("--longest-s", type=click.FloatRange(min=0), required=True)
def traffic(
    *,
    accounts: int,
    seed: int,
    rate_per_s: float,
    workers: int,
    search_path: tuple[str, ...],
    phase: str,
    longest_s: float,
) -> None:
    """Load the database that DOMICILE_DEMO_TRAFFIC_DSN names until the standard input ends."""
    sys.exit(
        main(
            Load(
                accounts=accounts,
                seed=seed,
                rate_per_s=rate_per_s,
                workers=workers,
                search_path=search_path,
                phase=phase,
                longest_s=longest_s,
            )
        )
    )


if __name__ == "__main__":
    traffic()
