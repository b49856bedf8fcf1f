"""The protocol of docs/protocols/relocation.md as a model: who may do what in which state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from domicile.relocation import steps
from model import application
from model.crashes import crashes
from model.state import HOME, HUB, NOBODY, Names, Proc, Safeguards, State

_Next = Iterator[tuple[str, State]]


@dataclass(frozen=True)
class Protocol:
    """The model with its safeguards.

    Args:
        guards: those that are kept.
        crashes: one crash may happen, of anybody, anywhere.
        finals: the commands of which one runs at the end, alone: what a person would type.
    """

    guards: Safeguards = field(default_factory=Safeguards)
    crashes: bool = True
    finals: tuple[str, ...] = ("move", "return")

    def moves(self, s: State) -> Iterator[tuple[str, State]]:
        """Everything that can happen next."""
        found = list(self._programs(s))
        yield from found
        if s.late is not None:
            value, batch = s.late
            log = s.home_log | ({batch} if batch and self.guards.logs_at_home else NOBODY)
            yield (
                "a late COMMIT reaches the home",
                s._replace(late=None, row_lock=None, home=value, home_log=log),
            )
        elif not found and not s.last:
            yield from self._last(s)
        if self.crashes and not s.crashed and not s.last:
            yield from crashes(s._replace(crashed=True))

    def _programs(self, s: State) -> Iterator[tuple[str, State]]:
        for i, proc in enumerate(s.procs):
            if (step := _PROGRAM.get(proc.at)) is not None:
                for label, after in step(self.guards, s, i, proc):
                    yield f"{proc.role} {i}: {label}", after

    def _last(self, s: State) -> Iterator[tuple[str, State]]:
        """Everybody has ended: the same command again finishes the work."""
        if any(proc.at not in ("done", "failed") for proc in s.procs):
            return
        for role in self.finals:
            again = s.put(0, role=role).aborted(0)
            yield f"`domicile {role}` is run again", again._replace(last=True)

    def check(self, s: State) -> str | None:
        """I1, I2, I3, I5 in every state."""
        for proc in s.procs:
            if proc.at == "misled":
                return f"I2: a reader was given {proc.value}, acknowledged was {proc.seen}"
        if s.where == HUB and not _newest(s, s.hub):
            return f"I2: the hub has {s.hub}, acknowledged is {s.acked}"
        if s.where == HOME and not _newest(s, s.home):
            return f"I2: the home has {s.home}, acknowledged is {s.acked}"
        if s.where == HOME and s.hub is not None:
            return "I3: the hub has a value of a resident"
        if s.where is None and s.hub is not None:
            return "I5: the hub has a value of somebody unknown"
        return None

    def check_end(self, s: State) -> str | None:
        """I6: after the same command again everybody is where they must be; nothing is left."""
        if not s.last:
            return "I6: nobody can go on"
        if s.distorts:
            return None if s.where == HUB else "I2: what was distorted became the truth"
        target = HOME if s.procs[0].role == "move" and s.where is not None else s.where
        if s.where != target or (s.procs[0].role == "return" and s.where == HOME):
            return f"I6: the person is in {s.where}"
        if s.where != HOME and s.home is not None:
            return "I6: garbage is left at home"
        if s.queue is not None or s.exclusive is not None or s.shared or s.queue_lock is not None:
            return "I6: a purge or a lock is left"
        if s.home_log - s.hub_log:
            return "I6: the home's log has a batch that never was"
        if self.guards.logs_at_home and _forgotten(s):
            return "R5: the home's log has forgotten a batch"
        return None


def _newest(s: State, value: int | None) -> bool:
    return value is not None and s.acked <= value <= s.tried


def _forgotten(s: State) -> bool:
    """Batches to the home (those of a move are even) of which only the hub knows."""
    return any(batch % 2 == 0 for batch in s.hub_log - s.home_log)


# --- a worker: sweep, then R1 to R6, then purge ---------------------------------------------------


def _log(kept: Safeguards, s: State, i: int, _: Proc) -> _Next:
    dead = s.home_log - s.hub_log
    if not kept.logs_at_home or not dead:
        yield "the logs agree", s.put(i, at="claim")
    else:
        waits = s.others(i) if kept.sweep_waits else NOBODY
        yield "sweep: the home has a batch more", s.put(i, at="settle", dead=dead, waits=waits)


def _settle(kept: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if proc.waits:
        return
    # Without the wait there is no reason to ask again either.
    dead = proc.dead - s.hub_log if kept.sweep_waits else proc.dead
    yield "sweep: it is dead", s.put(i, at="find" if dead else "claim", dead=dead)


def _find(_: Safeguards, s: State, i: int, _proc: Proc) -> _Next:
    if s.home is None:
        yield "sweep: no row", s.put(i, at="forget")
    else:
        yield "sweep: a row", s.put(i, at="judge")


def _judge(_: Safeguards, s: State, i: int, _proc: Proc) -> _Next:
    if s.where == HOME or s.queue is not None:
        yield "sweep: no garbage", s.put(i, at="forget")
    else:
        yield "sweep: garbage", s.put(i, at="delete", open=True)


def _delete(at: str) -> Callable[[Safeguards, State, int, Proc], _Next]:
    def delete(_: Safeguards, s: State, i: int, _proc: Proc) -> _Next:
        if s.row_lock is None:
            after = s._replace(row_lock=i).put(i, at=at, pending="delete")
            yield f"{_mark(at)} the home deletes", after

    return delete


def _check(kept: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    """After the DELETE: whoever has brought the row is at work still, or the hub says so."""
    if proc.lost:
        yield "the hub's transaction is gone: roll back", s.aborted(i)
        return
    lawful = s.where == HOME or s.queue is not None
    asked = any(each.role == "insert" and each.open for each in s.procs)
    if not kept.sweep_checks:
        yield "sweep: nobody is asked", s.put(i, at="deleted")
    elif lawful or asked or not s.unlocked(i):
        after = s.aborted(i).put(i, at="claim")
        yield "sweep: somebody is at work, another time", after
    else:
        yield "sweep: it is nobody's", s._replace(exclusive=i).put(i, at="deleted")


def _deleted(at: str) -> Callable[[Safeguards, State, int, Proc], _Next]:
    def deleted(kept: Safeguards, s: State, i: int, proc: Proc) -> _Next:
        if proc.lost and kept.fences:
            yield "the hub's transaction is gone: roll back", s.aborted(i)
        else:
            after = s.dropped(i)._replace(home=None).put(i, at=at)
            yield f"{_mark(at)} the home commits", after

    return deleted


def _mark(at: str) -> str:
    return steps.PURGE_WRITE.name + ":" if at.startswith("purge") else "sweep:"


def _unlock(_: Safeguards, s: State, i: int, _proc: Proc) -> _Next:
    yield "sweep: let the person go", s.ended(i).put(i, at="forget", lost=False)


def _forget(_: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    after = s._replace(home_log=s.home_log - proc.dead).put(i, at="claim", dead=NOBODY)
    yield "sweep: forget the dead batch", after


def _claim(kept: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if s.where != (HUB if proc.role == "move" else HOME):
        yield "nobody left to move", s.put(i, at="purge")
        return
    if (kept.mover_locks and not s.unlocked(i)) or s.queue_lock not in (None, i):
        return  # left out, and tried again later
    if kept.mover_locks:
        s = s._replace(exclusive=i)
    if s.queue is not None:
        s = s._replace(queue_lock=i)
    # Odd are the batches that write nothing at home.
    batch = (proc.batch // 10 * 10 or 100 * i) + 10 + (proc.role == "return")
    yield steps.CLAIM.name, s.put(i, at="copy", open=True, batch=batch)


def _copy(_: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if proc.lost:
        yield "the hub's transaction is gone: roll back", s.aborted(i)
    elif proc.role == "move":
        yield steps.READ.name, s.put(i, at="write", value=s.hub)
    else:
        yield steps.READ.name, s.put(i, at="flip", value=s.home)


def _write(_: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if s.row_lock is None:
        value = -1 if s.distorts else proc.value
        after = s._replace(row_lock=i)
        yield (
            steps.WRITE.name,
            after.put(i, at="commit", pending="write", value=value, seen=proc.value),
        )


def _commit(kept: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if proc.lost and kept.fences:
        yield "the hub's transaction is gone: roll back", s.aborted(i)
        return
    log = s.home_log | ({proc.batch} if kept.logs_at_home else NOBODY)
    after = s.dropped(i)._replace(home=proc.value, home_log=log)
    yield steps.WRITE_COMMIT.name, after.put(i, at="compare")


def _compare(kept: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if kept.compares and s.home != proc.seen:
        yield f"{steps.COMPARE.name}: they differ", s.aborted(i).put(i, at="failed")
        return
    old = frozenset(j for j, each in enumerate(s.procs) if _asked_home(each))
    waits = old if kept.settles else NOBODY
    yield steps.COMPARE.name, s.put(i, at="wait", waits=waits)


def _asked_home(proc: Proc) -> bool:
    return proc.role == "committed" and proc.at == "read"


def _wait(_: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if not proc.waits:
        yield steps.SETTLE.name, s.put(i, at="flip")


def _flip(_: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if proc.lost:
        yield "the hub's transaction is gone: roll back", s.aborted(i)
    else:
        yield steps.FLIP.name, s.put(i, at="flip commit")


def _flip_commit(_: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if proc.lost:
        yield "the hub's transaction is gone: roll back", s.aborted(i)
        return
    log = s.hub_log | {proc.batch}
    if proc.role == "move":
        after = s._replace(where=HOME, hub=None, queue=None, hub_log=log)
    else:
        after = s._replace(where=HUB, hub=proc.value, queue=_snapshots(s), hub_log=log)
    done = after.ended(i).put(i, at="purge", value=None, seen=None)
    yield steps.FLIP_COMMIT.name, done


def _snapshots(s: State) -> Names:
    return frozenset(j for j, each in enumerate(s.procs) if each.role == "snapshot" and each.open)


def _purge(kept: Safeguards, s: State, i: int, _: Proc) -> _Next:
    if s.queue is None:
        yield "nothing to purge", s.put(i, at="done")
    elif (kept.purge_waits and s.queue) or s.queue_lock is not None:
        return
    else:
        locked = s._replace(queue_lock=i) if kept.purge_locks else s
        at = "purge commit" if s.where == HOME else "purge delete"
        yield steps.PURGE.name, locked.put(i, at=at, open=True)


def _purge_commit(_: Safeguards, s: State, i: int, proc: Proc) -> _Next:
    if proc.lost:
        yield "the hub's transaction is gone: roll back", s.aborted(i)
    else:
        after = s._replace(queue=None).ended(i)
        yield steps.PURGE_COMMIT.name, after.put(i, at="purge")


_PROGRAM: dict[str, Callable[[Safeguards, State, int, Proc], Iterable[tuple[str, State]]]] = {
    "log": _log,
    "settle": _settle,
    "find": _find,
    "judge": _judge,
    "delete": _delete("check"),
    "check": _check,
    "deleted": _deleted("unlock"),
    "unlock": _unlock,
    "forget": _forget,
    "claim": _claim,
    "copy": _copy,
    "write": _write,
    "commit": _commit,
    "compare": _compare,
    "wait": _wait,
    "flip": _flip,
    "flip commit": _flip_commit,
    "purge": _purge,
    "purge delete": _delete("purge deleted"),
    "purge deleted": _deleted("purge commit"),
    "purge commit": _purge_commit,
    "idle": application.begin_write,
    "locked": application.write_there,
    "home commit": application.home_commit,
    "hub commit": application.hub_commit,
    "insert": application.insert,
    "begin": application.begin_read,
    "read": application.read,
}
