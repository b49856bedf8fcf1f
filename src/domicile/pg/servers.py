"""Open the hub and the homes that a config names."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from domicile.config import Config, resolve
from domicile.errors import ConfigError
from domicile.pg.connection import Connection, check_transport, session
from domicile.pg.embedded_local import resolve_local

LOCAL_STATE = Path(".domicile/local")
_MAPPING_KEYS = frozenset({"user", "password", "sslcert", "sslkey", "sslpassword"})
# A value's text is read in the hub as it was written at home.
_PLAIN = "-c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=3 -c bytea_output=hex"
_NOT_FOR_SERVERS = frozenset({"application_name", "client_encoding", "options", "passfile"})


def hub_dsn(config: Config) -> str:
    """The hub's connection string, its pointer followed and its transport checked."""
    return follow(config.hub.dsn, what="hub.dsn", insecure=config.hub.insecure)


def home_dsn(config: Config, country: str) -> str:
    """How this machine reaches a home."""
    home = config.homes[country]
    return follow(home.dsn, what=f"homes.{country}.dsn", insecure=home.insecure)


@contextmanager
def hub(config: Config, *, autocommit: bool = False) -> Generator[Connection]:
    """A session on the hub."""
    with session(hub_dsn(config), "hub", autocommit=autocommit) as conn:
        yield conn


@contextmanager
def home(config: Config, country: str, *, autocommit: bool = False) -> Generator[Connection]:
    """A session on a home."""
    with session(home_dsn(config, country), f"home {country}", autocommit=autocommit) as conn:
        yield conn


def server_options(config: Config, country: str) -> tuple[dict[str, str], dict[str, str]]:
    """How the hub's server reaches a home: options of the server, options of the user mapping."""
    home = config.homes[country]
    what = f"homes.{country}.{'hub_dsn' if home.hub_dsn else 'dsn'}"
    dsn = follow(home.hub_dsn or home.dsn, what=what, insecure=home.insecure)
    parts = {name: str(value) for name, value in conninfo_to_dict(dsn).items() if value is not None}
    if "dbname" not in parts or "user" not in parts:
        raise ConfigError(f"{what}: needs dbname and user", hint="host=... dbname=... user=...")
    mapping = {name: value for name, value in parts.items() if name in _MAPPING_KEYS}
    server = {
        name: value for name, value in parts.items() if name not in _MAPPING_KEYS | _NOT_FOR_SERVERS
    }
    return {"connect_timeout": "5", **server, "options": _PLAIN}, mapping


def follow(pointer: str, *, what: str, insecure: bool) -> str:
    """The connection string that a pointer means, its transport checked.

    Raises:
        ConfigError: the pointer leads nowhere, or the connection would not be protected.
    """
    if pointer.startswith("local:"):
        return resolve_local(pointer.removeprefix("local:"), LOCAL_STATE)
    dsn = resolve(pointer, what=what)
    check_transport(dsn, what=what, insecure=insecure)
    return dsn
