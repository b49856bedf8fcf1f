"""The SQL of the queue: who has to go where, and the search of R1. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domicile.catalog.model import Subject
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    equal,
    every,
    own,
    qualified,
    raw,
    same_columns,
    sql,
    table,
)
from domicile.relocation.model import Place, Trip
from domicile.relocation.statements import CLAIMED, at
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.paths import key_columns


def work(subject: Subject) -> Composed:
    """The queue by trips: subjects that are not where people with their ties must live.

    A placement without a home is no place to go to: these people stay where they are.
    """
    return sql.SQL(
        "SELECT d.home, d.mirrored, p.home, coalesce(p.mirrored, false), count(*) FROM {} d"
        " LEFT JOIN domicile.placement p ON p.kind = {} AND p.jurisdiction = d.domicile"
        " WHERE (d.home IS DISTINCT FROM p.home OR d.mirrored <> coalesce(p.mirrored, false))"
        " AND d.domicile IS NOT NULL AND (p.kind IS NULL OR p.home IS NOT NULL)"
        " AND d.home IS DISTINCT FROM {}"
    ).format(
        own(naming.directory(subject.kind)),
        sql.Literal(subject.kind),
        sql.Literal(naming.SUSPENDED),
    )


def find(subject: Subject, trip: Trip, where: Composable, *, after: bool, until: bool) -> Composed:
    """R1: of the next subjects of a trip, lock those that nobody else holds; keep their keys.

    Parameters: the key after which to look, when `after`; the last key to look at, when
    `until`; the size. One row: the last key looked at as text, how many were looked at, how many
    are locked; no row when there are none. The subjects are found first and locked then, so
    that no lock is held while the directory is searched. One that has changed in between is asked
    again, in its new version, whether it is still at the source and of the same country.
    """
    keys = key_columns(len(subject.key))
    conditions: list[Composable] = [at(trip.source, "d"), where]
    listed = comma(qualified(name, "d") for name in keys)
    bound = comma(sql.SQL("%s::{}").format(raw(column.type)) for column in subject.key)
    if after:
        conditions.append(sql.SQL("ROW({}) > ROW({})").format(listed, bound))
    if until:
        conditions.append(sql.SQL("ROW({}) <= ROW({})").format(listed, bound))
    return sql.SQL(
        "WITH next AS MATERIALIZED"
        " (SELECT {keys}, d.domicile, d.ctid AS here FROM {directory} d WHERE {wanted}"
        " ORDER BY {keys} LIMIT %s),"
        " held AS (INSERT INTO {claimed} SELECT {keys}, d.ctid FROM {directory} d"
        " JOIN next n ON d.ctid = n.here WHERE {still}"
        " AND d.domicile IS NOT DISTINCT FROM n.domicile"
        " FOR UPDATE OF d SKIP LOCKED RETURNING 1)"
        " SELECT {texts}, (SELECT count(*) FROM next), (SELECT count(*) FROM held)"
        " FROM next n ORDER BY {order} LIMIT 1"
    ).format(
        keys=listed,
        directory=own(naming.directory(subject.kind)),
        wanted=every(conditions),
        claimed=CLAIMED,
        still=at(trip.source, "d"),
        texts=comma(sql.SQL("{}::text").format(qualified(name, "n")) for name in keys),
        order=comma(sql.SQL("{} DESC").format(qualified(name, "n")) for name in keys),
    )


def lock_tables(tables: Sequence[Fragments]) -> Iterator[Composed]:
    """R1: the weakest locks that the batch needs on the mapped tables and on the way to them."""
    mapped = {f.mapped.name for f in tables}
    on_the_way = {hop.table for f in tables for hop in f.mapped.hops} - mapped
    for names, mode in ((mapped, sql.SQL("ROW EXCLUSIVE")), (on_the_way, sql.SQL("ACCESS SHARE"))):
        if names:
            listed = comma(table(name) for name in sorted(names))
            yield sql.SQL("LOCK TABLE ONLY {} IN {} MODE").format(listed, mode)


def remaining(subject: Subject, trip: Trip, where: Composable) -> Composed:
    """How many subjects have yet to make a trip, those included that somebody holds."""
    return sql.SQL("SELECT count(*) FROM {} d WHERE {} AND {}").format(
        own(naming.directory(subject.kind)), at(trip.source, "d"), where
    )


def planned_for(subject: Subject, target: Place) -> Composed:
    """The plan wants the subject of the directory row `d` at that place.

    The jurisdictions are an array that is made once: the search walks the directory in the
    order of its key and stops at the size, instead of joining all of it for every batch.
    """
    wanted = at(target, "p") if target.home is not None else sql.SQL("true")
    planned = sql.SQL(
        "(ARRAY(SELECT p.jurisdiction FROM domicile.placement p WHERE p.kind = {} AND {}))"
    ).format(sql.Literal(subject.kind), wanted)
    how = sql.SQL("<> ALL") if target.home is None else sql.SQL("= ANY")
    return sql.SQL("d.domicile {} {}").format(how, planned)


def subject_where(subject: Subject, condition: Composable) -> Composed:
    """The subject's row satisfies an operator's own condition."""
    own_keys = [qualified(name, "d") for name in key_columns(len(subject.key))]
    return sql.SQL("EXISTS (SELECT FROM {} s WHERE {} AND ({}))").format(
        table(subject.table.name), equal(fields("s", subject.key), own_keys), condition
    )


def drop_ghosts(subject: Subject) -> Composed:
    """A directory row whose subject is gone (its trigger did not run) is taken out."""
    keys = key_columns(len(subject.key))
    return sql.SQL(
        "DELETE FROM {} d USING {} c WHERE {} AND NOT EXISTS (SELECT FROM {} s WHERE {})"
    ).format(
        own(naming.directory(subject.kind)),
        CLAIMED,
        same_columns(keys, "d", "c"),
        table(subject.table.name),
        equal(fields("s", subject.key), [qualified(name, "c") for name in keys]),
    )


def refresh(subject: Subject, value: Composable, joins: Composable) -> Composed:
    """Subjects whose evidence now says something else; what cannot be read changes nothing.

    A subject that somebody holds keeps what it had until the next run.
    """
    keys = key_columns(len(subject.key))
    return sql.SQL(
        "UPDATE {directory} d SET domicile = e.found FROM ("
        "SELECT {listed}, x.found FROM {directory} d JOIN (SELECT {named}, {value} AS found"
        " FROM {table} s {joins}) x ON {same} WHERE x.found IS NOT NULL"
        " AND d.domicile IS DISTINCT FROM x.found FOR NO KEY UPDATE OF d SKIP LOCKED) e"
        " WHERE {changed}"
    ).format(
        directory=own(naming.directory(subject.kind)),
        listed=comma(qualified(name, "d") for name in keys),
        named=comma(
            sql.SQL("{} AS {}").format(field, sql.Identifier(name))
            for field, name in zip(fields("s", subject.key), keys, strict=True)
        ),
        value=value,
        table=table(subject.table.name),
        joins=joins,
        same=same_columns(keys, "d", "x"),
        changed=same_columns(keys, "d", "e"),
    )
