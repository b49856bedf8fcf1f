"""What the hub's files hold of residents is found, in every form, and is gone when it is gone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from domicile.errors import PreparationError
from domicile.forensics.model import Trace

if TYPE_CHECKING:
    from conftest import Place

    Make = Callable[..., Place]

#: One resident with a value of every type, and a neighbour who stays.
PEOPLE = """
INSERT INTO person (sex, country, born, nick, id, name, email, phone, height, balance, seen,
                    token, ip, key, profile, raw, tags, bio, feeling)
VALUES ('F', 'RU', '1985-03-12', 'Маша', 1, 'Мария Ильинична', 'masha.i@example.ru', 79031234567,
        171, 1234567.89, '2026-01-02 03:04:05.678901+00', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
        '203.0.113.77', '\\xdeadbeef0badcafe42', '{"city": "Kaluga-on-Oka", "n": 98765432101234}',
        '{"m": "тайна"}', '{chess,"long walks"}', 'Walks by the Oka', 'loud'),
       ('M', 'US', '1985-03-12', 'Bob', 2, 'Bob Local', 'bob@example.org', 15551234567,
        180, 10, now(), null, null, null, null, null, '{"long walks"}', null, 'calm');
INSERT INTO note VALUES ('a', '11111111-9c0b-4ef8-bb6d-6bb9bd380a11', 1, 'a private note'),
                        ('b', '22222222-9c0b-4ef8-bb6d-6bb9bd380a11', 2, 'a local note');
"""
VALUES = (
    "Маша", "Мария", "masha", "79031234567", "1234567", "678901", "a0eebc99", "203.0.113",
    "deadbeef", "Kaluga", "98765432101234", "тайна", "chess", "walks", "Oka", "private",
)  # fmt: skip
ANYWHERE = {
    ("nick", "text"),
    ("name", "text"),
    ("email", "text"),
    ("phone", "bigint"),
    ("balance", "numeric"),
    ("seen", "timestamp"),
    ("token", "uuid"),
    ("ip", "inet"),
    ("key", "bytea"),
    ("profile", "text"),
    ("profile", "numeric"),
    ("raw", "text"),
    ("tags", "array element"),
    ("bio", "text"),
    ("body", "text"),
}


def _kinds(found: list[Trace]) -> set[tuple[str, str | None]]:
    return {(each.kind, each.relation) for each in found}


def test_every_type_is_found_in_heap_index_and_log_and_then_forgotten(place: Make) -> None:
    """Each column's value is found as its type lies on pages; short ones by their rows."""
    here = place(PEOPLE, keep_wal=True)
    result = here.scan()
    found = result.traces
    heap = [each for each in found if each.kind == "heap"]

    assert ANYWHERE <= {(each.column, each.form) for each in heap}
    assert ANYWHERE <= {(each.column, each.form) for each in found if each.kind == "WAL"}
    rows = {each.column for each in heap if each.form == "row version"}
    assert rows >= {"sex", "born", "height", "feeling", "nick", "ip", "body"}
    assert ("index", "public.person_email_key") in _kinds(found)
    assert ("index", "public.person_balance_idx") in _kinds(found)
    assert {each.home for each in found if each.form != "row version"} == {"RU"}
    assert {each.table for each in found} == {"public.person", "public.note"}
    # A value that Bob has too is no leak, and is told apart.
    assert not any(each.column == "tags" and each.form == "text" for each in found)
    assert result.shared["heap"] > 0
    told = json.dumps(result.to_dict(), ensure_ascii=False)
    assert [value for value in VALUES if value in told] == []
    # Each trace is where it says.
    one = next(each for each in heap if each.column == "email" and each.form == "text")
    with (here.data / one.file).open("rb") as file:
        file.seek(one.offset)
        assert file.read(18) == b"masha.i@example.ru"

    here.forget()
    assert here.found() == []


