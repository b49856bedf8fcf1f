-- What the rental business's own programs ask. The answers are the same before anybody moves,
-- while people move, and after: tests/acceptance/test_queries.py.
--
-- Each piece runs in a transaction of its own, which is rolled back. Each order is complete, and
-- what the clock decides is compared with the clock inside the query. No name has a schema, except
-- where only a table will do: ON CONFLICT, and what the indexes of a table are asked for.

-- name: customer by key
SELECT * FROM customer WHERE customer_id IN (1, 5, 76, 191, 553, 599) ORDER BY customer_id;

-- name: everybody by name
SELECT last_name, first_name, email FROM customer ORDER BY last_name, first_name, customer_id;

-- name: page of a long list
SELECT customer_id, last_name FROM customer ORDER BY last_name DESC, customer_id LIMIT 25 OFFSET 50;

-- name: mailing list of a country
SELECT c.first_name || ' ' || c.last_name AS name, a.address, a.address2, a.district,
       a.postal_code, a.phone, city.city, country.country
FROM customer c JOIN address a USING (address_id) JOIN city USING (city_id)
JOIN country USING (country_id)
WHERE country.country IN ('Russian Federation', 'Kazakstan', 'Yugoslavia')
ORDER BY country.country, city.city, c.customer_id;

-- name: staff and stores share the table of addresses
SELECT 'staff' AS whose, s.first_name, a.address, a.phone, a.district
FROM staff s JOIN address a USING (address_id)
UNION ALL
SELECT 'store', NULL, a.address, a.phone, a.district FROM store JOIN address a USING (address_id)
ORDER BY 1, 3;

-- name: people per country
SELECT country, count(*), count(email), count(DISTINCT last_name), min(last_name), max(email)
FROM customer JOIN address USING (address_id) JOIN city USING (city_id) JOIN country USING (country_id)
GROUP BY country ORDER BY count(*) DESC, country;

-- name: grouped by a personal column
SELECT left(last_name, 1) AS initial, count(*), string_agg(last_name, ',' ORDER BY last_name, customer_id)
FROM customer GROUP BY 1 HAVING count(*) > 20 ORDER BY 1;

-- name: grouping sets
SELECT store_id, substr(postal_code, 1, 1) AS zone, count(*)
FROM customer JOIN address USING (address_id)
GROUP BY GROUPING SETS ((store_id), (store_id, substr(postal_code, 1, 1)), ())
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3;

-- name: distinct
SELECT DISTINCT split_part(address, ' ', -1) AS kind, length(phone) FROM address WHERE address LIKE '%e %' ORDER BY 1, 2;

-- name: distinct on
SELECT DISTINCT ON (left(last_name, 2)) left(last_name, 2), last_name, customer_id
FROM customer ORDER BY left(last_name, 2), last_name, customer_id;

-- name: found by a pattern
SELECT customer_id, email FROM customer WHERE email LIKE '%.M%@%' AND last_name ILIKE 'm%'
ORDER BY customer_id;

-- name: found by an exact value
SELECT customer_id, first_name FROM customer
WHERE email IN ('MARY.SMITH@sakilacustomer.org', 'ELIZABETH.BROWN@sakilacustomer.org')
ORDER BY customer_id;

-- name: missing values
SELECT count(*) FILTER (WHERE a.address2 IS NULL), count(*) FILTER (WHERE a.postal_code IS NULL),
       count(*) FILTER (WHERE c.email IS NULL), count(*) FILTER (WHERE c.last_name IS NULL)
FROM address a LEFT JOIN customer c USING (address_id);

-- name: best customers
SELECT c.customer_id, c.last_name, sum(p.amount) AS total, count(*) AS payments
FROM customer c JOIN payment p USING (customer_id)
GROUP BY c.customer_id, c.last_name HAVING sum(p.amount) > 170
ORDER BY total DESC, c.customer_id;

