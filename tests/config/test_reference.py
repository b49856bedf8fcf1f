"""The page of the config: made from the models, and its examples are good configs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from domicile.config.entries import File
from domicile.config.reference import render, renewed

PAGE = Path(__file__).parents[2] / "docs" / "config.md"


def test_the_page_is_what_the_models_say() -> None:
    """`python -m domicile.config.reference docs/config.md` mends it; edit the descriptions."""
    page = PAGE.read_text(encoding="utf-8")

    assert renewed(page) == page


def test_every_key_says_what_it_means() -> None:
    """No key without a description, in no section."""
    assert "None |" not in render()
    assert set(File.model_fields) <= set(re.findall(r"^\| `(\w+)` \|", render(), re.MULTILINE))


def test_the_examples_of_the_page_are_toml() -> None:
    """What is shown can be copied."""
    page = PAGE.read_text(encoding="utf-8")
    for example in re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
        assert tomllib.loads(example)
    for path in re.findall(r"path = \[.*\]", page):
        assert tomllib.loads(path)


def test_a_page_without_marks_is_refused() -> None:
    """Nothing is written into a page that is not this one."""
    with pytest.raises(ValueError, match="no generated part"):
        renewed("# Something else\n")
