"""The shadow schema: views of the same shape that read whole rows, wherever they live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import LiteralString

from domicile.catalog.model import Column
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    differ,
    equal,
    lines,
    own,
    qualified,
    raw,
    sql,
)
from domicile.pg.query import load_queries
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.functions import SHARED_HOME, function
from domicile.residence.needs import collated
from domicile.residence.paths import key_columns, to_directory

BODIES = load_queries("domicile.residence", "sql/views.sql")
_TRIGGER = sql.SQL("trigger")
_INVOKER = sql.SQL("SECURITY INVOKER")


def table_view(f: Fragments) -> Iterator[Composed]:
    """The view, its defaults, and the INSTEAD OF triggers that write through it."""
    # PostgreSQL wants every column that an invoker's view names from who has but some of them.
    invoker = sql.Literal(not f.mapped.table.column_grants)
    yield sql.SQL("CREATE VIEW {} WITH (security_invoker = {}) AS SELECT {} FROM {} c").format(
        f.view, invoker, comma(_shown(f, column) for column in f.mapped.table.columns), f.base
    )
    for column in f.mapped.table.columns:
        if column.default is not None:
            yield sql.SQL("ALTER VIEW {} ALTER COLUMN {} SET DEFAULT {}").format(
                f.view, sql.Identifier(column.name), raw(column.default)
            )
    events: tuple[tuple[LiteralString, Composed], ...] = (
        ("insert", _insert(f)),
        ("update", _update(f)),
        ("delete", _delete(f)),
    )
    for event, body in events:
        called = f.own(f"view_{event}")
        yield function(called, sql.SQL(""), _TRIGGER, body, _INVOKER)
        yield sql.SQL("CREATE TRIGGER {} INSTEAD OF {} ON {} FOR EACH ROW EXECUTE {}()").format(
            sql.Identifier(f"{naming.GUARD}_view_{event}"),
            sql.SQL(event),
            f.view,
            sql.SQL("FUNCTION {}").format(called),
        )


def placed_view(f: Fragments) -> Composed:
    """Where every row of the table lives, as a set: what movers and `verify` join with.

    `home` and `mirrored` are where it lives, `belongs` and `belongs_mirrored` where its
    subjects do, `settled` whether they give one answer; `pinned` says that the pin decides.
    """
    way = to_directory(f.mapped, fields("t", f.mapped.entry))
    found = _SHARED_ANSWER if f.mapped.shared else _SINGLE_ANSWER
    return sql.SQL(
        "CREATE VIEW {} AS SELECT {},"
        " CASE WHEN p.k1 IS NULL THEN w.home ELSE p.home END AS home,"
        " coalesce(CASE WHEN p.k1 IS NULL THEN w.mirrored ELSE p.mirrored END, false) AS mirrored,"
        " p.k1 IS NOT NULL AS pinned, w.home AS belongs,"
        " coalesce(w.home IS NOT NULL AND w.mirrored, false) AS belongs_mirrored,"
        " coalesce(w.settled, false) AS settled"
        " FROM {} t LEFT JOIN {} p ON {} LEFT JOIN LATERAL (SELECT {} {}) w ON true"
    ).format(
        f.own("placed"),
        comma(
            sql.SQL("{} AS {}").format(field, sql.Identifier(name))
            for field, name in zip(fields("t", f.mapped.key), f.own_keys, strict=True)
        ),
        f.base,
        f.pin,
        f.keys_are("p", fields("t", f.mapped.key)),
        found,
        way,
    )


_SINGLE_ANSWER = sql.SQL("d.home AS home, d.mirrored AS mirrored, true AS settled")
_SHARED_ANSWER = sql.SQL(
    "{} AS home, bool_and(d.mirrored) AS mirrored,"
    " count(DISTINCT ROW(d.home, d.mirrored)) = 1 AS settled"
).format(SHARED_HOME)


def _shown(f: Fragments, column: Column) -> Composable:
    here = qualified(column.name, "c")
    if column not in f.mapped.personal:
        return here
    away = f.call("away", fields("c", f.mapped.address))
    return sql.SQL("CASE WHEN {} THEN ({}).{} ELSE {} END AS {}").format(
        _is_away(f, column), away, sql.Identifier(column.name), here, sql.Identifier(column.name)
    )


def _is_away(f: Fragments, column: Column) -> Composable:
    """What tells a resident's row. With column grants, a column is tested by itself alone."""
    if f.mapped.table.column_grants and column.generated is None:
        return sql.SQL("{} IS NULL").format(qualified(column.name, "c"))
    if f.mapped.marker or column.generated is not None:
        return f.away("c")
    return sql.SQL("{} IS NULL").format(qualified(column.name, "c"))


def _plain(f: Fragments) -> list[Column]:
    return [column for column in f.mapped.table.columns if column.generated is None]


def _insert(f: Fragments) -> Composed:
    identity = next((column for column in _plain(f) if column.identity), None)
    whole = _insert_statement(f, _plain(f))
    if identity is not None:
        others = [column for column in _plain(f) if column is not identity]
        whole = sql.SQL(
            "IF NEW.{} IS NULL THEN\n        {}\n    ELSE\n        {}\n    END IF;"
        ).format(sql.Identifier(identity.name), _insert_statement(f, others), whole)
    return BODIES["view_insert"].format(base=f.base, insert=whole, complete=_complete(f))


