"""Columns that look personal by name or type, for people to look at. Pure.

Simple on purpose: a false alarm costs a glance, a missed column stays abroad. Names are split
into words, so `phone_no`, `homePhone` and `PHONE` are all about a phone and `microphone` is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from domicile.catalog.model import Column

_WORDS = frozenset({
    "address", "addr", "avatar", "biography", "birth", "birthdate", "birthday", "bday", "city",
    "citizenship", "dob", "email", "ethnicity", "fax", "fingerprint", "firstname", "forename",
    "fullname", "gender", "genetic", "geo", "gps", "health", "iban", "imei", "income", "inn",
    "ip", "kyc", "lastname", "latitude", "location", "login", "longitude", "mail", "maiden",
    "middlename", "mobile", "msisdn", "name", "nationality", "nickname", "nin", "passport",
    "patronymic", "person", "phone", "photo", "pin", "postal", "postcode", "race", "religion",
    "salary", "sex", "signature", "snils", "ssn", "street", "surname", "tax", "telephone", "tel",
    "username", "zip",
})  # fmt: skip
_TYPES = {"inet": "an address on the net", "cidr": "an address on the net", "point": "a place"}
_SPLIT = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def looks_personal(column: Column) -> str | None:
    """Why a column may be personal, or None.

    A flag says little of a person, whatever its name is: `email_verified boolean` is not meant.
    """
    if column.type == "boolean":
        return None
    spaced = _CAMEL.sub(" ", column.name)
    for word in _SPLIT.findall(spaced.lower()):
        stem = word.rstrip("0123456789")
        if {stem, stem.removesuffix("s"), stem.removesuffix("es")} & _WORDS:
            return f"its name says {stem!r}"
    kind = _TYPES.get(column.type)
    return None if kind is None else f"its type is {kind}"


def personal_looking(columns: Iterable[Column], known: Iterable[str]) -> dict[str, str]:
    """Of these columns, those that look personal and are not among the known: name -> why."""
    settled = set(known)
    found = {
        column.name: looks_personal(column) for column in columns if column.name not in settled
    }
    return {name: why for name, why in found.items() if why is not None}
