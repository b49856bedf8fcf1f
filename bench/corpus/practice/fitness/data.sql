INSERT INTO "gyms" ("name", "location", "contact", "amenities")
SELECT n, jsonb_build_object('street', s, 'city', c, 'postcode', p, 'lat', la, 'lon', lo),
       jsonb_build_object('email', 'hello@' || regexp_replace(lower(n), '[^a-z]', '', 'g') || '.co.uk',
         'phone', '0' || ph || ' 0' || (100 + i * 17),
         'website', 'https://www.' || regexp_replace(lower(n), '[^a-z]', '', 'g') || '.co.uk'),
       (ARRAY['{showers,sauna,parking}','{showers,lockers}','{pool,"steam room",creche}','{}','{"squat racks",parking}'])[1 + i % 5]::text[]
FROM (VALUES
  (1,'Iron Foundry','4 Canal Wharf','Leeds','LS11 5PS',53.7947,-1.5463,'113 496'), (2,'The Pump House','18 Dock Street','Leeds','LS10 1JF',53.7984,-1.5426,'113 496'),
  (3,'Northside Strength','77 Great Ancoats Street','Manchester','M4 5AB',53.4831,-2.2379,'161 496'), (4,'Peak & Valley','2 Ecclesall Road','Sheffield','S11 8PR',53.3768,-1.4942,'114 496'),
  (5,'Bankside Barbell','31 Lavington Street','London','SE1 0NZ',51.5015,-0.0995,'20 7946'), (6,'Harbour Rowing Club','Cumberland Road','Bristol','BS1 6XL',51.4452,-2.6158,'117 496'),
  (7,'Leith Movement Lab','60 Constitution Street','Edinburgh','EH6 6RR',55.9789,-3.1721,'131 496'), (8,'Clyde Boxing','12 Brown Street','Glasgow','G2 8PD',55.8636,-4.2674,'141 496'),
  (9,'Studio Eleven','11 Wharfedale Road','London','N1 9RX',51.5073,-0.0937,'20 7946'), (10,'Tyne Tri Centre','5 Forth Banks','Newcastle','NE1 3PA',54.9620,-1.6190,'191 498'),
  (11,'Roath Park Fitness','210 Albany Road','Cardiff','CF24 3RU',51.4957,-3.1653,'29 2018'), (12,'Velodrome South','Burbage Road','London','SE24 9HE',51.5094,-0.0916,'20 7946'),
  (13,'Lagan Leisure','9 Ormeau Embankment','Belfast','BT6 8LT',54.5841,-5.9269,'28 9018'), (14,'Jericho Yoga Rooms','39 Walton Street','Oxford','OX2 6AD',51.7578,-1.2632,'1865 49'),
  (15,'Mill Road Gym','152 Mill Road','Cambridge','CB1 3LP',52.1925,0.1385,'1223 49')) AS v(i, n, s, c, p, la, lo, ph);

INSERT INTO "wearableModels" ("vendor", "name", "ean", "sensors", "specs", "supportEmail", "oauthConfig")
SELECT v, m, (ARRAY[
    '4031237965516', '7347172398881', '4084259210454', '5095229817060', '5024699023671', '4028619625823', '7339500267914', '6956996477668',
    '4091858866050', '4049669549136', '4073860718381', '7363158692361', '4011821897041', '5040521778625'])[i],
       s::text[], jsonb_build_object('batteryHours', 24 * (1 + i * 5 % 14), 'waterproofM', 10 * (i % 6), 'weightG', 18 + i * 7 % 40),
       CASE WHEN i % 5 <> 0 THEN 'support@' || lower(replace(v, ' ', '')) || '.com' END,
       CASE WHEN i % 3 <> 0 THEN jsonb_build_object('authUrl', 'https://api.' || lower(replace(v, ' ', '')) || '.com/oauth2/authorize',
         'clientId', 'strider-' || substr(md5('c' || v), 1, 10), 'scopes', '["activity","heartrate","sleep"]'::jsonb) END
