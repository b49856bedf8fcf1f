"""Where everybody is, and who is on the way."""

from __future__ import annotations

from dataclasses import dataclass

from domicile.config.model import Config
from domicile.pg.compose import own, sql
from domicile.relocation.model import Place, Work
from domicile.relocation.run import open_world
from domicile.relocation.store import planned
from domicile.residence.naming import directory


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many subjects of a kind live at one place."""

    kind: str
    place: Place
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """People per place, and the queue as the last `apply` or `move` decided it."""

    people: tuple[People, ...]
    queue: tuple[Work, ...]
    undecided: int
    pinned: int

    def to_dict(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "people": [
                {
                    "kind": each.kind,
                    "home": each.place.home,
                    "mirrored": each.place.mirrored,
                    "count": each.count,
                }
                for each in self.people
            ],
            "queue": [
                {
                    "kind": work.kind,
                    "from": str(work.trip.source),
                    "to": str(work.trip.target),
                    "count": work.subjects,
                }
                for work in self.queue
            ],
            "undecided": self.undecided,
            "pinned": self.pinned,
        }


def read_status(config: Config) -> Status:
    """Count the directory.

    Raises:
        PreparationError: `apply` has not been run.
    """
    with open_world(config) as world:
        people: list[People] = []
        undecided = 0
        for subject in world.data_map.subjects:
            listed = own(directory(subject.kind))
            grouped = sql.SQL(
                "SELECT home, mirrored, count(*) FROM {} GROUP BY 1, 2 ORDER BY 1 NULLS FIRST, 2"
            ).format(listed)
            people += [
                People(kind=subject.kind, place=Place(row[0], row[1]), count=row[2])
                for row in world.hub.rows(grouped)
            ]
            unknown = sql.SQL("SELECT count(*) FROM {} WHERE domicile IS NULL").format(listed)
            undecided += world.hub.rows(unknown)[0][0]
        pinned = sum(
            world.hub.rows(sql.SQL("SELECT count(*) FROM {}").format(f.pin))[0][0]
            for f in world.hub.parts
        )
        return Status(
            people=tuple(people),
            queue=tuple(planned(world.hub.conn, world.data_map)),
            undecided=undecided,
            pinned=pinned,
        )
