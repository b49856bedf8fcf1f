"""The one crash of a run: who dies, and what of his is lost, or still comes."""

from __future__ import annotations

from collections.abc import Iterator

from model.state import Proc, State

#: Where a COMMIT to the home comes next.
COMMITS = frozenset({"commit", "deleted", "purge deleted"})
AT_HOME = COMMITS | {"delete", "check", "write", "compare", "wait", "purge delete", "purge commit"}


def crashes(s: State) -> Iterator[tuple[str, State]]:
    """Every crash that can happen now, with what was on its way lost or kept."""
    for i, proc in enumerate(s.procs):
        if proc.role in ("move", "return") and proc.at not in ("done", "failed"):
            yield f"worker {i} is killed", s.aborted(i)
            yield f"worker {i} is killed, and not run again", s.aborted(i).put(i, at="done")
            if proc.at in COMMITS:
                late = _late(s, proc)
                yield (
                    f"worker {i} is killed, its COMMIT is on its way",
                    late.put(i, pending="").aborted(i)._replace(row_lock=-1),
                )
            if proc.open:
                yield f"worker {i} loses its connection to the hub", _cut(s, i)
    yield "the hub crashes", _hub_down(s)
    for i, proc in enumerate(s.procs):
        if proc.role in ("write", "insert") and proc.at == "home commit":
            late = _late(s, proc).put(i, pending="")
            yield (
                "the hub crashes, a writer's COMMIT is on its way",
                _hub_down(late)._replace(row_lock=-1),
            )
    yield "the home crashes", _home_down(s)


def _late(s: State, proc: Proc) -> State:
    if proc.pending == "delete":
        return s._replace(late=(None, 0))
    return s._replace(late=(proc.value, proc.batch if proc.role == "move" else 0))


def _cut(s: State, i: int) -> State:
    return s.ended(i).put(i, lost=True)


def _hub_down(s: State) -> State:
    for i, proc in enumerate(s.procs):
        if not proc.open:
            continue
        if proc.role in ("move", "return"):
            s = _cut(s, i)
        elif proc.role in ("write", "insert"):
            s = s.dropped(i).ended(i).put(i, at="idle" if proc.role == "write" else "done")
        else:
            s = s.ended(i).put(i, at="done")
    return s


def _home_down(s: State) -> State:
    """Whoever is working there is told so; what was not committed is gone."""
    s = s._replace(late=None, row_lock=None if s.row_lock == -1 else s.row_lock)
    for i, proc in enumerate(s.procs):
        if proc.role in ("move", "return") and proc.at in AT_HOME:
            s = s.aborted(i)
        elif proc.pending:
            s = s.dropped(i).ended(i).put(i, at="idle" if proc.role == "write" else "done")
        elif proc.role == "committed" and proc.at == "read":
            s = s.ended(i).put(i, at="done")
    return s
