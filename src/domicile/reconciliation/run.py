"""`domicile run`: round after round, what is becomes what must be."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from domicile.catalog.model import MappedTable
from domicile.config import Config, load
from domicile.errors import (
    ConfigError,
    DomicileError,
    PreparationError,
    ServerUnavailable,
    TryAgain,
)
from domicile.pg import servers
from domicile.placement.run import judge, targets
from domicile.reconciliation import losses, restore
from domicile.reconciliation.look import Look, look
from domicile.reconciliation.model import Round, backoff_s
from domicile.reconciliation.personal import personal_looking
from domicile.reconciliation.store import as_applied, out_of_place, same_targets, usable
from domicile.relocation import run as relocation
from domicile.relocation.confirm import Memory, remember
from domicile.relocation.errand import Wishes
from domicile.relocation.run import World, open_world
from domicile.residence import run as residence
from domicile.residence.hub import fragments
from domicile.residence.standing import Standing, applied, standing
from domicile.residence.store import holds

#: How many turns of a second `apply` waits for tables before it leaves them to the next round.
_ATTEMPTS = 5


class Stopped(Exception):
    """The process was asked to stop; the batch at hand has ended."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What the caller asked for.

    Attributes:
        clock: today, when the laws are judged.
        carry: whom a round carries, and how considerately: what `move` takes.
        every_s: how long to wait between two rounds.
        say: told each step of an `apply`, and why nothing moves for a while.
        stop: set when the process is asked to end.
    """

    clock: Callable[[], date]
    carry: Wishes = field(default_factory=Wishes)
    every_s: float = 60.0
    say: Callable[[str], None] = field(default=lambda _: None)
    stop: threading.Event = field(default_factory=threading.Event)


def once(path: Path, wish: Wish) -> Round:
    """One round.

    Raises:
        ServerUnavailable: the hub does not answer.
        DomicileError: the round could not be begun; what fails within it is in its result.
    """
    return reconcile(load(path), wish)


def forever(path: Path, wish: Wish, tell: Callable[[Round], None]) -> None:
    """Round after round, until `wish.stop` is set.

    The config is read afresh for each; while it cannot be used, the last good one is. A hub that
    is down is asked again, after 1, 2, 4, ... seconds.

    Args:
        tell: told every round, also one that could not be begun.

    Raises:
        ConfigError: there is no good config to begin with.
    """
    config, failures = load(path), 0
    while not wish.stop.is_set():
        errors: list[DomicileError] = []
        try:
            config = load(path)
        except ConfigError as error:
            errors.append(error)
        try:
            done = reconcile(config, wish)
            failures = 0
        except Stopped:
            return
        except DomicileError as error:
            done = Round(as_of=wish.clock(), errors=[error])
            failures += isinstance(error, ServerUnavailable)
        done.errors += errors
        tell(done)
        wish.stop.wait(backoff_s(failures, every_s=wish.every_s) if failures else wish.every_s)


def reconcile(config: Config, wish: Wish) -> Round:
    """One round over a config that has been read.

    In this order: what a restored backup has undone, what a migration or a new home has changed,
    who is out of place. A home that is down stops its own people only (I4). When nothing has
    changed, nothing is written anywhere.

    Raises:
        ServerUnavailable: the hub does not answer.
        PreparationError: `apply` has never been run.
        MapError: nothing of the data map fits the database.
        Stopped: the process was asked to stop.
    """
    done = Round(as_of=wish.clock())
    with servers.hub(config) as conn:
        conn.read_only = True
        if not holds(conn, "relation_exists", schema="domicile", name="mapped"):
            raise PreparationError("the hub is not prepared", hint="run `domicile apply` first")
        fit = usable(conn, config)
        done.errors += fit.errors
        known = as_applied(conn, fit.config)
        seen = look(conn, known, fit.data_map.subjects)
    done.unavailable |= seen.unavailable
    if not _restored(known, seen, done):
        return done  # nobody moves while the hub does not know who lives where
    if not fit.errors:
        _apply_changes(config, seen, done, wish)
    if not seen.homes_gone:
        _move(_without(fit.config, seen), seen, done, wish)
    return done


def _restored(config: Config, seen: Look, done: Round) -> bool:
    """Put right what a restored hub or home has forgotten; confirm what the hub has.

    False when somebody held what was needed: the next round goes on.
    """
    done.suspended = seen.suspended
    if not seen.forgetful and not any(each.to_remember for each in seen.memories.values()):
        return True
    with open_world(config) as world:
        for country, memory in seen.memories.items():
            if memory.to_remember and not memory.lost:
                with world.unless_down():
                    remember(world.home(country, world.data_map.subjects[0]), memory)
        affected = {
            country: memory
            for country, memory in seen.memories.items()
            if memory.restored or memory.other_hub
        }
        try:
            if affected:
                _mend_hub(world, affected, done)
            for country, memory in seen.memories.items():
                if memory.lost and country not in affected:
                    with world.unless_down():
                        _mend_home(world, country, memory, done)
        except TryAgain as error:
            world.rollback()
            done.errors.append(error)
        done.suspended = restore.count_suspended(world.hub, world.data_map.subjects)
        if affected and not done.suspended:
            restore.forget_suspended(world.hub)
        done.unavailable |= world.report.unavailable
        done.broken |= world.report.broken
    return not any(isinstance(error, TryAgain) for error in done.errors)


def _mend_hub(world: World, affected: dict[str, Memory], done: Round) -> None:
    """All suspended first, then the homes in the order of their newest batch, then the logs."""
    if not holds(world.hub.conn, "alone"):
        raise TryAgain("hub: another `domicile run` is putting a restored hub right")
    world.hub.commit()
    order: dict[str, str] = {}
    for country, memory in affected.items():
        with world.unless_down():
            restore.suspend(world, country, memory)
            order[country] = restore.newest(world, country, memory)
    for country in sorted(order, key=order.__getitem__, reverse=True):
        with world.unless_down():
            mended = restore.mend(world, country, affected[country])
            if affected[country].restored or mended.subjects:
                done.mended.append(mended)
    for country in order:
        with world.unless_down():
            restore.conclude(world, country, done.named)
            losses.name_missing(world, country, done.named, resend=False)


def _mend_home(world: World, country: str, memory: Memory, done: Round) -> None:
    """Name what the home has lost, and give it again what the hub has too."""
    before = done.named.found
    done.resent += losses.name_missing(world, country, done.named, resend=True)
    done.lost[country] = len(memory.lost)
    if done.named.found == before:
        losses.tell_home(world, country, memory)


def _apply_changes(config: Config, seen: Look, done: Round, wish: Wish) -> None:
    """Apply again when a migration, the map, a home or somebody's hand has changed something."""
    part = _without(config, seen)
    try:
        with servers.hub(config) as conn:
            conn.read_only = True
            fit = usable(conn, part)
            before = applied(conn)
            now = standing(conn, part, fit.data_map, fragments(fit.data_map, part.homes))
        if before == now and not seen.bare:
            return
        wanted = targets(part, judge(part, done.as_of))
        residence.apply(
            part, wanted, wish.say, attempts=_ATTEMPTS, only_changed=True, afresh=seen.bare
        )
    except ServerUnavailable as error:
        if error.server == "hub":
            raise
        done.unavailable[error.server.removeprefix("home ")] = str(error)
        return
    except DomicileError as error:
        done.errors.append(error)
        return
    done.applied = True
    if before is not None:
        done.columns = _new_columns(fit.data_map.tables, before, part)


