"""A small RDF graph as text: Turtle and JSON-LD. Ours are trees of named nodes, no more.

Source: RDF 1.1 Turtle; JSON-LD 1.1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A thing: `dpv:Process` by its prefix, or `#hub` in this document."""

    name: str


# One value per line, so that a changed map is a short diff.
_AND = ",\n        "

Value = Named | str
"""A thing, or a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What is said of one thing of this document: its types, and values by predicate."""

    name: str
    types: tuple[str, ...]
    values: Mapping[str, Sequence[Value]]


def turtle(prefixes: Mapping[str, str], nodes: Sequence[Node]) -> str:
    """The graph as Turtle: nodes in their order, everything else sorted."""
    head = [f"@prefix {prefix}: <{prefixes[prefix]}> ." for prefix in sorted(prefixes)]
    return "\n\n".join(["\n".join(head), *map(_block, nodes)]) + "\n"


def json_ld(prefixes: Mapping[str, str], nodes: Sequence[Node]) -> str:
    """The same graph as JSON-LD, compacted by the prefixes."""
    context = {prefix: prefixes[prefix] for prefix in sorted(prefixes)}
    document = {"@context": context, "@graph": [_entry(node) for node in nodes]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _block(node: Node) -> str:
    lines = [f"{_term(Named(node.name))} a {', '.join(sorted(node.types))}"]
    lines += [
        f"{predicate} {_AND.join(_term(value) for value in _sorted(values))}"
        for predicate, values in sorted(node.values.items())
        if values
    ]
    return " ;\n    ".join(lines) + " ."


def _term(value: Value) -> str:
    if isinstance(value, Named):
        return f"<{value.name}>" if value.name.startswith("#") else value.name
    # Every escape of JSON is one of Turtle too.
    return json.dumps(value, ensure_ascii=False)


def _entry(node: Node) -> dict[str, object]:
    return {
        "@id": node.name,
        "@type": sorted(node.types),
        **{
            predicate: [{"@id": v.name} if isinstance(v, Named) else v for v in _sorted(values)]
            for predicate, values in sorted(node.values.items())
            if values
        },
    }


def _sorted(values: Sequence[Value]) -> list[Value]:
    return sorted(set(values), key=lambda each: each.name if isinstance(each, Named) else each)
