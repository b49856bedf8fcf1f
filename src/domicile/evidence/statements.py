"""The SQL of a walk over a table in the order of its key, chunk by chunk. Pure.

Parameters: `after` and `upto`, the key's parts as text[], where a chunk has that bound; `salt`,
bytes that digests begin with, so that nobody can look up what a short value's digest is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domicile.catalog.model import Column, Subject
from domicile.evidence.model import Key
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    equal,
    every,
    lines,
    own,
    qualified,
    raw,
    sql,
    table,
)
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.functions import SHARED_HOME
from domicile.residence.paths import key_columns, to_directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The keys after one and up to another, that one included; None is open."""

    after: Key | None = None
    upto: Key | None = None

    def parameters(self) -> dict[str, object]:
        """What the statements over this span want."""
        bounds = {"after": self.after, "upto": self.upto}
        return {name: list(key) for name, key in bounds.items() if key is not None}


def within(values: Sequence[Composable], key: Sequence[Column], span: Span) -> Composed:
    """The key at these expressions is in the span."""
    conditions: list[Composable] = [sql.SQL("true")]
    listed = comma(values)
    if span.after is not None:
        bound = _bound(sql.SQL("(%(after)s::text[])"), key)
        conditions.append(sql.SQL("ROW({}) > ROW({})").format(listed, bound))
    if span.upto is not None:
        bound = _bound(sql.SQL("(%(upto)s::text[])"), key)
        conditions.append(sql.SQL("ROW({}) <= ROW({})").format(listed, bound))
    return every(conditions)


def bound(name: Composable, key: Sequence[Column], span: Span, size: int) -> Composed:
    """The key, as text, at which a chunk of that many rows ends; no row when fewer are left."""
    keys = fields("t", key)
    return sql.SQL("SELECT {} FROM {} t WHERE {} ORDER BY {} OFFSET {} LIMIT 1").format(
        _texts(keys), name, within(keys, key, span), comma(keys), sql.Literal(size - 1)
    )


def count(name: Composable, key: Sequence[Column], span: Span) -> Composed:
    """How many rows are in the span."""
    keys = fields("t", key)
    return sql.SQL("SELECT count(*) FROM {} t WHERE {}").format(name, within(keys, key, span))


def hub_chunk(f: Fragments, span: Span) -> Composed:
    """The chunk in the hub, one row per place.

    Columns: home (NULL is the hub), rows, how many of them are mirrored, how many are flawed, and
    a digest: of the keys of rows that live there alone, and of the rows that are mirrored there.
    Subjects without a directory row and directory rows without a subject are flawed too.
    """
    return sql.SQL(
        "SELECT x.home, count(*) FILTER (WHERE x.here),"
        " count(*) FILTER (WHERE x.here AND x.mirrored), count(*) FILTER (WHERE x.flawed),"
        " sha256(convert_to(string_agg(x.moved, E'\\n'), 'UTF8')), sha256(string_agg(x.same, ''))"
        " FROM (SELECT {home} AS home, {mirrored} AS mirrored, {here} AS here,"
        " ({flawed}) AS flawed,"
        " CASE WHEN {here} AND {home} IS NOT NULL AND NOT {mirrored} THEN {key} END AS moved,"
        " CASE WHEN {here} AND {mirrored} THEN {digest} END AS same"
        " FROM {rows} ORDER BY {order}) x GROUP BY 1"
    ).format(
        home=HOME,
        mirrored=MIRRORED,
        here=_here(f),
        flawed=_flawed(f),
        key=_key_text(f),
        digest=_plain_digest(f),
        rows=placed(f, span),
        order=comma(fields("t", f.mapped.key)),
    )


def flawed(f: Fragments, span: Span) -> Composed:
    """The keys of the hub's rows in the span that a look at the hub alone finds wrong."""
    return sql.SQL("SELECT {} FROM {} WHERE {} AND ({})").format(
        _texts(fields("t", f.mapped.key)), placed(f, span), _here(f), _flawed(f)
    )


