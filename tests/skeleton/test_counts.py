"""Counts of a real server, against counting the rows in Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations

from domicile.skeleton.model import BUCKETS
from fix_world import World
from skeleton.hub import NAME, Hub, MakeHub, named

HOSTILE = 'per %s "cent"; --'
PEOPLE = """
CREATE TABLE person (
    id int PRIMARY KEY, country text, name text, birth_year int, "per %s ""cent""; --" text,
    gender text, plan text NOT NULL DEFAULT 'free', login text UNIQUE);
SELECT setseed(0.5);
INSERT INTO person
SELECT i, (ARRAY['RU', 'US', NULL])[1 + i % 3], 'secret' || i,
       nullif(1940 + (random() * 20)::int, 1950),
       CASE WHEN random() < 0.8 THEN 'town' || (random() * 12)::int END,
       (ARRAY['f', 'm'])[1 + i % 2], 'free', 'login' || i
FROM generate_series(1, 400) i;
"""
QUASI = ("country", "birth_year", HOSTILE, "gender")
ODD = """
CREATE TYPE part AS (a int, b json);
CREATE TABLE person (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), country text, name text, j json, x xml,
    p point, m money, b bit(3), a json[], c part, n numeric, r int4range, t tsvector,
    h xid);
INSERT INTO person
SELECT gen_random_uuid(), 'US', 'secret', format('{"a": %s}', i % 7)::json,
       format('<a>%s</a>', i % 5)::xml, point(i % 3, 0), (i % 4)::money, (i % 6)::bit(3),
       ARRAY[format('%s', i % 8)::json], ROW(i % 9, 'null')::part, i % 10, int4range(0, i % 11),
       to_tsvector('simple', 'w' || i % 12), (i % 13)::text::xid
FROM generate_series(1, 60) i;
"""
PROFILE = """
CREATE TABLE person (id int PRIMARY KEY, country text, name text, town_id int);
CREATE TABLE town (id int PRIMARY KEY, region text, mayor text);
CREATE TABLE profile (person_id int UNIQUE REFERENCES person, hobby text, bio text,
                      no int PRIMARY KEY);
CREATE TABLE purchase (id int PRIMARY KEY, person_id int REFERENCES person, note text, size int);
INSERT INTO town SELECT i, 'region' || i / 2, 'mayor' FROM generate_series(0, 5) i;
ALTER TABLE person ADD FOREIGN KEY (town_id) REFERENCES town;
INSERT INTO person SELECT i, 'US', 'secret', nullif(i % 6, 3) FROM generate_series(1, 40) i;
INSERT INTO profile SELECT i, 'hobby' || i % 7, 'bio', i FROM generate_series(1, 30) i;
INSERT INTO purchase SELECT i, 1, 'note', i FROM generate_series(1, 5) i;
"""
TABLES = """
[[table]]
table = "public.profile"
subject = "person"
columns = { bio = "user.content" }
[[table]]
table = "public.purchase"
subject = "person"
columns = { note = "user.content" }
[[table]]
table = "public.town"
subject = "person"
columns = { mayor = "user.content" }
"""


def sizes(hub: Hub, *columns: str, rows: str = "person") -> list[int]:
    """The sizes of the classes by these columns, counted here."""
    quoted = ", ".join('"' + column.replace('"', '""') + '"' for column in columns)
    return list(Counter(hub.execute(f"SELECT {quoted} FROM {rows}")).values())


def test_the_classes_are_those_of_the_rows(hub: MakeHub) -> None:
    """People by the size of their class, the smallest class, and who is alone in one."""
    here = hub(PEOPLE)
    it = here.measure()
    truth = sizes(here, *QUASI)
    people = tuple(
        sum(size for size in truth if least <= size <= (most or size)) for least, most in BUCKETS
    )

    assert it.classes is not None
    assert (people, min(truth)) == (it.classes.people, it.classes.k)
    assert (400, len(truth), truth.count(1)) == (
        it.classes.tally.rows,
        it.classes.tally.classes,
        it.classes.tally.unique,
    )
    assert it.classes.residents is None


def test_the_smallest_sets_are_those_of_the_rows(hub: MakeHub) -> None:
    """NULL is a value, and a name may hold anything."""
    here = hub(PEOPLE)
    truth: dict[str, int] = {}
    for size in (1, 2, 3):
        for each in combinations(QUASI, size):
            unique = sizes(here, *each).count(1)
            if unique > 0.02 * 400 and not any(set(x.split(" + ")) < {*each} for x in truth):
                truth[" + ".join(each)] = unique

    it = here.measure(percent=2.0)

    assert truth
    assert truth == named(it, it.found)
    assert set(QUASI) == set(it.skeleton.names(it.quasi))


def test_keys_constants_and_identifiers_are_told_apart(hub: MakeHub) -> None:
    """A number that only the database knows is no finding; a unique login is."""
    it = hub(PEOPLE).measure()

    assert ("id",) == it.skeleton.keys
    assert ("plan",) == it.skeleton.names(it.constant)
    assert {"login": 400} == named(it, it.identifiers)
    assert "name" not in {field.name for field in it.skeleton.fields}


def test_the_cure_leaves_what_it_says(hub: MakeHub) -> None:
    """Each step's figure is that of the columns that are left; evidence stays."""
    here = hub(PEOPLE)
    it = here.measure(percent=1.0)
    left = list(QUASI)
    for step in it.steps:
        left.remove(it.skeleton.fields[step.column].name)
        assert sizes(here, *left).count(1) == step.after.unique

    assert "country" in left
    assert it.steps
    assert it.left is not None
    assert not it.left.exceeds(1.0)


