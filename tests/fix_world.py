"""A service's database with homes around it: the fixture that most tests start from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psycopg
import pytest

from domicile.config import Config, load
from domicile.evidence import run as evidence
from domicile.evidence.model import Verification
from domicile.placement.run import assess
from domicile.relocation import run as relocation
from domicile.relocation.model import Report
from domicile.residence import run as residence

AS_OF = date(2026, 11, 21)
Connection = psycopg.Connection[tuple[object, ...]]

#: A profile that makes RU exclusive (moved), KZ a copy (mirrored) and DE a commitment (moved).
PROFILE = """
[service]
name = "Test"
kinds = ["social-network"]
established_in = ["US", "KZ"]
targets = ["US", "RU", "KZ", "DE"]

[laws]
profiles = { "ru-242-fz" = "strict" }

[[commitment]]
id = "test-de"
country = "DE"
duty = "exclusive"
whose = "residents"
since = 2020-01-01
cites = "made up for a test"
"""


_USUAL: dict[str, object] = {"patience_s": 5.0, "progress": lambda _done, _total: None}


@dataclass
class World:
    """A hub with a schema, its homes, and every command as a method."""

    dsns: dict[str, str]
    config: Config
    stack: ExitStack
    opened: dict[str, Connection] = field(default_factory=dict)

    def connect(self, name: str = "hub", **options: object) -> Connection:
        """A new autocommit connection as the superuser, closed at the end of the test."""
        conn = psycopg.connect(self.dsns[name], autocommit=True, **options)  # type: ignore[arg-type]
        return self.stack.enter_context(conn)

    def at(self, name: str) -> Connection:
        """One shared connection to the hub or to a home."""
        if name not in self.opened or self.opened[name].closed:
            self.opened[name] = self.connect(name)
        return self.opened[name]

    @property
    def hub(self) -> Connection:
        """The shared connection to the hub, with the plain search_path."""
        return self.at("hub")

    def app(self) -> Connection:
        """A new connection as the application has it: role app, the shadow schema first."""
        conn = self.connect()
        conn.execute("SET ROLE app")
        conn.execute("SET search_path = resident, public")
        return conn

    def rows(self, query: str, *params: object, at: str = "hub") -> list[tuple[object, ...]]:
        """The rows of a query."""
        return self.at(at).execute(query, params or None).fetchall()  # type: ignore[arg-type]

    def apply(self) -> residence.Applied:
        """`domicile apply`, as of the tests' day."""
        decision = assess(self.config, AS_OF)
        return residence.apply(self.config, decision.targets, lambda _: None)

    def unapply(self) -> None:
        """`domicile unapply`."""
        residence.unapply(self.config, lambda _: None)

    def move(self, **options: object) -> Report:
        """`domicile move`."""
        return relocation.move(self.config, as_of=AS_OF, **{**_USUAL, **options})  # type: ignore[arg-type]

    def return_(self, **options: object) -> Report:
        """`domicile return`."""
        return relocation.return_(self.config, **{**_USUAL, **options})  # type: ignore[arg-type]

    def verify(self) -> Verification:
        """`domicile verify`."""
        return evidence.verify(self.config, lambda _table, _rows: None)


@pytest.fixture
def deploy(
    database: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., World]]:
    """Make a world: `deploy(schema, map_toml, homes=("RU", "KZ"))`.

    `schema` is SQL for the hub; role `app` gets every right on its tables. `map_toml` has the
    `[[subject]]` and `[[table]]` sections; hub, homes and the service's profile are added.
    """
    with ExitStack() as stack:

        def make(
            schema: str,
            map_toml: str,
            homes: tuple[str, ...] = ("RU", "KZ"),
            profile: str = PROFILE,
        ) -> World:
            dsns = {name: database(name) for name in ("hub", *homes)}
            with psycopg.connect(dsns["hub"]) as conn:
                conn.execute(schema.encode())
                conn.execute(_GRANTS)
            for name, dsn in dsns.items():
                monkeypatch.setenv(f"TEST_DSN_{name.upper()}", dsn)
            servers = '[hub]\ndsn = "env:TEST_DSN_HUB"\ncountry = "US"\napp_roles = ["app"]\n'
            servers += "".join(f'[homes.{c}]\ndsn = "env:TEST_DSN_{c}"\n' for c in homes)
            path = tmp_path / "domicile.toml"
            path.write_text(servers + profile + map_toml, encoding="utf-8")
            return World(dsns, load(path), stack)

        yield make


_GRANTS = b"""
DO $$
DECLARE s text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN CREATE ROLE app; END IF;
    FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)' LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO app', s);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE'
                       ' ON ALL TABLES IN SCHEMA %I TO app', s);
        EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO app', s);
    END LOOP;
END $$
"""
