-- Seed data of the staging board.
CREATE TEMP TABLE w AS SELECT
ARRAY['Emma','Oliver','Charlotte','George','Amelia','Harry','Isla','Noah','Freya','Arthur','Poppy','Leo','Grace',
'Theodore','Martha','Callum','Hannah','Duncan','Siobhan','Patrick','Abigail','Wyatt','Madison','Tyler','Brianna',
'Marcus','Denise','Curtis','Priya','Imran','Keisha','Hector','Mei','Gareth','Bronwyn','Nigel','Deborah','Wendell',
'Ruth','Stanley','Joanne','Trevor','Lorraine','Bruce','Kylie','Angus','Fiona','Rory','Nadia','Desmond'] AS gn,
ARRAY['Harris','Whitfield','Okafor','Thornton','Mc Cabe','Blackwood','Patel','Ashworth','Doyle','Hargreaves','Pemberton',
'Sutcliffe','Lindqvist','Barlow','Nguyen','Castellano','Fairbanks','Holloway','Prescott','Rahman','Stubbs','Kowalski',
'Tremblay','Underhill','Vance','Wexford','Yates','Abernathy','Birch','Cartwright','Dunmore','Eastwood','Fenwick','Gallagher',
'Hobbs','Ingram','Jarvis','Kendrick','Lockhart','Mayhew','Norris','O''Brien','Peacock','Quigley','Radcliffe','Sandoval',
'Tate','Ulrich','Venables','Winslow'] AS fn,
ARRAY['gmail.com','gmail.com','outlook.com','yahoo.co.uk','icloud.com','fastmail.com','btinternet.com','hotmail.com',
'comcast.net','proton.me','bigpond.com','sky.com'] AS dom,
ARRAY['spoke','gravel','tandem','fixie','bidon','panniers','brompton','derailleur','campfire','headwind','saddlesore',
'cogset','randonneur','dynamo','hubgear','mudguard','peloton','switchback','bikepack','kickstand'] AS nick,
ARRAY['Leeds, UK','Bristol','Portland, OR','near Inverness','Melbourne, Australia','Toronto','Sheffield','Galway, Ireland',
'Madison, Wisconsin','the Peak District','Wellington NZ','South London','Asheville, NC','Cardiff','York','Boulder CO',
'somewhere in Kent','Hobart','Norwich, England','Edinburgh'] AS loc,
ARRAY['GB','GB','US','GB','AU','CA','GB','IE','US','GB','NZ','GB','US','GB','GB','US','GB','AU','GB','GB'] AS cc,
ARRAY['Leeds','Bristol','Portland','Inverness','Melbourne','Toronto','Sheffield','Galway','Madison','Matlock','Wellington',
'Croydon','Asheville','Cardiff','York','Boulder','Maidstone','Hobart','Norwich','Edinburgh'] AS city,
ARRAY['Europe/London','Europe/London','America/Los_Angeles','Europe/London','Australia/Melbourne','America/Toronto',
'Europe/London','Europe/Dublin','America/Chicago','Europe/London','Pacific/Auckland','Europe/London','America/New_York',
'Europe/London','Europe/London','America/Denver','Europe/London','Australia/Hobart','Europe/London','Europe/London'] AS tz,
ARRAY['retired teacher','software developer','nurse','carpenter','bike mechanic','student','civil engineer','postman',
'librarian','graphic designer','chef','accountant','lorry driver','physiotherapist','farmer','electrician'] AS occ,
ARRAY['Has anyone ridden the coast to coast in late October?','My rear hub has developed a nasty click on climbs.',
'We came back from three weeks in Brittany yesterday.','I am looking for a touring saddle that does not numb everything.',
'Quick question about dynamo lights and charging phones.','Last winter I rebuilt the frame my father left me.',
'Just had my first proper puncture of the year outside Ripon.','I weigh 104 kg and keep breaking spokes.',
'After my knee operation I had to learn to spin at a higher cadence.','Our club ride on Sunday turned into a mud bath.',
'The airline wants the bike boxed and I have never done that.','I switched from panniers to frame bags this spring.',
'My wife and I are thinking of a tandem for our anniversary.','The campsite at Loch Ness has closed, by the way.',
'Does anybody still true their own wheels at home?','I bought a secondhand Dawes from a chap in Hull.',
'The ferry to Roscoff was cancelled twice.','I commute 14 miles each way along the canal.'] AS s1,
ARRAY['The wind was in our faces the whole way.','I tried 32 mm tyres and would never go back.','It cost me about 60 quid all in.',
'Sheldon would say to grease everything and start again.','The shop could not find anything wrong.','We averaged 80 km a day without hurrying.',
'A friend in Skipton let us camp in his garden.','Rain for four days, then glorious sun.','The bottom bracket was replaced in March.',
'I carry two spare spokes taped to the stay.','The map showed a path that was really a river.','My old Brooks finally gave up.',
'Nobody at the station knew about bike reservations.','The hill out of Hebden Bridge nearly finished me.','I use a plain bar bag now.',
'Steel still feels better to me on long days.'] AS s2,
ARRAY['Any advice welcome!','Photos to follow.','Happy riding all.','What would you do?','Thanks in advance.','I will report back next week.',
'Cheers','Never again.','Has that happened to you too?','Best trip in years, honestly.','Let me know if you are in the area.','Rant over.'] AS s3,
ARRAY['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0',
'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36',
'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0'] AS ua;

