"""pg_repack: a table gets new files while the application writes to it."""

from __future__ import annotations

import os
import shutil
import subprocess

from domicile.config.names import TableName
from domicile.errors import DatabaseError
from domicile.pg.compose import table
from domicile.pg.environment import libpq_environment

_PROGRAM = "pg_repack"


def why_not(extension: str | None) -> str | None:
    """Why pg_repack cannot be used; None when it can.

    Args:
        extension: the version of the hub's extension; None when it has none.
    """
    if extension is None:
        return "the hub has no extension pg_repack"
    program = shutil.which(_PROGRAM)
    if program is None:
        return "there is no program pg_repack on this machine"
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    version = (told.stdout.split() or ["unknown"])[-1]
    if version != extension:
        return f"the program is version {version}, the extension {extension}"
    return None


def repack(dsn: str, name: TableName, patience_s: float) -> None:
    """Rewrite one table with pg_repack; its statistics and its order stay.

    Args:
        dsn: the hub; secrets go to the program through its environment.
        name: the table.
        patience_s: how long it may wait for each of its two short locks; it cancels nobody.

    Raises:
        DatabaseError: it failed. What it printed may quote rows, so it is not passed on (I7).
    """
    environment, database = libpq_environment(dsn)
    command = [
        _PROGRAM,
        f"--dbname={database}",
        f"--table={table(name).as_string(None)}",
        "--no-order",
        "--no-analyze",
        "--no-kill-backend",
        "--no-superuser-check",
        f"--wait-timeout={max(1, round(patience_s))}",
    ]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, check=False
    )
    if done.returncode:
        raise DatabaseError(
            "hub",
            f"none, exit status {done.returncode}",
            f"pg_repack failed on table {name}",
            hint="run it by hand to see why, or take --method vacuum-full",
        )
