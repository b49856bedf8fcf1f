"""How far a verification has come, kept in the hub: what a crash ends, `--resume` goes on with.

Each run has a row of its own, so two runs do not disturb each other. A session lock says that
its run is alive; the lock ends with the connection, however that ends.
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from domicile.errors import DomicileError, PreparationError
from domicile.evidence.model import Key, Looked, Verification, Violation
from domicile.evidence.servers import Link
from domicile.pg.compose import sql

_ALIVE = sql.SQL("hashtextextended('domicile.verification ' || %(id)s::text, 0)")
_COUNTS = ("rows", "residents", "at_homes", "found", "waiting")


@dataclass(slots=True, kw_only=True)
class Position:
    """The stage that is under way, and the last key of it that is done."""

    stage: str = ""
    after: Key | None = None


@dataclass(slots=True, kw_only=True)
class Keeper:
    """Writes down how far a run has come, now and then; forgets it when the run is finished.

    `plan` says what the run is made of: only a run of the same plan can be gone on with.
    """

    hub: Link
    plan: dict[str, object]
    every_s: float
    able: bool
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    _written: int = 0
    _at: float = field(default_factory=time.monotonic)
    _begun: bool = False
    _noted: tuple[str, list[Violation]] | None = None

    def note(self, stage: str, after: Key | None, result: Verification) -> None:
        """So much is done; it is written down when it is time for that."""
        self._noted = (self._state(stage, after, result), list(result.violations[self._written :]))
        if time.monotonic() - self._at >= self.every_s:
            self.write()

    def write(self) -> None:
        """Write down what was noted last, done and found, so that both agree."""
        if not self.able or self._noted is None:
            return
        state, fresh = self._noted
        with self.hub.transaction(keep=True):
            if not self._begun:
                self.hub.rows(_HOLD, self._me())
            self.hub.run(_WRITE, {**self._me(), "state": state})
            for each in fresh:
                self.hub.run(_FOUND, {**self._me(), "found": json.dumps(each.to_dict())})
        self._begun, self._noted = True, None
        self._written += len(fresh)
        self._at = time.monotonic()

    @contextmanager
    def kept(self) -> Generator[None]:
        """Whoever ends the run early finds what was done written down, if the hub still answers."""
        try:
            yield
        except BaseException:
            with suppress(DomicileError):
                self.write()
            raise

    def finish(self) -> None:
        """The run is over: its row goes, and so do those of runs that died and this one outdid."""
        if self.able:
            self.hub.run(_FORGET, self._me())

    def resume(self, result: Verification) -> Position | None:
        """Take over the latest run of this plan that died; None when there is none.

        Raises:
            PreparationError: the hub has no place for it: `apply` is of an older version.
        """
        if not self.able:
            raise PreparationError(
                "the hub has no table for interrupted verifications",
                hint="run `domicile apply` once more, then `domicile verify`",
            )
        wanted = {"plan": json.dumps(self.plan)}
        for found, state in self.hub.rows(_DEAD, wanted):
            if self.hub.rows(_TAKE, {"id": str(found)})[0][0]:
                self.id, self._begun = found, True
                return self._take_over(state, result)
        return None

    def _take_over(self, state: dict[str, Any], result: Verification) -> Position:
        for name in _COUNTS:
            setattr(result, name, state[name])
        result.unavailable.update(state["unavailable"])
        if state["sample"]:
            result.sample = Looked(**state["sample"])
        result.violations = [_violation(row[0]) for row in self.hub.rows(_LIST, self._me())]
        result.resumed = True
        self._written = len(result.violations)
        after = state["after"]
        return Position(stage=state["stage"], after=None if after is None else tuple(after))

    def _state(self, stage: str, after: Key | None, result: Verification) -> str:
        state: dict[str, object] = {name: getattr(result, name) for name in _COUNTS}
        state["unavailable"] = result.unavailable
        state["sample"] = None if result.sample is None else asdict(result.sample)
        return json.dumps(
            {"plan": self.plan, "stage": stage, "after": after, **state}, ensure_ascii=False
        )

    def _me(self) -> dict[str, object]:
        return {"id": str(self.id)}


def keeper(hub: Link, plan: dict[str, object], every_s: float) -> Keeper:
    """The keeper of a new run; it writes nothing before it is time."""
    (able,) = hub.rows(sql.SQL("SELECT to_regclass('domicile.verification') IS NOT NULL"))[0]
    return Keeper(hub=hub, plan=plan, every_s=every_s, able=able)


def _violation(found: dict[str, Any]) -> Violation:
    return Violation(
        table=found["table"],
        fault=found["fault"],
        key=tuple(found["key"]),
        home=found["home"],
        columns=tuple(cast("list[str]", found["columns"])),
    )


_WRITE = sql.SQL(
    "INSERT INTO domicile.verification (id, state) VALUES (%(id)s, %(state)s)"
    " ON CONFLICT (id) DO UPDATE SET state = excluded.state, at = clock_timestamp()"
)
_FOUND = sql.SQL(
    "INSERT INTO domicile.verification_found (verification, found) VALUES (%(id)s, %(found)s)"
)
_LIST = sql.SQL(
    "SELECT found FROM domicile.verification_found WHERE verification = %(id)s ORDER BY number"
)
_DEAD = sql.SQL(
    "SELECT id, state FROM domicile.verification WHERE state -> 'plan' = %(plan)s::jsonb"
    " ORDER BY at DESC"
)
_HOLD = sql.SQL("SELECT pg_advisory_lock({})").format(_ALIVE)
_TAKE = sql.SQL("SELECT pg_try_advisory_lock({})").format(_ALIVE)
_FORGET = sql.SQL(
    "DELETE FROM domicile.verification v WHERE v.id = %(id)s"
    " OR pg_try_advisory_xact_lock(hashtextextended('domicile.verification ' || v.id::text, 0))"
)
