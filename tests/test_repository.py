"""The repository as a stranger finds it: licence, pins, targets, links, no traces of a machine."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import tomllib
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "domicile"
PROMISED = {"demo", "test", "lint", "bench"}
MACHINE_PATH = re.compile(r"(?<![\w.*-])/(?:work|root|home/\w+|Users/\w+|tmp/\w+/venv)/\w")
REGISTRY_HOST = re.compile(r"\b(?:pypi|pythonhosted|npmjs|debian)\.(?:org|com)\b")
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ADR_SECTIONS = ["Context", "Options", "Decision", "Consequences"]
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@cache
def _files() -> tuple[Path, ...]:
    """What a clone has: everything but what .gitignore names (an archive has no git to ask)."""
    ignored = [".git", *(ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    found: list[Path] = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not _ignored(name, ignored)]
        found += [Path(folder, name) for name in names if not _ignored(name, ignored)]
    return tuple(found)


def _ignored(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern.rstrip("/")) for pattern in patterns)


def _texts() -> dict[str, str]:
    """Every text file of the repository by its path there."""
    texts: dict[str, str] = {}
    for path in _files():
        content = path.read_bytes()
        if b"\0" not in content:
            texts[str(path.relative_to(ROOT))] = content.decode("utf-8")
    return texts


def _pages() -> list[Path]:
    return sorted(path for path in _files() if path.suffix == ".md")


def _document() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _requirements() -> list[Requirement]:
    """Everything that pyproject.toml asks for: to run, to develop, to build."""
    document = _document()
    extras = document["project"].get("optional-dependencies", {}).values()
    groups = [
        document["build-system"]["requires"],
        document["project"]["dependencies"],
        *extras,
        *document["dependency-groups"].values(),
    ]
    return [Requirement(line) for group in groups for line in group]


def _pins() -> dict[str, str]:
    """The exact version of each package in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def _make(*arguments: str) -> str:
    """What make prints, called as by a person and not from the make that runs the tests."""
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    done = subprocess.run(
        ["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _explained_targets() -> set[str]:
    return set(re.findall(r"^  make ([a-z-]+) ", _make("help"), re.MULTILINE))


def _words(text: str) -> str:
    """A heading as a link names it."""
    return re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-")


def _packages() -> list[Path]:
    """Every folder of Python modules under src/domicile, but not domicile itself."""
    return sorted({path.parent for path in PACKAGE.rglob("*.py")} - {PACKAGE})


def test_the_licence_is_the_whole_of_apache_2() -> None:
    """What pyproject.toml promises is there, to its last line."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert _document()["project"]["license"] == "Apache-2.0"
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert text.rstrip().endswith("limitations under the License.")


def test_every_dependency_has_an_exact_pin_that_it_allows() -> None:
    """A fresh clone installs what was tested, tomorrow too."""
    pins = _pins()
    names = {canonicalize_name(requirement.name) for requirement in _requirements()}
    refused = [
        str(requirement)
        for requirement in _requirements()
        if not requirement.specifier.contains(pins.get(canonicalize_name(requirement.name), "0"))
    ]

    assert set() == names - pins.keys()
    assert [] == refused


def test_what_runs_before_a_change_lands_is_what_people_run() -> None:
    """`.ci/run` has no verbs of its own."""
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert re.search(r"^exec make lint test$", script.read_text(encoding="utf-8"), re.MULTILINE)


def test_make_explains_every_target_that_it_has() -> None:
    """`make help`, .PHONY and the promised targets agree, and each can be made."""
    phony = re.search(r"^\.PHONY: (.*)$", _texts()["Makefile"], re.MULTILINE)
    explained = _explained_targets()

    assert phony
    assert explained == set(phony[1].split())
    assert explained >= PROMISED
    for target in explained:
        _make("--dry-run", target)


@pytest.mark.parametrize("page", _pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_the_pages_lead_somewhere(page: Path) -> None:
    """A link to a file of the repository finds it, and the heading that it names."""
    links = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    broken: list[str] = []
    for link in (link for link in links if not re.match(r"[a-z]+:", link)):
        name, _, heading = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists():
            broken.append(link)
        elif heading:
            headings = HEADING.findall(target.read_text(encoding="utf-8"))
            broken += [link] if heading not in map(_words, headings) else []

    assert [] == broken


def test_no_file_names_a_machine_or_a_package_registry() -> None:
    """The repository works anywhere: paths are relative, and pip knows where packages are."""
    traces = [
        f"{name}: {match[0]}"
        for name, text in _texts().items()
        for pattern in (MACHINE_PATH, REGISTRY_HOST)
        for match in pattern.finditer(text)
    ]

    assert [] == traces


def test_every_package_says_what_it_is_for() -> None:
    """A package is a folder with an `__init__.py` whose docstring gives its purpose."""
    silent = [
        str(folder.relative_to(ROOT))
        for folder in _packages()
        if not (folder / "__init__.py").exists()
        or not ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    ]

    assert [] == silent


def test_every_package_is_on_the_picture_of_the_architecture() -> None:
    """docs/architecture.md names each package as it is called."""
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    missing = [
        folder.name for folder in _packages() if not re.search(rf"\b{folder.name}\b", picture)
    ]

    assert [] == missing


def test_what_the_glossary_points_at_is_in_the_code() -> None:
    """A word that moved or was renamed in the code is found here."""
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    names = re.findall(r"`((?:\w+\.)+\w+)`", page)
    top_level = {path.stem for path in PACKAGE.iterdir()}
    in_code = [name for name in names if name.split(".")[0] in top_level]

    assert in_code
    assert [] == [name for name in in_code if not _exists(f"domicile.{name}")]


def _exists(name: str) -> bool:
    """Whether a module, or what a module defines, is called so."""
    module, _, attribute = name.rpartition(".")
    try:
        if hasattr(importlib.import_module(module), attribute):
            return True
        importlib.import_module(name)
    except ModuleNotFoundError:
        return False
    return True


def test_decisions_are_numbered_listed_and_whole() -> None:
    """Records count from 1 without a gap, their index has all, each has the sections of MADR."""
    folder = ROOT / "docs" / "adr"
    records = sorted(folder.glob("[0-9]*.md"))
    index = (folder / "README.md").read_text(encoding="utf-8")

    assert [path.name[:4] for path in records] == [f"{n + 1:04}" for n in range(len(records))]
    assert [] == [path.name for path in records if f"({path.name})" not in index]
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]}: "), path.name
        assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ADR_SECTIONS, path.name
