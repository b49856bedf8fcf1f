"""`apply` and `unapply`: homes first, then the hub in one transaction; back the same way."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from domicile.catalog.model import DataMap
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.errors import PreparationError, TryAgain
from domicile.pg import servers
from domicile.pg.compose import Composable, own, sql
from domicile.pg.connection import Connection, translated
from domicile.placement.model import Target
from domicile.placement.store import write_spellings, write_targets
from domicile.residence import homes, naming, refusals, standing
from domicile.residence import hub as at_hub
from domicile.residence.fragments import Fragments
from domicile.residence.standing import reaches
from domicile.residence.store import extension_schema, granted, holds, needed_types, rows
from domicile.residence.widening import widen

ATTEMPTS = 30
_PAUSE_S = 0.5
#: Of `deadlock_timeout`, for all locks of a turn together.
_SHARE = 0.7
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What `apply` left behind."""

    tables: int
    homes: tuple[str, ...]
    subjects: dict[str, int]


def apply(
    config: Config,
    targets: Iterable[Target],
    say: Say,
    *,
    attempts: int = ATTEMPTS,
    only_changed: bool = False,
    afresh: Container[str] = (),
) -> Applied:
    """Prepare homes and hub; run again after a crash or a change of the config, it converges.

    Args:
        config: what to prepare.
        targets: which jurisdiction's people must live where, as `assess` decided.
        say: told each step.
        attempts: how many turns to wait for tables that the application holds.
        only_changed: homes that were prepared for just this are not contacted.
        afresh: homes that are contacted all the same.

    Raises:
        ServerUnavailable: a home or the hub is down; nothing half-made is in the way.
        PreparationError: something that is not ours is in the way.
        MapError: the data map and the database disagree.
        TryAgain: the application held a table for all that time, or another `apply` is at work;
            the hub is as it was.
    """
    with servers.hub(config) as conn:
        identity = _identity(conn)
        _alone(conn)
        data_map = load_map(conn, config)
        parts = at_hub.fragments(data_map, config.homes)
        refusals.refuse_late_triggers(parts)
        refusals.refuse_foreign_equality(conn, parts)
        made = needed_types(conn, data_map.tables)
        identity = identity or _make_identity(conn)
        needs = standing.needs(made, data_map.tables)
        ready = standing.prepared(conn) if only_changed else {}
        conn.commit()
        for country in sorted(config.homes):
            if country in afresh or ready.get(country) != needs:
                say(f"home {country}: tables")
                homes.prepare(config, country, identity, made, data_map)
        say("hub: directory")
        _enlist(conn, config, data_map, parts)
        say("hub: views and guards")
        wanted = list(targets)
        whole = _Hub(conn, config, data_map, parts, needs)
        _in_turns(conn, lambda: _prepare_hub(whole, wanted), attempts)
        return Applied(
            tables=len(data_map.tables),
            homes=tuple(sorted(config.homes)),
            subjects={each.kind: _count(conn, each.kind) for each in data_map.subjects},
        )


def unapply(config: Config, say: Say, *, attempts: int = ATTEMPTS) -> None:
    """Take everything back: after it, hub and homes are as they were before `apply` (I9).

    The hub keeps its identity until the last home is undone, so that a run that was cut short
    still knows which homes are its own.

    Raises:
        PreparationError: somebody is still resident at a home, or a home is another hub's.
        TryAgain: the application held a table for all that time; it is as it was.
    """
    with servers.hub(config) as conn:
        identity = _identity(conn)
        conn.commit()
        if identity is not None:
            say("hub: views, guards and directory")
            _in_turns(conn, lambda: _undo_hub(conn, identity), attempts)
        for country in sorted(config.homes):
            say(f"home {country}: tables")
            homes.undo(config, country, identity)
        if identity is not None:
            conn.execute("DROP SCHEMA domicile CASCADE")


def _identity(conn: Connection) -> uuid.UUID | None:
    """The hub's own id, by which a home knows whose it is; None before the first `apply`."""
    if not holds(conn, "relation_exists", schema="domicile", name="identity"):
        return None
    identity, country = rows(conn, "identity")[0]
    if country is not None:
        raise PreparationError(
            f"hub: that database is the home {country} of another hub",
            hint="hub.dsn must name the service's own database",
        )
    return uuid.UUID(str(identity))


def _alone(conn: Connection) -> None:
    """Nobody else applies at the same time; the lock ends with the connection."""
    if not holds(conn, "alone"):
        raise TryAgain("hub: another `domicile apply` or `domicile run` is preparing it")


def _make_identity(conn: Connection) -> uuid.UUID:
    refusals.refuse_foreign_schemas(conn)
    identity = uuid.uuid4()
    conn.execute(at_hub.SCHEMA["schema"])
    _keep_identity(conn, identity)
    return identity


def _keep_identity(conn: Connection, identity: uuid.UUID) -> None:
    conn.execute(at_hub.SCHEMA["identity"])
    conn.execute("INSERT INTO domicile.identity VALUES (%s, NULL)", (identity,))


