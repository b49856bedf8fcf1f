-- What forensics asks hub and homes.

-- name: is_ready
SELECT to_regclass('domicile.mapped') IS NOT NULL;

-- name: identity
-- Which cluster this is, and where its files are; NULL where the role may not know.
SELECT (SELECT system_identifier::text FROM pg_control_system()),
       current_setting('data_directory', true), current_setting('log_directory', true),
       current_setting('block_size')::int, current_setting('wal_block_size')::int,
       getdatabaseencoding()::text, (SELECT oid::text FROM pg_database
                                     WHERE datname = current_database());

-- name: relations
-- The file of every relation of this database, and of the shared ones.
SELECT pg_relation_filepath(c.oid), n.nspname || '.' || c.relname, c.relkind::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE pg_relation_filepath(c.oid) IS NOT NULL;

-- name: databases
SELECT oid::text, datname::text FROM pg_database;

-- name: senders
-- How each type is sent. A domain has its base type's.
SELECT t.oid::bigint, p.proname::text FROM pg_type t JOIN pg_proc p ON p.oid = t.typsend;

-- name: elements
-- What ranges are ranges of, and multiranges sets of.
SELECT rngtypid::bigint, rngsubtype::bigint FROM pg_range
UNION ALL
SELECT rngmultitypid::bigint, rngtypid::bigint FROM pg_range WHERE rngmultitypid <> 0;

-- name: attributes
-- How the rows of a table lie on its pages; dropped columns lie there too.
SELECT a.attnum::int, a.attname::text, a.attlen::int, a.attalign::text, a.atttypid::bigint,
       a.attisdropped
FROM pg_attribute a
WHERE a.attrelid = %(table)s::regclass AND a.attnum > 0 ORDER BY a.attnum;

-- name: file
SELECT pg_relation_filepath(%(table)s::regclass);

-- name: checkpoint
CHECKPOINT;

-- name: not_seen
-- Where values can be that are not in the data directory: (what, name, what to do).
SELECT 'standby', coalesce(nullif(application_name, ''), 'without a name'),
       'scrub and scan it as well, or rebuild it from the scrubbed hub'
FROM pg_stat_replication
UNION ALL
SELECT 'replication slot', slot_name::text,
       'it holds WAL and feeds somebody: scrub the consumer, let the slot advance or drop it'
FROM pg_replication_slots
UNION ALL
SELECT 'publication', pubname::text, 'its subscribers have received rows: scrub them'
FROM pg_publication
UNION ALL
SELECT 'subscription', subname::text, 'its publisher has the rows too, and will send them again'
FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database
                                      WHERE datname = current_database())
UNION ALL
SELECT 'WAL archive', name || ' = ' || left(setting, 60),
       'delete segments older than the scrub, once a new base backup is there'
FROM pg_settings
WHERE name IN ('archive_command', 'archive_library') AND setting NOT IN ('', '(disabled)')
  AND current_setting('archive_mode') <> 'off'
UNION ALL
SELECT 'base backup in progress', pid::text, 'it copies the files as they are: make it anew'
FROM pg_stat_progress_basebackup
UNION ALL
SELECT 'backup', 'every backup and dump from before the scrub',
       'delete them once newer ones are there, or move them to where the data must live'
UNION ALL
SELECT 'log destination', destination,
       'read what it has received; set log_statement, log_min_error_statement and '
       || 'log_parameter_max_length_on_error so that no value is logged'
FROM regexp_split_to_table(current_setting('log_destination'), '\s*,\s*') AS destination
WHERE destination IN ('syslog', 'eventlog') OR current_setting('logging_collector') = 'off'
   OR left(current_setting('log_directory', true), 1) = '/'
UNION ALL
SELECT 'pg_stat_statements', 'texts of statements in shared memory',
       'SELECT pg_stat_statements_reset()'
FROM pg_settings WHERE name = 'pg_stat_statements.track' AND setting <> 'none'
UNION ALL
SELECT 'prepared transaction', transaction::text, 'commit it or roll it back: it may hold values'
FROM pg_prepared_xacts
UNION ALL
SELECT 'temporary tables', 'of ' || count(*) || ' other sessions',
       'values in their memory (temp_buffers) are in no file yet'
FROM pg_stat_activity a
WHERE a.backend_type = 'client backend' AND a.pid <> pg_backend_pid()
  AND a.datname = current_database()
HAVING count(*) > 0;

-- name: stale_statistics
-- Mapped tables whose statistics are older than the last move: short values among the most
-- common ones cannot be told apart.
SELECT m.schema_name || '.' || m.table_name FROM domicile.mapped m
LEFT JOIN pg_stat_user_tables s ON s.schemaname = m.schema_name AND s.relname = m.table_name
WHERE EXISTS (SELECT FROM pg_stats p WHERE p.schemaname = m.schema_name
              AND p.tablename = m.table_name AND p.attname = ANY (m.columns))
  AND greatest(s.last_analyze, s.last_autoanalyze) IS DISTINCT FROM greatest(
          s.last_analyze, s.last_autoanalyze,
          (SELECT max(at) FROM domicile.batch WHERE target IS NOT NULL AND NOT mirrored));

-- name: tablespaces
SELECT spcname::text, pg_tablespace_location(oid), oid::text FROM pg_tablespace
WHERE pg_tablespace_location(oid) <> '';
