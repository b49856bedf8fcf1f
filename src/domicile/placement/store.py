"""Ask the hub where its people belong, and tell it where each country's people must live."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from psycopg.rows import class_row

from domicile.catalog.model import Subject
from domicile.config.model import Config, SpeaksFor
from domicile.errors import ConfigError
from domicile.pg.compose import Composed, comma, sql, table
from domicile.pg.connection import Connection
from domicile.placement.country import spellings
from domicile.placement.evidence import evidence_column, evidence_joins, normal_form
from domicile.placement.model import Target

MAX_SPELLINGS = 10_000
MAX_SHOWN = 50
MAX_SHOWN_CHARACTERS = 60
NOT_SHOWN = "(not shown)"
# Known spellings fall together by code and evidence; a few hundred of these at the most.
_MAX_GROUPS = 2 * MAX_SPELLINGS
_PUNCTUATION = frozenset(" .,()'-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """How many people each jurisdiction has, by which evidence, and what could not be read.

    `unmapped` is for a report, so it shows only what can be a country's name, "" for no
    evidence at all, and the rest together as `NOT_SHOWN` (I7); its numbers add up.
    """

    counts: Mapping[str | None, int]
    evidence: Mapping[str, frozenset[SpeaksFor]]
    unmapped: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """People of one country by one evidence, or those with one unknown spelling."""

    code: str | None
    number: int | None
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
    with conn.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO domicile.placement (kind, jurisdiction, home, mirrored)"
            " VALUES (%s, %s, %s, %s)",
            [(each.kind, each.jurisdiction, each.home, each.mirrored) for each in targets],
        )


def _groups(conn: Connection, config: Config, subject: Subject) -> list[_Group]:
    query = _census_query(subject, spellings(config.countries))
    with conn.cursor(row_factory=class_row(_Group)) as cursor:
        found = cursor.execute(query).fetchall()
    if sum(group.code is None for group in found) > MAX_SPELLINGS:
        raise ConfigError(
            f"{config.source}: subject {subject.kind}: evidence: more than {MAX_SPELLINGS} "
            "different values that are no country",
            hint="evidence must be a country name or code; name another column",
        )
    return found


def _census_query(subject: Subject, spelled: Mapping[str, str]) -> Composed:
    """The first evidence with a known spelling speaks, as in `evidence.evidence_value`.

    The spellings are literals, for a parameter's "%" could not be told from one in a name.
    """
    numbers = range(len(subject.evidence))
    values = [normal_form(evidence_column(subject, number)) for number in numbers]
    codes = [sql.Identifier(f"k{number}", "code") for number in numbers]
    known = [
        sql.SQL("LEFT JOIN known {} ON {} = {}").format(
            sql.Identifier(f"k{number}"), sql.Identifier(f"k{number}", "spelling"), values[number]
        )
        for number in numbers
    ]
    first = [
        sql.SQL("WHEN {} IS NOT NULL THEN {}").format(codes[number], sql.Literal(number))
        for number in numbers
    ]
    given = [sql.SQL("nullif({}, '')").format(value) for value in values]
    return sql.SQL(
        "WITH known AS (SELECT * FROM unnest({spellings}::text[], {spelled}::text[])"
        " AS k (spelling, code))"
        " SELECT coalesce({codes}) AS code, CASE {first} END AS number,"
        " CASE WHEN coalesce({codes}) IS NULL THEN coalesce({given}, '') END AS spelling,"
        " count(*) AS people"
        " FROM {table} s {joins} {known} GROUP BY 1, 2, 3 LIMIT {limit}"
    ).format(
        spellings=sql.Literal([*spelled]),
        spelled=sql.Literal([*spelled.values()]),
        codes=comma(codes),
        first=sql.SQL(" ").join(first),
        given=comma(given),
        table=table(subject.table.name),
        joins=evidence_joins(subject, "s"),
        known=sql.SQL(" ").join(known),
        limit=sql.Literal(_MAX_GROUPS),
    )


def _add(tally: _Tally, subject: Subject, group: _Group) -> None:
    tally.counts[group.code] += group.people
    if group.code is None or group.number is None:
        tally.unmapped[group.spelling or ""] += group.people
    else:
        speaks_for = subject.evidence[group.number].speaks_for
        tally.evidence.setdefault(group.code, set()).add(speaks_for)


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
