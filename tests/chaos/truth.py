"""Is everybody where the directory says, whole, once, and nowhere else? Asked in plain SQL.

Nothing of Domicile's own code is used: every table of the hub and of the homes is read as it is,
and what the application reads through the shadow schema, and compared with what is known.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import psycopg

from chaos.village import HOMES, PERSONAL, TABLES, Connection, Village

Row = dict[str, object]
#: Where the plan of the village wants the people of a country; everybody else stays in the hub.
PLAN = {"RU": "RU", "DE": "DE", "KZ": "KZ"}
MIRRORED = {"KZ"}
Done = Literal["move", "return"]


class Spot(NamedTuple):
    """Where a row lives: at no home, at a home, or there and in the hub as well."""

    home: str | None
    mirrored: bool = False


HUB = Spot(None)


@dataclass(slots=True)
class Truth:
    """What every row is, by table and key: what the application must read."""

    rows: dict[str, dict[int, Row]] = field(default_factory=lambda: {t: {} for t in TABLES})

    def spots(self, state: State, table: str, key: int) -> set[Spot]:
        """Where the subjects of a row live; empty for a row that is nobody's."""
        row = self.rows[table][key]
        if table == "note":
            owners = [row["person_id"]]
        elif table == "person":
            owners = [key]
        else:
            people = self.rows["person"].items()
            owners = [person for person, each in people if each["address_id"] == key]
        return {state.directory[int(str(owner))] for owner in owners}


@dataclass(slots=True, kw_only=True)
class State:
    """What the servers hold, read when nobody writes."""

    directory: dict[int, Spot]
    hub: dict[str, dict[int, Row]]
    homes: dict[str, dict[str, dict[int, Row]]]
    read: dict[str, dict[int, Row]]
    pins: dict[str, dict[int, Spot]]
    purges: dict[str, set[tuple[str, int]]]
    garbage: set[str]


def look(village: Village) -> State:
    """Everything that is anywhere."""
    with village.app() as app:
        read = {table: _read(app, village, table) for table in TABLES}
    directory = village.rows("SELECT k1, home, mirrored FROM domicile.directory_person")
    logged = {row[0] for row in village.rows("SELECT batch FROM domicile.batch")}
    return State(
        directory={_int(key): _spot(home, mirrored) for key, home, mirrored in directory},
        hub=_tables(village, "hub"),
        homes={home: _tables(village, home) for home in HOMES},
        read=read,
        pins={
            table: {
                _int(key): _spot(home, mirrored)
                for key, home, mirrored in village.rows(
                    f"SELECT k1, home, mirrored FROM domicile.{table}_pin"
                )
            }
            for table in TABLES
        },
        purges={
            table: {
                (str(home), _int(key))
                for home, key in village.rows(f"SELECT home, k1 FROM domicile.{table}_purge")
            }
            for table in TABLES
        },
        garbage={
            home
            for home in HOMES
            if {row[0] for row in village.rows("SELECT batch FROM domicile.batch", at=home)}
            - logged
        },
    )


def remember(village: Village) -> Truth:
    """The truth of a village whose people are all in the hub."""
    return Truth(_tables(village, "hub"))


def faults(truth: Truth, state: State, done: Done | None = None) -> list[str]:
    """What breaks I1, I2 or I3, by table and key; with `done`, also what is left to do."""
    found = [
        f"{table} {key}: the application reads {_differing(truth, state, table, key)} wrongly"
        for table in TABLES
        for key in set(truth.rows[table]) | set(state.read[table])
        if truth.rows[table].get(key) != state.read[table].get(key)
    ]
    if set(state.directory) != set(truth.rows["person"]):
        found.append("I1: the directory and the people differ")
        return found
    for table in TABLES:
        for key in truth.rows[table]:
            wrong = _row_faults(truth, state, table, key)
            found += [f"{each} [{_circumstances(truth, state, table, key)}]" for each in wrong]
        for home in HOMES:
            for key in state.homes[home][table]:
                if _is_stray(truth, state, table, key, home, done):
                    found.append(f"{table} {key}: home {home} has it and should not")
    return found + (_undone(truth, state, done) if done else [])


