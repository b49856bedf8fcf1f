SET client_encoding = 'UTF8';
SET timezone = 'UTC';

CREATE TEMP TABLE words AS SELECT
ARRAY['Ashley', 'Brandon', 'Caitlin', 'Darnell', 'Erin', 'Fraser', 'Gemma', 'Hunter', 'Imani', 'Jake',
  'Keisha', 'Liam', 'Megan', 'Nathan', 'Olivia', 'Priya', 'Quentin', 'Rhys', 'Shauna', 'Tyler',
  'Usman', 'Victoria', 'Wesley', 'Ximena', 'Yasmin', 'Zach', 'Amelia', 'Blake', 'Colm', 'Dana',
  'Eduardo', 'Fiona', 'Graham', 'Heather', 'Isaac', 'Jade', 'Kieran', 'Latoya', 'Marcus', 'Noor', 'Owen', 'Paige', 'Rosie'] AS f,
ARRAY['Abbott', 'Barnes', 'Callahan', 'Dawson', 'Ellsworth', 'Fitzgerald', 'Gallagher', 'Hargreaves', 'Iqbal', 'Jennings',
  'Kowalski', 'Lawson', 'McAllister', 'Novak', 'O''Connor', 'Patel', 'Quinlan', 'Ramirez', 'Sutherland', 'Thornton',
  'Underwood', 'Vasquez', 'Whitfield', 'Xiong', 'Yates', 'Zimmerman', 'Ashworth', 'Bell', 'Coleman', 'Dunne',
  'Edwards', 'Foster-Reid', 'Greene', 'Holloway', 'Ingram', 'Jefferson', 'Kaur', 'Lindqvist', 'Mbeki', 'Nolan', 'Okafor', 'Price',
  'Rossi', 'Shaw', 'Tran', 'Walsh', 'van Dijk'] AS n,
ARRAY['Maple Ave', 'Church Lane', 'Oak Street', 'Station Road', 'W 43rd St', 'High Street', 'Sunset Blvd', 'Mill Lane', 'Lincoln Dr',
  'Victoria Road', 'Cedar Ct', 'The Crescent', 'Elm Street', 'Park Road', 'Pine Ridge Rd', 'Queensway', 'Washington Ave', 'Orchard Close',
  'County Road 12', 'Albert Terrace', 'Magnolia Way', 'Chapel Street', 'Riverside Dr', 'Grange Road', 'Hickory Ln', 'Manor Drive',
  '2nd Ave N', 'Castle Street', 'Jefferson St', 'Beech Grove', 'Mesa Verde Pl', 'Kings Road'] AS s,
ARRAY['Columbus|OH|43215|US', 'Leeds|West Yorkshire|LS6 2AB|GB', 'Austin|TX|78704|US', 'Bristol|Avon|BS3 4QT|GB', 'Tacoma|WA|98402|US',
  'Glasgow|Lanarkshire|G12 8QQ|GB', 'Fresno|CA|93721|US', 'Norwich|Norfolk|NR2 3DE|GB', 'Boise|ID|83702|US', 'Cardiff|South Glamorgan|CF24 3AA|GB',
  'Buffalo|NY|14201|US', 'Sheffield|South Yorkshire|S10 1GF|GB', 'Tulsa|OK|74103|US', 'Brighton|East Sussex|BN1 6JD|GB',
  'Savannah|GA|31401|US', 'Derby|Derbyshire|DE22 1HQ|GB', 'Madison|WI|53703|US', 'Belfast|County Antrim|BT9 5EE|GB', 'Reno|NV|89501|US',
  'Exeter|Devon|EX4 4QJ|GB', 'Omaha|NE|68102-1837|US', 'Hull|East Yorkshire|HU5 3RT|GB', 'Tampa|FL|33602|US', 'Dundee|Angus|DD1 4HN|GB',
  'Richmond|VA|23220|US'] AS c,
ARRAY['shadow', 'pixel', 'turbo', 'frost', 'lazy', 'cosmic', 'rusty', 'iron', 'silent', 'neon', 'angry', 'salty', 'midnight', 'hyper', 'dusty',
  'void', 'sneaky', 'captain', 'mister', 'lil'] AS a,
