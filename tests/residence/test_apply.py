"""`apply` prepares everything or nothing, again and again, and takes nothing that is not ours."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import psycopg
import pytest

from domicile.errors import (
    DatabaseError,
    DomicileError,
    MapError,
    PreparationError,
    ServerUnavailable,
    TryAgain,
)
from domicile.pg.embedded import Cluster
from domicile.placement.run import assess
from domicile.residence import run
from fix_dump import dump
from fix_world import AS_OF, World

SCHEMA = """
CREATE TABLE person (
    id int PRIMARY KEY, country text NOT NULL, name text NOT NULL CHECK (name <> 'no'),
    email text UNIQUE, vip boolean NOT NULL DEFAULT false,
    initial text GENERATED ALWAYS AS (CASE WHEN name <> '?' THEN left(name, 1) END) STORED NOT NULL,
    CONSTRAINT vip_has_mail CHECK (NOT vip OR email IS NOT NULL),
    CONSTRAINT no_digit CHECK (initial !~ '[0-9]'));
CREATE TABLE visit (person int NOT NULL REFERENCES person, place text, number int);
CREATE UNIQUE INDEX ON visit (person, number);
ALTER TABLE visit ALTER number SET NOT NULL;
INSERT INTO person VALUES
    (1, 'RU', 'Анна', 'anna@example.ru'), (2, 'US', 'Ann', 'ann@example.org'),
    (3, 'KZ', 'Айгерим', 'a@example.kz');
INSERT INTO visit SELECT id, 'place ' || id, 1 FROM person;
"""
SUBJECT = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
"""
PERSON = """
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name", email = "user.contact.email", initial = "user.name" }
"""
VISIT = """
[[table]]
table = "public.visit"
subject = "person"
columns = { place = "user.location" }
"""
MAP = SUBJECT + PERSON + VISIT + 'key = ["number", "person"]\n'


@pytest.fixture
def world(deploy: Callable[..., World]) -> World:
    """Three people, not applied yet."""
    return deploy(SCHEMA, MAP)


def test_applying_again_changes_nothing(world: World) -> None:
    """The second apply leaves hub and homes as the first did, also with people at home."""
    world.apply()
    first = {name: dump(dsn) for name, dsn in world.dsns.items()}
    world.apply()
    assert {name: dump(dsn) for name, dsn in world.dsns.items()} == first

    world.move()
    moved = {name: dump(dsn) for name, dsn in world.dsns.items()}
    world.apply()
    assert {name: dump(dsn) for name, dsn in world.dsns.items()} == moved
    assert world.app().execute("SELECT name FROM person WHERE id = 1").fetchall() == [("Анна",)]
    assert world.verify().found == 0


def test_an_apply_that_fails_anywhere_is_finished_by_the_next(
    world: World, servers: Cluster
) -> None:
    """Until the hub's one commit the application's tables are untouched; then all is there."""
    tables = ("--schema=public",)
    before = dump(world.dsns["hub"], *tables)
    servers["KZ"].stop()
    with pytest.raises(ServerUnavailable) as down:
        world.apply()
    assert down.value.exit_status == 69
    servers["KZ"].start()
    for name, tag in (
        ("KZ", "CREATE TABLE"),
        ("RU", "CREATE SCHEMA"),
        ("hub", "CREATE EXTENSION"),
        ("hub", "ALTER TABLE"),
        ("hub", "CREATE VIEW"),
        ("hub", "CREATE TRIGGER"),
        ("hub", "GRANT"),
    ):
        _forbid(world, name, tag)
        with pytest.raises(DatabaseError) as failed:
            world.apply()
        assert "anna" not in str(failed.value)
        _allow(world, name)
        assert dump(world.dsns["hub"], *tables) == before, (name, tag)

    world.apply()
    assert world.move().subjects == 2
    assert world.verify().found == 0


