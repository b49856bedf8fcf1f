-- What apply and unapply ask hub and homes.

-- name: type_of
-- One type, and what it is made of. A domain over an array is no array.
SELECT n.nspname::text AS schema, t.typname::text AS name,
       CASE WHEN t.typsubscript = 'array_subscript_handler'::regproc AND t.typtype = 'b'
            THEN 'array' ELSE t.typtype::text END AS kind,
       (SELECT x.extname::text FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
        WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e') AS extension
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.oid = %(oid)s;

-- name: type_parts
-- The types that a type is made of.
SELECT typelem::bigint FROM pg_type WHERE oid = %(oid)s AND typelem <> 0 AND typtype = 'b'
UNION ALL
SELECT typbasetype::bigint FROM pg_type WHERE oid = %(oid)s AND typtype = 'd'
UNION ALL
SELECT rngsubtype::bigint FROM pg_range WHERE rngtypid = %(oid)s
UNION ALL
SELECT rngtypid::bigint FROM pg_range WHERE rngmultitypid = %(oid)s
UNION ALL
SELECT a.atttypid::bigint FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid
WHERE t.oid = %(oid)s AND a.attnum > 0 AND NOT a.attisdropped;

-- name: type_collations
-- The collations that a type is made with, other than those of its parts.
SELECT typcollation::bigint FROM pg_type WHERE oid = %(oid)s
UNION
SELECT rngcollation::bigint FROM pg_range WHERE rngtypid = %(oid)s
UNION
SELECT a.attcollation::bigint FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid
WHERE t.oid = %(oid)s AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY 1;

-- name: collation
-- What makes a collation; its provider by the name that CREATE COLLATION knows.
SELECT n.nspname::text AS schema, c.collname::text AS name,
       CASE c.collprovider WHEN 'b' THEN 'builtin' WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' END
           AS provider,
       c.collisdeterministic AS deterministic, to_jsonb(c) AS detail
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE c.oid = %(oid)s;

-- name: domain
SELECT format_type(t.typbasetype, t.typtypmod) AS base,
       CASE WHEN t.typcollation <> b.typcollation
            THEN format('%%I.%%I', n.nspname, c.collname) END AS collation,
       t.typnotnull AS not_null
FROM pg_type t JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_collation c ON c.oid = t.typcollation
LEFT JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE t.oid = %(oid)s;

-- name: domain_checks
SELECT conname::text, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contypid = %(oid)s AND contype = 'c' ORDER BY conname;

-- name: range
-- `canonical` is a function that the range's author wrote: it cannot be copied.
SELECT format_type(r.rngsubtype, NULL) AS subtype,
       CASE WHEN r.rngcollation <> 0 THEN format('%%I.%%I', cn.nspname, c.collname) END
           AS collation,
       format('%%I.%%I', onsp.nspname, o.opcname) AS operators,
       format('%%I.%%I', mn.nspname, m.typname) AS multirange,
       r.rngcanonical <> 0 AS canonical
FROM pg_range r
JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_namespace onsp ON onsp.oid = o.opcnamespace
JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_namespace mn ON mn.oid = m.typnamespace
LEFT JOIN pg_collation c ON c.oid = r.rngcollation
LEFT JOIN pg_namespace cn ON cn.oid = c.collnamespace
WHERE r.rngtypid = %(oid)s;

-- name: column_types
-- The types and collations of a table's columns.
SELECT a.atttypid::bigint, a.attcollation::bigint FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relname = %(table)s AND a.attname = ANY (%(columns)s)
  AND a.attnum > 0
ORDER BY a.attnum;

-- name: enum_labels
SELECT enumlabel::text FROM pg_enum WHERE enumtypid = %(oid)s ORDER BY enumsortorder;

-- name: attributes
SELECT a.attname::text, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attcollation <> t.typcollation
            THEN format('%%I.%%I', n.nspname, c.collname) END
FROM pg_type x JOIN pg_attribute a ON a.attrelid = x.typrelid
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_collation c ON c.oid = a.attcollation
LEFT JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE x.oid = %(oid)s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum;

-- name: extension_schema
SELECT n.nspname::text FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
WHERE x.extname = %(name)s;

-- name: own_triggers
SELECT n.nspname::text, c.relname::text, t.tgname::text
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE t.tgname LIKE '~domicile%%' AND NOT t.tgisinternal AND n.nspname <> 'resident';

-- name: own_relations
-- Views and foreign tables, views of the shadow schema first.
SELECT n.nspname::text, c.relname::text, c.relkind::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('domicile', 'resident') AND c.relkind IN ('v', 'f')
ORDER BY n.nspname DESC, c.relkind DESC, c.relname;

-- name: own_functions
-- Our functions but the extension's, which may share the schema.
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = to_regnamespace('domicile')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                  AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY p.proname <> 'caller', p.proname;

-- name: own_types
SELECT t.typname::text FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
WHERE t.typnamespace = to_regnamespace('domicile') AND c.relkind = 'c'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                  AND d.objid = c.oid AND d.deptype = 'e')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass
                  AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY t.typname;