ARRAY['wolf', 'badger', 'panda', 'ninja', 'goblin', 'falcon', 'waffle', 'raccoon', 'knight', 'otter', 'viper', 'moth', 'hamster', 'raven',
  'toaster', 'yeti', 'pickle', 'phoenix', 'kraken'] AS b,
ARRAY['gmail.com', 'outlook.com', 'yahoo.com', 'icloud.com', 'hotmail.co.uk', 'proton.me', 'gmail.com', 'btinternet.com'] AS d,
ARRAY[
  'GB65LOYD24711538176664', 'GB50BARC19468532045093', 'GB28LOYD12315616780794', 'GB63LOYD46149277311753',
  'GB81MIDL41228290679357', 'GB95MIDL36664977966567', 'GB56NWBK42366223831902', 'GB57MIDL43599465702411',
  'GB47NWBK39361547078579', 'GB16NWBK34788935382641', 'GB84BARC42029275298384', 'GB76BARC12869112524868',
  'GB84MONZ18409511184055', 'GB68BARC45531524668551', 'GB86HBUK21696921151441', 'GB19MIDL19669024560853',
  'GB08MONZ31148548090895', 'GB63MIDL56992475541163', 'GB45HBUK47452363989138', 'GB61LOYD56994997235959',
  'GB31MIDL55325643693306', 'GB64NWBK56314321561490', 'GB39HBUK27959352280337', 'GB39LOYD51677947722481',
  'GB44NWBK50576174165816', 'GB72MONZ51250397976029', 'GB41HBUK31650577689313', 'GB08HBUK31993144213181',
  'GB62MIDL50140085411326', 'GB98MONZ45536251497883', 'GB62BARC25379923839721', 'GB33LOYD18212358259409',
  'GB90MONZ13568838469595', 'GB65HBUK43671685300143', 'GB89HBUK46499587813716', 'GB74BARC38667112968136',
  'GB82MONZ41750526092081', 'GB59MONZ47270027157005', 'GB66NWBK52646431601910', 'GB69MONZ28984818117283',
  'GB81MONZ38035093747110', 'GB82HBUK30760821629700', 'GB91MONZ26750920577895', 'GB03NWBK34792496861356',
  'GB47HBUK49632110682417', 'GB79BARC34585029977543', 'GB28MIDL32217381553451', 'GB15BARC33537110614828',
  'GB36BARC12649760449127', 'GB29LOYD13010795467618', 'GB85NWBK53865690408987', 'GB78NWBK44196433416065',
  'GB67HBUK57742699718662', 'GB58BARC14654916048683', 'GB05HBUK49255762093962', 'GB66HBUK48474219602589',
  'GB79LOYD49670074644790', 'GB52LOYD39390186209564', 'GB17MONZ27906753574696', 'GB37MIDL23040035486552'] AS ib,
ARRAY[
  '598-83-8147', 'BR610208D', '680-59-4206', 'NS663836A', '512-22-4469', 'LY480320B', '729-93-6026',
  'BJ287697B', '759-95-6419', 'NR419125A', '448-92-8034', 'CY297707C', '296-74-9204', 'XX357054A',
  '462-92-4493', 'YW867781D', '361-55-4699', 'WW200808C', '262-54-3385', 'JE770409D', '372-77-8323',
  'MN945460C', '400-48-9071', 'NP599775C', '346-22-8862', 'RL938226A', '702-97-2114', 'BA684015B',
  '386-47-3836', 'AT195450B', '110-47-7866', 'WL731065D', '543-76-9601', 'MN447001B', '732-64-7555',
  'EP612463D', '205-97-8215', 'JS607214D', '655-55-8746', 'HJ131279A', '602-58-3778', 'BJ116776C',
  '496-59-8039', 'YM687298D', '727-43-1397', 'CM543380A', '709-49-5657', 'XB242172C', '550-75-8239',
  'XJ210031B', '682-12-2254', 'NN220232C', '498-52-7115', 'NA266166C', '373-86-2803', 'NW333695D',
  '459-55-3395', 'NP282220A', '227-67-3356', 'YJ844559A', '270-16-9075', 'AT773691D', '691-47-6628',
  'LS235784A', '466-21-5194', 'PE974739C', '241-32-6394', 'PK765314D', '537-13-8753', 'MM814556D',
  '703-22-9352', 'EH800019A', '749-65-4796', 'EY712980A', '306-91-1584', 'HN541100A', '595-23-7954',
  'XM752530B', '123-21-1492', 'MY258352D'] AS tax;

