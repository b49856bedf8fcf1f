"""Whether a row of a table is a person, and whether its columns are a person's at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from domicile.config.names import TableName
from domicile.discovery import weights
from domicile.discovery.links import Link, by_source
from domicile.discovery.model import Observation, Relation, Survey
from domicile.discovery.nouns import names_any
from domicile.discovery.ways import Way
from domicile.discovery.weigh import Weighed, likelihood, strength
from domicile.discovery.words.reading import TableWords, read_table

_SURE = 0.8
_MOST_SIGNS = 3
_CALLED = 0.5
_FAR = 3
_SUBJECT_ODDS = 0.0
_NAMES = ("user.name", "user.account.username")
_PSEUDONYMS = (
    "user.device.device_id",
    "user.device.cookie_id",
    "user.unique_id",
)
_CONTACTS = ("user.contact.email", "user.contact.phone_number", "user.account.username")
_COMPANY = ("user.contact.organization",)
_COMPANY_TESTS = frozenset({"company name", "mailbox of a role"})
_TELLING = 1.0
_OF_PERSON = (
    "user.name.first",
    "user.name.last",
    "user.demographic.date_of_birth",
    "user.demographic.gender",
    "user.demographic.marital_status",
    "user.authorization.password",
    "user.account.username",
)
_ALONE = (
    "user.name.first",
    "user.name.last",
    "user.demographic.date_of_birth",
    "user.demographic.gender",
    "user.demographic.marital_status",
    "user.government_id.passport_number",
)
_MARKS = (
    "user.demographic",
    "user.government_id",
    "user.authorization.password",
    "user.job_title",
    "user.content.self_image",
    "user.health_and_medical.record_id",
)


def words_of(relation: Relation) -> TableWords:
    """What the table's name and comment say."""
    return read_table(relation.name.table, relation.comment, relation.spoken)


def signs(findings: Iterable[Sequence[Weighed]]) -> int:
    """How many columns hold, by their own names, what only people have."""
    return sum(
        1
        for each in findings
        if each
        and each[0].named
        and each[0].likelihood >= _SURE
        and weights.is_below(each[0].category, weights.ONLY_PEOPLE)
    )


def is_subject(survey: Survey, weighed: Mapping[str, Sequence[Weighed]]) -> float:
    """The log-odds that a row of the table is a person: above 0, it is a subject's table.

    A person has a name, and a contact or a mark of its own; and the table calls itself one.
    """
    relation = survey.relation
    if len(relation.key) != 1:
        return -weights.TABLE_SUBJECT
    words = words_of(relation)
    held = _held(weighed)
    # `user_warnings` are of users, and no users.
    called = -_CALLED if 0 < words.person < _CALLED else words.person
    odds = weights.SUBJECT + weights.SUBJECT_NOUN * (called - words.thing)
    # Who is known by an online identifier only is a person too (GDPR, recital 30).
    names = _NAMES + (_PSEUDONYMS if words.person >= _CALLED else ())
    named = any(weights.is_below(category, names) for category in held)
    odds += weights.SUBJECT_NAME if named else -weights.SUBJECT_NAME
    for wanted, weight in ((_CONTACTS, weights.SUBJECT_CONTACT), (_MARKS, weights.SUBJECT_MARK)):
        odds += weight * min(2, sum(weights.is_below(category, wanted) for category in held))
    if not words.person and not _is_surely_named(weighed):
        odds += weights.SUBJECT_UNSAID  # a venue has a name, a place and a telephone, too
    if is_of_companies(survey, weighed):
        odds += weights.TABLE_OF_COMPANY
    return odds


