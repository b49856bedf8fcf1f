SET client_min_messages = warning;
SET timezone = 'UTC';
-- nombre plus petit que n, toujours le même pour la ligne i et l'usage s
CREATE FUNCTION pg_temp.r(i bigint, s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5('é' || i || '/' || s), 2, 7))::bit(28)::int % n $$;
CREATE FUNCTION pg_temp.un(i bigint, s int, a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.r(i, s, cardinality(a))] $$;
CREATE FUNCTION pg_temp.fille(i bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.r(i, 1, 2) = 0 $$;
CREATE FUNCTION pg_temp.enfant(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.fille(i) THEN pg_temp.un(i, 2,
'{Léa,Manon,Inès,Chloé,Jade,Camille,Zoé,Louise,Maëlys,Romane,Anaïs,Lina,Éloïse,Clémence,Océane,Margaux,Aya,Capucine,Juliette,Assia,Élise,Noémie,Lou,Agathe}')
ELSE pg_temp.un(i, 2, '{Lucas,Enzo,Nathan,Théo,Raphaël,Gabin,Mathis,Yanis,Noé,Maxence,Léo,Timothée,Clément,Évan,Amine,Baptiste,Tom,Jean-Baptiste,Kylian,Malo,Adam,Victor,Ethan,Côme}') END $$;
CREATE FUNCTION pg_temp.adulte(i bigint, f boolean) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN f THEN pg_temp.un(i, 3,
'{Isabelle,Nathalie,Sandrine,Céline,Aurélie,Virginie,Karine,Émilie,Fatima,Stéphanie,Valérie,Delphine,Marie-Laure,Sylvie,Hélène,Laetitia,Nadia,Florence,Caroline,Solène,Élodie,Mireille}')
ELSE pg_temp.un(i, 3, '{Philippe,Laurent,Stéphane,Christophe,Nicolas,Frédéric,Jérôme,Sébastien,Karim,Thierry,Olivier,Pascal,Jean-Marc,Franck,Guillaume,Rachid,Benoît,Yann,Cédric,François,Arnaud,Mamadou}') END $$;
CREATE FUNCTION pg_temp.nom(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.un(i, 4,
'{Martin,Lefèvre,Moreau,Girard,Bonnet,Dupuis,Faure,Rousseau,Blanc,Guérin,Benali,Chevalier,Garnier,Le Gall,Perrin,Morvan,Diallo,Fontaine,Robin,Masson,Marchand,Duval,Noël,Haddad,Besson,Lemoine,
Picard,Gauthier,Da Silva,Renaud,Barbier,Traoré,Brun,Caron,Mercier,Boyer,Nguyen,Leclerc,Aubert,Rivière,Le Bihan,Vasseur,Poulain,Charpentier,Maillard,Hamidi,Tessier,Joly}') $$;
CREATE FUNCTION pg_temp.plat(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT translate(lower(t), 'éèêëàâîïôöùûüç '' ', 'eeeeaaiioouuuc') $$;
CREATE FUNCTION pg_temp.rue(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (1 + pg_temp.r(i, 5, 160)) || CASE pg_temp.r(i, 6, 9) WHEN 0 THEN ' bis' WHEN 1 THEN ' ter' ELSE '' END ||
pg_temp.un(i, 7, '{",","",""}') || pg_temp.un(i, 8, ARRAY[' rue Victor Hugo', ' avenue Jean Jaurès', ' rue de la République', ' chemin des Vignes', ' impasse des Lilas', ' rue Pasteur',
' boulevard Gambetta', ' allée des Tilleuls', ' rue du Moulin', ' place de l''Église', ' rue Émile Zola', ' quai de la Loire', ' rue des Écoles', ' avenue du Général Leclerc', ' rue Jean Moulin',
' route de Paris', ' rue Saint-Exupéry', ' cours Lafayette', ' rue des Acacias', ' square Bel-Air', ' rue Louise Michel', ' rue du Four', ' av. de Toulouse', ' rue Jules Ferry', ' résidence Les Pins',
' rue de Bretagne', ' sentier des Roses', ' bd des Belges']) $$;
-- commune, code postal, département
CREATE FUNCTION pg_temp.lieu(i bigint, n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part((ARRAY['Lyon|69003|69','Villeurbanne|69100|69','Bron|69500|69','Caluire-et-Cuire|69300|69','Vénissieux|69200|69',
'Nantes|44000|44','Rezé|44400|44','Saint-Herblain|44800|44','Orvault|44700|44','Vertou|44120|44','Toulouse|31000|31','Toulouse|31400|31','Colomiers|31770|31','Blagnac|31700|31','Muret|31600|31',
'L''Union|31240|31','Tournefeuille|31170|31','Oullins|69600|69','Carquefou|44470|44','Balma|31130|31'])[1 + pg_temp.r(i, 9, 20)], '|', n) $$;
CREATE FUNCTION pg_temp.tel(i bigint, p text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE pg_temp.r(i, 10, 8) WHEN 0 THEN n WHEN 1 THEN regexp_replace(n, '(..)(..)(..)(..)(..)', '\1.\2.\3.\4.\5')
WHEN 2 THEN '+33 ' || substr(n, 2, 1) || regexp_replace(substr(n, 3), '(..)', ' \1', 'g') ELSE regexp_replace(n, '(..)(..)(..)(..)(..)', '\1 \2 \3 \4 \5') END
FROM (SELECT CASE p WHEN 'm' THEN CASE WHEN pg_temp.r(i, 11, 4) = 0 THEN '07' || (50 + pg_temp.r(i, 12, 38)) ELSE '06' || (40 + pg_temp.r(i, 12, 49)) END ELSE p END || lpad(pg_temp.r(i, 13, 1000000)::text, 6, '0') AS n) AS x $$;
CREATE FUNCTION pg_temp.fixe(i bigint, s int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT pg_temp.tel(i + 10000 * s, CASE pg_temp.lieu(i, 3) WHEN '69' THEN pg_temp.un(i, 14, '{0478,0472,0437}') WHEN '44' THEN pg_temp.un(i, 14, '{0240,0228,0251}') ELSE pg_temp.un(i, 14, '{0561,0534,0562}') END) $$;
CREATE FUNCTION pg_temp.iban(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'FR' || lpad((98 - (rib || '152700')::numeric % 97)::text, 2, '0') || rib
FROM (SELECT b || g || c || lpad((97 - (89 * b::bigint + 15 * g::bigint + 3 * c::bigint) % 97)::text, 2, '0') AS rib FROM (
SELECT pg_temp.un(i, 15, '{30002,30004,20041,10278,13825,18206,14445}') AS b, lpad(pg_temp.r(i, 16, 9000)::text, 5, '0') AS g, lpad((pg_temp.r(i, 17, 90000000)::bigint * 331 + i)::text, 11, '0') AS c) AS x) AS y $$;

INSERT INTO etablissement VALUES
(1, '0691234S', '19691234900012', 'Collège Louise Labé', '14 rue Garibaldi', '69006', 'Lyon', '04 78 52 11 40', 'ce.0691234s@ac-lyon.fr', 'Lyon'),
(2, '0442087E', '19442087300011', 'Collège de la Jonelière', '2 route de la Chapelle', '44300', 'Nantes', '02 40 74 09 33', 'ce.0442087e@ac-nantes.fr', 'Nantes'),
(3, '0312765M', '19312765100019', 'Collège Antoine de Saint-Exupéry', '40 avenue des Mazades', '31200', 'Toulouse', '05 61 47 20 18', NULL, 'Toulouse');

INSERT INTO matiere (code, libelle, coefficient, couleur) VALUES
('FRA', 'Français', 4, '#1f77b4'), ('MATHS', 'Mathématiques', 4, '#ff7f0e'), ('HG', 'Histoire-géographie', 3, '#2ca02c'), ('ANG', 'Anglais LV1', 3, '#d62728'), ('ESP', 'Espagnol LV2', 2, '#9467bd'),
('ALL', 'Allemand LV2', 2, '#8c564b'), ('SVT', 'Sciences de la vie et de la Terre', 2, '#e377c2'), ('PC', 'Physique-chimie', 2, '#7f7f7f'), ('TECHN', 'Technologie', 1.5, '#bcbd22'),
('EPS', 'Éducation physique et sportive', 2, '#17becf'), ('ARTP', 'Arts plastiques', 1, NULL), ('MUS', 'Éducation musicale', 1, NULL), ('LAT', 'Latin', 1, NULL), ('EMC', 'Enseignement moral et civique', 0.5, NULL);

INSERT INTO enseignant (numen, civilite, nom, prenom, courriel, tel, nir, date_naiss, corps, etablissement_id, casier)
SELECT CASE WHEN pg_temp.r(i, 20, 15) > 0 THEN pg_temp.un(i, 21, '{10,17,16}') || 'E' || lpad((90 + i % 20)::text, 2, '0') || lpad(pg_temp.r(i, 22, 100000)::text, 5, '0') || substr(translate(upper(md5('n' || i)), '0123456789', 'KLMNPQRSTV'), 1, 3) END,
 CASE WHEN f THEN 'Mme' ELSE 'M.' END, CASE WHEN pg_temp.r(i, 23, 40) = 0 THEN lower(pg_temp.nom(i + 5000)) ELSE upper(pg_temp.nom(i + 5000)) END, pg_temp.adulte(i, f),
 pg_temp.plat(pg_temp.adulte(i, f)) || '.' || pg_temp.plat(pg_temp.nom(i + 5000)) || CASE WHEN i % 6 = 0 THEN '1' ELSE '' END || '@' || (ARRAY['ac-nantes.fr', 'ac-toulouse.fr', 'ac-lyon.fr'])[1 + i % 3],
 CASE WHEN pg_temp.r(i, 24, 12) > 1 THEN pg_temp.tel(i + 5000, 'm') END,
 CASE WHEN pg_temp.r(i, 25, 10) > 2 THEN CASE WHEN i % 4 = 0 THEN n || lpad((97 - n::bigint % 97)::text, 2, '0') ELSE regexp_replace(n, '(.)(..)(..)(..)(...)(...)', '\1 \2 \3 \4 \5 \6 ') || lpad((97 - n::bigint % 97)::text, 2, '0') END END,
 d, pg_temp.un(i, 26, '{Professeur certifié,Professeur certifié,Professeur agrégé,Professeur d’EPS,Contractuel,Documentaliste,PLP}'), 1 + (i + 1) % 3, CASE WHEN i % 7 > 0 THEN i END
FROM (SELECT *, CASE WHEN f THEN '2' ELSE '1' END || to_char(d, 'YYMM') || pg_temp.un(i, 27, '{69,44,31,75,33,59,13,35}') || lpad((1 + pg_temp.r(i, 28, 400))::text, 3, '0') || lpad((1 + pg_temp.r(i, 29, 600))::text, 3, '0') AS n
 FROM (SELECT i, pg_temp.r(i, 30, 10) < 6 AS f, date '1961-05-17' + pg_temp.r(i, 31, 12800) AS d FROM generate_series(1, 70) AS i) AS y) AS x;

INSERT INTO classe (etablissement_id, libelle, niveau, annee, salle, effectif_max, prof_principal_id)
SELECT 1 + (i - 1) / 8, (6 - (i - 1) % 8 / 2) || 'e' || CASE WHEN i % 2 = 1 THEN 'A' ELSE 'B' END, (ARRAY['Sixième', 'Cinquième', 'Quatrième', 'Troisième'])[1 + (i - 1) % 8 / 2], '2023-2024',
 CASE WHEN i % 5 > 0 THEN chr(65 + i % 3) || (100 + i * 3) END, 28 + i % 3, 1 + (i * 17) % 70
FROM generate_series(1, 24) AS i;

INSERT INTO eleve (ine, nom, prenom, autres_prenoms, date_naissance, commune_naissance, sexe, nationalite, langue_maternelle, adresse, code_postal, ville, portable, courriel, photo, pai, boursier,
 droit_image, regime, classe_id, date_entree, maj_le)
SELECT CASE WHEN pg_temp.r(i, 40, 25) > 0 THEN lpad((60000000 + pg_temp.r(i, 41, 130000000))::text, 9, '0') || substr(translate(upper(md5('ine' || i)), '0123456789', 'GHJKNPRSTY'), 1, 2) END,
 CASE pg_temp.r(i, 42, 50) WHEN 0 THEN pg_temp.plat(pg_temp.nom(i)) WHEN 1 THEN pg_temp.nom(i) || '  ' || pg_temp.nom(i + 999) ELSE upper(pg_temp.nom(i)) END,
 CASE pg_temp.r(i, 43, 60) WHEN 0 THEN lower(pg_temp.enfant(i)) ELSE pg_temp.enfant(i) END,
 CASE WHEN pg_temp.r(i, 44, 10) > 5 THEN pg_temp.adulte(i + 70, pg_temp.fille(i)) || CASE WHEN i % 3 = 0 THEN ', ' || pg_temp.adulte(i + 90, pg_temp.fille(i)) ELSE '' END END,
 make_date(2012 - (((i - 1) % 24) % 8 / 2), 1, 1) + pg_temp.r(i, 45, 365), CASE WHEN pg_temp.r(i, 46, 20) > 0 THEN pg_temp.un(i, 47, ARRAY['Lyon 4e', 'Nantes', 'Toulouse', 'Bron', 'Paris 14e', 'Oran', 'Saint-Herblain', 'Marseille', 'Conakry',
 'Bordeaux', 'Rennes', 'Lisbonne', 'Dijon', 'Casablanca', 'Montauban', 'Cholet', 'Pierre-Bénite']) END,
 CASE WHEN pg_temp.fille(i) THEN 'F' ELSE 'M' END, pg_temp.un(i, 48, '{française,française,française,française,Française,française,algérienne,portugaise,guinéenne,marocaine,FR}'),
 CASE WHEN pg_temp.r(i, 49, 10) > 6 THEN pg_temp.un(i, 50, '{arabe,portugais,anglais,soninké,turc,espagnol,vietnamien}') END,
 CASE WHEN pg_temp.r(i, 51, 45) = 0 THEN lower(pg_temp.rue(i)) ELSE pg_temp.rue(i) END, pg_temp.lieu(i, 2), CASE WHEN pg_temp.r(i, 52, 6) = 0 THEN upper(pg_temp.lieu(i, 1)) ELSE pg_temp.lieu(i, 1) END,
 CASE WHEN pg_temp.r(i, 53, 10) > 6 THEN pg_temp.tel(i, 'm') END, CASE WHEN pg_temp.r(i, 54, 10) > 6 THEN pg_temp.plat(pg_temp.enfant(i)) || pg_temp.un(i, 55, '{.,_,""}') || pg_temp.plat(pg_temp.nom(i)) || pg_temp.r(i, 56, 99) || '@' ||
  pg_temp.un(i, 57, '{gmail.com,orange.fr,laposte.net,outlook.fr,free.fr}') END, CASE WHEN pg_temp.r(i, 58, 10) > 3 THEN 'photos/2023/' || lpad(i::text, 5, '0') || '.jpg' END,
 CASE WHEN pg_temp.r(i, 59, 12) = 0 THEN pg_temp.un(i, 60, ARRAY['Asthme : Ventoline 2 bouffées si crise', 'Allergie arachide, stylo Anapen à l''infirmerie', 'Diabète de type 1, pompe à insuline', 'Épilepsie, Buccolam',
 'Dyslexie : tiers temps', 'TDAH, traitement le midi']) END, pg_temp.r(i, 61, 5) = 0, CASE WHEN pg_temp.r(i, 62, 5) > 0 THEN pg_temp.r(i, 63, 4) > 0 END,
 pg_temp.un(i, 64, '{externe,demi-pensionnaire,demi-pensionnaire,demi-pensionnaire,interne}')::regime_scolaire, 1 + (i - 1) % 24, date '2020-09-01' + 365 * pg_temp.r(i, 65, 4),
 timestamptz '2023-09-04 07:30Z' + i * interval '9 minutes'
FROM generate_series(1, 240) AS i;

-- le responsable p est le premier parent de l'élève p, ou le second de l'élève 2 (p - 240)
INSERT INTO responsable (civilite, nom, prenom, tel_portable, tel_domicile, tel_travail, courriel, adresse, code_postal, ville, profession, employeur, situation_familiale, num_caf, quotient_familial,
 iban, accepte_sms, cree_le)
SELECT CASE WHEN f THEN 'Mme' ELSE 'M.' END, CASE WHEN pg_temp.r(p, 70, 10) < 7 THEN upper(pg_temp.nom(e)) ELSE pg_temp.nom(p + 2000) END, CASE WHEN pg_temp.r(p, 71, 45) = 0 THEN NULL ELSE pg_temp.adulte(p, f) END,
 CASE pg_temp.r(p, 72, 45) WHEN 0 THEN 'n/a' WHEN 1 THEN '' ELSE pg_temp.tel(p + 300, 'm') END, CASE WHEN pg_temp.r(p, 73, 10) > 4 THEN pg_temp.fixe(e, 3) END,
 CASE WHEN pg_temp.r(p, 74, 10) > 6 THEN pg_temp.fixe(p + 700, 5) END,
 CASE WHEN pg_temp.r(p, 75, 12) > 0 THEN CASE WHEN p % 3 = 0 THEN left(pg_temp.plat(pg_temp.adulte(p, f)), 1) ELSE pg_temp.plat(pg_temp.adulte(p, f)) END || pg_temp.un(p, 76, '{.,-,_,""}') || pg_temp.plat(pg_temp.nom(e)) ||
  pg_temp.r(p, 77, 90) || '@' || pg_temp.un(p, 78, '{orange.fr,wanadoo.fr,gmail.com,free.fr,laposte.net,hotmail.fr,sfr.fr,gmail.com,yahoo.fr}') END,
 pg_temp.rue(a), pg_temp.lieu(a, 2), pg_temp.lieu(a, 1),
 CASE WHEN pg_temp.r(p, 79, 10) > 2 THEN pg_temp.un(p, 80, ARRAY['infirmière', 'Employé de banque', 'cadre commercial', 'sans profession', 'Artisan plombier', 'Professeure des écoles', 'Ingénieur', 'aide-soignante', 'chauffeur routier', 'Avocate',
  'Agent SNCF', 'retraité', 'Assistante maternelle', 'agriculteur', 'Médecin généraliste', 'Caissière', 'militaire', 'demandeur d''emploi']) END,
 CASE WHEN pg_temp.r(p, 81, 10) > 5 THEN pg_temp.un(p, 82, ARRAY['CHU de Nantes', 'Airbus', 'SNCF', 'Hospices civils de Lyon', 'Carrefour', 'Mairie de Colomiers', 'La Poste', 'à son compte', 'Crédit Mutuel', 'Boulangerie Fournil d''Or']) END,
 CASE WHEN pg_temp.r(p, 83, 10) > 2 THEN pg_temp.un(p, 84, '{marié(e),marié(e),divorcé(e),concubinage,pacsé(e),célibataire,veuf/veuve,séparé(e),Marié}') END,
 CASE WHEN pg_temp.r(p, 85, 10) > 5 THEN lpad((100000 + pg_temp.r(p, 86, 8900000))::text, 7, '0') END, CASE WHEN pg_temp.r(p, 85, 10) > 4 THEN 180 + pg_temp.r(p, 87, 190000) / 100.0 END,
 CASE WHEN pg_temp.r(p, 88, 10) > 5 THEN CASE WHEN p % 3 = 0 THEN rtrim(regexp_replace(pg_temp.iban(p), '(.{4})', '\1 ', 'g')) ELSE pg_temp.iban(p) END END, p % 7 > 0,
 timestamptz '2022-06-20 08:00Z' + p * interval '3 hours 19 minutes'
FROM (SELECT p, e, CASE WHEN p <= 240 OR pg_temp.r(p, 89, 4) > 0 THEN e ELSE p + 3000 END AS a, (pg_temp.r(e, 90, 10) < 6) = (p <= 240) AS f
 FROM (SELECT p, CASE WHEN p <= 240 THEN p ELSE 2 * (p - 240) END AS e FROM generate_series(1, 340) AS p) AS y) AS x;

INSERT INTO eleve_responsable
SELECT CASE WHEN id <= 240 THEN id ELSE 2 * (id - 240) END, id, CASE WHEN id % 37 = 0 THEN pg_temp.un(id, 91, '{tuteur,grand-mère,famille d’accueil,oncle}') WHEN civilite = 'Mme' THEN 'mère' ELSE 'père' END,
 id % 29 > 0, CASE WHEN id <= 240 THEN 1 ELSE 2 END
FROM responsable;

INSERT INTO cours (classe_id, matiere_id, enseignant_id, jour, debut, fin, salle)
SELECT c, 1 + (c * 5 + k * 3) % 14, CASE WHEN (c + k) % 23 > 0 THEN 1 + (c * 11 + k * 7) % 70 END, 1 + k % 5, time '08:00' + (k % 4) * interval '65 minutes', time '08:55' + (k % 4) * interval '65 minutes',
 CASE WHEN k % 6 > 0 THEN chr(65 + k % 3) || (100 + (c * 3 + k) % 40) END
FROM generate_series(1, 24) AS c, generate_series(1, 10) AS k;

INSERT INTO note (eleve_id, matiere_id, trimestre, valeur, bareme, appreciation, date_eval, saisie_par)
SELECT e, 1 + pg_temp.r(i, 100, 14), 1 + i % 3, CASE WHEN pg_temp.r(i, 101, 14) > 0 THEN LEAST(20, 3 + pg_temp.r(i, 102, 70) * 0.25) / CASE WHEN i % 11 = 0 THEN 2 ELSE 1 END END, CASE WHEN i % 11 = 0 THEN 10 ELSE 20 END,
 CASE WHEN pg_temp.r(i, 103, 10) > 5 THEN pg_temp.un(i, 104, ARRAY['Bon travail, continuez', 'Ensemble fragile, manque de travail personnel', pg_temp.enfant(e) || ' doit participer davantage', 'Excellent trimestre !', 'Bavarde',
 'Des efforts mais des lacunes en grammaire', 'Travail non rendu', 'Très bon esprit, élève moteur', 'Peut mieux faire', 'Résultats en baisse, attention', 'Absent au contrôle', 'TB']) END,
 date '2023-09-18' + 90 * (i % 3) + pg_temp.r(i, 105, 70), CASE WHEN i % 17 > 0 THEN 1 + pg_temp.r(i, 106, 70) END
FROM (SELECT i, 1 + pg_temp.r(i, 99, 240) AS e FROM generate_series(1, 400) AS i) AS x;

INSERT INTO absence (eleve_id, debut, fin, motif, signalee_par, justifiee, saisie_le)
SELECT e, t, CASE WHEN i % 15 > 0 THEN t + (1 + pg_temp.r(i, 110, 30)) * interval '1 hour' END,
 CASE WHEN pg_temp.r(i, 111, 10) < 2 THEN NULL ELSE pg_temp.un(i, 112, ARRAY['Grippe', 'RDV orthodontiste', 'Panne de réveil', 'Décès du grand-père', 'Maladie', 'raison familiale', 'Rendez-vous CMP', 'Convocation au tribunal (garde)',
 'Fête de l''Aïd', 'Gastro', 'Compétition de judo', 'Refuse de venir en cours', '?', 'Bus en retard', 'Entorse cheville', 'Enterrement']) END,
 CASE WHEN pg_temp.r(i, 113, 10) > 4 THEN CASE i % 3 WHEN 0 THEN 'Mme ' || pg_temp.nom(e) WHEN 1 THEN 'M. ' || pg_temp.nom(e) ELSE pg_temp.adulte(i, true) || ' ' || pg_temp.nom(e) || ' (mère)' END END,
 i % 4 > 0, t + interval '50 minutes'
FROM (SELECT i, 1 + pg_temp.r(i, 114, 240) AS e, timestamp '2023-09-11 08:00' + pg_temp.r(i, 115, 230) * interval '1 day' + pg_temp.r(i, 116, 8) * interval '1 hour' AS t FROM generate_series(1, 300) AS i) AS x;

INSERT INTO cantine (eleve_id, jours, regime_alim, allergies, num_badge, tarif)
SELECT id, CASE WHEN id % 5 = 0 THEN ARRAY['lundi', 'jeudi'] WHEN id % 7 = 0 THEN ARRAY['lundi', 'mardi', 'jeudi'] ELSE ARRAY['lundi', 'mardi', 'jeudi', 'vendredi'] END,
 CASE WHEN pg_temp.r(id, 120, 10) > 6 THEN pg_temp.un(id, 121, '{sans porc,sans porc,halal,sans viande,casher,végétarien,poisson le vendredi}') END,
 CASE WHEN pg_temp.r(id, 122, 10) > 7 THEN pg_temp.un(id, 123, '{arachide,gluten (cœliaque),lactose,"fruits à coque, kiwi",œuf,aucune connue,crustacés}') END,
 lpad((4400000000 + id * 7919)::text, 10, '0'), (ARRAY[1.00, 2.35, 3.10, 4.25, 5.60])[1 + pg_temp.r(id, 124, 5)]
FROM eleve WHERE regime <> 'externe';

INSERT INTO facture (responsable_id, numero, libelle, montant, emise_le, echeance, payee_le, mode)
SELECT 1 + pg_temp.r(i, 130, 340), 'F2024-' || lpad(i::text, 5, '0'), pg_temp.un(i, 131, '{Cantine janvier 2024,Cantine février 2024,Voyage à Londres,Casier,Internat T2,Cantine mars 2024}'), 12 + pg_temp.r(i, 132, 24000) / 100.0, d, d + 30,
 CASE WHEN pg_temp.r(i, 133, 5) > 0 THEN d + pg_temp.r(i, 134, 50) END, pg_temp.un(i, 135, '{prélèvement,chèque,carte,espèces}')
FROM (SELECT i, date '2024-01-31' + 29 * (i % 4) AS d FROM generate_series(1, 220) AS i) AS x;

INSERT INTO livre (isbn, titre, auteur, editeur, annee, cote, exemplaires)
SELECT CASE WHEN i % 12 > 0 THEN (SELECT b || (10 - sum(substr(b, q::int, 1)::int * CASE WHEN q % 2 = 0 THEN 3 ELSE 1 END) % 10) % 10 FROM generate_series(1, 12) AS q) END,
 t, CASE WHEN a <> '' THEN a END, pg_temp.un(i, 140, '{Gallimard,Hachette,Le Livre de Poche,Nathan,Flammarion,Bayard}'), 1985 + pg_temp.r(i, 141, 38), 'R ' || upper(left(COALESCE(NULLIF(a, ''), t), 3)), 1 + (i % 4)::smallint
FROM (SELECT i, split_part(l, '|', 1) AS t, split_part(l, '|', 2) AS a, '97820' || lpad(((i * 7368787) % 10000000)::text, 7, '0') AS b FROM unnest(ARRAY['Le Petit Prince|Antoine de Saint-Exupéry', 'Vendredi ou la Vie sauvage|Michel Tournier',
 'Les Fourberies de Scapin|Molière', 'Germinal|Émile Zola', 'Le Horla|Guy de Maupassant', 'Atlas du monde|', 'L''Odyssée|Homère', 'Candide|Voltaire', 'La Parure|Guy de Maupassant', 'Antigone|Jean Anouilh', 'Le Cid|Pierre Corneille',
 'Dictionnaire visuel|', 'Les Misérables|Victor Hugo', 'Poil de Carotte|Jules Renard', 'Le Grand Meaulnes|Alain-Fournier', 'Voyage au centre de la Terre|Jules Verne', 'La Ferme des animaux|George Orwell', 'Cahier de maths 4e|',
 'L''Enfant noir|Camara Laye', 'Journal|Anne Frank', 'Contes|Charles Perrault', 'Le Lion|Joseph Kessel', 'No et moi|Delphine de Vigan', 'Matilda|Roald Dahl', 'La Promesse de l''aube|Romain Gary', 'Orthographe 3e|',
 'Claude Gueux|Victor Hugo', 'Dracula|Bram Stoker', 'Croc-Blanc|Jack London', 'Tristan et Iseut|']) WITH ORDINALITY AS u(l, i)) AS x;

INSERT INTO emprunt (livre_id, eleve_id, sorti_le, rendu_le, nb_relances)
SELECT 1 + pg_temp.r(i, 150, 30), 1 + pg_temp.r(i, 151, 240), d, CASE WHEN i % 6 > 0 THEN d + 3 + pg_temp.r(i, 152, 30) END, CASE WHEN i % 6 = 0 THEN i % 4 ELSE 0 END
FROM (SELECT i, date '2023-09-20' + pg_temp.r(i, 153, 240) AS d FROM generate_series(1, 180) AS i) AS x;

INSERT INTO passage_infirmerie (eleve_id, arrivee, depart, symptomes, soins, temperature, famille_prevenue)
SELECT 1 + pg_temp.r(i, 160, 240), t, CASE WHEN i % 9 > 0 THEN t + (5 + pg_temp.r(i, 161, 60)) * interval '1 minute' END,
 CASE WHEN pg_temp.r(i, 162, 20) > 0 THEN pg_temp.un(i, 163, ARRAY['Maux de ventre', 'céphalées', 'Chute en EPS, douleur poignet gauche', 'Nausées', 'Règles douloureuses', 'Crise d''angoisse', 'Saignement de nez', 'crise d''asthme', 'Brûlure légère (SVT)',
 'Fatigue, dit ne pas dormir chez son père', 'Hypoglycémie', 'scarifications avant-bras']) END,
 CASE WHEN pg_temp.r(i, 164, 10) > 1 THEN pg_temp.un(i, 165, '{Repos 20 min,Paracétamol 500 mg,Glace + bandage,Ventoline,Écoute,Désinfection,Retour à domicile,15 conduite CHU,RAS}') END,
 CASE WHEN pg_temp.r(i, 166, 10) > 5 THEN 36.2 + pg_temp.r(i, 167, 34) / 10.0 END, i % 3 = 0
FROM (SELECT i, timestamp '2023-09-12 08:05' + i * 3 / 2 * interval '1 day' + pg_temp.r(i, 168, 510) * interval '1 minute' AS t FROM generate_series(1, 160) AS i) AS x;

INSERT INTO compte (identifiant, mot_de_passe, eleve_id, responsable_id, enseignant_id, jeton_reinit, derniere_ip, navigateur, derniere_connexion, actif)
SELECT pg_temp.plat(left(prenom, 1)) || left(pg_temp.plat(nom), 9) || CASE k WHEN 'e' THEN '' WHEN 'r' THEN '.p' ELSE '.prof' END || id,
 '$2a$12$' || left(translate(encode(sha256(convert_to('mdp' || k || id, 'UTF8')) || sha256(convert_to('m' || k || id, 'UTF8')), 'base64'), '+=' || chr(10), './'), 53),
 CASE WHEN k = 'e' THEN id END, CASE WHEN k = 'r' THEN id END, CASE WHEN k = 'p' THEN id END, CASE WHEN i % 12 = 0 THEN md5('jeton' || i)::uuid END,
 CASE WHEN i % 5 > 0 THEN (pg_temp.un(i, 170, '{78,82,86,88,90,92,109,176}') || '.' || (64 + pg_temp.r(i, 171, 120)) || '.' || pg_temp.r(i, 172, 256) || '.' || (1 + pg_temp.r(i, 173, 254)))::inet END,
 CASE WHEN i % 5 > 0 THEN pg_temp.un(i, 174, ARRAY['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:12' || i % 9 || '.0) Gecko/20100101 Firefox/12' || i % 9 || '.0',
 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_' || i % 6 || ' like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.' || i % 6 || ' Mobile/15E148 Safari/604.1',
 'Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/11' || i % 9 || '.0.0.0 Mobile Safari/537.36']) END,
 CASE WHEN i % 5 > 0 THEN timestamptz '2024-04-02 06:00Z' + i * interval '83 minutes' END, i % 43 > 0
FROM (SELECT *, row_number() OVER (ORDER BY k, id) AS i FROM (SELECT 'e' AS k, id, nom, prenom FROM eleve WHERE id % 2 = 0 UNION ALL SELECT 'r', id, nom, COALESCE(prenom, 'x') FROM responsable WHERE id % 3 = 0
 UNION ALL SELECT 'p', id, nom, prenom FROM enseignant) AS y) AS x;
