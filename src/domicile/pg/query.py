"""SQL that lives in `.sql` files: each query has a name, a reason and its text."""

from __future__ import annotations

import re
from importlib import resources
from typing import LiteralString, cast

from psycopg import sql

_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


def load_queries(package: str, file: str = "queries.sql") -> dict[str, sql.SQL]:
    """The queries of a package's file by name.

    A query may hold `{placeholders}` for identifiers, to be filled with `.format()`; a brace
    that is meant is doubled. This is the one place that vouches for the text: it comes from
    our own files, never from outside.
    """
    text = resources.files(package).joinpath(file).read_text(encoding="utf-8")
    _, *pieces = _NAME.split(text)
    names, bodies = pieces[::2], pieces[1::2]
    if len(set(names)) < len(names):
        raise ValueError(f"{package}: {file} has two queries of one name")
    return {
        name: sql.SQL(cast("LiteralString", body.strip()))
        for name, body in zip(names, bodies, strict=True)
    }
