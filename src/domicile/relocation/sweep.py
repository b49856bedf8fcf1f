"""What a crash between R3 and R6 left at a home: rows that nobody in the hub says are there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from domicile.pg.compose import Composed, comma, sql
from domicile.relocation import aftercare
from domicile.relocation import statements as s
from domicile.relocation.confirm import Memory, refuse, remember, remembered
from domicile.relocation.holders import Holders
from domicile.relocation.session import Session, send_keys
from domicile.residence.fragments import Fragments

if TYPE_CHECKING:
    from domicile.relocation.world import World

_SIZE = 5_000
_PATIENCE_S = 3.0
Key = tuple[str, ...]


def sweep(world: World, country: str) -> bool:
    """Delete the garbage of batches that never reached R6; True when there was some.

    It is gone then, or somebody works on it, and it will be by another time.

    The home's log has batches that the hub's has not: either they are being moved now or their
    mover died. Once every transaction of now has ended, they are dead. Batches that the hub has
    committed are confirmed at home on the way.

    Raises:
        HubRestored: the hub has forgotten batches; what the home has is the newest copy.
    """
    home = world.home(country, world.data_map.subjects[0])
    memory = refuse_restored(world, country)
    if memory.to_remember:
        remember(home, memory)
    dead = _dead_batches(world, country, memory)
    if not dead:
        return bool(memory.garbage)
    counts = [
        _delete(world, world.home(country, f.mapped.subject), f, suspects, country)
        for f in world.hub.parts
        for suspects in _suspects(world, f, country)
    ]
    if None not in counts:
        home = world.home(country, world.data_map.subjects[0])
        home.run(sql.SQL("DELETE FROM domicile.batch WHERE batch = ANY (%s)"), [dead])
        home.commit()
    return any(count != 0 for count in counts)


def _suspects(world: World, f: Fragments, country: str) -> Iterator[list[Key]]:
    home = world.home(country, f.mapped.subject)
    world.hub.prepare(f.mapped.subject)
    return strays(world.hub, home, f, country)


def confirm_flipped(world: World, country: str) -> None:
    """The home knows which of its batches the hub has committed, as far as it can be told now."""
    home = world.home(country, world.data_map.subjects[0])
    memory = remembered(world.hub, home, country)
    if memory.to_remember and not memory.restored:
        remember(home, memory)


def refuse_restored(world: World, country: str) -> Memory:
    """What the home remembers, when nothing in it says that the hub was restored.

    Raises:
        HubRestored: the hub has forgotten batches that the home has.
    """
    home = world.home(country, world.data_map.subjects[0])
    memory = remembered(world.hub, home, country)
    refuse(memory, country)
    return memory


def strays(hub: Session, home: Session, f: Fragments, country: str) -> Iterator[list[Key]]:
    """Keys of rows at a home that the hub does not place there, chunk by chunk.

    They may be in flight: ask again with `still_stray` before you believe it.
    """
    last: Key | None = None
    while True:
        home.clear()
        statement = aftercare.next_keys(f, after=last is not None, size=_SIZE)
        home.filled.add(f.stem)
        keys = [tuple(map(str, row)) for row in home.rows(statement, list(last or ()))]
        if not keys:
            home.rollback()
            return
        last = keys[-1]
        send_keys(home, hub, [f])
        found = _drop_lawful(hub, f, country)
        hub.rollback()
        home.rollback()
        if found:
            yield found


def still_stray(hub: Session, f: Fragments, suspects: list[Key], country: str) -> list[Key]:
    """Those of the suspects that are stray even now; leaves them in the batch's table."""
    hub.clear()
    hub.fill_keys(f, suspects)
    return _drop_lawful(hub, f, country)


def _drop_lawful(hub: Session, f: Fragments, country: str) -> list[Key]:
    # In this order: a row that returns between the two is in the purges by then.
    hub.run(aftercare.drop_resident(f, country))
    hub.run(aftercare.drop_purged(f, country))
    return _left(hub, f)


def settle(hub: Session, patience_s: float = _PATIENCE_S) -> bool:
    """Wait until every transaction that runs now has ended; False when patience ran out."""
    # A number of our own: a snapshot's xmax may be the number of a transaction that still runs.
    (seen,) = hub.rows(sql.SQL("SELECT pg_current_xact_id()::text::bigint"))[0]
    hub.rollback()
    until = time.monotonic() + patience_s
    oldest = sql.SQL("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
    while True:
        (running,) = hub.rows(oldest)[0]
        hub.rollback()
        if running >= seen:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.05)


def _dead_batches(world: World, country: str, memory: Memory) -> list[object]:
    """The garbage that nobody brings any more, unless any home says that the hub was restored."""
    if not memory.garbage or not settle(world.hub):
        return []
    for other in sorted(set(world.config.homes) - {country}):
        with world.unless_down():
            refuse_restored(world, other)
    return list(refuse_restored(world, country).garbage)


def _delete(
    world: World, home: Session, f: Fragments, suspects: list[Key], country: str
) -> int | None:
    """Delete them, unless somebody brings them or has brought them meanwhile: how many.

    None when somebody works on them: the next run tries again.
    """
    hub = world.hub
    if not still_stray(hub, f, suspects, country):
        world.rollback()
        return 0
    send_keys(hub, home, [f])
    home.run(_drop_spared(f))
    count = home.run(aftercare.delete_rows(f))
    if not _are_nobodys(hub, f, country):
        world.rollback()
        return None
    hub.keep()
    home.commit()
    world.rollback()
    return count


def _are_nobodys(hub: Session, f: Fragments, country: str) -> bool:
    """The rows just deleted there belong to nobody there, and are on nobody's way to it.

    Asked after the DELETE. Who brings such a row later waits for its lock at home. Who had
    brought it before commits at home first: a mover has the row locked in the hub until R6, a
    transaction of the application is among those that have asked the home, and when they have
    ended the hub places the row there.
    """
    free = hub.rows(aftercare.lock_free(f))[0][0]
    holders = Holders(hub, country, patience_s=0)
    return (
        bool(free)
        and holders.let_go()
        and not (
            hub.run(aftercare.drop_resident(f, country))
            or hub.run(aftercare.drop_purged(f, country))
        )
    )


def spare(home: Session, f: Fragments, keys: list[Key]) -> None:
    """No sweep may delete these rows of that home: they are newer than the hub's backup."""
    for key in keys:
        home.run(
            sql.SQL("INSERT INTO domicile.spared VALUES (%s, %s) ON CONFLICT DO NOTHING"),
            [f.stem, list(key)],
        )
    home.commit()


def _drop_spared(f: Fragments) -> Composed:
    return sql.SQL(
        "DELETE FROM {} r USING domicile.spared x WHERE x.stem = {} AND x.key = ARRAY[{}]"
    ).format(
        s.rows_table(f),
        sql.Literal(f.stem),
        comma(sql.SQL("r.{}::text").format(sql.Identifier(name)) for name in f.own_keys),
    )


def _left(hub: Session, f: Fragments) -> list[Key]:
    listed = sql.SQL("SELECT {} FROM {}").format(
        sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(name)) for name in f.own_keys),
        s.rows_table(f),
    )
    return [tuple(map(str, row)) for row in hub.rows(listed)]
