"""The masked form of a column's values: the only thing of them that may be shown."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import groupby

LONGEST = 24
"""Characters of a shape, at most."""
SHARED_BY = 3
"""So many distinct values have a shape in common before it may be shown."""

_PHONES = frozenset({"user.contact.phone_number", "user.contact.fax_number"})
_PLAIN = frozenset(" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_OTHER = "·"
#: The letters that stand for a script's, upper case and lower case, by the first word of their
#: names in Unicode.
_SCRIPTS = {
    "LATIN": "Aa",
    "CYRILLIC": "Яя",
    "GREEK": "Ωω",
    "ARMENIAN": "Աա",
    "CJK": "字字",
    "HIRAGANA": "かか",
    "KATAKANA": "カカ",
    "HANGUL": "한한",
    "ARABIC": "عع",
    "HEBREW": "אא",
    "DEVANAGARI": "अअ",
    "THAI": "กก",
    "GEORGIAN": "აა",
}
#: Scripts that are written so densely that the number of their letters is of use.
_COUNTED = frozenset("字한か")
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def shape(values: Sequence[str], category: str) -> str:
    """The commonest masked form of the values, or "" where one could give a value away.

    A letter becomes one of its script's (`A`, `Я`, `字`), small letters and three capitals or more
    that one and a plus (`Aa+` is any capitalised word), a digit `#`; of an international phone
    number the country code and one digit stay (`+7 9## ### ## ##`).

    Args:
        values: distinct values, as text.
        category: what the column was found to be; only phones are shown differently.

    Returns:
        at most 24 characters, in common to at least three distinct values.
    """
    numbers = category in _PHONES
    distinct = dict.fromkeys(value for value in values if len(value) > 2)
    masked = Counter(_masked(value, numbers) for value in distinct)
    best = min(masked.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    if best[1] < SHARED_BY or _gives_away(best[0], distinct):
        return ""
    return best[0]


def _masked(value: str, numbers: bool) -> str:
    # Twice the length is enough: runs of letters shrink, and what comes later is cut anyway.
    kept = _prefix(value) if numbers else 0
    rest = "".join(_mask(letter) for letter in value[kept : 8 * LONGEST])
    shown = value[:kept] + "".join(_run(letter, len(list(run))) for letter, run in groupby(rest))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _run(letter: str, length: int) -> str:
    if not letter.isalpha() or letter in _COUNTED or (letter.isupper() and length < 3):
        return letter * length
    return f"{letter}+"


@cache
def _mask(letter: str) -> str:
    if letter in _PLAIN:
        return letter
    kind = unicodedata.category(letter)
    if kind.startswith("N"):
        return "#"
    if kind.startswith("Z"):
        return " "
    if kind[0] not in "LM":
        return _OTHER
    upper, lower = _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0], "Aa")
    return upper if kind in ("Lu", "Lt") else lower


def _prefix(value: str) -> int:
    """How much of an international phone number says only its country and first digit."""
    found = re.match(r"\+([0-9]{1,3})[ (-]{0,2}", value)
    if not found:
        return 0
    length = _code_length(found[1])
    after = re.compile(r"[ (-]{0,2}[0-9]").match(value, length + 1)
    return after.end() if length and after else 0


def _code_length(digits: str) -> int:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return next((n for n in (1, 2, 3) if int(digits[:n]) in COUNTRY_CODE_TO_REGION_CODE), 0)


def _gives_away(shown: str, values: dict[str, None]) -> bool:
    """Whether three letters of a value happen to be the mask's own."""
    runs = {
        run[start : start + 3] for run in _LETTERS.findall(shown) for start in range(len(run) - 2)
    }
    return any(run in value for run in runs for value in values)