FROM (VALUES (1,'Corvane','Pulse 3','{ppg,accelerometer}'), (2,'Corvane','Pulse 3 LTE','{ppg,accelerometer,gps}'),
  (3,'Corvane','Trail X','{ppg,gps,barometer,compass}'), (4,'Hestia Labs','Ring Gen 2','{ppg,temperature}'),
  (5,'Hestia Labs','Ring Gen 3','{ppg,temperature,spo2}'), (6,'Numa','Band','{accelerometer}'), (7,'Numa','Band Plus','{accelerometer,ppg}'),
  (8,'Polaris Sport','H7 chest strap','{ecg}'), (9,'Polaris Sport','H9 chest strap','{ecg,accelerometer}'),
  (10,'Polaris Sport','Vector GPS','{gps,ppg,barometer}'), (11,'Wattwise','Crank meter','{strain,cadence}'),
  (12,'Wattwise','Head unit 520','{gps,barometer}'), (13,'Kitto','Kids One','{accelerometer,gps}'), (14,'Scalable','Body scale S1','{bioimpedance}'))
  AS t(i, v, m, s);

INSERT INTO "exercises" ("slug", "title", "muscles")
SELECT s, jsonb_build_object('en', e, 'de', d), m::text[]
FROM (VALUES ('back-squat','Back squat','Kniebeuge','{quads,glutes}'), ('deadlift','Deadlift','Kreuzheben','{hamstrings,glutes,back}'),
  ('bench-press','Bench press','Bankdrücken','{chest,triceps}'), ('pull-up','Pull-up','Klimmzug','{lats,biceps}'),
  ('plank','Plank','Unterarmstütz','{core}'), ('goblet-squat','Goblet squat','Goblet-Kniebeuge','{quads,core}'),
  ('hip-thrust','Hip thrust','Hüftheben','{glutes}'), ('overhead-press','Overhead press','Schulterdrücken','{shoulders,triceps}'),
  ('lunge','Walking lunge','Ausfallschritt','{quads,glutes}'), ('dead-bug','Dead bug','Toter Käfer','{core}'),
  ('farmers-walk','Farmer''s walk','Farmers Walk','{forearms,traps,core}'), ('bird-dog','Bird dog','Vierfüßler','{core,back}'),
  ('face-pull','Face pull','Face Pull','{"rear delts"}'), ('turkish-get-up','Turkish get-up','Türkisches Aufstehen','{shoulders,core}'),
  ('calf-raise','Calf raise','Wadenheben','{calves}'), ('kettlebell-swing','Kettlebell swing','Kettlebell-Schwung','{glutes,hamstrings}'),
  ('russian-twist','Russian twist','Russian Twist','{obliques}'), ('burpee','Burpee','Burpee','{"full body"}'),
  ('box-jump','Box jump','Kastensprung','{quads,calves}'), ('cat-cow','Cat-cow','Katze-Kuh','{back}')) AS v(s, e, d, m);

WITH a AS (SELECT ARRAY['Amelia','Priya','Niamh','Chloe','Aisha','Megan','Zainab','Harriet','Ffion','Beatrice','Oluchi','Imogen',
    'Kirsty','Saoirse','Gemma','Yasmin','Rosie','Shanelle','Eilidh','Joanna','Mei','Tabitha','Freya',
    'Oliver','Hamza','Callum','Rhys','Tobias','Jamal','Dominic','Arjun','Fergus','Lewis','Kwame','Declan',
    'Gareth','Idris','Stuart','Nikhil','Owen','Marcus','Angus','Theo','Piotr','Elliot','Craig'] AS g,
  ARRAY['Hargreaves','Patel','O''Brien','Sutcliffe','Okafor','McAllister','Pritchard','Khan','Whitfield','Llewellyn','Begum',
    'Ashworth','Drummond','Mensah','Thornbury','Kaur','Fitzgerald','Bellamy','Nwosu','Cartwright','Rahman','Galbraith','Holloway',
    'Iqbal','Penhaligon','Sinclair','Varley','Jenkins','Adeyemi','Tomlinson','Kowalczyk','Brathwaite','Choudhury','Eastwood',
    'Farquhar','Greaves','Hussain','Lockwood','Mistry','Osborne','Quigley','Redfern','Stannard','Wong'] AS f,
  ARRAY['Alma Street','Brudenell Road','Chapel Lane','Cardigan Road','Dunmore Terrace','Ferndale Avenue','Grove Hill','Hyde Park Road',
    'Ivy Close','Jubilee Crescent','Kelso Gardens','Lime Tree Walk','Moorland Avenue','Nelson Street','Orchard Way','Park View',
    'Queen''s Drive','Regent Park Terrace','Station Road','Thornville Mount','Upland Rise','Vicarage Lane','Woodsley Road','Winstanley Terrace',
    'York Place','Zetland Street','Mafeking Avenue','Bishop''s Row'] AS st,
  ARRAY['Leeds|LS6','Manchester|M20','London|E8','Bristol|BS3','Sheffield|S10','Edinburgh|EH9','Glasgow|G12','Cardiff|CF11',
    'London|SW17','Newcastle upon Tyne|NE2','Belfast|BT9','York|YO31','Norwich|NR2'] AS c),
