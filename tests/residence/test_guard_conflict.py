"""INSERT ... ON CONFLICT and MERGE on a guarded table: EXCLUDED is whole, nothing goes astray."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from psycopg import errors

from fix_pg import eventually
from fix_world import Connection, World
from shop import Deploy, bytes_in_hub, held, open_shop, seen, settled, sound

UPSERT = (
    "INSERT INTO public.person (id, country, name, email, handle) VALUES {}"
    " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, email = EXCLUDED.email"
)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """A thread for the statement that has to wait."""
    with ThreadPoolExecutor(1) as made:
        yield made


def waiting(world: World, pool: ThreadPoolExecutor, conn: Connection, query: str) -> Future[object]:
    """The statement runs in a thread and waits for a lock, in the hub or at a home."""
    future: Future[object] = pool.submit(conn.execute, query.encode())
    stuck = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    servers = ("hub", "RU")
    assert eventually(lambda: any(world.rows(stuck, at=server) for server in servers))
    return future


def test_do_update_and_do_nothing(deploy: Deploy) -> None:
    """Existing residents, locals, mirrored and new people, in one statement and alone."""
    world = open_shop(deploy)
    app = world.app()
    app.execute(
        UPSERT.format(
            "(1, 'RU', 'Eins', NULL, NULL), (3, 'KZ', 'Drei', 'e3', NULL),"
            " (5, 'US', 'Five', 'e5', NULL), (11, 'RU', 'Neu', 'e11', 'h11'),"
            " (12, 'US', 'New', 'e12', NULL), (4, 'DE', 'Vier', 'e4', NULL)"
        ).encode()
    )
    names = {1: "Eins", 3: "Drei", 5: "Five", 11: "Neu", 12: "New", 4: "Vier"}
    for key, name in names.items():
        assert seen(app, "person", "name", key) == name
    assert seen(app, "person", "email", 1) is None
    assert held(world, "person", "name", "KZ") == {3: "Drei"}
    assert held(world, "person", "name", "DE") == {4: "Vier"}
    nothing = "INSERT INTO public.person (id, country, name, handle, tag) VALUES {} ON CONFLICT {}"
    for values, target in (
        ("(1, 'RU', 'Nie', NULL, NULL)", "DO NOTHING"),
        ("(21, 'RU', 'Nie', 'BORIS', NULL)", "DO NOTHING"),
        ("(21, 'RU', 'Nie', 'BORIS', NULL)", "(lower(handle)) WHERE seen >= 0 DO NOTHING"),
        ("(21, 'RU', 'Nie', NULL, 'b2')", "(lower_tag) DO NOTHING"),
        ("(21, 'RU', 'Nie', NULL, 'e5')", "DO NOTHING"),
        ("(21, 'US', 'Nie', NULL, 'b2')", "DO NOTHING"),
        ("(21, 'RU', 'Nie', NULL, 'e5'), (5, 'US', 'Nie', NULL, NULL)", "DO NOTHING"),
    ):
        assert app.execute(nothing.format(values, target).encode()).rowcount == 0
    update = "DO UPDATE SET name = EXCLUDED.name || '!', note = EXCLUDED.name"
    for values, target, key in (
        ("(22, 'RU', 'Handle', 'BORIS', NULL)", "(lower(handle)) WHERE seen >= 0", 2),
        ("(22, 'RU', 'Tag', NULL, 'b2')", "(lower_tag)", 2),
        ("(22, 'US', 'Cross', NULL, 'b2')", "(lower_tag)", 2),
        ("(22, 'RU', 'Local', NULL, 'e5')", "(lower_tag)", 5),
    ):
        app.execute(nothing.format(values, f"{target} {update}").encode())
        name = values.split("'")[3]
        assert seen(app, "person", "name", key) == f"{name}!"
        assert seen(app, "person", "note", key) == name
    app.execute(
        "MERGE INTO public.person p USING (VALUES (1, 'Merged'), (31, 'Fresh')) v (id, name)"
        " ON p.id = v.id WHEN MATCHED THEN UPDATE SET name = v.name"
        " WHEN NOT MATCHED THEN INSERT (id, country, name) VALUES (v.id, 'RU', v.name)"
    )
    assert (seen(app, "person", "name", 1), seen(app, "person", "name", 31)) == ("Merged", "Fresh")
    for value in ("Eins", "Neu", "Vier", "Nie", "Merged", "Fresh"):
        assert bytes_in_hub(world, value) == 0
    assert {1, 2, 11, 31} == set(held(world, "person", "name", "RU"))
    settled(world)


def test_the_same_person_twice_at_once(deploy: Deploy, pool: ThreadPoolExecutor) -> None:
    """The second waits for the first; then it updates, does nothing, or is told to try again."""
    world = open_shop(deploy)
    one, two = world.app(), world.app()
    for key, first, second, handle in (
        (41, "(41, 'RU', 'Erst', NULL, NULL)", "(41, 'RU', 'Zweit', NULL, NULL)", None),
        (42, "(42, 'RU', 'Erst', NULL, 'h1')", "(52, 'RU', 'Zweit', NULL, 'H1')", "h1"),
        (43, "(43, 'US', 'Erst', NULL, 'h2')", "(53, 'RU', 'Zweit', NULL, 'H2')", "h2"),
        (44, "(44, 'RU', 'Erst', NULL, 'h3')", "(54, 'US', 'Zweit', NULL, 'H3')", "h3"),
    ):
        target = "(lower(handle)) WHERE seen >= 0" if handle else "(id)"
        upsert = UPSERT.replace("(id)", target)
        one.execute("BEGIN")
        one.execute(upsert.format(first).encode())
        future = waiting(world, pool, two, upsert.format(second))
        one.execute("COMMIT")
        try:
            future.result(20)
        except errors.SerializationFailure:
            two.execute(upsert.format(second).encode())
        assert seen(two, "person", "name", key) == "Zweit"
        sound(world)


def test_do_nothing_that_waited_leaves_nothing(deploy: Deploy, pool: ThreadPoolExecutor) -> None:
    """The first one's row stays as it was; what the second brought is nowhere."""
    world = open_shop(deploy)
    one, two = world.app(), world.app()
    insert = "INSERT INTO public.{} ON CONFLICT DO NOTHING"
    for first, second in (
        ("person VALUES (41, 'RU', 'Erst')", "person VALUES (41, 'RU', 'Zweit')"),
        (
            "person (id, country, name, handle) VALUES (42, 'RU', 'Erst', 'h')",
            "person (id, country, name, handle) VALUES (52, 'RU', 'Zweit', 'H')",
        ),
        ("payment VALUES (41, 'Erst', 1, 5)", "payment VALUES (41, 'Zweit', 1, 1)"),
        ("payment VALUES (42, 'Erst', 1, 1)", "payment VALUES (42, 'Zweit', 1, 2)"),
    ):
        one.execute("BEGIN")
        one.execute(insert.format(first).encode())
        future = waiting(world, pool, two, insert.format(second))
        one.execute("COMMIT")
        try:
            future.result(20)
        except errors.SerializationFailure:
            assert two.execute(insert.format(second).encode()).rowcount == 0
        sound(world)
    assert "Zweit" not in [row[0] for row in two.execute("SELECT name FROM person").fetchall()]
    assert (seen(two, "payment", "card", 41), seen(two, "payment", "card", 42)) == ("Erst", "Erst")
    assert bytes_in_hub(world, "Zweit") + bytes_in_hub(world, "Zweit", "payment") == 0


