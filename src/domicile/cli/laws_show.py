"""How one law looks to people: every statement with what it rests on, the sources at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from domicile.cli.laws_text import hanging, listed, rests, title
from domicile.law.model import Basis, Clause, Law, Obligation, Penalty, Requirement, Version
from domicile.law.wording import (
    adequate,
    asks,
    conditions,
    duty,
    obligation_text,
    penalty_text,
    place,
    who,
)


def page(law: Law, day: date | None) -> RenderableType:
    """The law: the text of that day, or all of its texts when no day is given."""
    return _Page(law).render(day)


class _Page:
    """One law on paper; sources are numbered in the order in which they are cited."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.numbers: dict[str, int] = {}

    def render(self, day: date | None) -> RenderableType:
        parts = [*self._head(), *self._texts(day)]
        if self.law.facts:
            facts = [f"{name}: {text}" for name, text in sorted(self.law.facts.items())]
            parts += [title("Facts that a service states in service.facts"), *listed(facts)]
        parts.append(title("Sources; A: law text or authority, B: law firm or agency, C: other"))
        parts += [hanging(f"{n:>2}", Text(url)) for url, n in self.numbers.items()]
        return Group(*parts)

    def _head(self) -> Iterator[RenderableType]:
        law = self.law
        yield Text.assemble((law.id, "bold"), f"  {law.name}")
        part = f", binding in {law.part} only" if law.part else ""
        yield Text(
            f"{place(law.country).removeprefix('the ')} ({law.country}){part}; {law.regulator}"
        )
        if law.country not in law.reach:
            yield Text(f"members: {', '.join(sorted(law.reach))}")

    def _texts(self, day: date | None) -> Iterator[RenderableType]:
        found = self.law.version_on(day) if day else None
        if day and found is None:
            first, last = self.law.versions[0], self.law.versions[-1]
            when = f"its first text is of {first.since}"
            if first.since <= day:
                when = f"its last text ended before {last.until}"
            yield title(f"No text on {day}")
            yield hanging("-", when)
        for version in [found] if found else [] if day else self.law.versions:
            yield from self._version(version)

    def _version(self, version: Version) -> Iterator[RenderableType]:
        yield title(_headline(version))
        yield hanging("-", self._said(version.basis.cites, version.basis, cite=False))
        yield from self._requirements("Who is covered (all of these)", version.requirements)
        yield from self._requirements("Exempt (any of these)", version.exemptions)
        for name, clauses in (version.profiles or {"": version.clauses}).items():
            if name:
                default = ", the default" if name == version.profile else ""
                yield Text(f"  Reading {name!r}{default}")
            for clause in clauses:
                yield from self._clause(clause)
        obligations = ((_timed(obligation_text(o), o), o.basis) for o in version.obligations)
        penalties = ((_timed(penalty_text(p), p), p.basis) for p in version.penalties)
        precedents = ((f"{p.on} {p.against}: {p.text}", p.basis) for p in version.precedents)
        yield from self._section("Obligations", obligations)
        yield from self._section("Penalties", penalties)
        yield from self._section("Precedents", precedents)

    def _requirements(self, heading: str, them: Iterable[Requirement]) -> Iterator[RenderableType]:
        yield from self._section(heading, ((who(each, self.law), each.basis) for each in them))

    def _section(
        self, heading: str, statements: Iterable[tuple[str, Basis]], indent: int = 2
    ) -> Iterator[RenderableType]:
        """A heading with its statements; nothing when there are none."""
        lines = [self._said(text, basis) for text, basis in statements]
        if lines:
            yield hanging("", heading, indent=indent - 1)
            yield from listed(lines, indent=indent + 2)

    def _clause(self, clause: Clause) -> Iterator[RenderableType]:
        sentence = asks(clause, self.law.country)
        yield hanging("*", self._said(f"{duty(clause)}: {sentence}", clause.basis))
        yield hanging("", f"categories: {', '.join(clause.categories)}", indent=3)
        if clause.exceptions:
            yield hanging("", f"but not: {', '.join(clause.exceptions)}", indent=3)
        yield from self._requirements_of(clause)
        if clause.cautious_rule:
            rule = self._said(clause.cautious_rule.cites, clause.cautious_rule, cite=False)
            yield hanging("", Text.assemble("of whom it is not known: ", rule), indent=3)
        if clause.transfer:
            ways = [Text(text) for text in conditions(clause.transfer)]
            ways += [self._said(adequate(a), a.basis) for a in clause.transfer.adequate]
            yield hanging("", "data may leave", indent=3)
            yield from listed(ways, indent=6)

    def _requirements_of(self, clause: Clause) -> Iterator[RenderableType]:
        covers = ((who(each, self.law), each.basis) for each in clause.requirements)
        exempt = ((who(each, self.law), each.basis) for each in clause.exemptions)
        yield from self._section("only who is (all of these)", covers, indent=4)
        yield from self._section("not who is (any of these)", exempt, indent=4)

    def _said(self, text: str, basis: Basis, *, cite: bool = True) -> Text:
        """A statement with its citation, grade, sources by number, and the note."""
        numbers = [self.numbers.setdefault(url, len(self.numbers) + 1) for url in basis.sources]
        shown = " ".join(map(str, numbers))
        rest = rests(basis.cites if cite else "", basis.grade, basis.confidence, shown)
        note = f" ({basis.note})" if basis.note else ""
        return Text.assemble(text, (rest, "dim"), (note, "italic"))


def _headline(version: Version) -> str:
    status = "" if version.status == "in-force" else f", {version.status}"
    until = f" until {version.until}" if version.until else ""
    comply = f", comply by {version.comply_by}" if version.comply_by else ""
    return f"Text of {version.since}{until}{status}{comply}"


def _timed(text: str, statement: Obligation | Penalty) -> str:
    """The statement with its own first and last day, where it has them."""
    days = (("from", statement.since), ("until", statement.until))
    when = " ".join(f"{word} {day}" for word, day in days if day)
    return f"{text}, {when}" if when else text
