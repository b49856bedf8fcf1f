"""`domicile run` as a process: what it prints, how it ends, and what it lives through."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from domicile.pg.embedded import Cluster
from fix_pg import eventually
from fix_world import World
from hamlet import MAP, build


def test_run_lives_through_a_bad_config_and_a_hub_that_is_down(
    deploy: Callable[..., World], servers: Cluster, tmp_path: Path
) -> None:
    """It says so once, keeps the last good config, comes back by itself, and ends on SIGTERM."""
    village = build(deploy, MAP)
    world = village.world
    config = world.config.source
    good = config.read_text("utf-8")
    out, err = tmp_path / "out", tmp_path / "err"

    def told(text: str) -> bool:
        return eventually(lambda: text in err.read_text("utf-8"))

    with out.open("w") as stdout, err.open("w") as stderr:
        process = subprocess.Popen(
            [*_command(config), "--every", "0.2", "--json"], stdout=stdout, stderr=stderr
        )
        try:
            assert told("moved 30 subjects")
            config.write_text("[hub", encoding="utf-8")
            assert told("is not TOML")
            world.hub.execute("UPDATE person SET country = 'RU' WHERE id = 2")
            assert eventually(lambda: 2 in village.ids("person", "RU"))
            config.write_text(good, encoding="utf-8")
            assert told("all is well again")
            world.opened.pop("hub").close()
            servers["hub"].stop()
            assert told("hub is unavailable")
            once = subprocess.run([*_command(config), "--once"], capture_output=True, timeout=60)
            servers["hub"].start()
            world.hub.execute("UPDATE person SET country = 'RU' WHERE id = 3")
            assert eventually(lambda: 3 in village.ids("person", "RU"))
            process.send_signal(signal.SIGTERM)
            ended = process.wait(60)
        finally:
            process.kill()
            process.wait()

    assert (69, 0) == (once.returncode, ended)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert 30 == lines[0]["moved"]["subjects"]
    assert any("is not TOML" in error for line in lines for error in line["errors"])
    assert 1 == err.read_text("utf-8").count("is not TOML")
    village.before = village.whole()
    village.round()  # what the one that was stopped had yet to do
    village.settled()


def test_one_round_says_what_it_did_and_the_next_is_silent(deploy: Callable[..., World]) -> None:
    """`--once` ends with 0 when all is well, and with 2 when `apply` was never run."""
    village = build(deploy, MAP)
    command = [*_command(village.world.config.source), "--once", "--json"]

    first, second = (subprocess.run(command, capture_output=True, text=True) for _ in range(2))
    village.world.return_()
    village.world.unapply()
    bare = subprocess.run(command, capture_output=True, text=True)

    assert (0, 0, 2) == (first.returncode, second.returncode, bare.returncode)
    assert 30 == json.loads(first.stdout)["moved"]["subjects"]
    assert ("", "") == (second.stdout, second.stderr)
    assert "domicile apply" in bare.stderr
    assert "имя" not in first.stdout + first.stderr


def _command(config: Path) -> list[str]:
    as_of = ["--as-of", "2026-11-21"]
    return [sys.executable, "-m", "domicile", "run", "--config", str(config), *as_of]
