"""The SQL of `verify`, over the keys of one chunk. Pure."""

from __future__ import annotations

from domicile.catalog.model import Subject
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    equal,
    lines,
    own,
    qualified,
    sql,
    table,
)
from domicile.relocation.statements import rows_table
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.paths import key_columns


def places(f: Fragments) -> Composed:
    """For each row of the chunk that is not plainly local and whole: where it lives, and flaws.

    Columns: key parts as text, home, mirrored, leak, lost, digest of a mirrored row.
    """
    values = fields("t", f.mapped.written)
    holds = lines([sql.SQL("{} IS NOT NULL").format(value) for value in values], " OR ")
    return sql.SQL(
        "SELECT {}, w.home, w.mirrored,"
        " w.home IS NOT NULL AND NOT w.mirrored AND ({}),"
        " {}, CASE WHEN w.mirrored THEN {} END"
        " FROM {} r JOIN {} w ON {} JOIN {} t ON {} WHERE w.home IS NOT NULL OR {}"
    ).format(
        _key_texts(f, "r"),
        holds,
        _lost(f),
        _digest(f),
        rows_table(f),
        f.own("placed"),
        equal(_keys(f, "w"), _keys(f, "r")),
        f.base,
        equal(fields("t", f.mapped.key), _keys(f, "r")),
        _lost(f),
    )


def at_home(f: Fragments) -> Composed:
    """For each key of the chunk: is the row here, and the digest of its values."""
    return sql.SQL("SELECT {}, {} IS NOT NULL, {} FROM {} r LEFT JOIN {} t ON {}").format(
        _key_texts(f, "r"),
        fields("t", f.mapped.key)[0],
        _digest(f),
        rows_table(f),
        f.base,
        equal(fields("t", f.mapped.key), _keys(f, "r")),
    )


def unregistered(subject: Subject) -> Composed:
    """Subjects without a directory row."""
    keys = key_columns(len(subject.key))
    return sql.SQL("SELECT {} FROM {} s WHERE NOT EXISTS (SELECT FROM {} d WHERE {})").format(
        comma(sql.SQL("{}::text").format(field) for field in fields("s", subject.key)),
        table(subject.table.name),
        own(naming.directory(subject.kind)),
        equal([qualified(name, "d") for name in keys], fields("s", subject.key)),
    )


def ghosts(subject: Subject) -> Composed:
    """Directory rows without a subject."""
    keys = key_columns(len(subject.key))
    return sql.SQL("SELECT {} FROM {} d WHERE NOT EXISTS (SELECT FROM {} s WHERE {})").format(
        comma(sql.SQL("{}::text").format(qualified(name, "d")) for name in keys),
        own(naming.directory(subject.kind)),
        table(subject.table.name),
        equal([qualified(name, "d") for name in keys], fields("s", subject.key)),
    )


def _lost(f: Fragments) -> Composable:
    if f.mapped.marker is None:
        return sql.SQL("false")
    blank = [
        sql.SQL("{} IS NULL").format(field)
        for field in fields("t", [c for c in f.mapped.written if c.not_null])
    ]
    return sql.SQL("((w.home IS NULL OR w.mirrored) AND ({}))").format(lines(blank, " OR "))


def _digest(f: Fragments) -> Composed:
    return sql.SQL("sha256(convert_to(ROW({})::text, 'UTF8'))").format(
        comma(fields("t", f.mapped.key + f.mapped.written))
    )


def _keys(f: Fragments, alias: str) -> list[Composable]:
    return [qualified(name, alias) for name in f.own_keys]


def _key_texts(f: Fragments, alias: str) -> Composed:
    return comma(sql.SQL("{}::text").format(key) for key in _keys(f, alias))
