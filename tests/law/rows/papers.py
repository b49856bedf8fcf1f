"""What lets data leave: every instrument that a law accepts, alone, together, run out, elsewhere.

A row has the papers that are on record (`Row.papers`); all other modules have none.
"""

from __future__ import annotations

from domicile.config.service import Service
from law.rows.china import AT_HOME, CIIO, IMPORTANT, VOLUME, sized
from law.rows.common import NAMES, YES, Precedent, Row, aimed, at_home, with_facts

NOW = "2026-11-21"
ASKS = "restricted"
CLAUSES, RULES, CONTRACT = "standard-clauses", "corporate-rules", "contract"
CODE, CERTIFICATE, CONSENT = "code-of-conduct", "certification", "consent"
IMPACT, NOTICE, PERMIT = "impact-assessment", "notification", "permit"
SECURITY, STANDARDS = "security-assessment", "international-standards"
EVERY = (
    *(CLAUSES, RULES, CONTRACT, CODE, CERTIFICATE, CONSENT),
    *(IMPACT, NOTICE, PERMIT, SECURITY, STANDARDS),
)

HEALTH = NAMES | {"user.health_and_medical"}
GENES = NAMES | {"user.health_and_medical.genetic"}
TOLD = (NOTICE, CONSENT, IMPACT)
GERMAN = aimed("DE")
BC = with_facts(at_home("CA"), "ca-bc-public-body")
BARRED = ("CN", "HK", "MO", "CU", "IR", "KP", "RU", "VE")


def _others(accepted: tuple[str, ...]) -> tuple[str, ...]:
    """Every instrument that is not accepted."""
    return tuple(kind for kind in EVERY if kind not in accepted)


def _without(missing: str, *papers: str) -> tuple[str, ...]:
    """The papers, but for one."""
    return tuple(kind for kind in papers if kind != missing)


# One instrument is enough: law, day, service, data, duties, what is accepted.
ONE_OF: list[tuple[str, str, Service, frozenset[str], str, tuple[str, ...]]] = [
    ("br-lgpd-33", "2024-08-22", aimed("BR"), NAMES, ASKS, (CONTRACT, RULES)),
    ("br-lgpd-33", "2024-08-23", aimed("BR"), NAMES, ASKS, (CLAUSES, CONTRACT, RULES)),
    ("by-99z-9", NOW, aimed("BY"), NAMES, ASKS, (PERMIT,)),
    ("ca-bc-foippa", NOW, BC, NAMES, ASKS, (IMPACT,)),
    ("ch-fadp", NOW, aimed("CH"), NAMES, ASKS, (CLAUSES, RULES)),
    ("cn-csl-37", "2017-06-01", CIIO, NAMES, "primary restricted", (SECURITY,)),
    ("cn-csl-37", "2026-01-01", CIIO, NAMES, "primary restricted", (SECURITY,)),
    ("cn-dsl", NOW, IMPORTANT, NAMES, ASKS, (SECURITY,)),
    ("cn-pipl-40", NOW, VOLUME, NAMES, "primary restricted", (SECURITY,)),
    ("eu-gdpr-ch5", "2020-07-15", GERMAN, NAMES, ASKS, (CLAUSES, RULES, CODE, CERTIFICATE)),
    ("gb-uk-gdpr", "2022-03-21", aimed("GB"), NAMES, ASKS, (CLAUSES,)),
    ("gb-uk-gdpr", "2026-02-04", aimed("GB"), NAMES, ASKS, (CLAUSES,)),
    (
        "id-pdp-56",
        NOW,
        aimed("ID"),
        NAMES,
        "restricted restricted",
        (CLAUSES, CONTRACT, RULES, CONSENT),
    ),
    ("jp-appi-28", NOW, aimed("JP"), NAMES, ASKS, (CONSENT, CONTRACT, CLAUSES, RULES)),
    (
        "ke-dpa-50",
        NOW,
        aimed("KE"),
        NAMES,
        ASKS,
        (CLAUSES, RULES, CONTRACT, CODE, CERTIFICATE, CONSENT),
    ),
    ("kr-pipa-28-8", NOW, aimed("KR"), NAMES, ASKS, (CONSENT, CERTIFICATE)),
    (
        "ng-ndpa-41",
        NOW,
        aimed("NG"),
        NAMES,
        ASKS,
        (RULES, CLAUSES, CONTRACT, CODE, CERTIFICATE),
    ),
    ("tr-kvkk-9", "2024-08-31", aimed("TR"), NAMES, ASKS, (CLAUSES, RULES, CONSENT)),
    ("tr-kvkk-9", "2024-09-01", aimed("TR"), NAMES, ASKS, (CLAUSES, RULES)),
    ("uz-547", NOW, aimed("UZ"), NAMES, ASKS, (CLAUSES, RULES, STANDARDS)),
    ("uz-547", NOW, aimed("UZ"), GENES, "exclusive restricted", (CLAUSES, RULES, STANDARDS)),
    ("vn-pdpl", "2023-07-01", aimed("VN"), NAMES, ASKS, (IMPACT,)),
    ("vn-pdpl", "2026-01-01", aimed("VN"), NAMES, ASKS, (IMPACT,)),
    ("za-popia-72", "2022-01-31", aimed("ZA"), HEALTH, ASKS, (RULES, CONTRACT, CLAUSES, CONSENT)),
    ("za-popia-72", "2022-02-01", aimed("ZA"), NAMES, ASKS, (RULES, CONTRACT, CLAUSES, CONSENT)),
]

