"""The way to the person changes, by keys, cascades and deletes: nothing becomes unreachable."""

from __future__ import annotations

from fix_world import Connection, World
from shop import Deploy, held, open_shop, seen, settled, sound

VALUES = (
    ("address", "street"),
    ("address", "city"),
    ("payment", "card"),
    ("message", "body"),
    ("attachment", "file"),
    ("visit", "ip"),
)
QUERY = "SELECT id, {} FROM {}"


def picture(app: Connection) -> dict[tuple[str, object], object]:
    """Every personal value that can be read, by table, column and key."""
    return {
        (f"{table}.{column}", key): value
        for table, column in VALUES
        for key, value in app.execute(QUERY.format(column, table).encode()).fetchall()
    }


def unchanged(world: World, app: Connection, before: dict[tuple[str, object], object]) -> None:
    """After a step: all is readable, and nobody's values came to the hub."""
    assert picture(app) == before
    for table, column in VALUES:
        assert {1, 2, 4}.isdisjoint(held(world, table, column, "hub"))


def test_addresses_and_payments_change_hands(deploy: Deploy) -> None:
    """A person takes another's address, a payment goes abroad, to nobody, and comes back."""
    world = open_shop(deploy)
    app = world.app()
    before = picture(app)
    for number, step in enumerate(
        (
            "UPDATE public.person SET address_id = 6 WHERE id = 1",  # an address nobody had
            "UPDATE person SET address_id = 5 WHERE id = 1",  # a local person's: shared, stays
            "UPDATE person SET address_id = 4 WHERE id = 1",  # of a person of another home
            "UPDATE public.person SET address_id = 2 WHERE id = 1",  # of a person of the same home
            "UPDATE public.person SET address_id = 3 WHERE id = 1",  # of a mirrored person
            "UPDATE public.person SET address_id = NULL WHERE id = 1",
            "UPDATE public.person SET address_id = 1 WHERE id = 1",
            "UPDATE public.payment SET person_id = 4 WHERE id = 1",
            "UPDATE payment SET person_id = 5 WHERE id = 1",
            "UPDATE payment SET person_id = NULL WHERE id = 1",
            "UPDATE payment SET person_id = 3 WHERE id = 1",
            "UPDATE payment SET person_id = 1 WHERE id IN (3, 5)",
            "UPDATE public.message SET person_id = 4 WHERE id = 1",
            "UPDATE message SET person_id = 1 WHERE id = 5",
            "UPDATE message SET person_id = 5 WHERE id = 2",
            "UPDATE attachment SET message_id = 5 WHERE id = 3",
            "UPDATE public.visit SET person_id = 77 WHERE id = 2",
        )
    ):
        app.execute(step.encode())
        unchanged(world, app, before)
        if number % 4 == 2:
            sound(world)
    assert held(world, "address", "street", "hub")[5] == "Street 5"
    world.move()
    assert picture(app) == before
    sound(world)
    for step in (
        "UPDATE person SET address_id = id",
        "UPDATE payment SET person_id = id",
        "UPDATE message SET person_id = id",
        "UPDATE attachment SET message_id = id",
        "UPDATE visit SET person_id = id",
    ):
        app.execute(step.encode())
        assert picture(app) == before
    settled(world)
    assert picture(app) == before


def test_keys_change_and_cascade(deploy: Deploy) -> None:
    """ON UPDATE CASCADE over one hop, several and backward: directory and homes follow."""
    world = open_shop(deploy)
    app = world.app()
    everything = (
        "SELECT p.name, p.email, a.street, y.card, m.body, x.file FROM person p"
        " LEFT JOIN address a ON a.id = p.address_id"
        " LEFT JOIN payment y ON y.person_id = p.id"
        " LEFT JOIN message m ON m.person_id = p.id"
        " LEFT JOIN attachment x ON x.message_id = m.id ORDER BY p.tag"
    )
    before = app.execute(everything.encode()).fetchall()
    for step in (
        "UPDATE public.person SET id = id + 100",
        "UPDATE person SET id = id + 100, name = name WHERE id = 101",
        "UPDATE public.message SET id = id + 100",
        "UPDATE message SET id = id + 100 WHERE id = 101",
        "UPDATE public.address SET id = id + 100",
        "UPDATE address SET id = id + 100 WHERE id = 101",
        "UPDATE payment SET id = id + 100, card = 'card ' || id WHERE id < 3",
        "UPDATE public.attachment SET id = id + 100",
    ):
        app.execute(step.encode())
        assert app.execute(everything.encode()).fetchall() == before
        sound(world)
    assert {201, 102} == set(held(world, "person", "name", "RU"))
    settled(world)
    assert app.execute(everything.encode()).fetchall() == before


