"""Russia and Belarus: localisation, transfer, messages, presence; and what Roskomnadzor did."""

from __future__ import annotations

from law.rows.common import (
    EARLY,
    NAMES,
    NEAR,
    NO,
    ONE_TRACE,
    TRACES,
    YES,
    Precedent,
    Row,
    aimed,
    at_home,
    number,
    with_facts,
)

LOCAL, ABROAD, MESSAGES, PRESENCE = "ru-242-fz", "ru-152-fz-art12", "ru-374-fz", "ru-236-fz"
BY_LAW, BY_EDICT = "by-99z-9", "by-edict60"
TODAY = "2026-11-21"

RU = aimed("RU")
CHAT = aimed("RU", kinds="messaging")
SOCIAL = aimed("RU", kinds="social-network")
SHOP = aimed("RU", kinds="e-commerce")
TELECOM = at_home("RU", kinds="telecom")
NOTIFIED = with_facts(RU, "ru-transfer-notified")
SMALL = number(RU, "RU", 1_000, "daily-users", "day")
BY = aimed("BY", established_in="BY")

NICK = frozenset({"user.account.username"})
CARD = frozenset({"user.financial.credit_card"})
TALK = NICK | {"user.content.private"}
BIRTH_AND_SEX = frozenset({"user.demographic.date_of_birth", "user.demographic.gender"})

