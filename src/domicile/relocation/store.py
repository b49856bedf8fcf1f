"""R1 to R6: the steps of a batch, on the sessions of the hub and of the homes."""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from dataclasses import dataclass, field
from typing import Any

from domicile.catalog.model import DataMap, Subject
from domicile.errors import ComparisonFailed, DatabaseError
from domicile.pg.compose import Composable, Composed, own, sql
from domicile.pg.connection import Connection
from domicile.placement.evidence import evidence_joins, evidence_value
from domicile.relocation import aftercare
from domicile.relocation import statements as s
from domicile.relocation.model import HUB, Place, Trip, Work
from domicile.relocation.session import Digest, Session, as_bytes, pour, send_keys
from domicile.residence.fragments import Fragments
from domicile.residence.naming import directory

Key = tuple[str, ...]
_UNIQUE_VIOLATION = "23505"


@dataclass(slots=True)
class Batch:
    """What one batch has claimed: of the subjects up to `last`, `subjects` many."""

    trip: Trip
    subjects: int
    last: Key | None = None
    rows: dict[str, int] = field(default_factory=dict[str, int])
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    salt: bytes = field(default_factory=lambda: os.urandom(16))
    digests: dict[str, Digest] = field(default_factory=dict[str, Digest])

    @property
    def commitment(self) -> bytes:
        """R5: binds the log to the values without holding them: SHA-256, salted, 32 bytes."""
        value = hashlib.sha256(self.salt)
        for stem in sorted(self.digests):
            value.update(stem.encode() + b"\0" + self.digests[stem][1])
        return value.digest()


class Contended(Exception):
    """The application holds a row of the batch: the mover does not wait for it, nor it for us."""

    def __init__(self, last: Key) -> None:
        super().__init__()
        self.last = last


def refresh_domiciles(conn: Connection, data_map: DataMap) -> None:
    """Read the evidence of every subject again."""
    for subject in data_map.subjects:
        statement = s.refresh(subject, evidence_value(subject), evidence_joins(subject, "s"))
        conn.execute(as_bytes(statement))


def lock_targets(conn: Connection) -> None:
    """One mover at a time writes down where people must live; the guards go on reading it."""
    conn.execute("LOCK TABLE domicile.placement IN SHARE ROW EXCLUSIVE MODE")


def count_remaining(hub: Session, subject: Subject, trip: Trip, condition: Composable) -> int:
    """How many subjects have yet to make a trip, those included that somebody holds."""
    (count,) = hub.rows(s.remaining(subject, trip, condition))[0]
    hub.rollback()
    return int(count)


def planned(conn: Connection, data_map: DataMap) -> list[Work]:
    """The queue: who is not where the plan wants them, grouped by trip."""
    found: list[Work] = []
    for subject in data_map.subjects:
        grouped = sql.SQL("{} GROUP BY 1, 2, 3, 4").format(s.work(subject))
        for row in _rows(conn, grouped):
            trip = Trip(Place(row[0], row[1]), Place(row[2], row[3]))
            found.append(Work(subject.kind, trip, row[4]))
    return sorted(found, key=lambda work: (work.kind, str(work.trip)))


def resident(conn: Connection, data_map: DataMap, home: str | None) -> list[Work]:
    """Everybody who lives at a home (or at that one), on the way back to the hub."""
    found: list[Work] = []
    for subject in data_map.subjects:
        query = sql.SQL(
            "SELECT d.home, d.mirrored, count(*) FROM {} d WHERE d.home IS NOT NULL"
            " GROUP BY 1, 2 ORDER BY 1, 2"
        ).format(own(directory(subject.kind)))
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


def claim(
    hub: Session,
    subject: Subject,
    trip: Trip,
    condition: Composable,
    *,
    size: int,
    last: Key | None,
) -> Batch | None:
    """R1: lock the next subjects and their rows; None when the pass is over.

    Args:
        condition: which subjects of the trip, over the directory's row `d`.
        size: how many subjects to look at; those that somebody holds are left out.
        last: the key after which to look.

    Raises:
        Contended: somebody works on a row of these subjects; the caller's rollback gives the
            locks back.
    """
    statement = s.claim(subject, trip, condition, after=last is not None)
    found = hub.rows(statement, [*(last or ()), size])
    if not found:
        return None
    seen = tuple(str(part) for part in found[-1][:-1])
    batch = Batch(trip, sum(row[-1] for row in found), seen)
    if batch.subjects:
        hub.run(sql.SQL("ANALYZE {}").format(s.CLAIMED))  # or else the plans read whole tables
        hub.run(s.drop_ghosts(subject))
        for f in of_kind(hub, subject):
            batch.rows[f.stem] = _claim_rows(hub, f, trip, seen)
    return batch


