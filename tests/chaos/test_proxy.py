"""The network that fails on purpose does just what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from domicile.pg.embedded import Cluster
from domicile.relocation.steps import FLIP, FLIP_COMMIT
from fix_proxy import Network

Link = psycopg.Connection[tuple[object, ...]]


@pytest.fixture
def link(servers: Cluster, database: Callable[[str], str], network: Network) -> Iterator[Link]:
    """A connection through a proxy, and a table `t (n int)`."""
    direct = database("hub")
    port = network.add("hub", lambda: ("127.0.0.1", servers["hub"].port))
    with psycopg.connect(direct, autocommit=True) as conn:
        conn.execute("CREATE TABLE t (n int)")
        with psycopg.connect(make_conninfo(direct, port=port), autocommit=True) as link:
            link.info.parameter_status("server_version")
            yield link


def count(servers: Cluster, link: Link) -> object:
    """How many rows the table has, asked past the proxy."""
    with psycopg.connect(servers["hub"].dsn(link.info.dbname)) as conn:
        return conn.execute("SELECT count(*) FROM t").fetchall()[0][0]


@pytest.mark.parametrize(("answered", "kept"), [(False, 0), (True, 1)])
def test_a_cut_loses_the_statement_or_its_answer(
    servers: Cluster, network: Network, link: Link, answered: bool, kept: int
) -> None:
    """Before the statement nothing has happened; after it the server has done it."""
    trap = network.trap(FLIP.name, 2, answered=answered)
    statement = (FLIP.mark + "INSERT INTO t VALUES (%s)").encode()
    with ThreadPoolExecutor() as pool:
        link.execute(statement, (1,))
        running = pool.submit(link.execute, statement, (2,))
        assert trap.wait()
        assert count(servers, link) == 1 + kept
        trap.cut()
        with pytest.raises(psycopg.OperationalError):
            running.result()
    assert link.broken
    assert (trap.server, network.seen) == ("hub", [FLIP.name] * 2)


def test_a_prepared_statement_keeps_its_step(network: Network, link: Link) -> None:
    """The driver sends the text once and then a name: each run counts all the same."""
    for number in range(12):
        link.execute((FLIP.mark + "SELECT %s::int").encode(), (number,))
    with link.transaction():
        link.execute(FLIP_COMMIT.mark.encode() + b"SELECT 1", prepare=True)
    assert network.seen == [FLIP.name] * 12 + [FLIP_COMMIT.name]


@pytest.mark.parametrize("answered", [False, True])
def test_a_message_is_torn_in_the_middle(
    servers: Cluster, network: Network, link: Link, answered: bool
) -> None:
    """Half of a statement is nothing to the server; half of an answer is an error here."""
    trap = network.trap(FLIP.name, answered=answered)
    with ThreadPoolExecutor() as pool:
        running = pool.submit(link.execute, FLIP.mark.encode() + b"INSERT INTO t VALUES (1)")
        assert trap.wait()
        trap.tear()
        with pytest.raises(psycopg.OperationalError):
            running.result()
    assert count(servers, link) == int(answered)


def test_copy_passes_and_its_end_can_be_lost(
    servers: Cluster, network: Network, link: Link
) -> None:
    """COPY IN has an answer before its data: what is held is the one after them."""
    trap = network.trap(FLIP.name, answered=True)

    def copy() -> None:
        with link.cursor().copy(FLIP.mark.encode() + b"COPY t FROM STDIN") as rows:
            rows.write_row((1,))

    with ThreadPoolExecutor() as pool:
        running = pool.submit(copy)
        assert trap.wait()
        assert count(servers, link) == 1
        trap.cut()
        with pytest.raises(psycopg.OperationalError):
            running.result()


def test_stalled_refused_and_healed(network: Network, link: Link) -> None:
    """What is stalled arrives late; who is refused may come again later."""
    network.stall("hub")
    with ThreadPoolExecutor() as pool:
        running = pool.submit(link.execute, "SELECT 1")
        assert not running.done()
        network.heal()
        assert running.result().fetchall() == [(1,)]
    network.refuse("hub")
    through = make_conninfo(link.info.dsn, password=link.info.password)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(through)
    network.heal()
    psycopg.connect(through).close()
    network.sever("hub")
    with pytest.raises(psycopg.OperationalError):
        link.execute("SELECT 1")
