"""Verdicts over packs, dates and what a service is and collects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domicile.config.service import LawSettings, Service
from domicile.law.model import Law
from domicile.law.store import shipped
from domicile.law.verdict import judge, judge_all
from law.cases import CHIRP, NAMES, ONE_TRACE, SAKILA, SAKILA_PROMISE, STRICT, TRACES, case, paper
from law.cases import service as make

LAWS: dict[str, Law] = {law.id: law for law in shipped()}
AIMED = {code: make(targets=code) for code in ("RU", "CN", "IN", "KZ", "UZ", "DE")}
AT_HOME = {code: make(established_in=code) for code in ("RU", "CN", "IN", "KZ", "UZ", "IE")}
CN_CIIO = make(targets="CN", critical_infrastructure="CN")
CN_VOLUME = make(targets="CN", volume_handler="CN")
PAYMENTS = make(kinds="payment-system", targets="IN")
TELECOM = make(kinds="telecom", established_in="UZ")
GENES = NAMES | {"user.health_and_medical.genetic"}
VOICE = NAMES | {"user.biometric.voice"}
CARD_ONLY = frozenset({"user.financial.credit_card"})
NICK = frozenset({"user.account.username", "user.content.public"})
CLAUSES = [paper("eu-gdpr-ch5", "standard-clauses")]
CLAUSES_OF_2018 = [paper("eu-gdpr-ch5", "standard-clauses", since="2018-05-25")]
CHECKED = [*CLAUSES, paper("eu-gdpr-ch5", "impact-assessment")]

YES, NEAR, NO, EARLY = "binds", "would bind if", "does not bind", "not in force"

# law, day, service, what is collected, outcome, the duties that bind
ROWS: list[tuple[str, str, Service, frozenset[str], str, str]] = [
    # Russia: the day on which it began, and who is aimed at it
    ("ru-242-fz", "2015-08-31", AIMED["RU"], NAMES, EARLY, ""),
    ("ru-242-fz", "2015-09-01", AIMED["RU"], NAMES, YES, "primary"),
    ("ru-242-fz", "2015-09-01", AT_HOME["RU"], NAMES, YES, "primary"),
    ("ru-242-fz", "2015-09-01", AIMED["KZ"], NAMES, NO, ""),
    ("ru-242-fz", "2014-07-21", AIMED["RU"], NAMES, EARLY, ""),
    # ... the set of metadata: the same text, another form to fill in
    ("ru-242-fz", "2015-10-01", AIMED["RU"], ONE_TRACE, NEAR, ""),
    ("ru-242-fz", "2015-11-11", AIMED["RU"], TRACES, YES, "primary"),
    ("ru-242-fz", "2015-11-11", AIMED["RU"], frozenset(), NEAR, ""),
    ("ru-242-fz", "2015-11-11", AIMED["RU"], frozenset({"system.operations"}), NEAR, ""),
    ("ru-242-fz", "2015-11-11", AIMED["RU"], NICK, YES, "primary"),
    # ... the change of 2025
    ("ru-242-fz", "2025-06-30", AIMED["RU"], NAMES, YES, "primary"),
    ("ru-242-fz", "2025-07-01", AIMED["RU"], NAMES, YES, "primary"),
    ("ru-242-fz", "2025-07-01", SAKILA, NAMES, YES, "primary"),
    (
        "ru-242-fz",
        "2026-11-21",
        replace(AIMED["RU"], facts=frozenset({"administration-of-justice"})),
        NAMES,
        NEAR,
        "",
    ),
    (
        "ru-242-fz",
        "2026-11-21",
        replace(AIMED["RU"], facts=frozenset({"dpf-certified"})),
        NAMES,
        YES,
        "primary",
    ),
    # China: aim alone is not enough for storage
    ("cn-pipl-40", "2021-10-31", CN_CIIO, NAMES, EARLY, ""),
    ("cn-pipl-40", "2021-11-01", CN_CIIO, NAMES, YES, "primary restricted"),
    ("cn-pipl-40", "2021-11-01", AIMED["CN"], NAMES, NEAR, ""),
    ("cn-pipl-40", "2021-11-01", AT_HOME["CN"], NAMES, NEAR, ""),
    ("cn-pipl-40", "2026-11-21", CN_VOLUME, NAMES, YES, "primary restricted"),
    ("cn-pipl-40", "2026-11-21", make(volume_handler="CN"), NAMES, NEAR, ""),
    ("cn-pipl-40", "2026-11-21", make(targets="CN", volume_handler="IN"), NAMES, NEAR, ""),
    ("cn-pipl-40", "2026-11-21", CN_CIIO, ONE_TRACE, NEAR, ""),
    ("cn-pipl-40", "2026-11-21", CN_CIIO, TRACES, YES, "primary restricted"),
    # India: payment systems, and their data only
    ("in-rbi-2018", "2018-04-05", PAYMENTS, NAMES, EARLY, ""),
    ("in-rbi-2018", "2018-04-06", PAYMENTS, NAMES, YES, "exclusive"),
    ("in-rbi-2018", "2018-10-15", PAYMENTS, CARD_ONLY, YES, "exclusive"),
    ("in-rbi-2018", "2026-11-21", PAYMENTS, TRACES, NEAR, ""),
    ("in-rbi-2018", "2026-11-21", SAKILA, NAMES, NEAR, ""),
    ("in-rbi-2018", "2026-11-21", make(kinds="payment-system", targets="RU"), NAMES, NO, ""),
    # the Union: aimed at, or established in, any member
    ("eu-gdpr-ch5", "2018-05-24", AIMED["DE"], NAMES, EARLY, ""),
    ("eu-gdpr-ch5", "2018-05-25", AIMED["DE"], NAMES, YES, "restricted"),
    ("eu-gdpr-ch5", "2026-11-21", AT_HOME["IE"], NAMES, YES, "restricted"),
    ("eu-gdpr-ch5", "2026-11-21", make(targets="NO"), NAMES, YES, "restricted"),
    ("eu-gdpr-ch5", "2026-11-21", make(targets="CH GB"), NAMES, NO, ""),
    ("eu-gdpr-ch5", "2026-11-21", AIMED["DE"], ONE_TRACE, NEAR, ""),
    # Kazakhstan: who is established there
    ("kz-94-v", "2015-12-31", AT_HOME["KZ"], NAMES, EARLY, ""),
    ("kz-94-v", "2016-01-01", AT_HOME["KZ"], NAMES, YES, "copy"),
    ("kz-94-v", "2026-11-21", AIMED["KZ"], NAMES, NEAR, ""),
    ("kz-94-v", "2026-11-21", SAKILA, NAMES, YES, "copy"),
    ("kz-94-v", "2026-11-21", CHIRP, TRACES, YES, "copy"),
    # Uzbekistan: everything until 2026, then three categories
    ("uz-547", "2021-04-15", AIMED["UZ"], NAMES, EARLY, ""),
    ("uz-547", "2021-04-16", AIMED["UZ"], NAMES, YES, "exclusive"),
    ("uz-547", "2026-03-25", AIMED["UZ"], NAMES, YES, "exclusive"),
    ("uz-547", "2026-03-26", AIMED["UZ"], NAMES, YES, "restricted"),
    ("uz-547", "2026-03-26", AIMED["UZ"], GENES, YES, "exclusive restricted"),
    ("uz-547", "2026-11-21", AT_HOME["UZ"], VOICE, YES, "exclusive restricted"),
    ("uz-547", "2026-11-21", TELECOM, NAMES, YES, "exclusive restricted"),
    ("uz-547", "2026-11-21", SAKILA, NAMES, NO, ""),
]


@pytest.mark.parametrize(("law", "day", "service", "collected", "outcome", "duties"), ROWS)
def test_the_verdict_of_a_law_on_a_day(
    law: str, day: str, service: Service, collected: frozenset[str], outcome: str, duties: str
) -> None:
    """Each row is a service, a day and what is collected, with the verdict that must come out."""
    facts = case(
        service=service,
        collected=collected,
        as_of=date.fromisoformat(day),
        settings=LawSettings(),
    )

    verdict = judge(LAWS[law], facts)

    assert (outcome, duties.split()) == (verdict.outcome, [d.duty for d in verdict.demands])


def test_every_link_of_every_chain_says_what_it_rests_on() -> None:
    """A reason without a citation is an opinion."""
    verdicts = judge_all(LAWS.values(), [SAKILA_PROMISE], case())

    assert all(v.reasons for v in verdicts)
    assert all(r.text and r.cites for v in verdicts for r in v.reasons)


def test_the_same_text_reached_a_service_in_november_that_it_had_not_in_july() -> None:
    """What it collected had changed, and the chain says so."""
    law = LAWS["ru-242-fz"]
    before = judge(law, case(collected=ONE_TRACE, as_of=date(2015, 9, 2)))
    after = judge(law, case(collected=TRACES, as_of=date(2015, 11, 11)))

    assert before.since == after.since == date(2015, 9, 1)
    assert "it collects only user.device.ip_address" in before.reasons[-1].text
    assert any("together singles a person out" in r.text for r in after.reasons)
    assert any(r.confidence == "reading" for r in after.unconfirmed)


def test_the_strict_profile_makes_the_russian_duty_exclusive_from_2025_on() -> None:
    """A profile is another reading of one version; the older version has only one."""
    law = LAWS["ru-242-fz"]
    old = judge(law, case(as_of=date(2025, 6, 30), settings=STRICT))
    new = judge(law, case(as_of=date(2025, 7, 1), settings=STRICT))

    assert [d.duty for d in old.demands] == ["primary"]
    assert ([d.duty for d in new.demands], new.profile) == (["exclusive"], "strict")
    assert any("profile 'strict'" in a for a in new.assumptions)


def test_the_default_profile_bars_a_foreign_write_at_collection() -> None:
    """The primary reading of 2025 is stricter than the text of 2015, and says in what."""
    verdict = judge(LAWS["ru-242-fz"], case(settings=LawSettings()))

    assert verdict.profile == "primary"
    assert "at collection nothing is written to a database abroad" in verdict.reasons[-1].text


def test_a_volume_handler_in_china_rests_on_a_number_that_nobody_has_set() -> None:
    """The verdict binds and says that this link is unconfirmed."""
    verdict = judge(LAWS["cn-pipl-40"], case(service=CN_VOLUME))

    assert [r.confidence for r in verdict.unconfirmed] == ["unconfirmed"]
    assert judge(LAWS["cn-pipl-40"], case(service=CN_CIIO)).unconfirmed == ()


def test_before_the_day_of_compliance_the_verdict_names_that_day() -> None:
    """A law in force whose grace period runs binds, and says until when there is time."""
    verdict = judge(LAWS["in-rbi-2018"], case(service=PAYMENTS, as_of=date(2018, 10, 14)))
    later = judge(LAWS["in-rbi-2018"], case(service=PAYMENTS, as_of=date(2018, 10, 15)))

    assert "compliance is due by 2018-10-15" in verdict.reasons[0].text
    assert "due by" not in later.reasons[0].text


def test_a_law_set_aside_is_judged_all_the_same() -> None:
    """The operator's reason ends the chain; a law that would not bind is not set aside."""
    settings = LawSettings(disabled={"kz-94-v": "counsel's opinion 12", "uz-547": "not there"})
    aside = judge(LAWS["kz-94-v"], case(settings=settings))

    assert aside.outcome == "set aside"
    assert "counsel's opinion 12" in aside.reasons[-1].text
    assert judge(LAWS["uz-547"], case(settings=settings)).outcome == "does not bind"


