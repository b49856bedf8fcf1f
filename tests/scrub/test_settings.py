"""Settings that would write values into a log again: found wherever they are, cure and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from domicile.scrub.run import Wishes, check
from domicile.scrub.settings import Setting, judge, server_wide

if TYPE_CHECKING:
    from conftest import Village

QUIET = {
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "-1",
    "log_parameter_max_length_on_error": "0",
}


def everywhere(**values: str) -> list[Setting]:
    """The quiet server with some of its settings changed."""
    return [Setting(name=name, value=value) for name, value in {**QUIET, **values}.items()]


def loud(*settings: Setting) -> list[str]:
    """The names of the settings that are found."""
    return [each.what.split(" ")[0] for each in judge("hub", settings)]


def test_a_quiet_server_has_no_findings() -> None:
    """What our own embedded servers are set to."""
    assert [] == loud(*everywhere())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("log_statement", "mod"),
        ("log_statement", "all"),
        ("log_min_duration_statement", "0"),
        ("log_min_duration_statement", "250ms"),
        ("log_min_error_statement", "error"),
        ("log_min_error_statement", "log"),
        ("log_parameter_max_length_on_error", "-1"),
        ("log_transaction_sample_rate", "0.01"),
        ("debug_print_plan", "on"),
        ("auto_explain.log_min_duration", "0"),
        ("pgaudit.log", "write, ddl"),
    ],
)
def test_each_setting_that_writes_values_needs_a_person(name: str, value: str) -> None:
    """With a cure that sets a value which is quiet."""
    (found,) = [
        each
        for each in judge("hub", everywhere(**{name: value}))
        if each.what.startswith(f"{name} ")
    ]

    assert ("act", "server") == (found.level, found.where)
    assert found.cure.startswith(f"ALTER SYSTEM SET {name} = '")
    cured = found.cure.split("'")[1]
    assert name not in loud(*everywhere(**{name: cured}))


def test_ddl_alone_may_be_logged() -> None:
    """It names tables and columns, not people."""
    assert [] == loud(*everywhere(log_statement="ddl"))


def test_parameters_matter_only_where_statements_are_logged() -> None:
    """log_parameter_max_length is without limit by default, and harmless by itself."""
    assert [] == loud(*everywhere(log_parameter_max_length="-1"))

    found = loud(*everywhere(log_statement="all"))

    assert {"log_statement", "log_parameter_max_length"} == set(found)


def test_detail_matters_only_where_errors_are_logged() -> None:
    """PostgreSQL's defaults log errors with DETAIL; below LOG nothing of an error is written."""
    assert [] == loud(*everywhere(log_error_verbosity="default"))

    found = judge("hub", everywhere(log_error_verbosity="default", log_min_messages="warning"))

    assert {("log_error_verbosity", "act"), ("log_min_messages", "know")} == {
        (each.what.split(" ")[0], each.level) for each in found
    }


def test_the_cure_speaks_to_whom_the_setting_belongs() -> None:
    """To a role, to a database, to a role in a database, or to a control panel."""
    cures = [
        judge("hub", [setting])[0].cure
        for setting in (
            Setting(name="log_statement", value="all", role='odd"role'),
            Setting(name="log_statement", value="all", database="shop"),
            Setting(name="log_statement", value="all", role="app", database="shop"),
        )
    ]

    assert cures == [
        'ALTER ROLE "odd""role" SET log_statement = \'none\'',
        "ALTER DATABASE \"shop\" SET log_statement = 'none'",
        'ALTER ROLE "app" IN DATABASE "shop" SET log_statement = \'none\'',
    ]
    (managed,) = judge("hub", everywhere(log_statement="all")[3:4], may_alter_system=False)
    assert "ALTER SYSTEM" not in managed.cure


def test_what_our_own_session_hides_is_read_from_the_files() -> None:
    """A scrubber's own setting says nothing about anybody else."""
    effective = {"log_statement": "none", "log_min_messages": "log"}
    files = {"log_statement": "all", "auto_explain.log_min_duration": "0"}

    found = {s.name: s.value for s in server_wide(effective, ["log_statement"], files)}

    assert found == {
        "log_statement": "all",
        "log_min_messages": "log",
        "auto_explain.log_min_duration": "0",
    }


def test_settings_of_databases_and_roles_are_found_on_hub_and_homes(village: Village) -> None:
    """The server itself is quiet: only what was set for some is told, and the cures cure it."""
    world = village.world
    hub, home = (psycopg.conninfo.conninfo_to_dict(world.dsns[n])["dbname"] for n in ("hub", "RU"))
    world.hub.execute(f"ALTER DATABASE {hub} SET log_min_duration_statement = '1s'".encode())
    world.hub.execute(f"ALTER ROLE app IN DATABASE {hub} SET log_statement = 'all'".encode())
    world.at("RU").execute(f"ALTER DATABASE {home} SET log_error_verbosity = 'verbose'".encode())
    world.at("RU").execute(f"ALTER DATABASE {home} SET log_min_messages = 'error'".encode())

    found = check(world.config, Wishes()).to_act

    assert {
        ("hub", f"database {hub}", "log_min_duration_statement"),
        ("hub", f"role app in database {hub}", "log_statement"),
        ("home RU", f"database {home}", "log_error_verbosity"),
    } == {(each.server, each.where, each.what.split(" ")[0]) for each in found}
    for each in found:
        world.at("hub" if each.server == "hub" else "RU").execute(each.cure.encode())
    assert [] == check(world.config, Wishes()).to_act
