"""Reading Fides datasets: every form that Fides takes, and every file that it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from domicile.config import TableName
from domicile.config.service import categories
from domicile.errors import ConfigError
from domicile.interchange import tree
from domicile.interchange.fides import load, read
from domicile.interchange.files import MAX_BYTES

T = TableName("public", "t")
HEAD = "dataset:\n- fides_key: shop\n"


def dataset(fields: str, *, head: str = HEAD, table: str = "t", more: str = "") -> str:
    """A dataset with one collection, its fields as flow mappings."""
    return f"{head}{more}  collections:\n  - name: {table}\n    fields: [{fields}]\n"


def field(name: str, *named: str, more: str = "") -> str:
    """A field as a flow mapping."""
    return f"{{name: {name}, data_categories: [{', '.join(named)}]{more}}}"


def refused(text: str) -> ConfigError:
    """The error that the text gets."""
    with pytest.raises(ConfigError) as caught:
        read(text, source="shop.yml")
    return caught.value


def test_columns_have_their_categories_and_others_are_left_out() -> None:
    """A column that nobody looked at is not in the answer, nor is a table of such columns."""
    text = dataset(f"{field('email', 'user.contact.email')}, {{name: id}}")
    text += "  - name: empty\n    fields: [{name: id}]\n"

    assert {T: {"email": "user.contact.email"}} == read(text)


@pytest.mark.parametrize(
    ("named", "category"),
    [
        (["user.contact", "user.contact.email"], "user.contact.email"),
        (["user.name.last", "user.name.first"], "user.name.last"),
        (["system.operations", "user"], "user"),
        (["system"], "system.operations"),
        (["system.authentication", "system.operations"], "system.operations"),
    ],
)
def test_of_several_categories_the_most_specific_personal_one_counts(
    named: list[str], category: str
) -> None:
    """Of equals the first; `system` alone says that somebody looked."""
    assert {T: {"c": category}} == read(dataset(field("c", *named)))


def part(name: str, *fields: str, own: str = "") -> str:
    """A field with parts."""
    return f"{{name: {name}, {own}fields: [{', '.join(fields)}]}}"


@pytest.mark.parametrize(
    ("fields", "category"),
    [
        ([field("a", "user.name.first"), field("b", "user.name.last")], "user.name"),
        (
            [field("a", "user.contact.email"), field("b", "user.contact.email")],
            "user.contact.email",
        ),
        ([field("a", "user.contact.email"), "{name: b}"], "user.contact.email"),
        ([field("a", "user.contact.email"), field("b", "system")], "user.contact.email"),
        ([field("a", "user.contact.email"), field("b", "user.name")], "user"),
        ([field("a", "system"), field("b", "system")], "system.operations"),
        (
            [part("in", field("a", "user.name.first")), field("b", "user.name.first")],
            "user.name.first",
        ),
    ],
)
def test_an_object_has_what_its_parts_share(fields: list[str], category: str) -> None:
    """The category of all parts, or else their nearest common ancestor."""
    assert {T: {"doc": category}} == read(dataset(part("doc", *fields)))


def test_an_object_of_which_nothing_is_known_is_left_out() -> None:
    """Nobody looked at any part, and an object without parts is a plain column."""
    assert {} == read(dataset(part("doc", "{name: a}")))
    own = "data_categories: [user.content], "
    assert {T: {"doc": "user.content"}} == read(dataset("{name: doc, " + own + "fields: []}"))
    mixed = part("doc", field("a", "user.name"), own=own)
    assert {T: {"doc": "user"}} == read(dataset(mixed))


def test_a_field_without_categories_has_those_of_what_it_is_in() -> None:
    """The collection's, or else the dataset's; its own come first."""
    more = "  data_categories: [user.account]\n"
    fields = f"{{name: a}}, {field('b', 'user.name')}, {field('c', 'system')}"
    text = dataset(fields, more=more)
    text += "  - {name: u, data_categories: [user.device], fields: [{name: d}]}\n"

    assert {
        T: {"a": "user.account", "b": "user.name", "c": "system.operations"},
        TableName("public", "u"): {"d": "user.device"},
    } == read(text)


@pytest.mark.parametrize(
    ("table", "meta", "name"),
    [
        ("t", "", ("public", "t")),
        ("shop.t", "", ("shop", "t")),
        ("t", "fides_meta: {namespace: {schema: shop, database_name: x}}", ("shop", "t")),
        ("t", "fides_meta: {namespace: shop}", ("shop", "t")),
        ("t", "fidesops_meta: {namespace: {schema: shop}}", ("shop", "t")),
        ("t", "fides_meta: {namespace: {schema: a.b}}", ("a.b", "t")),
        ("other.t", "fides_meta: {namespace: {schema: shop}}", ("other", "t")),
        ("t", "fides_meta: {namespace: null}", ("public", "t")),
        ("order details", "", ("public", "order details")),
        ("'\"odd.name\"'", "", ("public", "odd.name")),
        ('\'"a""b"."c d"\'', "", ('a"b', "c d")),
        ("NO", "", ("public", "NO")),
        ("null", "", ("public", "null")),
    ],
)
def test_a_collection_is_the_table_that_its_name_and_namespace_say(
    table: str, meta: str, name: tuple[str, str]
) -> None:
    """`schema.table`, or the dataset's namespace, or public."""
    more = f"  {meta}\n" if meta else ""

    assert [TableName(*name)] == list(read(dataset(field("c", "user"), table=table, more=more)))


