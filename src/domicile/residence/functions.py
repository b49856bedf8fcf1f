"""The functions that `apply` makes for one mapped table; their bodies are sql/functions.sql."""

from __future__ import annotations

from collections.abc import Sequence

from domicile.catalog.model import Check, Column, UniqueIndex
from domicile.pg.compose import Composable, Composed, comma, every, lines, qualified, raw, sql
from domicile.pg.query import load_queries
from domicile.residence.fragments import Fragments, fields, of_argument, parameter
from domicile.residence.paths import to_directory

BODIES = load_queries("domicile.residence", "sql/functions.sql")
_DEFINER = sql.SQL("SECURITY DEFINER SET search_path = pg_catalog, pg_temp")
# A fetched row is text on its way and in the memory: what the caller set for itself (an
# abbreviated time zone, rounded floats) must not change a value.
_PLAIN_TEXT = sql.SQL(
    "SET datestyle = 'ISO, YMD' SET intervalstyle = postgres SET extra_float_digits = 1"
    " SET xmloption = content"
)


def function(
    name: Composable,
    arguments: Composable,
    returns: Composable,
    body: Composable,
    attributes: Composable = _DEFINER,
) -> Composed:
    """`CREATE FUNCTION`, the body as a literal: no name inside can end a quotation."""
    return sql.SQL("CREATE FUNCTION {}({}) RETURNS {} LANGUAGE plpgsql {} AS {}").format(
        name, arguments, returns, attributes, sql.Literal(body.as_string(None))
    )


def table_functions(f: Fragments) -> list[Composed]:
    """Everything that guards, views and movers call for this table, in order of need."""
    return [
        _place(f, "spot", lock=False),
        _place(f, "now", lock=False, fresh=True),
        _place(f, "claim", lock=True),
        _belongs(f),
        _away(f),
        _write(f),
        _ensure(f),
        _amend(f),
        _empty(f),
        _erase(f),
        _check(f),
        _conflict(f),
    ]


def place_of(f: Fragments, suffix: str, row: str) -> Composed:
    """A call of `..._spot` or `..._claim` for a row variable."""
    return f.call(suffix, fields(row, f.mapped.address))


def _place(f: Fragments, suffix: str, *, lock: bool, fresh: bool = False) -> Composed:
    address = f.mapped.address
    entry = f.arguments(address, f.mapped.entry)
    body = BODIES["place"].format(
        pin=f.pin,
        pinned=f.keys_are("p", f.arguments(address, f.mapped.key)),
        **_path(f, entry, lock=lock),
    )
    kind = _DEFINER if lock or fresh else sql.SQL("STABLE {}").format(_DEFINER)
    return function(f.own(suffix), f.types(address), _PLACE, body, kind)


def _belongs(f: Fragments) -> Composed:
    entry = f.arguments(f.mapped.entry, f.mapped.entry)
    body = BODIES["belongs"].format(**_path(f, entry, lock=True))
    return function(f.own("belongs"), f.types(f.mapped.entry), _PLACE, body)


_PLACE = sql.SQL("domicile.place")
_VOID = sql.SQL("void")
_TEXT = sql.SQL("text")


def _path(f: Fragments, entry: Sequence[Composable], *, lock: bool) -> dict[str, Composable]:
    """Home and mode of a row's subjects; a row of subjects of two places stays in the hub."""
    way = to_directory(f.mapped, entry)
    if f.mapped.shared:
        home, mirrored = SHARED_HOME, sql.SQL("bool_and(d.mirrored)")
    else:
        home, mirrored = sql.SQL("d.home"), sql.SQL("d.mirrored")
    locked = sql.SQL("PERFORM 1 {} FOR SHARE OF d;").format(way) if lock else sql.SQL("")
    return {"lock": locked, "home": home, "mirrored": mirrored, "path": way}


SHARED_HOME = sql.SQL(
    "CASE WHEN bool_and(d.home IS NOT NULL) AND min(d.home) = max(d.home)"
    " AND bool_and(d.mirrored) = bool_or(d.mirrored) THEN min(d.home) END"
)


