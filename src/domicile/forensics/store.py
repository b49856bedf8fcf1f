"""What forensics reads from hub and homes: values stream through and stay in this process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from domicile.catalog.model import MappedTable, Subject
from domicile.config.names import TableName
from domicile.errors import DatabaseError
from domicile.forensics.files import Catalog, Relation
from domicile.forensics.rows import Attribute, Layout, Residents, key_on_page
from domicile.forensics.wire import Encoder
from domicile.pg.compose import Composable, Composed, comma, lines, names, own, sql, table
from domicile.pg.connection import Connection, translated
from domicile.pg.query import load_queries
from domicile.residence import naming
from domicile.residence.fragments import Fragments

_Q = load_queries("domicile.forensics")
_CODECS = {
    "SQL_ASCII": "utf-8",
    "MULE_INTERNAL": "utf-8",
    "EUC_CN": "gb2312",
    "EUC_JIS_2004": "euc_jis_2004",
    "UHC": "cp949",
    "WIN866": "cp866",
    "WIN874": "cp874",
    "KOI8R": "koi8-r",
    "KOI8U": "koi8-u",
    "SHIFT_JIS_2004": "shift_jis_2004",
}
Row = tuple[bytes | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which cluster the hub is, and where it says its files are."""

    system: int | None
    data_directory: str | None
    log_directory: str
    block_size: int
    wal_block_size: int
    codec: str
    database: str


def is_ready(conn: Connection) -> bool:
    """Whether `apply` was run here."""
    return bool(_rows(conn, "is_ready")[0][0])


def identity(conn: Connection) -> Identity:
    """The hub's."""
    system, data, logs, block, wal_block, encoding, database = _rows(conn, "identity")[0]
    return Identity(
        system=None if system is None else int(system),
        data_directory=data,
        log_directory=logs or "",
        block_size=block,
        wal_block_size=wal_block,
        codec=_codec(encoding),
        database=database,
    )


def _codec(encoding: str) -> str:
    if encoding in _CODECS:
        return _CODECS[encoding]
    name = encoding.lower().replace("_", "-")
    if name.startswith("win"):
        return "cp" + name[3:]
    if name.startswith("latin"):
        numbers = {5: 9, 6: 10, 7: 13, 8: 14, 9: 15, 10: 16}
        number = int(name[5:])
        return f"iso8859-{numbers.get(number, number)}"
    return name.replace("-", "_")


def checkpoint(conn: Connection) -> bool:
    """The files hold what shared memory holds; False when the role may not ask for it."""
    try:
        with translated("hub"):
            conn.execute(_Q["checkpoint"])
    except DatabaseError as error:
        if error.sqlstate != "42501":
            raise
        return False
    return True


def catalog(conn: Connection, known: Identity) -> Catalog:
    """What the files of this database are."""
    return Catalog(
        relations={
            path: Relation(name=name, relkind=kind) for path, name, kind in _rows(conn, "relations")
        },
        databases=dict(_rows(conn, "databases")),
        current=known.database,
        logs=known.log_directory,
    )


def encoder(conn: Connection, codec: str) -> Encoder:
    """The types of one server; `codec` is the hub's, in whose files we search."""
    return Encoder(
        senders=dict(_rows(conn, "senders")), elements=dict(_rows(conn, "elements")), codec=codec
    )


def homes_of(conn: Connection, subject: Subject) -> list[str]:
    """The homes that residents live at who must not be in the hub."""
    query = sql.SQL(
        "SELECT DISTINCT home FROM {} WHERE home IS NOT NULL AND NOT mirrored ORDER BY 1"
    ).format(own(naming.directory(subject.kind)))
    return [str(row[0]) for row in _execute(conn, query)]


def column_types(conn: Connection, name: TableName) -> dict[str, int]:
    """The type of each column: its OID on this server."""
    return {row[1]: row[4] for row in _attributes(conn, name) if not row[5]}


def layout(conn: Connection, mapped: MappedTable) -> Layout:
    """How the rows of a mapped table lie on its pages."""
    found = _attributes(conn, mapped.name)
    numbers = {row[1]: row[0] for row in found if not row[5]}
    return Layout(
        attributes=tuple(
            Attribute(number=row[0], name=row[1], length=row[2], align=row[3]) for row in found
        ),
        key=tuple(numbers[column.name] for column in mapped.key),
        personal=tuple(numbers[column.name] for column in mapped.written),
    )


def file_of(conn: Connection, mapped: MappedTable) -> str | None:
    """The table's first file, relative to the data directory; None for a partitioned table."""
    return _rows(conn, "file", {"table": _regclass(conn, mapped.name)})[0][0]


def values(conn: Connection, mapped: MappedTable) -> Iterator[Row]:
    """The personal columns of every row that has any, in wire form, in the order of `written`."""
    columns = [sql.Identifier(column.name) for column in mapped.written]
    there = lines([sql.SQL("{} IS NOT NULL").format(column) for column in columns], " OR ")
    yield from _copy(
        conn,
        sql.SQL("SELECT {} FROM {} WHERE {}").format(comma(columns), table(mapped.name), there),
    )


def residents(conn: Connection, f: Fragments, senders: Mapping[int, str]) -> Residents:
    """The keys of a table's rows that live at homes and nowhere else."""
    types = column_types(conn, f.mapped.name)
    kinds = [senders.get(types[column.name], "") for column in f.mapped.key]
    query = sql.SQL("SELECT {} FROM {} WHERE home IS NOT NULL AND NOT mirrored").format(
        names(f.own_keys), f.own("placed")
    )
    keys = _copy(conn, query)
    return Residents.of(
        tuple(key_on_page(part or b"", kind) for part, kind in zip(key, kinds, strict=True))
        for key in keys
    )


def not_seen(conn: Connection) -> list[tuple[str, str, str]]:
    """What is not in the data directory: (what, name, what to do)."""
    found = [(str(a), str(b), str(c)) for a, b, c in _rows(conn, "not_seen")]
    for (name,) in _rows(conn, "stale_statistics"):
        todo = "ANALYZE it: values that are too short to look for may be among its statistics"
        found.append(("statistics", str(name), todo))
    return found


def tablespaces(conn: Connection) -> list[tuple[str, str, str]]:
    """(name, location, OID) of those outside the data directory."""
    return [(name, location, oid) for name, location, oid in _rows(conn, "tablespaces")]


def _copy(conn: Connection, query: Composable) -> Iterator[Row]:
    statement = sql.SQL("COPY ({}) TO STDOUT (FORMAT binary)").format(query)
    with conn.cursor() as cursor, cursor.copy(statement.as_string(conn).encode()) as copy:
        for row in copy.rows():
            yield cast("Row", row)


def _attributes(conn: Connection, name: TableName) -> list[tuple[Any, ...]]:
    return _rows(conn, "attributes", {"table": _regclass(conn, name)})


def _regclass(conn: Connection, name: TableName) -> str:
    return table(name).as_string(conn)


def _rows(
    conn: Connection, query: str, params: Mapping[str, object] | None = None
) -> list[tuple[Any, ...]]:
    return conn.execute(_Q[query], params).fetchall()


def _execute(conn: Connection, query: Composed) -> list[tuple[Any, ...]]:
    return conn.execute(query.as_string(conn).encode()).fetchall()
