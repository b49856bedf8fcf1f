"""The rules of a round that need no server."""

from __future__ import annotations

from datetime import date

import pytest

from domicile.catalog.model import Column
from domicile.errors import MapError
from domicile.reconciliation.model import MOST_NAMED, Mended, Named, Names, Round, backoff_s
from domicile.reconciliation.personal import looks_personal, personal_looking
from domicile.relocation.confirm import Signs
from domicile.relocation.model import Report


@pytest.mark.parametrize(
    "name", ["phone", "homePhone", "PHONE_2", "e_mail", "birth_date", "passport_no", "addresses"]
)
def test_names_that_speak_of_a_person_are_seen(name: str) -> None:
    """Words count, however they are joined."""
    assert looks_personal(_column(name)) is not None


@pytest.mark.parametrize(
    "name", ["microphone", "shoe_size", "seen", "zipped", "amount", "surnamed"]
)
def test_a_word_inside_another_word_is_not_meant(name: str) -> None:
    """A false alarm about every second column would be read by nobody."""
    assert looks_personal(_column(name)) is None


def test_types_speak_too_and_flags_do_not() -> None:
    """`inet` is an address; `email_verified boolean` is hardly personal."""
    assert looks_personal(_column("seen_from", "inet")) == "its type is an address on the net"
    assert looks_personal(_column("email_verified", "boolean")) is None
    columns = [_column("phone"), _column("email"), _column("seen")]
    assert ["phone"] == list(personal_looking(columns, known=["email"]))


def test_the_hub_is_asked_again_after_doubling_pauses() -> None:
    """1, 2, 4, ... seconds, and never longer than between two rounds."""
    assert [1, 2, 4, 8, 10, 10] == [backoff_s(n, every_s=10) for n in range(1, 7)]
    assert backoff_s(10_000, every_s=60) == 60


@pytest.mark.parametrize(
    ("now", "other"),
    [
        (Signs("s", "1", 5, 100), False),
        (Signs("s", "1", 5, 101), False),
        (Signs("s", "1", 5, 99), True),  # a cold copy: transaction ids have gone back
        (Signs("s", "2", 5, 200), True),  # recovered to a point in time
        (Signs("s", "1", 6, 200), True),  # a dump, in a fresh database
        (Signs("t", "1", 5, 200), True),  # another server
    ],
)
def test_a_restored_hub_is_told_from_the_one_that_was_seen(now: Signs, other: bool) -> None:
    """Each way to restore a database leaves another sign."""
    assert now.is_other(Signs("s", "1", 5, 100)) is other


def test_the_gravest_finding_decides_the_exit_status() -> None:
    """2 before 1 before 69 before 75; 0 when all is well."""
    done = Round(as_of=date(2026, 11, 21), moved=Report())
    assert done.failure() is None
    assert not done.acted
    statuses: list[int] = []

    def status() -> None:
        failure = done.failure()
        statuses.append(failure.exit_status if failure else 0)

    done.moved = Report(waiting=1, subjects=1)
    status()
    done.unavailable["RU"] = "home RU is unavailable"
    status()
    done.lost["RU"] = 1
    status()
    done.errors.append(MapError("wrong"))
    status()

    assert [75, 69, 1, 2] == statuses
    assert done.acted
    assert len(done.complaints()) == 3


def test_as_many_rows_are_named_as_people_can_read() -> None:
    """All are counted; a report has a bound."""
    names = Names()
    for number in range(MOST_NAMED + 5):
        names.add(Named(table="public.note", key=(str(number),), home="RU", what="missing"))
    done = Round(as_of=date(2026, 11, 21), named=names, mended=[Mended(home="RU")])

    told = done.to_dict()

    assert told["found"] == MOST_NAMED + 5
    assert len(done.named.rows) == MOST_NAMED
    assert done.acted


def _column(name: str, kind: str = "text") -> Column:
    return Column(name=name, type=kind, not_null=False)
