"""Chunk after chunk of every table, hub and homes at the same time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import cycle

from domicile.catalog.model import Column, Subject
from domicile.evidence import compare, statements
from domicile.evidence.compare import Chunk
from domicile.evidence.judge import judge
from domicile.evidence.model import Key, Verification, Violation
from domicile.evidence.progress import Keeper, Position
from domicile.evidence.sample import chosen
from domicile.evidence.servers import Link, Places
from domicile.evidence.stages import Stage
from domicile.evidence.statements import Span
from domicile.pg.compose import Composable, table
from domicile.residence.fragments import Fragments

#: Told (table, rows verified so far).
Progress = Callable[[str, int], None]
#: Chunks that are on their way: enough to keep the hub and the homes busy.
_AHEAD = 4


@dataclass(slots=True, kw_only=True)
class Walk:
    """One verification under way."""

    places: Places
    keeper: Keeper
    result: Verification
    progress: Progress
    size: int
    patience_s: float
    _ahead: deque[tuple[Stage, Future[Chunk]]] = field(
        default_factory=deque[tuple[Stage, Future[Chunk]]]
    )

    def go(self, stages: Sequence[Stage], position: Position | None) -> None:
        """All stages, or what is left of them after a position."""
        names = [stage.name for stage in stages]
        first = names.index(position.stage) if position else 0
        for number, stage in enumerate(stages[first:]):
            after = position.after if position and not number else None
            self.keeper.note(stage.name, after, self.result)
            _WALKS[stage.doing](self, stage, after)
            self.result.unavailable.update(self.places.unavailable)

    def chunks(self, stage: Stage, after: Key | None) -> None:
        """Whole chunks of a table, hub and homes; what does not agree is looked at by row."""
        f = _part(stage)
        turns = cycle(range(len(self.places.readers)))
        for span in self._spans(stage, self.places.hub, f.base, f.mapped.key, after):
            reader = self.places.readers[next(turns)]
            self._ahead.append((stage, reader.thread.submit(self._look, f, span, reader)))
            # A sample counts what it has passed over: nothing of that may be ahead of a chunk.
            while len(self._ahead) > (0 if self.result.sample else _AHEAD):
                self._take_chunk()
        while self._ahead:
            self._take_chunk()

    def rows(self, stage: Stage, after: Key | None) -> None:
        """The residents of a table, each by its key at its home."""
        f = _part(stage)
        for span in self._spans(stage, self.places.hub, f.base, f.mapped.key, after):
            chunk = compare.look(self.places.hub, f, span)
            suspects = compare.suspects_by_key(self.places, f, chunk)
            judge(self.places, f, suspects | self._flawed(f, chunk), self.result, self.patience_s)
            self._done(stage, f, chunk)

    def strays(self, stage: Stage, after: Key | None) -> None:
        """The rows of a home, each by its key in the hub."""
        f, country = _part(stage), str(stage.country)
        if country not in self.places.up():
            return
        with self.places.unless_down():
            home = self.places.home(country)
            for span in self._spans(stage, home, f.base, f.mapped.key, after):
                count, suspects = compare.strays(self.places, f, country, span, self.size)
                judge(self.places, f, suspects, self.result, self.patience_s)
                self.result.at_homes += count
                self._passed(stage, span)

    def registry(self, stage: Stage, after: Key | None) -> None:
        """A subject's table and its directory."""
        subject = stage.subject
        if subject is None:
            raise TypeError(stage.name)
        name = table(subject.table.name)
        for span in self._spans(stage, self.places.hub, name, subject.key, after):
            self._registered(subject, span)
            self._passed(stage, span)

    def _look(self, f: Fragments, span: Span, reader: Link) -> Chunk:
        """In the reader's thread: a chunk of the hub, the homes asked for theirs."""
        chunk = compare.look(reader, f, span)
        compare.ask_homes(self.places, f, chunk)
        return chunk

    def _take_chunk(self) -> None:
        """The oldest chunk that is on its way: compare it."""
        stage, looked = self._ahead.popleft()
        f, chunk = _part(stage), looked.result()
        count, suspects = compare.suspects_at_homes(self.places, f, chunk)
        judge(self.places, f, suspects | self._flawed(f, chunk), self.result, self.patience_s)
        self.result.at_homes += count
        self._done(stage, f, chunk)

    def _flawed(self, f: Fragments, chunk: Chunk) -> set[tuple[Key, str | None]]:
        if chunk.flawed and f.mapped.is_subject:
            self._registered(f.mapped.subject, chunk.span)
        return compare.suspects_in_hub(self.places, f, chunk)

    def _registered(self, subject: Subject, span: Span) -> None:
        # One snapshot of the hub shows both sides: this is no suspicion.
        params = span.parameters()
        for *key, ghost in self.places.hub.rows(statements.registry(subject, span), params):
            self.result.add(
                Violation(
                    table=str(subject.table.name),
                    fault="ghost" if ghost else "unregistered",
                    key=tuple(map(str, key)),
                )
            )

    def _done(self, stage: Stage, f: Fragments, chunk: Chunk) -> None:
        self.result.rows += chunk.rows
        self.result.residents += chunk.residents
        self.result.unavailable.update(self.places.unavailable)
        self.progress(str(f.mapped.name), self.result.rows)
        self._passed(stage, chunk.span)

    def _passed(self, stage: Stage, span: Span) -> None:
        """Everything up to there is done; after the last chunk the next stage says so."""
        if span.upto is not None:
            self.keeper.note(stage.name, span.upto, self.result)

    def _spans(
        self,
        stage: Stage,
        link: Link,
        name: Composable,
        key: Sequence[Column],
        after: Key | None,
    ) -> Iterator[Span]:
        """The chunks of a table in the order of that server, those that the sample looks at.

        The first begins before every key and the last ends after every key, so that rows which
        come and go meanwhile are looked at too.
        """
        while True:
            ahead = Span(after=after)
            found = link.rows(statements.bound(name, key, ahead, self.size), ahead.parameters())
            span = Span(after=after, upto=tuple(map(str, found[0])) if found else None)
            if self._chosen(stage, link, name, key, span):
                yield span
            if span.upto is None:
                return
            after = span.upto

    def _chosen(
        self, stage: Stage, link: Link, name: Composable, key: Sequence[Column], span: Span
    ) -> bool:
        sample = self.result.sample
        if sample is None:
            return True
        if stage.doing in {"chunks", "rows"}:
            sample.chunks += 1
            sample.rows += (
                link.rows(statements.count(name, key, span), span.parameters())[0][0]
                if span.upto is None
                else self.size
            )
        looked = chosen(
            seed=sample.seed, fraction=sample.fraction, stage=stage.name, after=span.after
        )
        sample.chunks_looked_at += looked and stage.doing in {"chunks", "rows"}
        return looked


_WALKS: dict[str, Callable[[Walk, Stage, Key | None], None]] = {
    "chunks": Walk.chunks,
    "rows": Walk.rows,
    "strays": Walk.strays,
    "registry": Walk.registry,
}


def _part(stage: Stage) -> Fragments:
    if stage.part is None:
        raise TypeError(stage.name)
    return stage.part
