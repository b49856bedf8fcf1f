"""The forensic scan, against reading the file, hashing it, and searching it as people do.

The aim is 500 MB/s per core, with 100,000 and 1,000,000 needles, on random bytes, on the pages of a
real heap and in real WAL. Nothing is found in any of them: the needles resemble what is there, but
are other people's.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from domicile.forensics.directory import background
from domicile.forensics.files import File, Kind
from domicile.forensics.filters import Places
from domicile.forensics.hits import Hits, Search
from domicile.forensics.matcher import Matcher
from domicile.forensics.needles import NeedleBuilder, Needles, Source
from domicile.forensics.scan import Log, scan
from world import open_world

PEOPLE = 400_000
RANDOM_BYTES = 128 << 20
NEEDLES = (100_000, 1_000_000)
GREP_NEEDLES, GREP_BYTES = 10_000, 64 << 20


def main() -> None:
    """Print MB/s of CPU time for each kind of file."""
    with TemporaryDirectory() as folder, open_world(PEOPLE) as world:
        world.connect("hub").execute("CHECKPOINT")
        files = {
            "random bytes": [_random(Path(folder))],
            "heap": _heap(world.cluster["hub"].data, world.connect("hub")),
            "WAL": _wal(world.cluster["hub"].data),
        }
        for count in NEEDLES:
            needles = _needles(count)
            for name, listed in files.items():
                _measure(f"{name}, {len(needles):,} needles", listed, needles)
        for name, listed in files.items():
            _compare(name, listed, Path(folder))


def _measure(what: str, files: list[File], needles: Needles) -> None:
    search = Search(Matcher.of(needles, background(files)))
    found = 0

    def tell(hits: Hits, _at: Places, _how: str) -> None:
        nonlocal found
        found += len(hits)

    def run() -> None:
        log = Log(search, lambda _file, hits, at, how: tell(hits, at, how), lambda _count: None)
        for file in files:
            with FileIO(file.path) as stream:
                if file.kind == "WAL":
                    log.scan(file, stream, follows=True)
                else:
                    scan(file, stream, search, tell, lambda _count: None)

    run()  # the cache of the operating system is warm for everybody
    print(f"{what}: {_rate(files, run):,.0f} MB/s per core, {found} found", flush=True)


def _compare(name: str, files: list[File], folder: Path) -> None:
    paths = [str(file.path) for file in files]
    started = time.monotonic()
    subprocess.run(["cat", *paths], stdout=subprocess.DEVNULL, check=True)
    took = time.monotonic() - started
    print(f"{name}, cat: {_size(files) / took / 1e6:,.0f} MB/s", end="; ")

    def digest() -> None:
        for file in files:
            hashlib.sha256(file.path.read_bytes())

    print(f"sha256: {_rate(files, digest):,.0f} MB/s", end="; ")
    patterns, sample = folder / "patterns", folder / "sample"
    needles = _needles(GREP_NEEDLES)
    patterns.write_bytes(b"\n".join(_plain(needles)))
    sample.write_bytes(files[0].path.read_bytes()[:GREP_BYTES])
    command = ["grep", "-a", "-c", "-F", "-f", str(patterns), str(sample)]
    started = time.monotonic()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C"}, check=False
    )
    took = time.monotonic() - started
    print(
        f"grep -F -f with {len(needles):,}: {sample.stat().st_size / took / 1e6:,.0f} MB/s",
        flush=True,
    )


def _rate(files: list[File], run: Callable[[], None]) -> float:
    started = time.process_time()
    run()
    return _size(files) / (time.process_time() - started) / 1e6


def _size(files: list[File]) -> int:
    return sum(file.path.stat().st_size for file in files)


def _needles(count: int) -> Needles:
    """Names, e-mail addresses and telephone numbers of people who are not in the table."""
    builder = NeedleBuilder()
    source = Source(table="public.person", column="name", home="RU", form="text", text=True)
    number = builder.number(source)
    for person in range(5_000_000, 5_000_000 + count // 3 + 1):
        builder.add(number, b"Person number %d" % person)
        builder.add(number, b"person%d@example.org" % person)
        builder.add(number, b"+7 900 %07d" % person)
    return builder.build()


def _plain(needles: Needles) -> list[bytes]:
    pairs = zip(needles.start.tolist(), needles.length.tolist(), strict=True)
    return [needles.blob[start : start + length].tobytes() for start, length in pairs]


def _random(folder: Path) -> File:
    path = folder / "random"
    path.write_bytes(np.random.default_rng(0).bytes(RANDOM_BYTES))
    return _file(path, "other")


def _heap(data: Path, conn: object) -> list[File]:
    row = conn.execute("SELECT pg_relation_filepath('person')").fetchone()  # type: ignore[attr-defined]
    return [_file(data / row[0], "heap")]


def _wal(data: Path) -> list[File]:
    return [_file(path, "WAL") for path in sorted((data / "pg_wal").glob("0*"))[:16]]


def _file(path: Path, kind: Kind) -> File:
    return File(path=path, name=path.name, kind=kind, paged=kind == "heap")
