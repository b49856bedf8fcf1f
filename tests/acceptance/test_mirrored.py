"""People who are mirrored: the home and the hub hold the same, whoever changes it and how."""

from __future__ import annotations

from acceptance.files import PERSONAL, Files
from acceptance.test_people import values
from fix_world import World


def same_in_both(world: World) -> dict[str, dict[int, tuple[str | None, ...]]]:
    """The mirrored rows, once it is sure that the hub holds the same as the home."""
    found = {}
    for table, columns in PERSONAL.items():
        home = values(world.at("KZ"), table, columns)
        hub = values(world.hub, table, columns)
        assert home == {key: hub[key] for key in home}
        found[table] = home
    return found


def test_each_change_is_written_in_both(world: World, files: Files) -> None:
    """UPDATE, INSERT and DELETE of a person and of an address, by the view and by the table."""
    world.apply()
    world.move()
    for table, columns in PERSONAL.items():
        assert files.personal(table, "KZ") == values(world.at("KZ"), table, columns)
    (one, here), (other, there) = sorted(files.people["Kazakstan"].items())
    _change(world, "resident", customer=one, address=here, other=other)
    _change(world, "public", customer=other, address=there, other=one)
    assert 0 == world.verify().found


def _change(world: World, schema: str, *, customer: int, address: int, other: int) -> None:
    """Change a customer and an address, add a person, roll a change of another back, delete."""
    app = world.app()
    app.execute(f"SET search_path = {schema}".encode())
    app.execute(
        "UPDATE customer SET last_name = 'Ахметова', email = NULL WHERE customer_id = %s",
        [customer],
    )
    app.execute(
        "UPDATE address SET phone = '+7 727', address2 = 'кв. 5' WHERE address_id = %s", [address]
    )
    found = same_in_both(world)
    assert ("Ахметова", None) == found["customer"][customer][1:]
    assert ("кв. 5", "+7 727") == (found["address"][address][1], found["address"][address][4])

    app.execute(
        "INSERT INTO address (address_id, address, district, city_id, phone)"
        " SELECT 9001, 'Абай 10', 'Алматы', city_id, '1' FROM public.address WHERE address_id = %s",
        [address],
    )
    app.execute(
        "INSERT INTO customer (customer_id, store_id, first_name, last_name, address_id)"
        " VALUES (9001, 1, 'Дана', 'Ким', 9001)"
    )
    found = same_in_both(world)
    assert ("Дана", "Ким", None) == found["customer"][9001]
    assert ("Абай 10", None, "Алматы", None, "1") == found["address"][9001]

    with app.transaction(force_rollback=True):
        app.execute("UPDATE customer SET last_name = 'never' WHERE customer_id = %s", [other])
        app.execute("DELETE FROM customer WHERE customer_id = 9001")
    assert found == same_in_both(world)

    app.execute("DELETE FROM customer WHERE customer_id = 9001")
    app.execute("DELETE FROM address WHERE address_id = 9001")
    found = same_in_both(world)
    assert 9001 not in found["customer"]
    assert 9001 not in found["address"]