INSERT INTO publishers (publisher_id, name, support_email, support_phone, website, country_code, vat_number) VALUES
(1, 'Lantern Forge', 'help@lanternforge.example', '+1 512-555-0142', 'https://lanternforge.example', 'US', NULL),
(2, 'Halfmoon Interactive Ltd', 'support@halfmoon.example', '+44 20 7946 0811', 'https://halfmoon.example', 'GB', 'GB775145947'),
(3, 'Nordlys Spill AS', 'kontakt@nordlys.example', NULL, 'https://nordlys.example', 'NO', 'NO918203249MVA'),
(4, 'Papierdrache Studios', 'hilfe@papierdrache.example', '+49 30 5550191', NULL, 'DE', 'DE213839425'),
(5, 'Gray & Sons Games', NULL, '+1 206-555-0177', 'https://graysons.example', 'US', NULL),
(6, 'Blue Heron Collective', 'hello@blueheron.example', NULL, 'https://blueheron.example', 'CA', NULL),
(7, 'Tiny Volcano', 'support@tinyvolcano.example', NULL, NULL, 'NZ', NULL),
(8, 'Marlowe Digital', 'cs@marlowe.example', '+44 161 496 0233', 'https://marlowe.example', 'GB', 'GB764399245'),
(9, 'Kestrel Works', 'support@kestrelworks.example', NULL, 'https://kestrelworks.example', 'US', NULL);

INSERT INTO games (game_id, publisher_id, slug, title, genres, released_on, price_cents, attributes)
SELECT i, 1 + i * 4 % 9, trim(BOTH '-' FROM regexp_replace(lower(t), '[^a-z0-9]+', '-', 'g')), t,
  ARRAY[(ARRAY['shooter', 'strategy', 'racing', 'rpg', 'puzzle', 'survival'])[1 + i % 6], (ARRAY['co-op', 'pvp', 'indie', 'sandbox'])[1 + i * 3 % 4]],
  CASE WHEN i % 13 = 0 THEN NULL ELSE date '2016-03-10' + i * 97 END, (ARRAY[0, 999, 1999, 2999, 4999, 5999])[1 + i * 5 % 6],
  CASE WHEN i % 9 = 4 THEN NULL ELSE hstore(ARRAY['engine', 'controllers', 'voice', 'cross_play'],
    ARRAY[(ARRAY['unity', 'unreal', 'godot', 'in-house'])[1 + i % 4], (i % 4 + 1)::text, (ARRAY['en', 'en,de', 'en,fr,es', 'en,ja'])[1 + i % 4],
      (i % 3 = 0)::text]) END
FROM (SELECT i, (ARRAY['Ember Protocol', 'Kings of Tarn', 'Drift County', 'The Salt Road', 'Hexfall', 'Last Winter', 'Neon Harbor 2', 'Oathbreaker',
  'Puddle Jumpers', 'Gravel & Glory', 'Moss Garden', 'Starling', 'Iron Meridian', 'Bakery Brawl', 'Victor''s Maze', 'Deep Lantern',
  'Orbital Post', 'Lady Ashdown', 'Rift Runners', 'Quiet Valley', 'Turbo Snails', 'Crownless', 'Signal Lost', 'Paper Armada', 'Hunter''s Moon',
  'Cloud Ferry'])[i] AS t FROM generate_series(1, 26) i) x;

INSERT INTO game_servers (server_id, game_id, hostname, ip_address, port, region, settings)
SELECT i, 1 + i * 5 % 26, rg || '-' || lpad(i::text, 2, '0') || '.play.arcade.example',
  ('10.' || (20 + i % 5) || '.' || (i * 3 % 40) || '.' || (10 + i * 7 % 200))::inet, 27015 + i % 4 * 10, rg,
  jsonb_build_object('max_players', (ARRAY[16, 32, 64, 100])[1 + i % 4], 'tick_rate', (ARRAY[30, 64, 128])[1 + i % 3],
    'map', (ARRAY['harbor', 'dunes', 'citadel', 'canyon', 'old_mill'])[1 + i % 5], 'password_protected', i % 6 = 0)
