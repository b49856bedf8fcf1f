"""Read a Fides dataset: which columns of which tables hold which category of data.

Source: fideslang 3.1.4, models.Dataset; its older forms are read too: `fidesops_meta`, one dataset
without a list, datasets without the key `dataset`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domicile.config.names import TableName, parse_table_name
from domicile.config.service import categories
from domicile.errors import ConfigError
from domicile.interchange.choice import choose, common, meant
from domicile.interchange.files import text_of
from domicile.interchange.tree import Entries, Items, Node, Text, read_tree

_SHAPE = "a dataset has fides_key and collections; a collection has name and fields"
_PUBLIC = "public"
# YAML has escapes for what PostgreSQL has no place for: NUL, and halves of a character.
_NOT_IN_A_NAME = re.compile("[\0\ud800-\udfff]")


def load(path: Path) -> dict[TableName, dict[str, str]]:
    """`read` of a file.

    Raises:
        ConfigError: as `read`, or the file cannot be read.
    """
    return read(text_of(path), source=str(path))


def read(text: str, *, source: str = "Fides dataset") -> dict[TableName, dict[str, str]]:
    """The category of each column that a Fides dataset file speaks of.

    A column with several categories has the most specific one, the first of equals. A column that
    is only `system.*` has "system.operations": somebody looked, and it is not personal. A column
    without a category has that of its collection, or else of its dataset, or is left out. An
    object has the category that its parts share, or else their nearest common ancestor.

    Args:
        text: the content of the file, at most 8 MB.
        source: the file's name, for messages.

    Raises:
        ConfigError: it is not YAML, not a dataset, names a category that the taxonomy does not
            have, or a table or column twice; says file, line, path and what to do.
    """
    reader = _Reader(source)
    return reader.tables(read_tree(text, source))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """Where we are: the path in words, and the categories that hold unless a part has its own."""

    path: str
    inherited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks over one file's tree."""

    source: str

    def tables(self, root: Node) -> dict[TableName, dict[str, str]]:
        found: dict[TableName, dict[str, str]] = {}
        lines: dict[TableName, int] = {}
        for dataset in self._datasets(root):
            for name, collection, scope in self._collections(dataset):
                if name in found:
                    raise self._refused(
                        collection.line,
                        scope.path,
                        f"table {name} is there twice, first on line {lines[name]}",
                        "one collection per table; fides_meta.namespace.schema names the schema",
                    )
                found[name] = self._columns(collection, scope)
                lines[name] = collection.line
        return {name: columns for name, columns in found.items() if columns}

    def _datasets(self, root: Node) -> Iterator[Entries]:
        """The datasets of a manifest, whichever form it has."""
        listed = root
        if isinstance(root, Entries) and "collections" not in root.nodes:
            if "dataset" not in root.nodes:
                raise self._refused(root.line, "", "has no dataset", _SHAPE)
            listed = root.nodes["dataset"]
        several = listed.nodes if isinstance(listed, Items) else (listed,)
        for each in several:
            dataset = self._mapping(each, "dataset")
            if "collections" not in dataset.nodes:
                raise self._refused(dataset.line, "dataset", "has no collections", _SHAPE)
            yield dataset

    def _collections(self, dataset: Entries) -> Iterator[tuple[TableName, Entries, _Scope]]:
        key = dataset.nodes.get("fides_key")
        name = key.text if isinstance(key, Text) else "dataset"
        outer = _Scope(path=name, inherited=self._own(dataset, name))
        schema = self._schema(dataset, name)
        for node in self._list(dataset, "collections", name):
            collection = self._mapping(node, f"{name}.collections")
            label = self._name(collection, f"{name}.collections")
            path = f"{name}.{label.text}"
            own = self._own(collection, path)
            scope = _Scope(path=path, inherited=own or outer.inherited)
            yield self._table(label, schema, path), collection, scope

    def _schema(self, dataset: Entries, path: str) -> str:
        """`fides_meta.namespace`: a mapping with `schema`, or the schema itself."""
        meta = self._optional(dataset, ("fides_meta", "fidesops_meta"))
        if meta is None:
            return _PUBLIC
        namespace = self._optional(self._mapping(meta, f"{path}.fides_meta"), ("namespace",))
        if isinstance(namespace, Entries):
            namespace = self._optional(namespace, ("schema",))
        if namespace is None:
            return _PUBLIC
        if not isinstance(namespace, Text):
            place = f"{path}.fides_meta.namespace"
            raise self._refused(namespace.line, place, "is not a name", "schema: public")
        return self._checked(namespace, f"{path}.fides_meta.namespace")

    def _checked(self, schema: Text, path: str) -> str:
        try:
            return parse_table_name(f"{_quoted(schema.text)}.t").schema
        except ValueError:
            what = f"{schema.text!r} is not a schema's name"
            raise self._refused(schema.line, path, what, "schema: public") from None

    def _table(self, label: Text, schema: str, path: str) -> TableName:
        """A collection's name as a table: `customer`, `shop.customer`, `"odd.name"`."""
        quoted = label.text
        if '"' not in quoted:  # without quotes, a dot divides schema and table, a blank is a part
            quoted = ".".join(map(_quoted, quoted.split(".")))
        try:
            return parse_table_name(f"{_quoted(schema)}.{quoted}")
        except ValueError:
            pass
        try:
            return parse_table_name(quoted)
        except ValueError:
            raise self._refused(
                label.line, path, f"{label.text!r} is not a table's name", "table or schema.table"
            ) from None

    def _columns(self, collection: Entries, scope: _Scope) -> dict[str, str]:
        fields = self._fields(collection, scope)
        return {name: category for name, category in fields if category is not None}

    def _fields(self, owner: Entries, scope: _Scope) -> Iterator[tuple[str, str | None]]:
        """Each field of a collection or of an object, with its category if it has one."""
        seen: set[str] = set()
        for node in self._list(owner, "fields", scope.path):
            field = self._mapping(node, f"{scope.path}.fields")
            label = self._name(field, f"{scope.path}.fields")
            path = f"{scope.path}.{label.text}"
            if label.text in seen:
                raise self._refused(label.line, path, "the field is there twice", "keep one")
            seen.add(label.text)
            yield label.text, self._category(field, _Scope(path=path, inherited=scope.inherited))

    def _category(self, field: Entries, scope: _Scope) -> str | None:
        own = self._own(field, scope.path)
        if self._optional(field, ("fields",)) is None:
            return choose(own or scope.inherited)
        inside = _Scope(path=scope.path, inherited=own or scope.inherited)
        parts = [each for _, each in self._fields(field, inside)]
        if not parts:
            return choose(inside.inherited)
        return common(each for each in (choose(own), *parts) if each is not None)

    def _own(self, owner: Entries, path: str) -> tuple[str, ...]:
        """The categories that are written here."""
        place = f"{path}.data_categories"
        if self._optional(owner, ("data_categories",)) is None:
            return ()
        found: list[str] = []
        for node in self._list(owner, "data_categories", path):
            if not isinstance(node, Text):
                raise self._refused(node.line, place, "is not a list of names", "[user.name]")
            if node.text not in categories():
                what, hint = meant(node.text)
                raise self._refused(node.line, place, what, hint)
            found.append(node.text)
        return tuple(found)

    def _name(self, owner: Entries, path: str) -> Text:
        name = owner.nodes.get("name")
        if not isinstance(name, Text) or not name.text:
            raise self._refused(owner.line, path, "has no name", _SHAPE)
        if _NOT_IN_A_NAME.search(name.text):
            raise self._refused(name.line, path, "has a name that no column can have", _SHAPE)
        return name

    def _list(self, owner: Entries, key: str, path: str) -> tuple[Node, ...]:
        value = owner.nodes.get(key)
        if value is None:
            raise self._refused(owner.line, path, f"has no {key}", _SHAPE)
        if isinstance(value, Items):
            return value.nodes
        if isinstance(value, Text) and value.empty:
            return ()
        raise self._refused(value.line, f"{path}.{key}", "is not a list", f"{key}: [...]")

    def _mapping(self, node: Node, path: str) -> Entries:
        if isinstance(node, Entries):
            return node
        raise self._refused(node.line, path, "is not a mapping", _SHAPE)

    @staticmethod
    def _optional(owner: Entries, keys: tuple[str, ...]) -> Node | None:
        """The first of the keys that says something."""
        for key in keys:
            node = owner.nodes.get(key)
            if node is not None and not (isinstance(node, Text) and node.empty):
                return node
        return None

    def _refused(self, line: int, path: str, what: str, hint: str) -> ConfigError:
        place = f"{path}: " if path else ""
        return ConfigError(f"{self.source}: line {line}: {place}{what}", hint=hint)


def _quoted(name: str) -> str:
    """A name that means itself, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'
