"""`domicile demo`: the whole story on embedded servers."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--accounts",
    type=click.IntRange(min=200, max=1_000_000),
    default=20_000,
    show_default=True,
    help="How many people Chirp has.",
)
@click.option(
    "--json",
    "figures",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the figures to a file.",
)
@click.option("--keep", is_flag=True, help="Leave the servers running and say what to try.")
def demo(accounts: int, figures: Path | None, keep: bool) -> None:
    """Tell the whole story on embedded servers, in about a minute."""
    from domicile.demo.run import tell

    tell(accounts=accounts, figures=figures, keep=keep)