b AS (SELECT i, g[1 + i * 17 % 46] AS gn, f[1 + (i * 13 + i / 44) % 44] AS fn, i * 17 % 46 < 23 AS fem, st[1 + i * 11 % 28] AS st,
    split_part(c[1 + i * 5 % 13], '|', 1) AS city, split_part(c[1 + i * 5 % 13], '|', 2) AS area,
    g[1 + (i * 29 + 7) % 46] AS og, f[1 + (i * 13 + i / 44 + 44 * (i % 2) + i % 3 * 5) % 44] AS ofn
  FROM a, generate_series(1, 150) i)
INSERT INTO "members"
SELECT md5('member' || i)::uuid,
  CASE i % 5 WHEN 0 THEN lower(gn) || '_' || (ARRAY['runs','lifts','rides','tri','yogi'])[1 + i / 5 % 5] || i % 100
    WHEN 1 THEN lower(left(gn, 1) || regexp_replace(fn, '[^A-Za-z]', '', 'g')) || i
    WHEN 2 THEN (ARRAY['muddy','slowcoach','early','double','quiet','wild'])[1 + i % 6] || (ARRAY['fox','legs','lark','espresso','otter'])[1 + i / 6 % 5] || i
    WHEN 3 THEN gn || '.' || regexp_replace(fn, '[^A-Za-z]', '', 'g') || (i % 90 + 10) ELSE lower(gn) || (1960 + i * 7 % 45) || chr(97 + i % 26) END,
  lower(gn || (ARRAY['.','_',''])[1 + i % 3] || regexp_replace(fn, '[^A-Za-z]', '', 'g')) || CASE WHEN i % 4 = 0 THEN '' ELSE (i % 97)::text END
    || '@' || (ARRAY['gmail.com','hotmail.co.uk','outlook.com','btinternet.com','icloud.com','yahoo.co.uk','proton.me'])[1 + i * 3 % 7],
  i % 9 <> 0,
  CASE WHEN i % 6 <> 0 THEN '$2b$12$' || substr(translate(encode(sha256(('pw' || i)::bytea) || sha256(('x' || i)::bytea), 'base64'), '+=', './'), 1, 53) END,
  CASE WHEN i % 61 = 0 THEN lower(gn) WHEN i % 73 = 0 THEN '-' ELSE gn END,
  CASE WHEN i % 67 = 0 THEN NULL WHEN i % 59 = 0 THEN fn || ' ' ELSE fn END,
  CASE WHEN i % 11 <> 0 THEN date '1956-03-02' + i * 4409 % 18200 END,
  CASE WHEN i % 43 = 0 THEN 'X' WHEN i % 13 = 0 THEN NULL WHEN fem THEN 'F' ELSE 'M' END,
  CASE WHEN i % 4 = 3 THEN NULL WHEN i % 71 = 0 THEN 'n/a'
    WHEN i % 3 = 0 THEN '07' || (400 + i * 37 % 599) || ' ' || lpad((i * 7919 % 1000000)::text, 6, '0')
    WHEN i % 3 = 1 THEN '+447' || (400 + i * 37 % 599) || lpad((i * 104729 % 1000000)::text, 6, '0')
    ELSE '+44 7' || (400 + i * 37 % 599) || ' ' || lpad((i * 613 % 1000)::text, 3, '0') || ' ' || lpad((i * 389 % 1000)::text, 3, '0') END,
  CASE WHEN i % 3 <> 2 THEN jsonb_strip_nulls(jsonb_build_object('line1', (1 + i * 23 % 140) || ' ' || st,
    'line2', CASE WHEN i % 7 = 0 THEN 'Flat ' || (1 + i % 12) END, 'city', city,
    'postcode', area || ' ' || (1 + i % 9) || chr(65 + i * 7 % 8) || chr(74 + i * 3 % 5), 'country', 'GB')) END,
  CASE WHEN i % 10 = 0 THEN '{}' ELSE jsonb_build_object('heightCm', CASE WHEN fem THEN 155 ELSE 167 END + i * 31 % 24,
    'weightKg', round(CASE WHEN fem THEN 49 ELSE 63 END + i * 47 % 380 / 10.0, 1), 'vo2max', 29 + i * 19 % 28) END,
  (ARRAY['{}','{}','{asthma}','{}','{"knee surgery 2019"}','{}','{"high blood pressure",statins}','{}','{}','{"type 1 diabetes"}','{}',CASE WHEN fem THEN '{pregnant}' ELSE '{eczema}' END,
    '{}','{"lower back pain"}','{}','{}','{epilepsy}'])[1 + i % 17]::text[],
  (ARRAY['{loseWeight}','{firstMarathon,runFaster}','{buildMuscle}','{}','{sleepBetter,loseWeight}','{ironman}','{stayActive}'])[1 + i * 3 % 7]::text[],
  CASE WHEN i % 5 IN (1, 3) THEN jsonb_build_object('name', og || ' ' || ofn, 'relation', (ARRAY['partner','mother','brother','friend','wife'])[1 + i % 5],
    'phone', '07' || (700 + i * 41 % 290) || ' ' || lpad((i * 65537 % 1000000)::text, 6, '0')) END,
  jsonb_build_object('marketing', i % 3 = 0, 'shareHealthData', i % 4 <> 0, 'profile', (ARRAY['public','friends','private'])[1 + i % 3],
    'consentedAt', to_char(date '2021-01-05' + i * 9, 'YYYY-MM-DD')),
  CASE WHEN i % 5 < 2 THEN 'https://cdn.strider.fit/a/' || substr(md5('av' || i), 1, 16) || '.webp' END,
  (ARRAY['Europe/London','Europe/London','Europe/London','Europe/Dublin','Europe/Lisbon','Asia/Dubai'])[1 + (i * i) % 6],
  CASE WHEN i % 8 <> 0 THEN timestamptz '2024-09-01 06:10+00' + i * interval '17 hours 13 minutes' END,
  timestamptz '2021-01-05 08:00+00' + i * interval '9 days 3 hours 7 minutes'
