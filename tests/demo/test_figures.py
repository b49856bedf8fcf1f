"""Percentiles and sums: what the demo claims about latency."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.demo.figures import Outcome, Phase, latency, percentile

durations = st.lists(st.floats(min_value=0, max_value=1e6), min_size=1)
percents = st.integers(min_value=1, max_value=100)


@given(durations, percents)
def test_a_percentile_is_the_smallest_value_that_covers_so_many(
    values: list[float], percent: int
) -> None:
    """The definition of nearest rank, by counting."""
    ordered = sorted(values)
    found = percentile(ordered, percent)

    def covered(limit: float) -> int:
        return 100 * sum(value <= limit for value in ordered)

    assert found in ordered
    assert covered(found) >= percent * len(ordered)
    smaller = [value for value in ordered if value < found]
    if smaller:
        assert covered(smaller[-1]) < percent * len(ordered)


def test_percentiles_of_a_hundred_values_are_their_ranks() -> None:
    """1 to 100: the 99th percentile is 99, and the worst is not hidden in it."""
    found = latency([float(n) for n in range(100, 0, -1)])

    assert found is not None
    assert (found.p50_ms, found.p95_ms, found.p99_ms, found.max_ms) == (50, 95, 99, 100)


@given(durations)
def test_latency_figures_never_decrease(values: list[float]) -> None:
    """p50 <= p95 <= p99 <= max, for any durations."""
    found = latency(values)

    assert found is not None
    assert found.p50_ms <= found.p95_ms <= found.p99_ms <= found.max_ms == max(values)


def test_no_operation_has_no_latency() -> None:
    """Nothing is not zero milliseconds."""
    assert latency([]) is None


@pytest.mark.parametrize("percent", [0, -1, 101])
def test_a_percentile_outside_of_a_hundred_is_refused(percent: int) -> None:
    """A caller's mistake does not become a figure."""
    with pytest.raises(ValueError, match="must be 1 to 100"):
        percentile([1.0], percent)


def test_a_phase_adds_up_reads_and_writes() -> None:
    """Errors by SQLSTATE are summed; only what succeeded counts for the rate."""
    phase = Phase(
        name="during",
        seconds=2.0,
        reads=Outcome(succeeded=30, errors={"08006": 1}),
        writes=Outcome(succeeded=10, errors={"08006": 2, "57014": 4}),
    )

    assert phase.operations_per_s == 20
    assert phase.errors == {"08006": 3, "57014": 4}
    assert phase.failed == 7


def test_a_phase_that_has_just_begun_has_no_rate() -> None:
    """Zero seconds divide nothing."""
    assert Phase(name="after", seconds=0, reads=Outcome(), writes=Outcome()).operations_per_s == 0
