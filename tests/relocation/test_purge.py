"""What a home forgets after a return, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Town


def test_an_old_snapshot_reads_everybody_until_it_ends(settle: Callable[..., Town]) -> None:
    """A REPEATABLE READ snapshot from before a return still asks the homes; the purge waits."""
    town = settle(20)
    town.world.move()
    old = town.world.app()
    old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    assert old.execute("SELECT * FROM person ORDER BY id").fetchall() == town.before["person"]

    report = town.world.return_(patience_s=0.2)
    assert report.unpurged > 0
    assert old.execute("SELECT * FROM person ORDER BY id").fetchall() == town.before["person"]
    assert old.execute("SELECT * FROM note ORDER BY id").fetchall() == town.before["note"]
    assert town.world.verify().found == 0

    again = town.world.move(patience_s=0.2)  # the same rows come back before they were purged
    assert again.subjects == report.subjects
    assert old.execute("SELECT * FROM person ORDER BY id").fetchall() == town.before["person"]
    old.execute("COMMIT")
    town.world.move()
    town.check_moved()
    assert town.world.return_().unpurged == 0
    town.check_returned()


def test_a_purge_spares_a_row_that_took_the_key(settle: Callable[..., Town]) -> None:
    """A key that was returned, deleted and given to a resident's new row is not purged."""
    town = settle(20)
    town.world.move()
    old = town.world.app()
    old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    old.execute("SELECT count(*) FROM person")
    russian = town.expected_at("RU", "person")[0]
    assert town.world.return_(patience_s=0, where=f"s.id = {russian}").unpurged > 0
    (note,) = town.world.rows("SELECT min(id) FROM note WHERE person_id = %s", russian)[0]
    other = town.expected_at("RU", "person")[1]
    app = town.world.app()
    app.execute("DELETE FROM note WHERE id = %s", (note,))
    app.execute("INSERT INTO note VALUES (%s, %s, 'another', 'kind')", (note, other))
    old.execute("COMMIT")
    town.world.move(where="false")  # purges

    assert app.execute("SELECT body FROM note WHERE id = %s", (note,)).fetchall() == [("another",)]
    assert town.world.verify().found == 0


def test_a_shared_row_stays_until_its_last_person_returns(settle: Callable[..., Town]) -> None:
    """Two people share an address: while one is resident it is at home and reachable by both."""
    town = settle(20)
    town.world.move()
    one, two = town.expected_at("RU", "person")[1:3]
    shared = "SELECT address_id FROM person WHERE id IN (%s, %s) GROUP BY 1"
    ((address,),) = town.world.rows(shared, one, two)

    town.world.return_(where=f"s.id = {one}")
    assert town.world.rows("SELECT street FROM address WHERE id = %s", address) == [(None,)]
    assert address in town.ids("address", "RU")
    assert town.whole() == town.before
    assert town.world.verify().found == 0
    town.world.return_(where=f"s.id = {two}")
    assert address not in town.ids("address", "RU")
    assert town.whole() == town.before
    assert town.world.verify().found == 0
    town.world.move()
    town.check_moved()
