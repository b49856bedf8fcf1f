"""The masked form of values, which is all that may be shown of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.discovery.values.shape import LONGEST, shape

PHONE = "user.contact.phone_number"
ROWS = [
    (["+79161234567", "+79261234567", "+79031234567"], PHONE, "+79#########"),
    (["+7 916 123 45 67", "+7 926 223 45 67", "+7 903 323 45 67"], PHONE, "+7 9## ### ## ##"),
    (["+380 44 1234567", "+380 44 2234567", "+380 45 1234567"], PHONE, "+380 4# #######"),
    (["+7 916 1234567", "+7 926 1234567", "+7 903 1234567"], "", "+# ### #######"),
    (["89161234567", "89161234568", "89161234569"], PHONE, "###########"),
    (["anna@mail.ru", "boris@mail.ru", "vera@post.de"], "user.contact.email", "a+@a+.a+"),
    (["Anna Schmidt", "Peter Meier", "Jan Weiss"], "user.name", "Aa+ Aa+"),
    (["Иванова Анна", "Петров Олег", "Сидоров Ян"], "user.name", "Яя+ Яя+"),
    (["王小明", "李秀英", "张国强", "王伟"], "user.name", "字字字"),
    (["DE89 3704", "FR76 3000", "ES91 2100"], "", "AA## ####"),
    (["12", "34", "56", "78"], "", ""),
    (["ab1", "cd2"], "", ""),
    (["ab1", "ab1", "ab1"], "", ""),
]


@pytest.mark.parametrize(("values", "category", "expected"), ROWS)
def test_shapes(values: list[str], category: str, expected: str) -> None:
    """The commonest form, with the letters of each script told apart."""
    assert expected == shape(values, category)


def test_long_values_are_cut() -> None:
    """A shape is at most so long, and says that it was cut."""
    shown = shape([f"{n}" * 40 for n in (1, 2, 3)], "")

    assert LONGEST == len(shown)
    assert shown.endswith("…")


def test_a_value_that_looks_like_a_mask_is_not_shown() -> None:
    """Letters that happen to be the mask's own would be the value itself."""
    assert "" == shape(["字字字", "王小明", "李秀英"], "")


TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=12)
LIKELY = st.lists(st.text(st.sampled_from("aAbZяЯ字王字か한1290 .-@+#"), max_size=12), max_size=16)


@given(TEXTS | LIKELY, st.sampled_from(["", PHONE, "user.name"]))
def test_no_shape_gives_a_value_away(values: list[str], category: str) -> None:
    """No three letters and no digit of any value are in the shape, but for a phone's prefix."""
    shown = shape(values, category)
    prefix = re.match(r"\+[0-9]{1,3}[ (-]{0,4}[0-9]", shown)
    rest = shown[prefix.end() :] if prefix and category == PHONE else shown
    runs = {value[n : n + 3] for value in values for n in range(len(value) - 2)}

    assert not any(run in shown for run in runs if run.isalpha())
    assert not any(digit.isdigit() for digit in rest)
    assert len(shown) <= LONGEST


@given(TEXTS)
def test_a_shape_is_shared_by_three(values: list[str]) -> None:
    """Fewer than three different values have none."""
    assert "" == shape(values[:2], "")
