"""The data directory on this machine: is it the hub's, and what is in it."""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

import numpy as np

from domicile.errors import PreparationError
from domicile.forensics.files import Catalog, File, classify
from domicile.forensics.needles import Bytes
from domicile.forensics.pages import PAGE

_CONTROL = Path("global/pg_control")
_SAMPLES, _SAMPLE_BYTES = 128, 1 << 13
_HINT = (
    "run it on the hub's machine, as a user who may read the files; "
    "--data-directory says where they are"
)


def check(folder: Path, system: int | None) -> None:
    """The folder is the data directory of the cluster with that identifier.

    Raises:
        PreparationError: it cannot be read, or it is another cluster's.
    """
    try:
        with (folder / _CONTROL).open("rb") as file:
            (found,) = struct.unpack("=Q", file.read(8))
    except (OSError, struct.error):
        raise PreparationError(
            f"the hub's data directory cannot be read here: {folder}", hint=_HINT
        ) from None
    if system is not None and found != system:
        raise PreparationError(
            f"{folder} is the data directory of another PostgreSQL, not of the hub", hint=_HINT
        )


def read(folder: Path, also: Iterable[Path], catalog: Catalog, lost: list[str]) -> list[File]:
    """The files to scan, the WAL last and in its order.

    Args:
        also: more files and folders, such as logs and archives kept elsewhere.
        lost: is told the names of folders that cannot be read.
    """
    files = [
        classify(path, path.relative_to(folder).as_posix(), catalog) for path in _walk(folder, lost)
    ]
    for extra in also:
        paths = [extra] if extra.is_file() else _walk(extra, lost)
        files += [_extra(path, catalog) for path in paths]
    return sorted(files, key=lambda file: (file.kind == "WAL", file.name))


def _extra(path: Path, catalog: Catalog) -> File:
    """A file from elsewhere: a WAL segment by its name, or plain bytes."""
    found = classify(path, f"pg_wal/{path.name}", catalog)
    kind = found.kind if found.kind == "WAL" else "log" if "log" in path.name else "other"
    return File(path=path, name=str(path), kind=kind)


def _walk(folder: Path, lost: list[str]) -> Iterator[Path]:
    """Every plain file below, through the links to tablespaces and to the WAL."""

    def note(error: OSError) -> None:
        lost.append(str(error.filename))

    for name, _, found in os.walk(folder, onerror=note, followlinks=True):
        for each in found:
            path = Path(name, each)
            if path.is_file():
                yield path


@contextmanager
def opened(file: File, lost: list[str]) -> Generator[FileIO | None]:
    """The file, to be read without a buffer; None when it has gone or may not be read.

    Args:
        lost: is told the name of a file that is there and cannot be read.
    """
    try:
        stream = FileIO(file.path)
    except FileNotFoundError:  # dropped, or recycled, since the folder was read
        yield None
        return
    except OSError:
        lost.append(file.name)
        yield None
        return
    with stream:
        yield stream


def size(files: Iterable[File]) -> int:
    """Bytes to read."""
    return sum(_size(file) for file in files)


def background(files: Sequence[File]) -> Bytes:
    """Some pages from all over the files: what the text looks like, for the filter."""
    sizes = [_size(file) for file in files]
    chosen = random.Random(0).choices(files, [*sizes[:-1], sizes[-1] + 1], k=_SAMPLES)  # noqa: S311
    parts: list[bytes] = []
    for file in chosen:
        with opened(file, []) as stream:
            if stream is not None:
                stream.seek(random.Random(len(parts)).randrange(_size(file) + 1) // PAGE * PAGE)  # noqa: S311
                parts.append(stream.read(_SAMPLE_BYTES))
    return np.frombuffer(b"".join(parts), np.uint8)


def follows(before: File | None, file: File) -> bool:
    """Whether one WAL segment continues another."""
    if before is None or before.path.parent != file.path.parent:
        return False
    one, other = before.path.name[:24], file.path.name[:24]
    step = (int(other[8:16], 16) << 32 | int(other[16:], 16)) - (
        int(one[8:16], 16) << 32 | int(one[16:], 16)
    )
    # The last part counts segments within 4 GB, and begins anew after them.
    return step == 1 or (other[16:] == "00000000" and 0 < step < 1 << 32)


def _size(file: File) -> int:
    try:
        return file.path.stat().st_size
    except OSError:
        return 0
