"""Tables of every shape: composite and uuid keys, no marker, people without own columns."""

from __future__ import annotations

import pytest
from psycopg import errors

from shop import Deploy, open_shop, seen

SCHEMA = """
CREATE TABLE users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), country text);
CREATE TABLE profile (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
    name text, bio text);
CREATE TABLE tenant (org int, no text, country text, name text, PRIMARY KEY (org, no));
CREATE TABLE letter (
    org int, no text, seq int, body text, PRIMARY KEY (org, no, seq),
    FOREIGN KEY (no, org) REFERENCES tenant (no, org) ON UPDATE CASCADE ON DELETE CASCADE);
INSERT INTO users VALUES
    ('00000000-0000-0000-0000-000000000001', 'RU'), ('00000000-0000-0000-0000-000000000005', 'US');
INSERT INTO profile SELECT id, 'N ' || country, NULL FROM users;
INSERT INTO tenant VALUES (1, 'a', 'RU', 'T ru'), (1, 'b', 'KZ', NULL), (2, 'a', 'US', 'T us');
INSERT INTO letter SELECT org, no, n, 'L ' || n FROM tenant, generate_series(1, 2) n;
"""
SCHEMA = SCHEMA.replace("PRIMARY KEY (org, no));", "PRIMARY KEY (org, no), UNIQUE (no, org));")
MAP = """
[[subject]]
kind = "user"
table = "public.users"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[subject]]
kind = "tenant"
table = "public.tenant"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.profile"
subject = "user"
columns = { name = "user.name", bio = "user.content.private" }
[[table]]
table = "public.tenant"
subject = "tenant"
columns = { name = "user.name" }
[[table]]
table = "public.letter"
subject = "tenant"
columns = { body = "user.content.private" }
"""


def test_the_shape_of_a_table_does_not_matter(deploy: Deploy) -> None:
    """The same life, insert to delete, whatever the keys are and whether a column is NOT NULL."""
    world = deploy(SCHEMA, MAP)
    world.apply()
    world.move()
    app = world.app()
    new = "00000000-0000-0000-0000-000000000011"
    app.execute("INSERT INTO public.users VALUES (%s, 'RU')", (new,))
    app.execute("INSERT INTO profile VALUES (%s, NULL, NULL)", (new,))
    assert app.execute("SELECT name FROM profile WHERE user_id = %s", (new,)).fetchone() == (None,)
    app.execute("UPDATE public.profile SET bio = 'B' WHERE user_id = %s", (new,))
    app.execute("UPDATE profile SET name = upper(bio || '!') WHERE user_id = %s", (new,))
    app.execute("INSERT INTO letter VALUES (1, 'a', 3, 'L 3'), (2, 'a', 3, NULL)")
    app.execute("UPDATE public.letter SET body = NULL WHERE seq = 2 AND no = 'a'")
    app.execute("UPDATE tenant SET no = 'z' WHERE org = 1 AND no = 'a'")
    app.execute("UPDATE public.tenant SET org = 3 WHERE no = 'b'")
    app.execute(
        "UPDATE users SET id = '00000000-0000-0000-0000-000000000099' WHERE id = %s", (new,)
    )
    app.execute(
        "INSERT INTO public.letter VALUES (1, 'z', 1, 'up'), (1, 'z', 9, 'in'), (2, 'a', 1, 'lo')"
        " ON CONFLICT (org, no, seq) DO UPDATE SET body = EXCLUDED.body || '!'"
    )
    assert app.execute("SELECT name, bio FROM profile ORDER BY user_id").fetchall() == [
        ("N RU", None), ("N US", None), ("B!", "B"),
    ]  # fmt: skip
    assert app.execute("SELECT org, no, seq, body FROM letter ORDER BY 1, 2, 3").fetchall() == [
        (1, "z", 1, "up!"), (1, "z", 2, None), (1, "z", 3, "L 3"), (1, "z", 9, "in"),
        (2, "a", 1, "lo!"), (2, "a", 2, None), (2, "a", 3, None), (3, "b", 1, "L 1"),
        (3, "b", 2, "L 2"),
    ]  # fmt: skip
    assert world.rows("SELECT body FROM public.letter WHERE org = 1 AND body IS NOT NULL") == []
    assert world.rows("SELECT count(*) FROM letter", at="RU") == [(4,)]
    assert [] == world.verify().violations
    app.execute("DELETE FROM users")
    app.execute("DELETE FROM public.tenant")
    for home in ("RU", "KZ"):
        for table in ("profile", "tenant", "letter"):
            assert world.rows("SELECT count(*) FROM " + table, at=home) == [(0,)]
    world.move()
    assert [] == world.verify().violations


SWAP = """
CREATE TABLE person (
    id int PRIMARY KEY DEFERRABLE, country text, name text NOT NULL,
    slot int4range, EXCLUDE USING gist (slot WITH &&));
INSERT INTO person VALUES (1, 'RU', 'Anna', '[1,2)'), (2, 'US', 'Ann', '[2,3)');
"""
SWAP_MAP = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name" }
"""


def test_people_do_not_swap_keys_and_exclude_constraints_hold(deploy: Deploy) -> None:
    """What would take one person for another is refused; DO NOTHING leaves nothing at home."""
    world = deploy(SWAP, SWAP_MAP)
    world.apply()
    world.move()
    app = world.app()
    with pytest.raises(errors.FeatureNotSupported, match="key"):
        app.execute("UPDATE public.person SET id = 3 - id")
    app.execute("UPDATE public.person SET id = id + 10")
    world.hub.execute("ALTER TABLE person DROP CONSTRAINT person_pkey, ADD PRIMARY KEY (id)")
    insert = "INSERT INTO public.person VALUES (3, 'RU', 'Neu', '[2,3)')"
    assert app.execute((insert + " ON CONFLICT DO NOTHING").encode()).rowcount == 0
    with pytest.raises(errors.ExclusionViolation):
        app.execute(insert.encode())
    assert app.execute("SELECT id, name FROM person ORDER BY 1").fetchall() == [
        (11, "Anna"), (12, "Ann"),
    ]  # fmt: skip
    assert [] == world.verify().violations


def test_a_row_that_returns_home_before_it_was_purged_stays_there(deploy: Deploy) -> None:
    """A snapshot delays the purge; meanwhile the row goes home again by the application's hand."""
    world = open_shop(deploy)
    app, reader = world.app(), world.app()
    reader.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    assert seen(reader, "person", "name", 5) == "Ann"
    world.return_(where="id = 1", patience_s=0.1)
    assert world.rows("SELECT k1 FROM domicile.payment_purge") == [(1,)]
    app.execute("UPDATE payment SET person_id = 2, card = 'card I' WHERE id = 1")
    reader.execute("COMMIT")
    world.return_(where="id = -1")
    assert seen(app, "payment", "card", 1) == "card I"
    assert [] == world.verify().violations