@pytest.mark.parametrize(
    "text",
    [
        dataset(field("c", "user"), head="dataset:\n  fides_key: shop\n"),
        dataset(field("c", "user"), head="- fides_key: shop\n"),
        "fides_key: shop\ncollections: [{name: t, fields: [{name: c, data_categories: [user]}]}]",
        "system: []\n" + dataset(field("c", "user")),
        "\N{BYTE ORDER MARK}" + dataset(field("c", "user")),
        dataset("{name: c, data_categories: [user], data_qualifier: x, fidesops_meta: {}}"),
        '[{"collections": [{"name":"t","fields":[{"name":"c","data_categories":["user"]}]}]}]',
    ],
)
def test_old_and_loose_forms_are_read(text: str) -> None:
    """One dataset without a list, a list without a key, JSON."""
    assert {T: {"c": "user"}} == read(text)


def test_yes_no_and_numbers_are_names_like_others() -> None:
    """YAML 1.1 would make booleans, nothing, a float and a day of them."""
    names = ["NO", "yes", "off", "null", "1_0", "1e3", "2026-11-21", "~"]
    found = read(dataset(", ".join(field(name, "user") for name in names)))

    assert names == list(found[T])


def test_several_datasets_are_one_answer() -> None:
    """Of different schemas."""
    more = "  fides_meta: {namespace: {schema: other}}\n"
    second = dataset(field("c", "user"), more=more).removeprefix("dataset:\n")

    assert {T, TableName("other", "t")} == set(read(dataset(field("c", "user")) + second))


def test_aliases_and_merge_keys_mean_what_they_name() -> None:
    """Fides reads its files with PyYAML, which knows both."""
    text = (
        "common: &c {data_categories: &u [user.name]}\n"
        + dataset("{<<: *c, name: a}, {name: b, data_categories: *u}")
        + "  - name: u\n    fields: [{<<: [{data_categories: [user]}, *c], name: d}]\n"
    )

    assert {T: {"a": "user.name", "b": "user.name"}, TableName("public", "u"): {"d": "user"}} == (
        read(text)
    )


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD = {
    "not yaml": ("a: b: c", "line 1: is not YAML", ""),
    "a tab": ("dataset:\n\t- x", "line 2: is not YAML", ""),
    "control character": ("dataset: \x07", "a character that YAML does not allow", ""),
    "empty": ("", "is empty", ""),
    "a text": ("hello", "line 1: dataset: is not a mapping", ""),
    "another manifest": ("system: []", "line 1: has no dataset", "fides_key and collections"),
    "no collections": ("dataset: [{fides_key: x}]", "line 1: dataset: has no collections", ""),
    "no fields": (
        HEAD + "  collections: [{name: t}]",
        "line 3: shop.t: has no fields",
        "",
    ),
    "fields of a wrong kind": (
        HEAD + "  collections: [{name: t, fields: {a: b}}]",
        "shop.t.fields: is not a list",
        "",
    ),
    "a field without a name": (dataset("{description: x}"), "shop.t.fields: has no name", ""),
    "a name with NUL": (dataset('{name: "a\\0"}'), "a name that no column can have", ""),
    "a field that is a text": (dataset("email"), "shop.t.fields: is not a mapping", ""),
    "one category as a text": (
        dataset("{name: c, data_categories: user.name}"),
        "shop.t.c.data_categories: is not a list",
        "",
    ),
    "an unknown category": (
        dataset(field("c", "user.contact.emial")),
        "line 5: shop.t.c.data_categories: 'user.contact.emial' is not a data category",
        "did you mean 'user.contact.email'?",
    ),
    "a nested unknown category": (
        dataset(part("doc", field("a", "user.nmae"))),
        "shop.t.doc.a.data_categories: 'user.nmae'",
        "did you mean 'user.name'?",
    ),
    "nothing like it": (dataset(field("c", "xyzzy")), "'xyzzy' is not a data category", ""),
    "fideslang 1": (
        dataset(field("c", "user.provided.identifiable.contact.email")),
        "'user.provided.identifiable.contact.email' is a category of an older fideslang",
        "did you mean 'user.contact.email'?",
    ),
    "fideslang 1, moved": (
        dataset(field("c", "user.provided.identifiable.contact.city")),
        "an older fideslang",
        "did you mean 'user.contact.address.city'?",
    ),
    "fideslang 1, no person": (
        dataset(field("c", "user.derived.nonidentifiable.sensor")),
        "an older fideslang",
        "did you mean 'user.sensor'?",
    ),
    "fideslang 2": (
        dataset(field("c", "user.gender")),
        "'user.gender' is not a data category",
        "did you mean 'user.demographic.gender'?",
    ),
    "a collection twice": (
        dataset(field("c", "user")) + "  - name: public.t\n    fields: []\n",
        "line 6: shop.public.t: table public.t is there twice, first on line 4",
        "namespace",
    ),
    "a field twice": (
        dataset(f"{field('c', 'user')}, {field('c', 'user')}"),
        "shop.t.c: the field is there twice",
        "",
    ),
    "a key twice": (dataset("{name: c, name: d}"), "line 5: the key 'name' is there twice", ""),
    "a key that is a list": ("{[a]: b}", "line 1: a key is not a text", ""),
    "two documents": (dataset("{name: c}") + "---\nx: y\n", "more than one document", ""),
    "too many parts": (dataset("{name: c}", table="a.b.c"), "is not a table's name", ""),
    "a name too long": (dataset("{name: c}", table="x" * 64), "is not a table's name", ""),
    "a schema too long": (
        dataset("{name: c}", more="  fides_meta: {namespace: " + "x" * 64 + "}\n"),
        "is not a schema's name",
        "schema: public",
    ),
    "a namespace that is a list": (
        dataset("{name: c}", more="  fides_meta: {namespace: [a]}\n"),
        "shop.fides_meta.namespace: is not a name",
        "schema: public",
    ),
    "an object of Python": (
        "dataset: !!python/object/apply:os.getcwd []",
        "the tag tag:yaml.org,2002:python/object/apply:os.getcwd is not read",
        "",
    ),
    "an own tag": ("dataset: !mine []", "the tag !mine is not read", ""),
    "aliases that unfold": (BOMB, "aliases unfold to more than 10,000 nodes", ""),
    "an alias of itself": ("dataset: &a [*a]", "the anchor 'a' contains itself", ""),
    "an alias of nothing": ("dataset: *a", "there is no anchor 'a'", ""),
    "a merge of a text": ("a: {<<: b}", "<<: does not name a mapping", ""),
    "too deep": ("[" * 100_000, "is nested too deeply", ""),
}


