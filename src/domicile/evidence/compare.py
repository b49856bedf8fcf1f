"""One chunk on both sides: what the hub says lives at each home, and what that home has."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from domicile.evidence import by_key, statements
from domicile.evidence.facts import is_stray
from domicile.evidence.judge import Suspect
from domicile.evidence.known import ask, batched, parameters
from domicile.evidence.model import Key
from domicile.evidence.servers import Link, Places, Row
from domicile.evidence.statements import Span
from domicile.residence.fragments import Fragments

#: Rows of a home in one answer, where chunks did not agree and rows are compared.
PAGE = 10_000
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the hub says of a chunk's rows at one home."""

    rows: int = 0
    mirrored: int = 0
    moved_digest: bytes | None = None
    mirrored_digest: bytes | None = None

    @property
    def mixed(self) -> bool:
        """Rows that live there alone and mirrored rows: no digest of a home speaks for both."""
        return 0 < self.mirrored < self.rows

    @property
    def values(self) -> bool:
        """True when the values are compared too."""
        return self.mirrored > 0

    def same(self, answer: Row) -> bool:
        """Whether the home has just that."""
        rows, lacking, digest = answer
        wanted = self.mirrored_digest if self.values else self.moved_digest
        return not self.mixed and rows == self.rows and not lacking and _bytes(digest) == wanted


@dataclass(slots=True, kw_only=True)
class Chunk:
    """A chunk as the hub has it, and the homes' answers on their way."""

    span: Span
    rows: int = 0
    flawed: int = 0
    expected: dict[str, Expected] = field(default_factory=dict[str, Expected])
    answers: dict[str, Future[list[Row]]] = field(default_factory=dict[str, Future[list[Row]]])

    @property
    def residents(self) -> int:
        """How many of its rows live at a home."""
        return sum(each.rows for each in self.expected.values())


def look(hub: Link, f: Fragments, span: Span) -> Chunk:
    """What the hub says of a chunk."""
    chunk = Chunk(span=span)
    for home, rows, mirrored, flawed, moved, same in hub.rows(
        statements.hub_chunk(f, span), span.parameters()
    ):
        chunk.rows += rows
        chunk.flawed += flawed
        if home is not None and rows:
            chunk.expected[home] = Expected(
                rows=rows,
                mirrored=mirrored,
                moved_digest=_bytes(moved),
                mirrored_digest=_bytes(same),
            )
    return chunk


def ask_homes(places: Places, f: Fragments, chunk: Chunk) -> None:
    """Send every home its question; the answers come while the hub goes on."""
    for country in places.up():
        expected = chunk.expected.get(country, Expected())
        statement = statements.home_chunk(f, chunk.span, values=expected.values)
        params = {**chunk.span.parameters(), "most": expected.rows + 1}
        with places.unless_down():
            chunk.answers[country] = places.home(country).later(statement, params)


def suspects_in_hub(places: Places, f: Fragments, chunk: Chunk) -> set[Suspect]:
    """The rows that a look at the hub alone finds wrong."""
    if not chunk.flawed:
        return set()
    rows = places.hub.rows(statements.flawed(f, chunk.span), chunk.span.parameters())
    return {(tuple(row), None) for row in rows}


def suspects_at_homes(places: Places, f: Fragments, chunk: Chunk) -> tuple[int, set[Suspect]]:
    """How many rows the homes have in the chunk, and which do not agree with the hub."""
    total, unlike = 0, list[str]()
    for country, answer in chunk.answers.items():
        with places.unless_down():
            (got,) = answer.result()
            if chunk.expected.get(country, Expected()).same(got):
                total += got[0]
            else:
                unlike.append(country)
    suspects: set[Suspect] = set()
    listed = _listed(places, f, chunk.span) if unlike else {}
    for country in unlike:
        with places.unless_down():
            count, found = _row_by_row(places, f, chunk.span, country, listed.get(country, {}))
            total += count
            suspects |= found
    return total, suspects


def suspects_by_key(places: Places, f: Fragments, chunk: Chunk) -> set[Suspect]:
    """`suspects_at_homes` but for strays, where the servers do not sort keys alike."""
    suspects: set[Suspect] = set()
    for country, listed in _listed(places, f, chunk.span).items():
        if country in places.up():
            with places.unless_down():
                for some in batched(listed, _AT_ONCE):
                    wanted = {key: listed[key] for key in some}
                    suspects |= _unlike_by_key(places, f, country, wanted)
    return suspects


def strays(
    places: Places, f: Fragments, country: str, span: Span, size: int
) -> tuple[int, set[Suspect]]:
    """How many rows a home has in a span of its own, and which the hub does not place there."""
    params = {**span.parameters(), "salt": places.salt}
    page = places.home(country).rows(statements.home_page(f, span, size, values=False), params)
    width = len(f.mapped.key)
    suspects: set[Suspect] = set()
    for some in batched((tuple(row[:width]) for row in page), _AT_ONCE):
        for known in ask(places, f, some, {country}):
            if is_stray(known, country):
                suspects.add((known.key, country))
    return len(page), suspects


#: What the hub says of a row at one home: its digest when it is mirrored, and whether the home
#: may have it or not, because it waits to forget it.
_Told = tuple[bytes | None, bool]


def _listed(places: Places, f: Fragments, span: Span) -> dict[str, dict[Key, _Told]]:
    """The chunk's residents, row by row, per home."""
    params = {**span.parameters(), "salt": places.salt}
    listed: dict[str, dict[Key, _Told]] = {}
    for row in places.hub.rows(statements.residents(f, span), params):
        key, home, digest, purged = tuple(row[:-3]), *row[-3:]
        told = listed.setdefault(home, {})
        if not (purged and key in told):
            told[key] = (_bytes(digest), purged)
    return listed


def _row_by_row(
    places: Places, f: Fragments, span: Span, country: str, listed: dict[Key, _Told]
) -> tuple[int, set[Suspect]]:
    suspects: set[Suspect] = set()
    left, count = dict(listed), 0
    values = any(digest is not None for digest, _ in listed.values())
    for key, lacking, digest in _pages(places, f, span, country, values=values):
        count += 1
        told = left.pop(key, None)
        if told is None:
            suspects.add((key, country))
        elif not told[1] and (lacking or (told[0] is not None and told[0] != digest)):
            suspects.add((key, None))
    suspects |= {(key, None) for key, (_, purged) in left.items() if not purged}
    return count, suspects


def _pages(
    places: Places, f: Fragments, span: Span, country: str, *, values: bool
) -> Iterator[tuple[Key, bool, bytes | None]]:
    width = len(f.mapped.key)
    while True:
        params = {**span.parameters(), "salt": places.salt}
        statement = statements.home_page(f, span, PAGE, values=values)
        page = places.home(country).rows(statement, params)
        for row in page:
            yield tuple(row[:width]), row[width], _bytes(row[width + 1])
        if len(page) < PAGE:
            return
        span = Span(after=tuple(page[-1][:width]), upto=span.upto)


def _unlike_by_key(
    places: Places, f: Fragments, country: str, wanted: dict[Key, _Told]
) -> set[Suspect]:
    keys = list(wanted)
    rows = places.home(country).rows(by_key.digests_at_home(f), parameters(places, keys))
    there = {keys[int(row[0]) - 1]: (bool(row[1]), _bytes(row[2])) for row in rows}
    found: set[Suspect] = set()
    for key, (digest, purged) in wanted.items():
        lacking, other = there.get(key, (True, None))
        if not purged and (lacking or (digest is not None and digest != other)):
            found.add((key, None))
    return found


def _bytes(value: Any) -> bytes | None:
    return None if value is None else bytes(value)
