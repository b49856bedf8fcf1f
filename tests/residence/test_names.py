"""Names are hostile input: whatever PostgreSQL takes as a name makes the whole way."""

from __future__ import annotations

import json
from collections.abc import Callable

from psycopg import sql

from fix_world import World

#: Everything that some quoting somewhere might trip over; each fits into 63 bytes.
NASTY = [
    "with \"quotes\" and 'single' ones",
    "; DROP SCHEMA domicile CASCADE; --",
    "$domicile$ $$ $1 $body$",
    "%s %(x)s %% 100%",
    "{} {0} {name} {{",
    "back\\slash \\\\ \\x41 \\",
    "Имя Фамилия",
    "🦊" * 15 + "abc",
    "x" * 63,
    "new",
    "OLD",
    "found",
    "spot",
    "select",
    "ctid ",
    " . ",
]
SCHEMA_NAME = 'Схема "x"; %s {} $$ \\'
SUBJECT = "person " + "п" * 24 + "'\"; %s{}"
#: Their first 40 bytes are equal; the digest tells them apart.
CHILD = "a" * 40 + ' one "%s" {}'
TWIN = "a" * 40 + ' two "%s" {}'


def _quoted(*parts: str) -> str:
    return sql.Identifier(*parts).as_string(None)


def _schema() -> str:
    schema, table = _quoted(SCHEMA_NAME), _quoted(SCHEMA_NAME, SUBJECT)
    mood = _quoted(SCHEMA_NAME, "mood %s")
    columns = "".join(f", {_quoted(name)} text" for name in NASTY)
    checks = "".join(
        f", CONSTRAINT {_quoted(name)} CHECK ({_quoted(name)} <> 'no' AND {_quoted(name)} <> '%s')"
        for name in NASTY
    )
    labels = ", ".join(sql.Literal(name).as_string(None) for name in NASTY)
    children = "".join(
        f"CREATE TABLE {_quoted(SCHEMA_NAME, name)} ({_quoted('%s')} int NOT NULL"
        f" REFERENCES {table}, {_quoted('{}')} text, note text NOT NULL,"
        f" PRIMARY KEY ({_quoted('%s')}, {_quoted('{}')}));"
        f"CREATE UNIQUE INDEX {_quoted('i' + name[1:])} ON {_quoted(SCHEMA_NAME, name)}"
        f" (note) WHERE note <> '%s {{}}';"
        for name in (CHILD, TWIN)
    )
    trigger = _quoted('%s {} ; trigger\'s "name"')
    return (
        f"CREATE SCHEMA {schema}; CREATE TYPE {mood} AS ENUM ({labels});"
        f"CREATE TABLE {table} ({_quoted('%s')} int PRIMARY KEY, {_quoted('{}')} text"
        f"{columns}, mood {mood}[] {checks}); {children}"
        f"CREATE FUNCTION {_quoted(SCHEMA_NAME, trigger)}() RETURNS trigger LANGUAGE plpgsql"
        f" AS 'BEGIN RETURN NEW; END';"
        f"CREATE TRIGGER {trigger} BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW"
        f" EXECUTE FUNCTION {_quoted(SCHEMA_NAME, trigger)}();"
    )


def _map() -> str:
    def toml(name: str) -> str:
        return json.dumps(name, ensure_ascii=False)

    schema = '"' + SCHEMA_NAME.replace('"', '""') + '"'

    def full(name: str) -> str:
        return toml(schema + '."' + name.replace('"', '""') + '"')

    columns = ", ".join(f'{toml(name)} = "user"' for name in [*NASTY, "mood"])
    tables = "".join(
        f'[[table]]\ntable = {full(name)}\nsubject = "person"\ncolumns = {{ note = "user" }}\n'
        for name in (CHILD, TWIN)
    )
    return (
        f'[[subject]]\nkind = "person"\ntable = {full(SUBJECT)}\n[[subject.evidence]]\n'
        f'speaks_for = "residence"\ncolumn = "{{}}"\n'
        f'[[table]]\ntable = {full(SUBJECT)}\nsubject = "person"\ncolumns = {{ {columns} }}\n'
        f"{tables}"
    )


def test_every_name_makes_the_whole_way(deploy: Callable[..., World]) -> None:
    """Apply, move, write, verify, return and unapply with names that break careless quoting."""
    world = deploy(_schema(), _map())
    table, child, twin = (_quoted(SCHEMA_NAME, name) for name in (SUBJECT, CHILD, TWIN))
    texts = ", ".join(sql.Literal(name).as_string(None) for name in NASTY)
    moods = f"ARRAY[{texts}]::{_quoted(SCHEMA_NAME, 'mood %s')}[]"
    for number, code in enumerate(("RU", "KZ", "US"), start=1):
        world.hub.execute(f"INSERT INTO {table} VALUES ({number}, '{code}', {texts}, {moods})")
        for name in (child, twin):
            world.hub.execute(f"INSERT INTO {name} VALUES ({number}, '{code} %s', '{number} {{}}')")
    listings = [f"SELECT * FROM {name} ORDER BY 1" for name in (table, child, twin)]
    before = [world.rows(listing) for listing in listings]
    world.apply()
    assert world.move().rows == 6

    app = world.app()
    seen = [f"SELECT * FROM {_quoted(name)} ORDER BY 1" for name in (SUBJECT, CHILD, TWIN)]
    assert [app.execute(listing).fetchall() for listing in seen] == before
    assert world.rows(listings[1])[0] == (1, "RU %s", None)
    assert (world.verify().found, world.verify().residents) == (0, 6)
    for name in NASTY:
        column = _quoted(name)
        app.execute(f"UPDATE {_quoted(SUBJECT)} SET {column} = 'x' || {column}")
    app.execute(f"UPDATE {_quoted(CHILD)} SET {_quoted('{}')} = 'new %s', note = NULLIF(note, '')")
    app.execute(f"DELETE FROM {_quoted(TWIN)} WHERE {_quoted('%s')} = 1")
    changed = [app.execute(listing).fetchall() for listing in seen]
    assert {tuple("x" + name for name in NASTY)} == {row[2:-1] for row in changed[0]}
    assert world.verify().found == 0

    world.return_()
    assert [world.rows(listing) for listing in listings] == changed
    world.unapply()
