"""Chirp's database, on a real server: whole, constrained, and answering."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.demo.people import Population, population, quotas
from domicile.demo.queries import queries
from domicile.demo.store import ask, create_and_fill
from domicile.errors import DatabaseError, ServerUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def everybody() -> Population:
    """Five hundred people."""
    return population(500, seed=3)


@pytest.fixture
def chirp(database: Callable[[str], str], everybody: Population) -> str:
    """The connection string of a database that holds Chirp."""
    dsn = database("hub")
    assert create_and_fill(dsn, everybody) == {
        "account": 500,
        "direct_message": 1500,
        "login": 1000,
        "advertiser": 15,
    }
    return dsn


def test_every_country_has_its_people(chirp: str) -> None:
    """What was generated is what is stored, past every constraint of the schema."""
    with psycopg.connect(chirp) as conn:
        rows = conn.execute("SELECT country, count(*) FROM account GROUP BY country").fetchall()

    assert quotas(500) == dict(rows)


def test_the_next_row_gets_the_next_id(chirp: str) -> None:
    """The application's first message after the load does not collide."""
    with psycopg.connect(chirp) as conn:
        row = conn.execute(
            "INSERT INTO direct_message (sender_id, recipient_id, body)"
            " VALUES (1, 2, 'hello') RETURNING id"
        ).fetchone()

    assert row == (1501,)


def test_the_applications_trigger_sets_updated_at(chirp: str) -> None:
    """There is a trigger whose silence during a move can be seen."""
    with psycopg.connect(chirp) as conn:
        row = conn.execute(
            "UPDATE account SET bio = 'hello' WHERE id = 1 RETURNING updated_at = now()"
        ).fetchone()

    assert row == (True,)


def test_the_queries_of_the_demo_have_something_to_show(chirp: str, everybody: Population) -> None:
    """A Russian's profile, a conversation in both directions, and every country."""
    profile, conversation, countries = (
        ask(chirp, ("resident", "public"), query) for query in queries(everybody)
    )

    assert profile.columns == ("handle", "full_name", "email", "phone", "birth_date")
    assert len(profile.rows) == 1
    assert len({sender for sender, _ in conversation.rows}) == 2
    assert quotas(500) == {country: people for country, people, _ in countries.rows}


def test_the_same_seed_fills_the_same_database(chirp: str, database: Callable[[str], str]) -> None:
    """Down to the digest of every row of every table."""
    again = database("hub")
    create_and_fill(again, population(500, seed=3))

    assert digests(chirp) == digests(again)


def test_filling_twice_is_refused_and_changes_nothing(chirp: str, everybody: Population) -> None:
    """The tables are there already: a clear error, without a value of anybody."""
    before = digests(chirp)
    with pytest.raises(DatabaseError, match="42P07"):
        create_and_fill(chirp, everybody)

    assert before == digests(chirp)


def test_no_server_is_a_clear_error(everybody: Population) -> None:
    """Port 1 of the loopback has no PostgreSQL."""
    with pytest.raises(ServerUnavailable):
        create_and_fill("host=127.0.0.1 port=1 dbname=chirp", everybody)


def digests(dsn: str) -> list[tuple[object, ...]]:
    """One digest for each table."""
    tables = ("account", "direct_message", "login", "advertiser")
    with psycopg.connect(dsn) as conn:
        return [
            conn.execute(
                psycopg.sql.SQL("SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM {} t").format(
                    psycopg.sql.Identifier(table)
                )
            ).fetchall()[0]
            for table in tables
        ]
