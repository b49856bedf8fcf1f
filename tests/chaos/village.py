"""A village on four servers with a network that can fail, made once and put back many times."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from chaos.zygote import Worker, Zygote
from domicile.config import Config, load
from domicile.evidence import run as evidence
from domicile.pg.embedded import Cluster
from domicile.placement.run import assess
from domicile.residence import run as residence
from fix_proxy import Network
from fix_world import _GRANTS, PROFILE

Connection = psycopg.Connection[tuple[object, ...]]
AS_OF = date(2026, 11, 21)
#: RU and DE are moved, KZ is mirrored.
HOMES = ("RU", "KZ", "DE")
COUNTRIES = ("RU", "US", "KZ", "DE", "Atlantis")
PERSONAL = {"person": ("name", "email"), "address": ("street",), "note": ("body",)}
TABLES = tuple(PERSONAL)
PEOPLE = 30
_SCHEMA = """
CREATE TABLE address (
    id int PRIMARY KEY, street text NOT NULL, version int NOT NULL DEFAULT 0);
CREATE TABLE person (
    id int PRIMARY KEY, country text NOT NULL, address_id int REFERENCES address,
    name text NOT NULL, email text UNIQUE, version int NOT NULL DEFAULT 0,
    changed int NOT NULL DEFAULT 0);
CREATE INDEX ON person (address_id);
CREATE TABLE note (
    id int PRIMARY KEY,
    person_id int NOT NULL REFERENCES person ON UPDATE CASCADE ON DELETE CASCADE,
    body text, version int NOT NULL DEFAULT 0);
CREATE INDEX ON note (person_id);
CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN NEW.changed := OLD.changed + 1; RETURN NEW; END $$;
CREATE TRIGGER count_change BEFORE UPDATE ON person
    FOR EACH ROW EXECUTE FUNCTION count_change();
-- Two neighbours share an address.
INSERT INTO address SELECT i, 'улица ' || i FROM generate_series(0, {people} / 2) i;
INSERT INTO person (id, country, address_id, name, email)
SELECT i, ('{countries}'::text[])[1 + i / 2 % 5], i / 2, 'имя "' || i || '"',
       CASE WHEN i % 7 > 0 THEN i || '@example.org' END
