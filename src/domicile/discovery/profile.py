"""A column's sample in numbers: how full, how varied, how long."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from statistics import median_low

from domicile.discovery.model import Profile


def profile(cells: Sequence[str | None], counts: Counter[str]) -> Profile:
    """The numbers of one column.

    Args:
        cells: the sampled cells, None for NULL.
        counts: the same without NULL, each value with how often it came.
    """
    if not counts:
        return Profile(rows=len(cells), nulls=len(cells))
    filled = counts.total()
    return Profile(
        rows=len(cells),
        nulls=len(cells) - filled,
        distinct=len(counts),
        length=median_low(len(value) for value in counts),
        words=median_low(len(value.split()) for value in counts),
        entropy=-sum(n / filled * math.log2(n / filled) for n in counts.values()),
    )
