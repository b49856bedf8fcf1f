"""`--repair`: what is safe is mended, nothing is ever lost, and the rest is named with advice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from domicile.errors import ServerUnavailable
from domicile.evidence.mend import Mender
from domicile.evidence.remedy import Remedy
from domicile.evidence.repair import Repair
from evidence.village import BODY, NOTE, OF, Settle, Village, plain

Told = dict[tuple[str, str, str], Remedy]


def _told(repair: Repair) -> Told:
    """The remedies by (table, fault, key)."""
    found: Told = {}
    for each in repair.remedies:
        table, fault, key, home, _ = plain(each.violation)
        found[table, fault if home is None else f"{fault} {home}", " ".join(key)] = each
    return found


def _actions(told: Told) -> dict[tuple[str, str, str], str | None]:
    return {name: each.action for name, each in told.items()}


def _harm_what_can_be_mended(village: Village) -> None:
    hub, ru, kz, de = "hub", "RU", "KZ", "DE"
    # The hub was restored, say: a resident's values are back, and equal to those at home.
    village.quietly("UPDATE person SET name = 'secret4', email = 'mail4', age = 4 WHERE id = 4")
    village.quietly(f"UPDATE {NOTE} SET {BODY} = 'secret note 20' WHERE {OF} = 20")
    # A value that only the hub has, and a whole row that only the hub has.
    village.quietly("UPDATE person SET email = NULL WHERE id = 8", at=ru)
    village.quietly("UPDATE person SET email = 'mail8' WHERE id = 8")
    village.quietly("DELETE FROM person WHERE id = 2", at=de)
    village.quietly("UPDATE person SET name = 'secret2', email = 'mail2', age = 2 WHERE id = 2")
    # Mirrors.
    village.quietly("DELETE FROM person WHERE id = 1", at=kz)
    village.quietly("UPDATE person SET email = 'changed at home' WHERE id = 5", at=kz)
    village.quietly("UPDATE person SET name = NULL WHERE id = 13", at=hub)
    village.quietly(
        "ALTER TABLE person ALTER name DROP NOT NULL; UPDATE person SET name = NULL WHERE id = 17",
        at=kz,
    )
    # Strays: of the hub, and of another home.
    village.quietly("INSERT INTO person VALUES (7, 'old name')", at=ru)
    village.quietly("INSERT INTO person VALUES (16, 'old name')", at=de)
    # The directory.
    village.quietly("INSERT INTO person VALUES (50, 'RU', 'secret50')")
    village.quietly("INSERT INTO domicile.directory_person (k1, domicile) VALUES (51, 'RU')")


EXPECTED = {
    ("person", "leak RU", "4"): "blank",
    ("note", "leak RU", "20 B (2"): "blank",
    ("note", "leak RU", '20 ж,"%s"1'): "blank",
    ("person", "leak RU", "8"): "complete",
    ("person", "leak DE", "2"): "send",
    ("person", "missing DE", "2"): "send",
    ("person", "missing KZ", "1"): "send",
    ("person", "differs KZ", "5"): "give",
    ("person", "lost", "13"): "fill",
    ("person", "differs KZ", "13"): "give",
    ("person", "lost KZ", "17"): "complete",
    ("person", "differs KZ", "17"): "give",
    ("person", "stray RU", "7"): "forget",
    ("person", "stray DE", "16"): "forget",
    ("person", "unregistered", "50"): "register",
    ("person", "ghost", "51"): "unlist",
}


def test_what_is_safe_is_told_first_and_mended_then(settle: Settle) -> None:
    """The dry run changes nothing; then all is as it was before the harm; then nothing is left."""
    village = settle()
    before = village.everything()
    _harm_what_can_be_mended(village)
    harmed = village.everything()

    dry = village.repair(do=False)
    expected = dict(EXPECTED)
    # The hub's row is not whole, so it cannot win; once it is filled, there is no difference.
    expected["person", "differs KZ", "13"] = None
    assert expected == _actions(_told(dry))
    assert harmed == village.everything()
    assert dry.left == len(EXPECTED)

    done = village.repair(do=True)
    assert 0 == done.left
    assert [] == village.told()
    _forget_the_new(village)
    assert before == village.everything()
    assert [] == village.repair(do=True).remedies


def test_what_is_not_safe_is_named_and_left_alone(settle: Settle) -> None:
    """Where two values stand against each other, or one may be the last, nobody guesses."""
    village = settle()
    village.quietly("UPDATE person SET email = 'other' WHERE id = 4")  # the home has mail4
    village.quietly("DELETE FROM person WHERE id = 8", at="RU")  # nobody has it
    village.quietly("UPDATE person SET email = 'half' WHERE id = 12")
    village.quietly("DELETE FROM person WHERE id = 12", at="RU")  # the hub has a part
    village.quietly("UPDATE person SET name = NULL WHERE id = 3")  # the hub's own is lost
    village.quietly("INSERT INTO person VALUES (3, 'secret3')", at="RU")  # its only copy
    village.quietly("INSERT INTO person VALUES (99, 'secret99')", at="DE")  # nobody knows it
    village.quietly(f"UPDATE {NOTE} SET {BODY} = NULL WHERE {OF} = 7")
    village.quietly(f"INSERT INTO {NOTE} SELECT 7, 'a3', 'x'", at="RU")
    village.quietly("DELETE FROM person WHERE id = 16")  # the home still has it, and its notes
    village.quietly("UPDATE person SET name = NULL WHERE id = 19")
    village.quietly("DELETE FROM domicile.directory_person WHERE k1 = 19")
    harmed = village.everything()

    done = village.repair(do=True)
    told = _told(done)
    assert set(_actions(told).values()) == {None}
    assert harmed == village.everything()
    assert done.left == done.verification.found == len(told)
    assert "another value in email" in told["person", "leak RU", "4"].says
    assert "backup of home RU" in told["person", "missing RU", "8"].says
    assert "backup of home RU" in told["person", "leak RU", "12"].says
    assert "backup of the hub" in told["person", "lost", "3"].says
    assert "its only copy" in told["person", "stray RU", "3"].says
    assert "restored from a backup" in told["person", "stray DE", "99"].says
    assert "home RU still has" in told["person", "ghost", "16"].says
    assert "not whole" in told["person", "unregistered", "19"].says


def test_the_advice_for_a_leak_that_differs_works(settle: Settle) -> None:
    """Either value can be kept, the way the advice says."""
    village = settle()
    village.quietly("UPDATE person SET email = 'new' WHERE id IN (4, 8)")
    assert {None} == set(_actions(_told(village.repair(do=True))).values())

    village.quietly("UPDATE person SET email = NULL WHERE id IN (4, 8)")
    village.world.app().execute("UPDATE person SET email = 'new' WHERE id = 4")
    assert [] == village.told()
    emails = "SELECT id, email FROM person WHERE id IN (4, 8) ORDER BY id"
    assert [(4, "new"), (8, "mail8")] == village.world.rows(emails, at="RU")


def test_where_the_law_has_data_written_at_home_first_the_home_wins(
    settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mirror by a `primary` duty is put right from the home, by a `copy` duty from the hub."""
    village = settle()
    village.quietly("UPDATE person SET email = 'at home', age = NULL WHERE id IN (5, 9)", at="KZ")
    assert {"give"} == set(_actions(_told(village.repair(do=False))).values())

    monkeypatch.setattr("domicile.evidence.repair._home_first", lambda *_: frozenset({"KZ"}))
    assert {"take"} == set(_actions(_told(village.repair(do=True))).values())
    assert [] == village.told()
    listed = "SELECT id, email, age FROM person WHERE id IN (5, 9) ORDER BY id"
    assert [(5, "at home", None), (9, "at home", None)] == village.world.rows(listed)