def residents(f: Fragments, span: Span) -> Composed:
    """The rows of the span that live at a home: key, home, digest if mirrored, purged.

    What a home waits to forget is among them, `purged`: it may be there or not.
    """
    purge_keys = [qualified(name, "q") for name in f.own_keys]
    return sql.SQL(
        "SELECT {}, {}, CASE WHEN {} THEN {} END, false FROM {} WHERE {} AND {} IS NOT NULL"
        " UNION ALL SELECT {}, q.home, NULL, true FROM {} q WHERE {}"
    ).format(
        _texts(fields("t", f.mapped.key)),
        HOME,
        MIRRORED,
        row_digest(f),
        placed(f, span),
        _here(f),
        HOME,
        _texts(purge_keys),
        f.purge,
        within(purge_keys, f.mapped.key, span),
    )


def home_chunk(f: Fragments, span: Span, *, values: bool) -> Composed:
    """The chunk at a home: rows, how many lack a value that they must have, and their digest.

    Args:
        values: over keys and values, as of mirrored rows; over the keys alone otherwise.

    At most `most` rows are read: more than the hub has are too many anyway.
    """
    keys = comma(fields("t", f.mapped.key))
    digest = (
        sql.SQL("sha256(string_agg(x.piece, ''))")
        if values
        else sql.SQL("sha256(convert_to(string_agg(x.piece, E'\\n'), 'UTF8'))")
    )
    return sql.SQL(
        "SELECT count(*), count(*) FILTER (WHERE x.lacking), {} FROM"
        " (SELECT {} AS piece, ({}) AS lacking FROM {} t WHERE {} ORDER BY {} LIMIT %(most)s) x"
    ).format(
        digest,
        _plain_digest(f) if values else _key_text(f),
        lacking(f),
        f.base,
        within(fields("t", f.mapped.key), f.mapped.key, span),
        keys,
    )


def home_page(f: Fragments, span: Span, size: int, *, values: bool) -> Composed:
    """The next rows of a home in the span: key, whether a value is lacking, digest if wanted."""
    keys = fields("t", f.mapped.key)
    return sql.SQL("SELECT {}, {}, {} FROM {} t WHERE {} ORDER BY {} LIMIT {}").format(
        _texts(keys),
        lacking(f),
        row_digest(f) if values else sql.SQL("NULL"),
        f.base,
        within(keys, f.mapped.key, span),
        comma(keys),
        sql.Literal(size),
    )


def registry(subject: Subject, span: Span) -> Composed:
    """Subjects and directory rows in the span that lack each other: key, is it a ghost."""
    own_keys = key_columns(len(subject.key))
    both = [
        sql.SQL("coalesce({}, {})::text").format(here, there)
        for here, there in zip(
            fields("t", subject.key), [qualified(name, "w") for name in own_keys], strict=True
        )
    ]
    missing = sql.SQL("{} IS NULL").format(fields("t", subject.key)[0])
    return sql.SQL("SELECT {}, {} FROM {} WHERE {} OR w.k1 IS NULL").format(
        comma(both), missing, _subjects(subject, span), missing
    )


def placed(f: Fragments, span: Span) -> Composed:
    """The hub's rows `t` in the span with the place `w` of their subjects and their pin `p`."""
    key = fields("t", f.mapped.key)
    pins = [qualified(name, "p") for name in f.own_keys]
    if f.mapped.is_subject:
        rows: Composable = _subjects(f.mapped.subject, span)
        way: Composable = sql.SQL("")
    else:
        rows = _in_span(f.base, f.mapped.key, span)
        way = place_of(f)
    return sql.SQL("{} LEFT JOIN (SELECT p.* FROM {} p WHERE {}) p ON {} {}").format(
        rows, f.pin, within(pins, f.mapped.key, span), equal(pins, key), way
    )


