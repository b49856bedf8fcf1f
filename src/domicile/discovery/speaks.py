"""What speaks for where a subject belongs: columns that tell a country, the best ones first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domicile.catalog.model import Hop
from domicile.config.model import SpeaksFor
from domicile.config.names import TableName
from domicile.discovery.links import Link, by_source
from domicile.discovery.model import Survey, Told
from domicile.discovery.nouns import names_any
from domicile.discovery.weights import is_below
from domicile.discovery.words.reading import read_column, stem

MOST_HOPS = 3
_PLACES = ("user.contact.address", "user.location")
_RANKS: Mapping[SpeaksFor, int] = {"citizenship": 0, "residence": 1, "presence": 2}
_USUAL_SORT: Mapping[str, SpeaksFor] = {
    "name": "residence",
    "phone prefix": "residence",
    "locale": "presence",
    "time zone": "presence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A column that tells countries, the forward hops to it, and what it says of a person.

    `usable` when the config can name it: a column with a country's name or code.
    """

    table: TableName
    column: str
    hops: tuple[Hop, ...]
    speaks_for: SpeaksFor
    told: Told

    @property
    def usable(self) -> bool:
        """Whether a config takes it: other columns than countries only speak to people, yet."""
        return self.told.how == "name"


def find_evidence(
    subject: TableName, surveys: Mapping[TableName, Survey], links: tuple[Link, ...]
) -> tuple[Evidence, ...]:
    """The columns that tell a country of each person, in order of weight.

    Citizenship before residence before presence; the person's own column before one that is
    some hops away; then the one that tells of more rows.
    """
    pointing = by_source(links)
    best: dict[tuple[tuple[Hop, ...], SpeaksFor, str], Evidence] = {}
    for hops, table in _reached(subject, pointing):
        for each in sorted(_of_table(hops, surveys[table]), key=_weight):
            # Of a country's code and its name one is enough; of a person's own columns all count.
            best.setdefault((hops, each.speaks_for, "" if hops else each.column), each)
    return tuple(sorted(best.values(), key=_weight))


def _weight(evidence: Evidence) -> tuple[object, ...]:
    return (
        not evidence.usable,
        _RANKS[evidence.speaks_for],
        len(evidence.hops),
        -evidence.told.share,
        evidence.column,
    )


def _reached(
    subject: TableName, pointing: Mapping[TableName, list[Link]]
) -> Iterator[tuple[tuple[Hop, ...], TableName]]:
    """The tables to which a subject leads by forward hops, the nearest first, each once."""
    seen = {subject}
    edge: list[tuple[tuple[Hop, ...], TableName]] = [((), subject)]
    for _ in range(MOST_HOPS + 1):
        yield from edge
        further: list[tuple[tuple[Hop, ...], TableName]] = []
        for hops, table in edge:
            for link in pointing.get(table, ()):
                if link.target not in seen and _is_of_place(link):
                    seen.add(link.target)
                    further.append(((*hops, link.forward), link.target))
        edge = further


def _is_of_place(link: Link) -> bool:
    """Whether the hop leads on to a place: the country of a person's shop is not the person's."""
    named = (link.columns[-1], link.target.table)
    noun = "_".join(stem(named[0]))
    return any(
        is_below(hint.category, _PLACES) for name in (noun, named[1]) for hint in read_column(name)
    ) or names_any("citizenship", noun)


def _of_table(hops: tuple[Hop, ...], survey: Survey) -> Iterator[Evidence]:
    via = [name for hop in hops for name in hop.near]
    for name, observation in survey.observations.items():
        if observation.told is None or names_any("aside", *via, name):
            continue
        if hops and observation.told.how != "name":
            continue  # somebody else's phone or locale
        yield Evidence(
            table=survey.relation.name,
            column=name,
            hops=hops,
            speaks_for=_sort((*via, name), observation.told.how),
            told=observation.told,
        )


def _sort(names: tuple[str, ...], how: str) -> SpeaksFor:
    if names_any("citizenship", *names):
        return "citizenship"
    return "presence" if names_any("presence", *names) else _USUAL_SORT[how]
