"""What identifies a person, and the typed tests that ask whether a service is covered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.config.service import Number
from domicile.law.coverage import ask, examine
from domicile.law.identity import DEFAULT, DIRECT, QUASI, SPECIAL, identify
from domicile.law.model import (
    Alternative,
    Basis,
    Bound,
    Established,
    Law,
    Requirement,
    Size,
    Targets,
)
from law.cases import service

BASIS = Basis(cites="art. 1", grade="B", confidence="confirmed")
LAW = Law(
    id="tr-1",
    name="an act",
    country="TR",
    reach=frozenset({"TR"}),
    seats=frozenset({"TR"}),
    identity=DEFAULT,
    versions=(),
)
MILLION = Size(unit="daily-accesses", period="day", number=1_000_000, bound="more than")


@pytest.mark.parametrize(
    ("collected", "personal"),
    [
        (set(), False),
        ({"system.operations"}, False),
        ({"user.content.public"}, False),
        ({"user.name"}, True),
        ({"user.name.first"}, True),
        ({"user.namesake"}, False),
        ({"user.device.ip_address"}, False),
        ({"user.device.ip_address", "user.content.public"}, False),
        ({"user.device.ip_address", "user.device.cookie_id"}, True),
        ({"user.demographic.gender", "user.contact.address.postal_code"}, True),
        ({"user.contact.address.country", "user.demographic.gender"}, False),
        ({"user.demographic.religious_belief"}, False),
        ({"user.demographic.religious_belief", "user.unique_id"}, True),
        ({"user.biometric.voice"}, True),
        ({"user"}, True),
        ({"user.contact"}, True),
    ],
)
def test_a_set_identifies_when_one_is_direct_or_enough_stand_together(
    collected: set[str], personal: bool
) -> None:
    """A coarse key such as `user` counts as everything below it."""
    assert personal is identify(frozenset(collected), DEFAULT).personal


def test_how_many_quasi_identifiers_it_takes_is_a_parameter() -> None:
    """A pack may ask for three."""
    two = frozenset({"user.device.ip_address", "user.device.cookie_id"})

    assert not identify(two, replace(DEFAULT, min_quasi=3)).personal
    assert identify(two | {"user.unique_id"}, replace(DEFAULT, min_quasi=3)).personal


keys = st.frozensets(st.sampled_from([*DIRECT, *QUASI, *SPECIAL, "user.content.public"]))


@given(keys, keys)
def test_collecting_more_never_makes_a_person_less_identified(
    some: frozenset[str], more: frozenset[str]
) -> None:
    """What identifies keeps identifying whatever is added."""
    if identify(some, DEFAULT).personal:
        assert identify(some | more, DEFAULT).personal


@pytest.mark.parametrize(
    ("count", "bound", "holds"),
    [
        (999_999, "more than", False),
        (1_000_000, "more than", False),
        (1_000_001, "more than", True),
        (999_999, "at least", False),
        (1_000_000, "at least", True),
        (999_999, "less than", True),
        (1_000_000, "less than", False),
    ],
)
def test_a_threshold_is_reached_as_its_text_says(count: int, bound: Bound, holds: bool) -> None:
    """`more_than` and `at_least` part at the number itself."""
    stated = service(
        numbers=(Number(country="TR", unit="daily-accesses", period="day", count=count),)
    )

    answer = ask(replace(MILLION, bound=bound), LAW, stated)

    assert holds is answer.holds
    assert f"{count:,}" in answer.text


def test_a_number_that_is_not_stated_counts_as_reached_and_is_an_assumption() -> None:
    """In doubt the law binds; a number of another country, unit or period does not help."""
    others = (
        Number(country="KZ", unit="daily-accesses", period="day", count=1),
        Number(country="TR", unit="persons", period="day", count=1),
        Number(country="TR", unit="daily-accesses", period="12-months", count=1),
    )

    answer = ask(MILLION, LAW, service(numbers=others))

    assert answer.holds
    assert "taken as reached" in (answer.assumption or "")
    assert not ask(replace(MILLION, bound="less than"), LAW, service(numbers=others)).holds


def test_an_alternative_that_needs_no_assumption_is_preferred() -> None:
    """The chain rests on what is known as far as it can."""
    either = Requirement(
        alternatives=(Alternative(test=MILLION), Alternative(test=Targets())), basis=BASIS
    )

    met = examine(either, LAW, service(targets="TR"))

    assert (
        met.holds,
        met.assumption,
        met.reason.text,
    ) == (True, None, "the service is aimed at TR")


def test_a_requirement_that_is_not_met_names_every_way_that_failed() -> None:
    """A reader sees all that would have to change."""
    either = Requirement(
        alternatives=(Alternative(test=Established()), Alternative(test=Targets())), basis=BASIS
    )

    met = examine(either, LAW, service(targets="KZ"))

    assert not met.holds
    assert "not established in TR; the service is not aimed at TR" in met.reason.text
