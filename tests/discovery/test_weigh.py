"""Words, values and place to odds: each kind of evidence turns the scale where it should."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domicile.discovery.implied import Place
from domicile.discovery.model import Column, Hint, Kind, Match, Observation, Profile, Reading
from domicile.discovery.values.interval import wilson
from domicile.discovery.weigh import Weighed, kinship, strength, weigh

EMAIL, PHONE, NAME = "user.contact.email", "user.contact.phone_number", "user.name"
SAMPLED = Profile(rows=100, distinct=100, length=20, words=1)


def _hint(category: str, weight: float) -> Hint:
    return Hint(category=category, weight=weight, words="word", language="en")


def _match(category: str, matched: int, chance: float = 0.01) -> Match:
    return Match(detector="test", category=category, matched=matched, of=100, chance=chance)


def _observed(
    *evidence: Hint | Match, kind: Kind = "text", profile: Profile = SAMPLED
) -> Observation:
    return Observation(
        column=Column(name="c", type="text", kind=kind),
        profile=profile,
        readings=(
            Reading(
                hints=tuple(each for each in evidence if isinstance(each, Hint)),
                matches=tuple(each for each in evidence if isinstance(each, Match)),
            ),
        ),
    )


def _first(observation: Observation, owner: float = 0.9, *, is_person: bool = False) -> Weighed:
    return weigh(observation, Place(owner=owner, is_person=is_person))[0]


def test_a_sure_word_is_enough() -> None:
    """Nothing else is meant by it."""
    assert _first(_observed(_hint("user.name.last", 1.0))).likelihood > 0.9


def test_values_alone_are_enough_if_chance_does_not_make_them() -> None:
    """A column named x that is full of e-mail addresses is one of e-mail addresses."""
    assert _first(_observed(_match(EMAIL, 99))).likelihood > 0.9
    assert _first(_observed(_match(EMAIL, 99, chance=0.8))).likelihood < 0.5


def test_values_that_fail_refute_the_word() -> None:
    """`email` without a single address in a hundred values is something else."""
    named = _observed(_hint(EMAIL, 1.0))
    assert _first(named).likelihood < 0.7
    assert _first(_observed(_hint(EMAIL, 1.0), _match(EMAIL, 90))).likelihood > 0.95


def test_a_type_that_cannot_hold_it_refutes_the_word() -> None:
    """`email_verified` as a boolean, whatever the words say."""
    assert _first(_observed(_hint(NAME, 1.0), kind="boolean")).likelihood < 0.3


def test_a_word_for_a_thing_takes_the_person_away() -> None:
    """`product_name` in a product's table."""
    thing = _observed(_hint(NAME, 0.35), _hint("", 1.0))
    assert _first(thing, owner=0.2).likelihood < 0.1


def test_a_weak_word_means_a_person_in_a_persons_row_only() -> None:
    """`name` of a customer; not that of a tariff, nor of a guild that somebody founded."""
    weak = _observed(_hint(NAME, 0.35))
    assert _first(weak, owner=0.95, is_person=True).likelihood > 0.5
    assert _first(weak, owner=0.95).likelihood < 0.3
    assert _first(weak, owner=0.1).likelihood < 0.3


def test_a_state_beside_a_street_is_a_part_of_an_address() -> None:
    """Elsewhere it says how far something has come."""
    weak = _observed(_hint("user.contact.address.state", 0.35))
    here = Place(owner=0.9, has_address=True)
    assert weigh(weak, here)[0].likelihood > 0.5 > weigh(weak, Place(owner=0.9))[0].likelihood


def test_numbers_of_companies_are_not_identities() -> None:
    """A column named like a tax number whose values pass the check of companies only."""
    company = _observed(_hint("user.government_id", 1.0), _match("", 98))
    assert _first(company).likelihood < 0.5


def test_in_a_persons_row_what_varies_is_about_the_person() -> None:
    """Nothing else says so: it is proposed, and it is doubtful."""
    plain = _observed()
    own = weigh(plain, Place(owner=0.98, is_person=True))
    assert ["user"] == [each.category for each in own]
    assert 0.5 < own[0].likelihood < 0.8
    assert () == weigh(plain, Place(owner=0.98))


@given(matched=st.integers(0, 100), chance=st.floats(0.01, 1))
def test_more_matches_never_say_less(matched: int, chance: float) -> None:
    """Strength grows with the rate, and chance takes from it."""
    less = strength(_match(EMAIL, max(0, matched - 1), chance))
    more = strength(_match(EMAIL, matched, chance))
    assert 0 <= less <= more
    assert more <= strength(_match(EMAIL, matched, 0.01))


@given(matched=st.integers(0, 400), extra=st.integers(0, 400))
def test_the_interval_holds_the_rate(matched: int, extra: int) -> None:
    """Wilson's: within [0, 1], around the rate, never upside down."""
    of = matched + extra
    low, high = wilson(matched, of)
    assert 0 <= low <= high <= 1
    if of:
        assert low <= matched / of <= high


def test_what_speaks_for_a_part_speaks_for_the_whole() -> None:
    """And for its neighbours less, for others not at all."""
    assert kinship(EMAIL, EMAIL) == 1
    assert 1 > kinship(EMAIL, "user.contact") > kinship("user.name.first", "user.name.last") > 0
    assert kinship(EMAIL, PHONE) == 0
