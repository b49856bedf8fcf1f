"""An environment of its own for each tool, made once below build/rivals."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "build" / "rivals"


class CannotInstall(Exception):
    """The packages do not install here; the text says why."""


def prepare(name: str, packages: Mapping[str, Sequence[str]], timeout_s: float) -> Path:
    """The interpreter of an environment with these packages, which is made if need be.

    Args:
        name: the environment's.
        packages: `packages` with what they depend on, `alone` without.
        timeout_s: what pip may take.

    Raises:
        CannotInstall: pip says no, or takes too long.
    """
    python = _FOLDER / name / "bin" / "python"
    stamp = _FOLDER / name / "packages"
    wanted = repr((sys.version, sorted(packages.items())))
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return python
    print(f"installing {name}: once", file=sys.stderr, flush=True)
    _run([sys.executable, "-m", "venv", "--clear", str(_FOLDER / name)], timeout_s)
    pip = [str(python), "-m", "pip", "install", "-qq"]
    _run([*pip, *packages["packages"]], timeout_s)
    if "alone" in packages:
        _run([*pip, "--no-deps", *packages["alone"]], timeout_s)
    stamp.write_text(wanted, "utf-8")
    return python


def _run(command: Sequence[str], timeout_s: float) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=timeout_s)
    except subprocess.TimeoutExpired:
        raise CannotInstall(f"took longer than {timeout_s:.0f} s") from None
    except subprocess.CalledProcessError as error:
        raise CannotInstall(last_line(error.stderr)) from None


def last_line(text: str) -> str:
    """The last line that says something."""
    return next((line for line in reversed(text.splitlines()) if line.strip()), "no word why")