# One of these with all of those: law, day, service, data, duties, one of, along with.
TOGETHER: list[tuple[str, str, Service, frozenset[str], str, tuple[str, ...], tuple[str, ...]]] = [
    ("ca-qc-17", NOW, aimed("CA"), NAMES, ASKS, (IMPACT,), (CONTRACT,)),
    ("cn-pipl-38", "2021-11-01", AT_HOME, NAMES, ASKS, (CERTIFICATE,), TOLD),
    ("cn-pipl-38", "2022-09-01", AT_HOME, NAMES, ASKS, (SECURITY, CERTIFICATE), TOLD),
    ("cn-pipl-38", "2023-06-01", AT_HOME, NAMES, ASKS, (SECURITY, CERTIFICATE, CLAUSES), TOLD),
    ("cn-pipl-38", NOW, sized(100_000, 0), NAMES, ASKS, (CERTIFICATE, CLAUSES), TOLD),
    ("cn-pipl-38", NOW, sized(1_000_000, 0), NAMES, ASKS, (SECURITY,), TOLD),
    ("eu-gdpr-ch5", "2020-07-16", GERMAN, NAMES, ASKS, (CLAUSES, RULES), (IMPACT,)),
    ("eu-gdpr-ch5", NOW, GERMAN, NAMES, ASKS, (CLAUSES, RULES, CODE, CERTIFICATE), (IMPACT,)),
    ("gb-uk-gdpr", "2026-02-05", aimed("GB"), NAMES, ASKS, (CLAUSES,), (IMPACT,)),
    (
        "ke-dpa-50",
        NOW,
        aimed("KE"),
        HEALTH,
        "restricted restricted",
        (CLAUSES, RULES, CONTRACT, CODE, CERTIFICATE),
        (CONSENT,),
    ),
    ("ru-152-fz-art12", "2023-03-01", aimed("RU"), NAMES, ASKS, (NOTICE,), (IMPACT,)),
    (
        "rw-058-50",
        NOW,
        with_facts(at_home("RW"), "rw-storage-certificate"),
        NAMES,
        ASKS,
        (PERMIT, CONSENT),
        (CONTRACT,),
    ),
    ("sa-pdpl", "2024-09-01", aimed("SA"), NAMES, ASKS, (CLAUSES, RULES, CERTIFICATE), (IMPACT,)),
    (
        "za-popia-72",
        "2022-02-01",
        aimed("ZA"),
        HEALTH,
        "restricted restricted",
        (RULES, CONTRACT, CLAUSES, CONSENT),
        (PERMIT,),
    ),
]

