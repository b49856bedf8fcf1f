"""What a home remembers of the hub, by which a restored hub or home is told from a crash.

A home's log row is written by R3, before the move is one. After R6 it is confirmed: the hub has
committed that batch. A confirmed batch that the hub's log lacks means that the hub has forgotten:
it was restored from an older backup, and the home's rows are the newest copy. An unconfirmed one
is what a mover left that died between R3 and R6, unless the hub is not the one that the home saw
last: another system, timeline or database, or one whose transaction ids have gone back.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from domicile.config.model import Config
from domicile.errors import HubRestored, ServerUnavailable
from domicile.pg import servers
from domicile.pg.compose import sql
from domicile.relocation.session import Session

_SIGNS = sql.SQL(
    "SELECT (SELECT system_identifier::text FROM pg_control_system()),"
    " left(pg_walfile_name(pg_current_wal_lsn()), 8),"
    " (SELECT oid::bigint FROM pg_database WHERE datname = current_database()),"
    " pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells one hub from its restored copy: system, timeline, database, next transaction."""

    system: str
    timeline: str
    database: int
    xid: int

    def is_other(self, seen: Signs) -> bool:
        """True when this is not the hub that was seen, or it has gone back in time."""
        return (self.system, self.timeline, self.database) != (
            seen.system,
            seen.timeline,
            seen.database,
        ) or self.xid < seen.xid


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A home's log compared with the hub's.

    Attributes:
        forgotten: batches that the hub committed, or must be taken to have, and does not know.
        garbage: batches that never reached R6, or are on their way to it now.
        unconfirmed: batches that the hub has and the home does not know it of.
        lost: batches to this home that the hub has and the home has not: the home was restored.
        other_hub: the hub is not the one that this home saw last.
        signs: the hub as it is now.
        fresh: the home has never seen a hub.
    """

    forgotten: tuple[uuid.UUID, ...] = ()
    garbage: tuple[uuid.UUID, ...] = ()
    unconfirmed: tuple[uuid.UUID, ...] = ()
    lost: tuple[uuid.UUID, ...] = ()
    other_hub: bool = False
    signs: Signs
    fresh: bool = False

    @property
    def restored(self) -> bool:
        """True when the hub has forgotten something that this home knows."""
        return bool(self.forgotten)

    @property
    def to_remember(self) -> bool:
        """True when the home's picture of the hub has to be brought up to date.

        Another hub is looked at by `domicile run` before anything is written down.
        """
        return not self.other_hub and (bool(self.unconfirmed) or self.fresh)


def signs(hub: Session) -> Signs:
    """The hub as it is now."""
    system, timeline, database, xid = hub.rows(_SIGNS)[0]
    hub.rollback()
    return Signs(str(system), str(timeline), int(database), int(xid))


def remembered(hub: Session, home: Session, country: str) -> Memory:
    """Compare the two logs. Reads only.

    Raises:
        ServerUnavailable: one of the two does not answer.
    """
    # The home first: a batch that is flipped in between is known to the hub by then.
    known = home.rows(sql.SQL("SELECT batch, confirmed FROM domicile.batch"))
    seen = home.rows(sql.SQL('SELECT system, timeline, "database", xid FROM domicile.hub_seen'))
    home.rollback()
    now = signs(hub)
    missing = _not_in_hub(hub, [row[0] for row in known])
    lost = _not_at_home(hub, home, country, [row[0] for row in known])
    confirmed = {row[0] for row in known if row[1]}
    other = any(now.is_other(Signs(*row)) for row in seen)
    forgot = bool(missing & confirmed) or (bool(missing) and other)
    return Memory(
        forgotten=tuple(sorted(missing)) if forgot else (),
        garbage=() if forgot else tuple(sorted(missing)),
        unconfirmed=tuple(sorted({row[0] for row in known} - confirmed - missing)),
        lost=tuple(sorted(lost)),
        other_hub=other,
        signs=now,
        fresh=not seen,
    )


def refuse(memory: Memory, country: str) -> None:
    """Nobody moves, and nothing is deleted, while the hub has forgotten what a home knows.

    Raises:
        HubRestored: it has.
    """
    if memory.restored:
        raise HubRestored(
            f"hub: {len(memory.forgotten)} batches that home {country} has are not in the hub's "
            "log: the hub was restored from an older backup"
        )


def refuse_restored_hub(config: Config) -> None:
    """`refuse` over every home that answers.

    Raises:
        HubRestored: the hub has forgotten batches.
        ServerUnavailable: the hub is down.
    """
    with servers.hub(config) as conn:
        for country in sorted(config.homes):
            with suppress(ServerUnavailable), servers.home(config, country) as other:
                home = Session(f"home {country}", other, (), at_home=True)
                refuse(remembered(Session("hub", conn, ()), home, country), country)


def confirm(home: Session, batches: Sequence[uuid.UUID]) -> None:
    """The hub has committed these batches. In the home's open transaction; no commit."""
    home.run(
        sql.SQL("UPDATE domicile.batch SET confirmed = true WHERE batch = ANY (%s)"),
        [list(batches)],
    )


def remember(home: Session, memory: Memory) -> None:
    """Bring the home's picture of the hub up to date, and commit."""
    if memory.unconfirmed:
        confirm(home, memory.unconfirmed)
    now = memory.signs
    home.run(
        sql.SQL(
            'INSERT INTO domicile.hub_seen (system, timeline, "database", xid)'
            " VALUES (%s, %s, %s, %s) ON CONFLICT (one) DO UPDATE SET system = excluded.system,"
            ' timeline = excluded.timeline, "database" = excluded."database", xid = excluded.xid'
        ),
        [now.system, now.timeline, now.database, now.xid],
    )
    home.commit()


def _not_at_home(
    hub: Session, home: Session, country: str, known: list[uuid.UUID]
) -> set[uuid.UUID]:
    """Batches that wrote to this home, says the hub, and that its log has not."""
    found = hub.rows(
        sql.SQL(
            "SELECT batch FROM domicile.batch WHERE target = %s AND source IS DISTINCT FROM target"
            " EXCEPT SELECT x FROM unnest(%s::uuid[]) x"
        ),
        [country, known],
    )
    hub.rollback()
    lacking = {row[0] for row in found}
    if lacking:  # what was moved since the home was asked is there by now
        came = home.rows(
            sql.SQL("SELECT batch FROM domicile.batch WHERE batch = ANY (%s)"), [list(lacking)]
        )
        home.rollback()
        lacking -= {row[0] for row in came}
    return lacking


def _not_in_hub(hub: Session, batches: list[uuid.UUID]) -> set[uuid.UUID]:
    found = hub.rows(
        sql.SQL("SELECT x FROM unnest(%s::uuid[]) x EXCEPT SELECT batch FROM domicile.batch"),
        [batches],
    )
    hub.rollback()
    return {row[0] for row in found}
