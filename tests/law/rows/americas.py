"""Brazil, two parts of Canada, and the United States."""

from __future__ import annotations

from domicile.config.service import Service, Unit
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

DIRECT = with_facts(aimed("BR"), "br-direct-collection")

BC = with_facts(at_home("CA"), "ca-bc-public-body")
BC_SUPPLIER = with_facts(at_home("US"), "ca-bc-public-body")

NOTHING = frozenset({"system.operations"})
ONE_NAME = frozenset({"user.name"})
PAIR = frozenset({"user.name", "user.device.ip_address"})
PSEUDONYMS = frozenset({"user.unique_id.pseudonymous", "user.device.cookie_id"})
GENES = frozenset({"user.health_and_medical.genetic"})
VOICE = frozenset({"user.biometric.voice"})
PLACE = frozenset({"user.location.precise"})
CARD = frozenset({"user.financial.credit_card"})
FILE = frozenset({"user.health_and_medical.record_id"})
ANY_HEALTH = frozenset({"user.health_and_medical"})
COARSE = frozenset({"user"})


def held(count: int, unit: Unit, *categories: str) -> Service:
    """A service of the United States, which says of how many it held these in 12 months."""
    return number(at_home("US"), "US", count, unit, "12-months", *categories)


GENES_100 = held(100, "persons", *GENES)
PERSONS_10 = held(10, "persons")

