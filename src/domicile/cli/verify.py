"""`domicile verify`: compare hub, homes and directory; name every wrong row, and mend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from domicile.cli.forensic import forensic_options, verify_files
from domicile.cli.options import (
    as_of_option,
    config_option,
    json_option,
    narrate,
    out,
    print_json,
)
from domicile.errors import CheckFailed, ServerUnavailable, TryAgain

if TYPE_CHECKING:
    from datetime import date

    from domicile.config import Config
    from domicile.evidence.model import Verification
    from domicile.evidence.repair import Repair
    from domicile.evidence.run import Wish


class _Size(click.ParamType[tuple[float | None, int | None]]):
    """How large a sample is: (fraction, None) or (None, rows)."""

    name = "size"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float | None, int | None]:
        from domicile.evidence.sample import parse_size

        try:
            return parse_size(str(value))
        except ValueError:
            said = f"{value!r} is no fraction like 0.01 or 1%, and no number of rows like 5000"
            return self.fail(said, param, ctx)


@click.command()
@config_option
@json_option
@click.option(
    "--sample",
    "size",
    type=_Size(),
    metavar="FRACTION|ROWS",
    help="Look at a random part of everything: 0.01, 1%, or about 5000 rows.",
)
@click.option("--seed", type=click.IntRange(min=0), help="The sample's seed: same seed, same rows.")
@click.option("--resume", is_flag=True, help="Go on where the same command was interrupted.")
@click.option("--repair", is_flag=True, help="Say what would mend each wrong row. Changes nothing.")
@click.option("--yes", is_flag=True, help="With --repair: do it.")
@as_of_option
@forensic_options
def verify(
    *,
    config_path: Path,
    as_json: bool,
    size: tuple[float | None, int | None] | None,
    seed: int | None,
    resume: bool,
    repair: bool,
    yes: bool,
    as_of: date,
    forensic: bool,
    data_directory: Path | None,
    also: tuple[Path, ...],
) -> None:
    """Compare hub, homes and directory; name every wrong row.

    With --repair, mend what is safe to mend. Exit status 1 when a row is wrong and stays so,
    75 when somebody held rows all the time.
    """
    from domicile.config import load

    _check(size, seed, repair=repair, yes=yes)
    if forensic:
        if size is not None or resume or repair:
            raise click.UsageError("--forensic reads files: no --sample, --resume or --repair")
        verify_files(config_path, as_json=as_json, data_directory=data_directory, also=also)
        return
    if data_directory is not None or also:
        raise click.UsageError("--data-directory and --also belong to --forensic")
    config = load(config_path)
    wish = _wish(size, seed, resume=resume)
    if repair:
        _repair(config, wish, as_of, as_json=as_json, do=yes)
    else:
        _verify(config, wish, as_json=as_json)


def _verify(config: Config, wish: Wish, *, as_json: bool) -> None:
    from domicile.cli.render import counting
    from domicile.cli.verify_render import violations
    from domicile.evidence.run import verify as run

    with counting("verified") as progress:
        result = run(config, progress, wish)
    if as_json:
        print_json(result.to_dict())
    elif result.found:
        out().print(violations(result))
    _tell(result, resume=wish.resume)
    _end(result, result.found)


def _repair(config: Config, wish: Wish, as_of: date, *, as_json: bool, do: bool) -> None:
    from domicile.cli.render import counting
    from domicile.cli.verify_render import remedies
    from domicile.evidence import repair as mending

    with counting("verified") as progress:
        done = mending.repair(config, progress, wish, as_of=as_of, do=do)
    if as_json:
        print_json(done.to_dict())
    elif done.remedies:
        out().print(remedies(done.remedies, do=do))
    _tell(done.verification, resume=wish.resume)
    _tell_repair(done, do=do)
    _end(done.verification, done.left)


def _wish(size: tuple[float | None, int | None] | None, seed: int | None, *, resume: bool) -> Wish:
    from domicile.evidence.run import Wish, new_seed
    from domicile.evidence.sample import Sample

    if size is None:
        return Wish(resume=resume)
    drawn = new_seed() if seed is None else seed
    return Wish(resume=resume, sample=Sample(seed=drawn, fraction=size[0], rows=size[1]))


def _check(
    size: tuple[float | None, int | None] | None, seed: int | None, *, repair: bool, yes: bool
) -> None:
    if yes and not repair:
        raise click.UsageError("--yes says yes to --repair, which is not there")
    if seed is not None and size is None:
        raise click.UsageError("--seed is the seed of --sample, which is not there")


def _tell(result: Verification, *, resume: bool) -> None:
    from domicile.cli.render import plural

    if resume and not result.resumed:
        narrate("no interrupted verification like this one was found: this one began anew")
    narrate(
        f"verified {plural(result.rows, 'row')} in the hub, {result.residents:,} of residents, "
        f"{result.at_homes:,} at homes:\n{plural(result.found, 'violation')}"
    )
    if result.sample is not None:
        looked = result.sample
        narrate(
            f"this was a sample: {looked.chunks_looked_at:,} of {plural(looked.chunks, 'chunk')}, "
            f"{result.rows:,} of {plural(looked.rows, 'row')}; --seed {looked.seed} repeats it"
        )
    if result.waiting:
        narrate(f"{plural(result.waiting, 'row')} could not be judged: somebody works on them")


def _tell_repair(done: Repair, *, do: bool) -> None:
    from domicile.cli.render import plural

    acted = sum(each.action is not None for each in done.remedies)
    named = len(done.remedies)
    if not do and acted:
        narrate(f"{acted:,} of {named:,} would be mended; `--repair --yes` does it")
    elif do:
        mended = sum(each.done for each in done.remedies)
        narrate(f"{mended:,} mended, {plural(done.left, 'violation')} left")
    if done.verification.found > named:
        narrate("only those that are named are mended: run it again for the others")


def _end(result: Verification, left: int) -> None:
    if left:
        raise CheckFailed("")
    for country in sorted(result.unavailable):
        raise ServerUnavailable(f"home {country}", "its rows were not verified")
    if result.waiting:
        raise TryAgain(f"{result.waiting:,} rows could not be judged: somebody held them")
