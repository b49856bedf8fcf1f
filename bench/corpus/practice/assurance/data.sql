SET client_encoding = 'UTF8';
SET datestyle = 'ISO, YMD';

CREATE TEMP TABLE mots AS SELECT
ARRAY['Camille', 'Françoise', 'Monique', 'Élodie', 'Nathalie', 'Aurélie', 'Chantal', 'Léa', 'Manon', 'Inès',
  'Sylvie', 'Martine', 'Hélène', 'Fatima', 'Mathilde', 'Anaïs', 'Marie-Claude', 'Josiane', 'Océane', 'Samira',
  'Bénédicte', 'Jeanne', 'Clémence', 'Odile', 'Rokhaya'] AS f,
ARRAY['Julien', 'Gérard', 'Mickaël', 'Thierry', 'Antoine', 'Jean-Pierre', 'Karim', 'Loïc', 'Yannick', 'Étienne',
  'Bernard', 'Maxime', 'Sébastien', 'Hugo', 'Rémi', 'Patrice', 'Mohamed', 'Damien', 'Jérôme', 'Alain',
  'Baptiste', 'Corentin', 'Ibrahima', 'Didier', 'Jean-Marc'] AS m,
ARRAY['Lefèvre', 'Guérin', 'Marchand', 'Barbier', 'Perrot', 'Le Goff', 'Renaud', 'Benali', 'Charpentier', 'Dubreuil',
  'Vasseur', 'Cousin', 'Besnard', 'Collet', 'Maillard', 'Rivière', 'Tessier', 'Hamon', 'Kervella', 'Pasquier',
  'Boucher', 'Delmas', 'Fabre', 'Gautier', 'Haddad', 'Imbert', 'Jacquet', 'Lacroix', 'Monnier', 'Nguyen',
  'Ollivier', 'Prigent', 'Quéré', 'Roussel', 'Sanchez', 'Traoré', 'Vidal', 'Weber', 'Chauvin', 'Dos Santos',
  'Etcheverry', 'Ferrand', 'Grosjean', 'Hubert', 'Le Roux', 'Leclercq', 'Millet', 'Noël', 'de La Tour'] AS n,
ARRAY['rue des Tilleuls', 'rue Victor Hugo', 'avenue Jean Jaurès', 'chemin du Moulin', 'impasse des Lilas',
  'rue de la Gare', 'boulevard Gambetta', 'allée des Chênes', 'rue Pasteur', 'place de l''Église',
  'route de Saint-Martin', 'rue du Général Leclerc', 'rue des Écoles', 'quai de la Marne', 'rue Émile Zola',
  'chemin des Vignes', 'rue de la République', 'lotissement Les Hauts Prés', 'rue du 8 Mai 1945', 'rue Molière',
  'avenue de la Libération', 'rue de Bretagne', 'cours Lafayette', 'rue du Lavoir', 'sente des Prairies',
  'rue Marcel Pagnol', 'avenue Foch', 'rue de l''Abbaye', 'rue du Four à Chaux', 'venelle du Puits',
  'rue Louise Michel', 'square des Acacias', 'rue Paul Bert'] AS r,
ARRAY['69003|Lyon|69123', '13008|Marseille|13055', '44000|Nantes|44109', '35200|Rennes|35238', '59000|Lille|59350',
  '31400|Toulouse|31555', '33000|Bordeaux|33063', '67100|Strasbourg|67482', '34070|Montpellier|34172',
  '06200|Nice|06088', '49100|Angers|49007', '79000|Niort|79191', '37000|Tours|37261', '72000|Le Mans|72181',
  '86000|Poitiers|86194', '17000|La Rochelle|17300', '87000|Limoges|87085', '63000|Clermont-Ferrand|63113',
  '21000|Dijon|21231', '38100|Grenoble|38185', '42000|Saint-Étienne|42218', '51100|Reims|51454', '57000|Metz|57463',
  '54000|Nancy|54395', '14000|Caen|14118', '76000|Rouen|76540', '29200|Brest|29019', '29000|Quimper|29232',
  '56000|Vannes|56260', '45000|Orléans|45234', '80000|Amiens|80021', '25000|Besançon|25056',
  '66000|Perpignan|66136', '64000|Pau|64445', '28000|Chartres|28085', '18000|Bourges|18033', '49300|Cholet|49099',
  '75011|Paris 11e|75111', '75020|Paris 20e|75120'] AS v,
