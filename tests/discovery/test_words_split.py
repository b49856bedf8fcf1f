"""Identifiers cut into words, in all scripts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.discovery.words.split import fold, is_han, join_phrases, split

EXAMPLES = [
    ("first_name", "first name"),
    ("firstName", "first name"),
    ("FirstName", "first name"),
    ("FIRSTNAME", "firstname"),
    ("FIRST_NAME", "first name"),
    ("first-name", "first name"),
    ("  first  name ", "first name"),
    ("IPAddress", "ip address"),
    ("clientIP", "client ip"),
    ("userID2", "user id 2"),
    ("HTMLBody", "html body"),
    ("addr1", "addr 1"),
    ("tbl_user", "tbl user"),
    ("__x__", "x"),
    ("customer.e-mail", "customer e mail"),
    ("prénomClient", "prenom client"),
    ("ÉtatCivil", "etat civil"),
    (unicodedata.normalize("NFD", "prénomClient"), "prenom client"),
    ("größe", "groesse"),
    (unicodedata.normalize("NFD", "größe"), "groesse"),
    ("GRÖSSE", "groesse"),
    ("STRAßE", "strasse"),
    ("MaßEinheit", "mass einheit"),
    ("Übergabe_Ort", "uebergabe ort"),
    ("contraseña", "contrasena"),
    ("endereçoMãe", "endereco mae"),
    ("œuvre_cœur", "oeuvre coeur"),
    ("Łódź", "lodz"),
    ("ørsted", "orsted"),
    ("İstanbul", "istanbul"),
    ("имя_клиента", "имя клиента"),
    ("ИМЯ", "имя"),
    ("ДатаРождения", "дата рождения"),
    ("ИННКлиента", "инн клиента"),
    ("телефонId", "телефон id"),
    ("ёлкаЙод", "ёлка йод"),
    (unicodedata.normalize("NFD", "йод"), "йод"),
    ("手机号码", "手机号码"),
    ("手机号码2", "手机号码 2"),
    ("qq号", "qq 号"),
    ("邮箱Email", "邮箱 email"),
    ("ＩＤ番号", "id 番号"),
    ("जन्म_तिथि", "जन्म तिथि"),
    ("मोबाइल संख्या", "मोबाइल संख्या"),
    ("ज़िला", unicodedata.normalize("NFC", "ज़िला")),
    ("क्\u200dष", "क्ष"),
    ("ชื่อลูกค้า", "ชื่อลูกค้า"),
    ("전화_번호", "전화 번호"),
    ("n°", "n"),
    ("№", "no"),
    ("_", ""),
    ("", ""),
    (" \t\n", ""),
    ("\u0301", ""),
]


@pytest.mark.parametrize(("identifier", "words"), EXAMPLES)
def test_words_end_where_people_see_them_end(identifier: str, words: str) -> None:
    """At marks, at digits, at humps and where the script changes; never at a vowel sign."""
    assert tuple(words.split()) == split(identifier)


@given(st.text())
def test_splitting_the_words_again_changes_nothing(identifier: str) -> None:
    """Whatever joins them, for any text whatsoever."""
    words = split(identifier)

    assert words == split("_".join(words))
    assert words == split(" ".join(words))
    assert all(words)


_LETTERS = st.text(st.characters(categories=("L", "Nd", "P", "Zs")))


def _plain(text: str) -> str:
    """The text as it is composed, without marks; the two small sigmas are one letter."""
    composed = unicodedata.normalize("NFKC", text)
    bare = "".join(each for each in composed if not unicodedata.combining(each))
    return "".join(each for each in bare if unicodedata.category(each)[0] != "M")


def _one_sigma(text: str) -> str:
    return text.replace("ς", "σ")


@given(_LETTERS)
def test_no_letter_and_no_digit_is_lost(text: str) -> None:
    """The words together are the letters and the digits one by one, and nothing else."""
    plain = _plain(text)
    one_by_one = "".join(word for letter in plain for word in split(letter))

    assert _one_sigma(one_by_one) == _one_sigma("".join(split(plain)))
    assert all(bool(split(letter)) == letter.isalnum() for letter in plain)


@given(st.text(st.characters(codec="ascii")))
def test_ascii_is_cut_and_made_small_and_no_more(text: str) -> None:
    """Each letter and digit is there once, in its place."""
    assert "".join(each for each in text.lower() if each.isalnum()) == "".join(split(text))


@given(st.lists(_LETTERS.map(lambda text: _plain(text).replace(",", ""))))
def test_a_list_of_phrases_is_joined_as_identifiers_are(phrases: list[str]) -> None:
    """So that a phrase of the lexicon is found in a name."""
    joined = ["".join(split(phrase)) for phrase in phrases]

    listed = join_phrases(",".join(phrases))

    assert [_one_sigma(each) for each in joined if each] == [_one_sigma(each) for each in listed]


def test_folding_keeps_other_scripts() -> None:
    """й is a letter of its own, and é is none."""
    assert "prenom йод 手机" == fold("Prénom Йод 手机")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("手", True), ("々", True), ("번호", False), ("ab", False), ("имя", False)],
)
def test_only_chinese_characters_run_on(word: str, expected: bool) -> None:
    """Korean and Cyrillic words are parted by blanks."""
    assert expected == is_han(word)