FROM (SELECT i, (ARRAY['eu-west', 'us-east', 'us-west', 'ap-south', 'eu-north'])[1 + i % 5] AS rg FROM generate_series(1, 40) i) x;

CREATE TEMP TABLE pl AS
SELECT i, md5('arcade-player-' || i)::uuid AS id, fn, ln, split_part(ci, '|', 1) AS city, split_part(ci, '|', 2) AS region,
  split_part(ci, '|', 3) AS pc, split_part(ci, '|', 4) AS cc,
  CASE i % 7 WHEN 0 THEN lower(fn) || (i * 37 % 90 + 10) WHEN 1 THEN a[1 + i * 3 % 20] || '_' || b[1 + i * 5 % 19] WHEN 2 THEN initcap(a[1 + i * 7 % 20])
    || initcap(b[1 + i % 19])
    WHEN 3 THEN 'xx' || b[1 + i * 4 % 19] || 'xx' || i % 100 WHEN 4 THEN b[1 + i * 6 % 19] || (1970 + i * 11 % 40) WHEN 5 THEN lower(left(fn, 1)
      || regexp_replace(ln, '[^A-Za-z]', '', 'g')) || i % 10
    ELSE a[1 + i * 9 % 20] || fn END AS un
FROM (SELECT i, a, b, f[1 + (i * 8 + i / 43) % 43] AS fn, n[1 + (i * 10 + 3) % 47] AS ln, c[1 + i * 7 % 25] AS ci FROM words, generate_series(1, 170) i) x;