ROWS: list[Row] = [
    # localisation: its first day, and the years in which another day was planned
    Row(LOCAL, "2014-12-31", RU, NAMES, EARLY),
    Row(LOCAL, "2015-08-31", at_home("RU"), NAMES, EARLY),
    Row(LOCAL, "2015-09-01", RU, NAMES, YES, "primary"),
    Row(LOCAL, "2016-09-01", at_home("RU"), NAMES, YES, "primary"),
    # ... foreign firms without presence, when aimed at Russia; no size is small enough
    Row(LOCAL, "2016-09-01", aimed("BY", "KZ"), NAMES, NO),
    Row(LOCAL, "2016-09-01", at_home("US"), NAMES, NO),
    Row(LOCAL, "2016-09-01", SMALL, NAMES, YES, "primary"),
    Row(LOCAL, "2016-09-01", SHOP, NAMES, YES, "primary"),
    # ... all personal data, whatever identifies
    Row(LOCAL, "2016-09-01", RU, BIRTH_AND_SEX, YES, "primary"),
    Row(LOCAL, "2016-09-01", RU, frozenset({"user.demographic.gender"}), NEAR),
    Row(LOCAL, "2016-09-01", RU, CARD, YES, "primary"),
    Row(LOCAL, "2016-09-01", aimed("KZ"), ONE_TRACE, NO),
    # ... the functions that are exempt, before and after 2025
    Row(LOCAL, "2016-09-01", with_facts(RU, "statutory-function"), NAMES, NEAR),
    Row(LOCAL, "2016-09-01", with_facts(RU, "state-or-municipal-function"), NAMES, NEAR),
    Row(LOCAL, "2025-07-01", with_facts(RU, "statutory-function"), NAMES, NEAR),
    Row(LOCAL, "2025-07-01", with_facts(RU, "state-or-municipal-function"), ONE_TRACE, NO),
    # ... two readings from 2025-07-01 on, and one before
    Row(LOCAL, "2025-06-30", RU, NAMES, YES, "primary", profile="strict"),
    Row(LOCAL, "2025-07-01", RU, NAMES, YES, "exclusive", profile="strict"),
    Row(LOCAL, "2025-07-01", RU, NAMES, YES, "primary", profile="primary"),
    Row(LOCAL, TODAY, RU, TRACES, YES, "exclusive", profile="strict"),
    Row(LOCAL, TODAY, RU, NAMES, YES, "primary", hub="RU"),
    # transfer abroad: its first day, any exporter, all data
    Row(ABROAD, "2023-02-28", RU, NAMES, EARLY),
    Row(ABROAD, "2023-03-01", RU, NAMES, YES, "restricted", leaves=False),
    Row(ABROAD, "2023-03-01", at_home("RU"), NAMES, YES, "restricted", leaves=False),
    Row(ABROAD, TODAY, RU, TRACES, YES, "restricted"),
    Row(ABROAD, TODAY, RU, ONE_TRACE, NEAR),
    Row(ABROAD, TODAY, aimed("KZ"), NAMES, NO),
    # ... the notice is needed for every country; for the listed ones it is enough
    Row(ABROAD, "2023-03-01", NOTIFIED, NAMES, YES, "restricted", hub="CN", leaves=True),
    Row(ABROAD, TODAY, NOTIFIED, NAMES, YES, "restricted", hub="KZ", leaves=True),
    Row(ABROAD, TODAY, NOTIFIED, NAMES, YES, "restricted", hub="TR", leaves=True),
    Row(ABROAD, TODAY, NOTIFIED, NAMES, YES, "restricted", hub="US", leaves=False),
    Row(ABROAD, TODAY, RU, NAMES, YES, "restricted", hub="KZ", leaves=False),
    Row(ABROAD, TODAY, RU, NAMES, YES, "restricted", hub="RU", leaves=True),
    # messages: metadata are kept from 2014, in Russia from 2016, content from 2018
    Row(MESSAGES, "2014-07-31", CHAT, NAMES, EARLY),
    Row(MESSAGES, "2014-08-01", CHAT, NAMES, YES),
    Row(MESSAGES, "2016-07-19", CHAT, NAMES, YES),
    Row(MESSAGES, "2016-07-20", CHAT, NAMES, YES, "copy"),
    Row(MESSAGES, "2018-06-30", CHAT, TALK, YES, "copy"),
    Row(MESSAGES, "2018-07-01", CHAT, TALK, YES, "copy copy"),
    Row(MESSAGES, "2018-07-01", CHAT, NAMES, YES, "copy"),
    Row(MESSAGES, "2025-12-31", SOCIAL, TALK, YES, "copy copy"),
    Row(MESSAGES, "2026-01-01", SOCIAL, TALK, YES, "copy copy"),
    # ... organisers by kind or by what users do there; telecom operators from 2016
    Row(MESSAGES, TODAY, SHOP, NAMES, NEAR),
    Row(MESSAGES, TODAY, with_facts(SHOP, "ru-ori"), NAMES, YES, "copy"),
    Row(MESSAGES, TODAY, aimed("RU", kinds="games"), TALK, NEAR),
    Row(MESSAGES, TODAY, with_facts(aimed("RU", kinds="games"), "ru-ori"), TALK, YES, "copy copy"),
    Row(MESSAGES, "2016-07-19", TELECOM, NAMES, NEAR),
    Row(MESSAGES, "2016-07-20", TELECOM, NAMES, YES, "copy"),
    Row(MESSAGES, TODAY, aimed("KZ", kinds="messaging"), TALK, NO),
    # ... registration data, addresses, contacts; not all that there is
    Row(MESSAGES, TODAY, CHAT, TRACES, YES, "copy"),
    Row(MESSAGES, TODAY, CHAT, ONE_TRACE, NEAR),
    Row(MESSAGES, TODAY, CHAT, BIRTH_AND_SEX, NEAR),
    Row(MESSAGES, TODAY, CHAT, BIRTH_AND_SEX | {"user.social"}, YES, "copy"),
    # presence: more than 500,000 users a day
    Row(PRESENCE, "2021-06-30", RU, NAMES, EARLY),
    Row(PRESENCE, "2021-07-01", RU, NAMES, YES),
    Row(PRESENCE, "2022-01-01", number(RU, "RU", 500_001, "daily-users", "day"), NAMES, YES),
    Row(PRESENCE, "2022-01-01", number(RU, "RU", 500_000, "daily-users", "day"), NAMES, NEAR),
    Row(PRESENCE, "2022-01-01", number(RU, "KZ", 1, "daily-users", "day"), NAMES, YES),
    # ... or a host, an ad system, a message service, whatever its size; or still on the list
    Row(PRESENCE, TODAY, number(CHAT, "RU", 10, "daily-users", "day"), NAMES, YES),
    Row(
        PRESENCE,
        TODAY,
        number(aimed("RU", kinds="hosting"), "RU", 10, "daily-users", "day"),
        NAMES,
        YES,
    ),
    Row(PRESENCE, TODAY, number(SOCIAL, "RU", 10, "daily-users", "day"), NAMES, NEAR),
    Row(PRESENCE, TODAY, with_facts(SMALL, "ru-landing-list"), NAMES, YES),
    # ... foreign persons only
    Row(PRESENCE, TODAY, with_facts(CHAT, "ru-domestic-owner"), NAMES, NEAR),
    Row(PRESENCE, TODAY, aimed("KZ", kinds="messaging"), NAMES, NO),
    # Belarus, transfer: any operator; nothing that can be on record here but a permit
    Row(BY_LAW, "2021-11-14", aimed("BY"), NAMES, EARLY),
    Row(BY_LAW, "2021-11-15", aimed("BY"), NAMES, YES, "restricted", leaves=False),
    Row(BY_LAW, "2021-11-15", at_home("BY"), NAMES, YES, "restricted", leaves=False),
    Row(BY_LAW, TODAY, aimed("BY"), NAMES, YES, "restricted", hub="BY", leaves=True),
    Row(BY_LAW, TODAY, aimed("BY"), TRACES, YES, "restricted"),
    Row(BY_LAW, TODAY, aimed("BY"), ONE_TRACE, NEAR),
    Row(BY_LAW, TODAY, aimed("BY"), frozenset(), NEAR),
    Row(BY_LAW, TODAY, RU, NAMES, NO),
    # Belarus, hosting: who is registered there and serves there
    Row(BY_EDICT, "2010-06-30", BY, NAMES, EARLY),
    Row(BY_EDICT, "2010-07-01", BY, NAMES, YES, "exclusive"),
    Row(BY_EDICT, TODAY, BY, NAMES, YES, "exclusive"),
    Row(BY_EDICT, TODAY, BY, TRACES, YES, "exclusive"),
    Row(BY_EDICT, TODAY, BY, ONE_TRACE, NEAR),
    Row(BY_EDICT, TODAY, aimed("BY"), NAMES, NEAR),
    Row(BY_EDICT, TODAY, at_home("BY"), NAMES, NEAR),
    Row(BY_EDICT, TODAY, aimed("BY", established_in="RU"), NAMES, NEAR),
    Row(BY_EDICT, TODAY, RU, NAMES, NO),
]

