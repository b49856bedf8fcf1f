-- What scrub asks hub and homes, and what it writes down.

-- name: is_ready
-- Whether `apply` of this version was run here, and whether this is the primary.
SELECT to_regclass('domicile.scrubbed') IS NOT NULL, pg_is_in_recovery(),
       pg_has_role(current_user, 'pg_read_all_stats', 'USAGE');

-- name: size
-- One table's size on disk and its rows. TOAST counts its own index.
SELECT pg_table_size(c.oid) - coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0),
       coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0),
       pg_indexes_size(c.oid),
       coalesce(s.n_live_tup, 0), coalesce(s.n_dead_tup, 0)
FROM pg_class c LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
WHERE c.oid = %(table)s::regclass;

-- name: batches_of_table
-- Batches that blanked rows of a table, and that no scrub of the table has covered.
SELECT b.batch FROM domicile.batch b
WHERE b.target IS NOT NULL AND NOT b.mirrored AND (b.rows ->> %(stem)s)::bigint > 0
  AND NOT EXISTS (SELECT FROM domicile.scrubbed s
                  WHERE s.batch = b.batch AND s.step = 'table' AND s.name = %(name)s);

-- name: batches_of_files
-- Batches whose statistics and WAL no scrub has covered.
SELECT b.batch FROM domicile.batch b
WHERE b.target IS NOT NULL AND NOT b.mirrored
  AND NOT EXISTS (SELECT FROM domicile.scrubbed s
                  WHERE s.batch = b.batch AND s.step = 'files');

-- name: record
-- These batches are covered. Not before the step is durable.
INSERT INTO domicile.scrubbed (batch, step, name)
SELECT unnest(%(batches)s::uuid[]), %(step)s, %(name)s ON CONFLICT DO NOTHING;

-- name: lock
-- One scrub at a time; the lock goes with the session.
SELECT pg_try_advisory_lock(hashtextextended('domicile.scrub', 0));

-- name: now
-- This transaction's own number: everything older can be told by its age.
SELECT pg_current_xact_id()::text::bigint;

-- name: newest
-- The transaction of the newest of these batches; %(own)s when that cannot be told any more.
SELECT coalesce(max(least(%(own)s - age(b.xmin), %(own)s)), %(own)s)
FROM domicile.batch b WHERE b.batch = ANY (%(batches)s::uuid[]);

-- name: blockers
-- Who may still see rows that died before transaction %(before)s. `own` is this transaction.
-- A VACUUM keeps nothing alive. Of other databases only standbys count; for the catalog, the
-- slots of logical subscribers too.
SELECT CASE WHEN a.backend_type = 'client backend' THEN 'process' ELSE a.backend_type END,
       a.pid::text, extract(epoch FROM now() - coalesce(a.xact_start, a.backend_start))::float8
FROM pg_stat_activity a
WHERE a.pid <> pg_backend_pid()
  AND (a.datid IS NULL OR a.datid = (SELECT oid FROM pg_database
                                     WHERE datname = current_database()))
  AND NOT EXISTS (SELECT FROM pg_stat_progress_vacuum v WHERE v.pid = a.pid)
  AND (%(own)s - age(a.backend_xmin) < %(before)s OR %(own)s - age(a.backend_xid) < %(before)s)
UNION ALL
SELECT 'prepared transaction', p.transaction::text,
       extract(epoch FROM now() - p.prepared)::float8
FROM pg_prepared_xacts p
WHERE p.database = current_database() AND %(own)s - age(p.transaction) < %(before)s
UNION ALL
SELECT 'replication slot', s.slot_name::text, NULL
FROM pg_replication_slots s
WHERE %(own)s - age(s.xmin) < %(before)s
   OR %(catalog)s AND %(own)s - age(s.catalog_xmin) < %(before)s;

-- name: holders
-- Who holds a table against us.
SELECT CASE WHEN a.backend_type = 'client backend' THEN 'process' ELSE a.backend_type END,
       a.pid::text, extract(epoch FROM now() - coalesce(a.xact_start, a.backend_start))::float8
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.relation = %(table)s::regclass AND l.granted AND l.pid <> pg_backend_pid()
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
GROUP BY 1, 2, 3 ORDER BY 3 DESC;

-- name: filenode
-- The file that a relation's rows are in: another one after a rewrite.
SELECT pg_relation_filenode(%(table)s::regclass)::bigint,
       pg_total_relation_size(%(table)s::regclass);

-- name: rewriting
-- How far a VACUUM FULL is.
SELECT phase, heap_blks_scanned, heap_blks_total FROM pg_stat_progress_cluster
WHERE pid = %(pid)s;

-- name: repack_extension
-- The version of pg_repack that this database has.
SELECT extversion FROM pg_extension WHERE extname = 'pg_repack';

-- name: stale_statistics
-- Columns of a table whose most-common values ANALYZE has not replaced: it leaves an empty
-- table and a column with target 0 as they were.
SELECT DISTINCT s.attname::text FROM pg_stats s
JOIN pg_attribute a ON a.attrelid = %(table)s::regclass AND a.attname = s.attname
WHERE s.schemaname = %(schema)s AND s.tablename = %(name)s
  AND (a.attstattarget = 0 OR %(empty)s);

-- name: foreign_statistics
-- Windows on the homes that somebody has analyzed: the values of residents are in pg_statistic.
SELECT DISTINCT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname
WHERE n.nspname = 'domicile' AND c.relkind = 'f';

-- name: extended_statistics
-- Whether this database has extended statistics with data.
SELECT EXISTS (SELECT FROM pg_statistic_ext);

