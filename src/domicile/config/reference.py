"""The page of every key of `domicile.toml`, made from the models that read it.

`python -m domicile.config.reference docs/config.md` writes it anew.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from domicile.config import entries, service

BEGIN = "<!-- generated from src/domicile/config: edit the descriptions there -->\n"
END = "<!-- end of the generated part -->\n"
_SECTIONS: tuple[type[BaseModel], ...] = (
    entries.File,
    entries.HubSection,
    entries.HomeSection,
    service.ServiceEntry,
    service.NumberEntry,
    service.LawsEntry,
    service.DisabledEntry,
    service.InstrumentEntry,
    service.CommitmentEntry,
    entries.SubjectSection,
    entries.EvidenceSection,
    entries.ScopeSection,
    entries.TableSection,
    entries.HopSection,
)
_WORDS: tuple[tuple[Any, str], ...] = (
    (entries.Country, "country"),
    (entries.PersonalCategory, "category"),
    (service.Category, "category"),
    (entries.ColumnName, "column"),
    (entries.TableText, "table name"),
    (entries.Kind, "kind"),
    (entries.Spelling, "text"),
    (service.Name, "name"),
    (service.Sentence, "text"),
    (str, "text"),
    (bool, "true or false"),
    (int, "whole number"),
    (date, "date"),
)


def render() -> str:
    """A heading and a table of keys for each section, as Markdown."""
    return "\n".join(_section(model) for model in _SECTIONS)


def renewed(page: str) -> str:
    """The page with its generated part made anew; the rest is as it was.

    Raises:
        ValueError: the page lacks the two marks.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has no generated part")
    return f"{before}{BEGIN}\n{render()}\n{END}{after}"


def _section(model: type[BaseModel]) -> str:
    title, _, about = _headline(model)
    types = get_type_hints(model, include_extras=True)
    rows = [
        f"| `{field.alias or name}` | {_type(types[name])} | {_default(field)} "
        f"| {field.description} |"
        for name, field in model.model_fields.items()
    ]
    head = ["| key | type | default | meaning |", "|---|---|---|---|"]
    return "\n".join([f"### {title}", "", f"{about[:1].upper()}{about[1:]}", "", *head, *rows, ""])


def _headline(model: type[BaseModel]) -> tuple[str, str, str]:
    return (model.__doc__ or "").partition("\n")[0].partition(": ")


def _type(hint: Any) -> str:
    word = next((word for known, word in _WORDS if known == hint), None)
    if word is not None:
        return word
    kind, inner = get_origin(hint), get_args(hint)
    if kind is Literal:
        return " / ".join(f"`{value}`" for value in inner)
    if kind is dict:
        return f"{_type(inner[0])} -> {_type(inner[1])}"
    if kind in (tuple, frozenset):
        return f"list of {_type(inner[0])}"
    if kind in (Union, UnionType):
        return next(_type(each) for each in inner if each is not NoneType)
    if kind is Annotated:
        return _type(inner[0])
    return _headline(hint)[0]


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    match field.get_default(call_default_factory=True):
        case bool(value):
            return f"`{str(value).lower()}`"
        case str(value):
            return f"`{value}`"
        case (str(value),):
            return f'`["{value}"]`'
        case _:
            return "none"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8")), encoding="utf-8")
