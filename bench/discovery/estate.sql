-- One schema of ten tables, as an application of many modules has them. {schema} is its name, {rows}
-- how many rows each table has. A low fillfactor makes blocks of few rows: what a look costs are
-- blocks to choose from and columns to judge, not rows that nobody reads.
CREATE SCHEMA {schema};
SET search_path = {schema};

CREATE TABLE customers (
    id bigint PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, email text,
    phone text, date_of_birth date, country char(2), city text, street text, postal_code text,
    created_at timestamptz) WITH (fillfactor = 20);
CREATE TABLE products (
    id bigint PRIMARY KEY, sku text, title text, description text, price numeric(10, 2), weight_g int,
    colour text, ean text, updated_at timestamptz, active boolean) WITH (fillfactor = 20);
CREATE TABLE orders (
    id bigint PRIMARY KEY, customer_id bigint, order_no text, status text, total numeric(10, 2),
    currency char(3), delivery_address text, comment text, ip inet, placed_at timestamptz)
    WITH (fillfactor = 20);
CREATE TABLE order_lines (
    id bigint PRIMARY KEY, order_id bigint, product_id bigint, quantity int, price numeric(10, 2),
    discount numeric(5, 2), note text) WITH (fillfactor = 20);
CREATE TABLE payments (
    id bigint PRIMARY KEY, order_id bigint, iban text, card_last4 text, amount numeric(10, 2), state text,
    reference text, paid_at timestamptz) WITH (fillfactor = 20);
CREATE TABLE sessions (
    id uuid PRIMARY KEY, customer_id bigint, token text, ip inet, user_agent text, locale text,
    started_at timestamptz, ended_at timestamptz) WITH (fillfactor = 20);
CREATE TABLE messages (
    id bigint PRIMARY KEY, sender_id bigint, recipient_id bigint, subject text, body text,
    attributes jsonb, sent_at timestamptz) WITH (fillfactor = 20);
CREATE TABLE stock (
    id bigint PRIMARY KEY, product_id bigint, warehouse text, shelf text, quantity int, batch text,
    expires_on date) WITH (fillfactor = 20);
CREATE TABLE audit_log (
    id bigint PRIMARY KEY, customer_id bigint, action text, entity text, entity_id bigint, detail jsonb,
    at timestamptz) WITH (fillfactor = 20);
CREATE TABLE suppliers (
    id bigint PRIMARY KEY, company_name text, vat_id text, email text, phone text, city text,
    country char(2), rating int) WITH (fillfactor = 20);

INSERT INTO customers SELECT i, (ARRAY['Anna','Boris','Chen','Dana','Elif','Farid','Grete'])[1 + i % 7],
    (ARRAY['Petrov','Meyer','Li','Silva','Khan','Novak'])[1 + i % 6] || (i % 9), 'u' || i || '@mail.example',
    '+7 9' || lpad((i * 7919 % 1000000000)::text, 9, '0'), DATE '1950-01-01' + (i * 37 % 20000)::int,
    (ARRAY['RU','DE','CN','BR'])[1 + i % 4], (ARRAY['Moscow','Berlin','Xian'])[1 + i % 3],
    'Main Street ' || i % 300, lpad((i % 90000)::text, 5, '0'), TIMESTAMPTZ '2020-01-01' + i * interval '1 min'
    FROM generate_series(1::bigint, {rows}) i;
INSERT INTO products SELECT i, 'SKU-' || i, 'Chair model ' || i % 500, repeat('Solid wood, oiled. ', 1 + (i % 4)::int),
    i % 900 + 0.99, i % 5000, 'green', lpad((i * 104729 % 10000000000000)::text, 13, '0'),
    TIMESTAMPTZ '2021-01-01' + i * interval '1 min', i % 3 > 0 FROM generate_series(1::bigint, {rows}) i;
INSERT INTO orders SELECT i, 1 + i % {rows}, 'O-' || i, (ARRAY['new','paid','sent'])[1 + i % 3], i % 500 + 0.5, 'EUR',
    'Main Street ' || i % 300 || ', Berlin', CASE i % 5 WHEN 0 THEN 'please ring twice at the door' END,
    ('10.1.' || i % 250 || '.' || i % 200)::inet, TIMESTAMPTZ '2022-01-01' + i * interval '1 min'
    FROM generate_series(1::bigint, {rows}) i;
INSERT INTO order_lines SELECT i, 1 + i % {rows}, 1 + i * 7 % {rows}, i % 9, i % 90 + 0.9, 0, NULL
    FROM generate_series(1::bigint, {rows}) i;
INSERT INTO payments SELECT i, 1 + i % {rows}, 'DE' || lpad((i * 7919 % 10000000000)::text, 20, '3'), lpad((i % 10000)::text, 4, '0'),
    i % 500 + 0.5, 'ok', md5(i::text), TIMESTAMPTZ '2022-01-01' + i * interval '1 min'
    FROM generate_series(1::bigint, {rows}) i;
INSERT INTO sessions SELECT md5(i::text)::uuid, 1 + i % {rows}, md5('t' || i) || md5('u' || i),
    ('10.2.' || i % 250 || '.' || i % 200)::inet, 'Mozilla/5.0 (X11; Linux x86_64; rv:1' || i % 30 || ') Firefox/1' || i % 30,
    'de_DE', TIMESTAMPTZ '2022-01-01' + i * interval '1 min', NULL FROM generate_series(1::bigint, {rows}) i;
INSERT INTO messages SELECT i, 1 + i % {rows}, 1 + i * 3 % {rows}, 'about order ' || i, 'hello, where is my order ' || i || '? thank you',
    jsonb_build_object('channel', 'web', 'reply_to', 'u' || i || '@mail.example'), TIMESTAMPTZ '2022-01-01' + i * interval '1 min'
    FROM generate_series(1::bigint, {rows}) i;
INSERT INTO stock SELECT i, 1 + i % {rows}, 'W' || i % 9, 'S' || i % 400, i % 90, 'B' || i, DATE '2027-01-01' + (i % 900)::int
    FROM generate_series(1::bigint, {rows}) i;
INSERT INTO audit_log SELECT i, 1 + i % {rows}, 'login', 'session', i, jsonb_build_object('ok', true, 'ms', i % 90),
    TIMESTAMPTZ '2022-01-01' + i * interval '1 min' FROM generate_series(1::bigint, {rows}) i;
INSERT INTO suppliers SELECT i, 'Werk ' || i % 700 || ' GmbH', 'DE' || lpad((i * 7919 % 1000000000)::text, 9, '0'), 'info@werk' || i % 700 || '.example',
    '+49 30 ' || lpad((i * 31 % 10000000)::text, 7, '0'), 'Berlin', 'DE', i % 5 FROM generate_series(1::bigint, {rows}) i;

ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE order_lines ADD FOREIGN KEY (order_id) REFERENCES orders NOT VALID,
    ADD FOREIGN KEY (product_id) REFERENCES products NOT VALID;
ALTER TABLE payments ADD FOREIGN KEY (order_id) REFERENCES orders NOT VALID;
ALTER TABLE sessions ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE messages ADD FOREIGN KEY (sender_id) REFERENCES customers NOT VALID,
    ADD FOREIGN KEY (recipient_id) REFERENCES customers NOT VALID;
