"""Other places where values stay: found, named with what to do, and emptied where we may."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import psycopg

from domicile.pg.embedded import Cluster
from domicile.scrub import places
from domicile.scrub.model import Finding
from domicile.scrub.run import Wishes, check

if TYPE_CHECKING:
    from conftest import Village


def named(village: Village) -> dict[str, Finding]:
    """What a check finds, by its place."""
    return {each.where: each for each in check(village.world.config, Wishes()).findings}


def test_copies_of_a_mapped_tables_rows_are_named(village: Village) -> None:
    """A materialized view behind a view, and a publication."""
    hub = village.world.hub
    hub.execute("CREATE VIEW seen_by_all AS SELECT name FROM resident.person")
    hub.execute("CREATE MATERIALIZED VIEW report AS SELECT * FROM seen_by_all")
    hub.execute("CREATE MATERIALIZED VIEW unrelated AS SELECT 1")
    hub.execute("CREATE PUBLICATION news FOR TABLE note")

    found = named(village)

    assert found["materialized view public.report"].cure.startswith("REFRESH MATERIALIZED VIEW")
    assert "public.note" in found["publication news"].what
    assert not [where for where in found if "unrelated" in where]


def test_statistics_that_analyze_does_not_replace_are_named(village: Village) -> None:
    """A column with target 0, and a window on a home that somebody has analyzed."""
    hub = village.world.hub
    hub.execute("ALTER TABLE person ALTER email SET STATISTICS 0")
    hub.execute("ANALYZE domicile.person_ru")

    found = [each for each in named(village).values() if each.level == "act"]

    assert {"pg_statistic, domicile.person_ru", "pg_statistic, public.person.email"} == {
        each.where for each in found
    }
    # What the findings say to do, done: no trace is left.
    hub.execute(
        "DELETE FROM pg_statistic WHERE starelid = 'person'::regclass AND staattnum ="
        " (SELECT attnum FROM pg_attribute WHERE attrelid = 'person'::regclass"
        "  AND attname = 'email')"
    )
    village.world.apply()
    village.scrub(Wishes(method="vacuum-full", patience_s=20.0, force=True))
    assert {} == village.traces()
    assert [] == check(village.world.config, Wishes()).to_act


def test_files_that_a_crash_left_are_named(village: Village) -> None:
    """One that belongs to no table, and a temporary one of a process that is gone."""
    folder = (village.data / village.path("person")).parent
    orphan = folder / "999999"
    spilled = village.data / "base" / "pgsql_tmp" / "pgsql_tmp999999999.0"
    spilled.parent.mkdir(exist_ok=True)
    owner = folder.stat()
    for path in (orphan, spilled):
        path.write_bytes(b"left over")
        os.chown(path, owner.st_uid, owner.st_gid)
        os.utime(path, (0, 0))
    os.chown(spilled.parent, owner.st_uid, owner.st_gid)
    try:
        found = {where for where, each in named(village).items() if each.level == "act"}
    finally:
        orphan.unlink()
        spilled.unlink()

    assert {
        str(orphan.relative_to(village.data)),
        "tablespace pg_default: pgsql_tmp/pgsql_tmp999999999.0",
    } == found


def test_statement_texts_are_emptied() -> None:
    """The file of pg_stat_statements has a utility statement with its value, and then has not."""
    loaded = {"shared_preload_libraries": "pg_stat_statements", "shared_buffers": "32MB"}
    with Cluster.attached("statements", settings=loaded) as cluster:
        server = cluster["statements"]
        texts = server.data / "pg_stat_tmp" / "pgss_query_texts.stat"
        with psycopg.connect(server.dsn(), autocommit=True) as conn:
            unreachable = places.forget_statements(conn)
            conn.execute("CREATE TABLE note ()")
            conn.execute("COMMENT ON TABLE note IS 'q7needle'")
            before = texts.read_bytes().count(b"q7needle")
            conn.execute("CREATE EXTENSION pg_stat_statements")
            found = places.forget_statements(conn)
            after = texts.read_bytes().count(b"q7needle")

    assert [("act", "pg_stat_statements")] == [(each.level, each.where) for each in unreachable]
    assert [] == found
    assert (1, 0) == (before, after)


def test_a_server_without_them_has_nothing_to_forget(database: Callable[[str], str]) -> None:
    """No finding for what is not there."""
    with psycopg.connect(database("hub"), autocommit=True) as conn:
        assert [] == places.forget_statements(conn)
