SET client_encoding = 'UTF8';

CREATE FUNCTION pg_temp.h(i int, k int) RETURNS int LANGUAGE sql IMMUTABLE
RETURN ('x' || substr(md5(i || '#' || k), 1, 7))::bit(28)::int;

CREATE FUNCTION pg_temp.p(l text[], i int, k int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN l[1 + pg_temp.h(i, k) % cardinality(l)];

CREATE FUNCTION pg_temp.z(i int, k int, n int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN lpad((pg_temp.h(i, k) % (10 ^ n)::int)::text, n, '0');

CREATE FUNCTION pg_temp.purush(i int) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN i % 2 = 1;

CREATE FUNCTION pg_temp.dharm(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN pg_temp.p(ARRAY['Hindu','Hindu','Hindu','Hindu','Hindu','Hindu','Muslim','Muslim','Sikh','Jain','Christian'], i, 1);

-- naam, dharm aur ling ke hisab se
CREATE FUNCTION pg_temp.pehla(i int, m boolean) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN pg_temp.dharm(i) = 'Muslim' AND m THEN pg_temp.p(ARRAY['Imran','Salman','Arif','Faizan','Zubair','Mohd. Asif','Shahid','Nadeem','Wasim'], i, 2)
  WHEN pg_temp.dharm(i) = 'Muslim' THEN pg_temp.p(ARRAY['Ayesha','Shabnam','Rukhsar','Nazia','Sana','Farheen','Zainab','Mehjabeen'], i, 3)
  WHEN pg_temp.dharm(i) = 'Sikh' AND m THEN pg_temp.p(ARRAY['Gurpreet','Harjeet','Manpreet','Jaspal','Amandeep'], i, 4)
  WHEN pg_temp.dharm(i) = 'Sikh' THEN pg_temp.p(ARRAY['Simran','Navneet','Harleen','Jasleen','Kirandeep'], i, 5)
  WHEN pg_temp.dharm(i) = 'Christian' AND m THEN pg_temp.p(ARRAY['Joseph','Anthony','Melvin','Sunil','Vincent'], i, 6)
  WHEN pg_temp.dharm(i) = 'Christian' THEN pg_temp.p(ARRAY['Mary','Sheela','Priscilla','Anita','Lavina'], i, 7)
  WHEN m THEN pg_temp.p(ARRAY['Rahul','Amit','Vikas','Rohit','Suresh','Manoj','Deepak','Ankit','Saurabh','Abhishek','Pradeep','Nitin','Harsh','Gaurav','Rajesh','Sandeep',
    'Vivek','Ashutosh','Mukesh','Pankaj','Yash','Kuldeep','Tarun','Aditya','Om Prakash','Ram Kumar'], i, 8)
  ELSE pg_temp.p(ARRAY['Priya','Pooja','Neha','Anjali','Kavita','Sunita','Ritu','Shweta','Swati','Komal','Rekha','Divya','Megha','Nisha','Jyoti','Preeti','Sneha','Radhika',
    'Aarti','Garima','Vandana','Meenakshi','Shalini','Kiran','Poonam','Babita'], i, 9) END;

CREATE FUNCTION pg_temp.kul(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE pg_temp.dharm(i) WHEN 'Muslim' THEN pg_temp.p(ARRAY['Khan','Ansari','Siddiqui','Qureshi','Sheikh','Pathan','Saiyed','Mansoori'], i, 10)
  WHEN 'Sikh' THEN pg_temp.p(ARRAY['Gill','Sandhu','Dhillon','Grewal','Bedi','Ahluwalia','Sidhu'], i, 11) WHEN 'Jain' THEN pg_temp.p(ARRAY['Jain','Shah','Oswal','Kothari','Bafna',
    'Surana'], i, 12)
  WHEN 'Christian' THEN pg_temp.p(ARRAY['D''Souza','Fernandes','Masih','Thomas','Lobo','Pinto'], i, 13)
  ELSE pg_temp.p(ARRAY['Sharma','Verma','Gupta','Singh','Yadav','Mishra','Tiwari','Pandey','Agarwal','Srivastava','Chauhan','Rajput','Joshi','Patel','Dubey','Tripathi','Saxena',
    'Mehta',
    'Maurya','Kushwaha','Jaiswal','Bansal','Thakur','Rathore','Chaturvedi','Soni','Nema','Deshmukh','Kulkarni','Meena','Prajapati','Vishwakarma'], i, 14) END;

-- shahar|rajya|pin|std|lat|lon
CREATE FUNCTION pg_temp.shahar(i int, n int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN split_part(pg_temp.p(ARRAY['Lucknow|Uttar Pradesh|226010|0522|26.8467|80.9462','Kanpur|Uttar Pradesh|208002|0512|26.4499|80.3319',
    'Varanasi|Uttar Pradesh|221005|0542|25.3176|82.9739',
  'Prayagraj|Uttar Pradesh|211001|0532|25.4358|81.8463','Noida|Uttar Pradesh|201301|0120|28.5355|77.3910','Delhi|Delhi|110092|011|28.6519|77.2315',
    'Jaipur|Rajasthan|302017|0141|26.9124|75.7873',
  'Udaipur|Rajasthan|313001|0294|24.5854|73.7125','Kota|Rajasthan|324005|0744|25.2138|75.8648','Bhopal|Madhya Pradesh|462016|0755|23.2599|77.4126',
    'Indore|Madhya Pradesh|452010|0731|22.7196|75.8577',
  'Gwalior|Madhya Pradesh|474011|0751|26.2183|78.1828','Patna|Bihar|800001|0612|25.5941|85.1376','Gaya|Bihar|823001|0631|24.7914|85.0002',
    'Ranchi|Jharkhand|834001|0651|23.3441|85.3096',
  'Raipur|Chhattisgarh|492001|0771|21.2514|81.6296','Ludhiana|Punjab|141001|0161|30.9010|75.8573','Chandigarh|Chandigarh|160017|0172|30.7333|76.7794',
    'Ahmedabad|Gujarat|380015|079|23.0225|72.5714',
  'Surat|Gujarat|395007|0261|21.1702|72.8311','Mumbai|Maharashtra|400058|022|19.0760|72.8777','Nagpur|Maharashtra|440010|0712|21.1458|79.0882',
    'Pune|Maharashtra|411038|020|18.5204|73.8567',
  'Dehradun|Uttarakhand|248001|0135|30.3165|78.0322','Gurugram|Haryana|122001|0124|28.4595|77.0266','Rohtak|Haryana|124001|01262|28.8955|76.6066'], i, 15), '|', n);

CREATE FUNCTION pg_temp.pata(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE pg_temp.h(i, 16) % 5 WHEN 0 THEN 'H.No. ' || 1 + pg_temp.h(i, 17) % 480 || ', ' WHEN 1 THEN 'Flat ' || 101 + pg_temp.h(i,
    17) % 900 || ', ' || pg_temp.p(ARRAY['Shanti Kunj Apartment','Sai Residency',
  'Galaxy Heights','Ashiana Tower'], i, 18) || ', ' WHEN 2 THEN pg_temp.p(ARRAY['B','C','D','E'], i, 18) || '-' || 1 + pg_temp.h(i,
    17) % 220 || ', ' WHEN 3 THEN 'Makan no. ' || 1 + pg_temp.h(i, 17) % 300 || ', '
  ELSE 1 + pg_temp.h(i, 17) % 90 || '/' || 2 + pg_temp.h(i, 18) % 60 || ' ' END
  || pg_temp.p(ARRAY['Gandhi Nagar','M.G. Road','Civil Lines','Station Road','Nehru Marg','Shastri Nagar','Sadar Bazar','Ram Nagar','Indira Colony','Vijay Nagar','Model Town',
    'Subhash Chowk','Patel Nagar','Ashok Vihar',
  'Rajendra Nagar','Lal Bagh','Kotwali Road','Gali No. 4, Krishna Nagar','Malviya Nagar','Azad Nagar','Tilak Marg','Sector 12','Adarsh Colony','Purani Basti','Hazratganj',
    'Arera Colony','Mahaveer Marg',
  'Near Hanuman Mandir, Naya Gaon','Kabir Chaura','Jawahar Lane'], i, 19);

CREATE FUNCTION pg_temp.mob(i int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE pg_temp.h(i, 20) % 8 WHEN 0 THEN '+91 ' WHEN 1 THEN '+91-' WHEN 2 THEN '0' ELSE '' END
  || pg_temp.p(ARRAY['9810','9820','9415','9926','9450','8800','7838','9839','9425','9977','9301','8004','7007','9198','6386','9873','9560','8085','9993','7905'], i, 21)
  || pg_temp.z(i, 22, 1) || CASE pg_temp.h(i, 20) % 8 WHEN 3 THEN ' ' ELSE '' END || pg_temp.z(i, 23, 5);

CREATE FUNCTION pg_temp.email(i int, m boolean) RETURNS text LANGUAGE sql IMMUTABLE
RETURN replace(replace(replace(lower(CASE pg_temp.h(i, 24) % 3 WHEN 0 THEN pg_temp.pehla(i, m) || '.' || pg_temp.kul(i) WHEN 1 THEN pg_temp.pehla(i,
    m) || pg_temp.kul(i) || pg_temp.z(i, 25, 2)
  ELSE pg_temp.kul(i) || pg_temp.pehla(i, m) || pg_temp.z(i, 25, 3) END), ' ', ''), '''', ''), 'mohd.', 'mohd') || pg_temp.p(ARRAY['@gmail.com','@gmail.com','@yahoo.co.in',
    '@rediffmail.com','@hotmail.com'], i, 26);

INSERT INTO branches
SELECT i, upper(left(pg_temp.shahar(i * 2, 1), 3)) || lpad(i::text, 2, '0'), 'Shubh Bandhan ' || pg_temp.shahar(i * 2, 1) || CASE WHEN i % 4 = 0 THEN ' (Main)' ELSE '' END,
    'Shop ' || i * 3 || ', ' || pg_temp.pata(i + 9000),
  pg_temp.shahar(i * 2, 1), pg_temp.shahar(i * 2, 2), pg_temp.shahar(i * 2, 3), pg_temp.shahar(i * 2, 4) || '-2' || substr(pg_temp.z(i, 30, 7), 1, 10 - length(pg_temp.shahar(i * 2,
    4))),
  lower(pg_temp.shahar(i * 2, 1)) || i || '@shubhbandhan.in', (ARRAY[
  '33WSFCS9962V1ZJ','07EKLCR4900T1ZZ','33ZCSCM8480L1ZV','29MCDCR1863T1Z2','33OSRCS1682L1ZE','07HOGCV0977K1ZU','07GFSCS9560X1ZA','24PSJCR1589X1ZR',
  '29YJZCS6656Z1Z3','29HVXCV1464B1ZK','08JUTCV7638S1ZH','27SNLCV7557D1ZN','23FSGCM4915G1ZI','33FUGCV6494N1ZB','24ZRZCV0399P1ZH','27QOFCR7635I1ZR',
  '08KUYCV9405W1ZA','23YCLCR7973B1ZG','23MXICR4016K1ZT','23MIGCR9946R1ZM'
  ])[i], '50200' || pg_temp.z(i, 31, 8) || i % 10, 'HDFC000' || pg_temp.z(i, 32, 4), pg_temp.shahar(i * 2, 5)::numeric + pg_temp.h(i, 33) % 2000 / 100000.0,
  pg_temp.shahar(i * 2, 6)::numeric + pg_temp.h(i, 34) % 2000 / 100000.0, ('192.168.' || i || '.1')::inet, CASE WHEN i % 3 > 0 THEN '10:00-19:00' END
FROM generate_series(1, 18) i;

INSERT INTO staff
SELECT i, 'SB' || 1000 + i * 17, pg_temp.pehla(i + 4000, i % 3 > 0) || ' ' || pg_temp.kul(i + 4000), pg_temp.p(ARRAY['Relationship Manager','Branch Manager','Telecaller',
    'Data Entry Operator','Accountant','Sales Executive',
  'Peon','Photographer'], i, 35), CASE WHEN i % 25 = 0 THEN 'NA' ELSE pg_temp.mob(i + 4000) END, CASE WHEN i % 6 > 0 THEN pg_temp.email(i + 4000, i % 3 > 0) END, 9500 + pg_temp.h(i,
    36) % 380 * 100,
  CASE WHEN i % 9 > 0 THEN pg_temp.p(ARRAY['3','2','1'], i, 37) || pg_temp.z(i, 38, 5) || pg_temp.z(i, 39, 5) END, CASE WHEN i % 9 > 0 THEN pg_temp.p(ARRAY['SBIN000','PUNB000',
    'UBIN000'], i, 37) || pg_temp.z(i, 40, 4) END,
  lower(left(replace(replace(pg_temp.pehla(i + 4000, i % 3 > 0), ' ', ''), '.', ''), 5)) || i, '$2y$10$' || left(replace(encode(sha256(('st' || i)::bytea), 'base64'), '+', '/'),
    43) || substr(md5('st' || i), 1, 10),
  1 + i % 18, CASE WHEN i % 7 > 0 THEN date '2012-07-02' + pg_temp.h(i, 41) % 4300 END, i % 10 > 0
FROM generate_series(1, 48) i;

INSERT INTO members
SELECT i, 'SHB' || 10000 + i * 37,
  CASE WHEN i % 43 = 0 THEN lower(pg_temp.pehla(i, m) || ' ' || pg_temp.kul(i)) WHEN i % 37 = 0 THEN upper(pg_temp.pehla(i,
    m) || ' ' || pg_temp.kul(i)) WHEN i % 61 = 0 THEN pg_temp.pehla(i, m) || '  ' || pg_temp.kul(i)
    WHEN pg_temp.dharm(i) = 'Hindu' AND i % 6 = 0 THEN pg_temp.pehla(i, m) || ' Kumari' WHEN pg_temp.dharm(i) = 'Hindu' AND i % 9 = 1 THEN pg_temp.pehla(i,
    m) || ' Kumar ' || pg_temp.kul(i)
    WHEN i % 23 = 0 THEN (CASE WHEN m THEN 'Mr. ' ELSE 'Ms. ' END) || pg_temp.pehla(i, m) || ' ' || pg_temp.kul(i) ELSE pg_temp.pehla(i, m) || ' ' || pg_temp.kul(i) END,
  CASE WHEN m THEN 'M' ELSE 'F' END, date '1978-02-10' + pg_temp.h(i, 50) % 9200, CASE WHEN pg_temp.h(i, 51) % 10 < 4 THEN time '00:05' + pg_temp.h(i,
    52) % 285 * interval '5 minutes' END,
  CASE WHEN i % 7 > 1 THEN pg_temp.shahar(i + 300, 1) END, CASE WHEN i % 71 = 0 THEN '-' ELSE pg_temp.dharm(i) END,
  CASE WHEN i % 8 > 0 THEN CASE pg_temp.dharm(i) WHEN 'Hindu' THEN pg_temp.p(ARRAY['Brahmin','Kayastha','Rajput','Vaishya','Yadav','Kurmi','Jatav','Maratha','Agrawal','No bar'], i,
    53) WHEN 'Muslim' THEN pg_temp.p(ARRAY['Sunni','Shia','Pathan','Ansari'], i, 53)
    WHEN 'Sikh' THEN pg_temp.p(ARRAY['Jat','Khatri','Arora','Ramgarhia'], i, 53) WHEN 'Jain' THEN pg_temp.p(ARRAY['Digambar','Shwetambar'], i,
    53) ELSE pg_temp.p(ARRAY['Roman Catholic','Protestant'], i, 53) END END,
  CASE WHEN pg_temp.dharm(i) = 'Hindu' AND i % 5 > 1 THEN pg_temp.p(ARRAY['Kashyap','Bharadwaj','Vashishtha','Shandilya','Gautam','Garg','Kaushik','Parashar','pata nahi'], i,
    54) END,
  CASE WHEN i % 9 > 0 THEN pg_temp.p(ARRAY['Hindi','Hindi','Hindi','Bhojpuri','Urdu','Punjabi','Gujarati','Marathi','Maithili'], i, 55) END,
  pg_temp.p(ARRAY['avivahit','avivahit','avivahit','avivahit','talakshuda','vidhwa/vidhur'], i, 56), CASE WHEN i % 67 = 0 THEN 'n/a' ELSE pg_temp.mob(i) END,
  CASE WHEN pg_temp.h(i, 57) % 10 < 4 THEN CASE WHEN i % 3 = 0 THEN pg_temp.mob(i + 700) ELSE pg_temp.mob(i) END END,
    CASE WHEN i % 59 = 0 THEN '' WHEN i % 10 > 2 THEN pg_temp.email(i, m) END,
  '$2y$10$' || left(replace(encode(sha256(('mb' || i)::bytea), 'base64'), '+', '/'), 43) || substr(md5('mb' || i), 1, 10), CASE WHEN i % 13 > 0 THEN pg_temp.pata(i) END,
  CASE WHEN i % 31 = 0 THEN lower(pg_temp.shahar(i, 1)) ELSE pg_temp.shahar(i, 1) END, pg_temp.shahar(i, 2), CASE WHEN i % 13 > 0 THEN pg_temp.shahar(i, 3) END,
  CASE WHEN i % 10 > 2 THEN CASE WHEN i % 17 = 0 THEN regexp_replace(a, '(....)(....)', '\1 \2 ') ELSE a END END,
  CASE WHEN pg_temp.h(i, 58) % 10 < 4 THEN translate(upper(left(md5('pan' || i), 3)), '0123456789', 'BHKLMRSTVW') || 'P' || left(upper(pg_temp.kul(i)), 1) || pg_temp.z(i, 59,
    4) || chr(65 + pg_temp.h(i, 60) % 26) END,
  CASE WHEN i % 6 > 0 THEN ((ARRAY[49, 59, 103, 106, 117, 122, 157, 182])[1 + pg_temp.h(i, 61) % 8] || '.' || pg_temp.h(i, 62) % 250 || '.' || pg_temp.h(i,
    63) % 255 || '.' || 1 + pg_temp.h(i, 64) % 253)::inet END,
  CASE WHEN i % 4 > 0 THEN 1 + pg_temp.h(i, 65) % 18 END, pg_temp.p(ARRAY['self','self','parent','parent','sibling','relative'], i, 66), (ARRAY[1, 1, 1, 1, 0, 2,
    9])[1 + pg_temp.h(i, 67) % 7], i % 3 = 0,
  timestamp '2019-06-01 12:00:00' + i * interval '5 days 7 hours 19 minutes',
    CASE WHEN i % 8 > 0 THEN timestamp '2024-05-01 20:00:00' + i * interval '3 hours 7 minutes 11 seconds' END
FROM unnest(ARRAY[
  '821293231030','423707798681','316524240479','444124103860','513319121662','965698435355','281812488418','240948792554','788901789121','693239972337',
  '301519896948','543184227540','776410404884','251519410226','663347579872','214442254475','459222665685','490787012360','662319395066','675937225529',
  '722778001038','788450145762','747945028875','548006748072','918017361195','565770085195','858682832905','857117670879','662906417592','385305984757',
  '589955969268','276345981354','480663080797','410119918410','308912703482','954467739034','228082825343','547295407981','989640386279','411956147035',
  '339674088549','875224627184','791999129283','692225703175','770713955121','713633654063','381180718903','581109690886','973098983691','707551633057',
  '294176166743','729972478685','382936492926','343360790249','479924485098','920827036792','959501693758','642204839324','591203955940','794730166944',
  '927500885006','987089010840','285579776638','391914832844','993040832087','712578453479','513688824779','792788845198','638937861254','502575692753',
  '291271039251','431633951993','511266232256','369368635046','757397236011','269218635830','679725357822','915238937808','364134968905','931218254518',
  '654939704132','316417133400','551041034412','207788785571','889275373043','346966855146','324969391251','422042561012','987366750005','988613885546',
  '774877794471','658585771671','669470849675','254469229093','560467437211','865457362534','732876448189','992021426087','403020559047','341847683071',
  '554383265859','215764492427','549493419763','706776652804','563372629585','667345093536','349525326474','641314777614','373419905567','291605320014',
  '571966505795','570784703857','563838425447','280270410482','982494726817','245953328745','242184749434','387925654744','643923325628','746835091135',
  '497127572342','353165345886','985715353189','822489276922','842459343750','526135938953','492074016680','520668156119','759028655959','940148367130',
  '519155934660','466623939953','872359455591','469940646383','396269669147','207882023272','574562001826','998027842514','709468789381','420467378647',
  '886384174016','593492751975','272196055625','441484105457','691100033125','501554506033','618514726051','490196371642','484328640879','662370192696',
  '816539230050','732045600848','575789078265','593553755875','891170929486','544001015979','933636116396','361769922624','884490629947','669382586190',
  '550405960703','459869729114','309534558009','690120173728','765466161857','289634984423','897335862414','237980720101','461217385301','807076271162',
  '577046329899','776749706959','853910582221','875492624475','382510943547','837816883045','457258286920','576555763773','623673800218','449461431987',
  '586458699334','725199293547','635848635214','703139550223','568286105501','669023974507','425012065193','337561226617','867044759019','781225079816',
  '385580762467','883274905213','817052669033','841833021552','953600126007','500779826236','358439572156','301305115613','214244953199','731713038721',
  '926982590373','986263021954','773465734070','985147363154','816598498534','539107132563','234383138276','687858352261','755755258471','927259513386',
  '275694408274','902922325574','785317475613','747959321751','772454099634','628757518491','538270323762','246921941271','235419180243','830311434178',
  '325294811071','798079298413','501727495728','341489141480','711821452668','923596970193','690756302632','923959349394','215231967568','863862527334',
  '277476294522','727930149533','979736243698','830160862690','803903934390','895978443342','568905395724','229226555763','646764464037','487330679250',
  '514900340502','506629094416','916588154620','307113241414','774677905779','786331758410','971317724885','732974549006','851247685317','317792957033',
  '486808543546','993039980958','776086464627','872960072378','511312417847','842301993776','416421645079','532151857485','342926354478','879387281226',
  '605553399019','269055007983','810503687812','789828636743','919813192907','833001853576','972897352950','961357887882','600723673130','304497619524',
  '797562431625','995184939724','743863569686','790463742240','372781700935','217514902649','352891860579','914819486132','316494109654','472394745340',
  '897626796323','226655573667','448626606847','331579358305','634160721320','687497293734','200044258134','978523148426','897634734238','222429439132',
  '214600816251','842438560049','227921021894','748084699151','397842084746','546145995596','295660496306','798741052004','593533459589','946546223987'
]) WITH ORDINALITY AS t(a, o) CROSS JOIN LATERAL (SELECT o::int AS i, pg_temp.purush(o::int) AS m) x;

INSERT INTO member_profile
SELECT i, CASE WHEN i % 15 > 0 THEN CASE WHEN pg_temp.purush(i) THEN 160 ELSE 147 END + pg_temp.h(i, 70) % 26 END, CASE WHEN i % 3 > 0 THEN 44 + pg_temp.h(i, 71) % 46 END,
  CASE WHEN i % 4 > 0 THEN pg_temp.p(ARRAY['gora','gehuan','gehuan','saanwla','wheatish','fair'], i, 72) END, CASE WHEN pg_temp.h(i, 73) % 10 < 4 THEN pg_temp.p(ARRAY['A+','B+',
    'B+','O+','O+','AB+','A-','O-'], i, 74) END,
  CASE WHEN i % 5 > 0 THEN pg_temp.p(ARRAY['shakahari','shakahari','mansahari','eggetarian','jain bhojan'], i, 75) END,
    CASE WHEN pg_temp.dharm(i) = 'Hindu' THEN pg_temp.p(ARRAY['Y','N','N','N','?'], i, 76) END,
  CASE WHEN pg_temp.dharm(i) = 'Hindu' AND i % 2 = 0 THEN 'kundli/' || 10000 + i * 37 || '_k.pdf' END,
  CASE WHEN i % 47 = 0 THEN '-' ELSE pg_temp.p(ARRAY['B.A.','B.Com','B.Tech (CSE)','M.Tech','MBA','12th pass','M.Sc','MBBS','CA','LLB','B.Ed','Diploma','Ph.D'], i, 77) END,
  CASE WHEN i % 11 > 0 THEN pg_temp.p(ARRAY['Software Engineer','Teacher','Bank PO','Apna business','Kirana dukaan','Doctor','Sarkari naukri','Ghar par','Civil Engineer','Nurse',
    'Sub-Inspector','Advocate','Kheti','CA'], i, 78) END,
  CASE WHEN pg_temp.h(i, 79) % 10 < 3 THEN pg_temp.p(ARRAY['TCS','Infosys','State Bank of India','Kendriya Vidyalaya','BHEL','Indian Railways','Wipro','AIIMS','Reliance Jio'], i,
    80) END, CASE WHEN i % 6 > 0 THEN (180 + pg_temp.h(i, 81) % 2400) * 1000 END,
  CASE WHEN pg_temp.h(i, 82) % 100 < 6 THEN pg_temp.p(ARRAY['ek pair me polio','sunne me kami','aankh kamzor','none'], i, 83) END,
  CASE WHEN i % 9 > 1 THEN pg_temp.p(ARRAY['Main ek simple aur family oriented insaan hoon.','I am working in ' || pg_temp.shahar(i, 1) || ' and love travelling.',
    'Ghar walon ki pasand se shaadi karna chahti/chahta hoon.',
  'My daughter is well cultured and homely.','Hum ek pratishthit parivar se hain.','Believe in God, respect elders, modern thinking.',
    'Mera talak 2021 me hua, koi bachcha nahi hai.','Caring, honest, thoda gusse wala.'], i, 84)
    || pg_temp.p(ARRAY['',' Shaakahari hoon.',' Please contact my father.',' Dahej ke khilaf.'], i, 85) END,
  CASE WHEN pg_temp.h(i, 86) % 10 < 4 THEN ARRAY[pg_temp.p(ARRAY['cricket','cooking','gana sunna','yoga'], i, 87), pg_temp.p(ARRAY['travelling','padhna','bagwani','movies','dance'],
    i, 88)] END,
  20 + pg_temp.h(i, 89) % 81, pg_temp.h(i, 90) % 1500, CASE WHEN i % 4 > 0 THEN timestamp '2023-02-01 10:00:00' + i * interval '1 day 3 hours' END
FROM generate_series(1, 300) i WHERE i % 12 > 0;

INSERT INTO parivar
SELECT row_number() OVER (ORDER BY i) + 500, i, CASE WHEN i % 53 = 0 THEN 'n/a' ELSE pg_temp.p(ARRAY['Shri ','Shri ','','Mr. ','Late '], i,
    100) || CASE WHEN pg_temp.dharm(i) = 'Hindu' THEN pg_temp.p(ARRAY['Ramesh','Shyam Lal','Hari Prasad',
  'Mahendra','Satish Chandra','Kailash','Brij Mohan','Devendra','Jagdish'], i, 101) ELSE pg_temp.pehla(i + 0, true) END || ' ' || pg_temp.kul(i) END,
  CASE WHEN i % 5 > 1 THEN pg_temp.p(ARRAY['Retired teacher','Kisan','Vyapari','Sarkari karmchari','Dukaandar','Retd. Army','Swargiya'], i, 102) END,
  CASE WHEN i % 4 > 0 THEN CASE WHEN pg_temp.dharm(i) = 'Muslim' THEN pg_temp.p(ARRAY['Shakila Bano','Nafeesa Begum','Rehana Khatoon'], i,
    103) ELSE 'Smt. ' || pg_temp.p(ARRAY['Sushila','Kamla','Shanti','Savitri','Usha','Pushpa','Geeta','Urmila','Manju'], i, 103) || ' '
    || CASE WHEN i % 2 = 0 THEN 'Devi' ELSE pg_temp.kul(i) END END END,
  pg_temp.h(i, 104) % 4, pg_temp.h(i, 105) % 4, CASE WHEN i % 6 > 0 THEN pg_temp.p(ARRAY['sanyukt','ekal','ekal'], i, 106) END, CASE WHEN pg_temp.h(i,
    107) % 10 < 3 THEN pg_temp.p(ARRAY['2-5 lakh','5-10 lakh','10-20 lakh','20 lakh +'], i, 108) END,
  CASE WHEN i % 7 > 2 THEN pg_temp.p(ARRAY['Gram ','Zila ','Tehsil ',''], i, 109) || pg_temp.p(ARRAY['Ballia','Sultanpur','Chhapra','Sagar','Rewa','Alwar','Hisar','Jaunpur',
    'Deoria','Ujjain','Nagaur'], i, 110) END,
  CASE WHEN pg_temp.h(i, 111) % 10 < 3 THEN pg_temp.shahar(i, 4) || '-2' || substr(pg_temp.z(i, 112, 7), 1, 10 - length(pg_temp.shahar(i, 4)) - 0) END,
    CASE WHEN i % 3 > 0 THEN pg_temp.mob(i + 2000) END,
  CASE WHEN i % 5 > 0 THEN timestamp '2023-03-01 11:30:00' + i * interval '22 hours' END
FROM generate_series(1, 300) i WHERE i % 6 > 0;

INSERT INTO photos
SELECT i, 1 + (i * 7919) % 300, 'uploads/' || 2020 + i % 5 || '/' || 10000 + (1 + (i * 7919) % 300) * 37 || '_' || i % 4 + 1 || '.jpg', 60 + pg_temp.h(i, 120) % 1900,
    encode(sha224(('ph' || i)::bytea), 'hex')::varchar(40), i <= 300,
  pg_temp.p(ARRAY['sabko','sabko','paid','request'], i, 121), CASE WHEN i % 5 > 0 THEN 1 + pg_temp.h(i, 122) % 48 END,
    CASE WHEN i % 5 > 0 THEN timestamp '2023-04-02 15:00:00' + i * interval '20 hours' END, timestamp '2023-04-01 09:00:00' + i * interval '20 hours'
FROM generate_series(1, 380) i;

INSERT INTO interests
SELECT i, f, t, CASE WHEN i % 3 > 0 THEN pg_temp.p(ARRAY['Namaste, hume aapki profile pasand aayi.','Hi, I liked your profile. Kya hum baat kar sakte hain?',
    'Please share your kundli.','Mere papa aapke papa se baat karna chahte hain: ' || pg_temp.mob(i + 3000),
  'Hum bhi ' || pg_temp.shahar(i, 1) || ' se hain!','Are you ok with a working wife?','Photo dekhne ki anumati de dijiye','We are looking for a doctor groom for my sister.'], i,
    130) END,
  s, timestamp '2024-01-03 21:10:00' + i * interval '9 hours 7 minutes', CASE WHEN s <> 'sent' THEN timestamp '2024-01-04 20:10:00' + i * interval '9 hours 11 minutes' END,
  CASE WHEN s IN ('accepted', 'declined') THEN timestamp '2024-01-06 08:40:00' + i * interval '9 hours 12 minutes' END
FROM (SELECT i, 1 + (i * 7) % 300 AS f, CASE WHEN (i * 7) % 2 = 0 THEN 2 + 2 * (i * 53 % 150) ELSE 1 + 2 * (i * 53 % 150) END AS t, pg_temp.p(ARRAY['sent','viewed','accepted',
    'declined'], i, 131) AS s FROM generate_series(1, 290) i) x;

INSERT INTO partner_pasand
SELECT i, 20 + pg_temp.h(i, 140) % 10, 29 + pg_temp.h(i, 141) % 12, CASE WHEN i % 5 > 0 THEN pg_temp.dharm(i) ELSE 'koi bhi' END, CASE WHEN pg_temp.h(i,
    142) % 10 < 5 AND pg_temp.dharm(i) = 'Hindu' THEN ARRAY[pg_temp.p(ARRAY['Brahmin','Kayastha','Rajput'], i, 143),
  pg_temp.p(ARRAY['Vaishya','Yadav','Kurmi'], i, 144)] END, CASE WHEN pg_temp.h(i, 145) % 10 < 3 THEN ARRAY[pg_temp.shahar(i, 1), pg_temp.shahar(i + 60, 1)] END,
  CASE WHEN i % 3 = 0 THEN pg_temp.p(ARRAY['Ladki gharelu honi chahiye','Govt job preferred','Non smoker, non drinker','Only from our samaj','Working partner, settled in metro',
    'Divorcee without kids also ok'], i, 146) END,
  i % 5 = 0, CASE WHEN i % 6 > 0 THEN timestamp '2023-05-05 13:00:00' + i * interval '17 hours' END
FROM generate_series(1, 300) i WHERE i % 4 > 0;

INSERT INTO plans VALUES (1,'Free',0,0,3650,0,'{"photo_limit": 2, "chat": false}',true),(2,'Silver 3 Month',3500,2499,90,40,'{"photo_limit": 6, "chat": true}',true),(3,
    'Gold 3 Month',5500,3999,90,80,'{"photo_limit": 10, "chat": true, "highlight": true}',true),
(4,'Gold 6 Month',8800,5999,180,150,'{"photo_limit": 10, "chat": true, "highlight": true}',true),(5,'Diamond 12 Month',15000,9999,365,400,
    '{"photo_limit": 20, "chat": true, "rm": true}',true),
(6,'Shubh Assisted',45000,35000,365,NULL,'{"rm": true, "home_visit": true}',true),(7,'Diwali Offer 2022',5500,1999,60,50,NULL,false);

INSERT INTO subscriptions
SELECT i, mid, pl.plan_id, 'SB/' || 22 + i % 3 || '-' || 23 + i % 3 || '/' || lpad((i * 7 + 410)::text, 5, '0'), d, d + pl.avadhi_din, pl.price, round(pl.price * 0.18 / 1.18, 2),
    mode,
  CASE WHEN mode = 'UPI' THEN CASE WHEN i % 3 = 0 THEN right(regexp_replace(pg_temp.mob(mid), '\D', '', 'g'), 10) ELSE lower(replace(replace(replace(pg_temp.pehla(mid,
    pg_temp.purush(mid)), ' ', ''), '.', ''), '''', '')) || pg_temp.z(i, 152, 3) END
    || pg_temp.p(ARRAY['@okhdfcbank','@ybl','@paytm','@oksbi','@ibl'], i, 153) END,
  CASE WHEN i % 8 > 0 THEN 'pay_' || substr(translate(md5('rzp' || i), '0369', 'KpXw'), 1, 14) END, CASE WHEN i % 10 < 2 THEN pg_temp.p(ARRAY['SHUBH10','DIWALI22','NAYA500'], i,
    154) END, pg_temp.p(ARRAY['active','expired','expired','refunded'], i, 155)
FROM (SELECT i, 3 * (1 + (i * 37) % 100) AS mid, pg_temp.p(ARRAY['UPI','UPI','UPI','card','netbanking','cash'], i, 150) AS mode,
    date '2022-08-15' + i * 4 AS d FROM generate_series(1, 190) i) x JOIN plans pl ON pl.plan_id = 2 + pg_temp.h(i, 151) % 6;

INSERT INTO success_stories
SELECT i, 1 + 2 * (i * 7 % 150), 2 + 2 * (i * 11 % 150), pg_temp.p(ARRAY['Ek message se shuru hui kahani','Made for each other','Do parivaron ka milan','Thank you Shubh Bandhan',
    'Rab ne bana di jodi'], i, 160),
  CASE WHEN i % 41 = 0 THEN '' ELSE pg_temp.p(ARRAY['Hum pehli baar ','We met in ','Hamari mulakat '], i, 161) || pg_temp.shahar(i + 80,
    1) || pg_temp.p(ARRAY[' me mile. Dono parivar raazi ho gaye aur shaadi ho gayi.',' and got engaged within three months. Our parents are very happy.',
  ' me hui, dono ko pehli nazar me hi pasand aa gaya.'], i, 162) END, CASE WHEN i % 9 > 0 THEN date '2020-11-25' + pg_temp.h(i, 163) % 1300 END,
  CASE WHEN pg_temp.h(i, 164) % 10 < 6 THEN pg_temp.p(ARRAY['Royal Garden, ','Hotel Clarks, ','Shanti Lawn, ','Gurudwara Sahib, '], i, 165) || pg_temp.shahar(i + 80, 1) END,
    CASE WHEN i % 5 > 0 THEN 'stories/jodi_' || lpad(i::text, 3, '0') || '.jpg' END,
  i % 4 > 0, pg_temp.h(i, 166) % 300, timestamp '2021-03-01 17:00:00' + i * interval '13 days'
FROM generate_series(1, 75) i;

INSERT INTO kyc_documents
SELECT i, 1 + (i * 17) % 300, dt, CASE WHEN i % 39 = 0 THEN 'unclear' ELSE CASE dt WHEN 'VOTER' THEN translate(upper(left(md5('ep' || i), 3)), '0123456789',
    'XYZJKLMNOP') || pg_temp.z(i, 171, 7) WHEN 'PASSPORT' THEN pg_temp.p(ARRAY['M','N','P','R','S','T','Z'], i, 172) || 1 + pg_temp.h(i, 173) % 9 || pg_temp.z(i, 174, 6)
    WHEN 'DL' THEN pg_temp.p(ARRAY['UP32','DL3C','MP09','RJ14','BR01'], i, 175) || ' 20' || 10 + i % 14 || '00' || pg_temp.z(i, 176, 5) ELSE m.aadhaar_no END END,
  CASE WHEN i % 6 > 0 THEN 'kyc/' || lower(dt) || '/' || md5('kyc' || i) || '.png' END, pg_temp.p(ARRAY['P','V','V','V','R'], i, 177), CASE WHEN i % 5 > 1 THEN 1 + pg_temp.h(i,
    178) % 48 END, CASE WHEN i % 5 > 1 THEN timestamp '2023-06-10 12:15:00' + i * interval '1 day 2 hours' END
FROM (SELECT i, pg_temp.p(ARRAY['VOTER','PASSPORT','DL','AADHAAR'], i, 170) AS dt FROM generate_series(1, 170) i) x JOIN members m ON m.member_id = 1 + (i * 17) % 300;

INSERT INTO jati_master VALUES (1,'Hindu','Brahmin','Saryuparin',1,true),(2,'Hindu','Brahmin','Kanyakubj',2,true),(3,'Hindu','Brahmin','Gaur',3,true),(4,'Hindu','Kayastha',
    'Srivastava',4,true),(5,'Hindu','Rajput','Chauhan',5,true),(6,'Hindu','Rajput','Sisodia',6,true),
(7,'Hindu','Vaishya','Gupta',7,true),(8,'Hindu','Yadav',NULL,8,true),(9,'Hindu','Kurmi',NULL,9,true),(10,'Hindu','Jatav',NULL,10,true),(11,'Hindu','Maratha','96 Kuli',11,true),(12,
    'Hindu','Agrawal','Garg',12,true),(13,'Muslim','Sunni',NULL,20,true),(14,'Muslim','Shia',NULL,21,true),
(15,'Muslim','Pathan',NULL,22,true),(16,'Muslim','Ansari',NULL,23,true),(17,'Sikh','Jat',NULL,30,true),(18,'Sikh','Khatri',NULL,31,true),(19,'Sikh','Arora',NULL,32,true),(20,'Jain',
    'Digambar',NULL,40,true),(21,'Jain','Shwetambar',NULL,41,true),
(22,'Christian','Roman Catholic',NULL,50,true),(23,'Christian','Protestant',NULL,51,true),(24,'Parsi','Irani',NULL,60,false);

INSERT INTO city_master
SELECT row_number() OVER (ORDER BY c), c, min(r), min(s), left(min(pn), 3), min(la)::numeric, min(lo)::numeric
FROM (SELECT pg_temp.shahar(i, 1) AS c, pg_temp.shahar(i, 2) AS r, pg_temp.shahar(i, 3) AS pn, pg_temp.shahar(i, 4) AS s, pg_temp.shahar(i, 5) AS la, pg_temp.shahar(i,
    6) AS lo FROM generate_series(1, 300) i) x GROUP BY c;

INSERT INTO sms_templates VALUES (1,'OTP','SHBNDN','Aapka OTP {otp} hai. Kisi ko na batayein. - Shubh Bandhan','hi','1107161234567890123',true),(2,'INTEREST_IN','SHBNDN',
    '{naam} ne aapko interest bheja hai. Login karein: shubhbandhan.in','hi','1107161234567890131',true),
(3,'INTEREST_OK','SHBNDN','Badhai ho! {naam} ne aapka interest sweekar kiya.','hi','1107161234567890148',true),(4,'PLAN_EXPIRY','SHBNDN',
    'Dear member, your plan expires on {date}. Renew now and get 20% off.','en','1107161234567890155',true),
(5,'KYC_OK','SHBNDN','Your ID proof is verified. Your profile now carries a green tick.','en','1107161234567890162',true),(6,'KYC_FAIL','SHBNDN',
    'Aapka document saaf nahi hai, kripya dobara upload karein.','hi',NULL,true),
(7,'BIRTHDAY','SHBNDN','Janamdin mubarak {naam}!','hi',NULL,false);

INSERT INTO error_log
SELECT i, pg_temp.p(ARRAY['ERROR','WARN','INFO','FATAL'], i, 180), pg_temp.p(ARRAY['cron/match_mailer.php','api/v2/upload','payments/razorpay_hook.php','sms/gateway.php'], i, 181),
  pg_temp.p(ARRAY['SQLSTATE[HY000]: connection timed out','image too large, resize failed','signature mismatch in webhook','gateway returned 503','job finished in 41 s'], i, 182),
    ('10.0.' || i % 3 || '.' || 5 + i % 4)::inet,
  timestamp '2024-06-01 00:10:00' + i * interval '2 hours 23 minutes'
FROM generate_series(1, 160) i;
