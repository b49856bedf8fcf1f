"""The labelled corpus: schemas in the manner of real applications, with what is true of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psycopg
from psycopg import sql

ROOT = Path(__file__).parents[1] / "corpus"
Half = Literal["train", "practice", "test"]
HALVES: tuple[Half, ...] = ("train", "practice", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """One labelled schema: (table, column) -> label, table -> whose its rows are.

    A label is a Fides category, empty for a column that is not personal, or `?` where informed
    people would disagree: those are not counted.
    """

    name: str
    half: Half
    folder: Path
    labels: dict[tuple[str, str], str]
    paths: dict[str, frozenset[str]]


def schemas(half: Half) -> Iterator[Schema]:
    """The schemas of one half, by name."""
    for folder in sorted((ROOT / half).iterdir()):
        yield Schema(
            name=folder.name,
            half=half,
            folder=folder,
            labels={
                (row["table"], row["column"]): row["label"] for row in _rows(folder / "labels.csv")
            },
            paths={
                row["table"]: frozenset(each.strip() for each in row["path"].split("|"))
                for row in _rows(folder / "paths.csv")
            },
        )


def load(schema: Schema, admin_dsn: str) -> str:
    """Make a database of the schema with its rows; the name of the database."""
    name = f"{schema.half}_{schema.name}"
    with psycopg.connect(admin_dsn, autocommit=True) as conn:
        conn.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
        conn.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    dsn = psycopg.conninfo.make_conninfo(admin_dsn, dbname=name)
    with psycopg.connect(dsn) as conn:
        for file in ("schema.sql", "data.sql"):
            conn.execute((schema.folder / file).read_bytes())
    return dsn


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
