"""A connection string as libpq's environment variables, for programs of PostgreSQL."""

from __future__ import annotations

from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import Conninfo


def libpq_environment(dsn: str) -> tuple[dict[str, str], str]:
    """(variables such as PGHOST and PGPASSWORD, name of the database).

    Command lines are readable by everybody on a machine; an environment is not.
    """
    given = {name: str(value) for name, value in conninfo_to_dict(dsn).items() if value is not None}
    variables = {
        option.envvar.decode(): given[option.keyword.decode()]
        for option in Conninfo.get_defaults()
        if option.envvar and option.keyword.decode() in given
    }
    return variables, given.get("dbname") or given.get("user", "")
