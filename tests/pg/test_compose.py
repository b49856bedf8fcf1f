"""Pieces of SQL: identifiers stay identifiers, whatever is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.config import TableName
from domicile.pg.compose import (
    Composable,
    comma,
    differ,
    equal,
    every,
    lines,
    names,
    own,
    qualified,
    raw,
    same_columns,
    sql,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = 'a"; DROP'


@pytest.mark.parametrize(
    ("expected", "piece"),
    [
        ('"shop"."a""; DROP"', table(TableName("shop", NAME))),
        ('"domicile"."a""; DROP"', own(NAME)),
        ('"a", "b"', names(["a", "b"])),
        ('"t"."a", "t"."b"', names(["a", "b"], "t")),
        ('"a""; DROP"', qualified(NAME)),
        ('"t"."a""; DROP"', qualified(NAME, "t")),
        ("1, 2", comma([sql.Literal(1), sql.Literal(2)])),
        ("true AND false", every([raw("true"), raw("false")])),
        ('"a" = 1', equal([qualified("a")], [sql.Literal(1)])),
        ('"l"."a" = "r"."a" AND "l"."b" = "r"."b"', same_columns(["a", "b"], "l", "r")),
        ("1\n2", lines([raw("1"), raw("2")])),
        ("1;2", lines([raw("1"), raw("2")], ";")),
    ],
)
def test_a_piece_is_this_text(expected: str, piece: Composable) -> None:
    """As the server will see it."""
    assert expected == piece.as_string()


def test_sides_of_different_length_are_refused() -> None:
    """A key compared in part would match too many rows."""
    with pytest.raises(ValueError, match="shorter"):
        equal([raw("1"), raw("2")], [raw("1")])


def test_raw_text_is_not_formatted() -> None:
    """A brace or a percent sign that the server deparsed stays one."""
    assert "'{x}' || '%s'" == sql.SQL("{}").format(raw("'{x}' || '%s'")).as_string()


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("1", "1", False),
        ("1", "2", True),
        ("NULL::int", "NULL::int", False),
        ("NULL::int", "1", True),
        ("'1.0'::numeric", "'1.00'::numeric", True),
        ("'0'::float8", "'-0'::float8", True),
        ("'NaN'::float8", "'NaN'::float8", False),
        ("'{}'::json", "'{}'::json", False),
        ("'{}'::json", "'{ }'::json", True),
        ("'(1,2)'::point", "'(1,2)'::point", False),
        ("repeat('x', 1000000)", "repeat('x', 1000000)", False),
    ],
)
def test_values_differ_by_their_bytes(
    left: str, right: str, apart: bool, database: Callable[[str], str]
) -> None:
    """Equal is not enough (1.0 = 1.00), and some types have no equality at all."""
    with psycopg.connect(database("hub")) as conn:
        query = sql.SQL("SELECT {}").format(differ([raw(left)], [raw(right)]))
        assert (apart,) == conn.execute(query).fetchone()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_an_identifier_has_no_way_out(name: str) -> None:
    """Every quote inside is doubled, so that the one at the end is the end."""
    text = qualified(name).as_string()

    assert name == text[1:-1].replace('""', '"')
    assert 0 == text[1:-1].replace('""', "").count('"')
