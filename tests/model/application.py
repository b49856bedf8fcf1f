"""The application in the model: who writes, who signs up, who reads with an old snapshot."""

from __future__ import annotations

from collections.abc import Iterator

from model.state import HOME, HUB, Proc, Safeguards, State

Next = Iterator[tuple[str, State]]
#: So many values are written, one after the other.
WRITES = 2


def begin_write(kept: Safeguards, s: State, i: int, proc: Proc) -> Next:
    """The guard: where the person lives, under a lock that movers respect."""
    value = (proc.value or 0) + 1
    if value > WRITES:
        yield "has written", s.put(i, at="done")
    elif s.exclusive is None or not kept.writer_locks:
        shared = s.shared | {i} if kept.writer_locks else s.shared
        after = s._replace(shared=shared)
        yield "asks where", after.put(i, at="locked", value=value, where=s.where, open=True)


def write_there(_: Safeguards, s: State, i: int, proc: Proc) -> Next:
    """The value goes to where the directory says; in the hub it is committed at once."""
    value = proc.value or 0
    if proc.where == HUB:
        after = s._replace(hub=value, acked=value, tried=value).ended(i)
        yield f"writes {value} in the hub, COMMIT", after.put(i, at="idle")
    elif s.row_lock is None:
        after = s._replace(row_lock=i, tried=value)
        yield f"writes {value} at home", after.put(i, at="home commit", pending="write")


def home_commit(_: Safeguards, s: State, i: int, proc: Proc) -> Next:
    """The first of two commits."""
    after = s.dropped(i)._replace(home=proc.value)
    yield "COMMIT at home", after.put(i, at="hub commit")


def hub_commit(_: Safeguards, s: State, i: int, proc: Proc) -> Next:
    """The second: the application is told."""
    after = s._replace(acked=proc.value or 0).ended(i)
    if proc.role == "insert":
        yield "COMMIT in the hub", after._replace(where=HOME).put(i, at="done")
    else:
        yield "COMMIT in the hub", after.put(i, at="idle")


def insert(_: Safeguards, s: State, i: int, _proc: Proc) -> Next:
    """Somebody signs up: the directory row is there with the hub's commit."""
    if s.row_lock is None:
        after = s._replace(row_lock=i, tried=1)
        yield (
            "inserts at home",
            after.put(i, at="home commit", value=1, where=HOME, open=True, pending="write"),
        )


def begin_read(_: Safeguards, s: State, i: int, proc: Proc) -> Next:
    """A snapshot, of the hub or of the home."""
    if proc.role == "snapshot":
        after = s.put(i, at="read", value=s.hub, where=s.where, open=True, seen=s.acked)
        yield "takes a snapshot of the hub", after
    else:
        yield (
            "asks the home for somebody else",
            s.put(i, at="read", value=s.home, open=True, seen=s.acked),
        )


def read(_: Safeguards, s: State, i: int, proc: Proc) -> Next:
    """What is given must not be older than what was acknowledged at the beginning."""
    if proc.role == "snapshot":
        value = proc.value if proc.where == HUB else s.home
    elif s.where == HUB:
        value = s.hub
    else:
        value = s.home if proc.value is None else proc.value  # asks again outside its snapshot
    after = s.ended(i).put(i, value=value)
    if value is None or value < (proc.seen or 0):
        yield f"reads {value}", after.put(i, at="misled")
    else:
        yield f"reads {value}", after.put(i, at="done", value=None, where=None, seen=None)
