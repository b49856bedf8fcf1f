"""R1 to R6: the steps of a batch, on the sessions of the hub and of the homes."""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from dataclasses import dataclass, field
from typing import Any

from domicile.catalog.model import DataMap
from domicile.errors import ComparisonFailed, DatabaseError, TryAgain
from domicile.pg.compose import Composed, own, sql
from domicile.pg.connection import Connection
from domicile.placement.evidence import evidence_joins, evidence_value
from domicile.relocation import aftercare, queue, steps, wide
from domicile.relocation.model import HUB, Place, Trip, Work
from domicile.relocation.script import Part, Script, as_text
from domicile.relocation.session import Session, send_keys
from domicile.residence.fragments import Fragments
from domicile.residence.naming import SUSPENDED, directory

Key = tuple[str, ...]
_UNIQUE_VIOLATION = "23505"
_APPLICATION_TRIGGERS_OFF = b"SET LOCAL session_replication_role = replica"


@dataclass(slots=True)
class Batch:
    """What one batch has claimed: `subjects` of those in the directory after `after`, to `last`."""

    trip: Trip
    subjects: int
    after: Key | None = None
    last: Key = ()
    looked_at: int = 0
    rows: dict[str, int] = field(default_factory=dict[str, int])
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    salt: bytes = field(default_factory=lambda: os.urandom(16))
    digests: dict[str, bytes] = field(default_factory=dict[str, bytes])

    @property
    def commitment(self) -> bytes:
        """R5: binds the log to the values without holding them: SHA-256, salted, 32 bytes."""
        value = hashlib.sha256(self.salt)
        for stem in sorted(self.digests):
            value.update(stem.encode() + b"\0" + self.digests[stem])
        return value.digest()


def refresh_domiciles(conn: Connection, data_map: DataMap) -> None:
    """Read the evidence of every subject again."""
    for subject in data_map.subjects:
        statement = queue.refresh(subject, evidence_value(subject), evidence_joins(subject, "s"))
        conn.execute(as_text(statement))


def lock_targets(conn: Connection) -> None:
    """One mover at a time writes down where people must live; the guards go on reading it."""
    conn.execute("LOCK TABLE domicile.placement IN SHARE ROW EXCLUSIVE MODE")


def count_remaining(hub: Session, script: Script) -> int:
    """How many subjects have yet to make a trip, those included that somebody holds."""
    (count,) = hub.rows(script.remaining)[0]
    hub.rollback()
    return int(count)


def planned(conn: Connection, data_map: DataMap) -> list[Work]:
    """The queue: who is not where the plan wants them, grouped by trip."""
    found: list[Work] = []
    for subject in data_map.subjects:
        grouped = sql.SQL("{} GROUP BY 1, 2, 3, 4").format(queue.work(subject))
        for row in _rows(conn, grouped):
            trip = Trip(Place(row[0], row[1]), Place(row[2], row[3]))
            found.append(Work(subject.kind, trip, row[4]))
    return sorted(found, key=lambda work: (work.kind, str(work.trip)))


def resident(conn: Connection, data_map: DataMap, home: str | None) -> list[Work]:
    """Everybody who lives at a home (or at that one), on the way back to the hub."""
    found: list[Work] = []
    for subject in data_map.subjects:
        query = sql.SQL(
            "SELECT d.home, d.mirrored, count(*) FROM {} d WHERE d.home <> {}"
            " GROUP BY 1, 2 ORDER BY 1, 2"
        ).format(own(directory(subject.kind)), sql.Literal(SUSPENDED))
        found += [
            Work(subject.kind, Trip(Place(row[0], row[1]), HUB), row[2])
            for row in _rows(conn, query)
            if home in (None, row[0])
        ]
    return found


def forget_targets(conn: Connection, home: str | None) -> None:
    """Stop sending new people to a home (or to any) while everybody returns from it."""
    conn.execute(
        "DELETE FROM domicile.placement WHERE %(home)s::text IS NULL OR home = %(home)s",
        {"home": home},
    )


def find(
    hub: Session, script: Script, *, size: int, after: Key | None, until: Key | None = None
) -> Batch | None:
    """R1: lock the directory rows of the next subjects; None when there are none.

    Args:
        size: how many subjects to look at; those that somebody holds are left out.
        after: the key after which to look.
        until: the last key to look at.

    Raises:
        TryAgain: somebody has a table for himself.
    """
    hub.during(steps.CLAIM).run(_APPLICATION_TRIGGERS_OFF)  # I8
    for tables in script.lock_tables:
        hub.run(tables)
    statement = script.find[after is not None, until is not None]
    found = hub.rows(statement, [*(after or ()), *(until or ()), size])
    if not found:
        return None
    *last, looked_at, subjects = found[0]
    return Batch(script.trip, subjects, after, tuple(map(str, last)), looked_at)


def claim(hub: Session, script: Script, batch: Batch) -> bool:
    """R1: lock the rows of those subjects; False when somebody works on one."""
    try:
        for part in script.parts:
            batch.rows[part.stem] = _claim_rows(hub, part)
        if script.subjects_found(batch.rows) != batch.subjects:
            hub.run(script.drop_ghosts)
    except TryAgain:
        return False
    return True