def _away(f: Fragments) -> Composed:
    address = f.mapped.address
    arguments = f.arguments(address, address)
    keys = f.arguments(address, f.mapped.key)

    def fetch(country: str) -> Composed:
        return sql.SQL("SELECT {} INTO whole FROM {} f WHERE {}").format(
            comma(fields("f", f.mapped.personal)), f.foreign(country), _home_keys(f, "f", keys)
        )

    stamp = sql.SQL("ROW({})::text").format(comma([_NOW_AND_WHO, *arguments]))
    body = BODIES["away"].format(
        stamp=stamp,
        row_type=f.row_type,
        memo_key=f.memo("key"),
        memo_row=f.memo("row"),
        place=f.call("spot", arguments),
        place_now=f.call("now", arguments),
        fetch=f.per_home(sql.SQL("spot.home"), fetch),
        server=sql.SQL("(SELECT h.server FROM domicile.home h WHERE h.country = spot.home)"),
        query=sql.Literal(_asked_again(f)),
        keys=comma(keys),
        allowed=_allowed(f),
        mask=_mask(f),
    )
    kind = sql.SQL("STABLE PARALLEL UNSAFE {} {}").format(_DEFINER, _PLAIN_TEXT)
    return function(f.own("away"), f.types(address), f.row_type, body, kind)


def _asked_again(f: Fragments) -> str:
    """A format for the query by which a home is asked for one row outside the transaction."""
    found = sql.SQL("SELECT ROW({})::text FROM {} f WHERE ").format(
        comma(fields("f", f.mapped.personal)), f.base
    )
    keys = [qualified(column.name, "f").as_string(None) for column in f.mapped.key]
    wanted = " AND ".join(f"{key.replace('%', '%%')} = %L" for key in keys)
    return found.as_string(None).replace("%", "%%") + wanted


_NOW_AND_WHO = sql.SQL("statement_timestamp(), current_setting('role')")


def _allowed(f: Fragments) -> Composed:
    """Refuse a caller who may read nothing of the base table, as the table itself would."""
    return sql.SQL(
        "IF NOT has_any_column_privilege(domicile.caller(), {}::regclass, 'SELECT') THEN"
        " RAISE insufficient_privilege USING MESSAGE = {}; END IF;"
    ).format(
        sql.Literal(f.base.as_string(None)),
        sql.Literal(f"permission denied for table {f.mapped.name.table}"),
    )


def _mask(f: Fragments) -> Composed:
    """Give a caller nothing that it could not read in the base table."""
    base = sql.Literal(f.base.as_string(None))
    tests = [
        sql.SQL(
            "IF NOT has_column_privilege(domicile.caller(), {}::regclass, {}, 'SELECT') THEN"
            " whole.{} := NULL; END IF;"
        ).format(base, sql.Literal(column.name), sql.Identifier(column.name))
        for column in f.mapped.personal
    ]
    return sql.SQL(
        "IF NOT has_table_privilege(domicile.caller(), {}::regclass, 'SELECT') THEN\n"
        "        {}\n    END IF;"
    ).format(base, lines(tests, "\n        "))


def _home_keys(f: Fragments, alias: str, values: Sequence[Composable]) -> Composed:
    pairs = zip(f.mapped.key, values, strict=True)
    return every(
        sql.SQL("{} = {}").format(qualified(column.name, alias), value) for column, value in pairs
    )


def _insert(f: Fragments, row: int, tail: Composable) -> Composed:
    columns = f.mapped.key + f.mapped.written

    def statement(country: str) -> Composed:
        return sql.SQL("INSERT INTO {} ({}) VALUES ({}){}").format(
            f.foreign(country),
            comma(sql.Identifier(column.name) for column in columns),
            comma(of_argument(row, columns)),
            tail,
        )

    return f.per_home(parameter(1), statement)


