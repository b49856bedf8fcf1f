"""A hub that was restored from an older backup is told what the homes know.

The homes have the newest personal columns. People whom the hub has forgotten to have moved are
suspended first: every write of their personal data is refused (I5). Then, batch by batch, the
hub's old values are compared with the home's, counted and blanked, and the directory says the
home again, in one commit of the hub (I1). What only the hub has stays where it is, pinned, and the
mover carries it home with R1 to R6. Nothing is deleted anywhere. Killed at any point, the next
round goes on: the hub learns of the forgotten batches last.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from domicile.catalog.model import Subject
from domicile.errors import DatabaseError, TryAgain
from domicile.pg.compose import sql
from domicile.reconciliation import statements as s
from domicile.reconciliation.model import Mended, Named, Names
from domicile.relocation import aftercare
from domicile.relocation.confirm import Memory, confirm, remember, remembered
from domicile.relocation.model import Place
from domicile.relocation.run import World
from domicile.relocation.session import Session, send_keys
from domicile.relocation.statements import CLAIMED, drop_waiting, rows_table
from domicile.relocation.sweep import settle, spare
from domicile.residence.fragments import Fragments

_SIZE = 1_000
_PATIENCE_S = 10.0
_PAUSE_S = 0.1
_UNKNOWN = "the home has a row that the hub has not: it is newer than the hub's backup"
Key = tuple[str, ...]


def suspend(world: World, country: str, memory: Memory) -> None:
    """Refuse writes to everybody whom that home has and the restored hub places elsewhere."""
    world.hub.run(s.MAKE_SUSPENDED)
    world.hub.commit()
    sources = _sources(world, country, memory)
    for f in _telling(world):
        for _ in chunks(world, f, country):
            if memory.restored:
                _patiently(world, lambda f=f: _suspend_some(world, f, country, sources))
            if memory.other_hub:
                _patiently(world, lambda f=f: _suspend_stale(world, f, country))


def mend(world: World, country: str, memory: Memory) -> Mended:
    """Suspended people whose rows that home has live there again.

    Raises:
        TryAgain: the application held a row for all our patience; the next round goes on.
    """
    mended = Mended(home=country, batches=len(memory.forgotten))
    for f in _telling(world):
        for _ in chunks(world, f, country):
            _patiently(world, lambda f=f: _mend_some(world, f, country, mended))
    return mended


def conclude(world: World, country: str, names: Names) -> None:
    """The hub knows the forgotten batches again; rows of which it knows nothing are named."""
    for f in world.hub.parts:
        for _ in chunks(world, f, country):
            unknown = _unknown(world, f, country)
            for key in unknown:
                names.add(Named(table=str(f.mapped.name), key=key, home=country, what=_UNKNOWN))
            spare(world.home(country, f.mapped.subject), f, unknown)
    home = world.home(country, world.data_map.subjects[0])
    memory = remembered(world.hub, home, country)
    _tell_hub(world.hub, home, memory)
    memory = remembered(world.hub, home, country)
    remember(home, memory)


def chunks(world: World, f: Fragments, country: str) -> Iterator[None]:
    """Every row that a home has, a chunk of keys at a time: the batch of both sessions."""
    world.hub.prepare(f.mapped.subject)
    last: Key | None = None
    while True:
        home = world.home(country, f.mapped.subject)
        home.clear()
        home.filled.add(f.stem)
        statement = aftercare.next_keys(f, after=last is not None, size=_SIZE)
        keys = [tuple(map(str, row)) for row in home.rows(statement, list(last or ()))]
        home.commit()
        if not keys:
            return
        last = keys[-1]
        yield
        world.rollback()


def _telling(world: World) -> list[Fragments]:
    """The tables whose rows tell where a subject lives: a shared row has several subjects."""
    found: list[Fragments] = []
    for subject in world.data_map.subjects:
        mine = [f for f in world.hub.parts if f.mapped.subject.kind == subject.kind]
        found += [f for f in mine if not f.mapped.shared] or mine
    return found


def _sources(world: World, country: str, memory: Memory) -> list[str]:
    """The homes that forgotten batches took people from."""
    home = world.home(country, world.data_map.subjects[0])
    found = home.rows(
        sql.SQL("SELECT DISTINCT source FROM domicile.batch WHERE batch = ANY (%s)"),
        [list(memory.forgotten)],
    )
    home.rollback()
    return sorted(str(row[0]) for row in found if row[0] not in (None, country))


def _patiently(world: World, act: Callable[[], None]) -> None:
    """Come back while the application holds what we need; it goes on in between."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            act()
        except TryAgain:
            world.rollback()
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _claim_owners(world: World, f: Fragments, country: str) -> None:
    """The subjects of the home's chunk, as the hub knows them, are claimed."""
    home = world.home(country, f.mapped.subject)
    send_keys(home, world.hub, [f])
    world.hub.run(s.owners(f))
    world.hub.run(sql.SQL("ANALYZE {}").format(CLAIMED))


