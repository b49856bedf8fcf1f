-- Testbestand
INSERT INTO plz_verz VALUES
('10115','Berlin','Berlin','030',52.53222,13.38447),('10999','Berlin','Berlin','030',52.49835,13.42049),('20095','Hamburg','Hamburg','040',53.55106,10.00180),
('22765','Hamburg','Hamburg','040',53.55170,9.92997),('80331','München','Bayern','089',48.13583,11.57239),('81667','München','Bayern','089',48.13030,11.60030),
('50667','Köln','Nordrhein-Westfalen','0221',50.93840,6.95440),('60311','Frankfurt am Main','Hessen','069',50.11140,8.68290),('70173','Stuttgart','Baden-Württemberg',
    '0711',48.77850,9.18000),
('40213','Düsseldorf','Nordrhein-Westfalen','0211',51.22540,6.77270),('04109','Leipzig','Sachsen','0341',51.33970,12.37130),('01067','Dresden','Sachsen','0351',51.05600,
    13.72890),
('28195','Bremen','Bremen','0421',53.07930,8.80170),('30159','Hannover','Niedersachsen','0511',52.37290,9.73760),('90402','Nürnberg','Bayern','0911',49.45120,11.07890),
('44135','Dortmund','Nordrhein-Westfalen','0231',51.51390,7.46530),('79098','Freiburg','Baden-Württemberg','0761',47.99590,7.84920),('55116','Mainz','Rheinland-Pfalz',
    '06131',50.00020,8.27110),
('99084','Erfurt','Thüringen','0361',50.97840,11.02910),('18055','Rostock','Mecklenburg-Vorpommern','0381',54.08870,12.14050),('24103','Kiel','Schleswig-Holstein','0431',
    54.32130,10.13490),
('93047','Regensburg','Bayern','0941',49.01610,12.09750),('48143','Münster','Nordrhein-Westfalen','0251',51.96130,7.62610),('66111','Saarbrücken','Saarland','0681',
    49.23440,6.99570),
('39104','Magdeburg','Sachsen-Anhalt','0391',52.12760,11.63310),('37073','Göttingen','Niedersachsen','0551',51.53280,9.93520),('72070','Tübingen','Baden-Württemberg',
    '07071',48.52040,9.05350),
('87435','Kempten','Bayern','0831',47.72670,10.31680),('14467','Potsdam','Brandenburg','0331',52.39890,13.06570),('42103','Wuppertal','Nordrhein-Westfalen','0202',
    51.25620,7.15080);

CREATE TEMP TABLE w AS SELECT
ARRAY['Jürgen','Thomas','Stefan','Uwe','Matthias','Florian','Lukas','Jonas','Heinz','Karl-Heinz','Günter','Felix','Tobias','Sebastian','Mehmet','Rüdiger','Björn','Dieter',
    
    'Moritz','Anton','Ralf','Ulrich','Emre','Wolfgang'] AS mn,
ARRAY['Sabine','Monika','Petra','Anna','Lea','Hannelore','Ursula','Katharina','Jasmin','Birgit','Gisela','Marie','Sophie','Claudia','Ingrid','Elif','Renate','Johanna',
    'Franziska','Anneliese','Kerstin','Silke','Agnieszka','Helga'] AS wn,
ARRAY['Müller','Schmidt','Schneider','Fischer','Weber','Meyer','Wagner','Becker','Schulz','Hoffmann','Schäfer','Koch','Bauer','Richter','Klein','Wolf','Schröder',
    'Neumann','Schwarz','Zimmermann','Braun','Krüger','Hofmann','Hartmann',
'Lange','Schmitt','Werner','Krause','Meier','Lehmann','Köhler','Yilmaz','Nowak','Huber','Kaiser','Fuchs','Peters','Lang','Scholz','Möller','Weiß','Jung','Hahn','Schubert',
    
    'von der Heide','Özdemir','Vogel','Friedrich','Keller','Günther'] AS fn,
ARRAY['Hauptstraße','Bahnhofstr.','Gartenstraße','Lindenallee','Am Markt','Kirchgasse','Schillerstr.','Goethestraße','Bergstraße','Mühlenweg','Dorfstraße','Rosenweg',
    'Waldstr.','Ringstraße','Feldstraße','Königsallee','Birkenweg','Friedhofstr.',
'Wilhelmstraße','Am Sportplatz','Beethovenstr.','Uferstraße','Sonnenhang','Kastanienallee','Poststr.','Eichendorffweg','An der Alten Ziegelei','Marienplatz','Jahnstraße',
    'Hinter den Höfen'] AS str,
