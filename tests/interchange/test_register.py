"""The record of processing: what Domicile knows, what people wrote, and no formula that runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.config import Config
from domicile.config.service import categories
from domicile.errors import ConfigError
from domicile.interchange import sheet
from domicile.interchange.files import MAX_BYTES
from domicile.interchange.register import (
    CATEGORY,
    COLUMNS,
    CONTROLLER,
    DATA,
    ERASURE,
    PURPOSES,
    RECIPIENTS,
    SECURITY,
    STORAGE,
    SUBJECTS,
    TRANSFERS,
    WHERE,
    Facts,
    Kept,
    rows,
    words,
)
from interchange.samples import PEOPLE, ConfigOf

KEPT = Kept(people="RU", home="RU", alone=True, duties=(("ru-242-fz", "exclusive"),))
FACTS = Facts(as_of=date(2026, 11, 21), union=frozenset({"DE", "FR"}), kept=(KEPT,))
NAME = ("person", "user.name")
PAPERS = """
[[instrument]]
law = "eu-gdpr-ch5"
kind = "standard-clauses"
to_country = "US"
since = 2024-01-01
until = 2026-11-22
reference = "file 7"
[[instrument]]
law = "eu-gdpr-ch5"
kind = "consent"
to_country = "IN"
since = 2026-11-22
reference = "file 8"
"""


def parsed(text: str) -> list[dict[str, str]]:
    """The rows as a strict reader finds them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def filled(config: Config, cells: Mapping[str, str], **added: str) -> str:
    """A record in which people wrote these cells into each row, and added these columns."""
    record = [{**each, **cells, **added} for each in rows(config, FACTS).values()]
    out = io.StringIO()
    writer = csv.DictWriter(out, [*COLUMNS, *added])
    writer.writeheader()
    writer.writerows(record)
    return out.getvalue()


def test_a_row_says_what_the_config_knows(config_of: ConfigOf) -> None:
    """And leaves to people what it does not."""
    second = '[[table]]\ntable = "shop.note"\nsubject = "person"\ncolumns = { who = "user.name" }\n'
    row = rows(config_of(people=PEOPLE + second), FACTS)[NAME]

    assert "Shop" == row[CONTROLLER]
    assert ("person", "user.name", "name") == (row[SUBJECTS], row[CATEGORY], row[DATA])
    assert "public.person.name; shop.note.who" == row[WHERE]
    assert "US (hub); RU (home)" == row[STORAGE]
    assert "RU: no instrument on record; US: no instrument on record" == row[TRANSFERS]
    assert {""} == {row[name] for name in (PURPOSES, RECIPIENTS, ERASURE)}
    assert row[SECURITY].startswith(
        "people of RU are placed at the home in RU only (ru-242-fz: exclusive); connections"
    )


def test_a_transfer_names_the_papers_that_are_valid_that_day(config_of: ConfigOf) -> None:
    """Up to the day before `until`; a country of the EEA is no third country."""
    config = config_of(PAPERS + '[homes.DE]\ndsn = "env:DE"\n')
    later = Facts(as_of=date(2026, 11, 22), union=FACTS.union, kept=())

    assert "US: standard-clauses under eu-gdpr-ch5 (file 7)" in rows(config, FACTS)[NAME][TRANSFERS]
    assert "IN" not in rows(config, FACTS)[NAME][TRANSFERS]
    assert (
        "IN: consent under eu-gdpr-ch5 (file 8); RU: no instrument on record; "
        "US: no instrument on record"
    ) == rows(config, later)[NAME][TRANSFERS]


def test_a_connection_that_is_not_protected_is_not_claimed_to_be(config_of: ConfigOf) -> None:
    """`insecure` is the operator's own word."""
    config = config_of("", name='Shop"\n[homes.DE]\ndsn = "env:DE"\ninsecure = true\n#')

    assert rows(config, FACTS)[NAME][SECURITY].endswith("verified, but not to: home DE")


def test_every_category_has_plain_words() -> None:
    """Each its own, so that no two rows read alike; one of our own has its ancestor's."""
    assert categories() == set(words())
    assert len(words()) == len(set(words().values()))


def test_a_category_of_ones_own_has_the_words_of_its_ancestor(config_of: ConfigOf) -> None:
    """The config takes any name under `user`."""
    config = config_of(people=PEOPLE.replace("user.name", "user.name.maiden"))

    assert "name" == rows(config, FACTS)["person", "user.name.maiden"][DATA]


