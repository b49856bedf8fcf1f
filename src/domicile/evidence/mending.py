"""The SQL of the remedies, over rows that are named by their keys. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from domicile.catalog.model import Subject
from domicile.evidence.by_key import asked, asked_subjects, row_is_asked
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    equal,
    own,
    qualified,
    same_columns,
    sql,
    table,
)
from domicile.placement.evidence import evidence_joins, evidence_value
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.paths import key_columns, to_directory

_STAGING = sql.Identifier("pg_temp", "domicile_mending")


def blank(f: Fragments) -> Composed:
    """The hub's personal columns of the rows are emptied."""
    return sql.SQL("UPDATE {} t SET {} FROM {} WHERE {}").format(
        f.base, f.blank_set(), asked(f), row_is_asked(f)
    )


def delete(f: Fragments) -> Composed:
    """The rows are gone from a home."""
    return sql.SQL("DELETE FROM {} t USING {} WHERE {}").format(f.base, asked(f), row_is_asked(f))


def copy_out(f: Fragments, keys: str) -> Composed:
    """Key and personal columns of the rows; COPY takes no parameters, so the keys are in it."""
    return sql.SQL("COPY (SELECT {} FROM {} t JOIN {} ON {}) TO STDOUT (FORMAT {})").format(
        _columns(f, "t"), f.base, asked(f, sql.Literal(keys)), row_is_asked(f), _format(f)
    )


def copy_in(f: Fragments, *, staged: bool) -> Composed:
    """Into the table itself, or into the staging table."""
    into = _STAGING if staged else f.base
    return sql.SQL("COPY {} ({}) FROM STDIN (FORMAT {})").format(into, _columns(f), _format(f))


def make_staging(f: Fragments) -> Composed:
    """A table for this transaction, of the key and personal columns, without constraints."""
    return sql.SQL("CREATE TEMP TABLE {} ON COMMIT DROP AS SELECT {} FROM {} WITH NO DATA").format(
        sql.Identifier("domicile_mending"), _columns(f), f.base
    )


def drop_staging() -> Composed:
    """The staging table goes before the transaction does."""
    return sql.SQL("DROP TABLE {}").format(_STAGING)


def take_staged(f: Fragments, *, only_empty: bool) -> Composed:
    """The rows get the staged values: all of them, or only where they have none."""
    return sql.SQL("UPDATE {} t SET {} FROM {} s WHERE {}").format(
        f.base,
        comma(_staged(column.name, only_empty=only_empty) for column in f.mapped.written),
        _STAGING,
        same_columns([column.name for column in f.mapped.key], "t", "s"),
    )


def domiciles(f: Fragments) -> Composed:
    """The domiciles of each asked row's subjects: n, and an array of them."""
    return sql.SQL("SELECT r.n, ARRAY(SELECT d.domicile {}) FROM {} JOIN {} t ON {}").format(
        to_directory(f.mapped, fields("t", f.mapped.entry)), asked(f), f.base, row_is_asked(f)
    )


def lock_subjects(subject: Subject) -> Composed:
    """Which asked subjects have no directory row or one that could be locked: n, and its home."""
    names = key_columns(len(subject.key))
    directory = own(naming.directory(subject.kind))
    keys = [qualified(name, "r") for name in names]
    return sql.SQL(
        "WITH held AS MATERIALIZED (SELECT r.n, d.home FROM {asked} JOIN {directory} d ON {same}"
        " FOR UPDATE OF d SKIP LOCKED)"
        " SELECT r.n, h.home FROM {asked} LEFT JOIN held h ON h.n = r.n WHERE h.n IS NOT NULL"
        " OR NOT EXISTS (SELECT FROM {directory} d WHERE {same})"
    ).format(
        asked=asked_subjects(subject),
        directory=directory,
        same=equal([qualified(name, "d") for name in names], keys),
    )


def unlist(subject: Subject) -> Composed:
    """The directory forgets the asked subjects, those that there are not."""
    names = key_columns(len(subject.key))
    keys: Sequence[Composable] = [qualified(name, "r") for name in names]
    return sql.SQL(
        "DELETE FROM {} d USING {} WHERE {} AND NOT EXISTS (SELECT FROM {} s WHERE {})"
    ).format(
        own(naming.directory(subject.kind)),
        asked_subjects(subject),
        equal([qualified(name, "d") for name in names], keys),
        table(subject.table.name),
        equal(fields("s", subject.key), keys),
    )


def register(subject: Subject) -> Composed:
    """The asked subjects are in the directory, living in the hub, their evidence read."""
    names = key_columns(len(subject.key))
    return sql.SQL(
        "INSERT INTO {} ({}, domicile) SELECT {}, {} FROM {} JOIN {} s ON {} {}"
        " ON CONFLICT DO NOTHING"
    ).format(
        own(naming.directory(subject.kind)),
        comma(sql.Identifier(name) for name in names),
        comma(fields("s", subject.key)),
        evidence_value(subject),
        asked_subjects(subject),
        table(subject.table.name),
        equal(fields("s", subject.key), [qualified(name, "r") for name in names]),
        evidence_joins(subject, "s"),
    )


def _staged(name: str, *, only_empty: bool) -> Composed:
    here, staged = qualified(name, "t"), qualified(name, "s")
    value: Composable = staged
    if only_empty:
        value = sql.SQL("CASE WHEN {} IS NOT DISTINCT FROM NULL THEN {} ELSE {} END").format(
            here, staged, here
        )
    return sql.SQL("{} = {}").format(sql.Identifier(name), value)


def _columns(f: Fragments, prefix: str | None = None) -> Composed:
    return comma(qualified(column.name, prefix) for column in f.mapped.key + f.mapped.written)


def _format(f: Fragments) -> sql.SQL:
    portable = all(column.portable for column in f.mapped.key + f.mapped.written)
    return sql.SQL("binary") if portable else sql.SQL("text")