def _suspend_some(world: World, f: Fragments, country: str, sources: list[str]) -> None:
    _claim_owners(world, f, country)
    world.hub.run(s.suspend(f.mapped.subject, sources, None))
    world.hub.commit()


def _suspend_stale(world: World, f: Fragments, country: str) -> None:
    """Mirrored people whose values at home differ from the restored hub's."""
    home, hub = world.home(country, f.mapped.subject), world.hub
    send_keys(home, hub, [f])
    width = len(f.mapped.key)
    here = {_key(row, width): row[-1] for row in hub.rows(s.values_at(f, country)) if row[width]}
    there = {_key(row, width): row[width] for row in home.rows(s.values(f))} if here else {}
    differing = [key for key, digest in here.items() if there.get(key, digest) != digest]
    _refill(hub, f, differing)
    if differing:
        hub.run(s.owners(f))
        hub.run(s.suspend(f.mapped.subject, (), country))
    hub.commit()


@dataclass(slots=True)
class _Repair:
    """What one commit puts right."""

    country: str
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    salt: bytes = field(default_factory=lambda: os.urandom(16))
    subjects: int = 0
    rows: dict[str, int] = field(default_factory=dict[str, int])
    differing: int = 0
    carried: int = 0
    digest: bytes = b""

    @property
    def logged(self) -> list[object]:
        """The row of both logs; the commitment binds it to the home's values (R5)."""
        commitment = hashlib.sha256(self.salt + self.digest).digest()
        rows = json.dumps(self.rows)
        return [self.id, "repair", None, self.country, self.subjects, rows, self.salt, commitment]


def _mend_some(world: World, f: Fragments, country: str, mended: Mended) -> None:
    hub, subject = world.hub, f.mapped.subject
    _claim_owners(world, f, country)
    hub.run(s.keep_suspended(subject))
    repair = _Repair(country)
    repair.subjects = len(hub.rows(s.lock_claimed(subject)))
    if not repair.subjects:
        hub.rollback()
        return
    home = world.home(country, subject)
    hub.run(sql.SQL("SET LOCAL session_replication_role = replica"))  # I8
    for part in (each for each in hub.parts if each.mapped.subject.kind == subject.kind):
        _mend_rows(hub, home, part, repair)
    hub.run(s.give_home(subject, country))
    _log(home, repair, _HOME_LOG)
    home.commit()  # a crash after this line leaves one more batch that the hub is told of
    _log(hub, repair, _HUB_LOG)
    hub.commit()  # this commit puts these subjects right
    confirm(home, [repair.id])
    home.commit()
    mended.subjects += repair.subjects
    mended.rows += sum(repair.rows.values())
    mended.differing += repair.differing
    mended.carried += repair.carried


