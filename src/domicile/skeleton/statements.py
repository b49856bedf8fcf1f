"""The SQL that counts people alike. Pure: only counts come back, never a value."""

from __future__ import annotations

from collections.abc import Iterable

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
from domicile.skeleton.model import BUCKETS, ColumnSet, Field, Skeleton

_DIRECTORY = "d"


def tally(skeleton: Skeleton, columns: ColumnSet, as_text: ColumnSet) -> Composed:
    """People, classes, people alone in theirs: one row.

    Args:
        as_text: the columns that are compared by what they look like, for their type has no
            hash.
    """
    return sql.SQL(
        "SELECT coalesce(sum(n), 0)::bigint, count(*), count(*) FILTER (WHERE n = 1)"
        " FROM (SELECT count(*) AS n FROM {rows} GROUP BY {by}) x"
    ).format(rows=_rows(skeleton, columns), by=_by(skeleton, columns, as_text))


def classes(
    skeleton: Skeleton, columns: ColumnSet, as_text: ColumnSet, *, directory: bool
) -> Composed:
    """As `tally`, then the smallest class, then people and residents by BUCKETS.

    Args:
        directory: it is there, and says who is a resident; else nobody is.
    """
    of_home = sql.SQL("count(d.home)") if directory else sql.SQL("0::bigint")
    rows = _rows(skeleton, columns)
    if directory:
        rows = lines([rows, _directory(skeleton)], " ")
    sums = [_sum(count, *bucket) for count in ("n", "r") for bucket in BUCKETS]
    return sql.SQL(
        "SELECT coalesce(sum(n), 0)::bigint, count(*), count(*) FILTER (WHERE n = 1),"
        " coalesce(min(n), 0), {sums}"
        " FROM (SELECT count(*) AS n, {residents} AS r FROM {rows} GROUP BY {by}) x WHERE n > 0"
    ).format(sums=comma(sums), residents=of_home, rows=rows, by=_by(skeleton, columns, as_text))


def has_hash(skeleton: Skeleton, field: Field) -> Composed:
    """Runs, and reads no row, if values of the column can be hashed; fails otherwise.

    `xid` can be hashed and not sorted, so what it is grouped with must be hashable too.
    """
    return sql.SQL("SELECT FROM {} t GROUP BY {}, '0'::xid LIMIT 0").format(
        table(skeleton.sources[field.source].table.name), qualified(field.column, "t")
    )


def _rows(skeleton: Skeleton, columns: ColumnSet) -> Composed:
    """The subject's table, joined with those that the columns are in."""
    needed = sorted({skeleton.fields[number].source for number in columns} - {0})
    joins: list[Composable] = [
        sql.SQL("LEFT JOIN {} {} ON {}").format(
            table(skeleton.sources[number].table.name),
            sql.Identifier(_alias(number)),
            equal(
                (qualified(name, _alias(number)) for name in skeleton.sources[number].near),
                (qualified(name, _alias(0)) for name in skeleton.sources[number].far),
            ),
        )
        for number in needed
    ]
    first = sql.SQL("{} {}").format(
        table(skeleton.sources[0].table.name), sql.Identifier(_alias(0))
    )
    return lines([first, *joins], " ")


def _by(skeleton: Skeleton, columns: ColumnSet, as_text: ColumnSet) -> Composed:
    if not columns:
        return sql.SQL("{}").format(sql.SQL("()"))
    return comma(_terms(skeleton, columns, as_text))


def _terms(skeleton: Skeleton, columns: ColumnSet, as_text: ColumnSet) -> Iterable[Composable]:
    for number in sorted(columns):
        field = skeleton.fields[number]
        name = qualified(field.column, _alias(field.source))
        yield sql.SQL("{}::text").format(name) if number in as_text else name


def _directory(skeleton: Skeleton) -> Composed:
    """Where each person lives. Source: residence.views, `directory_table`: k1, k2, ... and home."""
    keys = range(1, len(skeleton.key) + 1)
    return sql.SQL("LEFT JOIN {} {} ON {}").format(
        own(f"directory_{skeleton.kind}"),
        sql.Identifier(_DIRECTORY),
        equal(
            (qualified(f"k{number}", _DIRECTORY) for number in keys),
            (qualified(name, _alias(0)) for name in skeleton.key),
        ),
    )


def _sum(count: str, least: int, most: int | None) -> Composed:
    upto = sql.SQL("") if most is None else sql.SQL(" AND n <= {}").format(sql.Literal(most))
    return sql.SQL("coalesce(sum({}) FILTER (WHERE n >= {}{}), 0)::bigint").format(
        sql.Identifier(count), sql.Literal(least), upto
    )


def _alias(number: int) -> str:
    return f"s{number}"