-- name: wal_position
-- The segment that is written now, and the size of one.
SELECT pg_walfile_name(pg_current_wal_lsn()),
       (SELECT setting::bigint FROM pg_settings WHERE name = 'wal_segment_size'),
       (SELECT setting::bigint * 1024 * 1024 FROM pg_settings WHERE name = 'wal_keep_size');

-- name: wal_files
-- The segments that there are; those after the current one are old ones that were renamed.
SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' ORDER BY 1;

-- name: wal_step
-- Something to write, so that there is a segment to leave.
SELECT pg_logical_emit_message(false, 'domicile', '');

-- name: wal_switch
SELECT pg_switch_wal();

-- name: wal_holders
-- What keeps old segments: slots, and an archiver that is behind.
SELECT 'replication slot ' || slot_name,
       'let its consumer catch up, or SELECT pg_drop_replication_slot(' || quote_literal(slot_name)
       || ')'
FROM pg_replication_slots WHERE restart_lsn IS NOT NULL
UNION ALL
SELECT 'the archiver', 'see archive_command and pg_stat_archiver'
WHERE current_setting('archive_mode') <> 'off';

-- name: statements_extension
-- Where pg_stat_statements is, if it is in this database; and whether the server has it loaded.
SELECT (SELECT n.nspname::text FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
        WHERE x.extname = 'pg_stat_statements'),
       EXISTS (SELECT FROM pg_settings WHERE name = 'pg_stat_statements.track');

-- name: temporary_files
-- Temporary files of processes that are gone: a crash leaves them until the next restart.
SELECT s.spcname || ': pgsql_tmp/' || t.name
FROM pg_tablespace s CROSS JOIN LATERAL pg_ls_tmpdir(s.oid) AS t
WHERE s.spcname <> 'pg_global'
  AND NOT EXISTS (SELECT FROM pg_stat_activity a
                  WHERE a.pid::text = substring(t.name FROM '^pgsql_tmp(\d+)\.'))
ORDER BY 1;

-- name: orphans
-- Files of this database that belong to no relation, and are older than every transaction.
SELECT 'base/' || d.oid || '/' || f.name FROM pg_database d
CROSS JOIN LATERAL pg_ls_dir('base/' || d.oid) AS f (name)
CROSS JOIN LATERAL pg_stat_file('base/' || d.oid || '/' || f.name, true) AS s
WHERE d.datname = current_database() AND f.name ~ '^\d+(\.\d+)?$' AND s.size > 0
  AND pg_filenode_relation(0, substring(f.name FROM '^\d+')::oid) IS NULL
  AND s.modification < (SELECT least(min(xact_start), now() - interval '1 minute')
                        FROM pg_stat_activity)
ORDER BY 1;

-- name: copies
-- What holds copies of a mapped table's rows: materialized views, however far, and publications.
WITH RECURSIVE readers AS (
    SELECT c.oid, c.relkind FROM pg_class c
    WHERE c.oid = %(table)s::regclass
    UNION
    SELECT c.oid, c.relkind FROM readers r
    JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = r.oid
                    AND d.classid = 'pg_rewrite'::regclass
    JOIN pg_rewrite w ON w.oid = d.objid JOIN pg_class c ON c.oid = w.ev_class)
SELECT 'materialized view', r.oid::regclass::text FROM readers r WHERE r.relkind = 'm'
UNION
SELECT 'publication', p.pubname::text FROM pg_publication_tables p
WHERE p.schemaname = %(schema)s AND p.tablename = %(name)s
ORDER BY 1, 2;

-- name: elsewhere
-- Copies of the whole server: standbys, slots, the archive; by kind and name.
SELECT 'standby', coalesce(nullif(application_name, ''), client_addr::text, 'local')
FROM pg_stat_replication
UNION ALL
SELECT 'replication slot', slot_name::text FROM pg_replication_slots
UNION ALL
SELECT 'WAL archive', 'archive_mode = ' || current_setting('archive_mode')
WHERE current_setting('archive_mode') <> 'off'
ORDER BY 1, 2;

-- name: logs
-- Where the server writes its log. The collector's files lie in log_directory.
SELECT current_setting('log_destination'), current_setting('logging_collector') = 'on',
       current_setting('data_directory', true), current_setting('log_directory', true);

-- name: log_files
-- The collector's files: how many, and the oldest one's last line.
SELECT count(*), min(modification)::date::text FROM pg_ls_logdir();

-- name: settings
-- The settings that decide what is logged, and whether our own session has one of its own.
SELECT name, setting, source IN ('database', 'user', 'database user', 'client', 'session',
                                 'override')
FROM pg_settings WHERE name = ANY (%(names)s);

-- name: file_settings
-- What the server's files say.
SELECT name, setting FROM pg_file_settings WHERE applied AND name = ANY (%(names)s);

-- name: own_settings
-- What roles and databases have of their own.
SELECT split_part(c.line, '=', 1), substr(c.line, strpos(c.line, '=') + 1),
       r.rolname::text, d.datname::text
FROM pg_db_role_setting s CROSS JOIN LATERAL unnest(s.setconfig) AS c (line)
LEFT JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database d ON d.oid = s.setdatabase
WHERE split_part(c.line, '=', 1) = ANY (%(names)s)
  AND (s.setdatabase = 0 OR d.datname = current_database())
ORDER BY 3, 4, 1;

-- name: may_alter_system
-- Whether the server's own files can be changed from here.
SELECT rolsuper FROM pg_roles WHERE rolname = current_user;