-- people: given name, family name, home (1..20) of user i
CREATE TEMP TABLE u AS SELECT i, gn[1 + (i * 37) % 50] AS g, fn[1 + (i * 23 + i / 50) % 50] AS f, 1 + (i * 11) % 20 AS h,
  (ARRAY['81.2.','86.149.','73.162.','92.40.','49.184.','99.243.','2.24.','86.40.','68.117.','90.207.','122.58.','51.6.'])[1 + (i * 7) % 12]
  || (i * 13) % 250 || '.' || 1 + (i * 29) % 250 AS ip FROM generate_series(1, 300) i, w;

INSERT INTO users SELECT i,
  CASE i % 5 WHEN 0 THEN nick[1 + (i * 3) % 20] || i WHEN 1 THEN lower(left(g, 1) || regexp_replace(f, '\W', '', 'g')) || i
    WHEN 2 THEN nick[1 + (i * 7) % 20] || '_' || lower(g) || i WHEN 3 THEN g || left(f, 1) || 1950 + i % 55
    ELSE lower(g) || '_' || nick[1 + i % 20] || i / 20 || CASE WHEN i % 8 = 4 THEN '' ELSE 'x' END END,
  CASE WHEN i % 10 IN (3, 7) THEN NULL WHEN i % 97 = 0 THEN '-' WHEN i % 53 = 0 THEN lower(g || ' ' || f) WHEN i % 61 = 0 THEN g || '  ' || f
    WHEN i % 9 = 0 THEN g WHEN i % 11 = 0 THEN g || ' ' || left(f, 1) || '.' ELSE g || ' ' || f END,
  CASE i % 4 WHEN 0 THEN lower(left(g, 1)) || '.' || lower(regexp_replace(f, '\W', '', 'g')) || i WHEN 1 THEN lower(g) || '.' || lower(regexp_replace(f, '\W', '', 'g'))
    || i % 90
    WHEN 2 THEN nick[1 + (i * 7) % 20] || i ELSE lower(regexp_replace(f, '\W', '', 'g')) || '.' || lower(g) || 60 + i / 8 END || '@' || dom[1 + (i * 5) % 12],
  CASE WHEN i % 23 = 0 THEN lower(g) || i || '.new@' || dom[1 + i % 12] END,
  '$2a$12$' || left(translate(encode(sha256(('pw' || i)::bytea) || sha256(('px' || i)::bytea), 'base64'), E'+=\n', './/'), 53),
  left(md5('salt' || i), 22),
  CASE WHEN i % 8 = 0 THEN encode(sha256(('reset' || i)::bytea), 'hex') END,
  CASE WHEN i % 4 = 1 THEN substr(sha256(('otp' || i)::bytea), 1, 20) END,
  CASE WHEN (ARRAY['GB','US'])[1 + i % 2] = cc[h] OR i % 7 = 0
    THEN CASE cc[h] WHEN 'GB' THEN '+44 7' || 400 + (i * 7) % 500 || ' ' || 100000 + (i * 7919) % 899999
      WHEN 'US' THEN '(' || (ARRAY['503','608','828','303'])[1 + i % 4] || ') ' || 200 + (i * 17) % 700 || '-' || 1000 + (i * 7919) % 9000
      WHEN 'AU' THEN '04' || 10 + i % 50 || ' ' || 100 + (i * 31) % 900 || ' ' || 100 + (i * 77) % 900 END END,
  CASE WHEN i % 10 < 7 THEN date '1948-03-11' + (i * 7919) % 20800 END,
  CASE WHEN i % 13 = 0 THEN NULL ELSE CASE cc[h] WHEN 'US' THEN 'en-US' WHEN 'GB' THEN 'en-GB' WHEN 'CA' THEN (ARRAY['en-CA','fr-CA'])[1 + i % 2] ELSE 'en' END END,
  CASE WHEN i % 17 = 0 THEN NULL ELSE tz[h] END,
  ip::inet,
  CASE WHEN i % 3 = 0 THEN (ARRAY['https://www.google.com/search?q=bike+touring+forum','https://www.reddit.com/r/bicycletouring/comments/1c9x' || i,
    'https://duckduckgo.com/','https://cyclinguk.example/links?page=' || i % 9,'https://t.co/x' || left(md5(i::text), 8)])[1 + i % 5] END,
  CASE WHEN i % 6 = 0 THEN NULL WHEN i % 4 = 0 THEN ('2a00:23c' || i % 8 || ':' || to_hex(4096 + i * 13) || '::' || to_hex(i))::inet
    ELSE (split_part(ip, '.', 1) || '.' || split_part(ip, '.', 2) || '.' || (i * 31) % 250 || '.' || (i * 3) % 250)::inet END,
  CASE WHEN i % 3 > 0 THEN i % 2 = 0 END,
  (i * 7 % 11) / 3, i IN (1, 2), CASE WHEN i > 2 THEN 1 + i % 2 END,
  CASE WHEN i % 12 > 0 THEN timestamptz '2024-06-01 07:00Z' + i * interval '97 minutes' END,
  CASE WHEN i % 41 = 0 THEN timestamptz '2024-09-01 00:00Z' + i * interval '1 day' END,
  timestamptz '2019-02-03 10:15Z' + i * interval '6 days 7 hours'
