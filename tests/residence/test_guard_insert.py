"""INSERT, by whatever path: a resident's values go home, everybody else's stay."""

from __future__ import annotations

import pytest
from psycopg import errors

from shop import Deploy, bytes_in_hub, held, open_shop, seen, settled, sound


def test_every_kind_of_insert_lands_where_it_belongs(deploy: Deploy) -> None:
    """Single, many rows, SELECT and COPY, into table and view: never a byte abroad."""
    world = open_shop(deploy)
    app = world.app()
    app.execute("INSERT INTO public.person (id, country, name) VALUES (11, 'RU', 'Wert11')")
    row = app.execute(
        "INSERT INTO person (id, country, name, email) VALUES (12, 'RU', 'Wert12', 'e12')"
        " RETURNING id, name, email, seen"
    ).fetchone()
    assert row == (12, "Wert12", "e12", 0)
    app.execute(
        "INSERT INTO public.person (id, country, name) VALUES (13, 'RU', 'Wert13'),"
        " (14, 'US', 'Local14'), (15, 'KZ', 'Mirror15'), (16, 'Narnia', 'N16')"
    )
    app.execute(
        "INSERT INTO person (id, country, name)"
        " SELECT id + 10, country, name || '-' FROM person WHERE id IN (11, 12)"
    )
    for table, first in (("public.person", 31), ("person", 41)):
        with app.cursor().copy(f"COPY {table} (id, country, name) FROM STDIN".encode()) as copy:
            for number, country in enumerate(("RU", "KZ", "US", "DE")):
                copy.write_row((first + number, country, f"Kopie{first + number}"))

    everybody = {
        11: "Wert11", 12: "Wert12", 13: "Wert13", 14: "Local14", 15: "Mirror15", 16: "N16",
        21: "Wert11-", 22: "Wert12-", **{n: f"Kopie{n}" for n in (31, 32, 33, 34, 41, 42, 43, 44)},
    }  # fmt: skip
    seen_names = dict(app.execute("SELECT id, name FROM person WHERE id > 10").fetchall())
    assert seen_names == everybody
    hub = held(world, "person", "name", "hub")
    assert {3, 5, 14, 15, 16, 32, 33, 42, 43} == set(hub)
    assert {1, 2, 11, 12, 13, 21, 22, 31, 41} == set(held(world, "person", "name", "RU"))
    assert {3, 15, 32, 42} == set(held(world, "person", "name", "KZ"))
    for value in ("Wert11", "Wert12", "Wert13", "Kopie31", "Kopie34", "Kopie41", "Kopie44"):
        assert bytes_in_hub(world, value) == 0
    assert bytes_in_hub(world, "Local14") == 1
    settled(world)


@pytest.mark.parametrize("together", [True, False], ids=["one transaction", "two"])
def test_a_row_that_was_there_before_its_person_goes_home_with_them(
    deploy: Deploy, together: bool
) -> None:
    """An address is inserted first, as its foreign key demands; the person's arrival takes it."""
    world = open_shop(deploy)
    app = world.app()
    app.execute("BEGIN" if together else "SELECT 1")
    app.execute("INSERT INTO address VALUES (11, 'Ulitsa 11', 'Moskva'), (12, 'Kosho 12', NULL)")
    app.execute("INSERT INTO person (id, country, name, address_id) VALUES (11, 'RU', 'N', 11)")
    app.execute("INSERT INTO public.person (id, country, name, address_id) VALUES (12,'KZ','M',12)")
    app.execute("COMMIT" if together else "SELECT 1")
    assert seen(app, "address", "street", 11) == "Ulitsa 11"
    assert held(world, "address", "street", "RU")[11] == "Ulitsa 11"
    assert held(world, "address", "street", "KZ")[12] == "Kosho 12"
    assert 11 not in held(world, "address", "street", "hub")
    app.execute("INSERT INTO person (id, country, name, address_id) VALUES (13, 'RU', 'O', 11)")
    assert seen(app, "address", "street", 11) == "Ulitsa 11"
    settled(world)