def test_people_leave_and_their_rows_with_them_or_not(deploy: Deploy) -> None:
    """CASCADE takes the rows from home too; SET NULL, no key at all and a shared row stay."""
    world = open_shop(deploy)
    app = world.app()
    row = app.execute("DELETE FROM person WHERE id = 1 RETURNING name, email").fetchone()
    assert row == ("Анна", "anna@ru")
    app.execute("DELETE FROM public.person WHERE id IN (3, 4, 5)")
    for key in (1, 3, 4, 5):
        assert seen(app, "payment", "card", key) == f"card {key}"
        assert seen(app, "address", "street", key) == f"Street {key}"
        assert seen(app, "visit", "host(ip)", key) == f"10.0.0.{key}"
        assert seen(app, "message", "body", key) == "no row"
    for home, left in (("RU", {2}), ("KZ", set[int]()), ("DE", set[int]())):
        for table, column in (("message", "body"), ("attachment", "file"), ("person", "name")):
            assert left == set(held(world, table, column, home))
    sound(world)
    world.move()
    assert seen(app, "payment", "card", 1) == "card 1"
    app.execute("DELETE FROM payment")
    app.execute("DELETE FROM public.visit")
    with app.transaction():
        app.execute("UPDATE public.person SET address_id = NULL")
        app.execute("DELETE FROM address")
    for home in ("RU", "KZ", "DE"):
        for table, column in (("payment", "card"), ("visit", "ip"), ("address", "street")):
            assert {} == held(world, table, column, home)
    settled(world)


def test_a_child_outlives_its_parent_inside_a_transaction(deploy: Deploy) -> None:
    """A deferred key lets the person go first: the row is found, changed and deleted after."""
    world = open_shop(deploy)
    world.hub.execute(
        "ALTER TABLE payment DROP CONSTRAINT payment_person_id_fkey, ADD FOREIGN KEY (person_id)"
        " REFERENCES person DEFERRABLE INITIALLY DEFERRED"
    )
    app = world.app()
    app.execute("INSERT INTO payment VALUES (11, 'other card', 1, 1)")
    with app.transaction():
        app.execute("DELETE FROM person WHERE id = 1")
        assert seen(app, "payment", "card", 1) == "card 1"
        app.execute("UPDATE public.payment SET amount = 7, card = 'changed' WHERE id = 1")
        app.execute("UPDATE payment SET person_id = 2 WHERE id = 1")
        app.execute("DELETE FROM public.payment WHERE id = 11")
    assert seen(app, "payment", "card", 1) == "changed"
    assert {1: "changed", 2: "card 2"} == held(world, "payment", "card", "RU")
    settled(world)


def test_truncate(deploy: Deploy) -> None:
    """Of a child, of the people with CASCADE, together: homes forget, what remains is readable."""
    world = open_shop(deploy)
    app = world.app()
    app.execute("TRUNCATE public.attachment")
    assert [{}] * 3 == [held(world, "attachment", "file", home) for home in ("RU", "KZ", "DE")]
    sound(world)
    app.execute("BEGIN")
    app.execute("TRUNCATE public.person CASCADE")
    app.execute("ROLLBACK")
    assert seen(app, "person", "name", 1) == "Анна"
    app.execute("TRUNCATE public.message, public.payment, public.person CASCADE")
    for key in range(1, 6):
        assert seen(app, "address", "street", key) == f"Street {key}"
        assert seen(app, "visit", "host(ip)", key) == f"10.0.0.{key}"
    for home in ("RU", "KZ", "DE"):
        for table, column in (("person", "name"), ("payment", "card"), ("message", "body")):
            assert {} == held(world, table, column, home)
    sound(world)
    app.execute("INSERT INTO person (id, country, name) VALUES (1, 'US', 'Someone else')")
    app.execute("INSERT INTO payment VALUES (1, 'new card', 1, 1)")
    assert held(world, "payment", "card", "hub") == {1: "new card"}
    settled(world)
