"""Examining a column's values: what is tested, how chance is found, and that nothing breaks it."""

from __future__ import annotations

import time
import tracemalloc
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domicile.config.service import Category
from domicile.discovery.model import Kind, Match
from domicile.discovery.values import (
    birth,
    contact,
    identifiers,
    money,
    names,
    network,
    places,
    secrets,
    vocabulary,
)
from domicile.discovery.values.detector import FLOOR, Detector, shuffled
from domicile.discovery.values.examine import examine, unfold
from domicile.discovery.values.interval import wilson

KINDS: tuple[Kind, ...] = get_args(Kind)
NOUNS = (birth, contact, identifiers, money, names, network, places, secrets, vocabulary)
DETECTORS: list[Detector] = [detector for noun in NOUNS for detector in noun.DETECTORS]
INN = ("500100732259", "934232199997", "954396229749", "358526273502", "383462756692")


def found(values: list[str], kind: Kind = "text") -> dict[str, Match]:
    """The matches by the names of their detectors."""
    return {match.detector: match for match in examine(values, kind)}


def test_detectors_have_different_names() -> None:
    """A match says which test was passed."""
    texts = [detector.name for detector in DETECTORS]
    texts += [identifier.name for identifier in identifiers.identifiers()]

    assert sorted(set(texts)) == sorted(texts)


def test_detectors_find_categories_that_exist() -> None:
    """A misspelt category would never be asked for by anybody."""
    named = {detector.category for detector in DETECTORS}
    named |= {identifier.category for identifier in identifiers.identifiers()}
    known = set(_categories())

    assert set() == named - known - {""}


def _categories() -> list[str]:
    from importlib import resources

    assert Category
    text = resources.files("domicile.config").joinpath("categories.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_nothing_is_found_in_nothing() -> None:
    """An empty sample has no matches, and neither has one of placeholders."""
    assert () == examine([], "text")
    assert () == examine(["-", "n/a", " ", ""], "text")


def test_placeholders_are_not_counted() -> None:
    """Dirt that people write where they have nothing to write does not lower the rate."""
    match = found(["a@example.org", "b@example.org", "n/a", "-"])["e-mail address"]

    assert (2, 2) == (match.matched, match.of)


def test_at_most_two_hundred_values_are_tested() -> None:
    """Values beyond that are thinned out evenly: the sorted ones at the end are seen too."""
    values = [f"word{n}" for n in range(200)] + [f"user{n}@example.org" for n in range(200)]
    match = found(values)["e-mail address"]

    assert (100, 200) == (match.matched, match.of)


def test_a_detector_stops_when_the_first_values_are_something_else() -> None:
    """Fewer than three in ten of a probe end it."""
    values = [f"user{n}@example.org" if n % 8 == 0 else f"word {n}" for n in range(160)]

    assert "e-mail address" not in found(values)


def test_the_most_telling_match_comes_first() -> None:
    """The order is that of the rate above chance, and always the same."""
    values = [f"{name} Schmidt" for name in ("Anna", "Peter", "Maria", "Hans", "Julia")]
    matches = examine(values, "text")

    assert "full name" == matches[0].detector
    assert matches == examine(values, "text")
    assert sorted(matches, key=lambda m: m.chance - m.rate) == list(matches)


def test_shuffling_keeps_the_digits_and_everything_else() -> None:
    """The look of a value stays; only the order of its digits is another, and always the same."""
    values = ["12-34 ab 56", "no digits", "7"]
    once = shuffled(values)

    assert once == shuffled(values)
    for before, after in zip(values, once, strict=True):
        assert sorted(before) == sorted(after)
        assert [c for c in before if not c.isdigit()] == [c for c in after if not c.isdigit()]


def test_numbers_with_check_digits_are_not_likely_by_chance() -> None:
    """Real numbers of people pass as they are, and not with their digits shuffled."""
    match = found(list(INN))["ИНН of a person, Russia"]

    assert (5, 5) == (match.matched, match.of)
    assert match.chance <= 0.2


@pytest.mark.parametrize("width", [9, 10, 11, 12, 13, 16])
def test_a_sequence_is_no_number_of_a_person(width: int) -> None:
    """1 to 400 padded to the length of a national id has its check digits by chance only."""
    values = [f"{number:0{width}}" for number in range(1, 401)]
    personal = {
        match.detector
        for match in examine(values, "text")
        if match.category.startswith("user.government_id") and match.rate - match.chance > 0.3
    }

    assert set() == personal


def test_random_numbers_are_not_numbers_of_people() -> None:
    """Numbers of the right length, made without check digits: at most weak matches."""
    values = [str(10**11 + 7_919_551_373 * n % (9 * 10**11)) for n in range(400)]

    assert [] == [m for m in examine(values, "integer") if m.category and m.rate - m.chance > 0.3]


def test_no_match_is_as_likely_by_chance() -> None:
    """What other values of the same look pass as often is left out."""
    values = [str(1_000_000_000 + 8_765_433 * n) for n in range(300)]

    assert all(match.rate > match.chance >= FLOOR for match in examine(values, "integer"))


def test_small_numbers_flags_and_keys_are_nothing() -> None:
    """The commonest columns of all have no match."""
    assert () == examine([str(n) for n in range(400)], "integer")
    assert () == examine(["t", "f"], "boolean")
    assert () == examine([f"{n:08x}-0000-4000-8000-000000000000" for n in range(50)], "uuid")
    assert () == examine([f"{n}.5{n % 10}" for n in range(100)], "decimal")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12), st.sampled_from(KINDS))