FROM generate_series(1, {people}) i;
INSERT INTO note SELECT i, 1 + i % {people}, CASE WHEN i % 9 > 0 THEN 'тело' || chr(10) || i END
FROM generate_series(1, {people} * 3 / 2) i;
"""
_MAP = """
[[subject]]
kind = "person"
table = "public.person"
[[subject.evidence]]
speaks_for = "residence"
column = "country"
[[table]]
table = "public.person"
subject = "person"
columns = { name = "user.name", email = "user.contact.email" }
[[table]]
table = "public.address"
subject = "person"
path = [{ from = "public.person", columns = ["address_id"] }]
columns = { street = "user.contact.address.street" }
[[table]]
table = "public.note"
subject = "person"
path = [{ columns = ["person_id"] }]
columns = { body = "user.content.private" }
"""
_numbers = itertools.count(1)
_PATIENCE_S = 20.0


@dataclass(slots=True, kw_only=True)
class Village:
    """A hub and its homes behind proxies, and `domicile` as a process."""

    cluster: Cluster
    network: Network
    zygote: Zygote
    config: Config
    dsns: dict[str, str]
    saved: dict[str, dict[str, list[sql.Identifier]]] = field(default_factory=dict)
    _opened: dict[str, Connection] = field(default_factory=dict)

    def at(self, name: str) -> Connection:
        """An autocommit connection to a server as the superuser, opened again when it is lost."""
        conn = self._opened.get(name)
        if conn is not None and not conn.closed:
            try:
                conn.execute("SELECT 1")
            except psycopg.OperationalError:
                conn.close()
        if conn is None or conn.closed:
            conn = self._opened[name] = psycopg.connect(self.dsns[name], autocommit=True)
        return conn

    def rows(self, query: str, *params: object, at: str = "hub") -> list[tuple[object, ...]]:
        """The rows of a query."""
        return self.at(at).execute(query.encode(), params or None).fetchall()

    def app(self, *, view: bool = True) -> Connection:
        """A new connection as the application has it."""
        conn = psycopg.connect(self.dsns["hub"], autocommit=True)
        conn.execute("SET ROLE app")
        conn.execute("SET search_path = resident, public" if view else "SET search_path = public")
        conn.execute("SET statement_timeout = '30s'")  # who waits that long hangs
        return conn

    def start(self, *arguments: str) -> Worker:
        """`domicile` as a process; its connections lead through the proxies."""
        tail = ["--config", str(self.config.source)]
        if arguments[0] == "move":
            tail += ["--as-of", AS_OF.isoformat()]
        if arguments[0] in ("move", "return") and "--patience" not in arguments:
            tail += ["--patience", str(int(_PATIENCE_S))]
        return self.zygote.start(*arguments, *tail)

    def run(self, *arguments: str) -> int:
        """The exit status of `domicile`."""
        return self.start(*arguments).wait()

    def verify(self) -> list[dict[str, object]]:
        """What `domicile verify` finds."""
        found = evidence.verify(self.config, lambda _table, _rows: None).to_dict()
        assert found["unavailable"] == []
        return found["violations"]  # type: ignore[return-value]

    def kill(self, *names: str) -> None:
        """SIGKILL for every process of these servers."""
        for name in names:
            self.cluster[name].kill()

    def mend(self) -> None:
        """Every server runs, the network is whole, and no session of a mover is left."""
        self.network.heal()
        self.cluster.start("hub", *HOMES)
        deadline = time.monotonic() + _PATIENCE_S
        busy = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE application_name = 'domicile' AND datname = current_database()"
        )
        while any(self.rows(busy, at=name) != [(0,)] for name in ("hub", *HOMES)):
            assert time.monotonic() < deadline, "a session of a dead mover does not end"
            time.sleep(0.005)

    def save(self, state: str) -> None:
        """Keep what the hub and the homes have now, to come back to it with `load`."""
        self.saved[state] = {}
        for name in ("hub", *HOMES):
            listed = self.rows(
                "SELECT schemaname, tablename FROM pg_tables"
                " WHERE schemaname IN ('public', 'domicile') ORDER BY 1, 2",
                at=name,
            )
            tables = [sql.Identifier(str(schema), str(table)) for schema, table in listed]
            self.saved[state][name] = tables
            conn = self.at(name)
            conn.execute("CREATE SCHEMA IF NOT EXISTS saved")
            for table in tables:
                copy = _copy_of(table, state)
                conn.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(copy))
                conn.execute(sql.SQL("CREATE TABLE {} AS TABLE {}").format(copy, table))

    def load(self, state: str) -> None:
        """Hub and homes have what they had, without a trigger having fired."""
        for name, tables in self.saved[state].items():
            steps = [sql.SQL("SET LOCAL session_replication_role = replica")]
            for table in tables:
                steps.append(sql.SQL("DELETE FROM {}").format(table))
                steps.append(
                    sql.SQL("INSERT INTO {} OVERRIDING SYSTEM VALUE TABLE {}").format(
                        table, _copy_of(table, state)
                    )
                )
            with self.at(name).transaction():
                self.at(name).execute(sql.SQL("; ").join(steps))

    def close(self) -> None:
        """No connection is left open."""
        for conn in self._opened.values():
            conn.close()


@contextmanager
def settle(cluster: Cluster, folder: Path, people: int = PEOPLE) -> Iterator[Village]:
    """A village with `apply` done and nobody moved, saved as `hub`."""
    with ExitStack() as stack:
        dsns = {name: _database(cluster, name, stack) for name in ("hub", *HOMES)}
        network = Network()
        stack.callback(network.close)
        schema = _SCHEMA.replace("{people}", str(people))
        schema = schema.replace("{countries}", "{" + ",".join(COUNTRIES) + "}")
        with psycopg.connect(dsns["hub"]) as conn:
            conn.execute(schema.encode())
            conn.execute(_GRANTS)
        path = folder / "village.toml"
        path.write_text(_servers(cluster, network, dsns) + PROFILE + _MAP, encoding="utf-8")
        config = load(path)
        residence.apply(config, assess(config, AS_OF).targets, lambda _: None)
        zygote = stack.enter_context(Zygote(folder))
        village = Village(cluster=cluster, network=network, zygote=zygote, config=config, dsns=dsns)
        stack.callback(village.close)
        village.save("hub")
        for name in dsns:
            village.at(name).execute("CHECKPOINT")  # so that a killed server is soon back
        yield village


def _servers(cluster: Cluster, network: Network, dsns: dict[str, str]) -> str:
    """The config's servers: movers and the hub's foreign servers each have proxies of their own."""

    def behind(proxy: str, name: str) -> str:
        port = network.add(proxy, lambda: ("127.0.0.1", cluster[name].port))
        return make_conninfo(dsns[name], port=port)

    text = f'[hub]\ndsn = "{behind("hub", "hub")}"\ncountry = "US"\napp_roles = ["app"]\n'
    for name in HOMES:
        text += f'[homes.{name}]\ndsn = "{behind(name, name)}"\n'
        text += f'hub_dsn = "{behind(f"hub to {name}", name)}"\n'
    return text


def _database(cluster: Cluster, server: str, stack: ExitStack) -> str:
    """The DSN of a fresh database, dropped at the end."""
    name = f"village_{next(_numbers)}"
    admin = cluster[server].dsn(socket=True)

    def execute(statement: sql.Composed) -> None:
        cluster[server].start()
        with psycopg.connect(admin, autocommit=True) as conn:
            conn.execute(statement)

    execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    stack.callback(execute, drop)
    dsn = cluster[server].dsn(name)
    assert conninfo_to_dict(dsn)["host"] == "127.0.0.1"
    return dsn


def _copy_of(table: sql.Identifier, state: str) -> sql.Identifier:
    schema, name = table._obj
    return sql.Identifier("saved", f"{state} {schema} {name}")