def _claim_rows(hub: Session, f: Fragments, trip: Trip, seen: Key) -> int:
    count = hub.fill(f, s.select_rows(f))
    hub.run(sql.SQL("ANALYZE {}").format(s.rows_table(f)))
    if count and hub.rows(s.lock_rows(f))[0][0] != count:
        raise Contended(seen)
    if count and f.mapped.shared:
        count -= hub.run(s.drop_shared(f, trip))
    if count and trip.target.home is not None:
        hub.run(aftercare.forget_purge(f, trip.target.home))
    return count


def transport(hub: Session, homes: dict[str, Session], subject: Subject, batch: Batch) -> None:
    """R2 to R4: copy the batch's values to where they will live, and compare both sides.

    Args:
        homes: those that the trip reads, writes or compares.

    Raises:
        ComparisonFailed: the copy is not the original, or the source lacks rows.
    """
    trip = batch.trip
    parts = [f for f in of_kind(hub, subject) if batch.rows[f.stem]]
    for country in sorted(homes):
        send_keys(hub, homes[country], parts)
    source = hub if trip.reads_home is None else homes[trip.reads_home]
    for f in parts:
        batch.digests[f.stem] = source.digest(f)
        if batch.digests[f.stem][0] != batch.rows[f.stem]:
            raise _unequal(f, batch, str(trip.source))
    if trip.writes_home is not None:
        _write_home(source, homes[trip.writes_home], parts, batch)
    if trip.fills_hub:
        for f in parts:
            pour(source, hub, f, s.staging_table(f))
    if trip.compares_home is not None:
        for f in parts:
            if homes[trip.compares_home].digest(f) != batch.digests[f.stem]:
                raise _unequal(f, batch, f"home {trip.compares_home}")


def _write_home(source: Session, home: Session, parts: list[Fragments], batch: Batch) -> None:
    for f in parts:
        _write(source, home, f)
    _log_at_home(home, batch)
    home.commit()  # a crash after this line leaves garbage at home, nothing else


def _write(source: Session, target: Session, f: Fragments) -> None:
    """R3: straight into the home's table; over the garbage of a crash when there is some."""
    target.run(sql.SQL("SAVEPOINT written"))
    try:
        pour(source, target, f, f.base)
    except DatabaseError as error:
        if error.sqlstate != _UNIQUE_VIOLATION:
            raise
        target.run(sql.SQL("ROLLBACK TO written"))
        pour(source, target, f, s.staging_table(f))
        target.run(s.upsert(f))
    target.run(sql.SQL("RELEASE written"))


def flip(hub: Session, subject: Subject, batch: Batch) -> None:
    """R5 and R6: log, blank or fill, and set the directory, in the one commit that is the move.

    Raises:
        ComparisonFailed: what was filled into the hub is not what the home has.
    """
    trip = batch.trip
    hub.run(sql.SQL("SET LOCAL session_replication_role = replica"))  # I8
    if trip.source.home is not None:
        for f in of_kind(hub, subject):
            if f.mapped.shared:
                hub.run(aftercare.strand(f, trip))
    for f in of_kind(hub, subject):
        if not batch.rows[f.stem]:
            continue
        if trip.blanks_hub:
            hub.run(s.blank(f))
        if trip.fills_hub:
            hub.run(s.fill(f))
            if hub.digest(f) != batch.digests[f.stem]:
                raise _unequal(f, batch, "hub")
        if trip.purges_home is not None:
            hub.run(aftercare.queue_purge(f, trip.purges_home))
    hub.run(s.flip(subject, trip.target))
    _log_in_hub(hub, batch)
    hub.commit()  # this commit is the move


def lock_owners(hub: Session, f: Fragments) -> bool:
    """Lock the directory rows of the batch's subjects; False when somebody works on one."""
    owners = hub.run(aftercare.claim_owners(f))
    locked = hub.rows(aftercare.lock_owners(f.mapped.subject))[0][0]
    return bool(locked == owners)


def of_kind(hub: Session, subject: Subject) -> list[Fragments]:
    """The tables of a kind of subject."""
    return [f for f in hub.parts if f.mapped.subject.kind == subject.kind]


def _unequal(f: Fragments, batch: Batch, where: str) -> ComparisonFailed:
    return ComparisonFailed(
        f"table {f.mapped.name}: {where} does not hold what the source holds "
        f"({batch.rows[f.stem]} rows in the batch); `domicile verify` names the rows"
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
    return conn.execute(as_bytes(query)).fetchall()
