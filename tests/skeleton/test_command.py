"""`domicile skeleton` as it is typed: what it prints, what it refuses, how it ends."""

from __future__ import annotations

import json
import threading

import psycopg
import pytest
from click.testing import CliRunner

from domicile.cli import main
from domicile.cli.skeleton_render import percent
from domicile.pg import connection
from domicile.skeleton.model import Measurement, Tally
from domicile.skeleton.store import looking
from skeleton.hub import MakeHub, named

PEOPLE = """
CREATE TABLE person (
    id int PRIMARY KEY, country text, name text, login text UNIQUE, born date,
    town text, age int GENERATED ALWAYS AS (2026 - extract(year FROM born)) STORED,
    "[b]x[/b]" text);
INSERT INTO person (id, country, name, login, born, town, "[b]x[/b]")
SELECT i, 'valueRU', 'value' || i, 'value' || i, date '1950-01-01' + (i * 7919) % 20000,
       'value' || i % 10, 'value' || i % 2
FROM generate_series(1, 200) i;
"""
# Counted together with the town, a row takes half a minute; alone, no time at all.
SLOW = """
CREATE TYPE slow AS (v json);
CREATE FUNCTION slow_text(slow) RETURNS text LANGUAGE plpgsql AS $$ BEGIN
    IF current_query() LIKE '%town%slow%' THEN PERFORM pg_sleep(30); END IF;
    RETURN $1.v::text;
END $$;
CREATE CAST (slow AS text) WITH FUNCTION slow_text(slow);
CREATE TABLE person (id int PRIMARY KEY, country text, name text, town int, age int, slow slow);
INSERT INTO person SELECT i, 'US', 'x', i % 20, i / 20, ROW(to_json(i % 10))::slow
FROM generate_series(1, 400) i;
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--share", "100"], "--share"),
        (["--set-size", "0"], "--set-size"),
        (["--column", "person.born"], "TABLE.COLUMN=ignore"),
        (["--column", "person.born=keep"], "TABLE.COLUMN=ignore"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], said: str) -> None:
    """With status 2, before any server is asked."""
    result = CliRunner().invoke(main, ["skeleton", *arguments])

    assert 2 == result.exit_code
    assert said in result.stderr


def test_a_report_has_names_and_counts_and_no_value(hub: MakeHub) -> None:
    """For people at 80 columns and as JSON; markup in a name is a name."""
    here = hub(PEOPLE)
    shown = here.domicile("--share", "2")
    told = json.loads(here.domicile("--share", "2", "--json").stdout)[0]

    assert 0 == shown.exit_code, shown.output
    assert [] == [line for line in shown.stdout.splitlines() if len(line) > 80]
    assert "value" not in shown.output + str(told)
    assert "[b]x[/b]" in shown.stdout
    assert ["country"] == told["constant"]
    assert {"born", "login"} == {each["columns"][0] for each in told["identifiers"]}
    assert told["sets"]
    assert "town" in told["quasi_identifiers"]
    assert ["1", "2", "3-5", "6-10", "11-50", "51+"] == [*told["classes"]["people_by_class_size"]]
    assert 200 == sum(told["classes"]["people_by_class_size"].values())


def test_a_date_is_hinted_at_and_what_is_made_of_it_goes_along(hub: MakeHub) -> None:
    """The age would tell the year of birth."""
    here = hub(PEOPLE)
    here.execute("UPDATE person SET born = date '1950-01-01' + id % 67 * 370")
    told = json.loads(here.domicile("--json").stdout)[0]
    shown = here.domicile().stdout

    (step, *_) = told["cure"]
    assert ("born", ["age"], True) == (step["column"], step["with"], step["date_or_time"])
    assert "coarser" in shown
    assert "age, made of it" in shown


def test_fail_is_for_ci_and_ignored_columns_are_out(hub: MakeHub) -> None:
    """The operator says which columns no outsider knows."""
    here = hub(PEOPLE)
    ignored = [
        word
        for column in ("login", "born", "age", "town")
        for word in ("--column", f"public.person.{column}=ignore")
    ]

    assert 1 == here.domicile("--fail").exit_code
    assert 0 == here.domicile("--fail", *ignored).exit_code
    assert "ignored" in here.domicile(*ignored).stdout


def test_names_that_are_not_there_are_told(hub: MakeHub) -> None:
    """A misspelled column or kind is not silently measured or left out."""
    here = hub(PEOPLE)
    column = here.domicile("--column", "person.nmae=ignore")
    kind = here.domicile("--subject", "persona")

    assert (2, 2) == (column.exit_code, kind.exit_code)
    assert "person.nmae" in column.stderr
    assert "persona" in kind.stderr


def test_what_cannot_be_added_to_the_map_is_said_with_the_reason(hub: MakeHub) -> None:
    """Evidence decides where a person lives: it stays, whatever it singles out."""
    here = hub("""
    CREATE TABLE person (id int PRIMARY KEY, country text, name text, town text);
    INSERT INTO person SELECT i, 'c' || i % 50, 'x', 't' FROM generate_series(1, 75) i;
    """)
    shown = here.domicile()
    told = json.loads(here.domicile("--json").stdout)[0]

    assert "is evidence" in told["cannot_be_mapped"]["country"]
    assert ([], 25) == (told["cure"], told["left"]["unique"])
    assert "33.3 % stay unique" in shown.stdout
    assert "is evidence" in shown.stdout


def test_rights_that_lack_are_named(hub: MakeHub) -> None:
    """By table, and by column when only some may be read; SELECT is all it takes."""
    here = hub(PEOPLE)
    here.become("auditor")
    nothing = here.domicile()
    here.execute("GRANT SELECT (id, country, name, login) ON person TO auditor")
    some = here.domicile()
    here.execute("GRANT SELECT ON person TO auditor")
    enough = here.domicile()
    here.execute("DROP OWNED BY auditor; DROP ROLE auditor")

    assert 1 == nothing.exit_code
    assert "no right to read table public.person" in nothing.stderr
    assert "SELECT ON public.person" in nothing.stderr
    assert "columns born, town, age" in some.stderr
    assert 0 == enough.exit_code, enough.output


def test_rights_on_what_apply_left_are_named_too(hub: MakeHub) -> None:
    """The map is read with it."""
    here = hub(PEOPLE + "CREATE SCHEMA domicile; CREATE TABLE domicile.taken (kind text);")
    here.become("auditor")
    result = here.domicile()
    here.execute("DROP OWNED BY auditor; DROP ROLE auditor")

    assert 1 == result.exit_code
    assert "domicile.taken" in result.stderr
    assert "USAGE ON SCHEMA domicile" in result.stderr


def test_nothing_can_be_changed_while_it_looks(hub: MakeHub) -> None:
    """Not even by mistake: the transaction is read-only."""
    here = hub(PEOPLE)
    with (
        connection.session(here.dsn, "hub", autocommit=True) as conn,
        pytest.raises(psycopg.errors.ReadOnlySqlTransaction),
        looking(conn, 5.0),
    ):
        conn.execute("UPDATE public.person SET age = DEFAULT")


@pytest.mark.parametrize(
    ("unique", "said"),
    [(0, "0.0 %"), (1, "< 0.1 %"), (500, "5.0 %"), (9_999, "> 99.9 %"), (10_000, "100.0 %")],
)
def test_a_share_is_not_rounded_to_nobody_or_everybody(unique: int, said: str) -> None:
    """One person is somebody."""
    assert said == percent(Tally(rows=10_000, classes=10_000, unique=unique))


def test_a_set_that_takes_too_long_is_named(hub: MakeHub) -> None:
    """`--fail` does not take it for harmless."""
    here = hub(SLOW)
    result = here.domicile("--timeout", "0.6", "--column", "person.age=ignore", "--fail")

    assert 75 == result.exit_code
    assert "Not measured" in result.stdout
    assert "town + slow" in result.stdout
    assert "--timeout" in result.stderr


def test_nobody_waits_for_it_and_it_waits_for_nobody(hub: MakeHub) -> None:
    """Whoever has the table for himself keeps it: try again."""
    here = hub(PEOPLE)
    with psycopg.connect(here.dsn) as conn:
        conn.execute("LOCK TABLE person IN ACCESS EXCLUSIVE MODE")
        result = here.domicile()

    assert 75 == result.exit_code


def test_meanwhile_the_others_are_measured_and_no_lock_outlives_a_count(hub: MakeHub) -> None:
    """An ALTER TABLE of the application comes through between two counts that are slow."""
    here = hub(SLOW)
    found: list[Measurement] = []
    thread = threading.Thread(target=lambda: found.append(here.measure(timeout_s=0.6)))
    thread.start()
    with psycopg.connect(here.dsn, autocommit=True) as conn:
        conn.execute("SET lock_timeout = '10s'")
        conn.execute("ALTER TABLE person ADD COLUMN late int")
    thread.join()
    (it,) = found

    assert {"town + age": 400} == named(it, it.found)
    assert {("town", "slow"), ("town", "age", "slow")} == set(map(it.skeleton.names, it.unmeasured))
    assert (None, None, ()) == (it.classes, it.left, it.steps)
