"""A measurement as JSON values: names of columns and counts, and no value of a row. Pure."""

from __future__ import annotations

from typing import Any

from domicile.skeleton.model import BUCKETS, Classes, Finding, Measurement, Step, Tally


def to_dict(it: Measurement) -> dict[str, Any]:
    """The measurement of one kind of people; shares are in percent."""
    names = it.skeleton.names
    return {
        "kind": it.skeleton.kind,
        "table": str(it.skeleton.sources[0].table.name),
        "joined": [str(source.table.name) for source in it.skeleton.sources[1:]],
        "people": it.rows,
        "share": it.percent,
        "set_size": it.set_size,
        "keys": list(it.skeleton.keys),
        "ignored": list(names(it.ignored)),
        "constant": list(names(it.constant)),
        "identifiers": [
            {**_finding(it, each), "cannot_be_mapped": stays(it, min(each.columns)) or None}
            for each in it.identifiers
        ],
        "quasi_identifiers": list(names(it.quasi)),
        "classes": None if it.classes is None else _classes(it.classes),
        "sets": [_finding(it, each) for each in it.found],
        "cure": [_step(it, each) for each in it.steps],
        "left": None if it.left is None else _tally(it.left),
        "cannot_be_mapped": {
            it.skeleton.fields[each].name: stays(it, each)
            for each in sorted(it.quasi)
            if stays(it, each)
        },
        "unmeasured": [list(names(each)) for each in it.unmeasured],
        "exceeded": it.exceeded,
    }


def stays(it: Measurement, column: int) -> str:
    """Why a column cannot be added to the map; empty when it can."""
    return it.skeleton.fields[column].stays


def bucket_name(least: int, most: int | None) -> str:
    """`1`, `3-5`, `51+`."""
    if most is None:
        return f"{least}+"
    return str(least) if least == most else f"{least}-{most}"


def _classes(classes: Classes) -> dict[str, Any]:
    return {
        "k": classes.k,
        **_tally(classes.tally),
        "people_by_class_size": _by_size(classes.people),
        "residents_by_class_size": None
        if classes.residents is None
        else _by_size(classes.residents),
    }


def _by_size(counts: tuple[int, ...]) -> dict[str, int]:
    named = zip(BUCKETS, counts, strict=True)
    return {bucket_name(*bucket): count for bucket, count in named}


def _finding(it: Measurement, finding: Finding) -> dict[str, Any]:
    return {"columns": list(it.skeleton.names(finding.columns)), **_tally(finding.tally)}


def _step(it: Measurement, step: Step) -> dict[str, Any]:
    field = it.skeleton.fields[step.column]
    return {
        "table": str(field.table),
        "column": field.column,
        "with": list(it.skeleton.names(step.along)),
        "date_or_time": field.moment,
        "after": _tally(step.after),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "people": tally.rows,
        "classes": tally.classes,
        "unique": tally.unique,
        "unique_percent": round(tally.percent, 4),
    }
