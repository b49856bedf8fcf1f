"""`verify --repair`: what a verification found is mended where that is safe, batch by batch.

A batch is one transaction of the hub: the rows and their subjects are locked, both sides are
asked anew, and what was decided then is done. What goes to a home is committed there and
compared before the hub's transaction ends, so a crash at any moment leaves a row that is
wrong in a way that the next run mends: nothing is blanked before its copy is at home (I2).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from domicile.errors import ComparisonFailed, DatabaseError, ServerUnavailable, TryAgain
from domicile.evidence import mending
from domicile.evidence.facts import Columns, Known
from domicile.evidence.known import ask, batched, columns_of, hold, parameters
from domicile.evidence.model import Key, Violation
from domicile.evidence.remedy import ORDER, Action, Case, Remedy, held, refused, remedy
from domicile.evidence.servers import Link, Places
from domicile.evidence.subjects import mend_subjects
from domicile.pg.compose import sql
from domicile.relocation.holders import asked
from domicile.residence.fragments import Fragments

#: Rows that are locked at once.
_AT_ONCE = 200
_SILENT = sql.SQL("SET LOCAL session_replication_role = replica")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mender:
    """Mends, or tells what it would do.

    Args:
        home_first: jurisdictions whose law has data written at home first: there the home wins.
        do: False is a dry run, which decides the same way and changes nothing.
    """

    places: Places
    home_first: frozenset[str]
    do: bool

    def mend(self, violations: Iterable[Violation]) -> list[Remedy]:
        """The remedy of each violation, done or not."""
        listed = sorted(violations, key=_order)
        tables = {str(f.mapped.name): f for f in self.places.parts}
        remedies: list[Remedy] = []
        for (place, table, _), group in groupby(listed, key=_order):
            fault = ORDER[place]
            by_key = {each.key: each for each in group}
            for keys in batched(by_key, _AT_ONCE):
                wanted = [by_key[key] for key in keys]
                if fault in {"unregistered", "ghost"}:
                    remedies += mend_subjects(self.places, table, wanted, do=self.do)
                else:
                    remedies += self._batch(tables[table], wanted)
        return remedies

    def _batch(self, f: Fragments, wanted: Sequence[Violation]) -> list[Remedy]:
        """A batch; when a server refuses it, its rows one by one, so that one cannot stop all."""
        try:
            return self._one_transaction(f, wanted)
        except TryAgain:
            why: Callable[[Violation], Remedy] = held
        except (DatabaseError, ComparisonFailed, ServerUnavailable) as error:
            self._gone(error)
            said = str(error)
            why = lambda violation: refused(violation, said)  # noqa: E731
        if len(wanted) == 1:
            return [why(wanted[0])]
        return [done for each in wanted for done in self._batch(f, [each])]

    def _gone(self, error: Exception) -> None:
        """The hub being down ends the run; a home that is down leaves its own rows as they are."""
        if isinstance(error, ServerUnavailable):
            country = error.server.removeprefix("home ")
            if country not in self.places.config.homes:
                raise error
            self.places.unavailable[country] = str(error)

    def _one_transaction(self, f: Fragments, wanted: Sequence[Violation]) -> list[Remedy]:
        with self.places.hub.transaction(keep=self.do):
            remedies = list(self._decided(f, wanted))
            if not self.do:
                return remedies
            for action, keys in _by_action(remedies).items():
                home = wanted[0].home
                self._perform(f, action, keys, home)
        return [replace(each, done=each.done or each.action is not None) for each in remedies]

    def _decided(self, f: Fragments, wanted: Sequence[Violation]) -> Iterator[Remedy]:
        keys = [violation.key for violation in wanted]
        busy = hold(self.places.hub, f, parameters(self.places, keys))
        also = {each.home for each in wanted if each.home is not None}
        known = ask(self.places, f, keys, also & set(self.places.up()))
        columns = columns_of(f)
        wins = self._home_wins(f, keys)
        for number, violation in enumerate(wanted):
            if number in busy:
                yield held(violation)
                continue
            yield remedy(
                Case(
                    violation=violation,
                    known=known[number],
                    columns=columns,
                    home_wins=number in wins,
                )
            )

    def _home_wins(self, f: Fragments, keys: Sequence[Key]) -> set[int]:
        rows = self.places.hub.rows(mending.domiciles(f), parameters(self.places, keys))
        return {row[0] - 1 for row in rows if self.home_first & set(row[1])}

    def _perform(self, f: Fragments, action: Action, keys: list[Key], home: str | None) -> None:
        self.places.hub.run(_SILENT)  # I8: what was wrong is put right; the application did nothing
        if action == "forget":
            self._forget(f, keys, home)
            return
        if action in {"fill", "take"}:
            self._to_hub(f, action, keys, home)
        elif action in {"send", "complete", "give"}:
            self._to_home(f, action, keys, home)
        if action in {"blank", "send", "complete"}:
            self._blank(f, keys)

    def _forget(self, f: Fragments, keys: list[Key], home: str | None) -> None:
        link, hub = self._home(home), self.places.hub
        with link.transaction(keep=True):
            link.run(mending.delete(f), parameters(self.places, keys))
            # Who made such a row lawful since commits at home first: his row was deleted.
            if hub.rows(asked(str(home))) or any(
                known.home == home for known in ask(self.places, f, keys)
            ):
                raise TryAgain("somebody writes at this home")

    def _to_home(self, f: Fragments, action: Action, keys: list[Key], home: str | None) -> None:
        link = self._home(home)
        staged = action != "send"
        with link.transaction(keep=True):
            self._pour(self.places.hub, link, f, keys, staged=staged)
            if staged:
                link.run(mending.take_staged(f, only_empty=action == "complete"))
            self._keep()
        self._compare(f, keys, str(home))

    def _keep(self) -> None:
        """The hub's locks are there still: asked before a home commits, when its rows are locked.

        Raises:
            ServerUnavailable: they are gone, and somebody may have moved these people since.
        """
        self.places.hub.run(sql.SQL("SELECT"))

    def _to_hub(self, f: Fragments, action: Action, keys: list[Key], home: str | None) -> None:
        # A row that is lost in the hub is told without a home: it lives where the directory says.
        for country, some in self._by_home(f, keys, home):
            self._pour(self._home(country), self.places.hub, f, some, staged=True)
            self.places.hub.run(mending.take_staged(f, only_empty=action == "fill"))
            self.places.hub.run(mending.drop_staging())
            if action == "take":
                self._compare(f, some, country)

    def _by_home(
        self, f: Fragments, keys: list[Key], home: str | None
    ) -> Iterator[tuple[str, list[Key]]]:
        if home is not None:
            yield home, keys
            return
        places: dict[str, list[Key]] = {}
        for known in ask(self.places, f, keys):
            places.setdefault(str(known.home), []).append(known.key)
        yield from places.items()

    def _blank(self, f: Fragments, keys: list[Key]) -> None:
        """Blank those of the rows that live at a home alone: a mirrored row stays whole."""
        moved = [known.key for known in ask(self.places, f, keys) if known.moved]
        if moved:
            self.places.hub.run(mending.blank(f), parameters(self.places, moved))

    def _compare(self, f: Fragments, keys: list[Key], country: str) -> None:
        """What the hub holds, the home holds too, by both servers' digests.

        Raises:
            ComparisonFailed: it does not; the hub's transaction must not be committed.
        """
        columns = columns_of(f)
        for known in ask(self.places, f, keys, {country}):
            if not _same(known, columns, country):
                raise ComparisonFailed(
                    f"table {f.mapped.name}: home {country} does not hold what the hub holds",
                    hint="look at the home's table for triggers or rules that change rows",
                )

    def _pour(
        self, source: Link, target: Link, f: Fragments, keys: list[Key], *, staged: bool
    ) -> None:
        if staged:
            target.run(mending.make_staging(f))
        out = mending.copy_out(f, json.dumps(keys, ensure_ascii=False))
        target.copy_from(source, out, mending.copy_in(f, staged=staged))

    def _home(self, country: str | None) -> Link:
        if country is None or country not in self.places.up():
            raise ServerUnavailable(f"home {country}")
        return self.places.home(country)


def _same(known: Known, columns: Columns, country: str) -> bool:
    there = known.there(country)
    if known.hub is None or there is None:
        return False
    return not set(columns.differing(known.hub, there)) & set(columns.filled(known.hub))


def _by_action(remedies: Iterable[Remedy]) -> dict[Action, list[Key]]:
    found: dict[Action, list[Key]] = {}
    for each in remedies:
        if each.action is not None:
            found.setdefault(each.action, []).append(each.violation.key)
    return found


def _order(violation: Violation) -> tuple[int, str, str]:
    return ORDER.index(violation.fault), violation.table, violation.home or ""