-- name: rank in the country
SELECT * FROM (
    SELECT country, last_name, sum(amount) AS total,
           rank() OVER (PARTITION BY country ORDER BY sum(amount) DESC, last_name) AS place
    FROM payment JOIN customer USING (customer_id) JOIN address USING (address_id)
    JOIN city USING (city_id) JOIN country USING (country_id)
    GROUP BY country, customer_id, last_name) ranked
WHERE place <= 2 ORDER BY country, place;

-- name: neighbours in the list
SELECT customer_id, last_name, lag(last_name) OVER w, lead(email) OVER w, ntile(4) OVER w
FROM customer WHERE customer_id % 7 = 0 WINDOW w AS (ORDER BY last_name, customer_id) ORDER BY 2, 1;

-- name: with a common table
WITH late AS (
    SELECT customer_id, count(*) AS films FROM rental WHERE return_date IS NULL GROUP BY customer_id),
named AS (SELECT l.films, c.* FROM late l JOIN customer c USING (customer_id))
SELECT films, last_name, first_name, email FROM named WHERE films > 1 ORDER BY films DESC, last_name, 3;

-- name: recursion
WITH RECURSIVE chain (customer_id, last_name, depth) AS (
    SELECT customer_id, last_name, 1 FROM customer WHERE customer_id = 5
    UNION ALL
    SELECT c.customer_id, c.last_name, depth + 1 FROM chain JOIN customer c
    ON c.customer_id = chain.customer_id + 37 WHERE depth < 10)
SELECT * FROM chain ORDER BY depth;

-- name: scalar subqueries
SELECT f.title, (SELECT count(*) FROM rental r JOIN inventory USING (inventory_id)
                 WHERE film_id = f.film_id) AS rentals,
       (SELECT c.last_name FROM rental r JOIN inventory USING (inventory_id)
        JOIN customer c USING (customer_id) WHERE film_id = f.film_id
        ORDER BY r.rental_date, r.rental_id LIMIT 1) AS first_customer
FROM film f WHERE f.film_id <= 20 ORDER BY f.film_id;

-- name: somebody who exists
SELECT c.last_name FROM customer c
WHERE EXISTS (SELECT FROM payment p WHERE p.customer_id = c.customer_id AND p.amount > 11)
  AND NOT EXISTS (SELECT FROM address a WHERE a.address_id = c.address_id AND a.phone = '')
ORDER BY 1, c.customer_id;

-- name: the same name twice
SELECT a.customer_id, b.customer_id, a.first_name FROM customer a
JOIN customer b ON a.first_name = b.first_name AND a.customer_id < b.customer_id ORDER BY 3, 1, 2;

-- name: set operations
SELECT last_name FROM customer WHERE store_id = 1
INTERSECT SELECT upper(last_name) FROM staff UNION SELECT first_name FROM customer WHERE store_id = 2
EXCEPT SELECT upper(first_name) FROM actor ORDER BY 1 LIMIT 60;

-- name: lateral
SELECT c.last_name, latest.amount, latest.payment_date FROM customer c
CROSS JOIN LATERAL (SELECT amount, payment_date FROM payment p WHERE p.customer_id = c.customer_id
                    ORDER BY payment_date DESC, payment_id LIMIT 1) latest
WHERE c.customer_id % 11 = 0 ORDER BY c.customer_id;

-- name: left join with a condition on a person
SELECT s.store_id, count(c.customer_id), min(c.email) FROM store s
LEFT JOIN customer c ON c.store_id = s.store_id AND c.last_name > 'T' GROUP BY 1 ORDER BY 1;

-- name: rows as json
SELECT to_jsonb(c) - 'last_update' FROM customer c WHERE customer_id BETWEEN 100 AND 110 ORDER BY customer_id;

-- name: copy out
COPY (SELECT customer_id, first_name, last_name, email FROM customer ORDER BY customer_id) TO STDOUT (FORMAT csv);

