-- Bodies of the functions that `apply` makes for each mapped table: where a row lives, and what
-- is done with its personal columns at a home. residence/functions.py fills the placeholders;
-- `$1..$n` are the arguments, as the comment above each body says.

-- name: place
-- (entry and key columns) -> where the row lives: pinned, or with its subject. The subjects are
-- locked first: a mover that carries a pinned row to them takes its pin away.
DECLARE
    spot domicile.place;
BEGIN
    {lock}
    SELECT p.home, p.mirrored INTO spot FROM {pin} p WHERE {pinned};
    IF FOUND THEN
        RETURN spot;
    END IF;
    SELECT {home}, {mirrored} INTO spot {path};
    RETURN spot;
END

-- name: belongs
-- (entry columns) -> where the subject of a row lives, whatever the row's own pin says.
DECLARE
    spot domicile.place;
BEGIN
    {lock}
    SELECT {home}, {mirrored} INTO spot {path};
    RETURN spot;
END

-- name: away
-- (key and entry columns) -> the personal columns of a resident's row, fetched from its home.
-- The last row is remembered for the statement, so that five columns cost one fetch; the guard
-- empties the memory. A mirrored row is whole in the hub: no home is asked. postgres_fdw keeps
-- one snapshot of a home for the whole transaction; a row that came later (moved, or signed up)
-- is asked for again outside of it, as READ COMMITTED would see it. So is the directory when it
-- knows no home of an empty row: who waited for the row (FOR UPDATE) sees it newer than its
-- statement's snapshot, blanked by a move that the snapshot does not have.
DECLARE
    stamp text := {stamp};
    spot  domicile.place;
    whole {row_type};
    late  text;
BEGIN
    IF current_setting({memo_key}, true) = stamp THEN
        RETURN current_setting({memo_row})::{row_type};
    END IF;
    {allowed}
    spot := {place};
    IF spot.home IS NULL THEN
        spot := {place_now};
    END IF;
    IF spot.home IS NULL OR spot.mirrored THEN
        RETURN NULL;
    END IF;
    {fetch}
    IF NOT FOUND THEN
        late := domicile.ask_again({server}, format({query}, {keys}));
        IF late IS NULL THEN
            RAISE data_corrupted USING MESSAGE = format('home %s has no row', spot.home),
                HINT = '`domicile verify` names the rows that are missing.';
        END IF;
        whole := late::{row_type};
    END IF;
    {mask}
    PERFORM set_config({memo_row}, coalesce(whole::text, ''), true),
            set_config({memo_key}, CASE WHEN whole IS NULL THEN '' ELSE stamp END, true);
    RETURN whole;
END

-- name: write
-- (home, row) -> the row's personal columns are at that home, whatever was there before.
-- A row that is already there is the garbage of a crash before R6, or waits to be purged: it is
-- overwritten, and not purged any more. When none is, the home says which constraint refuses.
DECLARE
    n bigint;
BEGIN
    DELETE FROM {purge} p WHERE {purged} AND p.home = $1;
    {insert}
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n = 0 THEN
        {update}
        GET DIAGNOSTICS n = ROW_COUNT;
    END IF;
    IF n = 0 THEN
        {insert_or_say}
    END IF;
EXCEPTION WHEN OTHERS THEN
    PERFORM domicile.refuse(SQLSTATE, SQLERRM, $1);
END

-- name: change
-- What is done to one row that is at home, the home being the first argument:
--   amend (home, old key columns, row)   the columns that are not NULL in the row, and its key, are
--                                        changed; NULL means untouched
--   empty (home, key columns, column)    that column is NULL: SET column = NULL
--   erase (home, key columns)            the row is gone
-- A row that is at that home but not in our snapshot of it (see `away`) is refused: nothing done
-- would be a write lost in silence.
DECLARE
    n bigint;
BEGIN
    {statement}
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n = 0 THEN
        RAISE serialization_failure USING
            MESSAGE = 'the row is not in this transaction''s snapshot';
    END IF;
EXCEPTION WHEN OTHERS THEN
    PERFORM domicile.refuse(SQLSTATE, SQLERRM, $1);
END

-- name: ensure
-- (home, row) -> the home has such a row, whatever its values there are. Those that wait to be
-- purged are nobody's.
BEGIN
    IF EXISTS (SELECT FROM {purge} p WHERE {purged} AND p.home = $1) THEN
        PERFORM {write};
    ELSE
        {insert}
    END IF;
EXCEPTION WHEN OTHERS THEN
    PERFORM domicile.refuse(SQLSTATE, SQLERRM, $1);
END

-- name: check
-- (row) -> the NOT NULL and CHECK constraints that `apply` took over hold for the whole row.
#variable_conflict use_column
BEGIN
    {checks}
END

-- name: conflict
-- (row) -> true when an INSERT of this row will not happen, because another row has one of
-- its unique keys. That row is locked, so that the answer stays true for the statement.
#variable_conflict use_column
DECLARE
    probe record;
BEGIN
    {probes}
    RETURN false;
END
