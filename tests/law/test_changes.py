"""What differs between two days and between two cases: nothing said twice, nothing left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domicile.config.service import LawSettings
from domicile.law.changes import TextChange, text_changes, verdict_changes
from domicile.law.store import shipped
from domicile.law.verdict import judge
from law.cases import NAMES, ONE_TRACE, SAKILA, case, paper

RU = next(law for law in shipped() if law.id == "ru-242-fz")
EU = next(law for law in shipped() if law.id == "eu-gdpr-ch5")
PAPERS = (paper("eu-gdpr-ch5", "standard-clauses"), paper("eu-gdpr-ch5", "impact-assessment"))


def said(found: tuple[TextChange, ...], kind: str) -> list[tuple[str, str]]:
    """The changes of one kind, as sign and first words."""
    return [(c.sign, c.text.partition(" is ")[0]) for c in found if c.kind == kind]


def test_a_new_text_is_told_by_what_it_takes_away_and_adds() -> None:
    """242-FZ on 2025-07-01: a reading more, and the same people as before."""
    found = text_changes([RU], date(2025, 6, 30), date(2025, 7, 1))

    assert [("-", "the text of 2015-09-01"), ("+", "the text of 2025-07-01")] == said(found, "text")
    assert [
        ("-", "primary: data of citizens of Russia"),
        ("+", "profile primary: primary: data of citizens of Russia"),
        ("+", "profile strict: exclusive: data of citizens of Russia"),
    ] == said(found, "duty")
    assert [] == said(found, "covers")


def test_two_days_of_one_text_differ_by_what_begins_between_them() -> None:
    """A decision of adequacy is a change of the law without a new text."""
    found = text_changes([EU], date(2026, 2, 8), date(2026, 2, 9))

    assert [("+", "transfer", "to BR from 2026-02-09")] == [(c.sign, c.kind, c.text) for c in found]
    assert () == text_changes([EU], date(2026, 2, 9), date(2026, 2, 9))


def test_a_law_that_comes_to_bind_says_which_link_decided() -> None:
    """Only the links that are new: that the text is in force was so before."""
    before, after = case(collected=ONE_TRACE), case(collected=NAMES)
    (change,) = verdict_changes([judge(RU, before)], [judge(RU, after)])

    assert ("would bind if", "binds", ("exclusive",)) == (change.before, change.after, change.added)
    assert change.binds_anew
    assert change.because[0].text.startswith("it collects what identifies a person by itself")
    assert not [why for why in change.because if "is in force" in why.text]


def test_a_law_that_lets_go_says_where_its_chain_stopped() -> None:
    """One reason is enough for no."""
    abroad = replace(SAKILA, targets=frozenset({"US"}), established_in=frozenset({"US"}))
    (change,) = verdict_changes([judge(RU, case())], [judge(RU, case(service=abroad))])

    assert change.lets_go
    assert ["the service is not"] == [why.text[:18] for why in change.because]


def test_a_paper_on_record_is_a_change_and_no_new_duty() -> None:
    """What opens a way out is not a reason to stop."""
    european = replace(SAKILA, targets=frozenset({"DE"}))
    bare, papered = (
        case(service=european),
        case(service=european, instruments=PAPERS),
    )
    (change,) = verdict_changes([judge(EU, bare)], [judge(EU, papered)])

    assert not change.binds_anew
    assert not change.lets_go
    assert () == change.added


def test_another_day_of_the_same_text_changes_nothing() -> None:
    """Neither does a law that the operator reads as before."""
    days = (date(2026, 1, 1), date(2026, 6, 1))
    settings = LawSettings(profiles={"ru-242-fz": "strict"})
    verdicts = [[judge(law, case(as_of=day, settings=settings)) for law in (RU,)] for day in days]

    assert () == verdict_changes(*verdicts)
