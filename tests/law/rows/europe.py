"""The European Union, the United Kingdom and Switzerland: data leave under conditions only.

None of the three asks for a home, so most rows say whether data may be kept in the hub (`leaves`).
Which paper opens the way is tried in papers.py: these rows have no instruments on record.
"""

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

EU, GB, CH = "eu-gdpr-ch5", "gb-uk-gdpr", "ch-fadp"
TODAY = "2026-11-21"
ASKS = "restricted"

GERMAN, IRISH = aimed("DE"), at_home("IE")
DPF = with_facts(GERMAN, "dpf-certified")
SWISS_DPF = with_facts(aimed("CH"), "ch-dpf-certified")
PSEUDONYM = frozenset({"user.unique_id.pseudonymous", "user.demographic.language"})
GENES = frozenset({"user.health_and_medical.genetic"})

ROWS: list[Row] = [
    # the Union: the day on which it began, and the members, with Iceland, Liechtenstein, Norway
    Row(EU, "2018-05-24", IRISH, NAMES, EARLY),
    Row(EU, "2018-05-25", IRISH, NAMES, YES, ASKS, leaves=False),
    Row(EU, "2018-05-25", aimed("IS"), NAMES, YES, ASKS, leaves=False),
    Row(EU, TODAY, at_home("LI"), NAMES, YES, ASKS, leaves=False),
    Row(EU, TODAY, aimed("NO", "US"), NAMES, YES, ASKS, leaves=False),
    Row(EU, TODAY, make(established_in="US", targets="CH GB TR"), NAMES, NO),
    Row(EU, TODAY, make(kinds="social-network"), NAMES, NO),
    # ... what identifies
    Row(EU, TODAY, GERMAN, ONE_TRACE, NEAR),
    Row(EU, TODAY, GERMAN, TRACES, YES, ASKS, leaves=False),
    Row(EU, TODAY, GERMAN, PSEUDONYM, YES, ASKS, leaves=False),
    Row(EU, TODAY, GERMAN, GENES, NEAR),
    Row(EU, TODAY, GERMAN, GENES | ONE_TRACE, YES, ASKS, leaves=False),
    Row(EU, TODAY, GERMAN, frozenset({"system.operations"}), NEAR),
    Row(EU, TODAY, GERMAN, frozenset({"user"}), YES, ASKS, leaves=False),
    # ... nothing leaves while it stays in the Union
    Row(EU, "2018-05-25", GERMAN, NAMES, YES, ASKS, hub="DE", leaves=True),
    Row(EU, TODAY, GERMAN, NAMES, YES, ASKS, hub="NO", leaves=True),
    # ... decisions with a first and a last day
    Row(EU, "2025-12-18", GERMAN, NAMES, YES, ASKS, hub="GB", leaves=False),
    Row(EU, "2025-12-19", GERMAN, NAMES, YES, ASKS, hub="GB", leaves=True),
    Row(EU, "2031-12-26", GERMAN, NAMES, YES, ASKS, hub="GB", leaves=True),
    Row(EU, "2031-12-27", GERMAN, NAMES, YES, ASKS, hub="GB", leaves=False),
    Row(EU, "2026-02-08", GERMAN, NAMES, YES, ASKS, hub="BR", leaves=False),
    Row(EU, "2026-02-09", GERMAN, NAMES, YES, ASKS, hub="BR", leaves=True),
    # ... the framework counts for who is certified under it, and the Swiss one is another
    Row(EU, "2023-07-09", DPF, NAMES, YES, ASKS, leaves=False),
    Row(EU, "2023-07-10", DPF, NAMES, YES, ASKS, leaves=True),
    Row(EU, TODAY, DPF, NAMES, YES, ASKS, leaves=True),
    Row(EU, TODAY, GERMAN, NAMES, YES, ASKS, leaves=False),
    Row(EU, TODAY, with_facts(GERMAN, "ch-dpf-certified"), NAMES, YES, ASKS, leaves=False),
    Row(EU, TODAY, DPF, NAMES, YES, ASKS, hub="IN", leaves=False),
    # ... decisions whose day was not read, and Canada's for commercial organisations
    Row(EU, "2025-12-31", GERMAN, NAMES, YES, ASKS, hub="CH", leaves=False),
    Row(EU, "2026-01-01", GERMAN, NAMES, YES, ASKS, hub="CH", leaves=True),
    *(
        Row(EU, "2026-01-01", GERMAN, NAMES, YES, ASKS, hub=hub, leaves=True)
        for hub in ("AD", "AR", "FO", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY")
    ),
    Row(EU, TODAY, GERMAN, NAMES, YES, ASKS, hub="CA", leaves=False),
    Row(
        EU, TODAY, with_facts(GERMAN, "canada-commercial"), NAMES, YES, ASKS, hub="CA", leaves=True
    ),
    # ... where Meta and TikTok sent it
    Row(EU, "2023-01-01", IRISH, NAMES, YES, ASKS, hub="US", leaves=False),
    Row(EU, "2025-01-01", IRISH, NAMES, YES, ASKS, hub="CN", leaves=False),
    # the United Kingdom: three texts, none of which lets data leave without a paper
    Row(GB, "2020-12-31", aimed("GB"), NAMES, EARLY),
    Row(GB, "2021-01-01", aimed("GB"), NAMES, YES, ASKS, leaves=False),
    Row(GB, "2022-03-20", aimed("GB"), NAMES, YES, ASKS, leaves=False),
    Row(GB, "2022-03-21", at_home("GB"), NAMES, YES, ASKS, leaves=False),
    Row(GB, "2026-02-04", at_home("GB"), NAMES, YES, ASKS, leaves=False),
    Row(GB, "2026-02-05", at_home("GB"), NAMES, YES, ASKS, leaves=False),
    Row(GB, TODAY, at_home("GB"), NAMES, YES, ASKS, hub="FR", leaves=False),
    Row(GB, TODAY, with_facts(aimed("GB"), "dpf-certified"), NAMES, YES, ASKS, leaves=False),
    Row(GB, "2021-01-01", aimed("GB"), NAMES, YES, ASKS, hub="GB", leaves=True),
    Row(GB, TODAY, aimed("GB"), TRACES, YES, ASKS, hub="GB", leaves=True),
    Row(GB, TODAY, aimed("GB"), ONE_TRACE, NEAR),
    Row(GB, TODAY, at_home("IE"), NAMES, NO),
    # Switzerland: the United States from 2024-09-15, for who is certified
    Row(CH, "2023-08-31", aimed("CH"), NAMES, EARLY),
    Row(CH, "2023-09-01", aimed("CH"), NAMES, YES, ASKS, leaves=False),
    Row(CH, "2023-09-01", at_home("CH"), TRACES, YES, ASKS, hub="CH", leaves=True),
    Row(CH, "2024-09-14", SWISS_DPF, NAMES, YES, ASKS, leaves=False),
    Row(CH, "2024-09-15", SWISS_DPF, NAMES, YES, ASKS, leaves=True),
    Row(CH, TODAY, aimed("CH"), NAMES, YES, ASKS, leaves=False),
    Row(CH, TODAY, with_facts(aimed("CH"), "dpf-certified"), NAMES, YES, ASKS, leaves=False),
    Row(CH, TODAY, SWISS_DPF, NAMES, YES, ASKS, hub="IN", leaves=False),
    Row(CH, TODAY, aimed("CH"), ONE_TRACE, NEAR),
    Row(CH, TODAY, aimed("LI", "DE"), NAMES, NO),
]

# The day of the breach was not read; a day before the decision is taken.
PRECEDENTS: list[Precedent] = [
    Precedent(EU, "2023", "Meta", "2023-01-01", IRISH, NAMES, YES, ASKS),
    Precedent(EU, "2025", "TikTok", "2025-01-01", GERMAN, NAMES, YES, ASKS),
]
