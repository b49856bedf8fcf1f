"""Writing Fides datasets: fideslang takes them, and what is read back is the map."""

from __future__ import annotations

import os

import pytest
import yaml
from fideslang.models import Dataset
from hypothesis import given
from hypothesis import strategies as st

from domicile.catalog.model import Column, DataMap, Hop, MappedTable, Subject, Table
from domicile.config import Config, TableName, load
from domicile.config.service import categories
from domicile.interchange.fides import read
from domicile.interchange.fides_text import render
from domicile.interchange.fields import Collections, Field, of_config, of_map
from interchange.samples import CONFIG, GOLDEN, ConfigOf, data_map

FORMS: dict[str, Collections] = {"config": of_config(load(CONFIG)), "hub": of_map(data_map())}
MORE = """
[[table]]
table = "shop.order"
subject = "person"
key = ["no", "shop"]
path = [{ columns = ["person_id"], to = "person", references = ["id"] }]
columns = { note = "user.content" }
[[table]]
table = "line"
subject = "person"
path = [{ columns = ["no", "shop"], to = "shop.order" }, { columns = ["person_id"] }]
columns = { "NO" = "user.content" }
[[table]]
table = "address"
subject = "person"
path = [{ from = "person", columns = ["address_id"] }]
columns = { street = "user.contact.address.street" }
"""


def mapped(config: Config) -> dict[TableName, dict[str, str]]:
    """The columns of a config's data map."""
    return {entry.table: entry.columns for entry in config.tables}


def fields(text: str) -> dict[str, dict[str, object]]:
    """The `fides_meta` of each field by `collection.field`."""
    return {
        f"{collection['name']}.{field['name']}": field.get("fides_meta", {})
        for each in yaml.safe_load(text)["dataset"]
        for collection in each["collections"]
        for field in collection["fields"]
    }


@pytest.mark.parametrize("form", FORMS)
def test_the_dataset_of_sakila_is_the_golden_one(form: str) -> None:
    """Reviewed by eye; `GOLDEN=write` in the environment rewrites it."""
    golden = GOLDEN / f"sakila-{form}.fides.yml"
    found = render("Sakila", FORMS[form])
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("form", FORMS)
def test_fideslang_takes_the_dataset_and_its_references_hold(form: str) -> None:
    """Each reference is to a field of a dataset that is there, as Fides demands."""
    raw = yaml.safe_load(render("Sakila", FORMS[form]))["dataset"]
    datasets = [Dataset.model_validate(each) for each in raw]
    known = {
        (each.fides_key, f"{collection.name}.{field.name}")
        for each in datasets
        for collection in each.collections
        for field in collection.fields
    }
    said = {
        (reference.dataset, reference.field)
        for each in datasets
        for collection in each.collections
        for field in collection.fields
        for reference in (field.fides_meta and field.fides_meta.references) or ()
    }

    assert not said - known
    assert bool(said) == (form == "hub")


@pytest.mark.parametrize("form", FORMS)
def test_what_is_read_back_is_the_map(form: str) -> None:
    """Keys and columns of paths have no category, so they stay out."""
    assert mapped(load(CONFIG)) == read(render("Sakila", FORMS[form]))


def test_the_hub_tells_keys_types_and_where_paths_lead() -> None:
    """A customer's address is found from the customer; so is the evidence."""
    found = fields(render("Sakila", FORMS["hub"]))

    assert {"primary_key": True, "data_type": "integer"} == found["customer.customer_id"]
    assert {
        "data_type": "integer",
        "references": [
            {"dataset": "sakila_public", "field": "address.address_id", "direction": "to"}
        ],
    } == found["customer.address_id"]
    assert {"city.country_id", "country.country_id"} <= set(found)


def test_the_config_alone_tells_what_it_names(config_of: ConfigOf) -> None:
    """`to` and `references`, a key of a table; never an end that only the hub knows."""
    config = config_of(people=_people() + MORE)
    found = fields(render("Shop", of_config(config)))

    assert {"primary_key": True} == found["order.no"]
    assert [{"dataset": "shop_public", "field": "person.id", "direction": "from"}] == (
        found["order.person_id"]["references"]
    )
    assert [{"dataset": "shop_shop", "field": "order.no", "direction": "from"}] == (
        found["line.no"]["references"]
    )
    assert {} == found["person.address_id"]
    assert mapped(config) == read(render("Shop", of_config(config)))


def test_a_column_that_leads_both_ways_has_no_direction() -> None:
    """Fides then follows the reference in either."""
    person = Table(
        name=TableName("public", "person"), kind="table", columns=_ids("id"), key=("id",)
    )
    note = Table(name=TableName("public", "note"), kind="table", columns=_ids("pid"), key=("pid",))
    subject = Subject(kind="person", table=person, evidence=())
    there = Hop(table=person.name, near=("pid",), far=("id",), backward=False, declared=True)
    back = Hop(table=note.name, near=("id",), far=("pid",), backward=True, declared=True)
    tables = tuple(
        MappedTable(table=note, subject=subject, hops=hops, categories={"c": "user"})
        for hops in ((there,), (there, back))
    )
    found = fields(render("x", of_map(DataMap(subjects=(subject,), tables=tables))))

    assert [{"dataset": "x_public", "field": "person.id"}] == found["note.pid"]["references"]


@pytest.mark.parametrize(
    ("sql", "fides"),
    [
        ("text", "string"),
        ("character varying(50)", "string"),
        ("uuid[]", "string[]"),
        ("numeric(10,2)", "float"),
        ("bigint", "integer"),
        ("boolean", "boolean"),
        ("date", None),
        ("jsonb", None),
        ("public.text_like", None),
    ],
)
def test_types_are_those_that_fideslang_has(sql: str, fides: str | None) -> None:
    """What it has no word for is left out."""
    text = render("x", {TableName("public", "t"): (Field(name="c", type=sql),)})
    Dataset.model_validate(yaml.safe_load(text)["dataset"][0])

    assert fides == fields(text)["t.c"].get("data_type")


def test_keys_of_datasets_are_what_fides_allows_and_differ() -> None:
    """Whatever the service and the schemas are called."""
    tables = [TableName(schema, "t") for schema in ("a b", "a_b", "ы")]
    text = render("Ünï & Co.", {name: (Field(name="c", category="user"),) for name in tables})
    keys = [Dataset.model_validate(each).fides_key for each in yaml.safe_load(text)["dataset"]]

    assert ["n_co_a_b", "n_co_a_b_2", "n_co"] == keys
    assert tables == list(read(text))


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=12
)


@given(st.dictionaries(st.tuples(NAMES, NAMES, NAMES), st.sampled_from(sorted(categories()))))
def test_any_names_come_back_as_they_were(columns: dict[tuple[str, str, str], str]) -> None:
    """Dots, quotes, blanks, `NO`: what a database may hold, a dataset gives back."""
    personal = {at: named for at, named in columns.items() if named.startswith("user")}
    found: dict[TableName, dict[str, str]] = {}
    for (schema, table, column), category in personal.items():
        found.setdefault(TableName(schema, table), {})[column] = category
    collections = {
        name: tuple(Field(name=column, category=each) for column, each in held.items())
        for name, held in found.items()
    }

    assert found == read(render("x", collections))


def _people() -> str:
    return """
[[subject]]
kind = "person"
table = "person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
"""


def _ids(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, type="integer", not_null=True) for name in names)