def owner(
    survey: Survey,
    weighed: Mapping[str, Sequence[Weighed]],
    *,
    subject: bool,
    way: Way | None,
) -> float:
    """How likely what the table holds is a person's, in [0, 1]."""
    words = words_of(survey.relation)
    found = min(_MOST_SIGNS, signs(weighed.values()))
    # Orders and messages are things, too: those that lead to a person are that person's.
    # What is reached backward, like an address, has been looked at for that already.
    share = (0.0 if way.shared else weights.THING_WITH_WAY) if way else 1.0
    thing = words.thing * share
    odds = weights.TABLE_WORDS * (words.person - thing)
    odds += (
        weights.TABLE_SUBJECT * subject + weights.TABLE_WAY * bool(way) + weights.TABLE_SIGN * found
    )
    if not (subject or way) and is_of_companies(survey, weighed):
        odds += weights.TABLE_OF_COMPANY
    if names_any("fiction", survey.relation.name.table):
        odds += weights.TABLE_OF_FICTION
    if not (subject or way or found or words.person):
        odds += weights.TABLE_ALONE
    return likelihood(odds)


def _is_surely_named(weighed: Mapping[str, Sequence[Weighed]]) -> bool:
    """Whether the names are people's by themselves, or something else is that only people have."""
    best = [each[0] for each in weighed.values() if each and each[0].likelihood >= _SURE]
    return any(
        weights.is_below(each.category, _ALONE)
        or (weights.is_below(each.category, ("user.name",)) and each.match is not None)
        for each in best
    )


def is_of_companies(survey: Survey, weighed: Mapping[str, Sequence[Weighed]]) -> bool:
    """Whether companies are named or numbered in the table, and it has no mark of a person."""
    held = _held(weighed)
    if any(weights.is_below(category, _OF_PERSON) for category in held):
        return False
    named = any(weights.is_below(category, _COMPANY) for category in held)
    return named or any(_is_of_company(each) for each in survey.observations.values())


def _is_of_company(observation: Observation) -> bool:
    matches = observation.readings[0].matches
    return any(
        match.detector in _COMPANY_TESTS and strength(match) >= _TELLING for match in matches
    )


def subjects(
    surveys: Mapping[TableName, Survey],
    weighed: Mapping[TableName, Mapping[str, Sequence[Weighed]]],
    links: Iterable[Link],
) -> tuple[TableName, ...]:
    """The tables of which each row is a person, the surest first.

    Args:
        surveys: the relations.
        weighed: of each, what its columns could be.
        links: what ties them together, as far as it is known or named.
    """
    pointing = by_source(links)
    odds = {name: is_subject(survey, weighed[name]) for name, survey in surveys.items()}
    sure = {name for name, each in odds.items() if each > _SUBJECT_ODDS}
    people = {
        name for name in sure if odds[name] > _of_another(surveys[name].relation, pointing, odds)
    }
    return tuple(sorted(people, key=lambda name: (-odds[name], name)))


def _of_another(
    relation: Relation,
    pointing: Mapping[TableName, list[Link]],
    odds: Mapping[TableName, float],
) -> float:
    """What a table has to exceed that leads to a surer subject's, whose part it may be.

    A profile is never a person of its own, nor is a form that a guest filled in; an emergency
    contact only if much speaks for it; a pupil, who has a guardian, is one.
    """
    mine = odds[relation.name]
    owners = [
        link
        for link in pointing.get(relation.name, ())
        if link.target != relation.name
        and odds[link.target] > (_SUBJECT_ODDS if link.unique else max(_SUBJECT_ODDS, mine))
        and link.role != "actor"
    ]
    if any(link.unique for link in owners) or (owners and names_any("login", relation.name.table)):
        return float("inf")
    person = words_of(relation).person
    if not person and _leads_to_another(relation.name, pointing, odds):
        return float("inf")
    return weights.OF_ANOTHER if owners and person < 1 else _SUBJECT_ODDS


def _leads_to_another(
    start: TableName, pointing: Mapping[TableName, list[Link]], odds: Mapping[TableName, float]
) -> bool:
    """Whether a few hops forward there is a subject's table that is surer than this one."""
    seen, edge = {start}, [start]
    for _ in range(_FAR):
        links = [link for name in edge for link in pointing.get(name, ()) if link.role != "actor"]
        edge = [link.target for link in links if link.target not in seen]
        if any(odds[name] > max(_SUBJECT_ODDS, odds[start]) for name in edge):
            return True
        seen.update(edge)
    return False


def _held(weighed: Mapping[str, Sequence[Weighed]]) -> list[str]:
    return [each[0].category for each in weighed.values() if each and each[0].likelihood >= _SURE]