FROM u, w ORDER BY i;

INSERT INTO user_profiles SELECT i,
  CASE WHEN i % 10 < 6 THEN CASE WHEN i % 59 = 0 THEN 'n/a' WHEN i % 47 = 0 THEN 'Earth' WHEN i % 31 = 0 THEN lower(loc[h]) ELSE loc[h] END END,
  CASE WHEN i % 9 > 0 THEN cc[h] END,
  CASE WHEN i % 6 = 0 THEN (ARRAY['https://' || lower(g) || 'rides.blogspot.com','https://www.strava.com/athletes/' || 1200000 + i * 7919,
    'http://' || lower(regexp_replace(f, '\W', '', 'g')) || '-family.example','https://www.instagram.com/' || lower(g) || '.cycles'])[1 + i / 6 % 4] END,
  CASE WHEN i % 7 = 0 THEN '@' || lower(g) || i || '@' || (ARRAY['mastodon.social','mas.to','velo.social'])[1 + i % 3] END,
  CASE WHEN i % 5 = 0 THEN '@' || lower(g) || '_' || nick[1 + i % 20] END,
  CASE WHEN i % 10 < 4 THEN (ARRAY['male','female','female','male','non-binary','prefer not to say'])[1 + (i * 5) % 6] END,
  CASE WHEN i % 10 < 3 THEN (ARRAY['he/him','she/her','they/them'])[1 + i % 3] END,
  CASE WHEN i % 10 IN (1, 4, 5, 8) THEN occ[1 + (i * 7) % 16] END,
  b, CASE WHEN b IS NOT NULL THEN '<p>' || b || '</p>' END,
  CASE WHEN i % 3 > 0 THEN '/user_avatar/' || i % 64 || '/' || left(md5('av' || i), 12) || '_240.' || (ARRAY['png','jpg'])[1 + i % 2] END,
  (i * 7919) % 4000, CASE WHEN i % 10 = 0 THEN 1 + i % 150 END,
  timestamptz '2023-01-01 12:00Z' + i * interval '31 hours'
