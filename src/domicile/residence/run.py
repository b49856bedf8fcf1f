"""`apply` and `unapply`: homes first, then the hub in one transaction; back the same way."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator
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
from domicile.residence import homes, naming, refusals
from domicile.residence import hub as at_hub
from domicile.residence.fragments import Fragments
from domicile.residence.store import extension_schema, granted, holds, needed_types, rows

#: For how long a statement of ours may make the application's queue behind it.
LOCK_TIMEOUT = "1s"
ATTEMPTS = 30
_PAUSE_S = 0.5
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What `apply` left behind."""

    tables: int
    homes: tuple[str, ...]
    subjects: dict[str, int]


def apply(
    config: Config, targets: Iterable[Target], say: Say, *, attempts: int = ATTEMPTS
) -> Applied:
    """Prepare homes and hub; run again after a crash or a change of the config, it converges.

    Args:
        config: what to prepare.
        targets: which jurisdiction's people must live where, as `assess` decided.
        say: told each step.
        attempts: how many turns to wait for tables that the application holds.

    Raises:
        ServerUnavailable: a home or the hub is down; nothing half-made is in the way.
        PreparationError: something that is not ours is in the way.
        MapError: the data map and the database disagree.
        TryAgain: the application held a table for all that time; it is as it was.
    """
    with servers.hub(config) as conn:
        identity = _identity(conn)
        data_map = load_map(conn, config)
        parts = at_hub.fragments(data_map, config.homes)
        refusals.refuse_late_triggers(parts)
        refusals.refuse_foreign_equality(conn, parts)
        made = needed_types(conn, data_map.tables)
        identity = identity or _make_identity(conn)
        conn.commit()
        for country in sorted(config.homes):
            say(f"home {country}: tables")
            homes.prepare(config, country, identity, made, data_map)
        say("hub: directory")
        _enlist(conn, config, data_map, parts)
        say("hub: views and guards")
        wanted = list(targets)
        _in_turns(conn, lambda: _prepare_hub(conn, config, data_map, parts, wanted), attempts)
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


def _prepare_hub(
    conn: Connection,
    config: Config,
    data_map: DataMap,
    parts: tuple[Fragments, ...],
    targets: list[Target],
) -> None:
    _run(conn, [at_hub.SCHEMA["schema"], at_hub.SCHEMA["fdw"], at_hub.SCHEMA["tables"]])
    refusals.refuse_changed_map(conn, config, data_map)
    _drop_windows(conn)
    _run(conn, at_hub.state(data_map, parts, reaches(config)))
    write_spellings(conn, config)
    write_targets(conn, targets)
    _run(conn, at_hub.behaviour(data_map, parts))
    for f in parts:
        _run(conn, at_hub.grant(f, granted(conn, f.mapped.name)))


def reaches(config: Config) -> Iterator[at_hub.Reach]:
    """How the hub's server reaches each home, secrets included."""
    for country in sorted(config.homes):
        options, mapping = servers.server_options(config, country)
        yield at_hub.Reach(country=country, server_options=options, mapping_options=mapping)


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
                conn.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'".encode())
                act()
        except TryAgain:
            if not left:
                raise
            time.sleep(_PAUSE_S)
        else:
            return