def place_of(f: Fragments) -> Composed:
    """`LEFT JOIN ... w`: where the subjects of the row `t` live."""
    found = (
        sql.SQL("{} AS home, bool_and(d.mirrored) AS mirrored").format(SHARED_HOME)
        if f.mapped.shared
        else sql.SQL("d.home AS home, d.mirrored AS mirrored")
    )
    return sql.SQL("LEFT JOIN LATERAL (SELECT {} {}) w ON true").format(
        found, to_directory(f.mapped, fields("t", f.mapped.entry))
    )


#: Where a row of `placed` lives: its pin decides, else its subjects.
HOME = sql.SQL("(CASE WHEN p.k1 IS NULL THEN w.home ELSE p.home END)")
MIRRORED = sql.SQL(
    "coalesce(CASE WHEN p.k1 IS NULL THEN w.home IS NOT NULL AND w.mirrored"
    " ELSE p.home IS NOT NULL AND p.mirrored END, false)"
)


def row_digest(f: Fragments) -> Composed:
    """SHA-256 of the salt and the row: a digest that may leave the server."""
    return sql.SQL("sha256(%(salt)s::bytea || convert_to({}, 'UTF8'))").format(_row_text(f))


def _plain_digest(f: Fragments) -> Composed:
    """SHA-256 of the row's key and values, as text with the settings of `pg.connection`."""
    return sql.SQL("sha256(convert_to({}, 'UTF8'))").format(_row_text(f))


def _row_text(f: Fragments) -> Composed:
    return sql.SQL("ROW({})::text").format(comma(fields("t", f.mapped.key + f.mapped.written)))


def lacking(f: Fragments) -> Composed:
    """A column that may not be NULL is."""
    required = fields("t", [column for column in f.mapped.written if column.not_null])
    return lines([sql.SQL("false"), *map(_empty, required)], " OR ")


def _flawed(f: Fragments) -> Composed:
    held = lines(
        [sql.SQL("{} IS DISTINCT FROM NULL").format(value) for value in _values(f)], " OR "
    )
    wrong = sql.SQL("CASE WHEN {} IS NOT NULL AND NOT {} THEN {} ELSE {} END").format(
        HOME, MIRRORED, held, lacking(f)
    )
    if not f.mapped.is_subject:
        return wrong
    return sql.SQL("w.k1 IS NULL OR NOT {} OR {}").format(_here(f), wrong)


def _empty(value: Composable) -> Composed:
    # Not IS NULL, which is true of a composite value whose fields are NULL.
    return sql.SQL("{} IS NOT DISTINCT FROM NULL").format(value)


def _subjects(subject: Subject, span: Span) -> Composed:
    """The subject's rows `t` and the directory's `w`, each in the span, joined where they meet."""
    own_keys = key_columns(len(subject.key))
    directory = [qualified(name, "w") for name in own_keys]
    return sql.SQL("{} FULL JOIN (SELECT w.* FROM {} w WHERE {}) w ON {}").format(
        _in_span(table(subject.table.name), subject.key, span),
        own(naming.directory(subject.kind)),
        within(directory, subject.key, span),
        equal(directory, fields("t", subject.key)),
    )


def _in_span(name: Composable, key: Sequence[Column], span: Span) -> Composed:
    return sql.SQL("(SELECT t.* FROM {} t WHERE {}) t").format(
        name, within(fields("t", key), key, span)
    )


def _bound(values: Composable, key: Sequence[Column]) -> Composed:
    return comma(
        sql.SQL("{}[{}]::{}").format(values, sql.Literal(number), raw(column.type))
        for number, column in enumerate(key, start=1)
    )


def _values(f: Fragments) -> list[Composable]:
    return fields("t", f.mapped.written)


def _here(f: Fragments) -> Composed:
    return sql.SQL("({} IS NOT NULL)").format(fields("t", f.mapped.key)[0])


def _key_text(f: Fragments) -> Composed:
    return sql.SQL("ROW({})::text").format(comma(fields("t", f.mapped.key)))


def _texts(values: Sequence[Composable]) -> Composed:
    return comma(sql.SQL("{}::text").format(value) for value in values)
