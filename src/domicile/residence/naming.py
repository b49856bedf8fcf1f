"""What Domicile's own objects are called."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from domicile.config.names import TableName

_STEM_BYTES = 36
GUARD = "~domicile"
#: The first key of the advisory locks of transactions that have asked a home; the second is the
#: hash of its country. Other programs have the other 4,294,967,295 spaces.
LOCK_SPACE = int.from_bytes(b"domi")
#: Where the directory says a person lives whom a restored hub is not sure about: no such home
#: exists, so every write of personal data is refused until `domicile run` has put it right.
SUSPENDED = "suspended"


def stems(tables: Iterable[TableName]) -> dict[TableName, str]:
    """A short unique stem for each table, from which its objects' names are made.

    A table's own name when that is short, plain and the only one of its kind; otherwise its
    beginning and a digest, so that any 63-byte name leaves room for a suffix.
    """
    listed = list(tables)
    times = Counter(name.table for name in listed)
    return {name: _stem(name, alone=times[name.table] == 1) for name in listed}


def _stem(name: TableName, *, alone: bool) -> str:
    fits = len(name.table.encode()) <= _STEM_BYTES
    if fits and alone and name.table.replace("_", "").isalnum():
        return name.table
    digest = hashlib.sha256(f"{name.schema}\0{name.table}".encode()).hexdigest()[:8]
    start = "".join(c if c.isalnum() else "_" for c in name.table)
    while len(start.encode()) > _STEM_BYTES - 9:
        start = start[:-1]
    return f"{start}_{digest}"


def directory(kind: str) -> str:
    """The directory of a kind of subject."""
    return f"directory_{kind}"


def server(country: str) -> str:
    """The foreign server of a home."""
    return f"home_{country.lower()}"


def foreign(stem: str, country: str) -> str:
    """The foreign table for a table's rows at a home."""
    return f"{stem}_{country.lower()}"
