"""`domicile init`: propose a data map from a live database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from domicile.cli.options import config_option, json_option, out, print_json
from domicile.config.service import countries
from domicile.errors import CheckFailed, ConfigError
from domicile.pg.connection import without_secret

if TYPE_CHECKING:
    from domicile.config.names import TableName
    from domicile.discovery.changes import Changes
    from domicile.discovery.draft import Head
    from domicile.discovery.proposal import Proposal

_STDOUT = Path("-")


def _homes(_ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`RU=env:HOME_RU`, each country once."""
    homes: dict[str, str] = {}
    for value in values:
        country, equals, dsn = value.partition("=")
        if not equals or country not in countries():
            raise click.BadParameter("is not COUNTRY=DSN like RU=env:HOME_RU", param=param)
        homes[country] = dsn
    return homes


@click.command()
@config_option
@click.option(
    "--hub",
    metavar="DSN",
    required=True,
    help="The database to look at: a connection string, env:NAME or file:PATH.",
)
@click.option(
    "--insecure", is_flag=True, help="Allow an unprotected connection to another machine."
)
@click.option("--country", default="", metavar="XX", help="Where the hub's server stands.")
@click.option(
    "--home",
    "homes",
    multiple=True,
    callback=_homes,
    metavar="XX=DSN",
    help="A home to write into the file; several are allowed.",
)
@click.option("--service", default="", metavar="NAME", help="The service's name.")
@click.option(
    "--tables", multiple=True, metavar="PATTERN", help="Only these: public.*, customer; several."
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Not these; several.")
@click.option(
    "--sample-rows",
    "rows",
    type=click.IntRange(1, 10_000),
    default=400,
    show_default=True,
    metavar="N",
    help="How many rows of each table are looked at.",
)
@click.option(
    "--timeout",
    "timeout_s",
    type=click.FloatRange(min=0.01),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="The longest that one query may take; a table that needs more is named.",
)
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="Chooses the rows: the same, the same file.",
)
@click.option(
    "--fides",
    "fides_path",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A Fides dataset (YAML) whose categories are decisions already.",
)
@click.option(
    "--diff",
    is_flag=True,
    help="Write nothing: print what the file does not know yet; exit 1 if it is personal.",
)
@json_option
def init(
    config_path: Path,
    hub: str,
    insecure: bool,
    country: str,
    homes: dict[str, str],
    service: str,
    fides_path: Path | None,
    diff: bool,
    as_json: bool,
    **wish: object,
) -> None:
    """Propose a data map from a live database, to be reviewed.

    Every column is judged by its name, comment, type, place and by sampled values; every table
    by whose rows it holds. The database is only read. Where the file exists, what people
    decided in it stays, and only what is new is added. With --config - the file goes to stdout.
    """
    from domicile.cli.init_render import asking, changes_to_text, summary, to_dict
    from domicile.config.decisions import Decisions, read_decisions
    from domicile.discovery.changes import compare
    from domicile.discovery.draft import Head
    from domicile.discovery.run import Wish, discover
    from domicile.pg.servers import follow

    exists = config_path != _STDOUT and config_path.exists()
    if diff and not exists:
        raise ConfigError(f"{config_path}: there is no such file", hint="run init without --diff")
    decisions = read_decisions(config_path) if exists else Decisions()
    given = _from_fides(fides_path)
    dsn = follow(hub, what="--hub", insecure=insecure)
    with asking() as progress:
        proposal = discover(dsn, Wish(**wish), progress, given)  # pyright: ignore[reportArgumentType]
    changes = compare(proposal, decisions)
    if as_json:
        print_json(to_dict(proposal, changes))
    elif diff:
        click.echo(changes_to_text(changes), nl=False)
    if not diff:
        head = Head(dsn=without_secret(hub), country=country, homes=homes, service=service)
        _write(config_path, _text(config_path if exists else None, proposal, changes, head))
        shown = summary(proposal, changes if exists else None, config_path)
        out(stderr=True).print(shown, soft_wrap=True)
    elif changes.unmapped:
        raise CheckFailed("")


def _from_fides(path: Path | None) -> dict[TableName, dict[str, str]]:
    from domicile.interchange.fides import load

    return load(path) if path else {}


def _text(written: Path | None, proposal: Proposal, changes: Changes, head: Head) -> str:
    from domicile.discovery.draft import draft
    from domicile.discovery.merge import merge

    if written is None:
        return draft(proposal, head)
    return merge(written.read_text("utf-8"), changes, proposal.estate)


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a full disk must not cost what people decided."""
    if path == _STDOUT:
        click.echo(text, nl=False)
        return
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be written: {error.strerror}", hint="name another one with --config"
        ) from None
    finally:
        beside.unlink(missing_ok=True)
