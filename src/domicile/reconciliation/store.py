"""What a round asks the hub before it does anything. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from domicile.catalog.model import DataMap
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.config.names import TableName
from domicile.errors import MapError
from domicile.pg.compose import Composable, sql
from domicile.pg.connection import Connection
from domicile.placement.model import Target
from domicile.reconciliation import statements as s
from domicile.residence.fragments import Fragments
from domicile.residence.refusals import mapped_before


@dataclass(frozen=True, slots=True)
class Usable:
    """The part of the config that fits the live database, and why the rest does not.

    `errors` is empty when all of it fits.
    """

    config: Config
    data_map: DataMap
    errors: tuple[MapError, ...]


def usable(conn: Connection, config: Config) -> Usable:
    """What can be worked with: a broken table stops the people whose rows are in it, no others.

    A mapped table that is gone has no rows, so its people go on without it. A mapped column that
    is gone may have been renamed and still hold values: its people stay where they are (I5).

    Raises:
        MapError: nothing fits.
    """
    try:
        return Usable(config, load_map(conn, config), ())
    except MapError as error:
        conn.rollback()
        first = error
    errors: list[MapError] = []
    kept: list[Config] = []
    for subject in config.subjects:
        mine = tuple(entry for entry in config.tables if entry.subject == subject.kind)
        there = tuple(entry for entry in mine if _exists(conn, entry.table))
        errors += [_gone(config, entry.table) for entry in mine if entry not in there]
        part = replace(config, subjects=(subject,), tables=there)
        try:
            load_map(conn, part)
        except MapError as error:
            conn.rollback()
            errors.append(error)
        else:
            kept.append(part)
    if not kept:
        raise first
    whole = replace(
        config,
        subjects=tuple(each.subjects[0] for each in kept),
        tables=tuple(entry for each in kept for entry in each.tables),
    )
    return Usable(whole, load_map(conn, whole), tuple(errors) or (first,))


def as_applied(conn: Connection, config: Config) -> Config:
    """The part of the data map that hub and homes are prepared for.

    A table or a column that was added to the map moves with its people once it is applied.
    """
    known = mapped_before(conn)
    tables = tuple(
        replace(
            entry,
            columns={
                name: category
                for name, category in entry.columns.items()
                if name in known[entry.table]
            },
        )
        for entry in config.tables
        if entry.table in known
    )
    return replace(config, tables=tables)


def same_targets(conn: Connection, targets: Iterable[Target], data_map: DataMap) -> bool:
    """Whether the hub knows just these places for the people of these kinds."""
    kinds = [subject.kind for subject in data_map.subjects]
    found = conn.execute(
        "SELECT kind, jurisdiction, home, mirrored FROM domicile.placement WHERE kind = ANY (%s)",
        (kinds,),
    )
    wanted = {(each.kind, each.jurisdiction, each.home, each.mirrored) for each in targets}
    return set(found.fetchall()) == wanted


def out_of_place(
    conn: Connection,
    data_map: DataMap,
    parts: Iterable[Fragments],
    down: Iterable[str],
    home: str | None,
) -> bool:
    """Whether anybody, or any row, can be carried to where it must be.

    Args:
        down: homes that do not answer: their people wait.
        home: only people who go there or leave it.
    """
    away = list(down)
    questions: list[Composable] = []
    for subject in data_map.subjects:
        questions += [s.changed_evidence(subject), s.misplaced(subject, away, home)]
    for f in parts:
        questions += [s.unsettled(f, away), s.unpurged(f, away)]
    return any(_yes(conn, question) for question in questions)


def _yes(conn: Connection, question: Composable) -> bool:
    row = conn.execute(question.as_string(None).encode()).fetchone()
    return row is not None and bool(row[0])


def _exists(conn: Connection, name: TableName) -> bool:
    return _yes(
        conn,
        sql.SQL(
            "SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = {} AND c.relname = {})"
        ).format(sql.Literal(name.schema), sql.Literal(name.table)),
    )


def _gone(config: Config, name: TableName) -> MapError:
    return MapError(
        f"{config.source}: table {name}: there is no such table any more",
        hint="what its rows had at homes is still there; put the table back, or `domicile return` "
        "everybody and take it out of the map",
    )
