CREATE TABLE country (country_id serial PRIMARY KEY, name text NOT NULL);
INSERT INTO country (name) VALUES ('Germany'), ('Russia'), ('Kazakstan'), ('Atlantis');
CREATE TABLE product (product_id serial PRIMARY KEY, name text NOT NULL, price numeric, ean text);
INSERT INTO product (name, price) SELECT 'Lamp ' || i, i FROM generate_series(1, 40) i;
CREATE TABLE customer (
    customer_id serial PRIMARY KEY,
    first_name text NOT NULL,
    last_name text NOT NULL,
    email text UNIQUE,
    birth_date date,
    country_id int NOT NULL REFERENCES country,
    created_at timestamptz NOT NULL DEFAULT '2024-01-01'
);
INSERT INTO customer (first_name, last_name, email, birth_date, country_id)
SELECT (ARRAY['Anna','Boris','Clara','Dmitri'])[1 + i % 4], (ARRAY['Ivanova','Schmidt','Weber'])[1 + i % 3],
       'person' || i || '@mail.example', DATE '1960-01-01' + i * 97, 1 + i % 4
FROM generate_series(1, 120) i;
CREATE TABLE purchase (
    purchase_id serial PRIMARY KEY,
    customer_id int REFERENCES customer,
    product_id int NOT NULL REFERENCES product,
    quantity int NOT NULL,
    delivery_note text
);
INSERT INTO purchase (customer_id, product_id, quantity, delivery_note)
SELECT CASE WHEN i % 10 > 0 THEN 1 + i % 120 END, 1 + i % 40, i % 5,
       'please leave it with the neighbour at number ' || i
FROM generate_series(1, 200) i;
