"""Rows too wide to be held by a mover: they cross in slices, and are put together by the target.

libpq hands over a row of COPY as one piece, so a value of 100 MB would take a few times that
here. Such a row is set aside at its source as the text of the whole row, in a temporary table
that does not compress it, so that each slice costs what it weighs.
"""

from __future__ import annotations

from domicile.catalog.model import Column
from domicile.pg.compose import Composed, comma, lines, qualified, raw, same_columns, sql, table
from domicile.relocation import statements as s
from domicile.relocation.script import Part
from domicile.relocation.session import Session
from domicile.residence.fragments import Fragments

#: A row with a value of more bytes than this goes in slices.
WIDE_BYTES = 4 << 20
SLICE_BYTES = 1 << 20
#: What TOAST has shrunk to less than this part of itself is taken for narrow (lz4 does 1/255).
_MOST_SHRUNK = 64
_IMAGE, _NUMBER, _SLICE = (sql.Identifier(name) for name in ("image", "number", "slice"))
_MEASURED = ("text", "character varying", "bytea")
_NARROW = frozenset(
    {
        "smallint", "integer", "bigint", "real", "double precision", "numeric", "money", "boolean",
        "date", "interval", "uuid", "inet", "cidr", "macaddr", "macaddr8", "oid",
        "time without time zone", "time with time zone", "point", "line", "lseg", "box", "circle",
        "timestamp without time zone", "timestamp with time zone",
    }
)  # fmt: skip


def look(session: Session, parts: tuple[Part, ...]) -> None:
    """Which tables of this server may have such rows: those with enough in their TOAST table."""
    for part in parts:
        if _columns(part.f):
            (size,) = session.rows(_toast_bytes(part.f))[0]
            if size * _MOST_SHRUNK > WIDE_BYTES:
                session.wide.add(part.stem)
    session.commit()


def set_aside(source: Session, part: Part) -> int:
    """Take the wide rows of the batch out of it; how many there are."""
    if part.stem not in source.wide:
        return 0
    (count,) = source.rows(_count(part.f))[0]
    if count:
        source.run(_make(part.f, "aside", sql.SQL("image bytea STORAGE EXTERNAL")))
        source.run(_fill(part.f))
        source.run(_drop_aside(part.f))
    return int(count)


def send(source: Session, target: Session, part: Part) -> None:
    """The rows that were set aside, into the target's staging table, and back into the batch."""
    f = part.f
    target.run(_make(f, "slices", sql.SQL("number integer, slice bytea STORAGE EXTERNAL")))
    source.pour(_slices_out(f), target, _slices_in(f))
    target.run(_put_together(f))
    source.run(_take_back(f))
    if part.blanks:
        source.run(_blank(f))


def _columns(f: Fragments) -> tuple[Column, ...]:
    """Those whose values may be wide."""
    listed = f.mapped.key + f.mapped.written
    return tuple(column for column in listed if column.type in _MEASURED or not _is_narrow(column))


def _is_narrow(column: Column) -> bool:
    return column.type in _NARROW or column.type.startswith(("numeric(", "character"))


def _toast_bytes(f: Fragments) -> Composed:
    return sql.SQL(
        "SELECT coalesce(pg_relation_size(nullif(reltoastrelid, 0)), 0) FROM pg_class"
        " WHERE oid = {}::regclass"
    ).format(sql.Literal(table(f.mapped.name).as_string(None)))


def _is_wide(f: Fragments) -> Composed:
    """Text and bytea say their size without being read; of others the stored size is known."""
    sizes = [
        sql.SQL("octet_length({})").format(qualified(column.name, "t"))
        if column.type in _MEASURED
        else sql.SQL("pg_column_size({}) * {}").format(
            qualified(column.name, "t"), sql.Literal(_MOST_SHRUNK)
        )
        for column in _columns(f)
    ]
    tests = [sql.SQL("{} > {}").format(size, sql.Literal(WIDE_BYTES)) for size in sizes]
    return sql.SQL("({})").format(lines(tests, " OR "))


def _count(f: Fragments) -> Composed:
    return sql.SQL("SELECT count(*) FROM {} t JOIN {} r ON {} WHERE {}").format(
        f.base, s.rows_table(f), s.row_join(f), _is_wide(f)
    )


def _temporary(f: Fragments, suffix: str) -> sql.Identifier:
    return sql.Identifier("pg_temp", f"{f.stem}_{suffix}")


def _make(f: Fragments, suffix: str, rest: Composed | sql.SQL) -> Composed:
    keys = [
        sql.SQL("{} {}").format(sql.Identifier(name), raw(column.type))
        for name, column in zip(f.own_keys, f.mapped.key, strict=True)
    ]
    return sql.SQL("CREATE TEMP TABLE {} ({}, {}) ON COMMIT DROP").format(
        _temporary(f, suffix), comma(keys), rest
    )


def _own_keys(f: Fragments, alias: str | None = None) -> Composed:
    return comma(qualified(name, alias) for name in f.own_keys)


def _fill(f: Fragments) -> Composed:
    return sql.SQL(
        "INSERT INTO {} SELECT {}, convert_to(ROW({}, {})::text, 'UTF8')"
        " FROM {} t JOIN {} r ON {} WHERE {}"
    ).format(
        _temporary(f, "aside"),
        _own_keys(f, "r"),
        s.columns(f, "t"),
        s.digest(f, "t"),
        f.base,
        s.rows_table(f),
        s.row_join(f),
        _is_wide(f),
    )


def _drop_aside(f: Fragments) -> Composed:
    return sql.SQL("DELETE FROM {} r USING {} a WHERE {}").format(
        s.rows_table(f), _temporary(f, "aside"), same_columns(f.own_keys, "r", "a")
    )


def _take_back(f: Fragments) -> Composed:
    return sql.SQL("INSERT INTO {} SELECT {} FROM {}").format(
        s.rows_table(f), _own_keys(f), _temporary(f, "aside")
    )


def _slices_out(f: Fragments) -> Composed:
    return sql.SQL(
        "COPY (SELECT {keys}, n, substr(a.{image}, n * {size} + 1, {size}) FROM {aside} a,"
        " generate_series(0, (octet_length(a.{image}) - 1) / {size}) n) TO STDOUT"
    ).format(
        keys=_own_keys(f, "a"),
        image=_IMAGE,
        size=sql.Literal(SLICE_BYTES),
        aside=_temporary(f, "aside"),
    )


def _slices_in(f: Fragments) -> Composed:
    return sql.SQL("COPY {} FROM STDIN").format(_temporary(f, "slices"))


def _put_together(f: Fragments) -> Composed:
    """The text of a row of the staging table, digest included, is read as such a row."""
    staging = s.staging_table(f)
    return sql.SQL(
        "INSERT INTO {staging} SELECT (w.whole).* FROM (SELECT convert_from(string_agg({slice},"
        " ''::bytea ORDER BY {number}), 'UTF8')::{staging} AS whole FROM {slices} GROUP BY {keys}"
        " OFFSET 0) w"
    ).format(
        staging=staging,
        slice=_SLICE,
        number=_NUMBER,
        slices=_temporary(f, "slices"),
        keys=_own_keys(f),
    )


def _blank(f: Fragments) -> Composed:
    return sql.SQL("UPDATE {} t SET {} FROM {} a WHERE {}").format(
        f.base,
        f.blank_set(),
        _temporary(f, "aside"),
        s.row_is(f, "a"),
    )
