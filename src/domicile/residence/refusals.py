"""When `apply` or `unapply` may not go on: each is a fact that a person has to settle first."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from domicile.catalog.model import DataMap
from domicile.config.model import Config
from domicile.config.names import TableName
from domicile.errors import PreparationError
from domicile.pg.compose import Composable, own, sql
from domicile.pg.connection import Connection
from domicile.residence import naming
from domicile.residence.fragments import Fragments
from domicile.residence.store import holds, rows


def refuse_late_triggers(parts: Iterable[Fragments]) -> None:
    """The guard must see what the application's own triggers made of the row: it runs last."""
    for f in parts:
        for name in f.mapped.table.before_triggers:
            if name.encode() > naming.GUARD.encode():
                raise PreparationError(
                    f"table {f.mapped.name}: trigger {name!r} would run after the guard",
                    hint=f"triggers run in the order of their names: rename it to sort before "
                    f"{naming.GUARD!r}",
                )


def refuse_foreign_equality(conn: Connection, parts: Iterable[Fragments]) -> None:
    """Our functions see no schema but pg_catalog: what they compare, it must be able to."""
    for f in parts:
        mapped = f.mapped
        compared = [(mapped.name, [column.name for column in mapped.address])]
        compared += [(hop.table, list(hop.far)) for hop in mapped.hops]
        compared.append((mapped.subject.table.name, list(mapped.subject.table.key)))
        for table, columns in compared:
            named: dict[str, object] = {
                "schema": table.schema,
                "table": table.table,
                "columns": columns,
            }
            for (column,) in rows(conn, "foreign_equality", named):
                raise PreparationError(
                    f"table {table}: column {column!r} of the key or of the path has a type of an "
                    "extension, which compares by rules of its own",
                    hint="keys need a type of PostgreSQL itself: text instead of citext, say, with "
                    "a unique index on lower(...)",
                )


def refuse_foreign_schemas(conn: Connection) -> None:
    """The hub may not have schemas of our names before we made them."""
    for schema in ("domicile", "resident"):
        if holds(conn, "schema_exists", name=schema):
            raise PreparationError(
                f"hub: there is a schema {schema!r} that Domicile did not make",
                hint="rename that schema; Domicile needs the name",
            )


def refuse_changed_map(conn: Connection, config: Config, data_map: DataMap) -> None:
    """Neither a column nor a home may leave the config while people may live there by it.

    What is new in the map is welcome: see `widening`.
    """
    after = mapped_now(data_map)
    for name, columns in mapped_before(conn).items():
        if not columns <= after.get(name, set()):
            raise PreparationError(
                "the data map has other tables or columns than the one that was applied: of "
                f"{name} it lacks {', '.join(sorted(columns - after.get(name, set())))}",
                hint="put it back; to give it up, `domicile return` everybody, "
                "`domicile unapply`, then `domicile apply`",
            )
    for (country,) in conn.execute("SELECT country FROM domicile.home ORDER BY 1"):
        if country not in config.homes and country != naming.SUSPENDED:
            raise PreparationError(
                f"homes.{country} was applied and is not in {config.source}",
                hint="put it back; to give it up, `domicile return` everybody and "
                "`domicile unapply` first",
            )


def mapped_before(conn: Connection) -> dict[TableName, set[str]]:
    """The personal columns of each table as they were applied; empty before the first time."""
    return {
        TableName(schema, table): set(columns) for schema, table, columns in rows(conn, "mapped")
    }


def mapped_now(data_map: DataMap) -> dict[TableName, set[str]]:
    """The personal columns of each table as the data map has them."""
    return {mapped.name: {column.name for column in mapped.personal} for mapped in data_map.tables}


def refuse_dependents(conn: Connection) -> None:
    """A view of the application that reads our views would be lost with them."""
    for schema, name in rows(conn, "dependents"):
        raise PreparationError(
            f"view {schema}.{name} reads Domicile's views, which have to be dropped",
            hint="drop it, and create it over the tables themselves or again afterwards",
        )


def refuse_residents(conn: Connection) -> None:
    """Nothing is taken back while a value lives at a home only."""
    found = conn.execute("SELECT stem, kind FROM domicile.mapped ORDER BY stem").fetchall()
    for kind in sorted({str(row[1]) for row in found}):
        query = sql.SQL("SELECT count(*) FROM {} WHERE home IS NOT NULL")
        if count := scalar(conn, query.format(own(naming.directory(kind)))):
            raise PreparationError(
                f"{count} {kind} subjects are still resident at a home",
                hint="run `domicile return` first",
            )
    for stem, _ in found:
        for suffix, what in (("pin", "pinned at"), ("purge", "not yet purged from")):
            query = sql.SQL("SELECT count(*) FROM {}").format(own(f"{stem}_{suffix}"))
            if count := scalar(conn, query):
                raise PreparationError(
                    f"{count} rows of {stem} are {what} a home",
                    hint="run `domicile return` again",
                )


def refuse_other_home(conn: Connection, country: str, identity: uuid.UUID | None) -> None:
    """A home belongs to one hub and one country; nobody else's is touched."""
    found = rows(conn, "identity")
    if found and (str(found[0][0]), found[0][1]) != (str(identity), country):
        raise PreparationError(
            f"homes.{country}: that database is a hub, or the home of another service or country",
            hint="give each home a database of its own",
        )


def scalar(conn: Connection, query: Composable) -> int:
    """The one number that a query gives."""
    row = conn.execute(query.as_string(conn).encode()).fetchone()
    return int(str(row[0])) if row else 0
