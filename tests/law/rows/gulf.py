"""Saudi Arabia and the Emirates: transfers under conditions, and health data that stay at home."""

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

SA, AE, HEALTH = "sa-pdpl", "ae-pdpl", "ae-health-2019"
TODAY = "2026-11-21"

CLINIC = at_home("AE", kinds="health")
INSURER = aimed("AE", kinds="insurance")
PATIENTS = NAMES | {"user.health_and_medical"}
GENES = frozenset({"user.health_and_medical.genetic"})

ROWS: list[Row] = [
    # Saudi Arabia: in force, with a year's time, and a new transfer regulation inside that year
    Row(SA, "2023-09-13", aimed("SA"), NAMES, EARLY),
    Row(SA, "2023-09-14", aimed("SA"), NAMES, YES, "restricted", leaves=False),
    Row(SA, "2024-08-31", at_home("SA"), NAMES, YES, "restricted", leaves=False),
    Row(SA, "2024-09-01", at_home("SA"), NAMES, YES, "restricted", leaves=False),
    Row(SA, "2024-09-13", at_home("SA"), NAMES, YES, "restricted", leaves=False),
    Row(SA, "2024-09-14", at_home("SA"), NAMES, YES, "restricted", leaves=False),
    # ... no state is known to be adequate, a neighbour neither; at home nothing leaves
    Row(SA, TODAY, aimed("SA"), NAMES, YES, "restricted", hub="AE", leaves=False),
    Row(SA, TODAY, aimed("SA"), NAMES, YES, "restricted", hub="SA", leaves=True),
    Row(
        SA, TODAY, with_facts(aimed("SA"), "dpf-certified"), NAMES, YES, "restricted", leaves=False
    ),
    # ... what it collects, and where it is aimed
    Row(SA, TODAY, aimed("SA"), TRACES, YES, "restricted"),
    Row(SA, TODAY, aimed("SA"), PATIENTS, YES, "restricted"),
    Row(SA, TODAY, aimed("SA"), ONE_TRACE, NEAR),
    Row(SA, TODAY, at_home("AE"), NAMES, NO),
    # the Emirates' general law is enacted and not yet applied: it binds nobody
    Row(AE, "2022-01-01", at_home("AE"), NAMES, EARLY),
    Row(AE, "2022-01-02", at_home("AE"), NAMES, EARLY),
    Row(AE, "2022-07-02", at_home("AE"), NAMES, EARLY),
    Row(AE, TODAY, at_home("AE"), NAMES, EARLY),
    Row(AE, TODAY, aimed("AE"), TRACES, EARLY),
    Row(AE, TODAY, at_home("AE"), NAMES, EARLY, hub="AE"),
    Row(AE, TODAY, with_facts(at_home("AE"), "ae-free-zone"), NAMES, EARLY),
    Row(AE, TODAY, CLINIC, PATIENTS, EARLY),
    Row(AE, TODAY, aimed("SA"), NAMES, EARLY),
    # health data of the Emirates: the month in which it began, read as its first day
    Row(HEALTH, "2019-04-30", CLINIC, PATIENTS, EARLY),
    Row(HEALTH, "2019-05-01", CLINIC, PATIENTS, YES, "exclusive"),
    Row(HEALTH, "2019-05-01", INSURER, PATIENTS, YES, "exclusive"),
    # ... the exceptions of 2021, for who keeps nothing else abroad
    Row(HEALTH, "2021-05-15", CLINIC, PATIENTS, YES, "exclusive"),
    Row(
        HEALTH, "2021-05-15", with_facts(CLINIC, "ae-health-exception"), PATIENTS, YES, "exclusive"
    ),
    Row(HEALTH, "2021-05-16", with_facts(CLINIC, "ae-health-exception"), PATIENTS, NEAR),
    Row(HEALTH, "2021-05-16", CLINIC, PATIENTS, YES, "exclusive"),
    Row(HEALTH, TODAY, INSURER, PATIENTS, YES, "exclusive"),
    # ... free zones are in
    Row(HEALTH, TODAY, with_facts(CLINIC, "ae-free-zone"), PATIENTS, YES, "exclusive"),
    # ... who is covered
    Row(HEALTH, TODAY, at_home("AE", kinds="rental"), PATIENTS, NEAR),
    Row(HEALTH, TODAY, at_home("AE"), PATIENTS, NEAR),
    Row(HEALTH, TODAY, at_home("SA", kinds="health"), PATIENTS, NO),
    Row(HEALTH, TODAY, make(targets="US", kinds="health"), PATIENTS, NO),
    # ... and which data
    Row(HEALTH, TODAY, CLINIC, NAMES, NEAR),
    Row(HEALTH, TODAY, CLINIC, GENES, NEAR),
    Row(HEALTH, TODAY, CLINIC, GENES | ONE_TRACE, YES, "exclusive"),
    Row(HEALTH, TODAY, CLINIC, NAMES | GENES, YES, "exclusive"),
    Row(HEALTH, TODAY, CLINIC, frozenset({"user.biometric.health"}), YES, "exclusive"),
    Row(HEALTH, TODAY, CLINIC, frozenset({"user.biometric.voice"}), NEAR),
    # ... a mapping that may hold a record number or a name counts as if it did
    Row(HEALTH, TODAY, CLINIC, frozenset({"user.health_and_medical"}), YES, "exclusive"),
    Row(HEALTH, TODAY, CLINIC, frozenset({"user"}), YES, "exclusive"),
]

# The 48 Saudi decisions name neither a service nor a transfer: there is nothing to judge.
PRECEDENTS: list[Precedent] = []
