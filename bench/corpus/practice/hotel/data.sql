-- Stammdaten
INSERT INTO hotel VALUES
(1, 'Hotel Lindenhof Berlin', 'Invalidenstraße 38', '10115', 'Berlin', '030 2839410', 'berlin@lindenhof-hotels.de', 'DE270770333', '52.5310, 13.3846'),
(2, 'Hotel Lindenhof Hamburg', 'Spaldingstraße 70', '20097', 'Hamburg', '040 236040', 'hamburg@lindenhof-hotels.de', 'DE388816974', '53.5503, 10.0204'),
(3, 'Lindenhof am Englischen Garten', 'Kaulbachstraße 55', '80539', 'München', '089 386620', 'muenchen@lindenhof-hotels.de', 'DE281628212', '48.1527, 11.5836'),
(4, 'Lindenhof Domblick', 'Marzellenstr. 12', '50668', 'Köln', '0221 912780', 'koeln@lindenhof-hotels.de', 'DE115130729', '50.9437, 6.9562'),
(5, 'Lindenhof Seeresidenz', 'Uferpromenade 3', '88709', 'Meersburg', '07532 80450', 'meersburg@lindenhof-hotels.de', 'DE351388019', '47.6932, 9.2721'),
(6, 'Lindenhof Elbufer', 'Hafenstraße 21', '01662', 'Meißen', '03521 72280', 'meissen@lindenhof-hotels.de', 'DE225430023', '51.1664, 13.4713');

INSERT INTO zimmerkategorie VALUES
('EZS', 'Einzelzimmer Standard', 79.00, '{Dusche,TV,WLAN}'),
('EZK', 'Einzelzimmer Komfort', 99.00, '{Bad,TV,WLAN,Minibar}'),
('DZS', 'Doppelzimmer Standard', 109.00, '{Dusche,TV,WLAN}'),
('DZK', 'Doppelzimmer Komfort', 139.00, '{Bad,TV,WLAN,Minibar,Balkon}'),
('FAM', 'Familienzimmer', 169.00, '{Bad,TV,WLAN,Kochnische}'),
('JUN', 'Junior-Suite', 199.00, '{Bad,TV,WLAN,Minibar,Sofa}'),
('SUI', 'Suite Gräfin Adelheid', 289.00, '{Bad,Sauna,TV,WLAN,Minibar,Terrasse}'),
('BAR', 'Barrierefreies Doppelzimmer', 119.00, '{Dusche,TV,WLAN,Notruf}');

INSERT INTO zimmer
SELECT i, 1 + (i - 1) / 15, ((1 + (i - 1) % 15 / 5) * 100 + 1 + (i - 1) % 5)::text,
       (ARRAY['EZS','EZK','DZS','DZS','DZK','DZK','FAM','JUN','SUI','BAR','DZS'])[1 + (i * 7) % 11],
       i % 29 = 0, 'SLX-' || lpad((480000 + i * 3571 % 99991)::text, 7, '0'),
       CASE WHEN i % 3 > 0 THEN ('10.' || 1 + (i - 1) / 15 || '.20.' || 10 + i)::inet END
FROM generate_series(1, 90) AS i;