def test_types_that_cannot_be_grouped_are_counted_by_their_text(hub: MakeHub) -> None:
    """json, xml, point, their arrays and rows; those that can only be sorted or only hashed too."""
    here = hub(ODD)
    it = here.measure(percent=0.0, set_size=1)
    columns = ["j", "x", "p", "m", "b", "a", "c", "n", "r", "t", "h"]
    texts = f"(SELECT {', '.join(f'{each}::text' for each in columns)} FROM person) x"

    assert it.classes is not None
    assert columns == list(it.skeleton.names(it.quasi))
    assert len(sizes(here, *columns, rows=texts)) == it.classes.tally.classes
    assert ("id",) == it.skeleton.keys
    assert () == it.unmeasured


def test_tables_with_one_row_for_each_person_are_part_of_the_skeleton(hub: MakeHub) -> None:
    """A profile and the town; not the purchases, of which there are many."""
    here = hub(PROFILE, NAME + TABLES)
    it = here.measure(percent=0.0)
    rows = (
        "person LEFT JOIN profile ON person_id = person.id"
        " LEFT JOIN town ON town.id = person.town_id"
    )

    assert it.classes is not None
    assert ("town_id", "profile.hobby", "town.region") == it.skeleton.names(it.quasi)
    assert ("id", "profile.person_id", "profile.no", "town.id") == it.skeleton.keys
    assert 40 == it.classes.tally.rows
    assert len(sizes(here, "town_id", "hobby", "region", rows=rows)) == it.classes.tally.classes


def test_a_key_that_people_know_is_measured(hub: MakeHub) -> None:
    """A login that is the primary key tells people apart, and cannot be added to the map."""
    it = hub("""
    CREATE TABLE person (login text PRIMARY KEY, country text, name text);
    INSERT INTO person SELECT 'login' || i, 'US', 'x' FROM generate_series(1, 9) i;
    """).measure()

    assert () == it.skeleton.keys
    assert {"login": 9} == named(it, it.identifiers)
    assert "primary key" in it.skeleton.fields[0].stays


def test_the_columns_of_a_key_of_two_are_measured_each(hub: MakeHub) -> None:
    """A tenant is known outside; and the two together tell everybody apart."""
    it = hub("""
    CREATE TABLE person (tenant int, no int, country text, name text, PRIMARY KEY (tenant, no));
    INSERT INTO person SELECT i % 5, i / 5, 'US', 'x' FROM generate_series(0, 49) i;
    """).measure()

    assert {"tenant + no": 50} == named(it, it.found)
    assert () == it.steps
    assert it.left is not None
    assert 50 == it.left.unique


def test_a_table_of_which_somebody_may_have_two_rows_is_not_joined(hub: MakeHub) -> None:
    """Unique for some rows only is not unique: a join would count people twice."""
    partly = PROFILE.replace("person_id int UNIQUE REFERENCES", "person_id int REFERENCES")
    index = "CREATE UNIQUE INDEX ON profile (person_id) WHERE no > 30;"
    more = "INSERT INTO profile SELECT 1, 'hobby', 'bio', -i FROM generate_series(1, 9) i;"
    it = hub(partly + index + more, NAME + TABLES).measure()

    assert ["person", "town"] == [each.table.name.table for each in it.skeleton.sources]
    assert 40 == it.rows


def test_nobody_and_one_person_are_no_error(hub: MakeHub) -> None:
    """Who is alone is unique by that; no column is to blame."""
    here = hub(PEOPLE)
    for rows, k in ((1, 1), (0, None)):
        here.execute(f"DELETE FROM person WHERE id > {rows}")
        it = here.measure()

        assert (rows, (), ()) == (it.rows, it.found, it.steps)
        assert k == (it.classes and it.classes.k)
        assert 0 == here.domicile("--fail").exit_code


def test_residents_are_counted_where_the_directory_is(deploy: Callable[..., World]) -> None:
    """They are those among all people, for an attacker sees all of the table."""
    data_map = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
"""
    world = deploy(PEOPLE, data_map + NAME, ("RU",))
    world.apply()
    world.move()
    here = Hub(world.dsns["hub"], world.config.source, lambda _: None)
    columns = [*QUASI, "id"]
    quoted = ", ".join('"' + column.replace('"', '""') + '"' for column in columns)
    rows = here.execute(f"SELECT {quoted} FROM person")
    times = Counter(row[:-1] for row in rows)
    homes = {
        key
        for (key,) in here.execute(
            "SELECT k1 FROM domicile.directory_person WHERE home IS NOT NULL"
        )
    }

    it = here.measure()

    assert it.classes is not None
    assert it.classes.residents is not None
    assert 133 == len(homes) == sum(it.classes.residents)
    assert it.classes.residents[0] == sum(times[row[:-1]] == 1 and row[-1] in homes for row in rows)
