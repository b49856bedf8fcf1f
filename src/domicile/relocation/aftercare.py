"""The SQL of what follows a move: pins, purges, and the search for strays. Pure."""

from __future__ import annotations

from domicile.catalog.model import Subject
from domicile.pg.compose import Composed, comma, own, qualified, raw, same_columns, sql
from domicile.relocation.model import Trip
from domicile.relocation.statements import CLAIMED, at, is_among, row_join, rows_table
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.paths import key_columns, to_directory


def unpin(f: Fragments) -> Composed:
    """R6: the batch's rows are where their subject is again."""
    return sql.SQL("DELETE FROM {} p USING {} r WHERE {}").format(
        f.pin, rows_table(f), same_columns(f.own_keys, "p", "r")
    )


def queue_purge(f: Fragments, home: str) -> Composed:
    """R6: the old home forgets the rows once no snapshot from before this commit is left."""
    return sql.SQL(
        "INSERT INTO {} SELECT {}, {}, pg_current_xact_id() FROM {} r"
        " ON CONFLICT (home, {}) DO UPDATE SET after = excluded.after"
    ).format(
        f.purge,
        comma(qualified(name, "r") for name in f.own_keys),
        sql.Literal(home),
        rows_table(f),
        comma(sql.Identifier(name) for name in f.own_keys),
    )


def strand(f: Fragments, trip: Trip) -> Composed:
    """A shared row that stays while one of its subjects goes is pinned where it is."""
    return sql.SQL(
        "INSERT INTO {} SELECT {}, w.home, w.mirrored FROM {} t CROSS JOIN LATERAL"
        " (SELECT w.home, w.mirrored FROM {} w"
        " WHERE {} AND NOT w.pinned AND ({}) IS NOT TRUE OFFSET 0) w"
        " WHERE EXISTS (SELECT {}) AND NOT {} ON CONFLICT DO NOTHING"
    ).format(
        f.pin,
        comma(fields("t", f.mapped.key)),
        f.base,
        f.own("placed"),
        f.keys_are("w", fields("t", f.mapped.key)),
        at(trip.target, "w"),
        to_directory(f.mapped, fields("t", f.mapped.entry), CLAIMED),
        is_among(fields("t", f.mapped.key), f.own_keys, rows_table(f)),
    )


def select_pinned(f: Fragments, trip: Trip, size: int) -> Composed:
    """The next rows that are pinned at the trip's source while their subject is at its target."""
    return sql.SQL("INSERT INTO {} SELECT {} FROM {} w WHERE {} LIMIT {}").format(
        rows_table(f),
        comma(qualified(name, "w") for name in f.own_keys),
        f.own("placed"),
        _pinned_for(trip),
        sql.Literal(size),
    )


def pinned_trips(f: Fragments) -> Composed:
    """Trips that pinned rows have to make to be with their subject."""
    return sql.SQL(
        "SELECT w.home, w.mirrored, w.belongs, w.belongs_mirrored, count(*) FROM {} w"
        " WHERE w.pinned AND w.settled GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
    ).format(f.own("placed"))


def claim_owners(f: Fragments) -> Composed:
    """The subjects of the rows in the batch, to be locked with `lock_owners`."""
    return sql.SQL(
        "INSERT INTO {} SELECT DISTINCT {} FROM {} t JOIN {} r ON {}"
        " CROSS JOIN LATERAL (SELECT d.* {}) o"
    ).format(
        CLAIMED,
        comma(qualified(name, "o") for name in key_columns(len(f.mapped.subject.key))),
        f.base,
        rows_table(f),
        row_join(f),
        to_directory(f.mapped, fields("t", f.mapped.entry)),
    )


def lock_owners(subject: Subject) -> Composed:
    """Lock the claimed subjects without waiting; how many could be locked."""
    keys = key_columns(len(subject.key))
    return sql.SQL(
        "WITH locked AS MATERIALIZED (SELECT 1 FROM {} d JOIN {} c ON {}"
        " FOR UPDATE OF d SKIP LOCKED) SELECT count(*) FROM locked"
    ).format(own(naming.directory(subject.kind)), CLAIMED, same_columns(keys, "d", "c"))


