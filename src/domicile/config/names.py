"""Names of tables as people write them in the config, read as PostgreSQL reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(r'"((?:[^"\0]|"")+)"|([^".\s\0]+)')
_PLAIN = re.compile(r'[^".\s]+')
_MAX_PARTS = 2
MAX_IDENTIFIER_BYTES = 63


@dataclass(frozen=True, slots=True, order=True)
class TableName:
    """A schema-qualified table name, each part as it stands in pg_class, unquoted."""

    schema: str
    table: str

    def __str__(self) -> str:
        """The name as the config has it, a part quoted only where the config demands it."""
        return ".".join(_quoted(part) for part in (self.schema, self.table))


def parse_table_name(text: str) -> TableName:
    """The table that `text` names: `customer`, `public.customer`, `"a schema"."a.table"`.

    An unquoted part is taken as written (no folding to lower case: what stands in the file
    is what stands in the catalog). A missing schema means `public`.

    Raises:
        ValueError: the text is not one or two dotted parts, or a part is over 63 bytes.
    """
    parts = _parts(text)
    if len(parts) > _MAX_PARTS:
        raise ValueError(f"{text!r} has more than a schema and a table")
    if any(len(part.encode()) > MAX_IDENTIFIER_BYTES for part in parts):
        raise ValueError(f"{text!r}: a name has at most {MAX_IDENTIFIER_BYTES} bytes")
    schema, table = parts if len(parts) == _MAX_PARTS else ("public", parts[0])
    return TableName(schema, table)


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    position = 0
    while True:
        match = _PART.match(text, position)
        if match is None:
            raise ValueError(f"{text!r} is not a table name like public.customer")
        quoted, plain = match.groups()
        parts.append(quoted.replace('""', '"') if quoted is not None else plain)
        position = match.end()
        if position == len(text):
            return parts
        if text[position] != ".":
            raise ValueError(f"{text!r}: put names with spaces, quotes or dots in double quotes")
        position += 1


def _quoted(part: str) -> str:
    if _PLAIN.fullmatch(part):
        return part
    return '"' + part.replace('"', '""') + '"'
