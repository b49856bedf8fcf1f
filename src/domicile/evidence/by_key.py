"""The SQL that looks at, and locks, rows that are named by their keys. Pure.

The parameter `keys` is a JSON array of keys, each an array of texts; `n` is a key's number in
it, from 1. No temporary table is needed, nor any right to make one.
"""

from __future__ import annotations

from collections.abc import Sequence

from domicile.catalog.model import Column, Subject
from domicile.evidence.statements import HOME, MIRRORED, lacking, place_of, row_digest
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    equal,
    own,
    qualified,
    raw,
    same_columns,
    sql,
)
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.paths import key_columns, to_directory

_GIVEN = sql.SQL("%(keys)s")


def asked(f: Fragments, keys: Composable = _GIVEN) -> Composed:
    """The keys of a table's rows as rows `r` (n, k1, ...)."""
    return _asked(f.mapped.key, keys)


def asked_subjects(subject: Subject) -> Composed:
    """The keys of subjects as rows `r` (n, k1, ...)."""
    return _asked(subject.key, _GIVEN)


def _asked(key: Sequence[Column], keys: Composable) -> Composed:
    listed = comma(
        sql.SQL("(x.value ->> {})::{} AS {}").format(
            sql.Literal(number), raw(column.type), sql.Identifier(name)
        )
        for number, (name, column) in enumerate(zip(key_columns(len(key)), key, strict=True))
    )
    return sql.SQL(
        "(SELECT x.n, {} FROM jsonb_array_elements({}::jsonb) WITH ORDINALITY AS x (value, n)) r"
    ).format(listed, keys)


def in_hub(f: Fragments) -> Composed:
    """What the hub knows of each key, whether it has the row or not.

    Columns: n, is the row here, home, mirrored, homes that wait to forget it, and of the row
    which columns hold a value, and a digest of each.
    """
    key = fields("t", f.mapped.key)
    asked_keys = [qualified(name, "r") for name in f.own_keys]
    return sql.SQL(
        "SELECT r.n, {} IS NOT NULL, {}, {},"
        " ARRAY(SELECT q.home FROM {} q WHERE {} AND q.home = ANY (%(homes)s)), {}, {}"
        " FROM {} LEFT JOIN {} t ON {} LEFT JOIN {} p ON {} {}"
    ).format(
        key[0],
        HOME,
        MIRRORED,
        f.purge,
        f.keys_are("q", asked_keys),
        _filled(f),
        _digests(f),
        asked(f),
        f.base,
        equal(key, asked_keys),
        f.pin,
        f.keys_are("p", key),
        place_of(f),
    )


def at_home(f: Fragments) -> Composed:
    """The asked rows that a home has: n, which columns hold a value, and a digest of each."""
    return sql.SQL("SELECT r.n, {}, {} FROM {} JOIN {} t ON {}").format(
        _filled(f), _digests(f), asked(f), f.base, row_is_asked(f)
    )


def digests_at_home(f: Fragments) -> Composed:
    """The asked rows that a home has: n, whether a value is lacking, and the row's digest."""
    return sql.SQL("SELECT r.n, {}, {} FROM {} JOIN {} t ON {}").format(
        lacking(f), row_digest(f), asked(f), f.base, row_is_asked(f)
    )


def lock_owners(f: Fragments) -> Composed:
    """Lock the directory rows of the asked rows' subjects; n of those that somebody holds."""
    names = key_columns(len(f.mapped.subject.key))
    listed = comma(qualified(name, "d") for name in names)
    return sql.SQL(
        "WITH owner AS MATERIALIZED (SELECT r.n, d.* FROM {asked} JOIN {base} t ON {same}"
        " CROSS JOIN LATERAL (SELECT {listed} {way}) d),"
        " held AS MATERIALIZED (SELECT {listed} FROM {directory} d"
        " JOIN (SELECT DISTINCT {owners} FROM owner o) o ON {owned}"
        " FOR UPDATE OF d SKIP LOCKED)"
        " SELECT DISTINCT o.n FROM owner o"
        " WHERE NOT EXISTS (SELECT FROM held h WHERE {matched})"
    ).format(
        asked=asked(f),
        base=f.base,
        same=row_is_asked(f),
        listed=listed,
        way=to_directory(f.mapped, fields("t", f.mapped.entry)),
        directory=own(naming.directory(f.mapped.subject.kind)),
        owners=comma(qualified(name, "o") for name in names),
        owned=same_columns(names, "o", "d"),
        matched=same_columns(names, "h", "o"),
    )


def lock_rows(f: Fragments) -> Composed:
    """Lock the asked rows against writers; n of each that could be locked."""
    return sql.SQL("SELECT r.n FROM {} JOIN {} t ON {} FOR SHARE OF t SKIP LOCKED").format(
        asked(f), f.base, row_is_asked(f)
    )


def row_is_asked(f: Fragments) -> Composed:
    """The table's row `t` is the one that `r` asks for."""
    return equal(fields("t", f.mapped.key), [qualified(name, "r") for name in f.own_keys])


def _filled(f: Fragments) -> Composed:
    return sql.SQL("ARRAY[{}]::boolean[]").format(
        comma(
            sql.SQL("{} IS DISTINCT FROM NULL").format(value)
            for value in fields("t", f.mapped.written)
        )
    )


def _digests(f: Fragments) -> Composed:
    """A digest of each column: of its text within a row, for `char(n)::text` drops blanks."""
    return sql.SQL("ARRAY[{}]::bytea[]").format(
        comma(_digest(value) for value in fields("t", f.mapped.written))
    )


def _digest(value: Composable) -> Composed:
    return sql.SQL(
        "CASE WHEN {} IS DISTINCT FROM NULL"
        " THEN sha256(%(salt)s::bytea || convert_to(ROW({})::text, 'UTF8')) END"
    ).format(value, value)
