"""What differs: a law's text between two days, and its verdicts between two cases. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domicile.law.model import Basis, Clause, Law, Reason, Version
from domicile.law.verdict import Demand, Outcome, Verdict
from domicile.law.wording import (
    adequate,
    asks,
    conditions,
    obligation_text,
    penalty_text,
    who,
)

Kind = Literal["text", "covers", "exempt", "duty", "transfer", "obligation", "penalty"]
Sign = Literal["+", "-"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A statement of a law that is there on one of two days only: `-` the first, `+` the other."""

    law: str
    sign: Sign
    kind: Kind
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A verdict that is not what it was, and the links of its chain that decided.

    `duties` are what it asks now, `added` those among them that it did not ask before. A duty
    that reaches further categories is a change, but not an added duty.
    """

    law: str
    before: Outcome
    after: Outcome
    because: tuple[Reason, ...]
    duties: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def binds_anew(self) -> bool:
        """True when the law asks something that it did not ask before."""
        return self.after == "binds" and (self.before != "binds" or bool(self.added))

    @property
    def lets_go(self) -> bool:
        """True when the law bound before, and does not now."""
        return self.before == "binds" and self.after != "binds"


def text_changes(laws: Iterable[Law], first: date, last: date) -> tuple[TextChange, ...]:
    """What the laws say on one of two days only, law by law; what ends comes before what begins."""
    return tuple(
        change
        for law in sorted(laws, key=lambda law: law.id)
        for change in _of_law(law, first, last)
    )


def _of_law(law: Law, first: date, last: date) -> Iterator[TextChange]:
    before, after = dict(_says(law, first)), dict(_says(law, last))
    signs: tuple[tuple[Sign, dict[tuple[Kind, str], Basis], dict[tuple[Kind, str], Basis]], ...] = (
        ("-", before, after),
        ("+", after, before),
    )
    for sign, here, there in signs:
        for (kind, text), basis in here.items():
            if (kind, text) not in there:
                yield TextChange(law=law.id, sign=sign, kind=kind, text=text, basis=basis)


def _says(law: Law, day: date) -> Iterator[tuple[tuple[Kind, str], Basis]]:
    """Every statement of the law on a day; nothing but its state when it binds nobody."""
    version = law.version_on(day)
    if version is None:
        return
    status = "" if version.status == "in-force" else f", {version.status}"
    yield ("text", f"the text of {version.since}{status}"), version.basis
    if version.status != "in-force":
        return
    for requirement in version.requirements:
        yield ("covers", who(requirement, law)), requirement.basis
    for exemption in version.exemptions:
        yield ("exempt", who(exemption, law)), exemption.basis
    for profile, clauses in (version.profiles or {"": version.clauses}).items():
        for clause in clauses:
            yield from _clause(law, clause, day, f"profile {profile}: " if profile else "")
    yield from _timed(version, day)


def _clause(
    law: Law, clause: Clause, day: date, reading: str
) -> Iterator[tuple[tuple[Kind, str], Basis]]:
    about = ", ".join(clause.categories)
    but = f" but {', '.join(clause.exceptions)}" if clause.exceptions else ""
    asked = f"{reading}{clause.duty}: {asks(clause, law.country)} [{about}{but}]"
    yield ("duty", asked), clause.basis
    transfer = clause.transfer
    if transfer is None:
        return
    for text in conditions(transfer):
        yield ("transfer", f"{reading}{text}"), clause.basis
    for entry in transfer.adequate:
        if entry.since <= day and (entry.until is None or day < entry.until):
            yield ("transfer", f"{reading}{adequate(entry)}"), entry.basis


def _timed(version: Version, day: date) -> Iterator[tuple[tuple[Kind, str], Basis]]:
    for obligation in version.obligations_on(day):
        yield ("obligation", obligation_text(obligation)), obligation.basis
    for penalty in version.penalties:
        begun = penalty.since is None or penalty.since <= day
        if begun and (penalty.until is None or day < penalty.until):
            yield ("penalty", penalty_text(penalty)), penalty.basis


def verdict_changes(
    before: Iterable[Verdict], after: Iterable[Verdict]
) -> tuple[VerdictChange, ...]:
    """The laws and commitments whose answer is another one, in the order of `after`.

    One that is there before only counts as not in force after, and the other way round.
    """
    old, new = {v.law: v for v in before}, {v.law: v for v in after}
    gone = [v for law, v in old.items() if law not in new]
    changes = [_changed(old.get(law), v) for law, v in new.items()]
    return (*(c for c in changes if c is not None), *(_gone(v) for v in gone))


def _changed(before: Verdict | None, after: Verdict) -> VerdictChange | None:
    old = before.outcome if before else "not in force"
    had = set(map(_asked, before.demands)) if before else set[object]()
    has = set(map(_asked, after.demands))
    if old == after.outcome and had == has:
        return None
    sorts = {(d.duty, d.whose, d.seats) for d in before.demands} if before else set[object]()
    new = [d for d in after.demands if (d.duty, d.whose, d.seats) not in sorts]
    return VerdictChange(
        law=after.law,
        before=old,
        after=after.outcome,
        because=tuple(_deciding(before, after)),
        duties=_words(after.demands),
        added=_words(new),
    )


def _gone(verdict: Verdict) -> VerdictChange:
    """A commitment that the config no longer has."""
    return VerdictChange(
        law=verdict.law,
        before=verdict.outcome,
        after="not in force",
        because=(Reason(text="the config no longer has it", cites=verdict.name, grade="own"),),
    )


def _asked(demand: Demand) -> object:
    """What makes a demand another one; not its wording."""
    allowed = demand.export.allowed if demand.export else None
    return demand.duty, demand.whose, demand.categories, demand.reach, demand.seats, allowed


def _words(demands: Iterable[Demand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(demand.duty for demand in demands))


def _deciding(before: Verdict | None, after: Verdict) -> Iterator[Reason]:
    """The new links of the chain; of a law that does not bind, the one at which it stopped."""
    if after.outcome != "binds" or before is None:
        yield from after.reasons if after.outcome == "binds" else after.reasons[-1:]
        return
    known = {why.text for why in before.reasons}
    # The first link tells the day; it decides only where the text is another one.
    same_text = before.since == after.since and before.outcome != "not in force"
    yield from (why for why in after.reasons[same_text:] if why.text not in known)