def _write(f: Fragments) -> Composed:
    keys = of_argument(2, f.mapped.key)

    def update(country: str) -> Composed:
        sets = [
            sql.SQL("{} = ($2).{}").format(sql.Identifier(column.name), sql.Identifier(column.name))
            for column in f.mapped.written
        ]
        return sql.SQL("UPDATE {} f SET {} WHERE {}").format(
            f.foreign(country), comma(sets), _home_keys(f, "f", keys)
        )

    body = BODIES["write"].format(
        purge=f.purge,
        purged=f.keys_are("p", keys),
        insert=_insert(f, 2, sql.SQL(" ON CONFLICT DO NOTHING")),
        insert_or_say=_insert(f, 2, sql.SQL("")),
        update=f.per_home(parameter(1), update),
    )
    return function(f.own("write"), sql.SQL("text, {}").format(f.base), _VOID, body)


def _ensure(f: Fragments) -> Composed:
    body = BODIES["ensure"].format(
        purge=f.purge,
        purged=f.keys_are("p", of_argument(2, f.mapped.key)),
        write=f.call("write", [parameter(1), parameter(2)]),
        insert=_insert(f, 2, sql.SQL(" ON CONFLICT DO NOTHING")),
    )
    return function(f.own("ensure"), sql.SQL("text, {}").format(f.base), _VOID, body)


def _amend(f: Fragments) -> Composed:
    """Arguments: home, old key columns, then the row."""
    count = len(f.mapped.key)
    old = [parameter(number) for number in range(2, count + 2)]
    row = count + 2

    def update(country: str) -> Composed:
        sets = [
            sql.SQL("{} = {}").format(sql.Identifier(column.name), new)
            for column, new in zip(f.mapped.key, of_argument(row, f.mapped.key), strict=True)
        ] + [
            sql.SQL("{} = CASE WHEN {} IS NULL THEN f.{} ELSE {} END").format(
                sql.Identifier(column.name), new, sql.Identifier(column.name), new
            )
            for column, new in zip(
                f.mapped.written, of_argument(row, f.mapped.written), strict=True
            )
        ]
        return sql.SQL("UPDATE {} f SET {} WHERE {}").format(
            f.foreign(country), comma(sets), _home_keys(f, "f", old)
        )

    body = BODIES["change"].format(statement=f.per_home(parameter(1), update))
    arguments = comma([_TEXT, f.types(f.mapped.key), f.base])
    return function(f.own("amend"), arguments, _VOID, body)


def _empty(f: Fragments) -> Composed:
    """Arguments: home, key columns, column name."""
    keys = [parameter(number) for number in range(2, len(f.mapped.key) + 2)]
    which = parameter(len(keys) + 2)

    def of_column(column: Column) -> Composed:
        def update(country: str) -> Composed:
            return sql.SQL("UPDATE {} f SET {} = NULL WHERE {}").format(
                f.foreign(country), sql.Identifier(column.name), _home_keys(f, "f", keys)
            )

        return sql.SQL("IF {} = {} THEN\n    {}\n    END IF;").format(
            which, sql.Literal(column.name), f.per_home(parameter(1), update)
        )

    columns = lines([of_column(column) for column in f.mapped.written], "\n    ")
    body = BODIES["change"].format(statement=columns)
    arguments = comma([_TEXT, f.types(f.mapped.key), _TEXT])
    return function(f.own("empty"), arguments, _VOID, body)


def _erase(f: Fragments) -> Composed:
    keys = [parameter(number) for number in range(2, len(f.mapped.key) + 2)]

    def delete(country: str) -> Composed:
        return sql.SQL("DELETE FROM {} f WHERE {}").format(
            f.foreign(country), _home_keys(f, "f", keys)
        )

    body = BODIES["change"].format(statement=f.per_home(parameter(1), delete))
    return function(f.own("erase"), comma([_TEXT, f.types(f.mapped.key)]), _VOID, body)


def _check(f: Fragments) -> Composed:
    tests = [_not_null(f, column) for column in f.mapped.personal if column.not_null]
    tests += [_holds(f, check) for check in f.mapped.moved_checks]
    body = BODIES["check"].format(checks=lines(tests or [sql.SQL("NULL;")], "\n    "))
    return function(f.own("check"), f.base, _VOID, body)


