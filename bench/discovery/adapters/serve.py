"""What the adapters share: read columns, have their values marked within a budget, write marks.

An adapter runs in the environment of its tool, as `python with_tool.py COLUMNS OUT BUDGET ...`.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict


class Column(TypedDict):
    """A column as it is handed over; a column without values has one empty text."""

    schema: str
    table: str
    column: str
    type: str
    values: list[str]


Marks = list[dict[str, float]]
"""For each value what it was found to be, with a score in [0, 1]; empty if it is nothing."""

_ROUNDS = (5, 20, 50, 100, 200, 400)


def arguments() -> list[str]:
    """What the adapter was told beside files and budget."""
    return sys.argv[4:]


def serve(mark: Callable[[list[Column]], list[Marks]]) -> None:
    """Have as many values of every column marked as the budget allows: 5 of each, 20, 50 ...

    Written are the seconds of one core, the values, the most values of one column, and for each
    column how many of its values were marked how. What it takes to load is not counted: the
    first column is there to warm up.
    """
    source, target, budget = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    with source.open(encoding="utf-8") as file:
        warm_up, *columns = (json.loads(line) for line in file)
    mark([warm_up])
    patterns: list[Counter[str]] = [Counter() for _ in columns]
    seconds, values, most = 0.0, 0, 0
    started = time.monotonic()
    for upto, batch in _rounds(columns):
        size = sum(len(column["values"]) for column in batch)
        spent = time.monotonic() - started
        if values and size * spent / values > budget - spent:
            break
        before = time.process_time()
        marked = mark(batch)
        seconds += time.process_time() - before
        values, most = values + size, upto
        for counts, marks in zip(patterns, marked, strict=True):
            counts.update(json.dumps(each, sort_keys=True) for each in marks)
    result = {
        "seconds": seconds,
        "values": values,
        "most": most,
        "patterns": [[[json.loads(p), n] for p, n in counts.items()] for counts in patterns],
    }
    target.write_text(json.dumps(result), "utf-8")


def _rounds(columns: list[Column]) -> Iterator[tuple[int, list[Column]]]:
    first = 0
    for upto in _ROUNDS:
        yield upto, [{**column, "values": column["values"][first:upto]} for column in columns]
        first = upto
