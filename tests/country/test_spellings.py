"""Countries as people write them: understood surely, or not at all."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.config.service import countries
from domicile.country.spellings import _forms, _known, _names, _old_names, normal, spellings
from domicile.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

SAKILA = Path(os.environ.get("DOMICILE_SAKILA", Path(__file__).parents[3] / "shared/data/sakila"))
#: Names in Sakila that mean no country of today, and why.
SAKILA_UNMAPPED = {"Yugoslavia": "its people live in seven countries now"}


def test_every_country_of_sakila_is_understood() -> None:
    """Old names, catalogue forms and a lost letter included; what is left is left on purpose."""
    if not SAKILA.exists() and "CI" not in os.environ:
        pytest.skip(f"{SAKILA} is missing; name the folder of the data with DOMICILE_SAKILA")
    with (SAKILA / "country.csv").open(encoding="utf-8") as file:
        names = [row["country"] for row in csv.DictReader(file)]
    known = spellings({})

    assert 109 == len(names)
    assert set(SAKILA_UNMAPPED) == {name for name in names if normal(name) not in known}
    assert len(names) - 1 == len({known[normal(name)] for name in set(names) - {*SAKILA_UNMAPPED}})


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("RU", "RU"),
        ("rus", "RU"),
        ("Russian Federation", "RU"),
        ("Россия", "RU"),
        ("俄罗斯", "RU"),
        ("Kazakstan", "KZ"),
        ("Қазақстан", "KZ"),
        ("Holland", "NL"),
        ("Runion", "RE"),
        ("Burma", "MM"),
        ("Zaire", "CD"),
        ("UK", "GB"),
        ("Türkiye", "TR"),
        ("İspanya", "ES"),
        ("  germany  ", "DE"),
        ("DEUTSCHLAND", "DE"),
        ("Congo, The Democratic Republic of the", "CD"),
        ("भारत", "IN"),
    ],
)
def test_a_country_is_known_by_its_names(spelling: str, code: str) -> None:
    """Codes, names in many languages, names of the past."""
    assert code == spellings({})[normal(spelling)]


@pytest.mark.parametrize(
    "spelling",
    ["", " ", "Congo", "Kongo", "Конго", "Korea", "Yugoslavia", "Czechoslovakia", "USSR", "SU",
     "YU", "Virgin Islands", "America", "Europe", "World", "EU", "XX", "ZZ", "001", "Gotham"],
)  # fmt: skip
def test_a_name_of_two_countries_or_none_is_not_guessed(spelling: str) -> None:
    """Who cannot tell which country is meant leaves the person where they are."""
    assert normal(spelling) not in spellings({})


def test_every_code_is_a_country_and_every_country_has_its_code() -> None:
    """One list for the whole of Domicile: that of `config.service`."""
    assert countries() == set(spellings({}).values())
    assert all(code == spellings({})[code.lower()] for code in countries())


def test_lists_that_disagree_say_nothing() -> None:
    """A name that means two countries in two lists is not understood at all."""
    meant: dict[str, set[str]] = {}
    for name, code in [*_names(), *_old_names().names.items()]:
        meant.setdefault(normal(name), set()).add(code)

    doubtful = {name for name, codes in meant.items() if len(codes) > 1}
    assert "nga" in doubtful  # Russia in Vietnamese, and a code of Nigeria
    assert not (doubtful | _old_names().ambiguous) & set(spellings({}))


def test_no_form_of_one_name_is_a_form_of_another() -> None:
    """What a server makes of two names is never one text with two codes."""
    found: dict[str, set[str]] = {}
    for name, code in _known().items():
        for form in _forms(name):
            found.setdefault(form, set()).add(code)

    assert not [form for form, codes in found.items() if len(codes) > 1]


def test_the_configs_own_spellings_win() -> None:
    """The operator knows their data."""
    known = spellings({"Congo ": "CD", "Holland": "BE", "Rossiya": "RU"})

    assert ("CD", "BE", "RU") == (known["congo"], known["holland"], known["rossiya"])


def test_a_spelling_with_two_codes_is_refused() -> None:
    """Capitals do not count, so these are one spelling."""
    with pytest.raises(ConfigError, match="'congo ' is there twice, as CD and as CG"):
        spellings({"Congo": "CD", "congo ": "CG"})


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_a_server_finds_every_name_as_its_list_has_it(
    locale: str, servers_form: Callable[[str, list[str]], list[str]]
) -> None:
    """In capitals too, and in a database whose locale knows no letters but those of ASCII."""
    known = spellings({})
    # A Turkish name with a dotless i is another one in capitals.
    capitals = {f" {name.upper()} ": code for name, code in _known().items() if "ı" not in name}
    names = {**_known(), **capitals}
    forms = servers_form(locale, [*names])

    assert list(names.values()) == [known.get(form) for form in forms]


def test_a_name_is_normal_as_the_server_has_it(
    servers_form: Callable[[str, list[str]], list[str]],
) -> None:
    """`normal` and `lower(btrim(...))` agree letter by letter, outside the dotted capital I."""
    names = [f"  {name} " for name in _known() if "İ" not in name]
    names += ["\tRussia", "\u00a0Russia", "ÅLAND", "STRASSE", "Đài Loan", "ŁÓDŹ", ""]

    assert [normal(name) for name in names] == servers_form("C.UTF-8", names)


@given(st.text())
def test_normal_is_settled(text: str) -> None:
    """What is normal stays so."""
    assert normal(normal(text)) == normal(text)


@pytest.fixture
def servers_form(database: Callable[[str], str]) -> Callable[[str, list[str]], list[str]]:
    """`lower(btrim(...))` of many texts in a database of that locale."""

    def ask(locale: str, texts: list[str]) -> list[str]:
        dsn = database("hub")
        with psycopg.connect(dsn, autocommit=True) as conn:
            if locale == "C":  # the rules of the locale C, whatever the database's own are
                query = 'SELECT lower(btrim(t) COLLATE "C") FROM unnest(%s::text[]) t'
            else:
                query = "SELECT lower(btrim(t)) FROM unnest(%s::text[]) t"
            return [row[0] for row in conn.execute(query, [texts])]

    return ask
