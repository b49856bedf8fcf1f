"""Which chunks a sample looks at: a keyed choice, the same for the same seed. Pure."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from domicile.evidence.model import Key

_MOST_ROWS = 500
_LEAST_CHUNKS = 20
_SCALE = 1 << 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A wish: about that many rows of all, or that fraction of them; and the seed of the choice."""

    seed: int
    fraction: float | None = None
    rows: int | None = None


def parse_size(text: str) -> tuple[float | None, int | None]:
    """(fraction, None) or (None, rows): `0.01` and `1%` are fractions, `5000` is rows.

    Raises:
        ValueError: neither, or not positive, or a fraction over 1.
    """
    plain = text.strip().replace("_", "").replace(",", "")
    if plain.isdecimal():
        if int(plain) < 1:
            raise ValueError(f"{text!r} is no number of rows: it starts with 1")
        return None, int(plain)
    fraction = float(plain.removesuffix("%")) / (100 if plain.endswith("%") else 1)
    if not 0 < fraction <= 1:
        raise ValueError(f"{text!r} is not a fraction between 0 and 1")
    return fraction, None


def fraction_of(sample: Sample, estimated_rows: int) -> float:
    """The fraction of chunks to look at, when there are about that many rows in all."""
    if sample.fraction is not None:
        return sample.fraction
    return min(1.0, (sample.rows or 0) / max(estimated_rows, 1))


def chunk_size(fraction: float, estimated_rows: int) -> int:
    """Rows per chunk: small, so that a sample is many places rather than a few large ones."""
    return max(1, min(_MOST_ROWS, round(estimated_rows * fraction / _LEAST_CHUNKS)))


def chosen(*, seed: int, fraction: float, stage: str, after: Key | None) -> bool:
    """Whether the chunk that begins after this key is looked at."""
    named = json.dumps([seed, stage, after], ensure_ascii=False)
    drawn = int.from_bytes(hashlib.sha256(named.encode()).digest()[:8])
    return drawn < fraction * _SCALE
