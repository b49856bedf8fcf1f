"""The laws in one line each: the rows of `laws list` and of the table in docs/laws.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from domicile.config.service import Whose
from domicile.law.model import Clause, Confidence, Law, Version
from domicile.law.wording import covered, duty, worst

BEGIN = "<!-- packs -->\n"
END = "<!-- /packs -->\n"
_HEAD = (
    "| id | from | duty | whose | who is covered | confidence |",
    "|---|---|---|---|---|---|",
)
_WHOSE: dict[Whose, str] = {
    "citizens": "citizens",
    "residents": "residents",
    "persons-in-territory": "in territory",
    "all": "all",
}
NOTHING = "nothing to store"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One law on one day.

    `version` is the first day of the text in force, `from DATE`, `ended DATE`, or what it is
    instead of law (`bill`); `confidence` is that of the least sure clause. Duties and whose
    data are in the order of the pack.
    """

    id: str
    name: str
    country: str
    version: str
    duties: tuple[str, ...]
    whose: tuple[str, ...]
    confidence: Confidence


def rows(laws: Iterable[Law], day: date, country: str | None = None) -> tuple[Row, ...]:
    """A row for each law, by country and id; of one country, a union's members included."""
    chosen = [law for law in laws if country is None or country in law.reach | {law.country}]
    return tuple(_row(law, day) for law in sorted(chosen, key=lambda law: (law.country, law.id)))


def _row(law: Law, day: date) -> Row:
    version = _told(law, day)
    return Row(
        id=law.id,
        name=law.name,
        country=law.country,
        version=state(law, day),
        duties=_once(clause.duty for clause in version.clauses),
        whose=_once(_WHOSE[clause.whose] for clause in version.clauses),
        confidence=confidence(version),
    )


def state(law: Law, day: date) -> str:
    """Which text is in force that day, in a word or two."""
    version = _told(law, day)
    if version.status == "repealed":
        return f"ended {version.since}"
    if version.status != "in-force":
        return version.status
    if day < version.since:
        return f"from {version.since}"
    return version.since.isoformat() if law.version_on(day) else f"ended {version.until}"


def _told(law: Law, day: date) -> Version:
    """The version in force that day, else the next that will be, else the last before."""
    found = law.version_on(day)
    if found and found.status in {"in-force", "repealed"}:
        return found
    coming = (each for each in law.versions if day < each.since and each.status == "in-force")
    return next(coming, found or law.versions[-1 if law.versions[0].since <= day else 0])


def confidence(version: Version) -> Confidence:
    """How sure the least sure of the clauses is; the obligations' where there is no clause."""
    parts = [clause.basis for clause in version.clauses]
    parts = parts or [each.basis for each in version.obligations] or [version.basis]
    return worst(basis.confidence for basis in parts)


def markdown(laws: Iterable[Law]) -> str:
    """The table of all packs: a row for each version, and one for each of its readings."""
    lines = [line for law in sorted(laws, key=lambda law: law.id) for line in _lines(law)]
    return "\n".join((*_HEAD, *lines)) + "\n"


def renewed(page: str, laws: Iterable[Law]) -> str:
    """The page with its table of packs made anew; the rest is as it was.

    Raises:
        ValueError: the page lacks the two marks.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has no table of packs")
    return f"{before}{BEGIN}{markdown(laws)}{END}{after}"


def _lines(law: Law) -> Iterator[str]:
    name = law.id
    for version in law.versions:
        since = _since(version)
        for profile, clauses in (version.profiles or {"": version.clauses}).items():
            reading = f"profile `{profile}`: " if profile else ""
            yield _line(
                name,
                since,
                f"{reading}{', '.join(_once(map(duty, clauses))) or NOTHING}",
                ", ".join(_once(_WHOSE[clause.whose] for clause in clauses)),
                covered(version, law),
                _doubt(version, clauses),
            )
            name = since = ""


def _line(*cells: str) -> str:
    # A bar would end the cell.
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |".replace("|  |", "| |")


def _since(version: Version) -> str:
    """The version's first day, and what a reader must know about it."""
    comply = f", comply by {version.comply_by}" if version.comply_by else ""
    status = "" if version.status == "in-force" else f", {version.status}"
    return f"{version.since}{status}{comply}"


def _doubt(version: Version, clauses: tuple[Clause, ...]) -> str:
    """How sure the clauses are, and that of the date where it is less sure."""
    of_clauses = worst(clause.basis.confidence for clause in clauses) if clauses else None
    found = of_clauses or confidence(version)
    day = version.basis.confidence
    return found if worst([found, day]) == found else f"{found}; the date: {day}"


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
