"""The census: people counted by where they belong, on a real server, and no person shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.catalog.run import load_map
from domicile.config import load
from domicile.errors import ConfigError
from domicile.pg.connection import session
from domicile.placement.store import MAX_SHOWN, NOT_SHOWN, Census, take_census

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
[hub]
dsn = "dbname=hub"
country = "US"
[homes.RU]
dsn = "dbname=ru"
[service]
name = "Shop"
[countries]
Rossiya = "RU"
[[subject]]
kind = "person"
table = "person"
[[subject.evidence]]
speaks_for = "citizenship"
column = "passport"
[[subject.evidence]]
speaks_for = "residence"
path = [{ columns = ["city"] }, { columns = ['the "land"; %s'] }]
column = "100% name"
[[table]]
table = "person"
subject = "person"
[table.columns]
email = "user.contact.email"
"""
SCHEMA = """\
CREATE TABLE country (id int PRIMARY KEY, "100% name" varchar(200));
CREATE TABLE city (id int PRIMARY KEY, "the ""land""; %s" int REFERENCES country);
CREATE TABLE person (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city int REFERENCES city, email text,
    passport char(3));
INSERT INTO country VALUES (1, ' RUSSIA '), (2, 'Kazakstan'), (3, 'Yugoslavia'), (4, 'Rossiya');
INSERT INTO city VALUES (1, 1), (2, 2), (3, 3), (4, 4), (5, NULL);
"""
TakeCensus = Callable[[str], Census]


@pytest.fixture
def census(database: Callable[[str], str], tmp_path: Path) -> TakeCensus:
    """`census(people)`: the census after these statements."""

    def take(people: str) -> Census:
        dsn = database("hub")
        path = tmp_path / "domicile.toml"
        path.write_text(CONFIG, encoding="utf-8")
        with psycopg.connect(dsn, autocommit=True) as conn:
            conn.execute((SCHEMA + people).encode())
        with session(dsn, "hub") as conn:
            config = load(path)
            return take_census(conn, config, load_map(conn, config).subjects)

    return take


def people(city: str, passport: str = "NULL", times: int = 1) -> str:
    """So many people of one city and one passport."""
    return (
        "INSERT INTO person (city, passport)"
        f" SELECT {city}, {passport} FROM generate_series(1, {times});"
    )


def countries_named(names: str) -> str:
    """A person in each of the countries that this query names."""
    return (
        "INSERT INTO country SELECT 100 + row_number() OVER (), name FROM ("
        f"{names}) n (name);"
        "INSERT INTO city SELECT id, id FROM country WHERE id > 100;"
        "INSERT INTO person (city) SELECT id FROM city WHERE id > 100;"
    )


def test_people_are_counted_over_joins(census: TakeCensus) -> None:
    """By what ties them to countries, however it is written: a passport, and where they live."""
    found = census(
        people("1", times=28)
        + people("2", times=2)
        + people("4", times=3)
        + people("1", "'de'", times=5)
        + people("1", "'?'", times=7)
    )

    assert {"RU": 38, "KZ": 2, "DE/RU": 5} == found.counts
    assert frozenset({"residence"}) == found.evidence["RU"]
    assert frozenset() == found.evidence["DE/RU"]
    assert () == found.unmapped


def test_who_cannot_be_placed_is_listed(census: TakeCensus) -> None:
    """The first evidence that was given is shown; no evidence at all is an empty spelling."""
    found = census(
        people("3", times=4) + people("3", "'xyz'", times=2) + people("5") + people("NULL", "''")
    )

    assert {None: 8} == found.counts
    assert (("yugoslavia", 4), ("", 2), ("xyz", 2)) == found.unmapped
    assert {} == found.evidence


def test_nobody_is_counted_in_an_empty_table(census: TakeCensus) -> None:
    """No people, no countries."""
    assert Census(counts={}, evidence={}, unmapped=()) == census("")


def test_a_report_shows_no_personal_value(census: TakeCensus) -> None:
    """I7: what cannot be a country's name is one number; the sums are kept."""
    found = census(
        countries_named(
            "VALUES ('jane@doe.example'), ('+7 999 123-45-67'), ('12 Main St'), ('भारत देश'),"
            " ('Côte (d''Or), A.-B'), (repeat('x', 61)), (E'two\\nlines'), ('<b>')"
        )
    )

    assert {("côte (d'or), a.-b", 1), ("भारत देश", 1), (NOT_SHOWN, 6)} == set(found.unmapped)
    assert 8 == found.counts[None] == sum(times for _, times in found.unmapped)


def test_a_report_shows_a_bounded_number_of_spellings(census: TakeCensus) -> None:
    """The most frequent ones, and the rest in one number."""
    letters = "SELECT 'no such ' || chr(97 + n / 26) || chr(97 + n % 26)"
    found = census(
        people("3", times=9) + countries_named(f"{letters} FROM generate_series(0, 99) n")
    )

    assert MAX_SHOWN == len(found.unmapped)
    assert ("yugoslavia", 9) == found.unmapped[0]
    assert (NOT_SHOWN, 100 - (MAX_SHOWN - 2)) == found.unmapped[-1]
    assert 109 == sum(times for _, times in found.unmapped)


def test_a_column_of_something_else_is_refused(census: TakeCensus) -> None:
    """More values than countries can have spellings: it is another column, and is not shown."""
    with pytest.raises(ConfigError, match="subject person: evidence: more than 10000") as refused:
        census(countries_named("SELECT 'secret' || n FROM generate_series(1, 10001) n"))

    assert "secret" not in str(refused.value)
    assert "name another column" in refused.value.hint


def test_many_pairs_of_good_evidence_are_no_trouble(census: TakeCensus) -> None:
    """What counts is unknown spellings: citizenship times residence may be many."""
    pairs = (
        "INSERT INTO person (city, passport) SELECT city.id, 'de' FROM city, generate_series(1, 9);"
        "INSERT INTO person (city, passport) SELECT 1, to_char(n % 1000, 'FM000')"
        " FROM generate_series(0, 29999) n;"
    )
    found = census(pairs)

    assert {"DE": 18, "DE/RU": 18, "DE/KZ": 9, "RU": 30000} == found.counts
