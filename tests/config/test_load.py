"""`domicile.toml` at the door: what is wrong is named by file, key and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domicile.config import TableName, load, resolve
from domicile.config.load import MAX_CONFIG_BYTES
from domicile.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "host=db password=hunter2"
GOOD = f"""\
[hub]
dsn = "{SECRET} dbname=hub"
country = "US"

[homes.RU]
dsn = "{SECRET} dbname=ru"

[homes.KZ]
dsn = "env:KZ"

[service]
name = "Shop"

[[subject]]
kind = "customer"
table = "customer"
[[subject.evidence]]
speaks_for = "residence"
column = "country"

[[table]]
table = "public.customer"
subject = "customer"
[table.columns]
email = "user.contact.email"
"""

CASES = {
    "unknown key": (
        'country = "US"',
        'country = "US"\nregion = "x"',
        "hub.region: there is no such",
    ),
    "unknown section": ("[service]", "[sevrice]\n[service]", "sevrice: there is no such key"),
    "missing section": ('[hub]\ndsn = "', '[huv]\ndsn = "', "hub: is missing"),
    "missing key": ('kind = "customer"\n', "", "subject.0.kind: is missing"),
    "a dsn that is no text": ('dsn = "env:KZ"', "dsn = 5432", "homes.KZ.dsn: input should be"),
    "no home": ("[homes.RU]", "[service.homes.RU]", "service.homes: there is no such key"),
    "country in small letters": ('"US"', '"us"', "hub.country: 'us' is not an ISO 3166-1"),
    "a code that no country has": ('"US"', '"XX"', "hub.country: 'XX' is not an ISO 3166-1"),
    "a code of the world": ('"US"', '"UN"', "hub.country: 'UN' is not an ISO 3166-1"),
    "a home of no country": ("[homes.KZ]", "[homes.UK]", "homes.UK: 'UK' is not an ISO 3166-1"),
    "a spelling of no country": (
        "[service]",
        '[countries]\nNarnia = "NN"\n[service]',
        "countries.Narnia: 'NN' is not an ISO 3166-1",
    ),
    "a spelling of nothing": (
        "[service]",
        '[countries]\n" " = "KZ"\n[service]',
        "countries. : str",
    ),
    "a home beside the hub": ("[homes.KZ]", "[homes.US]", "homes.US: the hub itself stands in"),
    "two homes in one database": ('"env:KZ"', f'"{SECRET} dbname=ru"', "the same as homes.RU.dsn"),
    "a home in the hub's database": ('"env:KZ"', f'"{SECRET} dbname=hub"', "the same as hub.dsn"),
    "no table": ("[[table]]", "[[tables]]", "tables: there is no such key"),
    "a table that is no table": (
        'table = "public.customer"',
        'table = "a b"',
        "table.0.table: 'a b': put names with spaces",
    ),
    "a hop to no table": (
        'subject = "customer"',
        'subject = "customer"\npath = [{ columns = ["x"], to = "a..b" }]',
        "table.0.path.0.to: 'a..b' is not a table name",
    ),
    "a hop over nothing": (
        'subject = "customer"',
        'subject = "customer"\npath = [{ columns = [] }]',
        "table.0.path.0.columns: tuple should have at least 1 item",
    ),
    "a subject that is not there": (
        'subject = "customer"',
        'subject = "client"',
        "table public.customer: subject: there is no subject 'client'",
    ),
    "a kind that is no name": ('kind = "customer"', 'kind = "Our Customer"', "subject.0.kind: str"),
    "a category that is not personal": (
        '"user.contact.email"',
        '"system.operations"',
        "table.0.columns.email: string should match",
    ),
    "evidence of something else": (
        '"residence"',
        '"shoe size"',
        "subject.0.evidence.0.speaks_for: input should be 'citizenship', 'residence' or",
    ),
}
HINTS = {
    "a home beside the hub": "remove that home",
    "two homes in one database": "a database of its own",
    "a home in the hub's database": "a database of its own",
    "a subject that is not there": "the kinds are: customer",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the config will be."""
    return tmp_path / "domicile.toml"


def test_a_good_config_becomes_plain_values(path: Path) -> None:
    """Names are parsed, and what is left out has its default."""
    path.write_text(GOOD, encoding="utf-8")
    config = load(path)

    assert ["RU", "KZ"] == list(config.homes)
    assert TableName("public", "customer") == config.subject("customer").table
    assert (None, ()) == (config.tables[0].path, config.tables[0].key)
    assert frozenset({"user.contact.email"}) == config.categories