-- name: grants
-- Who may do what with an application's table, and with single columns of it.
SELECT CASE WHEN g.grantee = 0 THEN NULL ELSE r.rolname::text END, g.privilege_type, NULL::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) g
LEFT JOIN pg_roles r ON r.oid = g.grantee
WHERE n.nspname = %(schema)s AND c.relname = %(table)s
  AND g.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
UNION ALL
SELECT CASE WHEN g.grantee = 0 THEN NULL ELSE r.rolname::text END, g.privilege_type,
       a.attname::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
CROSS JOIN LATERAL aclexplode(a.attacl) g
LEFT JOIN pg_roles r ON r.oid = g.grantee
WHERE n.nspname = %(schema)s AND c.relname = %(table)s
  AND g.privilege_type IN ('SELECT', 'INSERT', 'UPDATE');

-- name: schema_exists
SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = %(name)s);

-- name: relation_exists
SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname = %(schema)s AND c.relname = %(name)s);

-- name: type_exists
SELECT EXISTS (SELECT FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
               WHERE n.nspname = %(schema)s AND t.typname = %(name)s);

-- name: collation_exists
SELECT EXISTS (SELECT FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
               WHERE n.nspname = %(schema)s AND c.collname = %(name)s);

-- name: made_here
-- Whether Domicile made this table at a home.
SELECT EXISTS (SELECT FROM domicile.created
               WHERE kind = 'table' AND schema_name = %(schema)s AND name = %(name)s);

-- name: identity
SELECT hub, country FROM domicile.identity;

-- name: relation_columns
SELECT a.attname::text, format_type(a.atttypid, a.atttypmod)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relname = %(table)s AND a.attnum > 0 AND NOT a.attisdropped;

-- name: table_size
-- The planner's estimate of the rows, NULL when there is none yet: counting them would read the
-- whole table.
SELECT nullif(c.reltuples, -1)::bigint, pg_size_pretty(pg_total_relation_size(c.oid))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relname = %(table)s;

-- name: has_index
-- An index that begins with these columns, in any order.
SELECT EXISTS (
    SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = %(schema)s AND c.relname = %(table)s AND i.indisvalid
      AND i.indpred IS NULL
      AND (SELECT array_agg(a.attname::text ORDER BY a.attname::text)
           FROM unnest((i.indkey::int2[])[0:cardinality(%(columns)s::text[]) - 1]) k (num)
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num)
          = (SELECT array_agg(x ORDER BY x) FROM unnest(%(columns)s::text[]) x));

