"""Every config that people are shown can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from domicile.config import load

ROOT = Path(__file__).parents[2]
FILES = ["examples/sakila/domicile.toml", "src/domicile/demo/domicile.toml"]


@pytest.mark.parametrize("file", FILES)
def test_a_shipped_config_loads(file: str) -> None:
    """The examples have no key that the door refuses."""
    assert load(ROOT / file).tables


def test_the_config_in_the_readme_loads(tmp_path: Path) -> None:
    """What a newcomer copies first."""
    found = re.search(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert found
    path = tmp_path / "domicile.toml"
    path.write_text(re.sub(r"^   ", "", found[1], flags=re.MULTILINE), encoding="utf-8")

    assert {"RU"} == set(load(path).homes)
