"""Every kind of fault is found and named by its key, and by nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable

from fix_pg import eventually
from fix_world import World

SCHEMA = """
CREATE TABLE person (id int PRIMARY KEY, country text NOT NULL, name text NOT NULL, email text);
INSERT INTO person SELECT i, (ARRAY['RU', 'KZ', 'US'])[1 + i % 3], 'secret' || i, 'mail' || i
FROM generate_series(1, 30) i;
"""
MAP = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name", email = "user.contact.email" }
"""


def test_each_fault_is_named_by_key(deploy: Callable[..., World], servers: object) -> None:
    """leak, lost, missing, differs, stray, unregistered, ghost: all found, no value told."""
    world = deploy(SCHEMA, MAP)
    world.apply()
    world.move()
    assert world.verify().to_dict()["violations"] == []

    hub = world.hub
    hub.execute("SET session_replication_role = replica")
    hub.execute("UPDATE person SET email = 'leaked' WHERE id = 3")
    hub.execute("UPDATE person SET name = NULL WHERE id = 5")
    world.at("RU").execute("DELETE FROM person WHERE id = 6")
    world.at("KZ").execute("UPDATE person SET name = 'other' WHERE id = 1")
    world.at("RU").execute("INSERT INTO person VALUES (8, 'secret8')")
    hub.execute("INSERT INTO person VALUES (100, 'RU', 'secret100')")
    hub.execute("INSERT INTO domicile.directory_person (k1, domicile) VALUES (200, 'RU')")
    found = world.verify()

    named = [(each.fault, each.key, each.home) for each in sorted(found.violations)]
    assert sorted(named, key=str) == sorted(
        [
            ("leak", ("3",), "RU"),
            ("lost", ("5",), None),
            ("missing", ("6",), "RU"),
            ("differs", ("1",), "KZ"),
            ("stray", ("8",), "RU"),
            ("unregistered", ("100",), None),
            ("ghost", ("200",), None),
        ],
        key=str,
    )
    told = json.dumps(found.to_dict())
    assert told == json.dumps(world.verify().to_dict())
    assert "secret" not in told

    servers["RU"].stop()  # type: ignore[index]
    down = world.verify()
    assert list(down.unavailable) == ["RU"]
    assert "differs" in [each.fault for each in down.violations]
    servers["RU"].start()  # type: ignore[index]
    world.opened.clear()
    assert eventually(lambda: not world.verify().unavailable)
