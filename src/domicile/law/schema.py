"""The JSON Schema of a law pack, for editors: `docs/law-pack.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from domicile.config.service import categories, countries
from domicile.law.pack import UNION, PackEntry

#: Keys whose values are words of a closed list that the types check, and the schema does not say.
_LISTS = {
    "categories": "Category",
    "exceptions": "Category",
    "direct": "Category",
    "quasi": "Category",
    "special": "Category",
    "barred": "Country",
    "countries": "Country",
    "members": "Country",
}


def schema() -> dict[str, Any]:
    """The schema, made from the models that read packs; the same at every call."""
    found = PackEntry.model_json_schema(by_alias=True)
    definitions = found["$defs"]
    for table in (found, *definitions.values()):
        for key, field in table.get("properties", {}).items():
            if key in _LISTS:
                for listed in _arrays(field):
                    listed["items"] = {"$ref": f"#/$defs/{_LISTS[key]}"}
    definitions["Category"] = {
        "description": "a data category of Fides; it covers its subtree",
        "enum": sorted(categories()),
    }
    definitions["Country"] = {"description": "ISO 3166-1 alpha-2", "enum": sorted(countries())}
    found["properties"]["country"]["enum"] = sorted({*countries(), UNION})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Domicile law pack",
        **_untitled(found),
    }


def schema_text() -> str:
    """The schema as the file has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _untitled(part: dict[str, Any]) -> dict[str, Any]:
    """Without the titles that pydantic makes of names: they say nothing that a key does not."""
    kept = {key: value for key, value in part.items() if key != "title"}
    return {
        key: _untitled(cast("dict[str, Any]", value)) if isinstance(value, dict) else value
        for key, value in kept.items()
    }


def _arrays(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The array in a property, also when it may be null."""
    for each in (field, *field.get("anyOf", ())):
        if each.get("type") == "array":
            yield each
