"""Every number by which evidence is weighed, in one place: natural logarithms of odds.

They were set by hand on two parts of the corpus, `bench/corpus/train` and `practice`; the `test`
half only measures them.
"""

from __future__ import annotations

from domicile.discovery.model import Kind

PRIOR = -2.5
"""Of a column of which nothing is known."""
WORDS = 5.5
"""What a hint of weight 1 brings."""
THING = 6.0
"""What a hint of weight 1 that a thing is meant takes."""
OWNER = 1.5
"""What it brings when a table is surely a person's, and takes when it surely is nobody's."""
TEXT_OF_THEME = 0.9
"""The weight of a hint that a text in a table of messages or posts is one."""
FINDING_OF_THEME = 0.6
"""... that a column in a table of findings is one."""
IN_PERSON_ROW = 0.5
"""... that a column is about the person whose row it is in, though nothing else says so."""
TEXT_OF_PERSON = 0.4
"""... that a text in a person's row is about the person."""
VALUES_MOST = 6.0
"""The most that values bring."""
VALUES_OF_THING = 4.0
"""The most that values take which are a thing's, like the number of a book."""
VALUES_AGAINST = 4.0
"""What it takes when values never pass the test of the category that words name."""
KIND_AGAINST = 6.0
"""What it takes when the type cannot hold the category."""

NATURAL = (
    "user.contact.email",
    "user.contact.phone_number",
    "user.account.username",
    "user.government_id",
    "user.financial.bank_account",
    "user.financial.credit_card",
    "user.device",
    "user.health_and_medical",
)
"""Categories whose values are used as keys, and stay what they are."""
GUEST = 0.8
"""How sure we are of a person in `contact_phone` where `contact_name` names one."""
VISIT = frozenset({"user.device", "user.device.ip_address"})
VISITED = 0.85
"""How sure we are of a person where both are in a row, named or not: servers have no browser."""

PLACES = frozenset(
    {
        "user.contact.address",
        "user.contact.address.street",
        "user.contact.address.city",
        "user.contact.address.postal_code",
    }
)
"""Beside one of them a state is a part of an address, and not a state of affairs."""

SURE_OF_OWNER = 0.9
"""How sure a category that only people have makes us that a person is meant."""

# Is a row a person?
SUBJECT = -2.5
"""Of a table of which nothing is known."""
SUBJECT_NOUN = 3.5
"""What a noun for people brings, and one for things takes."""
SUBJECT_NAME = 2.0
"""What a name brings, and takes where there is none."""
SUBJECT_CONTACT = 0.7
SUBJECT_MARK = 0.8
"""A contact, a mark of a person: two of each count at most."""
SUBJECT_UNSAID = -2.5
"""No noun for people, and no name that is a person's by itself."""

# Whose are the rows of a table?
TABLE_WORDS = 3.0
THING_WITH_WAY = 0.3
"""What is left of a thing's name when its rows lead to a person."""
TABLE_SUBJECT = 4.0
OF_ANOTHER = 6.0
"""What must speak for a subject's table that points at a surer one and has no noun for people."""
TABLE_WAY = 3.2
TABLE_SIGN = 1.3
"""A column that only people have, in the same table; three count at most."""
TABLE_OF_COMPANY = -4.0
"""Names or numbers of companies and none of people: these are organisations."""
TABLE_OF_FICTION = -3.0
"""Figures of a game, whoever plays them."""
TABLE_ALONE = -2.0
"""No way to a subject, no sign of people."""

ONLY_PEOPLE = (
    "user.name.first",
    "user.name.last",
    "user.demographic.date_of_birth",
    "user.demographic.gender",
    "user.demographic.marital_status",
    "user.demographic.political_opinion",
    "user.demographic.race_ethnicity",
    "user.demographic.religious_belief",
    "user.demographic.sexual_orientation",
    "user.government_id.birth_certificate",
    "user.government_id.drivers_license_number",
    "user.government_id.immigration",
    "user.government_id.passport_number",
    "user.biometric",
    "user.authorization.password",
    "user.criminal_history",
    "user.childrens",
)
"""Categories (with all below them) that organisations and things do not have."""

