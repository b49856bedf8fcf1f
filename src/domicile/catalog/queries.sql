-- What Domicile asks the hub's catalog. Expressions come out schema-qualified because every
-- session has search_path = pg_catalog.

-- name: table
SELECT c.oid::bigint, c.relkind::text, c.relrowsecurity,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL),
       EXISTS (SELECT FROM pg_inherits h WHERE c.oid IN (h.inhparent, h.inhrelid))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %(schema)s AND c.relname = %(table)s;

-- name: columns
-- `refuses null`, `checked` and `portable` look through domains; a type is portable when it has
-- a binary form and no OID is written inside it (arrays and composites write those of their
-- parts, `regclass` and its like are one).
WITH RECURSIVE layer AS (
    SELECT a.attnum, t.oid, t.typtype, t.typbasetype, t.typnotnull, t.typelem, t.typcategory,
           t.typsend, t.typreceive
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = %(oid)s AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT l.attnum, t.oid, t.typtype, t.typbasetype, t.typnotnull, t.typelem, t.typcategory,
           t.typsend, t.typreceive
    FROM layer l JOIN pg_type t ON t.oid = l.typbasetype
    WHERE l.typtype = 'd'
), shape AS (
    SELECT attnum,
           bool_or(typnotnull) AS refuses_null,
           bool_or(EXISTS (SELECT FROM pg_constraint k
                           WHERE k.contypid = layer.oid AND k.contype = 'c')) AS checked,
           bool_and(typtype NOT IN ('c', 'r', 'm')
                    AND NOT (typcategory = 'A' AND typelem >= 16384)
                    AND typsend <> 0 AND typreceive <> 0
                    AND oid <> ALL ('{regproc, regprocedure, regoper, regoperator, regclass,
                                      regtype, regrole, regnamespace, regconfig, regdictionary,
                                      regcollation}'::regtype[]::oid[])) AS portable
    FROM layer GROUP BY attnum
)
SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
       CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
       CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' ELSE '' END,
       CASE WHEN a.attcollation <> t.typcollation
            THEN format('%%I.%%I', n.nspname, k.collname) END,
       s.refuses_null, s.checked, s.portable,
       CASE WHEN a.attgenerated <> '' THEN
            ARRAY(SELECT r.attname::text FROM pg_depend p
                  JOIN pg_attribute r ON r.attrelid = p.refobjid AND r.attnum = p.refobjsubid
                  WHERE p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid
                    AND r.attnum <> a.attnum
                    AND (p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
                         OR p.classid = 'pg_class'::regclass AND p.objid = a.attrelid
                            AND p.objsubid = a.attnum)) END
FROM pg_attribute a
JOIN pg_type t ON t.oid = a.atttypid
JOIN shape s ON s.attnum = a.attnum
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_collation k ON k.oid = a.attcollation
LEFT JOIN pg_namespace n ON n.oid = k.collnamespace
WHERE a.attrelid = %(oid)s AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum;

-- name: checks
-- A CHECK over the whole row (key 0) reads every column.
SELECT c.conname::text, pg_get_constraintdef(c.oid), pg_get_expr(c.conbin, c.conrelid),
       ARRAY(SELECT a.attname::text FROM pg_attribute a
             WHERE a.attrelid = c.conrelid AND a.attnum > 0 AND NOT a.attisdropped
               AND (a.attnum = ANY (c.conkey) OR 0 = ANY (c.conkey)))
FROM pg_constraint c
WHERE c.conrelid = %(oid)s AND c.contype = 'c'
ORDER BY c.conname;

-- name: foreign_keys
SELECT c.conname::text,
       ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k (num, place)
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num ORDER BY k.place),
       n.nspname::text, t.relname::text,
       ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k (num, place)
             JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num ORDER BY k.place)
FROM pg_constraint c
JOIN pg_class t ON t.oid = c.confrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE c.conrelid = %(oid)s AND c.contype = 'f' AND c.conparentid = 0
ORDER BY c.conname;

-- name: referenced
-- Columns of this table that another table's foreign key points at.
SELECT DISTINCT a.attname::text
FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = ANY (c.confkey)
WHERE c.confrelid = %(oid)s AND c.contype = 'f';

-- name: indexes
-- Of collations only one that is not deterministic changes what is equal, so only that is told.
SELECT c.relname::text, pg_get_indexdef(i.indexrelid), k.conname::text, i.indisprimary,
       i.indisunique,
       ARRAY(SELECT pg_get_indexdef(i.indexrelid, k.place::int, false)
                    || CASE WHEN x.oid IS NULL THEN ''
                            ELSE format(' COLLATE %%I.%%I', n.nspname, x.collname) END
             FROM unnest(i.indcollation::oid[]) WITH ORDINALITY k (coll, place)
             LEFT JOIN pg_collation x ON x.oid = k.coll AND NOT x.collisdeterministic
             LEFT JOIN pg_namespace n ON n.oid = x.collnamespace
             ORDER BY k.place),
       ARRAY(SELECT DISTINCT a.attname::text FROM pg_depend d
             JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
             WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
               AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.indrelid
             UNION
             SELECT a.attname::text FROM pg_attribute a
             WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::int2[])),
       pg_get_expr(i.indpred, i.indrelid),
       CASE WHEN i.indexprs IS NULL THEN
            ARRAY(SELECT a.attname::text
                  FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (num, place)
                  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num
                  WHERE k.place <= i.indnkeyatts ORDER BY k.place) END,
       NOT i.indnullsnotdistinct,
       ARRAY(SELECT format('OPERATOR(%%I.%%s)', n.nspname, o.oprname)
             FROM unnest(i.indclass::oid[]) WITH ORDINALITY k (opclass, place)
             JOIN pg_opclass x ON x.oid = k.opclass
             JOIN pg_amop m ON m.amopfamily = x.opcfamily AND m.amoplefttype = x.opcintype
                           AND m.amoprighttype = x.opcintype AND m.amopstrategy = 3
             JOIN pg_operator o ON o.oid = m.amopopr
             JOIN pg_namespace n ON n.oid = o.oprnamespace
             WHERE i.indisunique ORDER BY k.place)
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
                         AND k.conrelid = i.indrelid
WHERE i.indrelid = %(oid)s AND i.indisvalid
ORDER BY c.relname;

-- name: before_triggers
-- Row triggers that run before a write, in the order in which PostgreSQL fires them.
SELECT tgname::text FROM pg_trigger
WHERE tgrelid = %(oid)s AND NOT tgisinternal AND tgtype & 2 = 2 AND tgtype & 1 = 1
ORDER BY tgname COLLATE "C";

-- name: is_applied
SELECT to_regclass('domicile.taken') IS NOT NULL;

-- name: taken
-- What `apply` took off the application's table and `unapply` gives back.
SELECT kind, name, definition, expression, columns
FROM domicile.taken
WHERE schema_name = %(schema)s AND table_name = %(table)s
ORDER BY kind, name;
