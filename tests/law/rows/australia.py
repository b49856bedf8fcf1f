"""Australia: the records of My Health Record."""

from __future__ import annotations

from law.rows.common import (
    EARLY,
    NAMES,
    NEAR,
    NO,
    ONE_TRACE,
    YES,
    Precedent,
    Row,
    aimed,
    at_home,
    with_facts,
)

OPERATOR = with_facts(at_home("AU", kinds="health"), "au-my-health-record")
CONTRACTOR = with_facts(at_home("US"), "au-my-health-record")
STATISTICS = with_facts(OPERATOR, "au-nobody-identified")
PATIENTS = NAMES | {"user.health_and_medical.record_id"}
NO_NAME = frozenset({"user.health_and_medical"})
NOTHING = frozenset({"system.operations"})

ROWS: list[Row] = [
    # from the first day, for who takes part in the system, wherever it is
    Row("au-mhr-77", "2012-06-28", OPERATOR, PATIENTS, EARLY),
    Row("au-mhr-77", "2012-06-29", OPERATOR, PATIENTS, YES, "exclusive"),
    Row("au-mhr-77", "2026-11-21", CONTRACTOR, PATIENTS, YES, "exclusive"),
    # ... and for nobody else, health or not
    Row("au-mhr-77", "2026-11-21", at_home("AU", kinds="health"), PATIENTS, NEAR),
    Row("au-mhr-77", "2026-11-21", aimed("AU"), NAMES, NEAR),
    Row("au-mhr-77", "2026-11-21", at_home("NZ", kinds="health"), PATIENTS, NO),
    # a record stays even if what is held of it names no one; the System Operator is freer
    Row("au-mhr-77", "2026-11-21", OPERATOR, NO_NAME, YES, "exclusive"),
    Row("au-mhr-77", "2026-11-21", OPERATOR, ONE_TRACE, YES, "exclusive"),
    Row("au-mhr-77", "2026-11-21", STATISTICS, NO_NAME, NEAR),
    Row("au-mhr-77", "2026-11-21", OPERATOR, NOTHING, NEAR),
    Row("au-mhr-77", "2026-11-21", at_home("AU"), NOTHING, NO),
]

PRECEDENTS: list[Precedent] = []
