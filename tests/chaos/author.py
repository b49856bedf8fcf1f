"""One writer of the application: what it does, and what it knows to be true of its own rows."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from chaos.truth import Row, Truth
from chaos.village import COUNTRIES, TABLES

Step = tuple[str, tuple[object, ...]]


@dataclass(slots=True)
class Deed:
    """A transaction: its statements, and what its rows are after it (None: gone)."""

    name: str
    steps: list[Step] = field(default_factory=list)
    after: dict[tuple[str, int], Row | None] = field(default_factory=dict)

    def update(self, table: str, row: Row, key: int | None = None, **values: object) -> None:
        """UPDATE one row, whose key is `key` when that changes too."""
        listed = ", ".join(f"{column} = %s" for column in values)
        old = int(str(row["id"]))
        self.steps.append((f"UPDATE {table} SET {listed} WHERE id = %s", (*values.values(), old)))
        if key is not None:
            self.after[table, old] = None
        counted = {"changed": int(str(row["changed"])) + 1} if table == "person" else {}
        self.after[table, key or old] = {**row, **values, **counted}

    def insert(self, table: str, row: Row) -> None:
        """INSERT one row."""
        marks = ", ".join(["%s"] * len(row))
        statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
        self.steps.append((statement, tuple(row.values())))
        self.after[table, int(str(row["id"]))] = row

    def delete(self, table: str, key: int) -> None:
        """DELETE one row."""
        self.steps.append((f"DELETE FROM {table} WHERE id = %s", (key,)))
        self.after[table, key] = None


class Author:
    """Makes up deeds over the people of some addresses, which are nobody else's."""

    def __init__(self, truth: Truth, number: int, of: int, seed: str) -> None:
        self.chance = random.Random(seed)
        self.number = number
        self.truth = Truth()
        self.tick = 0
        for key, row in truth.rows["address"].items():
            if key % of == number:
                self.truth.rows["address"][key] = row
        for key, row in truth.rows["person"].items():
            if row["address_id"] in self.truth.rows["address"]:
                self.truth.rows["person"][key] = row
        for key, row in truth.rows["note"].items():
            if row["person_id"] in self.truth.rows["person"]:
                self.truth.rows["note"][key] = row

    def next(self) -> Deed | None:
        """A deed, or None when the rows for it are not there."""
        self.tick += 1
        deeds: list[tuple[Callable[[], Deed | None], int]] = [
            (self._edit, 6),
            (self._empty, 1),
            (self._write_note, 2),
            (self._drop_note, 1),
            (self._emigrate, 2),
            (self._arrive, 1),
            (self._leave, 1),
            (self._rename, 1),
            (self._hand_over, 1),
            (self._change_house, 1),
        ]
        makers, weights = zip(*deeds, strict=True)
        return self.chance.choices(makers, weights)[0]()

    def learn(self, deed: Deed) -> None:
        """The deed is done."""
        for (table, key), row in deed.after.items():
            if row is None:
                self.truth.rows[table].pop(key, None)
            else:
                self.truth.rows[table][key] = row

    @property
    def stamp(self) -> int:
        """The version that rows have after this deed: of this author's deeds no two have one."""
        return self.tick

    def _any(self, table: str) -> Row | None:
        rows = self.truth.rows[table]
        return rows[self.chance.choice(sorted(rows))] if rows else None

    def _text(self) -> str:
        return f"слово {self.number}.{self.tick} " + "я" * self.chance.randrange(60)

    def _fresh(self) -> int:
        """A key that nobody has had."""
        return 100_000 * (self.number + 1) + self.tick * 10

    def _edit(self) -> Deed | None:
        table = self.chance.choice(TABLES)
        row = self._any(table)
        if row is None:
            return None
        values: Row = {"version": self.stamp}
        if table == "address":
            values["street"] = self._text()
        elif table == "note":
            values["body"] = self._text()
        else:
            values["name"] = self._text()
            if self.chance.random() < 0.5:
                values["email"] = f"{self.number}.{self.tick}@example.org"
        return _one("edit", table, row, values)

    def _empty(self) -> Deed | None:
        table, column = self.chance.choice([("note", "body"), ("person", "email")])
        row = self._any(table)
        return _one("empty", table, row, {column: None, "version": self.stamp}) if row else None

    def _write_note(self) -> Deed | None:
        person = self._any("person")
        if person is None:
            return None
        deed = Deed("write note")
        deed.insert("note", self._note(self._fresh(), person["id"]))
        return deed

    def _note(self, key: int, person: object) -> Row:
        return {"id": key, "person_id": person, "body": self._text(), "version": self.stamp}

    def _drop_note(self) -> Deed | None:
        note = self._any("note")
        if note is None:
            return None
        deed = Deed("drop note")
        deed.delete("note", int(str(note["id"])))
        return deed

    def _emigrate(self) -> Deed | None:
        """Evidence that says a country that we know; of another one nobody would go anywhere."""
        person = self._any("person")
        values = {"country": self.chance.choice(COUNTRIES[:-1]), "version": self.stamp}
        return _one("emigrate", "person", person, values) if person else None

    def _arrive(self) -> Deed | None:
        """A new person at a new address, with two notes."""
        deed, key = Deed("arrive"), self._fresh()
        street: Row = {"id": key, "street": self._text(), "version": self.stamp}
        deed.insert("address", street)
        person: Row = {
            "id": key,
            "country": self.chance.choice(COUNTRIES),
            "address_id": key,
            "name": self._text(),
            "email": f"{key}@example.org",
            "version": self.stamp,
            "changed": 0,
        }
        deed.insert("person", person)
        for number in (1, 2):
            deed.insert("note", self._note(key + number, key))
        return deed

    def _leave(self) -> Deed | None:
        """A person goes, and the notes by ON DELETE CASCADE; the address stays, nobody's."""
        if len(self.truth.rows["person"]) < 4:
            return None
        person = self._any("person")
        assert person is not None
        deed, key = Deed("leave"), int(str(person["id"]))
        deed.delete("person", key)
        for note, row in self.truth.rows["note"].items():
            if row["person_id"] == key:
                deed.after["note", note] = None
        return deed

    def _rename(self) -> Deed | None:
        """A person gets another key, and the notes follow by ON UPDATE CASCADE."""
        person = self._any("person")
        if person is None:
            return None
        deed, old, new = Deed("rename"), int(str(person["id"])), self._fresh()
        deed.update("person", person, new, id=new, version=self.stamp)
        for note, row in self.truth.rows["note"].items():
            if row["person_id"] == old:
                deed.after["note", note] = {**row, "person_id": new}
        return deed

    def _hand_over(self) -> Deed | None:
        """A note gets another author."""
        note, person = self._any("note"), self._any("person")
        if note is None or person is None:
            return None
        return _one("hand over", "note", note, {"person_id": person["id"], "version": self.stamp})

    def _change_house(self) -> Deed | None:
        person, address = self._any("person"), self._any("address")
        if person is None or address is None:
            return None
        values = {"address_id": address["id"], "version": self.stamp}
        return _one("change house", "person", person, values)


def _one(name: str, table: str, row: Row, values: Row) -> Deed:
    deed = Deed(name)
    deed.update(table, row, **values)
    return deed
