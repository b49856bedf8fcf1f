"""The SQL of a batch, R1 to R6, for one mapped table or one kind of subject. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from domicile.catalog.model import Column, MappedTable, Subject
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
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.paths import key_columns, to_directory

CLAIMED = sql.Identifier("pg_temp", "domicile_claimed")


def rows_table(f: Fragments) -> sql.Identifier:
    """The session's table of keys of the rows in the batch."""
    return sql.Identifier("pg_temp", f"{f.stem}_rows")


def staging_table(f: Fragments) -> sql.Identifier:
    """The session's table of values that came in and are not yet in the table."""
    return sql.Identifier("pg_temp", f"{f.stem}_staging")


def key_table(name: Composable, keys: Iterable[Column], *, keep: bool) -> Composed:
    """A temporary table of keys k1.., whose rows are kept over a commit or not."""
    listed = list(keys)
    kept = sql.SQL("PRESERVE ROWS") if keep else sql.SQL("DELETE ROWS")
    return sql.SQL("CREATE TEMP TABLE {} ({}) ON COMMIT {}").format(
        name,
        comma(
            sql.SQL("{} {}").format(sql.Identifier(own_name), raw(column.type))
            for own_name, column in zip(key_columns(len(listed)), listed, strict=True)
        ),
        kept,
    )


def make_staging(f: Fragments) -> Composed:
    """A temporary table of the key and personal columns, without constraints."""
    return sql.SQL(
        "CREATE TEMP TABLE {} ON COMMIT DELETE ROWS AS SELECT {} FROM {} WITH NO DATA"
    ).format(staging_table(f), _columns(f.mapped), f.base)


def at(place: Place, alias: str) -> Composed:
    """The directory row at `alias` says `place`."""
    if place.home is None:
        return sql.SQL("{} IS NULL").format(qualified("home", alias))
    return sql.SQL("{} = {} AND {} = {}").format(
        qualified("home", alias),
        sql.Literal(place.home),
        qualified("mirrored", alias),
        sql.Literal(place.mirrored),
    )


def work(subject: Subject) -> Composed:
    """The queue by trips: subjects that are not where their country's people must live."""
    return sql.SQL(
        "SELECT d.home, d.mirrored, p.home, coalesce(p.mirrored, false), count(*) FROM {} d"
        " LEFT JOIN domicile.placement p ON p.kind = {} AND p.jurisdiction = d.domicile"
        " WHERE (d.home IS DISTINCT FROM p.home OR d.mirrored <> coalesce(p.mirrored, false))"
        " AND d.domicile IS NOT NULL"
    ).format(own(naming.directory(subject.kind)), sql.Literal(subject.kind))


def claim(subject: Subject, trip: Trip, where: Composable, *, after: bool) -> Composed:
    """R1: of the next subjects of a trip, lock those that nobody else holds; keep their keys.

    Parameters: the last key of the batch before, when `after`, and the size. Each row is a
    subject's key as text, and whether it was locked. The subjects are found first and locked
    then, so that no lock is held while the directory is searched.
    """
    keys = key_columns(len(subject.key))
    conditions: list[Composable] = [at(trip.source, "d"), where]
    listed = comma(qualified(name, "d") for name in keys)
    if after:
        last = comma(sql.SQL("%s::{}").format(raw(column.type)) for column in subject.key)
        conditions.append(sql.SQL("ROW({}) > ROW({})").format(listed, last))
    return sql.SQL(
        "WITH next AS MATERIALIZED"
        " (SELECT {keys}, d.domicile FROM {directory} d WHERE {wanted} ORDER BY {keys} LIMIT %s),"
        " held AS (INSERT INTO {claimed} SELECT {keys} FROM {directory} d JOIN next n ON {same}"
        " WHERE {still} AND d.domicile IS NOT DISTINCT FROM n.domicile"
        " FOR UPDATE OF d SKIP LOCKED RETURNING *)"
        " SELECT {texts}, h.k1 IS NOT NULL FROM next n LEFT JOIN held h ON {matched}"
        " ORDER BY {order}"
    ).format(
        keys=listed,
        directory=own(naming.directory(subject.kind)),
        wanted=every(conditions),
        claimed=CLAIMED,
        same=same_columns(keys, "d", "n"),
        still=at(trip.source, "d"),
        texts=comma(sql.SQL("{}::text").format(qualified(name, "n")) for name in keys),
        matched=same_columns(keys, "h", "n"),
        order=comma(qualified(name, "n") for name in keys),
    )


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


def select_rows(f: Fragments) -> Composed:
    """R1: the keys of the claimed subjects' rows, but for those that are pinned elsewhere."""
    return sql.SQL(
        "INSERT INTO {} SELECT {} FROM {} t WHERE EXISTS (SELECT {})"
        " AND NOT EXISTS (SELECT FROM {} p WHERE {})"
    ).format(
        rows_table(f),
        comma(fields("t", f.mapped.key)),
        f.base,
        to_directory(f.mapped, fields("t", f.mapped.entry), CLAIMED),
        f.pin,
        f.keys_are("p", fields("t", f.mapped.key)),
    )


