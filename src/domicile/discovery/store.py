"""Read an unknown database: its catalog in five queries, then a sample of each table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from psycopg import errors

from domicile.catalog.model import ForeignKey
from domicile.config.names import TableName
from domicile.discovery import statements
from domicile.discovery.kinds import kind_of
from domicile.discovery.links import Link
from domicile.discovery.model import Column, Relation
from domicile.discovery.proposal import Count
from domicile.discovery.speaks import Evidence
from domicile.discovery.ways import Way
from domicile.pg.compose import Composed
from domicile.pg.connection import Connection
from domicile.pg.query import load_queries

_Q = load_queries("domicile.discovery")
Row = tuple[Any, ...]
_KINDS = {
    "r": "table",
    "p": "partitioned table",
    "v": "view",
    "m": "materialized view",
    "f": "foreign table",
}
_UNREAD = {
    "v": "a view holds no rows of its own",
    "f": "a foreign table's rows are on another server",
}


_INCLUDED = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How much of each table is read: at most `rows` rows, chosen by `seed`."""

    rows: int = 400
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Sampled cells by column, in the order of the rows; `missed` says why there are none."""

    rows: int
    cells: Mapping[str, tuple[str | None, ...]]
    missed: str = ""


def be_careful(conn: Connection, *, timeout_s: float) -> None:
    """From here on the session only reads, waits 1 s for a lock, `timeout_s` for a query."""
    conn.execute(_Q["settings"], {"statement_timeout": f"{round(timeout_s * 1000)}ms"})


def read_estate(conn: Connection) -> dict[TableName, Relation]:
    """Every relation of the database that is not PostgreSQL's own or an extension's."""
    heads = conn.execute(_Q["relations"]).fetchall()
    oids = [cast("int", row[0]) for row in heads]
    names = {cast("int", row[0]): TableName(str(row[1]), str(row[2])) for row in heads}
    columns = _grouped(conn, "columns", oids)
    uniques = _grouped(conn, "uniques", oids)
    keys = {
        oid: _foreign_keys(rows, names)
        for oid, rows in _grouped(conn, "foreign_keys", oids).items()
    }
    pointed = _pointed_at(keys)
    relations = (
        _relation(row, columns[oid], uniques[oid], keys.get(oid, ()), pointed[names[oid]])
        for oid, row in zip(oids, cast("list[Row]", heads), strict=True)
    )
    return {relation.name: relation for relation in relations}


def take_sample(conn: Connection, relation: Relation, choice: Choice) -> Sample:
    """A sample of one table, in a transaction of its own.

    A table that is locked, or too slow even for an eighth of the rows, is not waited for: then
    `missed` of the sample says why.

    Raises:
        ServerUnavailable: the server is gone.
    """
    if relation.unread:
        return Sample(rows=0, cells={}, missed=relation.unread)
    columns = statements.sampled_columns(relation)
    if not columns:
        return Sample(rows=0, cells={})
    got, missed = _patiently(
        conn,
        relation,
        choice,
        lambda size, rows: statements.sample(relation, size=size, rows=rows, seed=choice.seed),
    )
    cells = zip(*got, strict=True) if got else (() for _ in columns)
    return Sample(
        rows=len(got),
        cells={column.name: tuple(each) for column, each in zip(columns, cells, strict=True)},
        missed=missed,
    )


def is_included(conn: Connection, link: Link, source: Relation, choice: Choice) -> bool:
    """Whether the values of a column are keys of another table, of nearly all sampled rows."""
    got, missed = _patiently(
        conn,
        source,
        choice,
        lambda size, rows: statements.inclusion(
            link, source, size=size, rows=rows, seed=choice.seed
        ),
    )
    pointing, found = got[0] if got else (0, 0)
    # An empty table says nothing against the name.
    return not missed and found >= _INCLUDED * pointing


def count_people(
    conn: Connection, relation: Relation, way: Way, subject_key: tuple[str, ...], choice: Choice
) -> Count | None:
    """Of a sample of rows, those without a person and with several; None if too slow."""
    got, missed = _patiently(
        conn,
        relation,
        choice,
        lambda size, rows: statements.belonging(
            relation, way, subject_key, size=size, rows=rows, seed=choice.seed
        ),
    )
    if missed or not got:
        return None
    rows, orphans, shared = got[0]
    return Count(rows=rows, orphans=orphans, shared=shared)


def count_evidence(
    conn: Connection, subject: Relation, evidence: Evidence, choice: Choice
) -> Counter[str | None] | None:
    """Of a sample of people, how many have which country's spelling; None if it took too long."""
    got, missed = _patiently(
        conn,
        subject,
        choice,
        lambda size, rows: statements.told(
            subject, evidence, size=size, rows=rows, seed=choice.seed
        ),
    )
    return None if missed else Counter(dict(got))


