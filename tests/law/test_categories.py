"""Every category that packs, demo and example name exists in the Fides taxonomy."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fideslang.default_taxonomy import DEFAULT_TAXONOMY

import domicile

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SOURCE = Path(str(resources.files(domicile)))
FIDES = {str(category.fides_key) for category in DEFAULT_TAXONOMY.data_category or ()}
CATEGORY = re.compile(r"(user|system)(\.[a-z_0-9]+)*")
FILES = [
    *sorted((SOURCE / "law" / "packs").glob("*.toml")),
    SOURCE / "demo" / "domicile.toml",
    ROOT / "examples" / "sakila" / "domicile.toml",
]


def categories(node: object) -> Iterator[str]:
    """Every text of a TOML file that is written like a category, wherever it stands."""
    match node:
        case dict():
            for key, value in node.items():
                yield from categories(key)
                yield from categories(value)
        case list():
            for value in node:
                yield from categories(value)
        case str() if CATEGORY.fullmatch(node):
            yield node
        case _:
            pass


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_category_is_one_of_fides(path: Path) -> None:
    """A word of our own would mean nothing to the tools that read the same taxonomy."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    named = set(categories(content))

    # A law may ask for no storage, and then it names no data.
    asks = [bool(version.keys() & {"clause", "profile"}) for version in content.get("version", [])]
    assert named or (asks and not any(asks))
    assert not named - FIDES


def test_every_category_in_the_code_is_one_of_fides() -> None:
    """The classes of identification are lists of categories too."""
    text = (SOURCE / "law" / "identity.py").read_text(encoding="utf-8")
    named = set(re.findall(r'"(user(?:\.[a-z_0-9]+)+)"', text))

    assert named
    assert not named - FIDES
