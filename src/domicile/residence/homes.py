"""Prepare one home, and take that back: each in one transaction of that home."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from domicile.catalog.model import DataMap, MappedTable
from domicile.config.model import Config
from domicile.errors import DatabaseError, PreparationError
from domicile.pg import servers
from domicile.pg.compose import Composable, sql
from domicile.pg.connection import Connection, translated
from domicile.residence import home as at_home
from domicile.residence.needs import Made
from domicile.residence.refusals import refuse_other_home
from domicile.residence.store import extension_schema, holds, rows

# Undefined function, object (collation, operator class), table.
_NOT_THERE = frozenset({"42883", "42704", "42P01"})


def prepare(
    config: Config, country: str, identity: uuid.UUID, made: Iterable[Made], data_map: DataMap
) -> None:
    """The home has every mapped table; what is there already stays as it is.

    Raises:
        PreparationError: another hub's home, or something in it that is not ours.
        ServerUnavailable: it does not answer.
    """
    with servers.home(config, country) as conn:
        _claim(conn, country, identity)
        for each in made:
            if not _exists(conn, each):
                _make(conn, country, each)
        for mapped in data_map.tables:
            _prepare_table(conn, country, mapped)


def undo(config: Config, country: str, identity: uuid.UUID | None) -> None:
    """The home is as it was before `prepare`.

    Raises:
        PreparationError: it is another hub's home.
    """
    with servers.home(config, country) as conn:
        if not holds(conn, "relation_exists", schema="domicile", name="identity"):
            return
        refuse_other_home(conn, country, identity)
        made = conn.execute(
            "SELECT kind, schema_name, name FROM domicile.created ORDER BY place DESC"
        ).fetchall()
        for statement in at_home.drop_home(
            (str(kind), None if schema is None else str(schema), str(name))
            for kind, schema, name in made
        ):
            conn.execute(statement)
        conn.execute("DROP SCHEMA domicile CASCADE")


def _claim(conn: Connection, country: str, identity: uuid.UUID) -> None:
    if holds(conn, "relation_exists", schema="domicile", name="identity"):
        refuse_other_home(conn, country, identity)
        conn.execute(at_home.HUB_SEEN)
        return
    if holds(conn, "schema_exists", name="domicile"):
        raise PreparationError(
            f"home {country}: there is a schema 'domicile' that Domicile did not make",
            hint="give each home a database of its own",
        )
    conn.execute("CREATE SCHEMA domicile")
    conn.execute(at_home.HOME_TABLES)
    conn.execute(at_home.HUB_SEEN)
    conn.execute("INSERT INTO domicile.identity VALUES (%s, %s)", (identity, country))


def _prepare_table(conn: Connection, country: str, mapped: MappedTable) -> None:
    named: dict[str, object] = {"schema": mapped.name.schema, "name": mapped.name.table}
    if not holds(conn, "schema_exists", name=mapped.name.schema):
        statement = sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(mapped.name.schema))
        _make(
            conn,
            country,
            Made(kind="schema", schema=None, name=mapped.name.schema, statement=statement),
        )
    if not holds(conn, "relation_exists", **named):
        _make(
            conn,
            country,
            Made(
                kind="table",
                schema=mapped.name.schema,
                name=mapped.name.table,
                statement=at_home.home_table(mapped),
            ),
        )
    elif not holds(conn, "made_here", **named):
        raise PreparationError(
            f"home {country}: there is a table {mapped.name} that Domicile did not make",
            hint="give the home a database of its own, or rename that table",
        )
    _widen(conn, country, mapped)
    for index, definition in at_home.home_indexes(mapped):
        if not holds(conn, "relation_exists", schema=mapped.name.schema, name=index):
            _execute(conn, country, definition, f"index {index!r} of {mapped.name}")
    _check_drift(conn, country, mapped)


def _widen(conn: Connection, country: str, mapped: MappedTable) -> None:
    """Columns that came into the data map since the home was prepared."""
    found = _columns(conn, mapped)
    for column in mapped.personal:
        if column.name not in found:
            what = f"column {column.name!r} of {mapped.name}"
            _execute(conn, country, at_home.add_column(mapped, column), what)


def _make(conn: Connection, country: str, each: Made) -> None:
    name = each.name if each.schema is None else f"{each.schema}.{each.name}"
    _execute(conn, country, each.statement, f"{each.kind} {name}")
    conn.execute(
        "INSERT INTO domicile.created (kind, schema_name, name) VALUES (%s, %s, %s)",
        (each.kind, each.schema, each.name),
    )


def _execute(conn: Connection, country: str, statement: Composable, what: str) -> None:
    try:
        with translated(f"home {country}"):
            conn.execute(statement.as_string(conn).encode())
    except DatabaseError as error:
        if error.sqlstate not in _NOT_THERE:
            raise
        raise PreparationError(
            f"home {country}: {what} needs a function or another object that is not there "
            f"(SQLSTATE {error.sqlstate})",
            hint="create at the home what the definition uses, or leave its columns out of the map",
        ) from None


def _exists(conn: Connection, made: Made) -> bool:
    match made.kind:
        case "schema":
            return holds(conn, "schema_exists", name=made.name)
        case "extension":
            return extension_schema(conn, made.name) is not None
        case "collation":
            return holds(conn, "collation_exists", schema=made.schema, name=made.name)
        case _:
            return holds(conn, "type_exists", schema=made.schema, name=made.name)


def _check_drift(conn: Connection, country: str, mapped: MappedTable) -> None:
    missing = sorted(mapped.home_columns - _columns(conn, mapped))
    if missing:
        raise PreparationError(
            f"home {country}: table {mapped.name} has no column {missing[0]!r}",
            hint="the home's table is older than the data map: return its people, `unapply`, "
            "`apply`",
        )


def _columns(conn: Connection, mapped: MappedTable) -> set[str]:
    named: dict[str, object] = {"schema": mapped.name.schema, "table": mapped.name.table}
    return {str(row[0]) for row in rows(conn, "relation_columns", named)}
