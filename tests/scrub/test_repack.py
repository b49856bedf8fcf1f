"""How pg_repack is called, when it is taken, and what it may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from domicile.config.names import TableName
from domicile.errors import DatabaseError
from domicile.pg.environment import libpq_environment
from domicile.scrub.model import TableSize
from domicile.scrub.plan import plan_table
from domicile.scrub.repack import repack, why_not

DSN = "host=127.0.0.1 port=5433 user=owner password=s3cret dbname=shop sslmode=verify-full"
PROGRAM = """#!/bin/sh
[ "$1" = --version ] && echo "pg_repack 1.5.2" && exit 0
printf '%s\\n' "$@" "$PGHOST:$PGPORT:$PGUSER:$PGPASSWORD:$PGSSLMODE" > "$(dirname "$0")/called"
echo "ERROR: Key (email)=(q7needle) exists" >&2
exit "$(cat "$(dirname "$0")/status")"
"""
SIZE = TableSize(
    name=TableName("public", "person"),
    stem="person",
    heap_bytes=800_000_000,
    toast_bytes=0,
    index_bytes=200_000_000,
    live_rows=1_000_000,
    dead_rows=1_000_000,
    batches=1,
)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of that name, first on the PATH, that writes down how it was called."""
    path = tmp_path / "pg_repack"
    path.write_text(PROGRAM)
    path.chmod(0o700)
    (tmp_path / "status").write_text("0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return path


def test_secrets_go_through_the_environment(program: Path) -> None:
    """Everybody on a machine can read command lines."""
    repack(DSN, TableName("odd schema", 'odd"table'), 30.0)

    *arguments, environment = (program.parent / "called").read_text().splitlines()
    assert "127.0.0.1:5433:owner:s3cret:verify-full" == environment
    assert not any("s3cret" in argument for argument in arguments)
    assert {"--dbname=shop", '--table="odd schema"."odd""table"', "--no-kill-backend"} <= set(
        arguments
    )
    assert "shop" == libpq_environment(DSN)[1]


def test_what_it_prints_stays_behind(program: Path) -> None:
    """I7: it passes on the server's messages, which quote rows."""
    (program.parent / "status").write_text("1")

    with pytest.raises(DatabaseError, match=r"public\.person") as failed:
        repack(DSN, TableName("public", "person"), 30.0)

    assert "q7needle" not in str(failed.value) + failed.value.hint


def test_it_is_taken_only_when_program_and_extension_agree(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They refuse to work together otherwise."""
    assert why_not("1.5.2") is None
    assert "version 1.5.2" in str(why_not("1.4.8"))
    assert "no extension" in str(why_not(None))
    program.unlink()
    monkeypatch.setenv("PATH", str(program.parent))
    assert "no program" in str(why_not("1.5.2"))


def test_auto_takes_what_keeps_the_application_out_least() -> None:
    """pg_repack if it is there; VACUUM FULL while it is quick; else nothing, and people decide."""
    there = plan_table(SIZE, "auto", no_repack=None, max_lock_s=10.0)
    quick = plan_table(SIZE, "auto", no_repack="none here", max_lock_s=60.0)
    slow = plan_table(SIZE, "auto", no_repack="none here", max_lock_s=1.0)
    told = plan_table(SIZE, "vacuum-full", no_repack=None, max_lock_s=1.0)

    assert ["repack", "vacuum-full", None, "vacuum-full"] == [
        each.method for each in (there, quick, slow, told)
    ]
    full, other = slow.costs
    assert 500_000_000 == full.disk_bytes  # half of its rows are dead
    assert full.lock_s == full.seconds > 1.0
    assert (0.0, "none here") == (other.lock_s, other.unavailable)