INSERT INTO players
SELECT id, un, CASE WHEN i % 5 = 2 THEN NULL WHEN i % 57 = 4 THEN '-' WHEN i % 3 = 0 THEN fn WHEN i % 11 = 0 THEN lower(fn || ' ' || ln) WHEN i % 4 = 1 THEN fn
  || ' ' || left(ln, 1) || '.'
    WHEN i % 7 = 1 THEN '~' || upper(un) || '~' ELSE initcap(un) END,
  CASE WHEN i % 4 = 0 THEN lower(un) || '@' || d[1 + i / 4 % 8]
    ELSE lower(fn) || (ARRAY['.', '', '_'])[1 + i % 3] || lower(regexp_replace(ln, '[^A-Za-z]', '', 'g')) || CASE WHEN i % 5 = 1 THEN (i % 99)::text
      ELSE '' END || '@' || d[1 + i * 3 % 8] END,
  '$2b$12$' || left(translate(encode(sha256(('s' || i)::bytea) || sha256(('h' || i)::bytea), 'base64'), E'+=\n', '.x'), 53),
  CASE WHEN i % 3 = 1 THEN translate(upper(left(md5('totp' || i), 16)), '0189', 'QXYZ') END,
  CASE WHEN i % 5 < 3 THEN NULL WHEN i = 133 THEN 'n/a' WHEN cc = 'US' THEN CASE i % 3 WHEN 0 THEN '(' || ac || ') ' || ex || '-' || ls WHEN 1 THEN '+1' || ac
    || ex || ls ELSE ac || '-' || ex || '-' || ls END
    ELSE CASE i % 3 WHEN 0 THEN '07' || (400 + i * 7 % 500) || ' ' || (100 + i * 77 % 900) || (100 + i * 31 % 900) WHEN 1 THEN '+447' || (700 + i * 3 % 200)
      || (100000 + i * 5381 % 900000) ELSE '07' || (800 + i % 100) || (100000 + i * 7331 % 900000) END END,
  CASE WHEN i % 9 = 5 THEN NULL WHEN i % 71 = 6 THEN date '1900-01-01' ELSE date '1969-07-02' + i * 6007 % 14300 END,
  CASE WHEN i % 5 = 3 THEN (ARRAY['he/him', 'she/her', 'they/them', 'any', 'he/they', 'ask', 'she/her', 'he/him'])[1 + i / 5 % 8] END,
  CASE WHEN i % 14 = 9 THEN NULL ELSE cc END,
  CASE WHEN i % 16 = 3 THEN (ARRAY['es-MX', 'pl-PL', 'fr-CA', 'cy-GB'])[1 + i / 16 % 4] WHEN cc = 'GB' THEN 'en-GB' ELSE 'en-US' END,
  CASE WHEN i % 6 = 2 THEN NULL WHEN cc = 'GB' THEN 'Europe/London' WHEN region IN ('WA', 'CA', 'NV') THEN 'America/Los_Angeles'
    WHEN region IN ('TX', 'OK', 'WI', 'NE') THEN 'America/Chicago' WHEN region = 'ID' THEN 'America/Boise' ELSE 'America/New_York' END,
  CASE WHEN i % 4 <> 2 THEN 'https://cdn.arcade.example/avatars/' || left(md5('av' || i), 2) || '/' || md5('av' || i) || (ARRAY['.png', '.webp',
    '.jpg'])[1 + i % 3] END,
  CASE WHEN i % 3 = 2 THEN (ARRAY['Dad of two, plays after bedtime.', 'nurse from ' || city || ', night shifts = night raids', 'speedrunner. any% is life',
    'she/her | support main | be nice',
    'Retired army, now I farm turnips', 'streaming tue/thu 8pm', 'studying comp sci, ask me about rust', 'I am ' || fn || ' and I like goats', '',
      'colorblind, please use pings',
    'Looking for a chill clan, no voice chat (deaf)', 'GG only. Blocked = you know why', 'ex-pro, still salty about 2019'])[1 + i * 2 % 13] END,
  jsonb_build_object('theme', (ARRAY['dark', 'light', 'system'])[1 + i % 3], 'fov', 80 + i % 5 * 5, 'privacy', jsonb_build_object('show_online', i % 3 <> 0,
    'friends_list',
    (ARRAY['public', 'friends', 'nobody'])[1 + i * 2 % 3]), 'newsletter', i % 5 = 0) || CASE WHEN i % 6 = 0 THEN jsonb_build_object('invert_y', true,
      'subtitles', 'large') ELSE '{}' END,
  CASE WHEN i % 5 IN (0, 3) THEN hstore(ARRAY['discord', 'platform'], ARRAY[lower(un) || '#' || lpad((i * 613 % 10000)::text, 4, '0'), (ARRAY['pc', 'switch',
    'xbox'])[1 + i % 3]])
    || CASE WHEN i % 2 = 0 THEN hstore('twitch', lower(fn) || '_' || b[1 + i % 19]) ELSE hstore('steam_id',
      (76561197960265728 + i * 48271337::bigint)::text) END END,
  CASE WHEN i % 8 = 6 THEN NULL ELSE 800 + i * 367 % 1700 END,
  CASE WHEN i % 10 = 7 THEN NULL ELSE timestamptz '2024-11-02 21:40:11Z' - i * 7919 % 300 * interval '9 hours 11 minutes' END,
  timestamptz '2018-05-01 10:00:00Z' + i * interval '12 days 7 hours 13 minutes'
FROM (SELECT pl.*, d, b, CASE region WHEN 'OH' THEN '614' WHEN 'TX' THEN '512' WHEN 'WA' THEN '253' WHEN 'CA' THEN '559' WHEN 'NY' THEN '716'
  WHEN 'FL' THEN '813' WHEN 'GA' THEN '912'
    WHEN 'WI' THEN '608' WHEN 'VA' THEN '804' WHEN 'NV' THEN '775' WHEN 'NE' THEN '402' WHEN 'OK' THEN '918' ELSE '208' END AS ac,
  (230 + i * 19 % 700)::text AS ex, lpad((i * 3571 % 10000)::text, 4, '0') AS ls FROM pl, words) x;

