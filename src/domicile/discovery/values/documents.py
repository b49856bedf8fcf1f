"""Read the leaves of one document: JSON, PostgreSQL's arrays and hstore, XML; cut or broken too.

Each reader makes one pass with patterns that always move on: its time is linear in the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple, cast
from xml.etree import ElementTree as ET

from domicile.discovery.model import Kind

DEEPEST = 32
"""Levels of a document that are read; what lies deeper is skipped."""

Path = tuple[str | None, ...]
"""The way to a leaf: names of keys, None for the elements of a list."""


class Entry(NamedTuple):
    """One leaf of a document, in its text form."""

    path: Path
    value: str
    kind: Kind


_JSON = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*+"?)|(?P<mark>[{}\[\],:])|(?P<bare>[^\s{}\[\],:"]+)|\s+', re.DOTALL
)
_ARRAY = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*+"?)|(?P<mark>[{},])|(?P<bare>[^{},"]+)', re.DOTALL
)
_BOUNDS = re.compile(r"(?:\[-?\d+:-?\d+\])+=")
_PAIR = re.compile(
    r'\s*"((?:[^"\\]|\\.)*+)"\s*=>\s*(?:(NULL)\b|"((?:[^"\\]|\\.)*+)"?)\s*,?', re.DOTALL
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(\.\d+)?(?:[eE][+-]?\d+)?")
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*>")


class _Level:
    """An object or a list that is open: the key that was read last, and whether a value is due."""

    __slots__ = ("due", "is_object", "key")

    def __init__(self, *, is_object: bool) -> None:
        self.is_object = is_object
        self.key: str | None = None
        self.due = not is_object


def of_json(text: str) -> Iterator[Entry]:
    """The scalars of a JSON document, up to where it breaks off; nulls are left out."""
    open_levels: list[_Level] = []
    for token in _JSON.finditer(text):
        if token["mark"]:
            _turn(open_levels, token["mark"])
        elif token["string"] is not None:
            yield from _string(open_levels, _unquoted(token["string"]))
        elif token["bare"] and open_levels and not open_levels[-1].due:
            open_levels[-1].key = token["bare"].strip("'")
        elif token["bare"]:
            yield from _value(open_levels, token["bare"], _kind(token["bare"]))


def _turn(levels: list[_Level], mark: str) -> None:
    if mark in "{[":
        levels.append(_Level(is_object=mark == "{"))
    elif mark in "}]":
        del levels[-1:]
    elif levels and mark == ":":
        levels[-1].due = True
    elif levels and levels[-1].is_object:
        levels[-1].due = False


def _string(levels: list[_Level], text: str) -> Iterator[Entry]:
    if levels and not levels[-1].due:
        levels[-1].key = text
    else:
        yield from _value(levels, text, "text")


def _value(levels: list[_Level], text: str, kind: Kind) -> Iterator[Entry]:
    if len(levels) <= DEEPEST and text != "null":
        yield Entry(tuple(level.key for level in levels), text, kind)


def _kind(bare: str) -> Kind:
    if bare in ("true", "false"):
        return "boolean"
    number = _NUMBER.fullmatch(bare)
    if number is None:
        return "text"
    return "decimal" if number[1] else "integer"


def _unquoted(token: str) -> str:
    body = _body(token)
    if "\\" not in body:
        return body
    try:
        return cast("str", json.loads(f'"{body}"', strict=False))
    except ValueError:
        return body


def _body(token: str) -> str:
    """A quoted token without its quotes; the last one is missing where the document is cut."""
    return token[1:-1] if len(token) > 1 and token.endswith('"') else token[1:]


def of_array(text: str) -> Iterator[Entry]:
    """The elements of a PostgreSQL array, of any number of dimensions; NULLs are left out."""
    bounds = _BOUNDS.match(text)
    for token in _ARRAY.finditer(text, bounds.end() if bounds else 0):
        if token["string"] is not None:
            yield Entry((None,), _ESCAPED.sub(r"\1", _body(token["string"])), "text")
        elif token["bare"] and token["bare"].strip() not in ("", "NULL"):
            yield Entry((None,), token["bare"].strip(), "text")


def of_hstore(text: str) -> Iterator[Entry]:
    """The pairs of an hstore value; NULLs are left out."""
    start = 0
    while pair := _PAIR.match(text, start):
        start = pair.end()
        if pair[2] is None:
            yield Entry((_ESCAPED.sub(r"\1", pair[1]),), _ESCAPED.sub(r"\1", pair[3]), "text")


def of_xml(text: str) -> Iterator[Entry]:
    """The texts and attributes of XML. One with a DOCTYPE is not read: it can blow up."""
    if "<!doctype" in text.lower():
        return
    # A well-formed value may have several roots (PostgreSQL's CONTENT): one is put around them.
    parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(events=("start", "end"))
    names: list[str] = []
    # What comes before a break, or before half of a letter, is still of use.
    with suppress(ET.ParseError, UnicodeEncodeError):
        parser.feed("<_>" + _PROLOGUE.sub("", text, count=1))
    for event, element in _events(parser):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            names.append(name)
            yield from _attributes(names, element)
        else:
            if element.text and element.text.strip():
                yield from _text(names, element.text.strip())
            del names[-1:]


def _events(parser: ET.XMLPullParser[ET.Element]) -> Iterator[tuple[str, ET.Element]]:
    try:
        for event in parser.read_events():
            yield cast("tuple[str, ET.Element]", event)
    except ET.ParseError:
        return


def _attributes(names: list[str], element: ET.Element) -> Iterator[Entry]:
    for name, value in element.attrib.items():
        if not name.startswith("{"):
            yield from _text([*names, f"@{name}"], value.strip())


def _text(names: list[str], text: str) -> Iterator[Entry]:
    if text and len(names) <= DEEPEST:
        yield Entry(tuple(names[1:]), text, "text")
