"""The door for packs: what a pack may not say, and what the shipped ones all do."""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.config.service import LawSettings, Service
from domicile.errors import ConfigError, PackError
from domicile.law.identity import DEFAULT
from domicile.law.model import Law, Size
from domicile.law.pack import MAX_PACK_BYTES, read_pack
from domicile.law.store import check_settings, shipped
from law.cases import SAKILA, paper

HEAD = """
id = "xx-1"
name = "An act"
country = "KZ"
regulator = "an authority"

[[source]]
key = "s"
url = "https://example.org/act"
grade = "B"
"""
FROM = """
[[version]]
from = 2020-01-01
cites = "act 1"
sources = ["s"]
confidence = "confirmed"
"""
COVERS = """
[[version.covers]]
any = [{ test = "every-service" }]
cites = "art. 1"
sources = ["s"]
confidence = "confirmed"
"""
CLAUSE = """
[[version.clause]]
duty = "copy"
whose = "all"
categories = ["user"]
cites = "art. 2"
sources = ["s"]
confidence = "confirmed"
"""
FINE = """
[[version.penalty]]
text = "a fine"
most = 10
cites = "art. 9"
sources = ["s"]
confidence = "confirmed"
"""
DUTY = """
[[version.obligation]]
kind = "audit"
text = "be audited"
cites = "art. 8"
sources = ["s"]
confidence = "confirmed"
"""
FACT = """
[[fact]]
name = "licensed"
text = "it has a licence"
"""
VERSION = FROM + COVERS + CLAUSE
PACK = HEAD + VERSION
LATER = VERSION.replace("2020-01-01", "2022-01-01")
SIZE = '{ test = "size", unit = "persons", period = "since-1-january", at_least = 10 }'


def swap(*pairs: tuple[str, str]) -> str:
    """The good pack with pieces of it replaced; each piece must be there."""
    assert all(old in PACK for old, _ in pairs)
    return reduce(lambda text, pair: text.replace(*pair), pairs, PACK)


