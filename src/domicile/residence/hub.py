"""The hub's side of `apply`: the statements, in order, from the data map alone. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from domicile.catalog.model import DataMap, MappedTable
from domicile.pg.compose import Composed, comma, equal, own, raw, sql, table
from domicile.pg.query import load_queries
from domicile.placement.evidence import evidence_joins, evidence_value
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.functions import table_functions
from domicile.residence.guards import subject_guards, table_guards
from domicile.residence.home import foreign_server, foreign_table, row_type, user_mapping
from domicile.residence.paths import key_columns
from domicile.residence.views import directory_table, own_tables, placed_view, table_view

SCHEMA = load_queries("domicile.residence", "sql/schema.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How the hub's server reaches one home."""

    country: str
    server_options: dict[str, str]
    mapping_options: dict[str, str]


def fragments(data_map: DataMap, countries: Iterable[str]) -> tuple[Fragments, ...]:
    """The SQL fragments of every mapped table."""
    stems = naming.stems(mapped.name for mapped in data_map.tables)
    homes = tuple(sorted(countries))
    return tuple(Fragments(mapped, stems[mapped.name], homes) for mapped in data_map.tables)


def state(
    data_map: DataMap, all_fragments: tuple[Fragments, ...], homes: Iterable[Reach]
) -> Iterator[Composed]:
    """What stays when `apply` is run again, the way to the homes, and what the tables give up."""
    yield from reach(homes)
    yield from tables(data_map, all_fragments)
    yield from mapped_rows(all_fragments)
    for mapped in data_map.tables:
        yield from take(mapped)


def behaviour(data_map: DataMap, all_fragments: tuple[Fragments, ...]) -> Iterator[Composed]:
    """What makes people residents: views, guards and directories. Made afresh every time."""
    yield from windows(all_fragments)
    yield from guards_of_subjects(data_map)
    yield from register_all(data_map)
    yield from lock_down(all_fragments)


def tables(data_map: DataMap, all_fragments: Iterable[Fragments]) -> Iterator[Composed]:
    """What holds state and therefore stays when `apply` is run again."""
    yield sql.Composed([SCHEMA["tables"]])
    for subject in data_map.subjects:
        yield from directory_table(subject.kind, subject.key)
    for f in all_fragments:
        yield from own_tables(f)


def mapped_rows(all_fragments: Iterable[Fragments]) -> Iterator[Composed]:
    """What the hub knows of the data map: tables and their personal columns."""
    for f in all_fragments:
        yield sql.SQL(
            "INSERT INTO domicile.mapped VALUES ({}, {}, {}, {}, {})"
            " ON CONFLICT (schema_name, table_name) DO UPDATE SET columns = excluded.columns"
        ).format(
            sql.Literal(f.mapped.name.schema),
            sql.Literal(f.mapped.name.table),
            sql.Literal(f.stem),
            sql.Literal(f.mapped.subject.kind),
            sql.Literal([column.name for column in f.mapped.personal]),
        )


def reach(homes: Iterable[Reach]) -> Iterator[Composed]:
    """Foreign servers and user mappings."""
    for home in homes:
        name = naming.server(home.country)
        yield foreign_server(name, home.server_options)
        yield user_mapping(name, home.mapping_options)
        yield sql.SQL("INSERT INTO domicile.home VALUES ({}, {}) ON CONFLICT DO NOTHING").format(
            sql.Literal(home.country), sql.Literal(name)
        )


def windows(all_fragments: Iterable[Fragments]) -> Iterator[Composed]:
    """Foreign tables, functions, views and guards: everything without state."""
    listed = list(all_fragments)
    yield sql.Composed([SCHEMA["place"]])
    yield sql.Composed([SCHEMA["refuse"]])
    yield sql.Composed([SCHEMA["privilege"]])
    yield sql.Composed([SCHEMA["ask_again"]])
    for f in listed:
        for country in f.countries:
            yield foreign_table(f, country, naming.server(country))
        yield row_type(f)
        yield from table_functions(f)
        yield placed_view(f)
    for f in listed:
        yield from table_view(f)
        yield from table_guards(f)


def guards_of_subjects(data_map: DataMap) -> Iterator[Composed]:
    """The triggers that keep the directories."""
    for subject in data_map.subjects:
        yield from subject_guards(subject)