ARRAY['infirmière', 'professeur des écoles', 'retraité', 'agriculteur', 'technicien de maintenance', 'comptable',
  'sans emploi', 'étudiant', 'chauffeur routier', 'aide-soignante', 'ingénieur d''études', 'boulangère', 'artisan plombier',
  'fonctionnaire territorial', 'cadre commercial', 'assistante maternelle', 'Retraitée', 'menuisier', 'caissière',
  'médecin généraliste', 'agent SNCF', 'coiffeuse', 'cuisinier', 'juriste', 'gardien d''immeuble'] AS p,
ARRAY['laposte.net', 'orange.fr', 'free.fr', 'gmail.com', 'wanadoo.fr', 'sfr.fr', 'hotmail.fr', 'yahoo.fr'] AS d,
ARRAY['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z'] AS l,
ARRAY[
  'FR7614445028215546549228079', 'FR7612548024223673611073607', 'FR7614445048229126506415259',
  'FR7630003036992125595339112', 'FR7630002027123508019168888', 'FR7630066048821314144877565',
  'FR7612548003702892687516016', 'FR7630004030506757088627394', 'FR7630002046480287842325402',
  'FR7630004009082110312595261', 'FR7613335015563459064595379', 'FR7620041019450266344988828',
  'FR7612548048335661764734347', 'FR7630003025691889650562421', 'FR7630004008660174987261116',
  'FR7630066041405523213481923', 'FR7610278002771754970920145', 'FR7630004038555756147579084',
  'FR7618206023910231936857895', 'FR7630003038992285825971937', 'FR7630002006380737203850486',
  'FR7613335009959443246247984', 'FR7613335011458767527516532', 'FR7613335007987133635444494',
  'FR7614445009143110409441258', 'FR7614445030756328056263372', 'FR7630066034636351894586577',
  'FR7630004023602809923161126', 'FR7630066021385273014809260', 'FR7613335027685421502117067',
  'FR7613807037131173492403660', 'FR7610278046232647626363528', 'FR7630003019476520129027754',
  'FR7630066020727403424510741', 'FR7612548013704506717698985', 'FR7630004019709184546448897',
  'FR7613335010708352624866708', 'FR7613335016815367872188753', 'FR7620041023195077586787211',
  'FR7630003015629702222372328', 'FR7630002013537092374155026', 'FR7630066015501272057299367',
  'FR7630003042768446795507261', 'FR7613335029839111493410575', 'FR7614445026211840039817538',
  'FR7613807032103269414382884', 'FR7630004023897998062540721', 'FR7614445025849660122430856',
  'FR7610278008996657356057829', 'FR7612548037146542637977001', 'FR7630002039840984261462860',
  'FR7610278041560590728861607', 'FR7612548044838916408218044', 'FR7610278034796787455457945',
  'FR7620041031032396576818278', 'FR7614445002332242852976819', 'FR7612548043091890133318747',
  'FR7630003049345382058008523', 'FR7630003020128276896822664', 'FR7630003046627201197696523',
  'FR7613335021170509575298562', 'FR7618206027817123916297769', 'FR7613335016091069363823262',
  'FR7612548045060739169992020', 'FR7610278031263513635277241', 'FR7616707008159343429879362',
  'FR7616707002374172098337232', 'FR7630004025947330232524146', 'FR7620041036939772204635812',
  'FR7620041042942488995101249', 'FR7630004006885313241569952', 'FR7620041014136384110791331',
  'FR7630002022640897485987642', 'FR7630003026834691730072761', 'FR7620041002280513324074361',
  'FR7614445010690385081896332', 'FR7630002023564842136351044', 'FR7630002039697203375104904',
  'FR7614445040633718925130887', 'FR7630066044603737341859244', 'FR7612548014210349171450877',
  'FR7613807043802599847631533', 'FR7630066027333986435169149', 'FR7613807024943981790635132',
  'FR7630004006513799207282334', 'FR7612548026015221111972981', 'FR7618206045834729808956063',
  'FR7630066020145922057285142', 'FR7612548037878770383915257', 'FR7610278004102932203709463',
  'FR7630003025264987007018419', 'FR7630003015175796208146218', 'FR7613335008217950047085860',
  'FR7618206039680696721768363', 'FR7613335010805426457173017', 'FR7616707007749826724149333',
  'FR7630004002338024019648513', 'FR7613807038035999909433771', 'FR7614445023150814181877234',
  'FR7630002008077705845365949', 'FR7614445032536594791959992', 'FR7610278031357234178174959',
  'FR7613335042869087825754004', 'FR7613335024692236338579396', 'FR7630066023083779062730013',
  'FR7616707041331175099490467', 'FR7610278043902243621985980', 'FR7630003007703821664036012',
  'FR7620041021191793061009286', 'FR7613807013124798117888374'] AS ib,
