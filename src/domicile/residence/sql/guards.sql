-- Bodies of the trigger functions on the application's tables: whatever writes, the value lands at
-- home. residence/guards.py fills the placeholders.

-- name: guard_insert
-- BEFORE INSERT: a resident's personal columns go home and never into the hub (I5). A row that
-- will meet a conflict is not inserted and goes nowhere: ON CONFLICT DO UPDATE still needs its
-- values for EXCLUDED, every other statement ends in an error or in nothing.
DECLARE
    spot domicile.place;
BEGIN
    PERFORM {arrived};
    spot := {place};
    IF spot.home IS NULL THEN
        {check}
        RETURN NEW;
    END IF;
    IF {conflict} THEN
        IF NOT spot.mirrored AND current_setting({statements}, true) NOT LIKE 'u%' THEN
            {blank}
        END IF;
        RETURN NEW;
    END IF;
    {check}
    {forget}
    PERFORM {write};
    PERFORM set_config({sent}, (ROW({new_keys}, spot.home, spot.mirrored)::{pin})::text, true);
    IF NOT spot.mirrored THEN
        {blank}
    END IF;
    RETURN NEW;
END

-- name: arrived
-- () -> the last row that guard_insert sent home was inserted by this very transaction. It was
-- not when a unique index or an EXCLUDE constraint saw a conflict that guard_insert could not:
-- with a row of a transaction that has committed since. Nothing may come of it at home then; and
-- when the home's row is now that other transaction's, or DO UPDATE read an EXCLUDED without
-- values, only the whole statement again gives the right answer.
DECLARE
    last {pin};
BEGIN
    IF coalesce(current_setting({sent}, true), '') = '' THEN
        RETURN;
    END IF;
    last := current_setting({sent})::{pin};
    PERFORM set_config({sent}, '', true);
    PERFORM 1 FROM {base} b WHERE {same_key} AND pg_xact_status(
        (pg_current_xact_id()::text::bigint - age(b.xmin))::text::xid8) = 'in progress';
    IF FOUND THEN
        RETURN;
    END IF;
    PERFORM 1 FROM {base} b WHERE {same_key};
    IF FOUND OR current_setting({statements}, true) LIKE 'u%' THEN
        RAISE serialization_failure USING
            MESSAGE = 'another transaction inserted a conflicting row', HINT = 'Try again.';
    END IF;
    {forget}
    PERFORM {erase};
END

-- name: guard_statement
-- Around every INSERT, and BEFORE UPDATE: a stack of the INSERTs that are running, one letter
-- each. PostgreSQL fires the statement triggers of UPDATE too for ON CONFLICT DO UPDATE and for
-- MERGE, which is how `u` is told from `-`.
DECLARE
    running text := coalesce(current_setting({statements}, true), '');
BEGIN
    IF TG_OP = 'INSERT' AND TG_WHEN = 'BEFORE' THEN
        PERFORM set_config({statements}, '-' || running, true);
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM {arrived};
        PERFORM set_config({statements}, substr(running, 2), true);
    ELSIF running <> '' THEN
        PERFORM set_config({statements}, 'u' || substr(running, 2), true);
    END IF;
    RETURN NULL;
END

-- name: guard_update
-- BEFORE UPDATE of a personal column, the key or the way to the subject. `here` is where the
-- row is, `there` where it belongs after the write. A row that must leave its home is pinned
-- where it is until the mover takes it on: nothing becomes unreachable, nothing leaves a
-- country inside an application's transaction.
DECLARE
    here   domicile.place := {here};
    there  domicile.place := here;
    turned boolean := {entry_changed};
    whole  {base}%ROWTYPE;
