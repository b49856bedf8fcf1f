"""The triggers on the application's tables: whatever path writes, the value lands at home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import LiteralString

from domicile.catalog.model import Column, Subject
from domicile.pg.compose import (
    Composable,
    Composed,
    comma,
    differ,
    equal,
    every,
    lines,
    own,
    qualified,
    same_columns,
    sql,
)
from domicile.pg.compose import table as table_name
from domicile.pg.query import load_queries
from domicile.placement.evidence import evidence_joins, evidence_value
from domicile.residence import naming
from domicile.residence.fragments import Fragments, fields
from domicile.residence.functions import function, place_of
from domicile.residence.paths import key_columns, to_directory

BODIES = load_queries("domicile.residence", "sql/guards.sql")
_TRIGGER = sql.SQL("trigger")
_DEFINER = sql.SQL("SECURITY DEFINER SET search_path = pg_catalog, pg_temp")
# A move, also one inside an application's transaction, is not a change to it (I8).
_SILENT = sql.SQL("{} SET session_replication_role = replica").format(_DEFINER)


def table_guards(f: Fragments) -> list[Composed]:
    """Functions and triggers on the mapped table itself."""
    return [
        *_around_statements(f),
        *_on_insert(f),
        *_on_update(f),
        *_on_null(f),
        *_on_delete(f),
        *_on_truncate(f),
        *_on_the_way(f),
    ]


def subject_guards(subject: Subject) -> list[Composed]:
    """The triggers that keep the directory of a kind of subject."""
    directory = own(naming.directory(subject.kind))
    keys = key_columns(len(subject.key))
    parts: dict[str, Composable] = {
        "directory": directory,
        "keys": comma(sql.Identifier(name) for name in keys),
        "new_keys": comma(fields("new", subject.key)),
        "old_keys": equal([qualified(name, "d") for name in keys], fields("old", subject.key)),
        "kind": sql.Literal(subject.kind),
        "domicile": evidence_value(subject),
        "joins": evidence_joins(subject, "s"),
        "arrived": sql.SQL("{}()").format(own(f"subject_{subject.kind}_arrived")),
        "registered": sql.Literal(f"domicile.registered_{subject.kind.encode().hex()}"),
        "last_keys": same_columns(keys, "d", "last"),
        "subject": table_name(subject.table.name),
        "subject_keys": equal(fields("s", subject.key), [qualified(name, "last") for name in keys]),
    }
    on = table_name(subject.table.name)
    changed = _changed(subject.key)
    arrived = BODIES["subject_arrived"].format(**parts)
    made = [function(own(f"subject_{subject.kind}_arrived"), sql.SQL(""), sql.SQL("void"), arrived)]
    steps: tuple[tuple[str, LiteralString, Composable | None], ...] = (
        ("register", "BEFORE INSERT", None),
        ("registered", "AFTER INSERT", None),
        ("rename", "BEFORE UPDATE", changed),
        ("forget_old", "AFTER DELETE", None),
        ("forget_all", "AFTER TRUNCATE", None),
    )
    for name, event, when in steps:
        called = own(f"subject_{subject.kind}_{name}")
        made.append(function(called, sql.SQL(""), _TRIGGER, BODIES[name].format(**parts)))
        each = "STATEMENT" if name in {"registered", "forget_all"} else "ROW"
        number = "1" if event.startswith("BEFORE") else "9"
        made.append(trigger(f"{number}_{name}", event, on, called, when=when, each=each))
    forget_old = own(f"subject_{subject.kind}_forget_old")
    made.append(trigger("9_forget_key", "AFTER UPDATE", on, forget_old, when=changed))
    return made


def trigger(
    name: str,
    event: LiteralString,
    on: Composable,
    called: Composable,
    *,
    when: Composable | None = None,
    each: LiteralString = "ROW",
    argument: str | None = None,
) -> Composed:
    """`CREATE TRIGGER` with our prefix, which sorts after the application's own triggers."""
    return sql.SQL("CREATE TRIGGER {} {} ON {} FOR EACH {} {} EXECUTE FUNCTION {}({})").format(
        sql.Identifier(f"{naming.GUARD}_{name}"[:63]),
        sql.SQL(event),
        on,
        sql.SQL(each),
        sql.SQL("WHEN ({})").format(when) if when is not None else sql.SQL(""),
        called,
        sql.Literal(argument) if argument is not None else sql.SQL(""),
    )


