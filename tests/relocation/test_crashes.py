"""A mover that is killed at any moment, and servers that die under it (I2, I6)."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from domicile.errors import ServerUnavailable
from domicile.pg.embedded import Cluster
from domicile.relocation import store

if TYPE_CHECKING:
    from conftest import Town

# Each is `module.function`; the process dies right after its effect.
POINTS = (
    "store.claim",  # R1
    "store._write_home",  # R3: the commit at home
    "store._log_in_hub",  # R6: everything but the commit
    "store.flip",  # R6: the commit
    "purge._purge_some",
)
CHILD = """
import os, signal, sys
from domicile.cli import main
from domicile.relocation import purge, run, store, sweep

point, times, *arguments = sys.argv[1:]
module, name = point.split(".")
module = {"purge": purge, "store": store, "sweep": sweep}[module]
whole, left = getattr(module, name), [int(times)]

def dying(*args, **kwargs):
    result = whole(*args, **kwargs)
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return result

for place in (module, run):
    if hasattr(place, name):
        setattr(place, name, dying)
run.FIRST_BATCH = 7
main(arguments)
"""


def command(town: Town, *arguments: str) -> list[str]:
    """The options that every run needs."""
    return [*arguments, "--config", str(town.world.config.source), "--patience", "20"]


def start(town: Town, *arguments: str) -> subprocess.Popen[bytes]:
    """A real `domicile` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "domicile", *command(town, *arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def die_at(town: Town, point: str, times: int, act: str) -> int:
    """Run `domicile` until it kills itself at the point; its exit status."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, point, str(times), *command(town, act)],
        capture_output=True,
        timeout=120,
    )
    return done.returncode


@pytest.mark.parametrize("point", POINTS)
def test_a_mover_that_dies_at_any_step_is_finished_by_the_next(
    settle: Callable[..., Town], point: str
) -> None:
    """Killed after each step of a move and of a return, then run again: all is well."""
    town = settle(30)
    purging = point == "purge._purge_some"
    if not purging:
        assert die_at(town, point, 2, "move") == -signal.SIGKILL
        assert town.whole() == town.before  # also between the two runs
    town.world.move()
    town.check_moved()
    # A return writes to no home: it dies after R4 instead.
    back = "store.transport" if point == "store._write_home" else point
    assert die_at(town, back, 1 if purging else 2, "return") == -signal.SIGKILL
    assert town.whole() == town.before
    town.world.return_()
    town.check_returned()


def test_a_mover_killed_at_any_moment_is_finished_by_the_next(settle: Callable[..., Town]) -> None:
    """SIGKILL after a random while, again and again until a run ends: nothing lost or double."""
    town = settle(400)
    chance = random.Random(242)
    for act, check in (("move", town.check_moved), ("return", town.check_returned)):
        killed = 0
        while True:
            process = start(town, act)
            try:
                process.wait(0.45 + chance.random() * 0.4)
                if process.returncode == 0 or killed > 8:
                    break
            except subprocess.TimeoutExpired:
                if killed > 8:
                    assert process.wait(120) == 0
                    break
                killed += 1
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
        check()


@pytest.mark.parametrize("victim", ["hub", "RU"])
def test_a_server_killed_during_a_move_loses_nobody(
    settle: Callable[..., Town], servers: Cluster, monkeypatch: pytest.MonkeyPatch, victim: str
) -> None:
    """Kill -9 of the hub or of a home after R3: the next run finishes, and nothing is garbage."""
    town = settle(30)
    whole = store.flip

    def flip(*args: object) -> None:
        servers[victim].kill()
        whole(*args)  # type: ignore[arg-type]

    for act, check in (
        (town.world.move, town.check_moved),
        (town.world.return_, town.check_returned),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(store, "flip", flip)
            try:
                report = act()
            except ServerUnavailable as error:
                down = [error.server.removeprefix("home ")]
            else:
                down = list(report.unavailable)
            assert down == [victim]
        servers[victim].start()
        deadline = time.monotonic() + 20
        while act().unavailable:
            assert time.monotonic() < deadline
        town.world.opened.clear()
        check()