def _mend_rows(hub: Session, home: Session, f: Fragments, repair: _Repair) -> None:
    """Blank what the home has too, and pin what only the hub has."""
    _refill(hub, f, [])
    hub.fill(f, s.claimed_rows(f))
    hub.run(sql.SQL("ANALYZE {}").format(rows_table(f)))
    if f.mapped.shared:
        hub.run(drop_waiting(f, Place(repair.country)))
    send_keys(hub, home, [f])
    width = len(f.mapped.key)
    here = {_key(row, width): (row[width], row[-1]) for row in hub.rows(s.values(f))}
    there = {_key(row, width): row[width] for row in home.rows(s.values(f))}
    both = sorted(here.keys() & there.keys())
    repair.differing += sum(here[key][1] and here[key][0] != there[key] for key in both)
    repair.digest = hashlib.sha256(
        repair.digest + b"".join(bytes(there[key]) for key in both)
    ).digest()
    _refill(hub, f, both)
    hub.run(s.blank(f))
    hub.run(aftercare.forget_purge(f, repair.country))
    repair.rows[f.stem] = len(both)
    only = [key for key, (_, held) in here.items() if held and key not in there]
    _refill(hub, f, only)
    hub.run(s.pin_here(f))
    repair.carried += len(only)


def _unknown(world: World, f: Fragments, country: str) -> list[Key]:
    """Keys of the home's chunk that no row in the hub has, and that the home still has."""
    home, hub = world.home(country, f.mapped.subject), world.hub
    send_keys(home, hub, [f])
    width = len(f.mapped.key)
    found = [_key(row, width) for row in hub.rows(s.unknown(f))]
    hub.rollback()
    if not found:
        return []
    settle(hub)  # an application's INSERT commits at home a moment before it does in the hub
    hub.fill_keys(f, found)
    still = {_key(row, width) for row in hub.rows(s.unknown(f))}
    hub.rollback()
    here = {_key(row, width) for row in home.rows(s.values(f))}
    home.rollback()
    return sorted(still & here)


_HOME_LOG = sql.SQL(
    "INSERT INTO domicile.batch (batch, kind, source, target, subjects, rows, salt, commitment)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
)
_HUB_LOG = sql.SQL(
    "INSERT INTO domicile.batch (batch, kind, source, target, subjects, rows, salt, commitment,"
    " mirrored) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, false)"
)


def _log(session: Session, repair: _Repair, statement: sql.SQL) -> None:
    session.run(statement, repair.logged)


def _tell_hub(hub: Session, home: Session, memory: Memory) -> None:
    """The hub's log has the home's batches again."""
    rows = home.rows(
        sql.SQL(
            "SELECT batch, kind, source, target, subjects, rows::text, salt, commitment, at"
            " FROM domicile.batch WHERE batch = ANY (%s)"
        ),
        [list(memory.forgotten)],
    )
    home.rollback()
    for row in rows:
        hub.run(
            sql.SQL(
                "INSERT INTO domicile.batch (batch, kind, source, target, subjects, rows, salt,"
                " commitment, at, mirrored) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, false)"
                " ON CONFLICT DO NOTHING"
            ),
            list(row),
        )
    hub.commit()


def newest(world: World, country: str, memory: Memory) -> str:
    """When the last of the forgotten batches came to that home; as text, to order homes by."""
    home = world.home(country, world.data_map.subjects[0])
    found = home.rows(
        sql.SQL(
            "SELECT coalesce(to_char(max(at), 'YYYY-MM-DD HH24:MI:SS.US'), '')"
            " FROM domicile.batch WHERE batch = ANY (%s)"
        ),
        [list(memory.forgotten)],
    )
    home.rollback()
    return str(found[0][0])


def count_suspended(hub: Session, subjects: tuple[Subject, ...]) -> int:
    """How many subjects are suspended."""
    count = sum(int(hub.rows(s.suspended(subject))[0][0]) for subject in subjects)
    hub.rollback()
    return count


def forget_suspended(hub: Session) -> None:
    """Nobody is suspended any more: the place that is no home goes.

    It stays while somebody of a kind that is not in the usable map is suspended.
    """
    try:
        hub.run(s.DROP_SUSPENDED)
        hub.commit()
    except DatabaseError:
        hub.rollback()


def _refill(session: Session, f: Fragments, keys: list[Key]) -> None:
    """These keys are the batch."""
    session.run(sql.SQL("TRUNCATE {}").format(rows_table(f)))
    session.fill_keys(f, keys)


def _key(row: tuple[object, ...], width: int) -> Key:
    return tuple(map(str, row[:width]))
