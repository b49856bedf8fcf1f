"""Paths: every hop joined up over a live schema, every doubt an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domicile.catalog.model import Hop
from domicile.config import TableName
from domicile.errors import MapError

if TYPE_CHECKING:
    from conftest import MapOf

SCHEMA = """
CREATE TABLE country (id int PRIMARY KEY, name text);
CREATE TABLE city (id int PRIMARY KEY, country_id int REFERENCES country, mayor text);
CREATE TABLE address (id int PRIMARY KEY, city_id int REFERENCES city, street text, code text);
CREATE TABLE person (
    id int PRIMARY KEY, login text UNIQUE, nick text, address_id int REFERENCES address,
    boss_id int REFERENCES person, email text, country text);
CREATE TABLE purchase (id int PRIMARY KEY, person_id int REFERENCES person, note text);
CREATE TABLE line (id int PRIMARY KEY, purchase_id int REFERENCES purchase, engraving text);
CREATE TABLE message (
    id int PRIMARY KEY, sender int REFERENCES person, receiver int REFERENCES person, body text);
CREATE TABLE visit (id int PRIMARY KEY, login text, nick text, ip text);
CREATE TABLE island (id int PRIMARY KEY, ip text);
CREATE TABLE pet (
    owner int REFERENCES person, no int, name text, PRIMARY KEY (owner, no), UNIQUE (no, owner));
CREATE TABLE vet_visit (
    id int PRIMARY KEY, no int, owner int, note text,
    FOREIGN KEY (no, owner) REFERENCES pet (no, owner));
