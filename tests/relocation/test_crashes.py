"""A mover that is killed at any moment (I2, I6). `tests/chaos` kills it at every step."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Town


def start(town: Town, *arguments: str) -> subprocess.Popen[bytes]:
    """A real `domicile` in a process of its own."""
    options = ["--config", str(town.world.config.source), "--patience", "20"]
    return subprocess.Popen(
        [sys.executable, "-m", "domicile", *arguments, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


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
