"""A verification that was killed goes on where it was, with what it had found."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from domicile.errors import PreparationError
from domicile.evidence.model import Verification
from domicile.evidence.run import Wish, verify
from evidence.village import Settle, Village
from fix_pg import eventually

_CHILD = """
import sys
from pathlib import Path
from domicile.config import load
from domicile.evidence.run import Wish, verify
def progress(table, rows):
    print(table, rows, flush=True)
    if rows >= 20:
        sys.stdin.readline()
verify(load(Path(sys.argv[1])), progress, Wish(chunk=4, every_s=0))
"""
_STATE = "SELECT (SELECT count(*) FROM domicile.verification), count(*) FROM domicile.{}"


class _Enough(BaseException):
    """Somebody has pressed Ctrl-C."""


def _interrupted(village: Village, after: int, **wish: Any) -> None:
    calls = 0

    def progress(_table: str, _rows: int) -> None:
        nonlocal calls
        calls += 1
        if calls == after:
            raise _Enough

    with pytest.raises(_Enough):
        verify(village.world.config, progress, Wish(chunk=4, **wish))


def _harm(village: Village) -> None:
    village.quietly("UPDATE person SET email = 'leaked' WHERE id IN (2, 4, 18, 22)")
    village.quietly("INSERT INTO person VALUES (3, 'secret'), (99, 'secret')", at="RU")
    village.quietly("DELETE FROM person WHERE id IN (1, 21)", at="KZ")


def _left(village: Village) -> list[tuple[object, ...]]:
    return village.world.rows(_STATE.format("verification_found"))


def test_whenever_it_is_interrupted_the_result_is_the_same(settle: Settle) -> None:
    """Rows, counts and findings from before and after the interruption add up, none twice."""
    village = settle()
    _harm(village)
    expected = village.verify(chunk=4).to_dict()
    assert 8 == expected["found"]

    for after in (1, 4, 15):
        _interrupted(village, after)
        _interrupted(village, 2, resume=True)
        found = village.verify(chunk=4, resume=True)
        assert found.resumed
        assert expected | {"resumed": True} == found.to_dict()
        assert [(0, 0)] == _left(village)


def test_killed_by_the_kernel_it_goes_on(settle: Settle, tmp_path: Any) -> None:
    """SIGKILL leaves nothing to be cleaned up: the lock goes with the connection."""
    village = settle()
    _harm(village)
    expected = village.verify(chunk=4).to_dict()
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(tmp_path / "domicile.toml")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        rows = 0
        while rows < 20:
            rows = int(child.stdout.readline().split()[-1])
        # The run that is alive is not taken over by another one.
        assert not village.verify(chunk=4, resume=True).resumed
        child.kill()

    def resumed() -> bool:
        found.append(village.verify(chunk=4, resume=True))
        return found[-1].resumed

    found: list[Verification] = []
    assert eventually(resumed)
    assert expected | {"resumed": True} == found[-1].to_dict()


def test_nothing_to_resume_begins_anew_and_another_plan_is_not_taken_over(settle: Settle) -> None:
    """A finished run clears what died; a hub that an older `apply` prepared cannot resume."""
    village = settle(people=16, notes=1)
    assert not village.verify(resume=True).resumed
    _interrupted(village, 3, every_s=0)
    assert [(1, 0)] == _left(village)
    village.world.hub.execute("UPDATE domicile.verification SET state = state || '{\"plan\": 1}'")
    assert not village.verify(chunk=4, resume=True).resumed
    assert [(0, 0)] == _left(village)

    village.world.hub.execute("DROP TABLE domicile.verification_found, domicile.verification")
    assert 0 == village.verify(every_s=0).found
    with pytest.raises(PreparationError, match="no table for interrupted"):
        village.verify(resume=True)


def test_two_verifications_do_not_disturb_each_other(settle: Settle) -> None:
    """Each has its own place in the hub; the end of one does not end the other."""
    village = settle()
    _harm(village)
    expected = village.verify(chunk=4).to_dict()
    inner: list[Verification] = []

    def progress(_table: str, rows: int) -> None:
        if rows >= 20 and not inner:
            inner.append(village.verify(chunk=4, every_s=0))

    outer = verify(village.world.config, progress, Wish(chunk=4, every_s=0))
    assert [expected, expected] == [outer.to_dict(), inner[0].to_dict()]
    assert [(0, 0)] == _left(village)