INSERT INTO player_sessions (player_id, token, ip, user_agent, geo_city, hwid, started_at, ended_at)
SELECT p.id, encode(sha256(('tok' || k)::bytea), 'hex'),
  CASE WHEN k % 31 = 7 THEN NULL WHEN k % 12 = 5 THEN ('2a00:23c' || k % 9 || ':' || to_hex(4096 + k * 53) || ':' || to_hex(k * 911 % 65535) || '::'
    || to_hex(k))::inet
    ELSE ((ARRAY[73, 81, 86, 98, 24, 92, 174])[1 + k % 7] || '.' || (k * 37 % 250 + 1) || '.' || (k * 71 % 254) || '.' || (k * 13 % 253 + 1))::inet END,
  CASE WHEN k % 41 = 2 THEN '-' ELSE (ARRAY['ArcadeClient/4.12.1 (Windows NT 10.0; Win64)', 'ArcadeClient/4.11.0 (macOS 14.5; arm64)',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1',
    'ArcadeClient/4.12.1 (Linux; SteamOS 3.5)', 'Mozilla/5.0 (X11; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0'])[1 + k * 5 % 6] END,
  CASE WHEN k % 9 = 3 THEN NULL ELSE p.city END,
  CASE WHEN k % 3 = 2 THEN NULL ELSE upper(substr(md5('hw' || p.i), 1, 8) || '-' || substr(md5('hw' || p.i), 9, 4) || '-' || substr(md5('hw' || p.i), 13,
    4)) END,
  st, CASE WHEN k % 14 = 0 THEN NULL ELSE st + (k * 17 % 240 + 2) * interval '1 minute' END
FROM (SELECT k, 1 + k * 29 % 170 AS pi, timestamptz '2024-09-01 06:30:00Z' + k * interval '7 hours 23 minutes' AS st FROM generate_series(1,
  200) k) x JOIN pl p ON p.i = pi ORDER BY k;

INSERT INTO direct_messages (sender_id, recipient_id, body, sent_at)
SELECT s.id, r.id, CASE WHEN k % 4 = 0 THEN 'hey ' || r.fn || ', ' WHEN k % 7 = 3 THEN lower(r.un) || ' ' ELSE '' END
    || (ARRAY['you on tonight?', 'gg wp, that last round was insane', 'my brother wants to join the clan, is that ok', 'cant play, kids are sick',
      'trade you the frost blade for 2 keys',
    'add me on discord: ' || lower(s.un), 'stop following me around the map', 'happy birthday!!', 'my new number is ' || '07' || (700 + k % 200) || ' '
      || (100000 + k * 4441 % 900000),
    'can u boost me to plat', 'sorry about yesterday, had an exam', 'brb dinner', 'raid moved to 9pm', 'did you see the patch notes', 'lol',
      'Thanks for the gift!', 'who told you that',
    'im moving to ' || r.city || ' next month', 'meet at the harbor spawn'])[1 + k * 6 % 19],
      timestamptz '2024-08-14 17:02:44Z' + k * interval '9 hours 41 minutes 13 seconds'
FROM generate_series(1, 170) k JOIN pl s ON s.i = 1 + k * 23 % 170 JOIN pl r ON r.i = 1 + (k * 23 + 1 + k % 60) % 170 ORDER BY k;

INSERT INTO clans (clan_id, tag, name, emblem_path, founder_id, settings)
SELECT k, upper(left(regexp_replace(nm, '[^A-Za-z]', '', 'g'), 3)) || k % 10, nm, CASE WHEN k % 5 <> 0 THEN 'emblems/' || k || '_' || left(md5(nm), 8)
  || '.svg' END, p.id,
  jsonb_build_object('colour', '#' || upper(left(md5('c' || k), 6)), 'join_policy', (ARRAY['open', 'invite', 'request'])[1 + k % 3], 'min_level', k * 5 % 40)
FROM (SELECT k, (ARRAY['Night Owls', 'The Turnip Guard', 'Smith & Co', 'Last Place Heroes', 'Ember Legion', 'Yorkshire Puddings', 'Ohio Outlaws', 'Quiet Ones',
  'No Mic Gang',
  'Order of the Moth', 'Saltwater', 'Grandmasters', 'Team Waffle', 'Bristol Bombers', 'Iron Ducks', 'Sunday League', 'Void Walkers', 'Dads of War',
    'Lost Signal',
  'Hexed', 'Red Herrings', 'Kings Arms'])[k] AS nm FROM generate_series(1, 22) k) x JOIN pl p ON p.i = 1 + k * 31 % 170;

