"""What is read of a database: everything it has, and why some of it cannot be read or moved."""

from __future__ import annotations

from domicile.config.names import TableName
from domicile.discovery.proposal import Proposal
from domicile.discovery.store import Choice, take_sample
from domicile.pg.connection import session
from fix_unknown import Unknown

PEOPLE = "id int PRIMARY KEY, first_name text, last_name text, email text"
FILL = "SELECT i, 'Anna', 'Weber', 'p' || i || '@mail.example' FROM generate_series(1, 30) i"


def _unmapped(proposal: Proposal) -> dict[str, str]:
    return {entry.relation.name.table: entry.relation.unmapped for entry in proposal.entries}


def test_everything_that_is_no_plain_table_is_found_and_said_to_be_unmovable(
    unknown: Unknown,
) -> None:
    """Partitions, inheritance, row security, materialized views: personal, and OPEN with why."""
    unknown.run(
        f"""
        CREATE TABLE parted (id int, first_name text, last_name text, email text, PRIMARY KEY (id))
            PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (1000);
        INSERT INTO parted {FILL};
        CREATE TABLE parent ({PEOPLE});
        CREATE TABLE heir () INHERITS (parent);
        INSERT INTO parent {FILL};
        CREATE TABLE secured ({PEOPLE});
        INSERT INTO secured {FILL};
        ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
        CREATE TABLE keyless (first_name text, last_name text, email text);
        INSERT INTO keyless SELECT first_name, last_name, email FROM parent;
        CREATE MATERIALIZED VIEW copied AS SELECT * FROM parent;
        CREATE MATERIALIZED VIEW stale AS SELECT * FROM parent WITH NO DATA;
        CREATE VIEW seen AS SELECT * FROM parent;
        """
    )
    proposal = unknown.look()
    told = _unmapped(proposal)
    assert "is a partitioned table" == told["parted"]
    assert "is part of an inheritance tree" == told["parent"]
    assert "has row level security" == told["secured"]
    assert "has no primary key" == told["keyless"]
    assert "is a materialized view" == told["copied"]
    assert TableName("public", "parted_1") not in proposal.surveys
    assert not [finding for entry in proposal.entries for finding in entry.mapped]
    missed = {name.table: why for name, why in proposal.missed.items()}
    assert {
        "seen": "a view holds no rows of its own",
        "stale": "was never refreshed",
    } == missed


def test_a_foreign_table_is_not_asked(unknown: Unknown) -> None:
    """Its rows are on another server, which may be far away or down."""
    unknown.run(
        f"""
        CREATE EXTENSION postgres_fdw;
        CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '1');
        CREATE USER MAPPING FOR PUBLIC SERVER far;
        CREATE FOREIGN TABLE away (email text, first_name text) SERVER far;
        CREATE TABLE person ({PEOPLE});
        """
    )
    assert ["a foreign table's rows are on another server"] == list(unknown.look().missed.values())


def test_tables_without_rights_are_named_and_the_others_are_found(unknown: Unknown) -> None:
    """A role that may read one table and one column: no error, no lock, no write."""
    unknown.run(
        f"""
        CREATE TABLE person ({PEOPLE});
        INSERT INTO person {FILL};
        CREATE TABLE hidden (id int PRIMARY KEY, email text);
        CREATE TABLE half (id int PRIMARY KEY, email text, phone text);
        INSERT INTO half SELECT i, 'p' || i || '@mail.example', '1' FROM generate_series(1, 30) i;
        DO $$ BEGIN CREATE ROLE looker LOGIN PASSWORD 'looker';
        EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        GRANT SELECT ON person TO looker;
        GRANT SELECT (id, email) ON half TO looker;
        """
    )
    result = unknown.init("--json", dsn=f"{unknown.dsn} user=looker password=looker")
    assert 0 == result.exit_code, result.output
    text = unknown.file.read_text("utf-8")
    assert "# public.hidden may not be read by this role" in text
    assert 'email = "user.contact.email"  # 1.00' in text


