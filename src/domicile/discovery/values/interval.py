"""How far a share measured on a sample may be off."""

from __future__ import annotations

from math import sqrt


def wilson(matched: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The interval that holds the true share, given that `matched` of `of` values passed.

    Unlike the textbook's interval it is right for few values and for shares of 0 and 1.
    Source: Wilson, "Probable Inference", J. Am. Stat. Assoc. 22 (1927).

    Args:
        matched: how many passed, in [0, of].
        of: how many were tested; none of them leaves everything open: (0, 1).
        z: the normal quantile of the confidence; 1.96 is 95 %.

    Returns:
        the lower and the upper bound, each in [0, 1], with `matched / of` between them.
    """
    if of <= 0:
        return 0.0, 1.0
    share = matched / of
    scale = 1 + z * z / of
    middle = share + z * z / (2 * of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low = 0.0 if matched <= 0 else min(share, max(0.0, (middle - reach) / scale))
    high = 1.0 if matched >= of else max(share, min(1.0, (middle + reach) / scale))
    return low, high
