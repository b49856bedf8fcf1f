"""A YAML document as a tree of texts, each with its line: nothing is guessed of a value.

YAML 1.1 reads `NO` as false and `1_0` as ten. Here every scalar is its text, because the names of
columns and countries are texts. The tree is built from the parser's events, so that neither depth
nor aliases can cost more than the limits below.

Source: https://yaml.org/spec/1.1/, and its type repository for merge keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

import yaml

from domicile.errors import ConfigError
from domicile.interchange.files import check_size

MAX_ALIASED = 10_000
MAX_DEPTH = 64
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
# `! text` and the tags of the core schema: they change nothing where every scalar is a text.
_TAGS = frozenset({"!"}) | {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("bool", "float", "int", "map", "null", "seq", "str", "timestamp")
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A scalar as it was written; `empty` when it says that there is nothing."""

    line: int
    text: str
    empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A sequence."""

    line: int
    nodes: tuple[Node, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A mapping; `size` counts its nodes, those behind aliases as often as they are meant."""

    line: int
    nodes: dict[str, Node]
    size: int


Node = Text | Items | Entries


@dataclass(slots=True)
class _Open:
    """A sequence or mapping whose end has not come yet."""

    event: yaml.events.CollectionStartEvent
    nodes: list[Node] = field(default_factory=list[Node])


def read_tree(text: str, source: str) -> Node:
    """The one document of a YAML text.

    Args:
        text: at most 8 MB of UTF-8.
        source: the file's name, for messages.

    Raises:
        ConfigError: not YAML, more than one document, nothing in it, a key twice, a tag that
            makes an object, or aliases that unfold to more than MAX_ALIASED nodes.
    """
    check_size(text, source)
    try:
        return _Builder(source).build(_events(text))
    except yaml.YAMLError as error:
        raise ConfigError(f"{source}: {_reason(error)}", hint="is it the right file?") from None


def _events(text: str) -> Iterator[yaml.events.Event]:
    """What the parser sees; libyaml's own parser where PyYAML was built with it."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    parse = yaml.parse  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return cast("Iterator[yaml.events.Event]", parse(text, Loader=loader))


def _reason(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: is not YAML: {error.problem}"
    return "is not YAML: it has a character that YAML does not allow"


class _Builder:
    """Puts events together, with a stack of its own and not the interpreter's."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.anchors: dict[str, Node | None] = {}
        self.stack: list[_Open] = []
        self.aliased = 0
        self.root: Node | None = None

    def build(self, events: Iterable[yaml.events.Event]) -> Node:
        for event in events:
            if isinstance(event, yaml.events.DocumentStartEvent) and self.root is not None:
                raise self._refusal(event, "has more than one document", "one dataset file each")
            if isinstance(event, yaml.events.AliasEvent):
                self._put(self._unfolded(event))
            elif isinstance(event, yaml.events.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.events.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.events.CollectionEndEvent):
                self._end()
        if self.root is None:
            raise ConfigError(f"{self.source}: is empty", hint="is it the right file?")
        return self.root

    def _scalar(self, event: yaml.events.ScalarEvent) -> None:
        self._check_tag(event)
        text = event.value
        plain = event.style in (None, "")
        node = Text(line=_line(event), text=text, empty=plain and text in _EMPTY)
        self._remember(event, node)
        self._put(node)

    def _begin(self, event: yaml.events.CollectionStartEvent) -> None:
        self._check_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            raise self._refusal(event, "is nested too deeply", f"at most {MAX_DEPTH} levels")
        self._remember(event, None)
        self.stack.append(_Open(event))

    def _end(self) -> None:
        done = self.stack.pop()
        is_map = isinstance(done.event, yaml.events.MappingStartEvent)
        node = self._entries(done) if is_map else _items(done)
        self._remember(done.event, node)
        self._put(node)

    def _entries(self, done: _Open) -> Entries:
        found: dict[str, Node] = {}
        merged: dict[str, Node] = {}
        for key, value in zip(done.nodes[::2], done.nodes[1::2], strict=True):
            if not isinstance(key, Text):
                raise self._refused(key.line, "a key is not a text", "write it as `key: value`")
            if key.text == "<<":
                merged = self._merged(value) | merged
            elif key.text in found:
                raise self._refused(key.line, f"the key {key.text!r} is there twice", "keep one")
            else:
                found[key.text] = value
        size = 1 + sum(map(_size, done.nodes))
        return Entries(line=_line(done.event), nodes=merged | found, size=size)

    def _merged(self, value: Node) -> dict[str, Node]:
        """The entries of a merge key: of several mappings the first counts."""
        several = value.nodes if isinstance(value, Items) else (value,)
        found: dict[str, Node] = {}
        for each in several:
            if not isinstance(each, Entries):
                raise self._refused(value.line, "<<: does not name a mapping", "write `<<: *name`")
            found = each.nodes | found
        return found

    def _unfolded(self, event: yaml.events.AliasEvent) -> Node:
        name = event.anchor
        if name not in self.anchors:
            raise self._refusal(event, f"there is no anchor {name!r}", f"define it: &{name}")
        node = self.anchors[name]
        if node is None:
            raise self._refusal(event, f"the anchor {name!r} contains itself", "write it out")
        self.aliased += _size(node)
        if self.aliased > MAX_ALIASED:
            raise self._refusal(
                event, f"aliases unfold to more than {MAX_ALIASED:,} nodes", "write them out"
            )
        return node

    def _remember(self, event: yaml.events.NodeEvent, node: Node | None) -> None:
        anchor = event.anchor
        if anchor is not None:
            self.anchors[anchor] = node

    def _put(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def _check_tag(self, event: yaml.events.ScalarEvent | yaml.events.CollectionStartEvent) -> None:
        tag = event.tag
        if tag is not None and tag not in _TAGS:
            raise self._refusal(event, f"the tag {tag} is not read", "leave the tag out")

    def _refusal(self, event: yaml.events.Event, what: str, hint: str) -> ConfigError:
        return self._refused(_line(event), what, hint)

    def _refused(self, line: int, what: str, hint: str) -> ConfigError:
        return ConfigError(f"{self.source}: line {line}: {what}", hint=hint)


def _items(done: _Open) -> Items:
    size = 1 + sum(map(_size, done.nodes))
    return Items(line=_line(done.event), nodes=tuple(done.nodes), size=size)


def _size(node: Node) -> int:
    return 1 if isinstance(node, Text) else node.size


def _line(event: yaml.events.Event) -> int:
    """The line on which it begins, counted from 1."""
    return 1 if event.start_mark is None else event.start_mark.line + 1
