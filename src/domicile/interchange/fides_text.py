"""Write the data map as Fides datasets: YAML that fideslang 3.1.4 reads.

One dataset per schema, because a Fides reference is `collection.field` with no place for a schema.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from domicile.config.names import TableName
from domicile.interchange.fields import Collections, Direction, Field, Place

# The types that fideslang has (validation.DATA_TYPE_NAMES) for those of PostgreSQL; others, such
# as dates, have none there.
_TYPES = {
    "string": r"text|citext|uuid|inet|cidr|\"?char\"?|(character|character varying)(\(\d+\))?",
    "integer": r"smallint|integer|bigint",
    "float": r"real|double precision|numeric(\([\d,]+\))?",
    "boolean": r"boolean",
}
_NOT_IN_A_KEY = re.compile(r"[^a-z0-9]+")


def render(service: str, collections: Collections) -> str:
    """The datasets of a service, as YAML; same map, same bytes.

    Args:
        service: its name, of which the keys of the datasets are made.
        collections: from `fields.of_config` or `fields.of_map`.
    """
    keys = _keys(service, sorted({name.schema for name in collections}))
    datasets = [
        {
            "fides_key": key,
            "name": f"{service}, schema {schema}",
            "description": f"The personal columns of {service} and how rows find their person",
            "fides_meta": {"namespace": {"schema": schema}},
            "collections": [
                _collection(name, collections[name], keys)
                for name in sorted(collections)
                if name.schema == schema
            ],
        }
        for schema, key in keys.items()
    ]
    return yaml.safe_dump(
        {"dataset": datasets}, sort_keys=False, allow_unicode=True, width=100, indent=2
    )


def _keys(service: str, schemas: list[str]) -> dict[str, str]:
    """A `fides_key` for each schema: letters, digits and `_`, each its own."""
    found: dict[str, str] = {}
    for schema in schemas:
        plain = _NOT_IN_A_KEY.sub("_", f"{service}_{schema}".lower()).strip("_") or "dataset"
        key, number = plain, 2
        while key in found.values():
            key, number = f"{plain}_{number}", number + 1
        found[schema] = key
    return found


def _collection(
    name: TableName, fields: tuple[Field, ...], keys: Mapping[str, str]
) -> dict[str, object]:
    return {"name": _bare(name), "fields": [_field(each, keys) for each in fields]}


def _field(field: Field, keys: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {"name": field.name}
    if field.category is not None:
        found["data_categories"] = [field.category]
    meta = _meta(field, keys)
    if meta:
        found["fides_meta"] = meta
    return found


def _meta(field: Field, keys: Mapping[str, str]) -> dict[str, object]:
    meta: dict[str, object] = {}
    if field.is_key:
        meta["primary_key"] = True
    kind = _type(field.type)
    if kind is not None:
        meta["data_type"] = kind
    if field.links:
        meta["references"] = [
            _reference(place, field.links[place], keys) for place in sorted(field.links)
        ]
    return meta


def _reference(
    place: Place, direction: Direction | None, keys: Mapping[str, str]
) -> dict[str, object]:
    found: dict[str, object] = {
        "dataset": keys[place.table.schema],
        "field": f"{_bare(place.table)}.{place.column}",
    }
    return found if direction is None else {**found, "direction": direction}


def _bare(name: TableName) -> str:
    """The table's name without its schema, quoted where a dot would divide it."""
    plain = name.table
    return str(TableName("t", plain)).removeprefix("t.") if {".", '"'} & set(plain) else plain


def _type(sql: str | None) -> str | None:
    if sql is None:
        return None
    plain = sql.removesuffix("[]")
    kind = next((name for name, like in _TYPES.items() if re.fullmatch(like, plain)), None)
    return kind and (f"{kind}[]" if plain != sql else kind)
