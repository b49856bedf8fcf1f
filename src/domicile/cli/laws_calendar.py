"""The calendar of a service, with one census of its people when they are to be counted."""

from __future__ import annotations

from datetime import date

from domicile.catalog.run import load_map
from domicile.config.model import Config
from domicile.law.store import shipped
from domicile.law.verdict import as_law
from domicile.pg import servers
from domicile.placement.gate import Standing, everywhere, stand
from domicile.placement.outlook import Horizon, Outlook, outlook
from domicile.placement.run import judge
from domicile.placement.store import Census, take_census


def read(config: Config, first: date, last: date | None, *, people: bool) -> Outlook:
    """What happens from `first` to `last`; the hub is asked only when `people` are counted.

    Raises:
        ServerUnavailable: the hub is down.
        ConfigError, MapError: the config cannot be used.
    """
    census = _census(config) if people else None
    present = census.evidence if census else everywhere(config)

    def decide(day: date) -> Standing:
        return stand(config, judge(config, day), present)

    horizon = Horizon(
        laws=(*shipped(), *map(as_law, config.commitments)),
        instruments=config.instruments,
        places=frozenset({config.hub.country, *config.homes}),
        decide=decide,
        counts=census.counts if census else None,
    )
    return outlook(horizon, first, last)


def _census(config: Config) -> Census:
    with servers.hub(config) as conn:
        return take_census(conn, config, load_map(conn, config).subjects)