def _around_statements(f: Fragments) -> list[Composed]:
    """What an INSERT needs to know about its own statement, and the check at its end."""
    arrived = BODIES["arrived"].format(
        pin=f.pin,
        base=f.base,
        sent=f.memo("sent"),
        statements=f.memo("statements"),
        same_key=equal(fields("b", f.mapped.key), f.own_key_fields("last")),
        forget=f.forget(),
        erase=f.call("erase", [sql.SQL("last.home"), *f.own_key_fields("last")]),
    )
    around = BODIES["guard_statement"].format(
        statements=f.memo("statements"), arrived=f.call("arrived", [])
    )
    called = f.own("guard_statement")
    return [
        function(f.own("arrived"), sql.SQL(""), sql.SQL("void"), arrived),
        function(called, sql.SQL(""), _TRIGGER, around),
        trigger("0_statement", "BEFORE INSERT", f.base, called, each="STATEMENT"),
        trigger("0_upsert", "BEFORE UPDATE", f.base, called, each="STATEMENT"),
        trigger("9_statement", "AFTER INSERT", f.base, called, each="STATEMENT"),
    ]


def _on_insert(f: Fragments) -> list[Composed]:
    body = BODIES["guard_insert"].format(
        arrived=f.call("arrived", []),
        place=place_of(f, "claim", "new"),
        check=_check(f),
        conflict=f.call("conflict", [sql.SQL("NEW")]),
        statements=f.memo("statements"),
        sent=f.memo("sent"),
        new_keys=comma(f.keys("new")),
        pin=f.pin,
        forget=f.forget(),
        write=_write(f, "spot.home", "new"),
        blank=f.blank(),
    )
    return [
        function(f.own("guard_insert"), sql.SQL(""), _TRIGGER, body),
        trigger("3_guard_insert", "BEFORE INSERT", f.base, f.own("guard_insert")),
    ]


def _on_update(f: Fragments) -> list[Composed]:
    body = BODIES["guard_update"].format(
        base=f.base,
        here=place_of(f, "claim", "old"),
        there=f.call("belongs", fields("new", f.mapped.entry)),
        entry_changed=f.changed(f.mapped.entry),
        key_changed=f.changed(f.mapped.key),
        check=_check(f),
        check_resident=_check_resident(f),
        arrived=f.call("arrived", []),
        forget=f.forget(),
        write=_write(f, "there.home", "new"),
        erase=f.call("erase", [sql.SQL("here.home"), *f.keys("old")]),
        amend=f.call("amend", [sql.SQL("here.home"), *f.keys("old"), sql.SQL("NEW")]),
        touched=_touched(f),
        blank=f.blank(),
        pin=f.pin,
        pinned_old=f.keys_are("p", f.keys("old")),
        pin_keys=comma(sql.Identifier(name) for name in f.own_keys),
        new_keys=comma(f.keys("new")),
    )
    called, watched = f.own("guard_update"), _changed(_watched(f))
    return [
        function(called, sql.SQL(""), _TRIGGER, body),
        trigger("3_guard_update", "BEFORE UPDATE", f.base, called, when=watched),
    ]


def _not_sent(f: Fragments) -> Composed:
    """A row that an INSERT sent home and that its own triggers took away again is no loss."""
    return sql.SQL(
        "IF coalesce(current_setting({sent}, true), '') LIKE '(%' AND {same} THEN"
        " PERFORM set_config({sent}, '', true); END IF;"
    ).format(
        sent=f.memo("sent"),
        same=sql.SQL("ROW({})::record *= ROW({})::record").format(
            comma(
                sql.SQL("(current_setting({})::{}).{}").format(
                    f.memo("sent"), f.pin, sql.Identifier(name)
                )
                for name in f.own_keys
            ),
            comma(f.keys("old")),
        ),
    )


def _watched(f: Fragments) -> list[Column]:
    """The columns whose change concerns the guard."""
    names = {column.name for column in f.mapped.address + f.mapped.written}
    names |= {name for check in f.mapped.moved_checks for name in check.columns}
    names |= {name for c in f.mapped.table.columns if c.name in names for name in c.reads}
    return [c for c in f.mapped.table.columns if c.name in names and c.generated is None]


def _touched(f: Fragments) -> Composed:
    given = [sql.SQL("{} IS NOT NULL").format(field) for field in fields("new", f.mapped.written)]
    return sql.SQL("{} OR {}").format(lines(given, " OR "), f.changed(f.mapped.key))


def _check(f: Fragments) -> Composable:
    if f.mapped.moved_checks or any(column.not_null for column in f.mapped.personal):
        return _perform(f, "check", "new")
    return sql.SQL("")


def _perform(f: Fragments, suffix: str, row: str) -> Composed:
    return sql.SQL("PERFORM {};").format(f.call(suffix, [sql.Identifier(row)]))


