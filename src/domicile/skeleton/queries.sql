-- What is asked before people are counted.

-- name: limits
-- For this transaction: a hash of people's classes may take twice work_mem before it spills, and
-- nobody who changes the table waits long behind us.
SELECT set_config('work_mem', '64MB', true), set_config('lock_timeout', '2s', true),
       set_config('statement_timeout', %(timeout_ms)s, true), set_config('jit', 'off', true);

-- name: readable
-- Whether there is such a table, whether any of it may be read, and the columns that may not.
SELECT has_schema_privilege(n.oid, 'USAGE')
           AND has_any_column_privilege(c.oid, 'SELECT'),
       ARRAY(SELECT a.attname::text FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attname = ANY (%(columns)s) AND a.attnum > 0
               AND NOT has_column_privilege(c.oid, a.attnum, 'SELECT')
             ORDER BY a.attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relname = %(table)s;