ARRAY[
  '70167927600017', '83518687500034', '36445085800014', '35894602800018', '83460364900023', '74468789800018',
  '37087636900015', '49795319000020', '47300868800011', '40783087600022', '36594668000011', '81129556700010',
  '43506433200032', '47245766200014', '47902037200039', '45667742600029', '36629139100022', '65188394400035',
  '64364739900028', '60901667000034'] AS si,
ARRAY[
  'VF1RFB002LR754727', 'VF3CAHM03KY200089', 'VF7SXHM06FR258920', 'UU1HSDA05KR598182', 'WVWZZZAU0NY606314',
  'VNKKC3D38LY193162', 'VF1RFB006LW217067', 'VF3CAHM06KT373277', 'VF7SXHM09JT324050', 'UU1HSDA08FR885277',
  'WVWZZZAU7MW722877', 'VNKKC3D39NY876250', 'VF1RFB001GR262180', 'VF3CAHM06MY677229', 'VF7SXHM07GW919048',
  'UU1HSDA09NY304115', 'WVWZZZAU8MT968015', 'VNKKC3D34MY846572', 'VF1RFB007MR404317', 'VF3CAHM05KR135398',
  'VF7SXHM08MT310368', 'UU1HSDA05LY987007', 'WVWZZZAU0HW920500', 'VNKKC3D37LR836367', 'VF1RFB005FR152067',
  'VF3CAHM03NR392595', 'VF7SXHM01HR245656', 'UU1HSDA04NR907113', 'WVWZZZAU0GY946856', 'VNKKC3D33NW194721',
  'VF1RFB000JY422806', 'VF3CAHM09FW802335', 'VF7SXHM08LW722691', 'UU1HSDA04LR453149', 'WVWZZZAU7KT489498',
  'VNKKC3D35JW698892', 'VF1RFB007JW110381', 'VF3CAHM06MR115891', 'VF7SXHM08GR233213', 'UU1HSDA00FY615725',
  'WVWZZZAU0MW660254', 'VNKKC3D33GW756961', 'VF1RFB009HR802098', 'VF3CAHM03JY818060', 'VF7SXHM06HW846935',
  'UU1HSDA04MY265030', 'WVWZZZAU4FW285858', 'VNKKC3D38FW226323', 'VF1RFB002MT181767', 'VF3CAHM08KT157432',
  'VF7SXHM09HT389703', 'UU1HSDA03NW587753', 'WVWZZZAU6NT347437', 'VNKKC3D32KR101343', 'VF1RFB003GW558268',
  'VF3CAHM00NR452302', 'VF7SXHM08JT122154', 'UU1HSDA07KW893138', 'WVWZZZAUXNY371954', 'VNKKC3D33HY569001'] AS vin;