"""
SUBJECT = """
[[subject]]
kind = "person"
table = "person"
[[subject.evidence]]
speaks_for = "residence"
"""
PEOPLE_HERE = "{ from = 'person', columns = ['address_id'] }"
PERSON = SUBJECT + 'column = "country"\n'


def entry(table: str, column: str, path: str | None = None, more: str = "") -> str:
    """A `[[table]]` with one personal column."""
    way = "" if path is None else f"path = [{path}]\n"
    return (
        f'[[table]]\ntable = "{table}"\nsubject = "person"\n{way}{more}'
        f'[table.columns]\n{column} = "user.content"\n'
    )


def hop(table: str, near: str, far: str, *, backward: bool = False, declared: bool = True) -> Hop:
    """A hop to a table of schema public."""
    return Hop(
        table=TableName("public", table),
        near=tuple(near.split()),
        far=tuple(far.split()),
        backward=backward,
        declared=declared,
    )


@pytest.mark.parametrize(
    ("table", "column", "path", "hops"),
    [
        ("person", "email", None, []),
        ("person", "email", "", []),
        ("purchase", "note", None, [hop("person", "person_id", "id")]),
        ("purchase", "note", '{ columns = ["person_id"] }', [hop("person", "person_id", "id")]),
        ("address", "street", None, [hop("person", "id", "address_id", backward=True)]),
        (
            "address",
            "street",
            PEOPLE_HERE,
            [hop("person", "id", "address_id", backward=True)],
        ),
        (
            "line",
            "engraving",
            '{ columns = ["purchase_id"] }, { columns = ["person_id"] }',
            [hop("purchase", "purchase_id", "id"), hop("person", "person_id", "id")],
        ),
        (
            "city",
            "mayor",
            f"{{ from = 'address', columns = ['city_id'] }}, {PEOPLE_HERE}",
            [
                hop("address", "id", "city_id", backward=True),
                hop("person", "id", "address_id", backward=True),
            ],
        ),
        ("message", "body", '{ columns = ["sender"] }', [hop("person", "sender", "id")]),
        (
            "visit",
            "ip",
            '{ columns = ["login"], to = "person", references = ["login"] }',
            [hop("person", "login", "login", declared=False)],
        ),
        (
            "visit",
            "ip",
            '{ columns = ["id"], to = "person" }',
            [hop("person", "id", "id", declared=False)],
        ),
        (
            "visit",
            "ip",
            '{ from = "person", columns = ["nick"], references = ["nick"] }',
            [hop("person", "nick", "nick", backward=True, declared=False)],
        ),
        (
            "vet_visit",
            "note",
            '{ columns = ["owner", "no"] }, { columns = ["owner"] }',
            [hop("pet", "no owner", "no owner"), hop("person", "owner", "id")],
        ),
    ],
)
def test_a_path_becomes_joins(
    table: str, column: str, path: str | None, hops: list[Hop], map_of: MapOf
) -> None:
    """Forward, backward, several, by itself, undeclared, composite in another order."""
    (mapped,) = map_of(SCHEMA, PERSON + entry(table, column, path)).tables

    assert tuple(hops) == mapped.hops
    assert (table == "person") == mapped.is_subject
    assert any(each.backward for each in hops) == mapped.shared


def test_evidence_is_reached_over_many_hops(map_of: MapOf) -> None:
    """Tables that only the foreign keys name are read too."""
    way = 'path = [{ columns = ["address_id"] }, { columns = ["city_id"] }, '
    entries = SUBJECT + way + '{ columns = ["country_id"] }]\ncolumn = "name"\n'
    (subject,) = map_of(SCHEMA, entries + entry("person", "email")).subjects

    assert (
        hop("address", "address_id", "id"),
        hop("city", "city_id", "id"),
        hop("country", "country_id", "id"),
    ) == subject.evidence[0].hops


def test_the_subjects_own_table_comes_first(map_of: MapOf) -> None:
    """Whatever the order in the file: who is moved is known before what."""
    entries = PERSON + entry("purchase", "note") + entry("person", "email")

    assert ["person", "purchase"] == [
        table.name.table for table in map_of(SCHEMA, entries).of("person")
    ]


@pytest.mark.parametrize(
    ("entries", "message", "hint"),
    [
        (entry("nowhere", "x"), "table public.nowhere does not exist in the hub", "schema.table"),
        (entry("person", "mail"), "columns: table public.person has no column 'mail'", "email"),
        (entry("message", "body"), "path: more than one foreign key leads to", "columns = "),
        (entry("island", "ip"), "path: no foreign key leads to public.person", "columns = "),
        (entry("island", "ip", ""), "path: ends at public.island, not at public.person", "hops"),
        (
            entry("line", "engraving", '{ columns = ["purchase_id"] }'),
            "path: ends at public.purchase, not at public.person",
            "add the hops",
        ),
        (
            entry("person", "email", '{ columns = ["boss_id"] }'),
            "path: this is the table of subject 'person' itself",
            "leave path out",
        ),
        (
            entry("visit", "ip", '{ columns = ["login"] }'),
            "path: public.visit has no foreign key on login",
            "to = ",
        ),
        (
            entry("visit", "ip", '{ columns = ["log"] }'),
            "path: table public.visit has no column 'log'",
            "login",
        ),
        (
            entry("visit", "ip", '{ columns = ["login"], to = "people" }'),
            "path: table public.people does not exist",
            "schema.table",
        ),
        (
            entry("visit", "ip", '{ from = "people", columns = ["login"] }'),
            "path: table public.people does not exist",
            "schema.table",
        ),
        (
            entry("visit", "ip", '{ columns = ["nick"], to = "person", references = ["nick"] }'),
            "path: nick of public.person is not unique, so a row could belong to many",
            "unique index",
        ),
        (
            entry("visit", "ip", '{ columns = ["login", "nick"], to = "person" }'),
            "path: login, nick cannot point at id of public.person",
            "references",
        ),
        (
            entry("visit", "ip", '{ columns = ["id"], to = "person", references = ["no"] }'),
            "path: table public.person has no column 'no'",
            "login",
        ),
    ],
)
def test_a_path_in_doubt_is_refused(entries: str, message: str, hint: str, map_of: MapOf) -> None:
    """File, table and column are told, and what to write."""
    with pytest.raises(MapError) as refused:
        map_of(SCHEMA, PERSON + entries)

    assert "domicile.toml: table public." in str(refused.value)
    assert message in str(refused.value)
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        ('column = "land"\n', "evidence: table public.person has no column 'land'"),
        (
            'path = [{ from = "purchase", columns = ["person_id"] }]\ncolumn = "note"\n',
            "evidence: path: goes backward",
        ),
        (
            'path = [{ columns = ["nick"] }]\ncolumn = "name"\n',
            "evidence: path: public.person has no foreign key on nick",
        ),
    ],
)
def test_evidence_in_doubt_is_refused(evidence: str, message: str, map_of: MapOf) -> None:
    """One value per person, or none."""
    with pytest.raises(MapError, match=f"subject person: {message}"):
        map_of(SCHEMA, SUBJECT + evidence + entry("person", "email"))


def test_two_foreign_keys_on_one_column_are_told_apart(map_of: MapOf) -> None:
    """`to` says which is meant; without it nothing is guessed."""
    schema = SCHEMA + (
        "CREATE TABLE badge (id int PRIMARY KEY);"
        "ALTER TABLE visit ADD who int REFERENCES badge, ADD FOREIGN KEY (who) REFERENCES person;"
    )
    with pytest.raises(MapError, match=r"more than one foreign key of public.visit is on who"):
        map_of(schema, PERSON + entry("visit", "ip", '{ columns = ["who"] }'))
    told = entry("visit", "ip", '{ columns = ["who"], to = "person" }')

    assert (hop("person", "who", "id"),) == map_of(schema, PERSON + told).tables[0].hops


def test_a_subject_without_a_key_is_refused(map_of: MapOf) -> None:
    """A person without a key has no place in the directory."""
    with pytest.raises(MapError, match=r"subject person: table public.person has no primary key"):
        map_of("CREATE TABLE person (email text, country text)", PERSON + entry("person", "email"))


@pytest.mark.parametrize(
    ("index", "fits"),
    [
        ("CREATE UNIQUE INDEX ON person (b, a)", True),
        ("CREATE UNIQUE INDEX ON person (a, b) INCLUDE (email)", True),
        ("CREATE UNIQUE INDEX ON person (a)", False),
        ("CREATE UNIQUE INDEX ON person (a, b) WHERE a > 0", False),
        ("CREATE INDEX ON person (a, b)", False),
        ("CREATE UNIQUE INDEX ON person (a, b); ALTER TABLE person ALTER b DROP NOT NULL", False),
    ],
)
def test_a_unique_index_can_be_the_key(index: str, *, fits: bool, map_of: MapOf) -> None:
    """Exactly these columns, in any order, whole and NOT NULL: else two rows could be one."""
    schema = (
        f"CREATE TABLE person (a int NOT NULL, b int NOT NULL, email text, country text);{index}"
    )
    entries = PERSON + entry("person", "email", more='key = ["a", "b"]\n')
    if fits:
        data_map = map_of(schema, entries)
        assert ["a", "b"] == [column.name for column in data_map.tables[0].key]
        assert ["a", "b"] == [column.name for column in data_map.subjects[0].key]
    else:
        with pytest.raises(MapError, match="key: needs a unique index on exactly these NOT NULL"):
            map_of(schema, entries)


def test_tables_of_one_name_in_two_schemas_are_refused(map_of: MapOf) -> None:
    """Schema `resident` has room for one view of a name."""
    schema = SCHEMA + "CREATE SCHEMA old; CREATE TABLE old.person (LIKE person INCLUDING ALL);"
    other = entry("old.person", "email", '{ columns = ["id"], to = "public.person" }')

    with pytest.raises(MapError, match=r"tables public.person and old.person have one name"):
        map_of(schema, PERSON + entry("person", "email") + other)


def test_hostile_names_are_joined_up(map_of: MapOf) -> None:
    """A name with everything in it is a name like any other."""
    name = 'a "b".c; DROP TABLE x -- %s'
    quoted = '"' + name.replace('"', '""') + '"'
    schema = (
        f"CREATE TABLE {quoted} (id int PRIMARY KEY, {quoted} text, country text);"
        f"CREATE TABLE t (id int PRIMARY KEY, {quoted} int REFERENCES {quoted}, note text);"
    )
    person = PERSON.replace('table = "person"', f"table = '{quoted}'")
    path = f"{{ columns = ['{name}'] }}"
    (mapped,) = map_of(schema, person + entry("t", "note", path)).tables

    assert TableName("public", name) == mapped.hops[0].table
    assert (name,) == mapped.hops[0].near
