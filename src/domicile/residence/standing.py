"""What was applied against what would be applied now: the same, or it has to be done again.

`apply` is a function of the data map, the config and the catalog. Its statements are digested:
whatever changes them (an application's migration, a new home, a changed map, a grant) changes
the digest. A second digest is over what it made, so that a trigger that somebody dropped or
disabled is noticed too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domicile.catalog.model import DataMap, MappedTable
from domicile.config.model import Config
from domicile.country.spellings import spellings
from domicile.pg import servers
from domicile.pg.compose import Composable
from domicile.pg.connection import Connection
from domicile.residence import home as at_home
from domicile.residence import hub as at_hub
from domicile.residence.fragments import Fragments
from domicile.residence.needs import Made
from domicile.residence.store import granted, holds, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the hub was prepared for.

    Attributes:
        wanted: digest of every statement of `apply`.
        found: digest of what those statements left in the hub.
        columns: every column of every mapped table, `schema.table.column`.
    """

    wanted: str
    found: str
    columns: frozenset[str]


def applied(conn: Connection) -> Standing | None:
    """What the last `apply` was for; None when there was none, or by an older version."""
    if not holds(conn, "relation_exists", schema="domicile", name="applied"):
        return None
    for wanted, found, columns in rows(conn, "applied"):
        return Standing(wanted=wanted, found=found, columns=frozenset(columns))
    return None


def standing(
    conn: Connection, config: Config, data_map: DataMap, parts: tuple[Fragments, ...]
) -> Standing:
    """What `apply` would be for now, and what is there. Reads only."""
    identity = rows(conn, "identity")[0][0]
    return Standing(
        wanted=_digest([str(identity), *_statements(conn, config, data_map, parts)]),
        found=_digest(str(row[0]) for row in rows(conn, "standing")),
        columns=frozenset(
            f"{mapped.name}.{column.name}"
            for mapped in data_map.tables
            for column in mapped.table.columns
        ),
    )


def keep(conn: Connection, now: Standing) -> None:
    """Write down what was applied, in the transaction that applies it."""
    conn.execute("DELETE FROM domicile.applied")
    conn.execute(
        "INSERT INTO domicile.applied (wanted, found, columns) VALUES (%s, %s, %s)",
        (now.wanted, now.found, sorted(now.columns)),
    )


def needs(made: Iterable[Made], tables: Iterable[MappedTable]) -> str:
    """Digest of all that a home must have."""
    texts = [each.statement.as_string(None) for each in made]
    for mapped in tables:
        texts.append(at_home.home_table(mapped).as_string(None))
        texts += [index.as_string(None) for _, index in at_home.home_indexes(mapped)]
    return _digest(texts)


def prepared(conn: Connection) -> dict[str, str]:
    """For each home what it was last prepared for, as `needs` says it."""
    if not holds(conn, "relation_exists", schema="domicile", name="prepared"):
        return {}
    return {str(country): str(digest) for country, digest in rows(conn, "prepared")}


def keep_prepared(conn: Connection, countries: Iterable[str], digest: str) -> None:
    """Write down that these homes are prepared for that."""
    for country in countries:
        conn.execute(
            "INSERT INTO domicile.prepared (country, needs) VALUES (%s, %s)"
            " ON CONFLICT (country) DO UPDATE SET needs = excluded.needs",
            (country, digest),
        )


def reaches(config: Config) -> Iterator[at_hub.Reach]:
    """How the hub's server reaches each home, secrets included."""
    for country in sorted(config.homes):
        options, mapping = servers.server_options(config, country)
        yield at_hub.Reach(country=country, server_options=options, mapping_options=mapping)


def _statements(
    conn: Connection, config: Config, data_map: DataMap, parts: tuple[Fragments, ...]
) -> Iterator[str]:
    composed: list[Composable] = [
        at_hub.SCHEMA["tables"],
        *at_hub.state(data_map, parts, reaches(config)),
        *at_hub.behaviour(data_map, parts),
    ]
    for f in parts:
        composed += at_hub.grant(f, sorted(granted(conn, f.mapped.name), key=str))
    for statement in composed:
        yield statement.as_string(None)
    yield from (f"{one}={other}" for one, other in sorted(spellings(config.countries).items()))


def _digest(texts: Iterable[str]) -> str:
    value = hashlib.sha256()
    for text in texts:
        value.update(text.encode() + b"\0")
    return value.hexdigest()
