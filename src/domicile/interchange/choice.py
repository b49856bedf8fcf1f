"""One category out of several, and what was meant by a name that the taxonomy does not have."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from domicile.config.service import categories

IMPERSONAL = "system.operations"
"""What a column has that somebody looked at and found not to be personal."""

# fideslang 1 told what a person gave from what was derived, and what identifies from what does not.
_DROPPED = frozenset({"provided", "derived", "identifiable", "nonidentifiable"})
_OLD_TOPS = frozenset({"account", "provided", "derived"})
_LIKE = 0.6


def choose(named: Iterable[str]) -> str | None:
    """The most specific category, the first of equals; None of none.

    What is not personal counts only where nothing else is said.
    """
    several = tuple(named)
    personal = [each for each in several if _is_personal(each)]
    if not several or personal:
        return max(personal, key=_depth, default=None)
    return IMPERSONAL


def common(parts: Iterable[str]) -> str | None:
    """What holds of an object with such parts: their nearest common ancestor; None of none."""
    several = tuple(parts)
    personal = [each.split(".") for each in several if _is_personal(each)]
    if not several or not personal:
        return IMPERSONAL if several else None
    shared: list[str] = []
    for words in zip(*personal, strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return ".".join(shared)


def meant(name: str) -> tuple[str, str]:
    """What is wrong with a name that is no category, and which one may be meant."""
    words = name.split(".")
    old = bool(_DROPPED & set(words)) or words[0] in _OLD_TOPS
    near = _near(name)
    hint = f"did you mean {near!r}?" if near else "`domicile` reads the categories of fideslang 3"
    if old:
        return f"{name!r} is a category of an older fideslang", hint
    return f"{name!r} is not a data category of Fides", hint


def _near(name: str) -> str | None:
    words = [word for word in name.split(".") if word not in _DROPPED]
    plain = ".".join(words)
    if plain in categories():
        return plain
    known = sorted(categories())
    # Later versions moved names: user.gender, user.contact.city. The last word stayed.
    same = [each for each in known if each.rsplit(".", 1)[-1] == words[-1]] if words else []
    if same:
        return max(same, key=lambda each: SequenceMatcher(None, each, plain).ratio())
    return next(iter(get_close_matches(plain, known, n=1, cutoff=_LIKE)), None)


def _is_personal(category: str) -> bool:
    return category.split(".", 1)[0] == "user"


def _depth(category: str) -> int:
    return category.count(".")
