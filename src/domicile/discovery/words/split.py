"""An identifier cut into the words that it is made of."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# In German an umlaut is written ae where there is none; elsewhere an accent is just left out.
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_WORD = re.compile(
    r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+"  # IPAddress, userId, ADDR, 1
    r"|[\u3400-\u9fff\uf900-\ufaff]+"
    r"|[^\W\d_A-Za-z\u3400-\u9fff\uf900-\ufaff]+"
)


@lru_cache(maxsize=65_536)
def split(identifier: str) -> tuple[str, ...]:
    """The words of an identifier, in lower case, accents folded: `prénomClient2` to three.

    Words end at underscores, blanks, other marks, at digits and where small letters turn into
    capitals. A run of another script stays whole.
    """
    plain = _fold(identifier.translate(_UMLAUTS))
    return tuple(word.lower() for word in _WORD.findall(plain))


def _fold(text: str) -> str:
    """Latin letters without their accents; other scripts as they are."""
    return "".join(_bare(letter) if letter > "\x7f" else letter for letter in text)


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() and base.isalnum() else letter
