"""The write-ahead log forgets: every segment up to now is gone, or written over.

PostgreSQL renames an old segment for later use and leaves its bytes in it. So it does not
help that a segment is "removed": each file that waits for its use is used, by writing a few
bytes and switching to the next one, which fills the rest with zeros. No setting is changed,
so there is none to restore after a crash.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from domicile.pg.connection import Connection
from domicile.scrub import store
from domicile.scrub.model import Finding

_PAUSE_S = 0.5
Tell = Callable[[int, int], None]
_RIGHTS = (
    "GRANT pg_monitor, pg_checkpoint TO the role; GRANT EXECUTE ON FUNCTION pg_switch_wal() TO it"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How many segments were written over, and what keeps others."""

    segments: int
    findings: tuple[Finding, ...] = ()

    @property
    def complete(self) -> bool:
        """True when no segment has bytes from before."""
        return not self.findings


def expected_bytes(conn: Connection) -> int:
    """How much would have to be written over, about; 0 when the role may not look."""
    found = store.rows_or_none(conn, "wal_files")
    if found is None:
        return 0
    _, segment, keep = store.rows(conn, "wal_position")[0]
    return max(len(found) * int(segment), int(keep))


def forget(conn: Connection, until: float, tell: Tell) -> Forgotten:
    """Make the WAL forget everything that was written up to now.

    Safe to be killed anywhere: the next run writes over whatever there is then.

    Args:
        conn: an autocommit session.
        until: `time.monotonic()` at which to stop waiting for what holds old segments.
        tell: told how many segments of how many are done.
    """
    limit, segment, keep = store.rows(conn, "wal_position")[0]
    may = (
        store.rows_or_none(conn, "wal_files") is not None
        and _leave_segment(conn)
        and store.permitted(conn, b"CHECKPOINT")
    )
    if not may:
        return Forgotten(segments=0, findings=(_refused(),))
    # As many as wal_keep_size keeps, so that none from before is among those.
    kept = -(-int(keep) // int(segment))
    for done in range(kept):
        _leave_segment(conn)
        tell(done + 1, kept)
    old = _await_removal(conn, str(limit), until)
    if old:
        return Forgotten(segments=kept, findings=tuple(_held(conn, old)))
    # Only now: what is let go late is renamed late, to wait for its use behind all others.
    return Forgotten(segments=kept + _use_up(conn, tell))


def _leave_segment(conn: Connection) -> bool:
    """The rest of the current segment becomes zeros; False when the role may not."""
    store.rows(conn, "wal_step")
    return store.rows_or_none(conn, "wal_switch") is not None


def _current(conn: Connection) -> str:
    return str(store.rows(conn, "wal_position")[0][0])


def _use_up(conn: Connection, tell: Tell) -> int:
    """Write over each segment that waits for its use; how many."""
    waiting = [name for (name,) in store.rows(conn, "wal_files") if name > _current(conn)]
    last = max(waiting, default="")
    done = 0
    while _current(conn) <= last:
        _leave_segment(conn)
        done += 1
        tell(done, max(len(waiting), done))
    return done


def _await_removal(conn: Connection, limit: str, until: float) -> list[str]:
    """Checkpoint until no segment up to the limit is left; those that are when time is up."""
    while True:
        conn.execute("CHECKPOINT")
        old = [name for (name,) in store.rows(conn, "wal_files") if name <= limit]
        if not old or time.monotonic() > until:
            return old
        time.sleep(_PAUSE_S)


def _held(conn: Connection, old: list[str]) -> list[Finding]:
    holders = store.rows(conn, "wal_holders") or [("something", "see the server's log")]
    return [
        Finding(
            level="act",
            server="hub",
            where="pg_wal",
            what=f"{len(old)} old segments are kept, perhaps by {who}",
            cure=f"{cure}; then run `domicile scrub` again",
        )
        for who, cure in holders
    ]


def _refused() -> Finding:
    return Finding(
        level="act",
        server="hub",
        where="pg_wal",
        what="the role may not switch segments and checkpoint: old WAL keeps its bytes",
        cure=_RIGHTS,
    )
