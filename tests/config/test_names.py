"""Names of tables as the config has them: every name that PostgreSQL allows can be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.config.names import MAX_IDENTIFIER_BYTES, TableName, parse_table_name

identifiers = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=63
).filter(lambda text: len(text.encode()) <= MAX_IDENTIFIER_BYTES)


@given(identifiers, identifiers)
def test_a_name_that_is_written_is_read_back(schema: str, table: str) -> None:
    """Whatever PostgreSQL can call a table, its text names that table and no other."""
    name = TableName(schema, table)

    assert name == parse_table_name(str(name))


@pytest.mark.parametrize(
    ("text", "schema", "table"),
    [
        ("customer", "public", "customer"),
        ("public.customer", "public", "customer"),
        ("Public.Customer", "Public", "Customer"),
        ('"a schema"."a.table"', "a schema", "a.table"),
        ('"say ""hi"""', "public", 'say "hi"'),
        ('shop."drop table x; --"', "shop", "drop table x; --"),
        ("x;y", "public", "x;y"),
        ("магазин.покупатель", "магазин", "покупатель"),
        ("n" * 63, "public", "n" * 63),
    ],
)
def test_the_text_of_a_name_is_taken_as_written(text: str, schema: str, table: str) -> None:
    """No folding: what stands in the file is what stands in the catalog."""
    assert TableName(schema, table) == parse_table_name(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a table name"),
        (".customer", "is not a table name"),
        ("public.", "is not a table name"),
        ('""', "is not a table name"),
        ('"open', "is not a table name"),
        ("two words", "double quotes"),
        ('half"quoted"', "double quotes"),
        ('"quoted"half', "double quotes"),
        ("db.public.customer", "more than a schema and a table"),
        ("n" * 64, "at most 63 bytes"),
        ("я" * 32, "at most 63 bytes"),
        ("nul\0", "double quotes"),
    ],
)
def test_a_text_that_names_no_table_is_refused(text: str, reason: str) -> None:
    """An error that shows the text, and never a table that nobody meant."""
    with pytest.raises(ValueError, match=reason):
        parse_table_name(text)
