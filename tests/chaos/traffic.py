"""The application's load: one thread per author, which knows what was acknowledged to it.

Each statement is checked as it is answered. An error has to be one that the design allows: the
hub or a home was in trouble at that time, or SQLSTATE 40001. A transaction whose COMMIT was
not answered is looked up afterwards: the hub tells whether it happened. If it did not, a home
may have it all the same (no two-phase commit, docs/limits.md): such a write is counted as torn,
and what it tore is mended as an operator would.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import psycopg

from chaos.author import Author, Deed
from chaos.truth import Row
from chaos.village import HOMES, PERSONAL, TABLES, Connection, Village

_PATIENCE_S = 20.0
_HUB = "hub"


class Weather:
    """When which server was in trouble; what an error may be blamed on."""

    def __init__(self) -> None:
        self._now: Counter[str] = Counter()
        self._past: list[tuple[str, float, float]] = []
        self._lock = threading.Lock()

    @contextmanager
    def trouble(self, server: str) -> Iterator[None]:
        """While it lasts, errors about this server are no surprise."""
        began = time.monotonic()
        with self._lock:
            self._now[server] += 1
        try:
            yield
        finally:
            with self._lock:
                self._now[server] -= 1
                self._past.append((server, began, time.monotonic()))

    def explains(self, server: str, since: float) -> bool:
        """True when there was trouble at some time since then."""
        with self._lock:
            return self._now[server] > 0 or any(
                name == server and ended >= since for name, _, ended in self._past
            )


@dataclass(slots=True)
class Tally:
    """What happened to the deeds."""

    done: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unanswered: int = 0
    torn: int = 0
    history: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)


class Writer(threading.Thread):
    """An author at work until told to stop; `tally.found` says what was wrong."""

    def __init__(self, village: Village, author: Author, weather: Weather) -> None:
        super().__init__(daemon=True)
        self.author = author
        self.tally = Tally()
        self.stopping = threading.Event()
        self._village = village
        self._weather = weather
        self._chance = author.chance
        self._conns: dict[bool, Connection] = {}
        self._used: dict[bool, float] = {}
        self._since = 0.0
        self._since_used = 0.0

    def run(self) -> None:
        """Deed after deed, and a look at the own rows now and then."""
        try:
            while not self.stopping.is_set() and not self.tally.found:
                if self._chance.random() < 0.4:
                    self._look(long=self._chance.random() < 0.1)
                elif deed := self.author.next():
                    self._do(deed)
                self.stopping.wait(self._chance.random() * 0.02)
        except Exception as error:  # a thread's end must be seen
            self._fault(f"the writer ended with {type(error).__name__}: {error}")
        finally:
            for conn in self._conns.values():
                conn.close()

    def _conn(self, *, view: bool) -> Connection | None:
        """A connection, opened again when it is lost; None while the hub is down."""
        conn = self._conns.get(view)
        self._since = time.monotonic()
        # A connection that lay idle when the hub died is found lost at its next use.
        self._since_used = self._used.get(view, self._since)
        self._used[view] = self._since
        if conn is None or conn.closed:
            try:
                conn = self._conns[view] = self._village.app(view=view)
            except psycopg.OperationalError as error:
                self._judge("connect", error)
                self.stopping.wait(0.02)
                return None
        return conn

    def _do(self, deed: Deed) -> None:
        conn = self._conn(view=self._chance.random() < 0.5)
        if conn is None:
            return
        taken_back = self._chance.random() < 0.1
        try:
            conn.execute("BEGIN")
            for statement, values in deed.steps:
                done = conn.execute(statement.encode(), values)
                if done.rowcount != 1:
                    self._fault(f"{deed.name}: {statement.split(' SET ')[0]}: no row")
            if self._chance.random() < 0.1:
                self.stopping.wait(0.05)
            if taken_back:
                conn.execute("ROLLBACK")
                return
        except psycopg.Error as error:
            self._record(deed, f"refused {error.sqlstate}")
            self._judge(deed.name, error)
            with suppress(psycopg.Error):
                conn.execute("ROLLBACK")
            return
        self._commit(conn, deed)

    def _commit(self, conn: Connection, deed: Deed) -> None:
        try:
            conn.execute("COMMIT")
        except psycopg.Error as error:
            self._judge(f"{deed.name}, COMMIT", error)
            self.tally.unanswered += 1
            self._record(deed, "not answered")
            self._find_out(deed)
        else:
            self.tally.done += 1
            self._record(deed, "done")
            self.author.learn(deed)

    def _record(self, deed: Deed, how: str) -> None:
        """For whoever looks into a failed trial: which rows, never which values."""
        rows = [
            f"{table} {key}" + (" gone" if row is None else _way(table, row))
            for (table, key), row in deed.after.items()
        ]
        self.tally.history.append(f"{time.monotonic():.3f} {deed.name}, {how}: {', '.join(rows)}")

    def _look(self, *, long: bool) -> None:
        """Everything of the author's own is read as it is known to be."""
        conn = self._conn(view=True)
        if conn is None:
            return
        isolation = "REPEATABLE READ" if long else "READ COMMITTED"
        try:
            conn.execute(f"BEGIN ISOLATION LEVEL {isolation}".encode())
            for _ in range(1 + long):
                for table in TABLES:
                    self._compare(conn, table)
                self.stopping.wait(0.2 * long)
            conn.execute("COMMIT")
        except psycopg.Error as error:
            self._judge("look", error)
            with suppress(psycopg.Error):
                conn.execute("ROLLBACK")

    def _compare(self, conn: Connection, table: str) -> None:
        rows = self.author.truth.rows[table]
        query = f"SELECT * FROM {table} WHERE id = ANY (%s)"
        cursor = conn.execute(query.encode(), (list(rows),))
        names = [column.name for column in cursor.description or ()]
        read = {int(str(row[0])): dict(zip(names, row, strict=True)) for row in cursor}
        for key in rows:
            if read.get(key) != rows[key]:
                wrong = [n for n in names if key not in read or read[key][n] != rows[key][n]]
                self._fault(f"{table} {key}: the application reads {', '.join(wrong)} wrongly")

    def _judge(self, doing: str, error: psycopg.Error) -> None:
        """Count an error that the design allows; anything else is a fault."""
        state = error.sqlstate or "lost"
        self.tally.refused[state] += 1
        if state == "40001":
            return
        if state == "lost" or state.startswith(("57P", "08")):
            if self._weather.explains(_HUB, self._since_used):
                return
            if state != "lost" and any(self._weather.explains(h, self._since) for h in HOMES):
                return
        self._fault(f"{doing}: {type(error).__name__} ({state}) {error.diag.message_primary}")

    def _fault(self, what: str) -> None:
        self.tally.found.append(f"author {self.author.number}: {what}")

    def _find_out(self, deed: Deed) -> None:
        """What became of a transaction whose COMMIT was not answered."""
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            with suppress(psycopg.OperationalError):
                with psycopg.connect(self._village.dsns[_HUB]) as hub:
                    self._await_ends()
                    happened = self._happened(hub, deed)
                    self._record(deed, "it happened" if happened else "it did not happen")
                    if not happened:
                        self._mend(hub, deed)
                if happened:
                    self.author.learn(deed)
                return
            time.sleep(0.05)
        self._fault(f"{deed.name}: nobody tells whether it was committed")

    def _await_ends(self) -> None:
        """What the homes were told before the trouble has been done there."""
        busy = (
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'postgres_fdw'"
            " AND datname = current_database() AND xact_start < %s"
        )
        for name in HOMES:
            with psycopg.connect(self._village.dsns[name], autocommit=True) as home:
                ((start,),) = home.execute("SELECT clock_timestamp()").fetchall()
                deadline = time.monotonic() + _PATIENCE_S
                while home.execute(busy, (start,)).fetchall() != [(0,)]:
                    if time.monotonic() > deadline:
                        raise psycopg.OperationalError("a home is busy")
                    time.sleep(0.01)

    def _happened(self, hub: Connection, deed: Deed) -> bool:
        """The hub has the deed's rows: all of them or none."""
        answers: set[bool] = set()
        for (table, key), row in deed.after.items():
            query = f"SELECT version FROM public.{table} WHERE id = %s"
            found = hub.execute(query.encode(), (key,)).fetchone()
            before = self.author.truth.rows[table].get(key)
            if row is None or before is None:
                answers.add((found is None) == (row is None))
            elif row["version"] != before["version"]:
                answers.add(found is not None and found[0] == row["version"])
        if len(answers) > 1:
            self._fault(f"{deed.name}: the hub has a half of it")
        return answers == {True}

    def _mend(self, hub: Connection, deed: Deed) -> None:
        """The hub has nothing of the deed. What a home has of it is taken back or accepted."""
        places: dict[tuple[str, int], tuple[object, ...] | None] = {}
        for table, key in deed.after:
            self._hold(hub, table, self.author.truth.rows[table].get(key))
            query = f"SELECT home, mirrored FROM domicile.{table}_placed WHERE k1 = %s"
            places[table, key] = hub.execute(query.encode(), (key,)).fetchone()
        for name in HOMES:
            with psycopg.connect(self._village.dsns[name]) as home:
                for (table, key), found in places.items():
                    if found is None or key not in self.author.truth.rows[table]:
                        self._forget(home, table, key)
                for (table, key), found in places.items():
                    if found is not None and found[0] == name:
                        row = deed.after[table, key]
                        self._accept(home, table, key, row, mirrored=bool(found[1]))

    def _hold(self, hub: Connection, table: str, row: Row | None) -> None:
        """No mover takes the row's people anywhere until this transaction ends."""
        if row is None:
            return
        column = {"person": "id", "note": "person_id", "address": "id"}[table]
        people = [row[column]]
        if table == "address":
            everybody = self.author.truth.rows["person"].items()
            people = [key for key, each in everybody if each["address_id"] == row["id"]]
        hold = "SELECT 1 FROM domicile.directory_person WHERE k1 = ANY (%s) FOR SHARE"
        hub.execute(hold, (people,))

    def _forget(self, home: Connection, table: str, key: int) -> None:
        """The home has a row that was never inserted in the hub."""
        delete = f"DELETE FROM public.{table} WHERE id = %s"
        self.tally.torn += home.execute(delete.encode(), (key,)).rowcount

    def _accept(
        self, home: Connection, table: str, key: int, row: Row | None, *, mirrored: bool
    ) -> None:
        """The home's values are the old ones, or those of the deed; a row that is gone is back."""
        before = self.author.truth.rows[table][key]
        columns = PERSONAL[table]
        listed = ", ".join(columns)
        query = f"SELECT {listed} FROM public.{table} WHERE id = %s FOR UPDATE"
        found = home.execute(query.encode(), (key,)).fetchone()
        old = tuple(before[column] for column in columns)
        new = tuple(row[column] for column in columns) if row else None
        if found == old:
            return
        self.tally.torn += 1
        if found is not None and found != new:
            self._fault(f"{table} {key}: the home has neither the old values nor the new ones")
        elif found is not None and not mirrored:
            before.update(zip(columns, found, strict=True))
        else:
            marks = ", ".join(["%s"] * (1 + len(columns)))
            sets = ", ".join(f"{column} = excluded.{column}" for column in columns)
            upsert = (
                f"INSERT INTO public.{table} (id, {listed}) VALUES ({marks})"
                f" ON CONFLICT (id) DO UPDATE SET {sets}"
            )
            home.execute(upsert.encode(), (key, *old))


def _way(table: str, row: Row) -> str:
    """What says where the row belongs."""
    names = {"person": ("country", "address_id"), "note": ("person_id",), "address": ()}[table]
    return "".join(f" {name}={row[name]}" for name in names)