ROWS: list[Row] = [
    # without any paper nothing leaves
    *(
        Row(law, day, service, data, YES, duties, leaves=False)
        for law, day, service, data, duties, *_ in (*ONE_OF, *TOGETHER)
    ),
    # each accepted instrument opens the way, and all others together do not
    *(
        Row(law, day, service, data, YES, duties, leaves=True, papers=(kind,))
        for law, day, service, data, duties, accepted in ONE_OF
        for kind in accepted
    ),
    *(
        Row(law, day, service, data, YES, duties, leaves=False, papers=_others(accepted))
        for law, day, service, data, duties, accepted in ONE_OF
    ),
    # an instrument opens it with what must go along, and not without any part of that
    *(
        Row(law, day, service, data, YES, duties, leaves=True, papers=(kind, *along))
        for law, day, service, data, duties, accepted, along in TOGETHER
        for kind in accepted
    ),
    *(
        Row(law, day, service, data, YES, duties, leaves=False, papers=_without(missing, *all_of))
        for law, day, service, data, duties, accepted, along in TOGETHER
        for all_of in [(accepted[0], *along)]
        for missing in all_of
    ),
    # a law that had no way yet takes no paper at all
    Row("gb-uk-gdpr", "2022-03-20", aimed("GB"), NAMES, YES, ASKS, leaves=False, papers=EVERY),
    Row("sa-pdpl", "2024-08-31", aimed("SA"), NAMES, YES, ASKS, leaves=False, papers=EVERY),
    # a paper is good up to its last day, and the one that must go along is as well
    *(
        Row("ch-fadp", day, aimed("CH"), NAMES, YES, ASKS, leaves=leaves, papers=(run_out,))
        for run_out in (f"{CLAUSES}..2025-06-01",)
        for day, leaves in (("2025-05-31", True), ("2025-06-01", False))
    ),
    *(
        Row("eu-gdpr-ch5", day, GERMAN, NAMES, YES, ASKS, leaves=leaves, papers=papers)
        for papers in (
            (f"{CLAUSES}..2025-06-01", IMPACT),
            (CLAUSES, f"{IMPACT}..2025-06-01"),
        )
        for day, leaves in (("2025-05-31", True), ("2025-06-01", False))
    ),
    Row(
        "ru-152-fz-art12",
        NOW,
        aimed("RU"),
        NAMES,
        YES,
        ASKS,
        leaves=False,
        papers=(f"{NOTICE}..2026-11-21", IMPACT),
    ),
    # ... and for the country that it names
    Row("ch-fadp", NOW, aimed("CH"), NAMES, YES, ASKS, leaves=False, papers=(f"{CLAUSES}@IN",)),
    Row(
        "ch-fadp",
        NOW,
        aimed("CH"),
        NAMES,
        YES,
        ASKS,
        hub="IN",
        leaves=True,
        papers=(f"{CLAUSES}@IN",),
    ),
    Row(
        "eu-gdpr-ch5",
        NOW,
        GERMAN,
        NAMES,
        YES,
        ASKS,
        leaves=False,
        papers=(CLAUSES, f"{IMPACT}@IN"),
    ),
    # an adequate country needs no paper; one that is adequate under a fact takes either
    Row("eu-gdpr-ch5", NOW, GERMAN, NAMES, YES, ASKS, hub="JP", leaves=True),
    Row("eu-gdpr-ch5", NOW, GERMAN, NAMES, YES, ASKS, hub="CA", leaves=False, papers=(CLAUSES,)),
    Row(
        "eu-gdpr-ch5",
        NOW,
        GERMAN,
        NAMES,
        YES,
        ASKS,
        hub="CA",
        leaves=True,
        papers=(CLAUSES, IMPACT),
    ),
    Row(
        "eu-gdpr-ch5",
        NOW,
        with_facts(GERMAN, "canada-commercial"),
        NAMES,
        YES,
        ASKS,
        hub="CA",
        leaves=True,
    ),
    Row("ch-fadp", NOW, aimed("CH"), NAMES, YES, ASKS, leaves=False, papers=(CONSENT,)),
    Row("ch-fadp", NOW, with_facts(aimed("CH"), "ch-dpf-certified"), NAMES, YES, ASKS, leaves=True),
    Row("br-lgpd-33", "2026-02-08", aimed("BR"), NAMES, YES, ASKS, hub="FR", leaves=False),
    Row("br-lgpd-33", "2026-02-09", aimed("BR"), NAMES, YES, ASKS, hub="FR", leaves=True),
    Row("jp-appi-28", "2025-12-31", aimed("JP"), NAMES, YES, ASKS, hub="FR", leaves=False),
    Row("jp-appi-28", "2026-01-01", aimed("JP"), NAMES, YES, ASKS, hub="FR", leaves=True),
    Row(
        "jp-appi-28",
        "2025-12-31",
        aimed("JP"),
        NAMES,
        YES,
        ASKS,
        hub="FR",
        leaves=True,
        papers=(CONTRACT,),
    ),
    Row(
        "ru-152-fz-art12",
        NOW,
        with_facts(aimed("RU"), "ru-transfer-notified"),
        NAMES,
        YES,
        ASKS,
        hub="GE",
        leaves=True,
    ),
    Row(
        "ru-152-fz-art12",
        NOW,
        with_facts(aimed("RU"), "ru-transfer-notified"),
        NAMES,
        YES,
        ASKS,
        hub="IN",
        leaves=False,
        papers=(NOTICE,),
    ),
    # no paper opens the way to a country that is barred
    *(
        Row(
            "us-28cfr202",
            "2025-04-08",
            at_home("US"),
            NAMES,
            YES,
            ASKS,
            hub=hub,
            leaves=False,
            papers=EVERY,
        )
        for hub in BARRED
    ),
    Row("us-28cfr202", "2025-04-08", at_home("US"), NAMES, YES, ASKS, hub="KZ", leaves=True),
    # ... and none is asked for where everything is free
    Row("cn-dsl", NOW, AT_HOME, NAMES, YES, ASKS, leaves=True),
    Row("id-gr71", NOW, aimed("ID"), NAMES, YES, ASKS, leaves=True),
]

PRECEDENTS: list[Precedent] = []