def _patiently(
    conn: Connection,
    relation: Relation,
    choice: Choice,
    query: Callable[[int, int], Composed],
) -> tuple[list[Row], str]:
    """The rows of a query over a sample, or why there are none; the second try is small."""
    missed = ""
    for rows in (choice.rows, max(1, choice.rows // 8)):
        try:
            with conn.transaction():
                statement = query(_size(conn, relation), rows)
                return cast("list[Row]", conn.execute(statement).fetchall()), ""
        except errors.QueryCanceled:
            missed = "took longer than the timeout"
        except errors.LockNotAvailable:
            return [], "is locked by somebody else"
        except errors.InsufficientPrivilege:
            return [], "may not be read by this role"
        except (errors.UndefinedTable, errors.UndefinedColumn):
            return [], "changed while it was looked at"
        except (errors.DataError, errors.UndefinedFunction, errors.ObjectNotInPrerequisiteState):
            return [], "has values that the server cannot show or compare"
    return [], missed


def _size(conn: Connection, relation: Relation) -> int:
    row = conn.execute(_Q["bytes"], {"oid": relation.oid}).fetchone()
    return int(cast("int", row[0])) if row else 0


def _grouped(conn: Connection, query: str, oids: list[int]) -> defaultdict[int, list[Row]]:
    """The rows of a query by the table that their first column names."""
    grouped: defaultdict[int, list[Row]] = defaultdict(list)
    for oid, *rest in cast("list[Row]", conn.execute(_Q[query], {"oids": oids}).fetchall()):
        grouped[oid].append(tuple(rest))
    return grouped


def _relation(
    head: Row,
    columns: list[Row],
    uniques: list[Row],
    keys: tuple[ForeignKey, ...],
    pointed: frozenset[str],
) -> Relation:
    oid, schema, name, relkind, comment, hidden, security, inherits, empty, usable = head
    plain = [tuple(row[2]) for row in uniques if row[1] and not row[4]]
    primary = next((tuple(row[2]) for row in uniques if row[0]), ())
    tied = {name for key in keys for name in key.columns}
    stays = _Stays(key=set(primary), tied=tied, pointed=pointed, uniques=uniques)
    readable = [row for row in columns if row[9]]
    return Relation(
        name=TableName(schema, name),
        oid=oid,
        kind=_KINDS[relkind],
        columns=tuple(_column(row, stays) for row in columns),
        key=primary,
        uniques=tuple(unique for unique in plain if unique != primary),
        foreign_keys=keys,
        comment=comment,
        unread=_unread(
            relkind, usable=usable and bool(readable or not columns), hidden=hidden, empty=empty
        ),
        unmapped=_unmapped(_KINDS[relkind], security=security, inherits=inherits, key=primary),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stays:
    """What keeps columns of one table in the hub: its keys and its indexes."""

    key: set[str]
    tied: set[str]
    pointed: frozenset[str]
    uniques: list[Row]

    def why(self, name: str) -> str:
        """Why that column cannot be blanked, or nothing."""
        if name in self.key:
            return "is part of the primary key"
        if name in self.tied:
            return "is part of a foreign key"
        if name in self.pointed:
            return "is pointed at by a foreign key"
        held = [row for row in self.uniques if name in row[2]]
        if any(row[4] for row in held):
            return "is under an EXCLUDE constraint"
        if any(row[3] for row in held):
            return "is under a unique index that is NULLS NOT DISTINCT"
        return ""


def _column(row: Row, stays: _Stays) -> Column:
    name, type_, not_null, comment, base, typtype, category, refuses, identity, may, reads = row
    why = stays.why(name)
    if not why and identity:
        why = "is an identity column"
    if not why and refuses:
        why = "has a domain that refuses NULL"
    return Column(
        name=name,
        type=type_,
        kind=kind_of(base, typtype, category),
        not_null=not_null,
        comment=comment,
        stays=why,
        reads=None if reads is None else frozenset(reads),
        readable=may,
    )


def _unread(relkind: str, *, usable: bool, hidden: bool, empty: bool) -> str:
    if relkind in _UNREAD:
        return _UNREAD[relkind]
    if not usable:
        return "may not be read by this role"
    if hidden:
        return "has row level security that hides rows from this role"
    return "was never refreshed" if empty else ""


def _unmapped(kind: str, *, security: bool, inherits: bool, key: tuple[str, ...]) -> str:
    if kind != "table":
        return f"is a {kind}"
    if inherits:
        return "is part of an inheritance tree"
    if security:
        return "has row level security"
    return "" if key else "has no primary key"


def _foreign_keys(rows: list[Row], names: Mapping[int, TableName]) -> tuple[ForeignKey, ...]:
    return tuple(
        ForeignKey(name=name, columns=tuple(near), target=names[target], far=tuple(far))
        for name, near, target, far in rows
        if target in names
    )


def _pointed_at(
    keys: Mapping[int, tuple[ForeignKey, ...]],
) -> defaultdict[TableName, frozenset[str]]:
    pointed: defaultdict[TableName, frozenset[str]] = defaultdict(frozenset)
    for each in keys.values():
        for key in each:
            pointed[key.target] |= set(key.far)
    return pointed
