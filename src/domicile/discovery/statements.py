"""The statements that sample a table: bounded in rows, in blocks and in bytes per cell."""

from __future__ import annotations

from collections.abc import Iterable

from domicile.catalog.model import Hop
from domicile.discovery.links import Link
from domicile.discovery.model import Column, Relation
from domicile.discovery.speaks import Evidence
from domicile.discovery.ways import Way
from domicile.pg.compose import Composable, Composed, comma, equal, qualified, sql, table

CELL_CHARACTERS = 4096
# Up to here a table is read whole, and its sample hangs on its rows alone. A larger one is read
# by blocks: so many, wherever they lie.
WHOLE_BYTES = 4 * 1024 * 1024
BLOCKS = 160
_BLOCK_BYTES = 8192
_UNTOLD = ("boolean", "search", "other")


def sampled_columns(relation: Relation) -> tuple[Column, ...]:
    """The columns whose values say anything; a flag or a search vector does not."""
    return tuple(
        column for column in relation.columns if column.readable and column.kind not in _UNTOLD
    )


def sample(relation: Relation, *, size: int, rows: int, seed: int) -> Composed:
    """`rows` rows of the table, the same each time: by blocks, and of those by a hash of the key.

    Args:
        relation: a table, partitioned table or materialized view.
        size: bytes of its heap.
        rows: at most that many.
        seed: what chooses; the same seed, the same rows.
    """
    cells = comma(_cell(column) for column in sampled_columns(relation))
    return sql.SQL("SELECT {} FROM {}").format(cells, _chosen(relation, size, rows, seed))


def inclusion(link: Link, source: Relation, *, size: int, rows: int, seed: int) -> Composed:
    """Of the sampled rows that point somewhere: how many, and how many of them find a row there."""
    near, far = qualified(link.columns[0], "s"), qualified(link.far[0], "t")
    return sql.SQL(
        "SELECT count(*), "
        "count(*) FILTER (WHERE EXISTS (SELECT FROM {target} t WHERE {far} = {near}))"
        " FROM {chosen} WHERE {near} IS NOT NULL"
    ).format(
        target=table(link.target),
        far=far,
        near=near,
        chosen=_chosen(source, size, rows, seed),
    )


def belonging(
    relation: Relation, way: Way, subject_key: tuple[str, ...], *, size: int, rows: int, seed: int
) -> Composed:
    """Of the sampled rows: how many, how many without a person, and with more than one."""
    before, joins = _joined(way.hops)
    person = comma(names_of(subject_key, before))
    return sql.SQL(
        "SELECT count(*), count(*) FILTER (WHERE people = 0), count(*) FILTER (WHERE people > 1)"
        " FROM (SELECT count(DISTINCT ROW({person})) FILTER (WHERE {first} IS NOT NULL) people"
        " FROM {chosen} {joins} GROUP BY {row}) counted"
    ).format(
        first=qualified(subject_key[0], before),
        person=person,
        chosen=_chosen(relation, size, rows, seed),
        joins=joins,
        row=comma(names_of(relation.key, "s")),
    )


def told(subject: Relation, evidence: Evidence, *, size: int, rows: int, seed: int) -> Composed:
    """Of the sampled people: each value of the evidence, and how many have it."""
    before, joins = _joined(evidence.hops)
    value = sql.SQL("{}::text").format(qualified(evidence.column, before))
    return sql.SQL("SELECT {value}, count(*) FROM {chosen} {joins} GROUP BY 1 ORDER BY 1").format(
        value=value, chosen=_chosen(subject, size, rows, seed), joins=joins
    )


def _joined(hops: tuple[Hop, ...]) -> tuple[str, Composed]:
    """The hops as outer joins from `s`, and the name of the last table among them."""
    joins: list[Composable] = []
    before = "s"
    for number, hop in enumerate(hops):
        here = f"h{number}"
        match = equal(names_of(hop.near, before), names_of(hop.far, here))
        joins.append(
            sql.SQL("LEFT JOIN {} {} ON {}").format(table(hop.table), sql.Identifier(here), match)
        )
        before = here
    return before, sql.SQL(" ").join(joins)


def names_of(columns: Iterable[str], prefix: str) -> list[sql.Identifier]:
    """The columns, each with the prefix."""
    return [qualified(column, prefix) for column in columns]


def _chosen(relation: Relation, size: int, rows: int, seed: int) -> Composed:
    return sql.SQL("(SELECT s.* FROM {table} s {blocks} ORDER BY {order} LIMIT {rows}) s").format(
        table=table(relation.name),
        blocks=_blocks(size, seed),
        order=_order(relation, seed),
        rows=sql.Literal(rows),
    )


def _blocks(size: int, seed: int) -> Composable:
    if size <= WHOLE_BYTES:
        return sql.SQL("")
    share = min(100.0, 100.0 * BLOCKS * _BLOCK_BYTES / size)
    return sql.SQL("TABLESAMPLE SYSTEM ({}) REPEATABLE ({})").format(
        sql.Literal(share), sql.Literal(seed)
    )


def _order(relation: Relation, seed: int) -> Composable:
    # A row without a key has only its place.
    names = relation.key or ("tableoid", "ctid")
    parts = [sql.SQL("{}::text").format(qualified(name, "s")) for name in names]
    hashed = sql.SQL("hashtextextended(concat_ws('|', {}), {})").format(
        comma(parts), sql.Literal(seed)
    )
    return comma([hashed, *parts])


def _cell(column: Column) -> Composable:
    value = qualified(column.name, "s")
    if column.kind == "bytes":  # what sort of file it is, never what is in it
        return sql.SQL("encode(substr({}, 1, 16), 'hex')").format(value)
    return sql.SQL("left({}::text, {})").format(value, sql.Literal(CELL_CHARACTERS))
