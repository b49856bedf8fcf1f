-- The new form, and a user agreement to go with it: with the address of the device come a cookie,
-- the language, and the device itself. None of them names anybody.

ALTER TABLE account
    ADD COLUMN cookie   text,
    ADD COLUMN language text,
    ADD COLUMN device   text;

UPDATE account SET
    cookie = 'c-' || lpad((account_id * 7919 % 100000)::text, 5, '0'),
    language = CASE country
        WHEN 'Russia' THEN 'ru' WHEN 'Germany' THEN 'de' WHEN 'Japan' THEN 'ja'
        WHEN 'Brazil' THEN 'pt' WHEN 'Kazakhstan' THEN 'kk' ELSE 'en' END,
    device = (ARRAY['phone', 'tablet', 'desktop'])[1 + account_id % 3] || '-' || account_id * 31;