def lock_free(f: Fragments) -> Composed:
    """Lock the batch's rows without waiting; true when nobody else holds one that is there."""
    return sql.SQL(
        "WITH locked AS MATERIALIZED (SELECT 1 FROM {base} t JOIN {rows} r ON {same}"
        " FOR NO KEY UPDATE OF t SKIP LOCKED)"
        " SELECT (SELECT count(*) FROM locked) = count(*) FROM {base} t JOIN {rows} r ON {same}"
    ).format(base=f.base, rows=rows_table(f), same=row_join(f))


def select_purge(f: Fragments, home: str, size: int) -> Composed:
    """Rows that a home may forget: no snapshot from before their return is left."""
    return sql.SQL(
        "INSERT INTO {} SELECT {} FROM {} p WHERE p.home = {} AND age(p.after::xid) > coalesce("
        "(SELECT max(age(a.backend_xmin)) FROM pg_stat_activity a WHERE a.pid <> pg_backend_pid()"
        " AND a.datname = current_database()), -1) LIMIT {} FOR UPDATE SKIP LOCKED"
    ).format(
        rows_table(f),
        comma(qualified(name, "p") for name in f.own_keys),
        f.purge,
        sql.Literal(home),
        sql.Literal(size),
    )


def forget_purge(f: Fragments, home: str) -> Composed:
    """That home need not purge the batch's rows; waits while they are being purged."""
    return sql.SQL("DELETE FROM {} p USING {} r WHERE {} AND p.home = {}").format(
        f.purge, rows_table(f), same_columns(f.own_keys, "p", "r"), sql.Literal(home)
    )


def drop_resident(f: Fragments, home: str) -> Composed:
    """Leave in the batch only keys of rows that do not live at that home."""
    return sql.SQL(
        "DELETE FROM {} r WHERE EXISTS (SELECT FROM {} w WHERE {} AND w.home = {})"
    ).format(rows_table(f), f.own("placed"), same_columns(f.own_keys, "w", "r"), sql.Literal(home))


def drop_purged(f: Fragments, home: str) -> Composed:
    """Leave in the batch only keys of rows that the home is not to forget anyway."""
    return sql.SQL("DELETE FROM {} r USING {} p WHERE {} AND p.home = {}").format(
        rows_table(f), f.purge, same_columns(f.own_keys, "p", "r"), sql.Literal(home)
    )


def drop_settled(f: Fragments, trip: Trip) -> Composed:
    """Leave in the batch only keys of rows that are still pinned at the trip's source."""
    return sql.SQL("DELETE FROM {} r WHERE NOT EXISTS (SELECT FROM {} w WHERE {} AND {})").format(
        rows_table(f),
        f.own("placed"),
        same_columns(f.own_keys, "w", "r"),
        _pinned_for(trip),
    )


def delete_rows(f: Fragments) -> Composed:
    """The batch's rows are gone from this server's table."""
    return sql.SQL("DELETE FROM {} t USING {} r WHERE {}").format(
        f.base, rows_table(f), row_join(f)
    )


def next_keys(f: Fragments, *, after: bool, size: int) -> Composed:
    """The next keys of a home's table, in the order of that server."""
    keys = fields("t", f.mapped.key)
    conditions = sql.SQL("true")
    if after:
        last = comma(sql.SQL("%s::{}").format(raw(column.type)) for column in f.mapped.key)
        conditions = sql.SQL("ROW({}) > ROW({})").format(comma(keys), last)
    return sql.SQL(
        "INSERT INTO {} SELECT {} FROM {} t WHERE {} ORDER BY {} LIMIT {} RETURNING {}"
    ).format(
        rows_table(f),
        comma(keys),
        f.base,
        conditions,
        comma(keys),
        sql.Literal(size),
        comma(sql.SQL("{}::text").format(sql.Identifier(name)) for name in f.own_keys),
    )


def _pinned_for(trip: Trip) -> Composed:
    return sql.SQL(
        "w.pinned AND w.settled AND {} AND w.belongs IS NOT DISTINCT FROM {}"
        " AND w.belongs_mirrored = {}"
    ).format(at(trip.source, "w"), sql.Literal(trip.target.home), sql.Literal(trip.target.mirrored))
