"""What the traffic's process and its parent say to each other survives the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domicile.demo.figures import Latency, Outcome, Phase
from domicile.demo.traffic.wire import Line, Ready, Refused, Second, Summary, decode, encode

numbers = st.floats(min_value=0, max_value=1e9)
latencies = st.builds(Latency, p50_ms=numbers, p95_ms=numbers, p99_ms=numbers, max_ms=numbers)
sqlstates = st.text("0123456789ABCDEFP", min_size=5, max_size=5)
outcomes = st.builds(
    Outcome,
    succeeded=st.integers(min_value=0),
    errors=st.dictionaries(sqlstates, st.integers(min_value=1)),
    latency=st.none() | latencies,
)
phases = st.builds(Phase, name=st.text(), seconds=numbers, reads=outcomes, writes=outcomes)
lines = st.one_of(
    st.builds(Ready),
    st.builds(Refused, sqlstate=sqlstates),
    st.builds(Second, lately=phases),
    st.builds(Summary, phases=st.lists(phases).map(tuple)),
)


@given(lines)
def test_a_line_is_read_as_it_was_written(line: Line) -> None:
    """Any line survives, on one line."""
    text = encode(line)

    assert "\n" not in text
    assert line == decode(text)


@pytest.mark.parametrize(
    "text",
    ["", "{}", '{"is_a":"rumour"}', '{"is_a":"ready","and":1}', '{"is_a":"refused"}'],
)
def test_what_is_not_a_line_is_refused(text: str) -> None:
    """Nothing is guessed, nothing unknown is let through."""
    with pytest.raises(ValidationError):
        decode(text)
