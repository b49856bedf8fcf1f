"""What the files of a data directory are, by their paths. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal[
    "heap", "index", "toast", "sequence", "relation", "statistics", "WAL", "temp", "log", "other"
]
_RELATION = re.compile(
    r"(?P<place>global|base/(?P<database>\d+)|pg_tblspc/\d+/[^/]+/(?P<elsewhere>\d+))/"
    r"(?P<node>t?\d+(?:_\d+)?)(?:_(?P<fork>fsm|vm|init))?(?:\.(?P<segment>\d+))?"
)
_WAL = re.compile(r"pg_wal/[0-9A-F]{24}(\.partial)?")
_KINDS: dict[str, Kind] = {
    "r": "heap",
    "m": "heap",
    "i": "index",
    "I": "index",
    "t": "toast",
    "S": "sequence",
}
#: The catalog's own tables of values: pg_statistic and pg_statistic_ext_data.
_STATISTICS = re.compile(r"pg_catalog\.pg_statistic|pg_toast\.pg_toast_(2619|3429)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation of the catalog: its qualified name, and its kind as pg_class has it."""

    name: str
    relkind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file to scan.

    Attributes:
        path: where it is.
        name: how the report calls it: relative to the data directory.
        kind: what it is.
        relation: whose it is; says so when the catalog does not know it.
        paged: true for the main fork of a relation.
    """

    path: Path
    name: str
    kind: Kind
    relation: str | None = None
    paged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """What the server says of its files.

    Attributes:
        relations: path of the first segment's main fork -> the relation.
        databases: OID -> name.
        current: OID of the database whose relations are known.
        logs: the log directory, relative or absolute.
    """

    relations: Mapping[str, Relation]
    databases: Mapping[str, str]
    current: str
    logs: str


def classify(path: Path, name: str, catalog: Catalog) -> File:
    """What a file of the data directory is.

    Args:
        name: its path relative to the data directory, with slashes.
    """
    if _WAL.fullmatch(name):
        return File(path=path, name=name, kind="WAL")
    if "pgsql_tmp" in name:
        return File(path=path, name=name, kind="temp")
    if name.startswith(("pg_stat/", "pg_stat_tmp/")):
        return File(path=path, name=name, kind="statistics")
    if _is_log(name, catalog.logs):
        return File(path=path, name=name, kind="log")
    match = _RELATION.fullmatch(name)
    if match is None:
        return File(path=path, name=name, kind="other")
    return _of_relation(path, name, match, catalog)


def _of_relation(path: Path, name: str, match: re.Match[str], catalog: Catalog) -> File:
    known = catalog.relations.get(f"{match['place']}/{match['node']}")
    database = match["database"] or match["elsewhere"] or catalog.current
    kind: Kind = "relation"
    if known is not None:
        kind = _KINDS.get(known.relkind, "relation")
        called = known.name
        if _STATISTICS.match(called):
            kind = "statistics"
    elif database != catalog.current:
        called = f"a relation of database {catalog.databases.get(database, database)}"
    elif match["node"].startswith("t"):
        kind, called = "temp", "a temporary table"
    else:
        called = "no longer in the catalog"
    return File(path=path, name=name, kind=kind, relation=called, paged=match["fork"] is None)


def _is_log(name: str, logs: str) -> bool:
    return bool(logs) and not logs.startswith("/") and name.startswith(f"{logs.rstrip('/')}/")
