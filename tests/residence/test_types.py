"""Values of every type go home and come back as they were, and are read alike meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from fix_world import World

#: Type, and values as SQL. Every one is also tried as NULL.
VALUES: dict[str, tuple[str, ...]] = {
    "text": (
        "''",
        "'NULL'",
        "E'tab\\t line\\n \\\\. \\\\N'",
        "repeat('ж', 500000)",
        "'{\"%s\",$1}'",
    ),
    "varchar(9)": ("'Анна'",),
    "char(7)": ("'a'",),
    '"char"': ("'x'",),
    "name": ("'a name'",),
    "bytea": ("''", "'\\xff00fe80'", "decode(repeat('c328', 20000), 'hex')"),
    "boolean": ("true", "false"),
    "smallint": ("-32768",),
    "integer": ("2147483647",),
    "bigint": ("-9223372036854775808",),
    "real": ("'NaN'", "'-Infinity'", "1.1", "3.4e38"),
    "double precision": ("'NaN'", "'Infinity'", "0.1", "5e-324", "'-0'"),
    "numeric": ("'NaN'", "'-Infinity'", "1.10", "1e-1000", "1e1000"),
    "numeric(12, 4)": ("1.1",),
    "money": ("-1234567.89",),
    "oid": ("4294967295",),
    "pg_lsn": ("'16/B374D848'",),
    "xid8": ("'7'",),
    "date": ("'infinity'", "'4713-01-01 BC'", "'2026-11-21'"),
    "time": ("'24:00'",),
    "timetz": ("'23:59:59.999999+05:30'",),
    "timestamp(3)": ("'-infinity'", "'2026-11-21 01:02:03.456'"),
    "timestamptz": ("'infinity'", "'1900-01-01 00:00:00.000001+03'"),
    "interval": ("'-1 year 2 mons -3 days 04:05:06.7'", "'0'"),
    "uuid": ("'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",),
    "inet": ("'::1/64'", "'10.0.0.1'"),
    "cidr": ("'10.0.0.0/8'",),
    "macaddr": ("'08:00:2b:01:02:03'",),
    "macaddr8": ("'08:00:2b:01:02:03:04:05'",),
    "json": ('\'{"b": 1,  "a": [null], "b": 2}\'', "'null'", "'\"\\u0416\"'"),
    "jsonb": ('\'{"b": 1, "a": [null, 1.50]}\'', "'null'"),
    "jsonpath": ("'$.a[*] ? (@ > 1)'",),
    "xml": ("'<a b=\"1\">ж &amp;</a>'", "'two <b/> parts'"),
    "point": ("'(1.5,-0)'",),
    "line": ("'{1,2,3}'",),
    "lseg": ("'[(0,0),(1,1)]'",),
    "box": ("'(1,1),(0,0)'",),
    "path": ("'[(0,0),(1,1)]'", "'((0,0),(1,1))'"),
    "polygon": ("'((0,0),(1,1),(1,0))'",),
    "circle": ("'<(0,0),1>'",),
    "bit(3)": ("'101'",),
    "varbit": ("''", "'1011'"),
    "tsvector": ("'fat:2,4A cat'",),
    "tsquery": ("'fat & !cat:*'",),
    "int4range": ("'empty'", "'[1,5)'", "'(,)'"),
    "tstzrange": ("'[2026-01-01 00:00+00,)'",),
    "nummultirange": ("'{}'", "'{[1,2],(3,4)}'"),
    "regclass": ("'pg_class'",),
    "text[]": ("'{}'", '\'{a,NULL,"NULL","","q\\"\\\\"}\'', "'[0:1]={x,y}'", "'{{1,2},{3,4}}'"),
    "bytea[]": ("ARRAY['\\xff'::bytea, NULL]",),
    "double precision[]": ("'{NaN,0.1,Infinity}'",),
    'app."Mood; %s"': ("'sad ''n'''", "'весёлый {}'"),
    'app."Mood; %s"[]': ("ARRAY['sad ''n''', NULL]::app.\"Mood; %s\"[]",),
    "app.email": ("'ANN@example.org'",),
    "app.email[]": ("ARRAY['a@b', NULL]::app.email[]",),
    "app.letters": ("'{a,b}'",),
    "app.address": ("ROW('Lenina 1', 0.1, ROW(NULL, 'sad ''n''')::app.part)::app.address",),
    "app.address[]": ("ARRAY[ROW('x', NULL, NULL)::app.address, NULL]",),
    "app.span": ("'[a,c)'", "'empty'"),
    "app.spans": ("'{[a,c),[x,y]}'",),
    "ext.citext": ("'AnNa'",),
    "ext.hstore": ('\'a=>1, b=>NULL, "c d"=>"%s"\'',),
    'text COLLATE "C"': ("'Ж'",),
    'text COLLATE app."Co;l"': ("'Straße'",),
}
TYPES = """
CREATE SCHEMA app; CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext; CREATE EXTENSION hstore SCHEMA ext;
CREATE TYPE app."Mood; %s" AS ENUM ('sad ''n''', 'весёлый {}', 'c');
ALTER TYPE app."Mood; %s" ADD VALUE 'first' BEFORE 'c';
CREATE DOMAIN app.short AS varchar(80) COLLATE "C" CHECK (VALUE <> '');
CREATE DOMAIN app.email AS app.short DEFAULT 'a@b' CONSTRAINT "has $$ at" CHECK (VALUE LIKE '%@%');
CREATE DOMAIN app.letters AS text[] CHECK (cardinality(VALUE) < 9);
CREATE TYPE app.part AS (a int, "b c" app."Mood; %s");
CREATE TYPE app.address AS (street text COLLATE "C", weight float8, part app.part);
CREATE TYPE app.span AS RANGE (SUBTYPE = text, COLLATION = "C", MULTIRANGE_TYPE_NAME = app.spans);
CREATE COLLATION app."Co;l" (provider = builtin, locale = 'C.UTF-8');
"""
EVIDENCE = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
"""


