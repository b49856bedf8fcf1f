"""The page of the formats: what it shows is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from domicile.interchange.register import COLUMNS
from interchange.samples import GOLDEN

PAGE = (Path(__file__).parents[2] / "docs" / "map.md").read_text(encoding="utf-8")
SHOWN = {"yaml": "sakila-hub.fides.yml", "turtle": "sakila.ttl", "csv": "sakila.csv"}


@pytest.mark.parametrize(("language", "file"), SHOWN.items())
def test_the_examples_are_parts_of_the_golden_files(language: str, file: str) -> None:
    """Whoever changes an output changes the page."""
    examples = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

    assert examples
    assert all(each.rstrip("\n") in (GOLDEN / file).read_text("utf-8") for each in examples)


def test_every_column_of_the_record_is_explained() -> None:
    """By its name, the words before the article."""
    rows = "\n".join(re.findall(r"^\| .*", PAGE, re.MULTILINE))

    assert [] == [name for name in COLUMNS if name.partition(" [")[0] not in rows]
