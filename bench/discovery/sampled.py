"""The columns that every tool gets to see, and how long our own judging of them takes."""

from __future__ import annotations

import math
import random
import statistics
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

from labelled import Half, Schema, load, schemas
from score import found

from domicile.config.names import TableName
from domicile.discovery import links, people, propose
from domicile.discovery.model import Column, Estate, Relation, columns_of
from domicile.discovery.observe import survey
from domicile.discovery.run import Wish, discover
from domicile.discovery.store import Choice, Sample, be_careful, read_estate, take_sample
from domicile.discovery.values.examine import MOST
from domicile.discovery.words.tongues import tongues
from domicile.pg.connection import session
from domicile.pg.embedded import Cluster

Samples = Mapping[TableName, Sample]
_RUNS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A column, what is true of it, what we say, and its distinct values in an order of chance."""

    half: Half
    schema: str
    table: str
    column: str
    type: str
    label: str
    ours: bool
    values: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Ours:
    """What our own looking took: `judging` in seconds of one core (median of 5), `whole` with SQL.

    `values` are those of the `sampled` distinct ones that were tested.
    """

    columns: int = 0
    sampled: int = 0
    values: int = 0
    judging: float = 0.0
    whole: float = 0.0


def sample(half: Half, cluster: Cluster, ours: Ours) -> list[Labelled]:
    """Load one half, look at it, and return its labelled columns; what it took goes to `ours`."""
    return [
        column
        for schema in schemas(half)
        for column in _sample(schema, load(schema, cluster["hub"].dsn("postgres")), ours)
    ]


def warm_up(values: Sequence[str]) -> None:
    """Read the word lists and load the tests, as the other tools may before the clock starts."""
    name = TableName("public", "warm_up")
    relation = Relation(
        name=name, kind="table", columns=(Column(name="value", type="text", kind="text"),)
    )
    _judge({name: relation}, {name: Sample(rows=len(values), cells={"value": tuple(values)})})


def _sample(schema: Schema, dsn: str, ours: Ours) -> list[Labelled]:
    with session(dsn, "hub", autocommit=True) as conn:
        be_careful(conn, timeout_s=Wish().timeout_s)
        estate = read_estate(conn)
        samples = {name: take_sample(conn, relation, Choice()) for name, relation in estate.items()}
    ours.judging += statistics.median(_seconds(estate, samples) for _ in range(_RUNS))
    started = time.monotonic()
    predicted = found(discover(dsn, Wish()))
    ours.whole += time.monotonic() - started
    columns = [
        Labelled(
            half=schema.half,
            schema=schema.name,
            table=relation.name.table,
            column=column.name,
            type=column.type,
            label=schema.labels[place],
            ours=place in predicted,
            values=_values(samples[relation.name].cells.get(column.name, ())),
        )
        for relation, column in columns_of(estate)
        if (place := (relation.name.table, column.name)) in schema.labels
    ]
    ours.columns += len(columns)
    ours.sampled += sum(len(column.values) for column in columns)
    ours.values += sum(_tested(len(column.values)) for column in columns)
    return columns


def _seconds(estate: Estate, samples: Samples) -> float:
    """What judging takes, in a process of its own: a second run must not find what one cached."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("fork")) as pool:
        return pool.submit(_timed, estate, samples).result()


def _timed(estate: Estate, samples: Samples) -> float:
    before = time.process_time()
    _judge(estate, samples)
    return time.process_time() - before


def _judge(estate: Estate, samples: Samples) -> None:
    """All of `discover` but its SQL: links that only names suggest are believed here."""
    spoken = tongues(
        [name.table for name in estate] + [column.name for _, column in columns_of(estate)]
    )
    surveys = {
        name: survey(replace(relation, spoken=spoken), samples[name].cells, rows=samples[name].rows)
        for name, relation in estate.items()
    }
    weighed = propose.weigh_tables(surveys)
    named = (*links.declared(estate), *links.guesses(estate, ()))
    subjects = people.subjects(surveys, weighed, named)
    tied = (*links.declared(estate), *links.guesses(estate, subjects))
    whose = propose.belongings(surveys, weighed, subjects, tied)
    propose.findings_of(surveys, weighed, subjects, whose, tied)


def _values(cells: Sequence[str | None]) -> tuple[str, ...]:
    values = list(dict.fromkeys(cell for cell in cells if cell is not None and cell.strip()))
    random.Random(0).shuffle(values)
    return tuple(values)


def _tested(distinct: int) -> int:
    """How many of so many values our tests see."""
    return math.ceil(distinct / math.ceil(distinct / MOST)) if distinct else 0