def test_constraints_hold_for_local_people_and_at_home(world: World) -> None:
    """NOT NULL and CHECK refuse as before: same SQLSTATE, same constraint, same column."""
    refused = {
        "INSERT INTO {} VALUES (9, '{}', NULL)": ("23502", None, "name"),
        "INSERT INTO {} VALUES (9, '{}', 'no')": ("23514", "person_name_check", None),
        "INSERT INTO {} VALUES (9, '{}', 'a', NULL, true)": ("23514", "vip_has_mail", None),
        "INSERT INTO {} VALUES (9, '{}', '?')": ("23502", None, "initial"),
        "INSERT INTO {} VALUES (9, '{}', '1')": ("23514", "no_digit", None),
        "UPDATE {} SET name = 'no' WHERE country = '{}'": ("23514", "person_name_check", None),
        "UPDATE {} SET name = '1st' WHERE country = '{}'": ("23514", "no_digit", None),
        "UPDATE {} SET vip = true, email = NULL WHERE country = '{}'": (
            "23514", "vip_has_mail", None,
        ),
        "UPDATE {} SET name = NULL WHERE country = '{}'": ("23502", None, "name"),
        "UPDATE {} SET name = '?' WHERE country = '{}'": ("23502", None, "initial"),
    }  # fmt: skip

    def outcome(statement: str) -> tuple[str | None, str | None, str | None]:
        with pytest.raises(psycopg.errors.IntegrityError) as error:
            app.execute(statement)
        assert "anna@" not in str(error.value)
        diag = error.value.diag
        return diag.sqlstate, diag.constraint_name, diag.column_name

    app = world.app()
    for statement, expected in refused.items():
        assert outcome(statement.format("public.person", "US")) == expected
    world.apply()
    world.move()
    before = world.rows("SELECT * FROM resident.person ORDER BY id")
    for statement, expected in refused.items():
        for relation in ("public.person", "resident.person"):
            for country in ("US", "KZ"):
                assert outcome(statement.format(relation, country)) == expected, statement
            got = outcome(statement.format(relation, "RU"))
            assert got[0] == expected[0], (statement, relation)
    assert world.rows("SELECT * FROM resident.person ORDER BY id") == before
    with pytest.raises(psycopg.errors.CheckViolation):
        world.at("RU").execute("UPDATE person SET name = 'no'")
    with pytest.raises(psycopg.errors.NotNullViolation):
        world.at("RU").execute("UPDATE person SET name = NULL")
    assert world.verify().found == 0


def test_a_table_without_a_key_is_refused(deploy: Callable[..., World]) -> None:
    """Nothing is prepared, and the error says how to name a unique key."""
    world = deploy(SCHEMA, SUBJECT + PERSON + VISIT)
    with pytest.raises(MapError, match="no primary key") as error:
        world.apply()
    assert "key =" in error.value.hint
    for dsn in world.dsns.values():
        with psycopg.connect(dsn) as conn:
            assert conn.execute("SELECT to_regnamespace('domicile')").fetchall() == [(None,)]


def test_any_unique_key_will_do(world: World) -> None:
    """A table without a primary key moves by the unique index that the map names."""
    world.apply()
    assert world.move().rows == 4
    assert world.rows("SELECT * FROM visit WHERE person = 1") == [(1, None, 1)]
    seen = world.app().execute("SELECT place FROM visit WHERE person = 1").fetchall()
    assert seen == [("place 1",)]


def test_what_is_not_ours_is_refused_and_left_alone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table or schema of our name, a home that is the hub or somebody else's, a late trigger."""

    def refused(where: World, message: str) -> None:
        before = {name: dump(dsn) for name, dsn in where.dsns.items() if name != "hub"}
        hub = dump(where.dsns["hub"], "--schema=public")
        with pytest.raises(DomicileError, match=message) as error:
            where.apply()
        assert error.value.exit_status == 2
        assert error.value.hint
        assert {name: dump(where.dsns[name]) for name in before} == before
        assert dump(where.dsns["hub"], "--schema=public") == hub

    world.at("KZ").execute("CREATE TABLE person (id int PRIMARY KEY, name text, email text)")
    world.at("KZ").execute("INSERT INTO person VALUES (1, 'someone', 'else')")
    with pytest.raises(PreparationError, match=r"home KZ: there is a table public\.person"):
        world.apply()
    assert world.rows("SELECT name FROM person", at="KZ") == [("someone",)]
    world.at("KZ").execute("DROP TABLE person; CREATE SCHEMA domicile")
    with pytest.raises(PreparationError, match="home KZ: there is a schema 'domicile'"):
        world.apply()
    world.at("KZ").execute("DROP SCHEMA domicile")
    world.hub.execute("CREATE TRIGGER \"~late\" BEFORE UPDATE ON person FOR EACH ROW"
                      " EXECUTE FUNCTION suppress_redundant_updates_trigger()")  # fmt: skip
    refused(world, "'~late' would run after the guard")
    world.hub.execute('DROP TRIGGER "~late" ON person')
    world.apply()

    monkeypatch.setenv("TEST_DSN_KZ", world.dsns["hub"])
    refused(world, r"homes\.KZ: that database is a hub")
    monkeypatch.setenv("TEST_DSN_KZ", world.dsns["RU"])
    refused(world, r"homes\.KZ: that database is a hub, or the home of another")
    monkeypatch.setenv("TEST_DSN_KZ", world.dsns["KZ"])
    monkeypatch.setenv("TEST_DSN_HUB", world.dsns["RU"])
    with pytest.raises(PreparationError, match="is the home RU of another hub"):
        run.apply(world.config, [], lambda _: None)
    with pytest.raises(PreparationError, match="is the home RU of another hub"):
        world.unapply()
    monkeypatch.setenv("TEST_DSN_HUB", world.dsns["hub"])
    fewer = replace(world.config, homes={"RU": world.config.homes["RU"]})
    with pytest.raises(PreparationError, match=r"homes\.KZ was applied"):
        run.apply(fewer, [], lambda _: None)
    world.hub.execute("CREATE VIEW public.seen AS SELECT name FROM resident.person")
    refused(world, r"view public\.seen reads")
    with pytest.raises(PreparationError, match=r"view public\.seen reads"):
        world.unapply()
    world.hub.execute("DROP VIEW public.seen")
    world.unapply()
    world.hub.execute("CREATE SCHEMA resident")
    refused(world, "schema 'resident' that Domicile did not make")


