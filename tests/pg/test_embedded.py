"""Embedded servers: who can reach them, what they survive, and that nothing survives them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.errors import LocalServerError
from domicile.pg import embedded_install
from domicile.pg.embedded import Cluster, Server
from domicile.pg.embedded_install import Account, find_install, server_account
from domicile.pg.embedded_process import processes
from fix_pg import eventually

if TYPE_CHECKING:
    from collections.abc import Callable

PARENT = textwrap.dedent("""
    import sys
    from domicile.pg.embedded import Cluster
    cluster = Cluster.attached("A", "B", settings={"shared_buffers": "16MB"})
    for name in "AB":
        server = cluster[name]
        print(server.folder.parent, server.pid, server._guard.pid, flush=True)
    sys.stdin.read()
""")


@pytest.fixture
def server(servers: Cluster) -> Server:
    """A running server that only the tests of this file use."""
    victim = servers["victim"]
    victim.start()
    return victim


def fetch(dsn: str, query: str) -> object:
    """The one value that the query gives."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        row = conn.execute(query.encode()).fetchone()
    return None if row is None else row[0]


def execute(dsn: str, *statements: str) -> None:
    """Run the statements, each in its own transaction."""
    with psycopg.connect(dsn, autocommit=True) as conn:
        for statement in statements:
            conn.execute(statement.encode())


def is_alive(pid: int) -> bool:
    """Whether the process exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphans:
    """What a killed process has left behind."""

    root: Path
    pids: list[int]


def orphaned_servers(*, kill_guards: bool) -> Orphans:
    """Kill a process that had started two servers, and their guards before it if so wished."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        lines = [parent.stdout.readline().split() for _ in "AB"]
        postmasters, guards = [int(line[1]) for line in lines], [int(line[2]) for line in lines]
        for pid in guards if kill_guards else []:
            os.kill(pid, signal.SIGKILL)
        parent.kill()
    return Orphans(root=Path(lines[0][0]), pids=[*postmasters, *guards])


def programs(folder: Path, *, version: str) -> Path:
    """A bin folder whose PostgreSQL can do no more than say its version."""
    bin_dir = folder / "install" / "bin"
    bin_dir.mkdir(parents=True)
    for name in ("postgres", "initdb"):
        program = bin_dir / name
        program.write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n", encoding="utf-8")
        program.chmod(0o700)
    return bin_dir


def test_the_socket_trusts_and_tcp_asks_for_the_password(server: Server) -> None:
    """The superuser gets in over the socket as it is, and over TCP with the password alone."""
    assert fetch(server.dsn(socket=True), "SELECT current_user") == "postgres"
    assert fetch(server.dsn(), "SELECT current_user") == "postgres"
    for password in ("wrong", ""):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(server.dsn(password=password), passfile=os.devnull)


def test_only_the_servers_user_can_open_socket_data_and_password(server: Server) -> None:
    """Nobody else on the machine may enter the folders or read the password."""
    for folder in (server.folder, server.socket_dir, server.data):
        assert folder.stat().st_mode & 0o777 == 0o700, folder
    assert (server.folder / "password").stat().st_mode & 0o777 == 0o600


def test_a_server_listens_on_one_address(server: Server) -> None:
    """No other address of this machine, not even another loopback one, has the port open."""
    assert fetch(server.dsn(), "SHOW listen_addresses") == "127.0.0.1"
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.dsn(), hostaddr="127.0.0.2", connect_timeout=2)


def test_a_server_is_durable_and_speaks_utf8(server: Server) -> None:
    """What the measurements and the demo rely on."""
    assert fetch(server.dsn(), "SHOW fsync") == "on"
    assert fetch(server.dsn(), "SHOW server_encoding") == "UTF8"
    assert fetch(server.dsn(), "SHOW max_prepared_transactions") == "0"
    assert fetch(server.dsn(), "SELECT upper('жанна')") == "ЖАННА"


