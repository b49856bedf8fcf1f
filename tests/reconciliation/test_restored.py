"""Backups that were restored: the homes have the truth, and nothing of theirs is deleted."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from domicile.errors import HubRestored, TryAgain
from domicile.pg.embedded import Cluster
from domicile.pg.embedded_install import find_install, server_account
from domicile.reconciliation import restore
from domicile.relocation.confirm import refuse_restored_hub
from hamlet import Village

if TYPE_CHECKING:
    from domicile.relocation.run import World as Movers

_PEOPLE = "SELECT id, name, email FROM resident.person ORDER BY id"


def back_up(village: Village, name: str) -> str:
    """What pg_dump says of a database."""
    return _tool("pg_dump", village.world.dsns[name], "")


def restore_dump(village: Village, name: str, backup: str) -> None:
    """A fresh database of the same name, filled from a dump, as people do it."""
    world = village.world
    database = str(conninfo_to_dict(world.dsns[name])["dbname"])
    elsewhere = world.dsns[name].replace(f"dbname={database}", "dbname=postgres")
    for conn in world.opened.values():
        conn.close()
    world.opened.clear()
    with psycopg.connect(elsewhere, autocommit=True) as conn:
        made = sql.Identifier(database)
        conn.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(made))
        conn.execute(sql.SQL("CREATE DATABASE {}").format(made))
    _tool("psql", world.dsns[name], backup, "--set=ON_ERROR_STOP=1", "--quiet", "--no-psqlrc")


@contextmanager
def cold_copy(servers: Cluster, name: str, folder: Path) -> Iterator[None]:
    """The server's files, copied while it is stopped, and put back at the end."""
    server = servers[name]
    server.stop()
    subprocess.run(["cp", "-a", str(server.data), str(folder)], check=True)
    server.start()
    yield
    server.stop()
    shutil.rmtree(server.data)
    subprocess.run(["cp", "-a", str(folder / "data"), str(server.folder)], check=True)
    server.start()


