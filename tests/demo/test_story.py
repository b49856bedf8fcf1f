"""The whole story on four hundred people: it holds, it is told in order, it leaves nothing."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from domicile.demo.people import quotas
from domicile.demo.run import tell
from domicile.demo.scenes import SCENES
from domicile.demo.servers import NAMES
from domicile.errors import ConfigError
from domicile.pg import embedded_local
from fix_pg import eventually

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCOUNTS = 400
SOURCES = Path(__file__).parents[2] / "src"


def command(*arguments: str) -> list[str]:
    """`domicile demo` with few people."""
    call = "from domicile.cli import main; main()"
    return [sys.executable, "-c", call, "demo", f"--accounts={ACCOUNTS}", *arguments]


def demo(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, run in that folder to its end."""
    return subprocess.run(
        command(*arguments),
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=120,
    )


def surroundings() -> dict[str, str]:
    """A narrow pipe."""
    narrow = {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    return {**os.environ, **narrow, "PYTHONPATH": str(SOURCES)}


def ports(text: str) -> list[int]:
    """Where the servers listened."""
    return [int(port) for port in re.findall(r"^  h\S+ +[A-Z]{2}  port (\d+)", text, re.MULTILINE)]


def nobody_listens(port: int) -> bool:
    """Whether a connection to the port is refused."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def told(text: str) -> list[str]:
    """The names of the scenes whose headings are there, in their order."""
    titles = re.findall(r"^\d\. (.*\S)  +\d+\.\d s$", text, re.MULTILINE)
    names = {scene.title: scene.name for scene in SCENES}
    return [names[title] for title in titles]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder to run the command in, and to keep servers in until the test ends."""
    yield tmp_path
    embedded_local.down(tmp_path / ".domicile/demo", remove=True)


def test_the_story_holds_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All scenes in order, plain text of 80 columns, figures, and no process."""
    monkeypatch.setenv("COLUMNS", "80")
    file = tmp_path / "figures.json"
    tell(accounts=ACCOUNTS, figures=file, keep=False)

    printed = capsys.readouterr().out
    assert [scene.name for scene in SCENES] == told(printed)
    assert "\x1b" not in printed
    assert "\r" not in printed
    assert "Everything held" in printed
    assert len(ports(printed)) == len(NAMES)
    assert all(map(nobody_listens, ports(printed)))
    check_figures(json.loads(file.read_text("utf-8")))


def check_figures(figures: dict[str, Any]) -> None:
    """What was measured is there under its name, and is what it must be."""
    assert set(figures) == {"versions", "accounts", "kept", "seconds", "scenes"}
    assert set(figures["versions"]) == {"domicile", "postgresql", "python"}
    assert (figures["accounts"], figures["kept"]) == (ACCOUNTS, False)
    scenes = figures["scenes"]
    assert [scene.name for scene in SCENES] == list(scenes)
    assert sum(scene["seconds"] for scene in scenes.values()) <= figures["seconds"]

    count = quotas(ACCOUNTS)
    away = {country: count[country] for country in ("RU", "KZ", "DE")}
    moving = sum(away.values())
    assert {p["people_of"]: p["mode"] for p in scenes["verdict"]["placements"]} == {
        "RU": "moved",
        "KZ": "mirrored",
        "DE": "moved",
    }
    assert moving == scenes["move"]["trip"]["subjects"] == scenes["return"]["trip"]["subjects"]
    phases = scenes["move"]["traffic"]
    assert [phase["name"] for phase in phases] == ["before", "during", "after"]
    assert not any(phase[kind]["errors"] for phase in phases for kind in ("reads", "writes"))
    for phase in (phases[0], phases[2]):
        assert {"p50_ms", "p95_ms", "p99_ms", "max_ms"} == set(phase["reads"]["latency"])

    assert scenes["verify"]["found"] == 0
    assert {"hub": ACCOUNTS - moving, **away} == scenes["verify"]["people"]
    assert set(scenes["answers"]["same"].values()) == {True}
    assert set(scenes["outage"]["refused"]) == {"read", "write"}
    assert scenes["outage"]["refused"]["write"] == "08001"
    assert scenes["outage"]["others_during"]["errors"] == {}
    assert scenes["return"]["rows_wrong"] == 0
    assert list(NAMES) == scenes["return"]["same_schema"]


def test_kept_servers_can_be_tried_and_are_not_overwritten(folder: Path) -> None:
    """They outlive the command with people moved; a second demo leaves them alone."""
    done = demo(folder, "--keep")

    assert done.returncode == 0, done.stderr
    assert [scene.name for scene in SCENES if scene.name != "return"] == told(done.stdout)
    config = folder / ".domicile/demo/domicile.toml"
    assert f"--config {config.relative_to(folder)}" in done.stdout
    (home,) = re.findall(r'as their home has them:\n +\S+ "(.*?)" -c', done.stdout)
    with psycopg.connect(home) as conn:
        assert conn.execute("SELECT count(*) FROM account").fetchone() == (quotas(ACCOUNTS)["RU"],)

    again = demo(folder, "--keep")
    assert again.returncode == 69
    assert "domicile local down --remove --dir .domicile/demo" in again.stderr
    with psycopg.connect(home) as conn:
        assert conn.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize(("arguments", "step"), [((), "2. "), (("--keep",), "4. ")])
def test_ctrl_c_leaves_nothing(folder: Path, arguments: tuple[str, ...], step: str) -> None:
    """Interrupted when the servers are up and the work has begun: no server, no file."""
    with subprocess.Popen(
        command(*arguments),
        cwd=folder,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        lines: list[str] = []
        for line in process.stdout:
            lines.append(line)
            if line.startswith(step):
                break
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)

    assert process.returncode == 1
    assert len(ports("".join(lines))) == len(NAMES)
    assert eventually(lambda: all(map(nobody_listens, ports("".join(lines)))))
    assert embedded_local.names(folder / ".domicile/demo") == []


def test_figures_that_cannot_be_written_are_refused_first(tmp_path: Path) -> None:
    """Not after a minute."""
    with pytest.raises(ConfigError, match="cannot be written"):
        tell(accounts=ACCOUNTS, figures=tmp_path / "no" / "figures.json", keep=False)
