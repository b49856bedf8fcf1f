"""The probe on real servers: what it reads when somebody waits, lags or keeps WAL."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from domicile.catalog.run import load_map
from domicile.errors import PreparationError, ServerUnavailable
from domicile.pg import servers as pg_servers
from domicile.pg.embedded import Cluster
from domicile.relocation import probe as probe_module
from domicile.relocation.pace import Limits, Pace, Reading
from domicile.relocation.probe import Probe, hold, watching
from domicile.relocation.window import Window
from fix_pg import SETTINGS, eventually

if TYPE_CHECKING:
    from conftest import Town
    from domicile.catalog.model import DataMap
    from fix_world import World


Connection = psycopg.Connection[tuple[object, ...]]


@pytest.fixture(scope="module")
def servers() -> Iterator[Cluster]:
    """Servers that can be followed."""
    with Cluster.attached(settings={**SETTINGS, "wal_level": "logical"}) as cluster:
        yield cluster


@pytest.fixture
def probe() -> Iterator[Callable[..., Probe]]:
    """`probe(town, p99_ms=5)` reads the hub of a town."""
    made: list[Probe] = []

    def make(world: World, **limits: float) -> Probe:
        made.append(Probe(world.config, _map(world), Limits(**limits)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        each.close()


def _map(world: World) -> DataMap:
    with pg_servers.hub(world.config) as conn:
        return load_map(conn, world.config)


def test_latency_is_that_of_small_transactions(
    settle: Callable[..., Town], probe: Callable[..., Probe]
) -> None:
    """Each sample reads a person's directory row and commits a record to disk."""
    town = settle(5_000)
    reader = probe(town.world, p99_ms=5)
    (before,) = town.world.rows("SELECT pg_current_wal_flush_lsn()::text")[0]
    reading = reader.read()
    assert len(reading.latencies_ms) == 5
    assert all(0 < latency_ms < 60_000 for latency_ms in reading.latencies_ms)
    assert (reading.blocked, reading.lag_s, reading.wal_bytes) == (0, None, None)
    flushed = "SELECT pg_current_wal_flush_lsn() > %s::pg_lsn"
    assert town.world.rows(flushed, before) == [(True,)]
    assert "directory_person" in next(reader._reads).as_string(None)


def test_who_waits_for_a_mover_is_seen_and_who_waits_for_others_is_not(
    settle: Callable[..., Town], probe: Callable[..., Probe]
) -> None:
    """Two sessions that wait for a mover's lock count; one that waits for the application's not."""
    town = settle(10)
    reader = probe(town.world, p99_ms=5)
    mover = town.world.connect(application_name="domicile")
    other = town.world.connect(application_name="other")
    mover.execute("BEGIN; SELECT FROM person WHERE id IN (1, 3) FOR UPDATE")
    other.execute("BEGIN; SELECT FROM person WHERE id = 2 FOR UPDATE")

    def write(number: int) -> None:
        town.world.connect(application_name="app").execute(
            "UPDATE person SET seen = 1 WHERE id = %s", (number,)
        )

    threads = [threading.Thread(target=write, args=(n,), daemon=True) for n in (1, 2, 3)]
    for thread in threads:
        thread.start()
    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    assert eventually(lambda: town.world.rows(waiting) == [(3,)])
    assert eventually(lambda: reader.read().blocked == 2)
    mover.execute("ROLLBACK")
    other.execute("ROLLBACK")
    assert eventually(lambda: not any(thread.is_alive() for thread in threads))
    assert reader.read().blocked == 0


@pytest.fixture
def follow(database: Callable[[str], str]) -> Iterator[Callable[[World], Connection]]:
    """`follow(world)` makes `paris` a subscriber of the hub; a connection to it.

    It follows one table, `told`. It answers, and lags, as a standby does.
    """
    opened: list[Connection] = []

    def make(world: World) -> Connection:
        paris = psycopg.connect(database("paris"), autocommit=True)
        opened.append(paris)
        paris.execute("CREATE TABLE told (id int PRIMARY KEY)")
        world.hub.execute("CREATE TABLE told (id int PRIMARY KEY)")
        world.hub.execute("CREATE PUBLICATION told FOR TABLE told")
        source = sql.Literal(make_conninfo(world.dsns["hub"], application_name="paris"))
        subscribe = "CREATE SUBSCRIPTION paris CONNECTION {} PUBLICATION told"
        paris.execute(sql.SQL(subscribe).format(source))
        return paris

    yield make
    for paris in opened:
        paris.execute("DROP SUBSCRIPTION paris")
        paris.close()


def test_a_follower_that_does_not_keep_up_is_seen_until_it_does(
    settle: Callable[..., Town],
    probe: Callable[..., Probe],
    follow: Callable[[World], Connection],
) -> None:
    """Held up by a lock, it lags for as long as it is; then it does not."""
    world = settle(10).world
    reader = probe(world, max_lag_s=5)
    assert reader.read().lag_s is None
    paris = follow(world)
    assert eventually(lambda: reader.read().lag_s == 0)
    with paris.transaction():
        paris.execute("LOCK TABLE told")
        world.hub.execute("INSERT INTO told VALUES (1)")
        assert eventually(lambda: (reader.read().lag_s or 0) > 0.5)
        assert reader.read().standby == "paris"
    assert eventually(lambda: reader.read().lag_s == 0)


