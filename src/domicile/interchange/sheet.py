"""The record of processing as a CSV file, to and fro: nothing that people wrote in it is lost.

Source: RFC 4180; OWASP, "CSV Injection", for cells that a spreadsheet would run.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from domicile.errors import ConfigError
from domicile.interchange.files import check_size
from domicile.interchange.register import (
    CATEGORY,
    COLUMNS,
    CONTROLLER,
    PEOPLES,
    SUBJECTS,
    Key,
    Row,
)

# What a spreadsheet takes for the beginning of a formula; the last four are full-width.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_QUOTE = "'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What people wrote in an earlier record: in their own columns, and in those they added."""

    added: tuple[str, ...] = ()
    cells: Mapping[Key, Mapping[str, str]] = field(default_factory=dict[Key, Mapping[str, str]])

    def written(self, key: Key) -> tuple[str, ...]:
        """The columns of that row in which people wrote something; all begin with a controller."""
        return tuple(name for name, text in self.cells[key].items() if text and name != CONTROLLER)


def render(rows: Mapping[Key, Row], earlier: Earlier | None = None) -> str:
    """The record as CSV with a header, lines ended by CR LF; earlier cells of people are kept."""
    before = earlier or Earlier()
    out = io.StringIO()
    writer = csv.writer(out)
    header = (*COLUMNS, *before.added)
    writer.writerow([_safe(name) for name in header])
    for key, row in rows.items():
        theirs = before.cells.get(key, {})
        writer.writerow([_safe(theirs.get(name, "") or row.get(name, "")) for name in header])
    return out.getvalue()


def vanished(rows: Mapping[Key, Row], earlier: Earlier) -> tuple[Key, ...]:
    """The rows of the earlier record that the new one does not have."""
    return tuple(sorted(earlier.cells.keys() - rows.keys()))


def read(text: str, *, source: str) -> Earlier:
    """What people wrote in a record, commas or semicolons between the cells.

    Raises:
        ConfigError: it is not a record that `domicile map register` wrote, or has a row twice.
    """
    check_size(text, source)
    plain = text.removeprefix("\N{BYTE ORDER MARK}")
    mark = ";" if plain.lstrip('"').startswith((f"{COLUMNS[0]};", f'{COLUMNS[0]}";')) else ","
    lines = csv.reader(io.StringIO(plain, newline=""), delimiter=mark, strict=True)
    cells: dict[Key, dict[str, str]] = {}
    try:
        header = _header(next(lines, list[str]()), source)
        for line in lines:
            if any(line):
                key, row = _row(header, line, f"{source}: line {lines.line_num}")
                if key in cells:
                    raise ConfigError(
                        f"{source}: line {lines.line_num}: {', '.join(key)} is there twice",
                        hint="keep one row for each kind of people and category",
                    )
                cells[key] = row
    except csv.Error:
        raise ConfigError(
            f"{source}: line {lines.line_num}: is not CSV", hint="save it as CSV, UTF-8"
        ) from None
    return Earlier(added=tuple(name for name in header if name not in COLUMNS), cells=cells)


def _header(line: list[str], source: str) -> list[str]:
    if not line:
        raise ConfigError(
            f"{source}: is empty",
            hint="do not redirect into the file that is merged: the shell empties it first",
        )
    header = [_raw(name) for name in line]
    missing = [name for name in (SUBJECTS, CATEGORY, *PEOPLES) if name not in header]
    if missing:
        raise ConfigError(
            f"{source}: has no column {missing[0]!r}",
            hint="keep the header as `domicile map register` wrote it; more columns are welcome",
        )
    if len(set(header)) < len(header):
        raise ConfigError(f"{source}: has a column twice", hint="give each a name of its own")
    return header


def _row(header: list[str], line: list[str], place: str) -> tuple[Key, dict[str, str]]:
    if len(line) != len(header):
        raise ConfigError(
            f"{place}: has {len(line)} cells and not {len(header)}", hint="save it as CSV, UTF-8"
        )
    row = {name: _raw(cell) for name, cell in zip(header, line, strict=True)}
    theirs = {name: text for name, text in row.items() if name in PEOPLES or name not in COLUMNS}
    return (row[SUBJECTS], row[CATEGORY]), theirs


def _safe(cell: str) -> str:
    """The cell as a spreadsheet shows it and does not run it."""
    return _QUOTE + cell if cell[:1] in _FORMULA else cell


def _raw(cell: str) -> str:
    """What was meant by a cell that `_safe` wrote."""
    return cell[1:] if cell[:1] == _QUOTE and cell[1:2] in _FORMULA else cell
