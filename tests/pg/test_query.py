"""Queries that live in `.sql` files."""

from __future__ import annotations

import sys
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from psycopg import sql

import domicile
from domicile.pg.query import load_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOP = """\
-- What stands above the first name is about the file.

-- name: first
-- Why it is there.
SELECT {column} FROM t;

-- name: second
SELECT '{{}}'::jsonb
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with a file of queries."""
    folder = tmp_path / "shop_queries"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "queries.sql").write_text(SHOP, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    sys.modules.pop("shop_queries", None)


@pytest.mark.usefixtures("shop")
def test_each_query_has_its_text() -> None:
    """From its name to the next, with its reason, ready for `.format()`."""
    queries = load_queries("shop_queries")

    assert ["first", "second"] == list(queries)
    assert (
        '-- Why it is there.\nSELECT "a b" FROM t;'
        == queries["first"].format(column=sql.Identifier("a b")).as_string()
    )
    assert "SELECT '{}'::jsonb" == queries["second"].format().as_string()


def test_two_queries_of_one_name_are_refused(shop: Path) -> None:
    """The second would silently take the first one's place."""
    with (shop / "queries.sql").open("a", encoding="utf-8") as file:
        file.write("-- name: first\nSELECT 2\n")

    with pytest.raises(ValueError, match="two queries of one name"):
        load_queries("shop_queries")


def sql_files() -> list[tuple[str, str]]:
    """Every `queries.sql` of the project, with its package."""
    root = Path(str(resources.files(domicile)))
    return [
        (".".join(("domicile", *path.parent.relative_to(root).parts)), path.name)
        for path in sorted(root.rglob("queries.sql"))
    ]


@pytest.mark.parametrize(("package", "file"), sql_files())
def test_every_file_of_the_project_loads(package: str, file: str) -> None:
    """Each with at least one query, and none of them empty."""
    import_module(package)
    queries = load_queries(package, file)

    assert queries
    assert all(query.as_string().strip("; \n") for query in queries.values())
