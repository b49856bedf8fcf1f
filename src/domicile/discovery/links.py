"""What ties tables together: foreign keys, and columns that act as ones without being declared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from domicile.catalog.model import Hop
from domicile.config.names import TableName
from domicile.discovery.model import Column, Estate, Kind, Relation
from domicile.discovery.words.reading import read_role, same_noun, stem
from domicile.discovery.words.split import split

_TELLING_NAME = 4
_GENERIC = frozenset({"name", "code", "number", "title", "slug", "email", "status"})
_JOINED: frozenset[Kind] = frozenset({"integer", "uuid", "text", "decimal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`columns` of `source` hold a key of `target`: `far` there.

    `nullable` when a row may point nowhere, `unique` when no two rows point at the same one.
    """

    source: TableName
    columns: tuple[str, ...]
    target: TableName
    far: tuple[str, ...]
    declared: bool
    nullable: bool = False
    unique: bool = False

    @property
    def forward(self) -> Hop:
        """The hop from the table that points."""
        return Hop(
            table=self.target,
            near=self.columns,
            far=self.far,
            backward=False,
            declared=self.declared,
        )

    @property
    def backward(self) -> Hop:
        """The hop from the table that is pointed at."""
        return Hop(
            table=self.source,
            near=self.far,
            far=self.columns,
            backward=True,
            declared=self.declared,
        )

    @property
    def role(self) -> Literal["owner", "actor", ""]:
        """What the columns say of who is pointed at.

        `teacher_id` names the teacher and no role: what it means hangs on the table.
        """
        plain = same_noun(stem(self.columns[-1]), split(self.target.table))
        return "" if plain else read_role(self.columns[-1])


def declared(estate: Estate) -> tuple[Link, ...]:
    """Every foreign key between relations of the estate."""
    return tuple(
        _link(relation, key.columns, key.target, key.far, declared=True)
        for relation in estate.values()
        for key in relation.foreign_keys
        if key.target in estate
    )


def guesses(estate: Estate, subjects: Iterable[TableName]) -> tuple[Link, ...]:
    """Columns whose names say that they point somewhere, though no foreign key does.

    A column points at the table whose noun it bears, or, when it names a role that people have
    (`sender_id`), at the subjects' tables, or at a unique column of its own name. Whether the
    values are there too is for the server to say: these are guesses until it has.
    """
    nouns, uniques = _Nouns(estate), _unique_columns(estate)
    people = [estate[name] for name in subjects]
    return tuple(
        link
        for relation in estate.values()
        if not relation.unread
        for column in _loose(relation)
        for link in (
            *_guess(relation, column, nouns, people),
            *_namesakes(relation, column, uniques),
        )
    )


def _loose(relation: Relation) -> Iterator[Column]:
    """Columns that could point somewhere and are not known to."""
    tied = {name for key in relation.foreign_keys for name in key.columns}
    alone = relation.key if len(relation.key) == 1 else ()
    for column in relation.columns:
        own = column.name in alone and column.kind == "integer" and not stem(column.name)
        if column.kind in _JOINED and column.name not in tied and not own:
            yield column


def _guess(
    relation: Relation, column: Column, nouns: _Nouns, people: list[Relation]
) -> Iterator[Link]:
    noun = stem(column.name)
    if not noun or same_noun(noun, split(relation.name.table)):
        return  # its own number, not another's
    role = read_role(column.name)
    named = [each for each in nouns.of(noun) if each.name != relation.name]
    if not named and len(noun) > 1 and role == "owner":
        named = [each for each in nouns.of(noun[-1:]) if each.name != relation.name]
    bare = noun == split(column.name)  # `sender`, `issued_by`: no _id says that it points
    if not named and role and (not bare or role == "actor" or column.kind == "uuid"):
        named = people
    for target in named:
        if len(target.key) == 1 and _same_kind(column, target.by_name[target.key[0]]):
            yield _link(relation, (column.name,), target.name, target.key, declared=False)


def _namesakes(
    relation: Relation, column: Column, uniques: Mapping[str, list[Relation]]
) -> Iterator[Link]:
    """Unique columns of other tables that bear the very same name: `msisdn`, `member_no`."""
    if (column.name,) == relation.key:
        return
    for target in uniques.get(column.name, ()):
        if target.name != relation.name and _same_kind(column, target.by_name[column.name]):
            yield _link(relation, (column.name,), target.name, (column.name,), declared=False)


def _unique_columns(estate: Estate) -> Mapping[str, list[Relation]]:
    """The tables that have a unique column of a name, where the name says more than `id`."""
    found: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in estate.values():
        for unique in {relation.key, *relation.uniques}:
            if len(unique) == 1 and _is_telling(unique[0]):
                found[unique[0]].append(relation)
    return found


class _Nouns:
    """The estate's tables by the nouns that they are named with."""

    def __init__(self, estate: Estate) -> None:
        self._by_letter: defaultdict[str, list[tuple[tuple[str, ...], Relation]]] = defaultdict(
            list
        )
        for relation in estate.values():
            if relation.kind in {"table", "partitioned table"}:
                words = split(relation.name.table)
                for letter in {word[0] for word in words}:
                    self._by_letter[letter].append((words, relation))

    def of(self, noun: tuple[str, ...]) -> list[Relation]:
        """The tables of that noun: singular or plural, with or without a prefix."""
        near = self._by_letter[noun[-1][0]]
        return [relation for words, relation in near if same_noun(noun, words)]


def _is_telling(name: str) -> bool:
    return len(name) >= _TELLING_NAME and bool(stem(name)) and name not in _GENERIC


def _same_kind(column: Column, key: Column) -> bool:
    if column.kind == key.kind:
        return True
    return {column.kind, key.kind} <= {"integer", "decimal"}


def _link(
    relation: Relation,
    columns: tuple[str, ...],
    target: TableName,
    far: tuple[str, ...],
    *,
    declared: bool,
) -> Link:
    return Link(
        source=relation.name,
        columns=columns,
        target=target,
        far=far,
        declared=declared,
        nullable=not all(relation.by_name[name].not_null for name in columns),
        unique=relation.is_unique(columns),
    )


def by_source(links: Iterable[Link]) -> Mapping[TableName, list[Link]]:
    """The links by the table that points."""
    grouped: defaultdict[TableName, list[Link]] = defaultdict(list)
    for link in links:
        grouped[link.source].append(link)
    return grouped


def by_target(links: Iterable[Link]) -> Mapping[TableName, list[Link]]:
    """The links by the table that is pointed at."""
    grouped: defaultdict[TableName, list[Link]] = defaultdict(list)
    for link in links:
        grouped[link.target].append(link)
    return grouped
