"""After a return: the old home forgets the rows, once no snapshot in the hub asks for them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from domicile.errors import TryAgain
from domicile.pg.compose import sql
from domicile.relocation import aftercare, steps
from domicile.relocation.session import send_keys
from domicile.residence.fragments import Fragments

if TYPE_CHECKING:
    from domicile.relocation.world import World

_SIZE = 5_000
_PAUSE_S = 0.1


def purge(world: World, *, patience_s: float) -> int:
    """Purge what may be purged; how many rows have to wait for another run.

    A query that began before the return still reads the old home. Its rows go when the last
    such snapshot is gone; a transaction that stays open for hours keeps them until then.
    """
    until = time.monotonic() + patience_s
    while True:
        left = [count for f in world.hub.parts for count in _purge_table(world, f)]
        waiting = sum(count for country, count in left if country not in world.report.passed_over)
        if not waiting or time.monotonic() > until:
            return sum(count for _, count in left)
        time.sleep(_PAUSE_S)


def _purge_table(world: World, f: Fragments) -> list[tuple[str, int]]:
    """One round over a table's purges; (country, rows left) after it."""
    listed = sql.SQL("SELECT home, count(*) FROM {} GROUP BY 1 ORDER BY 1").format(f.purge)
    for country, _ in world.hub.rows(listed):
        if country in world.report.passed_over:
            continue
        with world.unless_down():
            try:
                while _purge_some(world, f, str(country)):
                    pass
            except TryAgain:
                world.rollback()  # somebody works on these rows: a later round comes back
    left = [(str(country), int(count)) for country, count in world.hub.rows(listed)]
    world.rollback()
    return left


def _purge_some(world: World, f: Fragments, country: str) -> int:
    subject = f.mapped.subject
    world.hub.prepare(subject)
    home = world.home(country, subject)
    # The purge rows stay locked until the home has forgotten: a mover that brings the same
    # rows back waits for that, and writes them afterwards.
    world.hub.during(steps.PURGE)
    count = world.hub.fill(f, aftercare.select_purge(f, country, _SIZE))
    if count:
        world.hub.run(aftercare.forget_purge(f, country))
        world.hub.run(aftercare.drop_resident(f, country))  # its key was given to another row
        send_keys(world.hub, home.during(steps.PURGE_WRITE), [f])
        home.run(aftercare.delete_rows(f))
        world.hub.keep()
        home.commit()  # a crash after this line purges again what is already gone
        home.during(None)
    world.hub.during(steps.PURGE_COMMIT).commit()
    world.hub.during(None)
    return count
