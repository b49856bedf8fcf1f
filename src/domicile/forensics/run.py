"""`verify --forensic`: read the hub's files for what its people elsewhere left in them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from io import FileIO
from pathlib import Path
from typing import cast

import numpy as np

from domicile.catalog.model import DataMap, MappedTable
from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.errors import PreparationError, ServerUnavailable
from domicile.forensics import directory, store
from domicile.forensics.files import File
from domicile.forensics.filters import Places
from domicile.forensics.forms import pieces
from domicile.forensics.held import learn
from domicile.forensics.hits import Hits, Search
from domicile.forensics.matcher import Matcher
from domicile.forensics.model import Coverage, Forensics, Obligation, Trace
from domicile.forensics.needles import NeedleBuilder, Needles, Source
from domicile.forensics.pages import PAGE
from domicile.forensics.rows import Layout, Residents, versions
from domicile.forensics.scan import Log, blocks, scan
from domicile.pg import servers
from domicile.pg.connection import Connection
from domicile.residence.fragments import Fragments
from domicile.residence.hub import fragments

MOST_NEEDLES = 400_000
#: Told (what is being done, bytes done, bytes in all).
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class _Scan:
    """One run: the hub, what is known of it, and what was found so far."""

    config: Config
    hub: Connection
    data_map: DataMap
    parts: tuple[Fragments, ...]
    identity: store.Identity
    files: list[File]
    result: Forensics
    progress: Progress
    done: int = 0
    size: int = 0
    what: str = ""
    stack: ExitStack = field(default_factory=ExitStack)

    def advance(self, count: int) -> None:
        """So many bytes more have been read."""
        self.done += count
        self.progress(self.what, self.done, self.size)


def forensic(
    config: Config,
    *,
    today: date,
    data_directory: Path | None = None,
    also: tuple[Path, ...] = (),
    most_needles: int = MOST_NEEDLES,
    progress: Progress,
) -> Forensics:
    """Every place in the hub's files where a value is of somebody who lives elsewhere.

    Args:
        today: the date that obligations bear.
        data_directory: where the hub's files are, when the server does not say, or says a path
            that is another one on this machine.
        also: more files and folders to scan: logs, a WAL archive.
        most_needles: how many needles one pass over the files looks for; bounds the memory.

    Raises:
        PreparationError: `apply` has not been run, or the files cannot be read here.
        ServerUnavailable: the hub is down; a home that is down is told in the result.
    """
    with servers.hub(config, autocommit=True) as hub:
        if not store.is_ready(hub):
            raise PreparationError("the hub is not prepared", hint="run `domicile apply` first")
        known = store.identity(hub)
        folder = _folder(known, data_directory)
        result = Forensics()
        _list_not_seen(hub, result, today, folder)
        if not store.checkpoint(hub):
            _owe(
                result,
                today,
                "shared memory",
                "CHECKPOINT was refused",
                "grant pg_checkpoint: pages in memory may be newer than the files",
            )
        data_map = load_map(hub, config)
        files = directory.read(folder, also, store.catalog(hub, known), result.unreadable)
        run = _Scan(
            config,
            hub,
            data_map,
            fragments(data_map, config.homes),
            known,
            files,
            result,
            progress,
        )
        _scan_rows(run)
        for needles in _passes(run, most_needles):
            _scan_bytes(run, needles)
        return result


def _folder(known: store.Identity, given: Path | None) -> Path:
    if known.block_size != PAGE or known.wal_block_size != PAGE:
        raise PreparationError(
            "the hub's PostgreSQL was built with another page size than 8 kB",
            hint="forensics reads pages of 8192 bytes",
        )
    if given is None and known.data_directory is None:
        raise PreparationError(
            "the hub does not say where its data directory is",
            hint="grant pg_read_all_settings, or name it: --data-directory",
        )
    folder = given or Path(cast("str", known.data_directory))
    directory.check(folder, known.system)
    return folder


def _list_not_seen(hub: Connection, result: Forensics, today: date, folder: Path) -> None:
    for what, name, todo in store.not_seen(hub):
        _owe(result, today, what, name, todo)
    for name, location, oid in store.tablespaces(hub):
        if not (folder / "pg_tblspc" / oid).is_dir():
            todo = f"scan {location} where it can be read: --also"
            _owe(result, today, "tablespace", name, todo)


def _owe(result: Forensics, today: date, what: str, name: str, todo: str) -> None:
    result.obligations.append(Obligation(what=what, name=name, todo=todo, found=today, due=today))


def _passes(run: _Scan, most: int) -> Iterator[Needles]:
    """The residents' values, as many at a time as fit."""
    builder = NeedleBuilder()
    for subject in run.data_map.subjects:
        for country in store.homes_of(run.hub, subject):
            with _unless_down(run, country) as home:
                if home is None:
                    continue
                for mapped in run.data_map.of(subject.kind):
                    for _ in _collect(run, home, country, mapped, builder):
                        if len(builder) >= most:
                            yield builder.build()
    if len(builder):
        yield builder.build()


