"""The way from a row to its subject's directory entry, as SQL."""

from __future__ import annotations

from collections.abc import Sequence

from domicile.catalog.model import Hop, MappedTable
from domicile.pg.compose import Composable, Composed, equal, own, qualified, sql, table
from domicile.residence import naming


def key_columns(count: int) -> tuple[str, ...]:
    """What Domicile's own tables call the columns of a key: k1, k2, ..."""
    return tuple(f"k{number}" for number in range(1, count + 1))


def to_directory(
    mapped: MappedTable, entry: Sequence[Composable], directory: Composable | None = None
) -> Composed:
    """`FROM ... WHERE ...` that yields the directory rows `d` of the subjects of one row.

    Args:
        entry: expressions for the row's entry columns, in the order of `mapped.entry`.
        directory: another table with the subject's key as k1.. instead of the directory.
    """
    directory = directory or own(naming.directory(mapped.subject.kind))
    hops, landing = _visited(mapped)
    own_keys = dict(zip(mapped.subject.table.key, key_columns(len(landing)), strict=True))
    keys = [qualified(own_keys[name], "d") for name in landing]
    if not hops:
        return sql.SQL("FROM {} d WHERE {}").format(directory, equal(keys, entry))
    parts: list[Composable] = [sql.SQL("FROM {} j1").format(table(hops[0].table))]
    for number, hop in enumerate(hops[1:], start=1):
        here, there = f"j{number}", f"j{number + 1}"
        on = equal(_at(hop.far, there), _at(hop.near, here))
        parts.append(
            sql.SQL(" JOIN {} {} ON {}").format(table(hop.table), sql.Identifier(there), on)
        )
    leaving = mapped.hops[len(hops)].near if len(hops) < len(mapped.hops) else landing
    last = equal(keys, _at(leaving, f"j{len(hops)}"))
    parts.append(sql.SQL(" JOIN {} d ON {}").format(directory, last))
    parts.append(sql.SQL(" WHERE {}").format(equal(_at(hops[0].far, "j1"), entry)))
    return sql.Composed(parts)


def _visited(mapped: MappedTable) -> tuple[tuple[Hop, ...], tuple[str, ...]]:
    """The hops whose tables must be visited, and the subject's key columns as they are met.

    A last hop that lands on the subject's key needs no visit: the directory has that key too.
    """
    key = mapped.subject.table.key
    if not mapped.hops:
        return (), key
    last = mapped.hops[-1]
    if not last.backward and set(last.far) == set(key):
        return mapped.hops[:-1], last.far
    return mapped.hops, key


def _at(columns: Sequence[str], alias: str) -> list[sql.Identifier]:
    return [qualified(name, alias) for name in columns]
