"""Measure whom the skeletons of a service's people still single out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from domicile.catalog.model import DataMap
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.config.names import TableName
from domicile.errors import ConfigError
from domicile.pg import servers
from domicile.pg.connection import Connection
from domicile.skeleton.fields import skeleton_of
from domicile.skeleton.lattice import Known, cure, search
from domicile.skeleton.model import (
    IDENTIFIER_PERCENT,
    Classes,
    ColumnSet,
    Finding,
    Measurement,
    Skeleton,
    Tally,
)
from domicile.skeleton.store import Counter, check_readable, looking

#: Told before each count: the kind of people, how many counts there were, the columns of this one.
Progress = Callable[[str, int, tuple[str, ...]], None]
_TAKEN = TableName("domicile", "taken")  # what `apply` took off tables: a data map is read with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How to measure.

    Args:
        percent: sets that make more people unique are named, in [0, 100).
        set_size: sets of up to that many columns are looked at.
        ignore: columns to leave out, as `table.column` or `schema.table.column`.
        kind: only this kind of people.
        timeout_s: how long one count may take.
    """

    percent: float = 5.0
    set_size: int = 3
    ignore: tuple[str, ...] = ()
    kind: str | None = None
    timeout_s: float = 600.0


def measure(config: Config, progress: Progress, wish: Wish) -> tuple[Measurement, ...]:
    """What still singles people out, for each kind of the config's map.

    Reads the hub, changes nothing, and waits for nobody. Each count sees the table as it is at
    that time, so people who come and go meanwhile shift the figures by their number.

    Raises:
        ServerUnavailable: the hub is down.
        TryAgain: somebody holds a table exclusively.
        DatabaseError: a table may not be read; says which.
        ConfigError, MapError: the config cannot be used, or the wish names what is not there.
    """
    if wish.kind is not None and wish.kind not in {each.kind for each in config.subjects}:
        raise ConfigError(f"{config.source}: has no subject of kind {wish.kind!r}")
    with servers.hub(config, autocommit=True) as conn:
        with looking(conn, wish.timeout_s):
            for name in [_TAKEN, *(each.table for each in config.subjects)]:
                check_readable(conn, name)
            skeletons = _skeletons(load_map(conn, config))
            ignored = _ignored(skeletons, wish.ignore)
            wanted = [each for each in skeletons if wish.kind in {None, each.kind}]
            for skeleton in wanted:
                _check_rights(conn, skeleton)
        return tuple(
            _measure(each, _Told(conn, each, progress, wish), ignored[each.kind], wish)
            for each in wanted
        )


def _skeletons(data_map: DataMap) -> list[Skeleton]:
    return [skeleton_of(data_map, subject) for subject in data_map.subjects]


def _ignored(skeletons: Iterable[Skeleton], names: Iterable[str]) -> dict[str, ColumnSet]:
    """The columns that these names mean, by kind.

    Raises:
        ConfigError: no column that is measured has such a name.
    """
    found: dict[str, set[int]] = {}
    known: dict[str, list[tuple[str, int]]] = {}
    for skeleton in skeletons:
        found[skeleton.kind] = set()
        for number, field in enumerate(skeleton.fields):
            table = field.table
            for name in (f"{table}.{field.column}", f"{table.table}.{field.column}"):
                known.setdefault(name, []).append((skeleton.kind, number))
    for name in names:
        if name not in known:
            raise ConfigError(
                f"--column {name}: no column of that name is measured",
                hint="write TABLE.COLUMN=ignore; columns in the map and keys are never measured",
            )
        for kind, number in known[name]:
            found[kind].add(number)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


def _check_rights(conn: Connection, skeleton: Skeleton) -> None:
    for number, source in enumerate(skeleton.sources):
        read = [field.column for field in skeleton.fields if field.source == number]
        if not number:  # what joins it with the others, and with the directory
            read += [*skeleton.key, *(name for each in skeleton.sources for name in each.far)]
        check_readable(conn, source.table.name, [*read, *source.near])


class _Told:
    """A counter that says what it is about to count."""

    def __init__(
        self, conn: Connection, skeleton: Skeleton, progress: Progress, wish: Wish
    ) -> None:
        self._counter = Counter(conn, skeleton, wish.timeout_s)
        self._skeleton = skeleton
        self._progress = progress
        self._counts = 0

    def tally(self, columns: ColumnSet) -> Tally | None:
        self._tell(columns)
        return self._counter.tally(columns)

    def classes(self, columns: ColumnSet) -> Classes | None:
        self._tell(columns)
        return self._counter.classes(columns)

    def _tell(self, columns: ColumnSet) -> None:
        self._progress(self._skeleton.kind, self._counts, self._skeleton.names(columns))
        self._counts += 1


def _measure(skeleton: Skeleton, counter: _Told, ignored: ColumnSet, wish: Wish) -> Measurement:
    everybody = counter.tally(frozenset())
    blank = Measurement(
        skeleton=skeleton,
        percent=wish.percent,
        set_size=wish.set_size,
        rows=0 if everybody is None else everybody.rows,
        ignored=ignored,
    )
    if everybody is None:
        return replace(blank, unmeasured=(frozenset(),))
    if not everybody.rows:
        return blank
    known = Known(ask=counter.tally, rows=everybody.rows)
    sorted_out = _sort_out(known, blank)
    classes = counter.classes(sorted_out.quasi)
    known.add(sorted_out.quasi, None if classes is None else classes.tally)
    return _judge(known, replace(sorted_out, classes=classes))


def _sort_out(known: Known, blank: Measurement) -> Measurement:
    """Each column by itself: constant, an identifier, or a quasi-identifier."""
    fields = frozenset(range(len(blank.skeleton.fields))) - blank.ignored
    counted = {each: known.count(frozenset({each})) for each in sorted(fields)}
    alone = {each: tally for each, tally in counted.items() if tally is not None}
    constant = frozenset(each for each, tally in alone.items() if tally.classes <= 1)
    identifiers = tuple(
        Finding(columns=frozenset({each}), tally=tally)
        for each, tally in alone.items()
        if each not in constant and tally.exceeds(IDENTIFIER_PERCENT)
    )
    taken = constant.union(*(each.columns for each in identifiers))
    return replace(
        blank, constant=constant, identifiers=identifiers, quasi=frozenset(alone) - taken
    )


def _judge(known: Known, it: Measurement) -> Measurement:
    """The quasi-identifiers together: the smallest sets, and the cure."""
    found = search(known, it.quasi, percent=it.percent, size=it.set_size)
    fields = it.skeleton.fields
    removable = {each: fields[each].along for each in it.quasi if not fields[each].stays}
    steps = cure(known, it.quasi, removable, percent=it.percent)
    return replace(
        it,
        found=found,
        steps=steps,
        left=steps[-1].after if steps else known.tallies.get(it.quasi),
        unmeasured=tuple(known.unmeasured),
    )
