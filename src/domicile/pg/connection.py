"""Connections to hub and homes, and the translation of everything that can go wrong on them."""

from __future__ import annotations

import ipaddress
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

import psycopg
from psycopg import errors as pg_errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.pq import Conninfo, TransactionStatus

from domicile.errors import ConfigError, DatabaseError, ServerUnavailable, TryAgain

Connection = psycopg.Connection[tuple[object, ...]]

# The text of a value must be the same on every server, for digests (R4) depend on it; and
# every definition that the catalog deparses must come out schema-qualified.
_SETTINGS: dict[str, str] = {
    "search_path": "pg_catalog, pg_temp",
    "datestyle": "ISO, YMD",
    "intervalstyle": "postgres",
    "timezone": "UTC",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "lc_monetary": "C",
    "xmlbinary": "base64",
    "client_min_messages": "warning",
    "row_security": "off",
    "idle_in_transaction_session_timeout": "0",
}
CONNECT_TIMEOUT_S = 5
_RETRY = (
    pg_errors.LockNotAvailable,
    pg_errors.DeadlockDetected,
    pg_errors.SerializationFailure,
)
# Lost on the way, out of resources, shut down: nothing is wrong with the statement.
_UNAVAILABLE = ("08", "53", "57P")
_HINTS = {
    "57014": "an administrator or statement_timeout cancelled it; run the same command again",
    "42501": "grant the role of the connection string what it lacks",
}


def check_transport(dsn: str, *, what: str, insecure: bool) -> None:
    """Refuse a connection string that would send data in plain text to another machine.

    What the string leaves open is taken as libpq takes it, from PGHOST and its like.

    Args:
        dsn: the connection string, its pointer already followed.
        what: the config key, for the message.
        insecure: what stands beside it in the config.

    Raises:
        ConfigError: not a connection string, or not protected and not marked `insecure`.
    """
    try:
        parts = {**_libpq_defaults(), **conninfo_to_dict(dsn)}
    except psycopg.ProgrammingError:
        raise ConfigError(
            f"{what}: is not a PostgreSQL connection string", hint="host=... dbname=... user=..."
        ) from None
    if insecure or parts.get("sslmode") == "verify-full":
        return
    # A service file may name any host.
    if "service" not in parts and all(_is_here(host) for host in _hosts(parts)):
        return
    raise ConfigError(
        f"{what}: a connection to another machine needs sslmode=verify-full",
        hint="add sslmode=verify-full and sslrootcert, or write insecure = true next to it",
    )


def without_secret(pointer: str) -> str:
    """The pointer or connection string as it may stand in a file: never with a password."""
    try:
        parts = conninfo_to_dict(pointer)
    except psycopg.ProgrammingError:
        return pointer  # env:NAME, file:PATH, local:NAME
    if "password" not in parts and "sslpassword" not in parts:
        return pointer
    return "env:DOMICILE_HUB"


def connect(dsn: str, server: str, *, autocommit: bool = False) -> Connection:
    """An open connection with the settings that Domicile's statements rely on.

    Args:
        dsn: the connection string; its own `options` are kept, except for these settings.
        server: how messages call it: `hub`, `home RU`.
        autocommit: each statement is its own transaction.

    Raises:
        ServerUnavailable: it does not answer, or refuses the connection.
    """
    with translated(server):
        try:
            return psycopg.connect(_with_settings(dsn), autocommit=autocommit)
        except psycopg.OperationalError as error:
            if error.pgconn is not None and error.pgconn.used_password:
                raise ServerUnavailable(
                    server, "it answers, and refuses the user, the password or the database"
                ) from None
            raise


@contextmanager
def session(dsn: str, server: str, *, autocommit: bool = False) -> Generator[Connection]:
    """A connection that is closed at the end, its errors translated; see `connect`."""
    conn = connect(dsn, server, autocommit=autocommit)
    try:
        with translated(server):
            yield conn
            if not autocommit:
                conn.commit()
    finally:
        conn.close()


@contextmanager
def translated(server: str) -> Generator[None]:
    """Turn the driver's errors into ours, without the server's text: it may carry values (I7).

    Raises:
        ServerUnavailable, TryAgain, DatabaseError: see `domicile.errors`.
    """
    try:
        yield
    except _RETRY as error:
        raise TryAgain(f"{server}: {type(error).__name__} ({error.sqlstate})") from None
    except psycopg.Error as error:
        raise _ours(server, error) from None


def _ours(server: str, error: psycopg.Error) -> ServerUnavailable | DatabaseError:
    state = error.sqlstate
    if state is None and isinstance(error, psycopg.OperationalError):
        return ServerUnavailable(server, "no connection, or it was lost")
    if state is None:
        return DatabaseError(server, "none", f"{type(error).__name__} in the driver")
    name = type(error).__name__
    if state.startswith(_UNAVAILABLE):
        return ServerUnavailable(server, f"{name} ({state})")
    diag = error.diag
    named = [
        f"{label} {value}"
        for label, value in (
            ("schema", diag.schema_name),
            ("table", diag.table_name),
            ("column", diag.column_name),
            ("constraint", diag.constraint_name),
        )
        if value
    ]
    return DatabaseError(server, state, ", ".join([name, *named]), hint=_HINTS.get(state, ""))


def _with_settings(dsn: str) -> str:
    given = conninfo_to_dict(dsn)
    settings = [f"-c {name}={_escaped(value)}" for name, value in _SETTINGS.items()]
    return make_conninfo(
        dsn,
        connect_timeout=given.get("connect_timeout", CONNECT_TIMEOUT_S),
        application_name="domicile",
        options=" ".join([str(given.get("options") or ""), *settings]).strip(),
        client_encoding="UTF8",
    )


def _libpq_defaults() -> dict[str, str]:
    """What libpq takes from the environment for what a connection string leaves open."""
    return {
        option.keyword.decode(): option.val.decode()
        for option in Conninfo.get_defaults()
        if option.val
    }


def _hosts(parts: Mapping[str, Any]) -> list[str]:
    """Where the connection may go: of each pair the address, else the name, as libpq does it."""
    addresses = str(parts.get("hostaddr") or "").split(",")
    names = str(parts.get("host") or "").split(",")
    pairs = zip_longest(addresses, names, fillvalue="")
    return [address or name for address, name in pairs]


def _is_here(host: str) -> bool:
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _escaped(value: str) -> str:
    return value.replace(" ", "\\ ")


def is_idle(conn: Connection) -> bool:
    """True outside a transaction."""
    return conn.info.transaction_status == TransactionStatus.IDLE