OF_OWNER = ("user.name", "user.contact", "user.content", "user.location")
"""Categories whose words mean them in a person's row: `name`, `address`, `note`."""

OF_ROW = ("user.name", "user.contact.address.state", "user.contact.phone_number")
"""Categories whose weak words mean the row itself where it is no person's: the name of a guild."""
MONEY = "user.financial"
AMOUNT = 0.6
"""What is left of a word for money outside a person's own row: it is the price of something."""

FEW_VALUES = ("user.demographic.gender", "user.demographic.marital_status")
"""Categories of a handful of values: a column with more is something else."""
HANDFUL = 15
MANY_VALUES = ("user.contact.address.state", "user.contact.address.city")
"""Categories that a state of affairs is named alike (estado): of a handful of values it is that."""
STATES = 4
SHORTEST_NUMBER = 5
"""Digits of a telephone number: what is shorter counts something."""

TESTED = (
    "user.contact.email",
    "user.device.ip_address",
    "user.contact.phone_number",
)
"""Categories whose values are recognised so well that a column without a match is not one."""

_TEXTS = frozenset[Kind]({"text", "enum", "array", "json", "hstore", "xml", "other"})
_NUMBERS = frozenset[Kind]({"integer", "decimal"})
_KINDS: dict[str, frozenset[Kind]] = {
    "user": _TEXTS | _NUMBERS | frozenset[Kind]({"bytes", "search", "uuid"}),
    "user.account": _TEXTS | frozenset[Kind]({"integer", "uuid"}),
    "user.authorization": _TEXTS | frozenset[Kind]({"bytes", "uuid", "integer"}),
    "user.behavior": _TEXTS | _NUMBERS | frozenset[Kind]({"search"}),
    "user.biometric": _TEXTS | frozenset[Kind]({"bytes", "decimal"}),
    "user.contact": _TEXTS | frozenset[Kind]({"search"}),
    "user.contact.phone_number": _TEXTS | _NUMBERS,
    "user.contact.fax_number": _TEXTS | _NUMBERS,
    "user.contact.address.postal_code": _TEXTS | _NUMBERS,
    "user.content": _TEXTS | frozenset[Kind]({"bytes", "search"}),
    "user.demographic": _TEXTS | _NUMBERS | frozenset[Kind]({"boolean", "date", "time"}),
    "user.demographic.age_range": _TEXTS | _NUMBERS,
    "user.demographic.date_of_birth": _TEXTS
    | frozenset[Kind]({"date", "time", "timestamp", "integer"}),
    "user.device": _TEXTS | frozenset[Kind]({"uuid", "network", "mac", "integer"}),
    "user.financial": _TEXTS | _NUMBERS | frozenset[Kind]({"date"}),
    "user.government_id": _TEXTS | _NUMBERS | frozenset[Kind]({"date", "bytes"}),
    "user.health_and_medical": _TEXTS | _NUMBERS | frozenset[Kind]({"boolean", "bytes", "date"}),
    "user.location": _TEXTS | _NUMBERS | frozenset[Kind]({"point"}),
    "user.name": _TEXTS | frozenset[Kind]({"search"}),
    "user.privacy_preferences": _TEXTS
    | frozenset[Kind]({"boolean", "timestamp", "date", "integer"}),
    "user.unique_id": _TEXTS | frozenset[Kind]({"integer", "uuid", "decimal"}),
}


def is_below(category: str, tops: tuple[str, ...]) -> bool:
    """Whether the category is one of `tops` or below one."""
    return any(category == top or category.startswith(f"{top}.") for top in tops)


def can_hold(kind: Kind, category: str) -> bool:
    """Whether a column of that kind can hold the category at all."""
    parts = category.split(".")
    for end in range(len(parts), 0, -1):
        kinds = _KINDS.get(".".join(parts[:end]))
        if kinds is not None:
            return kind in kinds
    return True