BAD: dict[str, tuple[str, str]] = {
    "overlap": (
        PACK.replace("from = 2020-01-01", "from = 2020-01-01\nuntil = 2023-01-01") + LATER,
        "overlap: until is 2023-01-01",
    ),
    "gap": (
        PACK.replace("from = 2020-01-01", "from = 2020-01-01\nuntil = 2021-01-01") + LATER,
        "leave a gap",
    ),
    "two on a day": (PACK + VERSION, "two versions begin on 2020-01-01"),
    "out of order": (HEAD + LATER + VERSION, "sort them"),
    "empty interval": (
        swap(("from = 2020-01-01", "from = 2020-01-01\nuntil = 2020-01-01")),
        "version 1: until 2020-01-01 is not after",
    ),
    "no such day": (swap(("2020-01-01", "2020-02-30")), "is not TOML"),
    "no version": (HEAD, "version: field required"),
    "no citation": (swap(('cites = "art. 2"\n', "")), "version 1, clause 1, cites: field required"),
    "empty citation": (swap(('cites = "art. 2"', 'cites = ""')), "clause 1, cites"),
    "no source": (
        swap(('cites = "art. 2"\nsources = ["s"]', 'cites = "art. 2"\nsources = []')),
        "clause 1, sources",
    ),
    "dangling source": (
        swap(('cites = "art. 2"\nsources = ["s"]', 'cites = "art. 2"\nsources = ["t"]')),
        "'art. 2' names the source t",
    ),
    "twin sources": (
        PACK.replace(VERSION, HEAD[HEAD.index("[[source]]") :] + VERSION),
        "two sources have the key 's'",
    ),
    "no confidence": (
        swap((CLAUSE, CLAUSE.replace('confidence = "confirmed"\n', ""))),
        "clause 1, confidence: field required",
    ),
    "category form": (swap(('["user"]', '["User Email"]')), "clause 1, categories 1"),
    "category root": (swap(('["user"]', '["person.email"]')), "clause 1, categories 1"),
    "no category": (swap(('["user"]', "[]")), "clause 1, categories"),
    "bad country": (swap(('"KZ"', '"XX"')), "country: 'XX' is neither"),
    "lower country": (swap(('"KZ"', '"kz"')), "country: 'kz' is neither"),
    "union without members": (swap(('"KZ"', '"EU"')), "members go with the country 'EU'"),
    "country with members": (swap(('"KZ"', '"KZ"\nmembers = ["DE"]')), "members go with"),
    "foreign part": (swap(('"KZ"', '"KZ"\npart = "CA-QC"')), "not a part of KZ"),
    "unknown key": (
        swap(('duty = "copy"', 'duty = "copy"\ncolour = "red"')),
        "clause 1, colour: extra inputs",
    ),
    "unknown duty": (swap(('duty = "copy"', 'duty = "mirror"')), "clause 1, duty"),
    "unknown test": (swap(("every-service", "everybody")), "covers 1, any 1"),
    "covers nobody": (HEAD + FROM + CLAUSE, "covers is empty"),
    "asks nothing": (HEAD + FROM + COVERS, "asks for something"),
    "no unit": (
        swap(('{ test = "every-service" }', SIZE.replace('unit = "persons", ', ""))),
        "unit: field required",
    ),
    "no period": (
        swap(('{ test = "every-service" }', SIZE.replace('period = "since-1-january", ', ""))),
        "period: field required",
    ),
    "no bound": (
        swap(('{ test = "every-service" }', SIZE.replace(", at_least = 10", ""))),
        "exactly one of at_least",
    ),
    "two bounds": (
        swap(
            (
                '{ test = "every-service" }',
                SIZE.replace("at_least = 10", "at_least = 10, more_than = 9"),
            )
        ),
        "exactly one of at_least",
    ),
    "no currency": (
        PACK + FINE,
        "penalty 1: an amount needs its unit",
    ),
    "dangling fact": (
        swap(('{ test = "every-service" }', '{ test = "fact", fact = "licensed" }')),
        "the fact 'licensed' is asked for, and no [[fact]]",
    ),
    "idle fact": (HEAD + FACT + VERSION, "'licensed' is asked for nowhere"),
    "twin facts": (HEAD + FACT + FACT + VERSION, "two facts have the name 'licensed'"),
    "penalty that ends before it begins": (
        PACK + FINE.replace("most = 10", "from = 2021-01-01\nuntil = 2020-06-01"),
        "penalty 1: until 2020-06-01 is not after",
    ),
    "unknown obligation": (PACK + DUTY.replace("audit", "dance"), "obligation 1, kind"),
    "restricted alone": (swap(('duty = "copy"', 'duty = "restricted"')), "needs a transfer table"),
    "transfer of a copy": (
        PACK + "[version.clause.transfer]\nfree = true\n",
        "no other clause has one",
    ),
    "write of a copy": (
        swap(('duty = "copy"', 'duty = "copy"\nno_foreign_write_at_collection = true')),
        "goes with the duty 'primary'",
    ),
    "missing default": (
        HEAD + FROM + COVERS + CLAUSE.replace("version.clause", "version.profile.a.clause"),
        "default_profile must name",
    ),
    "other file": (swap(('"xx-1"', '"xx-2"')), "is not the file's name"),
    "not toml": ("id = ", "is not TOML"),
    "too large": (PACK + "#" * MAX_PACK_BYTES, "larger than"),
}


@pytest.mark.parametrize(("text", "says"), BAD.values(), ids=BAD.keys())
def test_a_bad_pack_is_refused_with_file_key_and_what_to_do(text: str, says: str) -> None:
    """Each row is one mistake and what the error must say about it."""
    with pytest.raises(PackError) as caught:
        read_pack(text, file="xx-1.toml")

    assert str(caught.value).startswith("xx-1.toml: ")
    assert says in str(caught.value)
    assert caught.value.hint or "TOML" in str(caught.value)


def test_the_good_pack_that_the_bad_ones_are_made_from_is_good() -> None:
    """Otherwise the table above would prove nothing."""
    law = read_pack(PACK + LATER, file="xx-1.toml")

    assert [(date(2020, 1, 1), date(2022, 1, 1)), (date(2022, 1, 1), None)] == [
        (v.since, v.until) for v in law.versions
    ]
    assert law.versions[0].clauses[0].basis.grade == "B"


