"""Rows that are too wide to be held by a mover."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from domicile.relocation import wide
from fix_world import World

if TYPE_CHECKING:
    from conftest import Town

SCHEMA = """
CREATE TABLE person (a text, b int, country text, letter text NOT NULL, photo bytea, notes jsonb,
                     tags text[], PRIMARY KEY (a, b));
ALTER TABLE person ALTER letter SET STORAGE EXTERNAL;
INSERT INTO person
SELECT 'a"' || i, i, (ARRAY['RU', 'KZ', 'US'])[1 + i % 3],
       repeat(E'\\\\ "жя",\n(' || i, CASE WHEN i % 2 = 0 THEN 1 ELSE 2500 END),
       CASE WHEN i % 4 > 0 THEN decode((SELECT string_agg(md5(i || '-' || j), '')
                                        FROM generate_series(1, i * 20) j), 'hex') END,
       CASE WHEN i % 6 = 0 THEN jsonb_build_object('text', repeat('''"x', i * 40)) END,
       CASE WHEN i % 8 = 0 THEN ARRAY[repeat('{,}', i * 60), NULL, ''] END
FROM generate_series(1, 24) i;
"""
MAP = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.person"
subject = "person"
[table.columns]
letter = "user.content.private"
photo = "user.biometric"
notes = "user.content"
tags = "user.content"
"""


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wide otherwise begins at 4 MiB."""
    monkeypatch.setattr(wide, "WIDE_BYTES", 2_000)
    monkeypatch.setattr(wide, "SLICE_BYTES", 333)


@pytest.mark.usefixtures("narrow")
def test_wide_rows_move_and_return_whole(
    deploy: Callable[..., World], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slices cut characters and escapes anywhere; what arrives is what was sent, row for row."""
    sent: list[int] = []
    whole = wide.set_aside

    def counted(*args: object) -> int:
        sent.append(whole(*args))  # type: ignore[arg-type]
        return sent[-1]

    monkeypatch.setattr(wide, "set_aside", counted)
    world = deploy(SCHEMA, MAP)
    before = world.rows("SELECT * FROM person ORDER BY b")
    world.apply()
    assert world.move().subjects == 16
    assert 0 < sum(sent) < 16
    assert world.app().execute("SELECT * FROM person ORDER BY b").fetchall() == before
    assert world.rows("SELECT count(*) FROM person WHERE letter IS NOT NULL") == [(16,)]
    assert world.verify().found == 0
    sent.clear()
    world.return_()
    assert sum(sent) > 0
    assert world.rows("SELECT * FROM person ORDER BY b") == before


@pytest.mark.usefixtures("narrow")
def test_narrow_rows_are_not_looked_at(settle: Callable[..., Town]) -> None:
    """A table with nothing in TOAST has no wide rows: nobody measures them."""
    town = settle(10)
    town.world.move()
    town.check_moved()