def test_killed_in_the_middle_it_is_finished_by_the_next_run(
    settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hub's connection is lost around each step: no value is lost, and it converges (I6)."""
    village = settle()
    before = village.everything()
    for step in ("_to_home", "_blank"):
        _harm_what_can_be_mended(village)
        with monkeypatch.context() as patched:
            patched.setattr(Mender, step, _cut_after(village, getattr(Mender, step), times=2))
            for _ in range(2):
                with pytest.raises(ServerUnavailable, match="hub"):
                    village.repair(do=True)
        assert 0 == village.repair(do=True).left
        assert [] == village.told()
        _forget_the_new(village)
        assert before == village.everything(), step


def _cut_after(village: Village, whole: Callable[..., Any], times: int) -> Callable[..., Any]:
    """The step, after which the hub loses our connection, the first times."""
    left = [None] * times

    def cut(self: Mender, *args: Any, **options: Any) -> Any:
        done = whole(self, *args, **options)
        if left:
            left.pop()
            pid = self.places.hub.conn.info.backend_pid
            village.world.hub.execute("SELECT pg_terminate_backend(%s)", [pid])
        return done

    return cut


def _forget_the_new(village: Village) -> None:
    """Whom the harm has added: a subject that the remedy has registered."""
    village.quietly("DELETE FROM domicile.directory_person WHERE k1 = 50")
    village.quietly("DELETE FROM person WHERE id = 50")


def test_a_row_that_somebody_works_on_is_left_for_the_next_run(settle: Settle) -> None:
    """No remedy waits for the application, and none acts on a row that is being written."""
    village = settle()
    village.quietly("UPDATE person SET name = 'secret4' WHERE id IN (4, 8)")
    village.quietly("UPDATE person SET name = 'secret8' WHERE id = 8")
    app = village.world.connect()
    app.execute("BEGIN")
    app.execute("SELECT FROM domicile.directory_person WHERE k1 = 4 FOR SHARE")
    told = _told(village.repair(do=True))
    assert "somebody works on it" in told["person", "leak RU", "4"].says
    assert told["person", "leak RU", "8"].done
    app.execute("ROLLBACK")
    assert 0 == village.repair(do=True).left


def test_a_home_that_refuses_one_row_does_not_stop_the_others(settle: Settle) -> None:
    """The refusal is told without the row's values (I7)."""
    village = settle()
    village.quietly("UPDATE person SET name = 'secret' || id WHERE country = 'RU'")
    village.quietly("UPDATE person SET email = 'mail' || id, age = id WHERE country = 'RU'")
    village.world.at("RU").execute("DELETE FROM person")
    village.world.at("RU").execute("ALTER TABLE person ADD CHECK (name <> 'secret8')")
    told = _told(village.repair(do=True))

    missing = {key: each for (_, fault, key), each in told.items() if fault == "missing RU"}
    assert ["8"] == [key for key, each in missing.items() if not each.done]
    assert "CheckViolation" in missing["8"].says
    assert not [each.says for each in told.values() if "secret" in each.says]


def test_two_repairs_at_once_do_it_once(settle: Settle) -> None:
    """They meet on the lock of the directory's rows."""
    village = settle()
    before = village.everything()
    _harm_what_can_be_mended(village)
    done: list[Repair] = []
    threads = [
        threading.Thread(target=lambda: done.append(village.repair(do=True))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 2 == len(done)
    village.repair(do=True)
    assert [] == village.told()
    _forget_the_new(village)
    assert before == village.everything()
