"""`domicile.toml`: read at the door, checked there, plain values inside."""

from __future__ import annotations

from domicile.config.load import load, resolve
from domicile.config.model import (
    Config,
    EvidenceEntry,
    Home,
    HopEntry,
    Hub,
    SubjectEntry,
    TableEntry,
)
from domicile.config.names import TableName, parse_table_name

__all__ = [
    "Config",
    "EvidenceEntry",
    "Home",
    "HopEntry",
    "Hub",
    "SubjectEntry",
    "TableEntry",
    "TableName",
    "load",
    "parse_table_name",
    "resolve",
]
