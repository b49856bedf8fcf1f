CREATE FUNCTION pg_temp.h(i bigint, s int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5(i || ':' || s), 1, 7))::bit(28)::int $$;
CREATE FUNCTION pg_temp.pick(a text[], i bigint, s int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.h(i, s) % cardinality(a)] $$;
CREATE FUNCTION pg_temp.u(i bigint, s int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT overlay(overlay(md5(i || '/' || s) placing '4' from 13) placing 'b' from 17)::uuid $$;
CREATE FUNCTION pg_temp.ts(i bigint, s int) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
$$ SELECT to_timestamp(1672531200 + (pg_temp.h(i, s)::bigint * 31) % 63072000) $$;
CREATE FUNCTION pg_temp.fn(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.pick(ARRAY[
'Aaron', 'Abigail', 'Alejandra', 'Ashley', 'Brandon', 'Brooke', 'Caleb', 'Chloe', 'Connor', 'Courtney', 'Darius', 'Destiny', 'Devin', 'Diego', 'Elijah',
'Emma', 'Ethan', 'Gabriel', 'Grace', 'Hunter', 'Isaiah', 'Jada', 'Jordan', 'Julian', 'Kayla', 'Kevin', 'Lillian', 'Logan', 'Madison', 'Malik', 'Mason', 'Mei',
'Natalie', 'Noah', 'Paige', 'Preston', 'Rosa', 'Sierra', 'Sofia', 'Trevor', 'Trinity', 'Tyler', 'Vanessa', 'Wyatt', 'Xavier', 'Zachary'], i, 1) $$;
CREATE FUNCTION pg_temp.ln(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.pick(ARRAY[
'Alvarez', 'Andersen', 'Baker', 'Bishop', 'Brewer', 'Caldwell', 'Carter', 'Castillo', 'Chang', 'Coleman', 'Cortez', 'Dawson', 'Delgado', 'Eaton', 'Erickson',
'Fischer', 'Flores', 'Foster', 'Garrett', 'Graves', 'Hampton', 'Henderson', 'Hoffman', 'Ingram', 'Jefferson', 'Kaplan', 'Keller', 'Lambert', 'Larson', 'Lopez',
'Maddox', 'Mendoza', 'Morrow', 'Nguyen', 'Novak', 'Olson', 'Park', 'Peterson', 'Ramsey', 'Reyes', 'Schultz', 'Singh', 'Stokes', 'Tran', 'Vaughn', 'Whitaker',
  'Zimmerman'], i, 2) $$;
CREATE FUNCTION pg_temp.nick(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE pg_temp.h(i, 3) % 4
 WHEN 0 THEN pg_temp.pick(ARRAY['Dark', 'Frost', 'Lazy', 'Neon', 'Salty', 'Turbo', 'Void', 'Pixel', 'Crimson', 'Sneaky', 'Toxic', 'Sleepy'], i, 4)
  || pg_temp.pick(ARRAY['Badger', 'Waffle', 'Reaper', 'Panda', 'Goblin', 'Falcon', 'Samurai', 'Noodle', 'Wizard', 'Kitten', 'Moose'], i, 5) || i % 100
 WHEN 1 THEN 'x' || pg_temp.pick(ARRAY['X', '_', ''], i, 6) || lower(pg_temp.fn(i)) || i || 'x' WHEN 2 THEN lower(pg_temp.fn(i)) || '.' || lower(pg_temp.ln(i)) || i % 50
 ELSE pg_temp.pick(ARRAY['n00b', 'qw', 'zed', 'kappa', 'mlg', 'ghostly', 'mochi', 'bonk'], i, 7) || '_' || i END $$;
CREATE FUNCTION pg_temp.mail(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(CASE pg_temp.h(i, 8) % 3 WHEN 0 THEN pg_temp.fn(i)
  || pg_temp.ln(i) WHEN 1 THEN pg_temp.nick(i)
 ELSE left(pg_temp.fn(i), 1) || pg_temp.ln(i) END) || i || '@' || pg_temp.pick(ARRAY['gmail.com', 'yahoo.com', 'hotmail.com', 'proton.me', 'icloud.com', 'aol.com'],
  i, 9) $$;
CREATE FUNCTION pg_temp.place(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.pick(ARRAY['Austin|TX|787', 'Tucson|AZ|857', 'Boise|ID|837',
  'Portland|OR|972', 'Tacoma|WA|984',
'Fresno|CA|937', 'Oakland|CA|946', 'Omaha|NE|681', 'Tulsa|OK|741', 'Wichita|KS|672', 'Madison|WI|537', 'Columbus|OH|432', 'Dayton|OH|454', 'Buffalo|NY|142',
  'Albany|NY|122', 'Raleigh|NC|276',
'Mobile|AL|366', 'Savannah|GA|314', 'Tampa|FL|336', 'Orlando|FL|328', 'Denver|CO|802', 'Provo|UT|846', 'Reno|NV|895', 'Duluth|MN|558'], i, 10) $$;
CREATE FUNCTION pg_temp.addr(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (100 + pg_temp.h(i, 11) % 9800) || ' ' || pg_temp.pick(ARRAY['Maple Ave',
  'Oak St', 'Cedar Ln', 'Sunset Blvd', 'Elm Dr',
'Lakeview Rd', 'Birch Ct', 'Main St', 'Washington Ave', 'Hillcrest Dr', 'Juniper Way', 'Magnolia St', 'Pine Ridge Rd', 'Riverside Dr', 'Franklin St', 'Chestnut Ave',
  'Meadow Ln', 'Spruce St', 'Prairie Rd',
'Canyon Dr', 'Harbor Blvd', 'Lincoln Hwy', 'Sycamore Ct', '2nd St', 'Dogwood Ter', 'Orchard Pl', 'Valley View Rd'], i, 12) || CASE WHEN pg_temp.h(i,
  13) % 4 = 0 THEN ' Apt ' || 1 + i % 40 ELSE '' END $$;
CREATE FUNCTION pg_temp.zip(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part(pg_temp.place(i), '|', 3) || lpad((1 + pg_temp.h(i, 14) % 60)::text,
  2, '0') $$;
CREATE FUNCTION pg_temp.tel(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE pg_temp.h(i, 15) % 3 WHEN 0 THEN '(' || a || ') ' || b || '-'
  || c WHEN 1 THEN a || '-' || b || '-' || c ELSE '+1 ' || a || ' ' || b || ' ' || c END
 FROM (SELECT pg_temp.pick(ARRAY['512', '520', '208', '503', '253', '559', '510', '402', '918', '316', '608', '614', '716', '919', '813', '303'], i, 16) a,
  220 + pg_temp.h(i, 17) % 8 * 100 + pg_temp.h(i, 17) / 8 % 80 b,
 lpad((pg_temp.h(i, 18) % 10000)::text, 4, '0') c) x $$;
CREATE FUNCTION pg_temp.ip(i bigint) RETURNS inet LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.h(i, 19) % 8 = 0 THEN ('2601:' || to_hex(256 + pg_temp.h(i,
  20) % 60000) || ':'
|| to_hex(1 + pg_temp.h(i, 21) % 60000) || '::' || to_hex(1 + i % 999))::inet ELSE (pg_temp.pick(ARRAY['73.42', '98.210', '24.16', '67.180', '71.56', '108.28',
  '174.61', '68.33', '50.47', '76.21'], i, 22)
|| '.' || pg_temp.h(i, 20) % 256 || '.' || 1 + pg_temp.h(i, 21) % 254)::inet END $$;

INSERT INTO game_servers SELECT i, lower(r) || '-gs' || lpad(i::text, 2, '0') || '.emberfall.net', ('185.60.' || 100 + i % 7 || '.' || i * 8)::inet, r,
 (ARRAY[39.0438, 45.5946, 50.1109, 1.3521])[1 + i % 4], (ARRAY[-77.4874, -121.1787, 8.6821, 103.8198])[1 + i % 4], '4.' || 10 + i % 3 || '.' || i % 9,
 jsonb_build_object('tickRate', 30 + i % 2 * 30, 'maxPlayers', 64 + i % 3 * 32, 'bind', '0.0.0.0:' || 27000 + i), hstore(ARRAY['rack', 'r' || i % 5, 'owner',
  'netops']), pg_temp.pick(ARRAY['info', 'info', 'warn', 'debug'], i, 30)
FROM (SELECT i, (ARRAY['USE', 'USW', 'EUC', 'SGP'])[1 + i % 4] r FROM generate_series(1, 24) i) x;

INSERT INTO staff SELECT i, CASE WHEN i % 27 = 0 THEN lower(pg_temp.fn(i + 500)) ELSE pg_temp.fn(i + 500) || ' ' || pg_temp.ln(i + 500) END,
  lower(pg_temp.fn(i + 500)) || '.' || lower(pg_temp.ln(i + 500)) || CASE WHEN i > 20 THEN i::text ELSE '' END
 || '@emberfall.net', CASE WHEN i % 3 <> 0 THEN pg_temp.nick(i + 500) || CASE WHEN i % 4 = 0 THEN '#' || lpad((pg_temp.h(i, 31) % 10000)::text, 4,
  '0') ELSE '' END END, CASE WHEN i % 4 = 0 THEN pg_temp.tel(i + 500) END,
 CASE WHEN i % 9 <> 0 THEN pg_temp.pick(ARRAY['Game Master', 'Community Manager', 'Senior Moderator', 'Anti-cheat Analyst', 'Support Agent', 'Esports Coordinator'],
  i, 32) END,
 CASE WHEN i % 3 = 0 THEN sha256(convert_to('key' || i, 'UTF8')) END, CASE WHEN i % 5 = 0 THEN '{}' ELSE ARRAY['chat.read', pg_temp.pick(ARRAY['ban.issue',
  'refund.issue', 'mute.issue', 'league.edit'], i, 33)] END, i % 8 <> 0
FROM generate_series(1, 60) i;

INSERT INTO players SELECT pg_temp.u(i, 1), pg_temp.nick(i), CASE WHEN i % 9 <> 0 THEN pg_temp.mail(i) END,
 CASE WHEN i % 9 <> 0 THEN '$argon2id$v=19$m=65536,t=3,p=4$' || substr(encode(sha256(convert_to('s' || i, 'UTF8')), 'base64'), 1, 22) || '$'
  || rtrim(encode(sha256(convert_to('p' || i, 'UTF8')), 'base64'), '=') END,
 CASE WHEN i % 4 = 0 THEN translate(upper(substr(md5('totp' || i), 1, 26)), '0189', 'QRST') END,
  CASE WHEN i % 97 = 0 THEN date '1900-01-01' WHEN i % 6 <> 0 THEN date '1974-02-11' + pg_temp.h(i, 40) % 13800 END,
 CASE WHEN i % 13 = 0 THEN pg_temp.mail(i + 1000) END, CASE WHEN i % 5 <> 0 THEN pg_temp.pick(ARRAY['US', 'US', 'US', 'US', 'CA', 'GB', 'MX', 'DE', 'KR'], i, 41) END,
 CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['America/Chicago', 'America/New_York', 'America/Los_Angeles', 'America/Denver', 'Europe/Berlin', 'Asia/Seoul'], i, 42) END,
 CASE WHEN i % 4 = 0 THEN NULL WHEN i % 5 = 1 THEN ARRAY['en', pg_temp.pick(ARRAY['es', 'fr', 'de', 'ko', 'vi'], i, 43)] ELSE '{en}' END,
 CASE WHEN i % 10 < 3 THEN pg_temp.pick(ARRAY['he/him', 'she/her', 'they/them', 'any'], i, 44) END, CASE WHEN i % 3 = 1 THEN 'avatars/' || substr(md5('av' || i), 1,
  2) || '/' || substr(md5('av' || i), 1, 16) || '.webp' END,
 CASE WHEN i % 51 = 0 THEN '-' WHEN i % 10 IN (2, 5, 8) THEN pg_temp.pick(ARRAY['Dad of two, healer main.', 'Streaming Tue/Thu nights',
  'nurse by day, rogue by night', 'just here for the fishing', 'pls add me', 'College sophomore, LFG weekends',
  'Ret. army, old and slow'], i, 45) || ' ' || pg_temp.pick(ARRAY['<3', 'from ' || split_part(pg_temp.place(i), '|', 1), '', 'no voice chat', 'EU/NA', 'ask for '
  || pg_temp.fn(i)], i, 46) END,
 CASE WHEN i % 5 < 2 THEN jsonb_strip_nulls(jsonb_build_object('steam', (76561197960265728 + pg_temp.h(i, 47)::bigint * 7)::text, 'twitch',
  CASE WHEN i % 3 = 0 THEN lower(pg_temp.nick(i)) END,
  'discord', CASE WHEN i % 2 = 0 THEN (300000000000000000 + pg_temp.h(i, 48)::bigint * 1000003)::text END)) END,
 CASE WHEN i % 4 <> 1 THEN hstore(ARRAY['fov', (80 + i % 30)::text, 'colorblind', pg_temp.pick(ARRAY['off', 'off', 'deuteranopia', 'protanopia'], i, 49), 'subtitles',
  (i % 2 = 0)::text]) END,
 CASE WHEN i % 3 <> 1 THEN hstore(ARRAY['telemetry', (i % 2 = 0)::text, 'ads', (i % 5 = 0)::text, 'profile', pg_temp.pick(ARRAY['friends', 'public', 'nobody'], i,
  50)]) END,
 CASE WHEN i % 7 <> 0 THEN 600 + pg_temp.h(i, 51) % 2400 END, CASE WHEN i % 10 <> 0 THEN pg_temp.ts(i, 52) + interval '60 days' END, pg_temp.ts(i, 52)
FROM generate_series(1, 280) i;

INSERT INTO devices SELECT pg_temp.u(i, 2), pg_temp.u(1 + i * 11 % 280, 1), CASE WHEN i % 63 = 0 THEN 'To Be Filled By O.E.M.' ELSE upper(substr(md5('hw' || i), 1,
  8) || '-' || substr(md5('hx' || i), 1, 12)) END, p,
 CASE p WHEN 'windows' THEN CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['Desktop', 'ASUS ROG Strix G15', 'Lenovo Legion 5', 'Dell XPS 15 9520'], i,
  61) END WHEN 'ios' THEN 'iPhone' || 12 + i % 3 || ',' || 1 + i % 4 WHEN 'android' THEN 'Pixel ' || 5 + i % 4 ELSE 'PS5 CFI-1215A' END,
 CASE WHEN p = 'windows' AND i % 4 <> 0 THEN (pg_temp.pick(ARRAY['3c7c3f', 'd85ed3', '00e04c', 'a036bc'], i, 62) || substr(md5('mac' || i), 1, 6))::macaddr END,
 CASE WHEN p IN ('ios', 'android') THEN substr(encode(sha256(convert_to('push' || i, 'UTF8')), 'hex'), 1, 22) || ':APA91b' || substr(encode(sha256(convert_to('psh'
  || i, 'UTF8')), 'hex'), 1, 40) END,
 CASE WHEN i % 6 = 0 THEN NULL WHEN i % 3 = 0 THEN ARRAY[host(pg_temp.ip(1 + i * 11 % 280)),
  host(pg_temp.ip(i + 2000))] ELSE ARRAY[host(pg_temp.ip(1 + i * 11 % 280))] END,
 CASE WHEN p = 'windows' THEN jsonb_build_object('cpu', pg_temp.pick(ARRAY['Ryzen 5 5600X', 'i7-12700K', 'i5-9400F'], i, 63), 'gpu', pg_temp.pick(ARRAY['RTX 3060',
  'RX 6700 XT', 'GTX 1660'], i, 64), 'ramGb', 8 * (1 + i % 4), 'diskSerial', upper(substr(md5('d' || i), 1, 12))) END, i % 3 > 0
FROM (SELECT i, pg_temp.pick(ARRAY['windows', 'windows', 'windows', 'ios', 'android', 'ps5'], i, 60) p FROM generate_series(1, 320) i) x;

INSERT INTO login_sessions SELECT i, pg_temp.u(1 + d * 11 % 280, 1), CASE WHEN i % 8 <> 0 THEN pg_temp.u(d, 2) END,
  CASE WHEN i % 5 <> 0 THEN translate(rtrim(encode(sha256(convert_to('rt' || i, 'UTF8')), 'base64'), '='), '+/', '-_') END,
 CASE WHEN i % 17 <> 0 THEN pg_temp.ip(CASE WHEN i % 4 = 0 THEN i + 3000 ELSE 1 + d * 11 % 280 END) END,
 CASE WHEN i % 3 <> 0 THEN hstore(ARRAY['city', split_part(pg_temp.place(d), '|', 1), 'region', split_part(pg_temp.place(d), '|', 2), 'country', 'US']) END, '4.1'
  || i % 3 || '.' || i % 9,
 pg_temp.ts(i, 71), CASE WHEN i % 6 <> 0 THEN pg_temp.ts(i, 71) + pg_temp.h(i, 72) % 14400 * interval '1 second' END
FROM (SELECT i, 1 + pg_temp.h(i, 70) % 320 d FROM generate_series(1, 380) i) x;

INSERT INTO items SELECT upper(substr('swdarmpethatmnt', 1 + i % 5 * 3, 3)) || '-' || lpad((i * 13)::text, 5, '0'), pg_temp.pick(ARRAY['Ashen', 'Gilded',
  'Frostbitten', 'Merlin''s', 'Old King''s', 'Stormcaller', 'Rusty', 'Moonlit'], i, 80) || ' '
 || (ARRAY['Blade', 'Cuirass', 'Ferret', 'Hood', 'Warhorse'])[1 + i % 5] || CASE WHEN i % 4 = 0 THEN ' of ' || pg_temp.pick(ARRAY['Victoria', 'Avalon',
  'Saint George', 'Iris', 'Charlotte'], i, 81) ELSE '' END,
 pg_temp.pick(ARRAY['common', 'rare', 'epic', 'legendary'], i, 82), ARRAY[(ARRAY['weapon', 'armor', 'pet', 'cosmetic', 'mount'])[1 + i % 5],
  pg_temp.pick(ARRAY['season3', 'launch', 'winter', 'tradable'], i, 83)],
 CASE WHEN i % 6 <> 0 THEN hstore(ARRAY['power', (i * 7 % 90)::text, 'weight', (1 + i % 20)::text, 'set', pg_temp.pick(ARRAY['ember', 'tide', 'gale'], i, 84)]) END,
  i * 37 % 40 * 50,
 CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['"My father carried it. So shall my son." - Brandon the Bold', 'It hums when goblins are near.',
  'Do not feed after midnight.', 'Forged for Queen Abigail in the year 904.'], i, 85) END,
 'icons/' || lpad((i * 13)::text, 5, '0') || '_128.png', substr(md5('ic' || i) || md5('jc' || i), 1, 40)
FROM generate_series(1, 120) i;

INSERT INTO characters SELECT i, pg_temp.u(1 + i * 3 % 280, 1), pg_temp.pick(ARRAY['Thal', 'Bryn', 'Kor', 'Elar', 'Zyn', 'Mor', 'Aeri', 'Grim', 'Vex', 'Lun'], i, 90)
  || pg_temp.pick(ARRAY['dris', 'wyn', 'gath', 'ion', 'tooth', 'elle', 'bane', 'ara'], i, 91)
 || CASE WHEN i % 4 = 0 THEN lower(pg_temp.fn(1 + i * 3 % 280)) WHEN i % 3 = 0 THEN i::text ELSE '' END, pg_temp.pick(ARRAY['warrior', 'mage', 'rogue', 'healer',
  'ranger'], i, 92), 1 + pg_temp.h(i, 93) % 60, pg_temp.h(i, 94) % 250000,
 CASE WHEN i % 5 <> 0 THEN jsonb_build_object('skin', i % 12, 'hair', pg_temp.pick(ARRAY['black', 'silver', 'red'], i, 95), 'sex',
  CASE i % 2 WHEN 0 THEN 'f' ELSE 'm' END, 'height', 160 + i % 40) END,
 hstore(ARRAY['str', (5 + i % 20)::text, 'int', (5 + i * 3 % 20)::text, 'luck', (i % 7)::text]), CASE WHEN i % 12 <> 0 THEN 1 + i % 24 END,
 CASE WHEN i % 10 < 3 THEN pg_temp.pick(ARRAY['Born under a broken moon, ', 'Exiled from Avalon, ', 'My guildmate ' || pg_temp.fn(i + 40) || ' made me roll this, ',
  'Last of her clan, '], i, 96) || pg_temp.pick(ARRAY['seeks revenge.', 'sells turnips.', 'hates bards.',
  'named after my late dog.'], i, 97) END
FROM generate_series(1, 330) i;

INSERT INTO matches SELECT i, pg_temp.pick(ARRAY['ranked_3v3', 'casual', 'arena', 'capture'], i, 100), pg_temp.pick(ARRAY['Blackmire', 'Port Charlotte',
  'The Madison Vaults', 'Sunken Keep', 'Glass Desert', 'Old Tampa'], i, 101), 1 + i % 24,
 CASE WHEN i % 4 = 0 THEN ARRAY[pg_temp.pick(ARRAY['double_gold', 'fog', 'no_mounts'], i, 102)] END, CASE WHEN i % 3 <> 0 THEN 'replays/2024/' || lpad(i::text, 8,
  '0') || '.erp' END, 300 + pg_temp.h(i, 103) % 1500, pg_temp.ts(i, 104)
FROM generate_series(1, 150) i;

INSERT INTO match_players SELECT m, pg_temp.u(1 + c * 3 % 280, 1), c, 1 + k % 2, pg_temp.h(i, 111) % 4000, CASE WHEN i % 7 <> 0 THEN ARRAY['SWD-'
  || lpad((i % 24 * 65)::text, 5, '0'), 'potion_' || 1 + i % 3] END,
 CASE WHEN i % 9 <> 0 THEN pg_temp.ip(1 + c * 3 % 280) END, CASE WHEN i % 10 < 3 THEN pg_temp.pick(ARRAY['great healer, ', 'left after first round, ',
  'kept screaming in voice, ', 'friendly, ', 'blames everybody, '], i, 112)
  || pg_temp.pick(ARRAY['would play again', 'reported', 'maybe a kid?', 'good calls', 'says he is ' || pg_temp.fn(i) || ' from ' || split_part(pg_temp.place(i), '|',
  1)], i, 113) END,
 CASE WHEN i % 10 = 4 THEN 'https://media.emberfall.net/voice/' || m || '/' || substr(md5('v' || i), 1, 10) || '.opus' END
FROM (SELECT i, 1 + (i - 1) / 2 % 150 m, i % 2 k, 1 + i * 17 % 330 c FROM generate_series(1, 300) i) x;

INSERT INTO chat_messages SELECT i, pg_temp.u(s, 1), pg_temp.u(1 + (s + 1 + pg_temp.h(i, 121) % 270) % 280, 1), b,
 CASE WHEN i % 10 < 3 THEN jsonb_build_object('es', pg_temp.pick(ARRAY['¿juegas esta noche?', 'gracias hermano', 'nos vemos mañana', 'dame tu número'], i, 122),
  'src', b) END, i % 23 = 0, pg_temp.ts(i, 123)
FROM (SELECT i, 1 + pg_temp.h(i, 120) % 280 s, CASE WHEN i % 73 = 0 THEN '.' ELSE pg_temp.pick(ARRAY['u on tonight?', 'my discord is ' || pg_temp.nick(i + 70),
  'gg wp', 'cant, mom is in the hospital', 'call me ' || pg_temp.tel(i + 70), 'selling the frost set 2k',
 'happy bday ' || pg_temp.fn(i + 70) || '!!', 'stop following me you creep', 'just moved to ' || split_part(pg_temp.place(i + 70), '|', 1), 'ok'], i, 124)
  || pg_temp.pick(ARRAY['', ' lol', ' :)', ' asap', ' bro', '...'], i, 125) END b FROM generate_series(1, 360) i) x;

INSERT INTO purchases SELECT i, 'EF-' || 2023 + i % 2 || '-' || lpad((i * 131)::text, 7, '0'), pg_temp.u(p, 1),
  (SELECT sku FROM items ORDER BY sku OFFSET pg_temp.h(i, 131) % 120 LIMIT 1), (ARRAY[4.99, 9.99, 19.99, 49.99])[1 + i % 4], 'USD', v,
 CASE WHEN v = 'card' THEN right((ARRAY['4081180219978917', '4081445634945365', '4276331168693917', '5469298936474124', '2202513330803184', '4276866259102609',
  '4081121674642077',
'5469160422128517', '4081171181235147', '5469950495227000', '4081834939386484', '4081377522866751', '2202802559020525', '4276723499257505',
'5469206563065990', '4276490476800216', '5469334882774348', '4276898322680568', '4276569581260620', '4081986099597217', '4081539759031900',
'2202310023780419', '4276315137754769', '5469922250404181', '2202688400483875', '4081962117909189', '4081513077629265', '2202719499396866',
'4081473729561525', '2202501373499713', '4276423383174755', '2202690925777880', '2202507105410001', '5469368907935286', '4081751727292916',
'4081983773935565', '4276887367778650', '2202816574733292', '5469975456278171', '4276246507261640', '2202144641508963', '2202397208301145',
'5469744708591124', '4081489262842130', '4276396608255577', '2202172224795343', '4081615545812686', '4081549553581778', '4276701465776294',
'2202624611619262', '5469193215289667', '2202339928936891', '4081458477016368', '2202392295807575', '4276842772442657', '4276124079539828',
'5469543832322079', '4081725322847324', '4276499643711370', '4081064551048242', '5469920683050795', '4276507978057670', '4081494325527066',
'5469704301598686', '2202239927338083', '2202258708513904', '4276235744955544', '2202050547165875', '4081627473921306', '2202602224221288',
'4276327235500788', '4081112811610036', '5469400186290214', '5469677562887628', '4276854289569708', '4276798378479289', '4081905268076183',
'4276990955201752', '2202112288708386', '5469915627171723'])[1 + p % 80], 4) END,
  CASE WHEN i % 57 = 0 THEN 'n/a' WHEN v = 'card' THEN CASE WHEN i % 3 = 0 THEN upper(pg_temp.fn(p) || ' ' || pg_temp.ln(p)) ELSE pg_temp.fn(p) || ' '
  || pg_temp.ln(p) END END,
 CASE WHEN v = 'card' AND i % 5 <> 0 THEN jsonb_build_object('line1', pg_temp.addr(p), 'city', split_part(pg_temp.place(p), '|', 1), 'state',
  split_part(pg_temp.place(p), '|', 2), 'zip', pg_temp.zip(p)) END, CASE WHEN i % 6 <> 0 THEN pg_temp.ip(p) END,
 CASE WHEN i % 10 < 2 THEN pg_temp.pick(ARRAY['Happy birthday ', 'Sorry about last night, ', 'Merry Xmas ', 'For my favorite tank, '], i, 132) || pg_temp.fn(i + 80)
  || pg_temp.pick(ARRAY['!', ' <3', '. Love, Dad', ' - get well soon'], i, 133) END,
 CASE WHEN i % 12 <> 0 THEN pg_temp.ts(i, 134) END
FROM (SELECT i, 1 + pg_temp.h(i, 130) % 280 p, pg_temp.pick(ARRAY['card', 'card', 'card', 'paypal', 'steam', 'apple'], i, 135) v FROM generate_series(1, 260) i) x;

INSERT INTO leagues SELECT i, pg_temp.pick(ARRAY['Ember Open', 'Frost Cup', 'Collegiate Clash', 'Masters of Avalon', 'Rookie Ladder'], i, 140) || ' ' || 'S' || i,
  1 + i % 5, ARRAY[pg_temp.pick(ARRAY['NA', 'EU'], i, 141), pg_temp.pick(ARRAY['SEA', 'LATAM'], i, 142)],
 jsonb_build_object('bestOf', 3 + i % 2 * 2, 'minAge', 16, 'maxRoster', 5), hstore(ARRAY['1st', (1000 * (1 + i % 9))::text, '2nd', (400 * (1 + i % 9))::text]),
 CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['Volt Energy Drinks Inc.', 'Kraken Keyboards LLC', 'Peterson Audio Corp.', 'Nimbus Hosting'], i, 143) END,
  CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['partners@voltdrink.com', 'esports@krakenkeys.com', 'marketing@petersonaudio.com'], i, 144) END,
 date '2023-01-15' + i * 30
FROM generate_series(1, 18) i;

INSERT INTO league_entries SELECT 1 + i % 18, pg_temp.u(p, 1), CASE WHEN i % 37 = 0 THEN lower(pg_temp.fn(p) || '  '
  || pg_temp.ln(p)) WHEN i % 8 <> 0 THEN pg_temp.fn(p) || ' ' || CASE WHEN i % 6 = 0 THEN substr('ABCDEJKLMRST', 1 + i % 12, 1) || '. ' ELSE '' END || pg_temp.ln(p) END,
 CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['American', 'USA', 'Canadian', 'Mexican', 'Korean', 'German'], i, 150) END,
 CASE WHEN i % 2 = 0 THEN pg_temp.addr(p) || ', ' || split_part(pg_temp.place(p), '|', 1) || ', ' || split_part(pg_temp.place(p), '|', 2) || ' '
  || pg_temp.zip(p) END, CASE WHEN i % 43 = 0 THEN '-' WHEN i % 3 <> 1 THEN pg_temp.tel(p) END,
 CASE WHEN i % 10 < 3 THEN CASE WHEN i % 2 = 0 THEN jsonb_build_object('method', 'ach', 'routing', pg_temp.pick(ARRAY['021000021', '111000025', '121000248',
  '026009593'], i, 151), 'account', lpad(pg_temp.h(i, 152)::text, 10, '0'))
  ELSE jsonb_build_object('method', 'paypal', 'email', pg_temp.mail(p)) END END, pg_temp.h(i, 153) % 90
FROM (SELECT i, 1 + i * 9 % 280 p FROM generate_series(1, 190) i) x;

INSERT INTO sanctions SELECT i, pg_temp.u(p, 1), (ARRAY['warning', 'mute', 'suspension', 'permaban'])[1 + pg_temp.h(i, 161) % 4]::sanction_kind,
 pg_temp.pick(ARRAY['Aimbot detected', 'Racist slurs in lobby chat', 'Real money trading', 'Doxxed another player', 'Harassment of a streamer', 'Chargeback fraud'],
  i, 162) || pg_temp.pick(ARRAY['', ', second offence', ', told a teammate to kill himself', ', admitted in ticket', ', alt of ' || pg_temp.nick(p + 5)], i, 163),
 CASE WHEN i % 3 <> 0 THEN jsonb_build_object('messages', jsonb_build_array(pg_temp.pick(ARRAY['go back to your country', 'i know where u live ' || pg_temp.fn(p + 5),
  'ez hacks lol', 'paypal me 20 bucks'], i, 164)), 'detector', round(pg_temp.h(i, 165) % 100 / 100.0, 2)) END,
 CASE WHEN i % 10 < 4 THEN ARRAY[host(pg_temp.ip(p))] END, CASE WHEN i % 10 IN (1, 5, 9) THEN pg_temp.pick(ARRAY['It was my little brother on my account',
  'I was drunk, sorry', 'I have Tourettes and this is discrimination', 'please I paid 200$'], i, 166)
  || pg_temp.pick(ARRAY['.', ', my name is ' || pg_temp.fn(p), '!!!', ', unban me'], i, 167) END, CASE WHEN i % 5 <> 0 THEN 1 + i % 60 END, pg_temp.ts(i, 168),
  CASE WHEN i % 4 <> 0 THEN pg_temp.ts(i, 168) + i % 30 * interval '1 day' END
FROM (SELECT i, 1 + pg_temp.h(i, 160) % 280 p FROM generate_series(1, 150) i) x;

INSERT INTO friendships SELECT pg_temp.u(a, 1), pg_temp.u(1 + (a + 2 + pg_temp.h(i, 171) % 200) % 280, 1),
  CASE WHEN i % 10 < 3 THEN pg_temp.pick(ARRAY[pg_temp.fn(i + 90), pg_temp.fn(i + 90) || ' (work)', 'lil bro', pg_temp.fn(i + 90) || ' ' || left(pg_temp.ln(i + 90),
  1) || '.', 'ex'], i, 172) END,
 CASE WHEN i % 4 = 0 THEN ARRAY[pg_temp.pick(ARRAY['irl', 'guild', 'family', 'girlfriend', 'school'], i, 173)] END,
  CASE WHEN i % 6 <> 0 THEN date '2021-03-03' + pg_temp.h(i, 174) % 1300 END
FROM (SELECT i, 1 + (i - 1) % 280 a FROM generate_series(1, 280) i) x;

INSERT INTO app_settings SELECT (ARRAY['chat.maxLength', 'shop.currency', 'login.rateLimit', 'mail.from', 'mail.templates.reset', 'match.tickRate',
  'maintenance.banner', 'cdn.base', 'support.phone', 'ban.defaultDays', 'season.current', 'log.level'])[i],
 (ARRAY['280', '"USD"', '{"perMinute": 6}', '"no-reply@emberfall.net"', '{"subject": "Reset your password", "body": "Hi {{handle}}, click the link below."}', '60',
  '{"text": "Servers restart at 4am", "on": false}', '"https://cdn.emberfall.net"', '"+1 800 555 0142"', '7', '3',
  '"info"'])[i]::jsonb, CASE WHEN i % 3 = 0 THEN hstore('env', 'prod') END, CASE WHEN i % 4 <> 0 THEN 'See the operations handbook, section ' || i END,
  CASE WHEN i % 2 = 0 THEN i END
FROM generate_series(1, 12) i;