def _row_faults(truth: Truth, state: State, table: str, key: int) -> list[str]:
    spot = _place(truth, state, table, key)
    row, found = truth.rows[table][key], []
    here = state.hub[table].get(key, {})
    there = state.homes[spot.home][table].get(key) if spot.home else None
    for column in PERSONAL[table]:
        if spot.home is not None and not spot.mirrored and here[column] is not None:
            found.append(f"I3: {table} {key}: the hub holds {column} of a resident of {spot.home}")
        if (spot.home is None or spot.mirrored) and here.get(column) != row[column]:
            found.append(f"I2: {table} {key}: the hub does not hold {column}, and should")
        if spot.home is not None and (there is None or there[column] != row[column]):
            found.append(f"I2: {table} {key}: home {spot.home} does not hold {column}, and should")
    return found


def _circumstances(truth: Truth, state: State, table: str, key: int) -> str:
    """What the hub and the homes have of a row, without its values (I7)."""
    here = [column for column in PERSONAL[table] if state.hub[table][key][column] is not None]
    there = [home for home in HOMES if key in state.homes[home][table]]
    queued = sorted(home for home, row in state.purges[table] if row == key)
    owners = {spot.home or "hub" for spot in truth.spots(state, table, key)}
    pin = state.pins[table].get(key)
    return (
        f"its people: {', '.join(sorted(owners)) or 'none'}; pinned: {pin and (pin.home or 'hub')};"
        f" the hub has: {', '.join(here) or 'nothing'}; rows at: {', '.join(there) or 'no home'};"
        f" queued for purge at: {', '.join(queued) or 'no home'}"
    )


def _place(truth: Truth, state: State, table: str, key: int) -> Spot:
    """Where the row must be now, as the directory and the pins have it."""
    if key in state.pins[table]:
        return state.pins[table][key]
    spots = truth.spots(state, table, key)
    return next(iter(spots)) if len(spots) == 1 else HUB


def _is_stray(
    truth: Truth, state: State, table: str, key: int, home: str, done: Done | None
) -> bool:
    if key in truth.rows[table] and _place(truth, state, table, key).home == home:
        return False
    if done:
        return True
    return (home, key) not in state.purges[table] and home not in state.garbage


def _undone(truth: Truth, state: State, done: Done) -> list[str]:
    """What the command that ended with 0 should have finished."""
    found = [f"home {home}: its log has batches that the hub's has not" for home in state.garbage]
    found += [f"{table}: purges are left" for table in TABLES if state.purges[table]]
    for person, row in truth.rows["person"].items():
        if state.directory[person] != (planned(str(row["country"])) if done == "move" else HUB):
            found.append(f"person {person}: did not {done}")
    for table in TABLES:
        for key in state.pins[table]:
            if key not in truth.rows[table] or len(truth.spots(state, table, key)) == 1:
                found.append(f"{table} {key}: is still pinned")
    return found


def planned(country: str) -> Spot:
    """Where the plan wants people of a country."""
    return Spot(PLAN.get(country), country in MIRRORED)


def _differing(truth: Truth, state: State, table: str, key: int) -> str:
    """Names of columns, never values (I7)."""
    wanted, found = truth.rows[table].get(key), state.read[table].get(key)
    if wanted is None or found is None:
        return "a row that should not be there" if wanted is None else "no row"
    return ", ".join(column for column in wanted if wanted[column] != found[column])


def _tables(village: Village, at: str) -> dict[str, dict[int, Row]]:
    return {table: _keyed(village.at(at), f"SELECT * FROM public.{table}") for table in TABLES}


def _keyed(conn: Connection, query: str) -> dict[int, Row]:
    cursor = conn.execute(query.encode())
    names = [column.name for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return {_int(row["id"]): row for row in rows}


def _read(app: Connection, village: Village, table: str) -> dict[int, Row]:
    """A table as the application sees it; rows that it cannot read are not there."""
    with suppress(psycopg.errors.DataCorrupted):
        return _keyed(app, f"SELECT * FROM {table}")
    found: dict[int, Row] = {}
    for (key,) in village.rows(f"SELECT id FROM public.{table}"):
        with suppress(psycopg.errors.DataCorrupted):
            found |= _keyed(app, f"SELECT * FROM {table} WHERE id = {key}")
    return found


def _spot(home: object, mirrored: object) -> Spot:
    return Spot(None if home is None else str(home), bool(mirrored))


def _int(value: object) -> int:
    return int(str(value))
