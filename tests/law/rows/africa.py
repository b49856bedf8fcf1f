"""Nigeria, Kenya, Rwanda and South Africa."""

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
    with_facts,
)

VOICE = frozenset({"user.biometric.voice"})
PATIENTS = NAMES | {"user.health_and_medical.record_id"}
CHILDREN = NAMES | {"user.childrens"}
ACCOUNTS = NAMES | {"user.financial.bank_account"}

NG_DATA = with_facts(at_home("NG"), "ng-government-data")
NG_SOVEREIGN = with_facts(aimed("NG"), "ng-sovereign-data")
NG_ABROAD = with_facts(at_home("US"), "ng-government-data")
NG_BANK = with_facts(at_home("NG", kinds="finance"), "ng-bank-verification-numbers")
RW_LICENSED = with_facts(at_home("RW"), "rw-storage-certificate")
KE_PURPOSES = (
    "ke-civil-registration",
    "ke-elections",
    "ke-public-finance",
    "ke-protected-computer-system",
    "ke-minister-order",
)

ROWS: list[Row] = [
    # Nigeria, transfers: who is there or aims at it; the directive of 2025 left the conditions
    Row("ng-ndpa-41", "2023-06-11", aimed("NG"), NAMES, EARLY),
    Row("ng-ndpa-41", "2023-06-12", aimed("NG"), NAMES, YES, "restricted", leaves=False),
    Row("ng-ndpa-41", "2023-06-12", at_home("NG"), NAMES, YES, "restricted", leaves=False),
    Row("ng-ndpa-41", "2025-09-18", at_home("NG"), TRACES, YES, "restricted", leaves=False),
    Row("ng-ndpa-41", "2025-09-19", at_home("NG"), TRACES, YES, "restricted", leaves=False),
    Row("ng-ndpa-41", "2026-11-21", at_home("NG"), ONE_TRACE, NEAR),
    Row("ng-ndpa-41", "2026-11-21", aimed("GH"), NAMES, NO),
    Row("ng-ndpa-41", "2026-11-21", aimed("NG"), NAMES, YES, "restricted", hub="NG", leaves=True),
    Row("ng-ndpa-41", "2026-11-21", aimed("NG"), NAMES, YES, "restricted", hub="GB", leaves=False),
    # Nigeria, storage: data of the government, later called sovereign
    Row("ng-nitda-14", "2012-12-31", NG_DATA, NAMES, EARLY),
    Row("ng-nitda-14", "2013-01-01", NG_DATA, NAMES, YES, "exclusive"),
    Row("ng-nitda-14", "2026-11-21", NG_SOVEREIGN, NAMES, YES, "exclusive"),
    Row("ng-nitda-14", "2026-11-21", NG_ABROAD, NAMES, YES, "exclusive"),
    Row("ng-nitda-14", "2026-11-21", at_home("NG", kinds="government"), NAMES, YES, "exclusive"),
    Row("ng-nitda-14", "2026-11-21", at_home("US", kinds="government"), NAMES, NO),
    Row("ng-nitda-14", "2026-11-21", at_home("NG"), NAMES, NEAR),
    Row("ng-nitda-14", "2026-11-21", at_home("NG", kinds="telecom"), NAMES, NEAR),
    Row("ng-nitda-14", "2026-11-21", with_facts(NG_DATA, "ng-nitda-approval"), NAMES, NEAR),
    # ... bank verification numbers, for which an approval of NITDA does nothing
    Row("ng-nitda-14", "2026-11-21", NG_BANK, ACCOUNTS, YES, "exclusive"),
    Row("ng-nitda-14", "2026-11-21", NG_BANK, NAMES, NEAR),
    Row(
        "ng-nitda-14",
        "2026-11-21",
        with_facts(NG_BANK, "ng-nitda-approval"),
        ACCOUNTS,
        YES,
        "exclusive",
    ),
    Row(
        "ng-nitda-14",
        "2026-11-21",
        with_facts(NG_BANK, "ng-government-data"),
        ACCOUNTS,
        YES,
        "exclusive exclusive",
    ),
    # Kenya: transfers from the Act on, sensitive data by a clause of their own
    Row("ke-dpa-50", "2019-11-24", aimed("KE"), NAMES, EARLY),
    Row("ke-dpa-50", "2019-11-25", aimed("KE"), NAMES, YES, "restricted", leaves=False),
    Row("ke-dpa-50", "2019-11-25", aimed("KE"), PATIENTS, YES, "restricted restricted"),
    Row("ke-dpa-50", "2019-11-25", aimed("KE"), VOICE, YES, "restricted"),
    Row("ke-dpa-50", "2019-11-25", aimed("KE"), NAMES, YES, "restricted", hub="KE", leaves=True),
    Row("ke-dpa-50", "2019-11-25", aimed("KE"), ONE_TRACE, NEAR),
    Row("ke-dpa-50", "2019-11-25", aimed("TZ"), NAMES, NO),
    # ... a copy at home from the Regulations on, for what serves the state's interest
    Row("ke-dpa-50", "2021-12-31", at_home("KE", kinds="health"), NAMES, YES, "restricted"),
    Row("ke-dpa-50", "2022-01-01", at_home("KE", kinds="health"), NAMES, YES, "copy restricted"),
    Row("ke-dpa-50", "2022-01-01", aimed("KE", kinds="education"), NAMES, YES, "copy restricted"),
    Row("ke-dpa-50", "2022-01-01", at_home("KE", kinds="finance"), NAMES, YES, "restricted"),
    Row("ke-dpa-50", "2022-01-01", at_home("UG", kinds="health"), NAMES, NO),
    Row(
        "ke-dpa-50",
        "2022-01-01",
        at_home("KE", kinds="health"),
        PATIENTS,
        YES,
        "copy restricted restricted",
    ),
    *(
        Row("ke-dpa-50", day, with_facts(at_home("KE"), purpose), NAMES, YES, duties)
        for purpose in KE_PURPOSES
        for day, duties in (("2021-12-31", "restricted"), ("2022-01-01", "copy restricted"))
    ),
    # Rwanda: at home only, unless a certificate says otherwise; then the transfer remains
    Row("rw-058-50", "2021-10-14", at_home("RW"), NAMES, EARLY),
    Row("rw-058-50", "2021-10-15", at_home("RW"), NAMES, YES, "exclusive restricted", leaves=False),
    Row("rw-058-50", "2021-10-15", aimed("RW"), NAMES, YES, "exclusive restricted"),
    Row("rw-058-50", "2023-10-14", aimed("RW"), TRACES, YES, "exclusive restricted"),
    Row("rw-058-50", "2023-10-15", aimed("RW"), TRACES, YES, "exclusive restricted"),
    Row("rw-058-50", "2023-10-15", aimed("RW"), ONE_TRACE, NEAR),
    Row("rw-058-50", "2023-10-15", aimed("UG"), NAMES, NO),
    Row("rw-058-50", "2023-10-15", RW_LICENSED, NAMES, YES, "restricted", leaves=False),
    Row(
        "rw-058-50",
        "2023-10-15",
        at_home("RW"),
        NAMES,
        YES,
        "exclusive restricted",
        hub="RW",
        leaves=True,
    ),
    # South Africa: from the day it commenced, with a year of time
    Row("za-popia-72", "2020-06-30", at_home("ZA"), NAMES, EARLY),
    Row("za-popia-72", "2020-07-01", at_home("ZA"), NAMES, YES, "restricted", leaves=False),
    Row("za-popia-72", "2021-06-30", aimed("ZA"), TRACES, YES, "restricted", leaves=False),
    Row("za-popia-72", "2021-07-01", aimed("ZA"), TRACES, YES, "restricted", leaves=False),
    Row("za-popia-72", "2021-07-01", aimed("ZA"), ONE_TRACE, NEAR),
    Row("za-popia-72", "2021-07-01", aimed("BW"), NAMES, NO),
    Row("za-popia-72", "2021-07-01", aimed("ZA"), NAMES, YES, "restricted", hub="ZA", leaves=True),
    # ... prior authorisation for special and children's data
    Row("za-popia-72", "2022-01-31", at_home("ZA"), PATIENTS, YES, "restricted"),
    Row("za-popia-72", "2022-02-01", at_home("ZA"), PATIENTS, YES, "restricted restricted"),
    Row("za-popia-72", "2022-01-31", at_home("ZA"), CHILDREN, YES, "restricted"),
    Row("za-popia-72", "2022-02-01", at_home("ZA"), CHILDREN, YES, "restricted restricted"),
    Row("za-popia-72", "2022-02-01", at_home("ZA"), NAMES, YES, "restricted", leaves=False),
    Row("za-popia-72", "2022-02-01", at_home("ZA"), VOICE, YES, "restricted", leaves=False),
    Row("za-popia-72", "2022-02-01", aimed("NA"), PATIENTS, NO),
]

PRECEDENTS: list[Precedent] = [
    # The Act bound the department. What it broke was its rule on security, and not that on
    # transfers, which this verdict is about; the day is that of the fine.
    Precedent(
        "za-popia-72",
        "2023-07-03",
        "Department of Justice",
        "2023-07-03",
        at_home("ZA", kinds="government"),
        NAMES,
        YES,
        "restricted",
    ),
]