def _check_resident(f: Fragments) -> Composable:
    """A CHECK over skeleton and personal columns needs the whole row; others hold at home."""
    if all(check.columns <= f.mapped.home_columns for check in f.mapped.moved_checks):
        return sql.SQL("")
    whole = [
        sql.SQL("whole.{} := coalesce(NEW.{}, ({}).{});").format(
            name, name, f.call("away", fields("old", f.mapped.address)), name
        )
        for name in (sql.Identifier(column.name) for column in f.mapped.written)
    ]
    return sql.SQL("whole := NEW;\n        {}\n        {}\n        {}").format(
        lines(whole, "\n        "), _perform(f, "check", "whole"), f.forget()
    )


def _write(f: Fragments, home: LiteralString, row: str) -> Composed:
    return f.call("write", [sql.SQL(home), sql.Identifier(row)])


def _on_null(f: Fragments) -> Iterator[Composed]:
    """UPDATE ... SET column = NULL on a skeleton is told from 'untouched' by UPDATE OF."""
    body = BODIES["guard_null"].format(
        here=place_of(f, "claim", "old"),
        arrived=f.call("arrived", []),
        forget=f.forget(),
        empty=f.call("empty", [sql.SQL("spot.home"), *f.keys("old"), sql.SQL("TG_ARGV[0]")]),
    )
    yield function(f.own("guard_null"), sql.SQL(""), _TRIGGER, body)
    for number, column in enumerate(f.mapped.written):
        name = sql.Identifier(column.name)
        event = sql.SQL("BEFORE UPDATE OF {}").format(name)
        yield sql.SQL(
            "CREATE TRIGGER {} {} ON {} FOR EACH ROW WHEN (NEW.{} IS NULL AND OLD.{} IS NULL)"
            " EXECUTE FUNCTION {}({})"
        ).format(
            sql.Identifier(f"{naming.GUARD}_2_guard_null_{number}"),
            event,
            f.base,
            name,
            name,
            f.own("guard_null"),
            sql.Literal(column.name),
        )


def _on_delete(f: Fragments) -> list[Composed]:
    body = BODIES["guard_delete"].format(
        here=place_of(f, "claim", "old"),
        forget=f.forget(),
        erase=f.call("erase", [sql.SQL("spot.home"), *f.keys("old")]),
        not_sent=_not_sent(f),
        unpin_old=sql.SQL("DELETE FROM {} p WHERE {};").format(
            f.pin, f.keys_are("p", f.keys("old"))
        ),
    )
    return [
        function(f.own("guard_delete"), sql.SQL(""), _TRIGGER, body),
        trigger("3_guard_delete", "AFTER DELETE", f.base, f.own("guard_delete")),
    ]


def _on_truncate(f: Fragments) -> list[Composed]:
    body = BODIES["guard_truncate"].format(
        directory=f.directory,
        pin=f.pin,
        purge=f.purge,
        delete_all=f.per_home(
            sql.SQL("country"),
            lambda country: sql.SQL("DELETE FROM {}").format(f.foreign(country)),
        ),
    )
    called, forget = f.own("guard_truncate"), f.own("forget_rows")
    forget_body = BODIES["forget_rows"].format(pin=f.pin, purge=f.purge)
    return [
        function(called, sql.SQL(""), _TRIGGER, body),
        trigger("3_guard_truncate", "BEFORE TRUNCATE", f.base, called, each="STATEMENT"),
        function(forget, sql.SQL(""), _TRIGGER, forget_body),
        trigger("9_forget_rows", "AFTER TRUNCATE", f.base, forget, each="STATEMENT"),
    ]


def _on_the_way(f: Fragments) -> Iterator[Composed]:
    """Rows that other rows find their subject over: pin what leaves, adopt what arrives."""
    pin_all = f.own("pin_all")
    if f.mapped.hops:
        yield function(pin_all, sql.SQL(""), _TRIGGER, _pin_all(f))
    for number, hop in enumerate(f.mapped.hops, start=1):
        on, changed = table_name(hop.table), _joins_changed(f, number)
        pin, keep, adopt = (f.own(f"{verb}_{number}") for verb in ("pin", "keep", "adopt"))
        leaving = {**_way_parts(f), **_row("old", f, number)}
        coming = {**_way_parts(f), **_row("new", f, number)}
        yield function(pin, sql.SQL(""), _TRIGGER, BODIES["pin"].format(**leaving))
        yield trigger(f"4_pin_{f.stem}", "BEFORE DELETE", on, pin)
        yield trigger(f"4_pinkey_{f.stem}", "BEFORE UPDATE", on, pin, when=changed)
        yield trigger(f"4_pinall_{f.stem}", "BEFORE TRUNCATE", on, pin_all, each="STATEMENT")
        if f.mapped.shared:
            yield function(keep, sql.SQL(""), _TRIGGER, BODIES["pin"].format(**coming))
            yield trigger(f"4_keep_{f.stem}", "BEFORE INSERT", on, keep)
            yield trigger(f"4_keepkey_{f.stem}", "BEFORE UPDATE", on, keep, when=changed)
        yield function(adopt, sql.SQL(""), _TRIGGER, BODIES["adopt"].format(**coming), _SILENT)
        # A declared foreign key may be deferred, so that the row on the way comes last there too.
        yield trigger(f"5_adopt_{f.stem}", "AFTER INSERT", on, adopt)
        yield trigger(f"5_adoptkey_{f.stem}", "AFTER UPDATE", on, adopt, when=changed)


