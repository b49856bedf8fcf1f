"""The command line: each command parses, makes one call into the library, and renders."""

from __future__ import annotations

import sys

import click

from domicile.cli.apply import apply, plan, unapply
from domicile.cli.assess import assess
from domicile.cli.demo import demo
from domicile.cli.init import init
from domicile.cli.laws import laws
from domicile.cli.local import local
from domicile.cli.map import map_
from domicile.cli.move import move, return_
from domicile.cli.run import run
from domicile.cli.scrub import scrub
from domicile.cli.skeleton import skeleton
from domicile.cli.status import status
from domicile.cli.verify import verify
from domicile.errors import DomicileError


class _Group(click.Group):
    """Commands in the order of the work, and our errors as messages with their exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DomicileError as error:
            if str(error):
                click.echo(f"domicile: {error}", err=True)
            if error.hint:
                click.echo(f"  hint: {error.hint}", err=True)
            sys.exit(error.exit_status)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="domicile")
def main() -> None:
    """Keep every person's data in the country whose law demands it.

    The order of the work: assess, plan, apply, move, verify. Everything can be taken back:
    return, unapply.

    Exit status: 0 done; 1 a check failed; 2 usage or config; 69 a server is unavailable;
    75 try again.
    """


for command in (
    *(demo, local, init, laws, assess, skeleton, map_, plan, apply, unapply, move, return_),
    *(run, status, scrub, verify),
):
    main.add_command(command)
