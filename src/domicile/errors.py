"""Every error that Domicile raises on purpose, on one page.

A message says what, where and which value's name, never a personal value. The advice is the
`hint`. `exit_status` follows DESIGN §10: 1 a check failed, 2 usage or config, 69 a server is
unavailable, 75 try again.

    DomicileError
    ├── ConfigError          2   the config file, or what it says of the database
    │   ├── PackError            a law pack
    │   └── MapError             the data map against the live database
    ├── PreparationError     2   apply or unapply cannot go on as asked
    ├── ServerUnavailable   69   a hub or a home does not answer
    ├── LocalServerError    69   an embedded server did not start or stop
    ├── TryAgain            75   somebody else holds what we need
    ├── DatabaseError        1   a server refused a statement (SQLSTATE, names, no values)
    ├── ComparisonFailed     1   R4: the copy at home is not the original
    ├── HubRestored          1   the hub has forgotten moves: nothing is deleted or moved
    └── CheckFailed          1   violations were found and have been printed
"""

from __future__ import annotations


class DomicileError(Exception):
    """The base of all errors raised on purpose."""

    exit_status = 1
    hint = ""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint or type(self).hint


class ConfigError(DomicileError):
    """The config cannot be used: says file, key and what to do."""

    exit_status = 2


class PackError(ConfigError):
    """A law pack cannot be used: says file, key and what to do."""


class MapError(ConfigError):
    """The data map and the live database disagree."""


class PreparationError(DomicileError):
    """What `apply` or `unapply` would have to do is not safe or not possible."""

    exit_status = 2


class ServerUnavailable(DomicileError):
    """A hub or a home does not answer."""

    exit_status = 69
    hint = "start the server or mend the network, then run the same command again"

    def __init__(self, server: str, reason: str = "it does not answer") -> None:
        super().__init__(f"{server} is unavailable: {reason}")
        self.server = server


class LocalServerError(DomicileError):
    """An embedded server did not start or stop."""

    exit_status = 69


class TryAgain(DomicileError):
    """Somebody else holds what the command needs; nothing was changed."""

    exit_status = 75
    hint = "run the same command again"


class DatabaseError(DomicileError):
    """A server refused a statement.

    PostgreSQL's own text may carry row values, so only the SQLSTATE and the names of the
    objects survive (I7).
    """

    def __init__(self, server: str, sqlstate: str, what: str, *, hint: str = "") -> None:
        super().__init__(f"{server}: {what} (SQLSTATE {sqlstate})", hint=hint)
        self.server = server
        self.sqlstate = sqlstate


class ComparisonFailed(DomicileError):
    """R4: hub and home hold different values for rows that were just copied."""

    hint = "nothing was blanked; look at the home's table for triggers or rules that change rows"


class HubRestored(DomicileError):
    """The hub's log lacks batches that a home has: a backup from before them was restored."""

    hint = "nothing was deleted; `domicile run --once` puts it right (docs/protocols/restore.md)"


class CheckFailed(DomicileError):
    """A check found violations, which the command has already printed."""
