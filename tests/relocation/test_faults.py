"""Homes and servers that refuse: a clear error, nothing lost, and the same command again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.errors import ComparisonFailed, DatabaseError, DomicileError
from domicile.pg.embedded import Cluster
from domicile.relocation import store
from domicile.relocation.session import Session

if TYPE_CHECKING:
    from conftest import Town


def test_a_home_that_is_down_keeps_only_its_own_people(
    settle: Callable[..., Town], servers: Cluster
) -> None:
    """The others move; its people stay whole in the hub until a later run (I4)."""
    town = settle(20)
    servers["RU"].stop()
    report = town.world.move()
    assert list(report.unavailable) == ["RU"]
    left = "SELECT count(*) FROM person WHERE country = %s AND name IS NOT NULL"
    assert town.world.rows(left, "DE") == [(0,)]
    assert town.world.rows(left, "RU") == [(len(town.expected_at("RU", "person")),)]
    servers["RU"].start()
    town.world.opened.clear()
    assert town.world.move().unavailable == {}
    town.check_moved()


def test_a_home_that_changes_values_is_found_out(settle: Callable[..., Town]) -> None:
    """R4: nothing is blanked, and the message has no value in it (I7)."""
    town = settle(20)
    home = town.world.at("RU")
    home.execute(
        "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN NEW.body := upper(NEW.body); RETURN NEW; END $$"
    )
    home.execute("CREATE TRIGGER shout BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION shout()")
    with pytest.raises(ComparisonFailed) as raised:
        town.world.move()
    assert "ody" not in str(raised.value)
    blank = "SELECT count(*) FROM person WHERE name IS NULL AND country = 'RU'"
    assert town.world.rows(blank) == [(0,)]
    assert town.whole() == town.before
    home.execute("DROP TRIGGER shout ON note")
    town.world.move()
    town.check_moved()


@pytest.mark.parametrize(
    ("server", "break_it", "mend_it"),
    [
        ("RU", "ALTER TABLE note RENAME body TO other", "ALTER TABLE note RENAME other TO body"),
        ("RU", "ALTER TABLE note ALTER body TYPE int USING 1",
         "ALTER TABLE note ALTER body TYPE text"),
        ("RU", "ALTER DATABASE {} SET default_transaction_read_only = on",
         "ALTER DATABASE {} RESET default_transaction_read_only"),
        ("hub", "ALTER DATABASE {} SET statement_timeout = '1ms'",
         "ALTER DATABASE {} RESET statement_timeout"),
    ],
    ids=["no such column", "other type", "read-only", "statement_timeout"],
)  # fmt: skip
def test_a_server_that_refuses_is_named(
    settle: Callable[..., Town], server: str, break_it: str, mend_it: str
) -> None:
    """Drift, read-only homes and timeouts are errors of ours; when mended, the run goes on."""
    town = settle(20)
    with psycopg.connect(town.world.dsns[server], autocommit=True) as conn:
        base = conn.info.dbname
        conn.execute(break_it.format(base).encode())
        with pytest.raises(DomicileError) as raised:
            town.world.move()
        assert server in str(raised.value)
        conn.execute("SET default_transaction_read_only = off")
        conn.execute(mend_it.format(base).encode())
    assert town.world.rows("SELECT count(*) FROM person WHERE name IS NULL AND country = 'RU'") == [
        (0,)
    ]
    town.world.move()
    town.check_moved()


@pytest.mark.parametrize("how", ["cancel", "terminate"])
def test_an_administrator_stops_a_batch(
    settle: Callable[..., Town], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """57014 and a terminated backend after R4: nothing is lost, the next run finishes."""
    town = settle(20)
    whole = store._log_in_hub

    def interrupted(hub: Session, batch: store.Batch) -> None:
        if how == "cancel":
            hub.run(store.sql.SQL("SET LOCAL statement_timeout = '1ms'"))
            hub.run(store.sql.SQL("SELECT pg_sleep(1)"))
        town.world.hub.execute("SELECT pg_terminate_backend(%s)", (hub.conn.info.backend_pid,))
        whole(hub, batch)

    with monkeypatch.context() as patch:
        patch.setattr(store, "_log_in_hub", interrupted)
        with pytest.raises(DomicileError) as raised:
            town.world.move()
    assert isinstance(raised.value, DatabaseError) == (how == "cancel")
    assert town.whole() == town.before
    town.world.move()
    town.check_moved()