FROM b;

WITH a AS (SELECT ARRAY['Sophie','Ravi','Bronwen','Leon','Tamsin','Kofi','Erin','Luca','Nadia','Scott','Ines','Hugh','Carys','Samuel','Abigail',
    'Dev','Orla','Jordan','Petra','Bilal','Lorna'] AS g,
  ARRAY['Maddox','Desai','Rees','Fontaine','Trelawney','Boateng','Gallagher','Moretti','Haddad','Buchanan','Carvalho','Pemberton','Morgan',
    'Achebe','Lyle','Malhotra','Keane','Blackwood','Novak','Siddiqui','Munro','Hale','Ferrari'] AS f),
b AS (SELECT i, g[1 + i * 8 % 21] AS gn, f[1 + i * 5 % 23] AS fn FROM a, generate_series(1, 60) i)
INSERT INTO "trainers" ("displayName", "contact", "bio", "certifications", "languages", "payoutIban", "joinedAt")
SELECT CASE WHEN i % 11 = 0 THEN 'Coach ' || gn WHEN i % 17 = 0 THEN lower(gn || ' ' || fn) ELSE gn || ' ' || fn END,
  jsonb_build_object('email', lower(gn || '.' || fn) || CASE WHEN i % 2 = 0 THEN '@striderfit.co.uk' ELSE '.pt@gmail.com' END,
    'mobile', '07' || (801 + i * 29 % 180) || ' ' || lpad((i * 48271 % 1000000)::text, 6, '0'))
    || CASE WHEN i % 3 = 0 THEN jsonb_build_object('instagram', '@' || lower(gn) || '.moves' || i) ELSE '{}' END,
  CASE WHEN i % 6 = 0 THEN NULL WHEN i = 31 THEN '' ELSE format((ARRAY['Former %s county runner. I coach beginners to their first 10k.',
    'After a back injury at twenty I learnt to lift properly; %s years of coaching since.', 'Parent of two, ultra runner, %s marathons and counting.',
    'Physio by training. Special interest in people over 60. %s years in the NHS.', 'Ex army PTI. No shouting, promise. %s years'' experience.'])[1 + i % 5], 3 + i * 7 % 16) END,
  CASE WHEN i % 9 = 0 THEN '[]' ELSE jsonb_build_array(jsonb_build_object('name', (ARRAY['Level 3 Personal Training','UKSCA Accredited',
    'British Cycling Level 2','RYT 200','BSc Physiotherapy'])[1 + i * 3 % 5], 'issuedBy', (ARRAY['CIMSPA','UKSCA','Active IQ','YMCA Awards'])[1 + i % 4],
    'certNo', 'C' || (100000 + i * 7321), 'year', 2006 + i * 5 % 18)) END,
  (ARRAY['{en}','{en,cy}','{en}','{en,fr}','{en,ur,pa}','{en,pt}','{en}'])[1 + i % 7]::text[],
  CASE WHEN i % 5 <> 0 THEN (ARRAY[
    'GB76LOYD30214616682360', 'GB11BARC30955185831710', 'GB75BARC04989723213224', 'GB19SRLG20902711567685', 'GB15NWBK30950032675563', 'GB13MONZ30180516993895',
    'GB81MIDL40412625856263', 'GB39SRLG30154710590344', 'GB24HBUK30692816873169', 'GB90BARC20913476803601', 'GB41HBUK40458886891718', 'GB76MONZ77062672789906',
    'GB94NWBK60486945847484', 'GB81SRLG77400390266056', 'GB03BARC04513674308172', 'GB36MIDL30910967130582', 'GB54BARC40726794965824', 'GB84SRLG30371848954499',
    'GB47SRLG04343338300044', 'GB24NWBK20901384112835', 'GB28NWBK60535572117937', 'GB68NWBK77462529548265', 'GB50MONZ20751816997740', 'GB25BARC40391475423555',
    'GB25BARC40799478475368', 'GB47LOYD20550569639568', 'GB13LOYD04922174038082', 'GB19MONZ40061984815141', 'GB96HBUK20021633785765', 'GB32HBUK40277819065061',
    'GB54NWBK04085016623262', 'GB04HBUK30668440741422', 'GB29BARC60097051325393', 'GB92MONZ77798372462488', 'GB53NWBK40765817360326', 'GB30MONZ04403075736926',
    'GB33LOYD40248294880292', 'GB39BARC30221549817719', 'GB93MONZ04403631730868', 'GB87NWBK30454618471512', 'GB55BARC77671706734917', 'GB22MIDL20392468456814',
    'GB66LOYD30615449757611', 'GB30LOYD04122236079113', 'GB20BARC30166156823267', 'GB26HBUK60906953980453', 'GB95HBUK40718638541924', 'GB88MIDL04483598829383'])[i - i / 5] END,
  timestamptz '2020-04-01 09:00+00' + i * interval '23 days 4 hours'
