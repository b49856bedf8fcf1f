"""Names of people, in many scripts, and the words, cities and firms that are none."""

from __future__ import annotations

from importlib import import_module

import pytest

from domicile.discovery.model import Match
from domicile.discovery.values import gazetteer, names
from domicile.discovery.values.examine import examine
from domicile.discovery.values.namebook import fold, namebook

POSITIVE = [
    ("given name", ["Anna", "Peter", "MARIA", "José", "jürgen", "Jean-Pierre"]),
    ("given name", ["Анна", "Пётр", "МАРИЯ", "Сергей"]),
    ("given name", ["Sergey", "Natalya", "Dmitry", "Ekaterina"]),
    ("given name", ["राहुल", "अमित", "सुनील"]),
    ("family name", ["Schmidt", "MÜLLER", "García", "O'Brien", "Smith"]),
    ("family name", ["Иванов", "Кузнецова", "Смирнов", "Подберёзкина", "Гаврилюк"]),
    ("family name", ["Ivanov", "Kuznetsova", "Podberezkina", "Shevchenko"]),
    ("full name", ["Anna Schmidt", "Müller, Hans", "Dr. Peter Weber", "Maria de la Cruz García"]),
    ("full name", ["Иванов Иван Иванович", "ПЕТРОВА АННА СЕРГЕЕВНА", "Олег Сидоров"]),
    ("full name", ["Ivanov Ivan Ivanovich", "PETROVA ANNA SERGEEVNA", "Oleg Sidorov"]),
    ("full name", ["王伟", "李秀英", "张建国", "欧阳娜娜"]),
    ("full name", ["佐藤 太郎", "鈴木花子", "田中 健一"]),
    ("letters after a surname", ["김철수", "이영희", "박지훈"]),
    ("full name", ["João da Silva", "Maria Aparecida dos Santos", "José Oliveira"]),
    ("full name", ["Rahul Sharma", "Priya Singh", "Amit Kumar"]),
    ("letters after a surname", ["王伟", "李大钊", "张三"]),
    ("patronymic", ["Иванович", "СЕРГЕЕВНА", "Ильинична", "Кузьмич"]),
    ("patronymic", ["Ivanovich", "Sergeevna", "Yurievich", "Ilyinichna"]),
    ("name with initials", ["Иванов И. И.", "И.И. Петров", "Смирнова А.", "КУЗНЕЦОВ П П"]),
    ("name with initials", ["Ivanov I. I.", "J. Smith", "J. R. R. Miller", "Anna S."]),
]


def found(values: list[str]) -> dict[str, Match]:
    """The matches by the names of their detectors."""
    return {match.detector: match for match in examine(values, "text")}


@pytest.mark.parametrize(("name", "values"), POSITIVE)
def test_names_are_found(name: str, values: list[str]) -> None:
    """In any case and order, with titles and particles; nearly all of them."""
    match = found(values)[name]

    assert match.rate >= 0.6
    assert match.rate - match.chance >= 0.3


PRODUCTS = ["Garden Chair", "Oak Table", "Kitchen Knife Set", "Blue Towel", "Coffee Mug"]
FIRMS = ["Acme Trading LLC", "Siemens AG", 'ООО "Ромашка"', "北京科技有限公司", "Tata Motors Ltd"]


@pytest.mark.parametrize("values", [PRODUCTS, FIRMS])
def test_products_and_firms_are_no_people(values: list[str]) -> None:
    """No match for a name that is far above chance."""
    named = [m for m in examine(values, "text") if m.category.startswith("user.name")]

    assert [] == [match for match in named if match.rate - match.chance > 0.3]


def test_firms_are_known_by_their_legal_form() -> None:
    """A match without a category: it speaks against a person."""
    match = found(FIRMS)["company name"]

    assert (1.0, "") == (match.rate, match.category)


def _words(module: str) -> list[str]:
    return [word.capitalize() for word in import_module(module).Provider.word_list]


def _word_lists() -> dict[str, list[str]]:
    """Words that are no names, alone and in pairs, in title case."""
    lists = {
        locale: _words(f"faker.providers.lorem.{locale}")
        for locale in ("en_US", "de_DE", "fr_FR", "pl_PL", "ru_RU")
    }
    lists["colours"] = list(import_module("faker.providers.color.en_US").Provider.all_colors)
    lists["jobs"] = list(import_module("faker.providers.job").Provider.jobs)
    lists["cities"] = sorted(name.title() for name in gazetteer.cities())
    lists["pairs"] = [f"{a} {b}" for a, b in zip(lists["en_US"], lists["en_US"][1:], strict=False)]
    return lists


def test_chances_are_at_least_what_ordinary_words_pass() -> None:
    """The constants of `names.py`, measured anew; given a tenth more for a list's luck."""
    for label, words in _word_lists().items():
        for detector in names.DETECTORS:
            assert isinstance(detector.chance, float)
            share = detector.count(words) / len(words)
            assert share <= detector.chance + 0.01, (label, detector.name, share)


def test_the_book_has_names_of_many_scripts() -> None:
    """Faker's lists are read; a release that moved them is noticed here."""
    book = namebook()

    assert len(book.given) > 25_000
    assert len(book.family) > 25_000
    assert {"anna", "сергей", "sergey", "राहुल"} <= book.given
    assert {"schmidt", "иванов", "ivanov", "smith"} <= book.family
    assert {"王", "李", "欧阳"} <= book.surnames


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("José", "jose"),
        ("MÜLLER", "muller"),
        ("Пётр", "петр"),
        ("Сергей", "сергей"),
        ("Groß", "gross"),
    ],
)
def test_folding(text: str, expected: str) -> None:
    """Accents go, but й is a letter of its own."""
    assert expected == fold(text)