def test_a_threshold_keeps_its_unit_its_period_and_whether_it_is_inclusive() -> None:
    """`at_least` and `more_than` differ by one person, who counts."""
    text = swap(('{ test = "every-service" }', SIZE))
    (requirement,) = read_pack(text, file="xx-1.toml").versions[0].requirements

    assert (
        Size(unit="persons", period="since-1-january", number=10, bound="at least")
        == requirement.alternatives[0].test
    )


def test_a_version_may_ask_for_no_storage() -> None:
    """A duty to be present is no duty about data, and is law all the same."""
    law = read_pack(HEAD + FROM + COVERS + DUTY, file="xx-1.toml")

    assert ((), 1) == (law.versions[0].clauses, len(law.versions[0].obligations))


def test_the_pack_in_the_documentation_is_a_good_pack() -> None:
    """What a stranger copies from docs/laws.md works."""
    page = Path(__file__).parents[2] / "docs" / "laws.md"
    text = page.read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]

    assert read_pack(text, file="xx-example.toml").id == "xx-example"


@given(
    starts=st.lists(
        st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=1, max_size=5, unique=True
    ),
    day=st.dates(date(1999, 1, 1), date(2031, 1, 1)),
)
def test_a_day_belongs_to_the_last_version_that_began(starts: list[date], day: date) -> None:
    """Intervals are half-open: the first day is inside, the day on which the next begins is not."""
    versions = (VERSION.replace("2020-01-01", str(start)) for start in sorted(starts))
    law = read_pack(HEAD + "".join(versions), file="xx-1.toml")
    found = law.version_on(day)

    assert max((s for s in starts if s <= day), default=None) == (found.since if found else None)


def test_each_shipped_version_begins_on_its_first_day_and_no_earlier() -> None:
    """The day before belongs to the version before, or to none."""
    for law in shipped():
        for before, version in zip([None, *law.versions], law.versions, strict=False):
            assert version == law.version_on(version.since)
            assert before == law.version_on(version.since - timedelta(days=1))


def test_every_category_of_the_packs_exists_in_the_taxonomy() -> None:
    """A misspelt category would never be reached by a clause."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from fideslang import DEFAULT_TAXONOMY
    known = {category.fides_key for category in DEFAULT_TAXONOMY.data_category}
    used = {key for law in shipped() for key in _categories(law)}
    identifying = {*DEFAULT.direct, *DEFAULT.quasi, *DEFAULT.special}

    assert set() == (used | identifying) - known


def _categories(law: Law) -> set[str]:
    """Every category that a law names."""
    clauses = [clause for version in law.versions for clause in version.every_clause()]
    named = {key for clause in clauses for key in (*clause.categories, *clause.exceptions)}
    return named | {*law.identity.direct, *law.identity.quasi, *law.identity.special}


@pytest.mark.parametrize(
    ("settings", "service", "instruments", "says"),
    [
        (
            LawSettings(profiles={"ru-242": "strict"}),
            SAKILA,
            [],
            "laws.profiles: no law pack knows 'ru-242'",
        ),
        (LawSettings(profiles={"ru-242-fz": "strikt"}), SAKILA, [], "laws.profiles.ru-242-fz"),
        (LawSettings(disabled={"uz-548": "a reason"}), SAKILA, [], "laws.disabled"),
        (LawSettings(), Service(name="s", facts=frozenset({"dpf"})), [], "service.facts"),
        (LawSettings(), SAKILA, [paper("gdpr", "consent")], "instrument.law"),
    ],
)
def test_a_config_that_speaks_of_what_no_pack_knows_is_refused(
    settings: LawSettings, service: Service, instruments: list, says: str
) -> None:
    """A misspelt name must not decide silently; the hint lists the names that exist."""
    with pytest.raises(ConfigError) as caught:
        check_settings(shipped(), service, settings, instruments)

    assert says in str(caught.value)
    assert "the packs know: " in caught.value.hint