FROM b;

INSERT INTO "wearables"
SELECT md5('w' || i)::uuid, md5('member' || (1 + i * 7 % 150))::uuid, 1 + i * 3 % 14,
  CASE WHEN i % 3 = 0 THEN COALESCE(m."givenName", 'my') || (ARRAY['''s watch','''s ring',' running','''s old band'])[1 + i / 3 % 4] WHEN i % 19 = 0 THEN '' END,
  CASE WHEN i % 41 = 0 THEN 'unknown' ELSE (ARRAY['CV3','HL','NB','PS','WW'])[1 + i % 5] || lpad((i * 7919 % 100000)::text, 5, '0') || upper(substr(md5('sn' || i), 1, 5)) END,
  CASE WHEN i % 4 <> 1 THEN (substr(md5('mac' || i), 1, 12))::macaddr END,
  CASE WHEN i % 3 = 0 THEN (ARRAY[
    '357877893287920', '351742180967921', '359081003390751', '357938347017469', '358145384019163', '351461003307666', '356193451450616', '352310077283783',
    '353266166304949', '350326991023743', '350954611139308', '359559729792624', '352439332836794', '351601108436460', '359748212378997', '351433014673006',
    '352458921527580', '359290075400915', '357145211785029', '355517160790964', '356909111146561', '359777818804916', '357031797405424', '359382577356438',
    '356336395322751', '350142177436686', '357597510490497', '355490267304321', '350171851337423', '350780234588898', '352631662773064', '358985753113364',
    '351485405810753', '358647031602853', '352728877913780', '358482888446935', '354288497368186', '350960808689179', '351218766437720', '355678513690424',
    '350032304553976', '351791894386068', '356892838383891', '359235259533312'])[1 + i / 3 % 44] END,
  CASE WHEN i % 5 <> 4 THEN jsonb_build_object('access', substr(translate(encode(sha256(('at' || i)::bytea), 'base64'), '+/=', '-_'), 1, 40),
    'refresh', md5('rt' || i), 'expiresAt', to_char(date '2025-01-01' + i, 'YYYY-MM-DD')) END,
  (2 + i % 4) || '.' || (i * 7 % 20) || '.' || (i % 10),
  timestamptz '2022-02-10 18:30+00' + i * interval '7 days 5 hours'
FROM generate_series(1, 132) i JOIN "members" m ON m."memberId" = md5('member' || (1 + i * 7 % 150))::uuid ORDER BY i;

INSERT INTO "workouts" ("memberId", "wearableId", "kind", "startedAt", "summary", "heartRate", "route", "exerciseIds", "note")
SELECT md5('member' || (1 + i * 11 % 150))::uuid,
  CASE WHEN i % 4 <> 0 THEN (SELECT w."wearableId" FROM "wearables" w WHERE w."memberId" = md5('member' || (1 + i * 11 % 150))::uuid LIMIT 1) END,
  k::"WorkoutKind",
  timestamptz '2024-03-01 06:15+00' + i * interval '31 hours 11 minutes',
  jsonb_build_object('durationSec', 1200 + i * 397 % 4300, 'kcal', 120 + i * 53 % 700)
    || CASE WHEN k IN ('run', 'ride', 'swim', 'walk', 'row') THEN jsonb_build_object('distanceM', CASE WHEN k = 'swim' THEN 400 + i * 50 % 1900 ELSE 900 + i * 733 % 21000 END) ELSE '{}' END,
  CASE WHEN i % 5 <> 0 THEN (SELECT array_agg((96 + (i * 13 + t * 17) % 74)::smallint) FROM generate_series(1, 6 + i % 7) t) END,
  CASE WHEN k IN ('run', 'ride', 'walk') THEN jsonb_build_object('type', 'LineString', 'coordinates',
    (SELECT jsonb_agg(jsonb_build_array(round(-1.58 + (i * 37 % 300) / 100.0 + t * 0.0013, 5), round(51.42 + (i * 71 % 240) / 100.0 + t * (i % 5) * 0.0007, 5)))
     FROM generate_series(1, 5) t)) END,
  CASE WHEN k = 'strength' THEN ARRAY[1 + i % 20, 1 + i * 3 % 20, 1 + i * 7 % 20] ELSE '{}' END,
  CASE i % 12 WHEN 0 THEN 'Legs like lead after the night shift.' WHEN 1 THEN 'PB!! Dad would have been proud' WHEN 3 THEN 'stopped early, knee again'
    WHEN 4 THEN 'Easy loop with ' || (ARRAY['Hannah','the dog','Tom from work','my sister'])[1 + i / 12 % 4] WHEN 6 THEN 'Inhaler needed at ' || (2 + i % 5) || ' km, too cold'
    WHEN 8 THEN '5x5 at ' || (40 + i % 60) || ' kg, felt good' WHEN 9 THEN 'ok' END
FROM (SELECT i, (ARRAY['run','ride','strength','swim','yoga','run','walk','strength','row'])[1 + i % 9] AS k FROM generate_series(1, 190) i) x;

INSERT INTO "dailyVitals"
SELECT md5('member' || (1 + i % 100))::uuid, date '2025-01-06' + i / 100, CASE WHEN i % 23 = 0 THEN NULL ELSE 1100 + i * 7919 % 17000 END,
  CASE WHEN i % 6 <> 0 THEN jsonb_build_object('asleepMin', 290 + i * 37 % 230, 'deepMin', 40 + i * 11 % 70, 'remMin', 50 + i * 17 % 80,
    'bedtime', (21 + i % 3) || ':' || lpad((i * 7 % 60)::text, 2, '0'), 'restingHr', 44 + i * 13 % 32) END,
  CASE WHEN m."sexAtBirth" = 'F' AND i % 5 < 3 THEN jsonb_build_object('day', 1 + i * 5 % 28, 'phase', (ARRAY['menstrual','follicular','ovulatory','luteal'])[1 + i / 2 % 4],
    'symptoms', (ARRAY['["cramps"]','[]','["headache","fatigue"]'])[1 + i % 3]::jsonb) END,
  ARRAY(SELECT w."wearableId" FROM "wearables" w WHERE w."memberId" = m."memberId" AND i % 6 <> 0)
FROM generate_series(0, 199) i JOIN "members" m ON m."memberId" = md5('member' || (1 + i % 100))::uuid ORDER BY i;

INSERT INTO "coachingSessions" ("memberId", "trainerId", "gymId", "startsAt", "state", "coachNotes", "feedback")
SELECT md5('member' || (1 + i * 13 % 150))::uuid, 1 + i * 7 % 60, CASE WHEN i % 4 <> 0 THEN 1 + i * 2 % 15 END,
  timestamptz '2024-10-02 07:00+00' + i * interval '19 hours', (ARRAY['done','done','booked','done','cancelled','noShow','requested'])[1 + i % 7]::"SessionState",
  CASE i % 8 WHEN 0 THEN 'Left shoulder limited overhead, no pressing for ' || (2 + i % 4) || ' weeks. Seeing physio.' WHEN 1 THEN 'Very anxious about being weighed, skip it.'
    WHEN 2 THEN m."givenName" || ' is ahead of plan; add tempo run.'
    WHEN 4 THEN 'Late again. Going through a divorce, be kind.' WHEN 5 THEN 'n/a' WHEN 6 THEN 'Squat ' || (30 + i % 70) || 'x5, knees in on last rep' END,
  CASE WHEN i % 7 IN (0, 1, 3) AND i % 2 = 0 THEN jsonb_build_object('stars', 3 + i % 3, 'text', (ARRAY['Really listened to me','Tough but fair. My back is so much better',
    'Started 15 min late','Great!','She noticed I was favouring my right leg, booked a scan'])[1 + i / 2 % 5]) END
FROM generate_series(1, 130) i JOIN "members" m ON m."memberId" = md5('member' || (1 + i * 13 % 150))::uuid ORDER BY i;

INSERT INTO "chatMessages" ("memberId", "trainerId", "sentBy", "body", "attachments", "sentAt")
SELECT md5('member' || (1 + i / 3 * 13 % 150))::uuid, 1 + i / 3 * 7 % 60, CASE WHEN i % 3 = 1 THEN 'trainer' ELSE 'member' END,
  CASE WHEN i % 3 = 1 THEN (ARRAY['Hi ' || COALESCE(m."givenName", 'there') || ', can you do Thursday at ' || (6 + i % 12) || '?','How is the ankle today?','Great work! Rest day tomorrow please.',
      'Send me a video of your squat when you can','No problem, text me on my mobile if you run late','Did the doctor clear you for intervals?'])[1 + i / 3 % 6]
    ELSE (ARRAY['Sorry, kids are ill, need to move ' || (ARRAY['Monday','Tuesday','Friday'])[1 + i % 3],'Ankle still swollen, took ibuprofen','ok see you then 👍','New job so mornings only from next week',
      'I weighed ' || (58 + i % 40) || ' this morning!!','GP says blood pressure is down to 128/82','Can my husband ' || (ARRAY['Dan','Yusuf','Gregor'])[1 + i % 3] || ' join?','thanks','.',
      'I live near ' || (ARRAY['Meanwood','Clifton','Leith Walk','Tooting'])[1 + i % 4] || ', any gym closer?'])[1 + i * 7 / 3 % 10] END,
  CASE WHEN i % 6 = 0 THEN jsonb_build_array(jsonb_build_object('key', 'chat/' || substr(md5('f' || i), 1, 12) || (ARRAY['.mp4','.jpg','.pdf'])[1 + i / 6 % 3],
    'name', (ARRAY['squat_side.mp4','IMG_' || (2000 + i * 13) || '.jpg','MRI report knee.pdf'])[1 + i / 6 % 3])) END,
  timestamptz '2024-11-01 07:30+00' + i * interval '5 hours 41 minutes'
FROM generate_series(1, 170) i JOIN "members" m ON m."memberId" = md5('member' || (1 + i / 3 * 13 % 150))::uuid ORDER BY i;

INSERT INTO "payments"
SELECT md5('pay' || i)::uuid, md5('member' || (1 + i * 17 % 150))::uuid, 'STR-2024-' || lpad((i * 3)::text, 6, '0'),
  jsonb_build_array(jsonb_build_object('sku', (ARRAY['PLUS-M','PLUS-Y','COACH-4','COACH-1'])[1 + i % 4], 'qty', 1, 'unit', (ARRAY[7.99, 69.00, 140.00, 38.50])[1 + i % 4])),
  (ARRAY[7.99, 69.00, 140.00, 38.50])[1 + i % 4],
  CASE WHEN i % 6 <> 5 THEN jsonb_build_object('brand', (ARRAY['visa','mastercard','amex'])[1 + i % 3], 'last4', lpad((i * 7919 % 10000)::text, 4, '0'),
    'exp', lpad((1 + i % 12)::text, 2, '0') || '/' || (25 + i % 5)) END,
  CASE WHEN i % 29 = 0 THEN '' WHEN i % 6 <> 5 THEN (ARRAY[concat_ws(' ', m."givenName", m."familyName"), upper(concat_ws(' ', left(m."givenName", 1), m."familyName")),
    'Mrs ' || m."familyName"])[1 + CASE WHEN m."sexAtBirth" = 'F' THEN i % 3 ELSE i % 2 END] END,
  CASE WHEN i % 5 = 0 THEN (ARRAY['{NEWYEAR25}','{SPRING,FRIEND10}'])[1 + i / 5 % 2]::text[] ELSE '{}' END,
  CASE WHEN i % 14 <> 0 THEN timestamptz '2024-01-03 12:00+00' + i * interval '67 hours' END
FROM generate_series(1, 120) i JOIN "members" m ON m."memberId" = md5('member' || (1 + i * 17 % 150))::uuid ORDER BY i;

INSERT INTO "appInstalls"
SELECT md5('in' || i)::uuid, md5('member' || (1 + i * 19 % 150))::uuid, p,
  CASE WHEN p = 'ios' THEN md5('pt' || i) || md5('pu' || i) WHEN p = 'android' THEN substr(md5('fa' || i), 1, 22) || ':APA91b' || translate(encode(sha256(('fb' || i)::bytea), 'base64'), '+/=', '-_') END,
  CASE WHEN p <> 'web' AND i % 3 = 0 THEN md5('ad' || i)::uuid END,
  CASE WHEN i % 10 = 0 THEN ('2a02:c7f:' || to_hex(4096 + i * 211) || ':' || to_hex(256 + i * 37) || '::' || to_hex(i * 3))::inet
    ELSE ((ARRAY['81.','86.','90.','92.','2.'])[1 + i % 5] || (128 + i * 7 % 100) || '.' || (i * 53 % 256) || '.' || (1 + i * 31 % 254))::inet END,
  CASE WHEN i % 9 = 0 THEN NULL WHEN p = 'ios' THEN 'Strider/5.' || i % 9 || ' (iPhone1' || (3 + i % 4) || ',2; iOS 17.' || i % 6 || ')'
    WHEN p = 'android' THEN 'Strider/5.' || i % 9 || ' (Android 1' || (2 + i % 4) || '; ' || (ARRAY['Pixel 7','SM-S911B','CPH2449'])[1 + i % 3] || ')'
    ELSE 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:1' || (20 + i % 12) || '.0) Gecko/20100101 Firefox/1' || (20 + i % 12) || '.0' END,
  (ARRAY['en-GB','en-GB','en-IE','cy-GB','pl-PL','en-US','pt-PT'])[1 + i * i % 7],
  (ARRAY['{}','{newFeed}','{newFeed,sleepV2}','{hrZonesBeta}'])[1 + i % 4]::text[],
  CASE WHEN i % 3 <> 0 THEN ARRAY[(ARRAY['knee pain stretches','couch to 5k','prenatal yoga','vegan protein','trainers near me','lose belly fat'])[1 + i % 6],
    (ARRAY['rowing technique','marathon plan 16 weeks','ibs diet runners','pull up progression'])[1 + i * 3 % 4]] END
FROM (SELECT i, (ARRAY['ios','android','ios','web','android'])[1 + i % 5] AS p FROM generate_series(1, 160) i) x;