-- Gäste
WITH l AS (SELECT
  ARRAY[
    'Annegret', 'Birgit', 'Cornelia', 'Dorothea', 'Elke', 'Franziska', 'Gudrun', 'Heike', 'Ingrid', 'Jana',
    'Katharina', 'Lena', 'Marlene', 'Nadine', 'Petra', 'Renate', 'Sabine', 'Theresa', 'Ursula', 'Veronika', 'Wiebke',
    'Yvonne', 'Käthe'] AS vf_liste,
  ARRAY[
    'Andreas', 'Bernd', 'Clemens', 'Dirk', 'Eberhard', 'Florian', 'Günther', 'Holger', 'Ingo', 'Jens', 'Karl-Heinz',
    'Lukas', 'Manfred', 'Norbert', 'Oliver', 'Philipp', 'Rüdiger', 'Stefan', 'Thorsten', 'Uwe', 'Volker', 'Wolfgang',
    'Jörg'] AS vm_liste,
  ARRAY[
    'Ackermann', 'Brandstetter', 'Czerny', 'Dietz', 'Ebeling', 'Fuhrmann', 'Gerlach', 'Hagedorn', 'Immler', 'Jahnke',
    'Kühn', 'Lindemann', 'Meißner', 'Nöll', 'Oberhuber', 'Pfeiffer', 'Quast', 'Riedel', 'Schönfeld', 'Trautmann',
    'Uhlig', 'Vollmer', 'Wiesner', 'Zimmermann', 'Albers', 'Böttcher', 'Conrads', 'Dörfler', 'Eichhorn', 'Frerichs',
    'Götz', 'Heuser', 'Kowalski', 'Langhans', 'Mertens', 'Niemeyer', 'Ostermann', 'Petersen', 'Rauch', 'Stoll',
    'Thoma', 'Ünal', 'Vogelsang', 'Weidlich', 'Zeidler', 'Hülsmann', 'Kraft'] AS nn_liste,
  ARRAY[
    'Ahornweg', 'Bahnhofstraße', 'Brunnengasse', 'Dorfstraße', 'Eichendorffstr.', 'Feldweg', 'Goethestraße',
    'Hauptstraße', 'Im Wiesengrund', 'Kirchplatz', 'Lindenallee', 'Mozartstraße', 'Neue Straße', 'Am Osterberg',
    'Parkweg', 'Querstraße', 'Rosenstr.', 'Schillerstraße', 'Tulpenweg', 'Uferstraße', 'Am Vogelherd', 'Waldstraße',
    'Zeppelinstraße', 'Gartenstraße', 'Mühlenweg', 'Ringstraße', 'Schloßstraße', 'Birkenweg', 'Hermann-Löns-Weg'] AS str_liste,
  ARRAY[
    '10117 Berlin', '20095 Hamburg', '80331 München', '50667 Köln', '60311 Frankfurt am Main', '70173 Stuttgart',
    '04109 Leipzig', '01067 Dresden', '30159 Hannover', '28195 Bremen', '90402 Nürnberg', '45127 Essen',
    '44135 Dortmund', '40213 Düsseldorf', '24103 Kiel', '18055 Rostock', '39104 Magdeburg', '99084 Erfurt',
    '65183 Wiesbaden', '66111 Saarbrücken', '55116 Mainz', '79098 Freiburg im Breisgau', '89073 Ulm', '97070 Würzburg',
    '86150 Augsburg', '34117 Kassel', '37073 Göttingen', '48143 Münster', '26121 Oldenburg', '23552 Lübeck',
    '93047 Regensburg'] AS de_liste,
  ARRAY[
    '1010 Wien', '5020 Salzburg', '6020 Innsbruck', '8010 Graz', '4020 Linz'] AS at_liste,
  ARRAY[
    '8001 Zürich', '3011 Bern', '4051 Basel', '9000 St. Gallen', '6003 Luzern'] AS ch_liste,
  ARRAY[
    'gmx.de', 'web.de', 't-online.de', 'posteo.de', 'mailbox.org', 'freenet.de', 'arcor.de'] AS dom_liste,
  ARRAY[
    'Nordlicht Maschinenbau GmbH', 'Stadtwerke Weilheim', 'Reuter & Söhne KG', 'Universität Bremen',
    'ProVita Pflege gGmbH', 'Kanzlei Hübner', 'Baltic Logistik AG', 'Selbständig', 'Landratsamt Calw',
    'Optik Sander e. K.', 'Delta Software GmbH'] AS ag_liste,
  ARRAY[
    'B', 'M', 'HH', 'K', 'F', 'S', 'L', 'DD', 'H', 'HB', 'N', 'DO', 'KI', 'MZ', 'UL', 'WÜ', 'A', 'GÖ', 'MS', 'OL', 'R',
    'HRO'] AS kfz_liste,
  ARRAY[
    'AB', 'CK', 'DE', 'EL', 'FM', 'GH', 'HS', 'JP', 'KW', 'LR', 'MT', 'NB', 'PA', 'RS', 'TU'] AS kfb_liste,
  ARRAY[
    'Nussallergie', 'laktosefrei', 'Zöliakie, glutenfreies Frühstück', 'Hausstaubmilben, Allergikerbettwäsche',
    'Diabetes Typ 1, Insulin kühlen', 'Erdnüsse!', 'Fruktose', 'Penicillin, Notfallpass im Portemonnaie',
    'reagiert auf Duftstoffe'] AS unv_liste,
  ARRAY[
    'möchte immer Zimmer zum Hof', 'hat sich 2022 über Baulärm beschwert', 'bringt Hund mit (Dackel, 8 kg)',
    'Stammgast, Begrüßungswein', 'hört schwer, laut sprechen', 'Rechnung stets per Post', 'zahlt erst nach Mahnung',
    'Rollstuhl, ebenerdige Dusche nötig', 'kommt oft nach 22 Uhr an', 'Hochzeitstag am 14. Juni',
    'Beschwerde wegen Handtüchern, Gutschein gegeben'] AS bem_liste
),
g AS (SELECT i, i % 2 = 0 AS frau,
    CASE WHEN i % 2 = 0 THEN (l.vf_liste)[1 + (i * 5 / 2) % 23] ELSE (l.vm_liste)[1 + (i * 7 / 2) % 23] END AS vn, (l.nn_liste)[1 + (i * 31) % 47] AS nn,
    CASE WHEN i % 11 = 4 THEN 'AT' WHEN i % 13 = 6 THEN 'CH' ELSE 'DE' END AS ld
    FROM generate_series(1, 140) AS i, l),
