"""A law in plain words: who is covered, what a clause asks, by when, and what a breach costs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from babel import Locale

from domicile.config.service import Duty, Period, Whose
from domicile.law.model import (
    Adequacy,
    Clause,
    Confidence,
    Established,
    EveryService,
    Fact,
    Found,
    Law,
    Obligation,
    OfKind,
    Penalty,
    Requirement,
    Size,
    Targets,
    Test,
    Transfer,
    Version,
)

_SURE: tuple[Confidence, ...] = ("confirmed", "reading", "unconfirmed")  # the surest first
_WHOSE: dict[Whose, str] = {
    "citizens": "of citizens of {}",
    "residents": "of residents of {}",
    "persons-in-territory": "of persons in {}",
    "all": "of all persons, of any nationality",
}
_DUTIES: dict[Duty, str] = {
    "primary": "is first written and kept in {}; copies abroad are allowed",
    "exclusive": "is kept in {} only; no copy abroad",
    "copy": "is kept in {} too; where else it lies is free",
    "restricted": "leaves {} only under conditions",
}
_WITH_ARTICLE = frozenset({"European", "Islands", "Netherlands", "Philippines", "United"})
_PERIODS: dict[Period, str] = {
    "day": "a day",
    "since-1-january": "since 1 January",
    "12-months": "in 12 months",
    "at-any-time": "at any time",
}


def place(code: str) -> str:
    """A country's name in English, as it stands after "in"; without a name, the code."""
    names = cast("dict[str, str]", Locale("en").territories)
    name = names.get(code, code)
    words = name.split()
    the = words[0] in _WITH_ARTICLE or words[-1] in _WITH_ARTICLE
    return f"the {name}" if the else name


def worst(found: Iterable[Confidence]) -> Confidence:
    """The least sure of them; `confirmed` of none."""
    known: list[Confidence] = sorted(found, key=_SURE.index)
    return known[-1] if known else "confirmed"


def duty(clause: Clause) -> str:
    """The duty in one phrase: `primary, no foreign write at collection`."""
    extra = ", no foreign write at collection" if clause.no_foreign_write_at_collection else ""
    return f"{clause.duty}{extra}"


def asks(clause: Clause, country: str) -> str:
    """What the clause asks, as a sentence."""
    where = place(country)
    whose, what = _WHOSE[clause.whose].format(where), _DUTIES[clause.duty].format(where)
    extra = ", and at collection nothing is written to a database abroad"
    return f"data {whose} {what}{extra if clause.no_foreign_write_at_collection else ''}"


def who(requirement: Requirement, law: Law, *, meaning: bool = True) -> str:
    """Whom a requirement means; with `meaning`, what each fact says besides its name."""
    tests = [alternative.test for alternative in requirement.alternatives]
    phrases = (_who(test, tests, law, meaning=meaning) for test in tests)
    return " or ".join(dict.fromkeys(phrases))


def _who(test: Test, tests: list[Test], law: Law, *, meaning: bool) -> str:
    """One test as a phrase; tests of one sort in a list share theirs."""
    match test:
        case EveryService():
            return "every service that handles such data"
        case Established() | Targets():
            both = Established() in tests and Targets() in tests
            how = "established in" if isinstance(test, Established) else "aimed at"
            return f"{'established in or aimed at' if both else how} {place(law.country)}"
        case OfKind():
            kinds = (kind for each in tests if isinstance(each, OfKind) for kind in each.kinds)
            return f"of kind {' or '.join(dict.fromkeys(kinds))}"
        case Found():
            found = (each.finding for each in tests if isinstance(each, Found))
            return f"found to be {' or '.join(dict.fromkeys(found))}"
        case Fact():
            says = law.facts.get(test.fact, "")
            return f"{says} (the fact {test.fact!r})" if meaning and says else f"`{test.fact}`"
        case Size():
            about = f" with {', '.join(sorted(test.categories))}" if test.categories else ""
            period = _PERIODS[test.period]
            return f"with {test.bound} {test.number:,} {test.unit}{about} {period}"


def covered(version: Version, law: Law) -> str:
    """Whom a version covers, in one phrase for a table."""
    texts = [who(requirement, law, meaning=False) for requirement in version.requirements]
    several = len(texts) > 1
    parts = [f"({text})" if several and " or " in text else text for text in texts]
    return " and ".join(parts)


def conditions(transfer: Transfer) -> list[str]:
    """When data under a `restricted` clause may leave, one sentence a way."""
    lines: list[str] = []
    if transfer.free:
        lines.append("to every country that is not barred")
    if transfer.instruments:
        extra = (
            f", together with {' and '.join(transfer.along_with)}" if transfer.along_with else ""
        )
        lines.append(f"with {' or '.join(transfer.instruments)} on record{extra}")
    if transfer.barred:
        lines.append(f"never to {', '.join(sorted(transfer.barred))}")
    if not lines and not transfer.adequate:
        lines.append("no way is open")
    return lines


def adequate(entry: Adequacy) -> str:
    """One decision of adequacy: the countries, from when to when, under which fact."""
    until = f" until {entry.until}" if entry.until else ""
    fact = f", under the fact {entry.fact!r}" if entry.fact else ""
    return f"to {', '.join(sorted(entry.countries))} from {entry.since}{until}{fact}"


def deadline(obligation: Obligation) -> str:
    """When it is due: `within 24 hours`, `by 2018-10-15`; empty when the law sets no time."""
    parts = [
        f"within {count} {noun if count != 1 else noun[:-1]}"
        for count, noun in (
            (obligation.hours, "hours"),
            (obligation.days, "days"),
            (obligation.months, "months"),
        )
        if count is not None
    ]
    if obligation.kind == "retention":
        parts = [part.replace("within", "for") for part in parts]
    if obligation.by:
        parts.append(f"by {obligation.by}")
    return ", ".join(parts)


def obligation_text(obligation: Obligation) -> str:
    """What is to be done, its kind and its deadline first."""
    due = deadline(obligation)
    return f"{obligation.kind}{f', {due}' if due else ''}: {obligation.text}"


def penalty_text(penalty: Penalty) -> str:
    """What a breach costs, the amounts behind the words."""
    amounts = _amounts(penalty)
    return f"{penalty.text} ({amounts})" if amounts else penalty.text


def _amounts(penalty: Penalty) -> str:
    parts: list[str] = []
    low, high = penalty.least, penalty.most
    if low is not None and high is not None:
        parts.append(f"{penalty.currency} {low:,} to {high:,}")
    elif high is not None:
        parts.append(f"up to {penalty.currency} {high:,}")
    elif low is not None:
        parts.append(f"from {penalty.currency} {low:,}")
    if penalty.turnover_percent is not None:
        parts.append(f"{penalty.turnover_percent:g} % of turnover")
    return ", ".join(parts)
