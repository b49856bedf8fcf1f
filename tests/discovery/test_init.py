"""`domicile init`: a file that people only have to review, and that keeps what they decided."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from domicile.catalog.run import load_map
from domicile.config import load
from domicile.discovery.run import Wish, discover
from domicile.discovery.territory import tell_by_name
from domicile.errors import ServerUnavailable
from domicile.pg.connection import session
from fix_unknown import Unknown

SHOP = Path(__file__).with_name("shop.sql").read_text("utf-8")
ANSWERS = ("--country", "US", "--home", "DE=env:NO_SUCH_HOME", "--service", "Shop")


@pytest.fixture
def shop(unknown: Unknown) -> Unknown:
    """A small shop: customers, products, purchases, countries."""
    unknown.run(SHOP)
    return unknown


def _columns(text: str) -> dict[str, dict[str, str]]:
    return {table["table"]: table["columns"] for table in tomllib.loads(text)["table"]}


def test_the_proposal_is_a_config_that_the_rest_of_domicile_takes(shop: Unknown) -> None:
    """Loaded and resolved against the same database, without a correction."""
    result = shop.init(*ANSWERS)
    assert 0 == result.exit_code, result.output
    config = load(shop.file)
    with session(shop.dsn, "hub") as conn:
        data_map = load_map(conn, config)
    assert {
        "public.customer": {
            "birth_date": "user.demographic.date_of_birth",
            "email": "user.contact.email",
            "first_name": "user.name.first",
            "last_name": "user.name.last",
        },
        "public.purchase": {"delivery_note": "user.content.private"},
    } == {str(table.name): dict(sorted(table.categories.items())) for table in data_map.tables}


def test_the_same_database_gives_the_same_file(shop: Unknown) -> None:
    """Byte for byte, whatever was vacuumed or analyzed in between."""
    shop.init()
    first = shop.file.read_text("utf-8")
    shop.run("VACUUM FULL customer")
    shop.run("ANALYZE")
    shop.file.unlink()
    shop.init()
    assert first == shop.file.read_text("utf-8")


def test_evidence_is_counted_by_people_and_unknown_spellings_are_listed(shop: Unknown) -> None:
    """A country's old name is known; one that no list knows is a line to fill."""
    shop.init()
    text = shop.file.read_text("utf-8")
    assert 'column = "name"  # known of 75% of the sampled people: DE 33%, KZ 33%, RU 33%' in text
    assert '# "Atlantis" = ""' in text


def test_rows_without_a_person_are_counted(shop: Unknown) -> None:
    """They stay in the hub, and people should know how many."""
    shop.init()
    assert "# 20 of 200 sampled rows have no person: they stay in the hub" in shop.file.read_text()


def test_a_second_init_keeps_what_people_decided(shop: Unknown) -> None:
    """Another category, a column taken out, a comment: all stay; only what is new is added."""
    shop.init()
    text = shop.file.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("birth_date")]
    mine = "\n".join(lines).replace('"user.name.last"', '"user.name"  # mine:')
    mine += '\n[skeleton."public.customer"]\nbirth_date = "user.demographic.date_of_birth"\n'
    shop.file.write_text(mine, "utf-8")
    shop.run(
        "ALTER TABLE customer ADD phone text;"
        "UPDATE customer SET phone = '+49 171 23456' || (10 + customer_id % 80);"
        "CREATE TABLE newsletter (customer_id int PRIMARY KEY REFERENCES customer, email text)"
    )
    result = shop.init()
    assert "2 new personal columns" in result.output
    after = shop.file.read_text("utf-8")
    columns = _columns(after)
    assert "user.name" == columns["public.customer"]["last_name"]
    assert "user.contact.phone_number" == columns["public.customer"]["phone"]
    assert "birth_date" not in columns["public.customer"]
    assert {"email": "user.contact.email"} == columns["public.newsletter"]
    assert "# mine:" in after
    shop.init()
    assert after == shop.file.read_text("utf-8"), "and a third init has nothing to add"


def test_diff_fails_while_something_personal_is_unmapped(shop: Unknown) -> None:
    """For CI: exit 1 and a line for each; nothing is written."""
    shop.init()
    text = shop.file.read_text("utf-8")
    assert 0 == shop.init("--diff").exit_code
    shop.run("ALTER TABLE customer ADD mobile_phone text; ALTER TABLE customer DROP birth_date")
    result = shop.init("--diff")
    assert 1 == result.exit_code
    assert '+ public.customer.mobile_phone = "user.contact.phone_number"' in result.output
    assert "- public.customer.birth_date is in the file and no longer in the database" in (
        result.output
    )
    assert text == shop.file.read_text("utf-8")


