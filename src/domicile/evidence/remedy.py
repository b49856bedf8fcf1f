"""What may be done about a violation without losing a value, and why not where it may not. Pure.

blank     the home has every value that leaked: the hub's columns are emptied
send      the home has no row and the hub has it whole: it goes home
complete  the home's row lacks values that the hub has: they go home, and nothing there changes
fill      a mirrored row lacks values that its home has: they come, and nothing else changes
take      a mirrored row: the hub takes what the home has
give      a mirrored row: the home takes what the hub has
forget    a stray row whose original is whole where it lives: the home forgets it
register  the directory gets a row for a subject that is whole in the hub
unlist    the directory forgets a subject that neither the hub nor its home has
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from domicile.evidence.facts import Columns, Known, RowFact, flaws, is_stray
from domicile.evidence.model import Fault, Violation

Action = Literal[
    "blank", "send", "complete", "fill", "take", "give", "forget", "register", "unlist"
]  # fmt: skip

#: In this order a remedy never undoes what another needs.
ORDER: tuple[Fault, ...] = (
    "unregistered",
    "ghost",
    "missing",
    "leak",
    "lost",
    "differs",
    "stray",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """What is done about one violation; without an action, why nothing is, and the advice."""

    violation: Violation
    action: Action | None
    says: str
    done: bool = False

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            **self.violation.to_dict(),
            "action": self.action,
            "says": self.says,
            "done": self.done,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A violation, and what is known of its row while nobody can change it."""

    violation: Violation
    known: Known
    columns: Columns
    home_wins: bool = True

    @property
    def hub(self) -> RowFact:
        """The row in the hub.

        Raises:
            LookupError: the hub has none; `remedy` asks that first.
        """
        if self.known.hub is None:
            raise LookupError(self.violation.table)
        return self.known.hub

    @property
    def whole(self) -> bool:
        """True when the hub's row has every value that it must have."""
        return not self.columns.lacking(self.hub)

    def say(self, action: Action | None, says: str) -> Remedy:
        """The remedy of this case."""
        return Remedy(violation=self.violation, action=action, says=says)


def remedy(case: Case) -> Remedy:
    """What may be done about a row that is wrong."""
    violation, known = case.violation, case.known
    home = violation.home
    if not _still(case):
        return settled(violation)
    if home is not None and home not in known.at_homes:
        return case.say(None, f"home {home} is unavailable: run it again when it is back")
    return _BY_FAULT[violation.fault](case)


def settled(violation: Violation) -> Remedy:
    """Nothing is left to be done."""
    return Remedy(violation=violation, action=None, says="it is no longer wrong", done=True)


def held(violation: Violation) -> Remedy:
    """Somebody works on the row."""
    says = "somebody works on it now: run it again"
    return Remedy(violation=violation, action=None, says=says)


def refused(violation: Violation, why: str) -> Remedy:
    """A server refused the remedy; nothing was changed in the hub."""
    return Remedy(violation=violation, action=None, says=f"nothing was changed: {why}")


def _still(case: Case) -> bool:
    violation, known = case.violation, case.known
    if violation.fault == "stray":
        return violation.home not in known.at_homes or is_stray(known, str(violation.home))
    if violation.home is not None and violation.home not in known.at_homes:
        return True
    found = {(fault, home) for fault, home, _ in flaws(known, case.columns)}
    return (violation.fault, violation.home) in found


def _leak(case: Case) -> Remedy:
    home = case.violation.home
    there = case.known.there(str(home))
    if there is None:
        return _missing(case)
    leaked = set(case.columns.filled(case.hub))
    unlike = leaked & set(case.columns.differing(case.hub, there))
    clash = sorted(unlike & set(case.columns.filled(there)))
    if clash:
        return case.say(
            None,
            f"home {home} has another value in {_listed(clash)}, and which one is right is not"
            " ours to say. Make the column NULL in the hub's table, with"
            " session_replication_role = replica, and the home's stays; to keep the hub's, write"
            " it through the view after that",
        )
    if unlike:
        return case.say(
            "complete", f"home {home} gets {_listed(sorted(unlike))}, then the hub is blanked"
        )
    return case.say("blank", f"home {home} has the same values: the hub is blanked")


def _missing(case: Case) -> Remedy:
    home = case.violation.home
    if case.known.mirrored and case.whole:
        return case.say("send", f"the hub's row is whole: home {home} gets a copy")
    if case.columns.filled(case.hub) and case.whole:
        return case.say(
            "send", f"the hub's row is whole: home {home} gets it, then the hub is blanked"
        )
    return case.say(
        None,
        f"neither the hub nor home {home} has the whole row: take it from a backup of home {home}",
    )


def _lost(case: Case) -> Remedy:
    home, known = case.violation.home, case.known
    if home is not None:
        if known.mirrored and case.whole:
            return case.say("complete", f"the hub's row is whole: home {home} gets what it lacks")
        return case.say(
            None, f"take the columns from a backup of home {home}, if no leak holds their values"
        )
    there = known.there(str(known.home)) if known.mirrored else None
    if there is not None and not case.columns.lacking(there):
        return case.say("fill", f"home {known.home} has the row whole: the hub gets what it lacks")
    return case.say(
        None,
        "take the columns from a backup of the hub; a home that has the row as a stray may"
        " have them too",
    )


def _differs(case: Case) -> Remedy:
    home = case.violation.home
    there = case.known.there(str(home))
    if there is None:
        return settled(case.violation)
    if case.home_wins:
        if case.columns.lacking(there):
            return case.say(None, f"home {home} wins by its law, and its row is not whole")
        return case.say(
            "take", f"home {home} wins, for its law has data written there first: the hub takes"
        )
    if not case.whole:
        return case.say(None, "the hub wins, for the law asks for a copy; its row is not whole")
    return case.say("give", f"the hub wins, for the law asks for a copy: home {home} takes")


def _stray(case: Case) -> Remedy:
    home, known = case.violation.home, case.known
    if known.hub is None:
        return case.say(
            None,
            "the hub has no such row. Was the hub restored from a backup? Then this may be all"
            f" that is left of the row. Otherwise delete it at home {home}",
        )
    place = "the hub" if known.home is None else f"home {known.home}"
    if _original_is_whole(case):
        return case.say("forget", f"the row is whole in {place}: home {home} forgets its copy")
    return case.say(
        None, f"the row lives in {place} and is not whole there: this may be its only copy"
    )


def _original_is_whole(case: Case) -> bool:
    known, columns = case.known, case.columns
    original = known.there(str(known.home)) if known.moved else known.hub
    if original is None or columns.lacking(original):
        return False
    if columns.required:
        return True
    # No column says that a row was blanked: what holds nothing may have held this.
    stray = known.there(str(case.violation.home))
    return stray is None or bool(columns.filled(original)) or not columns.filled(stray)


def _listed(names: list[str]) -> str:
    return ", ".join(names)


_BY_FAULT: Mapping[str, Callable[[Case], Remedy]] = {
    "leak": _leak,
    "missing": _missing,
    "lost": _lost,
    "differs": _differs,
    "stray": _stray,
}
