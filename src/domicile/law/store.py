"""The packs that come with Domicile, and the check that a config speaks of laws that exist."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

from domicile.config.service import Instrument, LawSettings, Service
from domicile.errors import ConfigError
from domicile.law.model import Law
from domicile.law.pack import read_pack


@cache
def shipped() -> tuple[Law, ...]:
    """Every pack of the package, by id.

    Raises:
        PackError: a pack cannot be used.
    """
    folder = resources.files("domicile.law") / "packs"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(read_pack(f.read_text(encoding="utf-8"), file=f.name) for f in files)


def check_settings(
    laws: Iterable[Law], service: Service, settings: LawSettings, instruments: Iterable[Instrument]
) -> None:
    """Refuse a config that names a law, profile or fact that no pack knows.

    A misspelt name would otherwise decide silently: the law would keep its default profile, or
    the instrument would never count.

    Raises:
        ConfigError: says the key and the names that exist.
    """
    known = {law.id: law for law in laws}
    _check_named("laws.disabled", settings.disabled, known)
    _check_named("laws.profiles", settings.profiles, known)
    _check_named("instrument.law", (i.law for i in instruments), known)
    for law_id, profile in settings.profiles.items():
        profiles = {name for version in known[law_id].versions for name in version.profiles}
        _check_named(f"laws.profiles.{law_id}", [profile], profiles)
    facts = {fact for law in known.values() for fact in law.facts}
    _check_named("service.facts", service.facts, facts)


def _check_named(key: str, named: Iterable[str], known: Iterable[str]) -> None:
    """Every name is one of the known ones."""
    names = sorted(known)
    for name in sorted(set(named) - set(names)):
        listed = ", ".join(names) or "none"
        raise ConfigError(f"{key}: no law pack knows {name!r}", hint=f"the packs know: {listed}")