def test_wal_that_a_slot_keeps_is_seen(
    settle: Callable[..., Town], probe: Callable[..., Probe]
) -> None:
    """A slot that nobody reads keeps WAL; a checkpoint alone does not free it."""
    world = settle(10).world
    reader = probe(world, max_wal_bytes=1 << 20)
    world.hub.execute("SELECT pg_create_logical_replication_slot('idle', 'pgoutput')")
    try:
        world.hub.execute("CREATE TABLE big AS SELECT i, repeat('x', 900) FROM"
                          " generate_series(1, 3000) i")  # fmt: skip
        world.hub.execute("CHECKPOINT")
        reading = reader.read()
    finally:
        world.hub.execute("SELECT pg_drop_replication_slot('idle')")
    assert reading.wal_for == "by replication slots"
    assert (reading.wal_bytes or 0) > 2 << 20
    assert (reader.read().wal_bytes or 0) < reading.wal_bytes  # type: ignore[operator]


def test_a_role_that_may_not_see_the_standbys_is_told_what_it_lacks(
    settle: Callable[..., Town],
    probe: Callable[..., Probe],
    follow: Callable[[World], Connection],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A guard that sees nothing would be none; WAL is guarded by what everybody may read."""
    world = settle(10).world
    follow(world)
    follower, reader = probe(world, max_lag_s=5), probe(world, p99_ms=5, max_wal_bytes=1)
    following = "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"
    assert eventually(lambda: world.rows(following) == [(1,)])
    world.hub.execute("GRANT USAGE ON SCHEMA domicile TO app")
    world.hub.execute("GRANT SELECT ON domicile.directory_person TO app")
    options = make_conninfo(world.dsns["hub"], options="-c role=app")
    monkeypatch.setenv("TEST_DSN_HUB", options)
    with pytest.raises(PreparationError) as refused:
        follower.read()
    assert "pg_monitor" in refused.value.hint
    assert (reader.read().wal_bytes or 0) > 0
    assert len(reader.read().latencies_ms) == 5


def test_movers_wait_while_the_hub_is_over_its_limits_and_go_on_by_themselves(
    settle: Callable[..., Town], follow: Callable[[World], Connection]
) -> None:
    """From the limit to the wait and back, with the probe in its thread."""
    world = settle(10).world
    paris = follow(world)
    reasons: list[str] = []
    with watching(world.config, _map(world), Limits(max_lag_s=0.7, p99_ms=60_000)) as pace:
        assert eventually(lambda: pace.before().seconds == 0)
        with paris.transaction():
            paris.execute("LOCK TABLE told")
            world.hub.execute("INSERT INTO told VALUES (1)")
            assert eventually(lambda: pace.before().seconds > 0)
            mover = threading.Thread(target=hold, args=(pace, reasons.append), daemon=True)
            mover.start()
            assert eventually(lambda: len(reasons) > 1)
        assert eventually(lambda: not mover.is_alive())
    assert all("standby paris lags" in reason for reason in reasons)


def test_a_probe_that_lost_its_connection_comes_back(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An administrator who ends it does no harm; a hub that stays away is an error."""
    world = settle(10).world
    readings: list[Reading] = []
    observe = Pace.observe
    monkeypatch.setattr(Pace, "observe", lambda *it: (readings.append(it[1]), observe(*it)))
    probes = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    mine = f"{probes} WHERE application_name = 'domicile' AND datname = current_database()"
    with watching(world.config, _map(world), Limits(max_wal_bytes=1 << 40)) as pace:
        assert eventually(lambda: world.rows(mine) == [(1,)])
        seen = len(readings)
        assert eventually(lambda: len(readings) > seen + 1)
        assert pace.before().seconds == 0
        monkeypatch.setattr(probe_module, "_PATIENCE", 1)
        world.hub.execute("SELECT 1")
        monkeypatch.setenv("TEST_DSN_HUB", "host=127.0.0.1 port=1 dbname=none user=none")
        assert world.rows(mine) == [(1,)]
        assert eventually(lambda: pace._error is not None)
        with pytest.raises(ServerUnavailable):
            pace.before()


def test_who_waits_for_a_window_ends_when_the_others_do(settle: Callable[..., Town]) -> None:
    """A worker that is told to stop does not wait for the night."""
    world = settle(10).world
    clock = datetime.now(UTC)
    window = Window((clock + timedelta(hours=2)).time(), (clock + timedelta(hours=3)).time())
    reasons: list[str] = []
    with watching(world.config, _map(world), Limits(window=window)) as pace:
        hold(pace, reasons.append, lambda: bool(reasons))
    assert reasons == [f"waiting: the window {window} is closed"]


def test_no_limit_no_connection(settle: Callable[..., Town]) -> None:
    """Nobody pays for what was not asked for."""
    world = settle(10).world
    ours = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'domicile'"
    for limits in (Limits(), Limits(rate=5)):
        before = world.rows(ours)
        with watching(world.config, _map(world), limits) as pace:
            assert eventually(lambda: world.rows(ours) <= before)  # noqa: B023
            hold(pace, lambda _: None)