def test_each_database_is_fresh_and_empty(database: Callable[[str], str]) -> None:
    """Tests share servers and nothing else."""
    first, second = database("victim"), database("victim")
    execute(first, "CREATE TABLE made_here ()")
    assert fetch(second, "SELECT to_regclass('made_here')") is None


def test_servers_are_not_copies_of_each_other(servers: Cluster, server: Server) -> None:
    """Each has its own identity and its own password."""
    query = "SELECT system_identifier FROM pg_control_system()"
    assert fetch(server.dsn(), query) != fetch(servers["hub"].dsn(), query)
    assert server.password != servers["hub"].password


def test_a_restart_keeps_port_and_data(server: Server) -> None:
    """A connection string stays good over stop and start."""
    dsn = server.dsn()
    execute(dsn, "DROP TABLE IF EXISTS kept", "CREATE TABLE kept AS SELECT 1 AS n")
    server.stop()
    assert not server.is_running()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(dsn)
    server.restart()
    assert server.is_ready()
    assert fetch(dsn, "SELECT n FROM kept") == 1


def test_start_and_stop_do_nothing_the_second_time(server: Server) -> None:
    """Both say what shall be, not what to do."""
    before = server.pid
    server.start()
    assert before == server.pid
    server.stop()
    server.stop()
    assert server.pid is None


def test_a_killed_server_recovers(server: Server) -> None:
    """SIGKILL leaves no process, and the next start has every committed row."""
    dsn = server.dsn()
    execute(dsn, "DROP TABLE IF EXISTS kept", "CREATE TABLE kept AS SELECT 2 AS n")
    server.kill()
    assert processes(server.data, server._tag) == []
    assert (server.data / "postmaster.pid").exists()
    server.start()
    assert fetch(dsn, "SELECT n FROM kept") == 2


def test_a_server_whose_postmaster_was_killed_starts_again(server: Server) -> None:
    """Backends that outlive the postmaster for a moment do not block the next start."""
    dsn = server.dsn()
    with psycopg.connect(dsn):
        pid = server.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        assert eventually(lambda: not server.is_running())
        server.start()
    assert pid != server.pid
    assert fetch(dsn, "SELECT 1") == 1


def test_stale_pid_files_block_nothing_and_kills_nobody(server: Server) -> None:
    """The pid of a crashed server may belong to an unrelated process by now."""
    server.kill()
    locks = [server.data / "postmaster.pid", *server.socket_dir.glob(".s.PGSQL.*.lock")]
    assert len(locks) == 2
    with subprocess.Popen(["sleep", "60"]) as unrelated:
        try:
            for lock in locks:
                _, rest = lock.read_text(encoding="ascii").split("\n", 1)
                lock.write_text(f"{unrelated.pid}\n{rest}", encoding="ascii")
            assert not server.is_running()
            server.stop()
            server.kill()
            server.start()
            assert fetch(server.dsn(), "SELECT 1") == 1
            assert unrelated.poll() is None
        finally:
            unrelated.kill()


def test_a_broken_pid_file_blocks_nothing(server: Server) -> None:
    """An empty file is what a full disk leaves."""
    server.stop()
    (server.data / "postmaster.pid").write_bytes(b"")
    server.start()
    assert server.is_ready()


def test_a_death_in_initdb_blocks_nothing(server: Server) -> None:
    """The data folder has its name only when it is whole, and a torn one is cleared away."""
    server.stop()
    server.data.rename(server.folder / "init-torn")
    server.start()
    assert fetch(server.dsn(), "SELECT 1") == 1
    assert list(server.folder.glob("init-*")) == []


def test_a_taken_port_is_given_up(server: Server, servers: Cluster) -> None:
    """A server whose port was taken while it was down takes another one."""
    server.stop()
    taken = servers["hub"].port
    (server.folder / "port").write_text(str(taken), encoding="ascii")
    server.start()
    assert taken != server.port
    assert fetch(server.dsn(), "SELECT 1") == 1


