"""Connections: what may leave the machine, and what an error may say."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from domicile.errors import ConfigError, DatabaseError, DomicileError, ServerUnavailable, TryAgain
from domicile.pg.connection import check_transport, connect, session, translated
from fix_pg import eventually

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = [
    "dbname=x",
    "host=localhost",
    "host=127.0.0.1",
    "host=127.8.9.1 user=u",
    "host=::1",
    "postgresql://[::1]:5432/db",
    "host=/run/postgresql",
    "host=@abstract",
    "host=somewhere.example hostaddr=127.0.0.1",
    "host=localhost,127.0.0.1",
]
PROTECTED = [
    "host=db.example sslmode=verify-full",
    "postgresql://db.example/x?sslmode=verify-full",
    "host=a.example,b.example sslmode=verify-full",
    "service=shop sslmode=verify-full",
]
PLAIN = [
    "host=db.example password=hunter2",
    "postgresql://u:hunter2@db.example/x",
    "host=10.0.0.1",
    "hostaddr=10.0.0.1 host=localhost",
    "host=localhost,db.example",
    "host=db.example,db.example hostaddr=127.0.0.1,",
    "host=db.example sslmode=require",
    "host=db.example sslmode=verify-ca",
    "service=shop",
]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a test itself sets."""
    for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLMODE", "PGPASSWORD"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("dsn", HERE + PROTECTED)
def test_a_protected_connection_passes(dsn: str) -> None:
    """On this machine, or with the server's name verified: every host of the list."""
    check_transport(dsn, what="hub.dsn", insecure=False)


@pytest.mark.parametrize("dsn", PLAIN)
def test_a_plain_connection_to_another_machine_is_refused(dsn: str) -> None:
    """Unless the config says that it is meant; the message has no part of the string."""
    with pytest.raises(ConfigError, match=r"^hub.dsn: a connection to another machine") as refused:
        check_transport(dsn, what="hub.dsn", insecure=False)
    check_transport(dsn, what="hub.dsn", insecure=True)

    assert "sslmode=verify-full" in refused.value.hint
    assert "hunter2" not in str(refused.value) + refused.value.hint


