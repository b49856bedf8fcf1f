"""Digests of rows and dumps of schemas, taken by PostgreSQL's own means."""

from __future__ import annotations

import subprocess
from array import array
from contextlib import closing
from typing import TYPE_CHECKING, Final

from psycopg import sql

from domicile.demo.proof.model import Loaded, Written
from domicile.demo.store import connect
from domicile.errors import DomicileError
from domicile.pg.connection import Connection, translated
from domicile.pg.embedded_install import find_install, server_account

if TYPE_CHECKING:
    from collections.abc import Mapping

# pg_dump draws these keys by lot for each dump.
_RANDOM: Final = ("\\restrict ", "\\unrestrict ")


def loaded(dsn: str, counts: Mapping[str, int]) -> Loaded:
    """The digests of the first `counts` rows of each table, as the hub's own tables have them.

    Raises:
        ServerUnavailable, DatabaseError: see `domicile.errors`.
    """
    with translated("hub"), closing(connect(dsn, ("public",))) as conn:
        return Loaded(
            digests={name: array("q", _digests(conn, name, n)) for name, n in counts.items()}
        )


def written(dsn: str, counts: Mapping[str, int]) -> Written:
    """The digests of what the application wrote after the load, as whoever connects sees it.

    Raises:
        ServerUnavailable, DatabaseError: see `domicile.errors`.
    """
    with translated("hub"), closing(connect(dsn)) as conn:
        return Written(digests={name: _since(conn, name, n) for name, n in counts.items()})


def dump(dsn: str) -> str:
    """The schema as `pg_dump` writes it.

    Raises:
        DomicileError: pg_dump refuses.
    """
    install = find_install(server_account())
    done = subprocess.run(
        [install.tool("pg_dump"), "--schema-only", "--dbname", dsn],
        env=install.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DomicileError(f"pg_dump ended with status {done.returncode}")
    return "\n".join(line for line in done.stdout.splitlines() if not line.startswith(_RANDOM))


def _digests(conn: Connection, name: str, count: int) -> list[int]:
    """One digest a row, in the order of their ids, which the load numbered from 1 on."""
    query = sql.SQL(
        "COPY (SELECT hashtextextended(t::text, 0) FROM {} t WHERE id <= {} ORDER BY id) TO STDOUT"
    ).format(sql.Identifier(name), sql.Literal(count))
    with conn.cursor() as cur, cur.copy(query) as copy:
        return [int(str(row[0])) for row in copy.rows()]


def _since(conn: Connection, name: str, count: int) -> dict[int, int]:
    """New rows have higher ids; of old rows the application changes accounts, which says so."""
    changed = sql.SQL("updated_at > created_at") if name == "account" else sql.SQL("false")
    query = sql.SQL("SELECT id, hashtextextended(t::text, 0) FROM {} t WHERE id > {} OR {}").format(
        sql.Identifier(name), sql.Literal(count), changed
    )
    return {int(str(row[0])): int(str(row[1])) for row in conn.execute(query)}
