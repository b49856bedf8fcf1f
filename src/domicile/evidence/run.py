"""`verify`: compare hub, homes and directory, chunk by chunk, and name every wrong row."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

from domicile.config.model import Config
from domicile.errors import ServerUnavailable
from domicile.evidence import statements
from domicile.evidence.model import Fault, Verification, Violation
from domicile.pg.compose import sql
from domicile.relocation import aftercare
from domicile.relocation.run import World, open_world
from domicile.relocation.session import Session
from domicile.relocation.store import lock_owners
from domicile.relocation.sweep import settle, still_stray, strays
from domicile.residence.fragments import Fragments

_SIZE = 5_000
_PATIENCE_S = 3.0
_PAUSE_S = 0.05
Key = tuple[str, ...]
#: Told (table, rows verified so far).
Progress = Callable[[str, int], None]


def verify(config: Config, progress: Progress) -> Verification:
    """Everything that is not as the invariants I1 to I3 have it.

    What looks wrong is looked at again when the transactions of that moment have ended, so
    that moves and writes in flight raise no false alarm. No snapshot is held across chunks.

    Raises:
        ServerUnavailable: the hub is down; a home that is down is told in the result.
    """
    with open_world(config) as world:
        result = Verification()
        with _by_key(world.hub):
            for f in world.hub.parts:
                _verify_table(world, f, result, progress)
            for country in sorted(set(config.homes) - set(result.unavailable)):
                with _unless_down(world, country, result):
                    _verify_strays(world, country, result)
        _verify_directories(world, result)
        return result


@contextmanager
def _by_key(hub: Session) -> Generator[None]:
    """Rows of a chunk are found by their keys: a hash join would read whole tables for each."""
    switches = [sql.SQL("enable_hashjoin"), sql.SQL("enable_mergejoin")]
    for switch in switches:
        hub.run(sql.SQL("SET {} = off").format(switch))
    hub.commit()  # a later rollback must not undo it
    yield
    for switch in switches:
        hub.run(sql.SQL("RESET {}").format(switch))
    hub.commit()


def _verify_table(world: World, f: Fragments, result: Verification, progress: Progress) -> None:
    hub = world.hub
    hub.prepare(f.mapped.subject)
    last: Key | None = None
    while True:
        statement = aftercare.next_keys(f, after=last is not None, size=_SIZE)
        hub.filled.add(f.stem)
        keys = [tuple(map(str, row)) for row in hub.rows(statement, list(last or ()))]
        if not keys:
            hub.rollback()
            return
        last = keys[-1]
        suspects = _examine(world, f, result, count=True)
        world.rollback()
        if suspects:
            _hold(hub, f, sorted({violation.key for violation in suspects}))
            for violation in _examine(world, f, result, count=False):
                result.add(violation)
            world.rollback()
        result.rows += len(keys)
        progress(str(f.mapped.name), result.rows)


def _hold(hub: Session, f: Fragments, keys: list[Key]) -> None:
    """Make these rows the batch and lock their subjects: nobody writes or moves them now.

    Writes that are on the way end first. Whoever holds a subject for longer than our patience
    is looked at as he is.
    """
    settle(hub)
    until = time.monotonic() + _PATIENCE_S
    while True:
        hub.fill_keys(f, keys)
        if lock_owners(hub, f) or time.monotonic() > until:
            return
        hub.rollback()
        time.sleep(_PAUSE_S)


def _examine(world: World, f: Fragments, result: Verification, *, count: bool) -> list[Violation]:
    """What looks wrong among the rows of the chunk."""
    width = len(f.mapped.key)
    found: list[Violation] = []
    by_home: dict[str, dict[Key, bytes | None]] = {}
    for row in world.hub.rows(statements.places(f)):
        key = tuple(map(str, row[:width]))
        home, _, leak, lost, digest = row[width:]
        if leak:
            found.append(_violation(f, "leak", key, home))
        if lost:
            found.append(_violation(f, "lost", key, home))
        if home is not None:
            by_home.setdefault(home, {})[key] = digest
            result.residents += count
    for home, wanted in by_home.items():
        if home in result.unavailable:
            continue
        with _unless_down(world, home, result):
            found += _at_home(world, f, home, wanted)
    return found


def _at_home(
    world: World, f: Fragments, country: str, wanted: dict[Key, bytes | None]
) -> Iterator[Violation]:
    home = world.home(country, f.mapped.subject)
    home.clear()
    home.fill_keys(f, wanted)
    width = len(f.mapped.key)
    for row in home.rows(statements.at_home(f)):
        key = tuple(map(str, row[:width]))
        here, digest = row[width:]
        if not here:
            yield _violation(f, "missing", key, country)
        elif wanted[key] is not None and wanted[key] != digest:
            yield _violation(f, "differs", key, country)
    home.rollback()


def _verify_strays(world: World, country: str, result: Verification) -> None:
    for f in world.hub.parts:
        world.hub.prepare(f.mapped.subject)
        home = world.home(country, f.mapped.subject)
        total = home.rows(sql.SQL("SELECT count(*) FROM {}").format(f.base))[0][0]
        result.at_homes += int(total)
        for suspects in strays(world.hub, home, f, country):
            _hold(world.hub, f, suspects)
            found = still_stray(world.hub, f, suspects, country)
            # Asked after the hub: what the home has forgotten since is no stray.
            here = _present(home, f, found) if found else ()
            for key in here:
                result.add(_violation(f, "stray", key, country))
            world.rollback()


def _present(home: Session, f: Fragments, keys: list[Key]) -> list[Key]:
    home.clear()
    home.fill_keys(f, keys)
    width = len(f.mapped.key)
    return [tuple(map(str, row[:width])) for row in home.rows(statements.at_home(f)) if row[width]]


def _verify_directories(world: World, result: Verification) -> None:
    for subject in world.data_map.subjects:
        questions: tuple[tuple[Fault, sql.Composed], ...] = (
            ("unregistered", statements.unregistered(subject)),
            ("ghost", statements.ghosts(subject)),
        )
        for fault, question in questions:
            for row in world.hub.rows(question):
                key = tuple(map(str, row))
                result.add(Violation(table=str(subject.table.name), fault=fault, key=key))
        world.hub.rollback()


def _violation(f: Fragments, fault: Fault, key: Key, home: str | None) -> Violation:
    return Violation(table=str(f.mapped.name), fault=fault, key=key, home=home)


@contextmanager
def _unless_down(world: World, country: str, result: Verification) -> Generator[None]:
    """A home that is down leaves its own rows unverified, and says so."""
    try:
        yield
    except ServerUnavailable as error:
        if error.server != f"home {country}":
            raise
        result.unavailable[country] = str(error)
        world.homes.pop(country, None)