-- name: dependents
-- The application's views that read one of ours: they would have to go with it.
SELECT DISTINCT n.nspname::text, c.relname::text
FROM pg_depend d
JOIN pg_rewrite r ON r.oid = d.objid
JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class o ON o.oid = d.refobjid JOIN pg_namespace m ON m.oid = o.relnamespace
WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
  AND m.nspname IN ('domicile', 'resident') AND n.nspname NOT IN ('domicile', 'resident')
ORDER BY 1, 2;

-- name: taken
-- What `apply` took off the application's tables, in the order in which it did.
SELECT schema_name, table_name, kind, name, definition, remark FROM domicile.taken
ORDER BY schema_name, table_name, kind, name;

-- name: mapped
SELECT schema_name, table_name, columns FROM domicile.mapped;

-- name: unread_map
-- No mover is at work with the data map as it was; the lock ends with the transaction.
SELECT pg_try_advisory_xact_lock(hashtextextended('domicile.map', 0));

-- name: read_map
-- As long as this connection lives, the data map does not change under it.
SELECT pg_advisory_lock_shared(hashtextextended('domicile.map', 0))::text;

-- name: watched
-- What `apply` and `unapply` have to have for themselves: our views first, as the application takes
-- its locks, then the tables that have our triggers.
SELECT x.schema, x.name FROM (
    SELECT 1, n.nspname::text, c.relname::text
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'resident' AND c.relkind = 'v'
    UNION
    SELECT 2, n.nspname::text, c.relname::text
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE t.tgname LIKE '~domicile%%' AND NOT t.tgisinternal AND n.nspname <> 'resident'
) x (turn, schema, name) ORDER BY x.turn, x.schema, x.name;

-- name: patience
-- For how long nobody who waits for us looks for a deadlock, in milliseconds.
SELECT extract(epoch FROM current_setting('deadlock_timeout')::interval) * 1000;

-- name: standing
-- What `apply` left behind, by name: triggers and whether they fire, views, functions and their text.
SELECT 'trigger ' || t.tgname || ' ' || t.tgrelid::regclass::text || ' ' || t.tgenabled::text AS x
FROM pg_trigger t WHERE t.tgname LIKE '~domicile%%' AND NOT t.tgisinternal
UNION ALL
SELECT c.relkind::text || ' ' || c.oid::regclass::text FROM pg_class c
WHERE c.relnamespace IN (to_regnamespace('domicile'), to_regnamespace('resident'))
  AND c.relkind IN ('v', 'f', 'r')
UNION ALL
SELECT 'server ' || s.srvname || ' ' || coalesce(s.srvoptions::text, '') FROM pg_foreign_server s
WHERE s.srvname IN (SELECT h.server FROM domicile.home h)
UNION ALL
SELECT 'function ' || p.oid::regprocedure::text || ' ' || md5(p.prosrc) FROM pg_proc p
WHERE p.pronamespace = to_regnamespace('domicile')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                  AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY x;

-- name: applied
SELECT wanted, found, columns FROM domicile.applied;

-- name: prepared
SELECT country, needs FROM domicile.prepared;

-- name: alone
-- One `apply` at a time: the lock ends with the connection.
SELECT pg_try_advisory_lock(hashtextextended('domicile.apply', 0));

-- name: foreign_equality
-- Columns of a type whose `=` is not the server's own (citext): looked at through domains.
WITH RECURSIVE layer AS (
    SELECT a.attname::text AS name, t.oid, t.typtype, t.typbasetype, t.typsubscript
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE n.nspname = %(schema)s AND c.relname = %(table)s AND a.attname = ANY (%(columns)s)
      AND a.attnum > 0
    UNION ALL
    SELECT l.name, t.oid, t.typtype, t.typbasetype, t.typsubscript
    FROM layer l JOIN pg_type t ON t.oid = l.typbasetype
    WHERE l.typtype = 'd'
)
SELECT name FROM layer
WHERE typtype = 'b' AND oid >= 16384 AND typsubscript <> 'array_subscript_handler'::regproc
ORDER BY name;
