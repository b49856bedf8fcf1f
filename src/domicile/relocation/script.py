"""The statements of one trip, composed once: what a batch runs again and again. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from domicile.catalog.model import Subject
from domicile.pg.compose import Composable, with_parameters
from domicile.relocation import aftercare, queue
from domicile.relocation import statements as s
from domicile.relocation.model import Trip
from domicile.residence.fragments import Fragments


@dataclass(frozen=True)
class Part:
    """One mapped table on that trip."""

    f: Fragments
    trip: Trip

    @property
    def stem(self) -> str:
        """What a batch calls the table."""
        return self.f.stem

    @property
    def blanks(self) -> bool:
        """True when the rows are blanked where they are read."""
        return self.trip.blanks_hub and self.trip.reads_home is None

    @cached_property
    def claim(self) -> bytes:
        """R1: lock and list the rows."""
        return as_text(s.select_rows(self.f))

    @cached_property
    def drop_shared(self) -> bytes | None:
        """R1: rows of several people that stay for now."""
        return as_text(s.drop_shared(self.f, self.trip)) if self.f.mapped.shared else None

    @cached_property
    def forget_purge(self) -> bytes | None:
        """R1: the target need not purge the rows that come back to it."""
        home = self.trip.target.home
        return None if home is None else as_text(aftercare.forget_purge(self.f, home))

    @cached_property
    def read(self) -> bytes:
        """R2: the rows out of the source."""
        return as_text(s.blank_out(self.f) if self.blanks else s.copy_out(self.f))

    @cached_property
    def stage(self) -> bytes:
        """R3: into the target's staging table."""
        return as_text(s.copy_in(self.f))

    @cached_property
    def insert(self) -> bytes:
        """R3: into the home's table."""
        return as_text(s.insert(self.f, over=False))

    @cached_property
    def insert_over(self) -> bytes:
        """R3: the same over the garbage of a crash."""
        return as_text(s.insert(self.f, over=True))

    @cached_property
    def compare(self) -> bytes:
        """R4: rows that are what the source had, and the digest over them."""
        return as_text(s.compare(self.f))

    @cached_property
    def fill(self) -> bytes:
        """R6: the hub's columns from its staging table."""
        return as_text(s.fill(self.f))

    @cached_property
    def queue_purge(self) -> bytes | None:
        """R6: the old home has rows to forget."""
        home = self.trip.purges_home
        return None if home is None else as_text(aftercare.queue_purge(self.f, home))

    @cached_property
    def strand(self) -> bytes | None:
        """R6: a shared row that stays is pinned where it is."""
        if not self.f.mapped.shared:
            return None
        return as_text(aftercare.strand(self.f, self.trip))


@dataclass(frozen=True)
class Script:
    """One kind of subject on one trip; `condition` says which of them, over directory row `d`."""

    subject: Subject
    trip: Trip
    condition: Composable
    parts: tuple[Part, ...]

    @cached_property
    def find(self) -> dict[tuple[bool, bool], bytes]:
        """R1: lock the next subjects; by whether there is a lower and an upper bound."""
        return {
            (after, until): as_text(
                with_parameters(
                    queue.find(self.subject, self.trip, self.condition, after=after, until=until)
                )
            )
            for after in (False, True)
            for until in (False, True)
        }

    def subjects_found(self, rows: Mapping[str, int]) -> int | None:
        """How many of these rows are the subjects' own; None when their table is not mapped."""
        own = next((part.stem for part in self.parts if part.f.mapped.is_subject), None)
        return None if own is None else rows[own]

    @cached_property
    def lock_tables(self) -> tuple[bytes, ...]:
        """R1: wait for whoever has a table for himself, before any row is locked.

        From then on, a lock that cannot be had is a row's.
        """
        return tuple(map(as_text, queue.lock_tables([part.f for part in self.parts])))

    @cached_property
    def remaining(self) -> bytes:
        """How many have yet to go."""
        return as_text(queue.remaining(self.subject, self.trip, self.condition))

    @cached_property
    def drop_ghosts(self) -> bytes:
        """R1: directory rows without a subject."""
        return as_text(queue.drop_ghosts(self.subject))

    @cached_property
    def flip(self) -> bytes:
        """R6: the directory says the new place."""
        return as_text(s.flip(self.subject, self.trip.target))


def script(
    subject: Subject, trip: Trip, condition: Composable, tables: Iterable[Fragments]
) -> Script:
    """The statements for a kind's tables."""
    mine = [f for f in tables if f.mapped.subject.kind == subject.kind]
    return Script(subject, trip, condition, tuple(Part(f, trip) for f in mine))


def as_text(statement: Composable) -> bytes:
    """The statement as the driver takes it."""
    return statement.as_string(None).encode()
