"""One village for all tests here: each puts back what it needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chaos import village as villages
from chaos.village import Village
from domicile.pg.embedded import Cluster


@pytest.fixture(scope="session")
def made_village(servers: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    """The village, with its states `hub`, `moved` and `turned` saved.

    In `turned` everybody is at home, and the evidence of some has changed since: to another
    country, and to one without a home.
    """
    with villages.settle(servers, tmp_path_factory.mktemp("village")) as village:
        assert village.run("move") == 0
        village.save("moved")
        for old, new in (("RU", "DE"), ("KZ", "RU"), ("DE", "US")):
            turn = f"UPDATE person SET country = '{new}' WHERE country = '{old}' AND id % 3 = 0"
            village.rows(f"{turn} RETURNING id")
        village.save("turned")
        yield village


@pytest.fixture
def village(made_village: Village) -> Iterator[Village]:
    """The village with all servers running; whatever a test did to them is mended."""
    made_village.mend()
    yield made_village
    made_village.mend()