-- the local part of an e-mail address
CREATE FUNCTION pg_temp.nu(t text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT translate(lower(t), 'éèêëàâîïôöûùüçñ'' ', 'eeeeaaiioouuucn') $$;

INSERT INTO agence (id_agence, code_agence, nom, adresse, code_postal, ville, telephone)
SELECT i, lpad((100 + i * 7)::text, 4, 'A0'), 'Agence ' || split_part(c, '|', 2) || CASE WHEN i % 4 = 0 THEN ' Centre' ELSE '' END,
  (i * 13 % 90 + 1) || ' ' || r[1 + i * 5 % 33], split_part(c, '|', 1), split_part(c, '|', 2),
  '0' || (1 + i % 5) || ' ' || (40 + i * 3 % 50) || ' ' || (20 + i * 7 % 70) || ' ' || lpad((i * 11 % 100)::text, 2, '0') || ' 00'
FROM (SELECT i, mots.*, v[1 + i * 4 % 39] AS c FROM mots, generate_series(1, 14) i) x;

INSERT INTO produit VALUES
('AUTO-TR', 'Auto au tiers', 'auto', 'Responsabilité civile et défense pénale et recours.', 0),
('AUTO-TI', 'Auto tiers étendu', 'auto', 'Vol, incendie, bris de glace et catastrophes naturelles en plus.', 250),
('AUTO-TR2', 'Auto tous risques', 'auto', 'Dommages tous accidents, véhicule de remplacement 7 jours.', 350),
('MOTO-1', 'Deux-roues', 'auto', 'Pour les deux-roues de plus de 50 cm3.', 300),
('MRH-LOC', 'Habitation locataire', 'habitation', 'Risques locatifs, dégât des eaux, vol.', 130),
('MRH-PRO', 'Habitation propriétaire', 'habitation', 'Maison ou appartement, dépendances comprises.', 150),
('MRH-ETU', 'Habitation étudiant', 'habitation', 'Studio ou chambre jusqu''à 35 m².', 75),
('SANTE-1', 'Complémentaire Essentielle', 'sante', '100 % du tarif de base, forfait hospitalier.', 0),
('SANTE-2', 'Complémentaire Sérénité', 'sante', 'Optique et dentaire renforcés.', 0),
('PREV-DC', 'Capital décès', 'prevoyance', NULL, 0),
('PREV-AV', 'Garantie accidents de la vie', 'prevoyance', 'À partir de 5 % d''incapacité.', 0);

INSERT INTO salarie (id_salarie, matricule, nom, prenom, courriel, fonction, identifiant, mdp_hache, id_agence)
SELECT i, 'S' || lpad((20417 + i * 311)::text, 5, '0'), nom, prenom, pg_temp.nu(prenom) || '.' || pg_temp.nu(nom) || '@mutuelle-du-val.example',
  (ARRAY['conseiller clientèle', 'gestionnaire sinistres', 'responsable d''agence', 'gestionnaire sinistres', 'conseillère clientèle',
    'chargé d''indemnisation', 'téléconseiller', NULL])[1 + i * 3 % 8],
  left(pg_temp.nu(prenom), 1) || left(replace(pg_temp.nu(nom), '-', ''), 7) || CASE WHEN i % 6 = 0 THEN '2' ELSE '' END,
  '$argon2id$v=19$m=65536,t=3,p=4$' || left(md5('sel' || i), 22) || '$' || rtrim(encode(sha256(('m' || i)::bytea), 'base64'), '='),
  1 + i * 5 % 14
FROM (SELECT i, CASE WHEN i % 3 = 0 THEN m[1 + i * 4 % 25] ELSE f[1 + (i * 9 + 2) % 25] END AS prenom, n[1 + (i * 15 + 4) % 49] AS nom
  FROM mots, generate_series(1, 32) i) x;

INSERT INTO adherent
SELECT 1000 + i, 'M' || lpad((10040213 + i * 1373)::text, 8, '0'),
  CASE WHEN i % 41 = 0 THEN NULL WHEN fe THEN 'Mme' ELSE 'M.' END,
  CASE WHEN i % 47 = 3 THEN lower(nom) WHEN i % 19 = 5 THEN upper(nom) ELSE nom END,
  CASE WHEN i % 67 = 8 THEN prenom || '  ' WHEN i % 53 = 9 THEN lower(prenom) ELSE prenom END,
  dn, CASE WHEN i % 13 = 0 THEN (ARRAY['Alger', 'Porto', 'Dakar', 'Bruxelles', 'Casablanca', 'Hanoï'])[1 + i % 6]
    WHEN i % 29 = 4 THEN NULL ELSE split_part(nv, '|', 2) END,
  CASE WHEN i % 9 = 7 THEN NULL ELSE b || lpad((97 - b::bigint % 97)::text, 2, '0') END,
  CASE WHEN i % 7 = 5 THEN NULL ELSE (ARRAY['M', 'C', 'M', 'P', 'D', 'C', 'M', 'V'])[1 + (i * 3 + i / 8) % 8] END,
  CASE WHEN i % 6 = 1 THEN NULL WHEN i % 59 = 2 THEN 'n/a' ELSE p[1 + i * 7 % 25] END,
  CASE WHEN i % 8 = 3 THEN NULL WHEN i % 61 = 1 THEN '-' ELSE pg_temp.nu(prenom)
    || (ARRAY['.', '', '_', '.'])[1 + i % 4] || pg_temp.nu(nom) || CASE WHEN i % 5 = 2 THEN (i * 3 % 95)::text ELSE '' END
    || '@' || d[1 + (i * 3 + i / 5) % 8] END,
  CASE WHEN i % 10 = 9 THEN NULL WHEN i % 71 = 6 THEN '' WHEN i % 7 = 0 THEN '+33 ' || tel
    WHEN i % 7 = 3 THEN '0' || replace(tel, ' ', '') WHEN i % 7 = 5 THEN '0' || replace(tel, ' ', '.') ELSE '0' || tel END,
  CASE WHEN i % 31 = 11 THEN NULL ELSE (i * 17 % 140 + 1) || CASE WHEN i % 11 = 0 THEN ' bis' ELSE '' END
    || CASE WHEN i % 3 = 0 THEN ', ' ELSE ' ' END || r[1 + (i * 10 + i / 33) % 33] END,
  split_part(av, '|', 1), CASE WHEN i % 6 = 0 THEN upper(split_part(av, '|', 2)) ELSE split_part(av, '|', 2) END,
  CASE WHEN i % 3 = 1 THEN NULL ELSE ib[1 + i * 2 / 3] END,
  i * 7 % 5 = 0, CASE WHEN i % 23 = 0 THEN 0 WHEN i % 17 = 0 THEN 2 ELSE 1 END,
  timestamptz '2009-02-03 08:12:00+01' + i * interval '33 days 5 hours 7 minutes'
FROM (SELECT *, CASE WHEN fe THEN '2' ELSE '1' END || to_char(dn, 'YYMM')
    || CASE WHEN i % 13 = 0 THEN (ARRAY['99352', '99139', '99341', '99131', '99350', '99243'])[1 + i % 6]
       ELSE split_part(nv, '|', 3) END || lpad((i * 37 % 480 + 3)::text, 3, '0') AS b,
  (6 + (i % 4 = 0)::int) || ' ' || lpad((30 + i * 29 % 69)::text, 2, '0') || ' ' || lpad((i * 53 % 97)::text, 2, '0')
    || ' ' || lpad((i * 71 % 99)::text, 2, '0') || ' ' || lpad((i * 37 % 98)::text, 2, '0') AS tel
  FROM (SELECT *, CASE WHEN fe THEN f[1 + (i * 7 + i / 25) % 25] ELSE m[1 + (i * 12 + i / 25) % 25] END AS prenom,
      n[1 + (i * 11 + i / 49) % 49] AS nom, date '1936-03-05' + i * 7919 % 24600 AS dn, v[1 + i * 17 % 39] AS nv, v[1 + (i * 5 + 3) % 39] AS av
    FROM (SELECT i, (i * 5 + i / 3) % 9 < 5 AS fe, mots.* FROM mots, generate_series(1, 160) i) x) y) z;

INSERT INTO contrat
SELECT 50000 + i, (ARRAY['HA', 'AU', 'AU', 'SA', 'PR'])[1 + i % 5] || '-' || (2012 + i * 7 % 13) || '-' || lpad((4213 + i * 577 % 90000)::text, 6, '0'),
  1001 + i * 3 % 160,
  CASE i % 5 WHEN 0 THEN (ARRAY['MRH-LOC', 'MRH-PRO', 'MRH-PRO', 'MRH-ETU'])[1 + i / 5 % 4]
    WHEN 1 THEN (ARRAY['AUTO-TR', 'AUTO-TI', 'MOTO-1'])[1 + i / 5 % 3] WHEN 2 THEN 'AUTO-TR2'
    WHEN 3 THEN (ARRAY['SANTE-1', 'SANTE-2'])[1 + i / 5 % 2] ELSE (ARRAY['PREV-DC', 'PREV-AV'])[1 + i / 10 % 2] END,
  CASE WHEN i % 12 = 0 THEN NULL ELSE 1 + i * 7 % 32 END,
  make_date(2012 + i * 7 % 13, 1 + i * 5 % 12, (ARRAY[1, 1, 15])[1 + i % 3]), 90 + i * 4271 % 140000 / 100.0,
  (ARRAY['actif', 'actif', 'actif', 'resilie', 'actif', 'suspendu', 'actif', 'projet', 'actif'])[1 + i * 4 % 9]::statut_contrat,
  CASE WHEN i % 10 < 7 THEN NULL WHEN i % 58 = 9 THEN '-' ELSE (ARRAY['Rappeler après 18 h, travaille de nuit.',
    'Demande un échelonnement, licenciement en cours', 'Adhérente très mécontente de la hausse, menace de partir.',
    'A déménagé chez sa fille, nouvelle adresse à confirmer', 'Malentendant, préférer le courriel',
    'Divorce en cours, ne plus transmettre au conjoint', 'Fidèle depuis 20 ans, geste commercial accordé.',
    'Deux impayés en 2022, régularisés', 'Enfant à ajouter à la rentrée',
    'Ne parle pas bien français, son fils sert d''interprète.', 'vu en agence, RAS',
    'Conteste le malus, dossier transmis au médiateur'])[1 + i * 5 % 12] END
FROM generate_series(1, 190) i;

INSERT INTO vehicule
SELECT 7000 + i, 50000 + ct, CASE WHEN i % 33 = 5 THEN NULL WHEN i % 15 = 0 THEN (100 + i * 91 % 900) || ' ' || l[1 + i % 23] || l[1 + i * 7 % 23]
    || l[1 + i * 3 % 23] || ' ' || left(v[1 + i * 5 % 39], 2)
    ELSE l[1 + i * 2 % 7] || l[1 + i * 5 % 23] || CASE WHEN i % 9 = 2 THEN '' ELSE '-' END || (100 + i * 547 % 900)
    || CASE WHEN i % 9 = 2 THEN '' ELSE '-' END || l[1 + i * 11 % 23] || l[1 + i * 9 % 23] END,
  CASE WHEN i % 5 = 3 OR i > 60 THEN NULL ELSE vin[i] END,
  (ARRAY['Renault', 'Peugeot', 'Citroën', 'Dacia', 'Volkswagen', 'Toyota'])[1 + (i - 1) % 6],
  (ARRAY['Clio V', '208', 'C3', 'Sandero', 'Polo', 'Yaris', 'Mégane', '3008', 'Berlingo', 'Duster', 'Golf', 'Corolla'])[1 + (i - 1) % 12],
  (ARRAY['essence', 'diesel', 'essence', 'hybride', 'diesel', 'électrique', NULL])[1 + i * 3 % 7],
  CASE WHEN i % 4 = 1 THEN NULL ELSE a.code_postal END
FROM mots, (SELECT row_number() OVER (ORDER BY c)::int AS i, c AS ct FROM generate_series(1, 190) c WHERE c % 5 IN (1, 2)) x
JOIN contrat k ON k.id_contrat = 50000 + ct JOIN adherent a USING (id_adherent);

INSERT INTO conducteur
SELECT row_number() OVER (ORDER BY id_vehicule, rg), id_vehicule, nom,
  CASE WHEN rg = 1 THEN prenom WHEN i % 2 = 0 THEN f[1 + i * 4 % 25] ELSE m[1 + i * 6 % 25] END,
  CASE WHEN rg = 1 THEN date_naissance WHEN i % 7 = 0 THEN NULL ELSE date '1961-05-09' + i * 1733 % 16000 END,
  CASE WHEN i % 14 = 3 THEN NULL WHEN i % 35 = 6 THEN 'n/a' WHEN i % 3 = 0 THEN (13 + i * rg % 11) || left(v[1 + i % 39], 2) || '00'
    || (100000 + i * 48271 % 900000)
    ELSE lpad((80 + i * 7 % 20)::text, 2, '0') || lpad((1 + i % 12)::text, 2, '0') || left(v[1 + i * 3 % 39], 2) || (310000 + (i + rg) * 40577 % 600000) END,
  (ARRAY[0.50, 0.50, 0.57, 0.64, 0.76, 0.90, 1.00, 1.25])[1 + i * rg * 3 % 8]
FROM mots, (SELECT ve.id_vehicule, (ve.id_vehicule - 7000)::int AS i, rg, a.nom, a.prenom, a.date_naissance
  FROM vehicule ve JOIN contrat USING (id_contrat) JOIN adherent a USING (id_adherent), generate_series(1, 2) rg
  WHERE rg = 1 OR ve.id_vehicule % 5 IN (0, 3)) x;

INSERT INTO beneficiaire
SELECT row_number() OVER (ORDER BY id_contrat, rg), id_contrat,
  CASE WHEN i % 5 = 4 THEN n[1 + i * 13 % 49] WHEN i % 43 = 1 THEN lower(nom) ELSE nom END,
  CASE WHEN (i + rg) % 2 = 0 THEN f[1 + (i * 8 + rg) % 25] ELSE m[1 + (i * 3 + rg) % 25] END,
  CASE WHEN i % 6 = 2 THEN NULL WHEN lien ~* 'enfant' THEN date '1996-02-11' + i * rg * 1231 % 9400 ELSE date '1948-10-02' + i * 911 % 15000 END,
  lien, CASE WHEN rg = 2 OR i % 3 = 0 THEN 50.00 ELSE 100.00 END
FROM mots, (SELECT k.id_contrat, (k.id_contrat - 50000)::int AS i, rg, nom,
    (ARRAY['conjoint', 'enfant', 'enfant', 'concubin', 'Enfant', 'mère', 'frère', NULL, 'enfant',
      'petit-enfant'])[1 + (k.id_contrat * 7 + rg + k.id_contrat / 5) % 10] AS lien
  FROM contrat k JOIN adherent USING (id_adherent), generate_series(1, 2) rg
  WHERE k.id_contrat % 5 IN (3, 4) AND (rg = 1 OR k.id_contrat % 3 = 0)) x;

INSERT INTO prestataire
SELECT i, nm, si[i], CASE WHEN nm ~ 'Expert|Cabinet|Conseil' THEN 'expertise' WHEN nm ~ 'Glass|Carross|Garage|Auto' THEN 'reparation' ELSE 'depannage' END,
  (i * 19 % 80 + 1) || ' ' || (ARRAY['ZA du Parc', 'rue de l''Industrie', 'ZI Nord', 'avenue de l''Europe', 'rue Ampère'])[1 + i % 5],
  split_part(c, '|', 1), split_part(c, '|', 2),
  '0' || (1 + i % 5) || ' ' || (40 + i * 7 % 50) || ' ' || (10 + i * 3 % 80) || ' ' || (11 + i * 5 % 80) || ' ' || (10 + i * 9 % 89),
  CASE WHEN i % 6 = 0 THEN NULL ELSE (ARRAY['contact', 'accueil', 'missions'])[1 + i % 3] || '@' || regexp_replace(pg_temp.nu(nm), '[^a-z]', '', 'g')
    || '.example' END
FROM (SELECT i, si, v[1 + i * 8 % 39] AS c, (ARRAY['Carrosserie du Pont', 'Garage Maillard et Fils', 'Ouest Expertises', 'Cabinet Perrin', 'Glass Minute',
  'Assistance 24', 'Auto Choc 79', 'Expertise & Conseil Atlantique', 'Garage de la Plaine', 'Cabinet Alliance Experts', 'Carrosserie Moderne',
  'Dépannage Rocade', 'Sud Expertises', 'Rhône Experts Associés', 'Plomberie Secours', 'Garage Central', 'Cabinet Vauban', 'Carrosserie Lemoine SARL',
  'Toitures de Loire', 'Grand Est Conseil'])[i] AS nm FROM mots, generate_series(1, 20) i) x;

INSERT INTO expert
SELECT i, CASE WHEN i % 9 = 0 THEN NULL ELSE (ARRAY[3, 4, 8, 10, 13, 14, 17, 20])[1 + i % 8] END,
  CASE WHEN i % 4 = 0 THEN upper(nom) || ' ' || prenom WHEN i = 17 THEN lower(prenom || ' ' || nom) ELSE prenom || ' ' || nom END,
  CASE WHEN i % 5 = 2 THEN NULL ELSE 'VGA' || lpad((1204 + i * 263)::text, 5, '0') END,
  CASE WHEN i % 7 = 4 THEN NULL ELSE '06 ' || (30 + i * 9 % 69) || ' ' || (10 + i * 17 % 89) || ' ' || (10 + i * 23 % 89) || ' ' || (10 + i * 31 % 89) END,
  CASE WHEN i % 6 = 5 THEN NULL ELSE left(pg_temp.nu(prenom), 1) || '.' || pg_temp.nu(nom) || '@' || (ARRAY['ouestexpertises', 'sudexpertises',
    'cabinetvauban'])[1 + i % 3] || '.example' END
FROM (SELECT i, CASE WHEN i % 3 = 1 THEN f[1 + i * 6 % 25] ELSE m[1 + (i * 9 + 5) % 25] END AS prenom, n[1 + (i * 20 + 7) % 49] AS nom
  FROM mots, generate_series(1, 26) i) x;

INSERT INTO sinistre
SELECT 90000 + i, 'SIN' || to_char(dt, 'YYMM') || lpad((i * 389 % 10000)::text, 5, '0'), 50000 + ct,
  CASE WHEN i % 3 = 0 THEN NULL ELSE 1 + i * 7 % 26 END, dt,
  CASE ct % 5 WHEN 0 THEN (ARRAY['degat_eaux', 'vol', 'incendie', 'degat_eaux'])[1 + i % 4]
    WHEN 1 THEN (ARRAY['collision', 'bris_glace', 'stationnement'])[1 + i % 3] WHEN 2 THEN 'collision' ELSE 'accident_corporel' END,
  CASE WHEN i % 37 = 5 THEN 'n/a' WHEN i % 6 = 4 THEN NULL ELSE
    (ARRAY['', 'angle ', 'parking, ', 'devant le ' || (i % 60 + 2) || ' ', (i * 7 % 99 + 1) || ' '])[1 + i % 5] || r[1 + i * 14 % 33] || ', '
      || split_part(v[1 + i * 11 % 39], '|', 2) END,
  CASE WHEN i % 29 = 3 THEN NULL WHEN i % 50 = 8 THEN '-' ELSE
  (CASE ct % 5 WHEN 0 THEN ARRAY['En rentrant de vacances nous avons trouvé le plafond de la salle de bain trempé.',
    'La serrure de la porte d''entrée a été forcée pendant mon absence.',
     'Un départ de feu dans la cuisine, la friteuse de mon fils.', 'Le flexible du lave-linge a lâché dans la nuit.',
       'La voisine du dessus a laissé déborder sa baignoire.']
   WHEN 1 THEN ARRAY['Je quittais ma place quand une camionnette m''a heurté à l''arrière.', 'Un gravillon a fissuré le pare-brise sur la voie rapide.',
     'J''ai retrouvé mon véhicule rayé sur toute la longueur.', 'Mon mari manœuvrait, il n''a pas vu le poteau.',
       'Au rond-point l''autre conducteur n''a pas cédé le passage.']
   WHEN 2 THEN ARRAY['La voiture qui me précédait a freiné brusquement, je n''ai pas pu m''arrêter.',
     'J''ai glissé sur une plaque de verglas et touché la glissière.',
     'Un chevreuil a traversé, je me suis déportée dans le fossé.', 'Feu vert pour moi, l''autre est passé au rouge selon deux témoins.',
       'Portière ouverte par un passager au moment où je doublais.']
   ELSE ARRAY['Je suis tombé de l''escabeau en taillant la haie.', 'Chute dans l''escalier de l''immeuble, éclairage en panne.',
     'Brûlure avec de l''eau bouillante en cuisinant.',
     'Morsure du chien d''un ami pendant une promenade.', 'Ma fille est tombée de vélo en rentrant de l''école.'] END)[1 + (i / 5 + i) % 5]
   || CASE WHEN i % 4 = 1 THEN ' La police est venue.' WHEN i % 4 = 2 THEN ' Photos jointes.' ELSE '' END END,
  CASE WHEN ct % 5 IN (3, 4) OR i % 9 = 1 THEN (ARRAY['fracture du poignet gauche', 'entorse cervicale, arrêt de 10 jours', 'brûlure au 2e degré, avant-bras',
    'contusions multiples',
    'plaie à la jambe, 6 points de suture', 'lombalgie aiguë', 'traumatisme crânien léger'])[1 + i * 4 % 7] END,
  CASE WHEN ct % 5 IN (1, 2) AND i % 4 <> 1 THEN CASE WHEN i % 23 = 2 THEN 'inconnu' ELSE (CASE WHEN i % 2 = 0 THEN f[1 + i * 11 % 25]
    ELSE m[1 + i * 8 % 25] END)
    || ' ' || n[1 + (i * 17 + 1) % 49] END END,
  CASE WHEN i % 5 < 2 THEN NULL ELSE (ARRAY['constat_amiable', 'photo_degats', 'declaration', 'IMG'])[1 + i % 4] || '_' || lpad((i * 97 % 10000)::text, 4, '0')
    || (ARRAY['.pdf', '.jpg', '.pdf', '.jpg'])[1 + i % 4] END,
  CASE WHEN i % 5 < 2 THEN NULL ELSE encode(sha256(('piece' || i)::bytea), 'hex') END,
  CASE WHEN i % 4 = 3 THEN NULL ELSE 80 + i * 60013 % 820000 / 100.0 END
FROM mots, (SELECT i, i * 13 % 190 + 1 AS ct, date '2019-01-14' + i * 1381 % 2100 AS dt FROM generate_series(1, 125) i) x;

INSERT INTO cotisation (id_contrat, echeance, montant, mode_paiement, regle_le)
SELECT 50001 + i * 7 % 190, dt, 9.5 + i * 733 % 12000 / 100.0, (ARRAY['prelevement', 'prelevement', 'carte', 'prelevement', 'cheque',
  'virement'])[1 + i * 5 % 6],
  CASE WHEN i % 11 = 4 THEN NULL ELSE dt + i % 6 END
FROM (SELECT i, make_date(2022 + i % 3, 1 + i * 5 % 12, 5) AS dt FROM generate_series(1, 200) i) x;

SELECT setval('agence_id_agence_seq', 14), setval('salarie_id_salarie_seq', 32), setval('prestataire_id_prestataire_seq', 20), setval('expert_id_expert_seq',
  26);
DROP FUNCTION pg_temp.nu(text);
DROP TABLE mots;
