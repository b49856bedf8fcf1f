"""The people of Chirp: reproducible, unique, spread as promised."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.demo.people import COUNTRIES, Population, accounts, population, quotas


@pytest.fixture(scope="module")
def everybody() -> Population:
    """A thousand people."""
    return population(1000, seed=1)


def test_the_same_seed_makes_the_same_people(everybody: Population) -> None:
    """A demo can be run again, and the traffic's process knows the people of its parent."""
    again = population(1000, seed=1)

    assert list(accounts(everybody)) == list(accounts(again))


def test_another_seed_makes_other_people(everybody: Population) -> None:
    """The seed reaches names and countries."""
    other = population(1000, seed=2)

    assert everybody.countries != other.countries
    assert list(accounts(everybody)) != list(accounts(other))


def test_handles_and_addresses_are_unique(everybody: Population) -> None:
    """The table's UNIQUE constraints hold by construction."""
    people = list(accounts(everybody))

    assert len(people) == len({p.handle for p in people}) == len({p.email for p in people})


def test_the_shares_add_up_to_a_hundred() -> None:
    """Nobody is left over when the shares are changed."""
    assert sum(country.share for country in COUNTRIES.values()) == 100


@given(st.integers(min_value=0, max_value=100_000))
def test_quotas_give_everybody_one_country(count: int) -> None:
    """No number of people is lost to rounding, and each country has its share but for one."""
    counts = quotas(count)

    assert sum(counts.values()) == count
    for code, country in list(COUNTRIES.items())[1:]:
        assert counts[code] == count * country.share // 100


def test_the_countries_have_their_shares_to_the_person(everybody: Population) -> None:
    """The figures that the demo prints do not depend on luck."""
    expected = {code: country.share * 10 for code, country in COUNTRIES.items()}

    assert expected == Counter(person.country for person in accounts(everybody))


@pytest.mark.parametrize(
    ("country", "script"),
    [
        ("RU", r"[А-Яа-яЁё]"),
        ("KZ", r"[А-Яа-яЁё]"),
        ("JP", r"[\u3040-\u9fff]"),
        ("IN", r"[\u0900-\u097f]"),
    ],
)
def test_names_are_in_the_peoples_own_script(
    everybody: Population, country: str, script: str
) -> None:
    """What moves is not ASCII."""
    names = [p.full_name for p in accounts(everybody) if p.country == country]

    assert names
    assert all(re.search(script, name) for name in names)


def test_people_of_one_country_rarely_share_a_name(everybody: Population) -> None:
    """Pools of words combine: a thousand people are not two hundred names."""
    names = [p.full_name for p in accounts(everybody) if p.country == "US"]

    assert len(set(names)) > 0.95 * len(names)


def test_an_account_is_found_by_its_number(everybody: Population) -> None:
    """`country` and `first_of` agree with the rows that are loaded."""
    people = list(accounts(everybody))

    assert all(everybody.country(p.id) == p.country for p in people)
    assert everybody.first_of("DE") == min(p.id for p in people if p.country == "DE")