@contextmanager
def _unless_down(run: _Scan, country: str) -> Generator[Connection | None]:
    """A home that is down leaves its people's values unsearched, and says so."""
    if country not in run.config.homes:
        run.result.unavailable[country] = f"home {country} is not in {run.config.source}"
        yield None
        return
    try:
        with servers.home(run.config, country) as home:
            yield home
    except ServerUnavailable as error:
        if error.server != f"home {country}":
            raise
        run.result.unavailable[country] = str(error)


def _collect(
    run: _Scan, home: Connection, country: str, mapped: MappedTable, builder: NeedleBuilder
) -> Iterator[None]:
    """Add the needles of one table's rows at a home; yields after each row."""
    encoder = store.encoder(home, run.identity.codec)
    types = store.column_types(home, mapped.name)
    name = str(mapped.name)
    columns = [(column.name, types[column.name]) for column in mapped.written]
    coverage = [run.result.coverage.setdefault((name, each), Coverage()) for each, _ in columns]
    for each, (_, oid) in zip(coverage, columns, strict=True):
        each.readable = encoder.knows(oid)
    for row in store.values(home, mapped):
        for value, (column, oid), seen in zip(row, columns, coverage, strict=True):
            if value is None:
                continue
            seen.values += 1
            found = False
            for form in encoder.forms(oid, value):
                cut = pieces(form.data)
                if cut:
                    source = Source(
                        table=name, column=column, home=country, form=form.name, text=form.text
                    )
                    builder.extend(builder.number(source), cut)
                    found = found or form.own
            seen.anywhere += found
        yield


def _scan_bytes(run: _Scan, needles: Needles) -> None:
    """One pass over all files."""
    result = run.result
    result.passes += 1
    result.needles += len(needles)
    search = Search(Matcher.of(needles, directory.background(run.files)))
    run.what = "values of people who live in the hub"
    run.done = run.size = 0
    for mapped in run.data_map.tables:
        learn(search, store.encoder(run.hub, run.identity.codec), _local(run, mapped), run.advance)
    run.what, run.done, run.size = f"files, pass {result.passes}", 0, directory.size(run.files)
    log = Log(
        search, lambda file, hits, at, how: _tell(run, search, file, hits, at, how), run.advance
    )
    before: File | None = None
    read = 0
    for file in run.files:
        with directory.opened(file, result.unreadable) as opened:
            if opened is None:
                continue
            read += 1
            if file.kind == "WAL":
                log.scan(file, opened, follows=directory.follows(before, file))
                before = file
            else:
                scan(
                    file,
                    opened,
                    search,
                    lambda hits, at, how, file=file: _tell(run, search, file, hits, at, how),
                    run.advance,
                )
    result.files, result.bytes = read, run.done


def _local(run: _Scan, mapped: MappedTable) -> Iterator[Iterator[tuple[int, bytes]]]:
    types = store.column_types(run.hub, mapped.name)
    oids = [types[column.name] for column in mapped.written]
    for row in store.values(run.hub, mapped):
        yield ((oid, value) for oid, value in zip(oids, row, strict=True) if value is not None)


def _tell(run: _Scan, search: Search, file: File, hits: Hits, at: Places, how: str) -> None:
    """Note what was found in a file."""
    if not len(hits):
        return
    mine = search.of_residents(hits)
    shared = int((~mine).sum())
    if shared:
        run.result.shared[file.kind] += shared
    # A value that repeats itself is one trace where it is hidden.
    places, numbers = np.unique(
        np.stack([at[mine], search.needles.source[hits.needle[mine]].astype(np.int64)]), axis=1
    )
    room = run.result.room
    for offset, number in zip(places[:room], numbers[:room], strict=True):
        source = search.needles.sources[int(number)]
        run.result.add(
            Trace(
                file=file.name,
                offset=int(offset),
                kind=file.kind,
                relation=file.relation,
                table=source.table,
                column=source.column,
                home=source.home,
                form=source.form,
                hidden=how,
            )
        )
    if len(places) > room:
        run.result.count(file.kind, len(places) - room)


def _scan_rows(run: _Scan) -> None:
    """Row versions of residents in the pages of the mapped tables, told by their keys."""
    run.what, run.done, run.size = "row versions", 0, 0
    senders = store.encoder(run.hub, run.identity.codec).senders
    for f in run.parts:
        first = store.file_of(run.hub, f.mapped)
        run.result.row_versions[str(f.mapped.name)] = first is not None
        if first is None:
            continue
        residents = store.residents(run.hub, f, senders)
        layout = store.layout(run.hub, f.mapped)
        for file in run.files:
            if file.paged and (file.name == first or file.name.startswith(f"{first}.")):
                with directory.opened(file, run.result.unreadable) as opened:
                    if opened is not None:
                        _scan_versions(run, f.mapped, file, opened, layout, residents)


def _scan_versions(
    run: _Scan,
    mapped: MappedTable,
    file: File,
    opened: FileIO,
    layout: Layout,
    residents: Residents,
) -> None:
    for text, carried, base in blocks(opened):
        pages = text[carried:]
        for at, number in versions(pages[: len(pages) // PAGE * PAGE], layout, residents):
            run.result.add(
                Trace(
                    file=file.name,
                    offset=base + carried + at,
                    kind=file.kind,
                    relation=file.relation,
                    table=str(mapped.name),
                    column=layout.name(number),
                    home="",
                    form="row version",
                )
            )
        run.advance(len(pages))