h AS (SELECT g.*, CASE ld WHEN 'AT' THEN (l.at_liste)[1 + (i * 3) % 5] WHEN 'CH' THEN (l.ch_liste)[1 + (i * 3) % 5] ELSE (l.de_liste)[1 + (i * 17) % 31] END AS po,
    replace(replace(replace(replace(lower(vn || '.' || nn), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') AS lk
    FROM g, l)
INSERT INTO gast
SELECT i, 'G' || lpad((100200 + i * 37)::text, 7, '0'),
    CASE WHEN i % 47 = 0 THEN 'Divers' WHEN i % 23 = 0 THEN NULL WHEN frau THEN 'Frau' ELSE 'Herr' END,
    CASE WHEN i % 61 = 0 THEN lower(vn) WHEN i % 53 = 0 THEN NULL ELSE vn END,
    CASE WHEN i % 61 = 0 THEN lower(nn) WHEN i % 67 = 0 THEN nn || '  ' || (l.nn_liste)[1 + (i * 13) % 47] ELSE nn END,
    CASE WHEN i % 6 > 0 THEN date '1939-03-11' + i * 7919 % 24500 END,
    CASE WHEN i % 19 = 0 THEN NULL WHEN i % 17 = 3 THEN (ARRAY['PL','NL','TR','FR','DK'])[1 + i % 5] ELSE ld END,
    CASE WHEN i % 34 = 3 THEN 'en' WHEN i % 51 = 20 THEN 'fr' ELSE 'de' END,
    CASE WHEN i % 9 = 0 THEN NULL WHEN i % 59 = 0 THEN 'n/a' WHEN i % 4 = 1
        THEN lk || i % 90 + 10 || '@' || (l.dom_liste)[1 + (i * 3) % 7] ELSE lk || '@' || (l.dom_liste)[1 + (i * 3) % 7] END,
    CASE WHEN i % 7 = 0 THEN NULL WHEN i % 45 = 0 THEN '-'
        WHEN ld = 'AT' THEN '+43 664 ' || 1200000 + i * 48611 % 7799999
        WHEN ld = 'CH' THEN '+41 79 ' || 210 + i || ' ' || 10 + i % 80 || ' ' || 10 + i * 7 % 89
        WHEN i % 3 = 0 THEN '+49 ' || (ARRAY['151','160','170','171','175','176'])[1 + i % 6] || ' ' || 20000000 + i * 579281 % 69999999
        ELSE (ARRAY['0151/','0162-','0173 ','0177/','0179 '])[1 + i % 5] || 2000000 + i * 48619 % 7799999 END,
    CASE WHEN i % 37 = 0 THEN '' ELSE (l.str_liste)[1 + (i * 11) % 29] || ' ' || 1 + i * 13 % 97 || CASE WHEN i % 8 = 0 THEN 'a' ELSE '' END END,
    split_part(po, ' ', 1), substr(po, strpos(po, ' ') + 1), ld,
    CASE WHEN i % 4 = 0 THEN (l.ag_liste)[1 + (i * 3 / 4) % 11] END,
    CASE WHEN i % 5 < 2 AND ld = 'DE' THEN (l.kfz_liste)[1 + (i * 3) % 22] || '-' || (l.kfb_liste)[1 + (i * 7) % 15] || ' ' || 11 + i * 7919 % 9870 END,
    CASE WHEN i % 8 = 3 THEN (l.unv_liste)[1 + (i / 8) % 9] END,
    i % 3 = 1,
    CASE WHEN i % 6 = 2 THEN (l.bem_liste)[1 + (i / 6 * 5) % 11] END,
    timestamptz '2019-02-04 09:12:00+01' + i * interval '13 days 5 hours 17 minutes'
FROM h, l;

INSERT INTO gastkonto
SELECT id, CASE WHEN id % 3 = 0 THEN lower(left(vorname, 1)) || lower(nachname) || id ELSE coalesce(nullif(email, 'n/a'), 'gast' || id) END,
    '$2y$10$' || left(translate(encode(sha256(('a' || id)::bytea) || sha256(('b' || id)::bytea), 'base64'), '+=', './'), 53),
    CASE WHEN id % 4 = 1 THEN translate(upper(md5('t' || id)), '0189', 'WXYZ') END,
    CASE WHEN id % 14 = 0 THEN ('2003:e' || id % 9 || ':' || to_hex(4096 + id * 31) || ':' || to_hex(id * 97) || '::' || to_hex(id))::inet
         WHEN id % 10 > 0 THEN ((ARRAY['84.','91.','79.','217.'])[1 + id % 4] || 20 + id % 90 || '.' || id * 31 % 255 || '.' || 1 + id * 7 % 250)::inet END,
    CASE WHEN id % 10 > 0 THEN angelegt_am + id * interval '3 days 2 hours' END
FROM gast WHERE id % 2 = 1 AND vorname IS NOT NULL ORDER BY id;

-- Personal
INSERT INTO personal VALUES
(1, 'P30007', 2, 'Frerichs, Petra', '1980-05-19', '34111082573', '12190580F924', 'DE13500105172255759987', 5510.00, 'Hoteldirektor/in', '--',
 'Gudrun Pfeiffer, Tochter, 0160 4177092', '2010-03-21'),
(2, 'P30014', 3, 'Lindemann, Marlene', '1967-01-07', '37961084924', '28070167L766', 'DE45370400445739307375', 5620.00, 'Hoteldirektor/in', '--',
 'Holger Lindemann, Bruder, 0160 3817893', '2017-08-11'),
(3, 'P30021', 4, 'Thoma, Ingo', '1985-01-02', '40890527066', '28020185T088', 'DE54701500007160403106', 5730.00, 'Hoteldirektor/in', '--',
 NULL, '2019-06-02'),
(4, 'P30028', 5, 'Wiesner, Uwe', '1961-02-14', '15996039484', '11140261W590', 'DE49760501012383423206', 5840.00, 'Hoteldirektor/in', 'rk',
 'Manfred Wiesner, Vater, 0151 3574143', '2008-04-30'),
(5, 'P30035', 6, 'Ebeling, Philipp', '1975-08-20', '37846409459', '53200875E897', 'DE67701500009888394497', 3315.00, 'Haustechniker', '--',
 'Karl-Heinz Ebeling, Bruder, 0171 2419062', '2019-02-02'),
(6, 'P30042', 1, 'Langhans, Sabine', '1981-01-22', '39605174382', '17220181L405', 'DE38760501015579163385', 2685.00, 'Commis de Cuisine', '--',
 NULL, '2016-08-16'),
(7, 'P30049', 2, 'Pfeiffer, Norbert', '1999-02-10', '97668206341', '14100299P585', 'DE19760501011048414201', 3450.00, 'Commis de Cuisine', 'ev',
 'Lukas Pfeiffer, Bruder, 0151 5088425', '2017-03-07'),
(8, 'P30056', 3, 'Zeidler, Lukas', '1983-12-07', '56967410264', '16071283Z904', 'DE54120300007132879708', 3330.00, 'Haustechniker', 'ev',
 'Uwe Fuhrmann, Vater, 0171 1855442', '2014-08-27'),
(9, 'P30063', 4, 'Conrads, Thorsten', '1999-08-05', '75328419679', '08050899C059', 'DE13500105175291604198', 3540.00, 'Reinigungskraft Etage', '--',
 '-', '2019-05-03'),
(10, 'P30070', 5, 'Immler, Rüdiger', '2002-01-14', '74139507726', '14140102I035', 'DE13701500007232507630', 3405.00, 'Hausdame', '--',
 'Birgit Immler, Mutter, 0171 5940688', '2020-03-28'),
(11, 'P30077', 6, 'Petersen, Stefan', '1976-01-15', '74531064894', '11150176P013', 'DE26760501014691809929', 2985.00, 'Rezeptionist/in', '--',
 'Florian Gerlach, Vater, 0176 1914737', '2019-08-01'),
(12, 'P30084', 1, 'Trautmann, Franziska', '1971-04-27', '67319014128', '65270471T037', 'DE70701500003395248296', 3375.00, 'Servicekraft', 'rk',
 NULL, '2011-02-14'),
(13, 'P30091', 2, 'Brandstetter, Elke', '1962-11-11', '34560186277', '52111162B799', 'DE63100500001074274599', 2970.00, 'Rezeptionist/in', 'ev',
 'Birgit Böttcher, Schwester, 0171 3247514', '2023-02-11'),
(14, 'P30098', 3, 'Götz, Jörg', '1960-11-01', '71003465088', '26011160G398', 'DE39100500001967182438', 2565.00, 'Hausdame', '--',
 'Heike Götz, Ehefrau, 0151 2314324', '2014-09-26'),
(15, 'P30105', 4, 'Meißner, Jörg', '1965-09-29', '63298530475', '65290965M811', 'DE10120300009520563242', 2895.00, 'Rezeptionist/in', '--',
 NULL, '2018-10-05'),
(16, 'P30112', 5, 'Ünal, Elke', '1965-12-22', '66284031758', '15221265U424', 'DE34430609679062787612', 3090.00, 'Direktionsassistenz', 'ev',
 'Uwe Ünal, Ehemann, 0171 1667402', '2022-02-16'),
(17, 'P30119', 6, 'Zimmermann, Stefan', '1967-05-23', NULL, '17230567Z344', 'DE97430609671500477134', 2940.00, 'Servicekraft', '--',
 'Jörg Zimmermann, Bruder, 0151 8580916', '2021-12-18'),
(18, 'P30126', 1, 'Fuhrmann, Ursula', '1986-04-28', '71062852429', '15280486F907', 'DE73500105172211235616', 2880.00, 'Koch', '--',
 '-', '2017-06-12'),
(19, 'P30133', 2, 'Mertens, Thorsten', '1994-04-20', '90235674891', '13200494M056', 'DE02370400443176499473', 3420.00, 'Servicekraft', 'rk',
 'Ingrid Böttcher, Schwester, 0171 8917390', '2012-05-15'),
(20, 'P30140', 3, 'Quast, Cornelia', '1984-10-28', '28676560397', '17281084Q834', NULL, 3210.00, 'Nachtportier', 'ev',
 'Wiebke Oberhuber, Schwester, 0171 6965923', '2016-07-17'),
(21, 'P30147', 4, 'Hülsmann, Gudrun', '1989-03-02', '65087930420', '52020389H443', 'DE55120300001796023013', 2775.00, 'Direktionsassistenz', '--',
 NULL, '2020-04-27'),
(22, 'P30154', 5, 'Dörfler, Birgit', '1971-12-21', '48735961285', '15211271D993', 'DE41701500009475976670', 3495.00, 'Direktionsassistenz', '--',
 'Philipp Pfeiffer, Bruder, 0151 8209377', '2013-08-02'),
(23, 'P30161', 6, 'Jahnke, Veronika', '1968-01-19', '10285476901', '20190168J134', 'DE88370400448248844235', 3165.00, 'Barkeeper', 'rk',
 'Heike Jahnke, Tochter, 0171 7643111', '2016-05-18'),
(24, 'P30168', 1, 'Rauch, Oliver', '1976-08-23', '62790631489', '18230876R602', 'DE51760501014473599928', 2310.00, 'Rezeptionist/in', 'ev',
 NULL, '2015-12-20'),
(25, 'P30175', 2, 'Uhlig, Oliver', '1960-07-06', '49714048369', '13060760U423', 'DE71100500008969539500', 2940.00, 'Haustechniker', '--',
 'Ingrid Dietz, Mutter, 0160 4375567', '2014-10-26'),
(26, 'P30182', 3, 'Czerny, Jörg', '1984-11-06', '27608340059', '53061184C760', 'DE68120300005819475303', 3150.00, 'Direktionsassistenz', '--',
 'Renate Frerichs, Schwester, 0151 3254856', '2020-05-27'),
(27, 'P30189', 4, 'Heuser, Gudrun', '1999-05-29', '61425879668', '52290599H325', 'DE15701500009184287662', 3360.00, 'Direktionsassistenz', '--',
 '-', '2017-05-13'),
(28, 'P30196', 5, 'Nöll, Andreas', '1970-08-06', '90687352775', '23060870N920', 'DE15370400449492876175', 2370.00, 'Servicekraft', 'ev',
 'Franziska Böttcher, Tochter, 0176 8675234', '2022-09-14'),
(29, 'P30203', 6, 'Vogelsang, Veronika', '2002-03-17', '35712774692', '16170302V065', 'DE08370400449810997016', 3555.00, 'Hausdame', '--',
 'Andreas Vogelsang, Ehemann, 0171 8828483', '2020-04-11'),
(30, 'P30210', 1, 'Albers, Günther', '1972-03-21', '63649257613', '10210372A694', 'DE26760501019894701458', 3135.00, 'Rezeptionist/in', 'rk',
 NULL, '2022-08-15'),
(31, 'P30217', 2, 'Gerlach, Jana', '1971-08-07', '82547315095', '65070871G290', 'DE87500105177222018587', 2385.00, 'Direktionsassistenz', '--',
 'Stefan Gerlach, Ehemann, 0171 9204178', '2019-04-03'),
(32, 'P30224', 3, 'Niemeyer, Veronika', '1975-01-20', '62150894178', '18200175N842', 'DE07370400442773339253', 2535.00, 'Koch', '--',
 'Dorothea Niemeyer, Mutter, 0171 8107678', '2019-05-03'),
(33, 'P30231', 4, 'riedel, lukas', '1983-10-30', '11208375466', '65301083R660', 'DE83430609672622241840', 2940.00, 'Haustechniker', '--',
 NULL, '2018-05-08'),
(34, 'P30238', 5, 'Kraft, Marlene', '1973-02-06', NULL, '08060273K140', 'DE34200505501379063552', 3540.00, 'Nachtportier', '--',
 'Jens Kraft, Vater, 0160 9990154', '2018-11-04'),
(35, 'P30245', 6, 'Eichhorn, Jörg', '1979-12-05', '80915226743', '04051279E156', 'DE69760501012230543474', 2970.00, 'Direktionsassistenz', '--',
 'Ingo Heuser, Vater, 0176 6879133', '2013-03-05'),
(36, 'P30252', 1, 'Kühn, Jörg', '1964-03-13', '10963872755', '10130364K478', 'DE57120300006385651891', 2670.00, 'Barkeeper', 'ev',
 '-', '2016-02-18'),
(37, 'P30259', 2, 'Stoll, Elke', '2003-08-22', '97352610181', '08220803S686', 'DE34760501015279308036', 2355.00, 'Commis de Cuisine', 'rk',
 'Philipp Albers, Vater, 0151 3548871', '2021-09-16'),
(38, 'P30266', 3, 'Vollmer, Günther', '1970-01-13', '27173746081', '65130170V224', 'DE67120300002379060600', 2250.00, 'Barkeeper', 'ev',
 'Clemens Zimmermann, Vater, 0151 8862382', '2013-04-04'),
(39, 'P30273', 4, 'Dietz, Heike', '1984-10-13', '43278212598', '26131084D658', 'DE17701500009248049994', 3345.00, 'Servicekraft', 'ev',
 NULL, '2011-01-15'),
(40, 'P30280', 5, 'Kowalski, Rüdiger', '2000-04-28', '46290185778', '28280400K416', NULL, 2700.00, 'Direktionsassistenz', 'rk',
 'Theresa Kowalski, Tochter, 0151 5578407', '2018-05-24'),
(41, 'P30287', 6, 'Oberhuber, Nadine', '1965-11-25', '51214193767', '52251165O336', 'DE49100500004020171932', 2325.00, 'Servicekraft', '--',
 'Bernd Oberhuber, Ehemann, 0151 3796177', '2016-09-15'),
(42, 'P30294', 1, 'Weidlich, Dirk', '1970-06-06', '47956806629', '12060670W458', 'DE35370400444172038688', 3240.00, 'Servicekraft', 'ev',
 NULL, '2019-01-03'),
(43, 'P30301', 2, 'Böttcher, Nadine', '1985-11-23', '99760591348', '52231185B711', 'DE96200505506413108296', 2970.00, 'Nachtportier', '--',
 'Wiebke Böttcher, Tochter, 0171 7163277', '2008-01-01'),
(44, 'P30308', 3, 'Hagedorn, Franziska', '2001-05-30', '12561913800', '08300501H246', 'DE82500105176717128730', 3345.00, 'Commis de Cuisine', '--',
 'Uwe Hagedorn, Vater, 0171 6092205', '2020-08-25'),
(45, 'P30315', 4, 'Ostermann, Käthe', '1967-08-09', '74203858916', '23090867O773', 'DE81430609671289544326', 2250.00, 'Servicekraft', '--',
 '-', '2018-09-05'),
(46, 'P30322', 5, 'Schönfeld, Bernd', '1970-08-02', '51623987090', '10020870S347', 'DE13100500002573123864', 3585.00, 'Nachtportier', '--',
 'Günther Schönfeld, Vater, 0171 1682431', '2018-07-07'),
(47, 'P30329', 6, 'Ackermann, Eberhard', '1982-09-07', '81332364798', '04070982A158', 'DE12701500004951427712', 3075.00, 'Haustechniker', 'rk',
 'Jana Ostermann, Tochter, 0160 9392964', '2009-09-22'),
(48, 'P30336', 1, 'Frerichs, Elke', '1968-12-17', '38329506736', '20171268F829', 'DE97701500001836638618', 3165.00, 'Koch', 'rk',
 NULL, '2020-09-24'),
(49, 'P30343', 2, 'Lindemann, Volker', '2003-04-18', '62175413898', '26180403L917', 'DE14760501016152424699', 3525.00, 'Koch', '--',
 'Clemens Niemeyer, Vater, 0176 2800041', '2021-05-13'),
(50, 'P30350', 3, 'Thoma, Franziska', '2003-03-28', '39501222768', '28280303T293', 'DE41760501017838089437', 2355.00, 'Servicekraft', '--',
 'Eberhard Thoma, Vater, 0160 8752271', '2021-04-22'),
(51, 'P30357', 4, 'Wiesner, Marlene', '1992-09-11', NULL, '10110992W610', 'DE58370400446828726266', 2265.00, 'Servicekraft', 'rk',
 NULL, '2020-11-23'),
(52, 'P30364', 5, 'Ebeling, Thorsten', '1977-12-04', '37454260197', '15041277E595', 'DE50430609678428919872', 2640.00, 'Koch', 'rk',
 'Gudrun Immler, Tochter, 0176 3348157', '2017-08-11'),
(53, 'P30371', 6, 'Langhans, Eberhard', '1983-10-08', '90822451324', '14081083L808', 'DE86370400446938002470', 3090.00, 'Servicekraft', '--',
 'Birgit Langhans, Tochter, 0160 5250657', '2023-07-11'),
(54, 'P30378', 1, 'Pfeiffer, Birgit', '1974-01-17', '52174936482', '23170174P152', 'DE37701500001701033504', 2265.00, 'Reinigungskraft Etage', '--',
 '-', '2008-11-26'),
(55, 'P30385', 2, 'Zeidler, Manfred', '1982-06-25', '12874904435', '15250682Z946', 'DE63100500006048237495', 3075.00, 'Barkeeper', '--',
 'Ingrid Zeidler, Mutter, 0151 9533124', '2012-01-10'),
(56, 'P30392', 3, 'Conrads, Karl-Heinz', '1993-05-11', '59515460377', '13110593C308', 'DE13500105170660386534', 3180.00, 'Commis de Cuisine', '--',
 'Gudrun Conrads, Schwester, 0176 3548265', '2012-09-06'),
(57, 'P30399', 4, 'Immler, Petra', '1988-04-09', '23318794355', '11090488I022', 'DE34120300005539962849', 2400.00, 'Hausdame', '--',
 NULL, '2013-12-30'),
(58, 'P30406', 5, 'Petersen, Ingo', '1964-04-24', '45381962665', '12240464P407', 'DE81500105178498571772', 2865.00, 'Barkeeper', '--',
 'Karl-Heinz Böttcher, Ehemann, 0160 4467480', '2012-04-09'),
(59, 'P30413', 6, 'Trautmann, Rüdiger', '1998-02-10', '65340289194', '26100298T038', 'DE62430609676837738446', 3450.00, 'Koch', 'ev',
 'Manfred Trautmann, Sohn, 0151 1767505', '2019-04-03'),
(60, 'P30420', 1, 'Brandstetter, Florian', '1996-07-19', '97926948157', '52190796B291', NULL, 2625.00, 'Servicekraft', 'ev',
 NULL, '2019-11-29');

WITH l AS (SELECT
  ARRAY[
    'krank', 'AU bis Freitag, Grippe', 'Kind krank', 'Rückenschmerzen, Arzttermin', 'Urlaub', 'Bandscheiben-OP',
    'krank (telefonisch gemeldet)', 'Mutterschutz', 'Reha'] AS aus_liste
)
INSERT INTO dienstplan
SELECT i, 5 + (i - 1) / 4, date '2024-05-06' + (i - 1) % 4, (ARRAY['F','S','N'])[1 + i * 5 % 3],
    (ARRAY['06:00','14:00','22:00']::time[])[1 + i * 5 % 3], CASE WHEN i % 7 = 0 THEN (l.aus_liste)[1 + (i / 7) % 9] END
FROM generate_series(1, 200) AS i, l;

-- Buchungen
WITH l AS (SELECT
  ARRAY[
    'spätes Auschecken bis 13 Uhr', 'Babybett bitte', 'Zimmer weit weg vom Aufzug',
    'wir feiern unseren 10. Hochzeitstag', 'Zwei getrennte Betten', 'bitte 2. Kopfkissen, habe Nackenprobleme',
    'Ankunft erst gegen 23:30', 'ruhiges Zimmer', 'Tiefgarage, Wagen ist 2,05 m hoch',
    'vegetarisches Abendessen für meine Tochter', 'hohes Stockwerk'] AS son_liste
)
INSERT INTO buchung
SELECT i, 'LH' || to_char(date '2023-01-07' + i * 3, 'YYMM') || '-' || lpad((i * 7919 % 99991)::text, 5, '0'),
    1 + i * 53 % 140, 1 + (i * 29 % 90) / 15, CASE WHEN i % 16 > 0 THEN 1 + i * 29 % 90 END,
    date '2023-01-07' + i * 3, date '2023-01-08' + i * 3 + i * 5 % 7, 1 + i * 3 % 4,
    (CASE WHEN i % 13 = 0 THEN 'storniert' WHEN i > 190 THEN 'angefragt' WHEN i > 182 THEN 'bestaetigt'
          WHEN i > 178 THEN 'eingecheckt' ELSE 'abgereist' END)::buchungsstatus,
    (1 + i * 5 % 7) * (79 + i * 10 % 130) + 0.5 * (i % 3),
    CASE WHEN i % 4 = 1 THEN (l.son_liste)[1 + (i / 4 * 3) % 11] WHEN i % 50 = 0 THEN '-' END, CASE WHEN i % 3 > 0 THEN 5 + i % 55 END
FROM generate_series(1, 200) AS i, l;

WITH l AS (SELECT
  ARRAY[
    'T8NTNJC1R5', 'V42JLP54X2', 'LG3CN9LW03', 'Y12GP0YK42', 'PTL2TYYMP7', 'YYGFLW5X55', 'M5J64GH292', 'XYYLL9YN36',
    'YJHLNV43K6', 'WXXWGK5T55', 'RVMF539VV4', 'XVVJJ935K0', 'RF2F59N6G0', 'YXL8F22N15', 'N0MHLM4W67', 'VN9J0Z35H6',
    'PC8ZY9W7F5', 'TPG5GZHZR3', 'MPGPTJ8459', 'X07X0YCZ46', 'M1L96LKRX4', 'NT6MJ6NH81', 'XN2XGJLLZ5', 'V39W63MVC9',
    'VTCVXRTHF8', 'Y3RNM4NJM5', 'MR42G9PJV3', 'T9M5T4F9L1', 'M85ZV6WGN2', 'W3FRVGZ447', 'V4CR9F9VJ7', 'R30KC1WYL2',
    'LWN7TH6X77', 'RT46KKHMV8', 'VTC237V3Z7', 'XK47PL5PZ5', 'R6ZRR33PH8', 'TCHZ5MC2T7', 'V158VLCY78', 'XF81CN0HX4',
    'T3F6XCN2Y1', 'TJRT5Y12M4', 'PZRTWGLR66', 'P92H9NR7F8', 'T1LJ6Y0Y82', 'N464XGRG43', 'YNLHJCJL68', 'TXP4XPXMT5',
    'T204YNL401', 'PTWG3626T2', 'PK0GNMWFY1', 'VR5XXMT8G8', 'P5F9CR9XP8', 'WYN6731JV0', 'LXLC5JMYJ0', 'L4TCGKR4T0',
    'XL4Y3JNN82', 'R2GG1R5CZ9', 'N034VXVV08', 'MTGNNG6WC3', 'RZKLYTT6Y7'] AS aw_liste,
  ARRAY[
    'Annegret', 'Birgit', 'Cornelia', 'Dorothea', 'Elke', 'Franziska', 'Gudrun', 'Heike', 'Ingrid', 'Jana',
    'Katharina', 'Lena', 'Marlene', 'Nadine', 'Petra', 'Renate', 'Sabine', 'Theresa', 'Ursula', 'Veronika', 'Wiebke',
    'Yvonne', 'Käthe'] AS vf_liste,
  ARRAY[
    'Andreas', 'Bernd', 'Clemens', 'Dirk', 'Eberhard', 'Florian', 'Günther', 'Holger', 'Ingo', 'Jens', 'Karl-Heinz',
    'Lukas', 'Manfred', 'Norbert', 'Oliver', 'Philipp', 'Rüdiger', 'Stefan', 'Thorsten', 'Uwe', 'Volker', 'Wolfgang',
    'Jörg'] AS vm_liste
)
INSERT INTO meldeschein
SELECT b.id, b.id, 2000 + b.id * 2, g.nachname, coalesce(g.vorname, '-'), g.geburtsdatum,
    CASE g.nationalitaet WHEN 'DE' THEN 'deutsch' WHEN 'AT' THEN 'österreichisch' WHEN 'CH' THEN 'Schweiz' WHEN 'PL' THEN 'polnisch'
         WHEN 'NL' THEN 'niederländisch' WHEN 'TR' THEN 'türkisch' WHEN 'FR' THEN 'französisch' WHEN 'DK' THEN 'dänisch' END,
    nullif(g.strasse_hausnr, '') || ', ' || g.plz || ' ' || g.wohnort,
    CASE WHEN g.nationalitaet = 'DE' AND b.id % 5 > 0 THEN (l.aw_liste)[1 + (g.id) % 61] WHEN b.id % 41 = 0 THEN 'abgelaufen' END,
    CASE WHEN b.personenzahl > 1 AND b.id % 3 > 0 THEN jsonb_build_array(jsonb_build_object('vorname',
        CASE WHEN g.anrede = 'Frau' THEN (l.vm_liste)[1 + (g.id) % 23] ELSE (l.vf_liste)[1 + (g.id * 3) % 23] END, 'nachname', g.nachname,
        'geburtsdatum', g.geburtsdatum + (g.id * 101 % 3000)::int)) END,
    CASE WHEN b.id % 6 > 0 THEN '\x89504e470d0a1a0a0000000d49484452'::bytea || sha256(('u' || b.id)::bytea) END
FROM buchung b JOIN gast g ON g.id = b.gast_id, l WHERE b.status IN ('eingecheckt', 'abgereist') ORDER BY b.id;

WITH l AS (SELECT
  ARRAY[
    'DE71500105178040574036', 'DE76100500007934067611', 'DE75120300003326814185', 'DE98200505504388460143',
    'DE52200505501324035225', 'DE96500105178747300745', 'DE34120300005090774085', 'DE95370400445275357512',
    'DE13100500003341803565', 'DE34500105179010365279', 'DE86100500004141238421', 'DE67701500000527325107',
    'DE06760501014815152773', 'DE52760501017855995245', 'DE77500105171019057820', 'DE60500105170954202180',
    'DE98120300004725299049', 'DE16120300005173524624', 'DE09120300009419140351', 'DE81120300002375203434',
    'DE32120300009893017432', 'DE49120300001758113290', 'DE43430609679658587058', 'DE49760501017813530930',
    'DE10370400447804566627', 'DE14100500008009172432', 'DE41100500009676556647', 'DE61100500009023651518',
    'DE46701500006460497713', 'DE69500105176820051105', 'DE62100500001177127306', 'DE71200505508867216797',
    'DE14120300005543554149', 'DE32430609679527129946', 'DE19500105170117407392', 'DE98701500006174621869',
    'DE21701500009031932467', 'DE85430609678522806997', 'DE18370400444696124271', 'DE27430609678265802273',
    'DE75500105174705623754', 'DE96430609675899451499', 'DE54100500009093677593'] AS iban_liste
)
INSERT INTO rechnung
SELECT row_number() OVER (ORDER BY b.id), 'R' || to_char(b.abreise, 'YYYY') || '-' || lpad((b.id * 3 + 118)::text, 6, '0'), b.id, b.abreise,
    concat_ws(' ', g.anrede, g.vorname, g.nachname), CASE WHEN b.id % 3 > 0 THEN concat_ws(', ', nullif(g.strasse_hausnr, ''), g.plz || ' ' || g.wohnort) END,
    round(b.gesamtpreis / 1.07, 2), 7.00, CASE WHEN b.id % 5 > 1 THEN lpad((b.id * 7919 % 10000)::text, 4, '0') END,
    CASE WHEN b.id % 4 = 0 THEN (l.iban_liste)[1 + (g.id) % 43] END
FROM buchung b JOIN gast g ON g.id = b.gast_id, l WHERE b.status = 'abgereist' ORDER BY b.id;

INSERT INTO lieferant VALUES
(1, 'Backhaus Wendel GmbH', 'Backwaren', '030 379014', 'bestellung@backhaus-wendel.de', 'Berlin', 'DE389360978'),
(2, 'Wäscherei Klarmann', 'Textilservice', '040 570645', 'info@waescherei-klarmann.de', 'Hamburg', 'DE373834805'),
(3, 'Fisch Hansen OHG', 'Lebensmittel', '0431 315773', 'vertrieb@fisch-hansen.de', 'Kiel', 'DE271681131'),
(4, 'Getränke Moosbauer', 'Getränke', '089 994437', 'bestellung@getraenke-moosbauer.de', 'München', 'DE375140941'),
(5, 'Aqua Filtertechnik AG', 'Haustechnik', '0221 657018', 'info@aqua-filtertechnik.de', 'Köln', 'DE265760206'),
(6, 'Büro Direkt Süd GmbH', 'Bürobedarf', '0711 995816', 'vertrieb@buero-direkt.de', 'Stuttgart', 'DE144934814'),
(7, 'Blumen Iris Lang e. K.', 'Dekoration', '0341 751234', NULL, 'Leipzig', 'DE305982334'),
(8, 'SecuLock Schließsysteme', 'Schließtechnik', '0351 620524', 'info@seculock-schliesssysteme.de', 'Dresden', 'DE184738609'),
(9, 'Metzgerei Gruber', 'Lebensmittel', '089 347981', 'vertrieb@metzgerei-gruber.de', 'München', 'DE357598972'),
(10, 'Sonnenschein Reinigung', 'Reinigung', '030 796036', 'bestellung@sonnenschein-reinigung.de', 'Berlin', 'DE156717567'),
(11, 'Matratzen Traumhaus KG', 'Ausstattung', '0221 979512', 'info@matratzen-traumhaus.de', 'Köln', 'DE131706021'),
(12, 'Elbkaffee Rösterei', 'Getränke', '040 820511', 'vertrieb@elbkaffee-roesterei.de', 'Hamburg', 'DE272578001');

SELECT setval(pg_get_serial_sequence('gast', 'id'), 140), setval(pg_get_serial_sequence('buchung', 'id'), 200);