ROWS: list[Row] = [
    # Brazil: who is there or aims at it, from the first day
    Row("br-lgpd-33", "2020-09-17", aimed("BR"), NAMES, EARLY),
    Row("br-lgpd-33", "2020-09-18", aimed("BR"), NAMES, YES, "restricted", leaves=False),
    Row("br-lgpd-33", "2020-09-18", at_home("BR"), NAMES, YES, "restricted", hub="BR", leaves=True),
    Row("br-lgpd-33", "2020-09-18", aimed("AR"), NAMES, NO),
    # ... what people hand over from Brazil themselves is not a transfer
    Row("br-lgpd-33", "2020-09-18", DIRECT, NAMES, NEAR),
    Row("br-lgpd-33", "2024-08-23", DIRECT, NAMES, NEAR),
    # ... the rules of 2024
    Row("br-lgpd-33", "2024-08-22", at_home("BR"), TRACES, YES, "restricted", leaves=False),
    Row("br-lgpd-33", "2024-08-23", at_home("BR"), TRACES, YES, "restricted", leaves=False),
    Row("br-lgpd-33", "2024-08-23", at_home("BR"), ONE_TRACE, NEAR),
    # ... adequate is the Union, and it only, from 2026 on
    Row("br-lgpd-33", "2026-02-08", aimed("BR"), NAMES, YES, "restricted", hub="DE", leaves=False),
    Row("br-lgpd-33", "2026-02-09", aimed("BR"), NAMES, YES, "restricted", hub="DE", leaves=True),
    Row("br-lgpd-33", "2026-02-09", aimed("BR"), NAMES, YES, "restricted", hub="NO", leaves=False),
    Row("br-lgpd-33", "2026-02-09", aimed("BR"), NAMES, YES, "restricted", hub="US", leaves=False),
    # British Columbia: public bodies and who works for them
    Row("ca-bc-foippa", "2003-12-31", BC, NAMES, EARLY),
    Row("ca-bc-foippa", "2004-01-01", BC, NAMES, YES, "exclusive"),
    Row("ca-bc-foippa", "2004-01-01", BC_SUPPLIER, NAMES, YES, "exclusive"),
    Row("ca-bc-foippa", "2012-01-01", at_home("CA"), NAMES, NEAR),
    Row("ca-bc-foippa", "2012-01-01", at_home("CA", kinds="government"), NAMES, NEAR),
    Row("ca-bc-foippa", "2012-01-01", at_home("US"), NAMES, NO),
    Row("ca-bc-foippa", "2012-01-01", BC, ONE_TRACE, NEAR),
    Row("ca-bc-foippa", "2012-01-01", at_home("CA"), ONE_TRACE, NO),
    # ... the change of 2021: storage abroad on conditions
    Row("ca-bc-foippa", "2021-11-24", BC, NAMES, YES, "exclusive"),
    Row("ca-bc-foippa", "2021-11-25", BC, NAMES, YES, "restricted", leaves=False),
    Row("ca-bc-foippa", "2021-11-25", BC, NAMES, YES, "restricted", hub="CA", leaves=True),
    Row("ca-bc-foippa", "2021-11-25", at_home("CA"), NAMES, NEAR),
    # Quebec: any enterprise; that other provinces are abroad too is more than countries can say
    Row("ca-qc-17", "2023-09-21", at_home("CA"), NAMES, EARLY),
    Row("ca-qc-17", "2023-09-22", at_home("CA"), NAMES, YES, "restricted", leaves=False),
    Row("ca-qc-17", "2023-09-22", aimed("CA"), NAMES, YES, "restricted", hub="FR", leaves=False),
    Row("ca-qc-17", "2026-11-21", aimed("CA"), NAMES, YES, "restricted", hub="CA", leaves=True),
    Row("ca-qc-17", "2026-11-21", aimed("CA"), TRACES, YES, "restricted"),
    Row("ca-qc-17", "2026-11-21", aimed("CA"), ONE_TRACE, NEAR),
    Row("ca-qc-17", "2026-11-21", aimed("CA"), NOTHING, NEAR),
    Row("ca-qc-17", "2026-11-21", at_home("US"), NAMES, NO),
    # United States: who is a US person, from the first day
    Row("us-28cfr202", "2025-04-07", at_home("US"), NAMES, EARLY),
    Row("us-28cfr202", "2025-04-08", at_home("US"), NAMES, YES, "restricted", leaves=True),
    Row("us-28cfr202", "2025-04-08", aimed("US"), NAMES, NEAR),
    Row("us-28cfr202", "2025-04-08", at_home("RU"), NAMES, NO),
    # ... identifiers come in pairs, with or without a name
    Row("us-28cfr202", "2025-10-06", at_home("US"), ONE_NAME, NEAR),
    Row("us-28cfr202", "2025-10-06", at_home("US"), PAIR, YES, "restricted"),
    Row("us-28cfr202", "2025-10-06", at_home("US"), PSEUDONYMS, YES, "restricted"),
    Row("us-28cfr202", "2025-10-06", at_home("US"), NOTHING, NEAR),
    # ... each threshold: more than, and not at least
    Row("us-28cfr202", "2025-10-06", held(100_000, "persons"), NAMES, NEAR),
    Row("us-28cfr202", "2025-10-06", held(100_001, "persons"), NAMES, YES, "restricted"),
    Row("us-28cfr202", "2025-10-06", GENES_100, GENES, NEAR),
    Row("us-28cfr202", "2025-10-06", held(101, "persons", *GENES), GENES, YES, "restricted"),
    Row("us-28cfr202", "2025-10-06", held(1_000, "persons", "user.biometric"), VOICE, NEAR),
    Row(
        "us-28cfr202",
        "2025-10-06",
        held(1_001, "persons", "user.biometric"),
        VOICE,
        YES,
        "restricted",
    ),
    Row("us-28cfr202", "2025-10-06", held(1_000, "devices", *PLACE), PLACE, NEAR),
    Row("us-28cfr202", "2025-10-06", held(1_001, "devices", *PLACE), PLACE, YES, "restricted"),
    Row("us-28cfr202", "2025-10-06", held(10_000, "persons", *ANY_HEALTH), FILE, NEAR),
    Row("us-28cfr202", "2025-10-06", held(10_001, "persons", *ANY_HEALTH), FILE, YES, "restricted"),
    Row("us-28cfr202", "2025-10-06", held(10_000, "persons", "user.financial"), CARD, NEAR),
    Row(
        "us-28cfr202",
        "2025-10-06",
        held(10_001, "persons", "user.financial"),
        CARD,
        YES,
        "restricted",
    ),
    # ... a number of something else, or none, is no number below the limit
    Row("us-28cfr202", "2025-10-06", held(5, "persons", *PLACE), PLACE, YES, "restricted"),
    Row("us-28cfr202", "2025-10-06", PERSONS_10, CARD, YES, "restricted"),
    # ... other 'omic data, and government-related data in any amount
    Row(
        "us-28cfr202",
        "2025-10-06",
        with_facts(GENES_100, "us-other-omic-data"),
        GENES,
        YES,
        "restricted",
    ),
    Row("us-28cfr202", "2025-10-06", PERSONS_10, NAMES, NEAR),
    Row(
        "us-28cfr202",
        "2025-10-06",
        with_facts(PERSONS_10, "us-government-related-data"),
        NAMES,
        YES,
        "restricted",
    ),
    # ... the reach by categories: a coarse word is all that it may be
    Row("us-28cfr202", "2025-10-06", at_home("US"), ANY_HEALTH, YES, "restricted restricted"),
    Row("us-28cfr202", "2025-10-06", at_home("US"), CARD | PAIR, YES, "restricted restricted"),
    Row(
        "us-28cfr202",
        "2025-10-06",
        at_home("US"),
        COARSE,
        YES,
        "restricted restricted restricted restricted restricted restricted",
    ),
    # ... eight places are barred, and no other
    *(
        Row(
            "us-28cfr202",
            "2026-11-21",
            at_home("US"),
            NAMES,
            YES,
            "restricted",
            hub=hub,
            leaves=free,
        )
        for free, hubs in ((False, "CN HK MO CU IR KP RU VE"), (True, "US DE IN TW"))
        for hub in hubs.split()
    ),
]

PRECEDENTS: list[Precedent] = []
