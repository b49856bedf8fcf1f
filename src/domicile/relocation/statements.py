"""The SQL of a batch, R1 to R6, for one mapped table. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domicile.catalog.model import Column, Subject
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    equal,
    own,
    qualified,
    raw,
    same_columns,
    sql,
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


def claimed_table(subject: Subject) -> Composed:
    """The session's table of the batch's subjects: their keys, and where the directory has them."""
    columns = [*_key_columns(subject.key), sql.SQL("here tid")]
    return sql.SQL("CREATE TEMP TABLE {} ({}) ON COMMIT DELETE ROWS").format(
        CLAIMED, comma(columns)
    )


def key_table(name: Composable, keys: Sequence[Column], *, keep: bool) -> Composed:
    """A temporary table of keys k1.., whose rows are kept over a commit or not."""
    kept = sql.SQL("PRESERVE ROWS") if keep else sql.SQL("DELETE ROWS")
    return sql.SQL("CREATE TEMP TABLE {} ({}) ON COMMIT {}").format(
        name, comma(_key_columns(keys)), kept
    )


def _key_columns(keys: Sequence[Column]) -> list[Composable]:
    names = key_columns(len(keys))
    return [
        sql.SQL("{} {}").format(sql.Identifier(name), raw(column.type))
        for name, column in zip(names, keys, strict=True)
    ]


def digest_column(f: Fragments) -> str:
    """What the staging table calls the digest: no column of the application's table."""
    name = "domicile_digest"
    while name in f.mapped.table.by_name:
        name += "_"
    return name


def make_staging(f: Fragments, *, keep: bool) -> Composed:
    """A temporary table of the key and personal columns and the row's digest, no constraints."""
    return sql.SQL(
        "CREATE TEMP TABLE {} ON COMMIT {} AS SELECT {}, NULL::bytea AS {} FROM {} WITH NO DATA"
    ).format(
        staging_table(f),
        sql.SQL("PRESERVE ROWS") if keep else sql.SQL("DELETE ROWS"),
        columns(f),
        sql.Identifier(digest_column(f)),
        f.base,
    )


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


def select_rows(f: Fragments) -> Composed:
    """R1: lock the claimed subjects' rows and keep their keys, but for those pinned elsewhere.

    Nobody is waited for: a row that somebody has ends the statement with lock_not_available.
    """
    return sql.SQL(
        "INSERT INTO {} SELECT {} FROM {} t WHERE EXISTS (SELECT {})"
        " AND NOT EXISTS (SELECT FROM {} p WHERE {}) FOR {} OF t NOWAIT"
    ).format(
        rows_table(f),
        comma(fields("t", f.mapped.key)),
        f.base,
        to_directory(f.mapped, fields("t", f.mapped.entry), CLAIMED),
        f.pin,
        f.keys_are("p", fields("t", f.mapped.key)),
        _lock_of(f),
    )


def drop_shared(f: Fragments, trip: Trip) -> Composed:
    """R1: a shared row goes with the last of its people, from where it is now.

    Asked when the row is locked: of two movers with one of its people each, the second sees
    what the first has done.
    """
    return sql.SQL(
        "DELETE FROM {} r USING {} t WHERE {}"
        " AND ({} OR NOT EXISTS (SELECT FROM {} w WHERE {} AND {} AND NOT w.pinned))"
    ).format(
        rows_table(f),
        f.base,
        row_join(f),
        _waits(f, trip.target),
        f.own("placed"),
        same_columns(f.own_keys, "w", "r"),
        at(trip.source, "w"),
    )


def drop_waiting(f: Fragments, target: Place) -> Composed:
    """Leave in the batch only shared rows whose other people are all at the target."""
    return sql.SQL("DELETE FROM {} r USING {} t WHERE {} AND {}").format(
        rows_table(f), f.base, row_join(f), _waits(f, target)
    )


def _waits(f: Fragments, target: Place) -> Composed:
    """Some of the people of row `t` are neither in the batch nor at the target."""
    return sql.SQL("EXISTS (SELECT {} AND ({}) IS NOT TRUE AND NOT {})").format(
        to_directory(f.mapped, fields("t", f.mapped.entry)), at(target, "d"), _is_claimed(f)
    )


def lock_rows(f: Fragments) -> Composed:
    """Lock the batch's rows without waiting; fewer than were selected: somebody has one."""
    return sql.SQL(
        "WITH locked AS MATERIALIZED (SELECT 1 FROM {} t JOIN {} r ON {}"
        " FOR {} OF t SKIP LOCKED) SELECT count(*) FROM locked"
    ).format(f.base, rows_table(f), row_join(f), _lock_of(f))


def _lock_of(f: Fragments) -> sql.SQL:
    """The row lock that blanking will need.

    Where a personal column is part of a key that others may reference, that is the stronger
    one: taken when the row is claimed or not at all, so that no mover waits for the application.
    """
    blanked = {column.name for column in f.mapped.written}
    referable = any(unique.columns & blanked for unique in f.mapped.table.uniques)
    return sql.SQL("UPDATE") if referable else sql.SQL("NO KEY UPDATE")


