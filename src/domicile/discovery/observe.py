"""From sampled cells to what may be kept of them: hints, matches and numbers, no values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from domicile.discovery.model import Column, Hint, Match, Observation, Reading, Relation, Survey
from domicile.discovery.profile import profile
from domicile.discovery.territory import tell
from domicile.discovery.values.examine import examine, unfold
from domicile.discovery.values.nested import last_key
from domicile.discovery.values.shape import shape
from domicile.discovery.words.reading import read_column
from domicile.discovery.words.split import split

_QUESTIONS = frozenset(
    {"is", "has", "have", "had", "can", "accepts", "allow", "allows", "wants", "does", "flag", "f"}
    | {"tem", "tiene", "es", "est", "a", "hat", "ist", "imeet", "shifou", "sf", "esta", "aceita"}
    | {"acepta", "accepte", "kya", "是否"}
)
# Masks cost as much as tests do, and the commonest of some dozens is the commonest.
_MASKED = 60
_WORDED = frozenset({"text", "enum"})


def survey(
    relation: Relation, cells: Mapping[str, Sequence[str | None]], *, rows: int, missed: str = ""
) -> Survey:
    """One relation: every column observed, those that were not sampled by their words alone."""
    observations = {
        column.name: observe(column, cells.get(column.name, ()), relation.spoken)
        for column in relation.columns
    }
    return Survey(relation=relation, rows=rows, observations=observations, missed=missed)


def observe(column: Column, cells: Sequence[str | None], spoken: frozenset[str]) -> Observation:
    """One column; its values are dropped here."""
    counts = Counter(cell for cell in cells if cell is not None and cell.strip())
    values = tuple(counts)
    hints = read_column(_asked(column), column.comment, spoken)
    matches = examine(values, column.kind) if values else ()
    here = Reading(hints=hints, matches=tuple(match for match in matches if not match.path))
    inside = _inside(column, values, [match for match in matches if match.path], spoken)
    best = next((match.category for match in here.matches if match.category), "")
    return Observation(
        column=column,
        profile=profile(cells, counts),
        readings=(here, *inside),
        shape="" if inside else shape(values[:_MASKED], best),
        told=tell(counts) if column.kind in _WORDED else None,
    )


def _asked(column: Column) -> str:
    """The name; of a flag without what makes a question of it: `is_smoker`, `has_disability`."""
    words = split(column.name)
    question = column.kind == "boolean" and len(words) > 1 and words[0] in _QUESTIONS
    return "_".join(words[1:]) if question else column.name


def _inside(
    column: Column, values: Sequence[str], matches: Sequence[Match], spoken: frozenset[str]
) -> tuple[Reading, ...]:
    """What the paths of a document say: each by its last key and its leaves."""
    paths = unfold(values, column.kind) if values else {}
    by_path: dict[str, list[Match]] = {path: [] for path in paths}
    for match in matches:
        by_path.setdefault(match.path, []).append(match)
    readings = (
        Reading(hints=_key_hints(path, spoken), matches=tuple(found), path=path)
        for path, found in by_path.items()
    )
    return tuple(reading for reading in readings if reading.hints or reading.matches)


def _key_hints(path: str, spoken: frozenset[str]) -> tuple[Hint, ...]:
    key = last_key(path)
    return read_column(key, "", spoken) if key else ()
