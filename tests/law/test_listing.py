"""The laws in a line each, the page of the packs, and the packs as a set of files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from domicile.errors import PackError
from domicile.law.check import check_pack, check_packs, check_shipped, summary
from domicile.law.listing import renewed, rows
from domicile.law.pack import MAX_PACK_BYTES, PackEntry
from domicile.law.schema import schema, schema_text
from domicile.law.store import shipped
from law.test_calendar import PACK

DOCS = Path(__file__).parents[2] / "docs"
HOW = "`GOLDEN=write make test ARGS=tests/law/test_listing.py` writes it anew"


@pytest.fixture
def act(tmp_path: Path) -> Path:
    """A pack that can be used, in a file of its own."""
    path = tmp_path / "xx.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_the_page_has_the_golden_table_of_all_packs() -> None:
    """The table in docs/laws.md is made from the packs."""
    page = DOCS / "laws.md"
    found = renewed(page.read_text(encoding="utf-8"), shipped())
    if os.environ.get("GOLDEN") == "write":
        page.write_text(found, encoding="utf-8")

    assert page.read_text(encoding="utf-8") == found, HOW


def test_the_golden_schema_is_that_of_the_models() -> None:
    """docs/law-pack.schema.json is made from what reads packs, and every key says what it is."""
    page = DOCS / "law-pack.schema.json"
    if os.environ.get("GOLDEN") == "write":
        page.write_text(schema_text(), encoding="utf-8")
    made = schema()
    tables = [made, *(each for each in made["$defs"].values() if "properties" in each)]
    silent = [
        key
        for table in tables
        for key, field in table["properties"].items()
        if "description" not in field and "const" not in field
    ]

    assert page.read_text(encoding="utf-8") == schema_text(), HOW
    assert set(PackEntry.model_fields) == set(made["properties"])
    assert [] == silent


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2011-06-01", "from 2015-09-01"),
        ("2015-09-01", "2015-09-01"),
        ("2025-06-30", "2015-09-01"),
        ("2025-07-01", "2025-07-01"),
    ],
)
def test_a_law_is_listed_by_the_text_of_the_day(day: str, state: str) -> None:
    """Before its first text the day from which it will be."""
    found = {row.id: row for row in rows(shipped(), date.fromisoformat(day), "RU")}

    assert state == found["ru-242-fz"].version
    assert ("primary",) == found["ru-242-fz"].duties


def test_what_binds_nobody_is_not_listed_as_in_force() -> None:
    """A bill is a bill; an act that does not apply yet is listed by the day on which it will."""
    found = {row.id: row.version for row in rows(shipped(), date(2026, 11, 21))}

    assert ("bill", "from 2027-05-13") == (found["pk-pdpb"], found["in-dpdp"])


def test_a_member_of_a_union_is_listed_with_its_laws() -> None:
    """Who asks for Germany wants to see the GDPR."""
    assert "eu-gdpr-ch5" in {row.id for row in rows(shipped(), date(2026, 1, 1), "DE")}


def test_all_shipped_packs_stand_beside_each_other() -> None:
    """Ids once, sources all used; the numbers are those of the packs."""
    found = check_shipped()

    assert shipped() == found
    assert summary(found).packs == len(found)
    assert summary(found).clauses >= sum(summary(found).unsure.values())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.toml", None, "there is no such file"),
        ("xx.toml", b"\xff", "not UTF-8 at byte 0"),
        ("xx.toml", b"#" * (MAX_PACK_BYTES + 1), f"larger than {MAX_PACK_BYTES} bytes"),
        ("xx.toml", b"a = " + b"[" * 50_000, "nested too deeply"),
        ("xx.toml", b'"\\u001b[2J" = 1', r"\x1b[2J: extra"),
        ("other.toml", PACK.encode(), "'xx' is not the file's name"),
        ("xx.toml", PACK.replace('key = "s"', 'key = "s"\n#', 1).encode(), ""),
    ],
    ids=["missing", "bytes", "large", "deep", "escape", "name", "sound"],
)
def test_a_file_that_is_no_pack_is_told_with_what_to_do(
    name: str, content: bytes | None, said: str, tmp_path: Path
) -> None:
    """Never a traceback, and nothing of it reaches the terminal as an escape."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    if not said:
        assert ["xx"] == [law.id for law in check_packs([path])]
        return
    with pytest.raises(PackError) as caught:
        check_packs([path])

    assert said in str(caught.value)
    assert caught.value.hint
    assert "\x1b" not in str(caught.value)


def test_a_folder_is_no_pack_and_a_link_to_one_is(act: Path, tmp_path: Path) -> None:
    """Where the file lies does not matter."""
    linked = tmp_path / "elsewhere" / "xx.toml"
    linked.parent.mkdir()
    linked.symlink_to(act)

    assert "xx" == check_pack(linked).id
    with pytest.raises(PackError, match="is not a file"):
        check_pack(tmp_path)


def test_every_problem_of_every_file_is_told_at_once(act: Path, tmp_path: Path) -> None:
    """Two of a name, and a source that nothing rests on."""
    idle = '[[source]]\nkey = "t"\nurl = "https://example.org/t"\ngrade = "C"\n[[version]]'
    twin = tmp_path / "copy" / "xx.toml"
    twin.parent.mkdir()
    twin.write_text(PACK, encoding="utf-8")
    other = tmp_path / "idle" / "xx.toml"
    other.parent.mkdir()
    other.write_text(PACK.replace("[[version]]", idle, 1), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        check_packs([act, twin, other])

    assert "the source 't' is named by no statement" in str(caught.value)
    assert "xx: two packs have this id" in str(caught.value)
