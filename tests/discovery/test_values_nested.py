"""Documents: JSON, arrays, hstore, XML, whole and broken; and what is written inside texts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.discovery.model import Kind, Match
from domicile.discovery.values.documents import DEEPEST
from domicile.discovery.values.examine import examine, unfold
from domicile.discovery.values.nested import PATHS, last_key

UNFOLDED: list[tuple[Kind, str, dict[str, tuple[str, ...]]]] = [
    (
        "json",
        '{"a": {"b": "x"}, "c": [1, 2.5, true, null]}',
        {"$.a.b": ("x",), "$.c[*]": ("1", "2.5", "true")},
    ),
    ("json", '[{"mail": "a"}, {"mail": "b"}]', {"$[*].mail": ("a", "b")}),
    ("json", '"plain"', {"$": ("plain",)}),
    ("json", '{"a b c": 1}', {"$.*~": ("a b c",), "$.*": ("1",)}),
    ("json", r'{"n": "\u0410\n\"q\""}', {"$.n": ('А\n"q"',)}),
    ("json", '{"a": {"b": "x", "c": "cut o', {"$.a.b": ("x",), "$.a.c": ("cut o",)}),
    ("json", '{"a": "x", "b": ', {"$.a": ("x",)}),
    ("json", "{'a': 1} nonsense", {"$.a": ("1",), "$": ("nonsense",)}),
    ("json", "{}", {}),
    ("array", '{anna,"b, c",NULL,"d\\"e",""}', {"$[*]": ("anna", "b, c", 'd"e')}),
    ("array", "{{1,2},{3,4}}", {"$[*]": ("1", "2", "3", "4")}),
    ("array", "[0:1]={7,8}", {"$[*]": ("7", "8")}),
    ("hstore", '"mail"=>"a@b.c", "x"=>NULL, "q"=>"a\\"b"', {"$.mail": ("a@b.c",), "$.q": ('a"b',)}),
    (
        "xml",
        "<p id='7'><n>Anna</n><n>Bob</n></p>",
        {"$.p.@id": ("7",), "$.p.n": ("Anna", "Bob")},
    ),
    ("xml", "<?xml version='1.0'?><a>1</a><b>2</b>", {"$.a": ("1",), "$.b": ("2",)}),
    ("xml", "<a xmlns='u:x'><b>1</b>", {"$.a.b": ("1",)}),
    ("xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", {}),
    ("text", '{"a": "x"}', {"$.a": ("x",)}),
    ("text", "plain", {}),
    ("integer", "5", {}),
]


@pytest.mark.parametrize(("kind", "value", "expected"), UNFOLDED)
def test_documents_unfold(kind: Kind, value: str, expected: dict[str, tuple[str, ...]]) -> None:
    """Each path with its leaves, nulls and empty ones left out."""
    unfolded = unfold([value], kind)

    assert expected == {path: tuple(filter(None, leaves)) for path, leaves in unfolded.items()}


def test_leaves_are_examined_like_columns() -> None:
    """A match inside a document says where it was found."""
    values = [
        json.dumps({"user": {"mail": f"u{n}@example.org", "age": n}, "tags": ["x"]})
        for n in range(30)
    ]
    match = next(m for m in examine(values, "json") if m.detector == "e-mail address")

    assert ("$.user.mail", 1.0) == (match.path, match.rate)


def test_keys_that_are_data_are_in_no_path() -> None:
    """A map from people to things: its keys are values, and stay out of reports."""
    values = [
        json.dumps({"by": {f"user{n}@example.org": n, f"Anna Schmidt{n}": 1}}) for n in range(20)
    ]
    paths = unfold(values, "json")

    assert {"$.by.*~", "$.by.*"} == set(paths)
    assert "user3@example.org" in paths["$.by.*~"]
    assert "e-mail address" in {m.detector for m in examine(values, "json") if m.path == "$.by.*~"}


def test_names_as_keys_are_in_no_path() -> None:
    """Plain words too, when each stands in few documents."""
    values = [json.dumps({f"name{chr(97 + n)}{chr(97 + n // 2)}": n}) for n in range(26)]

    assert {"$.*~", "$.*"} == set(unfold(values, "json"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [("$.home.city", "city"), ("$.phones[*]", "phones"), ("$['Full name']", "Full name"), ("$", ""),
     ("$.by.*~", "by"), ("$.p.@id", "id"), ("$.by.*", "by")],
)  # fmt: skip
def test_the_last_key_of_a_path_can_be_read(path: str, expected: str) -> None:
    """It is what words are judged by."""
    assert expected == last_key(path)


def test_deep_and_wide_documents_are_bounded() -> None:
    """A thousand levels are skipped, a thousand paths cut at sixty."""
    deep = '{"a":' * 1000 + '"x"' + "}" * 1000
    shallow = '{"a":' * (DEEPEST - 1) + '"x"' + "}" * (DEEPEST - 1)
    wide = json.dumps({f"k{chr(97 + n % 26)}{chr(97 + n // 26)}": n for n in range(200)})

    assert {} == unfold([deep], "json")
    assert 1 == len(unfold([shallow], "json"))
    assert len(unfold([wide] * 3, "json")) <= PATHS
    assert {} == unfold(["[" * 4096], "json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "mail", "имя"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(JSON)
def test_every_leaf_of_a_json_document_is_found(document: object) -> None:
    """The tolerant reader sees what the strict one sees."""
    text = json.dumps(document, ensure_ascii=False)
    leaves = {leaf for path in unfold([text], "json").values() for leaf in path}

    assert {leaf.strip() for leaf in _leaves(document)} - {""} <= {
        leaf.strip() for leaf in leaves
    } | _nothing(text)


def _nothing(text: str) -> set[str]:
    """A document that is a placeholder as a whole is not read."""
    return {"0", text.strip('"').strip()} if len(text) < 12 else {"0"} if text == "0" else set()


def _leaves(document: object) -> list[str]:
    if isinstance(document, dict):
        return [leaf for value in document.values() for leaf in _leaves(value)]
    if isinstance(document, list):
        return [leaf for value in document for leaf in _leaves(value)]
    if isinstance(document, bool):
        return [str(document).lower()]
    return [] if document is None else [str(document)]


@given(JSON, st.integers(0, 200))
def test_a_cut_document_has_the_leaves_before_the_cut(document: object, cut: int) -> None:
    """Whatever is cut off: no error, and no path that the whole does not have."""
    text = json.dumps({"a": document})
    whole, part = unfold([text], "json"), unfold([text[:cut]], "json")

    assert {path.partition("[")[0].partition(".*")[0] for path in part} <= {
        path.partition("[")[0].partition(".*")[0] for path in whole
    } | {"$", "$.a"} | set(part)


TEXT = "The parcel of the neighbour was left at the door again, please {0} and tell them about it."


def inside(*things: str) -> dict[str, Match]:
    """What is found inside texts that each have one of these in the middle."""
    values = [TEXT.format(thing) for thing in things] + [TEXT.format(f"wait {n}") for n in range(5)]
    return {match.detector: match for match in examine(values, "text") if match.path == "$text"}


def test_long_texts_are_somebodys_words() -> None:
    """Free text is a match by itself, an even one."""
    match = examine([TEXT.format(n) for n in range(10)], "text")[0]

    assert ("free text", "user.content", 0.5) == (match.detector, match.category, match.chance)


@pytest.mark.parametrize(
    ("name", "things"),
    [
        ("e-mail address", ["write to anna@example.org", "mail bob@example.com, thanks"]),
        ("phone number", ["call +7 916 123-45-67", "ring (212) 555-2368 today"]),
        ("payment card", ["charge 4111 1111 1111 1111", "use 5500000000000004"]),
        ("IBAN", ["pay to DE89 3704 0044 0532 0130 00", "pay GB29NWBK60161331926819"]),
        ("number of a person", ["my СНИЛС is 112-233-445 95", "CPF 755.625.663-46"]),
    ],
)
def test_things_inside_texts_are_found(name: str, things: list[str]) -> None:
    """Each text that has one counts once; the path says that it is inside."""
    match = inside(*things)[name]

    assert len(things) - 1 <= match.matched <= len(things)
    assert 7 == match.of


def test_names_hashes_and_addresses_are_no_prose() -> None:
    """A few words, or none between spaces, are not somebody's text."""
    short = [
        "Ivanov Ivan Ivanovich",
        "d41d8cd98f00b204e9800998ecf8427e",
        "https://x.example/a-b-c-d",
    ]

    assert "free text" not in {match.detector for match in examine(short, "text")}
