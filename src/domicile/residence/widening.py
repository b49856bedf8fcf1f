"""A data map that has grown: what residents have in new tables and columns goes home too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from domicile.catalog.model import Column
from domicile.config.names import TableName
from domicile.errors import PreparationError
from domicile.pg.compose import Composable, Composed, comma, equal, lines, qualified, sql
from domicile.pg.connection import Connection
from domicile.residence.fragments import Fragments, fields

#: How many rows may go home while the application waits for its table.
MOST = 5_000


def widen(
    conn: Connection, parts: Iterable[Fragments], before: Mapping[TableName, set[str]]
) -> None:
    """In the transaction of `apply`: nothing of a resident is taken for what it is not.

    Rows of a new table are pinned where they are, in the hub, and the mover carries them home.
    A row of a known table cannot be half at home: the values of its new columns go there at
    once, in this transaction; postgres_fdw commits the home first, so none is blanked before
    its copy is safe (I2).

    Args:
        before: the personal columns of each table as they were applied.

    Raises:
        PreparationError: too many rows have values in a new column.
    """
    for f in parts:
        known = before.get(f.mapped.name)
        if known is None:
            _run(conn, _pin_here(f))
            continue
        new = [column for column in f.mapped.written if column.name not in known]
        if new:
            _send(conn, f, new)


def _pin_here(f: Fragments) -> Iterator[Composed]:
    # A pin without a home: the column was NOT NULL in an older version.
    yield sql.SQL("ALTER TABLE {} ALTER COLUMN home DROP NOT NULL").format(f.pin)
    keys = comma(qualified(name, "w") for name in f.own_keys)
    yield sql.SQL(
        "INSERT INTO {} SELECT {}, NULL, false FROM {} w WHERE w.home IS NOT NULL"
        " ON CONFLICT DO NOTHING"
    ).format(f.pin, keys, f.own("placed"))


def _send(conn: Connection, f: Fragments, new: list[Column]) -> None:
    held = lines([sql.SQL("{} IS NOT NULL").format(x) for x in fields("t", new)], " OR ")
    found = sql.SQL("FROM {} t JOIN {} w ON {} WHERE w.home IS NOT NULL AND ({})").format(
        f.base,
        f.own("placed"),
        equal((qualified(name, "w") for name in f.own_keys), fields("t", f.mapped.key)),
        held,
    )
    counted = sql.SQL("SELECT count(*) FROM (SELECT {} LIMIT {}) x").format(
        found, sql.Literal(MOST + 1)
    )
    row = conn.execute(_text(counted)).fetchone()
    if row and int(str(row[0])) > MOST:
        raise PreparationError(
            f"table {f.mapped.name}: more than {MOST} residents' rows have values in the new "
            f"personal column {new[0].name!r}",
            hint="`domicile return` their people, `domicile apply`, then `domicile move`",
        )
    _run(conn, _statements(f, new, found))


def _statements(f: Fragments, new: list[Column], found: Composed) -> Iterator[Composable]:
    moved = sql.SQL("{} AND NOT w.mirrored").format(found)
    mirrored = sql.SQL("{} AND w.mirrored").format(found)
    home, row = sql.SQL("w.home"), sql.Identifier("t")
    amend = f.call("amend", [home, *fields("t", f.mapped.key), row])
    yield sql.SQL("SELECT {} {}").format(amend, moved)
    yield sql.SQL("SELECT {} {}").format(f.call("write", [home, row]), mirrored)
    yield sql.SQL("SET LOCAL session_replication_role = replica")  # I8
    yield sql.SQL("UPDATE {} b SET {} FROM (SELECT {} {}) x WHERE {}").format(
        f.base,
        comma(sql.SQL("{} = NULL").format(sql.Identifier(column.name)) for column in new),
        comma(fields("t", f.mapped.key)),
        moved,
        equal(fields("b", f.mapped.key), fields("x", f.mapped.key)),
    )
    yield sql.SQL("SET LOCAL session_replication_role = origin")


def _run(conn: Connection, statements: Iterable[Composable]) -> None:
    for statement in statements:
        conn.execute(_text(statement))


def _text(statement: Composable) -> bytes:
    return statement.as_string(None).encode()