def test_a_commitment_is_judged_like_a_law() -> None:
    """It begins on its day, asks its duty, and rests on the operator's own paper."""
    verdict = judge(SAKILA_PROMISE, case())
    early = judge(SAKILA_PROMISE, case(as_of=date(2023, 12, 31)))

    assert (verdict.outcome, [d.duty for d in verdict.demands]) == ("binds", ["exclusive"])
    assert verdict.reasons[-1].grade == "own"
    assert early.outcome == "not in force"


@pytest.mark.parametrize(
    ("service", "hub", "papers", "day", "allowed"),
    [
        (AIMED["DE"], "US", [], "2026-11-21", False),
        (CHIRP, "US", [], "2026-11-21", True),
        (CHIRP, "US", [], "2023-07-09", False),
        (CHIRP, "US", [], "2023-07-10", True),
        (AIMED["DE"], "FR", [], "2026-11-21", True),
        (AIMED["DE"], "JP", [], "2026-11-21", True),
        (AIMED["DE"], "JP", [], "2025-12-31", False),
        (AIMED["DE"], "GB", [], "2031-12-26", True),
        (AIMED["DE"], "GB", [], "2031-12-27", False),
        (AIMED["DE"], "CA", [], "2026-11-21", False),
        (AIMED["DE"], "US", CHECKED, "2026-11-21", True),
        (AIMED["DE"], "US", CHECKED, "2023-12-31", False),
        (AIMED["DE"], "US", CLAUSES, "2026-11-21", False),
        (AIMED["DE"], "US", CLAUSES_OF_2018, "2020-07-15", True),
        (AIMED["DE"], "US", CLAUSES_OF_2018, "2020-07-16", False),
        (AIMED["DE"], "CN", CHECKED, "2026-11-21", False),
        (AIMED["DE"], "US", [paper("cn-pipl-40", "standard-clauses")], "2026-11-21", False),
        (AIMED["DE"], "US", [paper("eu-gdpr-ch5", "consent")], "2026-11-21", False),
    ],
)
def test_data_leaves_the_union_on_adequacy_or_on_an_instrument_only(
    service: Service, hub: str, papers: list, day: str, allowed: bool
) -> None:
    """Each row is a destination, what is on record for it, and a day."""
    facts = case(service=service, hub=hub, instruments=tuple(papers), as_of=date.fromisoformat(day))

    (demand,) = judge(LAWS["eu-gdpr-ch5"], facts).demands

    assert demand.export is not None
    assert allowed is demand.export.allowed
    assert demand.export.reason.cites


def test_verdicts_come_laws_first_each_in_the_order_of_their_ids() -> None:
    """The order of the input changes nothing."""
    forth = judge_all(LAWS.values(), [SAKILA_PROMISE], case())
    back = judge_all(reversed(LAWS.values()), [SAKILA_PROMISE], case())

    assert forth == back
    assert [*sorted(LAWS), "in-lease"] == [v.law for v in forth]
