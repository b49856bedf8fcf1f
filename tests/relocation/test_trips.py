"""Where people go, and what a move leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Town


def test_everybody_moves_and_returns_and_it_is_not_a_change(settle: Callable[..., Town]) -> None:
    """Moves and returns change no column but the personal ones, and a second run does nothing."""
    town = settle()

    report = town.world.move()
    assert (report.waiting, report.unpurged, report.unavailable) == (0, 0, {})
    town.check_moved()  # last_update is one of the compared columns (I8)
    again = town.world.move()
    assert (again.subjects, again.rows, again.batches) == (0, 0, 0)
    assert town.world.rows("SELECT DISTINCT name FROM person WHERE country = 'KZ'") != [(None,)]

    assert town.world.return_().subjects == report.subjects
    town.check_returned()
    assert town.world.return_().subjects == 0


def test_home_where_and_limit_choose_people(settle: Callable[..., Town]) -> None:
    """--home, --where and --limit narrow a run; whoever was left out moves with a later one."""
    town = settle()
    move, resident = town.world.move, "SELECT k1 FROM domicile.directory_person WHERE home = %s"

    russians = town.expected_at("RU", "person")
    assert move(home="RU", limit=3).subjects == 3
    assert [row[0] for row in town.world.rows(f"{resident} ORDER BY 1", "RU")] == russians[:3]
    assert move(where=f"s.id = {russians[5]}").subjects == 1
    assert move(home="DE").subjects == len(town.expected_at("DE", "person"))
    assert town.world.rows(resident, "KZ") == []
    assert town.world.verify().found == 0
    move()
    town.check_moved()

    assert town.world.return_(home="RU", where=f"s.id <= {russians[1]}").subjects == 2
    assert town.world.return_(home="RU", limit=1).subjects == 1
    assert town.world.verify().found == 0
    assert town.whole() == town.before
    town.world.return_()
    town.check_returned()


def test_changed_evidence_carries_people_from_home_to_home(settle: Callable[..., Town]) -> None:
    """RU -> DE does not touch the hub's tables; people of unknown countries stay."""
    town = settle(20)
    town.world.move()
    hub = town.world.hub
    hub.execute("CREATE TABLE seen_names (name text)")
    hub.execute(
        "CREATE FUNCTION spy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " INSERT INTO seen_names VALUES (NEW.name); RETURN NULL; END $$"
    )
    hub.execute(
        "CREATE TRIGGER spy AFTER UPDATE ON person FOR EACH ROW WHEN (NEW.name IS NOT NULL)"
        " EXECUTE FUNCTION spy()"
    )
    hub.execute("ALTER TABLE person ENABLE ALWAYS TRIGGER spy")
    hub.execute("ALTER TABLE person DISABLE TRIGGER touch")

    hub.execute("UPDATE person SET country = 'DE' WHERE country = 'RU'")
    hub.execute("UPDATE person SET country = 'Lemuria' WHERE country = 'KZ'")
    hub.execute("TRUNCATE seen_names")  # the mirrored are whole in the hub, and were seen
    assert town.world.move().subjects > 0
    assert town.world.rows("SELECT * FROM seen_names") == []
    assert town.ids("person", "RU") == []
    assert town.world.rows(
        "SELECT DISTINCT home FROM domicile.directory_person WHERE domicile = 'KZ'"
    ) == [("KZ",)]

    hub.execute("DROP TRIGGER spy ON person")
    hub.execute("UPDATE person SET country = 'RU' WHERE country = 'Lemuria'")  # mirrored -> moved
    hub.execute("UPDATE person SET country = 'KZ' WHERE country = 'DE' AND address_id % 2 = 0")
    hub.execute("UPDATE person SET country = 'US' WHERE country = 'DE'")
    town.world.move()
    town.before = {**town.before, "person": town.whole()["person"]}
    town.check_moved()


#: With these on record data may leave Russia, so that the primary reading leaves a mirror.
_PAPERS = """
[[instrument]]
law = "ru-152-fz-art12"
kind = "notification"
to_country = "US"
since = 2024-01-01
reference = "made up for a test"
[[instrument]]
law = "ru-152-fz-art12"
kind = "impact-assessment"
to_country = "US"
since = 2024-01-01
reference = "made up for a test"
"""


def test_a_changed_law_turns_a_mirror_into_a_move_and_back(settle: Callable[..., Town]) -> None:
    """A mirror has the values in the hub again; a move takes them out, after a comparison."""
    town = settle(20)
    town.world.move()
    blank = "SELECT count(*) FILTER (WHERE name IS NULL) FROM person WHERE country = 'RU'"
    russians = len(town.expected_at("RU", "person"))
    assert town.world.rows(blank) == [(russians,)]

    from domicile.config import load

    strict = town.world.config
    text = strict.source.read_text("utf-8")
    loose = strict.source.with_name("loose.toml")
    loose.write_text(text.replace('"strict"', '"primary"') + _PAPERS, encoding="utf-8")
    town.world.config = load(loose)
    town.world.move()
    changed = town.world.rows(blank)
    assert town.whole() == town.before
    assert town.world.verify().found == 0
    town.world.config = strict
    town.world.move()
    assert changed == [(0,)]
    town.check_moved()