def _insert_statement(f: Fragments, columns: list[Column]) -> Composed:
    return sql.SQL(
        "INSERT INTO {} AS b ({}) OVERRIDING SYSTEM VALUE VALUES ({}) RETURNING b.* INTO written;"
    ).format(f.base, comma(sql.Identifier(c.name) for c in columns), comma(fields("new", columns)))


def _complete(f: Fragments) -> Composed:
    """Give back the row as it is now: from the view when its values are elsewhere."""
    return sql.SQL(
        "IF NOT FOUND THEN\n        RETURN NULL;\n    END IF;\n"
        "    IF {} THEN\n        SELECT v.* INTO NEW FROM {} v WHERE {};\n"
        "    ELSE\n        SELECT (written).* INTO NEW;\n    END IF;\n    RETURN NEW;"
    ).format(
        f.away("written"),
        f.view,
        equal(fields("v", f.mapped.key), fields("written", f.mapped.key)),
    )


def _old_key(f: Fragments) -> Composed:
    return equal(fields("b", f.mapped.key), fields("old", f.mapped.key))


def _update(f: Fragments) -> Composed:
    steps = [_collect(f, column) for column in _plain(f)]
    touchable = [c for c in _plain(f) if c.identity != "always"]
    others = [c for c in touchable if c not in f.mapped.key + f.mapped.written] or touchable
    touch = f", {_quoted(others[0])} = b.{_quoted(others[0])}" if others else ""
    end = " AND ".join(f"b.{_quoted(column)} = ($2).{_quoted(column)}" for column in f.mapped.key)
    return BODIES["view_update"].format(
        base=f.base,
        old_key=_old_key(f),
        collect=lines(steps, "\n    "),
        touch=sql.Literal(touch),
        update_start=sql.Literal(sql.SQL("UPDATE {} AS b SET ").format(f.base).as_string(None)),
        update_end=sql.Literal(f" WHERE {end} RETURNING b.*"),
        complete=_complete_after_execute(f),
    )


def _complete_after_execute(f: Fragments) -> Composed:
    """EXECUTE does not set FOUND; an empty row means that a trigger suppressed the write."""
    missing = equal(fields("written", f.mapped.key), fields("written", f.mapped.key))
    return sql.SQL("PERFORM 1 WHERE {};\n    {}").format(missing, _complete(f))


def _collect(f: Fragments, column: Column) -> Composed:
    name = _quoted(column)
    changed = differ(fields("new", [column]), fields("old", [column]))
    stale = differ(fields("written", [column]), fields("old", [column]))
    if column in f.mapped.written:
        stale = sql.SQL("NOT ({}) AND {}").format(f.away("written"), stale)
    return sql.SQL(
        "IF {} THEN\n        sets := sets || {};\n"
        "        IF {} THEN\n            {}\n        END IF;\n    END IF;"
    ).format(changed, sql.Literal(f", {name} = ($1).{name}"), stale, _STALE)


_STALE = sql.SQL(
    "RAISE serialization_failure USING"
    " MESSAGE = 'the row was changed by another transaction', HINT = 'Try again.';"
)


def _delete(f: Fragments) -> Composed:
    kept = [column for column in f.mapped.table.columns if column not in f.mapped.personal]
    changed = differ(fields("written", kept), fields("old", kept))
    return BODIES["view_delete"].format(base=f.base, old_key=_old_key(f), skeleton_changed=changed)


def _quoted(column: Column) -> str:
    return sql.Identifier(column.name).as_string(None)


def own_tables(f: Fragments) -> Iterable[Composed]:
    """Pins and purges of one table: rows that are not where their subject is.

    A pin without a home is a row that is whole in the hub while its subject lives at a home.
    """
    keys = [
        _key_column(name, column) for name, column in zip(f.own_keys, f.mapped.key, strict=True)
    ]
    listed = comma(sql.Identifier(name) for name in f.own_keys)
    yield sql.SQL(
        "CREATE TABLE IF NOT EXISTS {} ({}, home text, mirrored boolean NOT NULL, PRIMARY KEY ({}))"
    ).format(f.pin, comma(keys), listed)
    yield sql.SQL(
        "CREATE TABLE IF NOT EXISTS {} ({}, home text NOT NULL, after xid8 NOT NULL,"
        " PRIMARY KEY (home, {}))"
    ).format(f.purge, comma(keys), listed)


def directory_table(kind: str, key: tuple[Column, ...]) -> Iterable[Composed]:
    """The directory of a kind of subject: subject -> home, the one truth (I1).

    No index on `home`: it would make every flip write a new index entry, and whoever asks for a
    home's people walks the directory anyway.
    """
    called = own(naming.directory(kind))
    names = key_columns(len(key))
    columns = [_key_column(name, column) for name, column in zip(names, key, strict=True)]
    yield sql.SQL(
        "CREATE TABLE IF NOT EXISTS {} ({}, domicile text, home text REFERENCES domicile.home,"
        " mirrored boolean NOT NULL DEFAULT false, since timestamptz NOT NULL DEFAULT now(),"
        " PRIMARY KEY ({}), CHECK (home IS NOT NULL OR NOT mirrored)) WITH (fillfactor = 50)"
    ).format(called, comma(columns), comma(sql.Identifier(name) for name in names))


def _key_column(name: str, column: Column) -> Composed:
    """A key column of our own: equal is what the application's table calls equal."""
    return sql.SQL("{} {}{} NOT NULL").format(
        sql.Identifier(name), raw(column.type), collated(column.collation)
    )