@pytest.mark.parametrize(("text", "said", "hint"), BAD.values(), ids=BAD)
def test_what_is_no_dataset_is_refused(text: str, said: str, hint: str) -> None:
    """With file, line, path and what to do."""
    error = refused(text)

    assert said in str(error)
    assert str(error).startswith("shop.yml: ")
    assert hint in error.hint
    assert error.hint


def test_a_file_that_is_too_large_is_not_read() -> None:
    """In bytes, not in letters."""
    assert "is larger than 8 MB" in str(refused("#" * (MAX_BYTES + 1)))
    assert "is larger than 8 MB" in str(refused("я" * (MAX_BYTES // 2 + 1)))


def test_a_file_is_read_and_named_in_errors(tmp_path: Path) -> None:
    """What cannot be read says why."""
    file = tmp_path / "shop.yml"
    file.write_text(dataset(field("c", "user")), encoding="utf-8")
    assert {T: {"c": "user"}} == load(file)

    for content, said in (
        (b"dataset: [", "is not YAML"),
        (b"\xff", "is not UTF-8 at byte 0"),
        (b"\xff" * (MAX_BYTES + 1), "is larger than 8 MB"),
    ):
        file.write_bytes(content)
        with pytest.raises(ConfigError, match=re.escape(said)) as caught:
            load(file)
        assert str(caught.value).startswith(f"{file}: ")
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        load(tmp_path)


def test_a_few_aliases_are_not_a_bomb() -> None:
    """The limit is on what is unfolded, not on the file."""
    fields = ", ".join(f"{{name: c{n}, data_categories: *u}}" for n in range(1_000))

    assert 1_000 == len(read("x: &u [user]\n" + dataset(fields))[T])


def test_every_category_can_be_read() -> None:
    """Each of the taxonomy's; those of systems as looked at."""
    for category in categories():
        expected = category if category.startswith("user") else "system.operations"
        assert {T: {"c": expected}} == read(dataset(field("c", category)))


@pytest.mark.parametrize("loader", ["BaseLoader", "CBaseLoader"])
def test_both_parsers_of_pyyaml_see_the_same(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one of libyaml where PyYAML was built with it, and the one in Python."""
    monkeypatch.setattr(tree.yaml, "CBaseLoader", getattr(tree.yaml, loader, tree.yaml.BaseLoader))

    assert {T: {"NO": "user.name"}} == read(dataset(field("NO", "user.name")))
    assert "is not YAML" in str(refused("dataset: ["))
    assert "there is no anchor 'a'" in str(refused("dataset: *a"))
    assert "a character that YAML does not allow" in str(refused("dataset: \x07"))
