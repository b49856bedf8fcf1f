"""Other places where values may be: found and named, each with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from domicile.catalog.model import DataMap
from domicile.config.names import TableName
from domicile.pg.compose import Composed, sql, table
from domicile.pg.connection import Connection
from domicile.scrub import store
from domicile.scrub.model import Finding, Level

_ELSEWHERE = {
    "standby": (
        "has the same files; it forgets when it replays the rewrite and its own WAL is used up",
        "look at its country; scrub again when it has caught up, to write over its WAL too",
    ),
    "replication slot": (
        "keeps WAL, and perhaps dead rows, for a consumer that may keep values itself",
        "see where it leads; drop it when nobody reads it",
    ),
    "WAL archive": (
        "has every old row",
        "let its retention end, with that of the base backups",
    ),
}
_COPIES = {
    "materialized view": "REFRESH MATERIALIZED VIEW it, VACUUM FULL it, then run scrub --force",
    "publication": "ask its subscribers to delete what they were sent",
}


def look(conn: Connection, data_map: DataMap) -> list[Finding]:
    """Everything outside the mapped tables' files that can be seen from the hub."""
    names = [mapped.name for mapped in data_map.tables]
    return [
        *_stale_statistics(conn, names),
        *_copies(conn, names),
        *_files(conn),
        *_elsewhere(conn),
        *_logs(conn),
    ]


def forget_statements(conn: Connection) -> list[Finding]:
    """Empty pg_stat_statements: its file has texts, some with values in them."""
    schema, loaded = store.rows(conn, "statements_extension")[0]
    if not loaded and schema is None:
        return []
    if schema is not None and loaded:
        name = sql.Identifier(schema, "pg_stat_statements_reset")
        reset = sql.SQL("SELECT {}()").format(name).as_string(None).encode()
        if store.permitted(conn, reset):
            return []
    return [
        _finding(
            "act" if loaded else "know",
            "pg_stat_statements",
            "its file keeps texts of statements, some with values in them",
            "SELECT pg_stat_statements_reset() in a database that has the extension",
        )
    ]


def _stale_statistics(conn: Connection, names: Iterable[TableName]) -> Iterator[Finding]:
    for name in names:
        empty = not conn.execute(_any_row(name).as_string(None).encode()).fetchall()
        for (column,) in store.rows(
            conn,
            "stale_statistics",
            table=store.literal(name),
            schema=name.schema,
            name=name.table,
            empty=empty,
        ):
            yield _finding(
                "act",
                f"pg_statistic, {name}.{column}",
                "ANALYZE leaves the most common values of this column as they are",
                "as superuser, delete its rows of pg_statistic; then run scrub --force",
            )
    for (window,) in store.rows(conn, "foreign_statistics"):
        yield _finding(
            "act",
            f"pg_statistic, {window}",
            "somebody has analyzed this window on a home: values of residents were sampled",
            "run `domicile apply`, which makes it afresh, then `domicile scrub --force`",
        )


def _any_row(name: TableName) -> Composed:
    return sql.SQL("SELECT FROM {} LIMIT 1").format(table(name))


def _copies(conn: Connection, names: Iterable[TableName]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for name in names:
        for kind, copy in store.rows(
            conn, "copies", table=store.literal(name), schema=name.schema, name=name.table
        ):
            if (kind, copy) not in seen:
                seen.add((kind, copy))
                what = f"may have values of {name} from before the move"
                yield _finding("know", f"{kind} {copy}", what, _COPIES[kind])


def _files(conn: Connection) -> Iterator[Finding]:
    for (file,) in store.rows_or_none(conn, "temporary_files") or []:
        yield _finding(
            "act",
            f"tablespace {file}",
            "a temporary file of a process that is gone",
            "it goes when the server restarts; or remove it by hand",
        )
    orphans = store.rows_or_none(conn, "orphans")
    if orphans is None:
        yield _finding(
            "know",
            "data directory",
            "the role may not look for files that belong to no table",
            "GRANT pg_read_server_files TO the role, and EXECUTE ON pg_ls_dir, pg_stat_file",
        )
    for (path,) in orphans or []:
        yield _finding(
            "act",
            path,
            "belongs to no table: a crash left it",
            "make sure that no table has it (oid2name), then remove it while the server is down",
        )


def _elsewhere(conn: Connection) -> Iterator[Finding]:
    for kind, name in store.rows(conn, "elsewhere"):
        what, cure = _ELSEWHERE[kind]
        yield _finding("know", f"{kind} {name}", what, cure)


def _logs(conn: Connection) -> Iterator[Finding]:
    found = store.rows_or_none(conn, "logs")
    what = "what the server wrote before today's settings is still in it"
    if found is None:
        yield _finding(
            "know", "server log", what, "find it, look for values in it, delete what is old"
        )
        return
    destination, collected, data, folder = found[0]
    if collected:
        where = f"{PurePosixPath(str(data)) / str(folder)}{_counted(conn)}"
    else:
        where = f"server log ({destination}, kept by whatever started the server)"
    yield _finding("know", where, what, "look for values in it; delete what is old")


def _counted(conn: Connection) -> str:
    found = store.rows_or_none(conn, "log_files")
    return f": {found[0][0]} files, the oldest of {found[0][1]}" if found else ""


def _finding(level: Level, where: str, what: str, cure: str) -> Finding:
    return Finding(level=level, server="hub", where=where, what=what, cure=cure)