-- name: copy in
COPY address (address_id, address, district, city_id, postal_code, phone) FROM STDIN (FORMAT csv);
9001,Тверская 1,Москва,312,125009,+7
9002,No district,"",463,,0
9003,14 Nanjing Road,"Shanghai, Huangpu",46,200001,+86
\.
COPY customer (customer_id, store_id, first_name, last_name, email, address_id) FROM STDIN;
9001	1	Анна	Петрова	anna@example.org	9001
9002	2	Ian	Smith	\N	5
\.
SELECT customer_id, first_name, last_name, email, active, activebool, create_date = current_date
FROM customer WHERE customer_id > 9000 ORDER BY customer_id;
SELECT address_id, address, address2, district, phone, postal_code, last_update = now()
FROM address WHERE address_id > 9000 ORDER BY address_id;

-- name: a new customer
INSERT INTO address (address_id, address, district, city_id, phone)
SELECT 9100 + city_id, 'Main street', 'D', city_id, '0' FROM city JOIN country USING (country_id)
WHERE country IN ('Russian Federation', 'India', 'Canada', 'Kazakstan') ORDER BY city_id LIMIT 20;
INSERT INTO customer (customer_id, store_id, first_name, last_name, email, address_id)
SELECT address_id, 1, 'NEW', 'CUSTOMER' || address_id, 'new@example.org', address_id FROM address WHERE address_id > 9100
ORDER BY address_id RETURNING customer_id, first_name, last_name, email, activebool, last_update = now();
SELECT customer_id, last_name, phone FROM customer JOIN address USING (address_id) WHERE last_name LIKE 'CUSTOMER%' ORDER BY 1;

-- name: a name and an address change
UPDATE customer SET last_name = 'O''' || last_name, email = NULL WHERE customer_id % 50 = 1
RETURNING customer_id, store_id, first_name, last_name, email, active, last_update = now();
UPDATE address a SET phone = c.customer_id, district = upper(district) FROM customer c
WHERE c.address_id = a.address_id AND c.customer_id % 50 = 1 RETURNING a.address, a.district, a.phone;
SELECT last_name, email, phone, district, a.last_update = now() FROM customer c JOIN address a USING (address_id)
WHERE customer_id % 50 IN (1, 2) ORDER BY customer_id;

-- name: a change that names no person
UPDATE customer SET active = 0, activebool = false WHERE customer_id % 40 = 3;
SELECT customer_id, active, activebool, last_name, last_update = now() FROM customer WHERE NOT activebool ORDER BY 1;

-- name: changes straight to the table
UPDATE public.customer SET email = lower(store_id || '@example.org'), last_name = 'X' WHERE customer_id % 60 = 5;
UPDATE public.address SET postal_code = NULL, phone = '+0' WHERE address_id % 60 = 5;
SELECT customer_id, last_name, email, postal_code, phone FROM customer JOIN address USING (address_id)
WHERE customer_id % 60 = 5 OR address_id % 60 = 5 ORDER BY 1;

-- name: upsert
INSERT INTO public.customer (customer_id, store_id, first_name, last_name, email, address_id)
SELECT n, 1, 'UP', 'SERT', n || '@example.org', 5 + n % 500 FROM generate_series(560, 640) n
ON CONFLICT (customer_id) DO UPDATE SET email = EXCLUDED.email, last_name = EXCLUDED.last_name
RETURNING customer_id, store_id, active, last_update = now();
SELECT customer_id, first_name, last_name, email, address_id FROM customer WHERE customer_id >= 555 ORDER BY 1;

-- name: insert unless there
INSERT INTO public.address (address_id, address, district, city_id, phone)
SELECT n, 'nowhere', 'none', 300, '1' FROM generate_series(600, 610) n
ON CONFLICT DO NOTHING RETURNING address_id;
SELECT address_id, address, district, phone FROM address WHERE address_id >= 598 ORDER BY 1;

-- name: merge into the table
MERGE INTO public.customer c USING (VALUES (550, 'a@x'), (553, 'b@x'), (9301, 'c@x')) v (id, email)
ON c.customer_id = v.id
WHEN MATCHED THEN UPDATE SET email = v.email
WHEN NOT MATCHED THEN INSERT (customer_id, store_id, first_name, last_name, email, address_id)
VALUES (v.id, 1, 'MER', 'GED', v.email, 5);
SELECT customer_id, last_name, email FROM customer WHERE customer_id IN (550, 553, 9301) ORDER BY 1;

