"""The calendar of a law: each day once, in order, and only days on which its text holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domicile.law.calendar import Event, events
from domicile.law.model import Law
from domicile.law.pack import read_pack
from law.cases import paper

PACK = """
id = "xx"
name = "An act"
country = "KZ"
regulator = "the authority"
[[source]]
key = "s"
url = "https://example.org/act"
grade = "A"
[[version]]
from = 2020-01-01
comply_by = 2020-06-01
cites = "first"
sources = ["s"]
confidence = "confirmed"
[[version.covers]]
any = [{ test = "established" }]
cites = "art. 1"
sources = ["s"]
confidence = "confirmed"
[[version.clause]]
duty = "restricted"
whose = "citizens"
categories = ["user"]
cites = "art. 2"
sources = ["s"]
confidence = "confirmed"
[[version.clause.transfer.adequate]]
countries = ["US"]
from = 2019-01-01
until = 2021-01-01
cites = "list"
sources = ["s"]
confidence = "confirmed"
[[version.obligation]]
kind = "audit"
text = "hand in a report"
by = 2020-03-01
cites = "art. 3"
sources = ["s"]
confidence = "confirmed"
[[version.penalty]]
text = "a fine"
currency = "KZT"
most = 5_000
from = 2020-09-01
until = 2023-01-01
cites = "art. 4"
sources = ["s"]
confidence = "reading"
[[version]]
from = 2022-01-01
until = 2024-01-01
status = "repealed"
cites = "second"
sources = ["s"]
confidence = "confirmed"
"""
LAW = read_pack(PACK, file="xx.toml")


def days(found: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    """Each event as its day, kind and text."""
    return [(str(each.day), each.kind, each.text) for each in found]


def test_everything_that_happens_to_a_law_is_told_in_order() -> None:
    """What lies outside a text's own days (adequacy from 2019, the fine until 2023) is not."""
    assert [
        ("2020-01-01", "text", "it comes into force; there is time to comply until 2020-06-01"),
        ("2020-03-01", "obligation", "audit, by 2020-03-01: hand in a report"),
        ("2020-06-01", "comply-by", "the time to comply with the text of 2020-01-01 ends"),
        ("2020-09-01", "penalty", "begins: a fine (up to KZT 5,000)"),
        ("2021-01-01", "adequacy", "adequacy ends: to US from 2019-01-01 until 2021-01-01"),
        ("2022-01-01", "text", "it is repealed"),
        ("2024-01-01", "text", "the text of 2022-01-01 ends"),
    ] == days(events([LAW], [], date(2000, 1, 1)))


def test_both_ends_of_the_time_asked_for_are_in_it() -> None:
    """The day itself counts; the day before and the day after do not."""
    first, last = date(2020, 3, 1), date(2020, 6, 1)
    inside = [day for day, _, _ in days(events([LAW], [], first, last))]

    assert ["2020-03-01", "2020-06-01"] == inside


def test_a_paper_on_record_begins_and_ends() -> None:
    """It is the operator's own: no citation."""
    contract = replace(paper("xx", "contract", since="2024-02-01"), until=date(2025, 2, 1))
    found = events([], [contract], date(2024, 6, 1))

    assert [("2025-02-01", "instrument", "contract for transfers to US ends (file 7)")] == days(
        found
    )
    assert found[0].basis is None


def test_a_text_that_binds_nobody_has_no_deadlines() -> None:
    """A bill's day is told as such; what it would ask is not asked."""
    bill = _with_status("bill")

    assert [("2020-01-01", "text", "it is a bill, and binds nobody")] == days(
        events([bill], [], date(2000, 1, 1), date(2021, 12, 31))
    )


def _with_status(status: str) -> Law:
    text = PACK.replace("comply_by", f'status = "{status}"\ncomply_by', 1)
    return read_pack(text, file="xx.toml")