def test_no_value_gets_into_the_log(server: Server) -> None:
    """I7: neither in the message nor in its detail nor as the statement."""
    for statement in (
        "SELECT 'Zhanna'::int",
        "CREATE TEMP TABLE t (name text UNIQUE); INSERT INTO t VALUES ('Zhanna'), ('Zhanna')",
        "DO $$ BEGIN RAISE WARNING 'Zhanna'; END $$",
        "SELECT Zhanna",
    ):
        with suppress(psycopg.Error):
            execute(server.dsn(), statement)
    server.stop()
    log = server.log.read_text(encoding="utf-8")
    assert "ready to accept connections" in log
    assert "Zhanna" not in log


def test_the_death_of_the_parent_ends_the_servers() -> None:
    """After kill -9 of the process that started them: no process, no file."""
    orphans = orphaned_servers(kill_guards=False)
    assert eventually(lambda: not any(map(is_alive, orphans.pids)))
    assert eventually(lambda: not orphans.root.exists())


def test_the_next_run_clears_what_a_killed_one_left() -> None:
    """When the guards were killed as well, the next cluster removes what there is."""
    orphans = orphaned_servers(kill_guards=True)
    Cluster.attached().close()
    assert not orphans.root.exists()
    assert eventually(lambda: not any(map(is_alive, orphans.pids)))


def test_a_server_that_cannot_start_says_why_and_leaves_nothing() -> None:
    """The reason is PostgreSQL's own."""
    with Cluster.attached(settings={"shared_buffers": "much"}) as cluster:
        with pytest.raises(LocalServerError, match="shared_buffers"):
            cluster["A"]
        assert list(cluster._root.iterdir()) == []
    assert not cluster._root.exists()


def test_a_name_cannot_lead_out_of_the_folder() -> None:
    """Names become folders."""
    with Cluster.attached() as cluster, pytest.raises(LocalServerError, match="name of a server"):
        cluster["../hub"]


def test_a_postgresql_that_is_too_old_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """16 is the oldest; the message has both numbers."""
    monkeypatch.setenv("DOMICILE_PG_BIN", str(programs(tmp_path, version="15.19 (Debian 15)")))
    with pytest.raises(LocalServerError, match=r"PostgreSQL 15\.19 .* 16 is needed") as caught:
        Cluster.attached("hub")
    assert "DOMICILE_PG_BIN" in caught.value.hint


def test_a_folder_without_postgresql_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong DOMICILE_PG_BIN is an error, and not a reason to take another PostgreSQL."""
    monkeypatch.setenv("DOMICILE_PG_BIN", str(tmp_path))
    with pytest.raises(LocalServerError, match="no program postgres"):
        Cluster.attached("hub")


def test_programs_out_of_the_accounts_reach_are_copied_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clone below /root works: whoever runs the servers gets a copy that it can read."""
    private = programs(tmp_path, version="17.10")
    (private.parent / "lib").mkdir()
    (private.parent / "lib" / "libpq.so").write_bytes(b"\x7fELF")
    private.chmod(0o700)
    monkeypatch.setenv("DOMICILE_PG_BIN", str(private))
    monkeypatch.setattr(embedded_install, "_SHARED", tmp_path / "shared")
    stranger = Account(name="stranger", uid=54_321, gid=54_321)

    first, second = find_install(stranger), find_install(stranger)

    assert first == second
    assert first.bin_dir.is_relative_to(tmp_path / "shared")
    assert (first.bin_dir / "postgres").stat().st_mode & 0o777 == 0o755
    assert (first.bin_dir.parent / "lib" / "libpq.so").stat().st_mode & 0o777 == 0o644


def test_programs_are_not_told_what_they_need_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither our secrets nor a PGDATA or PGPORT that is meant for others."""
    monkeypatch.setenv("PGDATA", "/elsewhere")
    monkeypatch.setenv("SECRET", "value")
    told = find_install(server_account()).environment()
    assert told["LC_ALL"] == "C"
    assert not {"PGDATA", "SECRET"} & told.keys()
