"""Packs read from files and put beside each other: what no single statement shows."""

from __future__ import annotations

import stat
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, cast

from domicile.errors import PackError
from domicile.law.model import Confidence, Law
from domicile.law.pack import MAX_PACK_BYTES, read_pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How much the packs say, and how sure they are: numbers of packs, versions, clauses.

    `unsure` counts the clauses of each confidence below `confirmed`; `bills` the packs whose
    last version binds nobody.
    """

    packs: int
    versions: int
    clauses: int
    unsure: dict[Confidence, int]
    bills: int

    def sentence(self) -> str:
        """In one line."""
        counted = (_count(self.packs, "pack"), _count(self.versions, "version"))
        unsure = ", ".join(f"{count:,} {name}" for name, count in self.unsure.items())
        clauses = f"{_count(self.clauses, 'clause')} ({unsure})"
        return f"{', '.join((*counted, clauses))}; {_count(self.bills, 'bill')} or not applied yet"


def check_packs(paths: Iterable[Path]) -> tuple[Law, ...]:
    """The laws in these files, in the order given.

    Raises:
        PackError: with every problem of every file, one a line.
    """
    laws: list[Law] = []
    problems: list[str] = []
    hints: list[str] = []
    for path in paths:
        try:
            laws.append(check_pack(path))
        except PackError as error:
            problems.append(_printable(str(error)))
            hints.append(error.hint)
    counted = Counter(law.id for law in laws)
    problems += [f"{law}: two packs have this id" for law, n in sorted(counted.items()) if n > 1]
    if problems:
        raise PackError("\n".join(problems), hint=next(filter(None, hints), "rename one of them"))
    return tuple(laws)


def check_shipped() -> tuple[Law, ...]:
    """The laws that come with Domicile, held to the same.

    Raises:
        PackError: with every problem of every pack, one a line.
    """
    folder = resources.files("domicile.law") / "packs"
    with resources.as_file(folder) as files:
        return check_packs(sorted(files.glob("*.toml")))


def check_pack(path: Path) -> Law:
    """The law in one file; symbolic links are followed.

    Raises:
        PackError: the file cannot be read, or what it says cannot be used.
    """
    text = read_text(path)
    name = _shown(path)
    try:
        law = read_pack(text, file=name)
        idle = sorted(_idle_sources(tomllib.loads(text)))
    except RecursionError:
        raise PackError(f"{name}: is nested too deeply", hint="is it a law pack?") from None
    if idle:
        raise PackError(
            f"{name}: the source {idle[0]!r} is named by no statement",
            hint="name it in `sources`, or remove it",
        )
    return law


def read_text(path: Path) -> str:
    """The text of a pack's file.

    Raises:
        PackError: there is no such file, or it is none, too large or not UTF-8.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise PackError(f"{_shown(path)}: is not a file", hint="name the pack's TOML file")
        with path.open("rb") as file:
            content = file.read(MAX_PACK_BYTES + 1)
        if len(content) > MAX_PACK_BYTES:
            what, hint = f"larger than {MAX_PACK_BYTES} bytes", "one law per pack"
        else:
            return content.decode("utf-8")
    except FileNotFoundError:
        what, hint = "there is no such file", "name the pack's TOML file"
    except OSError as error:
        what, hint = f"cannot be read: {error.strerror}", "name a file that can be read"
    except UnicodeDecodeError as error:
        what, hint = f"is not UTF-8 at byte {error.start}", "save it as UTF-8"
    raise PackError(f"{_shown(path)}: {what}", hint=hint)


def summary(laws: Iterable[Law]) -> Summary:
    """The packs in numbers."""
    read = tuple(laws)
    clauses = [c for law in read for version in law.versions for c in version.every_clause()]
    sure = Counter(clause.basis.confidence for clause in clauses)
    return Summary(
        packs=len(read),
        versions=sum(len(law.versions) for law in read),
        clauses=len(clauses),
        unsure={"reading": sure["reading"], "unconfirmed": sure["unconfirmed"]},
        bills=sum(law.versions[-1].status in {"bill", "enacted"} for law in read),
    )


def _idle_sources(pack: dict[str, Any]) -> set[str]:
    """Sources that no statement names; the pack has been read, so that its shape is known."""
    return {source["key"] for source in pack["source"]} - set(_named(pack))


def _named(part: object) -> Iterator[str]:
    """Every key that a statement anywhere in the pack names as its source."""
    if isinstance(part, dict):
        for key, value in cast("dict[str, Any]", part).items():
            yield from value if key == "sources" else _named(value)
    elif isinstance(part, list):
        for value in cast("list[Any]", part):
            yield from _named(value)


def _shown(path: Path) -> str:
    """The path for a message; bytes that are no text as escapes."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _printable(message: str) -> str:
    """The message with what a pack could do to a terminal made visible."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in message)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
