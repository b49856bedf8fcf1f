"""Single words that decide a question of their own: `nouns.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from domicile.discovery.words.split import split

Question = Literal["staff", "unit", "login", "talk", "fiction", "citizenship", "presence", "aside"]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = resources.files("domicile.discovery").joinpath("nouns.toml").read_text("utf-8")
    return {question: frozenset(words) for question, words in tomllib.loads(text).items()}


def names_any(question: Question, *names: str) -> bool:
    """Whether one of the identifiers has a word of that list, in singular or plural."""
    known = _lists()[question]
    words = {word for name in names for word in split(name)}
    return bool(known & words) or any(word.removesuffix("s") in known for word in words)