def _new_columns(
    tables: tuple[MappedTable, ...], before: Standing, config: Config
) -> dict[str, str]:
    """Columns that came since the last `apply`, look personal, and are on no list."""
    evidence = {each.column for subject in config.subjects for each in subject.evidence}
    found: dict[str, str] = {}
    for mapped in tables:
        prefix = f"{mapped.name}."
        known = {name.removeprefix(prefix) for name in before.columns if name.startswith(prefix)}
        keys = {name for key in mapped.table.foreign_keys for name in key.columns}
        settled = known | set(mapped.categories) | set(mapped.table.key) | keys | evidence
        settled |= set(config.skeleton.get(mapped.name, {}))
        looking = personal_looking(mapped.table.columns, settled) if known else {}
        found |= {f"{prefix}{name}": why for name, why in looking.items()}
    return found


def _without(config: Config, seen: Look) -> Config:
    """The config without new homes that do not answer yet: their people wait in the hub."""
    new = set(seen.unavailable) - seen.applied_homes
    return replace(config, homes={c: home for c, home in config.homes.items() if c not in new})


def _move(config: Config, seen: Look, done: Round, wish: Wish) -> None:
    """Carry whoever is out of place; nothing is written when nobody is."""
    if wish.stop.is_set():
        raise Stopped
    wanted = targets(config, judge(config, done.as_of))
    garbage = any(memory.garbage for memory in seen.memories.values())
    with servers.hub(config) as conn:
        conn.read_only = True
        config = as_applied(conn, config)
        fit = usable(conn, config)
        parts = fragments(fit.data_map, config.homes)
        down = set(done.unavailable)
        if (
            not garbage
            and same_targets(conn, wanted, fit.data_map)
            and not out_of_place(conn, fit.data_map, parts, down, wish.carry.get("home"))
        ):
            return

    def unless_stopped(*_: object) -> None:
        if wish.stop.is_set():
            raise Stopped

    told: list[str] = []

    def say(text: str) -> None:
        unless_stopped()
        if told[-1:] != [text]:
            told.append(text)
            wish.say(text)

    try:
        done.moved = relocation.move(
            config, as_of=done.as_of, progress=unless_stopped, say=say, **wish.carry
        )
    except ServerUnavailable:
        raise
    except DomicileError as error:
        done.errors.append(error)
    else:
        done.unavailable |= done.moved.unavailable
        done.broken |= done.moved.broken