FROM (SELECT u.*, CASE i % 5 WHEN 0 THEN 'I am ' || g || ', ' || occ[1 + i % 16] || ' from ' || loc[h] || '. ' || s2[1 + i % 16]
    WHEN 2 THEN s1[1 + (i * 5) % 18] || ' ' || s3[1 + i % 12]
    WHEN 3 THEN occ[1 + (i * 3) % 16] || ', two kids, ' || 2 + i % 6 || ' bikes. ' || s2[1 + i * 7 % 16] END AS b FROM u, w) u, w
WHERE i % 8 > 0 ORDER BY i;

INSERT INTO categories VALUES
(1,'Touring','touring','Trips, routes and stories from the road','3AB54A',1,30),
(2,'Routes and maps','routes','GPX files, map sheets, tunnels to avoid','0088CC',2,18),
(3,'Workshop','workshop','Repairs, tools, spare parts','BF1E2E',3,26),
(4,'Wheels and tyres','wheels','Spokes, rims, tubeless','F7941D',4,14),
(5,'Camping','camping','Tents, stoves, sites','8C6238',5,15),
(6,'Commuting','commuting','Every day to work and back','25AAE2',6,12),
(7,'Tandems','tandems','Two people, one bike','92278F',7,6),
(8,'Classifieds','classifieds','Buy, sell, swap. No dealers','652D90',8,11),
(9,'Health and training','health','Knees, backs, hearts','ED207B',9,8),
(10,'Site feedback','meta','About this board','808281',10,7),
(11,'Lounge','lounge','Trust level 3 and above','AB9364',11,3),
(12,'Staff','staff','Moderators only','E45735',12,0);

INSERT INTO topics SELECT i, 1 + (i * 7) % 11, 1 + (i * 41) % 300, t, left(trim(BOTH '-' FROM regexp_replace(lower(t), '[^a-z0-9]+', '-', 'g')), 80),
  (i * 7919) % 9000, 1 + i % 9, i % 19 = 0, timestamptz '2021-03-04 08:00Z' + i * interval '8 days 5 hours'
FROM (SELECT i, CASE i % 3 WHEN 0 THEN rtrim(s1[1 + (i * 5) % 18], '.') WHEN 1 THEN (ARRAY['Brooks B17','Schwalbe Marathon','Shimano Alfine 8','Ortlieb Back-Roller',
  'Rohloff oil change','Surly Long Haul Trucker','Trangia 27','Garmin Edge 1040','Son 28 hub'])[1 + i / 3 % 9] || (ARRAY[' - worth it?',' for sale, Leeds',
    ' after 20,000 km',': noise',' alternatives'])[1 + i % 5]
  ELSE (ARRAY['Help with ','Trip report: ','Planning '])[1 + i / 3 % 3] || (ARRAY['the Outer Hebrides','Lands End to John o''Groats','the Danube in May',
    'the Great Divide','Normandy with children',
  'winter in Wales','Pamir highway','the Elbe'])[1 + i % 8] END AS t FROM generate_series(1, 150) i, w) t ORDER BY i;