def copy_out(f: Fragments) -> Composed:
    """R2: key, personal columns and digest of the batch's rows, from where this session is."""
    return sql.SQL("COPY (SELECT {}, {} FROM {} t JOIN {} r ON {}) TO STDOUT (FORMAT {})").format(
        columns(f, "t"), digest(f, "t"), f.base, rows_table(f), row_join(f), _format(f)
    )


def blank_out(f: Fragments) -> Composed:
    """R2 where the hub is to forget: the rows are read and blanked in one pass.

    RETURNING gives the values as they were, over a second look at the same row versions: all of
    them are locked by R1. Nothing is blank for anybody else before R6.
    """
    return sql.SQL(
        "COPY (UPDATE {base} t SET {blank} FROM {rows} r JOIN {base} o ON {same}"
        " WHERE t.ctid = o.ctid RETURNING {columns}, {digest}) TO STDOUT (FORMAT {format})"
    ).format(
        base=f.base,
        blank=f.blank_set(),
        rows=rows_table(f),
        same=equal(fields("o", f.mapped.key), [qualified(name, "r") for name in f.own_keys]),
        columns=columns(f, "o"),
        digest=digest(f, "o"),
        format=_format(f),
    )


def copy_in(f: Fragments) -> Composed:
    """R3: into the staging table."""
    return sql.SQL("COPY {} FROM STDIN (FORMAT {})").format(staging_table(f), _format(f))


def insert(f: Fragments, *, over: bool) -> Composed:
    """R3: staging into the home's table; `over` the garbage of a crash, where there is some."""
    statement = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(
        f.base, columns(f), columns(f), staging_table(f)
    )
    if not over:
        return statement
    return sql.SQL("{} ON CONFLICT ({}) DO UPDATE SET {}").format(
        statement,
        comma(sql.Identifier(column.name) for column in f.mapped.key),
        comma(
            sql.SQL("{} = excluded.{}").format(
                sql.Identifier(column.name), sql.Identifier(column.name)
            )
            for column in f.mapped.written
        ),
    )


def compare(f: Fragments) -> Composed:
    """R4: how many rows here are what the source's server digested, and one digest over all.

    The order of the latter is by the digests themselves, so no collation matters.
    """
    return sql.SQL(
        "SELECT count(*), sha256(coalesce(string_agg(s.{h}, ''::bytea ORDER BY s.{h}), ''::bytea))"
        " FROM {staging} s JOIN {base} t ON {same} WHERE {digest} = s.{h}"
    ).format(
        h=sql.Identifier(digest_column(f)),
        staging=staging_table(f),
        base=f.base,
        same=same_columns([column.name for column in f.mapped.key], "t", "s"),
        digest=digest(f, "t"),
    )


def digest(f: Fragments, alias: str) -> Composed:
    """SHA-256 over a row's key and values as text, with the settings of `pg.connection`."""
    return sql.SQL("sha256(convert_to(ROW({})::text, 'UTF8'))").format(columns(f, alias))


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


def flip(subject: Subject, target: Place) -> Composed:
    """R6: the directory says the new place. Its rows are locked: they are where R1 found them."""
    return sql.SQL(
        "UPDATE {} d SET home = {}, mirrored = {}, since = now() FROM {} c WHERE d.ctid = c.here"
    ).format(
        own(naming.directory(subject.kind)),
        sql.Literal(target.home),
        sql.Literal(target.mirrored),
        CLAIMED,
    )


def columns(f: Fragments, prefix: str | None = None) -> Composed:
    """The key and personal columns: what a home has of the table."""
    return comma(qualified(column.name, prefix) for column in f.mapped.key + f.mapped.written)


def row_join(f: Fragments) -> Composed:
    """The table's row `t` is that of the batch's key `r`."""
    return row_is(f, "r")


def row_is(f: Fragments, alias: str) -> Composed:
    """The table's row `t` has the own key columns k1.. at `alias`."""
    return f.keys_are(alias, fields("t", f.mapped.key))


def _is_claimed(f: Fragments) -> Composed:
    keys = key_columns(len(f.mapped.subject.key))
    return is_among([qualified(name, "d") for name in keys], keys, CLAIMED)


def is_among(values: Iterable[Composable], columns: Iterable[str], table: Composable) -> Composed:
    """The values are a row of the temporary table: hashed once, not searched for every row."""
    return sql.SQL("(ROW({}) IN (SELECT {} FROM {}))").format(
        comma(values), comma(sql.Identifier(name) for name in columns), table
    )


def _format(f: Fragments) -> sql.SQL:
    portable = all(column.portable for column in f.mapped.key + f.mapped.written)
    return sql.SQL("binary") if portable else sql.SQL("text")
