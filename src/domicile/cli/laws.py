"""`domicile laws`: the packs to read, what changes and when, and what a new config would bring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from domicile.cli.options import (
    Day,
    as_of_option,
    config_option,
    json_option,
    narrate,
    out,
    print_json,
)
from domicile.errors import CheckFailed, ConfigError

if TYPE_CHECKING:
    from domicile.config.model import Config
    from domicile.law.model import Law

_DEFAULT = Path("domicile.toml")
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def laws() -> None:
    """Read the law packs: what they say, what changes and when."""


@laws.command("list")
@as_of_option
@click.option("--country", metavar="CC", help="Only laws of this country, or of its union.")
@json_option
def list_(as_of: date, country: str | None, as_json: bool) -> None:
    """List the laws: the text in force, its duties, how sure it is."""
    from domicile.cli.laws_render import table
    from domicile.config.service import countries
    from domicile.law.listing import rows
    from domicile.law.pack import UNION
    from domicile.law.plain import plain
    from domicile.law.store import shipped

    if country is not None and country not in {*countries(), UNION}:
        raise click.UsageError(f"--country: {country!r} is not an ISO 3166-1 code such as KZ")
    found = rows(shipped(), as_of, country)
    if as_json:
        print_json(plain(found))
    elif found:
        out().print(table(found))
    else:
        narrate(f"no pack speaks of {country}; `domicile laws list` has all")


@laws.command()
@click.argument("law_id", metavar="ID")
@click.option("--as-of", type=Day(), metavar="DATE", help="Only the text of this day.")
@json_option
def show(law_id: str, as_of: date | None, as_json: bool) -> None:
    """Show one law: every statement, and what it rests on."""
    from domicile.cli.laws_show import page
    from domicile.law.plain import plain

    law = _law(law_id)
    if not as_json:
        out().print(page(law, as_of))
        return
    versions = law.versions if as_of is None else [law.version_on(as_of)]
    print_json(plain(law) | {"versions": [plain(each) for each in versions if each]})


@laws.command()
@click.option("--from", "first", type=Day(), required=True, metavar="DATE", help="The first day.")
@click.option("--to", "last", type=Day(), required=True, metavar="DATE", help="The other day.")
@click.option(
    "--config",
    "config_path",
    type=_FILE,
    envvar="DOMICILE_CONFIG",
    show_envvar=True,
    help="The service whose verdicts are compared; domicile.toml if it is there.",
)
@json_option
def diff(first: date, last: date, config_path: Path | None, as_json: bool) -> None:
    """Compare two days: what the laws say, and which verdicts change."""
    from domicile.cli.laws_render import differences
    from domicile.config import load
    from domicile.law.changes import text_changes
    from domicile.law.plain import plain
    from domicile.law.store import shipped
    from domicile.placement.gate import compare

    if last < first:
        raise click.UsageError(f"--to {last} is before --from {first}")
    path = config_path or (_DEFAULT if _DEFAULT.exists() else None)
    texts = text_changes(shipped(), first, last)
    change = None
    if path is not None:
        config = load(path)
        change = compare(_stand(config, first), _stand(config, last))
    if as_json:
        print_json({"from": first, "to": last, "texts": plain(texts), "service": plain(change)})
    else:
        out().print(differences(texts, change))


@laws.command()
@as_of_option
@click.option("--until", type=Day(), metavar="DATE", help="The last day that is shown.")
@click.option("--people", is_flag=True, help="Count who must move by each day; asks the hub.")
@config_option
@json_option
def calendar(
    as_of: date, until: date | None, people: bool, config_path: Path, as_json: bool
) -> None:
    """Show the days ahead: what changes for this service, and when."""
    from domicile.cli.laws_calendar import read
    from domicile.cli.laws_render import calendar as page
    from domicile.config import load
    from domicile.law.plain import plain

    if until is not None and until < as_of:
        raise click.UsageError(f"--until {until} is before --as-of {as_of}")
    found = read(load(config_path), as_of, until, people=people)
    if as_json:
        print_json({"as_of": as_of, "until": until, **plain(found)})
    else:
        out().print(page(found, as_of))


@laws.command()
@click.argument("packs", nargs=-1, type=click.Path(path_type=Path), metavar="[PACK]...")
@click.option("--config", "config_path", type=_FILE, help="The config that is proposed.")
@click.option("--against", type=_FILE, metavar="FILE", help="The config that is in use.")
@as_of_option
@json_option
def check(
    packs: tuple[Path, ...],
    config_path: Path | None,
    against: Path | None,
    as_of: date,
    as_json: bool,
) -> None:
    """Check packs, or what a changed config would bring (exit 1)."""
    if against is None and config_path is not None:
        raise click.UsageError("--config needs --against, the config that is in use")
    if against is None:
        _check_packs(packs, as_json=as_json)
    elif packs:
        raise click.UsageError("give packs, or two configs to compare, not both")
    else:
        _check_config(config_path or _DEFAULT, against, as_of, as_json=as_json)


@laws.command()
def schema() -> None:
    """Print the JSON Schema of a pack, for editors."""
    from domicile.law.schema import schema_text

    click.echo(schema_text(), nl=False)


def _law(law_id: str) -> Law:
    from domicile.law.store import shipped

    known = {law.id: law for law in shipped()}
    if law_id in known:
        return known[law_id]
    word = law_id.lower()
    near = [name for name in known if len(word) > 1 and word in name]
    near += get_close_matches(word, known, cutoff=0.5)
    named = f"did you mean {', '.join(dict.fromkeys(near))}? " if near else ""
    raise ConfigError(
        f"no pack has the id {law_id!r}", hint=f"{named}`domicile laws list` shows every law"
    )


def _stand(config: Config, day: date, like: Sequence[Config] = ()) -> Any:
    """What is decided for a config, for people of its own countries or of those `like` it."""
    from domicile.placement.gate import everywhere, stand
    from domicile.placement.run import judge

    return stand(config, judge(config, day), everywhere(*(like or (config,))))


def _check_packs(paths: tuple[Path, ...], *, as_json: bool) -> None:
    from domicile.law.check import check_packs, check_shipped, summary
    from domicile.law.plain import plain

    found = summary(check_packs(paths) if paths else check_shipped())
    if as_json:
        print_json(plain(found))
    else:
        click.echo(found.sentence())


def _check_config(new: Path, old: Path, as_of: date, *, as_json: bool) -> None:
    from domicile.cli.laws_render import reviewed
    from domicile.config import load
    from domicile.placement.review import review

    both = load(old), load(new)
    result = review(*both, lambda config: _stand(config, as_of, both))
    if as_json:
        print_json({"as_of": as_of, **result.to_dict()})
    else:
        out().print(reviewed(result))
    if result.findings:
        count = len(result.findings)
        noun = "finding" if count == 1 else "findings"
        raise CheckFailed(f"{count} {noun}: {new} brings what {old} does not, as of {as_of}")
