"""The assessment: which laws bind, whom, why; what must move; what is open or unconfirmed.

`Assessment` is a value; `to_dict` is its stable form for machines, `render` the one for people.
Neither holds anything about a single person: people appear as numbers per country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from domicile.law.model import Obligation, Reason
from domicile.law.verdict import Outcome, Verdict
from domicile.placement.decide import Placement, concerns
from domicile.placement.ties import Ties, ties_of

_MARKS: Mapping[Outcome, tuple[str, str]] = {
    "binds": ("●", "bold"),
    "set aside": ("◐", "bold yellow"),
    "would bind if": ("◌", ""),
    "does not bind": ("○", "dim"),
    "not in force": ("·", "dim"),
}
_MODES = {"hub": "stay in the hub", "moved": "move", "mirrored": "are mirrored"}
_SURE = {"confirmed": "", "reading": ", our reading", "unconfirmed": ", unconfirmed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that `assess` found on one day.

    `counts` has the number of people per jurisdiction, and under None those whose evidence
    could not be read; `unmapped` lists the spellings behind the latter, with how often.
    """

    service: str
    as_of: date
    hub: str
    verdicts: tuple[Verdict, ...]
    placements: tuple[Placement, ...]
    counts: Mapping[str | None, int]
    unmapped: tuple[tuple[str, int], ...] = ()

    @property
    def gaps(self) -> tuple[tuple[str, str], ...]:
        """What stays open, as (jurisdiction, text); a contradiction is one too."""
        return tuple((p.jurisdiction, text) for p in self.placements for text in _open(p))

    @property
    def unsure(self) -> tuple[tuple[str, Reason], ...]:
        """What rests on a reading or on something unconfirmed, as (law, reason), each once."""
        found = {
            (verdict.law, why): None
            for verdict in self.verdicts
            if verdict.outcome in {"binds", "set aside"}
            for why in verdict.unconfirmed
        }
        return tuple(found)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What was assumed to come to these verdicts and placements, each once."""
        of_verdicts = (a for v in self.verdicts if v.outcome == "binds" for a in v.assumptions)
        of_placements = (a for p in self.placements for a in p.assumptions)
        return tuple(dict.fromkeys([*of_verdicts, *of_placements]))

    def people(self, labels: Iterable[str]) -> int:
        """How many people have these ties."""
        return sum(self.counts.get(label, 0) for label in labels)

    def concerned(self, verdict: Verdict) -> int:
        """How many people a law means: those under its demands, or else those of its country."""
        labels = [label for label in self.counts if label is not None]
        return self.people(label for label in labels if _means(verdict, ties_of(label)))


def _means(verdict: Verdict, ties: Ties) -> bool:
    return concerns(verdict, ties) if verdict.demands else bool(ties.countries & verdict.reach)


def to_dict(assessment: Assessment) -> dict[str, Any]:
    """The assessment as plain JSON values; same assessment, same bytes."""
    a = assessment
    return {
        "service": a.service,
        "as_of": a.as_of.isoformat(),
        "hub": a.hub,
        "verdicts": [_verdict(v, a.concerned(v)) for v in a.verdicts],
        "placements": [_placement(p, a.people([p.jurisdiction])) for p in a.placements],
        "gaps": [
            {"jurisdiction": code, "people": a.people([code]), "text": text}
            for code, text in a.gaps
        ],
        "assumptions": list(a.assumptions),
        "unsure": [{"law": law, **_reason(why)} for law, why in a.unsure],
        "without_jurisdiction": a.counts.get(None, 0),
        "unmapped": [{"spelling": text, "people": n} for text, n in a.unmapped],
    }


def render(assessment: Assessment) -> RenderableType:
    """The assessment for a terminal, from 80 columns on."""
    a = assessment
    head = Text(f"{a.service}, as of {a.as_of}, hub in {a.hub}", style="bold")
    parts: list[RenderableType] = [head, *_laws(a), *_places(a)]
    parts += _listing("Open", [_gap(a, code, text) for code, text in a.gaps], style="red")
    parts += _listing("What would resolve it", _cures(a))
    parts += _listing("Close", [f"{v.law}: {text}" for v in a.verdicts for text in v.close])
    parts += _listing("Assumed", a.assumptions)
    parts += _listing("Less than confirmed", [_doubt(law, why) for law, why in a.unsure])
    parts += _listing("Countries that could not be read: these people stay", _unread(a))
    return Group(*parts)


def _laws(a: Assessment) -> Iterator[RenderableType]:
    """The laws that bind with their chains, then the others with the one reason that decided."""
    loud = [v for v in a.verdicts if v.outcome in {"binds", "set aside"}]
    yield _title("Laws and commitments that bind")
    if not loud:
        yield Padding("none", (0, 0, 0, 2))
    for verdict in loud:
        yield _law_line(verdict, a.concerned(verdict))
        yield Padding(_chain(verdict.reasons), (0, 0, 0, 4))
    order = list(_MARKS)
    quiet = sorted((v for v in a.verdicts if v not in loud), key=lambda v: order.index(v.outcome))
    far = [v.law for v in quiet if not v.concerns]
    if quiet:
        yield _title("The others")
    for verdict in quiet:
        mark, style = _MARKS[verdict.outcome]
        if verdict.concerns:
            yield _hanging(mark, Text.assemble((verdict.law, style), f": {_why_not(verdict)}"))
    if far:
        what = f"{len(far)} of countries that the service is neither in nor aimed at: "
        yield _hanging(_MARKS["does not bind"][0], Text(what + ", ".join(far), style="dim"))


def _why_not(verdict: Verdict) -> str:
    """The one thing that separates the service from the law, or the reason that decided."""
    if verdict.outcome == "would bind if":
        return f"would bind if {verdict.missing[0]}"
    return verdict.reasons[-1].text


def _law_line(verdict: Verdict, people: int) -> RenderableType:
    """One law: its mark, id, text of which day, whom it concerns."""
    mark, style = _MARKS[verdict.outcome]
    profile = f", profile {verdict.profile}" if verdict.profile else ""
    about = f"{verdict.country}, {_people(people)}{profile}"
    aside = " (set aside)" if verdict.outcome == "set aside" else ""
    return _hanging(mark, Text.assemble((verdict.law, style), aside, f"  {about}"))


def _chain(reasons: Iterable[Reason]) -> RenderableType:
    """The chain of reasons: the sentence, and below it, dim, what it rests on."""
    return Group(
        *(_hanging("-", Text.assemble(r.text, (f" [{_rest(r)}]", "dim"))) for r in reasons)
    )


def _places(a: Assessment) -> Iterator[RenderableType]:
    """What must live where, one line for each country that something concerns."""
    concerned = [p for p in a.placements if p.because or p.gaps or p.mode != "hub"]
    others = [p for p in a.placements if p not in concerned]
    yield _title("What must live where")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=True)
    table.add_column("  country", style="bold", no_wrap=True)
    table.add_column("people", justify="right", no_wrap=True)
    table.add_column("placement", overflow="fold")
    table.add_column("by", style="dim", overflow="fold")
    for placement in concerned:
        count = f"{a.people([placement.jurisdiction]):,}"
        table.add_row(
            f"  {ties_of(placement.jurisdiction).words}",
            count,
            _sentence(placement),
            _by(placement),
        )
    if others:
        count = f"{a.people(p.jurisdiction for p in others):,}"
        table.add_row(f"  {len(others)} more", count, "stay in the hub: nothing binds")
    if a.counts.get(None):
        table.add_row("  unread", f"{a.counts[None]:,}", "stay in the hub until they are mapped")
    yield table


def _sentence(placement: Placement) -> Text:
    """A placement in words."""
    if placement.impossible:
        return Text("impossible: clauses contradict each other (see Open)", style="red")
    text = Text(_MODES[placement.mode])
    if placement.home:
        text.append(f" {'to' if placement.mode == 'moved' else 'at'} the home in {placement.home}")
    if placement.home_first:
        text.append(", written there first")
    if placement.gaps:
        text.append("; something stays open", style="red")
    return text


def _by(placement: Placement) -> str:
    """The duties behind a placement, law by law."""
    laws: dict[str, list[str]] = {}
    for law, duty in placement.duties:
        laws.setdefault(law, []).append(duty)
    return "; ".join(f"{law}: {', '.join(duties)}" for law, duties in laws.items())


def _open(placement: Placement) -> Iterator[str]:
    """The gaps of a placement, a contradiction first."""
    if placement.impossible:
        clash = " against ".join(f"{r.text} ({r.cites})" for r in placement.impossible)
        yield f"impossible: {clash}"
    yield from placement.gaps


def _cures(a: Assessment) -> list[str]:
    """For whom, and the steps that close the gaps together."""
    return [
        f"{ties_of(place.jurisdiction).words}: {' and '.join(place.cure)}"
        for place in a.placements
        if place.cure
    ]


def _gap(a: Assessment, label: str, text: str) -> str:
    """What is open for which people, and how many they are."""
    return f"{ties_of(label).words} ({_people(a.people([label]))}): {text}"


def _listing(title: str, lines: Sequence[str], style: str = "") -> Iterator[RenderableType]:
    """A titled list, or nothing when there is nothing to say."""
    if lines:
        yield _title(title)
        yield from (_hanging("-", Text(line, style=style)) for line in lines)


def _unread(a: Assessment) -> list[str]:
    """The spellings that no list knows, most frequent first."""
    ordered = sorted(a.unmapped, key=lambda item: (-item[1], item[0]))
    return [f"{text!r}: {_people(n)}" for text, n in ordered]


def _doubt(law: str, why: Reason) -> str:
    """One doubtful link: what it says, how sure, and the note that explains."""
    note = f": {why.note}" if why.note else ""
    return f"{law}, {why.text} [{_rest(why)}]{note}"


def _rest(why: Reason) -> str:
    """What a reason rests on: citation, grade of the source, confidence."""
    grade = {None: "", "own": ", own paper"}.get(why.grade, f", source {why.grade}")
    return f"{why.cites}{grade}{_SURE[why.confidence]}"


def _people(count: int) -> str:
    """A number of people."""
    return "1 person" if count == 1 else f"{count:,} people"


def _title(text: str) -> RenderableType:
    """A heading with an empty line above."""
    return Padding(Text(text, style="bold underline"), (1, 0, 0, 0))


def _hanging(mark: str, text: Text) -> RenderableType:
    """A list item whose later lines stand under its first."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(mark, text)
    return Padding(table, (0, 0, 0, 2))


