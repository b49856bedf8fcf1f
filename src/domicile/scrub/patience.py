"""Waiting for others, with an end: for locks in short turns, for snapshots until they are gone."""

from __future__ import annotations

import time
from collections.abc import Callable

from domicile.config.names import TableName
from domicile.errors import TryAgain
from domicile.pg.connection import Connection, translated
from domicile.scrub import store
from domicile.scrub.model import Blocker

#: For how long a lock that we wait for may make the application queue behind us.
LOCK_TIMEOUT_MS = 500
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.25, 5.0
_NAMED = 5
Say = Callable[[str], None]


def prepare(conn: Connection) -> None:
    """Settings of our own session: short turns, no end to a rewrite but its own."""
    for name, value in (
        ("lock_timeout", f"{LOCK_TIMEOUT_MS}ms"),
        ("statement_timeout", "0"),
        # When we are killed, the server stops rewriting and gives the table back.
        ("client_connection_check_interval", "1s"),
    ):
        conn.execute("SELECT set_config(%s, %s, false)", (name, value))
    # An autovacuum steps aside for whoever has waited for deadlock_timeout: that must come
    # before our turn ends. A role that may not set it waits for the autovacuum instead.
    store.permitted(conn, f"SET deadlock_timeout = '{LOCK_TIMEOUT_MS // 5}ms'".encode())


def in_turns(
    conn: Connection, name: TableName, act: Callable[[], None], until: float, say: Say
) -> None:
    """Do what needs a table's lock, as often as it takes: whoever queued goes on in between.

    Raises:
        TryAgain: somebody held the table for all that time; says who.
    """
    pause_s = _FIRST_PAUSE_S
    while True:
        try:
            with translated("hub"):
                act()
        except TryAgain:
            who = named(store.holders(conn, name))
            if time.monotonic() + pause_s > until:
                raise TryAgain(f"table {name} is held by {who or 'somebody'}") from None
            say(f"{name}: held by {who or 'somebody'}, trying again")
            time.sleep(pause_s)
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
        else:
            return


def outlive(conn: Connection, before: int, until: float, say: Say, *, catalog: bool) -> None:
    """Wait until nobody can see a row that died before that transaction.

    A rewrite copies such rows along: it would keep what it is there to forget.

    Raises:
        TryAgain: somebody still does when the patience ends; says who.
    """
    told = ""
    while left := store.blockers(conn, before, catalog=catalog):
        who = named(left)
        if time.monotonic() > until:
            raise TryAgain(
                f"dead rows are kept alive by {who}",
                hint="end it, or wait for it, then run the same command again",
            )
        if who.split(",")[0] != told:
            told = who.split(",")[0]
            say(f"waiting for old snapshots: {who}")
        time.sleep(_FIRST_PAUSE_S)


def alone(conn: Connection, until: float) -> None:
    """Be the only scrub of this hub; a killed one's last statement may still be ending.

    Raises:
        TryAgain: another one runs.
    """
    while not store.rows(conn, "lock")[0][0]:
        if time.monotonic() > until:
            raise TryAgain("another scrub of this hub is running")
        time.sleep(_FIRST_PAUSE_S)


def named(found: list[Blocker]) -> str:
    """The first few, and how many more."""
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return ", ".join(map(str, found[:_NAMED])) + more