INSERT INTO posts SELECT i, 1 + (i * 7) % 150, 1 + (i * 83) % 300, 1 + i / 150, CASE WHEN i > 150 AND i % 4 = 0 THEN i / 150 END,
  r, '<p>' || replace(r, '''', '&#39;') || '</p>',
  CASE WHEN i % 14 = 0 THEN (ARRAY['typo','removed my phone number','added the link','spelling, sorry','wrong picture','clearer title'])[1 + i / 14 % 6] END,
  CASE WHEN i > 120 THEN (SELECT ip::inet FROM u WHERE u.i = 1 + (p.i * 83) % 300) END,
  (i * 13) % 17, timestamptz '2021-03-04 08:10Z' + i * interval '3 days 7 hours'
FROM (SELECT i, CASE WHEN i % 67 = 0 THEN '+1' ELSE s1[1 + (i * 5) % 18] || ' ' || s2[1 + (i * 3 + i / 18) % 16] || E'\n\n' || s2[1 + (i * 11 + 5) % 16] || ' ' || s3[1 +
    (i * 7) % 12] END AS r
  FROM generate_series(1, 400) i, w) p ORDER BY i;

INSERT INTO post_flags SELECT i, 1 + (i * 37) % 400, 1 + (i * 59) % 300,
  (ARRAY['spam','off_topic','inappropriate','notify_moderators','illegal']::flag_kind[])[1 + (i * 3) % 5],
  CASE WHEN i % 10 < 3 THEN (ARRAY['He keeps sending me links to his shop.','This is the same person we banned in May.',
    'She posted my home address here, please remove it.',
   'Wrong category I think.','Dealer pretending to be a private seller.','I find the joke about my accent insulting.'])[1 + i % 6] END,
  CASE WHEN i % 4 > 0 THEN 1 + i % 2 END, timestamptz '2022-05-01 19:00Z' + i * interval '11 days' FROM generate_series(1, 60) i;

INSERT INTO private_messages SELECT i, 1 + (i * 31) % 300, 1 + (i * 31 + 7 + i % 40) % 300,
  CASE WHEN i % 10 > 1 THEN (ARRAY['Your wheels','Re: saddle for sale','Meeting in York?','Spare room','Question about your post','Thank you','Payment','Sunday ride'])[1
    + (i * 3) % 8] END,
  CASE i % 4 WHEN 0 THEN 'Hi ' || (SELECT g FROM u WHERE u.i = 1 + (k.i * 31 + 7 + k.i % 40) % 300) ||
    ', is it still available? I could collect it on Saturday, ring me on 07' || 400 + i || ' ' || 100000 + i * 773 || '.'
    WHEN 1 THEN s2[1 + i * 3 % 16] || ' ' || s3[1 + i % 12] WHEN 2 THEN 'We could put you up for the night, our house is the last one in ' || city[1 + i % 20] || '. ' ||
    (SELECT g FROM u WHERE u.i = 1 + (k.i * 31) % 300)
    ELSE 'I have sent the money. ' || s3[1 + i % 12] END,
  (SELECT ip::inet FROM u WHERE u.i = 1 + (k.i * 31) % 300), CASE WHEN i % 3 > 0 THEN ua[1 + i % 6] END,
  CASE WHEN i % 5 > 0 THEN timestamptz '2022-01-09 20:00Z' + i * interval '4 days' END, timestamptz '2022-01-09 18:20Z' + i * interval '4 days'
FROM generate_series(1, 200) k(i), w ORDER BY i;

INSERT INTO badges VALUES (1,'Welcome','Received a first like','bronze'),(2,'Autobiographer','Filled in the profile','bronze'),
(3,'First Flag','Flagged a post','bronze'),(4,'First Link','Linked to another topic','bronze'),(5,'Regular','Trust level 3','silver'),
(6,'Wheelbuilder','Answered 50 questions in Wheels and tyres','silver'),(7,'Audax','Reported a ride over 200 km','silver'),
(8,'End to End','Rode from Lands End to John o''Groats','gold'),(9,'Good Samaritan','Put up another member for the night','gold'),
(10,'Anniversary','Active for a year','silver'),(11,'Photographer','Ten pictures with likes','bronze'),(12,'Great Topic','A topic with 50 likes','gold');

INSERT INTO user_badges SELECT i, 1 + (i * 5) % 12, 1 + (i * 47) % 300, CASE WHEN i % 6 = 0 THEN 1 END, timestamptz '2020-02-01 00:00Z' + i * interval '6 days'
FROM generate_series(1, 220) i;

INSERT INTO user_warnings SELECT i, 3 + (i * 71) % 290, 1 + i % 2,
  (ARRAY['Insulting another member in the Lounge','Advertising','Repeated double posting','Selling as a dealer','Posting a private message in public',
    'Sharing somebody''s phone number'])[1 + (i * 5) % 6],
  CASE WHEN i % 3 = 0 THEN (ARRAY['Second account of a banned member, same IP','Apologised by mail, going through a divorce','Drunk again','Watch this one',
    'Promised to stop'])[1 + i % 5] END,
  1 + i % 3, timestamptz '2022-03-05 21:40Z' + i * interval '19 days' FROM generate_series(1, 28) i;

INSERT INTO uploads SELECT i, 1 + (i * 67) % 300,
  (ARRAY['IMG_' || 1000 + i * 37,'DSC0' || 2000 + i * 13,'20230' || 1 + i % 9 || '1' || i % 9 || '_14' || 10 + i % 49,'wheel','screenshot ' || i,'tent','route-day-' || i
    % 20,'P10' || 10000 + i * 7])[1 + i % 8] || CASE WHEN i % 9 = 0 THEN '.png' ELSE '.jpg' END,
  'original/2X/' || left(md5(i::text), 1) || '/' || md5('up' || i) || CASE WHEN i % 9 = 0 THEN '.png' ELSE '.jpg' END,
  left(encode(sha256(('file' || i)::bytea), 'hex'), 40), 40000 + (i * 7919 * 31) % 6000000,
  CASE WHEN i % 10 < 4 THEN jsonb_build_object('Make', (ARRAY['Apple','Canon','samsung'])[1 + i % 3], 'Model', (ARRAY['iPhone 13','EOS 80D','SM-G991B'])[1 + i % 3],
    'GPSLatitude', round(50.1 + (i * 37 % 700) / 100.0 + i / 10000.0, 5), 'GPSLongitude', round(-4.9 + (i * 53 % 480) / 100.0 + i / 10000.0, 5), 'DateTimeOriginal',
    '2023:0' || 1 + i % 9 || ':1' || i % 9 || ' 14:' || 10 + i % 49 || ':07') END,
  timestamptz '2022-04-04 16:00Z' + i * interval '5 days' FROM generate_series(1, 120) i;

INSERT INTO user_auth_tokens SELECT t.i, u.i, encode(sha256(('tok' || t.i)::bytea), 'hex'), CASE WHEN t.i % 3 = 0 THEN encode(sha256(('old' || t.i)::bytea), 'hex') END,
  ua[1 + (t.i * 5) % 6], CASE WHEN t.i % 10 < 4 THEN CASE WHEN t.i % 4 = 0 THEN (ARRAY['Pixel 8','work laptop','iPad'])[1 + t.i / 4 % 3] ELSE g || (ARRAY['''s iPhone',
    's-MacBook','''s Galaxy S22'])[1 + t.i % 3] END END,
  CASE WHEN t.i % 7 = 0 THEN NULL WHEN t.i % 50 = 1 THEN '' ELSE city[h] END, ip::inet,
  CASE WHEN t.i % 10 < 3 THEN (ARRAY['https://fcm.googleapis.com/fcm/send/','https://updates.push.services.mozilla.com/wpush/v2/','https://web.push.apple.com/'])[1 + t.i
    % 3]
    || translate(encode(sha256(('push' || t.i)::bytea) || sha256(('q' || t.i)::bytea), 'base64'), E'+/=\n', '-_') END,
  timestamptz '2024-07-01 06:00Z' + t.i * interval '83 minutes', timestamptz '2024-01-02 06:00Z' + t.i * interval '17 hours'
FROM generate_series(1, 240) t(i) JOIN u ON u.i = 1 + (t.i * 13) % 300, w ORDER BY t.i;

INSERT INTO search_logs SELECT i, CASE WHEN i % 3 > 0 THEN 1 + (i * 17) % 300 END,
  (ARRAY['brooks saddle numbness','knee pain after long rides','tubeless 26 inch','cheap tent','wild camping scotland law','rohloff','hotel with bike storage york',
    'how to delete account',
   'sciatica cycling','divorce and club membership','tandem second hand','ferry roscoff','dynamo charger','atrial fibrillation training','garmin crash',
    'christian cycling groups'])[1 + (i * 7) % 16]
   || CASE WHEN i % 5 = 0 THEN ' 2024' ELSE '' END,
  (SELECT ip::inet FROM u WHERE u.i = 1 + (s.i * 17) % 300), md5('visitor' || i * 17 % 300)::uuid,
  CASE WHEN i % 2 = 0 THEN 'https://forum.spokes-board.example/' || (ARRAY['latest','t/' || i % 150,'c/health/9','u/my/messages'])[1 + i / 2 % 4] END,
  timestamptz '2024-05-01 09:00Z' + i * interval '193 minutes' FROM generate_series(1, 180) s(i);

INSERT INTO email_logs SELECT e.i, CASE WHEN e.i % 25 > 0 THEN u.id END, u.email, (ARRAY['digest','user_replied','confirm_new_email','private_message','password_reset',
    'welcome'])[1 + e.i % 6],
  '<topic/' || e.i || '.' || left(md5('mid' || e.i), 16) || '@forum.spokes-board.example>', ('10.20.4.' || 11 + e.i % 3)::inet, timestamptz '2024-07-01 03:00Z' + e.i *
    interval '47 minutes'
FROM generate_series(1, 200) e(i) JOIN users u ON u.id = 1 + (e.i * 19) % 300 ORDER BY e.i;

INSERT INTO email_templates VALUES
(1,'welcome','en','Welcome to {{site}}','Hello {{name}}, please confirm your address: {{link}}'),
(2,'welcome','fr','Bienvenue sur {{site}}','Bonjour {{name}}, merci de confirmer votre adresse : {{link}}'),
(3,'password_reset','en','Reset your password','Hello {{name}}, somebody asked for a new password. If it was you: {{link}}'),
(4,'password_reset','fr','Nouveau mot de passe','Bonjour {{name}}, pour changer de mot de passe : {{link}}'),
(5,'digest','en','What you missed on {{site}}','{{name}}, these topics were popular this week: {{topics}}'),
(6,'digest','fr','Ce que vous avez manqué','{{name}}, les sujets de la semaine : {{topics}}'),
(7,'user_replied','en','[{{site}}] {{author}} replied to you','{{excerpt}} -- visit {{link}} to answer'),
(8,'private_message','en','[{{site}}] New message from {{author}}','{{excerpt}}'),
(9,'confirm_new_email','en','Confirm your new address','Please confirm: {{link}}'),
(10,'user_warned','en','A word from the moderators','Hello {{name}}, {{reason}}. Questions? moderators@spokes-board.example');

INSERT INTO site_settings SELECT n, a, b, c, timestamptz '2023-08-01 10:00Z' + n * interval '13 days' FROM (VALUES
(1,'title','Spokes Board','string'),(2,'contact_email','office@spokes-board.example','email'),(3,'notification_email','noreply@spokes-board.example','email'),
(4,'company_name','Spokes Board Ltd','string'),(5,'company_address','Unit 4, Kelham Wharf, Sheffield S3 8RW','string'),(6,'company_phone','+44 114 496 0120','string'),
(7,'smtp_host','10.20.4.11','string'),(8,'redis_host','10.20.4.30','string'),(9,'min_post_length','12','integer'),(10,'max_image_size_kb','4096','integer'),
(11,'allow_uncategorized','f','bool'),(12,'default_locale','en','enum'),(13,'cdn_url','https://cdn.spokes-board.example','url'),(14,'s3_bucket','spokes-uploads','string'),
    
    
    
(15,'digest_time_zone','Europe/London','string'),(16,'log_level','warn','enum'),(17,'min_password_length','10','integer'),(18,'blocked_email_domains',
    'mailinator.com|trashmail.com','list'),
(19,'analytics_id','G-4KX81T','string'),(20,'logo_url','/images/logo.svg','url'),(21,'max_flags_per_day','20','integer'),(22,'ip_retention_days','180','integer'),
(23,'twitter_handle','@spokesboard','string'),(24,'version','3.2.1','string')) v(n, a, b, c);

DROP TABLE u, w;
