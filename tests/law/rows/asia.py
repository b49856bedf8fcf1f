"""Vietnam, Indonesia, Korea and Japan."""

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
    make,
    with_facts,
)

VN_CSL, VN_PDPL, GR71, PDP = "vn-csl", "vn-pdpl", "id-gr71", "id-pdp-56"
PIPA, EMR, APPI = "kr-pipa-28-8", "kr-emr", "jp-appi-28"
NOW = "2026-11-21"
ELSEWHERE = aimed("CN", "KZ")
MACHINES = frozenset({"system.operations"})
HEALTH = NAMES | {"user.health_and_medical.record_id"}

VN_AIMED, VN_HOME = aimed("VN"), at_home("VN")
TEN = (
    "telecom",
    "cloud-storage",
    "domain-names",
    "e-commerce",
    "payment-system",
    "transport",
    "social-network",
    "games",
    "messaging",
    "email",
)
SOCIAL = aimed("VN", kinds="social-network")
ORDERED = with_facts(SOCIAL, "vn-mps-order")

ID_AIMED, ID_HOME = aimed("ID"), at_home("ID")
STATE = at_home("ID", kinds="government")
APPOINTED = with_facts(aimed("ID", kinds="hosting"), "id-appointed-by-state-body")

KR_AIMED, KR_HOME = aimed("KR"), at_home("KR")
HOSPITAL = at_home("KR", kinds="health")

JP_AIMED, JP_HOME = aimed("JP"), at_home("JP")