def test_a_locked_table_is_not_waited_for(unknown: Unknown) -> None:
    """Behind us the application would queue up: after a second the table is named instead."""
    import psycopg

    unknown.run(f"CREATE TABLE person ({PEOPLE}); CREATE TABLE busy ({PEOPLE});")
    with psycopg.connect(unknown.dsn) as other:
        other.execute("LOCK TABLE busy IN ACCESS EXCLUSIVE MODE")
        missed = unknown.look().missed
    assert {"public.busy": "is locked by somebody else"} == {
        str(name): why for name, why in missed.items()
    }


def test_a_table_that_takes_too_long_is_named(unknown: Unknown) -> None:
    """Tried twice, the second time for an eighth of what was wanted: then it is said."""
    unknown.run(
        """
        CREATE TABLE slow (id int PRIMARY KEY, doc jsonb);
        INSERT INTO slow SELECT i, doc
        FROM (SELECT jsonb_agg(n) doc FROM generate_series(1, 300000) n) d,
             generate_series(1, 128) i;
        """
    )
    missed = unknown.look(timeout_s=0.15, rows=1024).missed
    assert ["took longer than the timeout"] == list(missed.values())
    assert {} == unknown.look(timeout_s=60, rows=8).missed


def test_columns_named_like_sql_are_read(unknown: Unknown) -> None:
    """Quotes, percent signs, keywords, line breaks and emoji are names like any other."""
    unknown.run(
        r"""
        CREATE TABLE "select" (
            "order" int PRIMARY KEY, "first name" text, "e-mail" text, "100%% of" text,
            "say ""hi"" to" text, U&"line\000Abreak phone" text, "'; DROP TABLE x; --" text);
        INSERT INTO "select" SELECT i, 'Anna', 'p' || i || '@mail.example', 'x', 'y',
            '+49 171 23456' || (10 + i), 'z' FROM generate_series(1, 40) i;
        """
    )
    assert 0 == unknown.init().exit_code
    text = unknown.file.read_text("utf-8")
    assert 'e-mail = "user.contact.email"' in text
    assert '"line\\nbreak phone" = "user.contact.phone_number"' in text


def test_odd_cells_are_read(unknown: Unknown) -> None:
    """Binary in text, cells of a megabyte, broken JSON in text, empty arrays, infinite dates."""
    unknown.run(
        r"""
        CREATE TABLE person (
            id int PRIMARY KEY, first_name text, email text, junk text, large text, doc text,
            tags text[], born date, body bytea);
        INSERT INTO person SELECT i, 'Anna', 'p' || i || '@mail.example', E'\x01\x7f\u202e\\x00',
            repeat('lorem ipsum ', 90000), '{"a": [1, {"email": "x' || i, '{}', 'infinity',
            '\x00ff'::bytea FROM generate_series(1, 20) i;
        """
    )
    assert 0 == unknown.init().exit_code


def test_an_empty_database_is_an_error_that_says_so(unknown: Unknown) -> None:
    """Usage, not a finding: the wrong database, or a role that sees nothing."""
    result = unknown.init()
    assert 2 == result.exit_code
    assert "the database has no table to look at" in result.output
    assert not unknown.file.exists()


def test_patterns_choose_tables(unknown: Unknown) -> None:
    """--tables and --exclude take patterns of the name or of schema.name."""
    unknown.run("CREATE TABLE a1 (id int); CREATE TABLE a2 (id int); CREATE TABLE b (id int)")
    chosen = unknown.look(tables=("a*",), exclude=("public.a2",)).surveys
    assert ["a1"] == [name.table for name in chosen]
    assert 2 == unknown.init("--tables", "nothing*").exit_code


def test_a_large_table_is_sampled_by_blocks_and_the_same_each_time(unknown: Unknown) -> None:
    """Above 4 MB not every block is read; the seed chooses, and another one chooses others."""
    unknown.run(
        """
        CREATE TABLE visit (id int PRIMARY KEY, ref text, pad text) WITH (fillfactor = 10);
        INSERT INTO visit SELECT i, md5(i::text), repeat('x', 60) FROM generate_series(1, 12000) i;
        """
    )
    relation = next(iter(unknown.look().estate.values()))
    with session(unknown.dsn, "hub", autocommit=True) as conn:
        samples = [take_sample(conn, relation, Choice(seed=seed)) for seed in (1, 1, 2)]
    first, again, other = (set(each.cells["ref"]) for each in samples)
    assert 400 == len(first)
    assert first == again
    assert first != other
