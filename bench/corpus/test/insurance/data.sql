SET client_encoding = 'UTF8';

CREATE FUNCTION pg_temp.h(i int, k int) RETURNS int LANGUAGE sql IMMUTABLE
RETURN ('x' || substr(md5(i || '.' || k), 1, 7))::bit(28)::int;

CREATE FUNCTION pg_temp.p(l text[], i int, k int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN l[1 + pg_temp.h(i, k) % cardinality(l)];

CREATE FUNCTION pg_temp.z(i int, k int, n int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN lpad((pg_temp.h(i, k) % (10 ^ n)::int)::text, n, '0');

CREATE FUNCTION pg_temp.frau(i int) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN pg_temp.h(i, 1) % 100 < 47;

CREATE FUNCTION pg_temp.vorname(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN pg_temp.frau(i) THEN pg_temp.p(ARRAY['Sabine','Petra','Monika','Andrea','Julia','Lea','Katharina','Heike',
  'Anneliese','Birgit','Silke','Nicole','Stefanie','Ursula','Renate','Hannah','Leonie','Marie','Claudia','Gisela',
  'Anja','Franziska','Ayşe','Elif','Svetlana','Magdalena','Karin','Johanna','Ute','Kerstin','Meike','Wiebke'], i, 2)
ELSE pg_temp.p(ARRAY['Thomas','Michael','Andreas','Jürgen','Klaus','Stefan','Uwe','Jonas','Lukas','Tobias',
  'Matthias','Günther','Dieter','Hans-Peter','Wolfgang','Sebastian','Florian','Maximilian','Jan','Niklas','Björn','Torsten',
  'Ralf','Holger','Mehmet','Emre','Karl-Heinz','Dominik','Bernd','Olaf','Friedrich','Sören'], i, 3) END;

CREATE FUNCTION pg_temp.nachname(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN pg_temp.p(ARRAY['Müller','Schmidt','Schneider','Fischer','Weber','Meyer','Wagner','Becker','Schulz','Hoffmann','Schäfer',
  'Koch','Bauer','Richter','Klein','Wolf','Schröder','Neumann','Schwarz','Zimmermann','Braun','Krüger','Hofmann','Hartmann',
  'Lange','Schmitt','Werner','Krause','Meier','Lehmann','Köhler','Herrmann','Walter','König','Kaiser','Fuchs','Peters','Scholz',
  'Möller','Weiß','Jung','Hahn','Vogel','Friedrich','Yılmaz','Öztürk','Kowalski','von Bergen','Groß','Brandt','Sommer','Thiel',
  'Pfeiffer','Dietrich','Ziegler','Kuhn','Jansen','Petersen','Engelhardt'], i, 4);

CREATE FUNCTION pg_temp.ascii(t text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN translate(replace(replace(replace(replace(lower(t), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), 'şı ', 'si');

CREATE FUNCTION pg_temp.strasse(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN pg_temp.p(ARRAY['Hauptstraße','Bahnhofstr.','Gartenstraße','Schillerstraße','Goethestraße','Am Mühlbach','Lindenallee',
  'Kirchgasse','Bergstr.','Ringstraße','Waldweg','Dorfstraße','Rosenweg','Kastanienallee','Breslauer Straße','Uhlandstraße',
  'Mozartstraße','Friedrich-Ebert-Straße','Am Sportplatz','Industriestraße','Eichendorffweg','Alte Landstraße','Königsallee',
  'Feldstraße','Amselweg','Hermann-Löns-Weg','Bismarckstraße','Karlstr.','Römerstraße','Zum Weinberg','Wiesengrund'], i, 5);

-- PLZ|Ort|Vorwahl|Kennzeichen|Breite|Länge
CREATE FUNCTION pg_temp.stadt(i int, n int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN split_part(pg_temp.p(ARRAY['10437|Berlin|030|B|52.5437|13.4142','20255|Hamburg|040|HH|53.5780|9.9470',
  '80796|München|089|M|48.1645|11.5690','50825|Köln|0221|K|50.9505|6.9120','60316|Frankfurt am Main|069|F|50.1260|8.6980',
  '70197|Stuttgart|0711|S|48.7710|9.1480','40221|Düsseldorf|0211|D|51.2040|6.7610','44137|Dortmund|0231|DO|51.5110|7.4540',
  '45130|Essen|0201|E|51.4400|6.9990','04109|Leipzig|0341|L|51.3400|12.3680','28203|Bremen|0421|HB|53.0720|8.8300',
  '01099|Dresden|0351|DD|51.0660|13.7520','30161|Hannover|0511|H|52.3840|9.7490','90409|Nürnberg|0911|N|49.4640|11.0860',
  '47051|Duisburg|0203|DU|51.4330|6.7640','33602|Bielefeld|0521|BI|52.0230|8.5330','53111|Bonn|0228|BN|50.7370|7.0950',
  '48143|Münster|0251|MS|51.9600|7.6240','76133|Karlsruhe|0721|KA|49.0110|8.3920','68161|Mannheim|0621|MA|49.4870|8.4700',
  '86150|Augsburg|0821|A|48.3660|10.8930','24103|Kiel|0431|KI|54.3200|10.1310','79098|Freiburg im Breisgau|0761|FR|47.9960|7.8490',
  '99084|Erfurt|0361|EF|50.9780|11.0300','55116|Mainz|06131|MZ|49.9990|8.2710','18055|Rostock|0381|HRO|54.0880|12.1410',
  '34117|Kassel|0561|KS|51.3150|9.4950','97070|Würzburg|0931|WÜ|49.7940|9.9300','89073|Ulm|0731|UL|48.4000|9.9920',
  '26122|Oldenburg|0441|OL|53.1410|8.2120'], i, 6), '|', n);

CREATE FUNCTION pg_temp.handy(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE pg_temp.h(i, 7) % 6
  WHEN 0 THEN '0171 ' || (2000000 + pg_temp.h(i, 8) % 7900000)
  WHEN 1 THEN '0151/' || (10000000 + pg_temp.h(i, 8) % 80000000)
  WHEN 2 THEN '+49 160 ' || (90000000 + pg_temp.h(i, 8) % 9900000)
  WHEN 3 THEN '0176-' || (20000000 + pg_temp.h(i, 8) % 70000000)
  WHEN 4 THEN '0049172' || (2000000 + pg_temp.h(i, 8) % 7900000)
  ELSE '0157 3' || pg_temp.z(i, 8, 7) END;

CREATE FUNCTION pg_temp.festnetz(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE pg_temp.h(i, 9) % 4
  WHEN 0 THEN '(' || pg_temp.stadt(i, 3) || ') '
  WHEN 1 THEN '+49 ' || substr(pg_temp.stadt(i, 3), 2) || ' '
  ELSE pg_temp.stadt(i, 3) || '/' END || (200000 + pg_temp.h(i, 10) % 7700000);

CREATE FUNCTION pg_temp.kennz(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN pg_temp.stadt(i, 4) || CASE WHEN pg_temp.h(i, 11) % 9 = 0 THEN ' ' ELSE '-' END
  || pg_temp.p(ARRAY['AB','KL','MR','XY','JS','T','PE','GH','CD','WA','N','LS','EK','RB','U','FZ'], i, 12)
  || ' ' || (1 + pg_temp.h(i, 13) % 9998);

CREATE FUNCTION pg_temp.iban(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (ARRAY[
  'DE66200505500001304755','DE98200505500006060671','DE54430609670006571984','DE52760100855743535673','DE81100500000447256090','DE97500105170007678812',
  'DE87430609670009070789','DE23600501018279337545','DE78100500002797126928','DE06370501984884137032','DE56600501015187532276','DE53760100850414577979',
  'DE78100500000006870712','DE35120300000408802608','DE38600501010005875438','DE59600501015859920120','DE79100500000399661136','DE98760100850008748181',
  'DE11760100850150356070','DE19760100850007271711','DE58760100852006432861','DE47500105173086385410','DE20200505500252987506','DE97430609670077922082',
  'DE64120300000004114885','DE84500105170006819335','DE35100500000009923494','DE48760100850002826261','DE74600501011840401743','DE90500105170001409343',
  'DE03430609678630335883','DE88430609670080092619','DE71760100850006694983','DE39600501018815447430','DE29500105170006329699','DE68701500000765586480',
  'DE38760100859057423167','DE53600501010001027593','DE08430609670343351380','DE71100500000104636362','DE22120300000002715252','DE75500105172503110229',
  'DE94600501015793868601','DE83200505500496157127','DE86600501016703088351','DE74760100851276215409','DE48100500000006964081','DE80701500000004934089',
  'DE27120300007699595322','DE67370501980007200489','DE62701500000006661498','DE28430609670387523947','DE09600501010004182340','DE23120300000046538282',
  'DE98370501984415566303','DE23600501010003751893','DE32120300000349660307','DE34500105170719055927','DE72430609670005452474','DE84370400440008833890',
  'DE08100500000821804765','DE27370501985421304612','DE78760100858404887539','DE82500105170002584254','DE32100500000217145521','DE66760100850190907482',
  'DE06760100850423665494','DE47370501985897691040','DE92200505504478223469','DE69760100856769914774','DE35500105171843750248','DE96701500000195336071',
  'DE41200505500008646650','DE08370400440698772978','DE43500105177393905125','DE88701500000002489933','DE50370501980002337700','DE51430609677265678782',
  'DE90430609670709862367','DE15600501010335904772','DE08370400440003751973','DE23370400443364785213','DE92600501015839212451','DE95100500000724240211',
  'DE77370501984345944737','DE50760100850003026918','DE02600501010009651132','DE17370400440881824135','DE33370501980005467420','DE55120300000007597153',
  'DE67600501014559361824','DE15430609670009024070','DE47100500003722779086','DE92760100855671155202','DE61600501010009080971','DE23120300000003915512',
  'DE20120300000396173575','DE75200505508038752141','DE40100500000004222035','DE52200505500399862681','DE38370400440159982252','DE10370501986720070025',
  'DE22500105170534385312','DE86500105170001866673','DE27430609670009206214','DE04100500000842676618','DE61760100854789396078','DE05370501980002011038',
  'DE98200505500001843499','DE76120300000581929507','DE17100500002055292590','DE52200505500076816306','DE32701500000900506077','DE25600501011851264879',
  'DE96430609673526173257','DE88500105172814304522','DE34760100850327990883','DE52701500000001082044','DE86500105170469037491','DE16500105172071798851',
  'DE78370501980002404514','DE05500105176701090778','DE15100500005922197335','DE24760100850003386674','DE73370400440003260856','DE83100500000750024967',
  'DE50500105170272391300','DE73701500000007427503','DE84370400443340933658','DE36370400449791524441','DE65701500000006721778','DE45370501980005443245',
  'DE75370501984869704130','DE33370400440003544040','DE73120300000145047575','DE85100500000001157480','DE41600501014137845494','DE45370501981529487166',
  'DE97430609670009609444','DE33370501981452608092','DE75200505500193204252','DE49370400448437412161','DE73430609670874254296','DE14760100850808703552',
  'DE40430609671728411573','DE16100500000856066476','DE64370501980002004350','DE54430609678924490472','DE75430609678645736732','DE11430609670703572854',
  'DE90430609670351384608','DE07701500000001957018','DE87120300000459001015','DE64200505500623887166','DE03100500007379479670','DE84500105170001329523',
  'DE34370501989071642242','DE52120300000007930596','DE97370501980517645571','DE39600501012862582844','DE96600501014529242026','DE50370400440004711323',
  'DE73200505500210501037','DE71120300007493510367','DE79100500000001533657','DE82370501980002709119','DE31120300000008353215','DE69100500000001076191',
  'DE82370501980654589277','DE43370400444229704850','DE37200505500001357657','DE55120300000004011063','DE24200505500003327282','DE83100500000004008443',
  'DE43760100850558747998','DE45200505501454687464','DE72701500007768969918','DE04500105170004042501','DE85600501010952381386','DE96120300000004680304',
  'DE15370400440128071703','DE47600501010003339599','DE38701500000009034356','DE51120300000001937275','DE89370501980400787584','DE03430609670984075173',
  'DE43120300008556617679','DE08500105178930601095','DE40100500000182810190','DE12100500000007967903','DE16500105170759784223','DE27600501018741334602',
  'DE24701500000107943859','DE77120300009649905037','DE35760100850009247119','DE07500105170751924378','DE73370501980997581148','DE74370501980795877681',
  'DE46760100850004626520','DE04430609670043228893','DE41200505506809127403','DE95500105176175424721','DE45100500002067712548','DE56370501980079143938',
  'DE97200505508883886652','DE13200505500007390422','DE83701500000005622638','DE33500105170493973944','DE24370501981651452046','DE17760100850215910017',
  'DE72600501014995119296','DE08200505500005700772','DE24370501980039904037','DE88370501980009758874','DE42370501987678091986','DE72370400447538634094',
  'DE82100500000008954297','DE70370501983262360094','DE75120300000142013379','DE28100500000786265060','DE31430609670094334797','DE32120300000001461832',
  'DE03701500000002787410','DE92430609673470403082','DE17600501010007715809','DE19100500000126396435','DE30200505500624998525','DE25100500000580591746',
  'DE51370400440005142858','DE06370501980005622427','DE85370400444974842380','DE22760100854114046502','DE34500105170591551852','DE53500105170004221457',
  'DE78120300000429816108','DE84500105174886788940','DE47701500000008128117','DE02760100850006147205','DE89701500009915876917','DE48430609670105636155',
  'DE69370400449572699219','DE37100500008675584619','DE75200505504488684934','DE49760100850009094092','DE09370400440500573151','DE80120300000686976167',
  'DE97200505500462248973','DE78370400440005010161','DE30430609670737699634','DE32500105170007857686','DE51430609670463521869','DE26200505500519168493',
  'DE06120300000182577305','DE53760100854495745988','DE40200505500007676474','DE35370501985551168553','DE25701500000827858635','DE05701500000006431664',
  'DE61500105170001735203','DE15500105170003262520','DE74370400440003724401','DE24500105170004147289','DE96370501980003213170','DE04120300000007293879',
  'DE45430609679561686253','DE40100500000009242852','DE68200505500581930035','DE91600501010467569846','DE88760100853493629434','DE06120300000309482308',
  'DE37120300009323435961','DE58760100850005453908','DE39100500000007306459','DE89200505507327924540','DE11370400443220904747','DE18100500000002134118',
  'DE68120300000105036717','DE89500105170579865078','DE18701500008029223151','DE47500105174169695184','DE58370400440511763256','DE06500105170676747068',
  'DE81500105170007998812','DE51500105170632777613','DE45370501980609442651','DE81760100856130005267','DE72370501980006048427','DE97760100850008086950',
  'DE54370501980381175590','DE33370501980618180142','DE41370501986857248807','DE49370400440895137100','DE79500105170009456661','DE60430609670319568275',
  'DE20430609670382927164','DE74500105170587059353','DE23701500000008001285','DE64430609670432886707','DE02120300000124116641','DE21200505500152717424',
  'DE17100500000820223406','DE85370501980006072443','DE58100500007995825604','DE54500105177081529425','DE11370501989744448430','DE43500105170005121021',
  'DE31120300000007645697','DE64600501014961926137','DE48701500000455130580','DE71600501010005309722','DE66100500000419740176','DE26200505500009338336',
  'DE47370400440136788032','DE18500105170925546323','DE22760100850008747124','DE15100500000007821767','DE34760100856448026530','DE11370400440003497294',
  'DE22701500000420661128','DE43100500000349622685','DE21500105175629539929','DE11500105170004007649','DE95430609676164150840','DE71760100853650006156',
  'DE45701500000007423157','DE49430609670313207601','DE79760100851496545581','DE38100500003120406629','DE74701500000006958102','DE90430609670020570279'
])[i];

INSERT INTO geschaeftsstelle (gst_id, kuerzel, bezeichnung, strasse, plz, ort, telefon, email, oeffnungszeiten)
SELECT i, upper(left(pg_temp.ascii(pg_temp.stadt(i * 3, 2)), 2)) || i % 10, 'Geschäftsstelle ' || pg_temp.stadt(i * 3, 2),
  pg_temp.strasse(i + 900) || ' ' || 1 + i * 7, pg_temp.stadt(i * 3, 1), pg_temp.stadt(i * 3, 2), pg_temp.stadt(i * 3, 3) || ' 9988-' || i,
  'gst' || i || '@hanseatika-vers.de',
  CASE WHEN i % 4 > 0 THEN '{"mo-do": "08:30-17:00", "fr": "08:30-14:00"}'::jsonb END
FROM generate_series(1, 9) i;

INSERT INTO benutzer
SELECT i, left(upper(pg_temp.ascii(pg_temp.nachname(i + 500))), 3) || left(upper(pg_temp.ascii(pg_temp.vorname(i + 500))), 1) || lpad(i::text, 3, '0'),
  70100 + i * 13, pg_temp.nachname(i + 500) || ', ' || pg_temp.vorname(i + 500),
  CASE WHEN i % 19 > 0 THEN pg_temp.ascii(pg_temp.vorname(i + 500)) || '.' || pg_temp.ascii(pg_temp.nachname(i + 500)) || '@hanseatika-vers.de' END,
  CASE WHEN i % 7 > 0 THEN '040 5578-' || 200 + i * 3 END,
  pg_temp.p(ARRAY['Sachbearbeitung Schaden','Gruppenleiterin Kfz','Vertragsservice','Leiter Innendienst','Auszubildende','Regress',
  'Fachreferent Sach','Teamleitung Schaden'], i, 20),
  '$2y$12$' || left(replace(encode(sha256(('pw' || i)::bytea), 'base64'), '+', '.'), 43) || substr(md5('s' || i), 1, 10),
  CASE WHEN i % 3 = 0 THEN translate(upper(md5('totp' || i)), '0189', 'GHJK') END,
  1 + i % 9, i % 17 = 0, timestamptz '2015-02-02 08:00:00+01' + i * interval '37 days 71 minutes'
FROM generate_series(1, 60) i;

INSERT INTO vermittler
SELECT i, lpad((4100 + i * 37)::text, 6, '0'), pg_temp.vorname(i + 700),
  CASE WHEN i % 41 = 0 THEN lower(pg_temp.nachname(i + 700)) ELSE pg_temp.nachname(i + 700) END,
  CASE WHEN i % 10 > 1 THEN 'D-' || pg_temp.p(ARRAY['F','H','W','4','A'], i, 21) || pg_temp.z(i, 22, 3) || '-' || translate(upper(left(md5('ihk' || i), 5)), 'ABCDEF', '123456')
    || '-' || pg_temp.z(i, 23, 2) END,
  CASE WHEN i % 29 = 0 THEN '-' WHEN i % 3 = 0 THEN pg_temp.festnetz(i + 700) ELSE pg_temp.handy(i + 700) END,
  CASE WHEN pg_temp.h(i, 24) % 10 < 4 THEN pg_temp.festnetz(i + 5700) END,
  pg_temp.ascii(pg_temp.nachname(i + 700)) || pg_temp.p(ARRAY['@makler-verbund.de','@t-online.de','@vb-hanseatika.de','@gmx.de'], i, 25),
  pg_temp.iban(330 - i), CASE WHEN pg_temp.h(i, 18) % 10 < 3 THEN '/bilder/vermittler/' || lpad((4100 + i * 37)::text, 6, '0') || '.jpg' END, 1 + pg_temp.h(i, 26) % 9,
    date '1998-04-01' + pg_temp.h(i, 27) % 8500, i % 11 > 0
FROM generate_series(1, 60) i;

INSERT INTO tarif VALUES
(1,'KFZ-BASIS-22','Kfz Basis','KFZ',318.40,500,'2022-01-01','2023-12-31','AKB_2022_01.pdf',encode(sha256('akb22'),'hex')),
(2,'KFZ-KOMF-22','Kfz Komfort','KFZ',402.10,300,'2022-01-01','2023-12-31','AKB_2022_01.pdf',encode(sha256('akb22'),'hex')),
(3,'KFZ-BASIS-24','Kfz Basis','KFZ',344.90,500,'2024-01-01',NULL,'AKB_2024_03.pdf',encode(sha256('akb24'),'hex')),
(4,'KFZ-KOMF-24','Kfz Komfort','KFZ',438.70,300,'2024-01-01',NULL,'AKB_2024_03.pdf',encode(sha256('akb24'),'hex')),
(5,'KFZ-PREM-24','Kfz Premium mit Schutzbrief','KFZ',611.00,150,'2024-01-01',NULL,'AKB_2024_03.pdf',encode(sha256('akb24'),'hex')),
(6,'PHV-SINGLE','Privathaftpflicht Single','HAFTPFLICHT',49.90,0,'2021-07-01',NULL,'AVB_PHV_2021.pdf',encode(sha256('phv21'),'hex')),
(7,'PHV-FAM','Privathaftpflicht Familie','HAFTPFLICHT',78.20,0,'2021-07-01',NULL,'AVB_PHV_2021.pdf',encode(sha256('phv21'),'hex')),
(8,'THV-HUND','Hundehalterhaftpflicht','HAFTPFLICHT',66.00,150,'2021-07-01',NULL,'AVB_THV_2021.pdf',NULL),
(9,'HR-KOMPAKT','Hausrat Kompakt','HAUSRAT',58.30,0,'2020-01-01',NULL,'VHB_2020.pdf',encode(sha256('vhb20'),'hex')),
(10,'HR-KOMFORT','Hausrat Komfort mit Fahrrad','HAUSRAT',112.75,0,'2020-01-01',NULL,'VHB_2020.pdf',encode(sha256('vhb20'),'hex')),
(11,'WG-STANDARD','Wohngebäude Standard','WOHNGEBAEUDE',286.00,500,'2019-10-01',NULL,'VGB_2019.pdf',encode(sha256('vgb19'),'hex')),
(12,'WG-ELEMENTAR','Wohngebäude mit Elementar','WOHNGEBAEUDE',421.60,1000,'2019-10-01',NULL,'VGB_2019.pdf',encode(sha256('vgb19'),'hex')),
(13,'RS-PRIVAT','Rechtsschutz Privat/Beruf/Verkehr','RECHTSSCHUTZ',189.00,250,'2022-04-01',NULL,'ARB_2022.pdf',NULL),
(14,'MOPED-23','Versicherungskennzeichen Moped','KFZ',44.00,150,'2023-03-01','2024-02-29','AKB_2022_01.pdf',encode(sha256('akb22'),'hex'));

INSERT INTO versicherungsnehmer (vn_id, vn_nummer, anrede, titel, vorname, nachname, geburtsname, gebdat, geburtsort, familienstand,
  staatsang, beruf, strasse, haus_nr, plz, ort, land, tel_privat, handy, email, fs_nummer, steuer_id, schufa_score, einw_werbung, bemerkung,
  vermittler_id, status, angelegt_am, geaendert_am)
SELECT i, 'K' || lpad((310477 + i * 1117)::text, 8, '0'),
  CASE WHEN i % 67 = 0 THEN NULL WHEN pg_temp.frau(i) THEN 'Frau' ELSE 'Herr' END,
  CASE pg_temp.h(i, 30) % 24 WHEN 0 THEN 'Dr.' WHEN 1 THEN 'Dr. med.' WHEN 2 THEN 'Prof. Dr.' WHEN 3 THEN 'Dipl.-Ing.' END,
  CASE WHEN i % 59 = 0 THEN lower(pg_temp.vorname(i)) WHEN i % 47 = 0 THEN pg_temp.vorname(i) || '  ' || pg_temp.vorname(i + 3) ELSE pg_temp.vorname(i) END,
  CASE WHEN i % 73 = 0 THEN upper(pg_temp.nachname(i)) ELSE pg_temp.nachname(i) END,
  CASE WHEN pg_temp.frau(i) AND pg_temp.h(i, 31) % 10 < 6 THEN pg_temp.nachname(i + 1000) END,
  CASE WHEN i % 83 > 0 THEN date '1938-03-11' + pg_temp.h(i, 32) % 24800 END,
  CASE WHEN i % 9 > 2 THEN pg_temp.stadt(i + 2000, 2) WHEN i % 9 = 1 THEN pg_temp.p(ARRAY['Izmir','Kattowitz','Linz','Zagreb','Omsk'], i, 33) END,
  CASE WHEN i % 8 > 0 THEN pg_temp.p(ARRAY['ledig','verheiratet','verheiratet','verheiratet','geschieden','verwitwet','getrennt'], i, 34) END,
  pg_temp.p(ARRAY['DEU','DEU','DEU','DEU','DEU','DEU','DEU','TUR','AUT','POL','ITA','HRV'], i, 35),
  CASE WHEN i % 43 = 0 THEN 'n/a' WHEN i % 5 > 0 THEN pg_temp.p(ARRAY['Bankkauffrau','Elektriker','Lehrerin','Rentner','Rentnerin','Softwareentwickler',
  'Krankenpflegerin','Kfz-Mechatroniker','Beamter','selbständig','Studentin','Verkäuferin','Ingenieur','Hausmeister','Landwirt','Steuerberaterin',
  'Lkw-Fahrer','Ärztin','Friseurin','Außendienst'], i, 36) END,
  pg_temp.strasse(i), (1 + pg_temp.h(i, 37) % 140)::text || CASE WHEN pg_temp.h(i, 38) % 8 = 0 THEN 'a' WHEN pg_temp.h(i, 38) % 8 = 1 THEN ' b' ELSE '' END,
  pg_temp.stadt(i, 1), pg_temp.stadt(i, 2), 'DE',
  CASE WHEN i % 61 = 0 THEN '-' WHEN pg_temp.h(i, 39) % 10 < 6 THEN pg_temp.festnetz(i) END,
  CASE WHEN i % 79 = 0 THEN '' WHEN pg_temp.h(i, 40) % 10 < 8 THEN pg_temp.handy(i) END,
  CASE WHEN i % 53 = 0 THEN 'keine' WHEN pg_temp.h(i, 41) % 10 < 8 THEN
    CASE i % 3 WHEN 0 THEN pg_temp.ascii(pg_temp.vorname(i)) || '.' || pg_temp.ascii(pg_temp.nachname(i))
      WHEN 1 THEN left(pg_temp.ascii(pg_temp.vorname(i)), 1) || pg_temp.ascii(pg_temp.nachname(i)) || (60 + pg_temp.h(i, 42) % 39)
      ELSE pg_temp.ascii(pg_temp.nachname(i)) || '_' || left(pg_temp.ascii(pg_temp.vorname(i)), 3) END
    || pg_temp.p(ARRAY['@web.de','@gmx.de','@t-online.de','@gmail.com','@posteo.de','@freenet.de','@outlook.de'], i, 43) END,
  CASE WHEN pg_temp.h(i, 28) % 10 < 4 THEN pg_temp.p(ARRAY['B07','J41','N00','D22','F03','S18'], i, 29) || pg_temp.z(i, 19, 1)
    || translate(upper(left(md5('fs' || i), 6)), 'ABCDEF', 'RTXKMZ') || i % 10 END,
  CASE WHEN i % 11 > 1 THEN (ARRAY[
  '23917458638','86820134977','98540373163','18648537203','47716820953','65387094298','38206014971','52593078612','89182507635','79427608350',
  '82694375610','71529680038','61230348973','52839049164','36570241698','17065534986','48516203962','80915523740','65697801328','60283941518',
  '19537124081','72109935484','74069213809','29832506413','93518640750','47826935814','31788294608','70361572849','46729008311','35798160477',
  '85914632475','75891367205','16801397450','84153302963','14753226098','77168403953','32945102670','69024371157','62392417082','36248095723',
  '15380654272','23081975563','73941685295','95820134708','50916481236','96755802419','51235780646','62159748023','19846573003','20129685430',
  '40895767132','46798312957','74098121632','36771204856','50164369825','34402876592','63417972085','54873960297','32689035716','49573610885',
  '70183592048','76943170520','43687056294','89721538403','10793647286','46108395629','20376359847','71593082423','34189075869','54690673287',
  '87364591721','43491720584','97526108546','94516098728','24843169571','45913720651','60378147592','33085946724','31070564920','69873530216',
  '28917606543','50199276831','28976515400','11356429809','46001935287','25328971641','34782360196','13085299461','10935676421','34096787514',
  '73519280672','54731406292','26430851989','65084369721','30925218741','45863907425','90823654164','67434019252','94123075086','94682125732',
  '64872981500','53206574193','11650239471','17649135822','69684720538','50798642307','32051479964','95628170530','27285694109','69457188237',
  '14336029783','69450152782','54265091873','87409562394','43859210723','71334892054','40619083259','43612509726','86019213746','21825674038',
  '29068547379','12395468174','83824791500','48287561098','28295760319','59243740863','75206691832','10543978929','38597542169','37540196816',
  '56213748037','42308764592','38145612903','36989027410','47528159361','24590187460','96335481721','43798456208','85249705163','50872329611',
  '20588394712','29840573860','64856130928','71046853827','92176437052','62590738449','58217740390','29187065321','82910583647','69450983716',
  '92975468102','97021834645','30995162782','91740536389','57668129040','42685063917','54617932404','61035947250','12780486938','34417690858',
  '24036821590','30347912588','87921645344','28796314045','10589675425','97386241023','29358469708','47358982060','53970412628','74322961802',
  '17548052935','23954718620','31924786537','74569370285','97630180527','72391462502','43767915026','30489526191','74630125393','46970128134',
  '64124835971','45671809921','89001245763','65079814370','56132406870','16588420398','85211306795','71415906281','87601835241','15304970280',
  '24318669574','25099374862','60841574297','51048723607','35044916282','53610493277','45035628798','93108142767','23074567916','12268754931',
  '96708340154','97124359683','93724815461','28160709348','63560142892','67618520391','75398612434','82554071937','25167039864','19675830283',
  '68745332904','60429593813','64237490856','80357591464','26451730920','23165708976','82397506432','59817326746','15602832497','59411783267',
  '95031474828','18195340676','27464503898','54323807190','81345779265','94027881562','47301689284','71129603843','43685072411','28293541603',
  '44150638794','43650791296','26927831047','68923075542','34192879605','29736580048','61083257480','48739092514','95423471680','87512608433'
  ])[i] END,
  CASE WHEN pg_temp.h(i, 44) % 10 < 5 THEN 310 + pg_temp.h(i, 45) % 680 END,
  CASE WHEN i % 10 > 1 THEN pg_temp.h(i, 46) % 3 > 0 END,
  CASE WHEN pg_temp.h(i, 47) % 10 < 3 THEN pg_temp.p(ARRAY['bittet um Rückruf nur nach 17 Uhr','Sohn wohnt im Haushalt, eigener Vertrag geplant',
  'zieht im Herbst um','hat mit Kündigung gedroht, Beitrag nachverhandelt','schwerhörig, bitte schriftlich','VIP, Empfehlung durch Vermittler',
  'Adresse zweimal zurückgekommen','spricht wenig Deutsch, Tochter dolmetscht','Ratenzahlung vereinbart'], i, 48) END,
  CASE WHEN i % 6 > 0 THEN 1 + pg_temp.h(i, 49) % 60 END,
  CASE WHEN i % 31 = 0 THEN 'R' ELSE 'A' END,
  timestamptz '2016-01-04 09:12:00+01' + i * interval '11 days 5 hours 23 minutes',
  CASE WHEN i % 10 < 4 THEN timestamptz '2023-05-02 10:00:00+02' + i * interval '1 day 77 minutes' END
FROM generate_series(1, 240) i;

INSERT INTO bankverbindung
SELECT 40 + i, i, CASE WHEN i % 13 = 0 THEN pg_temp.nachname(i) || ' ' || pg_temp.vorname(i + 1300) ELSE pg_temp.vorname(i) || ' ' || pg_temp.nachname(i) END,
  CASE WHEN i % 7 = 0 THEN regexp_replace(pg_temp.iban(i), '(.{4})(?=.)', '\1 ', 'g') ELSE pg_temp.iban(i) END,
  CASE substr(pg_temp.iban(i), 5, 8) WHEN '10050000' THEN 'BELADEBEXXX' WHEN '20050550' THEN 'HASPDEHHXXX' WHEN '37040044' THEN 'COBADEFFXXX'
    WHEN '50010517' THEN 'INGDDEFFXXX' WHEN '70150000' THEN 'SSKMDEMMXXX' WHEN '12030000' THEN 'BYLADEM1001' WHEN '43060967' THEN 'GENODEM1GLS'
    WHEN '37050198' THEN 'COLSDE33XXX' WHEN '76010085' THEN 'PBNKDEFFXXX' ELSE 'SOLADEST600' END,
  CASE WHEN i % 9 > 0 THEN 'HVM' || lpad((i * 7919 % 100000)::text, 6, '0') || '-' || 1 + i % 2 END,
  CASE WHEN i % 9 > 0 THEN date '2016-01-10' + i * 11 END, i % 23 > 0
FROM generate_series(1, 230) i WHERE i % 12 > 0;

INSERT INTO vertrag
SELECT i, CASE WHEN i % 5 < 3 THEN 'KF' ELSE 'SH' END || '-' || lpad((i * 104729 % 9999991)::text, 8, '0') || '-' || i % 10,
  1 + (i * 7919) % 240,
  CASE WHEN i % 5 < 3 THEN (ARRAY[1, 2, 3, 4, 5, 14])[1 + pg_temp.h(i, 50) % 6] ELSE 6 + pg_temp.h(i, 51) % 8 END,
  date '2017-01-01' + pg_temp.h(i, 52) % 2800, CASE WHEN i % 10 < 3 THEN date '2025-01-01' + (i % 24) * 31 END,
  (ARRAY[1, 2, 4, 12, 12])[1 + i % 5], 45 + pg_temp.h(i, 53) % 110000 / 100.0,
  pg_temp.p(ARRAY['AKTIV','AKTIV','AKTIV','AKTIV','STORNIERT','ANTRAG'], i, 54),
  CASE WHEN i % 10 = 7 THEN pg_temp.p(ARRAY['01','04','07','12'], i, 55) END
FROM generate_series(1, 360) i;

INSERT INTO fahrzeug
SELECT row_number() OVER (ORDER BY v), v, CASE WHEN v % 71 = 0 THEN '-' ELSE pg_temp.kennz(v + 3000) END,
  CASE WHEN v % 12 > 0 THEN split_part(m, '|', 1) || upper(substr(md5('fin' || v), 1, 8)) || pg_temp.z(v, 61, 6) END,
  split_part(m, '|', 2), upper(substr(md5('t' || v), 5, 3)), split_part(m, '|', 3), split_part(m, '|', 4),
  date '2004-05-01' + pg_temp.h(v, 62) % 7000, (ARRAY[55, 66, 70, 81, 85, 96, 110, 125, 150])[1 + pg_temp.h(v, 63) % 9],
  CASE WHEN v % 8 > 0 THEN 3000 * (2 + pg_temp.h(v, 64) % 8) END, pg_temp.p(ARRAY['Straße','Garage','Carport','Tiefgarage',NULL], v, 65)
FROM (SELECT v, pg_temp.p(ARRAY['WVW|0603|VW|Golf','WVW|0603|VW|Passat Variant','WBA|0005|BMW|320d','WDD|1313|Mercedes-Benz|C 180','W0L|0035|Opel|Astra',
  'WF0|8566|Ford|Focus','TMB|8004|Škoda|Octavia','WAU|0588|Audi|A4 Avant','VF1|3333|Renault|Clio','ZFA|4136|Fiat|500','VSS|7593|Seat|Ibiza',
  'KMH|8252|Hyundai|i20','SB1|5048|Toyota|Yaris'], v, 60) AS m FROM generate_series(1, 360) v WHERE v % 5 < 3) s;

INSERT INTO werkstatt
SELECT i, pg_temp.p(ARRAY['Autohaus ','Karosseriebau ','Kfz-Meisterbetrieb ','Lack & Karosserie ','Glasservice '], i, 70)
  || pg_temp.p(ARRAY['Nordring','Schmitz','am Hafen','Bergmann','Rheintal','Süd','Hartung & Söhne','Eifelblick'], i, 71)
  || CASE i % 3 WHEN 0 THEN ' GmbH' WHEN 1 THEN ' e. K.' ELSE ' GmbH & Co. KG' END,
  pg_temp.strasse(i + 4000) || ' ' || 2 + i * 9, pg_temp.stadt(i + 4000, 1), pg_temp.stadt(i + 4000, 2), pg_temp.festnetz(i + 4000),
  pg_temp.p(ARRAY['info','werkstatt','service','annahme'], i, 72) || '@kfz-' || pg_temp.ascii(pg_temp.stadt(i + 4000, 2)) || '-' || i || '.de',
  (ARRAY[
  'DE192093054','DE147083176','DE280647302','DE171704926','DE161634877','DE120815787','DE308723356','DE110703863','DE148791288','DE118728532',
  'DE273707496','DE325749144','DE236215161','DE141140490','DE318002418','DE170436309','DE252896700','DE273526660','DE317935522','DE112808048',
  'DE274282475','DE170161474','DE118575134','DE130001204'
  ])[i], CASE WHEN i % 4 > 0 THEN pg_temp.iban(240 + i) END, pg_temp.stadt(i + 4000, 5)::numeric + pg_temp.h(i, 74) % 900 / 10000.0, pg_temp.stadt(i + 4000,
    6)::numeric + pg_temp.h(i, 75) % 900 / 10000.0, i % 3 > 0
FROM generate_series(1, 24) i;

INSERT INTO gutachter
SELECT i, CASE WHEN i % 9 = 0 THEN 'Dipl.-Ing. ' ELSE '' END || pg_temp.vorname(i + 6000) || ' ' || pg_temp.nachname(i + 6000),
  CASE WHEN i % 4 > 0 THEN pg_temp.p(ARRAY['Sachverständigenbüro ','Ing.-Büro ','SV-Zentrum '], i, 80) || pg_temp.stadt(i + 6000, 2) END,
  pg_temp.p(ARRAY['Kfz-Schäden','Kfz-Schäden','Gebäudeschäden','Leitungswasser','Brandursachen','Zweiräder'], i, 81),
  CASE WHEN i % 3 > 0 THEN 'SV-' || pg_temp.z(i, 82, 4) || '/' || 8 + i % 15 END, pg_temp.handy(i + 6000),
  pg_temp.ascii(pg_temp.nachname(i + 6000)) || '@' || pg_temp.p(ARRAY['sv-gutachten.de','t-online.de','kfz-expertise.net'], i, 83),
  CASE WHEN i % 3 = 0 THEN decode('89504e470d0a1a0a' || md5('u' || i) || md5('v' || i), 'hex') END,
  CASE WHEN i % 5 > 0 THEN 2 + pg_temp.h(i, 84) % 4 END, i % 8 > 0
FROM generate_series(1, 45) i;

INSERT INTO schaden
SELECT i, 'S' || 2019 + i % 6 || '-' || lpad((i * 6007 % 999983)::text, 6, '0'), v.vertrag_id, f.fahrzeug_id,
  d, d + pg_temp.h(i, 90) % 6 + time '07:40' + pg_temp.h(i, 91) % 600 * interval '1 minute',
  CASE WHEN i % 37 = 0 THEN 'unbekannt' WHEN i % 9 > 0 THEN pg_temp.stadt(i + 7000, 2) || pg_temp.p(ARRAY[', ',' / ',', Ecke '], i, 92) || pg_temp.strasse(i + 7000) END,
  CASE WHEN i % 14 > 0 THEN CASE WHEN f.fahrzeug_id IS NOT NULL THEN pg_temp.p(ARRAY['Beim Ausparken habe ich den hinter mir stehenden Pkw übersehen',
  'Der Vordermann bremste plötzlich, ich fuhr auf','Reh lief von rechts auf die Fahrbahn','Steinschlag auf der A7, Scheibe gerissen',
  'Mein Fahrzeug stand geparkt und wurde nachts beschädigt','Beim Spurwechsel seitlich berührt','Auf dem Supermarktparkplatz gegen Poller gefahren'], i, 93)
  ELSE pg_temp.p(ARRAY['Waschmaschinenschlauch geplatzt, Küche stand unter Wasser','Mein Sohn hat den Ball in das Fenster des Nachbarn geschossen',
  'Fahrrad aus dem verschlossenen Keller gestohlen','Sturm hat Ziegel vom Dach gerissen','Beim Besuch habe ich den Fernseher meiner Schwester umgestoßen',
  'Einbruch während unseres Urlaubs, Schmuck fehlt'], i, 94) END || pg_temp.p(ARRAY['.','. Fotos liegen bei.','. Polizei war vor Ort.','. Niemand verletzt.',''], i, 95) END,
  (ARRAY[10, 20, 30, 40, 50, 60])[1 + pg_temp.h(i, 96) % 6],
  CASE WHEN i % 10 < 3 THEN 'ST/' || pg_temp.z(i, 97, 7) || '/' || 2019 + i % 6 END,
  150 + pg_temp.h(i, 98) % 900000 / 100.0, CASE WHEN i % 10 < 4 THEN 1 + pg_temp.h(i, 99) % 45 END,
  CASE WHEN f.fahrzeug_id IS NOT NULL AND i % 3 > 0 THEN 1 + pg_temp.h(i, 100) % 24 END, 1 + pg_temp.h(i, 101) % 60,
  pg_temp.p(ARRAY['OFFEN','REGULIERT','REGULIERT','ABGELEHNT','PRUEFUNG'], i, 102)
FROM generate_series(1, 180) i
JOIN vertrag v ON v.vertrag_id = 1 + (i * 101) % 360
LEFT JOIN fahrzeug f ON f.vertrag_id = v.vertrag_id
CROSS JOIN LATERAL (SELECT date '2020-01-01' + pg_temp.h(i, 103) % 1700 AS d) x;

INSERT INTO schadenbeteiligter
SELECT i, 1 + (i * 53) % 180, pg_temp.p(ARRAY['GESCHAEDIGTER','GESCHAEDIGTER','ZEUGE','FAHRER'], i, 110)::beteiligten_rolle,
  CASE WHEN i % 51 = 0 THEN lower(pg_temp.nachname(i + 8000)) WHEN i % 4 = 0 THEN pg_temp.nachname(i + 8000) || ', ' || pg_temp.vorname(i + 8000)
    ELSE pg_temp.vorname(i + 8000) || ' ' || pg_temp.nachname(i + 8000) END,
  CASE WHEN pg_temp.h(i, 114) % 10 < 3 THEN date '1944-08-20' + pg_temp.h(i, 115) % 22000 END,
  CASE WHEN i % 5 > 0 THEN pg_temp.strasse(i + 8000) || ' ' || 1 + i % 88 || ', ' || pg_temp.stadt(i + 8000, 1) || ' ' || pg_temp.stadt(i + 8000, 2) END,
  CASE WHEN i % 63 = 0 THEN 'n/a' WHEN i % 3 > 0 THEN pg_temp.handy(i + 8000) END,
  CASE WHEN pg_temp.h(i, 111) % 2 = 0 THEN pg_temp.kennz(i + 8000) END,
  CASE WHEN i % 10 < 3 THEN pg_temp.p(ARRAY['HWS-Distorsion','Prellung linkes Knie','Schnittwunde Hand, ambulant versorgt','keine','Schlüsselbeinfraktur',
  'Schock, 3 Tage AU','Rippenprellung'], i, 112) END,
  CASE WHEN i % 10 > 6 THEN pg_temp.p(ARRAY['Der rote Wagen kam viel zu schnell um die Kurve.','Ich habe nur den Knall gehört.',
  'Die Ampel war für mich grün, das kann meine Frau bestätigen.','Er hat sich entschuldigt und ist dann weggefahren.',
  'Ich stand am Straßenrand und habe alles gesehen.'], i, 113) END
FROM generate_series(1, 150) i;

INSERT INTO zahlung
SELECT i, v.vertrag_id, s.schaden_id, CASE WHEN s.schaden_id IS NULL THEN 'BEITRAG' ELSE 'LEISTUNG' END,
  CASE WHEN s.schaden_id IS NULL THEN round(v.jahresbeitrag / v.zahlweise, 2) ELSE -round(s.reserve * 0.8, 2) END, 'EUR',
  date '2023-01-01' + (i % 30) * 30, CASE WHEN i % 12 > 0 THEN timestamptz '2023-01-03 04:00:00+01' + (i % 30) * interval '30 days' + i * interval '9 seconds' END,
  CASE WHEN s.schaden_id IS NULL THEN 'Beitrag ' || v.police_nr || ' ' || lpad((1 + i % 12)::text, 2, '0') || '/2024' ELSE 'Entschädigung ' || s.schaden_nr END
FROM generate_series(1, 390) i JOIN vertrag v ON v.vertrag_id = 1 + (i * 7) % 360
LEFT JOIN LATERAL (SELECT * FROM schaden x WHERE x.vertrag_id = v.vertrag_id AND i % 4 = 0 ORDER BY x.schaden_id LIMIT 1) s ON true;

INSERT INTO briefvorlage (vorlage_id, code, betreff, text, version, datei) VALUES
(1,'BEGRUESSUNG','Willkommen bei der Hanseatika','Guten Tag {anrede} {nachname}, vielen Dank für Ihr Vertrauen.',3,'begruessung_v3.docx'),
(2,'POLICE','Ihr Versicherungsschein {police_nr}','Anbei erhalten Sie Ihren Versicherungsschein nebst Bedingungen.',5,'police_v5.docx'),
(3,'MAHNUNG1','Zahlungserinnerung zu {police_nr}','Sicher haben Sie übersehen, den fälligen Beitrag von {betrag} zu überweisen.',2,'mahnung1.docx'),
(4,'MAHNUNG2','Letzte Mahnung nach § 38 VVG','Wir setzen Ihnen eine Frist von zwei Wochen.',2,'mahnung2.docx'),
(5,'SCHADEN_EING','Ihre Schadenmeldung {schaden_nr}','Wir haben Ihre Meldung erhalten und prüfen den Vorgang.',4,'schaden_eingang.docx'),
(6,'SCHADEN_ABL','Ablehnung zu {schaden_nr}','Nach Prüfung der Unterlagen besteht kein Versicherungsschutz.',1,NULL),
(7,'KUENDIGUNG','Bestätigung Ihrer Kündigung','Wir bestätigen die Beendigung des Vertrages zum {ablauf}.',2,'kuendigung.docx'),
(8,'EVB','Ihre eVB-Nummer','Mit dieser Nummer können Sie Ihr Fahrzeug zulassen.',1,'evb.docx');

INSERT INTO korrespondenz
SELECT i, v.vn_id, CASE WHEN i % 2 = 0 THEN 1 + pg_temp.h(i, 120) % 8 END, CASE WHEN i % 2 = 0 THEN 'A' ELSE 'E' END,
  CASE WHEN v.email LIKE '%@%' AND i % 3 > 0 THEN 'EMAIL' WHEN i % 5 = 0 THEN 'TELEFON' ELSE 'BRIEF' END,
  CASE WHEN i % 57 = 0 THEN NULL WHEN v.email LIKE '%@%' AND i % 3 > 0 THEN v.email WHEN i % 5 = 0 THEN coalesce(v.handy, v.tel_privat)
    ELSE v.strasse || ' ' || v.haus_nr || ', ' || v.plz || ' ' || v.ort END,
  CASE WHEN i % 2 = 1 THEN pg_temp.p(ARRAY['Sehr geehrte Damen und Herren, bitte buchen Sie ab März von meinem neuen Konto ab.',
  'Hallo, ich habe geheiratet und heiße jetzt ' || pg_temp.nachname(i + 9000) || '.','Anbei die Rechnung der Werkstatt, bitte um Erstattung.',
  'Ich verstehe die Beitragserhöhung nicht und bitte um Erklärung.','Hiermit kündige ich fristgerecht zum Jahresende.',
  'Wann kommt endlich der Gutachter? Ich warte seit zwei Wochen!','Wir sind umgezogen, die neue Anschrift lautet ' || pg_temp.strasse(i + 9000) || ' ' || i % 60 + 1,
  'Bitte schicken Sie mir eine Bescheinigung für das Finanzamt.'], i, 121) END,
  timestamptz '2022-09-01 08:05:00+02' + i * interval '3 days 4 hours 11 minutes'
FROM generate_series(1, 220) i JOIN versicherungsnehmer v ON v.vn_id = 1 + (i * 41) % 240;

INSERT INTO regionalklasse
SELECT split_part(r, '|', 1), split_part(r, '|', 2), split_part(r, '|', 3), 1 + n * 5 % 12, 1 + n * 7 % 16, 1 + n * 3 % 9, 2024
FROM unnest(ARRAY['B|Berlin|Berlin','HH|Hamburg|Hamburg','M|München|Bayern','K|Köln|Nordrhein-Westfalen','F|Frankfurt am Main|Hessen','S|Stuttgart|Baden-Württemberg',
  'D|Düsseldorf|Nordrhein-Westfalen','DO|Dortmund|Nordrhein-Westfalen','L|Leipzig|Sachsen','HB|Bremen|Bremen','DD|Dresden|Sachsen','H|Hannover|Niedersachsen',
  'N|Nürnberg|Bayern','KA|Karlsruhe|Baden-Württemberg','KI|Kiel|Schleswig-Holstein','EF|Erfurt|Thüringen','MZ|Mainz|Rheinland-Pfalz','HRO|Rostock|Mecklenburg-Vorpommern',
  'SB|Saarbrücken|Saarland','P|Potsdam|Brandenburg','MD|Magdeburg|Sachsen-Anhalt','OL|Oldenburg|Niedersachsen','WÜ|Würzburg|Bayern','UL|Ulm|Baden-Württemberg']) WITH ORDINALITY t(r,
    n);
