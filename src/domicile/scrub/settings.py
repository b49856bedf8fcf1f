"""Settings that make a server write personal values into its logs again. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from domicile.scrub.model import Finding, Level

# As the server orders them for its log: LOG stands above ERROR.
_SEVERITIES = (
    *("debug5", "debug4", "debug3", "debug2", "debug1", "debug", "info", "notice"),
    *("warning", "error", "log", "fatal", "panic"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting as it holds for somebody.

    `role` and `database` are None for everybody and every database of the server.
    """

    name: str
    value: str
    role: str | None = None
    database: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """When a value is a risk, why, and what to set instead."""

    risky: Callable[[str], bool]
    why: str
    safe: str
    level: Level = "act"


def _is_on(value: str) -> bool:
    return value.lower() in {"on", "true", "yes", "1"}


def _is_not(*safe: str) -> Callable[[str], bool]:
    return lambda value: value.lower().strip() not in safe


def _is_set(value: str) -> bool:
    """A duration or a length that is not switched off; -1 is off for durations."""
    return not value.strip().startswith("-")


def _below(severity: str) -> Callable[[str], bool]:
    least = _SEVERITIES.index(severity)
    return lambda value: (
        value.lower() not in _SEVERITIES or _SEVERITIES.index(value.lower()) < least
    )


_TEXTS = "writes the texts of statements, with the values in them, to the log"
_TREES = "writes statements as trees, with their constants, to the log"
_RULES: dict[str, _Rule] = {
    "log_statement": _Rule(risky=_is_not("none", "ddl"), why=_TEXTS, safe="none"),
    "log_min_duration_statement": _Rule(risky=_is_set, why=_TEXTS, safe="-1"),
    "log_min_duration_sample": _Rule(risky=_is_set, why=_TEXTS, safe="-1"),
    "log_transaction_sample_rate": _Rule(risky=_is_not("0"), why=_TEXTS, safe="0"),
    "log_min_error_statement": _Rule(
        risky=_below("fatal"), why="writes each statement that fails to the log", safe="panic"
    ),
    "log_parameter_max_length_on_error": _Rule(
        risky=_is_not("0"), why="writes the parameters of statements that fail", safe="0"
    ),
    "log_error_verbosity": _Rule(
        risky=_is_not("terse"),
        why="writes DETAIL lines, which quote rows: Key (email)=(...) already exists",
        safe="terse",
    ),
    "log_min_messages": _Rule(
        risky=_below("log"),
        why="writes messages that quote a value: invalid input syntax for type ...",
        safe="log",
        level="know",
    ),
    "debug_print_parse": _Rule(risky=_is_on, why=_TREES, safe="off"),
    "debug_print_rewritten": _Rule(risky=_is_on, why=_TREES, safe="off"),
    "debug_print_plan": _Rule(risky=_is_on, why=_TREES, safe="off"),
    "auto_explain.log_min_duration": _Rule(risky=_is_set, why=_TEXTS, safe="-1"),
    "pgaudit.log": _Rule(risky=_is_not("none", ""), why=_TEXTS, safe="none"),
    "pg_stat_statements.track": _Rule(
        risky=_is_not("none"),
        why="keeps texts of statements in a file; utility statements with their values",
        safe="none",
        level="know",
    ),
}
# What a parameter's length says matters only where the texts are written at all.
_LENGTHS = {
    "log_parameter_max_length": frozenset(
        {"log_statement", "log_min_duration_statement", "log_min_duration_sample"}
    ),
    "auto_explain.log_parameter_max_length": frozenset({"auto_explain.log_min_duration"}),
}
NAMES = frozenset(_RULES) | frozenset(_LENGTHS)


def judge(
    server: str, settings: Iterable[Setting], *, may_alter_system: bool = True
) -> list[Finding]:
    """The settings of one server that would let values into its logs, each with its cure.

    Args:
        server: how messages call it.
        settings: what holds for everybody, and what roles and databases have of their own.
        may_alter_system: False where the server's settings are a control panel's.
    """
    listed = list(settings)
    everywhere = {s.name: s.value for s in listed if s.role is None and s.database is None}
    # Below ERROR nothing of an error is written at all, so its DETAIL is not either.
    silent = "log_min_messages" in everywhere and not _RULES["log_min_messages"].risky(
        everywhere["log_min_messages"]
    )
    loud = {s.name for s in listed if s.name in _RULES and _RULES[s.name].risky(s.value)}
    rules = dict(_rules_that_matter(loud))
    if silent and not any(s.name == "log_min_messages" and (s.role or s.database) for s in listed):
        rules.pop("log_error_verbosity", None)
    return [
        Finding(
            level=rules[each.name].level,
            server=server,
            where=_where(each),
            what=f"{each.name} = {each.value}: {rules[each.name].why}",
            cure=_cure(each, rules[each.name].safe, may_alter_system=may_alter_system),
        )
        for each in listed
        if each.name in rules and rules[each.name].risky(each.value)
    ]


def _rules_that_matter(loud: set[str]) -> Iterator[tuple[str, _Rule]]:
    yield from _RULES.items()
    for name, needs in _LENGTHS.items():
        if needs & loud:
            rule = _Rule(
                risky=_is_not("0"),
                why="writes the parameters of statements that are logged",
                safe="0",
                level="know",
            )
            yield name, rule


def _where(setting: Setting) -> str:
    parts = [
        f"{kind} {name}"
        for kind, name in (("role", setting.role), ("database", setting.database))
        if name is not None
    ]
    return " in ".join(parts) or "server"


def _cure(setting: Setting, safe: str, *, may_alter_system: bool) -> str:
    role = None if setting.role is None else f"ROLE {_quoted(setting.role)}"
    database = None if setting.database is None else _quoted(setting.database)
    if role is not None:
        within = "" if database is None else f" IN DATABASE {database}"
        return f"ALTER {role}{within} SET {setting.name} = '{safe}'"
    if database is not None:
        return f"ALTER DATABASE {database} SET {setting.name} = '{safe}'"
    if not may_alter_system:
        return f"set {setting.name} = '{safe}' where the server's settings are kept"
    return f"ALTER SYSTEM SET {setting.name} = '{safe}'; SELECT pg_reload_conf()"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def server_wide(
    effective: Mapping[str, str], own: Iterable[str], from_files: Mapping[str, str]
) -> Iterator[Setting]:
    """What holds for everybody, when our own session may have settings of its own.

    Args:
        effective: what our session has.
        own: names that our role, database or connection set for themselves.
        from_files: what the server's files say, where we may read them.
    """
    hidden = frozenset(own)
    # A library that only some sessions load has its settings in the files alone.
    known = {name: value for name, value in effective.items() if name not in hidden}
    for name, value in sorted({**from_files, **known}.items()):
        yield Setting(name=name, value=value)
