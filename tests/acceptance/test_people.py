"""Who moves, what of theirs moves, and that nothing else does."""

from __future__ import annotations

from psycopg import sql

from acceptance.files import PERSONAL, Files, Values
from fix_world import Connection, World

MOVED = ("RU", "CN", "IN")
HOMES = (*MOVED, "KZ")


def values(conn: Connection, table: str, columns: tuple[str, ...]) -> dict[int, Values]:
    """The columns of every row of a table, as text, by key."""
    texts = sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(c)) for c in columns)
    query = sql.SQL("SELECT {}, {} FROM public.{}").format(
        sql.Identifier(f"{table}_id"), texts, sql.Identifier(table)
    )
    return {int(str(key)): tuple(row) for key, *row in conn.execute(query)}  # type: ignore[misc]


def digests(world: World) -> dict[str, object]:
    """Every table of the hub in one number, without the personal columns."""
    found: dict[str, object] = {}
    for (table,) in world.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"):
        digest = sql.SQL(
            "SELECT count(*), sum(hashtextextended((to_jsonb(t) - %s::text[])::text, 0)) FROM {} t"
        ).format(sql.Identifier("public", str(table)))
        personal = list(PERSONAL.get(str(table), ()))
        found[str(table)] = world.hub.execute(digest, [personal]).fetchone()
    return found


def test_exactly_the_people_of_the_homes_move_and_nothing_else_changes(
    world: World, files: Files
) -> None:
    """Value by value against the files: blank in the hub and whole at home, or untouched.

    Untouched are the mirrored, everybody else's customers, those of Yugoslavia, whom nobody can
    place, the addresses of staff and stores, and every other column: last_update, too.
    """
    assert [28, 53, 60, 2] == [len(files.ids("customer", home)) for home in HOMES]
    before = digests(world)
    world.apply()

    assert 143 == world.move().subjects

    for table, columns in PERSONAL.items():
        moved = files.personal(table, *MOVED)
        blanked = {key: (None,) * len(columns) for key in moved}
        assert files.values(table, columns) | blanked == values(world.hub, table, columns)
        for home in HOMES:
            assert files.personal(table, home) == values(world.at(home), table, columns)
    assert before == digests(world)
    assert 0 == world.move().subjects
    assert 0 == world.verify().found


def test_the_application_s_updates_of_a_resident_set_last_update(
    world: World, files: Files
) -> None:
    """Its own trigger fires for its own writes, and the values land at home alone."""
    world.apply()
    world.move(home="RU")
    app = world.app()
    people = sorted(files.people["Russian Federation"].items())
    for schema, (customer, address) in zip(("resident", "public"), people, strict=False):
        app.execute(f"SET search_path = {schema}".encode())

        app.execute("UPDATE customer SET email = 'я@example.ru' WHERE customer_id = %s", [customer])
        app.execute("UPDATE address SET phone = '+7' WHERE address_id = %s", [address])

        recent = "SELECT last_update > now() - interval '1 hour' FROM"
        assert [(True,)] == world.rows(f"{recent} customer WHERE customer_id = %s", customer)
        assert [(True,)] == world.rows(f"{recent} address WHERE address_id = %s", address)
        home = world.at("RU")
        assert "я@example.ru" == values(home, "customer", PERSONAL["customer"])[customer][2]
        assert "+7" == values(home, "address", PERSONAL["address"])[address][4]
        assert (None,) * 3 == values(world.hub, "customer", PERSONAL["customer"])[customer]
        assert (None,) * 5 == values(world.hub, "address", PERSONAL["address"])[address]
    assert 0 == world.verify().found
