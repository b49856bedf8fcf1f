"""A village with names that break careless quoting, in which faults are made and mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domicile.evidence.model import Verification, Violation
from domicile.evidence.repair import Repair, repair
from domicile.evidence.run import Wish, verify
from fix_world import AS_OF, World

HOMES = ("RU", "KZ", "DE")
#: A table with a key of two columns, one of them text, and names to trip over.
NOTE = '"no;te %s {} \'"'
OF, NUMBER, BODY = '"per son %s"', '"{0} n"', '"bo%dy"'
SCHEMA = f"""
CREATE TABLE person (
    id int PRIMARY KEY, country text NOT NULL, name text NOT NULL, email text, age int);
CREATE TABLE {NOTE} (
    {OF} int NOT NULL REFERENCES person, {NUMBER} text, {BODY} text, kind text,
    PRIMARY KEY ({OF}, {NUMBER}));
INSERT INTO person SELECT i, (ARRAY['RU', 'KZ', 'DE', 'US'])[1 + i % 4], 'secret' || i,
    CASE WHEN i % 3 > 0 THEN 'mail' || i END, i FROM generate_series(1, PEOPLE) i;
INSERT INTO {NOTE} SELECT i, (ARRAY['a', 'ж,"%s"', 'B ('])[1 + n % 3] || n, 'secret note ' || i
FROM generate_series(1, PEOPLE) i, generate_series(1, NOTES) n;
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
columns = { name = "user.name", email = "user.contact.email", age = "user.demographic" }
[[table]]
table = "public.\\"no;te %s {} '\\""
subject = "person"
path = [{ columns = ["per son %s"] }]
columns = { "bo%dy" = "user.content.private" }
"""
#: (table, fault, key, home, columns)
Plain = tuple[str, str, tuple[str, ...], str | None, tuple[str, ...]]


@dataclass
class Village:
    """A world, and ways to look at it closely."""

    world: World

    def verify(self, **wish: object) -> Verification:
        """`domicile verify`, with chunks so small that there are many."""
        options = {"chunk": 7, **wish}
        return verify(self.world.config, lambda _table, _rows: None, Wish(**options))  # type: ignore[arg-type]

    def repair(self, *, do: bool) -> Repair:
        """`domicile verify --repair`, with `--yes` when `do`."""
        return repair(
            self.world.config, lambda _table, _rows: None, Wish(chunk=7), as_of=AS_OF, do=do
        )

    def told(self) -> list[Plain]:
        """What is wrong, in order."""
        return sorted(map(plain, self.verify().violations), key=str)

    def quietly(self, statement: str, at: str = "hub") -> None:
        """Change rows behind the guards' back, as an old backup or a careless hand does."""
        conn = self.world.at(at)
        conn.execute("SET session_replication_role = replica")
        conn.execute(statement.encode())
        conn.execute("RESET session_replication_role")

    def everything(self) -> dict[str, object]:
        """Every row on every server, and the directory."""
        directory = "SELECT k1, domicile, home, mirrored FROM domicile.directory_person ORDER BY 1"
        found: dict[str, object] = {"directory": self.world.rows(directory)}
        for server in ("hub", *HOMES):
            for table in ("person", NOTE):
                listing = f"SELECT * FROM public.{table} ORDER BY 1, 2"
                found[f"{server} {table}"] = self.world.rows(listing, at=server)
        return found


def plain(each: Violation) -> Plain:
    """A violation as a tuple, its table by its bare name."""
    table = "note" if "no;te" in each.table else each.table.removeprefix("public.")
    return table, each.fault, each.key, each.home, each.columns


Settle = Callable[..., Village]
