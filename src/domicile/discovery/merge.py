"""New decisions written into a file that people have worked on: theirs stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import AoT, InlineTable, Table

from domicile.config.names import TableName, parse_table_name
from domicile.discovery.changes import Changes
from domicile.discovery.draft import entry_text, open_place, open_texts
from domicile.discovery.model import Estate, Finding
from domicile.discovery.proposal import Entry
from domicile.discovery.toml_text import evidence_of

NEW = "new: "
_SKELETON = re.compile(r"^\[skeleton\b", re.MULTILINE)


def merge(written: str, changes: Changes, estate: Estate) -> str:
    """The file with what is new in it: columns under their tables, tables at the end.

    Nothing that stands in it is changed or taken away: what is gone is only told.
    """
    if not changes.fresh:
        return written
    document = tomlkit.parse(written)
    own = _tables(document)
    homeless: list[Entry] = []
    for entry in changes.fresh:
        table = own.get(entry.relation.name)
        if table is not None:
            _add(cast("Table", table["columns"]), entry.mapped)
        elif entry.mapped:
            homeless.append(entry)
        _add_kept(document, entry)
    body = tomlkit.dumps(document)
    # Beside their like: a table of the map behind the skeleton would be out of order.
    first = _SKELETON.search(body)
    place = first.start() if first else len(body)
    before, after = body[:place].rstrip(), body[place:]
    added = [entry_text(estate, entry) for entry in homeless]
    opened = list(open_texts(_untold(entry, written) for entry in changes.fresh))
    return "\n".join([before, "", *added, *opened, after]).rstrip() + "\n"


def _untold(entry: Entry, written: str) -> Entry:
    """The entry without what an earlier look has told already, and nobody has decided."""
    return replace(
        entry,
        open=tuple(
            (finding, why) for finding, why in entry.open if open_place(finding) not in written
        ),
    )


def _tables(document: TOMLDocument) -> dict[TableName, Table]:
    listed = cast("Any", document).get("table")
    tables = cast("Iterable[Table]", listed) if isinstance(listed, AoT) else ()
    return {parse_table_name(str(table["table"])): table for table in tables}


def _add(columns: Table | InlineTable, findings: Iterable[Finding]) -> None:
    for finding in findings:
        item = tomlkit.item(finding.category)
        if isinstance(columns, InlineTable):  # a comment in a line would end it
            columns.append(finding.column, item)
            continue
        item.comment(NEW + _one_line(evidence_of(finding)))
        columns.add(finding.column, item)


def _add_kept(document: TOMLDocument, entry: Entry) -> None:
    if not entry.kept:
        return
    if "skeleton" not in document:
        document.add("skeleton", tomlkit.table(is_super_table=True))
    skeleton: Any = document["skeleton"]
    name = next((key for key in skeleton if parse_table_name(key) == entry.relation.name), None)
    if name is None:
        name = str(entry.relation.name)
        skeleton.add(name, tomlkit.table())
    _add(cast("Table", skeleton[name]), entry.kept)


def _one_line(words: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in words)
