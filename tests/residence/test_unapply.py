"""I9: what was applied can be taken back without a trace."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest

from domicile.errors import DatabaseError, PreparationError, ServerUnavailable
from domicile.pg.embedded import Cluster
from fix_dump import dump
from fix_world import World

#: A table of everything that DDL of ours might lose on the way.
SCHEMA = """
CREATE SCHEMA crm; CREATE EXTENSION citext WITH SCHEMA crm;
CREATE TYPE crm.mood AS ENUM ('glad', 'sad');
CREATE DOMAIN crm.phone AS varchar(20) DEFAULT '+0' CONSTRAINT phone_plus CHECK (VALUE ~ '^[+]');
CREATE TYPE crm.part AS (street text, house int);
CREATE TABLE crm.address (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), line crm.part NOT NULL, zip text COLLATE "C");
CREATE TABLE crm.person (
    id bigint GENERATED ALWAYS AS IDENTITY (START 10) PRIMARY KEY, country text NOT NULL,
    first text NOT NULL CHECK (first <> ''), last text,
    address uuid REFERENCES crm.address, email crm.citext, phone crm.phone, mood crm.mood[],
    whole text GENERATED ALWAYS AS (first || ' ' || last) STORED NOT NULL,
    vip boolean NOT NULL DEFAULT false, old text, updated timestamptz DEFAULT now(),
    CONSTRAINT vip_has_mail CHECK (NOT vip OR email IS NOT NULL) NO INHERIT,
    CONSTRAINT late CHECK (length(last) > 1) NOT VALID,
    CONSTRAINT skeleton CHECK (country <> ''));
ALTER TABLE crm.person DROP COLUMN old;
ALTER TABLE crm.person ADD COLUMN note text DEFAULT 'a note' NOT NULL;
COMMENT ON TABLE crm.person IS 'people'; COMMENT ON COLUMN crm.person.first IS 'given name';
COMMENT ON CONSTRAINT vip_has_mail ON crm.person IS 'it''s ours';
ALTER TABLE crm.person ALTER note SET STORAGE EXTERNAL, ALTER last SET STATISTICS 7;
CREATE UNIQUE INDEX mail ON crm.person (lower(email::text)) WHERE NOT vip;
CREATE UNIQUE INDEX person_phone ON crm.person (phone, last);
ALTER TABLE crm.person ADD CONSTRAINT one_phone UNIQUE USING INDEX person_phone;
CREATE INDEX by_name ON crm.person USING hash (last); CREATE INDEX ON crm.person (updated);
CREATE STATISTICS crm.both (dependencies) ON first, last FROM crm.person;
CREATE TABLE crm.letter (
    person bigint REFERENCES crm.person ON UPDATE CASCADE ON DELETE CASCADE, number int,
    body text NOT NULL, PRIMARY KEY (person, number));
CREATE FUNCTION crm.touch() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN NEW.updated := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON crm.person FOR EACH ROW EXECUTE FUNCTION crm.touch();
CREATE VIEW crm.people AS SELECT id, first, last FROM crm.person;
CREATE RULE nothing AS ON DELETE TO crm.address DO ALSO NOTHING;
CREATE PUBLICATION everything FOR TABLE crm.person, crm.letter;
GRANT SELECT ON crm.person TO PUBLIC; GRANT UPDATE (last) ON crm.person TO pg_monitor;
INSERT INTO crm.address (line, zip)
SELECT ROW('Улица ' || n, n)::crm.part, 'z' || n FROM generate_series(1, 9) n;
INSERT INTO crm.person (country, first, last, address, email, phone, mood)
SELECT (ARRAY['RU', 'KZ', 'US'])[1 + n % 3], 'F' || n, 'Last ' || n,
       (SELECT id FROM crm.address WHERE zip = 'z' || n), 'M' || n || '@Example.org', '+' || n,
       '{sad,NULL}'
FROM generate_series(1, 9) n;
INSERT INTO crm.letter SELECT id, n, 'Dear ' || id || n FROM crm.person, generate_series(1, 2) n;
"""
MAP = """
[[subject]]
kind = "person"
table = "crm.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "crm.person"
subject = "person"
[table.columns]
first = "user"
last = "user"
email = "user"
phone = "user"
mood = "user"
whole = "user"
note = "user"
[[table]]
table = "crm.address"
subject = "person"
columns = { line = "user", zip = "user" }
[[table]]
table = "crm.letter"
subject = "person"
columns = { body = "user" }
"""


def _dumps(world: World) -> dict[str, list[str]]:
    return {name: dump(dsn) for name, dsn in world.dsns.items()}


@pytest.fixture
def world(deploy: Callable[..., World]) -> World:
    """The rich schema, not applied yet."""
    return deploy(SCHEMA, MAP)


def test_nothing_is_left_of_the_whole_way(world: World) -> None:
    """Hub and homes dump as before apply, after moving, refusing and returning everybody."""
    before = _dumps(world)
    world.apply()
    assert world.move().subjects == 6
    assert world.verify().found == 0

    with pytest.raises(PreparationError, match="6 person subjects are still resident"):
        world.unapply()
    with pytest.raises(psycopg.errors.CheckViolation) as refused:
        world.hub.execute("UPDATE crm.person SET vip = true, email = NULL WHERE country = 'RU'")
    assert refused.value.diag.constraint_name == "vip_has_mail"

    world.return_()
    world.unapply()
    assert _dumps(world) == before
    world.unapply()
    assert _dumps(world) == before


def test_an_unapply_that_fails_anywhere_is_finished_by_the_next(
    world: World, servers: Cluster
) -> None:
    """Step after step fails, in the hub and at the homes; the same command comes to the end."""
    before = _dumps(world)
    world.apply()
    for name, tag in (
        ("hub", "ALTER TABLE"),
        ("hub", "DROP EXTENSION"),
        ("KZ", "DROP TABLE"),
        ("RU", "DROP SCHEMA"),
    ):
        _forbid(world, name, tag)
        with pytest.raises(DatabaseError) as failed:
            world.unapply()
        assert "secret" not in str(failed.value)
        _allow(world, name)
    servers["RU"].stop()
    with pytest.raises(ServerUnavailable):
        world.unapply()
    servers["RU"].start()
    world.opened.clear()

    world.unapply()
    assert _dumps(world) == before


def test_only_the_hub_that_made_a_home_undoes_it(
    deploy: Callable[..., World], monkeypatch: pytest.MonkeyPatch, world: World
) -> None:
    """A config that names somebody else's home touches nothing there."""
    world.apply()
    world.move()
    home = world.dsns["RU"]
    before = dump(home)
    other = deploy(SCHEMA, MAP)
    monkeypatch.setenv("TEST_DSN_RU", home)

    with pytest.raises(PreparationError, match=r"homes\.RU"):
        other.apply()
    with pytest.raises(PreparationError, match=r"homes\.RU"):
        other.unapply()
    assert dump(home) == before


def _forbid(world: World, name: str, tag: str) -> None:
    """The server refuses one kind of DDL, in words that must not reach anybody."""
    world.at(name).execute(
        "CREATE FUNCTION public.forbid() RETURNS event_trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'secret'; END $$"
    )
    world.at(name).execute(
        f"CREATE EVENT TRIGGER forbid ON ddl_command_start WHEN TAG IN ('{tag}')"
        " EXECUTE FUNCTION public.forbid()"
    )


def _allow(world: World, name: str) -> None:
    world.at(name).execute("DROP EVENT TRIGGER forbid")
    world.at(name).execute("DROP FUNCTION public.forbid()")
