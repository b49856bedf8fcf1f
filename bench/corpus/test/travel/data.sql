SET client_encoding = 'UTF8';

CREATE FUNCTION pg_temp.h(i int, k int) RETURNS int LANGUAGE sql IMMUTABLE
RETURN ('x' || substr(md5(i || '/' || k), 1, 7))::bit(28)::int;

CREATE FUNCTION pg_temp.p(l text[], i int, k int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN l[1 + pg_temp.h(i, k) % cardinality(l)];

CREATE FUNCTION pg_temp.z(i int, k int, n int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN lpad((pg_temp.h(i, k) % (10 ^ n)::int)::text, n, '0');

CREATE FUNCTION pg_temp.femme(i int) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN pg_temp.h(i, 1) % 2 = 0;

CREATE FUNCTION pg_temp.prenom(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN pg_temp.femme(i) THEN pg_temp.p(ARRAY['Marie','Camille','Léa','Manon','Chloé','Sandrine','Nathalie','Isabelle','Sylvie','Catherine','Françoise',
  'Monique','Hélène','Émilie','Aurélie','Amélie','Inès','Zoé','Fatima','Samira','Véronique','Anne-Sophie','Marie-Claude','Céline','Josiane','Mathilde','Awa','Élodie'], i, 2)
ELSE pg_temp.p(ARRAY['Jean','Pierre','Michel','Philippe','Nicolas','Thomas','Julien','Mathieu','François','Laurent','Stéphane','Jérôme','Rémi','Benoît','Jean-Luc','Jean-Baptiste',
  'Karim','Mehdi','Mamadou','Hugo','Théo','Gaëtan','Olivier','Didier','Thierry','Gérard','Loïc','Yann'], i, 3) END;

CREATE FUNCTION pg_temp.nom(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN pg_temp.p(ARRAY['Martin','Bernard','Thomas','Petit','Robert','Richard','Durand','Dubois','Moreau','Laurent','Simon','Michel','Lefebvre','Leroy','Roux','David','Bertrand',
    'Morel',
  'Fournier','Girard','Bonnet','Dupont','Lambert','Fontaine','Rousseau','Vincent','Muller','Lefèvre','Faure','André','Mercier','Blanc','Guérin','Boyer','Garnier','Chevalier',
    'François',
  'Legrand','Gauthier','Garcia','Perrin','Robin','Clément','Morin','Nicolas','Henry','Roussel','Mathieu','Gautier','Masson','Le Goff','Kervella','Diallo','Benali','Da Silva',
    'de La Tour','Nguyen'], i, 4);

CREATE FUNCTION pg_temp.ascii(t text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN translate(lower(t), 'éèêëàâîïôçùûü ''', 'eeeeaaiiocuuu');

CREATE FUNCTION pg_temp.rue(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (1 + pg_temp.h(i, 5) % 180) || CASE pg_temp.h(i, 6) % 9 WHEN 0 THEN ' bis' WHEN 1 THEN 'ter' ELSE '' END || CASE WHEN i % 4 = 0 THEN ', ' ELSE ' ' END
  || pg_temp.p(ARRAY['rue Victor Hugo','rue de la République','avenue Jean Jaurès','boulevard Voltaire','place de l''Église','rue des Lilas','chemin du Moulin',
    'impasse des Acacias',
  'rue Pasteur','avenue du Général de Gaulle','rue de Verdun','allée des Tilleuls','rue Saint-Michel','quai de la Loire','cours Gambetta','rue du Faubourg Saint-Antoine',
    'route de Lyon',
  'rue Émile Zola','rue Jules Ferry','avenue de la Gare','rue des Écoles','rue du 11 Novembre','rue Molière','chemin des Vignes','rue Paul Bert','av. Foch','bd de Strasbourg',
    'rue de Bretagne',
  'lotissement Les Oliviers','rue Lamartine'], i, 7);

CREATE FUNCTION pg_temp.ville(i int, n int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN split_part(pg_temp.p(ARRAY['75011|Paris|01','75018|Paris|01','69003|Lyon|04','13006|Marseille|04','31000|Toulouse|05','06000|Nice|04','44000|Nantes|02',
    '34000|Montpellier|04',
  '67000|Strasbourg|03','33000|Bordeaux|05','59000|Lille|03','35000|Rennes|02','51100|Reims|03','42000|Saint-Étienne|04','76600|Le Havre|02','38000|Grenoble|04','21000|Dijon|03',
  '49000|Angers|02','30000|Nîmes|04','29200|Brest|02','87000|Limoges|05','37000|Tours|02','80000|Amiens|03','57000|Metz|03','66000|Perpignan|04','54000|Nancy|03',
    '63000|Clermont-Ferrand|04',
  '92100|Boulogne-Billancourt|01','93200|Saint-Denis|01','17000|La Rochelle|05'], i, 8), '|', n);

CREATE FUNCTION pg_temp.tel(i int, pre text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE pg_temp.h(i, 9) % 7 WHEN 0 THEN '+33 ' || substr(pre, 2) ELSE pre END
  || regexp_replace(CASE substr(pre, 1, 2) WHEN '07' THEN 5 + pg_temp.h(i, 10) % 4 WHEN '01' THEN 4 WHEN '02' THEN 4 + pg_temp.h(i, 10) % 2 * 5 WHEN '03' THEN 8
    WHEN '04' THEN 7 + pg_temp.h(i, 10) % 2 * 2 WHEN '05' THEN 5 ELSE (ARRAY[1, 2, 4, 5, 6, 7, 8])[1 + pg_temp.h(i, 10) % 7] END
    || pg_temp.z(i, 11, 7), '(..)', CASE pg_temp.h(i, 9) % 7 WHEN 1 THEN '\1' WHEN 2 THEN '.\1' ELSE ' \1' END, 'g');

CREATE FUNCTION pg_temp.mobile(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN pg_temp.tel(i, CASE WHEN pg_temp.h(i, 12) % 3 = 0 THEN '07' ELSE '06' END);

CREATE FUNCTION pg_temp.courriel(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE pg_temp.h(i, 13) % 3 WHEN 0 THEN pg_temp.ascii(pg_temp.prenom(i)) || '.' || pg_temp.ascii(pg_temp.nom(i)) || i % 100
  WHEN 1 THEN left(pg_temp.ascii(pg_temp.prenom(i)),
    1) || pg_temp.ascii(pg_temp.nom(i)) || 50 + i % 150 ELSE pg_temp.ascii(pg_temp.nom(i)) || '-' || pg_temp.ascii(pg_temp.prenom(i)) || i END
  || pg_temp.p(ARRAY['@orange.fr','@free.fr','@gmail.com','@wanadoo.fr','@laposte.net','@sfr.fr','@hotmail.fr','@yahoo.fr'], i, 14);

CREATE FUNCTION pg_temp.siret(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (ARRAY[
  '34166717800253','73731490600154','77423930500162','49223272300972','84304057700333','54482803100960','62945437200943','72169733200592',
  '39569718800369','40724223900249','35817779800172','71183223800259','41057609400057','30048282500498','87337900200769','74746104400212',
  '87389508000141','35050720800089','62843144700604','69739914500179','67061074000037','63976599900201','66365738500030','67579353300844',
  '81168799500670','71634498100569','39250563200084','52204565700114','84294815000326','61538908700045','55072409000091','75639838400484',
  '77889195200567','52978608900225','68989788200254','45841064400249','65239814000978','48235084000039','74670299200858','82351178700033',
  '48475768700104','76663406700603','32768036900268','72552100900748','39058968700180','79684414000569','74478094100061','50283128200269',
  '47176048800059','63701657700016','60873791200519','76395456700783','83574724700814','49636708700194','57534927900068','66383479400096',
  '80717791000195','69909024700577','49569023200170','30798092000622','36987021700386','40827824000234','53717635600088','85062559100225',
  '63310012800170','32402733300073','71404202500185','41869291900446','63087107700834','57703009100224','81196176200143','31579100400080',
  '69419407700236','39509042600903','43579688300229'
])[i];

CREATE FUNCTION pg_temp.iban(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (ARRAY[
  'FR7630002049649522031650824','FR7618206021117667301236185','FR7630003034994830927194424','FR7630003004758105978544448','FR7620041026308878847332470',
  'FR7630003025350983746576593','FR7620041023229806016658066','FR7610278044206735356748195','FR7610278005927376510450639','FR7610278024057749071636791',
  'FR7630002031936620875164479','FR7618206028169401399897134','FR7610278047826116955051663','FR7630004036432968197050444','FR7630004034782896591164524',
  'FR7620041012441953976272790','FR7630004030187274938919668','FR7630003026385004815653363','FR7630002007653716954523124','FR7610278008065007255599462',
  'FR7620041008629066130582738','FR7630003047283618089495030','FR7618206008885714533021049','FR7618206043925363571735027','FR7618206030591579609641510',
  'FR7630004036449408786323264','FR7610278048911308729318639','FR7630003013571316751884864','FR7610278007796441891396684','FR7620041044807013755639401',
  'FR7620041044714751062865329','FR7630003001874989240615274','FR7630003000337952790027080','FR7630003019598550331730555','FR7618206036779562103958129',
  'FR7618206042819574198786046','FR7620041002143534181407659','FR7618206041947558598218572','FR7620041005187380030397856','FR7630002044271919836730746',
  'FR7630003010922260327890889','FR7630002034191244013313894','FR7620041025792736069474023','FR7630004043087985385460880','FR7610278041288213153505947',
  'FR7618206014538109266370682','FR7630004017850695682054037','FR7620041026922800531883023','FR7610278004150070196528010','FR7630002035535932076936782',
  'FR7630003016683574416851175','FR7618206038915712229191278','FR7610278021959899523551533','FR7630004004947269706784415','FR7630002043231690524631534',
  'FR7610278014416612312446528','FR7630002014307027901252141','FR7618206036096176111038485','FR7630004022285312872803389','FR7630004021246712665351949'
])[i];

INSERT INTO agence
SELECT i, upper(left(pg_temp.ascii(pg_temp.ville(i * 5, 2)), 2)) || lpad(i::text, 2, '0'), 'Horizons Voyages ' || pg_temp.ville(i * 5, 2), pg_temp.rue(i + 900), pg_temp.ville(i * 5,
    1),
  pg_temp.ville(i * 5, 2), pg_temp.tel(i, pg_temp.ville(i * 5, 3)), pg_temp.ascii(pg_temp.ville(i * 5, 2)) || '@horizons-voyages.fr', pg_temp.siret(i),
  'IM' || lpad(left(pg_temp.ville(i * 5, 1), 2), 3, '0') || '1' || pg_temp.z(i, 15, 1) || '00' || pg_temp.z(i, 16, 2), pg_temp.iban(i)
FROM generate_series(1, 14) i;

INSERT INTO employe
SELECT i, 'HV' || lpad((i * 271 % 9973)::text, 5, '0'), 1 + i % 14, upper(pg_temp.nom(i + 400)) || ' ' || CASE WHEN substr(n, 1, 1) = '1' THEN pg_temp.p(ARRAY['Paul','Marc','Éric',
    'Romain',
  'Quentin','Fabrice','Sébastien','Alain','Bruno'], i, 20) ELSE pg_temp.p(ARRAY['Claire','Audrey','Pauline','Martine','Sophie','Delphine','Laure','Nadia','Agnès'], i, 20) END,
  left(pg_temp.ascii(pg_temp.nom(i + 400)), 6) || i, CASE WHEN i % 15 > 0 THEN pg_temp.ascii(pg_temp.nom(i + 400)) || i || '@horizons-voyages.fr' END,
  pg_temp.p(ARRAY['Conseiller voyages','Responsable d''agence','Chargée de clientèle','Comptable','Billettiste','Apprenti','Chef de produit'], i, 21),
    CASE WHEN i % 9 > 0 THEN n END,
  1801.80 + pg_temp.h(i, 22) % 2600, CASE WHEN i % 8 > 0 THEN pg_temp.mobile(i + 400) END,
  CASE WHEN i % 11 > 0 THEN to_date('19' || substr(n, 2, 4) || lpad((1 + pg_temp.h(i, 25) % 28)::text, 2, '0'), 'YYYYMMDD') END,
    CASE WHEN i % 10 < 4 THEN 'trombinoscope/' || lpad((i * 271 % 9973)::text, 5, '0') || '.jpg' END,
  '$argon2id$v=19$m=65536,t=3,p=4$' || substr(md5('sel' || i), 1, 22) || '$' || left(encode(sha256(('m' || i)::bytea), 'base64'), 43), date '2004-09-01' + pg_temp.h(i, 23) % 7000,
    i % 12 > 0
FROM unnest(ARRAY[
  '193095904111766','263059218903751','296113321514709','193057513900441','293025903001545','164077513111670','275049209126921','179100613428418',
  '162027505929433','168039214915434','180060627712839','267072917812584','291067515829322','175017822600708','295071308412920','290073300424470',
  '267101323106009','161126919616710','169083500629134','185031327608221','175073328716609','273097504411192','169069424703964','263067523402858',
  '178113519911046','298019405825983','264043527400178','177079413306476','163123428224047','174069219011948','288052901920329','197019324310947',
  '184097500920277','167079305800985','271106906404726','173093317025667','261049313819127','270065902115805','179083106918601','194091312211790',
  '260116918906613','176026726413175','166069422306136','261015911520521','172057823228552'
]) WITH ORDINALITY AS t(n, o) CROSS JOIN LATERAL (SELECT o::int AS i) x;

INSERT INTO client
SELECT i, 'C' || lpad((20417 + i * 613)::text, 7, '0'), CASE WHEN i % 23 > 0 THEN CASE WHEN pg_temp.femme(i) THEN CASE WHEN i % 13 = 0 THEN 'Mlle' ELSE 'Mme' END ELSE 'M.' END END,
  CASE WHEN i % 41 = 0 THEN lower(pg_temp.nom(i)) WHEN i % 3 = 0 THEN upper(pg_temp.nom(i)) ELSE pg_temp.nom(i) END,
  CASE WHEN i % 71 = 0 THEN '-' WHEN i % 53 = 0 THEN pg_temp.prenom(i) || '  ' || pg_temp.prenom(i + 5) ELSE pg_temp.prenom(i) END,
  CASE WHEN i % 4 > 0 THEN date '1941-05-02' + pg_temp.h(i, 24) % 23500 END, CASE WHEN i % 61 = 0 THEN '' WHEN i % 10 > 1 THEN pg_temp.courriel(i) END,
  CASE WHEN i % 67 = 0 THEN 'NC' WHEN pg_temp.h(i, 25) % 10 < 4 THEN pg_temp.tel(i + 3000, pg_temp.ville(i, 3)) END, CASE WHEN i % 12 > 1 THEN pg_temp.mobile(i) END,
  pg_temp.rue(i), CASE WHEN pg_temp.h(i, 26) % 10 < 3 THEN pg_temp.p(ARRAY['Bât. A','appt 12','3e étage','Résidence du Parc','chez Mme Roux','BP 40','Esc. C porte 4'], i, 27) END,
  CASE WHEN i % 35 = 0 THEN '1204' ELSE pg_temp.ville(i, 1) END, CASE WHEN i % 35 = 0 THEN 'Genève' WHEN i % 8 = 0 THEN upper(pg_temp.ascii(pg_temp.ville(i,
    2))) ELSE pg_temp.ville(i, 2) END,
  CASE WHEN i % 35 = 0 THEN 'CH' ELSE 'FR' END, CASE WHEN i % 14 = 0 THEN 'en' WHEN i % 5 > 0 THEN 'fr' END,
  CASE WHEN i % 3 > 0 THEN '$2b$12$' || left(replace(replace(encode(sha256(('c' || i)::bytea), 'base64'), '+', '.'), '=', ''), 43) || substr(md5('d' || i), 1, 10) END,
  CASE WHEN i % 11 = 0 THEN md5('jeton' || i)::uuid END, CASE WHEN pg_temp.h(i, 28) % 10 < 3 THEN 'HZ' || pg_temp.z(i, 29, 4) || lpad(i::text, 6, '0') END, i % 3 = 0,
  CASE WHEN pg_temp.h(i, 30) % 10 < 3 THEN pg_temp.p(ARRAY['Préfère être rappelée le matin','A peur de l''avion, proposer le train','Cliente fidèle, voyage avec ses deux filles',
    'Litige 2022 sur remboursement',
  'Mauvais payeur, exiger l''acompte','Voyage de noces prévu en juin','Parle surtout portugais','Malentendant, écrire par courriel','Connaît la directrice'], i, 31) END,
  CASE WHEN i % 6 > 0 THEN 1 + pg_temp.h(i, 32) % 14 END, timestamptz '2017-02-11 09:40:00+01' + i * interval '9 days 3 hours 17 minutes',
  CASE WHEN i % 10 < 4 THEN timestamptz '2024-01-09 14:02:00+01' + i * interval '19 hours' END
FROM generate_series(1, 250) i;

INSERT INTO voyageur
SELECT i, CASE WHEN i % 4 = 0 THEN upper(pg_temp.nom(i + 1000)) ELSE upper(pg_temp.ascii(pg_temp.nom(CASE WHEN i % 2 = 0 THEN i ELSE i + 1000 END))) END,
  CASE WHEN i % 5 = 0 THEN pg_temp.prenom(i) || ', ' || pg_temp.prenom(i + 40) WHEN i % 59 = 0 THEN lower(pg_temp.prenom(i)) ELSE pg_temp.prenom(i) END,
  CASE WHEN i % 47 = 0 THEN NULL WHEN pg_temp.femme(i) THEN 'F' ELSE 'M' END, date '1939-01-14' + pg_temp.h(i, 40) % 30000,
  CASE WHEN i % 5 > 1 THEN CASE WHEN i % 13 = 0 THEN pg_temp.p(ARRAY['Alger','Dakar','Porto','Hanoï','Bruxelles','Casablanca'], i, 41) ELSE pg_temp.ville(i + 500, 2) END END,
  pg_temp.p(ARRAY['FRA','FRA','FRA','FRA','FRA','FRA','FRA','FRA','BEL','CHE','PRT','MAR'], i, 42),
  CASE WHEN i % 73 = 0 THEN 'en cours' WHEN i % 9 > 1 THEN pg_temp.z(i, 43, 2) || translate(upper(left(md5('pp' || i), 2)), '0123456789', 'HKLRTVXYPS') || pg_temp.z(i, 44, 5) END,
  CASE WHEN i % 9 > 1 AND i % 73 > 0 THEN date '2024-03-01' + pg_temp.h(i, 45) % 3400 END, CASE WHEN i % 10 = 3 THEN pg_temp.p(ARRAY['FRA','USA','CHN','IND'], i, 46) || pg_temp.z(i,
    47, 8) END,
  CASE WHEN pg_temp.h(i, 48) % 10 < 1 THEN pg_temp.p(ARRAY['WCHR','WCHC','BLND','DEAF','MAAS','diabétique, insuline à bord'], i, 49) END,
  CASE WHEN pg_temp.h(i, 50) % 10 < 3 THEN pg_temp.p(ARRAY['VGML','KSML','MOML','GFML','CHML','DBML','HNML'], i, 51) END,
  CASE WHEN pg_temp.h(i, 52) % 10 < 3 THEN pg_temp.prenom(i + 2000) || ' ' || pg_temp.nom(i + 1000) END, CASE WHEN pg_temp.h(i, 52) % 10 < 3 THEN pg_temp.mobile(i + 2000) END
FROM generate_series(1, 320) i;

INSERT INTO compagnie VALUES ('AF','Air France','FR','3654','groupes@airfrance.example','https://www.airfrance.fr'),('TO','Transavia France','FR','0 892 05 88 88',NULL,
    'https://www.transavia.com'),
('U2','easyJet','GB','+44 330 365 5000','groups@easyjet.example','https://www.easyjet.com'),('LH','Lufthansa','DE','+49 69 86 799 799',NULL,'https://www.lufthansa.com'),
('TP','TAP Air Portugal','PT','+351 211 234 400','grupos@tap.example','https://www.flytap.com'),('AT','Royal Air Maroc','MA','+212 522 489 797',NULL,
    'https://www.royalairmaroc.com'),
('IB','Iberia','ES','+34 901 111 500','grupos@iberia.example','https://www.iberia.com'),('TS','Air Transat','CA',NULL,NULL,'https://www.airtransat.com');

INSERT INTO aeroport VALUES ('CDG','Paris-Charles-de-Gaulle','Roissy','FR',49.0097,2.5479,'Europe/Paris'),('ORY','Paris-Orly','Orly','FR',48.7262,2.3652,'Europe/Paris'),
('LYS','Lyon-Saint-Exupéry','Lyon','FR',45.7256,5.0811,'Europe/Paris'),('NCE','Nice-Côte d''Azur','Nice','FR',43.6584,7.2159,'Europe/Paris'),('MRS','Marseille-Provence','Marseille',
    'FR',43.4393,5.2214,'Europe/Paris'),
('LIS','Humberto Delgado','Lisbonne','PT',38.7742,-9.1342,'Europe/Lisbon'),('MAD','Adolfo Suárez Barajas','Madrid','ES',40.4983,-3.5676,'Europe/Madrid'),('RAK','Menara','Marrakech',
    'MA',31.6069,-8.0363,'Africa/Casablanca'),
('YUL','Pierre-Elliott-Trudeau','Montréal','CA',45.4706,-73.7408,'America/Toronto'),('JFK','John F. Kennedy','New York','US',40.6413,-73.7781,'America/New_York'),('ATH',
    'Elefthérios Venizélos','Athènes','GR',37.9364,23.9445,'Europe/Athens'),
('FCO','Léonard-de-Vinci','Rome','IT',41.8003,12.2389,'Europe/Rome'),('RUN','Roland-Garros','Saint-Denis','RE',-20.8871,55.5103,'Indian/Reunion'),('PTP','Pôle Caraïbes',
    'Pointe-à-Pitre','GP',16.2653,-61.5318,'America/Guadeloupe');

INSERT INTO vol
SELECT i, c || (100 + pg_temp.h(i, 60) % 8900), c, pg_temp.p(ARRAY['CDG','ORY','LYS','NCE','MRS'], i, 61), pg_temp.p(ARRAY['LIS','MAD','RAK','YUL','JFK','ATH','FCO','RUN','PTP'], i,
    62),
  d, d + interval '2 hours' + pg_temp.h(i, 63) % 500 * interval '1 minute', pg_temp.p(ARRAY['A320','A321neo','B737-800','A350-900','B777-300ER'], i, 64),
  CASE WHEN i % 4 > 0 THEN pg_temp.p(ARRAY['F-GK','F-HB','F-GZ','G-EZ','D-AI','CS-T'], i, 65) || translate(upper(left(md5('av' || i), 2)), '0123456789', 'ABCDEGHJKL') END,
    150 + pg_temp.h(i, 66) % 200
FROM (SELECT i, pg_temp.p(ARRAY['AF','AF','TO','U2','LH','TP','AT','IB','TS'], i, 59) AS c,
    timestamptz '2024-02-01 06:15:00+01' + i * interval '1 day 5 hours 35 minutes' AS d FROM generate_series(1, 160) i) s;

INSERT INTO reservation
SELECT i, translate(upper(left(md5('pnr' || i), 6)), '01', 'XQ'), 1 + (i * 7919) % 250, CASE WHEN i % 5 > 0 THEN 1 + pg_temp.h(i, 70) % 14 END,
    CASE WHEN i % 5 > 0 THEN 1 + pg_temp.h(i, 71) % 45 END,
  pg_temp.p(ARRAY['option','confirmee','payee','payee','terminee','terminee','annulee'], i, 72)::statut_reservation, d, CASE WHEN i % 8 > 0 THEN d + 2 + pg_temp.h(i, 73) % 19 END,
    1 + pg_temp.h(i, 74) % 3, pg_temp.h(i, 75) % 3,
  180 + pg_temp.h(i, 76) % 500000 / 100.0, CASE WHEN i % 35 = 0 THEN 'CHF' ELSE 'EUR' END,
  CASE WHEN pg_temp.h(i, 77) % 10 < 3 THEN pg_temp.p(ARRAY['Deux places côté hublot si possible','Nous fêtons nos 30 ans de mariage','Lit bébé dans la chambre',
    'Transfert depuis l''aéroport pour ma mère en fauteuil',
  'Allergie aux arachides','Ne pas appeler à la maison, c''est une surprise','Facture au nom de mon employeur'], i, 78) END,
  CASE WHEN i % 5 = 0 OR i % 3 = 0 THEN ((ARRAY[78, 82, 86, 90, 92, 109, 176])[1 + pg_temp.h(i, 79) % 7] || '.' || pg_temp.h(i, 80) % 250 || '.' || pg_temp.h(i,
    81) % 255 || '.' || 1 + pg_temp.h(i, 82) % 253)::inet END,
  d - pg_temp.h(i, 83) % 120 + time '10:05' + i * interval '13 seconds'
FROM (SELECT i, date '2023-06-10' + pg_temp.h(i, 69) % 600 AS d FROM generate_series(1, 300) i) s;

INSERT INTO billet
SELECT i, pg_temp.p(ARRAY['057','220','047','147'], i, 90) || pg_temp.z(i, 91, 6) || lpad(i::text, 4, '0'), 1 + i % 300, 1 + (i * 131) % 320, 1 + pg_temp.h(i, 92) % 160,
    pg_temp.p(ARRAY['Y','Y','Y','W','C'], i, 93),
  CASE WHEN pg_temp.h(i, 97) % 10 < 3 THEN pg_temp.p(ARRAY['AF','FB','TP','M&M'], i, 98) || (1 + i * 131 % 320) * 30011 END,
  CASE WHEN i % 10 > 2 THEN 1 + pg_temp.h(i, 94) % 38 || pg_temp.p(ARRAY['A','B','C','D','E','F'], i, 95) END, 59 + pg_temp.h(i, 96) % 90000 / 100.0,
    timestamptz '2024-01-15 11:00:00+01' + i * interval '16 hours 3 minutes'
FROM generate_series(1, 400) i;

INSERT INTO hotel
SELECT i, pg_temp.p(ARRAY['Hôtel ','Résidence ','Riad ','Le Grand Hôtel ','Auberge '], i, 100) || pg_temp.p(ARRAY['du Port','Bellevue','des Arts','Jasmin','Saint-Georges',
    'de la Plage','Mirador','du Lac','Victoria'], i, 101),
  CASE WHEN i % 8 > 0 THEN 2 + pg_temp.h(i, 102) % 4 END, CASE WHEN g[1] = 'FR' THEN pg_temp.rue(i + 5000) ELSE (1 + i * 3) || ' ' || g[7] END, g[2], g[3], g[1],
    g[4] || CASE g[1] WHEN 'FR' THEN '' WHEN 'CA' THEN 270 + pg_temp.h(i, 103) % 600 || '-' || pg_temp.z(i, 104, 4) ELSE pg_temp.z(i, 103, 3) || ' ' || pg_temp.z(i, 104, 3) END,
  pg_temp.p(ARRAY['reservation','contact','accueil','booking'], i, 105) || '@' || pg_temp.ascii(replace(g[3], '-',
    '')) || '-hotel' || i || CASE WHEN g[1] = 'FR' THEN '.fr' ELSE '.com' END,
  g[5]::numeric + pg_temp.h(i, 106) % 3000 / 100000.0, g[6]::numeric + pg_temp.h(i, 107) % 3000 / 100000.0, CASE WHEN g[1] = 'FR' THEN pg_temp.siret(14 + i) END,
  CASE WHEN i % 10 < 5 THEN pg_temp.p(ARRAY['À deux pas de la mer, piscine chauffée.','Établissement familial rénové en 2021.','Vue sur la vieille ville, petit déjeuner maison.',
    'Parking clos, animaux acceptés.'], i, 108) END
FROM (SELECT i, string_to_array(CASE WHEN i % 2 = 0 THEN 'FR|' || pg_temp.ville(i + 5000, 1) || '|' || pg_temp.ville(i + 5000, 2) || '|' || pg_temp.tel(i + 5000,
    pg_temp.ville(i + 5000, 3)) || '|' || 43.4 + pg_temp.h(i, 108) % 680 / 100.0 || '|' || pg_temp.h(i, 109) % 600 / 100.0 || '|'
  ELSE pg_temp.p(ARRAY['PT|1100-150|Lisbonne|+351 218 |38.71|-9.14|Rua Augusta','MA|40000|Marrakech|+212 524 |31.62|-7.99|derb Sidi Bouloukat',
    'GR|105 58|Athènes|+30 210 3|37.97|23.72|Odos Ermou',
  'IT|00184|Rome|+39 06 48|41.89|12.49|Via Cavour','ES|28013|Madrid|+34 915 |40.41|-3.70|Calle del Arenal','CA|H2Y 1C6|Montréal|+1 514 |45.50|-73.55|rue Saint-Paul Ouest'], i,
    99) END, '|') AS g FROM generate_series(1, 60) i) s;

INSERT INTO sejour
SELECT i, r.id_reservation, 1 + pg_temp.h(i, 110) % 60, r.depart, 1 + pg_temp.h(i, 111) % 14, pg_temp.p(ARRAY['simple','double','double','triple','suite','familiale'], i, 112),
    pg_temp.p(ARRAY['RO','BB','BB','HB','FB','AI'], i, 113),
  CASE WHEN pg_temp.h(i, 114) % 10 < 3 THEN pg_temp.p(ARRAY['étage élevé','chambre calme, mon mari ne dort pas bien','arrivée tardive vers 23 h','lits séparés',
    'douche de plain-pied, prothèse de hanche','bouquet de fleurs pour Madame'], i, 115) END,
  90 + pg_temp.h(i, 116) % 140000 / 100.0
FROM generate_series(1, 210) i JOIN reservation r ON r.id_reservation = 1 + (i * 37) % 300;

INSERT INTO paiement
SELECT i, r.id_reservation, CASE WHEN i % 3 = 0 THEN round(r.total * 0.3, 2) ELSE r.total END, m,
  CASE WHEN m = 'carte' THEN CASE WHEN i % 19 = 0 THEN upper(pg_temp.prenom(i + 3000) || ' ' || pg_temp.nom(i + 3000)) WHEN i % 4 = 0 THEN upper(left(c.prenom,
    1) || ' ' || c.nom) ELSE c.prenom || ' ' || c.nom END END,
  CASE WHEN m = 'carte' THEN pg_temp.z(i, 121, 4) END, CASE WHEN m = 'carte' AND i % 5 > 0 THEN lpad((1 + pg_temp.h(i, 122) % 12)::text, 2, '0') || '/' || 25 + pg_temp.h(i,
    123) % 5 END,
  CASE WHEN m = 'prelevement' THEN pg_temp.iban(15 + c.id_client::int % 46) END, CASE WHEN i % 7 > 0 THEN upper(substr(md5('rb' || i), 1, 18)) END,
    r.creee_le + i % 9 * interval '1 day 2 hours'
FROM (SELECT i, pg_temp.p(ARRAY['carte','carte','carte','prelevement','prelevement','cheque','especes','cheques-vac'], i, 120) AS m FROM generate_series(1, 300) i) s
JOIN reservation r ON r.id_reservation = 1 + (i * 11) % 300 JOIN client c USING (id_client);

INSERT INTO avis
SELECT i, c.id_client, 1 + pg_temp.h(i, 130) % 60, 1 + (pg_temp.h(i, 131) % 100 + 50) % 10, CASE WHEN i % 5 > 0 THEN CASE WHEN i % 3 = 0 THEN c.prenom || ' ' || left(c.nom,
    1) || '.' ELSE c.prenom END END,
  CASE WHEN i % 4 > 0 THEN pg_temp.p(ARRAY['Très bon séjour','Déçus','À recommander','Rapport qualité-prix correct','Accueil formidable','Bruyant la nuit','Plus jamais',
    'Un petit paradis'], i, 132) END,
  CASE WHEN i % 57 = 0 THEN '' ELSE pg_temp.p(ARRAY['Nous avons passé une semaine en famille, les enfants ont adoré la piscine.',
    'Chambre minuscule et salle de bains vieillotte, mon épouse était furieuse.','Personnel aux petits soins, merci à la réception.',
  'Le petit déjeuner est copieux mais le café imbuvable.','Je suis revenu pour la troisième fois, rien à redire.','Travaux sous nos fenêtres dès sept heures du matin.',
    'Emplacement idéal pour visiter à pied.'], i, 133)
  || pg_temp.p(ARRAY['',' Nous reviendrons.',' Dommage.',' Voyage offert pour ma retraite.'], i, 134) END, i % 6 > 0,
    timestamptz '2024-03-02 18:30:00+01' + i * interval '2 days 5 hours'
FROM generate_series(1, 160) i JOIN client c ON c.id_client = 1 + (i * 23) % 250;

INSERT INTO journal_connexion
SELECT i, 1 + pg_temp.h(i, 140) % 250, CASE WHEN i % 15 = 0 THEN ('2a01:cb' || left(md5('v6' || i), 2) || ':' || substr(md5('v6' || i), 3, 4) || '::' || substr(md5('v6' || i), 9,
    4))::inet
  ELSE ((ARRAY[78, 82, 86, 90, 92, 109, 176])[1 + pg_temp.h(i, 141) % 7] || '.' || pg_temp.h(i, 142) % 250 || '.' || pg_temp.h(i, 143) % 255 || '.' || 1 + pg_temp.h(i,
    144) % 253)::inet END,
  CASE WHEN i % 9 > 0 THEN pg_temp.p(ARRAY['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:122.0) Gecko/20100101 Firefox/122.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.2 Safari/605.1.15','Mozilla/5.0 (Linux; Android 13; SM-A546B) Chrome/121.0 Mobile Safari/537.36'],
    i, 145) END,
  CASE WHEN i % 10 < 7 THEN md5('cookie' || i % 190) END, pg_temp.p(ARRAY['/mon-compte','/vols/paris-lisbonne','/hotels/marrakech?du=2024-05-08','/promos','/mes-reservations',
    '/croisieres'], i, 146),
  CASE WHEN pg_temp.h(i, 147) % 10 < 3 THEN pg_temp.p(ARRAY['https://www.google.fr/','https://www.routard.com/forum/','https://www.tripadvisor.fr/','https://www.facebook.com/'], i,
    148) END, timestamptz '2024-04-01 07:00:00+02' + i * interval '4 hours 41 minutes'
FROM generate_series(1, 260) i;

INSERT INTO parametre VALUES ('smtp.hote','smtp.horizons-voyages.fr','texte',true),('smtp.port','587','entier',true),('serveur.gds','10.44.0.12','ip',false),('journal.niveau',
    'INFO','texte',true),('tva.taux_normal','20.0','decimal',true),
('modele.confirmation','Bonjour {prenom}, votre dossier {reference} est confirmé.','texte',true),('modele.relance','Il vous reste {solde} EUR à régler avant le {echeance}.','texte',
    true),('contact.assistance','+33 1 44 00 12 12','texte',true),
('contact.dpo','dpo@horizons-voyages.fr','texte',true),('logo.fichier','logo_horizons_2023.svg','texte',true),('logo.sha1','3f786850e387550fdab836ed7e6dc881de23001b','texte',false),
    ('panier.expiration_min','30','entier',true),
('devise.defaut','EUR','texte',false),('siege.latitude','48.86',  'decimal',false),('maintenance','non','booleen',true);
