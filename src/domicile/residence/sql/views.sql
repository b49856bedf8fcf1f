-- Bodies of the INSTEAD OF triggers on the views of the shadow schema. residence/views.py fills
-- the placeholders.

-- name: view_insert
-- INSTEAD OF INSERT on the view: write the base table and give back what is there now.
DECLARE
    written {base}%ROWTYPE;
BEGIN
    {insert}
    {complete}
END

-- name: view_update
-- INSTEAD OF UPDATE on the view: only the columns that changed are written, so that column
-- grants and UPDATE OF triggers mean what they meant. A row that somebody else changed since
-- the statement began would be overwritten with a value computed from the old one: that is
-- refused, for a trigger cannot compute it again as PostgreSQL does on a table.
DECLARE
    written {base}%ROWTYPE;
    sets    text := '';
BEGIN
    SELECT b.* INTO written FROM {base} b WHERE {old_key} FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    {collect}
    IF sets = '' THEN
        sets := {touch};
    END IF;
    EXECUTE {update_start} || substr(sets, 3) || {update_end} INTO written USING NEW, OLD;
    {complete}
END

-- name: view_delete
-- INSTEAD OF DELETE on the view.
DECLARE
    written {base}%ROWTYPE;
BEGIN
    SELECT b.* INTO written FROM {base} b WHERE {old_key} FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF {skeleton_changed} THEN
        RAISE serialization_failure USING
            MESSAGE = 'the row was changed by another transaction', HINT = 'Try again.';
    END IF;
    DELETE FROM {base} b WHERE {old_key};
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    RETURN OLD;
END