def test_the_sheet_is_rfc_4180(config_of: ConfigOf) -> None:
    """CR LF, a header with the articles, quotes where needed; same config, same bytes."""
    text = sheet.render(rows(config_of(name='A, \\"B\\"\\nC'), FACTS))

    assert text.endswith("\r\n")
    assert list(COLUMNS) == list(parsed(text)[0])
    assert 'A, "B"\nC' == parsed(text)[0][CONTROLLER]
    assert {"a", "b", "c", "d", "e", "f", "g"} == {
        name.split("(")[2][0] for name in COLUMNS if "30(1)" in name
    }


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_is_a_formula(first: str, config_of: ConfigOf) -> None:
    """A spreadsheet shows it; read again it is what people wrote, however often."""
    config = config_of()
    cell, column = f"{first}1+1", f"{first}added"
    text = filled(config, {PURPOSES: cell}, **{column: cell})
    for _ in range(2):
        text = sheet.render(rows(config, FACTS), sheet.read(text, source="old.csv"))
        (row,) = parsed(text)
        assert f"'{cell}" == row[PURPOSES]
        assert f"'{cell}" == row[f"'{column}"]
    assert cell == sheet.read(text, source="old.csv").cells[NAME][PURPOSES]


def test_what_people_wrote_is_kept_and_what_is_ours_is_made_anew(config_of: ConfigOf) -> None:
    """By kind and category; columns that they added too; an empty controller is filled again."""
    config = config_of()
    theirs = {PURPOSES: "billing,\n'quoted'", ERASURE: "10 years", CONTROLLER: "", WHERE: "old"}
    earlier = sheet.read(filled(config, theirs, owner="Eve"), source="old.csv")
    (row,) = parsed(sheet.render(rows(config, FACTS), earlier))

    assert "billing,\n'quoted'" == row[PURPOSES]
    assert "10 years" == row[ERASURE]
    assert "Eve" == row["owner"]
    assert "Shop" == row[CONTROLLER]
    assert "public.person.name" == row[WHERE]
    assert () == sheet.vanished(rows(config, FACTS), earlier)


def test_what_is_not_processed_any_more_is_named(config_of: ConfigOf) -> None:
    """With the columns in which something would be lost."""
    earlier = sheet.read(filled(config_of(), {PURPOSES: "billing"}), source="old.csv")
    now = rows(config_of(people=PEOPLE.replace("user.name", "user.contact")), FACTS)

    assert (NAME,) == sheet.vanished(now, earlier)
    assert (PURPOSES,) == earlier.written(NAME)
    assert "" == parsed(sheet.render(now, earlier))[0][PURPOSES]


def test_a_sheet_that_a_spreadsheet_saved_is_read(config_of: ConfigOf) -> None:
    """A mark at the beginning, semicolons, other columns' order, empty lines."""
    row = next(iter(rows(config_of(), FACTS).values())) | {PURPOSES: "a;b"}
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", quoting=quoting)
        writer.writerows([COLUMNS, [], [row[name] for name in COLUMNS], [""] * len(COLUMNS)])
        text = "\N{BYTE ORDER MARK}" + out.getvalue()
        assert "a;b" == sheet.read(text, source="old.csv").cells[NAME][PURPOSES]


@given(st.dictionaries(st.sampled_from([PURPOSES, ERASURE, "added"]), st.text()))
def test_whatever_people_wrote_a_second_merge_changes_nothing(cells: dict[str, str]) -> None:
    """A fixed point: quotes, commas, ends of lines, formulas, apostrophes before them."""
    row = dict.fromkeys(COLUMNS, "") | {SUBJECTS: NAME[0], CATEGORY: NAME[1]}
    earlier = sheet.Earlier(added=("added",), cells={NAME: cells})
    first = sheet.render({NAME: row}, earlier)

    assert first == sheet.render({NAME: row}, sheet.read(first, source="old.csv"))


HEADER = ",".join(COLUMNS) + "\r\n"
LINE = f"Shop,,person,user.name{',' * 7}\r\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "old.csv: is empty"),
        ("a,b\n", f"has no column {SUBJECTS!r}"),
        (HEADER.replace(PURPOSES, "why"), f"has no column {PURPOSES!r}"),
        (HEADER.replace("\r\n", ",x,x\r\n"), "has a column twice"),
        (HEADER + "a,b\r\n", "line 2: has 2 cells and not 11"),
        (HEADER + LINE + LINE, "line 3: person, user.name is there twice"),
        (HEADER + '"a', "is not CSV"),
        (HEADER + '"a"b,', "is not CSV"),
        (HEADER + "a" * 200_000, "is not CSV"),
        ("a" * (MAX_BYTES + 1), "is larger than 8 MB"),
    ],
)
def test_what_is_no_record_is_refused(text: str, said: str) -> None:
    """Rather than that words of people are lost."""
    with pytest.raises(ConfigError) as caught:
        sheet.read(text, source="old.csv")

    assert said in str(caught.value)
    assert caught.value.hint