def _enlist(
    conn: Connection, config: Config, data_map: DataMap, parts: tuple[Fragments, ...]
) -> None:
    """Everybody into the directory, while the application goes on writing.

    That takes as long as reading the whole subject table. The transaction that holds the
    application's tables has only those to add who came in between.
    """
    _run(conn, [at_hub.SCHEMA["tables"]])
    refusals.refuse_changed_map(conn, config, data_map)
    _run(conn, at_hub.tables(data_map, parts))
    write_spellings(conn, config)
    _run(conn, at_hub.register_all(data_map))
    conn.commit()


@dataclass(frozen=True, slots=True)
class _Hub:
    """The hub's session, and what it is prepared for."""

    conn: Connection
    config: Config
    data_map: DataMap
    parts: tuple[Fragments, ...]
    needs: str


def _prepare_hub(hub: _Hub, targets: list[Target]) -> None:
    conn, config, data_map, parts = hub.conn, hub.config, hub.data_map, hub.parts
    _run(conn, [at_hub.SCHEMA["schema"], at_hub.SCHEMA["fdw"], at_hub.SCHEMA["tables"]])
    refusals.refuse_changed_map(conn, config, data_map)
    before = refusals.mapped_before(conn)
    if before != refusals.mapped_now(data_map) and not holds(conn, "unread_map"):
        raise TryAgain("hub: a mover is at work with the data map as it was")
    _take(conn, parts)
    _drop_windows(conn)
    _run(conn, at_hub.state(data_map, parts, reaches(config)))
    write_spellings(conn, config)
    write_targets(conn, targets)
    _run(conn, at_hub.behaviour(data_map, parts))
    for f in parts:
        _run(conn, at_hub.grant(f, granted(conn, f.mapped.name)))
    if before:
        widen(conn, parts, before)
    standing.keep_prepared(conn, config.homes, hub.needs)
    standing.keep(conn, standing.standing(conn, config, data_map, parts))


def _take(conn: Connection, parts: Iterable[Fragments] = ()) -> None:
    """Lock at once all that will be changed, or give up.

    The application may hold what comes later in the order, and wait for what came before. All
    locks together take less than `deadlock_timeout`: whoever waits for us has not looked for a
    deadlock by then, so it is never the application that is cancelled.
    """
    names = [(str(schema), str(name)) for schema, name in rows(conn, "watched")]
    for f in parts:
        passed = [f.mapped.name, f.mapped.subject.table.name, *(h.table for h in f.mapped.hops)]
        names += [(each.schema, each.table) for each in passed]
    ends = time.monotonic() + _SHARE * float(str(rows(conn, "patience")[0][0])) / 1000
    for name in dict.fromkeys(names):
        left_ms = max(1, round((ends - time.monotonic()) * 1000))
        _run(conn, [sql.SQL("SET LOCAL lock_timeout = {}").format(sql.Literal(left_ms))])
        _run(
            conn, [sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(sql.Identifier(*name))]
        )


def _drop_windows(conn: Connection) -> None:
    """Drop everything that holds no state, so that it can be made afresh."""
    refusals.refuse_dependents(conn)
    for schema, table, name in rows(conn, "own_triggers"):
        _drop(conn, sql.SQL("DROP TRIGGER {} ON {}"), name, sql.Identifier(schema, table))
    kinds = {"v": sql.SQL("VIEW"), "f": sql.SQL("FOREIGN TABLE")}
    for schema, name, kind in rows(conn, "own_relations"):
        conn.execute(sql.SQL("DROP {} {}").format(kinds[kind], sql.Identifier(schema, name)))
    for (signature,) in rows(conn, "own_functions"):
        conn.execute(b"DROP FUNCTION " + str(signature).encode())
    for (name,) in rows(conn, "own_types"):
        conn.execute(sql.SQL("DROP TYPE {}").format(own(name)))
    found = conn.execute("SELECT server FROM domicile.home").fetchall()
    for (name,) in found:
        conn.execute(sql.SQL("DROP SERVER IF EXISTS {} CASCADE").format(sql.Identifier(str(name))))


def _drop(conn: Connection, statement: sql.SQL, name: str, on: Composable) -> None:
    conn.execute(statement.format(sql.Identifier(name), on))


def _undo_hub(conn: Connection, identity: uuid.UUID) -> None:
    if holds(conn, "relation_exists", schema="domicile", name="mapped"):
        refusals.refuse_residents(conn)
        _take(conn)
        _drop_windows(conn)
        _run(conn, at_hub.give_back(rows(conn, "taken")))
        if extension_schema(conn, "postgres_fdw") == "domicile":
            conn.execute("DROP EXTENSION postgres_fdw")
    conn.execute("DROP SCHEMA IF EXISTS domicile, resident CASCADE")
    conn.execute("CREATE SCHEMA domicile")
    _keep_identity(conn, identity)


def _count(conn: Connection, kind: str) -> int:
    query = sql.SQL("SELECT count(*) FROM {}").format(own(naming.directory(kind)))
    return refusals.scalar(conn, query)


def _run(conn: Connection, statements: Iterable[Composable]) -> None:
    for statement in statements:
        conn.execute(statement.as_string(conn).encode())


def _in_turns(conn: Connection, act: Callable[[], None], attempts: int) -> None:
    """Wait for the application's locks in short turns: who queued behind us goes on between."""
    for left in reversed(range(attempts)):
        try:
            with translated("hub"), conn.transaction():
                act()
        except TryAgain:
            if not left:
                raise
            time.sleep(_PAUSE_S)
        else:
            return
