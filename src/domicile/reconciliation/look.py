"""What hub and homes say before a round does anything. Only reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from domicile.catalog.model import Subject
from domicile.config.model import Config
from domicile.errors import ServerUnavailable
from domicile.pg import servers
from domicile.pg.connection import Connection
from domicile.reconciliation.restore import count_suspended
from domicile.relocation.confirm import Memory, remembered
from domicile.relocation.session import Session
from domicile.residence.naming import SUSPENDED
from domicile.residence.store import holds


@dataclass(slots=True, kw_only=True)
class Look:
    """What was seen.

    Attributes:
        memories: each home's log compared with the hub's.
        unavailable: homes that do not answer, and why.
        bare: homes that answer and are not prepared: new, or an empty database in their place.
        applied_homes: those that the hub was prepared for.
        homes_gone: of these, those that the config lacks.
        suspended: subjects whose writes are refused.
    """

    memories: dict[str, Memory] = field(default_factory=dict[str, Memory])
    unavailable: dict[str, str] = field(default_factory=dict[str, str])
    bare: frozenset[str] = frozenset()
    applied_homes: frozenset[str] = frozenset()
    homes_gone: frozenset[str] = frozenset()
    suspended: int = 0

    @property
    def forgetful(self) -> bool:
        """True when a backup was restored somewhere."""
        return any(
            memory.restored or memory.other_hub or memory.lost for memory in self.memories.values()
        )


def look(conn: Connection, config: Config, subjects: tuple[Subject, ...]) -> Look:
    """Ask the hub and every home.

    Args:
        conn: the hub's session; it need not be able to write.

    Raises:
        ServerUnavailable: the hub does not answer.
    """
    seen = Look()
    hub = Session("hub", conn, ())
    countries = {str(row[0]) for row in conn.execute("SELECT country FROM domicile.home")}
    seen.applied_homes = frozenset(countries - {SUSPENDED})
    seen.homes_gone = seen.applied_homes - set(config.homes)
    seen.suspended = count_suspended(hub, subjects)
    for country in sorted(config.homes):
        try:
            _look_at(hub, config, country, seen)
        except ServerUnavailable as error:
            if error.server == "hub":
                raise
            seen.unavailable[country] = str(error)
    return seen


def _look_at(hub: Session, config: Config, country: str, seen: Look) -> None:
    with servers.home(config, country) as conn:
        conn.read_only = True
        if not holds(conn, "relation_exists", schema="domicile", name="hub_seen"):
            seen.bare |= {country}
            return
        home = Session(f"home {country}", conn, (), at_home=True)
        seen.memories[country] = remembered(hub, home, country)