def _schema() -> str:
    columns = ", ".join(f"c{number} {kind}" for number, kind in enumerate(VALUES))
    rows: list[str] = []
    for place in range(max(map(len, VALUES.values()))):
        values = [
            f"({given[place]})::{kind.split(' COLLATE')[0]}" if place < len(given) else "NULL"
            for kind, given in VALUES.items()
        ]
        rows += [
            f"INSERT INTO person VALUES (DEFAULT, '{code}', {', '.join(values)});"
            for code in ("RU", "KZ", "US")
        ]
    return (
        f"{TYPES} CREATE TABLE person (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
        f" country text NOT NULL, {columns}); {''.join(rows)}"
        "INSERT INTO person (country) VALUES ('RU'), ('KZ');"
    )


def _map() -> str:
    columns = ", ".join(f'c{number} = "user"' for number in range(len(VALUES)))
    return f'{EVIDENCE}[[table]]\ntable = "person"\nsubject = "person"\ncolumns = {{ {columns} }}\n'


COLUMNS = [f"c{number}" for number in range(len(VALUES))]
LISTED = ", ".join(COLUMNS)
TEXTS = ", ".join(f"{column}::text" for column in ["id", "country", *COLUMNS])


def test_every_type_survives_the_whole_way(deploy: Callable[..., World]) -> None:
    """Moved or mirrored: the view reads what the table read, and so does the table at the end."""
    world = deploy(_schema(), _map())
    listing = f"SELECT {TEXTS} FROM {{}} p ORDER BY p.id"
    before = world.rows(listing.format("person"))
    world.apply()

    assert world.move().subjects == 12
    blank = " AND ".join(f"{column} IS NULL" for column in COLUMNS)
    assert world.rows(f"SELECT bool_and({blank}) FROM person WHERE country = 'RU'") == [(True,)]
    app = world.app()
    assert app.execute(listing.format("person")).fetchall() == before
    assert (world.verify().found, world.verify().residents) == (0, 12)

    # What the application set for itself changes no value.
    app.execute(
        "SET extra_float_digits = 0; SET datestyle = 'SQL, DMY'; SET xmloption = document;"
        "SET intervalstyle = 'sql_standard'; SET timezone = 'Asia/Kolkata';"
        "SET bytea_output = 'escape'"
    )
    app.execute("CREATE TEMP TABLE seen AS SELECT * FROM person")
    app.execute(
        f"UPDATE person t SET ({LISTED}) = (SELECT {LISTED} FROM person s"
        " WHERE s.id = 3 + (t.id + 9) % 12) WHERE id <= 12"
    )
    app.execute(
        f"INSERT INTO person (country, {LISTED}) SELECT country, {LISTED} FROM seen ORDER BY id"
    )
    app.execute("CREATE TEMP TABLE seen_again AS SELECT * FROM person")
    app.execute("RESET ALL; SET search_path = resident, public")
    assert app.execute(listing.format("seen")).fetchall() == before
    after = app.execute(listing.format("person")).fetchall()
    assert app.execute(listing.format("seen_again")).fetchall() == after
    assert len(after) == 2 * len(before)
    assert [row[1:] for row in after[len(before) :]] == [row[1:] for row in before]
    assert world.verify().found == 0

    world.return_()
    assert world.rows(listing.format("person")) == after
    world.unapply()
    assert (
        world.rows("SELECT nspname FROM pg_namespace WHERE nspname IN ('app', 'ext')", at="RU")
        == []
    )
