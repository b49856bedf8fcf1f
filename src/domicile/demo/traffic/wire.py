"""What the traffic's process and its parent say to each other.

Down the standard input: the name of a phase on a line of its own; the end of it means stop.
Up the standard output, a JSON object a line: `ready` or `refused`, then a `second` each
second, and at the end one `summary`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from domicile.demo.figures import Phase

DSN_VARIABLE: Final = "DOMICILE_DEMO_TRAFFIC_DSN"
"""The connection string goes through the environment: every user can read an argument."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Every worker is connected; the clock runs."""

    is_a: Literal["ready"] = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The database could not be reached; the process ends."""

    sqlstate: str
    is_a: Literal["refused"] = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """What happened since the line before."""

    lately: Phase
    is_a: Literal["second"] = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All phases; the last line."""

    phases: tuple[Phase, ...]
    is_a: Literal["summary"] = "summary"


Line = Ready | Refused | Second | Summary

_LINES: TypeAdapter[Line] = TypeAdapter(
    Annotated[Line, Field(discriminator="is_a")], config=ConfigDict(extra="forbid")
)


def encode(line: Line) -> str:
    """The line as JSON, without its end."""
    return _LINES.dump_json(line).decode()


def decode(text: str | bytes) -> Line:
    """The line that `encode` made.

    Raises:
        pydantic.ValidationError: it is not one.
    """
    return _LINES.validate_json(text)