# What the services collected is told of Twitter only; names stand for it elsewhere.
PRECEDENTS: list[Precedent] = [
    # 2015: "it stores no personal data", and then "a set of metadata"
    Precedent(LOCAL, "2015-07", "Twitter", "2015-09-01", SOCIAL, frozenset(), NEAR),
    Precedent(LOCAL, "2015-11", "Twitter, Facebook", "2015-11-11", SOCIAL, TRACES, YES, "primary"),
    Precedent(LOCAL, "2016-11-17", "LinkedIn", "2016-08-04", SOCIAL, NAMES, YES, "primary"),
    Precedent(
        LOCAL, "2019-01-21", "Twitter, Facebook", "2019-01-21", SOCIAL, NAMES, YES, "primary"
    ),
    # ... users who may use a nickname are identified all the same
    Precedent(LOCAL, "2019-04-05", "Twitter", "2019-04-05", SOCIAL, NICK, YES, "primary"),
    Precedent(LOCAL, "2020-02-13", "Twitter", "2020-02-13", SOCIAL, NICK, YES, "primary"),
    Precedent(LOCAL, "2020-02-13", "Facebook", "2020-02-13", SOCIAL, NAMES, YES, "primary"),
    Precedent(LOCAL, "2021-05", "Twitter, Facebook", "2021-05-01", SOCIAL, NAMES, YES, "primary"),
    *(
        Precedent(LOCAL, day, against, day, service, NAMES, YES, "primary")
        for day, against, service in [
            ("2021-07-29", "Google", RU),
            ("2021-08-26", "Twitter", SOCIAL),
            ("2021-08-26", "Facebook", SOCIAL),
            ("2021-08-26", "WhatsApp", CHAT),
            ("2022-06-28", "Twitch", aimed("RU", kinds="media")),
            ("2022-06-28", "Pinterest", SOCIAL),
            ("2022-06-28", "Airbnb", aimed("RU", kinds="rental")),
            ("2022-06-28", "UPS", aimed("RU", kinds="transport")),
            ("2022-07-28", "WhatsApp", CHAT),
            ("2022-07-28", "Match", SOCIAL),
            ("2022-07-28", "Snap", CHAT),
            ("2022-07-28", "Hotels.com", aimed("RU", kinds="rental")),
            ("2022-07-28", "Spotify", aimed("RU", kinds="media")),
        ]
    ),
    Precedent(LOCAL, "2022-06", "Google", "2022-06-01", RU, NAMES, YES, "primary"),
    # six telephone numbers; the day is that of the FSB's request
    Precedent(
        MESSAGES,
        "2017-10",
        "Telegram",
        "2017-07-12",
        CHAT,
        frozenset({"user.contact.phone_number", "user.content.private"}),
        YES,
        "copy",
    ),
    Precedent(
        MESSAGES,
        "2018",
        "Telegram",
        "2018-01-01",
        CHAT,
        frozenset({"user.contact.phone_number", "user.content.private"}),
        YES,
        "copy",
    ),
    # thirteen firms on the list, whatever their number
    Precedent(
        PRESENCE,
        "2022",
        "Meta, Twitter, TikTok, Likee, Pinterest, Viber, Telegram, Discord, Zoom, Twitch, Apple, "
        "Google, Spotify",
        "2022-01-01",
        with_facts(RU, "ru-landing-list"),
        NAMES,
        YES,
    ),
]
