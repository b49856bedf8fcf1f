"""Identification by combination: whether categories, taken together, single a person out.

Class D identifies at once; class Q does when enough of them stand together; class S (special)
does when it can be joined to a D or a Q. A service that stores one address of a device does
not process personal data; the same service with a cookie and a browser string does. That is
how one text reached a service in November 2015 which it had not reached in July.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domicile.law.model import Basis, Identity

DIRECT = (
    "user.name",
    "user.government_id",
    "user.contact.email",
    "user.contact.phone_number",
    "user.contact.fax_number",
    "user.account.username",
    "user.biometric",
    "user.authorization.biometric",
    "user.financial.bank_account",
    "user.financial.credit_card",
    "user.payment",
    "user.content.self_image",
    "user.health_and_medical.record_id",
    "user.health_and_medical.insurance_beneficiary_id",
)
QUASI = (
    "user.unique_id",
    "user.device",
    "user.telemetry",
    "user.location.precise",
    "user.contact.address.street",
    "user.contact.address.postal_code",
    "user.contact.organization",
    "user.demographic.age_range",
    "user.demographic.date_of_birth",
    "user.demographic.gender",
    "user.demographic.language",
    "user.behavior.browsing_history",
    "user.behavior.search_history",
    "user.workplace",
    "user.job_title",
)
SPECIAL = (
    "user.health_and_medical",
    "user.biometric",
    "user.criminal_history",
    "user.demographic.political_opinion",
    "user.demographic.race_ethnicity",
    "user.demographic.religious_belief",
    "user.demographic.sexual_orientation",
)
MIN_QUASI = 2

DEFAULT = Identity(
    direct=DIRECT,
    quasi=QUASI,
    special=SPECIAL,
    min_quasi=MIN_QUASI,
    basis=Basis(
        cites="identification by combination, docs/laws.md",
        grade=None,
        confidence="reading",
        note="the number of quasi-identifiers is a parameter of the pack, not a statement of law",
    ),
)


@dataclass(frozen=True, slots=True)
class Identification:
    """Whether a set of categories identifies, and the sentence that says so.

    `direct` when one of them does by itself, which takes no reading of a law to see.
    """

    personal: bool
    text: str
    direct: bool = False


def within(category: str, prefix: str) -> bool:
    """True when `category` is `prefix` or lies in its subtree."""
    return category == prefix or category.startswith(prefix + ".")


def touches(category: str, listed: Iterable[str]) -> bool:
    """True when `category` lies in a listed subtree, or is so coarse that it may contain one.

    A column mapped as plain `user` may hold a name or a fingerprint, so it counts as both:
    an unprecise data map never makes a law let go.
    """
    return any(within(category, item) or within(item, category) for item in listed)


def identify(collected: frozenset[str], identity: Identity) -> Identification:
    """Judge the set of categories, not each of them."""
    direct = sorted(c for c in collected if touches(c, identity.direct))
    quasi = sorted(c for c in collected if touches(c, identity.quasi) and c not in direct)
    special = sorted(c for c in collected if touches(c, identity.special))
    if direct:
        text = f"it collects what identifies a person by itself: {_few(direct)}"
        return Identification(True, text, direct=True)
    if special and quasi:
        text = f"it collects special categories ({_few(special)}) together with {_few(quasi)}"
        return Identification(True, text)
    if len(quasi) >= identity.min_quasi:
        text = f"it collects a set of data that together singles a person out: {_few(quasi)}"
        return Identification(True, text)
    have = f"only {_few(quasi or special)}" if quasi or special else "nothing personal"
    text = (
        f"it collects {have}; a person is identified by one direct identifier "
        f"or {identity.min_quasi} quasi-identifiers together"
    )
    return Identification(False, text)


def _few(names: list[str], most: int = 3) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
