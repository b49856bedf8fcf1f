"""What a home holds: plain tables with the key and the personal columns, and the batch log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from domicile.catalog.model import Column, MappedTable
from domicile.pg.compose import Composable, Composed, comma, raw, sql, table
from domicile.residence.fragments import Fragments
from domicile.residence.needs import collated

HOME_TABLES = sql.SQL(
    """
CREATE TABLE IF NOT EXISTS domicile.identity (
    hub     uuid NOT NULL,
    country text NOT NULL);
CREATE TABLE IF NOT EXISTS domicile.created (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind  text NOT NULL,
    schema_name text,
    name  text NOT NULL);
CREATE TABLE IF NOT EXISTS domicile.batch (
    batch      uuid PRIMARY KEY,
    kind       text NOT NULL,
    source     text,
    target     text,
    subjects   integer NOT NULL,
    rows       jsonb NOT NULL,
    salt       bytea NOT NULL,
    commitment bytea NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp());
"""
)

#: What a home keeps so that a hub or a home that was restored from a backup can be told: which
#: batches the hub is known to have committed, what the hub looked like when it was last seen, and
#: rows that are newer than its backup, which nobody but a person may delete.
HUB_SEEN = sql.SQL(
    """
ALTER TABLE domicile.batch ADD COLUMN IF NOT EXISTS confirmed boolean NOT NULL DEFAULT false;
CREATE TABLE IF NOT EXISTS domicile.hub_seen (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    system   text NOT NULL,
    timeline text NOT NULL,
    database bigint NOT NULL,
    xid      bigint NOT NULL);
CREATE TABLE IF NOT EXISTS domicile.spared (
    stem text NOT NULL,
    key  text[] NOT NULL,
    PRIMARY KEY (stem, key));
"""
)


def home_table(mapped: MappedTable) -> Composed:
    """The table at home: same name, same types, NOT NULL and CHECK where it has the columns."""
    columns = [_definition(column, mapped) for column in mapped.key + mapped.personal]
    checks = [
        sql.SQL("CONSTRAINT {} {}").format(sql.Identifier(check.name), raw(check.definition))
        for check in mapped.table.checks
        if check.columns & set(mapped.categories) and check.columns <= mapped.home_columns
    ]
    key = sql.SQL("PRIMARY KEY ({})").format(
        comma(sql.Identifier(column.name) for column in mapped.key)
    )
    return sql.SQL("CREATE TABLE {} ({})").format(
        table(mapped.name), comma([*columns, key, *checks])
    )


def add_column(mapped: MappedTable, column: Column) -> Composed:
    """A personal column that is new in the data map.

    Without NOT NULL: the rows that are there get their values afterwards, and the guard in the
    hub asks for one anyway.
    """
    return sql.SQL("ALTER TABLE {} ADD COLUMN {}").format(
        table(mapped.name), _definition(replace(column, not_null=False), mapped)
    )


def home_indexes(mapped: MappedTable) -> Iterator[tuple[str, Composed]]:
    """Indexes, unique or not, of which a home has every column: (name, definition)."""
    for index in (*mapped.table.uniques, *mapped.table.indexes):
        if index.columns & set(mapped.categories) and index.columns <= mapped.home_columns:
            yield index.name, sql.Composed([raw(index.definition)])


def foreign_table(f: Fragments, country: str, server: str) -> Composed:
    """The hub's window on the table at one home."""
    columns = [_foreign_column(column) for column in f.mapped.key + f.mapped.personal]
    return sql.SQL(
        "CREATE FOREIGN TABLE {} ({}) SERVER {} OPTIONS (schema_name {}, table_name {})"
    ).format(
        f.foreign(country),
        comma(columns),
        sql.Identifier(server),
        sql.Literal(f.mapped.name.schema),
        sql.Literal(f.mapped.name.table),
    )


def row_type(f: Fragments) -> Composed:
    """The composite type of the personal columns."""
    return sql.SQL("CREATE TYPE {} AS ({})").format(
        f.row_type,
        comma(
            sql.SQL("{} {}{}").format(
                sql.Identifier(column.name), raw(column.type), collated(column.collation)
            )
            for column in f.mapped.personal
        ),
    )


def foreign_server(name: str, options: dict[str, str]) -> Composed:
    """The hub's way to a home."""
    return sql.SQL("CREATE SERVER {} FOREIGN DATA WRAPPER postgres_fdw OPTIONS ({})").format(
        sql.Identifier(name), _options({**options, "fetch_size": "1000"})
    )


def user_mapping(name: str, options: dict[str, str]) -> Composed:
    """With which role at home the functions of the hub's owner work."""
    return sql.SQL("CREATE USER MAPPING FOR CURRENT_USER SERVER {} OPTIONS ({})").format(
        sql.Identifier(name), _options(options)
    )


def drop_home(created: Iterable[tuple[str, str | None, str]]) -> Iterator[Composed]:
    """Statements that take away what was made at a home, last made first."""
    for kind, schema, name in created:
        target = sql.Identifier(name) if schema is None else sql.Identifier(schema, name)
        yield sql.SQL("DROP {} IF EXISTS {}").format(_DROPPED[kind], target)


_DROPPED = {
    "schema": sql.SQL("SCHEMA"),
    "extension": sql.SQL("EXTENSION"),
    "collation": sql.SQL("COLLATION"),
    "type": sql.SQL("TYPE"),
    "domain": sql.SQL("DOMAIN"),
    "table": sql.SQL("TABLE"),
}


def _options(options: dict[str, str]) -> Composed:
    return comma(
        sql.SQL("{} {}").format(sql.Identifier(name), sql.Literal(value))
        for name, value in sorted(options.items())
    )


def _definition(column: Column, mapped: MappedTable) -> Composed:
    parts: list[Composable] = [
        sql.SQL("{} {}{}").format(
            sql.Identifier(column.name), raw(column.type), collated(column.collation)
        )
    ]
    if column.generated is not None:
        parts.append(sql.SQL("GENERATED ALWAYS AS ({}) STORED").format(raw(column.generated)))
    if column.not_null or column in mapped.key:
        parts.append(sql.SQL("NOT NULL"))
    return sql.SQL(" ").join(parts)


def _foreign_column(column: Column) -> Composed:
    made = sql.SQL("{} {}{}").format(
        sql.Identifier(column.name), raw(column.type), collated(column.collation)
    )
    if column.generated is None:
        return made
    # The home computes it; declared the same here, postgres_fdw sends DEFAULT for it.
    return sql.SQL("{} GENERATED ALWAYS AS ({}) STORED").format(made, raw(column.generated))
