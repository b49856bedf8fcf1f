"""The time of day in which people may move. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from typing import Self
from zoneinfo import ZoneInfo

_SHAPE = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)(?:@(.+))?")
_OFFSET = re.compile(r"(?:UTC)?([+-])(\d\d?)(?::?(\d\d))?")


@dataclass(frozen=True, slots=True)
class Window:
    """From `opens` to `closes`, over midnight when it closes earlier than it opens."""

    opens: time
    closes: time
    zone: tzinfo = UTC

    @classmethod
    def parse(cls, text: str) -> Self:
        """`22:00-06:00`, `22:00-06:00@Europe/Moscow`, `22:00-06:00@+03:00`; UTC by default.

        Raises:
            ValueError: it is not one; says what is wrong.
        """
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is not a window like 22:00-06:00 or 22:00-06:00@+03:00")
        opens, closes = _time(found[1], found[2]), _time(found[3], found[4])
        if opens == closes:
            raise ValueError(f"{text!r} opens and closes at the same time")
        return cls(opens, closes, _zone(found[5] or "UTC"))

    def is_open(self, now: datetime) -> bool:
        """True within it; `now` has a time zone."""
        clock = now.astimezone(self.zone).time()
        if self.opens < self.closes:
            return self.opens <= clock < self.closes
        return clock >= self.opens or clock < self.closes

    def wait_s(self, now: datetime) -> float:
        """How long until it is open: 0.0 when it is."""
        if self.is_open(now):
            return 0.0
        today = now.astimezone(self.zone).date()
        # In UTC, for the difference of two local times forgets that clocks are put forward.
        openings = (
            datetime.combine(today + timedelta(days), self.opens, self.zone).astimezone(UTC)
            for days in (0, 1, 2)
        )
        return min(wait for each in openings if (wait := (each - now).total_seconds()) > 0)

    def __str__(self) -> str:
        """`22:00-06:00 Europe/Moscow`."""
        return f"{self.opens:%H:%M}-{self.closes:%H:%M} {self.zone}"


def _time(hours: str, minutes: str) -> time:
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        raise ValueError(f"{hours}:{minutes} is not a time of day") from None


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    if (found := _OFFSET.fullmatch(name)) is not None:
        offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        if offset >= timedelta(days=1):
            raise ValueError(f"{name!r} is not an offset from UTC")
        return timezone(-offset if found[1] == "-" else offset)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        hint = "a name like Europe/Moscow, or an offset like +03:00"
        raise ValueError(f"{name!r} is not a time zone here; give {hint}") from None
