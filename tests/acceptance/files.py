"""What the Sakila files say, read without a database: who lives where, and their values."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLE = REPOSITORY / "examples" / "sakila"
VARIABLE = "DOMICILE_SAKILA"

#: The personal columns of the example's data map.
PERSONAL = {
    "customer": ("first_name", "last_name", "email"),
    "address": ("address", "address2", "district", "postal_code", "phone"),
}
#: The countries of the homes, as the files spell them.
SPELLED = {"RU": "Russian Federation", "CN": "China", "IN": "India", "KZ": "Kazakstan"}

Values = tuple[str | None, ...]


def folder() -> Path:
    """Where the files are, or should be."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else REPOSITORY.parent / "shared" / "data" / "sakila"


@dataclass(frozen=True)
class Files:
    """The files of a folder."""

    folder: Path

    @cached_property
    def people(self) -> dict[str, dict[int, int]]:
        """Country, as it is spelled, to its customers: customer_id to address_id."""
        country = {row["country_id"]: row["country"] for row in self._rows("country")}
        city = {row["city_id"]: country[row["country_id"]] for row in self._rows("city")}
        lives_in = {row["address_id"]: city[row["city_id"]] for row in self._rows("address")}
        found: dict[str, dict[int, int]] = {}
        for row in self._rows("customer"):
            people = found.setdefault(lives_in[row["address_id"]], {})
            people[int(row["customer_id"])] = int(row["address_id"])
        return found

    def ids(self, table: str, *countries: str) -> set[int]:
        """The keys of the rows of `customer` or `address` that are those countries' customers'."""
        people = {k: v for c in countries for k, v in self.people[SPELLED[c]].items()}
        return set(people) if table == "customer" else set(people.values())

    def personal(self, table: str, *countries: str) -> dict[int, Values]:
        """The personal values of those rows by key."""
        ids = self.ids(table, *countries)
        return {key: row for key, row in self.values(table, PERSONAL[table]).items() if key in ids}

    def values(self, table: str, columns: tuple[str, ...]) -> dict[int, Values]:
        """Some columns of every row by key. In CSV an unquoted nothing is NULL."""
        return {
            int(row[f"{table}_id"]): tuple(row[column] or None for column in columns)
            for row in self._rows(table)
        }

    def _rows(self, table: str) -> list[dict[str, str]]:
        with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