ROWS: list[Row] = [
    # Vietnam, storage: a law that waited for its decree
    Row(VN_CSL, "2018-12-31", VN_HOME, NAMES, EARLY),
    Row(VN_CSL, "2019-01-01", VN_HOME, NAMES, EARLY),
    Row(VN_CSL, "2022-09-30", VN_HOME, NAMES, EARLY),
    Row(VN_CSL, "2022-10-01", VN_HOME, NAMES, YES, "copy"),
    # ... domestic firms of every kind, foreign ones of ten kinds and under an order
    Row(VN_CSL, "2022-10-01", at_home("VN", kinds="rental"), NAMES, YES, "copy"),
    Row(VN_CSL, "2022-10-01", VN_AIMED, NAMES, NEAR),
    Row(VN_CSL, "2022-10-01", SOCIAL, NAMES, NEAR),
    Row(VN_CSL, "2022-10-01", SOCIAL, ONE_TRACE, NO),
    *(
        Row(
            VN_CSL,
            "2022-10-01",
            with_facts(aimed("VN", kinds=kind), "vn-mps-order"),
            NAMES,
            YES,
            "copy",
        )
        for kind in TEN
    ),
    Row(
        VN_CSL,
        "2022-10-01",
        with_facts(aimed("VN", kinds="rental"), "vn-mps-order"),
        NAMES,
        NEAR,
    ),
    Row(VN_CSL, "2022-10-01", with_facts(ELSEWHERE, "vn-mps-order"), NAMES, NO),
    Row(
        VN_CSL,
        "2022-10-01",
        with_facts(make(kinds="games"), "vn-mps-order"),
        NAMES,
        YES,
        "copy",
    ),
    Row(VN_CSL, "2022-10-01", ELSEWHERE, NAMES, NO),
    Row(VN_CSL, "2022-10-01", VN_HOME, ONE_TRACE, NEAR),
    Row(VN_CSL, "2022-10-01", VN_HOME, TRACES, YES, "copy"),
    # ... the law of 2025 keeps the duty
    Row(VN_CSL, "2026-06-30", ORDERED, NAMES, YES, "copy"),
    Row(VN_CSL, "2026-07-01", ORDERED, NAMES, YES, "copy"),
    Row(VN_CSL, "2026-07-01", VN_HOME, NAMES, YES, "copy"),
    Row(VN_CSL, "2026-07-01", SOCIAL, NAMES, NEAR),
    Row(VN_CSL, NOW, VN_HOME, MACHINES, NEAR),
    # Vietnam, transfer: the impact file
    Row(VN_PDPL, "2023-06-30", VN_AIMED, NAMES, EARLY),
    Row(VN_PDPL, "2023-07-01", VN_AIMED, NAMES, YES, "restricted", leaves=False),
    Row(VN_PDPL, "2023-07-01", VN_HOME, NAMES, YES, "restricted", leaves=False),
    Row(VN_PDPL, "2023-07-01", VN_HOME, NAMES, YES, "restricted", hub="VN", leaves=True),
    Row(VN_PDPL, "2023-07-01", ELSEWHERE, NAMES, NO),
    Row(VN_PDPL, "2023-07-01", VN_HOME, ONE_TRACE, NEAR),
    Row(VN_PDPL, "2023-07-01", VN_HOME, TRACES, YES, "restricted"),
    # ... and the law of 2025, with its exemptions
    Row(
        VN_PDPL,
        "2025-12-31",
        with_facts(VN_HOME, "vn-staff-data-in-cloud"),
        NAMES,
        YES,
        "restricted",
    ),
    Row(VN_PDPL, "2026-01-01", with_facts(VN_HOME, "vn-staff-data-in-cloud"), NAMES, NEAR),
    Row(VN_PDPL, "2026-01-01", with_facts(VN_AIMED, "vn-person-sends-own-data"), NAMES, NEAR),
    Row(VN_PDPL, "2026-01-01", VN_AIMED, NAMES, YES, "restricted", leaves=False),
    Row(VN_PDPL, NOW, with_facts(VN_AIMED, "vn-mps-order"), NAMES, YES, "restricted"),
    Row(VN_PDPL, NOW, aimed("ID"), NAMES, NO),
    # Indonesia, systems: the state's at home, private ones anywhere
    Row(GR71, "2019-10-09", STATE, NAMES, EARLY),
    Row(GR71, "2019-10-10", STATE, NAMES, YES, "exclusive"),
    Row(GR71, "2019-10-10", APPOINTED, NAMES, YES, "exclusive"),
    Row(
        GR71,
        "2019-10-10",
        with_facts(make(kinds="hosting"), "id-appointed-by-state-body"),
        NAMES,
        YES,
        "exclusive",
    ),
    Row(GR71, "2019-10-10", ID_HOME, NAMES, YES, "restricted", leaves=True),
    Row(GR71, "2019-10-10", ID_AIMED, NAMES, YES, "restricted", hub="CN", leaves=True),
    Row(GR71, "2019-10-10", at_home("VN", kinds="government"), NAMES, NO),
    Row(GR71, "2019-10-10", ELSEWHERE, NAMES, NO),
    Row(GR71, "2019-10-10", STATE, ONE_TRACE, NEAR),
    Row(GR71, NOW, STATE, TRACES, YES, "exclusive"),
    Row(GR71, NOW, ID_AIMED, MACHINES, NEAR),
    # Indonesia, transfer: no state is listed, so an instrument is asked
    Row(PDP, "2022-10-16", ID_AIMED, NAMES, EARLY),
    Row(PDP, "2022-10-17", ID_AIMED, NAMES, YES, "restricted restricted", leaves=False),
    Row(PDP, "2024-10-16", ID_HOME, NAMES, YES, "restricted restricted"),
    Row(PDP, "2024-10-17", ID_HOME, NAMES, YES, "restricted restricted", leaves=False),
    Row(PDP, "2024-10-17", ID_HOME, NAMES, YES, "restricted restricted", hub="ID", leaves=True),
    Row(PDP, "2024-10-17", ID_HOME, NAMES, YES, "restricted restricted", hub="DE", leaves=False),
    Row(PDP, NOW, STATE, NAMES, YES, "restricted restricted"),
    Row(PDP, NOW, ELSEWHERE, NAMES, NO),
    Row(PDP, NOW, ID_AIMED, ONE_TRACE, NEAR),
    Row(PDP, NOW, ID_AIMED, TRACES, YES, "restricted restricted"),
    # Korea, transfer: an instrument, or a ground that the service states
    Row(PIPA, "2023-09-14", KR_AIMED, NAMES, EARLY),
    Row(PIPA, "2023-09-15", KR_AIMED, NAMES, YES, "restricted", leaves=False),
    Row(PIPA, "2023-09-15", KR_HOME, NAMES, YES, "restricted", leaves=False),
    Row(PIPA, "2023-09-15", KR_HOME, NAMES, YES, "restricted", hub="KR", leaves=True),
    Row(PIPA, "2023-09-15", KR_HOME, NAMES, YES, "restricted", hub="DE", leaves=False),
    Row(
        PIPA,
        "2023-09-15",
        with_facts(KR_AIMED, "kr-contract-need-disclosed"),
        NAMES,
        YES,
        "restricted",
        leaves=True,
    ),
    Row(
        PIPA,
        "2023-09-15",
        with_facts(KR_HOME, "kr-law-or-treaty"),
        NAMES,
        YES,
        "restricted",
        leaves=True,
    ),
    Row(PIPA, "2023-09-15", with_facts(ELSEWHERE, "kr-law-or-treaty"), NAMES, NO),
    Row(PIPA, "2026-02-12", KR_AIMED, NAMES, YES, "restricted", leaves=False),
    Row(PIPA, NOW, KR_AIMED, ONE_TRACE, NEAR),
    Row(PIPA, NOW, KR_AIMED, TRACES, YES, "restricted"),
    Row(PIPA, NOW, ELSEWHERE, NAMES, NO),
    # Korea, medical records: their data only, in medical institutions only
    Row(EMR, "2025-12-31", HOSPITAL, HEALTH, EARLY),
    Row(EMR, "2026-01-01", HOSPITAL, HEALTH, YES, "exclusive"),
    Row(EMR, NOW, aimed("KR", kinds="health"), HEALTH, YES, "exclusive"),
    Row(EMR, NOW, HOSPITAL, NAMES, NEAR),
    Row(EMR, NOW, KR_HOME, HEALTH, NEAR),
    Row(EMR, NOW, KR_HOME, NAMES, NO),
    Row(EMR, NOW, at_home("JP", kinds="health"), HEALTH, NO),
    Row(EMR, NOW, HOSPITAL, frozenset({"user.biometric.health"}), YES, "exclusive"),
    Row(EMR, NOW, HOSPITAL, frozenset({"user.biometric.voice"}), NEAR),
    Row(EMR, NOW, HOSPITAL, frozenset({"user.health_and_medical"}), YES, "exclusive"),
    Row(EMR, NOW, HOSPITAL, frozenset({"user.health_and_medical.genetic"}), NEAR),
    # Japan: consent, an equivalent recipient, or a state of the Union
    Row(APPI, "2022-03-31", JP_AIMED, NAMES, EARLY),
    Row(APPI, "2022-04-01", JP_AIMED, NAMES, YES, "restricted", leaves=False),
    Row(APPI, "2022-04-01", JP_HOME, NAMES, YES, "restricted", hub="JP", leaves=True),
    Row(APPI, "2025-12-31", JP_HOME, NAMES, YES, "restricted", hub="DE", leaves=False),
    Row(APPI, "2026-01-01", JP_HOME, NAMES, YES, "restricted", hub="DE", leaves=True),
    Row(APPI, NOW, JP_AIMED, NAMES, YES, "restricted", hub="SK", leaves=True),
    # ... the other states of the Economic Area and the United Kingdom are not on that list
    Row(APPI, NOW, JP_AIMED, NAMES, YES, "restricted", hub="NO", leaves=False),
    Row(APPI, NOW, JP_AIMED, NAMES, YES, "restricted", hub="GB", leaves=False),
    Row(APPI, NOW, JP_HOME, NAMES, YES, "restricted", leaves=False),
    Row(APPI, NOW, with_facts(JP_HOME, "jp-exception-27-1"), NAMES, NEAR),
    Row(APPI, NOW, ELSEWHERE, NAMES, NO),
    Row(APPI, NOW, JP_AIMED, ONE_TRACE, NEAR),
    Row(APPI, NOW, JP_AIMED, TRACES, YES, "restricted"),
]

PRECEDENTS: list[Precedent] = []
