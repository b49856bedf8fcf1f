-- What discovery asks of an unknown database. Each is asked once, for all tables: a schema has
-- thousands. Nothing here takes more than ACCESS SHARE on the system catalogs.

-- name: settings
-- Reads only; somebody who waits for a stronger lock must not have to wait behind us, so we give
-- up a queue early; sampled rows come in the same order each time.
SELECT set_config('default_transaction_read_only', 'on', false),
       set_config('lock_timeout', '1s', false),
       set_config('synchronize_seqscans', 'off', false),
       set_config('max_parallel_workers_per_gather', '0', false),
       set_config('jit', 'off', false),
       set_config('statement_timeout', %(statement_timeout)s, false);

-- name: relations
SELECT c.oid::bigint, n.nspname::text, c.relname::text, c.relkind::text,
       coalesce(obj_description(c.oid, 'pg_class'), ''),
       c.relrowsecurity AND NOT pg_has_role(c.relowner, 'USAGE'),
       c.relrowsecurity,
       EXISTS (SELECT FROM pg_inherits h
               WHERE c.oid IN (h.inhparent, h.inhrelid) AND NOT c.relispartition
                 AND c.relkind = 'r'),
       c.relkind = 'm' AND NOT c.relispopulated,
       has_schema_privilege(n.oid, 'USAGE')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT c.relispartition
  AND c.relpersistence <> 't'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'domicile')
  AND (n.nspname <> 'resident' OR to_regnamespace('domicile') IS NULL)
  AND n.nspname NOT LIKE 'pg\_toast%%'
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";

-- name: columns
-- Domains are seen through to the type below. A domain that refuses NULL cannot be blanked.
WITH RECURSIVE base AS (
    SELECT t.oid AS top, t.oid, t.typtype, t.typbasetype, t.typnotnull, t.typname, t.typcategory,
           t.typnamespace
    FROM pg_type t
    UNION ALL
    SELECT b.top, t.oid, t.typtype, t.typbasetype, b.typnotnull OR t.typnotnull, t.typname,
           t.typcategory, t.typnamespace
    FROM base b JOIN pg_type t ON t.oid = b.typbasetype WHERE b.typtype = 'd'
)
SELECT a.attrelid::bigint, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       coalesce(col_description(a.attrelid, a.attnum), ''),
       b.typname::text, b.typtype::text, b.typcategory::text, b.typnotnull,
       a.attidentity::text,
       has_column_privilege(a.attrelid, a.attnum, 'SELECT'),
       CASE WHEN a.attgenerated <> '' THEN
            ARRAY(SELECT r.attname::text FROM pg_depend p
                  JOIN pg_attribute r ON r.attrelid = p.refobjid AND r.attnum = p.refobjsubid
                  LEFT JOIN pg_attrdef d ON p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
                  WHERE p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid
                    AND r.attnum <> a.attnum
                    AND (d.adrelid = a.attrelid AND d.adnum = a.attnum
                         OR p.classid = 'pg_class'::regclass AND p.objid = a.attrelid
                            AND p.objsubid = a.attnum)) END
FROM pg_attribute a
JOIN base b ON b.top = a.atttypid AND b.typtype <> 'd'
WHERE a.attrelid = ANY (%(oids)s::bigint[]::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum;

-- name: uniques
-- Unique indexes on plain columns, the primary key first; and why a column cannot be blanked.
SELECT i.indrelid::bigint, i.indisprimary, i.indisunique AND i.indpred IS NULL
           AND i.indexprs IS NULL,
       ARRAY(SELECT a.attname::text
             FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (num, place)
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num
             WHERE k.place <= i.indnkeyatts ORDER BY k.place),
       i.indnullsnotdistinct, i.indisexclusion
FROM pg_index i
WHERE i.indrelid = ANY (%(oids)s::bigint[]::oid[]) AND i.indisvalid
  AND (i.indisunique OR i.indisexclusion)
ORDER BY i.indrelid, i.indisprimary DESC, i.indexrelid;

-- name: foreign_keys
SELECT c.conrelid::bigint, c.conname::text,
       ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k (num, place)
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num ORDER BY k.place),
       c.confrelid::bigint,
       ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k (num, place)
             JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num ORDER BY k.place)
FROM pg_constraint c
WHERE c.conrelid = ANY (%(oids)s::bigint[]::oid[]) AND c.contype = 'f' AND c.conparentid = 0
ORDER BY c.conrelid, c.conname COLLATE "C";

-- name: bytes
-- The heap's size as it is on disk, with all partitions: pg_class has it as of the last VACUUM,
-- and a sample that hangs on that would change with it.
SELECT coalesce(sum(pg_relation_size(t.relid)), pg_relation_size(%(oid)s::oid))::bigint
FROM pg_partition_tree(%(oid)s::oid) t WHERE t.isleaf;