def test_no_text_of_any_kind_breaks_it(values: list[str], kind: Kind) -> None:
    """Whatever is in the database, there are matches or none, with sums that add up."""
    for match in examine(values, kind):
        assert 0 < match.matched <= match.of
        assert FLOOR <= match.chance < 1
    for leaves in unfold(values, kind).values():
        assert list(dict.fromkeys(leaves)) == list(leaves)


HOSTILE = {
    "at signs": "a@" * 2048,
    "dots": "a." * 2048,
    "mails": "a@b.c," * 682,
    "spaces": " " * 4095 + "x",
    "digits": "7" * 4096,
    "grouped": "12 34-" * 682,
    "quotes": '{"' * 2048,
    "escapes": '"\\' * 2048,
    "escaped quotes": '{"a":' + '\\"' * 2040,
    "braces": "{" * 4096,
    "brackets": "[" * 4096,
    "tags": "<a>" * 1365,
    "open tags": "<a " * 1365,
    "pairs": '"a"=>' * 819,
    "dollars": "$2b$12$" + "." * 4000,
    "tokens": "eyJ" + "a" * 2000 + "." * 2000,
    "words": "Ivan " * 819,
    "hyphens": "a-" * 2048,
    "dashed name": "Anna" + "-anna" * 800,
    "slashes": "https://" + "a/" * 2040,
    "stars": "*" * 4096,
    "capitals": "A" * 4096,
    "points": "1.5," * 1000,
    "streets": "street " * 580,
    "chinese": "王" * 4096,
    "marks": "a\u0301" * 2048,
    "surrogate": "\udcff" * 100,
    "rtl": "\u202e" + "שלום " * 800,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["text", "json", "hstore", "xml", "array", "network"])
def test_hostile_values_take_bounded_time(name: str, kind: Kind) -> None:
    """Sixteen values of 4 kB, made to make patterns go back and forth, are done in no time."""
    values = [HOSTILE[name] + str(n) for n in range(8)]
    values += [str(n) + HOSTILE[name] for n in range(8)]
    begin = time.perf_counter()
    examine(values, kind)

    assert time.perf_counter() - begin < 1


def test_a_column_takes_little_time() -> None:
    """Loose bounds, twenty times of what was measured: a slip to another order shows here."""
    columns: list[tuple[list[str], Kind, float]] = [
        ([str(n) for n in range(400)], "integer", 0.006),
        ([f"Blue Garden Chair {n}" for n in range(400)], "text", 0.06),
        (
            [f"2024-01-{n % 28 + 1:02} 10:{n % 60:02}:{n // 60:02}" for n in range(400)],
            "timestamp",
            0.02,
        ),
    ]
    for values, kind, bound in columns:
        examine(values, kind)
        begin = time.perf_counter()
        examine(values, kind)
        assert time.perf_counter() - begin < bound


def test_examining_needs_little_memory() -> None:
    """Four hundred values of 4 kB each are not copied many times over."""
    values = [f"{n} " + "lorem ipsum dolor " * 220 for n in range(400)]
    examine(values, "text")
    tracemalloc.start()
    examine(values, "text")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 12_000_000


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(matched: int, more: int) -> None:
    """Bounds are shares, and the measured one lies between them."""
    of = matched + more
    low, high = wilson(matched, of)

    assert 0 <= low <= high <= 1
    assert of == 0 or low <= matched / of <= high


def test_the_interval_is_wilsons() -> None:
    """Values worked out by hand from the formula."""
    low, high = wilson(8, 10)

    assert (0.490, 0.943) == (round(low, 3), round(high, 3))
    assert (0.0, 1.0) == wilson(0, 0)
    assert 0.0 == wilson(0, 20)[0]
    assert 1.0 == wilson(20, 20)[1]
