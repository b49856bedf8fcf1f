"""Kazakhstan, Uzbekistan and Turkey: copies, equipment in the country, transfer, networks."""

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

KZ, UZ, TRANSFER, NETWORKS = "kz-94-v", "uz-547", "tr-kvkk-9", "tr-5651"
TODAY = "2026-11-21"

UZ_AIMED, UZ_HOME = aimed("UZ"), at_home("UZ")
UZ_TELECOM = at_home("UZ", kinds="telecom")
TR = aimed("TR")
NETWORK = aimed("TR", kinds="social-network")
FINGER = frozenset({"user.biometric.fingerprint"})
FACE_LOGIN = frozenset({"user.authorization.biometric"})
GENES = NAMES | {"user.health_and_medical.genetic"}

ROWS: list[Row] = [
    # Kazakhstan: who is established there, whatever people and data
    Row(KZ, "2015-12-31", at_home("KZ"), NAMES, EARLY),
    Row(KZ, "2013-05-21", at_home("KZ"), NAMES, EARLY),
    Row(KZ, "2016-01-01", at_home("KZ"), NAMES, YES, "copy"),
    Row(KZ, TODAY, at_home("KZ", "US"), NAMES, YES, "copy"),
    Row(KZ, TODAY, at_home("KZ"), TRACES, YES, "copy"),
    Row(KZ, TODAY, at_home("KZ"), frozenset({"user.government_id"}), YES, "copy", hub="KZ"),
    Row(KZ, TODAY, aimed("KZ"), NAMES, NEAR),
    Row(KZ, TODAY, at_home("KZ"), ONE_TRACE, NEAR),
    Row(KZ, TODAY, aimed("KZ"), ONE_TRACE, NO),
    Row(KZ, TODAY, at_home("UZ"), NAMES, NO),
    # Uzbekistan: citizens' data, all of it, from 2021
    Row(UZ, "2021-04-15", UZ_HOME, NAMES, EARLY),
    Row(UZ, "2021-04-16", UZ_HOME, NAMES, YES, "exclusive"),
    Row(UZ, "2022-01-30", UZ_AIMED, NAMES, YES, "exclusive"),
    Row(UZ, "2022-01-30", UZ_AIMED, TRACES, YES, "exclusive"),
    Row(UZ, "2022-01-30", UZ_AIMED, ONE_TRACE, NEAR),
    Row(UZ, "2022-01-30", aimed("KZ"), NAMES, NO),
    Row(UZ, "2026-03-25", UZ_TELECOM, FINGER, YES, "exclusive"),
    # ... from 2026 three sorts of data only, and the others leave on conditions
    Row(UZ, "2026-03-26", UZ_HOME, NAMES, YES, "restricted", leaves=False),
    Row(UZ, "2026-03-26", UZ_HOME, NAMES, YES, "restricted", hub="UZ", leaves=True),
    Row(UZ, "2026-03-26", UZ_HOME, FINGER, YES, "exclusive"),
    Row(UZ, "2026-03-26", UZ_AIMED, FACE_LOGIN, YES, "exclusive"),
    Row(UZ, TODAY, UZ_AIMED, GENES, YES, "exclusive restricted", leaves=False),
    Row(UZ, TODAY, UZ_AIMED, frozenset({"user"}), YES, "exclusive restricted"),
    Row(UZ, TODAY, UZ_TELECOM, NAMES, YES, "exclusive restricted"),
    Row(UZ, TODAY, UZ_TELECOM, FINGER, YES, "exclusive exclusive"),
    Row(UZ, TODAY, UZ_AIMED, ONE_TRACE, NEAR),
    Row(UZ, TODAY, aimed("TR", kinds="telecom"), NAMES, NO),
    # Turkey, transfer: the new article, then without consent
    Row(TRANSFER, "2024-05-31", TR, NAMES, EARLY),
    Row(TRANSFER, "2024-06-01", TR, NAMES, YES, "restricted", leaves=False),
    Row(TRANSFER, "2024-08-31", at_home("TR"), NAMES, YES, "restricted", leaves=False),
    Row(TRANSFER, "2024-09-01", at_home("TR"), NAMES, YES, "restricted", leaves=False),
    Row(TRANSFER, TODAY, TR, NAMES, YES, "restricted", hub="DE", leaves=False),
    Row(TRANSFER, TODAY, TR, NAMES, YES, "restricted", hub="TR", leaves=True),
    Row(TRANSFER, TODAY, TR, TRACES, YES, "restricted"),
    Row(TRANSFER, TODAY, TR, ONE_TRACE, NEAR),
    Row(TRANSFER, TODAY, aimed("DE"), NAMES, NO),
    # Turkey, social networks: more than a million accesses a day
    Row(NETWORKS, "2020-09-30", NETWORK, NAMES, EARLY),
    Row(NETWORKS, "2020-10-01", NETWORK, NAMES, YES, "copy"),
    Row(
        NETWORKS,
        "2020-10-01",
        number(NETWORK, "TR", 1_000_001, "daily-accesses", "day"),
        NAMES,
        YES,
        "copy",
    ),
    Row(NETWORKS, TODAY, number(NETWORK, "TR", 1_000_000, "daily-accesses", "day"), NAMES, NEAR),
    Row(NETWORKS, TODAY, number(NETWORK, "DE", 10, "daily-accesses", "day"), NAMES, YES, "copy"),
    Row(NETWORKS, TODAY, at_home("TR", kinds="social-network"), TRACES, YES, "copy"),
    Row(NETWORKS, TODAY, NETWORK, ONE_TRACE, NEAR),
    Row(NETWORKS, TODAY, aimed("TR", kinds="e-commerce"), NAMES, NEAR),
    Row(NETWORKS, TODAY, with_facts(NETWORK, "tr-social-side-function"), NAMES, NEAR),
    Row(NETWORKS, TODAY, aimed("DE", kinds="social-network"), NAMES, NO),
]

# What they collected is not told; names stand for it.
PRECEDENTS: list[Precedent] = [
    Precedent(
        UZ,
        "2021-07-02",
        "Twitter, TikTok, VKontakte, Skype, WeChat",
        "2021-07-02",
        aimed("UZ", kinds="social-network messaging"),
        NAMES,
        YES,
        "exclusive",
    ),
    Precedent(
        UZ,
        "2021-11-03",
        "Telegram, Facebook, Instagram, YouTube, LinkedIn, Odnoklassniki",
        "2021-11-03",
        aimed("UZ", kinds="social-network messaging"),
        NAMES,
        YES,
        "exclusive",
    ),
    Precedent(
        NETWORKS,
        "2020-11-04",
        "Facebook, Twitter, YouTube, Instagram, Periscope, TikTok",
        "2020-11-04",
        number(NETWORK, "TR", 1_000_001, "daily-accesses", "day"),
        NAMES,
        YES,
        "copy",
    ),
]
