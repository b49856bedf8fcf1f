"""How right a proposal is: precision and recall with intervals, and whose rows are whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from labelled import Schema

from domicile.catalog.model import Hop
from domicile.discovery.judge import PERSONAL
from domicile.discovery.proposal import Proposal
from domicile.discovery.values.interval import wilson

Column = tuple[str, str]


@dataclass(slots=True, kw_only=True)
class Tally:
    """Hits, false alarms and misses."""

    hits: int = 0
    alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> str:
        """The share of what was found that is right, with its interval."""
        return _share(self.hits, self.hits + self.alarms)

    @property
    def recall(self) -> str:
        """The share of what is there that was found, with its interval."""
        return _share(self.hits, self.hits + self.misses)


@dataclass(kw_only=True)
class Score:
    """The result of one half: columns, categories, tables; and what was wrong, to look at."""

    personal: Tally = field(default_factory=Tally)
    shown: Tally = field(default_factory=Tally)
    categories: dict[str, Tally] = field(default_factory=dict)
    columns: int = 0
    open: int = 0
    tables: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)


def found(proposal: Proposal) -> dict[Column, str]:
    """The columns that the proposal holds to be personal, with their categories."""
    return {
        (finding.table.table, finding.column): finding.category
        for finding in proposal.findings
        if finding.confidence >= PERSONAL
    }


def paths(proposal: Proposal) -> dict[str, frozenset[str]]:
    """Whose the rows of each table are, in the words of `paths.csv`."""
    return {
        name.table: frozenset(_written(way.hops) for way in belonging.ways) or frozenset({"-"})
        for name, belonging in proposal.belongings.items()
    }


def shown(proposal: Proposal) -> set[Column]:
    """The columns that a line of the file asks about, mapped or left in the hub."""
    return {(finding.table.table, finding.column) for finding in proposal.findings}


def tally(
    score: Score, schema: Schema, predicted: Mapping[Column, str], asked: Collection[Column] = ()
) -> None:
    """Count one schema's columns: what is mapped, and what people are asked about at all."""
    for place, label in schema.labels.items():
        score.columns += 1
        if label == "?":
            score.open += 1
            continue
        guess = predicted.get(place, "")
        _count(score.personal, bool(label), bool(guess))
        _count(score.shown, bool(label), place in asked)
        for category in {label, guess} - {""}:
            one = score.categories.setdefault(category, Tally())
            _count(one, label == category, guess == category)
        if bool(label) != bool(guess):
            kind = "missed" if label else "false alarm"
            score.wrong.append(f"{kind}: {schema.name}.{'.'.join(place)}: {label or guess}")


def tally_paths(score: Score, schema: Schema, predicted: Mapping[str, frozenset[str]]) -> None:
    """Count one schema's tables."""
    for table, truth in schema.paths.items():
        score.tables += 1
        guess = predicted.get(table, frozenset({"-"}))
        score.right += truth == guess
        if truth != guess:
            score.wrong.append(
                f"whose: {schema.name}.{table}: {' | '.join(sorted(truth))}, "
                f"not {' | '.join(sorted(guess))}"
            )


def lines(name: str, score: Score) -> Iterable[str]:
    """The report of one half."""
    low, high = wilson(score.right, score.tables)
    yield f"{name}: {score.columns} columns ({score.open} left open), {score.tables} tables"
    whole = score.personal
    yield f"  personal or not   precision {whole.precision}   recall {whole.recall}"
    yield f"  mapped or asked   precision {score.shown.precision}   recall {score.shown.recall}"
    yield (
        f"  whose rows        {score.right} of {score.tables} "
        f"= {score.right / score.tables:.3f} [{low:.3f}, {high:.3f}]"
    )
    yield f"  {'category':<52}{'n':>4}  {'precision':<24}recall"
    sizes = Counter({name: one.hits + one.misses for name, one in score.categories.items()})
    for category, size in sorted(sizes.items()):
        one = score.categories[category]
        yield f"  {category:<52}{size:>4}  {one.precision:<24}{one.recall}"


def _count(tally: Tally, truth: bool, guess: bool) -> None:
    tally.hits += truth and guess
    tally.alarms += guess and not truth
    tally.misses += truth and not guess


def _share(part: int, whole: int) -> str:
    if not whole:
        return "-"
    low, high = wilson(part, whole)
    return f"{part / whole:.3f} [{low:.3f}, {high:.3f}]"


def _written(hops: tuple[Hop, ...]) -> str:
    if not hops:
        return "self"
    return " ".join(
        f"<{hop.table.table}.{'+'.join(hop.far)}"
        if hop.backward
        else f"{'+'.join(hop.near)}>{hop.table.table}"
        for hop in hops
    )
