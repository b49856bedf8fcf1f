"""India, Pakistan and Bangladesh: payment data, a negative list, a bill, and a copy at home."""

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

RBI, DPDP, PK, BD = "in-rbi-2018", "in-dpdp", "pk-pdpb", "bd-pdpo"
TODAY, DPDP_DAY = "2026-11-21", "2027-05-13"

PAYMENTS = aimed("IN", kinds="payment-system")
FOREIGN_LEG = with_facts(PAYMENTS, "in-foreign-leg-only")
CARDS = frozenset({"user.name", "user.financial.credit_card", "user.behavior.purchase_history"})
PLACES = frozenset({"user.unique_id", "user.location.precise"})

INDIAN = aimed("IN")
SIGNIFICANT = with_facts(INDIAN, "in-significant-fiduciary")
NAMED = with_facts(SIGNIFICANT, "in-named-data")

BENGALI = aimed("BD")
BD_CII = aimed("BD", critical_infrastructure="BD")

ROWS: list[Row] = [
    # India, payment data: the circular, the day of compliance, the answers of 2019
    Row(RBI, "2018-04-05", PAYMENTS, CARDS, EARLY),
    Row(RBI, "2018-04-06", PAYMENTS, CARDS, YES, "exclusive"),
    Row(RBI, "2018-10-14", at_home("IN", kinds="payment-system"), CARDS, YES, "exclusive"),
    Row(RBI, "2018-10-15", at_home("IN", kinds="payment-system"), CARDS, YES, "exclusive"),
    Row(RBI, "2019-06-26", PAYMENTS, CARDS, YES, "exclusive"),
    # ... transactions with a foreign leg: a copy may be kept abroad
    Row(RBI, TODAY, FOREIGN_LEG, CARDS, YES, "copy"),
    Row(RBI, TODAY, FOREIGN_LEG, PLACES, NEAR),
    # ... which data
    Row(RBI, TODAY, PAYMENTS, frozenset({"user.financial.bank_account"}), YES, "exclusive"),
    Row(RBI, TODAY, PAYMENTS, frozenset({"user.contact.phone_number"}), YES, "exclusive"),
    Row(RBI, TODAY, PAYMENTS, TRACES | {"user.authorization.password"}, YES, "exclusive"),
    Row(
        RBI,
        TODAY,
        PAYMENTS,
        frozenset({"user.government_id.national_identification_number"}),
        YES,
        "exclusive",
    ),
    Row(RBI, TODAY, PAYMENTS, frozenset({"user"}), YES, "exclusive"),
    Row(RBI, TODAY, PAYMENTS, PLACES, NEAR),
    Row(RBI, TODAY, PAYMENTS, ONE_TRACE, NEAR),
    # ... who is covered
    Row(RBI, TODAY, aimed("IN", kinds="finance e-commerce"), CARDS, NEAR),
    Row(RBI, TODAY, aimed("BD", kinds="payment-system"), CARDS, NO),
    # India, the Act of 2023: the rules of 2025 wait 18 months
    Row(DPDP, "2023-08-11", INDIAN, NAMES, EARLY),
    Row(DPDP, "2025-11-12", INDIAN, NAMES, EARLY),
    Row(DPDP, "2025-11-13", INDIAN, NAMES, EARLY),
    Row(DPDP, "2026-11-13", NAMED, NAMES, EARLY),
    Row(DPDP, "2027-05-12", INDIAN, NAMES, EARLY),
    Row(DPDP, DPDP_DAY, INDIAN, NAMES, YES, "restricted", leaves=True),
    Row(DPDP, DPDP_DAY, at_home("IN"), NAMES, YES, "restricted", leaves=True),
    # ... a negative list that names nobody
    Row(DPDP, DPDP_DAY, INDIAN, NAMES, YES, "restricted", hub="CN", leaves=True),
    Row(DPDP, DPDP_DAY, INDIAN, NAMES, YES, "restricted", hub="PK", leaves=True),
    Row(DPDP, DPDP_DAY, INDIAN, TRACES, YES, "restricted", hub="IN", leaves=True),
    # ... named data of significant fiduciaries stay: both must be so
    Row(DPDP, DPDP_DAY, SIGNIFICANT, NAMES, YES, "restricted", leaves=True),
    Row(DPDP, DPDP_DAY, with_facts(INDIAN, "in-named-data"), NAMES, YES, "restricted"),
    Row(DPDP, DPDP_DAY, NAMED, NAMES, YES, "exclusive restricted", leaves=True),
    Row(DPDP, "2027-05-12", NAMED, NAMES, EARLY),
    # ... payment systems are under it too, and who has nothing to do with India is not
    Row(DPDP, DPDP_DAY, PAYMENTS, CARDS, YES, "restricted"),
    Row(DPDP, DPDP_DAY, INDIAN, ONE_TRACE, NEAR),
    Row(DPDP, DPDP_DAY, aimed("BD"), NAMES, NO),
    Row(DPDP, DPDP_DAY, make(facts="in-significant-fiduciary in-named-data"), NAMES, NO),
    # Pakistan: a bill binds nobody
    Row(PK, "2023-06-30", aimed("PK"), NAMES, EARLY),
    Row(PK, "2023-07-01", aimed("PK"), NAMES, EARLY),
    Row(PK, "2026-05-31", at_home("PK"), NAMES, EARLY),
    Row(PK, TODAY, at_home("PK"), NAMES, EARLY),
    Row(PK, TODAY, aimed("PK"), TRACES, EARLY),
    Row(PK, TODAY, with_facts(at_home("PK"), "pk-critical-data"), NAMES, EARLY),
    Row(PK, TODAY, at_home("PK"), NAMES, EARLY, hub="PK"),
    Row(PK, TODAY, aimed("IN"), NAMES, EARLY),
    # Bangladesh: a copy of everything for three months
    Row(BD, "2025-11-05", BENGALI, NAMES, EARLY),
    Row(BD, "2025-11-06", BENGALI, NAMES, YES, "copy"),
    Row(BD, "2025-11-06", at_home("BD"), TRACES, YES, "copy"),
    Row(BD, "2025-11-06", BENGALI, ONE_TRACE, NEAR),
    Row(BD, "2025-11-06", INDIAN, NAMES, NO),
    Row(BD, "2026-02-04", BENGALI, NAMES, YES, "copy"),
    # ... then of restricted data, and of what critical infrastructure holds
    Row(BD, "2026-02-05", BENGALI, NAMES, NEAR),
    Row(BD, "2026-02-05", BENGALI, NAMES | {"user.demographic.date_of_birth"}, YES, "copy"),
    Row(BD, TODAY, BENGALI, NAMES | {"user.financial.bank_account"}, YES, "copy"),
    Row(BD, TODAY, BENGALI, NAMES | {"user.financial.credit_card"}, NEAR),
    Row(BD, TODAY, BENGALI, frozenset({"user.biometric.fingerprint"}), YES, "copy"),
    Row(
        BD,
        TODAY,
        BENGALI,
        frozenset({"user.government_id.national_identification_number"}),
        YES,
        "copy",
    ),
    Row(BD, TODAY, BENGALI, frozenset({"user.government_id.passport_number"}), NEAR),
    Row(BD, TODAY, BENGALI, frozenset({"user"}), YES, "copy"),
    Row(BD, TODAY, BD_CII, NAMES, YES, "copy"),
    Row(BD, TODAY, BD_CII, NAMES | {"user.demographic.date_of_birth"}, YES, "copy copy"),
    Row(BD, TODAY, aimed("BD", critical_infrastructure="IN"), NAMES, NEAR),
]

PRECEDENTS: list[Precedent] = [
    Precedent(
        RBI, "2021-05-01", "American Express", "2021-04-30", PAYMENTS, CARDS, YES, "exclusive"
    ),
    Precedent(RBI, "2021-05-01", "Diners Club", "2021-04-30", PAYMENTS, CARDS, YES, "exclusive"),
    Precedent(RBI, "2021-07-22", "Mastercard", "2021-07-14", PAYMENTS, CARDS, YES, "exclusive"),
]