def test_a_map_cannot_change_under_residents(world: World) -> None:
    """Other tables or columns than those applied are refused until everything is taken back."""
    world.apply()
    person, _ = world.config.tables
    fewer = {name: category for name, category in person.columns.items() if name != "email"}
    for tables in ((person,), (replace(person, columns=fewer), world.config.tables[1])):
        with pytest.raises(PreparationError, match="other tables or columns"):
            run.apply(replace(world.config, tables=tables), [], lambda _: None)


def test_apply_waits_in_turns_and_others_go_on(world: World) -> None:
    """A long transaction makes apply give up, and nobody else waits longer than a turn."""
    targets = assess(world.config, AS_OF).targets
    holder = world.connect()
    holder.execute("BEGIN")
    holder.execute("SELECT FROM person")
    before = dump(world.dsns["hub"], "--schema=public")
    done = threading.Event()
    raised: list[BaseException] = []

    def attempt() -> None:
        try:
            run.apply(world.config, targets, lambda _: None, attempts=2)
        except BaseException as error:  # told to the test, whatever it is
            raised.append(error)
        finally:
            done.set()

    worker = threading.Thread(target=attempt)
    worker.start()
    app = world.connect()
    app.execute("SET statement_timeout = '3s'")
    rounds = 0
    while not done.wait(0.05):
        app.execute("UPDATE person SET vip = vip WHERE id = 2")
        rounds += 1
    worker.join()
    assert [type(error) for error in raised] == [TryAgain]
    assert rounds > 2
    assert dump(world.dsns["hub"], "--schema=public") == before

    holder.execute("COMMIT")
    world.apply()
    assert world.move().subjects == 2


def test_an_error_carries_no_value(deploy: Callable[..., World]) -> None:
    """What a server says of a row stays there: the message has names and a SQLSTATE only (I7)."""
    world = deploy(
        "CREATE TABLE person (id int PRIMARY KEY, country text, name text);"
        "INSERT INTO person VALUES (1, 'RU', 'Secret Anna'), (2, 'RU', 'Secret Anna');",
        SUBJECT + PERSON.replace(', email = "user.contact.email", initial = "user.name"', ""),
    )
    world.apply()
    world.at("RU").execute("CREATE UNIQUE INDEX one ON person (name)")
    (refused,) = world.move(patience_s=0).refused
    assert "23505" in refused
    assert "Secret" not in refused
    # A guard that cannot be given back: a row came in while the triggers were off.
    world.at("RU").execute("DROP INDEX one")
    world.return_()
    world.hub.execute("CREATE FUNCTION public.strict(text) RETURNS int IMMUTABLE LANGUAGE sql AS"
                      " $$ SELECT $1::int $$")  # fmt: skip
    world.unapply()
    world.hub.execute("ALTER TABLE person ADD CHECK (public.strict(name) > 0) NOT VALID")
    with pytest.raises(PreparationError, match=r"table public\.person needs a function") as missing:
        world.apply()
    assert "Secret" not in str(missing.value)


def _forbid(world: World, name: str, tag: str) -> None:
    """The server refuses one kind of DDL, in words that must not reach anybody."""
    world.at(name).execute(
        "CREATE OR REPLACE FUNCTION pg_temp.forbid() RETURNS event_trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'anna@example.ru'; END $$"
    )
    world.at(name).execute(
        f"CREATE EVENT TRIGGER forbid ON ddl_command_start WHEN TAG IN ('{tag}')"
        " EXECUTE FUNCTION pg_temp.forbid()"
    )


def _allow(world: World, name: str) -> None:
    world.at(name).execute("DROP EVENT TRIGGER forbid")
