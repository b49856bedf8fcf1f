"""The fixture of these tests: a village whose people are at home."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fix_world import World
from hamlet import MAP, Village, build


@pytest.fixture
def village(deploy: Callable[..., World]) -> Village:
    """The village with `apply` done and everybody at home."""
    village = build(deploy, MAP)
    village.world.move()
    return village