ARRAY['gmx.de','web.de','t-online.de','gmail.com','freenet.de','posteo.de','outlook.de','arcor.de','icloud.com'] AS dom;
CREATE TEMP TABLE p AS SELECT row_number() OVER (ORDER BY ort, plz) AS h, * FROM plz_verz;
CREATE TEMP TABLE k AS SELECT i, i % 2 = 0 AS m, CASE WHEN i % 2 = 0 THEN mn[1 + (i * 7) % 24] ELSE wn[1 + (i * 11) % 24] END AS v,
  fn[1 + (i * 37 + i / 48) % 50] AS n, 1 + (i * 13) % 30 AS h, str[1 + (i * 17) % 30] AS s FROM generate_series(1, 420) i, w;
ALTER TABLE k ADD mail text;
UPDATE k SET mail = replace(replace(replace(replace(replace(lower(v || '.' || n), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), ' ', '');

INSERT INTO warengruppe VALUES (1,NULL,'Küche',10),(2,1,'Messer',11),(3,1,'Töpfe und Pfannen',12),(4,1,'Backformen',13),(5,1,'Schneidbretter',14),
(6,NULL,'Garten',20),(7,6,'Werkzeug',21),(8,6,'Bewässerung',22),(9,6,'Sämereien',23),(10,NULL,'Haushalt',30),(11,10,'Bürsten und Besen',31),(12,10,'Körbe',32),(13,10,
    'Kerzen',33);

INSERT INTO lieferant SELECT i, 'L' || 10000 + i * 7, a[1], str[1 + (i * 7) % 30], (i * 5 % 90 + 1)::text, p.plz, p.ort, 'DE',
  p.vorwahl || ' ' || 200000 + i * 7919, a[2], CASE WHEN i % 6 > 0 THEN (ARRAY['DE167298761','DE181955462','DE235770740','DE116269250','DE211815149','DE246673392',
    'DE151394162','DE284045611','DE156426438','DE161560783','DE174285584','DE315699958','DE305275837',
'DE280124319','DE113522357','DE153408882','DE209519709','DE164271101','DE154697939','DE169053532','DE347804294','DE301510088','DE350535132','DE136230616'])[i] END,
  CASE WHEN i % 5 > 0 THEN (ARRAY['DE79430609679770730923','DE39100100105387351429','DE04200505502116056221','DE13200505505155615952','DE44500105172149632990',
    'DE24370501984531518816','DE32100100109576246794',
'DE64200505508936690554','DE94120300007704601159','DE58600501019304848560','DE05200505507677704948','DE98100100102754765808','DE23200505501538353173',
    'DE59200505500009010755',
'DE16500105172055047145','DE86120300008244995578','DE47100500002719124257','DE73370400447088078679','DE36370400444375290821','DE18500105173894747266'])[i] END, (ARRAY[14,
    30,30,60])[1 + i % 4]
FROM (VALUES (1,ARRAY['Solinger Klingenschmiede Brack GmbH','verkauf@brack-klingen.example']),(2,ARRAY['Eisenguss Hartung KG','info@hartung-guss.example']),(3,
    ARRAY['Holzwaren Oberland eG','bestellung@holz-oberland.example']),
(4,ARRAY['Emaille Nordwerk AG','vertrieb@nordwerk.example']),(5,ARRAY['Bürstenmanufaktur Schmalfuß','kontakt@schmalfuss.example']),(6,ARRAY['Saatgut Bingen OHG',
    'office@saatgut-bingen.example']),(7,ARRAY['Korbflechterei Lichtenfels','korb@lichtenfels.example']),
(8,ARRAY['Wachszieher Altötting GmbH','info@wachszieher.example']),(9,ARRAY['Kupferhammer Olpe GmbH & Co. KG','kupfer@olpe.example']),(10,ARRAY['Gartentechnik Rheinau',
    'service@gt-rheinau.example']),(11,ARRAY['Keramik Westerwald','ton@kw-keramik.example']),
(12,ARRAY['Leinenweberei Lausitz','leinen@lausitz.example']),(13,ARRAY['Backblech Bielefeld GmbH','info@backblech.example']),(14,ARRAY['Glas Zwiesel Handels GmbH',
    'glas@zwiesel.example']),(15,ARRAY['Drahtwaren Iserlohn','auftrag@draht-iserlohn.example']),
(16,ARRAY['Seilerei Kuddel & Sohn','-'])) l(i, a), w, p WHERE p.h = 1 + (i * 11) % 30;

INSERT INTO ansprechpartner SELECT a, 1 + a % 16, CASE WHEN m THEN 'Herr' ELSE 'Frau' END, CASE WHEN a % 6 > 0 THEN v END, n,
  CASE WHEN a % 4 > 0 THEN (ARRAY['Vertrieb Innendienst','Geschäftsführerin','Key Account','Buchhaltung','Versandleiter','Exportsachbearbeitung','Reklamation',
    'Prokurist'])[1 + a % 8] END,
  p.vorwahl || '/' || 200000 + (1 + a % 16) * 7919 || '-' || 10 + a, CASE WHEN a % 5 > 0 THEN left(mail, 1) || '.' || split_part(mail, '.', 2) || '@' ||
    split_part(l.email, '@', 2) END,
  CASE WHEN a % 3 = 0 THEN (ARRAY['freitags nicht da','duzen wir seit der Messe','in Elternzeit bis Sommer','nur vormittags, spricht gern über Fußball',
    'gibt schwer Rabatt','Nachfolgerin von Herrn Brandt'])[1 + a / 3 % 6] END
FROM generate_series(1, 40) a JOIN k ON k.i = 370 + a JOIN lieferant l ON l.lief_id = 1 + a % 16 JOIN p ON p.h = 1 + ((1 + a % 16) * 11) % 30;
UPDATE ansprechpartner SET email = NULL WHERE email LIKE '%@' OR email LIKE '%@-';

INSERT INTO artikel SELECT i, 'A' || 100000 + i * 37, CASE WHEN i % 11 > 0 THEN (ARRAY['4012012983116','4009601089618','4006288803865','4007610532804','4002241110827',
    '4027228343869','4017791232509','4268334385361','4009798397275','7696108492798','7691566488758',
'4046665567713','4021094513333','4260928673328','9046345163292','4002763176547','9032191385186','7660591934707','4263299291238','4049593852005','4266785178617',
    '7607518105444',
'7663057368795','7603640128252','9044067901789','4047767007305','4002696071926','4262580299885','4040596817961','9094908857102','4005945472833','9008905270673',
    '4003559008547',
'4001275508365','4021607918228','7647196046547','7616782232497','4022891075291','9081490602777','9061555718711','4027212850502','4049792743500','4020206884675',
    '7648209266259',
'4269988527060','4020027645851','7629123139638','9039633918476','9030371321245','7682363406908','4015245641518','4001178805998','7660394899272','4047483097581',
    '4048843241286',
'4024687124190','4046980602601','4049985646052','7626930197585','4028038191732','4264559698040','4002745092377','4021613011876','4007199165332','4012950894512',
    '9088054513357',
'7658213881584','4261723453795','7606150997721','4262663985445','7655537595647','7684308528751','4045505724507','4044754348281','4005336748417','4268470934065',
    '7622051174207',
'9065953601057','9063605377312','7623804571861','9031656599397','4260116667337','4026857180609','4044319078219','4026666290490','4000928195181','4003858815198',
    '7669792649212',
'4014780042569','7694879360278','4264640945831','7686485428763','4263742414108','9066972253548','4264503961268','7619871362259','9030223019887','7644112417597',
    '4026929940650',
'4005071284522','7604978368648','4265984392039','9017638394266','4027225230919','4260200969873','7682161581401','4264778824787','4008605835191','7602225833307',
    '7663909240743',
'4012936799503','4006075092861','9082014628686','4001642692352','4042072964688','4013973548499','9006731908364','4004114404651','4260298142714','4012960517432'])[i] END,
    b || ' ' || c,
  CASE WHEN i % 4 > 0 THEN b || ', ' || (ARRAY['handgeschmiedet, rostet bei falscher Pflege.','spülmaschinenfest.','aus heimischem Buchenholz, geölt.',
    'nach altem Muster gefertigt, hält ein Leben lang.','Lieferung ohne Dekoration.'])[1 + i % 5] END,
  g, 1 + (i * 5) % 16, round(4.9 + (i * 7919 % 9000) / 100.0, 1), CASE WHEN i % 9 > 0 THEN round(2.1 + (i * 7919 % 9000) / 190.0, 2) END, 40 + (i * 97) % 4200, (i * 31) %
    240,
  CASE WHEN i % 7 > 0 THEN 'artikel/' || g || '/' || 100000 + i * 37 || '_1.jpg' END
FROM (SELECT i, (ARRAY['Kochmesser Nr. 8','Bratpfanne Hartung','Gugelhupfform','Brotbrett Anna','Rosenschere Felix','Gießkanne 5 l','Feuerbohne Preisgewinner',
    'Spülbürste','Weidenkorb','Bienenwachskerze','Schälmesser','Kasserolle Berta'])[1 + i % 12] AS b,
  (ARRAY['16 cm','20 cm','24 cm','groß','klein','schwarz','rot emailliert','Buche','Kirschholz','Set'])[1 + i / 12] AS c, (ARRAY[2,3,4,5,7,8,9,11,12,13,2,3])[1 + i % 12]
    AS g FROM generate_series(1, 119) i) a;

INSERT INTO mitarbeiter SELECT i, 'P' || 4000 + i * 3, v, n, upper(left(v, 1) || left(n, 2)), left(split_part(mail, '.', 1), 1) || left(split_part(mail, '.', 2), 8) || i,
  '$argon2id$v=19$m=65536,t=3,p=4$' || left(md5('s' || i), 22) || '$' || left(md5('h' || i) || md5('g' || i), 43),
  (ARRAY['Lagerist','Kommissioniererin','Sachbearbeitung Einkauf','Kundendienst','Fahrer','Buchhalterin','Lagerleiter','Auszubildender'])[1 + i % 8], date '2004-03-01' +
    i * 151 % 7100,
  CASE WHEN i % 9 > 0 THEN 2150 + i * 353 % 3100 + (i % 4) * 0.5 END, (ARRAY['37146097521','48665731095','64240975381','16807792457','61578482392','50726413905',
    '91058621370','36214507093','63056874297','96278451320','76425031388','42517086321','16938040723',
'20064973157','40362281591','25867064131','84127590130','86120934700','67312798457','89745603610','81234505790','64435102796','52398140779','82594621076','81836952074',
    '73162980595',
'37176804296','53290479815','70412863582','34955260170','64932527106','52637079845','41805269675','14739328509','94250386075','52470168921','30728154890','90563725182',
    '31690592785',
'61430528098'])[i], CASE WHEN i % 13 > 0 THEN (ARRAY['65110689N401','52171182N211','52280296R941','65111071B339','52040876G374','24020294W023','17261263M120',
    '15130793A436','13141281N080','53070394A394','17201174R818','50180989M757',
'24270164B976','65280786F661','13110167L290','15130970E117','13080982R951','24180583W825','50120983A071','42180876B882','13121283N478','15161291H726','24261291G808',
    '50040265F203',
'52250493G815','15151281R924','15050488F760','42050867N740','15210680L571','65160488S365','50191197H479','65270284L939','53180365M039','52150585W632','52140868B406',
    '50190464E111',
'13050969W384','65260580E375','52041189K046','42161271E141'])[i] END,
  CASE WHEN i % 10 < 7 THEN (ARRAY['rk','ev','--','ev','rk'])[1 + i % 5] END, CASE WHEN i % 8 > 0 THEN (ARRAY['ledig','verh.','verh.','gesch.','verw.','ledig'])[1 + i * 5
    % 6] END, (ARRAY['DE68370400448876286864','DE36430609676738417801','DE97701500008521731954','DE66370501981503105601','DE34600501011952410497','DE92500105177910735375',
    
    'DE88701500001669187583',
'DE53701500007476768624','DE73100500003430566506','DE73500105176770231251','DE14200505502254957810','DE32370400447378811212','DE30100500007942641396',
    'DE91370501982556082249',
'DE15200505508159914757','DE19370400443228265254','DE02600501018838887661','DE65200505504513037934','DE58370501981800211701','DE36200505508587076868',
    'DE51200505501913542073',
'DE63100100104136259644','DE87430609675630575421','DE02430609671227813881','DE96600501011616614490','DE17370400440079406767','DE33500105175361714274',
    'DE89430609674591776680',
'DE84370400446684877902','DE60120300008792169069','DE63600501015911108597','DE26430609674603621514','DE51120300009212848337','DE09701500007393631589',
    'DE47701500007658504343',
'DE24120300002459421606','DE74500105174725437380','DE37430609677949053637','DE72701500003708333414','DE83100100105533172968'])[i]
FROM (SELECT i - 330 AS i, v, n, mail FROM k WHERE i BETWEEN 331 AND 370) k ORDER BY i;

INSERT INTO lager VALUES (1,'Hauptlager Süd','Industriestraße','14a','87435','Kempten','0831 5400120',47.73110,10.33025,7),(2,'Hochregal Mitte','Am Güterbahnhof','3',
    '37073','Göttingen','0551 700310',51.53901,9.92511,15),
(3,'Umschlag Nord','Hafenrandstr.','220','20095','Hamburg','040 3340991',53.54120,9.99870,23),(4,'Außenlager Sachsen','Werk II','-','04109','Leipzig',NULL,51.34790,
    12.36010,NULL),(5,'Ladengeschäft','Sendlinger Straße','31','80331','München','089 2260047',48.13550,11.56990,31);

INSERT INTO kunde SELECT i, 'K' || 200000 + i * 13, CASE WHEN i % 37 = 0 THEN 'Divers' WHEN m THEN 'Herr' ELSE 'Frau' END, CASE WHEN i % 14 = 0 THEN 'Dr.' WHEN i % 91 = 0
    THEN 'Prof. Dr.' END,
  CASE WHEN i % 60 = 0 THEN NULL WHEN i % 77 = 0 THEN '-' WHEN i % 45 = 0 THEN left(v, 1) || '.' ELSE v END,
  CASE WHEN i % 51 = 0 THEN lower(n) WHEN i % 64 = 0 THEN upper(n) WHEN i % 83 = 0 THEN n || '  geb. Lorenz' ELSE n END,
  CASE WHEN i % 89 = 0 THEN 'unbekannt@' || dom[1] WHEN i % 3 = 0 THEN split_part(mail, '.', 2) || i || '@' || dom[1 + i % 9] ELSE mail || CASE WHEN i % 4 = 0 THEN ''
    ELSE (40 + i % 60)::text END || '@' || dom[1 + (i * 5) % 9] END,
  CASE WHEN i % 7 > 0 THEN '$2y$10$' || left(md5('k' || i) || md5('l' || i), 53) END,
  CASE WHEN i % 70 = 0 THEN 'n/a' WHEN i % 10 < 5 THEN CASE i % 3 WHEN 0 THEN p.vorwahl || '/' || 20000 + i * 7919 % 900000 WHEN 1 THEN '(' || p.vorwahl || ') ' || 200000
    + i * 7919 % 700000
    ELSE '+49 ' || ltrim(p.vorwahl, '0') || ' ' || 200000 + i * 7919 % 700000 END END,
  CASE WHEN i % 10 > 2 THEN CASE i % 4 WHEN 0 THEN '0' || px || ' ' || 1000000 + i * 79193 % 8999999 WHEN 1 THEN '+49 ' || px || ' ' || 1000000 + i * 79193 % 8999999
    WHEN 2 THEN '0' || px || '/' || 1000000 + i * 79193 % 8999999 ELSE '0049' || px || 1000000 + i * 79193 % 8999999 END END,
  CASE WHEN i % 10 = 5 THEN p.vorwahl || '/' || 30000 + i * 77 || '-99' END,
  CASE WHEN i % 10 < 6 THEN date '1938-05-09' + i * 7919 % 24500 END, CASE WHEN i % 12 > 0 THEN CASE WHEN i % 25 = 0 THEN 'en' WHEN i % 40 = 1 THEN 'tr' ELSE 'de' END END,
    
    
  CASE WHEN i % 4 > 0 THEN i % 3 = 0 END, CASE WHEN i % 10 < 4 THEN 100 + i * 31 % 420 END, (ARRAY['A','A','B','C'])[1 + i % 4],
  CASE WHEN i % 10 IN (1, 6) THEN (ARRAY['ruft immer erst an','schwerhörig, bitte laut sprechen','nur gegen Vorkasse liefern','Stammkundin seit dem Katalog',
    'Sohn bestellt für die Mutter','schwierig, hat schon zweimal mit Anwalt gedroht',
    'sitzt im Rollstuhl, Paket bis in die Wohnung','Nachbar nimmt an'])[1 + i / 5 % 8] END, i % 43 = 0, timestamp '2016-01-04 09:12' + i * interval '9 days 5 hours'
FROM (SELECT k.*, (ARRAY['1511','1522','160','170','171','172','175','1765','179'])[1 + i % 9] AS px FROM k WHERE i <= 330) k JOIN p ON p.h = k.h, w ORDER BY i;

INSERT INTO anschrift SELECT i, CASE WHEN i <= 330 THEN i ELSE (i - 330) * 4 END, CASE WHEN i <= 330 THEN 'R' ELSE 'L' END,
  CASE WHEN i % 10 = 2 THEN (ARRAY['Hinterhaus','c/o Familie ' || n,'2. OG links','bei ' || n,'Gartenhaus','EG'])[1 + i % 6] END,
  CASE WHEN i % 67 = 0 THEN '' WHEN i % 59 = 0 THEN lower(s) ELSE s END, CASE WHEN i % 33 = 0 THEN NULL ELSE 1 + i * 7 % 140 || CASE WHEN i % 9 = 0 THEN (ARRAY['a','b',
    'c'])[1 + i % 3] ELSE '' END END,
  CASE WHEN i % 48 = 0 THEN (ARRAY['1010','5020'])[1 + i / 48 % 2] ELSE p.plz END, CASE WHEN i % 48 = 0 THEN (ARRAY['Wien','Salzburg'])[1 + i / 48 % 2] ELSE p.ort END,
  CASE WHEN i % 48 > 0 AND i % 3 = 0 THEN p.bundesland END, CASE WHEN i % 48 = 0 THEN 'AT' ELSE 'DE' END
FROM k JOIN p ON p.h = 1 + (k.h + k.i / 331 * 5) % 30 WHERE i <= 400 ORDER BY i;

INSERT INTO bankverbindung SELECT b, k.i, CASE WHEN b % 12 = 0 THEN NULL WHEN b % 19 = 0 THEN 'Eheleute ' || n WHEN b % 2 = 0 THEN v || ' ' || n ELSE n || ', ' || v END,
  CASE WHEN b % 13 = 0 THEN trim(regexp_replace(x, '(.{4})', '\1 ', 'g')) ELSE x END,
  CASE WHEN b % 10 < 6 THEN CASE substr(x, 5, 8) WHEN '37040044' THEN 'COBADEFFXXX' WHEN '50010517' THEN 'INGDDEFFXXX' WHEN '10010010' THEN 'PBNKDEFFXXX' WHEN '70150000'
    THEN 'SSKMDEMMXXX' WHEN '20050550' THEN 'HASPDEHHXXX'
    WHEN '12030000' THEN 'BYLADEM1001' WHEN '43060967' THEN 'GENODEM1GLS' WHEN '60050101' THEN 'SOLADEST600' WHEN '37050198' THEN 'COLSDE33XXX' WHEN '10050000' THEN
    'BELADEBEXXX' END END,
  CASE WHEN b % 5 > 0 THEN 'M' || 200000 + k.i * 13 || '-' || 1 + b % 3 END, CASE WHEN b % 5 > 0 THEN date '2018-01-08' + b * 11 END
FROM (SELECT b, (ARRAY['DE10100100108040574036','DE85370501984504516216','DE69370400446139921114','DE67120300006609333129','DE43100100103013474140',
    'DE28370400441607240474','DE96430609672673434520',
'DE48701500000591547112','DE29500105172819676862','DE55370400441044747755','DE90100100102032944817','DE94200505508438634493','DE05430609672349872191',
    'DE03370501981019057820',
'DE96100100100954202180','DE98120300004725299049','DE90100500001403264551','DE38200505507979061529','DE38701500007552884891','DE10370501985198895946',
    'DE26370501986864481688',
'DE53100500005709312982','DE72500105173946080246','DE30370501989792815295','DE46370501982684607186','DE58430609674506954521','DE29370400449023651518',
    'DE46701500006460497713',
'DE08100100106820051105','DE30370400441177127306','DE71200505508867216797','DE47100500007446018841','DE61600501011868349229','DE03370501982927301572',
    'DE19701500002868303892',
'DE19430609672931079449','DE40100500003956740496','DE75370501981856669857','DE74430609676484620303','DE32200505502728864663','DE33100500003269361665',
    'DE10600501010609950717',
'DE77500105179882727118','DE96430609675899451499','DE22370400449093677593','DE64120300009797932509','DE66100500008855673909','DE85430609670543232365',
    'DE42600501010703835471',
'DE75370400441740624910','DE68120300006822172451','DE87370501983137163343','DE65100500000142930130','DE98430609672667029768','DE40600501019413053354',
    'DE71370501987719598831',
'DE59120300009341331580','DE30500105175035808781','DE35701500004837160522','DE71430609674674203045','DE50370501983670931438','DE98100500006210524946',
    'DE37370501980574577115',
'DE12600501017483493774','DE88600501019377664659','DE84100100109896789439','DE02370501980680821942','DE39200505506305693171','DE60200505500492962361',
    'DE94600501015532496960',
'DE71500105171560165347','DE25200505505114353391','DE45100500006502579805','DE62120300008967681318','DE30370400440629241236','DE82370501988514777861',
    'DE14370501982350242748',
'DE92701500008084794574','DE77100500005571013054','DE42370400443623086656','DE65100100101847244781','DE75120300007737555214','DE77701500005836771538',
    'DE20100500001689158664',
'DE46430609677799565708','DE07500105177197020605','DE14200505509341620282','DE71370400443775657628','DE34120300003915340404','DE26370400441267604904',
    'DE34370501989328128284',
'DE50701500006626534384','DE84701500006805383827','DE22200505502549235587','DE21430609678166397848','DE52370501984748856318','DE02701500009076146767',
    'DE24120300007591277804',
'DE11120300006046310247','DE29100500009044624755','DE14100500002367989216','DE52100500003776346470','DE80100100104627084770','DE57200505506877478068',
    'DE60120300009822257659',
'DE31100100102915716398','DE14120300009886816546','DE36500105171079888713','DE84701500007516900070','DE33100500001886843460','DE61120300000599350395',
    'DE83430609674846998726',
'DE04200505505860194529','DE35600501017983248321','DE76500105174398412417','DE61120300008836395037','DE84370501984013086589','DE67100500009642679608',
    'DE37430609674089501819',
'DE07200505502854271660','DE64701500006355372960','DE60430609677093781234','DE88120300000315062018','DE35701500002989138832','DE37370501982043357323',
    'DE65701500009371272207',
'DE68200505502767366710','DE26500105176959225733','DE38120300003513044763','DE63370501988888622702','DE88430609670210527161','DE18200505506703079172',
    'DE96200505504380947917',
'DE32120300001524463100','DE41120300002471310978','DE30120300007939351720','DE77100100100143981310','DE66370501983093229511','DE86430609670831707825',
    'DE48200505504593645143',
'DE48200505505315724201','DE97120300008780164265','DE39600501019700915034','DE97100100100605296945','DE05100100107602451316','DE71430609676118667099',
    'DE98120300005175857065',
'DE57100500008553180541','DE75500105170074360015','DE95100500002198184020','DE80370400449538288174','DE90430609670862017634','DE43701500002829762256',
    'DE92600501017450103188',
'DE03430609672802431741','DE57370501987246797706','DE56430609674188857122','DE38100100107097125730','DE38100500002506634764','DE32701500000535826138',
    'DE91600501015046055594',
'DE44370501988131262564','DE19370400449193142902','DE48120300005951513421','DE28100100102274525403','DE48500105176732786985','DE56200505504606632814',
    'DE23430609678755279865',
'DE97100100100612603179','DE19500105179233539463'])[b] AS x FROM generate_series(1, 170) b) b JOIN k ON k.i = 1 + (b * 19) % 330 ORDER BY b;

INSERT INTO bestellung SELECT i, 'B' || 2021 + i / 100 || '-' || 10000 + i, a.kd_id, a.anschr_id, (ARRAY['neu','bezahlt','versandt','versandt','versandt','teilretoure',
    'storniert']::bestell_status[])[1 + i % 7],
  timestamp '2021-01-05 11:03' + i * interval '3 days 7 hours', (ARRAY['lastschrift','rechnung','kreditkarte','vorkasse'])[1 + i % 4], round(9.9 + i * 7919 % 30000 /
    100.0, 2),
  CASE WHEN i % 6 > 0 THEN ((ARRAY['84.137.','91.12.','217.86.','93.192.','79.206.','178.2.'])[1 + i % 6] || i * 7 % 250 || '.' || 1 + i * 31 % 250)::inet END,
  CASE WHEN i % 4 > 0 THEN (ARRAY['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile Safari/604.1',
    'Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 Chrome/125.0.0.0 Mobile Safari/537.36'])[1 + i % 3] END,
  CASE WHEN i % 10 IN (2, 5) THEN (ARRAY['Bitte beim Nachbarn Huber abgeben','Ist ein Geschenk, bitte ohne Rechnung','Klingel kaputt, bitte klopfen',
    'Wir sind bis Montag im Urlaub','Bitte vor dem Geburtstag meiner Frau liefern','Danke!'])[1 + i / 2 % 6] END,
  CASE WHEN i % 7 > 1 AND i % 5 > 0 THEN '0034' || 3400000000000000 + i * 7919::bigint * 12345 END
FROM generate_series(1, 360) i JOIN anschrift a ON a.anschr_id = 1 + (i * 71) % 400 ORDER BY i;

INSERT INTO bestellpos SELECT 1 + (i - 1) % 360, 1 + (i - 1) / 360, 1 + i * 29 % 119, 1 + i % 4, a.vk_preis,
  CASE WHEN i % 12 = 0 THEN (ARRAY['Für Oma Gerda','Lea & Jonas 12.06.2021','Zum 60. lieber Uwe','Familie Krause','Der beste Papa','In Liebe, Sabine'])[1 + i / 12 % 6]
    END
FROM generate_series(1, 400) i JOIN artikel a ON a.art_id = 1 + i * 29 % 119;

INSERT INTO rechnung SELECT i, 'RE' || 700000 + i * 3, i, (bestelldat + interval '1 day')::date,
  CASE WHEN i % 41 = 0 THEN upper(k.v || ' ' || k.n) WHEN i % 16 = 0 THEN 'Praxis ' || k.n ELSE k.v || ' ' || k.n END,
  CASE WHEN i % 29 = 0 THEN '' ELSE coalesce(nullif(a.strasse, '') || ' ' || coalesce(a.hausnr, '') || E'\n', '') || a.plz || ' ' || a.ort END, b.summe_brutto, CASE WHEN
    i % 5 > 0 THEN (bestelldat + interval '15 days')::date END, CASE WHEN i % 5 = 0 THEN i % 4 ELSE 0 END
FROM bestellung b JOIN (SELECT i AS kid, v, n FROM k) k ON k.kid = b.kd_id JOIN anschrift a ON a.anschr_id = b.liefer_anschr_id, LATERAL (SELECT b.best_id AS i) x WHERE
    b.best_id <= 300;

INSERT INTO retoure SELECT i, 7 * i - 2, (ARRAY['01','02','03','09'])[1 + i % 4],
  CASE WHEN i % 10 < 4 THEN (ARRAY['Die Klinge ist schartig.','Zu schwer für meine kranke Hand.','Meine Mutter ist verstorben, wir brauchen es nicht mehr.',
    'Gefällt meiner Frau nicht','Griff wackelt','falsche Farbe'])[1 + i % 6] END,
  round(5 + i * 773 % 9000 / 100.0, 2), CASE WHEN i % 6 > 0 THEN 1 + i * 7 % 40 END, date '2021-02-01' + i * 23 FROM generate_series(1, 50) i;

INSERT INTO bewertung SELECT b, CASE WHEN b % 8 > 0 THEN k.i END, 1 + b * 23 % 119, CASE WHEN b % 9 = 0 THEN 'anonym' WHEN b % 2 = 0 THEN v || ' ' || left(n, 1) || '.'
    WHEN b % 3 = 0 THEN lower(v) || 19 || 50 + b % 45 ELSE v END,
  (ARRAY[5,4,5,3,5,1,4])[1 + b % 7], CASE WHEN b % 3 > 0 THEN (ARRAY['Sehr scharf','Bin enttäuscht','Gern wieder','Gute Qualität','Geht so','Schönes Geschenk'])[1 + b %
    6] END,
  CASE WHEN b % 10 < 8 THEN (ARRAY['Liegt gut in der Hand, ich koche jeden Tag damit.','Nach drei Wochen war der Griff locker.',
    'Habe ich meinem Mann zum Ruhestand geschenkt, er ist begeistert.','Die Lieferung kam schnell, alles bestens.','Für den Preis hätte ich mehr erwartet.'])[1 + b * 3 %
    5]
    || (ARRAY[' Wir haben es schon zum zweiten Mal bestellt.',' Leider nichts für Linkshänder wie mich.','',' Gruß aus dem Allgäu!'])[1 + b % 4] END, b % 6 > 0, timestamp
    '2021-06-01 20:15' + b * interval '4 days 3 hours'
FROM generate_series(1, 160) b JOIN k ON k.i = 1 + (b * 43) % 330 ORDER BY b;

INSERT INTO system_log SELECT i, timestamp '2024-05-01 02:00' + i * interval '37 minutes', (ARRAY['INFO','INFO','WARN','FEHL','DEBUG'])[1 + i * 3 % 5], (ARRAY['Import',
    'Preisabgleich','Versand','Datensicherung','Suchindex'])[1 + i % 5], ('192.168.17.' || 10 + i % 4)::inet,
  (ARRAY['Artikelliste eingelesen','Preisdatei von Lieferant L10049 fehlt','Etikettendrucker antwortet nicht','Sicherung nach band0' || i % 7 || ' beendet',
    'Index neu aufgebaut'])[1 + i % 5] FROM generate_series(1, 150) i;
DROP TABLE k, p, w;