def test_nested_inserts_do_not_disturb_an_upsert(deploy: Deploy) -> None:
    """Triggers and functions that insert into the same table while an upsert runs."""
    world = open_shop(deploy)
    world.hub.execute(
        """
        CREATE FUNCTION public.echo() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.id < 100 THEN
                INSERT INTO public.person (id, country, name) VALUES (NEW.id + 100, 'RU', 'Echo')
                ON CONFLICT DO NOTHING;
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER echo BEFORE INSERT ON public.person
        FOR EACH ROW EXECUTE FUNCTION public.echo();
        CREATE FUNCTION public.another(key int) RETURNS int LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO public.person (id, country, name) VALUES (key + 200, 'RU', 'Another');
            RETURN key;
        END $$;
        """
    )
    app = world.app()
    app.execute(
        "INSERT INTO public.person (id, country, name)"
        " SELECT another(n), 'RU', 'Outer' || n FROM generate_series(1, 8, 7) n"
        " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name"
    )
    names = dict(app.execute("SELECT id, name FROM person WHERE country = 'RU'").fetchall())
    assert names == {
        1: "Outer1", 2: "Борис", 8: "Outer8", 101: "Echo", 108: "Echo", 201: "Another",
        208: "Another",
    }  # fmt: skip
    assert bytes_in_hub(world, "Outer") == 0
    settled(world)
