"""The shadow schema: the application's own SQL, and nobody's rights beyond their own."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest

from domicile.pg.embedded import Cluster
from fix_world import Connection, World

SCHEMA = """
CREATE TABLE person (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, country text NOT NULL DEFAULT 'RU',
    name varchar(40) NOT NULL DEFAULT 'nobody', email text, born date, secret text,
    score numeric(6, 2) NOT NULL DEFAULT 1.5,
    initial text COLLATE "C" GENERATED ALWAYS AS (left(name, 1)) STORED);
CREATE TABLE note (
    key text PRIMARY KEY, serial bigserial, person int NOT NULL REFERENCES person,
    body text NOT NULL);
CREATE TABLE pair (
    a uuid, b text, person int REFERENCES person, text text, PRIMARY KEY (b, a));
INSERT INTO person (country, name, email)
SELECT (ARRAY['RU', 'KZ', 'US'])[1 + n % 3], 'Name ' || n, n || '@example.org'
FROM generate_series(1, 9) n;
INSERT INTO note (key, person, body) SELECT 'k' || id, id, 'body ' || id FROM person;
INSERT INTO pair SELECT gen_random_uuid(), 'b' || id, id, 'text ' || id FROM person;
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
columns = { name = "user", email = "user", born = "user", secret = "user", initial = "user" }
[[table]]
table = "public.note"
subject = "person"
columns = { body = "user" }
[[table]]
table = "public.pair"
subject = "person"
columns = { text = "user" }
"""
TABLES = ("person", "note", "pair")


@pytest.fixture
def world(deploy: Callable[..., World]) -> World:
    """Nine people, three of them in Russia, three mirrored in Kazakhstan."""
    world = deploy(SCHEMA, MAP)
    world.apply()
    assert world.move().subjects == 6
    return world


def test_a_view_has_the_shape_of_its_table(world: World) -> None:
    """The same columns in the same order, with type, length, collation and default."""
    shape = (
        "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attcollation,"
        " pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a LEFT JOIN pg_attrdef d"
        " ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = ''"
        " WHERE a.attrelid = %s::regclass AND a.attnum > 0 ORDER BY a.attnum"
    )
    for name in TABLES:
        assert world.rows(shape, f"public.{name}") == world.rows(shape, f"resident.{name}")
    options = (
        "SELECT DISTINCT reloptions FROM pg_class WHERE relnamespace = 'resident'::regnamespace"
    )
    assert world.rows(options) == [(["security_invoker=true"],)]


def test_what_names_no_personal_column_has_the_tables_own_plan(
    world: World, servers: Cluster
) -> None:
    """Not a function, not a home: counting and joining on keys work with every home stopped."""
    queries = (
        "SELECT count(*) FROM {0}.person",
        "SELECT id, country, score FROM {0}.person WHERE id = 1",
        "SELECT p.country, count(*) FROM {0}.person p JOIN {0}.note n ON person = p.id GROUP BY 1",
        "SELECT a, b FROM {0}.pair WHERE b > 'b3' ORDER BY b LIMIT 2",
        "SELECT p.id FROM {0}.person p WHERE EXISTS (SELECT FROM {0}.pair WHERE person = p.id)",
    )
    app = world.app()
    servers["RU"].stop()
    servers["KZ"].stop()
    for query in queries:
        bare = [app.execute(f"EXPLAIN (COSTS OFF) {query.format('public')}").fetchall()]
        seen = [app.execute(f"EXPLAIN (COSTS OFF) {query.format('resident')}").fetchall()]
        plain = [[str(row[0]).replace(" c", "").replace(" p", "") for row in plan] for plan in bare]
        assert [len(plan) for plan in seen] == [len(plan) for plan in plain]
        assert "away" not in str(seen)
        assert app.execute(query.format("resident")).fetchall() == (
            app.execute(query.format("public")).fetchall()
        )
    assert app.execute(
        "SELECT name FROM person WHERE country <> 'RU' ORDER BY id LIMIT 1"
    ).fetchall()
    with pytest.raises(psycopg.OperationalError):
        app.execute("SELECT name FROM person WHERE country = 'RU'").fetchall()
    servers["RU"].start()
    servers["KZ"].start()
    assert len(app.execute("SELECT name FROM person WHERE country = 'RU'").fetchall()) == 3


def test_the_applications_own_sql_works_through_the_view(world: World) -> None:
    """Defaults, RETURNING, COPY both ways, locks, cursors, prepared statements, savepoints."""
    app = world.app()
    made = app.execute("INSERT INTO person DEFAULT VALUES RETURNING *").fetchall()
    assert [row[1:] for row in made] == [
        ("RU", "nobody", None, None, None, _decimal(app, "1.50"), "n")
    ]
    assert app.execute(
        "INSERT INTO note (key, person, body) VALUES ('new', 3, 'тело') RETURNING serial, body"
    ).fetchall() == [(10, "тело")]
    with app.cursor() as cursor, cursor.copy("COPY person (country, name) FROM STDIN") as copy:
        copy.write("RU\tКопия\\n\nUS\t\\\\N\n")
    rows = app.execute("SELECT * FROM person ORDER BY id").fetchall()
    with app.cursor() as cursor, cursor.copy("COPY (SELECT * FROM person) TO STDOUT") as copy:
        assert len(list(copy.rows())) == len(rows) == 12
    assert (rows[-2][1:3], rows[-1][1:3]) == (("RU", "Копия\n"), ("US", "\\N"))

    with app.transaction():
        locked = app.execute("SELECT name FROM person WHERE id = 3 FOR UPDATE").fetchall()
        assert locked == [("Name 3",)]
        app.execute("SAVEPOINT one; UPDATE person SET name = 'undone' WHERE id IN (1, 2, 3)")
        app.execute("ROLLBACK TO one")
        app.execute("DECLARE c CURSOR FOR SELECT name FROM person ORDER BY id")
        assert app.execute("FETCH 3 FROM c").fetchall() == [("Name 1",), ("Name 2",), ("Name 3",)]
    app.execute("PREPARE q (int) AS SELECT name, initial FROM person WHERE id = $1")
    for _ in range(7):
        assert app.execute("EXECUTE q (3)").fetchall() == [("Name 3", "N")]
    changed = app.execute("UPDATE person SET name = upper(name), score = 2 WHERE id IN (1, 2, 3)"
                          " RETURNING id, name, initial, score").fetchall()  # fmt: skip
    assert [(row[0], row[1]) for row in sorted(changed)] == [
        (1, "NAME 1"), (2, "NAME 2"), (3, "NAME 3"),
    ]  # fmt: skip
    app.execute("UPDATE pair SET b = b || '!', text = text || '!' WHERE person <= 3")
    assert app.execute("SELECT text FROM pair WHERE b = 'b3!'").fetchall() == [("text 3!",)]
    app.execute("UPDATE note SET key = 'moved' WHERE key = 'k3'")
    assert app.execute("DELETE FROM note WHERE key = 'moved' RETURNING body").fetchall() == [
        ("body 3",)
    ]
    assert app.execute("DELETE FROM pair WHERE person <= 3 RETURNING text").rowcount == 3
    assert world.verify().found == 0
    assert world.rows("SELECT name FROM person WHERE country = 'RU' AND name IS NOT NULL") == []


def test_nobody_can_do_more_than_with_the_table(world: World) -> None:
    """Reading, writing and single columns are granted as on the table, and nothing else is."""
    world.hub.execute("CREATE ROLE reader; CREATE ROLE clerk; CREATE ROLE nobody_at_all")
    try:
        _check_rights(world)
    finally:
        world.hub.execute("REASSIGN OWNED BY clerk TO CURRENT_USER")
        world.hub.execute(
            "DROP OWNED BY reader, clerk, nobody_at_all; DROP ROLE reader, clerk, nobody_at_all"
        )


def _check_rights(world: World) -> None:
    world.hub.execute(
        "GRANT SELECT ON person TO reader;"
        "GRANT SELECT (id, country, name), UPDATE (name) ON person TO clerk"
    )
    world.apply()
    reader, clerk, nobody = (_as(world, role) for role in ("reader", "clerk", "nobody_at_all"))
    assert len(reader.execute("SELECT * FROM resident.person").fetchall()) == 9
    assert len(clerk.execute("SELECT id, name FROM resident.person").fetchall()) == 9
    clerk.execute("UPDATE person SET name = 'Имя' WHERE id = 3")
    assert clerk.execute("SELECT name FROM resident.person WHERE id = 3").fetchall() == [("Имя",)]
    for conn, statement in (
        (reader, "INSERT INTO resident.person (name) VALUES ('x')"),
        (reader, "UPDATE resident.person SET name = 'x'"),
        (reader, "DELETE FROM resident.person"),
        (clerk, "SELECT secret FROM resident.person"),
        (clerk, "SELECT email FROM resident.person WHERE id = 3"),
        (clerk, "UPDATE resident.person SET email = 'x' WHERE id = 3"),
        (clerk, "UPDATE person SET email = 'x' WHERE id = 3"),
        (clerk, "SELECT domicile.person_erase('RU', 3)"),
        (nobody, "SELECT id FROM resident.person"),
        (nobody, "SELECT domicile.person_away(3)"),
        (nobody, "SELECT * FROM domicile.directory_person"),
        (reader, "SELECT * FROM domicile.person_ru"),
        (reader, "SELECT domicile.person_erase('RU', 3)"),
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            conn.execute(statement)

    public = "SELECT p.proname FROM pg_proc p WHERE pronamespace ="
    public += (
        " 'domicile'::regnamespace AND has_function_privilege('nobody_at_all', p.oid, 'EXECUTE')"
    )
    assert {row[0] for row in world.rows(public)} == {f"{name}_away" for name in TABLES}
    open_tables = "SELECT relname FROM pg_class WHERE relnamespace = 'domicile'::regnamespace"
    open_tables += " AND relkind IN ('r', 'v', 'f') AND has_table_privilege('app', oid, 'SELECT')"
    assert world.rows(open_tables) == []
    options = "SELECT DISTINCT umoptions FROM pg_user_mappings"
    assert "password=" in str(world.rows(options))
    assert nobody.execute(options).fetchall() == [(None,)]
    assert world.app().execute(options).fetchall() == [(None,)]
    # An owner has its rights without a grant.
    world.hub.execute("ALTER TABLE note OWNER TO clerk; REVOKE ALL ON note FROM app")
    world.hub.execute("GRANT USAGE, CREATE ON SCHEMA public TO clerk")
    world.apply()
    assert len(clerk.execute("SELECT body FROM resident.note").fetchall()) == 9


def _as(world: World, role: str) -> Connection:
    conn = world.connect()
    conn.execute(f"SET ROLE {role}")
    return conn


def _decimal(conn: Connection, text: str) -> object:
    return conn.execute(f"SELECT {text}::numeric").fetchall()[0][0]
