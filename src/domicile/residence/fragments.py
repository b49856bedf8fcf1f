"""The pieces of SQL that the functions of one mapped table are put together from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import LiteralString

from domicile.catalog.model import Column, MappedTable
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
    raw,
    sql,
    table,
)
from domicile.residence import naming
from domicile.residence.paths import key_columns


@dataclass(frozen=True)
class Fragments:
    """A mapped table, the stem of its objects' names, and the countries that have a home."""

    mapped: MappedTable
    stem: str
    countries: tuple[str, ...]

    @cached_property
    def base(self) -> sql.Identifier:
        """The application's table."""
        return table(self.mapped.name)

    @cached_property
    def view(self) -> sql.Identifier:
        """The view in the shadow schema; two schemas' tables of one name share it by stem."""
        return sql.Identifier("resident", self.mapped.name.table)

    @cached_property
    def pin(self) -> sql.Identifier:
        """The table of rows that live elsewhere than their subject says."""
        return self.own("pin")

    @cached_property
    def purge(self) -> sql.Identifier:
        """The table of rows that a home must forget once no snapshot asks for them."""
        return self.own("purge")

    @cached_property
    def directory(self) -> sql.Identifier:
        """The directory of the table's kind of subject."""
        return own(naming.directory(self.mapped.subject.kind))

    @cached_property
    def row_type(self) -> sql.Identifier:
        """The composite type of the personal columns."""
        return self.own("row")

    @cached_property
    def own_keys(self) -> tuple[str, ...]:
        """What Domicile's tables call this table's key columns."""
        return key_columns(len(self.mapped.key))

    def own(self, suffix: str) -> sql.Identifier:
        """An object of this table in schema domicile."""
        return own(f"{self.stem}_{suffix}")

    def foreign(self, country: str) -> sql.Identifier:
        """The foreign table at a country's home."""
        return own(naming.foreign(self.stem, country))

    def types(self, columns: Iterable[Column]) -> Composed:
        """The columns' types, as an argument list."""
        return comma(raw(column.type) for column in columns)

    def call(self, suffix: str, arguments: Iterable[Composable]) -> Composed:
        """A call of one of this table's functions."""
        return sql.SQL("{}({})").format(self.own(suffix), comma(arguments))

    def keys_are(self, alias: str, values: Sequence[Composable]) -> Composed:
        """Own key columns k1.. at `alias` equal the values."""
        return equal((qualified(name, alias) for name in self.own_keys), values)

    def own_key_fields(self, row: str) -> list[Composable]:
        """`row.k1, row.k2` for a row of one of Domicile's own tables."""
        return [qualified(name, row) for name in self.own_keys]

    def arguments(self, columns: Sequence[Column], wanted: Sequence[Column]) -> list[Composable]:
        """`$n` for each wanted column, in a function whose arguments are `columns`."""
        return [sql.SQL(_PARAMETERS[columns.index(column)]) for column in wanted]

    def keys(self, row: str) -> list[Composable]:
        """The key columns of a row variable."""
        return fields(row, self.mapped.key)

    def per_home(self, home: Composable, statement: Callable[[str], Composable]) -> Composed:
        """One branch per home: only the home of that very person is contacted (I4).

        A place that is no home (see `naming.SUSPENDED`) is refused.
        """
        branches = [
            sql.SQL("WHEN {} THEN\n        {};").format(sql.Literal(country), statement(country))
            for country in self.countries
        ]
        # Movers wait for whoever has asked the home before them, until the end of his transaction.
        return sql.SQL(
            "PERFORM pg_advisory_xact_lock_shared({}, hashtext({}));\n"
            "    CASE {}\n    {}\n    ELSE\n        PERFORM domicile.refuse('20000', '', {});\n"
            "    END CASE;"
        ).format(sql.Literal(naming.LOCK_SPACE), home, home, lines(branches, "\n    "), home)

    def changed(self, columns: Iterable[Column]) -> Composed:
        """True when any of the columns has another image in NEW than in OLD."""
        listed = list(columns)
        return differ(fields("new", listed), fields("old", listed))

    def blank(self) -> Composed:
        """Statements that take the personal values out of NEW."""
        return lines(
            [
                sql.SQL("NEW.{} := NULL;").format(sql.Identifier(column.name))
                for column in self.mapped.written
            ],
            " ",
        )

    def blank_set(self) -> Composed:
        """`a = NULL, b = NULL` for an UPDATE that blanks a row."""
        return comma(
            sql.SQL("{} = NULL").format(sql.Identifier(column.name))
            for column in self.mapped.written
        )

    def away(self, alias: str) -> Composable:
        """True for a row whose personal values are elsewhere (or that has none)."""
        marker = self.mapped.marker
        looked_at = (marker,) if marker else self.mapped.written
        return every(
            sql.SQL("{} IS NULL").format(qualified(column.name, alias)) for column in looked_at
        )

    def forget(self) -> Composed:
        """Empty the memory of the last fetched row."""
        return sql.SQL("PERFORM set_config({}, '', true);").format(self.memo("key"))

    def memo(self, part: LiteralString) -> sql.Literal:
        """The name of the transaction-local setting that remembers the last fetched row."""
        return sql.Literal(f"domicile.{self._setting}_{part}")

    @cached_property
    def _setting(self) -> str:
        return "m" + "".join(f"{byte:02x}" for byte in self.stem.encode())


_PARAMETERS: tuple[LiteralString, ...] = (
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14",
    "$15", "$16", "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$27",
    "$28", "$29", "$30", "$31", "$32", "$33", "$34", "$35", "$36",
)  # fmt: skip


def parameter(number: int) -> sql.SQL:
    """`$number`, counted from 1."""
    return sql.SQL(_PARAMETERS[number - 1])


def fields(row: str, columns: Iterable[Column]) -> list[Composable]:
    """`row.a, row.b` for a row variable or alias."""
    return [qualified(column.name, row) for column in columns]


def of_argument(number: int, columns: Iterable[Column]) -> list[Composable]:
    """`($n).a, ($n).b` for a composite argument."""
    return [
        sql.SQL("({}).{}").format(parameter(number), sql.Identifier(column.name))
        for column in columns
    ]
