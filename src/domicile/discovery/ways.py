"""How a row finds its person: the cheapest way over links, and the others that there are.

All ways are found in one search outward from the subjects' tables (Dijkstra 1959), so that two
thousand tables cost no more than their links.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from domicile.catalog.model import Hop
from domicile.config.names import TableName
from domicile.discovery.links import Link, by_source, by_target

FORWARD = 1.0
BACKWARD = 2.5
ACTOR = 4.0
"""More than any honest way: who handled a row is its person only if nobody else can be."""
STAFF = 2.5
"""What a way to staff costs more where there is one to those whom they serve."""
THING = 1.5
OPTIONAL = 0.1
EQUAL = 0.35
"""Ways that cost less than this more than the cheapest are as good as it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The hops from a table to a subject's, and what speaks against them.

    `handled` when somebody on the way only handled the row.
    """

    hops: tuple[Hop, ...]
    subject: TableName
    cost: float
    first: Link | None = None
    handled: bool = False

    @property
    def shared(self) -> bool:
        """Whether one row may belong to several people."""
        return any(hop.backward for hop in self.hops)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """Whose the rows of a table are.

    `ways` is empty for nobody's, has one way without hops for a subject's own table, and several
    when a row is about several people at once. `others` are ways that were not taken.
    """

    ways: tuple[Way, ...] = ()
    others: tuple[Way, ...] = ()

    @property
    def way(self) -> Way | None:
        """The way that a map takes."""
        return self.ways[0] if self.ways else None


@dataclass(slots=True, kw_only=True)
class _Search:
    links_to: Mapping[TableName, list[Link]]
    links_from: Mapping[TableName, list[Link]]
    is_thing: Callable[[TableName], bool]
    is_staff: Callable[[TableName], bool]
    is_unit: Callable[[TableName], bool]
    may_go_back: Callable[[Link], bool]
    is_authored: Callable[[TableName], bool]
    pairs: Callable[[TableName], bool]
    best: dict[TableName, Way] = field(default_factory=dict[TableName, Way])
    found: defaultdict[TableName, list[Way]] = field(
        default_factory=lambda: defaultdict[TableName, list[Way]](list)
    )


def find_ways(
    tables: Iterable[TableName],
    subjects: Iterable[TableName],
    links: Iterable[Link],
    *,
    is_thing: Callable[[TableName], bool],
    is_staff: Callable[[TableName], bool],
    is_unit: Callable[[TableName], bool],
    may_go_back: Callable[[Link], bool],
    is_authored: Callable[[TableName], bool],
    pairs: Callable[[TableName], bool],
) -> dict[TableName, Belonging]:
    """Whose the rows of each table are.

    Args:
        tables: all of them.
        subjects: those whose rows are people, the surest first.
        links: what ties them together.
        is_thing: whether a table is of things that people have or handle: a way through it is a
            detour.
        is_staff: whether a subject's table is of people who handle things for others.
        may_go_back: whether the pointed-at rows are the pointing rows' own (an address), not a
            code that many share (a country).
        pairs: whether the rows tie people to each other: messages, or a table of nothing but links.
        is_authored: whether the rows are texts of people: then who created one is its person.
    """
    listed = list(links)
    search = _Search(
        links_to=by_target(listed),
        links_from=by_source(listed),
        is_thing=is_thing,
        is_staff=is_staff,
        is_unit=is_unit,
        may_go_back=may_go_back,
        is_authored=is_authored,
        pairs=pairs,
    )
    ranks = {name: rank for rank, name in enumerate(subjects)}
    _spread(search, ranks)
    return {name: _belonging(search, name, ranks) for name in tables}


def _spread(search: _Search, subjects: Mapping[TableName, int]) -> None:
    queue: list[tuple[float, int, TableName, int, Way]] = []
    for rank, name in enumerate(subjects):
        heapq.heappush(queue, (0.0, rank, name, 0, Way(hops=(), subject=name, cost=0.0)))
    pushed = 0
    while queue:
        _, _, name, _, way = heapq.heappop(queue)
        if name in search.best:
            continue
        search.best[name] = way
        for table, longer in _steps(search, name, way):
            if table in subjects:
                continue
            search.found[table].append(longer)
            if table in search.best:
                continue
            pushed += 1
            rank = subjects[longer.subject]
            heapq.heappush(queue, (longer.cost, rank, table, pushed, longer))


def _steps(search: _Search, name: TableName, way: Way) -> Iterable[tuple[TableName, Way]]:
    passed = {name, *(hop.table for hop in way.hops)}
    for link in search.links_to.get(name, ()):
        if link.source not in passed:
            cost, handled = _forward_cost(search, link, way), _is_handled(search, link)
            yield link.source, _longer(way, link.forward, cost, link, handled=handled)
    for link in search.links_from.get(name, ()):
        if link.target not in passed and search.may_go_back(link):
            yield link.target, _longer(way, link.backward, BACKWARD, link, handled=False)


def _longer(way: Way, hop: Hop, cost: float, link: Link, *, handled: bool) -> Way:
    return Way(
        hops=(hop, *way.hops),
        subject=way.subject,
        cost=way.cost + cost,
        first=link,
        handled=way.handled or handled,
    )


def _is_handled(search: _Search, link: Link) -> bool:
    """Whether who is pointed at only handled the row."""
    return link.role == "actor" or (search.is_staff(link.target) and search.is_unit(link.source))


def _forward_cost(search: _Search, link: Link, way: Way) -> float:
    cost = FORWARD + OPTIONAL * link.nullable + OPTIONAL * (not link.declared)
    if _is_handled(search, link):
        cost += ACTOR
    elif link.role == "owner":
        cost -= OPTIONAL
    if way.hops and search.is_thing(link.target):
        cost += THING
    return cost


def _belonging(search: _Search, name: TableName, subjects: Mapping[TableName, int]) -> Belonging:
    if name in subjects:
        return Belonging(ways=(Way(hops=(), subject=name, cost=0.0),))
    found = search.found.get(name, ())
    # What is said is as much of who says it as of who hears it, whoever serves whom.
    served = not search.pairs(name) and any(not search.is_staff(way.subject) for way in found)

    def weight(way: Way) -> tuple[float, int, int]:
        serves = served and search.is_staff(way.subject)
        pointed_at = len(search.links_to.get(way.subject, ()))
        return way.cost + STAFF * serves, -pointed_at, subjects[way.subject]

    ways = sorted(found, key=weight)
    if not ways or (ways[0].handled and not search.is_authored(name)):
        return Belonging(others=tuple(ways))
    best = ways[0]
    pairs = search.pairs(name)
    twins = [way for way in ways[1:] if _is_twin(best, way, pairs=pairs)] or _inherited(
        search, best, subjects
    )
    others = tuple(way for way in ways[1:] if way not in twins and way.cost < best.cost + ACTOR)
    return Belonging(ways=(best, *twins), others=others)


def _inherited(search: _Search, best: Way, subjects: Mapping[TableName, int]) -> list[Way]:
    """The other people of the row that the way leads through: a message's attachment is both's."""
    hop, through = best.hops[0], best.hops[0].table
    if hop.backward or through in subjects:
        return []
    return [
        Way(hops=(hop, *way.hops), subject=way.subject, cost=best.cost, first=best.first)
        for way in _belonging(search, through, subjects).ways[1:]
    ]


def _is_twin(best: Way, other: Way, *, pairs: bool) -> bool:
    """Whether a row is about both people: two links of equal standing, to them or what is theirs.

    A message has a sender and a recipient; a transfer goes from one's account to another's. Two
    kinds of people are both meant only where the table `pairs` them.
    """
    if best.shared or other.shared or len(best.hops) != len(other.hops):
        return False
    if best.subject != other.subject and not pairs:
        return False
    alike = [hop.table for hop in best.hops[:-1]] == [hop.table for hop in other.hops[:-1]]
    other_link = best.hops[0].near != other.hops[0].near
    return alike and other_link and other.cost <= best.cost + EQUAL