def _claim_rows(hub: Session, part: Part) -> int:
    count = hub.fill(part.f, part.claim)
    if count and part.drop_shared:
        count -= hub.run(part.drop_shared)
    if count and part.forget_purge:
        hub.run(part.forget_purge)
    return count


def transport(hub: Session, homes: dict[str, Session], script: Script, batch: Batch) -> None:
    """R2 to R4: copy the batch's values to where they will live, and compare both sides.

    Args:
        homes: those that the trip reads, writes or compares.

    Raises:
        ComparisonFailed: the copy is not the original, or the source lacks rows.
    """
    trip = batch.trip
    parts = [part for part in script.parts if batch.rows[part.stem]]
    source = hub if trip.reads_home is None else homes[trip.reads_home]
    if source is not hub:
        hub.during(steps.READ)
        send_keys(hub, source.during(steps.READ), [part.f for part in parts])
    if trip.compares_home is not None:
        _to_home(hub, source, homes[trip.compares_home], parts, batch)
    if trip.fills_hub:
        _stage(source, hub, parts, batch)
    for home in homes.values():
        home.during(None).commit()


def _to_home(hub: Session, source: Session, home: Session, parts: list[Part], batch: Batch) -> None:
    home.during(steps.WRITE).clear()
    _stage(source, home, parts, batch)
    home.during(steps.WRITE)
    if batch.trip.writes_home is not None:
        for part in parts:
            _insert(home, part)
        _log_at_home(home, batch)
    hub.keep()
    home.during(steps.WRITE_COMMIT).commit()  # a crash after this line leaves garbage, no more
    home.during(steps.COMPARE)
    for part in parts:
        _compare(home, part, batch)


def _stage(source: Session, target: Session, parts: list[Part], batch: Batch) -> None:
    """R2 and R3: values and digests into the target's staging tables."""
    target.during(steps.WRITE)
    for part in parts:
        target.staged.add(part.stem)
        aside = wide.set_aside(source.during(steps.READ), part)
        sent = source.pour(part.read, target, part.stage) + aside
        if aside:
            wide.send(source, target, part)
        if sent != batch.rows[part.stem]:
            raise _unequal(part.f, batch, str(batch.trip.source), sent)


def _insert(home: Session, part: Part) -> None:
    """R3: into the home's table; over the garbage of a crash when there is some."""
    home.run(b"SAVEPOINT written")
    try:
        home.run(part.insert)
    except DatabaseError as error:
        if error.sqlstate != _UNIQUE_VIOLATION:
            raise
        home.run(b"ROLLBACK TO written")
        home.run(part.insert_over)
    home.run(b"RELEASE written")


def _compare(target: Session, part: Part, batch: Batch) -> None:
    count, digest = target.rows(part.compare)[0]
    if count != batch.rows[part.stem]:
        raise _unequal(part.f, batch, target.server, count)
    batch.digests[part.stem] = bytes(digest)


def flip(hub: Session, script: Script, batch: Batch) -> None:
    """R5 and R6: log, fill, and set the directory, in the one commit that is the move.

    Raises:
        ComparisonFailed: what was filled into the hub is not what the home has.
    """
    hub.during(steps.FLIP)
    for part in script.parts:
        if part.strand:
            hub.run(part.strand)
    for part in script.parts:
        if not batch.rows[part.stem]:
            continue
        if batch.trip.fills_hub:
            hub.run(part.fill)
            _compare(hub, part, batch)
        if part.queue_purge:
            hub.run(part.queue_purge)
    hub.run(script.flip)
    _log_in_hub(hub, batch)
    hub.during(steps.FLIP_COMMIT).commit()  # this commit is the move
    hub.during(None)


def lock_owners(hub: Session, f: Fragments) -> bool:
    """Lock the directory rows of the batch's subjects; False when somebody works on one."""
    owners = hub.run(aftercare.claim_owners(f))
    locked = hub.rows(aftercare.lock_owners(f.mapped.subject))[0][0]
    return bool(locked == owners)


def _unequal(f: Fragments, batch: Batch, where: str, found: int) -> ComparisonFailed:
    return ComparisonFailed(
        f"table {f.mapped.name}: {where} does not hold what the source holds ({found} of the "
        f"batch's {batch.rows[f.stem]} rows); `domicile verify` names the rows"
    )


def _log_at_home(home: Session, batch: Batch) -> None:
    home.run(
        sql.SQL(
            "INSERT INTO domicile.batch (batch, kind, source, target, subjects, rows, salt,"
            " commitment) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
        ),
        [*_logged(batch), json.dumps(batch.rows), batch.salt, batch.commitment],
    )


def _log_in_hub(hub: Session, batch: Batch) -> None:
    hub.run(
        sql.SQL(
            "INSERT INTO domicile.batch (batch, kind, source, target, subjects, rows, salt,"
            " commitment, mirrored) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
        ),
        [
            *_logged(batch),
            json.dumps(batch.rows),
            batch.salt,
            batch.commitment,
            batch.trip.target.mirrored,
        ],
    )


def _logged(batch: Batch) -> tuple[uuid.UUID, str, str | None, str | None, int]:
    trip = batch.trip
    return batch.id, trip.kind, trip.source.home, trip.target.home, batch.subjects


def _rows(conn: Connection, query: Composed) -> list[tuple[Any, ...]]:
    return conn.execute(as_text(query)).fetchall()
