"""What ties a person to countries, and whom a clause means."""

from __future__ import annotations

from itertools import product

import pytest

from domicile.config.service import Whose
from domicile.placement.ties import Ties, ties_of

RU = frozenset({"RU"})


@pytest.mark.parametrize(("citizenship", "territory"), [*product(["RU", "DE"], repeat=2)])
def test_a_label_is_read_back(citizenship: str, territory: str) -> None:
    """The directory keeps labels; nothing else is kept of the evidence."""
    ties = Ties(citizenship, territory)
    assert ties_of(ties.label) == ties
    assert ties.countries == {citizenship, territory}


@pytest.mark.parametrize(
    ("whose", "abroad", "foreigner"),
    [
        ("citizens", True, False),
        ("residents", False, True),
        ("persons-in-territory", False, True),
        ("all", True, True),
    ],
)
def test_whom_a_clause_means(whose: Whose, abroad: bool, foreigner: bool) -> None:
    """A citizen who lives abroad, a foreigner who lives there, and one who is both."""
    assert Ties("RU", "DE").within(RU, whose) is abroad
    assert Ties("DE", "RU").within(RU, whose) is foreigner
    assert Ties("RU", "RU").within(RU, whose)
    assert not Ties("DE", "DE").within(RU, whose)
