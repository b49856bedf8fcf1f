"""A sample is a keyed choice of chunks, and says how much it looked at."""

from __future__ import annotations

import pytest

from domicile.evidence.sample import Sample, chosen, chunk_size, fraction_of, parse_size
from evidence.village import Settle


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("0.01", (0.01, None)),
        ("1%", (0.01, None)),
        ("100%", (1.0, None)),
        ("1", (None, 1)),
        ("5000", (None, 5000)),
        ("1_000_000", (None, 1_000_000)),
    ],
)
def test_a_size_is_a_fraction_or_a_number_of_rows(
    text: str, size: tuple[float | None, int | None]
) -> None:
    """With a point or a per cent sign it is a fraction."""
    assert size == parse_size(text)


@pytest.mark.parametrize("text", ["0", "0.0", "-1", "1.5", "101%", "many", "", "nan", "inf"])
def test_a_size_that_is_neither_is_refused(text: str) -> None:
    """Nothing of it is guessed."""
    with pytest.raises(ValueError, match=r".+"):
        parse_size(text)


def test_about_the_fraction_of_chunks_is_chosen_and_another_seed_chooses_others() -> None:
    """Chunks are drawn independently of each other, by seed, table and key."""
    keys = [(str(n),) for n in range(10_000)]
    one, same, other = (
        {key for key in keys if chosen(seed=seed, fraction=0.1, stage="chunks x", after=key)}
        for seed in (1, 1, 2)
    )

    assert one == same
    assert 800 < len(one) < 1200
    assert 50 < len(one & other) < 200
    assert all(chosen(seed=1, fraction=1.0, stage="x", after=key) for key in [None, *keys])


def test_rows_become_a_fraction_and_chunks_become_small() -> None:
    """About twenty chunks at the least, where there are rows enough."""
    assert 0.01 == fraction_of(Sample(seed=1, rows=1000), 100_000)
    assert 1.0 == fraction_of(Sample(seed=1, rows=1000), 10)
    assert (500, 50, 1) == (
        chunk_size(0.5, 10**9),
        chunk_size(0.01, 100_000),
        chunk_size(0.01, 100),
    )


def test_a_sample_says_what_it_looked_at_and_finds_what_is_there(settle: Settle) -> None:
    """A fraction of one finds every fault; less looks at less, and the same seed at the same."""
    village = settle(people=60)
    village.quietly("UPDATE person SET email = 'leaked' WHERE country = 'RU'")
    village.quietly("INSERT INTO person VALUES (-1, 'secret'), (61, 'secret')", at="DE")

    all_of_it = village.verify(sample=Sample(seed=5, fraction=1.0))
    assert all_of_it.sample is not None
    assert all_of_it.sample.chunks == all_of_it.sample.chunks_looked_at
    assert (180, 180, 17) == (all_of_it.rows, all_of_it.sample.rows, all_of_it.found)

    some = village.verify(sample=Sample(seed=5, rows=60))
    assert some.sample is not None
    assert 0 < some.rows < 180 == some.sample.rows
    assert 0 < some.sample.chunks_looked_at < some.sample.chunks
    assert set(some.violations) < set(all_of_it.violations)
    assert some.to_dict() == village.verify(sample=Sample(seed=5, rows=60)).to_dict()
    assert some.violations != village.verify(sample=Sample(seed=6, rows=60)).violations
