"""`verify`: compare hub, homes and directory, chunk by chunk, and name every wrong row."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from domicile.config.model import Config
from domicile.evidence import order
from domicile.evidence.judge import PATIENCE_S
from domicile.evidence.model import Looked, Verification
from domicile.evidence.progress import keeper
from domicile.evidence.sample import Sample, chunk_size, fraction_of
from domicile.evidence.servers import Places, open_places
from domicile.evidence.stages import Stage, stages
from domicile.evidence.walk import Progress, Walk
from domicile.pg.compose import sql
from domicile.residence.fragments import Fragments

__all__ = ["Progress", "Wish", "verify", "verify_places"]

_CHUNK = 20_000
_EVERY_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How to verify: a sample of everything, going on where a run was interrupted.

    Args:
        every_s: how often, in seconds, the progress is written down.
        chunk: rows of a table that are compared at once.
        patience_s: how long to wait for those who work on a suspect row.
    """

    sample: Sample | None = None
    resume: bool = False
    every_s: float = _EVERY_S
    chunk: int = _CHUNK
    patience_s: float = PATIENCE_S


def verify(config: Config, progress: Progress, wish: Wish | None = None) -> Verification:
    """Everything that is not as the invariants I1 to I3 have it.

    Both sides are read in the order of the key, hub and homes at the same time, and the servers
    compute the digests. What looks wrong is looked at again while nobody can write or move
    it, so that moves and writes in flight raise no false alarm. No snapshot outlives a chunk.

    Raises:
        PreparationError: `apply` has not been run.
        ServerUnavailable: the hub is down; a home that is down is told in the result.
    """
    with open_places(config) as places:
        return verify_places(places, progress, wish or Wish())


def verify_places(places: Places, progress: Progress, wish: Wish) -> Verification:
    """`verify` over open connections."""
    result = Verification()
    size = wish.chunk
    if wish.sample is not None:
        total = _estimate(places)
        fraction = fraction_of(wish.sample, total)
        result.sample = Looked(fraction=fraction, seed=wish.sample.seed)
        size = min(size, chunk_size(fraction, total))
    listed = stages(places.data_map, places.parts, _unlike(places), sorted(places.config.homes))
    kept = keeper(places.hub, _plan(wish, size, listed), wish.every_s)
    position = kept.resume(result) if wish.resume else None
    places.unavailable.update(result.unavailable)
    walk = Walk(
        places=places,
        keeper=kept,
        result=result,
        progress=progress,
        size=size,
        patience_s=wish.patience_s,
    )
    with kept.kept():
        walk.go(listed, position)
    kept.finish()
    return result


def new_seed() -> int:
    """A seed for a sample that nobody could foresee."""
    return secrets.randbelow(1 << 32)


def _plan(wish: Wish, size: int, listed: list[Stage]) -> dict[str, object]:
    """What makes two runs the same work: their stages, columns, chunks and sample."""
    sample = wish.sample
    return {
        "stages": [[stage.name, *_columns(stage.part)] for stage in listed],
        "sample": None if sample is None else [sample.seed, sample.fraction, sample.rows],
        "size": size if sample is not None else None,
    }


def _columns(f: Fragments | None) -> list[str]:
    return [] if f is None else [column.name for column in f.mapped.key + f.mapped.written]


def _unlike(places: Places) -> frozenset[str]:
    """The stems of tables whose keys some home does not sort as the hub does."""
    found: set[str] = set()
    for f in places.parts:
        statement = order.key_order(f)
        here = [str(row[0]) for row in places.hub.rows(statement)]
        for country in places.up():
            with places.unless_down():
                there = [str(row[0]) for row in places.home(country).rows(statement)]
                if not order.alike(here, there):
                    found.add(f.stem)
    return frozenset(found)


def _estimate(places: Places) -> int:
    """About how many rows the mapped tables have in the hub: counted where nothing is known."""
    total = 0
    for f in places.parts:
        known = sql.SQL("SELECT reltuples::bigint FROM pg_class WHERE oid = {}::regclass").format(
            sql.Literal(f.base.as_string(None))
        )
        (rows,) = places.hub.rows(known)[0]
        if rows <= 0:
            counted = sql.SQL("SELECT count(*) FROM {}").format(f.base)
            (rows,) = places.hub.rows(counted)[0]
        total += int(rows)
    return total
