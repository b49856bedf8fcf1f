"""A config from the sections that a test is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from domicile.config import Config, load
from interchange.samples import HEAD, PEOPLE, ConfigOf


@pytest.fixture
def config_of(tmp_path: Path) -> ConfigOf:
    """`config_of(more, people=..., name=...)`: a config with these sections."""

    def make(more: str = "", *, people: str = PEOPLE, name: str = "Shop") -> Config:
        path = tmp_path / "domicile.toml"
        path.write_text(HEAD.replace("{name}", name) + more + people, encoding="utf-8")
        return load(path)

    return make
