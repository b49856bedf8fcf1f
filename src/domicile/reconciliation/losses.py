"""What a home no longer has: it was restored from an old backup, or a restored hub believes so.

Values of moved people are nowhere else: their rows are named, and nothing is blanked or deleted.
Of mirrored people the hub has a whole copy: their rows are pinned to the hub, and the mover
carries them home again with R1 to R6.
"""

from __future__ import annotations

from collections.abc import Iterator

from domicile.pg.compose import sql
from domicile.reconciliation import statements as s
from domicile.reconciliation.model import Named, Names
from domicile.relocation import aftercare
from domicile.relocation.confirm import Memory
from domicile.relocation.run import World
from domicile.relocation.session import Session
from domicile.relocation.statements import rows_table
from domicile.relocation.sweep import settle
from domicile.residence.fragments import Fragments

_SIZE = 5_000
_MISSING = "the home has no row for a resident: its values are lost unless a backup has them"
Key = tuple[str, ...]


def name_missing(world: World, country: str, names: Names, *, resend: bool) -> int:
    """Name the rows of residents that a home lacks; how many it is sent again.

    Args:
        resend: rows of mirrored people that the home lacks, or has in an older form, are pinned
            to the hub for the mover to carry; otherwise those that it lacks are named too.
    """
    sent = 0
    for f in world.hub.parts:
        for keys in _chunks(world, f):
            suspects = _lacking(world, f, country, keys, differing=resend)
            if not suspects:
                continue
            settle(world.hub)  # what was in flight has arrived
            again = _lacking(world, f, country, list(suspects), differing=resend)
            stale = [key for key, mirrored in again.items() if mirrored and resend]
            sent += _pin(world.hub, f, stale)
            for key in again.keys() - set(stale):
                names.add(Named(table=str(f.mapped.name), key=key, home=country, what=_MISSING))
    return sent


def tell_home(world: World, country: str, memory: Memory) -> None:
    """The home's log has the batches again that it had forgotten: nothing of them is missing."""
    home = world.home(country, world.data_map.subjects[0])
    rows = world.hub.rows(
        sql.SQL(
            "SELECT batch, kind, source, target, subjects, rows::text, salt, commitment, at"
            " FROM domicile.batch WHERE batch = ANY (%s)"
        ),
        [list(memory.lost)],
    )
    world.hub.rollback()
    for row in rows:
        home.run(
            sql.SQL(
                "INSERT INTO domicile.batch (batch, kind, source, target, subjects, rows, salt,"
                " commitment, at, confirmed) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, true)"
                " ON CONFLICT DO NOTHING"
            ),
            list(row),
        )
    home.commit()


def _chunks(world: World, f: Fragments) -> Iterator[list[Key]]:
    """The keys of all rows in the hub, a chunk at a time."""
    hub = world.hub
    hub.prepare(f.mapped.subject)
    last: Key | None = None
    while True:
        hub.filled.add(f.stem)
        statement = aftercare.next_keys(f, after=last is not None, size=_SIZE)
        keys = [tuple(map(str, row)) for row in hub.rows(statement, list(last or ()))]
        hub.rollback()
        if not keys:
            return
        last = keys[-1]
        yield keys


def _lacking(
    world: World, f: Fragments, country: str, keys: list[Key], *, differing: bool
) -> dict[Key, bool]:
    """Which of these rows should be at the home and are not: key -> mirrored.

    Args:
        differing: rows of mirrored people that are there with other values count too.
    """
    hub, home = world.hub, world.home(country, f.mapped.subject)
    width = len(f.mapped.key)
    hub.fill_keys(f, keys)
    wanted = {
        tuple(map(str, row[:width])): (bool(row[width]), row[-1])
        for row in hub.rows(s.values_at(f, country))
    }
    hub.rollback()
    home.clear()
    home.fill_keys(f, wanted)
    found = {tuple(map(str, row[:width])): row[width] for row in home.rows(s.values(f))}
    home.rollback()
    return {
        key: mirrored
        for key, (mirrored, digest) in wanted.items()
        if key not in found or (differing and mirrored and found[key] != digest)
    }


def _pin(hub: Session, f: Fragments, keys: list[Key]) -> int:
    if keys:
        hub.run(sql.SQL("TRUNCATE {}").format(rows_table(f)))
        hub.fill_keys(f, keys)
        hub.run(s.pin_here(f))
        hub.commit()
    return len(keys)