def test_a_row_may_come_before_its_person_where_no_foreign_key_forbids(deploy: Deploy) -> None:
    """Undeclared and deferred keys: the person's arrival takes the rows that wait for them."""
    world = open_shop(deploy)
    app = world.app()
    app.execute("INSERT INTO visit VALUES (11, '10.1.1.11', 11)")
    app.execute("INSERT INTO visit VALUES (12, NULL, 11)")
    with app.transaction():
        app.execute("SET CONSTRAINTS ALL DEFERRED")
        app.execute("INSERT INTO attachment VALUES (11, 'early', 11), (12, NULL, 11)")
        app.execute("INSERT INTO person (id, country, name) VALUES (11, 'RU', 'N')")
        app.execute("INSERT INTO message VALUES (11, 'text', 11)")
    assert {11: "early"}.items() <= held(world, "attachment", "file", "RU").items()
    assert 11 not in held(world, "attachment", "file", "hub")
    assert (seen(app, "visit", "host(ip)", 11), seen(app, "visit", "ip", 12)) == ("10.1.1.11", None)
    assert seen(app, "attachment", "file", 12) is None
    settled(world)


def test_a_constraint_speaks_without_values(deploy: Deploy) -> None:
    """I7: NOT NULL, CHECK and UNIQUE at home: class 23, the constraint's name, and no value."""
    world = open_shop(deploy)
    app = world.app()
    for statement, state, named in (
        ("INSERT INTO {} (id, country, email) VALUES (11, 'RU', 'geheim')", "23502", '"name"'),
        (
            "INSERT INTO {} (id, country, name) VALUES (11, 'RU', repeat('geheim', 9))",
            "23514",
            "person_name_check",
        ),
        (
            "INSERT INTO {} (id, country, name, email) VALUES (11, 'RU', 'geheim', 'boris@ru')",
            "23505",
            "person_email_key",
        ),
        ("UPDATE {} SET name = repeat('geheim', 9) WHERE id = 1", "23514", "person_name_check"),
        ("UPDATE {} SET name = NULL WHERE id = 1", "23502", '"name"'),
        ("UPDATE {} SET email = 'boris@ru' WHERE id = 1", "23505", "person_email_key"),
        ("INSERT INTO {} (id, country, name) VALUES (1, 'RU', 'geheim')", "23505", "person_pkey"),
        (
            "INSERT INTO {} (id, country, name, seen) VALUES (11, 'RU', 'geheim', NULL)",
            "23502",
            '"seen"',
        ),
    ):
        for table in ("public.person", "resident.person"):
            with pytest.raises(errors.IntegrityError) as raised:
                app.execute(statement.format(table).encode())
            diag = raised.value.diag
            said = [diag.message_primary, diag.message_detail, diag.message_hint, diag.context]
            assert (state, True) == (diag.sqlstate, named in str(diag.message_primary))
            assert "geheim" not in str(said)
            assert "boris@ru" not in str(said)
    assert bytes_in_hub(world, "geheim") == 0
    sound(world)


def test_what_a_trigger_of_the_application_does_is_honoured(deploy: Deploy) -> None:
    """Its BEFORE triggers change values or suppress rows first; its AFTER triggers may delete."""
    world = open_shop(deploy)
    world.hub.execute(
        """
        CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.email := lower(NEW.email);
            IF NEW.note = 'never' THEN RETURN NULL; END IF;
            IF TG_OP = 'UPDATE' THEN NEW.seen := OLD.seen + 1; END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER tidy BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION tidy();
        CREATE FUNCTION once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM public.person WHERE id = NEW.id AND NEW.note = 'once';
            RETURN NULL;
        END $$;
        CREATE TRIGGER once AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION once();
        """
    )
    app = world.app()
    insert = "INSERT INTO {} (id, country, name, email, note) VALUES (%s, 'RU', 'N', %s, %s)"
    for table, first in (("public.person", 10), ("person", 20)):
        statement = insert.format(table).encode()
        app.execute(statement, (first + 1, f"BIG{first}@RU", None))
        app.execute(statement, (first + 2, "x", "never"))
        app.execute(statement, (first + 3, "x", "once"))
        update = b"UPDATE " + table.encode() + b" SET "
        app.execute(update + b"email = %s WHERE id = %s", (f"NEW@{first}", first + 1))
        app.execute(update + b"name = 'lost', note = 'never' WHERE id = 1")
        assert seen(app, "person", "email", first + 1) == f"new@{first}"
        assert seen(app, "person", "seen", first + 1) == 1
    assert seen(app, "person", "name", 1) == "Анна"
    assert {1, 2, 11, 21} == set(held(world, "person", "name", "RU"))
    sound(world)
