"""`domicile local`: servers that outlive the command, and nothing that they leave behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import psycopg
import pytest
from click.testing import CliRunner, Result

from domicile.cli.local import local
from domicile.errors import ConfigError, LocalServerError, TryAgain
from domicile.pg import embedded_local as servers
from domicile.pg.embedded import lock_folder
from fix_pg import eventually

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def state_dir(tmp_path: Path) -> Iterator[Path]:
    """An empty state folder; whatever runs in it at the end is stopped and deleted."""
    yield tmp_path / "state"
    servers.down(tmp_path / "state", remove=True)


def run(state_dir: Path, *arguments: str) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(local, [*arguments, "--dir", str(state_dir)])


def listed(result: Result) -> dict[str, servers.Status]:
    """The servers that the command printed as JSON, by name."""
    assert result.exit_code == 0, result.output
    return {entry["name"]: servers.Status(**entry) for entry in json.loads(result.stdout)}


def current_database(dsn: str) -> object:
    """The database that the connection string leads to."""
    with psycopg.connect(dsn) as conn:
        row = conn.execute("SELECT current_database()").fetchone()
    return row and row[0]


def test_up_status_down_and_up_again(state_dir: Path) -> None:
    """The whole life: started once, known, reachable, stopped, started with its data."""
    first = listed(run(state_dir, "up", "--home", "ru", "--json"))
    assert list(first) == ["hub", "RU"]
    assert (first["hub"].country, first["RU"].country) == (None, "RU")
    for name in ("hub", "RU"):
        dsn = first[name].dsn or ""
        assert "password" not in dsn
        assert current_database(dsn) == "domicile"
        assert current_database(servers.resolve_local(name.lower(), state_dir)) == "domicile"

    assert first == listed(run(state_dir, "up", "--home", "RU", "--json"))
    assert first == listed(run(state_dir, "status", "--json"))

    with psycopg.connect(servers.resolve_local("RU", state_dir)) as conn:
        conn.execute("CREATE TABLE kept ()")
    assert "stopped hub, RU" in run(state_dir, "down").stderr
    stopped = listed(run(state_dir, "status", "--json"))
    assert [server.state for server in stopped.values()] == ["stopped", "stopped"]
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(first["RU"].dsn or "")
    with pytest.raises(LocalServerError, match="is stopped") as caught:
        servers.resolve_local("RU", state_dir)
    assert "domicile local up" in caught.value.hint

    again = run(state_dir, "up")  # with no homes named, those that there are
    assert "starting hub, RU" in again.stderr
    assert [line.split()[0] for line in again.stdout.splitlines()] == ["hub", "RU"]
    with psycopg.connect(servers.resolve_local("RU", state_dir)) as conn:
        conn.execute("SELECT FROM kept")


def test_down_remove_leaves_nothing_and_touches_nothing_else(state_dir: Path) -> None:
    """The servers' files are deleted wherever they are; other people's folders are not."""
    run(state_dir, "up", "--home", "KZ")
    folders = [(state_dir / name).resolve() for name in ("hub", "KZ")]
    (state_dir / "DE").mkdir()
    (state_dir / "src").mkdir()

    assert "removed hub, KZ" in run(state_dir, "down", "--remove").stderr

    assert not any(folder.exists() for folder in folders)
    assert state_dir in folders[0].parents or not folders[0].parent.exists()
    assert sorted(path.name for path in state_dir.iterdir() if path.is_dir()) == ["DE", "src"]
    assert listed(run(state_dir, "status", "--json")) == {}


def test_a_crashed_server_is_seen_and_started(state_dir: Path) -> None:
    """Status looks at the processes, and up starts what has died."""
    before = listed(run(state_dir, "up", "--home", "RU", "--json"))
    pid = before["RU"].pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)

    def is_down() -> bool:
        return listed(run(state_dir, "status", "--json"))["RU"].state == "stopped"

    assert eventually(is_down)
    after = listed(run(state_dir, "up", "--home", "RU", "--json"))
    assert before["hub"] == after["hub"]
    assert after["RU"].state == "ready"
    assert pid != after["RU"].pid


def test_ctrl_c_leaves_nothing_running(state_dir: Path) -> None:
    """Interrupted in the middle of its work, up stops what it has started."""
    program = "from domicile.cli.local import local; local()"
    arguments = ["up", "--home", "RU", "--dir", str(state_dir)]
    with subprocess.Popen([sys.executable, "-c", program, *arguments]) as command:
        assert eventually((state_dir / "RU" / "port").exists)  # its server is about to start
        command.send_signal(signal.SIGINT)
        assert command.wait(timeout=60) == 1
    assert {"stopped"} == {server.state for server in servers.statuses(state_dir)}


def test_the_config_names_the_homes(state_dir: Path, tmp_path: Path) -> None:
    """Without --home, the countries of [homes]; the rest of the file is not looked at."""
    config = tmp_path / "domicile.toml"
    config.write_text('[homes.DE]\ndsn = "local:DE"\n[nothing.yet]\n', encoding="utf-8")
    result = run(state_dir, "up", "--config", str(config), "--json")
    assert list(listed(result)) == ["hub", "DE"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("homes = 1", "must be a table"),
        ("[homes.XX]", "'XX' is not an ISO 3166-1"),
        ("[homes", "cannot be read"),
    ],
)
def test_a_config_that_names_no_countries_is_refused(
    state_dir: Path, tmp_path: Path, text: str, complaint: str
) -> None:
    """The message has the file and what is wrong in it."""
    config = tmp_path / "domicile.toml"
    config.write_text(text, encoding="utf-8")
    error = run(state_dir, "up", "--config", str(config)).exception
    assert isinstance(error, ConfigError)
    assert complaint in str(error)
    assert str(config) in str(error)


@pytest.mark.parametrize("code", ["XX", "Russia", "../RU", ""])
def test_what_is_no_country_is_refused(state_dir: Path, code: str) -> None:
    """A home belongs to a country, and its code becomes the name of a folder."""
    assert isinstance(run(state_dir, "up", "--home", code).exception, ConfigError)
    assert not state_dir.exists()


def test_up_needs_to_know_the_homes(state_dir: Path) -> None:
    """With no --home, no config and no servers from before, there is nothing to start."""
    result = run(state_dir, "up", "--config", str(state_dir / "none.toml"))
    assert result.exit_code == 2
    assert "--home" in result.stderr


def test_status_and_down_of_nothing(state_dir: Path) -> None:
    """Both are answered, and neither makes a folder."""
    assert listed(run(state_dir, "status", "--json")) == {}
    assert "nothing was running" in run(state_dir, "down").stderr
    assert not state_dir.exists()


def test_a_pointer_to_no_server(state_dir: Path) -> None:
    """The hint is the command that makes one."""
    with pytest.raises(LocalServerError, match="does not exist") as caught:
        servers.resolve_local("KZ", state_dir)
    assert caught.value.hint == "domicile local up --home KZ"
    with pytest.raises(LocalServerError, match="neither the hub nor a country"):
        servers.resolve_local("../KZ", state_dir)


def test_two_commands_do_not_work_in_one_folder(state_dir: Path) -> None:
    """The second is told to try again, with the first one's servers left alone."""
    state_dir.mkdir()
    held = lock_folder(state_dir)
    assert held is not None
    try:
        assert isinstance(run(state_dir, "up", "--home", "RU").exception, TryAgain)
        assert isinstance(run(state_dir, "down").exception, TryAgain)
    finally:
        os.close(held)
