"""The journal: every operation is counted once, in the phase in which it was due."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domicile.demo.traffic.journal import Journal

moments = st.floats(min_value=0, max_value=100)
operations = st.lists(
    st.tuples(st.sampled_from(["read", "write"]), moments, st.sampled_from([None, "08006"]))
)


def test_an_operation_belongs_to_the_phase_in_which_it_was_due() -> None:
    """What the move made to wait is the move's, even if it ends after it."""
    journal = Journal("before", at=0)
    journal.mark("during", at=10)
    journal.mark("after", at=20)
    journal.add("read", due=5, done=5.001)
    journal.add("read", due=19, done=23)
    before, during, after = journal.phases(at=30)

    assert (before.reads.succeeded, during.reads.succeeded, after.reads.succeeded) == (1, 1, 0)
    assert during.reads.latency is not None
    assert during.reads.latency.max_ms == 4000


def test_an_error_is_counted_and_has_no_latency() -> None:
    """A refusal in a millisecond does not make the application look fast."""
    journal = Journal("before", at=0)
    journal.add("write", due=1, done=1.001, sqlstate="57014")
    (before,) = journal.phases(at=2)

    assert before.writes.errors == {"57014": 1}
    assert before.writes.succeeded == 0
    assert before.writes.latency is None


def test_a_phase_that_comes_back_goes_on() -> None:
    """Its seconds add up."""
    journal = Journal("calm", at=0)
    journal.mark("storm", at=3)
    journal.mark("calm", at=5)
    calm, storm = journal.phases(at=10)

    assert (calm.name, calm.seconds) == ("calm", 8)
    assert (storm.name, storm.seconds) == ("storm", 2)


def test_the_last_second_is_told_once() -> None:
    """`lately` starts anew each time and keeps nothing from the phases."""
    journal = Journal("before", at=0)
    journal.add("read", due=0.5, done=0.6)
    first, second = journal.lately(at=1), journal.lately(at=2)

    assert (first.reads.succeeded, second.reads.succeeded) == (1, 0)
    assert journal.phases(at=2)[0].reads.succeeded == 1


@given(st.lists(st.tuples(st.sampled_from("abc"), moments)), operations)
def test_no_operation_is_lost_between_phases(
    marks: list[tuple[str, float]], done: list[tuple[str, float, str | None]]
) -> None:
    """Whatever the marks, the phases hold every operation once and the whole time once."""
    journal = Journal("a", at=0)
    for name, at in sorted(marks, key=lambda mark: mark[1]):
        journal.mark(name, at=at)
    for kind, due, sqlstate in done:
        journal.add("read" if kind == "read" else "write", due=due, done=due, sqlstate=sqlstate)
    phases = journal.phases(at=100)

    counted = sum(p.reads.succeeded + p.writes.succeeded + p.failed for p in phases)
    assert counted == len(done)
    assert abs(sum(p.seconds for p in phases) - 100) < 1e-6
