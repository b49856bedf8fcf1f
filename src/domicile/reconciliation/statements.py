"""The SQL by which a round looks, and by which a restored hub is put right. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from domicile.catalog.model import Subject
from domicile.pg.compose import (
    Composed,
    comma,
    lines,
    own,
    qualified,
    same_columns,
    sql,
    table,
)
from domicile.placement.evidence import evidence_joins, evidence_value
from domicile.relocation.statements import CLAIMED, row_join, rows_table
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.paths import key_columns, to_directory

MAKE_SUSPENDED = sql.SQL("INSERT INTO domicile.home VALUES ({}, {}) ON CONFLICT DO NOTHING").format(
    sql.Literal(naming.SUSPENDED), sql.Literal(naming.SUSPENDED)
)

DROP_SUSPENDED = sql.SQL("DELETE FROM domicile.home WHERE country = {}").format(
    sql.Literal(naming.SUSPENDED)
)


def changed_evidence(subject: Subject) -> Composed:
    """Whether any subject's evidence says something else than the directory."""
    keys = key_columns(len(subject.key))
    return sql.SQL(
        "SELECT EXISTS (SELECT FROM {directory} d JOIN (SELECT {named}, {value} AS found"
        " FROM {table} s {joins}) x ON {same}"
        " WHERE x.found IS NOT NULL AND d.domicile IS DISTINCT FROM x.found)"
    ).format(
        directory=own(naming.directory(subject.kind)),
        named=comma(
            sql.SQL("{} AS {}").format(field, sql.Identifier(name))
            for field, name in zip(fields("s", subject.key), keys, strict=True)
        ),
        value=evidence_value(subject),
        table=table(subject.table.name),
        joins=evidence_joins(subject, "s"),
        same=same_columns(keys, "d", "x"),
    )


def misplaced(subject: Subject, down: Iterable[str], home: str | None) -> Composed:
    """Whether any subject is not where the plan wants them, and both places answer.

    Args:
        home: only subjects who go there or leave it.
    """
    concerned = sql.SQL("true")
    if home is not None:
        concerned = sql.SQL("{} IN (d.home, p.home)").format(sql.Literal(home))
    return sql.SQL(
        "SELECT EXISTS (SELECT FROM {} d LEFT JOIN domicile.placement p"
        " ON p.kind = {} AND p.jurisdiction = d.domicile"
        " WHERE (d.home IS DISTINCT FROM p.home OR d.mirrored <> coalesce(p.mirrored, false))"
        " AND d.domicile IS NOT NULL AND (p.kind IS NULL OR p.home IS NOT NULL)"
        " AND {} AND {} AND {})"
    ).format(
        own(naming.directory(subject.kind)),
        sql.Literal(subject.kind),
        _not_among("d.home", down),
        _not_among("p.home", down),
        concerned,
    )


def unsettled(f: Fragments, down: Iterable[str]) -> Composed:
    """Whether any pinned row can be carried to its subject, or its pin says nothing new."""
    return sql.SQL(
        "SELECT EXISTS (SELECT FROM {} p) AND EXISTS (SELECT FROM {} w WHERE w.pinned"
        " AND w.settled AND {} AND {})"
    ).format(f.pin, f.own("placed"), _not_among("w.home", down), _not_among("w.belongs", down))


def unpurged(f: Fragments, down: Iterable[str]) -> Composed:
    """Whether an old home has rows to forget."""
    return sql.SQL("SELECT EXISTS (SELECT FROM {} p WHERE {})").format(
        f.purge, _not_among("p.home", down)
    )


def _not_among(column: str, down: Iterable[str]) -> Composed:
    alias, name = column.split(".")
    return sql.SQL("coalesce({} <> ALL ({}), true)").format(
        qualified(name, alias), sql.Literal([*sorted(down), naming.SUSPENDED])
    )


def suspended(subject: Subject) -> Composed:
    """How many subjects of a kind are suspended."""
    return sql.SQL("SELECT count(*) FROM {} WHERE home = {}").format(
        own(naming.directory(subject.kind)), sql.Literal(naming.SUSPENDED)
    )


def suspend(subject: Subject, from_homes: Iterable[str], mirrored_at: str | None) -> Composed:
    """Suspend those of the claimed subjects whose place in the directory is out of date.

    Args:
        from_homes: homes that forgotten batches took people from.
        mirrored_at: a home whose mirrored people are meant, instead.
    """
    where = sql.SQL("(d.home IS NULL OR d.home = ANY ({}))").format(
        sql.Literal([*sorted(from_homes), ""])
    )
    if mirrored_at is not None:
        where = sql.SQL("d.home = {} AND d.mirrored").format(sql.Literal(mirrored_at))
    return sql.SQL(
        "UPDATE {} d SET home = {}, mirrored = false, since = now() FROM {} c WHERE {} AND {}"
    ).format(
        own(naming.directory(subject.kind)),
        sql.Literal(naming.SUSPENDED),
        CLAIMED,
        _claimed(subject),
        where,
    )