def drop_shared(f: Fragments, trip: Trip) -> Composed:
    """R1: a shared row stays until all its people are there.

    Asked when the row is locked: of two movers with one of its people each, the second sees
    what the first has done.
    """
    return sql.SQL(
        "DELETE FROM {} r USING {} t WHERE {}"
        " AND EXISTS (SELECT {} AND ({}) IS NOT TRUE AND NOT {})"
    ).format(
        rows_table(f),
        f.base,
        row_join(f),
        to_directory(f.mapped, fields("t", f.mapped.entry)),
        at(trip.target, "d"),
        _is_claimed(f),
    )


def lock_rows(f: Fragments) -> Composed:
    """R1: lock the rows themselves without waiting; fewer than selected means somebody has one.

    Where a personal column is part of a key that others may reference, blanking it needs the
    stronger lock: taken now or not at all, so that the mover never waits for the application.
    """
    blanked = {column.name for column in f.mapped.written}
    referable = any(unique.columns & blanked for unique in f.mapped.table.uniques)
    return sql.SQL(
        "WITH locked AS MATERIALIZED (SELECT 1 FROM {} t JOIN {} r ON {}"
        " FOR {} OF t SKIP LOCKED) SELECT count(*) FROM locked"
    ).format(
        f.base,
        rows_table(f),
        row_join(f),
        sql.SQL("UPDATE") if referable else sql.SQL("NO KEY UPDATE"),
    )


def copy_out(f: Fragments) -> Composed:
    """R2: key and personal columns of the batch, from where this session is."""
    return sql.SQL("COPY (SELECT {} FROM {} t JOIN {} r ON {}) TO STDOUT (FORMAT {})").format(
        _columns(f.mapped, "t"), f.base, rows_table(f), row_join(f), _format(f)
    )


def copy_in(f: Fragments, into: Composable) -> Composed:
    """R3: into the table itself, or into the staging table."""
    return sql.SQL("COPY {} ({}) FROM STDIN (FORMAT {})").format(
        into, _columns(f.mapped), _format(f)
    )


def upsert(f: Fragments) -> Composed:
    """R3: staging into the home's table; garbage of a crash is overwritten."""
    return sql.SQL(
        "INSERT INTO {} ({}) SELECT {} FROM {} ON CONFLICT ({}) DO UPDATE SET {}"
    ).format(
        f.base,
        _columns(f.mapped),
        _columns(f.mapped),
        staging_table(f),
        comma(sql.Identifier(column.name) for column in f.mapped.key),
        comma(
            sql.SQL("{} = excluded.{}").format(
                sql.Identifier(column.name), sql.Identifier(column.name)
            )
            for column in f.mapped.written
        ),
    )


def digest(f: Fragments) -> Composed:
    """R2, R4: how many rows of the batch are here, and one digest over all their values.

    Each row's digest is over its key and values as text, with the settings of
    `pg.connection`; their order is by the digests themselves, so no collation matters.
    """
    return sql.SQL(
        "SELECT count(*), sha256(coalesce(string_agg(h, ''::bytea ORDER BY h), ''::bytea))"
        " FROM (SELECT sha256(convert_to(ROW({})::text, 'UTF8')) AS h FROM {} t JOIN {} r ON {}) x"
    ).format(_columns(f.mapped, "t"), f.base, rows_table(f), row_join(f))


def fill(f: Fragments) -> Composed:
    """The hub's personal columns from the staging table."""
    return sql.SQL("UPDATE {} t SET {} FROM {} s WHERE {}").format(
        f.base,
        comma(
            sql.SQL("{} = s.{}").format(sql.Identifier(column.name), sql.Identifier(column.name))
            for column in f.mapped.written
        ),
        staging_table(f),
        same_columns([column.name for column in f.mapped.key], "t", "s"),
    )


def blank(f: Fragments) -> Composed:
    """R6: the hub's personal columns are emptied."""
    return sql.SQL("UPDATE {} t SET {} FROM {} r WHERE {}").format(
        f.base, f.blank_set(), rows_table(f), row_join(f)
    )


def flip(subject: Subject, target: Place) -> Composed:
    """R6: the directory says the new place."""
    keys = key_columns(len(subject.key))
    return sql.SQL(
        "UPDATE {} d SET home = {}, mirrored = {}, since = now() FROM {} c WHERE {}"
    ).format(
        own(naming.directory(subject.kind)),
        sql.Literal(target.home),
        sql.Literal(target.mirrored),
        CLAIMED,
        same_columns(keys, "d", "c"),
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


def _columns(mapped: MappedTable, prefix: str | None = None) -> Composed:
    return comma(qualified(column.name, prefix) for column in mapped.key + mapped.written)


def row_join(f: Fragments) -> Composed:
    """The table's row `t` is that of the batch's key `r`."""
    return equal(fields("t", f.mapped.key), [qualified(name, "r") for name in f.own_keys])


def _is_claimed(f: Fragments) -> Composed:
    keys = key_columns(len(f.mapped.subject.key))
    return sql.SQL("EXISTS (SELECT FROM {} c WHERE {})").format(
        CLAIMED, same_columns(keys, "c", "d")
    )


def _format(f: Fragments) -> sql.SQL:
    portable = all(column.portable for column in f.mapped.key + f.mapped.written)
    return sql.SQL("binary") if portable else sql.SQL("text")
