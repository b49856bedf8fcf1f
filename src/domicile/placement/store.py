"""Ask the hub where its people belong, and tell it where each country's people must live."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from psycopg.rows import class_row

from domicile.catalog.model import Subject
from domicile.config.model import Config, SpeaksFor
from domicile.country.spellings import spellings
from domicile.errors import ConfigError
from domicile.pg.compose import Composable, Composed, comma, sql, table
from domicile.pg.connection import Connection
from domicile.placement.evidence import (
    evidence_column,
    evidence_joins,
    evidence_value,
    jurisdiction,
    normal_form,
    speaking,
)
from domicile.placement.model import Target

MAX_SPELLINGS = 10_000
MAX_SHOWN = 50
MAX_SHOWN_CHARACTERS = 60
NOT_SHOWN = "(not shown)"
# Known spellings fall together by ties and evidence: citizens of any country in any other.
_MAX_GROUPS = 20 * MAX_SPELLINGS
_PUNCTUATION = frozenset(" .,()'-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """How many people there are with the same ties, by which evidence, and what was not understood.

    `evidence` has, for each label of ties, the kinds of evidence that are some people's only one.
    `unmapped` is for a report, so it shows only what can be a country's name, "" for no
    evidence at all, and the rest together as `NOT_SHOWN` (I7); its numbers add up.
    """

    counts: Mapping[str | None, int]
    evidence: Mapping[str, frozenset[SpeaksFor]]
    unmapped: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """People with the same ties by the same evidence, or those with one unknown spelling.

    `citizen` and `lives` are the numbers of the evidence that said so.
    """

    label: str | None
    citizen: int | None
    lives: int | None
    spelling: str | None
    people: int


@dataclass(slots=True)
class _Tally:
    counts: Counter[str | None] = field(default_factory=Counter[str | None])
    evidence: dict[str, set[SpeaksFor]] = field(default_factory=dict[str, set[SpeaksFor]])
    unmapped: Counter[str] = field(default_factory=Counter[str])


def take_census(conn: Connection, config: Config, subjects: Iterable[Subject]) -> Census:
    """Count the people of each jurisdiction: one statement over each whole subject table.

    Raises:
        ConfigError: an evidence column holds more spellings than countries can have.
    """
    tally = _Tally()
    for subject in subjects:
        for group in _groups(conn, config, subject):
            _add(tally, subject, group)
    return Census(
        counts=dict(tally.counts),
        evidence={code: frozenset(kinds) for code, kinds in tally.evidence.items()},
        unmapped=_shown(tally.unmapped),
    )


def write_spellings(conn: Connection, config: Config) -> None:
    """Keep every known spelling in the hub, so that its guards can read evidence by themselves."""
    conn.execute("DELETE FROM domicile.spelling")
    copy_in = "COPY domicile.spelling (spelling, jurisdiction) FROM STDIN"
    with conn.cursor() as cursor, cursor.copy(copy_in) as copy:
        for row in sorted(spellings(config.countries).items()):
            copy.write_row(row)


def write_targets(
    conn: Connection, targets: Iterable[Target], kinds: Iterable[str] | None = None
) -> None:
    """Replace what the hub knows of where each country's people must live.

    Args:
        kinds: only of these kinds of people; of all when None.
    """
    if kinds is None:
        conn.execute("DELETE FROM domicile.placement")
    else:
        conn.execute("DELETE FROM domicile.placement WHERE kind = ANY (%s)", (list(kinds),))
    copy_in = "COPY domicile.placement (kind, jurisdiction, home, mirrored) FROM STDIN"
    with conn.cursor() as cursor, cursor.copy(copy_in) as copy:
        for each in targets:
            copy.write_row((each.kind, each.jurisdiction, each.home, each.mirrored))


def _groups(conn: Connection, config: Config, subject: Subject) -> list[_Group]:
    query = _census_query(subject, spellings(config.countries))
    with conn.cursor(row_factory=class_row(_Group)) as cursor:
        found = cursor.execute(query).fetchall()
    if sum(group.label is None for group in found) > MAX_SPELLINGS:
        raise ConfigError(
            f"{config.source}: subject {subject.kind}: evidence: more than {MAX_SPELLINGS} "
            "different values that are no country",
            hint="evidence must be a country name or code; name another column",
        )
    return found


def _census_query(subject: Subject, spelled: Mapping[str, str]) -> Composed:
    """On each axis the first evidence with a known spelling speaks, as in `evidence_value`.

    The spellings are literals, for a parameter's "%" could not be told from one in a name.
    """
    numbers = range(len(subject.evidence))
    given = [
        sql.SQL("nullif({}, '')").format(normal_form(evidence_column(subject, number)))
        for number in numbers
    ]
    return sql.SQL(
        "WITH known AS (SELECT * FROM unnest({spellings}::text[], {spelled}::text[])"
        " AS k (spelling, jurisdiction))"
        " SELECT {label} AS label, {citizen} AS citizen, {lives} AS lives,"
        " CASE WHEN coalesce({codes}) IS NULL THEN coalesce({given}, '') END AS spelling,"
        " count(*) AS people"
        " FROM {table} s {joins} GROUP BY 1, 2, 3, 4 LIMIT {limit}"
    ).format(
        spellings=sql.Literal([*spelled]),
        spelled=sql.Literal([*spelled.values()]),
        label=evidence_value(subject),
        citizen=_first(speaking(subject, "citizenship")),
        lives=_first(speaking(subject, "territory")),
        codes=comma(map(jurisdiction, numbers)),
        given=comma(given),
        table=table(subject.table.name),
        joins=evidence_joins(subject, "s", sql.Identifier("known")),
        limit=sql.Literal(_MAX_GROUPS),
    )


def _first(numbers: Sequence[int]) -> Composable:
    """Which of the evidence spoke: NULL for none."""
    first = [
        sql.SQL("WHEN {} IS NOT NULL THEN {}").format(jurisdiction(number), sql.Literal(number))
        for number in numbers
    ]
    if not first:
        return sql.SQL("NULL::int")
    return sql.SQL("CASE {} END").format(sql.SQL(" ").join(first))


def _add(tally: _Tally, subject: Subject, group: _Group) -> None:
    tally.counts[group.label] += group.people
    if group.label is None:
        tally.unmapped[group.spelling or ""] += group.people
        return
    kinds = tally.evidence.setdefault(group.label, set())
    spoke = [number for number in (group.citizen, group.lives) if number is not None]
    if len(spoke) == 1:
        kinds.add(subject.evidence[spoke[0]].speaks_for)


def _shown(unmapped: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The most frequent spellings that can be a country's, the rest in one number."""
    ordered = sorted(unmapped.items(), key=lambda each: (-each[1], each[0]))
    showable = [each for each in ordered if _like_a_country(each[0])]
    shown = showable[: MAX_SHOWN - 1]
    hidden = sum(unmapped.values()) - sum(people for _, people in shown)
    return (*shown, (NOT_SHOWN, hidden)) if hidden else tuple(shown)


def _like_a_country(spelling: str) -> bool:
    """Letters, with the marks that belong to them, and a name's punctuation."""
    return len(spelling) <= MAX_SHOWN_CHARACTERS and all(
        letter in _PUNCTUATION or unicodedata.category(letter)[0] in "LM" for letter in spelling
    )