def test_dead_row_versions_are_told_by_their_keys(place: Make) -> None:
    """A one-letter value is found while a line pointer leads to its row, dead or alive."""
    here = place(PEOPLE)
    here.forget()
    hub = here.world.hub
    hub.execute("SET session_replication_role = replica")
    hub.execute("UPDATE person SET sex = 'F' WHERE id = 1")
    hub.execute("UPDATE person SET sex = NULL WHERE id = 1")
    hub.execute("UPDATE person SET sex = 'F' WHERE id = 2")
    hub.execute("UPDATE note SET body = 'x' WHERE person_id = 1")
    hub.execute("UPDATE note SET body = NULL WHERE person_id = 1")

    found = [(each.table, each.column, each.form) for each in here.found()]
    assert sorted(found) == [
        ("public.note", "body", "row version"),
        ("public.person", "sex", "row version"),
    ]
    hub.execute("VACUUM FULL person")
    hub.execute("VACUUM FULL note")
    assert here.found() == []


def test_copies_that_nobody_mapped_are_found(place: Make) -> None:
    """An audit table, JSON escapes, statistics, dropped tables, statement texts, logs, temp."""
    here = place(PEOPLE)
    here.forget()
    hub, audit = here.world.hub, "masha.i@example.ru"
    hub.execute("INSERT INTO audit SELECT jsonb_build_object('id', 1, 'mail', %s::text)", [audit])
    hub.execute(
        "CREATE TABLE plain AS SELECT %s::json AS j", ['{"m": "\\u041c\\u0430\\u0448\\u0430"}']
    )
    hub.execute("CREATE TABLE copied AS SELECT 'chess'::text AS tag FROM generate_series(1, 9)")
    hub.execute("ANALYZE copied")
    hub.execute("SET log_statement = 'all'")
    hub.execute("COMMENT ON TABLE plain IS 'Kaluga-on-Oka'")
    hub.execute("RESET log_statement")
    hub.execute("SET work_mem = '64kB'")
    with hub.transaction():
        hub.execute(
            "DECLARE held CURSOR WITH HOLD FOR"
            " SELECT n, 'Walks by the Oka' FROM generate_series(1, 5000) n"
        )
    hub.execute("CREATE TABLE dropped AS SELECT 'a private note' AS body")
    hub.execute("CHECKPOINT")
    file = here.data / str(hub.execute("SELECT pg_relation_filepath('dropped')").fetchone()[0])  # type: ignore[index]
    shutil.copy(file, file.with_name("99999999"))
    hub.execute("DROP TABLE dropped")

    found = here.found()
    assert {
        ("heap", "public.audit"),
        ("heap", "public.plain"),
        ("statistics", "pg_catalog.pg_statistic"),
        ("statistics", None),
        ("log", None),
        ("temp", None),
        ("heap", "pg_catalog.pg_description"),
        ("relation", "no longer in the catalog"),
    } <= _kinds(found)
    escaped = next(each for each in found if each.relation == "public.plain")
    assert (escaped.column, escaped.form) == ("nick", "JSON escapes")

    file.with_name("99999999").unlink()
    hub.execute("CLOSE held")
    hub.execute("DROP TABLE plain, copied")
    hub.execute("TRUNCATE audit")
    here.forget()
    assert here.found() == []


def test_compressed_and_toasted_values_are_found(place: Make) -> None:
    """In the row, in chunks, compressed or not, across chunks: in the files and in the WAL."""
    here = place(PEOPLE)
    here.forget()
    hub = here.world.hub
    filler = "(SELECT string_agg(lpad((n * 7919 % 1000)::text, 12, 'abcdefgh'), ' ')"
    filler += " FROM generate_series({}, {}) n)"
    for method in ("pglz", "lz4"):
        hub.execute(f"SET default_toast_compression = {method}".encode())
        hub.execute(
            f"CREATE TABLE inline_{method} AS SELECT repeat('filler ', 500)"
            f" || 'Walks by the Oka ' || repeat('more of it ', 400) AS v".encode()
        )
        hub.execute(
            f"CREATE TABLE chunks_{method} AS SELECT {filler.format(1, 1500)}"
            f" || ' a private note ' || {filler.format(1501, 3000)} AS v".encode()
        )
    hub.execute("CREATE TABLE outside (v text); ALTER TABLE outside ALTER v SET STORAGE EXTERNAL")
    # 1996 bytes to a chunk: the value begins 5 bytes before the second.
    hub.execute(
        "INSERT INTO outside SELECT repeat('z', 1991) || 'Мария Ильинична' || repeat('y', 3000)"
    )

    found = here.found()
    inline = {each.relation for each in found if each.hidden == "compressed"}
    assert inline == {"public.inline_pglz", "public.inline_lz4"}
    toasted = [each for each in found if (each.kind, each.hidden) == ("toast", "TOAST")]
    assert len({each.relation for each in toasted if each.column == "body"}) == 2
    assert len({each.relation for each in toasted if each.column == "name"}) == 1
    logged = {(each.column, each.hidden) for each in found if each.kind == "WAL"}
    assert {("bio", "compressed in WAL"), ("body", "TOAST in WAL"), ("name", "TOAST in WAL")} <= (
        logged
    )
    hub.execute("DROP TABLE inline_pglz, inline_lz4, chunks_pglz, chunks_lz4, outside")
    here.recycle()
    assert here.found() == []


