"""China: storage by critical infrastructure, transfer by everyone else, important data."""

from __future__ import annotations

from domicile.config.service import Service
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
    number,
    with_facts,
)

CSL, STORE, LEAVE, DSL = "cn-csl-37", "cn-pipl-40", "cn-pipl-38", "cn-dsl"
NOW = "2026-11-21"

AIMED, AT_HOME, ELSEWHERE = aimed("CN"), at_home("CN"), aimed("IN", "KZ")
CIIO = at_home("CN", critical_infrastructure="CN")
CIIO_ABROAD = aimed("CN", critical_infrastructure="CN")
VOLUME = aimed("CN", volume_handler="CN")
GENES = frozenset({"user.health_and_medical.genetic", "user.device.device_id"})
MACHINES = frozenset({"system.operations"})
IMPORTANT = with_facts(AT_HOME, "cn-important-data")


def sized(persons: int, sensitive: int, *, service: Service = AIMED) -> Service:
    """The service, which says of how many people data has left since 1 January."""
    counted = number(service, "CN", persons, "persons", "since-1-january")
    return number(counted, "CN", sensitive, "sensitive-persons", "since-1-january")


MANY, SOME, FEW = sized(2_000_000, 0), sized(500_000, 0), sized(5_000, 0)

ROWS: list[Row] = [
    # the Cybersecurity Law: critical infrastructure only
    Row(CSL, "2017-05-31", CIIO, NAMES, EARLY),
    Row(CSL, "2017-06-01", CIIO, NAMES, YES, "primary restricted", leaves=False),
    Row(CSL, "2017-06-01", CIIO, NAMES, YES, "primary restricted", hub="CN", leaves=True),
    Row(CSL, "2017-06-01", CIIO_ABROAD, NAMES, YES, "primary restricted"),
    Row(CSL, "2017-06-01", AT_HOME, NAMES, NEAR),
    Row(CSL, "2017-06-01", AIMED, NAMES, NEAR),
    Row(CSL, "2017-06-01", VOLUME, NAMES, NEAR),
    Row(CSL, "2017-06-01", ELSEWHERE, NAMES, NO),
    Row(CSL, "2017-06-01", aimed("IN", critical_infrastructure="IN"), NAMES, NO),
    Row(CSL, "2017-06-01", CIIO, ONE_TRACE, NEAR),
    Row(CSL, "2017-06-01", CIIO, TRACES, YES, "primary restricted"),
    Row(CSL, "2017-06-01", AT_HOME, ONE_TRACE, NO),
    # ... the amendment kept the storage rule
    Row(CSL, "2025-12-31", CIIO, NAMES, YES, "primary restricted"),
    Row(CSL, "2026-01-01", CIIO, NAMES, YES, "primary restricted", leaves=False),
    Row(CSL, "2026-01-01", AT_HOME, NAMES, NEAR),
    Row(CSL, NOW, CIIO, MACHINES, NEAR),
    # PIPL, storage: critical infrastructure and volume handlers
    Row(STORE, "2021-10-31", CIIO, NAMES, EARLY),
    Row(STORE, "2021-11-01", CIIO, NAMES, YES, "primary restricted", leaves=False),
    Row(STORE, "2021-11-01", CIIO, NAMES, YES, "primary restricted", hub="CN", leaves=True),
    Row(STORE, NOW, VOLUME, NAMES, YES, "primary restricted", leaves=False),
    Row(STORE, NOW, VOLUME, TRACES, YES, "primary restricted"),
    Row(STORE, NOW, VOLUME, ONE_TRACE, NEAR),
    Row(STORE, NOW, AT_HOME, NAMES, NEAR),
    Row(STORE, NOW, MANY, NAMES, NEAR),
    Row(STORE, NOW, make(critical_infrastructure="CN"), NAMES, NEAR),
    Row(STORE, NOW, aimed("CN", critical_infrastructure="RU"), NAMES, NEAR),
    Row(STORE, NOW, AIMED, ONE_TRACE, NO),
    Row(STORE, NOW, ELSEWHERE, NAMES, NO),
    # ... an exemption from the conditions of transfer says nothing about storage
    Row(STORE, NOW, with_facts(CIIO, "cn-contract-necessity"), NAMES, YES, "primary restricted"),
    # PIPL, transfer: whoever does not store under article 40, whatever the number
    Row(LEAVE, "2021-10-31", AIMED, NAMES, EARLY),
    Row(LEAVE, "2021-11-01", AIMED, NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, "2021-11-01", AT_HOME, NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, "2021-11-01", AT_HOME, NAMES, YES, "restricted", hub="CN", leaves=True),
    Row(LEAVE, "2021-11-01", CIIO, NAMES, NEAR),
    Row(LEAVE, "2021-11-01", VOLUME, NAMES, NEAR),
    Row(LEAVE, "2021-11-01", ELSEWHERE, NAMES, NO),
    Row(LEAVE, "2021-11-01", AIMED, ONE_TRACE, NEAR),
    Row(LEAVE, "2021-11-01", AIMED, TRACES, YES, "restricted"),
    Row(LEAVE, "2021-11-01", FEW, NAMES, YES, "restricted"),
    # ... the measures on the assessment, and those on the contract
    Row(LEAVE, "2022-08-31", FEW, NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, "2022-09-01", FEW, NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, "2023-05-31", FEW, NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, "2023-06-01", FEW, NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, "2023-06-01", CIIO, NAMES, NEAR),
    # ... no exemption before the provisions of 2024
    Row(LEAVE, "2024-03-21", FEW, NAMES, YES, "restricted"),
    Row(LEAVE, "2024-03-21", with_facts(AIMED, "cn-staff-data"), NAMES, YES, "restricted"),
    Row(LEAVE, "2024-03-22", FEW, NAMES, NEAR),
    # ... 100,000: from there on a contract or a certificate
    Row(LEAVE, NOW, sized(99_999, 0), NAMES, NEAR),
    Row(LEAVE, NOW, sized(100_000, 0), NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, NOW, sized(100_001, 0), NAMES, YES, "restricted", leaves=False),
    # ... 1,000,000: from there on the assessment, and nothing else next to it
    Row(LEAVE, NOW, sized(999_999, 0), NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, NOW, sized(1_000_000, 0), NAMES, YES, "restricted", leaves=False),
    Row(LEAVE, NOW, sized(1_000_001, 0), NAMES, YES, "restricted", hub="CN", leaves=True),
    # ... sensitive data is counted apart: the first person, and the 10,000th
    Row(LEAVE, NOW, sized(0, 0), GENES, NEAR),
    Row(LEAVE, NOW, sized(0, 1), GENES, YES, "restricted", leaves=False),
    Row(LEAVE, NOW, sized(99_999, 9_999), GENES, YES, "restricted", leaves=False),
    Row(LEAVE, NOW, sized(99_999, 10_000), GENES, YES, "restricted", leaves=False),
    Row(LEAVE, NOW, sized(500_000, 10_000), GENES, YES, "restricted", leaves=False),
    # ... a number that is not stated counts as reached; one of another country says nothing
    Row(LEAVE, NOW, AIMED, NAMES, YES, "restricted", leaves=False),
    Row(
        LEAVE,
        NOW,
        number(AIMED, "CN", 10, "persons", "since-1-january"),
        NAMES,
        YES,
        "restricted",
    ),
    Row(
        LEAVE,
        NOW,
        number(FEW, "IN", 5_000_000, "persons", "since-1-january"),
        NAMES,
        NEAR,
    ),
    Row(LEAVE, NOW, number(FEW, "CN", 5_000_000, "persons", "12-months"), NAMES, NEAR),
    # ... exempt whatever the number
    Row(LEAVE, NOW, with_facts(MANY, "cn-contract-necessity"), NAMES, NEAR),
    Row(LEAVE, NOW, with_facts(SOME, "cn-staff-data"), NAMES, NEAR),
    Row(LEAVE, NOW, with_facts(SOME, "cn-emergency"), NAMES, NEAR),
    Row(LEAVE, NOW, with_facts(SOME, "cn-important-data"), NAMES, YES, "restricted"),
    # ... who it is still counts
    Row(LEAVE, NOW, sized(500_000, 0, service=AT_HOME), NAMES, YES, "restricted"),
    Row(LEAVE, NOW, sized(500_000, 0, service=CIIO), NAMES, NEAR),
    Row(LEAVE, NOW, sized(500_000, 0, service=ELSEWHERE), NAMES, NEAR),
    Row(LEAVE, NOW, SOME, ONE_TRACE, NEAR),
    Row(LEAVE, NOW, SOME, TRACES, YES, "restricted"),
    # the Data Security Law: it binds in China and lets general data go
    Row(DSL, "2021-08-31", AT_HOME, NAMES, EARLY),
    Row(DSL, "2021-09-01", AT_HOME, NAMES, YES, "restricted", leaves=True),
    Row(DSL, "2021-09-01", IMPORTANT, NAMES, YES, "restricted", leaves=False),
    Row(DSL, "2021-09-01", IMPORTANT, NAMES, YES, "restricted", hub="CN", leaves=True),
    Row(DSL, "2021-09-01", AIMED, NAMES, NEAR),
    Row(DSL, "2021-09-01", with_facts(AIMED, "cn-important-data"), NAMES, NEAR),
    Row(DSL, "2021-09-01", ELSEWHERE, NAMES, NO),
    # ... abroad when it handles data there, or does harm
    Row(
        DSL,
        "2021-09-01",
        with_facts(AIMED, "cn-handles-data-in-china"),
        NAMES,
        YES,
        "restricted",
        leaves=True,
    ),
    Row(
        DSL,
        "2021-09-01",
        with_facts(ELSEWHERE, "cn-harms-security-or-rights"),
        NAMES,
        YES,
        "restricted",
        leaves=True,
    ),
    Row(
        DSL,
        "2021-09-01",
        with_facts(AIMED, "cn-handles-data-in-china", "cn-important-data"),
        NAMES,
        YES,
        "restricted",
        leaves=False,
    ),
    # ... the provisions of 2024
    Row(DSL, "2024-03-21", IMPORTANT, NAMES, YES, "restricted", leaves=False),
    Row(DSL, "2024-03-22", IMPORTANT, NAMES, YES, "restricted", leaves=False),
    Row(DSL, "2024-03-22", AT_HOME, NAMES, YES, "restricted", leaves=True),
    Row(DSL, "2024-03-22", with_facts(IMPORTANT, "cn-staff-data"), NAMES, YES, "restricted"),
    Row(DSL, NOW, AT_HOME, ONE_TRACE, NEAR),
    Row(DSL, NOW, AT_HOME, TRACES, YES, "restricted", leaves=True),
    # Dior (Shanghai): nothing was on record for France
    Row(LEAVE, "2025-09-09", AT_HOME, NAMES, YES, "restricted", hub="FR", leaves=False),
]

# The days of the breaches are not told: the day of the decision is judged. Nor is it told that
# either was critical infrastructure, which is what the storage duties would ask.
PRECEDENTS: list[Precedent] = [
    Precedent(LEAVE, "2022-07-21", "Didi", "2022-07-21", AT_HOME, NAMES, YES, "restricted"),
    Precedent(DSL, "2022-07-21", "Didi", "2022-07-21", AT_HOME, NAMES, YES, "restricted"),
    Precedent(
        LEAVE, "2025-09-09", "Dior (Shanghai)", "2025-09-09", AT_HOME, NAMES, YES, "restricted"
    ),
]
