"""Migrations, a grown data map, a new home: what was applied is applied again."""

from __future__ import annotations

import threading
from collections.abc import Callable

import psycopg
import pytest

from domicile.config import load
from domicile.pg.embedded import Cluster
from domicile.relocation.run import open_world
from fix_world import World
from hamlet import ADDRESS, HOMES, MAP, NOTE, PERSON, SCHEMA, SUBJECT, Village, build

_TRAVELLER = """
[[subject]]
kind = "traveller"
table = "public.traveller"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.traveller"
subject = "traveller"
columns = { passport = "user.government_id" }
"""


def test_a_new_column_reaches_the_view_and_a_personal_looking_one_is_named(
    village: Village,
) -> None:
    """In one transaction: the application, which never pauses, sees no half of it."""
    world = village.world
    app = world.app()
    app.execute("SELECT * FROM person")
    world.hub.execute("ALTER TABLE person ADD COLUMN phone text, ADD COLUMN shoe_size int")
    world.hub.execute("ALTER TABLE person ALTER seen SET DEFAULT 7")
    stop, errors = threading.Event(), list[psycopg.Error]()

    def live(statement: str) -> None:
        conn = world.connect()
        conn.execute("SET ROLE app")
        conn.execute("SET search_path = resident, public")
        while not stop.is_set():
            try:
                conn.execute(statement)  # type: ignore[arg-type]
            except psycopg.Error as error:
                errors.append(error)

    writing = "UPDATE public.person SET email = 'again' WHERE id = 8"
    threads = [
        threading.Thread(target=live, args=(each,)) for each in ("SELECT name FROM person", writing)
    ]
    for thread in threads:
        thread.start()
    try:
        done = village.round()
    finally:
        stop.set()
        for thread in threads:
            thread.join()

    assert [] == errors
    assert done.applied
    assert ["public.person.phone"] == list(done.columns)
    assert done.failure() is None
    app.execute("INSERT INTO person (id, country, name, shoe_size) VALUES (90, 'RU', 'n', 44)")
    assert [(44, 7)] == app.execute("SELECT shoe_size, seen FROM person WHERE id = 90").fetchall()
    assert not village.round().applied


def test_what_somebody_took_away_by_hand_is_made_again(village: Village) -> None:
    """A guard that was dropped or switched off is on again after a round."""
    hub = village.world.hub
    hub.execute('ALTER TABLE person DISABLE TRIGGER "~domicile_3_guard_update"')
    assert village.round().applied
    hub.execute('DROP TRIGGER "~domicile_3_guard_insert" ON note')
    assert village.round().applied
    village.world.app().execute("INSERT INTO public.note VALUES (90, 8, 'private')")
    assert [(None,)] == village.world.rows("SELECT body FROM public.note WHERE id = 90")
    village.before = village.whole()
    village.settled()


def test_a_home_that_is_added_is_prepared_when_it_answers(
    deploy: Callable[..., World], servers: Cluster
) -> None:
    """Until then its people wait in the hub, and everybody else goes."""
    world = deploy(SCHEMA, MAP, HOMES)
    section = '[homes.DE]\ndsn = "env:TEST_DSN_DE"\n'
    village = Village(world)
    village.rewrite(section, "")
    world.config = load(world.config.source)
    world.apply()
    village.before = village.whole()
    village.rewrite("[homes.KZ]", section + "[homes.KZ]")
    world.config = load(world.config.source)

    servers["DE"].stop()
    try:
        done = village.round()
        assert list(done.unavailable) == ["DE"]
        assert village.people("RU") == village.ids("person", "RU")
    finally:
        servers["DE"].start()
    done = village.round()

    assert done.applied
    assert done.failure() is None
    village.settled()


def test_a_grown_data_map_takes_residents_rows_along(deploy: Callable[..., World]) -> None:
    """A new table and a new column: what residents have there goes home, and is read as before."""
    narrow = SUBJECT + PERSON.replace(', email = "user.contact.email"', "")
    village = build(deploy, narrow)
    world = village.world
    world.move()
    assert village.before == village.whole()
    village.rewrite(
        '{ name = "user.name" }', '{ name = "user.name", email = "user.contact.email" }'
    )
    village.add(ADDRESS + NOTE)
    before, world.config = world.config, load(world.config.source)

    with open_world(before):  # a mover somewhere, with the map as it was
        busy = village.round()
    done = village.round()

    assert [75] == [error.exit_status for error in busy.errors]
    assert done.applied
    assert done.failure() is None
    village.settled()
    abroad = (
        "SELECT count(*) FROM person p LEFT JOIN note n ON n.person_id = p.id"
        " LEFT JOIN address a ON a.id = p.address_id WHERE p.country IN ('RU', 'DE')"
        " AND (p.email IS NOT NULL OR n.body IS NOT NULL OR (a.street IS NOT NULL AND a.id % 4 <> 0"
        " AND (SELECT count(*) FROM person o WHERE o.address_id = a.id) > 2))"
    )
    assert [(0,)] == world.rows(abroad)
    world.return_()
    assert [] == village.ids("note", "RU")
    assert village.before == village.whole()


def test_a_broken_table_stops_its_own_people_and_says_why(deploy: Callable[..., World]) -> None:
    """A dropped table has no rows to wait for; a renamed column stops its kind, and no other."""
    schema = SCHEMA + (
        "CREATE TABLE traveller (id int PRIMARY KEY, country text, passport text);"
        "INSERT INTO traveller SELECT i, 'RU', 'no ' || i FROM generate_series(1, 5) i;"
    )
    world = deploy(schema, MAP + _TRAVELLER, HOMES)
    world.apply()
    village = Village(world)
    hub = world.hub
    hub.execute("DROP TABLE note CASCADE")
    hub.execute("ALTER TABLE traveller RENAME COLUMN passport TO document")

    done = village.round()

    told = [str(error) for error in done.errors]
    assert len(told) == 2
    assert "public.note" in told[0]
    assert "public.traveller" in told[1]
    assert "'passport'" in told[1]
    failure = done.failure()
    assert failure is not None
    assert failure.exit_status == 2
    assert village.people("RU") == village.ids("person", "RU")
    assert [] == village.ids("traveller", "RU")
    planned = "SELECT count(*) > 0 FROM domicile.placement WHERE kind = 'traveller'"
    assert [(True,)] == world.rows(planned)  # new people still may not stay in the hub (I5)
    with pytest.raises(psycopg.Error):
        world.app().execute("INSERT INTO public.traveller VALUES (9, 'RU', 'no 9')")

    hub.execute("ALTER TABLE traveller RENAME COLUMN document TO passport")
    done = village.round()
    assert len(done.errors) == 1
    assert [1, 2, 3, 4, 5] == village.ids("traveller", "RU")