BEGIN
    PERFORM {arrived};
    IF turned THEN
        there := {there};
    END IF;
    IF here.home IS NULL AND there.home IS NULL THEN
        {check}
        IF {key_changed} THEN
            UPDATE {pin} p SET ({pin_keys}) = ROW ({new_keys}) WHERE {pinned_old};
        END IF;
        RETURN NEW;
    END IF;
    {forget}
    IF here.home IS NULL OR here.mirrored THEN
        {check}
        IF here.home IS NOT NULL AND (here.home IS DISTINCT FROM there.home OR {key_changed}) THEN
            PERFORM {erase};
        END IF;
        IF there.home IS NOT NULL THEN
            PERFORM {write};
        END IF;
        IF there.home IS NOT NULL AND NOT there.mirrored THEN
            {blank}
        END IF;
    ELSE
        {check_resident}
        IF {touched} THEN
            PERFORM {amend};
        END IF;
        {blank}
    END IF;
    IF turned OR {key_changed} THEN
        DELETE FROM {pin} p WHERE {pinned_old};
        IF FOUND AND NOT turned OR here.home IS NOT NULL AND NOT here.mirrored
           AND here IS DISTINCT FROM there THEN
            INSERT INTO {pin} VALUES ({new_keys}, here.home, here.mirrored);
        END IF;
    END IF;
    RETURN NEW;
END

-- name: guard_null
-- BEFORE UPDATE OF one column, when it is NULL before and after: for a local row nothing
-- happens, for a resident's row it is SET column = NULL, and the value at home goes.
DECLARE
    spot domicile.place := {here};
BEGIN
    PERFORM {arrived};
    IF spot.home IS NOT NULL AND NOT spot.mirrored THEN
        {forget}
        PERFORM {empty};
    END IF;
    RETURN NEW;
END

-- name: guard_delete
-- AFTER DELETE: the row is gone from its home too. It runs after the foreign keys' own
-- triggers, so that rows which go with this one still found their subject.
DECLARE
    spot domicile.place := {here};
BEGIN
    IF spot.home IS NOT NULL THEN
        {forget}
        PERFORM {erase};
    END IF;
    {not_sent}
    {unpin_old}
    RETURN NULL;
END

-- name: guard_truncate
-- BEFORE TRUNCATE: every home that holds rows of this table forgets them.
DECLARE
    country text;
BEGIN
    FOR country IN SELECT d.home FROM {directory} d WHERE d.home IS NOT NULL
                   UNION SELECT p.home FROM {pin} p WHERE p.home IS NOT NULL UNION SELECT p.home FROM {purge} p LOOP
        {delete_all}
    END LOOP;
    RETURN NULL;
END

-- name: forget_rows
-- AFTER TRUNCATE: nothing is known of the rows any more. Other tables' triggers, which pin what
-- finds its subject over them, run BEFORE it.
BEGIN
    DELETE FROM {pin};
    DELETE FROM {purge};
    RETURN NULL;
END

-- name: register
-- BEFORE INSERT of a subject: its evidence says where it belongs, from its first row on.
DECLARE
    spoken text;
    made   {directory};
BEGIN
    PERFORM {arrived};
    SELECT {domicile} INTO spoken FROM (SELECT (NEW).*) s {joins};
    INSERT INTO {directory} AS d ({keys}, domicile, home, mirrored)
    SELECT {new_keys}, spoken, p.home, coalesce(p.mirrored, false)
    FROM (VALUES (1)) one (x)
    LEFT JOIN domicile.placement p ON p.kind = {kind} AND p.jurisdiction = spoken
    ON CONFLICT DO NOTHING
    RETURNING d.* INTO made;
    IF FOUND THEN
        PERFORM set_config({registered}, made::text, true);
    END IF;
    RETURN NEW;
END

-- name: subject_arrived
-- () -> the last subject that was registered has a row: an INSERT that met ON CONFLICT DO NOTHING
-- leaves no ghost in the directory.
DECLARE
    last {directory};
BEGIN
    IF coalesce(current_setting({registered}, true), '') = '' THEN
        RETURN;
    END IF;
    last := current_setting({registered})::{directory};
    PERFORM set_config({registered}, '', true);
    DELETE FROM {directory} d WHERE {last_keys}
    AND NOT EXISTS (SELECT FROM {subject} s WHERE {subject_keys});