def _pin_all(f: Fragments) -> Composed:
    return BODIES["pin_all"].format(
        pin=f.pin,
        keys=comma(sql.Identifier(name) for name in f.own_keys),
        placed_keys=comma(f.own_key_fields("w")),
        placed=f.own("placed"),
    )


def _way_parts(f: Fragments) -> dict[str, Composable]:
    return {
        "base": f.base,
        "pin": f.pin,
        "keys": comma(sql.Identifier(name) for name in f.own_keys),
        "row_keys": comma(fields("t", f.mapped.key)),
        "place": place_of(f, "claim", "t"),
        "pinned": f.keys_are("p", fields("t", f.mapped.key)),
        "whole": sql.SQL("NOT ({})").format(f.away("t")) if f.mapped.marker else sql.SQL("true"),
        "away": f.away("t"),
        "belongs": f.call("belongs", fields("t", f.mapped.entry)),
        "ensure": f.call("ensure", [sql.SQL("spot.home"), sql.Identifier("t")]),
        "forget": f.forget(),
        "write": f.call("write", [sql.SQL("spot.home"), sql.Identifier("t")]),
        "blank_set": f.blank_set(),
        "same_key": equal(fields("b", f.mapped.key), fields("t", f.mapped.key)),
        "stay": _stay(f),
    }


def _stay(f: Fragments) -> Composable:
    """A row that is whole in the hub and has a resident among its people is pinned there.

    When the others are gone one day, the mover takes it to where the resident lives.
    """
    if not f.mapped.shared:
        return sql.SQL("")
    return sql.SQL(
        "INSERT INTO {} ({}, home, mirrored) SELECT {}, NULL, false"
        " WHERE EXISTS (SELECT {} AND d.home IS NOT NULL) ON CONFLICT DO NOTHING;"
    ).format(
        f.pin,
        comma(sql.Identifier(name) for name in f.own_keys),
        comma(fields("t", f.mapped.key)),
        to_directory(f.mapped, fields("t", f.mapped.entry)),
    )


def _row(row: str, f: Fragments, number: int) -> dict[str, Composable]:
    """The rows t of the mapped table that reach the row `row` of hop `number`'s table."""
    hops = f.mapped.hops[:number]
    final = hops[-1]
    if number == 1:
        own_columns = [qualified(name, "t") for name in final.near]
        return {"on_the_way": equal(own_columns, [qualified(name, row) for name in final.far])}
    steps = [
        sql.SQL("{} {}").format(table_name(hop.table), sql.Identifier(f"h{step}"))
        for step, hop in enumerate(hops[:-1], start=1)
    ]
    joins = [
        equal(
            [qualified(name, f"h{step}") for name in hop.far],
            [qualified(name, "t" if step == 1 else f"h{step - 1}") for name in hop.near],
        )
        for step, hop in enumerate(hops[:-1], start=1)
    ]
    ends = equal(
        [qualified(name, f"h{number - 1}") for name in final.near],
        [qualified(name, row) for name in final.far],
    )
    return {
        "on_the_way": sql.SQL("EXISTS (SELECT FROM {} WHERE {})").format(
            comma(steps), every([*joins, ends])
        )
    }


def _joins_changed(f: Fragments, number: int) -> Composed:
    """A column changed by which the way comes into hop `number`'s table or goes on from it."""
    hops = f.mapped.hops
    leaving = hops[number].near if number < len(hops) else f.mapped.subject.table.key
    joined = list(dict.fromkeys(hops[number - 1].far + leaving))
    return differ(
        [qualified(name, "new") for name in joined], [qualified(name, "old") for name in joined]
    )


def _changed(columns: Sequence[Column]) -> Composed:
    return differ(fields("new", columns), fields("old", columns))