def test_compressed_page_images_are_found(place: Make) -> None:
    """The first change to a page after a checkpoint writes the whole page, dead rows and all."""
    here = place(PEOPLE)
    hub = here.world.hub
    values = {"pglz": "Walks by the Oka", "lz4": "a private note", "zstd": "masha.i@example.ru"}
    for method, value in values.items():
        hub.execute(
            f"CREATE TABLE by_{method} AS SELECT n, '{value}' AS v, repeat('fill', 5) AS f"
            " FROM generate_series(1, 50) n".encode()
        )
    here.recycle()
    for method in values:
        hub.execute(f"SET wal_compression = {method}".encode())
        hub.execute(f"INSERT INTO by_{method} VALUES (0, '', '')".encode())

    images = {each.column for each in here.found() if each.hidden == "compressed in WAL"}
    assert images == {"bio", "body", "email"}


def test_no_border_in_the_wal_hides_a_value(place: Make) -> None:
    """5,000 records with one value each, over thousands of pages and two segments: 5,000 found."""
    here = place(PEOPLE)
    here.forget()
    hub = here.world.hub
    hub.execute("SELECT pg_create_physical_replication_slot('keeps_the_wal', true)")
    try:
        hub.execute(
            "SELECT count(pg_logical_emit_message(false, 'x', repeat('.', 3500 + n % 501)"
            " || 'masha.i@example.ru')) FROM generate_series(1, 5000) n"
        )
        found = here.found()
    finally:
        hub.execute("SELECT pg_drop_replication_slot('keeps_the_wal')")

    assert {(each.kind, each.column, each.hidden) for each in found} == {("WAL", "email", "")}
    assert len({each.file for each in found}) >= 2
    assert len(found) == 5000


def test_several_passes_find_the_same(place: Make) -> None:
    """Memory is bounded by passes; what is found does not depend on them."""
    here = place(PEOPLE)
    once, often = here.scan(), here.scan(most_needles=10)

    assert (once.passes, often.passes) == (1, 2)
    assert [each for each in once.traces if each.kind == "heap"] == [
        each for each in often.traces if each.kind == "heap"
    ]


def test_it_says_what_it_cannot_see(place: Make) -> None:
    """A slot, a publication and the backups are open obligations with a date."""
    here = place(PEOPLE)
    hub = here.world.hub
    hub.execute("SELECT pg_create_logical_replication_slot('feeds_somebody', 'pgoutput')")
    hub.execute("CREATE PUBLICATION outgoing FOR ALL TABLES")
    try:
        owed = {(each.what, each.name): each for each in here.scan().obligations}
    finally:
        hub.execute("DROP PUBLICATION outgoing")
        hub.execute("SELECT pg_drop_replication_slot('feeds_somebody')")

    assert ("replication slot", "feeds_somebody") in owed
    assert ("publication", "outgoing") in owed
    assert any(what == "backup" for what, _ in owed)
    assert owed["publication", "outgoing"].found.isoformat() == "2026-11-21"


def test_another_cluster_is_refused(place: Make, servers: dict[str, object]) -> None:
    """A wrong --data-directory would prove nothing."""
    here = place(PEOPLE)
    with pytest.raises(PreparationError, match="another PostgreSQL"):
        here.scan(data_directory=servers["RU"].data)  # type: ignore[attr-defined]
    with pytest.raises(PreparationError, match="cannot be read"):
        here.scan(data_directory=here.data / "log")