def _where(f: Fragments) -> Composed:
    return sql.SQL("SCHEMA = {}, TABLE = {}").format(
        sql.Literal(f.mapped.name.schema), sql.Literal(f.mapped.name.table)
    )


def _not_null(f: Fragments, column: Column) -> Composed:
    message = (
        f'null value in column "{column.name}" of relation "{f.mapped.name.table}" '
        "violates not-null constraint"
    )
    missing = sql.SQL("($1).{} IS NULL").format(sql.Identifier(column.name))
    if column.generated is not None:
        missing = sql.SQL("(SELECT {} IS NULL FROM {} AS stored)").format(
            sql.Identifier(column.name), _as_stored(f)
        )
    return sql.SQL(
        "IF {} THEN RAISE not_null_violation USING MESSAGE = {}, COLUMN = {}, {}; END IF;"
    ).format(missing, sql.Literal(message), sql.Literal(column.name), _where(f))


def _holds(f: Fragments, check: Check) -> Composed:
    message = (
        f'new row for relation "{f.mapped.name.table}" violates check constraint "{check.name}"'
    )
    return sql.SQL(
        "IF (SELECT NOT ({}) FROM {} AS {}) THEN RAISE check_violation"
        " USING MESSAGE = {}, CONSTRAINT = {}, {}; END IF;"
    ).format(
        raw(check.expression),
        _as_stored(f),
        sql.Identifier(f.mapped.name.table),
        sql.Literal(message),
        sql.Literal(check.name),
        _where(f),
    )


def _conflict(f: Fragments) -> Composed:
    personal = set(f.mapped.categories)
    probes = [
        _probe(f, unique) for unique in f.mapped.table.uniques if not unique.columns & personal
    ]
    body = BODIES["conflict"].format(probes=lines(probes, "\n    "))
    return function(f.own("conflict"), f.base, sql.SQL("boolean"), body)


def _probe(f: Fragments, unique: UniqueIndex) -> Composed:
    alias = sql.Identifier(f.mapped.name.table)
    names = [f"f{number}" for number in range(1, len(unique.parts) + 1)]
    taken = [
        sql.SQL("({}) AS {}").format(raw(part), sql.Identifier(name))
        for part, name in zip(unique.parts, names, strict=True)
    ]
    same = "({}) {} probe.{}" if unique.nulls_distinct else _SAME_OR_BOTH_NULL
    conditions: list[Composable] = [
        sql.SQL(same).format(raw(part), raw(operator), sql.Identifier(name))
        for part, operator, name in zip(unique.parts, unique.operators, names, strict=True)
    ]
    given: Composable = sql.SQL("true")
    if unique.predicate is not None:
        given = sql.SQL("({})").format(raw(unique.predicate))
        conditions.append(given)
    return sql.SQL(
        "SELECT {} INTO probe FROM {} AS {} WHERE {};\n"
        "    IF FOUND THEN\n        PERFORM 1 FROM {} AS {} WHERE {} FOR KEY SHARE;\n"
        "        IF FOUND THEN RETURN true; END IF;\n    END IF;"
    ).format(comma(taken), _as_stored(f), alias, given, f.base, alias, every(conditions))


_SAME_OR_BOTH_NULL = "(({0}) {1} probe.{2} OR ({0}) IS NULL AND probe.{2} IS NULL)"


def _as_stored(f: Fragments) -> Composed:
    """The argument as a row source; a BEFORE trigger's row has no generated values yet."""
    columns = [
        sql.Identifier(column.name)
        if column.generated is None
        else sql.SQL("({}) AS {}").format(raw(column.generated), sql.Identifier(column.name))
        for column in f.mapped.table.columns
    ]
    return sql.SQL("(SELECT {} FROM (SELECT ($1).*) AS {})").format(
        comma(columns), sql.Identifier(f.mapped.name.table)
    )