def test_what_libpq_takes_from_the_environment_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A string without a host goes where PGHOST says."""
    monkeypatch.setenv("PGHOST", "db.example")
    with pytest.raises(ConfigError):
        check_transport("dbname=x", what="hub.dsn", insecure=False)
    monkeypatch.setenv("PGSSLMODE", "verify-full")

    check_transport("dbname=x", what="hub.dsn", insecure=False)


@pytest.mark.parametrize("dsn", ["hunter2", "host=x colour=hunter2", "postgresql://u:hunter2@["])
def test_a_string_that_libpq_does_not_know_is_refused(dsn: str) -> None:
    """And not shown: a password may stand in the wrong place."""
    with pytest.raises(ConfigError, match="is not a PostgreSQL connection string") as refused:
        check_transport(dsn, what="hub.dsn", insecure=True)

    assert "hunter2" not in str(refused.value)


def test_a_value_looks_the_same_on_every_server(database: Callable[[str], str]) -> None:
    """Whatever the database and the role are set to."""
    dsn = database("hub")
    with psycopg.connect(dsn, autocommit=True) as conn:
        name = conn.info.dbname
        for setting in (
            "datestyle = 'German'",
            "timezone = 'Asia/Almaty'",
            "search_path = nowhere",
        ):
            conn.execute(f"ALTER DATABASE {name} SET {setting}".encode())
    shown = "SELECT '2020-01-02 00:00+00'::timestamptz::text, '1 year'::interval::text"
    with session(dsn, "hub") as conn:
        assert ("2020-01-02 00:00:00+00", "1 year") == conn.execute(shown).fetchone()
        assert ("pg_catalog, pg_temp",) == conn.execute("SHOW search_path").fetchone()


def test_the_strings_own_options_are_kept(database: Callable[[str], str]) -> None:
    """A role that is set there stays set, and our settings win over its own."""
    dsn = make_conninfo(database("hub"), options="-c work_mem=1234kB -c datestyle=German")
    with session(dsn, "hub") as conn:
        assert ("1234kB",) == conn.execute("SHOW work_mem").fetchone()
        assert ("ISO, YMD",) == conn.execute("SHOW datestyle").fetchone()


def test_a_session_commits_or_leaves_nothing(database: Callable[[str], str]) -> None:
    """What was done before an error is not there."""
    dsn = database("hub")
    with session(dsn, "hub") as conn:
        conn.execute("CREATE TABLE public.kept ()")
    with pytest.raises(DatabaseError), session(dsn, "hub") as conn:
        conn.execute("CREATE TABLE public.lost (); SELECT 1 / 0")
    with session(dsn, "hub") as conn:
        tables = conn.execute("SELECT relname::text FROM pg_class WHERE relnamespace = 2200")
        assert [("kept",)] == tables.fetchall()


REFUSED = {
    "23505": ("INSERT INTO public.t VALUES ('hunter2@x')", "constraint t_email_key"),
    "23514": ("INSERT INTO public.t VALUES ('hunter2')", "constraint t_email_check"),
    "23502": ("INSERT INTO public.t VALUES (NULL)", "column email"),
    "22P02": ("SELECT 'hunter2'::int", "InvalidTextRepresentation"),
    "42P01": ("SELECT * FROM public.hunter2", "UndefinedTable"),
    "P0001": ("DO $$ BEGIN RAISE EXCEPTION 'hunter2'; END $$", "RaiseException"),
    "23P01": ("INSERT INTO public.e VALUES ('[1,3]'), ('[2,4]')", "constraint e_r_excl"),
}


@pytest.mark.parametrize("state", REFUSED)
def test_an_error_names_the_rule_and_not_the_value(
    state: str, database: Callable[[str], str]
) -> None:
    """I7: SQLSTATE and names of objects survive; what the server wrote about the row does not."""
    statement, named = REFUSED[state]
    dsn = database("hub")
    with session(dsn, "hub") as conn:
        conn.execute("CREATE TABLE public.t (email text NOT NULL UNIQUE CHECK (email ~ '@'))")
        conn.execute("INSERT INTO public.t VALUES ('hunter2@x')")
        conn.execute("CREATE TABLE public.e (r int4range, EXCLUDE USING gist (r WITH &&))")

    with pytest.raises(DatabaseError) as refused, session(dsn, "home RU") as conn:
        conn.execute(statement.encode())

    assert state == refused.value.sqlstate
    assert str(refused.value).startswith("home RU: ")
    assert f"(SQLSTATE {state})" in str(refused.value)
    assert named in str(refused.value)
    assert "hunter2" not in str(refused.value) + refused.value.hint
    assert refused.value.__suppress_context__


def test_nothing_listens(database: Callable[[str], str]) -> None:
    """A server that is down is unavailable, which is worth another try."""
    with pytest.raises(ServerUnavailable, match="home RU is unavailable: no connection") as down:
        connect(make_conninfo(database("hub"), port=1), "home RU")

    assert 69 == down.value.exit_status
    assert "home RU" == down.value.server


def test_a_wrong_password_is_not_repeated(database: Callable[[str], str]) -> None:
    """It is told that the server is there: the network need not be looked at."""
    dsn = make_conninfo(database("hub"), password="hunter2")
    with pytest.raises(ServerUnavailable, match="it answers, and refuses") as refused:
        connect(dsn, "hub")

    assert "hunter2" not in str(refused.value)
    assert refused.value.__suppress_context__


def test_a_held_lock_means_try_again(database: Callable[[str], str]) -> None:
    """Somebody else works there: nothing is wrong."""
    dsn = database("hub")
    with session(dsn, "hub") as holder:
        holder.execute("CREATE TABLE public.t ()")
        holder.commit()
        holder.execute("LOCK public.t")
        with pytest.raises(TryAgain, match="LockNotAvailable") as held, session(dsn, "hub") as conn:
            conn.execute("SET lock_timeout = '10ms'; LOCK public.t")

    assert 75 == held.value.exit_status


def test_a_serialization_failure_means_try_again(database: Callable[[str], str]) -> None:
    """Another transaction came first."""
    dsn = database("hub")
    with session(dsn, "hub") as one:
        one.execute("CREATE TABLE public.t AS SELECT 1 AS a")
        one.commit()
        with session(dsn, "hub") as two:
            two.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            two.execute("SELECT * FROM public.t")
            one.execute("UPDATE public.t SET a = 2")
            one.commit()
            with pytest.raises(TryAgain, match="40001"), translated("hub"):
                two.execute("UPDATE public.t SET a = 3")
            two.rollback()


def test_a_terminated_session_means_unavailable(database: Callable[[str], str]) -> None:
    """At the statement that hears of it, and at the next."""
    dsn = database("hub")
    conn = connect(dsn, "hub", autocommit=True)
    with session(dsn, "hub") as other:
        other.execute("SELECT pg_terminate_backend(%s, 10000)", [conn.info.backend_pid])

    for _ in range(2):
        with pytest.raises(ServerUnavailable, match="hub is unavailable"), translated("hub"):
            conn.execute("SELECT 1")
    conn.close()


def test_a_cancelled_statement_says_so(database: Callable[[str], str]) -> None:
    """An administrator's word, not a fault: it is told what happened and what to do."""
    dsn = database("hub")
    caught: list[DomicileError] = []

    def wait_for_ever(pids: list[int]) -> None:
        try:
            with session(dsn, "hub") as conn:
                pids.append(conn.info.backend_pid)
                conn.execute("SELECT pg_sleep(3600)")
        except DomicileError as error:
            caught.append(error)

    pids: list[int] = []
    thread = threading.Thread(target=wait_for_ever, args=(pids,))
    thread.start()
    with session(dsn, "hub", autocommit=True) as dba:
        sleeping = "SELECT pid FROM pg_stat_activity WHERE pid = %s AND wait_event = 'PgSleep'"
        assert eventually(lambda: bool(pids and dba.execute(sleeping, pids).fetchone()))
        dba.execute("SELECT pg_cancel_backend(%s)", pids)
    thread.join(20)

    (error,) = caught
    assert isinstance(error, DatabaseError)
    assert "57014" == error.sqlstate
    assert "hub: QueryCanceled (SQLSTATE 57014)" == str(error)
    assert "cancelled" in error.hint


def test_an_error_of_the_driver_is_ours_too() -> None:
    """A mistake in how the driver is called does not pass with its values."""
    with pytest.raises(DatabaseError, match="hub: ProgrammingError in the driver") as refused:
        connect("hunter2", "hub")

    assert "hunter2" not in str(refused.value)
