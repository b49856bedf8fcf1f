"""The demo's own `domicile.toml`: good, and it knows every column of Chirp."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from domicile.config import load

if TYPE_CHECKING:
    from domicile.config.model import Config


SKELETON = {
    "account": {"id", "country", "created_at", "updated_at"},
    "direct_message": {"id", "sender_id", "recipient_id", "sent_at", "read_at"},
    "login": {"id", "account_id", "at"},
    "advertiser": {"id", "account_id", "plan", "monthly_budget"},
}
"""What stays in the hub: keys, times and business figures."""


@pytest.fixture
def config() -> Config:
    """The demo's config, through the door that everybody's goes through."""
    with resources.as_file(resources.files("domicile.demo") / "domicile.toml") as path:
        return load(Path(path))


def test_each_country_of_the_story_has_its_home(config: Config) -> None:
    """RU and KZ by law, DE by promise."""
    assert {"RU", "KZ", "DE"} == set(config.homes)
    assert config.laws.profiles == {"ru-242-fz": "strict"}
    assert [(c.country, c.duty) for c in config.commitments] == [("DE", "exclusive")]


def test_every_column_is_either_personal_or_known_to_stay(config: Config) -> None:
    """A column added to the schema is not forgotten in the map."""
    schema = resources.files("domicile.demo").joinpath("schema.sql").read_text(encoding="utf-8")
    mapped = {entry.table.table: set(entry.columns) for entry in config.tables}

    for table, stays in SKELETON.items():
        assert columns_of(schema, table) == stays | mapped[table]
        assert not stays & mapped[table]


def columns_of(schema: str, table: str) -> set[str]:
    """The names that begin the lines of CREATE TABLE."""
    (body,) = re.findall(rf"^CREATE TABLE {table} \((.*?)^\);", schema, re.DOTALL | re.MULTILINE)
    return set(re.findall(r"^    ([a-z_]+) ", body, re.MULTILINE))
