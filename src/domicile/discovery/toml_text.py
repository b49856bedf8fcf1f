"""Pieces of TOML that people read: keys, strings, hops, and comments that stay on their line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import tomlkit

from domicile.catalog.model import Hop
from domicile.discovery.model import Estate, Finding

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def key(name: str) -> str:
    """A key: bare where TOML lets it be."""
    return name if _BARE.fullmatch(name) else text(name)


def text(value: str) -> str:
    """A string."""
    return tomlkit.item(value).as_string()


def texts(values: Iterable[str]) -> str:
    """A list of strings."""
    return f"[{', '.join(text(value) for value in values)}]"


def comment(words: str) -> str:
    """A comment: a name with a line break in it must not end it."""
    return f"# {_CONTROL.sub('?', words)}"


def decision(finding: Finding, why: str = "") -> str:
    """The one line that a person decides on: the column, its category, and what speaks for it."""
    return f"{key(finding.column)} = {text(finding.category)}  {comment(evidence_of(finding, why))}"


def evidence_of(finding: Finding, why: str = "") -> str:
    """What speaks for a finding, the surest part first: `0.98 named 'email'; 598 of 598 ...`."""
    parts = [f"{finding.confidence:.2f} " + "; ".join(finding.reasons)]
    if finding.interval:
        low, high = finding.interval
        parts.append(f"95 %: {low:.2f}-{high:.2f} of {finding.rows} rows")
    if finding.shape:
        parts.append(f"like {finding.shape}")
    if why:
        parts.append(why)
    return "; ".join(parts)


def path(estate: Estate, start: str, hops: tuple[Hop, ...]) -> str:
    """The hops as the config has them."""
    return f"[{', '.join(_hop(estate, here, hop) for here, hop in _walk(start, hops))}]"


def _walk(start: str, hops: tuple[Hop, ...]) -> Iterator[tuple[str, Hop]]:
    here = start
    for hop in hops:
        yield here, hop
        here = str(hop.table)


def _hop(estate: Estate, here: str, hop: Hop) -> str:
    relations = {str(name): relation for name, relation in estate.items()}
    if hop.backward:
        parts = {"from": text(str(hop.table)), "columns": texts(hop.far)}
        pointed_at, bare = hop.near, relations[here].key
    else:
        parts = {"columns": texts(hop.near)}
        pointed_at, bare = hop.far, relations[str(hop.table)].key
        if not hop.declared or _has_twin(relations[here].foreign_keys, hop):
            parts["to"] = text(str(hop.table))
    if not hop.declared and pointed_at != bare:
        parts["references"] = texts(pointed_at)
    return _inline(parts)


def _has_twin(keys: Iterable[object], hop: Hop) -> bool:
    """Whether another foreign key is on the same columns."""
    return sum(getattr(each, "columns", ()) == hop.near for each in keys) > 1


def _inline(parts: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{name} = {value}' for name, value in parts.items())} }}"
