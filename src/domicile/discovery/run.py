"""`domicile init`: look at every table once, decide in memory, ask back what names only suggest."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from types import MappingProxyType

from domicile.config.decisions import Columns
from domicile.config.names import TableName
from domicile.discovery import links, people, propose
from domicile.discovery.adopt import adopt
from domicile.discovery.links import Link
from domicile.discovery.model import Estate, Relation, Survey, columns_of
from domicile.discovery.observe import survey
from domicile.discovery.proposal import Entry, Kind, Proposal
from domicile.discovery.speaks import Evidence
from domicile.discovery.store import (
    Choice,
    Sample,
    be_careful,
    count_evidence,
    count_people,
    is_included,
    read_estate,
    take_sample,
)
from domicile.discovery.territory import tell_by_name
from domicile.discovery.words.tongues import tongues
from domicile.errors import ConfigError
from domicile.pg.connection import Connection, session

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked at: patterns of `schema.table`, rows per table, seconds per query, a seed."""

    tables: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rows: int = 400
    timeout_s: float = 5.0
    seed: int = 1


def _silent(verb: str, done: int, total: int) -> None:
    """Nobody watches."""


def discover(
    dsn: str,
    wish: Wish,
    progress: Progress = _silent,
    given: Columns = MappingProxyType({}),
) -> Proposal:
    """What the database holds of whom, and a map of it.

    Reads only, each table in a transaction of its own: nothing that the application does waits
    for it longer than for a SELECT.

    Args:
        dsn: the hub's connection string, its pointer already followed.
        wish: what to look at.
        progress: told what is being done, how many are done and how many there are.
        given: columns whose categories are known already, and decided.

    Raises:
        ConfigError: there is no table to look at.
        ServerUnavailable: the server does not answer, or died; nothing has been written.
    """
    with session(dsn, "hub", autocommit=True) as conn:
        be_careful(conn, timeout_s=wish.timeout_s)
        estate = _heard(_chosen(read_estate(conn), wish))
        surveys = dict(_surveys(conn, estate, wish, progress))
        weighed = propose.weigh_tables(surveys)
        named = (*links.declared(estate), *links.guesses(estate, ()))
        subjects = people.subjects(surveys, weighed, named)
        tied = (*links.declared(estate), *_verified(conn, estate, subjects, wish, progress))
        whose = propose.belongings(surveys, weighed, subjects, tied)
        found = adopt(surveys, propose.findings_of(surveys, weighed, subjects, whose, tied), given)
        proposal = propose.propose(surveys, found, subjects, whose, tied)
        return replace(
            proposal,
            whole=not (wish.tables or wish.exclude),
            kinds=tuple(_told(conn, kind, estate[kind.table], wish) for kind in proposal.kinds),
            entries=tuple(_counted(conn, proposal, wish, progress)),
        )


def _chosen(estate: Estate, wish: Wish) -> Estate:
    chosen = {
        name: relation
        for name, relation in estate.items()
        if (not wish.tables or _is_any(name, wish.tables)) and not _is_any(name, wish.exclude)
    }
    if not chosen:
        raise ConfigError(
            "the database has no table to look at",
            hint="is it the right database, and may the role see its schemas?"
            if not estate
            else "--tables and --exclude leave nothing: they are patterns like public.*",
        )
    return chosen


def _heard(estate: Estate) -> Estate:
    """The estate with the languages of its names."""
    names = [relation.name.table for relation in estate.values()]
    names += [column.name for _, column in columns_of(estate)]
    spoken = tongues(names)
    return {name: replace(relation, spoken=spoken) for name, relation in estate.items()}


def _is_any(name: TableName, patterns: tuple[str, ...]) -> bool:
    return any(
        fnmatchcase(str(name), pattern) or fnmatchcase(name.table, pattern) for pattern in patterns
    )


def _choice(name: TableName, wish: Wish) -> Choice:
    """A table's own seed: two tables of one size do not give the blocks of one draw."""
    return Choice(rows=wish.rows, seed=zlib.crc32(f"{wish.seed}:{name}".encode()) & 0x7FFFFFFF)


def _surveys(
    conn: Connection, estate: Estate, wish: Wish, progress: Progress
) -> Iterator[tuple[TableName, Survey]]:
    """Each table's sample is judged while the server fetches the next one's."""
    relations = list(estate.values())
    with ThreadPoolExecutor(max_workers=1) as fetcher:

        def fetch(number: int) -> Sample:
            relation = relations[number]
            return take_sample(conn, relation, _choice(relation.name, wish))

        coming = fetcher.submit(fetch, 0)
        for number, relation in enumerate(relations):
            sample = coming.result()
            if number + 1 < len(relations):
                coming = fetcher.submit(fetch, number + 1)
            progress("sampled", number, len(relations))
            yield (
                relation.name,
                survey(relation, sample.cells, rows=sample.rows, missed=sample.missed),
            )
        progress("sampled", len(relations), len(relations))


def _verified(
    conn: Connection,
    estate: Estate,
    subjects: Iterable[TableName],
    wish: Wish,
    progress: Progress,
) -> Iterator[Link]:
    """The guessed links whose values are there, too: of one column the first that is."""
    guesses = links.guesses(estate, subjects)
    known: set[tuple[TableName, tuple[str, ...]]] = set()
    for number, link in enumerate(guesses):
        progress("asked whose", number, len(guesses))
        place = (link.source, link.columns)
        source = estate[link.source]
        if place not in known and is_included(conn, link, source, _choice(link.source, wish)):
            known.add(place)
            yield link


def _told(conn: Connection, kind: Kind, subject: Relation, wish: Wish) -> Kind:
    """The kind, its evidence counted by people and not by the rows of a list of countries."""
    choice = _choice(kind.table, wish)

    def by_people(evidence: Evidence) -> Evidence:
        counts = count_evidence(conn, subject, evidence, choice) if evidence.usable else None
        return replace(evidence, told=tell_by_name(counts)) if counts else evidence

    return replace(kind, evidence=tuple(by_people(each) for each in kind.evidence))


def _counted(
    conn: Connection, proposal: Proposal, wish: Wish, progress: Progress
) -> Iterator[Entry]:
    """The entries, each with how many of its rows have no person, or several."""
    for number, entry in enumerate(proposal.entries):
        progress("counted", number, len(proposal.entries))
        way = entry.belonging.way
        if not entry.mapped or way is None or not _is_in_doubt(proposal, entry):
            yield entry
            continue
        key = proposal.surveys[way.subject].relation.key
        choice = _choice(entry.relation.name, wish)
        yield replace(entry, count=count_people(conn, entry.relation, way, key, choice))


def _is_in_doubt(proposal: Proposal, entry: Entry) -> bool:
    """Whether a row may have no person or several: not over declared, filled foreign keys alone."""
    way = entry.belonging.way
    if way is None or not way.hops:
        return False
    here = entry.relation
    for hop in way.hops:
        filled = all(here.by_name[name].not_null for name in hop.near)
        if hop.backward or not hop.declared or not filled:
            return True
        here = proposal.surveys[hop.table].relation
    return False
