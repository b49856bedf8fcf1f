"""Samples: parts of a config, and the data map of Sakila as `load_map` finds it in its database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from domicile.catalog.model import Column, DataMap, Evidence, Hop, MappedTable, Subject, Table
from domicile.config import Config, TableName, load

CONFIG = Path(__file__).parents[2] / "examples" / "sakila" / "domicile.toml"
GOLDEN = Path(__file__).parent / "golden"
HEAD = """
[hub]
dsn = "env:HUB"
country = "US"
[homes.RU]
dsn = "env:RU"
[service]
name = "{name}"
"""
PEOPLE = """
[[subject]]
kind = "person"
table = "person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "person"
subject = "person"
columns = { name = "user.name" }
"""
ConfigOf = Callable[..., Config]

_TYPES = {"address_id": "integer", "customer_id": "integer"}


def name(table: str) -> TableName:
    """A table of Sakila."""
    return TableName("public", table)


def data_map() -> DataMap:
    """Customers and their addresses; a row of `address` belongs to who points at it."""
    customer = _table("customer", "customer_id", "first_name last_name email address_id")
    address = _table("address", "address_id", "address address2 district postal_code phone")
    hops = tuple(
        Hop(table=name(t), near=(f"{t}_id",), far=(f"{t}_id",), backward=False, declared=True)
        for t in ("address", "city", "country")
    )
    evidence = Evidence(hops=hops, column="country", speaks_for="residence")
    subject = Subject(kind="customer", table=customer, evidence=(evidence,))
    back = Hop(
        table=customer.name,
        near=("address_id",),
        far=("address_id",),
        backward=True,
        declared=True,
    )
    mapped = {entry.table: entry.columns for entry in load(CONFIG).tables}
    return DataMap(
        subjects=(subject,),
        tables=(
            MappedTable(table=customer, subject=subject, hops=(), categories=mapped[customer.name]),
            MappedTable(
                table=address, subject=subject, hops=(back,), categories=mapped[address.name]
            ),
        ),
    )


def _table(table: str, key: str, others: str) -> Table:
    columns = tuple(
        Column(name=column, type=_TYPES.get(column, "text"), not_null=column == key)
        for column in (key, *others.split())
    )
    return Table(name=name(table), kind="table", columns=columns, key=(key,))