END

-- name: registered
-- AFTER INSERT of subjects.
BEGIN
    PERFORM {arrived};
    RETURN NULL;
END

-- name: rename
-- BEFORE UPDATE of a subject's key: the new key is known before the rows that follow it
-- (ON UPDATE CASCADE) look for it; `forget_old` removes the old one after them. Two subjects that
-- swap keys, which only a deferrable primary key allows, would be taken for one another.
BEGIN
    INSERT INTO {directory} ({keys}, domicile, home, mirrored, since)
    SELECT {new_keys}, d.domicile, d.home, d.mirrored, d.since
    FROM {directory} d WHERE {old_keys} FOR SHARE OF d
    ON CONFLICT DO NOTHING;
    IF NOT FOUND AND EXISTS (SELECT FROM pg_index i
                             WHERE i.indrelid = TG_RELID AND i.indisprimary AND NOT i.indimmediate) THEN
        RAISE feature_not_supported USING
            MESSAGE = 'a subject cannot take a key that another subject still has',
            HINT = 'Change the keys over a third value, in statements of their own.';
    END IF;
    RETURN NEW;
END

-- name: forget_old
-- AFTER DELETE or UPDATE of a subject's key, last of all triggers.
BEGIN
    DELETE FROM {directory} d WHERE {old_keys};
    RETURN NULL;
END

-- name: forget_all
-- AFTER TRUNCATE of the subject's table.
BEGIN
    DELETE FROM {directory};
    RETURN NULL;
END

-- name: pin
-- BEFORE DELETE or UPDATE of a row on the way from a mapped table to its subject: rows that
-- found their home over it are pinned there, so that they stay reachable. And BEFORE INSERT or
-- UPDATE of one that gives a row a further person: it may belong to two homes from now on.
BEGIN
    INSERT INTO {pin} ({keys}, home, mirrored)
    SELECT {row_keys}, (w.spot).home, (w.spot).mirrored
    FROM {base} t CROSS JOIN LATERAL (SELECT {place} AS spot OFFSET 0) w
    WHERE {on_the_way} AND (w.spot).home IS NOT NULL
    ON CONFLICT DO NOTHING;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END

-- name: pin_all
-- BEFORE TRUNCATE of a table on the way: all rows that live at a home are pinned there.
BEGIN
    INSERT INTO {pin} ({keys}, home, mirrored)
    SELECT {placed_keys}, w.home, w.mirrored FROM {placed} w WHERE w.home IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END

-- name: adopt
-- AFTER INSERT or UPDATE of a row on the way from a mapped table to its subject: rows that are
-- whole in the hub and now belong to a resident go home with this transaction. The foreign
-- server commits before the hub does, so no value is blanked before its copy is safe (I2). Of a
-- row without any value nobody can tell whether its values are here or at home: it is made sure
-- that the home has such a row. Pins that say what the way now says again are taken out.
#variable_conflict use_column
DECLARE
    t    {base}%ROWTYPE;
    spot domicile.place;
BEGIN
    DELETE FROM {pin} p USING {base} t WHERE {pinned} AND {on_the_way}
    AND ROW(p.home, p.mirrored)::domicile.place IS NOT DISTINCT FROM {belongs};
    FOR t IN SELECT t.* FROM {base} t WHERE {whole} AND {on_the_way}
             AND NOT EXISTS (SELECT FROM {pin} p WHERE {pinned}) LOOP
        spot := {place};
        IF spot.home IS NULL THEN
            {stay}
            CONTINUE;
        END IF;
        {forget}
        IF spot.mirrored THEN
            PERFORM {write};
        ELSIF {away} THEN
            PERFORM {ensure};
        ELSE
            PERFORM {write};
            UPDATE {base} b SET {blank_set} WHERE {same_key};
        END IF;
    END LOOP;
    RETURN NULL;
END
