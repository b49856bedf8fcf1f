"""Transactions: rollback, savepoints, read-your-writes, and what the memory of a row may serve."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from psycopg import errors

from domicile.pg.embedded import Cluster
from fix_pg import eventually
from shop import Deploy, held, open_shop, seen, settled, sound


def test_a_transaction_reads_what_it_wrote_and_takes_it_back(deploy: Deploy) -> None:
    """Rollback and savepoints hold at home; one statement never sees a stale row."""
    world = open_shop(deploy)
    app = world.app()
    for table in ("public.person", "resident.person"):
        app.execute("BEGIN")
        app.execute(f"UPDATE {table} SET name = 'one', email = NULL WHERE id = 1".encode())
        assert (seen(app, "person", "name", 1), seen(app, "person", "email", 1)) == ("one", None)
        app.execute("SAVEPOINT s")
        app.execute(f"UPDATE {table} SET name = 'two' WHERE id = 1".encode())
        app.execute(f"DELETE FROM {table} WHERE id = 2".encode())
        app.execute("INSERT INTO person (id, country, name) VALUES (11, 'RU', 'new')")
        assert seen(app, "person", "name", 11) == "new"
        assert seen(app, "person", "name", 2) == "no row"
        with pytest.raises(errors.UniqueViolation):
            app.execute("INSERT INTO person (id, country, name) VALUES (11, 'RU', 'again')")
        app.execute("ROLLBACK TO s")
        assert (seen(app, "person", "name", 1), seen(app, "person", "name", 2)) == ("one", "Борис")
        app.execute("ROLLBACK")
        assert seen(app, "person", "email", 1) == "anna@ru"
    app.execute(
        """
        DO $$
        DECLARE heard text[];
        BEGIN
            heard := array[(SELECT name FROM resident.person WHERE id = 1)];
            UPDATE public.person SET name = 'a' WHERE id = 1;
            heard := heard || (SELECT name FROM resident.person WHERE id = 1);
            BEGIN
                UPDATE public.person SET name = 'b' WHERE id = 1;
                heard := heard || (SELECT name FROM resident.person WHERE id = 1);
                RAISE division_by_zero;
            EXCEPTION WHEN division_by_zero THEN NULL;
            END;
            heard := heard || (SELECT name FROM resident.person WHERE id = 1);
            UPDATE public.person SET id = 12 WHERE id = 1;
            heard := heard || (SELECT name FROM resident.person WHERE id = 12);
            DELETE FROM public.person WHERE id = 12;
            INSERT INTO public.person (id, country, name) VALUES (12, 'RU', 'c');
            heard := heard || (SELECT name FROM resident.person WHERE id = 12);
            ASSERT heard = '{Анна,a,b,a,a,c}', 'stale';
        END $$
        """
    )
    settled(world)


def test_concurrent_updates_are_right_or_refused(deploy: Deploy) -> None:
    """On the table the second waits and is right; through the view it is right or told 40001."""
    world = open_shop(deploy)
    one, two = world.app(), world.app()
    stuck = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    with ThreadPoolExecutor(1) as pool:
        for table in ("public.person", "resident.person"):
            for key in (1, 3, 5):
                update = f"UPDATE {table} SET seen = seen + 1, email = %s WHERE id = {key}".encode()
                start = seen(one, "person", "seen", key)
                one.execute("BEGIN")
                one.execute(update, (f"first{key}",))
                future = pool.submit(two.execute, update, (f"second{key}",))
                assert eventually(lambda: bool(world.rows(stuck)))
                one.execute("COMMIT")
                try:
                    future.result(20)
                except errors.SerializationFailure:
                    assert table == "resident.person"
                    two.execute(update, (f"second{key}",))
                assert seen(one, "person", "email", key) == f"second{key}"
                assert seen(one, "person", "seen", key) == int(str(start)) + 2
    sound(world)


def test_a_person_who_came_after_the_homes_snapshot_is_read_and_not_written(
    deploy: Deploy,
) -> None:
    """A home is read at one snapshot for the whole transaction; who came later is asked for again.

    A write to such a row would be lost in silence: it is refused, to be tried again.
    """
    world = open_shop(deploy)
    one, two = world.app(), world.app()
    one.execute("BEGIN")
    assert seen(one, "person", "name", 1) == "Анна"
    two.execute("INSERT INTO person (id, country, name) VALUES (11, 'RU', '100 % \\ \"late\"')")
    assert seen(one, "person", "name", 11) == '100 % \\ "late"'
    with pytest.raises(errors.SerializationFailure, match="home RU"):
        one.execute("UPDATE public.person SET name = 'later' WHERE id = 11")
    one.execute("ROLLBACK")
    one.execute("UPDATE public.person SET name = 'later' WHERE id = 11")
    assert seen(one, "person", "name", 11) == "later"


def test_a_row_that_its_home_has_lost_is_an_error_and_not_blank(deploy: Deploy) -> None:
    """NULL would be a wrong answer; the error names the home and nobody's values."""
    world = open_shop(deploy)
    world.at("RU").execute("DELETE FROM person WHERE id = 1")
    with pytest.raises(errors.DataCorrupted, match="home RU has no row"):
        seen(world.app(), "person", "name", 1)


def test_a_home_that_is_down_hurts_its_own_people_only(deploy: Deploy, servers: Cluster) -> None:
    """I4, I5: others read and write; residents' writes fail as class 08 and land nowhere."""
    world = open_shop(deploy)
    servers["RU"].stop()
    try:
        app = world.app()
        names = "SELECT name FROM person WHERE id > 2 ORDER BY id"
        assert app.execute(names).fetchall() == [("Айгуль",), ("Hans",), ("Ann",)]
        assert app.execute("SELECT count(*), sum(seen) FROM person").fetchone() == (5, 0)
        for statement in (
            "UPDATE person SET name = 'Anne' WHERE id = 5",
            "UPDATE person SET name = 'Hanna' WHERE id = 4",
            "INSERT INTO person (id, country, name) VALUES (11, 'US', 'new'), (12, 'KZ', 'new')",
            "UPDATE public.person SET seen = 9 WHERE id = 1",
            "DELETE FROM payment WHERE id = 5",
        ):
            app.execute(statement.encode())
        for statement in (
            "INSERT INTO public.person (id, country, name) VALUES (21, 'RU', 'geheim')",
            "INSERT INTO person (id, country, name) VALUES (21, 'RU', 'geheim')",
            "UPDATE public.person SET name = 'geheim' WHERE id = 1",
            "UPDATE public.person SET email = NULL WHERE id = 1",
            "DELETE FROM public.visit WHERE id = 1",
            "DELETE FROM person WHERE id = 1",
            "TRUNCATE public.visit",
            "UPDATE public.payment SET person_id = 1 WHERE id = 3",
            "SELECT name FROM person WHERE id = 1",
        ):
            with pytest.raises(psycopg.OperationalError) as raised:
                app.execute(statement.encode())
            said = str(raised.value)
            assert str(raised.value.sqlstate)[:2] == "08"
            assert "home RU" in said or "home_ru" in said
            assert "geheim" not in said
        assert "geheim" not in held(world, "person", "name", "hub").values()
        assert world.rows("SELECT count(*) FROM person") == [(7,)]
    finally:
        servers["RU"].start()
    world.opened.clear()
    settled(world)
