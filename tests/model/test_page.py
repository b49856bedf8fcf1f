"""docs/protocols/relocation.md against the steps, the safeguards and the tests that it names."""

from __future__ import annotations

import re
from pathlib import Path

from domicile.relocation.steps import STEPS
from model.state import Safeguards

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "protocols" / "relocation.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### (\d+)\. (.*?)\n(.*?)(?=^##)", re.MULTILINE | re.DOTALL)


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def test_the_page_numbers_every_step_in_order() -> None:
    """The headings are the steps of the code, from 1 on."""
    headings = [(int(number), name) for number, name, _ in SECTION.findall(PAGE)]
    assert headings == [(number, step.name) for number, step in enumerate(STEPS, 1)]


def test_the_page_says_where_each_step_acts_and_what_a_crash_there_means() -> None:
    """In the words of the code."""
    for step, (_, _, body) in zip(STEPS, SECTION.findall(PAGE), strict=True):
        text = _plain(body)
        assert f"Where: {step.where}." in text, step.name
        assert f"A crash here means {step.after}." in text, step.name
        assert "Shown by the matrix" in text, step.name


def test_the_page_names_tests_that_exist_and_every_safeguard() -> None:
    """What shows a step can be run."""
    named = set(re.findall(r"`(test_\w+\.py)`", PAGE))
    assert named
    assert named <= {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    for safeguard in Safeguards.__dataclass_fields__:
        assert PAGE.count(f"`{safeguard}`") >= 2, safeguard
