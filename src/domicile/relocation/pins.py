"""Rows that an application's transaction left elsewhere than their subject now lives."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from domicile.errors import TryAgain
from domicile.pg.compose import sql
from domicile.relocation import aftercare, store
from domicile.relocation import statements as s
from domicile.relocation.holders import Holders
from domicile.relocation.model import Place, Trip
from domicile.relocation.script import script
from domicile.residence.fragments import Fragments

if TYPE_CHECKING:
    from domicile.relocation.world import World

_SIZE = 500


def settle_pins(world: World, *, patience_s: float) -> None:
    """Carry pinned rows to where their subject lives, and drop pins that say nothing new.

    A row whose subjects live in two places, or that has none, stays where it is. So does one of
    which somebody has a hold, or whose new home somebody has asked, until the next run.

    Args:
        patience_s: how long to come back for the latter.
    """
    until = time.monotonic() + patience_s
    for f in world.hub.parts:
        world.hub.prepare(f.mapped.subject)
        world.hub.prepare_staging()
        trips = [
            Trip(Place(row[0], row[1]), Place(row[2], row[3]))
            for row in world.hub.rows(aftercare.pinned_trips(f))
        ]
        world.rollback()
        for trip in trips:
            if {trip.source.home, trip.target.home} & world.report.passed_over:
                continue
            with world.unless_down():
                try:
                    _settle(world, f, trip, until)
                except TryAgain:
                    world.rollback()  # somebody works on these rows: the next run comes back


def _settle(world: World, f: Fragments, trip: Trip, until: float) -> None:
    home = trip.compares_home
    holders = Holders(world.hub, home, max(0.0, until - time.monotonic())) if home else None
    while _settle_some(world, f, trip, holders) or (holders and holders.met):
        if time.monotonic() > until:
            return
        if holders:
            holders.wait()


def _settle_some(world: World, f: Fragments, trip: Trip, holders: Holders | None) -> int:
    hub, subject = world.hub, f.mapped.subject
    homes = {
        country: world.home(country, subject)
        for country in {trip.reads_home, trip.writes_home, trip.compares_home}
        if country is not None
    }
    count = hub.fill(f, aftercare.select_pinned(f, trip, _SIZE))
    if not count or not _lock(hub, f, trip, count):
        world.rollback()
        return 0
    batch = store.Batch(trip, 0)
    batch.rows = {each.stem: 0 for each in hub.parts} | {f.stem: count}
    if trip.target.home is not None:
        hub.run(aftercare.forget_purge(f, trip.target.home))
    hub.run(aftercare.unpin(f))
    if trip.source == trip.target:
        hub.commit()
        return count
    once = script(subject, trip, sql.SQL("true"), hub.parts)
    hub.run(sql.SQL("SET LOCAL session_replication_role = replica"))  # I8
    store.transport(hub, homes, once, batch)
    if holders and not holders.let_go():  # R4: their snapshot of the home may have garbage
        world.rollback()
        return 0
    store.flip(hub, once, batch)
    world.report.rows += count
    return count


def _lock(hub: store.Session, f: Fragments, trip: Trip, count: int) -> bool:
    """Lock the rows and their subjects, as they were found; the directory does not change."""
    if not store.lock_owners(hub, f) or hub.run(aftercare.drop_settled(f, trip)):
        return False
    locked = hub.rows(s.lock_rows(f))[0][0] == count
    hub.run(sql.SQL("DELETE FROM {}").format(s.CLAIMED))
    return bool(locked)
