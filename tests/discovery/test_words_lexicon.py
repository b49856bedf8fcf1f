"""The lexicon: its files are whole and do not contradict themselves, and tell languages apart."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from domicile.config.service import categories
from domicile.discovery.words.lexicon import BESIDE, CLASSES, LONGEST, familiar, lexicon
from domicile.discovery.words.phrases import find_longest, find_spans
from domicile.discovery.words.split import join_phrases, split
from domicile.discovery.words.tongues import tongues

FOLDER = resources.files("domicile.discovery.words").joinpath("lexicon")
FILES: dict[str, Any] = {
    file.name: tomllib.loads(file.read_text("utf-8"))
    for file in FOLDER.iterdir()
    if file.name.endswith(".toml")
}
LANGUAGES = sorted(FILES.keys() - {"themes.toml"})
SECTIONS = (*CLASSES, "beside", "theme")
FORM = {
    "thing": {"strong", "usual", "weak"},
    "noun": {"person", "account", "place_or_thing"},
    "role": {"owner", "actor"},
    "ending": {"property", "before", "kept", "reference"},
    "small": {"words", "prefixes", "whole"},
}


def listed(name: str) -> Iterator[tuple[str, str, str]]:
    """Section, category and phrase of all that a file calls personal."""
    for section in SECTIONS:
        for category, phrases in FILES[name].get(section, {}).items():
            yield from ((section, category, phrase.strip()) for phrase in phrases.split(","))


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_file_has_its_head_and_its_sections(name: str) -> None:
    """Named as the language is; nothing is misspelt, nothing empty."""
    file = FILES[name]

    assert name == f"{file['language']}.toml"
    assert file["head"] in {"first", "last"}
    assert {"language", "head", *CLASSES, "beside", "short", *FORM} == file.keys()
    assert FORM == {section: set(file[section]) for section in FORM}


def test_eight_languages_are_known() -> None:
    """And the themes, which are of all."""
    assert {"de", "en", "es", "fr", "hi", "mul", "pt", "ru", "zh"} == lexicon().grammars.keys()


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_category_is_a_category(name: str) -> None:
    """Of those that a data map may name."""
    assert {category for _, category, _ in listed(name)} <= categories()


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_phrase_says_two_things_equally_surely(name: str) -> None:
    """In one section of one language it has one category."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for section, category, phrase in listed(name):
        found[section, "".join(split(phrase))].add(category)

    assert {} == {place: both for place, both in found.items() if len(both) > 1}


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_phrase_can_be_found(name: str) -> None:
    """It has words, and no more than are ever looked at together."""
    lengths = {phrase: len(split(phrase)) for _, _, phrase in listed(name)}

    assert {} == {phrase: n for phrase, n in lengths.items() if not 0 < n <= LONGEST}


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_abbreviation_stands_for_one_word(name: str) -> None:
    """As `split` writes words, and not for itself."""
    short = FILES[name]["short"]

    assert {} == {
        one: long
        for one, long in short.items()
        if split(one) != (one,) or split(long) != (long,) or one == long
    }


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_noun_is_of_people_or_of_things(name: str) -> None:
    """Neither of both, nor a role of both kinds; and no account is a thing."""
    nouns = {kind: set(join_phrases(text)) for kind, text in FILES[name]["noun"].items()}
    roles = {kind: set(join_phrases(text)) for kind, text in FILES[name]["role"].items()}

    assert set() == nouns["person"] & nouns["place_or_thing"]
    assert set() == nouns["account"] & nouns["place_or_thing"]
    assert set() == nouns["account"] & nouns["person"]
    assert set() == roles["owner"] & roles["actor"]


def test_weights_are_shares() -> None:
    """Above 0, at most 1, and the surer section has the larger one."""
    weights = {meaning.weight for found in lexicon().meanings.values() for meaning in found}

    assert {*CLASSES.values(), BESIDE} == weights
    assert 1.0 >= CLASSES["strong"] > CLASSES["usual"] > CLASSES["weak"] > 0.0


def test_every_word_of_the_lexicon_is_familiar() -> None:
    """Also those that are no datum: they abbreviate nothing."""
    assert {"verified", "status", "customer", "email", "id", "tbl", "paid", "手机号"} <= familiar()


def test_the_longest_phrase_wins() -> None:
    """`first name` is not `name`; what is beside it is read, too."""
    spans = find_spans(("customer", "first", "name", "zip"))

    assert ["first name", "zip"] == [span.text for span in spans if span.text != "customer"]


def test_a_case_ending_does_not_hide_a_cyrillic_phrase() -> None:
    """дату рождения is дата рождения."""
    assert ["адреса"] == [span.text for span in find_spans(("адреса",))]


def test_the_longest_role_is_measured_in_words() -> None:
    """Nothing is found in nothing."""
    phrases = frozenset({"createdby", "user"})

    assert (2, 1, 0) == (
        find_longest(("created", "by", "user"), phrases),
        find_longest(("user", "id"), phrases),
        find_longest((), phrases),
    )


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["klienty", "familiya", "otchestvo", "zakazy", "nomer_telefona"], "ru"),
        (["клиенты", "фамилия", "заказы", "телефон"], "ru"),
        (["用户表", "姓名", "手机号", "订单"], "zh"),
        (["empleados", "apellidos", "correo", "fecha_nacimiento", "ciudad"], "es"),
        (["alunos", "sobrenome", "endereco", "logradouro", "cidade"], "pt"),
        (["clients", "prenom", "courriel", "date_naissance", "ville"], "fr"),
        (["sadasya", "janm_tithi", "pita_ka_naam", "mobile_sankhya"], "hi"),
        (["जन्म_तिथि", "पिता_का_नाम", "लिंग"], "hi"),
    ],
)
def test_tongues_are_told_by_words_that_only_one_has(names: list[str], language: str) -> None:
    """The language is among the spoken ones; and names of nothing leave English."""
    assert language in tongues(names)
    assert {"en", "mul"} == tongues(["qqzx", "vvv"])