def _tool(name: str, dsn: str, given: str, *options: str) -> str:
    tool = find_install(server_account()).tool(name)
    done = subprocess.run(
        [tool, "--dbname", dsn, *options], input=given, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def live_on(village: Village) -> None:
    """What happens after the backup: people move on, and write."""
    app = village.world.app()
    app.execute("UPDATE person SET name = 'newer ' || id WHERE country IN ('RU', 'DE', 'KZ')")
    app.execute("UPDATE note SET body = 'newer ' || id WHERE person_id IN (3, 7)")
    app.execute("UPDATE person SET country = 'DE' WHERE id IN (2, 3)")


def test_a_hub_restored_from_a_dump_is_told_what_the_homes_know(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Moved people do not come back to life, their newer values win, and writes stop first."""
    world = village.world
    world.return_(home="DE")
    backup = back_up(village, "hub")
    world.move()
    live_on(village)
    world.move()
    app = world.app()
    app.execute("INSERT INTO note VALUES (500, 7, 'after the backup')")
    germans = village.ids("person", "DE")
    before = world.rows(_PEOPLE)
    restore_dump(village, "hub", backup)
    alive = "SELECT count(*) FROM person WHERE country = 'DE' AND name IS NOT NULL"
    assert world.rows(alive) != [(0,)]

    for act in (world.move, world.return_, lambda: refuse_restored_hub(world.config)):
        with pytest.raises(HubRestored) as refused:
            act()
        assert refused.value.exit_status == 1
    assert germans == village.ids("person", "DE")

    # Killed between the two halves: writes are refused, here and at home.
    with monkeypatch.context() as patch:
        patch.setattr(restore, "mend", _held)
        done = village.round()
    mirrored = village.people("KZ")  # whose values in the hub are older than at home
    assert done.suspended == len(germans) + len(mirrored)
    for statement in (
        "UPDATE person SET name = 'lost' WHERE id = 7",
        "UPDATE public.person SET email = NULL WHERE id = 7",
        "INSERT INTO note VALUES (501, 7, 'lost')",
        "DELETE FROM note WHERE person_id = 7",
    ):
        with pytest.raises(psycopg.Error, match="restored") as stopped:
            world.app().execute(statement)
        assert stopped.value.sqlstate == "55000"
    world.app().execute("UPDATE person SET seen = 1 WHERE id = 7")  # not personal

    done = village.round()

    assert {"DE": len(germans), "KZ": len(mirrored)} == {
        each.home: each.subjects for each in done.mended
    }
    assert sum(each.differing for each in done.mended) >= len(germans) + len(mirrored)
    assert [("public.note", ("500",), "DE")] == [
        (each.table, each.key, each.home) for each in done.named.rows
    ]
    assert done.failure() is not None
    assert before == world.rows(_PEOPLE)
    assert world.rows(alive) == [(0,)]
    assert done.suspended == 0
    assert [] == world.rows("SELECT 1 FROM domicile.home WHERE country = 'suspended'")
    again = village.round()
    assert again.failure() is None
    assert not again.mended

    # A later crash's garbage is swept, and the row that only the home has is spared.
    at_home = world.at("DE")
    at_home.execute("INSERT INTO note VALUES (1, 'garbage')")
    at_home.execute(
        "INSERT INTO domicile.batch SELECT gen_random_uuid(), kind, source, target, subjects,"
        " rows, salt, commitment, at FROM domicile.batch LIMIT 1"
    )
    world.move()
    assert [500] == [key for key in village.ids("note", "DE") if key in (1, 500)]
    assert ["stray"] == [each.fault for each in world.verify().violations]


def _held(_world: Movers, _country: str, _memory: object) -> None:
    raise TryAgain("stopped here")


def test_a_cold_copy_put_back_is_noticed_by_the_confirmed_batches(
    village: Village, servers: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same system, same timeline, later transaction ids: only the logs tell. Killed anywhere."""
    world = village.world
    world.return_()
    with cold_copy(servers, "hub", tmp_path):
        world.opened.clear()
        world.move()
        live_on(village)
        village.round()
        before = world.rows(_PEOPLE)
    world.opened.clear()
    monkeypatch.setattr(restore, "_SIZE", 4)
    _burn_transactions(village)
    with pytest.raises(HubRestored):
        world.move()

    for point, times in (("suspend", 2), ("confirm", 3), ("_log", 4), ("conclude", 1)):
        with monkeypatch.context() as patch:
            _die_at(patch, point, times)
            with pytest.raises(_Killed):
                village.round()
    done = village.round()

    assert done.failure() is None
    assert before == world.rows(_PEOPLE)
    assert [] == world.verify().violations
    assert not village.round().acted


class _Killed(Exception):
    """As a SIGKILL: nothing of ours runs after it."""


def _die_at(patch: pytest.MonkeyPatch, point: str, times: int) -> None:
    left, whole = [times], getattr(restore, point)

    def dying(*args: object, **kwargs: object) -> object:
        left[0] -= 1
        if not left[0]:
            raise _Killed
        return whole(*args, **kwargs)

    patch.setattr(restore, point, dying)


def _burn_transactions(village: Village) -> None:
    """The restored hub's transaction ids pass those that the homes have seen."""
    village.world.hub.execute(
        "DO $$ BEGIN CREATE TEMP TABLE burnt (x int); FOR i IN 1..3000 LOOP BEGIN"
        " INSERT INTO burnt VALUES (i); EXCEPTION WHEN division_by_zero THEN NULL; END;"
        " END LOOP; END $$"
    )


def test_a_home_restored_from_an_old_backup_is_told_by_name(village: Village) -> None:
    """Moved people's rows are named and writes fail; mirrored people's rows are sent again."""
    world = village.world
    world.return_(home="RU")
    world.return_(home="KZ")
    backups = {name: back_up(village, name) for name in ("RU", "KZ")}
    world.move()
    for name, backup in backups.items():
        restore_dump(village, name, backup)

    done = village.round()

    assert set(done.lost) == {"RU", "KZ"}
    assert done.resent > 0
    assert village.ids("person", "KZ") == village.people("KZ")
    named = {int(each.key[0]) for each in done.named.rows if each.table == "public.person"}
    assert named == set(village.people("RU"))
    assert {each.home for each in done.named.rows} == {"RU"}
    failure = done.failure()
    assert failure is not None
    assert failure.exit_status == 1
    with pytest.raises(psycopg.Error):
        world.app().execute("UPDATE person SET name = 'x' WHERE country = 'RU'")
    again = village.round()
    assert {"RU"} == set(again.lost)
    assert again.named.found == done.named.found
    assert {"missing"} == {each.fault for each in world.verify().violations}
