"""The sample of a film-rental business, which knows nothing of Domicile."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path

from fix_unknown import Unknown

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "sakila"


def test_everything_personal_of_people_is_found_and_nothing_of_films(unknown: Unknown) -> None:
    """Customers, staff and their addresses, with the way and the evidence; no title, no rate."""
    runpy.run_path(str(ROOT / "examples" / "sakila" / "load.py"))["load"](unknown.dsn, DATA)
    assert 0 == unknown.init().exit_code
    found = tomllib.loads(unknown.file.read_text("utf-8"))
    tables = {table["table"]: table for table in found["table"]}
    assert {"public.actor", "public.address", "public.customer", "public.staff"} == set(tables)
    columns = {name: set(table["columns"]) for name, table in tables.items()}
    assert {"first_name", "last_name", "email"} == columns["public.customer"]
    assert {"address", "address2", "district", "postal_code", "phone"} == columns["public.address"]
    assert {"first_name", "last_name", "email", "username", "password", "picture"} == columns[
        "public.staff"
    ]
    assert "customer" == tables["public.address"]["subject"]
    assert [{"from": "public.customer", "columns": ["address_id"]}] == (
        tables["public.address"]["path"]
    )
    customer = next(each for each in found["subject"] if each["kind"] == "customer")
    assert "country" == customer["evidence"][0]["column"]
    assert not [name for name in found.get("skeleton", {}) if "film" in name]
