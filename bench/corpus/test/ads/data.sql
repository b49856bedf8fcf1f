CREATE FUNCTION pg_temp.h(i bigint, s int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5(i || ':' || s), 1, 7))::bit(28)::int $$;
CREATE FUNCTION pg_temp.pick(a text[], i bigint, s int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.h(i, s) % cardinality(a)] $$;
CREATE FUNCTION pg_temp.fn(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.pick(ARRAY[
'Alice', 'Amelia', 'Andrew', 'Anita', 'Barbara', 'Benjamin', 'Bridget', 'Callum', 'Charlotte', 'Christopher', 'Claire', 'Daniel',
'Dominic', 'Duncan', 'Eleanor', 'Emily', 'Fiona', 'Gareth', 'George', 'Georgina', 'Hannah', 'Harriet', 'Imran', 'Isobel', 'Jack',
'Jasmine', 'Joseph', 'Kathryn', 'Kieran', 'Laura', 'Liam', 'Marcus', 'Megan', 'Naomi', 'Nigel', 'Oliver', 'Oluwaseun', 'Priya',
'Rebecca', 'Rhys', 'Samantha', 'Sean', 'Stephen', 'Thomas', 'Victoria', 'Zoe'], i, 1) $$;
CREATE FUNCTION pg_temp.ln(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.pick(ARRAY[
'Abbott', 'Adeyemi', 'Ashworth', 'Bailey', 'Barker', 'Bennett', 'Blackwood', 'Burgess', 'Campbell', 'Chaudhry', 'Clarke', 'Crawford',
'Davies', 'Donnelly', 'Ellison', 'Fairbairn', 'Fletcher', 'Gallagher', 'Gibson', 'Griffiths', 'Hargreaves', 'Holloway', 'Hughes',
'Iqbal', 'Jenkins', 'Kavanagh', 'Kaur', 'Lockwood', 'MacLeod', 'Marsden', 'McAllister', 'Mercer', 'Norris', 'O''Brien', 'Okafor',
'Osborne', 'Patel', 'Pemberton', 'Quinn', 'Robertson', 'Sinclair', 'Stafford', 'Thornton', 'Underwood', 'Walsh', 'Whitfield', 'Yates'],
i, 2) $$;
CREATE FUNCTION pg_temp.street(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (1 + pg_temp.h(i, 3) % 180) || ' ' || pg_temp.pick(ARRAY[
'High Street', 'Station Road', 'Church Lane', 'Victoria Road', 'Albert Embankment', 'Mill Lane', 'Queensway', 'King Street', 'Park Row',
'Bridge Street', 'Castle Terrace', 'Commercial Road', 'Deansgate', 'Princes Street', 'Holborn Viaduct', 'Colmore Row', 'Whitehall Place',
'Charlotte Square', 'Wellington Street', 'Sauchiehall Street', 'The Headrow', 'Bothwell Street', 'Clerkenwell Green', 'Fore Street',
'Market Place', 'Corporation Street', 'Lime Grove', 'Canal Wharf'], i, 4) $$;
CREATE FUNCTION pg_temp.city(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.pick(ARRAY[
'London|EC1A|51.5194|-0.0978', 'London|SW9|51.4700|-0.1120', 'Manchester|M4|53.4839|-2.2271', 'Leeds|LS6|53.8190|-1.5620',
'Bristol|BS3|51.4400|-2.6020', 'Glasgow|G12|55.8770|-4.2960', 'Edinburgh|EH6|55.9720|-3.1720', 'Cardiff|CF5|51.4850|-3.2280',
'Birmingham|B15|52.4680|-1.9210', 'Sheffield|S7|53.3560|-1.4860', 'Liverpool|L17|53.3800|-2.9400', 'Norwich|NR2|52.6240|1.2790',
'Brighton|BN2|50.8240|-0.1220', 'Nottingham|NG7|52.9480|-1.1790', 'Newcastle upon Tyne|NE4|54.9720|-1.6440', 'Belfast|BT9|54.5780|-5.9470',
'Exeter|EX4|50.7330|-3.5340', 'York|YO10|53.9510|-1.0590', 'Aberdeen|AB24|57.1640|-2.1070', 'Oxford|OX4|51.7330|-1.2190'], i, 5) $$;
CREATE FUNCTION pg_temp.pc(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part(pg_temp.city(i), '|', 2) || ' '
|| 1 + pg_temp.h(i, 6) % 9 || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + pg_temp.h(i, 7) % 20, 1) || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + pg_temp.h(i, 8) % 20, 1) $$;
CREATE FUNCTION pg_temp.ip(i bigint) RETURNS inet LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.h(i, 9) % 9 = 0 THEN
('2a00:23c5:' || to_hex(1 + pg_temp.h(i, 10) % 65000) || ':' || to_hex(1 + pg_temp.h(i, 11) % 65000) || '::1')::inet ELSE
(pg_temp.pick(ARRAY['81.2', '86.150', '90.214', '92.40', '109.152', '212.58', '31.94', '82.132', '5.64', '77.98'], i, 12) || '.'
|| pg_temp.h(i, 13) % 256 || '.' || 1 + pg_temp.h(i, 14) % 254)::inet END $$;
CREATE FUNCTION pg_temp.mobile(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE pg_temp.h(i, 15) % 3
WHEN 0 THEN '+44 7' || 400 + pg_temp.h(i, 16) % 600 || ' ' || lpad((pg_temp.h(i, 17) % 1000000)::text, 6, '0')
WHEN 1 THEN '07' || 400 + pg_temp.h(i, 16) % 600 || ' ' || lpad((pg_temp.h(i, 17) % 1000000)::text, 6, '0')
ELSE '07' || 400 + pg_temp.h(i, 16) % 600 || lpad((pg_temp.h(i, 17) % 1000000)::text, 6, '0') END $$;
CREATE FUNCTION pg_temp.ts(i bigint, s int) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
$$ SELECT to_timestamp(1672531200 + (pg_temp.h(i, s)::bigint * 31) % 63072000) $$;
CREATE FUNCTION pg_temp.u(i bigint, s int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT overlay(overlay(md5(i || '/' || s) placing '4' from 13) placing 'a' from 17)::uuid $$;
CREATE FUNCTION pg_temp.sha(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT encode(sha256(convert_to(t, 'UTF8')), 'hex') $$;
CREATE FUNCTION pg_temp.co(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY[
'Brightwater Travel', 'Oakhurst Furniture', 'Penrose Insurance', 'Copperfield Bikes', 'Tidemark Energy', 'Halcyon Skincare',
'Northgate Motors', 'Saffron Kitchen', 'Bluebell Nurseries', 'Ironbridge Tools', 'Larkspur Hotels', 'Quayside Seafood', 'Meridian Broadband',
'Foxglove Toys', 'Summit Outdoor', 'Harrow & Finch', 'Redbrick Mortgages', 'Willow Pet Foods', 'Castlegate Jewellers', 'Pinnacle Fitness',
'Silverdale Optics', 'Thistle Coffee', 'Union Street Denim', 'Vantage Software', 'Westerly Airlines', 'Yarrow Wellness', 'Amberley Paints',
'Beacon Learning', 'Cloverleaf Dairy', 'Drift Surfwear', 'Ember Stoves', 'Fernhill Spa', 'Granary Bakers', 'Hexagon Games', 'Inkwell Stationery',
'Juniper Gin', 'Kestrel Cameras', 'Lumen Lighting', 'Millstone Ales', 'Nimbus Mattresses'])[1 + (i - 1) % 40] $$;

INSERT INTO "advertiserAccounts"
SELECT i, pg_temp.co(i) || CASE i % 3 WHEN 0 THEN ' plc' ELSE ' Ltd' END, CASE WHEN i % 6 <> 0 THEN pg_temp.co(i) END,
 (ARRAY['GB166203818', 'GB543919368', 'GB464914763', 'GB695404161', 'GB178265866', 'GB371771287', 'GB228055222', 'GB159160894', 'GB873399321', 'GB171754694',
'GB787005361', 'GB186607673', 'GB549005589', 'GB896769182', 'GB195972840', 'GB334030940', 'GB158741875', 'GB212450750', 'GB274495860', 'GB876892984',
'GB288481551', 'GB877807314', 'GB162175421', 'GB342661704', 'GB382471485', 'GB612011751', 'GB273422806', 'GB286759438', 'GB266812876', 'GB698913215',
'GB366256968', 'GB272633403', 'GB343201056', 'GB377296351', 'GB190080232', 'GB863901946', 'GB335687176', 'GB351734603', 'GB166217508', 'GB337331120'])[i],
 CASE i % 4 WHEN 0 THEN 'accounts@' WHEN 1 THEN 'ap@' WHEN 2 THEN 'finance@' ELSE 'invoices@' END || d || '.co.uk',
 CASE WHEN i % 9 <> 0 THEN '+44 20 7946 0' || lpad((100 + i * 17 % 899)::text, 3, '0') END, 'https://www.' || d || '.co.uk',
 pg_temp.street(i + 9000), split_part(pg_temp.city(i + 9000), '|', 1), pg_temp.pc(i + 9000), 'GB',
 5000 + i * 7 % 11 * 2500, 'Europe/London', (ARRAY['active', 'active', 'active', 'paused', 'review'])[1 + i % 5]::"accountStatus",
 pg_temp.ts(i, 30)
FROM (SELECT i, regexp_replace(lower(pg_temp.co(i)), '[^a-z]', '', 'g') d FROM generate_series(1, 40) i) x;

INSERT INTO "contactPersons"
SELECT i, CASE WHEN i % 5 <> 0 THEN 1 + i * 7 % 40 END, CASE WHEN i % 5 = 0 THEN 1 + i / 5 % 25 END,
 CASE WHEN i % 83 = 0 THEN NULL WHEN i % 47 = 0 THEN lower(pg_temp.fn(i)) ELSE pg_temp.fn(i) END,
 CASE WHEN i % 71 = 0 THEN upper(pg_temp.ln(i)) ELSE pg_temp.ln(i) END,
 CASE WHEN i % 59 = 0 THEN 'n/a' WHEN i % 13 = 0 THEN NULL ELSE lower(CASE i % 3 WHEN 0 THEN left(pg_temp.fn(i), 1) ELSE pg_temp.fn(i) || '.' END
  || replace(pg_temp.ln(i), '''', '')) || '@' || regexp_replace(lower(pg_temp.co(1 + i * 7 % 40)), '[^a-z]', '', 'g') || '.co.uk' END,
 CASE WHEN i % 53 = 0 THEN '-' WHEN i % 4 = 0 THEN NULL ELSE pg_temp.mobile(i) END,
 CASE WHEN i % 7 <> 0 THEN pg_temp.pick(ARRAY['Marketing Manager', 'Head of Digital', 'Media Buyer', 'CMO', 'Brand Lead', 'Accounts Payable Clerk',
  'PPC Specialist', 'Founder', 'Managing Director', 'Ad Operations Lead', 'Yield Manager', 'Legal Counsel'], i, 20) END,
 pg_temp.pick(ARRAY['primary', 'billing', 'creative', 'legal', 'technical'], i, 21),
 CASE WHEN i % 3 = 2 THEN pg_temp.pick(ARRAY['English', 'English', 'Welsh', 'Polish', 'French', 'Urdu'], i, 24) END,
 CASE WHEN i % 4 = 1 THEN date '1962-03-04' + pg_temp.h(i, 22) % 14000 END,
 CASE WHEN i % 3 = 1 THEN 'https://www.linkedin.com/in/' || lower(pg_temp.fn(i) || '-' || replace(pg_temp.ln(i), '''', '')) || '-' || substr(md5(i::text), 1, 6) END,
 CASE WHEN i % 5 = 2 THEN pg_temp.pick(ARRAY['Prefers a call before 10am, never on Fridays.', 'On maternity leave until September, write to her deputy.',
  'Met at the Leeds expo; big rugby fan, sends us referrals.', 'Was unhappy about the March invoice, handle with care.', 'Left the previous agency with us.',
  'Vegetarian - remember for client lunches.', 'Negotiates hard on CPM, decides alone up to 20k.', 'Slow to answer mail, ring the mobile.'], i, 23)
  || pg_temp.pick(ARRAY['', ' Two young kids.', ' Reports to the CFO.', ' Based in the Leeds office on Tuesdays.', ' Ex-colleague of ' || pg_temp.fn(i + 77) || '.',
  ' Asked for a rebate.'], i, 25) END,
 i % 3 = 0, pg_temp.ts(i, 31)
FROM generate_series(1, 180) i;

INSERT INTO "platformUsers"
SELECT pg_temp.u(i, 1), 1 + i * 11 % 40,
 CASE i % 4 WHEN 0 THEN lower(left(pg_temp.fn(i + 500), 1) || replace(pg_temp.ln(i + 500), '''', '')) || i
  WHEN 1 THEN lower(pg_temp.fn(i + 500)) || '_' || i % 97 || chr(97 + i % 26) || i / 26 WHEN 2 THEN lower(pg_temp.fn(i + 500) || '.' || replace(pg_temp.ln(i + 500),
  '''', '')) || i
  ELSE pg_temp.pick(ARRAY['adninja', 'mediamaven', 'clickhound', 'ppcwizard', 'roastoast', 'banksy'], i, 40) || i END,
 CASE WHEN i % 7 = 0 THEN pg_temp.fn(i + 500) WHEN i % 5 <> 0 THEN pg_temp.fn(i + 500) || ' ' || pg_temp.ln(i + 500) END,
 lower(pg_temp.fn(i + 500) || '.' || replace(pg_temp.ln(i + 500), '''', '')) || i || '@' ||
  pg_temp.pick(ARRAY['gmail.com', 'outlook.com', 'btinternet.com', 'mediahive.agency', 'adloom.co.uk'], i, 41),
 '$2b$12$' || substr(replace(replace(encode(sha256(convert_to('p' || i, 'UTF8')), 'base64'), '+', '.'), '=', '') || md5(i::text), 1, 53),
 CASE WHEN i % 3 = 0 THEN translate(upper(md5('t' || i)), '0189', 'QRST') END,
 CASE WHEN i % 10 < 3 THEN pg_temp.mobile(i + 500) END,
 CASE WHEN i % 4 = 0 THEN 'https://cdn.adloom.io/avatars/' || substr(md5('a' || i), 1, 12) || '.jpg' END,
 CASE i % 9 WHEN 0 THEN 'en-US' WHEN 4 THEN 'cy-GB' WHEN 6 THEN 'fr-FR' ELSE 'en-GB' END,
 CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['Europe/London', 'Europe/London', 'Europe/Dublin', 'Europe/Paris', 'America/New_York'], i, 45) END,
 CASE WHEN i % 8 <> 0 THEN pg_temp.ip(i + 500) END,
 CASE WHEN i % 8 <> 0 THEN pg_temp.ts(i, 42) + interval '40 days' END, (pg_temp.h(i, 43) % 40 / 37)::smallint,
 pg_temp.pick(ARRAY['owner', 'manager', 'manager', 'analyst', 'analyst', 'readonly'], i, 44), pg_temp.ts(i, 42)
FROM generate_series(1, 150) i;

INSERT INTO "campaigns"
SELECT i, 1 + i * 13 % 40, pg_temp.co(1 + i * 13 % 40) || ' - ' || pg_temp.pick(ARRAY['Spring Sale', 'Always On', 'Retargeting', 'Brand Lift', 'Black Friday',
 'App Launch', 'Lead Gen UK', 'Back to School'], i, 50) || ' ' || 2023 + i % 2,
 (ARRAY['awareness', 'traffic', 'leads', 'sales', 'appInstalls'])[1 + i % 5]::"campaignObjective", 20 + pg_temp.h(i, 51) % 480,
 jsonb_build_object('geo', jsonb_build_array('GB', pg_temp.pick(ARRAY['IE', 'FR', 'NL'], i, 53)), 'ageMin', 18 + i % 3 * 7, 'ageMax', 45 + i % 3 * 10,
  'interests', jsonb_build_array(pg_temp.pick(ARRAY['travel', 'home', 'cars', 'cooking'], i, 54))),
 date '2023-01-09' + i * 4, CASE WHEN i % 3 = 0 THEN date '2023-02-20' + i * 4 END, pg_temp.u(1 + i * 7 % 150, 1)
FROM generate_series(1, 120) i;

INSERT INTO "creatives"
SELECT i, 1 + i * 17 % 120, pg_temp.pick(ARRAY['Sleep better tonight', 'Your next adventure starts here', 'Free delivery all week', 'Up to 40% off sofas',
 'Switch and save', 'Handmade in Yorkshire', 'Try it for 30 days', 'New season, new you', 'Dinner in 15 minutes', 'Drive away from 199 a month'], i, 60)
 || pg_temp.pick(ARRAY['', '!', ' | Official Site', ' - Free Returns', ' Today', ' for Less'], i, 63),
 CASE WHEN i % 3 <> 0 THEN pg_temp.pick(ARRAY['Order by Sunday and get a second one half price.', 'Hello {firstName}, your basket is waiting!',
  'Terms apply. Representative 9.9% APR.', 'Rated excellent by 12,000 customers.', 'Book with a small deposit, pay the rest later.'], i, 61) END,
 'https://www.' || regexp_replace(lower(pg_temp.co(1 + i % 40)), '[^a-z]', '', 'g') || '.co.uk/lp/' || i || '?utm_source=adloom',
 'banner_' || (ARRAY['300x250', '728x90', '160x600', '320x50'])[1 + i % 4] || '_v' || 1 + i % 5 || CASE i % 3 WHEN 0 THEN '.gif' ELSE '.png' END,
 pg_temp.sha('asset' || i),
 pg_temp.pick(ARRAY['approved', 'approved', 'approved', 'pending', 'rejected'], i, 62), CASE WHEN i % 5 <> 0 THEN pg_temp.u(1 + i * 3 % 150, 1) END
FROM generate_series(1, 200) i;

INSERT INTO "audiences"
SELECT i, i, pg_temp.pick(ARRAY['Cart abandoners 30d', 'CRM upload March', 'Lookalike 1%', 'Homepage visitors', 'High value buyers', 'Lapsed subscribers',
 'App users UK'], i, 70), pg_temp.pick(ARRAY['pixel', 'upload', 'lookalike', 'sdk'], i, 71),
 CASE WHEN i % 3 <> 0 THEN jsonb_build_object('event', pg_temp.pick(ARRAY['AddToCart', 'PageView', 'Purchase'], i, 72), 'windowDays', 7 * (1 + i % 4)) END,
 1000 + pg_temp.h(i, 73) % 900000
FROM generate_series(1, 30) i;

INSERT INTO "deviceProfiles"
SELECT i, CASE WHEN i % 6 <> 0 THEN pg_temp.u(i, 2) END, 'alm.' || substr(md5('c' || i), 1, 20) || '.' || 1672531200 + pg_temp.h(i, 80) % 60000000,
 CASE WHEN i % 67 = 0 THEN '-' WHEN i % 3 = 0 THEN 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_' || i % 7
  || ' like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
  WHEN i % 3 = 1 THEN 'Mozilla/5.0 (Linux; Android 1' || i % 4 || '; SM-A' || 300 + i % 40 || 'F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1' || 10 + i % 12
  || '.0.0.0 Mobile Safari/537.36'
  ELSE 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:10' || i % 10 || '.0) Gecko/20100101 Firefox/10' || i % 10 || '.0' END,
 CASE i % 3 WHEN 0 THEN 'iPhone' || 11 + i % 5 || ',' || 1 + i % 3 WHEN 1 THEN 'SM-A' || 300 + i % 40 || 'F' END,
 CASE WHEN i % 3 <> 2 THEN pg_temp.pick(ARRAY['EE', 'O2 - UK', 'vodafone UK', 'Three', 'giffgaff', 'Tesco Mobile'], i, 81) END, pg_temp.ip(i),
 CASE WHEN i % 3 = 0 THEN split_part(pg_temp.city(i), '|', 3)::numeric + (pg_temp.h(i, 82) % 4000) / 100000.0 END,
 CASE WHEN i % 3 = 0 THEN split_part(pg_temp.city(i), '|', 4)::numeric + (pg_temp.h(i, 83) % 4000) / 100000.0 END,
 CASE WHEN i % 5 < 2 THEN CASE WHEN i % 37 = 0 THEN lower(replace(pg_temp.pc(i), ' ', '')) ELSE pg_temp.pc(i) END END,
 CASE WHEN i % 4 <> 0 THEN pg_temp.pick(ARRAY['18-24', '25-34', '35-44', '45-54', '55-64', '65+'], i, 84) END,
 CASE WHEN i % 4 <> 0 THEN pg_temp.pick(ARRAY['f', 'm', 'f', 'm', 'u'], i, 85) END,
 CASE WHEN i % 10 < 3 THEN pg_temp.pick(ARRAY['<20k', '20-35k', '35-60k', '60-100k', '>100k'], i, 76) END,
 CASE WHEN i % 5 = 1 THEN pg_temp.pick(ARRAY['single', 'couple', 'marriedWithChildren', 'divorced'], i, 77) END,
 CASE WHEN i % 7 <> 0 THEN ARRAY[pg_temp.pick(ARRAY['travel/city-breaks', 'home/diy', 'auto/ev', 'parenting/newborn', 'health/dieting'], i, 86),
  pg_temp.pick(ARRAY['sport/football', 'finance/mortgage', 'food/vegan', 'gaming/console', 'fashion/shoes'], i, 87)] END,
 CASE WHEN i % 3 <> 1 THEN 'CP' || translate(encode(sha256(convert_to('tc' || i, 'UTF8')), 'base64'), '+/=', '-_') || '.YAAAAAAAAAAA' END,
 pg_temp.ts(i, 88)
FROM generate_series(1, 300) i;

INSERT INTO "audienceMembers"
SELECT 1 + i * 7 % 30, i, CASE WHEN i % 10 < 3 THEN pg_temp.sha(lower(pg_temp.fn(i + 900) || '.' || pg_temp.ln(i + 900)) || '@gmail.com') END,
 (pg_temp.h(i, 90) % 1000) / 1000.0, pg_temp.ts(i, 91)
FROM generate_series(1, 260) i;

INSERT INTO "impressions"
SELECT i, pg_temp.u(i, 3), 1 + pg_temp.h(i, 100) % 200, 1 + pg_temp.h(i, 101) % 45, p, CASE WHEN i % 19 <> 0 THEN pg_temp.ip(p) END,
 'https://' || CASE WHEN i % 4 = 0 THEN 'm' ELSE 'www' END || '.' || pg_temp.pick(ARRAY['thedailyplate.uk', 'rugbyhub.co.uk', 'mumsroundtable.com',
  'northernpost.co.uk', 'gearandgarage.com',
  'fixmyhome.uk'], i, 102) || '/' || pg_temp.pick(ARRAY['recipes/vegan-pie', 'news/strike-talks', 'forum/sleep-regression', 'reviews/ev-hatchbacks', 'health/ibs-diet',
  'money/remortgage-2024', 'sport/six-nations'], i, 103) || CASE WHEN i % 5 = 0 THEN '?id=' || i * 31 ELSE '' END,
 CASE WHEN i % 4 <> 3 THEN 'Mozilla/5.0 (' || pg_temp.pick(ARRAY['Windows NT 10.0; Win64; x64', 'Macintosh; Intel Mac OS X 10_15_7', 'Linux; Android 13; Pixel 7',
  'iPhone; CPU iPhone OS 16_5 like Mac OS X'], p, 108)
  || ') AppleWebKit/5' || 30 + p % 8 || '.36 (KHTML, like Gecko)' END,
 CASE WHEN i % 10 < 4 THEN pg_temp.pick(ARRAY['https://www.google.com/', 'https://duckduckgo.com/?q=remortgage+with+bad+credit', 'https://t.co/x8Kd2',
  'android-app://com.google.android.gm/',
  'https://www.bing.com/search?q=ibs+diet+plan'], i, 104) END,
 CASE WHEN i % 41 = 0 THEN 'unknown' WHEN i % 6 <> 0 THEN split_part(pg_temp.city(p), '|', 1) END, 200 + pg_temp.h(i, 105) % 9000,
 CASE WHEN i % 8 <> 0 THEN pg_temp.h(i, 106) % 3 > 0 END, pg_temp.ts(i, 107)
FROM (SELECT i, 1 + pg_temp.h(i, 99) % 300 p FROM generate_series(1, 400) i) x;

INSERT INTO "clicks"
SELECT pg_temp.u(i, 4), m."impressionId", m."ipAddress", CASE WHEN i % 5 < 3 THEN CASE WHEN i % 2 = 0 THEN upper(replace(pg_temp.u(m."profileId", 2)::text, '-', ''))
 ELSE pg_temp.u(m."profileId", 2)::text END END,
 CASE WHEN i % 6 <> 0 THEN 'AdloomSDK/4.' || i % 9 || CASE i % 2 WHEN 0 THEN ' CFNetwork/1408.0.4 Darwin/22.5.0' ELSE ' Dalvik/2.1.0 (Linux; U; Android 13; SM-G'
  || 900 + i % 90 || 'B)' END END,
 CASE WHEN i % 14 = 0 THEN pg_temp.pick(ARRAY['datacenter', 'doubleClick', 'botSignature'], i, 112) END, m."servedAt" + i % 50 * interval '1 second'
FROM generate_series(1, 190) i JOIN "impressions" m ON m."impressionId" = i * 2;

INSERT INTO "conversions"
SELECT i, pg_temp.u(i * 2, 4), e, CASE WHEN e = 'purchase' THEN 'SO-' || 480000 + i * 37 END, CASE WHEN e = 'purchase' THEN 12 + pg_temp.h(i, 121) % 30000 / 100.0 END,
 CASE WHEN i % 3 <> 0 THEN pg_temp.fn(i + 1200) || ' ' || pg_temp.ln(i + 1200) END, CASE WHEN e = 'purchase' THEN split_part(pg_temp.city(i + 1200), '|', 1) END,
 CASE WHEN e = 'purchase' THEN pg_temp.pc(i + 1200) END,
 CASE WHEN i % 43 = 0 THEN 'n/a' WHEN i % 10 < 6 THEN lower(pg_temp.fn(i + 1200)) || pg_temp.pick(ARRAY['.', '_', ''], i, 122) || lower(replace(pg_temp.ln(i + 1200),
  '''', ''))
  || pg_temp.h(i, 123) % 90 || '@' || pg_temp.pick(ARRAY['gmail.com', 'hotmail.co.uk', 'yahoo.co.uk', 'icloud.com', 'sky.com'], i, 124) END,
 CASE WHEN i % 10 < 3 THEN pg_temp.mobile(i + 1200) END,
 CASE WHEN i % 2 = 0 THEN jsonb_build_object('ev', e, 'fn', pg_temp.fn(i + 1200), 'ln', pg_temp.ln(i + 1200), 'zip', pg_temp.pc(i + 1200), 'ip',
  host(pg_temp.ip(i + 1200))) END,
 pg_temp.ts(i, 125)
FROM (SELECT i, pg_temp.pick(ARRAY['purchase', 'lead', 'signUp', 'purchase'], i, 120) e FROM generate_series(1, 94) i) x;

INSERT INTO "invoices"
SELECT i, 1 + i % 40, 'INV-2023-' || lpad((i * 3)::text, 5, '0'), CASE WHEN i % 3 = 0 THEN 'PO' || 77000 + i * 13 END, 300 + pg_temp.h(i, 130) % 900000 / 100.0, 20.00,
 'invoice_' || lpad((i * 3)::text, 5, '0') || '.pdf', pg_temp.ts(i, 131), CASE WHEN i % 5 <> 0 THEN pg_temp.ts(i, 131) + i % 40 * interval '1 day' END
FROM generate_series(1, 160) i;

INSERT INTO "paymentMethods"
SELECT i, i * 3, CASE WHEN i % 29 = 0 THEN '-' WHEN i % 4 = 0 THEN 'MR ' || upper(left(pg_temp.fn(i * 3), 1) || ' ' || pg_temp.ln(i * 3)) ELSE pg_temp.fn(i * 3)
  || CASE WHEN i % 31 = 0 THEN '  ' ELSE ' ' END
 || pg_temp.ln(i * 3) END, CASE WHEN i % 5 <> 0 THEN pg_temp.pc(i * 3) END, right((ARRAY['2202585674541166', '4276490567253432', '4276355264357473',
  '2202579976424973', '5469913599559041', '4276994449714354', '5469369525642353',
'5469399476626782', '4081621610788769', '2202736621461756', '2202688992907026', '4276986460549636', '2202149542171589', '4081392909818788',
'4081199596904478', '4081715507787197', '5469861435242555', '5469987214700636', '4276886013273538', '2202028743860192', '2202523463658529',
'4081240609637042', '4276918404916068', '5469741287596938', '4276370327116238', '4276527267677384', '4081970080836263', '5469584970069056',
'4081302299508196', '2202017960364756', '4081936636681651', '2202737038923867', '2202672128016662', '4276730721599166', '5469883420863971',
'4276337400484676', '4276731508612073', '5469365622470003', '2202084496569878', '4276802227448006', '2202954123370447', '5469674135016546',
'4276654517561232', '2202344789155425', '2202242116682022'])[1 + i % 45], 4), lpad((1 + i % 12)::text, 2, '0') || '/' || 24 + i % 6,
 'pm_1N' || substr(md5('g' || i), 1, 22), i % 4 <> 0
FROM generate_series(1, 60) i;

INSERT INTO "publishers"
SELECT i, (ARRAY['Daily Plate Media', 'Rugby Hub Publishing', 'Roundtable Communities', 'Northern Post Group', 'Gear and Garage', 'Fix My Home', 'Pixel Harbour',
 'Lantern Local News', 'Cobalt Apps', 'Stargazer Weather', 'Terrace Sports', 'Quill & Nib', 'Moorland Radio', 'Beanstalk Kids', 'Kite Travel Guides', 'Slate Finance',
 'Orchard Recipes', 'Tandem Cycling', 'Vinyl Attic', 'Wharf Jobs', 'Hopscotch Mums', 'Gantry Tech', 'Anvil Crafts', 'Plover Birding', 'Cinder Film'])[i]
 || CASE i % 2 WHEN 0 THEN ' Ltd' ELSE ' LLP' END, CASE WHEN i % 8 <> 0 THEN 'adops@pub' || i || '.example.co.uk' END, lpad((3100000 + i * 77713)::text, 8, '0'),
 (ARRAY['DE75100700240324329047', 'DE31100700243931298895', 'GB86LOYD87467540253546', 'NL70ABNA0618845914', 'NL77ABNA0034116402', 'GB20LOYD69057979429799',
'DE89100700248311033121', 'GB07HSBC04990154304971', 'GB58BARC96559677697473', 'NL22ABNA0911763110', 'GB80BARC85565414977773',
'DE04500105176512682167', 'NL69RABO0768899674', 'NL03INGB0095984279', 'DE40100700249674307602', 'DE98100700247588099719', 'GB67HSBC69871046606460',
'NL76INGB0545774875', 'GB42BARC77539991953201', 'DE70500105176706384353', 'DE35370400446285147798', 'NL52INGB0548176833', 'GB58NWBK95674885319071',
'NL18INGB0655842013', 'GB94LOYD03067988977100', 'GB77HSBC84651937283403', 'DE64100700247552524417', 'NL78ABNA0425440962', 'NL02RABO0009365078',
'NL42RABO0165950197', 'GB16BARC44740632006802', 'GB68BARC27080945243708', 'GB74NWBK52847588629008', 'GB37NWBK81744359307624',
'DE31100700241882632608', 'DE53370400440077335460', 'DE97370400444783396271', 'DE19500105179354657834', 'GB88BARC31867015054775',
'DE25370400442954691972'])[i], split_part(pg_temp.city(i + 7000), '|', 1), 60 + i % 5 * 5, pg_temp.ts(i, 140)
FROM generate_series(1, 25) i;

INSERT INTO "sites"
SELECT i, 1 + i % 25, (ARRAY['thedailyplate', 'rugbyhub', 'mumsroundtable', 'northernpost', 'gearandgarage', 'fixmyhome', 'pixelharbour', 'lanternnews', 'stargazer',
 'terracesports', 'quillnib', 'moorlandradio', 'beanstalk', 'kiteguides', 'slatefinance'])[1 + i % 15] || CASE WHEN i > 15 THEN '-' || i / 15 ELSE '' END
 || CASE i % 3 WHEN 0 THEN '.com' WHEN 1 THEN '.co.uk' ELSE '.uk' END, 'IAB' || 1 + i % 26 || '-' || 1 + i % 9, ('104.16.' || i * 5 % 256 || '.' || i * 3)::inet,
 substr(pg_temp.sha('ads' || i), 1, 40), 5000 + pg_temp.h(i, 150) % 4000000
FROM generate_series(1, 45) i;

INSERT INTO "privacyRequests"
SELECT i, CASE WHEN i % 26 = 0 THEN '' WHEN i % 17 = 0 THEN lower(pg_temp.fn(i + 3000) || ' ' || pg_temp.ln(i + 3000)) WHEN i % 6 <> 0 THEN pg_temp.fn(i + 3000)
  || ' ' || pg_temp.ln(i + 3000) END,
 lower(pg_temp.fn(i + 3000)) || i || '@' || pg_temp.pick(ARRAY['gmail.com', 'protonmail.com', 'yahoo.co.uk', 'live.co.uk'], i, 160),
 CASE WHEN i % 4 = 0 THEN pg_temp.street(i + 3000) || ', ' || split_part(pg_temp.city(i + 3000), '|', 1) || ' ' || pg_temp.pc(i + 3000) END, pg_temp.ip(i + 3000),
 pg_temp.pick(ARRAY['optOut', 'access', 'erasure'], i, 161), CASE WHEN i % 10 < 4 THEN pg_temp.pick(ARRAY['Please stop following me around the internet.',
  'I want a copy of everything you hold on me.',
  'My teenage son used this phone, delete his data.', 'Why do I see adverts about my illness?', 'Remove my e-mail from all lists, this is the third time I ask.'], i, 162)
  || pg_temp.pick(ARRAY[' Regards, ' || pg_temp.fn(i + 3000), ' Thanks', '', ' Reply by post please.', ' I have already written to the ICO.', ' My number is '
  || pg_temp.mobile(i + 3000)], i, 165) END,
 pg_temp.pick(ARRAY['United Kingdom', 'United Kingdom', 'United Kingdom', 'Ireland', 'UK', 'France'], i, 163), CASE WHEN i % 3 <> 0 THEN pg_temp.u(1 + i % 150, 1) END,
 pg_temp.ts(i, 164), CASE WHEN i % 4 <> 0 THEN pg_temp.ts(i, 164) + i % 29 * interval '1 day' END
FROM generate_series(1, 90) i;
