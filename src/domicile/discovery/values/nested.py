"""Unfold columns of documents into paths, each with its leaves, as if it were a column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domicile.discovery.model import Kind
from domicile.discovery.values.documents import (
    Entry,
    Path,
    of_array,
    of_hstore,
    of_json,
    of_xml,
)

PATHS = 60
"""Paths of a column at most; the first ones are taken."""

_DOCUMENT = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:[\[{"\]]|-?\d))')
_READ = 262_144
_NODES = 4_000
_LEAVES = 400
#: A key with more siblings than this, of which each stands in few documents, is data.
_SIBLINGS = 24
_RARE = 0.1
_NAME = re.compile(r"@?[^\W\d][\w$-]{0,47}")
_WORDS = re.compile(r"[^\W\d][\w$-]*(?: [\w$-]+){0,3}")
_DIGITS = re.compile(r"\d")
_SIMPLE = re.compile(r"@?[^\W\d]\w*")
_READERS: Mapping[str, Callable[[str], Iterator[Entry]]] = {
    "array": of_array,
    "hstore": of_hstore,
    "xml": of_xml,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What stands at one path: distinct values in order of their appearance, and their kind."""

    values: tuple[str, ...]
    kind: Kind


@dataclass(slots=True)
class _Node:
    """A place in all documents together."""

    keys: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    items: _Node | None = None
    values: dict[str, None] = field(default_factory=dict[str, None])
    kinds: set[Kind] = field(default_factory=set[Kind])
    documents: int = 0
    last: int = -1


def holds_json(texts: Sequence[str]) -> bool:
    """Whether a text column's values are JSON documents, all but a few."""
    probe = texts[:: max(1, len(texts) // 24)]
    hits = sum(1 for text in probe if _DOCUMENT.match(text) and ('"' in text or text[0] == "["))
    return bool(probe) and hits >= 0.8 * len(probe)


def leaves(texts: Sequence[str], kind: Kind) -> dict[str, Leaf]:
    """The leaves of each path, in the order in which the documents have them.

    Args:
        texts: the documents; at most 256 kB of them are read.
        kind: "array", "hstore" and "xml" have their own forms; anything else is JSON.
    """
    root = _read(texts, _READERS.get(kind, of_json))
    found: dict[str, Leaf] = {}
    for path, node in _walk("$", root):
        if len(found) == PATHS:
            break
        found[path] = Leaf(values=tuple(node.values), kind=_kind(node.kinds))
    return found


def last_key(path: str) -> str:
    """The name that a path ends with: `city` of `$.home.city`, `phone` of `$.phone[*]`."""
    bare = path.replace("[*]", "").removesuffix("~").removesuffix(".*")
    quoted = re.search(r"\['([^']*)'\]$", bare)
    return quoted[1] if quoted else bare.rpartition(".")[2].lstrip("@$")


def _read(texts: Sequence[str], reader: Callable[[str], Iterator[Entry]]) -> _Node:
    root = _Node()
    left, nodes, number = _READ, 0, -1
    for number, text in enumerate(texts):
        for entry in reader(text[:left]):
            node, made = _reach(root, entry.path, number, nodes < _NODES)
            nodes += made
            if node and len(node.values) < _LEAVES:
                node.values[entry.value] = None
                node.kinds.add(entry.kind)
        left -= len(text)
        if left <= 0:
            break
    root.documents = number + 1
    return root


def _reach(root: _Node, path: Path, document: int, may_grow: bool) -> tuple[_Node | None, int]:
    """The node of a path, made if need be, and how many were made."""
    node, made = root, 0
    for key in path:
        child = node.items if key is None else node.keys.get(key)
        if child is None:
            if not may_grow:
                return None, made
            child, made = _Node(), made + 1
            if key is None:
                node.items = child
            else:
                node.keys[key] = child
        if child.last != document:
            child.last = document
            child.documents += 1
        node = child
    return node, made


def _walk(path: str, node: _Node) -> Iterator[tuple[str, _Node]]:
    if node.values:
        yield path, node
    if node.items:
        yield from _walk(f"{path}[*]", node.items)
    hidden = _hidden(node)
    for key, child in node.keys.items():
        if key not in hidden:
            yield from _walk(path + _step(key), child)
    if hidden:
        # The keys of a map are values: of a person's name, say, and never shown in a path.
        keys = _Node(values=dict.fromkeys(hidden), kinds={"text"})
        yield f"{path}.*~", keys
        yield from _walk(f"{path}.*", _merged([node.keys[key] for key in hidden]))


def _step(key: str) -> str:
    return f".{key}" if _SIMPLE.fullmatch(key) else f"['{key}']"


def _hidden(node: _Node) -> list[str]:
    """The keys of a node that are data and not names, in order."""
    together = max(node.documents, max((c.documents for c in node.keys.values()), default=0))
    if len(node.keys) > _SIBLINGS:
        shares = sum(child.documents for child in node.keys.values()) / len(node.keys)
        if shares < max(2, _RARE * together):
            return list(node.keys)
    return [key for key, child in node.keys.items() if not _is_name(key, child.documents, together)]


def _is_name(key: str, documents: int, together: int) -> bool:
    """Whether a key is a field's name: it looks like one, and recurs where there is room for it."""
    if len(_DIGITS.findall(key)) > 3 or (together >= 8 and documents < 2):
        return False
    return bool(_NAME.fullmatch(key)) or (documents >= 3 and bool(_WORDS.fullmatch(key)))


def _merged(nodes: Sequence[_Node]) -> _Node:
    whole = _Node(documents=sum(node.documents for node in nodes))
    parts: dict[str, list[_Node]] = {}
    for node in nodes:
        whole.values.update(node.values)
        whole.kinds |= node.kinds
        for key, child in node.keys.items():
            parts.setdefault(key, []).append(child)
    items = [node.items for node in nodes if node.items]
    whole.items = _merged(items) if items else None
    whole.keys = {key: _merged(children) for key, children in parts.items()}
    return whole


def _kind(kinds: set[Kind]) -> Kind:
    if len(kinds) == 1:
        return next(iter(kinds))
    return "decimal" if kinds == {"integer", "decimal"} else "text"