def take(mapped: MappedTable) -> Iterator[Composed]:
    """Take off the table what a skeleton cannot satisfy; the guard enforces it from now on."""
    schema, name = sql.Literal(mapped.name.schema), sql.Literal(mapped.name.table)
    for column in mapped.personal:
        if column.not_null:
            yield sql.SQL("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL").format(
                table(mapped.name), sql.Identifier(column.name)
            )
            yield sql.SQL(
                "INSERT INTO domicile.taken VALUES ({}, {}, 'not null', {}) ON CONFLICT DO NOTHING"
            ).format(schema, name, sql.Literal(column.name))
    for check in mapped.moved_checks:
        yield sql.SQL(
            "INSERT INTO domicile.taken SELECT {}, {}, 'check', {}, {}, {}, {},"
            " obj_description(c.oid, 'pg_constraint') FROM pg_constraint c"
            " WHERE c.conrelid = {}::regclass AND c.contype = 'c' AND c.conname = {}"
            " ON CONFLICT DO NOTHING"
        ).format(
            schema,
            name,
            sql.Literal(check.name),
            sql.Literal(check.definition),
            sql.Literal(check.expression),
            sql.Literal(sorted(check.columns)),
            sql.Literal(table(mapped.name).as_string(None)),
            sql.Literal(check.name),
        )
        yield sql.SQL("ALTER TABLE {} DROP CONSTRAINT IF EXISTS {}").format(
            table(mapped.name), sql.Identifier(check.name)
        )


def give_back(taken: Iterable[tuple[Any, ...]]) -> Iterator[Composed]:
    """Put NOT NULL and CHECK back: (schema, table, kind, name, definition, remark) each."""
    for schema, name, kind, what, definition, remark in taken:
        on, called = sql.Identifier(schema, name), sql.Identifier(what)
        if kind == "not null":
            yield sql.SQL("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL").format(on, called)
            continue
        yield sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} {}").format(on, called, raw(definition))
        if remark is not None:
            yield sql.SQL("COMMENT ON CONSTRAINT {} ON {} IS {}").format(
                called, on, sql.Literal(remark)
            )


def register_all(data_map: DataMap) -> Iterator[Composed]:
    """Every subject has a directory row with its domicile; those that are there keep theirs.

    Those who have gone before the guards came to see it are taken out.
    """
    for subject in data_map.subjects:
        keys = key_columns(len(subject.key))
        directory = own(naming.directory(subject.kind))
        same = equal([sql.Identifier("d", name) for name in keys], fields("s", subject.key))
        yield sql.SQL(
            "INSERT INTO {} ({}, domicile) SELECT {}, {} FROM {} s {}"
            " WHERE NOT EXISTS (SELECT FROM {} d WHERE {}) ON CONFLICT DO NOTHING"
        ).format(
            directory,
            comma(sql.Identifier(name) for name in keys),
            comma(fields("s", subject.key)),
            evidence_value(subject),
            table(subject.table.name),
            evidence_joins(subject, "s"),
            directory,
            same,
        )
        yield sql.SQL(
            "DELETE FROM {} d WHERE d.home IS NULL AND NOT EXISTS (SELECT FROM {} s WHERE {})"
        ).format(directory, table(subject.table.name), same)
        yield sql.SQL("ANALYZE {}").format(directory)


def grant(
    f: Fragments, granted: Iterable[tuple[str | None, str, str | None]]
) -> Iterator[Composed]:
    """The view's grants as the base table has them: (role or PUBLIC, privilege, column)."""
    for role, privilege, column in granted:
        to = sql.SQL("PUBLIC") if role is None else sql.Identifier(role)
        what = _PRIVILEGES[privilege]
        on = sql.SQL("") if column is None else sql.SQL(" ({})").format(sql.Identifier(column))
        yield sql.SQL("GRANT {}{} ON {} TO {}").format(what, on, f.view, to)
        yield sql.SQL("GRANT USAGE ON SCHEMA resident TO {}").format(to)


_PRIVILEGES = {name: sql.SQL(name) for name in ("SELECT", "INSERT", "UPDATE", "DELETE")}


def lock_down(all_fragments: Iterable[Fragments]) -> Iterator[Composed]:
    """Only the `..._away` functions may be called by everybody: the views call them."""
    yield sql.SQL("{}").format(
        sql.SQL("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA domicile FROM PUBLIC")
    )
    for f in all_fragments:
        yield sql.SQL("GRANT EXECUTE ON FUNCTION {}({}) TO PUBLIC").format(
            f.own("away"), f.types(f.mapped.address)
        )