-- name: somebody leaves
DELETE FROM payment WHERE customer_id IN (SELECT customer_id FROM customer WHERE customer_id % 97 = 5);
DELETE FROM rental USING customer c WHERE c.customer_id = rental.customer_id AND c.customer_id % 97 = 5;
DELETE FROM customer WHERE customer_id % 97 = 5 RETURNING customer_id, first_name, last_name, email;
SELECT count(*), count(last_name) FROM customer;

-- name: somebody moves house
UPDATE customer SET address_id = 5 WHERE customer_id IN (1, 2, 3, 98, 553, 566);
UPDATE address SET city_id = 312 WHERE address_id = (SELECT address_id FROM customer WHERE customer_id = 44);
SELECT customer_id, last_name, address, phone, city_id FROM customer JOIN address USING (address_id)
WHERE customer_id IN (1, 2, 3, 44, 98, 553, 566) ORDER BY 1;

-- name: refused as ever
SAVEPOINT s;
UPDATE customer SET last_name = NULL WHERE customer_id % 100 = 1;
ROLLBACK TO s;
INSERT INTO customer (customer_id, store_id, first_name, last_name, address_id) VALUES (5, 1, 'A', 'B', 5);
ROLLBACK TO s;
UPDATE customer SET first_name = repeat('x', 46) WHERE customer_id BETWEEN 1 AND 60;
ROLLBACK TO s;
DELETE FROM address WHERE address_id = 9;
ROLLBACK TO s;
SELECT last_name FROM customer WHERE customer_id = 5;

-- name: locked first
SELECT customer_id, last_name, email FROM customer WHERE customer_id BETWEEN 20 AND 30 ORDER BY 1 FOR UPDATE;
UPDATE customer SET last_name = lower(last_name) WHERE customer_id BETWEEN 20 AND 30;
SELECT customer_id, last_name, email FROM customer WHERE customer_id BETWEEN 19 AND 31 ORDER BY 1 FOR SHARE;

-- name: cursor
DECLARE people SCROLL CURSOR FOR SELECT customer_id, last_name, email FROM customer ORDER BY last_name, customer_id;
FETCH 5 FROM people;
MOVE FORWARD 100 IN people;
FETCH 10 FROM people;
FETCH BACKWARD 3 FROM people;
CLOSE people;

-- name: prepared
DEALLOCATE ALL;
PREPARE by_initial (text, int) AS SELECT customer_id, last_name, email FROM customer
WHERE last_name LIKE $1 || '%' AND store_id = $2 ORDER BY last_name, customer_id;
EXECUTE by_initial ('B', 1);
EXECUTE by_initial ('W', 2);
DEALLOCATE by_initial;

-- name: savepoints
UPDATE customer SET last_name = 'FIRST' WHERE customer_id % 120 = 20;
SAVEPOINT s;
UPDATE customer SET last_name = 'SECOND' WHERE customer_id % 120 = 20;
SELECT customer_id, last_name FROM customer WHERE customer_id % 120 = 20 ORDER BY 1;
ROLLBACK TO s;
SELECT customer_id, last_name FROM customer WHERE customer_id % 120 = 20 ORDER BY 1;

-- name: into a temporary table
CREATE TEMP TABLE report ON COMMIT DROP AS
SELECT last_name, sum(amount) AS total FROM customer JOIN payment USING (customer_id) GROUP BY customer_id, last_name;
SELECT count(*), sum(total), min(last_name), max(last_name) FROM report;

-- name: stable under one snapshot
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
SELECT md5(string_agg(c::text, '' ORDER BY customer_id)) FROM customer c;
SELECT md5(string_agg(c::text, '' ORDER BY customer_id)) FROM customer c;
SELECT md5(string_agg(a::text, '' ORDER BY address_id)) FROM address a;