@pytest.mark.parametrize("case", CASES)
def test_a_bad_config_is_refused(case: str, path: Path) -> None:
    """File, key and hint are there; the connection string and its password are not."""
    old, new, message = CASES[case]
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ConfigError) as refused:
        load(path)

    assert f"{path}: " in str(refused.value)
    assert message in str(refused.value)
    assert HINTS.get(case, "docs/config.md") in refused.value.hint
    assert "hunter2" not in str(refused.value) + refused.value.hint
    assert 2 == refused.value.exit_status


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("table", "table.table: 'public.customer' is there twice"),
        ("subject", "subject.kind: 'customer' is there twice"),
    ],
)
def test_twins_are_refused(section: str, message: str, path: Path) -> None:
    """One entry for each table and for each kind, however the name is written."""
    start = GOOD.index(f"[[{section}]]")
    end = GOOD.find("[[table]]", start + 1)
    twin = GOOD[start : end if end > 0 else None].replace('"public.customer"', '"customer"')
    path.write_text(GOOD + twin, encoding="utf-8")

    with pytest.raises(ConfigError, match=message):
        load(path)


def test_two_kinds_of_one_table_are_refused(path: Path) -> None:
    """Else one row would be two people."""
    start, end = GOOD.index("[[subject]]"), GOOD.index("[[table]]")
    path.write_text(GOOD + GOOD[start:end].replace('"customer"', '"client"', 1), encoding="utf-8")

    with pytest.raises(ConfigError, match=r"subject.table: 'public.customer' is there twice"):
        load(path)


def test_every_problem_of_a_file_is_told_at_once(path: Path) -> None:
    """A line for each, so that one reading mends them all."""
    path.write_text(GOOD.replace('"US"', '"us"').replace('"residence"', '"home"'), encoding="utf-8")

    with pytest.raises(ConfigError) as refused:
        load(path)

    assert 2 == len(str(refused.value).splitlines())


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"[hub\n", "is not TOML: ", "toml.io"),
        (b'[hub]\ndsn = "host=h password=hunter2\n', "is not TOML: ", "toml.io"),
        (b"[hub]\ndsn = '\xff'\n", "is not UTF-8 at byte 13", "UTF-8"),
        (b"#" * (MAX_CONFIG_BYTES + 1), "is larger than", "right file"),
        (b"", "hub: is missing", "docs/config.md"),
    ],
    ids=["no TOML", "no end", "no UTF-8", "huge", "empty"],
)
def test_a_file_that_is_no_config_is_refused(
    content: bytes, message: str, hint: str, path: Path
) -> None:
    """Told by the name of the file, without a line of what is in it."""
    path.write_bytes(content)

    with pytest.raises(ConfigError) as refused:
        load(path)

    assert f"{path}: {message}" in str(refused.value)
    assert hint in refused.value.hint
    assert "hunter2" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(path: Path) -> None:
    """The way to name another is told."""
    with pytest.raises(ConfigError, match="there is no such file") as refused:
        load(path)

    assert "--config" in refused.value.hint


def test_a_folder_is_no_config(tmp_path: Path) -> None:
    """What the system says is told, without a traceback."""
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)


def test_a_pointer_leads_to_the_connection_string(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`env:` and `file:` are followed; anything else is the string itself."""
    monkeypatch.setenv("SHOP_HUB", "dbname=from_env")
    path.write_text("dbname=from_file\n", encoding="utf-8")

    assert "dbname=from_env" == resolve("env:SHOP_HUB", what="hub.dsn")
    assert "dbname=from_file" == resolve(f"file:{path}", what="hub.dsn")
    assert "postgresql://h/db" == resolve("postgresql://h/db", what="hub.dsn")


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        ("env:SHOP_NOWHERE", "hub.dsn: the environment variable SHOP_NOWHERE is not set"),
        ("env:SHOP_EMPTY", "hub.dsn: the connection string is empty"),
        ("", "hub.dsn: the connection string is empty"),
        ("file:/nowhere/dsn", "hub.dsn: cannot read '/nowhere/dsn': No such file"),
        ("file:~nobody-of-that-name/dsn", "is not a path"),
        ("file:\0", "is not a path"),
    ],
)
def test_a_pointer_to_nothing_is_refused(
    pointer: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is not a connection string: libpq would take it for some default database."""
    monkeypatch.setenv("SHOP_EMPTY", "")
    monkeypatch.delenv("SHOP_NOWHERE", raising=False)

    with pytest.raises(ConfigError) as refused:
        resolve(pointer, what="hub.dsn")

    assert message in str(refused.value)
    assert refused.value.hint


def test_a_pointer_to_bytes_is_refused_without_showing_them(path: Path) -> None:
    """A key file in place of a text: the message holds none of it."""
    path.write_bytes(b"hunter2\xff")

    with pytest.raises(ConfigError, match="it is not UTF-8") as refused:
        resolve(f"file:{path}", what="hub.dsn")

    assert "hunter2" not in str(refused.value)
