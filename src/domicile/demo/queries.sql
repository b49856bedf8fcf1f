-- What the demo asks before and after. The traffic never changes these columns.

-- name: profile
SELECT handle, full_name, email, phone, birth_date
FROM account
WHERE id = %(account)s;

-- name: conversation
SELECT a.full_name, m.body
FROM direct_message m
JOIN account a ON a.id = m.sender_id
WHERE (m.sender_id, m.recipient_id) IN ((%(one)s, %(other)s), (%(other)s, %(one)s))
ORDER BY m.id
LIMIT 4;  -- the application may write more

-- name: countries
SELECT country, count(*) AS people, max(full_name) AS last_by_name
FROM account
GROUP BY country
ORDER BY people DESC, country;

-- name: hub_row
-- The same account as the hub's own table has it.
SELECT handle, full_name, email, phone, birth_date
FROM public.account
WHERE id = %(account)s;

-- name: hub_logins
-- How many visits of an account the hub knows of.
SELECT count(*) AS logins FROM public.login WHERE account_id = %(account)s;

-- name: headcount
-- Everybody, wherever they live: no home is asked.
SELECT count(*) AS people FROM account;

-- name: hire
-- The application's role, as Chirp's engineers made it.
CREATE ROLE chirp_app LOGIN;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO chirp_app;

-- name: route
-- The one line by which the application comes to read whole rows again.
ALTER ROLE chirp_app SET search_path = resident, public;
