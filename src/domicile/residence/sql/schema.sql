-- The fixed part of schema domicile: everything that does not depend on the data map.

-- name: schema
CREATE SCHEMA IF NOT EXISTS domicile;
CREATE SCHEMA IF NOT EXISTS resident;

-- name: identity
CREATE TABLE domicile.identity (hub uuid NOT NULL, country text);

-- name: fdw
-- postgres_fdw is the window on the homes. dblink asks a home outside the transaction, for rows
-- that came there after the transaction's first look.
CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA domicile;
CREATE EXTENSION IF NOT EXISTS dblink WITH SCHEMA domicile;

-- name: tables
CREATE TABLE IF NOT EXISTS domicile.home (
    country text PRIMARY KEY,
    server  text NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS domicile.placement (
    kind         text NOT NULL,
    jurisdiction text NOT NULL,
    home         text,
    mirrored     boolean NOT NULL,
    PRIMARY KEY (kind, jurisdiction));
ALTER TABLE domicile.placement ALTER COLUMN home DROP NOT NULL;
CREATE TABLE IF NOT EXISTS domicile.spelling (
    spelling     text PRIMARY KEY,
    jurisdiction text NOT NULL);
CREATE TABLE IF NOT EXISTS domicile.taken (
    schema_name text NOT NULL,
    table_name  text NOT NULL,
    kind        text NOT NULL,
    name        text NOT NULL,
    definition  text,
    expression  text,
    columns     text[],
    remark      text,
    PRIMARY KEY (schema_name, table_name, kind, name));
CREATE TABLE IF NOT EXISTS domicile.batch (
    batch      uuid PRIMARY KEY,
    kind       text NOT NULL,
    source     text,
    target     text,
    mirrored   boolean NOT NULL,
    subjects   integer NOT NULL,
    rows       jsonb NOT NULL,
    salt       bytea NOT NULL,
    commitment bytea NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE IF NOT EXISTS domicile.scrubbed (
    batch uuid NOT NULL,
    step  text NOT NULL,
    name  text NOT NULL,
    at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (batch, step, name));
CREATE TABLE IF NOT EXISTS domicile.mapped (
    schema_name text NOT NULL,
    table_name  text NOT NULL,
    stem        text NOT NULL UNIQUE,
    kind        text NOT NULL,
    columns     text[] NOT NULL,
    PRIMARY KEY (schema_name, table_name));
CREATE TABLE IF NOT EXISTS domicile.applied (
    wanted  text NOT NULL,
    found   text NOT NULL,
    columns text[] NOT NULL);
CREATE TABLE IF NOT EXISTS domicile.prepared (
    country text PRIMARY KEY,
    needs   text NOT NULL);
CREATE TABLE IF NOT EXISTS domicile.verification (
    id    uuid PRIMARY KEY,
    state jsonb NOT NULL,
    at    timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE IF NOT EXISTS domicile.verification_found (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verification uuid NOT NULL REFERENCES domicile.verification ON DELETE CASCADE,
    found        jsonb NOT NULL);

-- name: place
CREATE TYPE domicile.place AS (home text, mirrored boolean);

-- name: refuse
-- Say what a home refused, without the row's values (I7): PostgreSQL's messages of class 23
-- name the constraint in their first line and the values in their DETAIL, which stays behind.
CREATE OR REPLACE FUNCTION domicile.refuse(state text, message text, home text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF home = 'suspended' THEN
        RAISE EXCEPTION 'the personal data of this person is out of reach: the hub was restored'
            ' from a backup and does not know yet where the person lives'
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  HINT = 'Nothing was written. `domicile run` puts it right; try again then.';
    ELSIF state LIKE '08%' OR state LIKE '57P%' THEN
        RAISE EXCEPTION 'home % is unavailable: the personal data of its people cannot be written',
            home USING ERRCODE = state, HINT = 'Nothing was written. Try again when it is back.';
    ELSIF state LIKE '23%' OR state LIKE '40%' THEN
        RAISE EXCEPTION 'home %: %', home, message USING ERRCODE = state;
    END IF;
    RAISE EXCEPTION 'home % refused to write personal data (SQLSTATE %)', home, state
        USING ERRCODE = state;
END $$;

-- name: privilege
-- Who is asking: SECURITY DEFINER hides the caller, the role setting and the session do not.
CREATE OR REPLACE FUNCTION domicile.caller() RETURNS name
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
SELECT coalesce(nullif(current_setting('role'), 'none')::name, session_user) $$;

-- name: ask_again
-- What a home says now, on a connection of its own: one value as text, NULL when it has no row.
-- dblink may have been in another schema before we came.
CREATE OR REPLACE FUNCTION domicile.ask_again(server text, query text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    answer text;
BEGIN
    EXECUTE (SELECT format('SELECT t.answer FROM %I.dblink($1, $2) AS t (answer text)', n.nspname)
             FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
             WHERE x.extname = 'dblink') INTO answer USING server, query;
    RETURN answer;
END $$;