def _verdict(verdict: Verdict, people: int) -> dict[str, Any]:
    """A verdict as JSON values."""
    return {
        "law": verdict.law,
        "name": verdict.name,
        "country": verdict.country,
        "commitment": verdict.commitment,
        "outcome": verdict.outcome,
        "version": verdict.since.isoformat() if verdict.since else None,
        "profile": verdict.profile,
        "duties": [
            {"duty": d.duty, "whose": d.whose, "categories": list(d.categories)}
            for d in verdict.demands
        ],
        "people": people,
        "reasons": [_reason(why) for why in verdict.reasons],
        "assumptions": list(verdict.assumptions),
        "missing": list(verdict.missing),
        "close": list(verdict.close),
        "obligations": [_obligation(each) for each in verdict.obligations],
    }


def _obligation(obligation: Obligation) -> dict[str, Any]:
    """An obligation as JSON values."""
    return {
        "kind": obligation.kind,
        "text": obligation.text,
        "hours": obligation.hours,
        "days": obligation.days,
        "months": obligation.months,
        "by": obligation.by.isoformat() if obligation.by else None,
        "cites": obligation.basis.cites,
        "confidence": obligation.basis.confidence,
    }


def _placement(placement: Placement, people: int) -> dict[str, Any]:
    """A placement as JSON values."""
    return {
        "jurisdiction": placement.jurisdiction,
        "people": people,
        "mode": placement.mode,
        "home": placement.home,
        "home_first": placement.home_first,
        "duties": [{"law": law, "duty": duty} for law, duty in placement.duties],
        "because": [_reason(why) for why in placement.because],
        "assumptions": list(placement.assumptions),
        "gaps": list(placement.gaps),
        "cure": list(placement.cure),
        "impossible": [_reason(why) for why in placement.impossible],
        "options": [
            {
                "category": each.category,
                "ways": [{"mode": mode, "home": home} for mode, home in each.ways],
            }
            for each in placement.options
        ],
    }


def _reason(why: Reason) -> dict[str, Any]:
    """A reason as JSON values."""
    return {
        "text": why.text,
        "cites": why.cites,
        "grade": why.grade,
        "confidence": why.confidence,
        "note": why.note,
    }