def test_diff_tells_when_a_column_that_was_left_alone_turns_out_personal(shop: Unknown) -> None:
    """It was said to look like a note; now it is full of e-mail addresses."""
    shop.init()
    text = shop.file.read_text("utf-8")
    shop.run(
        "ALTER TABLE customer ADD ref text;"
        "UPDATE customer SET ref = 'p' || customer_id || '@mail.example'"
    )
    shop.file.write_text(
        text + '\n[skeleton."public.customer"]\nref = "user.content.private"\n', "utf-8"
    )
    result = shop.init("--diff")
    assert 1 == result.exit_code
    assert "! public.customer.ref" in result.output


def test_diff_needs_a_file(shop: Unknown) -> None:
    """There is nothing to compare with."""
    assert 2 == shop.init("--diff").exit_code


def test_a_fides_dataset_decides(shop: Unknown) -> None:
    """What somebody has annotated already is taken, and is not asked again."""
    dataset = shop.folder / "fides.yml"
    dataset.write_text(
        "dataset:\n- fides_key: shop\n  collections:\n  - name: customer\n    fields:\n"
        "    - name: last_name\n      data_categories: [system.operations]\n"
        "    - name: created_at\n      data_categories: [user.behavior]\n",
        "utf-8",
    )
    assert 0 == shop.init("--fides", str(dataset)).exit_code
    columns = _columns(shop.file.read_text("utf-8"))["public.customer"]
    assert "last_name" not in columns
    assert "user.behavior" == columns["created_at"]


def test_json_has_every_finding_with_its_reasons(shop: Unknown) -> None:
    """For machines: category, confidence, interval, reasons, what is proposed."""
    result = shop.init("--json")
    found = json.loads(result.stdout)
    email = next(each for each in found["columns"] if each["column"] == "email")
    assert "user.contact.email" == email["category"]
    assert "map" == email["proposed"]
    assert email["confidence"] > 0.9
    assert (120, 120, 120) == (email["rows"], email["filled"], email["distinct"])
    low, high = email["interval"]
    assert 0.9 < low < high <= 1


def test_no_password_comes_into_the_file(shop: Unknown) -> None:
    """The connection string has one: the file gets a pointer instead."""
    secret = conninfo_to_dict(shop.dsn)["password"]
    shop.init()
    text = shop.file.read_text("utf-8")
    assert str(secret) not in text
    assert 'dsn = "env:DOMICILE_HUB"' in text


def test_a_server_that_dies_while_it_is_looked_at_leaves_no_file(shop: Unknown) -> None:
    """Unavailable, exit 69; the same command again does it all."""

    def die(_verb: str, done: int, _total: int) -> None:
        if done == 1:
            with psycopg.connect(shop.dsn, autocommit=True) as conn:
                conn.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE application_name = 'domicile' AND datname = current_database()"
                )

    with pytest.raises(ServerUnavailable):
        discover(shop.dsn, Wish(), die)
    assert 69 == shop.init(dsn="host=127.0.0.1 port=1 dbname=none").exit_code
    assert not shop.file.exists()


def test_a_file_that_is_not_right_is_left_alone(shop: Unknown) -> None:
    """A second init reads the decisions first: what cannot be read is not written over."""
    shop.file.write_text('[[table]]\ntable = "a.b.c"\n', "utf-8")
    result = shop.init()
    assert 2 == result.exit_code
    assert '[[table]]\ntable = "a.b.c"\n' == shop.file.read_text("utf-8")


def test_a_line_of_columns_stays_a_line_and_what_is_open_is_told_once(shop: Unknown) -> None:
    """New columns go into `columns = { ... }` too; a table without a key is not told again."""
    shop.run(
        "CREATE TABLE guest (first_name text, email text);"
        "CREATE TABLE member (id int PRIMARY KEY REFERENCES customer, phone text, email text)"
    )
    shop.file.write_text(
        '[[subject]]\nkind = "customer"\ntable = "public.customer"\n'
        '[[table]]\ntable = "public.member"\nsubject = "customer"\n'
        'columns = { email = "user.contact.email" }\n',
        "utf-8",
    )
    shop.init()
    text = shop.file.read_text("utf-8")
    assert {"email": "user.contact.email", "phone": "user.contact.phone_number"} == _columns(text)[
        "public.member"
    ]
    assert 1 == text.count("# public.guest: email = ")
    shop.init()
    assert text == shop.file.read_text("utf-8")


def test_a_look_at_some_tables_does_not_say_that_the_others_are_gone(shop: Unknown) -> None:
    """What was not looked at is not missed."""
    shop.init()
    result = shop.init("--diff", "--tables", "country")
    assert (0, "") == (result.exit_code, result.stdout)


def test_spellings_are_shown_only_of_a_column_that_is_surely_one_of_countries() -> None:
    """Where a third is something else, it may be anything (I7)."""
    assert ("Atlantis",) == tell_by_name({"Germany": 9, "Atlantis": 1, None: 5}).unknown
    assert () == tell_by_name({"Germany": 6, "a secret of mine": 3}).unknown
