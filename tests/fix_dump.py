"""What pg_dump says of a database, in a form that can be compared."""

from __future__ import annotations

import subprocess

from domicile.pg.embedded_install import find_install, server_account

# Random, or the time of the dump.
_PER_DUMP = ("\\restrict ", "\\unrestrict ", "-- Dumped ", "-- Started on", "-- Completed on")


def dump(dsn: str, *options: str) -> list[str]:
    """Schema and data; the rows of each COPY block in order, the rest as it comes."""
    tool = find_install(server_account()).tool("pg_dump")
    done = subprocess.run(
        [tool, "--dbname", dsn, *options], check=True, capture_output=True, text=True
    )
    lines: list[str] = []
    block: list[str] | None = None
    for line in done.stdout.splitlines():
        if block is not None:
            block.append(line)
            if line == "\\.":
                lines += sorted(block)
                block = None
        elif not line.startswith(_PER_DUMP):
            lines.append(line)
            block = [] if line.startswith("COPY ") and line.endswith("FROM stdin;") else None
    return lines
