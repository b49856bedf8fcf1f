SET client_min_messages = warning;
SET timezone = 'UTC';
-- pseudo-random number below n for row i and purpose s
CREATE FUNCTION pg_temp.r(i bigint, s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5(i || ':' || s), 1, 7))::bit(28)::int % n $$;
CREATE FUNCTION pg_temp.pick(i bigint, s int, a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.r(i, s, cardinality(a))] $$;
CREATE FUNCTION pg_temp.u(k text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT overlay(overlay(md5(k || i) placing '4' from 13) placing substr('89ab', 1 + (i % 4)::int, 1) from 17)::uuid $$;
CREATE FUNCTION pg_temp.sha(k text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT encode(sha256(convert_to(k, 'UTF8')), 'hex') $$;
CREATE FUNCTION pg_temp.luhn(s text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT s || (10 - sum(CASE WHEN (length(s) - p) % 2 = 0 THEN d * 2 / 10 + d * 2 % 10 ELSE d END) % 10) % 10
   FROM (SELECT p, substr(s, p, 1)::int AS d FROM generate_series(1, length(s)) AS p) AS x $$;
CREATE FUNCTION pg_temp.given(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY[
'Olivia','Callum','Priya','Marcus','Hannah','Declan','Zoe','Tyrone','Grace','Nathan','Imogen','Kwame','Sophie','Ethan',
'Aisha','Logan','Megan','Rory','Chloe','Darius','Freya','Wesley','Naomi','Jasper','Bethany','Omar','Lucy','Trevor',
'Caitlin','Desmond','Harriet','Mei','Gareth','Shannon','Isaac','Yasmin','Toby','Brianna','Angus','Leah','Curtis',
'Fiona','Malik','Audrey','Spencer','Niamh'])[1 + pg_temp.r(i, 1, 46)] $$;
CREATE FUNCTION pg_temp.family(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY[
'Whitaker','Okafor','Hughes','Patel','Sinclair','Donnelly','Bradshaw','Reyes','Pemberton','Osei','Fletcher','Nguyen',
'McAllister','Barker','Chaudhry','Larsen','Stokes','Delgado','Harrington','Kaur','Brennan','Vance','Ashworth','Mbeki',
'Coleman','Fraser','Goldberg','Hollis','Iqbal','Jennings','Kowalski','Lockwood','Moreau','Norris','O''Rourke','Pritchard',
'Quigley','Rosenthal','Sutherland','Thackeray','Underwood','Vasquez','Winslow','Yates'])[1 + pg_temp.r(i, 2, 44)] $$;
CREATE FUNCTION pg_temp.cc(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT substr('USUSUSUSGBGBGBGBCACAAUAUIE', 1 + 2 * pg_temp.r(i, 3, 13), 2) $$;
CREATE FUNCTION pg_temp.phone(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE pg_temp.cc(i)
 WHEN 'US' THEN '+1' || pg_temp.pick(i, 4, '{415,212,312,617,503,206,303,512,718,404,702,919}') ||
   (220 + pg_temp.r(i, 5, 290)) || lpad(pg_temp.r(i, 6, 10000)::text, 4, '0')
 WHEN 'CA' THEN '+1' || pg_temp.pick(i, 4, '{416,604,514,403,613}') ||
   (220 + pg_temp.r(i, 5, 290)) || lpad(pg_temp.r(i, 6, 10000)::text, 4, '0')
 WHEN 'GB' THEN '+447' || pg_temp.pick(i, 4, '{710,725,738,747,760,773,788,795,985,401,590}') ||
   lpad(pg_temp.r(i, 6, 1000000)::text, 6, '0')
 WHEN 'AU' THEN '+614' || (10 + pg_temp.r(i, 5, 20)) || lpad(pg_temp.r(i, 6, 1000000)::text, 6, '0')
 ELSE '+3538' || (5 + pg_temp.r(i, 5, 3)) || lpad(pg_temp.r(i, 6, 10000000)::text, 7, '0') END $$;
CREATE FUNCTION pg_temp.ip(i bigint) RETURNS inet LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.r(i, 7, 6) = 0
 THEN ('2a02:c7c:' || to_hex(4096 + pg_temp.r(i, 8, 60000)) || ':' || to_hex(256 + pg_temp.r(i, 9, 60000)) || '::' ||
   to_hex(1 + pg_temp.r(i, 10, 65000)))::inet
 ELSE (pg_temp.pick(i, 8, '{73,81,86,92,98,107,142,174,24,49,101,109}') || '.' || pg_temp.r(i, 9, 256) || '.' ||
   pg_temp.r(i, 10, 256) || '.' || (1 + pg_temp.r(i, 11, 254)))::inet END $$;
CREATE FUNCTION pg_temp.ua(i bigint, p text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE p
WHEN 'ios' THEN 'Courier/7.' || pg_temp.r(i, 13, 12) || ' (iPhone; iOS 17.' || pg_temp.r(i, 14, 6) || '; Scale/3.00)'
WHEN 'android' THEN 'Courier-Android/7.' || pg_temp.r(i, 13, 12) || pg_temp.pick(i, 12, '{.1 (Android 14; SM-S911B),.0 (Android 13; Pixel 7a),.0 (Android 12; moto g84)}')
WHEN 'web' THEN 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/12' || pg_temp.r(i, 14, 9) ||
'.0.0.0 Safari/537.36' ELSE 'Courier-Desktop/7.' || pg_temp.r(i, 13, 12) || pg_temp.pick(i, 12, '{.2 (macOS 14.4; arm64),.0 (Windows 11; x64)}') END $$;

INSERT INTO "appVersions" ("id", "platform", "version", "build", "minOsVersion", "releaseNotes", "isForced", "releasedAt")
SELECT i, (ARRAY['ios', 'android', 'desktop'])[1 + (i - 1) % 3]::"platform", '7.' || (i - 1) / 3 || '.0', 70400 + i * 37,
  (ARRAY['15.0', '8.1', NULL])[1 + (i - 1) % 3],
  (ARRAY['Bug fixes and performance improvements.', 'You can now edit a message for 24 hours.',
  'New: voice messages play on while the screen is off.', 'Calls reconnect faster after a change of network.',
  'Dark mode for the sticker browser.', NULL, 'Fixes a crash when a contact has no name.'])[1 + (i - 1) / 3 % 7],
  i <= 3, timestamptz '2023-09-04 09:00Z' + (i - 1) / 3 * interval '33 days' + i % 3 * interval '5 hours'
FROM generate_series(1, 24) AS i;

INSERT INTO "servers" VALUES
(1, 'edge-01.fra.courier-msg.net', '185.93.2.11', '3c:ec:ef:40:1a:02', 'eu-central', 'Frankfurt', 50.11552, 8.68417, 'noc@courier-msg.net', true),
(2, 'edge-02.fra.courier-msg.net', '185.93.2.12', '3c:ec:ef:40:1a:17', 'eu-central', 'Frankfurt', 50.11552, 8.68417, 'noc@courier-msg.net', true),
(3, 'edge-01.lon.courier-msg.net', '185.59.221.8', '3c:ec:ef:51:c0:9e', 'eu-west', 'London', 51.51142, -0.00212, 'noc@courier-msg.net', true),
(4, 'edge-02.lon.courier-msg.net', '185.59.221.9', '3c:ec:ef:51:c0:a4', 'eu-west', 'London', 51.51142, -0.00212, NULL, true),
(5, 'turn-01.lon.courier-msg.net', '185.59.221.40', NULL, 'eu-west', 'London', 51.51142, -0.00212, 'voice-ops@courier-msg.net', true),
(6, 'edge-01.ams.courier-msg.net', '89.187.174.20', '0c:c4:7a:d9:33:10', 'eu-west', 'Amsterdam', 52.30344, 4.93758, NULL, true),
(7, 'turn-01.ams.courier-msg.net', '89.187.174.33', '0c:c4:7a:d9:33:8c', 'eu-west', 'Amsterdam', 52.30344, 4.93758, 'voice-ops@courier-msg.net', false),
(8, 'edge-01.iad.courier-msg.net', '138.199.8.5', 'ac:1f:6b:2e:71:00', 'us-east', 'Ashburn', 39.01627, -77.45904, 'noc@courier-msg.net', true),
(9, 'edge-02.iad.courier-msg.net', '138.199.8.6', 'ac:1f:6b:2e:71:0c', 'us-east', 'Ashburn', 39.01627, -77.45904, 'noc@courier-msg.net', true),
(10, 'db-01.iad.courier-msg.net', '138.199.8.70', 'ac:1f:6b:2e:80:41', 'us-east', 'Ashburn', 39.01627, -77.45904, 'dba@courier-msg.net', true),
(11, 'edge-01.sjc.courier-msg.net', '143.244.48.14', 'ac:1f:6b:9a:05:d2', 'us-west', 'San Jose', 37.24189, -121.78290, NULL, true),
(12, 'edge-01.syd.courier-msg.net', '103.216.220.7', NULL, 'ap-southeast', 'Sydney', -33.92154, 151.18837, 'noc@courier-msg.net', true),
(13, 'edge-01.sin.courier-msg.net', '89.187.163.50', '0c:c4:7a:11:ee:21', 'ap-southeast', 'Singapore', 1.29542, 103.79010, NULL, true),
(14, 'build-01.courier-msg.net', '138.199.8.91', 'ac:1f:6b:2e:99:a7', 'us-east', NULL, NULL, NULL, 'release@courier-msg.net', false);

INSERT INTO "stickerPacks"
SELECT pg_temp.u('pack', i), (ARRAY['Grumpy Otters', 'Office Cactus', 'Tea Time', 'Rainy Day Frogs', 'Space Hamsters', 'Tiny Dragons',
  'Sunday Football', 'Coffee First', 'Paper Boats', 'Lazy Sloth', 'Neon City', 'Good Boy Max'])[i],
  (ARRAY['Pixel Fox Studio', 'Marlow & Finch', 'Nine Lives Ltd', NULL])[1 + i % 4],
  (ARRAY['hello@pixelfox.studio', 'licensing@marlowfinch.co.uk', 'office@ninelives.example', NULL])[1 + i % 4],
  i % 3 = 0, (ARRAY[0, 0, 199, 0, 99])[1 + i % 5]
FROM generate_series(1, 12) AS i;

INSERT INTO "stickers" ("packId", "emoji", "fileName", "sha256", "widthPx")
SELECT pg_temp.u('pack', 1 + (i - 1) / 10), (ARRAY['😀', '😢', '👍', '❤️', '😡', '🎉', '🙏', '😴', '🤔', '👋'])[1 + (i - 1) % 10],
  'sticker_' || lpad(((i - 1) % 10 + 1)::text, 2, '0') || (CASE WHEN (1 + (i - 1) / 10) % 3 = 0 THEN '.apng' ELSE '.webp' END),
  pg_temp.sha('sticker' || i), 512
FROM generate_series(1, 120) AS i;

INSERT INTO "users"
SELECT pg_temp.u('user', i),
  CASE WHEN pg_temp.r(i, 20, 40) = 0 THEN NULL ELSE pg_temp.phone(i) END,
  CASE WHEN pg_temp.r(i, 21, 10) < 3 THEN NULL ELSE CASE pg_temp.r(i, 22, 4)
    WHEN 0 THEN lower(pg_temp.given(i)) || '_' || lower(replace(pg_temp.family(i), '''', '')) || i % 100
    WHEN 1 THEN lower(left(pg_temp.given(i), 1) || replace(pg_temp.family(i), '''', '')) || i
    WHEN 2 THEN pg_temp.pick(i, 23, '{night,silver,lucky,mellow,captain,dizzy,cosmic,rusty,velvet,salty}') ||
      pg_temp.pick(i, 24, '{fox,badger,otter,wren,moth,piper,walrus,kestrel,biscuit}') || i
    ELSE pg_temp.given(i) || '.' || left(pg_temp.family(i), 1) || (1970 + i % 40) || i % 7 END END,
  CASE pg_temp.r(i, 25, 90) WHEN 0 THEN '-' WHEN 1 THEN 'n/a' WHEN 2 THEN lower(pg_temp.given(i) || ' ' || pg_temp.family(i))
    WHEN 3 THEN pg_temp.given(i) || '  ' || pg_temp.family(i)
    ELSE CASE pg_temp.r(i, 26, 9) WHEN 0 THEN pg_temp.given(i) WHEN 1 THEN pg_temp.given(i) || ' ' || left(pg_temp.family(i), 1) || '.'
      WHEN 2 THEN pg_temp.given(i) || ' ' || pg_temp.pick(i, 27, '{🌻,⚽,🎸,🐾,✨}')
      ELSE pg_temp.given(i) || ' ' || pg_temp.family(i) END END,
  CASE WHEN pg_temp.r(i, 28, 10) < 5 THEN NULL ELSE lower(pg_temp.given(i)) || pg_temp.pick(i, 29, '{.,_,""}') ||
    lower(replace(pg_temp.family(i), '''', '')) || pg_temp.r(i, 30, 99) || '@' ||
    pg_temp.pick(i, 31, '{gmail.com,outlook.com,icloud.com,yahoo.com,proton.me,btinternet.com,hotmail.co.uk,fastmail.com}') END,
  '$argon2id$v=19$m=65536,t=3,p=1$' || rtrim(encode(substr(sha256(convert_to('salt' || i, 'UTF8')), 1, 12), 'base64'), '=') || '$' ||
    rtrim(encode(sha256(convert_to('pw' || i, 'UTF8')), 'base64'), '='),
  CASE WHEN pg_temp.r(i, 32, 10) < 6 THEN NULL ELSE sha256(convert_to('pin' || i, 'UTF8')) END,
  CASE WHEN pg_temp.r(i, 33, 10) < 3 THEN NULL ELSE 'https://cdn.courier-msg.net/avatars/' || left(pg_temp.sha('av' || i), 2) || '/' ||
    substr(pg_temp.sha('av' || i), 3, 24) || '.jpg' END,
  CASE WHEN pg_temp.r(i, 34, 10) < 4 THEN NULL ELSE pg_temp.pick(i, 35, ARRAY['Available', 'At work', 'Hey there! I am using Courier',
    'Can''t talk, text only', 'Mum of three, runner, terrible cook', 'Living in ' || pg_temp.pick(i, 36, '{Leeds,Austin,Cork,Perth,Halifax}'),
    'ask me about sourdough', 'battery about to die', 'PhD student @ ' || pg_temp.pick(i, 37, '{Durham,McGill,UCD,Purdue}'), 'busy until Monday',
    'she/her · cyclist · cats', 'Be kind.', 'Retired teacher, allotment 14', '…']) END,
  CASE WHEN pg_temp.r(i, 38, 10) < 6 THEN NULL ELSE date '1952-02-03' + pg_temp.r(i, 39, 20500) END,
  CASE WHEN pg_temp.r(i, 40, 10) < 7 THEN NULL ELSE pg_temp.pick(i, 41, '{female,male,female,male,nonbinary,undisclosed}') END,
  pg_temp.cc(i),
  CASE pg_temp.cc(i) WHEN 'US' THEN pg_temp.pick(i, 42, '{en-US,en-US,en-US,es-US}') WHEN 'GB' THEN 'en-GB'
    WHEN 'CA' THEN pg_temp.pick(i, 42, '{en-CA,en-CA,fr-CA}') WHEN 'AU' THEN 'en-AU' ELSE 'en-IE' END,
  CASE WHEN pg_temp.r(i, 43, 20) = 0 THEN NULL ELSE CASE pg_temp.cc(i)
    WHEN 'US' THEN pg_temp.pick(i, 44, '{America/New_York,America/Chicago,America/Los_Angeles,America/Denver}')
    WHEN 'GB' THEN 'Europe/London' WHEN 'CA' THEN pg_temp.pick(i, 44, '{America/Toronto,America/Vancouver,America/Halifax}')
    WHEN 'AU' THEN pg_temp.pick(i, 44, '{Australia/Sydney,Australia/Perth}') ELSE 'Europe/Dublin' END END,
  pg_temp.r(i, 45, 5) > 0, pg_temp.pick(i, 46, '{everyone,contacts,contacts,nobody}')::"visibility",
  i % 73 = 0, (CASE WHEN i % 41 = 0 THEN 'deleted' WHEN i % 37 = 0 THEN 'suspended' ELSE 'active' END)::"accountStatus",
  CASE WHEN pg_temp.r(i, 47, 8) = 0 THEN NULL ELSE timestamptz '2024-05-01Z' + pg_temp.r(i, 48, 1440) * interval '1 hour' END,
  timestamptz '2021-03-01 08:00Z' + i * interval '5 days 7 hours 13 minutes'
FROM generate_series(1, 220) AS i;

INSERT INTO "devices" ("userId", "platform", "model", "deviceName", "osVersion", "imei", "userAgent", "lastIp", "appVersionId", "linkedAt")
SELECT pg_temp.u('user', w), p::"platform",
  CASE p WHEN 'ios' THEN pg_temp.pick(i, 52, '{"iPhone 12","iPhone 13 mini","iPhone 14 Pro","iPhone 15","iPad Air (5th gen)"}')
    WHEN 'android' THEN pg_temp.pick(i, 52, '{"SM-S911B","Pixel 7a","Pixel 8","moto g84","SM-A546E","Nokia G42","CPH2581"}')
    WHEN 'desktop' THEN pg_temp.pick(i, 52, '{"MacBook Air","ThinkPad X1","XPS 13","iMac"}') END,
  CASE pg_temp.r(i, 53, 5) WHEN 0 THEN NULL WHEN 1 THEN pg_temp.pick(i, 54, '{work phone,old tablet,kitchen iPad,laptop,home pc}')
    ELSE pg_temp.given(w) || '''s ' || CASE p WHEN 'ios' THEN 'iPhone' WHEN 'android' THEN pg_temp.pick(i, 54, '{phone,Galaxy,Pixel}')
    ELSE pg_temp.pick(i, 54, '{MacBook,laptop,PC}') END END,
  CASE p WHEN 'ios' THEN '17.' || pg_temp.r(i, 55, 6) WHEN 'android' THEN (9 + pg_temp.r(i, 55, 6))::text
    WHEN 'desktop' THEN pg_temp.pick(i, 55, '{macOS 14.4,Windows 11 23H2,Ubuntu 22.04}') END,
  CASE WHEN p = 'android' AND pg_temp.r(i, 56, 10) < 6 THEN
    pg_temp.luhn(pg_temp.pick(i, 57, '{35320911,35745210,86093804,35451111,35698510}') || lpad(pg_temp.r(i, 58, 1000000)::text, 6, '0')) END,
  pg_temp.ua(i, p), CASE WHEN i % 29 = 0 THEN NULL ELSE pg_temp.ip(i) END, 1 + pg_temp.r(i, 59, 24),
  timestamptz '2023-06-01 10:00Z' + i * interval '27 hours 11 minutes'
FROM (SELECT i, 1 + pg_temp.r(i, 50, 220) AS w, pg_temp.pick(i, 51, '{ios,ios,android,android,android,desktop,web}') AS p
  FROM generate_series(1, 280) AS i) AS d;

INSERT INTO "sessions" ("userId", "deviceId", "sessionToken", "refreshTokenHash", "ipAddress", "approxLocation", "startedAt", "expiresAt")
SELECT d."userId", d."deviceId", pg_temp.sha('sess' || i), CASE WHEN i % 3 > 0 THEN pg_temp.sha('refresh' || i) END, pg_temp.ip(i + 1000),
  CASE WHEN pg_temp.r(i, 60, 12) = 0 THEN NULL ELSE pg_temp.pick(i, 61, '{"Leeds, GB","Austin, US","Cork, IE","Perth, AU","Halifax, CA",
  "Chicago, US","Bristol, GB","Glasgow, GB","Oakland, US","Brooklyn, US","Toronto, CA","Brisbane, AU","Cardiff, GB","Seattle, US",
  "Galway, IE","Denver, US","Nottingham, GB","Vancouver, CA","Tampa, US","Unknown"}') END,
  timestamptz '2024-05-02 06:00Z' + i * interval '3 hours 17 minutes',
  CASE WHEN i % 5 > 0 THEN timestamptz '2024-08-02 06:00Z' + i * interval '3 hours 17 minutes' END
FROM generate_series(1, 240) AS i JOIN "devices" AS d ON d."deviceId" = i ORDER BY i;

INSERT INTO "pushTokens" ("deviceId", "provider", "token", "voipToken", "bundleId", "failedCount", "createdAt")
SELECT "deviceId", CASE "platform" WHEN 'ios' THEN 'apns' WHEN 'android' THEN 'fcm' ELSE 'wns' END,
  CASE "platform" WHEN 'ios' THEN pg_temp.sha('apns' || "deviceId") WHEN 'android' THEN
    translate(encode(substr(sha256(convert_to('f' || "deviceId", 'UTF8')), 1, 16), 'base64'), '+/=', '-_') || ':APA91b' ||
    translate(encode(sha256(convert_to('g' || "deviceId", 'UTF8')), 'base64'), '+/=', '-_') ||
    translate(encode(sha256(convert_to('h' || "deviceId", 'UTF8')), 'base64'), '+/=', '-_')
  ELSE 'https://wns2-db5p.notify.windows.com/?token=' || translate(encode(sha256(convert_to('w' || "deviceId", 'UTF8')), 'base64'), '+/=', '-_') END,
  CASE WHEN "platform" = 'ios' AND "deviceId" % 4 > 0 THEN pg_temp.sha('voip' || "deviceId") END,
  'net.courier.messenger' || CASE "platform" WHEN 'desktop' THEN '.desktop' WHEN 'web' THEN '.web' ELSE '' END,
  CASE WHEN "deviceId" % 17 = 0 THEN 3 ELSE 0 END, "linkedAt" + interval '4 seconds'
FROM "devices" WHERE "deviceId" % 9 > 0;

INSERT INTO "contacts" ("ownerId", "contactUserId", "firstName", "lastName", "phone", "email", "birthday", "note", "isFavorite", "addedAt")
SELECT pg_temp.u('user', 1 + pg_temp.r(i, 70, 220)), CASE WHEN c <= 220 THEN pg_temp.u('user', c) END,
  CASE pg_temp.r(i, 72, 25) WHEN 0 THEN 'Mum' WHEN 1 THEN 'Dad' WHEN 2 THEN pg_temp.given(c) || ' ' || pg_temp.pick(i, 73, '{plumber,work,gym,school}')
    WHEN 3 THEN lower(pg_temp.given(c)) ELSE pg_temp.given(c) END,
  CASE WHEN pg_temp.r(i, 74, 10) < 2 THEN NULL WHEN pg_temp.r(i, 74, 70) = 9 THEN '' ELSE pg_temp.family(c) END,
  CASE WHEN pg_temp.r(i, 83, 70) = 0 THEN '-' WHEN pg_temp.r(i, 75, 12) = 0 THEN pg_temp.phone(c) ELSE CASE WHEN left(pg_temp.phone(c), 2) = '+1' THEN
      '(' || substr(pg_temp.phone(c), 3, 3) || ') ' || substr(pg_temp.phone(c), 6, 3) || '-' || substr(pg_temp.phone(c), 9)
    WHEN left(pg_temp.phone(c), 3) = '+44' THEN '0' || substr(pg_temp.phone(c), 4, 4) || ' ' || substr(pg_temp.phone(c), 8)
    WHEN left(pg_temp.phone(c), 3) = '+61' THEN '0' || substr(pg_temp.phone(c), 4, 3) || ' ' || substr(pg_temp.phone(c), 7, 3) || ' ' ||
      substr(pg_temp.phone(c), 10)
    ELSE '0' || substr(pg_temp.phone(c), 5, 2) || ' ' || substr(pg_temp.phone(c), 7, 3) || ' ' || substr(pg_temp.phone(c), 10) END END,
  CASE WHEN pg_temp.r(i, 76, 10) < 7 THEN NULL ELSE lower(left(pg_temp.given(c), 1)) || '.' || lower(replace(pg_temp.family(c), '''', '')) || '@' ||
    pg_temp.pick(i, 77, '{gmail.com,aol.com,sky.com,live.com,thornburyschool.org,hargreaveslaw.co.uk,bellwetherfarms.com}') END,
  CASE WHEN pg_temp.r(i, 78, 10) < 7 THEN NULL WHEN i % 2 = 0 THEN to_char(date '1949-05-05' + pg_temp.r(i, 79, 21000), 'YYYY-MM-DD')
    ELSE to_char(date '2000-01-01' + pg_temp.r(i, 79, 365), '--MM-DD') END,
  CASE WHEN pg_temp.r(i, 80, 10) < 8 THEN NULL ELSE pg_temp.pick(i, 81, ARRAY['met at the conference in Denver', 'Sam''s teacher', 'owes me 40 quid',
    'allergic to nuts!', 'lives above the bakery on ' || pg_temp.pick(i, 82, '{Albion Road,Cedar Street,Mill Lane,Harbour View}'), 'new number since March',
    'landlord, call before 6', 'husband: ' || pg_temp.given(i + 900), 'ex colleague', '?']) END,
  i % 11 = 0, timestamptz '2022-01-10 12:00Z' + i * interval '41 hours'
FROM (SELECT i, 1 + pg_temp.r(i, 71, 360) AS c FROM generate_series(1, 380) AS i) AS x;

INSERT INTO "groups" ("title", "description", "inviteCode", "isBroadcast", "maxMembers", "createdBy", "createdAt")
SELECT (ARRAY['Family', 'Book club', 'Flat 3B', '5-a-side Thursdays', 'Parents Year 4', 'Hiking Peak District', 'Design team', 'Wedding planning',
  'Neighbourhood Watch Elm Grove', 'Uni friends', 'D&D night', 'Office lunch', 'Marathon training', 'Allotment society', 'Cousins'])[1 + (i - 1) % 15] ||
  CASE WHEN i > 15 THEN ' ' || (2018 + i % 6) ELSE '' END,
  CASE WHEN i % 3 = 0 THEN (ARRAY['Rules: no spam, no politics.', 'Fixtures and lifts', 'Please keep it short', 'First Tuesday of the month, 7pm'])[1 + i % 4] END,
  CASE WHEN i % 4 > 0 THEN left(translate(encode(sha256(convert_to('inv' || i, 'UTF8')), 'base64'), '+/=', 'xyz'), 22) END,
  i % 10 = 0, CASE WHEN i % 10 = 0 THEN 5000 ELSE 256 END, pg_temp.u('user', 1 + pg_temp.r(i, 85, 220)),
  timestamptz '2022-02-01 18:00Z' + i * interval '19 days'
FROM generate_series(1, 28) AS i;

INSERT INTO "groupMembers"
SELECT 1 + i % 28, pg_temp.u('user', 1 + (i * 13) % 220), (CASE WHEN i < 29 THEN 'owner' WHEN i % 19 = 0 THEN 'admin' ELSE 'member' END)::"groupRole",
  CASE WHEN pg_temp.r(i, 86, 10) < 7 THEN NULL ELSE pg_temp.pick(i, 87, ARRAY['Captain', 'Bex', 'Gaz', 'Auntie ' || pg_temp.given(i), 'Big T', 'Nana',
    left(pg_temp.given(i + 50), 3), pg_temp.given(i + 50) || 'y', 'Doc', 'Smithy', 'Uncle ' || pg_temp.given(i)]) END,
  CASE WHEN i % 8 = 0 THEN timestamptz '2025-01-01Z' END, timestamptz '2022-09-01 18:00Z' + i * interval '31 hours'
FROM generate_series(1, 260) AS i ON CONFLICT DO NOTHING;

INSERT INTO "messages" ("senderId", "recipientId", "groupId", "type", "body", "sharedLocation", "stickerId", "quotedMessageId", "sentAt", "deliveredAt")
SELECT pg_temp.u('user', 1 + a), CASE WHEN g = 0 THEN pg_temp.u('user', 1 + (a + 1 + pg_temp.r(i, 92, 218)) % 220) END,
  CASE WHEN g > 0 THEN g END, t::"messageType",
  CASE t WHEN 'location' THEN NULL WHEN 'sticker' THEN NULL WHEN 'system' THEN 'You are now in the group'
  ELSE pg_temp.pick(i, 94, ARRAY['hey, are you still up?', 'Running 10 min late, sorry!!', 'ok', 'lol', 'Call me when you get this', '👍',
    'Happy birthday ' || pg_temp.given(i + 7) || '! 🎂', 'Did you pick up the kids?', 'can you send me the address again',
    'It''s ' || (2 + pg_temp.r(i, 95, 140)) || ' ' || pg_temp.pick(i, 96, '{Albion Road,Cedar Street,Mill Lane,Station Approach,Harbour View,Prospect Ave,
    Linden Crescent,Quarry Hill,Birch Close,W 14th St,Magnolia Blvd,Kensington Park Rd,Tollgate Lane,Sycamore Dr,Old Church Rd,Bayview Terrace,
    Foundry St,Chapel Row,Euclid Ave,Marine Parade,Larkspur Ct,Abbey Gardens,Canal Walk,Hawthorn Way,Juniper Street,Kingfisher Close}') ||
    ', ring the top bell', 'my new number is ' || pg_temp.phone(i + 300), 'The doctor says it is only a sprain, phew',
    'Meeting moved to 3, tell ' || pg_temp.given(i + 11), 'I can''t believe she said that', 'Landed! See you at arrivals', 'brb',
    'Can you lend me 50 till Friday?', 'Mum is in hospital again, ward 7', 'Who is bringing the drinks on Saturday?', 'on my way',
    'Thanks for yesterday, it was lovely to see everyone', 'lost my keys AGAIN', 'wifi password is tulip-4471', 'I got the job!!!',
    'No worries, take your time', 'See you tomorrow at ' || (1 + pg_temp.r(i, 95, 9)) || 'pm', 'Are we still on for dinner?', 'thx x',
    'Sent you the invoice, let me know if it is ok', 'Please don''t tell ' || pg_temp.given(i + 13) || ' yet', 'nope', 'What time is the train?',
    'I''m thinking of moving out', 'we split up last week', 'voted already?', 'do you have ' || pg_temp.family(i + 5) || '''s email?']) END,
  CASE WHEN t = 'location' THEN point(round((-122.45 + pg_temp.r(i, 97, 100000) / 100000.0)::numeric, 5)::float,
    round((37.2 + pg_temp.r(i, 98, 80000) / 100000.0)::numeric, 5)::float) END,
  CASE WHEN t = 'sticker' THEN 1 + pg_temp.r(i, 99, 120) END, CASE WHEN i > 40 AND i % 9 = 0 THEN i - 1 - pg_temp.r(i, 100, 30) END,
  timestamptz '2024-06-01 07:00Z' + i * interval '37 minutes 19 seconds',
  CASE WHEN i % 13 > 0 THEN timestamptz '2024-06-01 07:00Z' + i * interval '37 minutes 19 seconds' + pg_temp.r(i, 101, 900) * interval '1 second' END
FROM (SELECT i, pg_temp.r(i, 90, 220) AS a, CASE WHEN pg_temp.r(i, 91, 3) = 0 THEN 1 + pg_temp.r(i, 92, 28) ELSE 0 END AS g,
  pg_temp.pick(i, 93, '{text,text,text,text,text,text,text,text,text,image,image,file,location,sticker,text,text,system}') AS t
  FROM generate_series(1, 400) AS i) AS m;

INSERT INTO "attachments"
SELECT pg_temp.u('att', i), m."messageId", CASE WHEN m."type" = 'image' THEN pg_temp.pick(i, 111, '{image/jpeg,image/jpeg,image/heic,video/mp4}')
  ELSE pg_temp.pick(i, 111, '{application/pdf,audio/ogg,application/zip}') END, 18000 + pg_temp.r(i, 112, 4000000), pg_temp.sha('att' || i),
  CASE WHEN pg_temp.r(i, 113, 10) < 5 THEN NULL ELSE pg_temp.pick(i, 114, ARRAY['first day at school!', 'us in Cornwall', 'my passport, for the booking',
    'look at the size of that dog', 'scan of the contract', pg_temp.given(i + 40) || ' and ' || pg_temp.given(i + 80), 'the rash, what do you think?', '',
    'garden before / after', 'proof of payment', 'grandad 1961']) END,
  CASE WHEN m."type" = 'image' THEN decode('ffd8ffe000104a46494600010100000100010000ffdb0043' || pg_temp.sha('th' || i) || 'ffd9', 'hex') END
FROM (SELECT *, row_number() OVER (ORDER BY "messageId", k) AS i FROM "messages", generate_series(1, 3) AS k
  WHERE "type" = 'image' OR ("type" = 'file' AND k = 1)) AS m;

INSERT INTO "accountRecovery"
SELECT pg_temp.u('user', i), CASE WHEN pg_temp.r(i, 120, 10) < 4 THEN NULL ELSE lower(pg_temp.given(i) || left(pg_temp.family(i), 1)) || '.backup' || i % 9 || '@' ||
    pg_temp.pick(i, 121, '{gmail.com,outlook.com,proton.me,mail.com}') END, q,
  CASE q WHEN 'Name of your first pet?' THEN pg_temp.pick(i, 123, '{Biscuit,Rex,Luna,Mr Whiskers,Shadow,patch,Bella,Tigger}')
    WHEN 'Mother''s maiden name?' THEN pg_temp.family(i + 600)
    WHEN 'Town where you were born?' THEN pg_temp.pick(i, 123, '{Swansea,Dundee,Boise,Hobart,Limerick,Regina,Preston,Tulsa}')
    WHEN 'Name of your first school?' THEN pg_temp.pick(i, 123, '{St Mary''s,Oakfield Primary,Lincoln Elementary,Roosevelt,Hillside}') END,
  CASE WHEN pg_temp.r(i, 124, 10) < 6 THEN NULL ELSE left(translate(upper(pg_temp.sha('totp' || i)), '0189', 'QXYZ'), 32) END,
  CASE WHEN pg_temp.r(i, 125, 10) < 6 THEN NULL ELSE ARRAY[left(md5('a' || i), 8), left(md5('b' || i), 8), left(md5('c' || i), 8)] END,
  timestamptz '2023-01-05 20:00Z' + i * interval '61 hours'
FROM (SELECT i, pg_temp.pick(i, 122, ARRAY['Name of your first pet?', 'Mother''s maiden name?', 'Town where you were born?',
  'Name of your first school?', NULL]) AS q FROM generate_series(1, 220) AS i WHERE i % 4 > 0) AS x;

INSERT INTO "paymentMethods" ("userId", "holderName", "cardLast4", "expiry", "billingAddress", "gatewayToken", "isDefault", "createdAt")
SELECT pg_temp.u('user', u), CASE WHEN i % 3 = 0 THEN upper(pg_temp.given(u) || ' ' || pg_temp.family(u)) ELSE pg_temp.given(u) || ' ' ||
    CASE WHEN i % 5 = 0 THEN left(pg_temp.given(u + 77), 1) || ' ' ELSE '' END || pg_temp.family(u) END,
  lpad(pg_temp.r(i, 130, 10000)::text, 4, '0'), lpad((1 + pg_temp.r(i, 131, 12))::text, 2, '0') || '/' || (25 + pg_temp.r(i, 132, 5)),
  CASE WHEN pg_temp.r(i, 133, 4) = 0 THEN NULL ELSE jsonb_build_object('line1', (1 + pg_temp.r(i, 134, 300)) || ' ' || pg_temp.pick(i, 135,
    '{Albion Road,Cedar Street,Mill Lane,Station Approach,Harbour View,Prospect Ave,Linden Crescent,Quarry Hill,Birch Close,Chapel Row}'),
    'city', CASE pg_temp.cc(u) WHEN 'GB' THEN pg_temp.pick(i, 136, '{Leeds,Bristol,Cardiff}') WHEN 'US' THEN pg_temp.pick(i, 136, '{Austin,Denver,Tampa}')
      WHEN 'CA' THEN 'Toronto' WHEN 'AU' THEN 'Perth' ELSE 'Cork' END,
    'postalCode', CASE pg_temp.cc(u) WHEN 'GB' THEN pg_temp.pick(i, 136, '{LS6 2QT,BS3 4AE,CF10 3NB}') WHEN 'US' THEN pg_temp.pick(i, 136, '{78704,80211,33607}')
      WHEN 'CA' THEN 'M5V 2T6' WHEN 'AU' THEN '6005' ELSE 'T12 W8KP' END, 'country', pg_temp.cc(u)) END,
  CASE WHEN pg_temp.r(i, 137, 20) = 0 THEN NULL ELSE 'pm_1N' || left(translate(encode(sha256(convert_to('pm' || i, 'UTF8')), 'base64'), '+/=', 'abc'), 22) END,
  i % 4 > 0, timestamptz '2023-03-05 20:00Z' + i * interval '57 hours'
FROM (SELECT i, 1 + pg_temp.r(i, 129, 220) AS u FROM generate_series(1, 160) AS i) AS x;

INSERT INTO "abuseReports" ("reporterId", "reportedUserId", "reasonCode", "comment", "evidence", "handledBy", "resolution", "createdAt")
SELECT pg_temp.u('user', 1 + a), pg_temp.u('user', 1 + (a + 1 + pg_temp.r(i, 141, 200)) % 220), pg_temp.pick(i, 142, '{SPAM,SPAM,HARASSMENT,SCAM,IMPERSONATION,OTHER}'),
  CASE WHEN pg_temp.r(i, 143, 10) < 3 THEN NULL ELSE pg_temp.pick(i, 144, ARRAY['keeps writing to me after I asked to stop', 'sells fake tickets',
    'pretends to be ' || pg_temp.given(i) || ' ' || pg_temp.family(i), 'threatened my daughter', 'spam links every day', 'n/a', 'asked me for gift cards']) END,
  CASE WHEN pg_temp.r(i, 145, 10) < 3 THEN NULL ELSE jsonb_build_array(jsonb_build_object('at', '2024-06-' || lpad((1 + pg_temp.r(i, 146, 28))::text, 2, '0'),
    'text', pg_temp.pick(i, 147, '{hello dear,answer me!!,you have won a prize,I know where you live,click here bit.ly/3xYz,send it or else}')),
    jsonb_build_object('at', '2024-06-30', 'text', pg_temp.pick(i, 148, '{why so quiet,last chance,call +15035550188,hi??}'))) END,
  CASE WHEN i % 4 > 0 THEN pg_temp.pick(i, 149, '{mod.karen,mod.jlewis,t.abara,mod.ines,sdoyle}') END,
  CASE WHEN i % 4 > 0 THEN pg_temp.pick(i, 150, '{dismissed,warned,suspended,banned}') END, timestamptz '2024-06-02 09:00Z' + i * interval '5 hours 3 minutes'
FROM (SELECT i, pg_temp.r(i, 140, 220) AS a FROM generate_series(1, 90) AS i) AS x;
