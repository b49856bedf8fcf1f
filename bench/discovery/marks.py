"""From marks on values to columns that are personal, by the rule that suits a tool best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from score import Tally

Pattern = tuple[dict[str, float], int]
"""What values were found to be, with scores, and how many values of the column were so."""

_SHARES = (0.02, 0.05, *(n / 10 for n in range(1, 10)))
_SCORES = (0.0, 0.1, 0.3, 0.4, 0.5, 0.6, 0.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A column that a tool has seen."""

    personal: bool
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A column is personal if this share of its values is something with this score at least.

    What is `ignored` does not count: dates and numbers of no meaning, for most tools.
    """

    share: float = 0.5
    score: float = 0.0
    ignored: frozenset[str] = field(default_factory=frozenset)

    def holds(self, marked: Marked) -> bool:
        """Whether the column is personal."""
        return _share(marked, self.score, self.ignored) >= self.share

    def __str__(self) -> str:
        words = f"personal from {self.share} of the values on, score {self.score} or more"
        return f"{words}, without {', '.join(sorted(self.ignored))}" if self.ignored else words


def best_rule(columns: Sequence[Marked]) -> Rule:
    """The rule with the best F1 on these columns; kinds are left out while that helps."""
    kinds = {kind for marked in columns for marks, _ in marked.patterns for kind in marks}
    best, value = _best_of(columns, [frozenset()])
    while True:
        fewer = [best.ignored | {kind} for kind in sorted(kinds - best.ignored)]
        rule, better = _best_of(columns, fewer)
        if better <= value:
            return best
        best, value = rule, better


def count(rule: Rule, columns: Iterable[Marked]) -> Tally:
    """Hits, false alarms and misses of a rule."""
    return tally((marked.personal, rule.holds(marked)) for marked in columns)


def tally(pairs: Iterable[tuple[bool, bool]]) -> Tally:
    """Hits, false alarms and misses of pairs of what is true and what was said."""
    result = Tally()
    for truth, guess in pairs:
        result.hits += truth and guess
        result.alarms += guess and not truth
        result.misses += truth and not guess
    return result


def _best_of(columns: Sequence[Marked], ignored: Iterable[frozenset[str]]) -> tuple[Rule, float]:
    rules = (rule for each in ignored for rule in _rules(columns, each))
    return max(rules, key=lambda pair: pair[1], default=(Rule(), 0.0))


def _rules(columns: Sequence[Marked], ignored: frozenset[str]) -> Iterator[tuple[Rule, float]]:
    rule = Rule(ignored=ignored)
    shares = {
        score: [(each.personal, _share(each, score, ignored)) for each in columns]
        for score in _SCORES
    }
    for score, share in product(_SCORES, _SHARES):
        counted = tally((personal, reached >= share) for personal, reached in shares[score])
        yield replace(rule, share=share, score=score), _f1(counted)


def _share(marked: Marked, score: float, ignored: frozenset[str]) -> float:
    of = sum(number for _, number in marked.patterns)
    flagged = sum(
        number
        for marks, number in marked.patterns
        if any(kind not in ignored and sure >= score for kind, sure in marks.items())
    )
    return flagged / of if of else 0.0


def _f1(counted: Tally) -> float:
    total = 2 * counted.hits + counted.alarms + counted.misses
    return 2 * counted.hits / total if total else 0.0
