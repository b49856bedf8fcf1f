"""The village, settled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evidence.village import HOMES, MAP, SCHEMA, Settle, Village
from fix_world import World


@pytest.fixture
def settle(deploy: Callable[..., World]) -> Settle:
    """`settle(people=24, notes=2)`: everybody is where they must be, and nothing is wrong."""

    def make(people: int = 24, notes: int = 2) -> Village:
        schema = SCHEMA.replace("PEOPLE", str(people)).replace("NOTES", str(notes))
        world = deploy(schema, MAP, HOMES)
        world.apply()
        world.move()
        return Village(world)

    return make
