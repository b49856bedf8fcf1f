"""A fresh hub with a schema and a data map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skeleton.hub import HEAD, NAME, Hub, MakeHub


@pytest.fixture
def hub(database: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeHub:
    """`hub(schema)`: a hub with this schema whose map has the names; or another map."""

    def make(schema: str, data_map: str = NAME) -> Hub:
        path = tmp_path / "domicile.toml"
        path.write_text(HEAD + data_map, encoding="utf-8")

        def point_at(dsn: str) -> None:
            monkeypatch.setenv("SKELETON_HUB", dsn)

        made = Hub(database("hub"), path, point_at)
        point_at(made.dsn)
        made.execute(schema)
        return made

    return make