def keep_suspended(subject: Subject) -> Composed:
    """Of the claimed subjects, only those stay claimed that are suspended."""
    return sql.SQL(
        "DELETE FROM {} c WHERE NOT EXISTS (SELECT FROM {} d WHERE {} AND d.home = {})"
    ).format(
        CLAIMED,
        own(naming.directory(subject.kind)),
        _claimed(subject),
        sql.Literal(naming.SUSPENDED),
    )


def lock_claimed(subject: Subject) -> Composed:
    """Lock the claimed subjects in the order of their keys."""
    keys = comma(qualified(name, "d") for name in key_columns(len(subject.key)))
    return sql.SQL("SELECT FROM {} d JOIN {} c ON {} ORDER BY {} FOR UPDATE OF d").format(
        own(naming.directory(subject.kind)), CLAIMED, _claimed(subject), keys
    )


def give_home(subject: Subject, country: str) -> Composed:
    """The directory says of the claimed subjects that they live at that home."""
    return sql.SQL(
        "UPDATE {} d SET home = {}, mirrored = false, since = now() FROM {} c WHERE {}"
    ).format(own(naming.directory(subject.kind)), sql.Literal(country), CLAIMED, _claimed(subject))


def claimed_rows(f: Fragments) -> Composed:
    """The claimed subjects' rows are the batch, but for those that are pinned."""
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


def values(f: Fragments) -> Composed:
    """Each row of the batch that is here: key parts as text, digest, whether it has a value."""
    held = [sql.SQL("{} IS NOT NULL").format(field) for field in fields("t", f.mapped.written)]
    return sql.SQL("SELECT {}, {}, ({}) FROM {} t JOIN {} r ON {}").format(
        key_texts(f), _digest(f), lines(held, " OR "), f.base, rows_table(f), row_join(f)
    )


def values_at(f: Fragments, country: str) -> Composed:
    """Rows of the batch that live at that home: key parts as text, mirrored, digest."""
    return sql.SQL(
        "SELECT {}, w.mirrored, {} FROM {} r JOIN {} w ON {} JOIN {} t ON {} WHERE w.home = {}"
    ).format(
        key_texts(f),
        _digest(f),
        rows_table(f),
        f.own("placed"),
        same_columns(f.own_keys, "w", "r"),
        f.base,
        row_join(f),
        sql.Literal(country),
    )


def blank(f: Fragments) -> Composed:
    """The hub's personal columns of the batch are emptied."""
    return sql.SQL("UPDATE {} t SET {} FROM {} r WHERE {}").format(
        f.base, f.blank_set(), rows_table(f), row_join(f)
    )


def pin_here(f: Fragments) -> Composed:
    """The batch's rows are whole in the hub, wherever their subject lives."""
    return sql.SQL("INSERT INTO {} SELECT {}, NULL, false FROM {} r ON CONFLICT DO NOTHING").format(
        f.pin, comma(qualified(name, "r") for name in f.own_keys), rows_table(f)
    )


def unknown(f: Fragments) -> Composed:
    """Keys of the batch that no row here has."""
    return sql.SQL("SELECT {} FROM {} r WHERE NOT EXISTS (SELECT FROM {} t WHERE {})").format(
        key_texts(f), rows_table(f), f.base, row_join(f)
    )


def key_texts(f: Fragments) -> Composed:
    """The key parts of the batch's row `r` as text."""
    return comma(sql.SQL("{}::text").format(qualified(name, "r")) for name in f.own_keys)


def _claimed(subject: Subject) -> Composed:
    return same_columns(key_columns(len(subject.key)), "d", "c")


def _digest(f: Fragments) -> Composed:
    return sql.SQL("sha256(convert_to(ROW({})::text, 'UTF8'))").format(
        comma(fields("t", f.mapped.key + f.mapped.written))
    )


def owners(f: Fragments) -> Composed:
    """The subjects of the batch's rows are claimed; a pinned row says nothing of its subject."""
    return sql.SQL(
        "INSERT INTO {} SELECT DISTINCT {} FROM {} t JOIN {} r ON {}"
        " CROSS JOIN LATERAL (SELECT d.* {}) o WHERE NOT EXISTS (SELECT FROM {} p WHERE {})"
    ).format(
        CLAIMED,
        comma(qualified(name, "o") for name in key_columns(len(f.mapped.subject.key))),
        f.base,
        rows_table(f),
        row_join(f),
        to_directory(f.mapped, fields("t", f.mapped.entry)),
        f.pin,
        same_columns(f.own_keys, "p", "r"),
    )
