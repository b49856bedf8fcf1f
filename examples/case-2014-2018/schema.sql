-- Postbell, a made-up micro-blogging service: 37 made-up people, one database in the United States.
-- This is the form of before November 2015; 2015-11.sql has what it asks from then on.

CREATE TABLE account (
    account_id  bigint PRIMARY KEY,
    handle      text NOT NULL UNIQUE,
    about       text,           -- public, as the person wrote it
    country     text,           -- where the person says to live
    citizenship text,           -- where the person said so; most never did
    address     inet NOT NULL   -- of the device, at the last visit
);

-- Who pays for advertising has campaigns; nothing in them is about a person.
CREATE TABLE campaign (
    campaign_id bigint PRIMARY KEY,
    account_id  bigint NOT NULL REFERENCES account,
    began       date NOT NULL
);

INSERT INTO account (account_id, handle, about, country, citizenship, address) VALUES
    -- citizens of Russia at home
    ( 1, 'ostrov',       'Islands, mostly cold ones',   'Russia',        'Russia',        '192.0.2.1'),
    ( 2, 'sitny_bread',  'A bakery in Kazan',           'Russia',        'Russia',        '192.0.2.2'),
    ( 3, 'ferry9',       'Timetables of the Neva',      'Russia',        'Russia',        '192.0.2.3'),
    ( 4, 'tundra_post',  'Letters from the north',      'Russia',        'Russia',        '192.0.2.4'),
    ( 5, 'zimaboots',    'Boots for the winter',        'Russia',        'Russia',        '192.0.2.5'),
    ( 6, 'lastochka',    'Birds, and trains',           'Russia',        'Russia',        '192.0.2.6'),
    ( 7, 'yarmarka',     'Markets, every Sunday',       'Russia',        'Russia',        '192.0.2.7'),
    ( 8, 'chess_tula',   'One problem a day',           'Russia',        'Russia',        '192.0.2.8'),
    ( 9, 'kvartira77',   'Flats in Moscow',             'Russia',        'Russia',        '192.0.2.9'),
    -- people in Russia who never said whose citizens they are
    (10, 'morning_irk',  'Weather by the lake',         'Russia',        NULL,            '192.0.2.10'),
    (11, 'ska_fan',      'Ice hockey',                  'Russia',        NULL,            '192.0.2.11'),
    (12, 'samovar_shop', 'Samovars, old and new',       'Russia',        NULL,            '192.0.2.12'),
    (13, 'notes_13',     NULL,                          'Russia',        NULL,            '192.0.2.13'),
    (14, 'tikhaya',      'Quiet things',                'Russia',        NULL,            '192.0.2.14'),
    -- citizens of Russia abroad
    (15, 'spree_anna',   'Russian books in Berlin',     'Germany',       'Russia',        '198.51.100.15'),
    (16, 'orgelpfeife',  'Organs and organists',        'Germany',       'Russia',        '198.51.100.16'),
    (17, 'brighton_b',   'The other Brighton',          'United States', 'Russia',        '203.0.113.17'),
    (18, 'palo_misha',   'Garages and start-ups',       'United States', 'Russia',        '203.0.113.18'),
    -- foreigners in Russia
    (19, 'moscow_joe',   'An American in Moscow',       'Russia',        'United States', '192.0.2.19'),
    (20, 'astana_tea',   'Tea from the steppe',         'Russia',        'Kazakhstan',    '192.0.2.20'),
    -- the rest of the world
    (21, 'dusty_trail',  'Long walks',                  'United States', 'United States', '203.0.113.21'),
    (22, 'maple_ads',    'Syrup by post',               'United States', 'United States', '203.0.113.22'),
    (23, 'ohio_owls',    'Owls',                        'United States', NULL,            '203.0.113.23'),
    (24, 'prairie_fm',   'Radio, all night',            'United States', NULL,            '203.0.113.24'),
    (25, 'lobsterboat',  'Catch of the day',            'United States', 'United States', '203.0.113.25'),
    (26, 'mesa_solar',   'Panels for every roof',       'United States', NULL,            '203.0.113.26'),
    (27, 'kiezblick',    'What happens in our street',  'Germany',       'Germany',       '198.51.100.27'),
    (28, 'moorhuhn',     'Marshes',                     'Germany',       NULL,            '198.51.100.28'),
    (29, 'brotzeit',     'A beer garden',               'Germany',       'Germany',       '198.51.100.29'),
    (30, 'hafenlicht',   'Ships in Hamburg',            'Germany',       NULL,            '198.51.100.30'),
    (31, 'ame_no_hi',    'Rainy days',                  'Japan',         'Japan',         '198.51.100.31'),
    (32, 'densha',       'Trains',                      'Japan',         NULL,            '198.51.100.32'),
    (33, 'mikan_box',    'Oranges by the box',          'Japan',         'Japan',         '198.51.100.33'),
    (34, 'praia_norte',  'Surf',                        'Brazil',        'Brazil',        '198.51.100.34'),
    (35, 'cafe_minas',   'Coffee',                      'Brazil',        NULL,            '198.51.100.35'),
    (36, 'apple_almaty', 'Apples',                      'Kazakhstan',    'Kazakhstan',    '198.51.100.36'),
    -- somebody who said nothing
    (37, 'qqq',          NULL,                          NULL,            NULL,            '198.51.100.37');

INSERT INTO campaign (campaign_id, account_id, began) VALUES
    (1,  2, '2014-03-01'), (2,  5, '2014-09-15'), (3,  9, '2015-02-01'), (4, 12, '2016-06-01'),
    (5, 15, '2015-10-01'), (6, 20, '2016-01-10'), (7, 22, '2013-11-05'), (8, 26, '2014-05-20'),
    (9, 29, '2016-09-01'), (10, 2, '2016-12-01');
