"""A few of the trials of `make chaos`, with the same seed every time."""

from __future__ import annotations

import pytest

from chaos.trial import run
from chaos.village import Village


@pytest.mark.parametrize("number", range(1, 4))
def test_a_trial_under_live_writes_finds_nothing(village: Village, number: int) -> None:
    """Movers, writers and a storm at once: no acknowledged write is lost, and calm returns."""
    assert run(village, f"242/{number}").faults == []