INSERT INTO clan_members
SELECT 1 + p.i * 5 % 22, p.id, CASE WHEN p.i % 12 = 0 THEN 'officer' WHEN p.i % 4 = 0 THEN 'recruit' ELSE 'member' END,
  CASE WHEN p.i % 4 = 3 THEN (ARRAY['Good healer, often late', 'toxic when losing, one warning given', 'On leave until May, new baby', 'main tank', p.fn
    || '''s sister, same household', 'Inactive since march',
    'asked not to be pinged at work', 'great shotcaller', 'suspected alt account', 'promote next season', 'n/a'])[1 + p.i * 3 % 11] END,
  timestamptz '2021-02-01 19:00:00Z' + p.i * interval '7 days 1 hour'
FROM pl p WHERE p.i % 6 <> 1;

INSERT INTO shop_orders (order_number, player_id, game_id, total_cents, currency, status, billing_name, billing_street, billing_city, billing_region,
  billing_postal_code, card_last4, customer_ip, gift_message, paid_at)
SELECT 'AR-' || (240000 + k * 317), p.id, 1 + k * 7 % 26, (ARRAY[999, 1999, 2999, 499, 5999, 4999])[1 + k * 5 % 6], CASE WHEN p.cc = 'US' THEN 'USD'
  ELSE 'GBP' END, stt,
  CASE WHEN k % 45 = 3 THEN lower(p.fn || ' ' || p.ln) WHEN k % 39 = 8 THEN p.fn || '  ' || p.ln WHEN k % 13 = 0 THEN 'Mrs ' || (ARRAY['Linda', 'Denise',
    'Carol', 'Joanne', 'Sheila'])[1 + k % 5] || ' ' || p.ln ELSE p.fn || ' ' || p.ln END,
  CASE WHEN k % 9 = 4 THEN NULL WHEN k % 50 = 6 THEN 'n/a' ELSE CASE WHEN k % 11 = 0 THEN 'Flat ' || k % 9 + 1 || ', ' ELSE '' END || (p.i * 61 % 980 + 3)
    || ' ' || s[1 + p.i * 11 % 32]
    || CASE WHEN k % 8 = 2 AND p.cc = 'US' THEN ' Apt ' || k % 30 + 1 ELSE '' END END,
  CASE WHEN k % 9 = 4 THEN NULL WHEN k % 21 = 1 THEN lower(p.city) ELSE p.city END, CASE WHEN k % 9 = 4 OR p.cc = 'GB' AND k % 3 <> 0 THEN NULL
    ELSE p.region END,
  CASE WHEN k % 9 = 4 THEN NULL WHEN k % 25 = 2 THEN replace(p.pc, ' ', '') ELSE p.pc END,
  CASE WHEN k % 5 = 3 THEN NULL ELSE lpad((p.i * 2741 % 10000)::text, 4, '0') END,
  ((ARRAY[73, 81, 86, 98, 24])[1 + k % 5] || '.' || (p.i * 37 % 250 + 1) || '.' || (k * 71 % 254) || '.' || (k * 13 % 253 + 1))::inet,
  CASE WHEN k % 8 = 5 THEN (ARRAY['Happy 30th ' || f[1 + k * 3 % 43] || '! love mum x', 'for my favourite nephew', 'GG bro', 'Merry xmas from ' || p.fn,
    'so we can finally play together, ' || f[1 + k * 5 % 43],
    'get well soon', ''])[1 + k / 8 % 7] END,
  CASE WHEN stt IN ('paid', 'refunded') THEN timestamptz '2023-10-05 12:15:00Z' + k * interval '51 hours 17 minutes' END
FROM words, (SELECT k, (ARRAY['paid', 'paid', 'refunded', 'paid', 'failed', 'paid', 'open', 'paid'])[1 + k * 3 % 8] AS stt FROM generate_series(1,
  150) k) x JOIN pl p ON p.i = 1 + k * 19 % 170 ORDER BY k;

INSERT INTO moderation_cases (reported_player_id, reporter_id, moderator_id, reason_code, report_text, evidence, verdict, opened_at)
SELECT p.id, CASE WHEN k % 4 <> 2 THEN q.id END, CASE WHEN k % 7 <> 0 THEN md.id END, (ARRAY['cheating', 'abuse', 'spam', 'hate_speech', 'boosting',
  'name'])[1 + k * 5 % 6],
  CASE WHEN k % 4 = 2 THEN NULL WHEN k % 33 = 4 THEN '-' ELSE (ARRAY['aimbot, obvious headshots through walls', 'called me slurs all match', p.un
    || ' keeps sending me links', 'He found my real address and posted it in chat',
    'throwing games on purpose with his friend', 'offensive name', 'won''t stop messaging my daughter', 'sold me a fake key', 'this guy ' || p.fn
      || ' is smurfing', 'racist stuff in voice'])[1 + k * 3 % 10] END,
  CASE WHEN k % 5 <> 1 THEN jsonb_build_object('match', 880000 + k * 13, 'chat', jsonb_build_array(jsonb_build_object('from', p.un, 'text', (ARRAY['ez noobs',
    'uninstall', 'i know where u live', 'buy gold cheap', 'report me i dare u',
    'nice aim lol'])[1 + k % 6]), jsonb_build_object('from', q.un, 'text', (ARRAY['reported', 'wow', 'chill', 'leave me alone'])[1 + k % 4]))) END,
  (ARRAY['pending', 'dismissed', 'warning', 'mute', 'dismissed', 'ban', 'warning'])[1 + k * 2 % 7]::case_verdict,
    timestamptz '2024-01-03 03:20:00Z' + k * interval '3 days 4 hours 9 minutes'
FROM generate_series(1, 90) k JOIN pl p ON p.i = 1 + k * 37 % 170 JOIN pl q ON q.i = 1 + (k * 37 + 11) % 170 JOIN pl md ON md.i = 1 + k % 6 ORDER BY k;

INSERT INTO tournaments (tournament_id, game_id, name, venue_city, contact_email, prize_pool_cents, starts_at)
SELECT k, 1 + k * 3 % 26, (ARRAY['Spring Clash', 'Harbor Open', 'Winter Masters', 'Community Cup', 'Rookie Rumble', 'Champions Invitational'])[1 + k % 6]
  || ' ' || (2021 + k / 6),
  CASE WHEN k % 3 = 0 THEN (ARRAY['Birmingham', 'Las Vegas', 'Cologne', 'Manchester'])[1 + k / 3 % 4] END,
  CASE WHEN k % 4 <> 1 THEN (ARRAY['esports', 'cups', 'events'])[1 + k % 3] || '@arcade.example' END, k * 7 % 9 * 250000,
    timestamptz '2021-03-06 18:00:00Z' + k * interval '62 days'
FROM generate_series(1, 21) k;

INSERT INTO tournament_entries (tournament_id, player_id, placement, legal_name, payout_iban, tax_id)
SELECT t, id, CASE WHEN i % 9 <> 2 THEN pos END, CASE WHEN pos > 20 THEN NULL WHEN i % 37 = 5 THEN upper(fn || ' ' || ln) WHEN i % 6 = 0 THEN ln || ', ' || fn
  ELSE fn || ' ' || ln END,
  CASE WHEN cc = 'GB' AND pos <= 16 THEN ib[rn] END, CASE WHEN pos <= 12 THEN tax[CASE WHEN cc = 'US' THEN 0 ELSE 1 END + rn * 2 - 1] END
FROM words, (SELECT p.*, k, 1 + k % 21 AS t, 1 + k * 11 % 32 AS pos,
  row_number() OVER (PARTITION BY cc ORDER BY k * 11 % 32, k)::int AS rn
  FROM generate_series(1, 160) k JOIN pl p ON p.i = 1 + k * 13 % 170) x
ORDER BY k;

SELECT setval('publishers_publisher_id_seq', 9), setval('games_game_id_seq', 26), setval('game_servers_server_id_seq', 40),
  setval('clans_clan_id_seq', 22), setval('tournaments_tournament_id_seq', 21);
DROP TABLE pl;
DROP TABLE words;
