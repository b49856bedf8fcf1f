"""Read `domicile.toml`, and say where and what when it cannot be used."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domicile.config.entries import File
from domicile.config.model import Config
from domicile.config.names import parse_table_name
from domicile.errors import ConfigError

MAX_CONFIG_BYTES = 4 * 1024 * 1024


def load(path: Path) -> Config:
    """The config in the file `path`.

    Raises:
        ConfigError: the file is missing, is not TOML, has an unknown key or a wrong value, or
            says two things that cannot both be true.
    """
    config = _to_config(path, _validated(path, read_toml(path)))
    _check_servers(config)
    _check_map(config)
    return config


def resolve(pointer: str, *, what: str) -> str:
    """What a pointer points at: `env:NAME` and `file:PATH`; anything else is the value itself.

    Args:
        pointer: the value in the config.
        what: its key, for the message.

    Raises:
        ConfigError: the variable is not set, or the file cannot be read, or there is nothing
            in it: an empty connection string would mean some default database.
    """
    scheme, colon, rest = pointer.partition(":")
    value = pointer
    if colon and scheme == "env":
        value = _variable(rest, what)
    elif colon and scheme == "file":
        value = _content(rest, what)
    if not value.strip():
        raise ConfigError(f"{what}: the connection string is empty", hint="host=... dbname=...")
    return value


def _variable(name: str, what: str) -> str:
    if name not in os.environ:
        raise ConfigError(
            f"{what}: the environment variable {name} is not set",
            hint=f"export {name} with the connection string",
        )
    return os.environ[name]


def _content(name: str, what: str) -> str:
    try:
        return Path(name).expanduser().read_text(encoding="utf-8").strip()
    except OSError as error:
        reason = error.strerror
    except UnicodeDecodeError:
        reason = "it is not UTF-8"
    except (RuntimeError, ValueError):  # ~nobody, or a NUL in the name
        reason = "it is not a path"
    raise ConfigError(
        f"{what}: cannot read {name!r}: {reason}",
        hint="file:PATH names a text file with the connection string",
    )


def read_toml(path: Path) -> dict[str, object]:
    """The file as TOML has it.

    Raises:
        ConfigError: it is missing, too large, not UTF-8 or not TOML.
    """
    try:
        if path.stat().st_size > MAX_CONFIG_BYTES:
            raise ConfigError(
                f"{path}: is larger than {MAX_CONFIG_BYTES} bytes", hint="is it the right file?"
            )
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        what, hint = "there is no such file", "name another one with --config"
    except OSError as error:
        what, hint = f"cannot be read: {error.strerror}", "name another one with --config"
    except UnicodeDecodeError as error:
        what, hint = f"is not UTF-8 at byte {error.start}", "save it as UTF-8"
    except tomllib.TOMLDecodeError as error:
        what, hint = f"is not TOML: {error}", "see https://toml.io for the syntax"
    raise ConfigError(f"{path}: {what}", hint=hint)


def _validated(path: Path, raw: dict[str, object]) -> File:
    try:
        return File.model_validate(raw)
    except ValidationError as error:
        raise refusal(path, error) from None


def refusal(path: Path, error: ValidationError) -> ConfigError:
    """What is wrong with the file, a line for each key."""
    # Without the input: a DSN in a wrong place would be printed with it.
    problems = error.errors(include_input=False, include_url=False)
    told = [each for each in problems if not _is_echo(each, problems)]
    lines = [f"{path}: {_location(each)}: {_sentence(each)}" for each in told]
    return ConfigError("\n".join(lines), hint="docs/config.md lists every key")


def _to_config(path: Path, entries: File) -> Config:
    return Config(
        source=path,
        hub=entries.hub.to_value(),
        homes={country: home.to_value(country) for country, home in entries.homes.items()},
        service=entries.service.to_value(),
        laws=entries.laws.to_value(),
        instruments=tuple(entry.to_value() for entry in entries.instrument),
        commitments=tuple(entry.to_value() for entry in entries.commitment),
        countries=dict(entries.countries),
        subjects=tuple(entry.to_value() for entry in entries.subject),
        tables=tuple(entry.to_value() for entry in entries.table),
        skeleton={parse_table_name(name): dict(kept) for name, kept in entries.skeleton.items()},
    )


def _check_servers(config: Config) -> None:
    """Every database has one place: no home beside the hub, no two homes in one database."""
    where = config.source
    if config.hub.country in config.homes:
        raise ConfigError(
            f"{where}: homes.{config.hub.country}: the hub itself stands in that country",
            hint="remove that home: people of the hub's country live in the hub",
        )
    # The keys are named and not the values, which may hold a password.
    seen = {config.hub.dsn: "hub.dsn"}
    for country, home in config.homes.items():
        key = f"homes.{country}.dsn"
        other = seen.setdefault(home.dsn, key)
        if other != key:
            raise ConfigError(
                f"{where}: {key}: is the same as {other}",
                hint="each home is a database of its own, in its own country",
            )


def _check_map(config: Config) -> None:
    kinds = [entry.kind for entry in config.subjects]
    _no_twins(config, "subject.kind", kinds)
    _no_twins(config, "subject.table", [str(entry.table) for entry in config.subjects])
    _no_twins(config, "table.table", [str(entry.table) for entry in config.tables])
    for entry in config.tables:
        both = sorted(set(entry.columns) & set(config.skeleton.get(entry.table, {})))
        if both:
            raise ConfigError(
                f"{config.source}: table {entry.table}: column {both[0]!r} is in columns and in "
                "skeleton",
                hint="a column is moved or stays: keep one of the two lines",
            )
        if entry.subject not in kinds:
            raise ConfigError(
                f"{config.source}: table {entry.table}: subject: "
                f"there is no subject {entry.subject!r}",
                hint=f"the kinds are: {', '.join(sorted(kinds))}",
            )


def _no_twins(config: Config, key: str, values: list[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise ConfigError(
                f"{config.source}: {key}: {value!r} is there twice",
                hint="one entry for each table and for each kind",
            )
        seen.add(value)


def _is_echo(problem: ErrorDetails, problems: list[ErrorDetails]) -> bool:
    """Whether it says of a list only that its one entry, told by itself, is not good."""
    loc = problem["loc"]
    inside = (each["loc"] for each in problems if len(each["loc"]) > len(loc))
    return problem["type"] == "too_short" and any(other[: len(loc)] == loc for other in inside)


def _location(problem: ErrorDetails) -> str:
    # pydantic marks a wrong key of a table with "[key]" after the key itself.
    return ".".join(str(part) for part in problem["loc"] if part != "[key]") or "file"


def _sentence(problem: ErrorDetails) -> str:
    match problem["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "there is no such key"
        case _:
            message = problem["msg"].removeprefix("Value error, ")
            return message[:1].lower() + message[1:]
