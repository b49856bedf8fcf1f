CREATE TEMP TABLE w AS SELECT
ARRAY['James','Robert','Walter','Earl','Jerome','Luis','Darnell','Kevin','Gary','Raymond','Eugene','Carlos','Tyrone','Dennis','Vernon','Miguel','Brandon','Howard',
    'Clarence','Ethan','Trung','Andre','Roy','Jesse'] AS mn,
ARRAY['Mary','Linda','Shirley','Dolores','Latoya','Maria','Tamika','Karen','Phyllis','Rosa','Betty','Ashley','Yolanda','Gloria','Heather','Carmen','Megan','Norma','Ebony',
    'Olivia','Thuy','Wanda','Beverly','Crystal'] AS wn,
ARRAY['Johnson','Ramirez','Kaczmarek','Washington','Bishop','Delgado','O''Connor','Tran','McAllister','Freeman','Schroeder','Boudreaux','Pacheco','Whitaker','Lindgren',
    'Hatcher','Salazar','Mosley','Petersen','Villanueva','Crenshaw','Dombrowski','Ellison','Guidry',
'Hensley','Iverson','Jankowski','Kirkpatrick','Lozano','Merriweather','Nakamura','Ortega','Pruitt','Quintero','Rutherford','Stallings','Tolliver','Upchurch','Valdez',
    'Wojcik','Yarbrough','Zamora','Ballard','Cisneros','Dupree','Eskridge','Fontenot','Goldberg'] AS fn,
ARRAY['Maple St','Oak Ave','Lincoln Ave','W Division St','N Kedzie Ave','Cedar Ln','County Road 9','Martin Luther King Dr','Prairie View Dr','E 55th St','S Halsted St',
    'Washington Blvd','Elm St','Route 34','Sycamore Ct','River Rd','Church St','Pulaski Rd',
'Hickory Hollow Ln','2nd Ave','State St','Orchard Pl','Walnut St','Old Mill Rd','Jefferson St','Sunset Dr','Birchwood Cir','Railroad Ave'] AS str,
ARRAY['Joliet','Aurora','Peoria','Rockford','Chicago','Chicago','Naperville','Elgin','Waukegan','Kankakee','Springfield','Decatur','Ottawa','Dixon','Gary','Hammond',
    'Kenosha','Racine','Davenport','Oak Lawn'] AS ct,
ARRAY['IL','IL','IL','IL','IL','IL','IL','IL','IL','IL','IL','IL','IL','IL','IN','IN','WI','WI','IA','IL'] AS st,
ARRAY['60435','60506','61604','61107','60623','60617','60540','60123','60085','60901','62703','62521','61350','61021','46404','46320','53142','53403','52804','60453'] AS
    zp,
ARRAY['815','630','309','815','773','312','630','847','847','815','217','217','815','815','219','219','262','262','563','708'] AS ac,
ARRAY['Will','Kane','Peoria','Winnebago','Cook','Cook','DuPage','Kane','Lake','Kankakee','Sangamon','Macon','La Salle','Lee','Lake','Lake','Kenosha','Racine','Scott',
    'Cook'] AS cn,
ARRAY['yahoo.com','gmail.com','aol.com','hotmail.com','sbcglobal.net','comcast.net','att.net','gmail.com'] AS dom;
CREATE TEMP TABLE k AS SELECT i, i % 2 AS f, CASE WHEN i % 2 = 0 THEN mn[1 + (i * 7) % 24] ELSE wn[1 + (i * 11) % 24] END AS g,
  fn[1 + (i * 29 + i / 48) % 48] AS l, 1 + (i * 7) % 20 AS h FROM generate_series(1, 420) i, w;

INSERT INTO provider SELECT i, (ARRAY['1385764877','1825161791','2459717510','2163970207','1861020869','1257759435','2554217507','1066083274','2597872979','1336897826',
    '1408870529','1145264184','2602384861','2477440780',
'2198536080','1810510937','1548588759','2714664978','1751191721','1392698860','1173338116','2275276519','2627614722','1255992947','2215081755','1693742797','2550010401',
    '2083545980',
'2867924575','2814851517','1601208469','1590614321','2301121317','2323427080','2888371889','2968427544','1760048961','1201001959','2849453610','1337119550','2120581261',
    '2216064081',
'1910308570','2320716345','1594297099','2065127419','1275861593','2393705696'])[i], CASE WHEN i % 31 = 0 THEN upper(l) ELSE l END, g, (ARRAY['MD','MD','DO','PA-C','RN',
    'NP','MD','PharmD'])[1 + i % 8],
  (ARRAY['CARD','INTM','ORTH','PEDS','EMER','ONCO','PSYC','OBGY','RADI','NEUR'])[1 + i * 3 % 10],
  CASE WHEN i % 8 IN (1, 2, 6, 0) THEN CASE WHEN i % 8 = 2 THEN 'F' ELSE 'B' END || left(l, 1) || (ARRAY['0994702','7518573','1684530','1769807','8783688','3498323',
    '4627191','4332285','0976019','2483155','2285749','4209905','8029933','9667619','3682893','5252147','8724038','7085384',
'2985109','8655182','1483243','5247273','3316177','9446281','2867921','1197640','1685619','6996776','9950850','6503278','4813300','6538687','4483044','7591147','6010728',
    '2692033',
'8697611','0538794','2811051','5678303','3897759','0526903','7542524','9397515','2775724','4764785','4492207','9759981'])[i] END,
  CASE WHEN i % 7 > 0 THEN '036-' || 100000 + i * 7919 % 90000 END, CASE WHEN i % 10 < 6 THEN '(815) 555-' || lpad((100 + i)::text, 4, '0') WHEN i % 10 = 9 THEN 'NONE'
    END,
  CASE WHEN i % 10 < 9 THEN lower(left(g, 1) || replace(l, '''', '')) || '@stbrendan-med.example' END,
  lower(left(replace(l, '''', ''), 6) || left(g, 1)) || i % 10, '{SSHA}' || encode(substr(sha256(('pv' || i)::bytea), 1, 24), 'base64'),
  CASE WHEN i % 9 > 0 THEN date '1996-07-01' + i * 7919 % 9400 END, CASE WHEN i % 11 = 0 THEN 'Y' ELSE 'N' END
FROM (SELECT i - 330 AS i, g, l FROM k WHERE i BETWEEN 331 AND 378) k, w ORDER BY i;

INSERT INTO ward VALUES (1,'3N','Med/Surg North','Main',3,28,'4310',4),(2,'3S','Med/Surg South','Main',3,28,'4320',9),(3,'ICU','Intensive Care','Main',2,12,'4200',7),(4,
    'CCU','Coronary Care','Main',2,8,'4210',1),
(5,'PEDS','Pediatrics','Kohler',1,16,'4710',14),(6,'LDR','Labor and Delivery','Kohler',2,14,'4720',17),(7,'ONC','Oncology','Main',5,20,'4510',25),(8,'PSY',
    'Behavioral Health','Annex',1,22,'4900',NULL),
(9,'ED','Emergency Department','Main',1,34,'4001',5),(10,'REHAB','Acute Rehabilitation','Annex',2,18,'4950',33),(11,'SDS','Same Day Surgery','Kohler',3,NULL,'4730',NULL);

INSERT INTO addr SELECT i, CASE WHEN i % 75 = 0 THEN 'HOMELESS' WHEN i % 40 = 0 THEN 'PO Box ' || 100 + i WHEN i % 55 = 0 THEN lower(100 + i * 37 % 9800 || ' ' || str[1 +
    i * 5 % 28]) ELSE 100 + i * 37 % 9800 || ' ' || str[1 + i * 5 % 28] END,
  CASE WHEN i % 10 < 3 THEN (ARRAY['Apt ' || 1 + i % 40,'#' || 100 + i % 90,'Lot ' || i % 60,'2nd Floor'])[1 + i % 4] END, CASE WHEN i % 45 = 0 THEN upper(ct[h]) ELSE
    ct[h] END, st[h],
  CASE WHEN i % 83 = 0 THEN '00000' WHEN i % 6 = 0 THEN zp[h] || '-' || 1000 + i * 7919 % 8000 ELSE zp[h] END, CASE WHEN i % 7 > 0 THEN cn[h] END, timestamp
    '2012-04-01 08:00' + i * interval '13 days 3 hours'
FROM k, w WHERE i <= 310 ORDER BY i;

INSERT INTO patient SELECT i, (ARRAY['092038496','082299389','048994297','055318513','072660806','039674510','050099654','017284142','075705491','078382801','088078555',
    '016851321','027020965','032835514','025913823',
'098337413','035537984','065192338','040713885','016303364','081725285','079124798','021954367','098814908','022487649','090697897','089449847','024326647','016967127',
    '028103638',
'080820814','099464893','025854258','008197881','077484350','042389429','049529688','008954463','016257081','094921087','073496176','038385480','095777231','085744415',
    '013830310',
'074178161','095932653','030334072','010801793','075426197','038900338','091387415','068999697','055529804','092270933','046573143','075963454','089905038','072868771',
    '058704016',
'022453377','020261004','041957903','014388565','039614367','050490887','053684668','032044745','011058708','093094464','022699326','021797782','091714790','085924413',
    '033923251',
'097155840','089886014','028082071','052493244','008855553','053842449','092743905','018036350','077717064','006489991','051756021','032881138','068128990','061876629',
    '083527499',
'096031216','014777023','028048213','072435282','009124835','027519834','047487723','023825656','082001892','071749097','022616460','050232255','036738540','008312043',
    '032292310',
'099326209','007065204','072491210','030337281','074324757','022190367','079723771','020241337','029595394','028804805','015420110','053592614','073904963','068661941',
    '025768698',
'050336841','037794526','064280407','052606654','052350022','013119870','064807969','099921934','078607223','077222156','078898566','066586017','087697512','055286447',
    '035639541',
'032333635','045118791','035405455','020179396','062826169','039763982','036771327','037701976','010914984','014559942','047436530','069015832','065330409','006470827',
    '066215211',
'061559159','057234676','054497144','028461150','029993573','031039027','096343330','064843808','062263868','053011904','007236268','067874727','092944867','023513666',
    '007044134',
'047550405','009295817','041327735','010788719','017393257','013428180','073386583','032932386','010450930','063216360','050776707','081699324','087956280','035251719',
    '013285234',
'016723371','053291951','059924167','078277662','024496556','055086995','018383026','082283011','075557504','043753466','078841137','057059198','032830176','066122037',
    '078634722',
'065371064','046101259','019691377','069024685','072389307','065110231','047931167','082473810','068540483','098426844','088888029','048395156','024947095','091968156',
    '035906395',
'055808380','096120068','012272258','049113525','047210356','081802076','069622561','039500483','014017057','062250261','070618095','018080689','036285120','041972365',
    '087936456',
'022042170','058452525','097858674','091790840','052281508','064829492','043977800','013640461','024680746','079644639','017733353','061871158','064076250','007804925',
    '037558111',
'040671026','028487387','060786522','059319715','088773775','069212538','042512426','089003362','019917954','024308652','074694126','048365142','009917451','007796980',
    '045810207',
'018529974','036554566','061746657','084977024','039597174','085210391','024843054','078198926','017802356','015343098','080461742','092548569','073262545','069427839',
    '060356201',
'095643011','097536593','020854394','026605667','042501684','091594879','081560815','070562897','008587255','057200370','029997749','089897177','061936167','071891733',
    '075796292',
'075940346','055986780','007188352','096113998','098879158','068739622','059157685','006649214','079692372','058298332','010018059','098104656','021884424','079269049',
    '054593256',
'070835939','012493664','055597579','080968621','075729509','099079741','033955535','098471584','059180836','086982857','073655250','034318717','067192104','074654872',
    '060394632',
'098774243','054417654','030530968','074758525','046163135'])[i],
  CASE WHEN i % 49 = 0 THEN upper(l) WHEN i % 97 = 0 THEN 'DOE' ELSE l END, CASE WHEN i % 97 = 0 THEN 'UNKNOWN' WHEN i % 71 = 0 THEN lower(g) WHEN i % 101 = 0 THEN
    'BABY BOY' ELSE g END,
  CASE WHEN i % 10 < 6 THEN substr('AJMLRTDESW', 1 + i * 3 % 10, 1) END, CASE WHEN f = 0 AND i % 12 = 0 THEN (ARRAY['Jr','Sr','III'])[1 + i / 12 % 3] END,
  date '1931-02-17' + (i * 7919) % 33400, CASE WHEN i % 97 = 0 THEN 'U' WHEN f = 1 THEN 'F' ELSE 'M' END,
  CASE WHEN i % 88 = 0 THEN '999-99-9999' WHEN i % 10 > 1 THEN (ARRAY['726-89-6477','626-70-3980','607-54-9548','675-51-3438','404-39-6825','151-97-7607','690-72-8912',
    '748-69-8051','523-13-6017','098-31-4929','490-84-5679','108-42-8633','576-13-0108',
'341-69-4693','106-73-0635','363-25-6167','513-70-9726','497-62-5585','417-37-8797','697-83-9130','090-08-8758','264-69-8182','619-41-9121','172-30-0088','394-10-5521',
    '731-27-9252',
'161-41-2672','663-14-6561','554-33-1461','730-22-6530','612-26-9326','097-36-1887','545-47-6581','316-56-4346','061-96-1155','191-50-6220','185-88-0223','001-34-2789',
    '400-08-8922',
'014-64-9395','387-17-8697','067-96-4592','277-19-9928','049-51-2699','205-83-3379','528-88-0215','091-59-1365','453-86-7732','161-71-0061','309-26-1186','315-36-6397',
    '127-13-0950',
'448-67-3621','287-59-1614','756-01-8430','351-71-5132','693-47-4549','688-02-4672','405-34-4175','607-57-8427','296-87-7750','624-06-1164','685-42-7691','117-24-1505',
    '172-06-7833',
'255-03-5299','499-11-5497','493-11-6314','235-75-9780','510-65-1511','171-75-1483','689-80-2549','308-82-2289','037-02-1659','274-63-6825','491-47-9356','662-72-1394',
    '599-79-9564',
'767-04-9388','184-58-4132','272-11-3314','160-90-9943','164-98-0770','278-62-2850','230-08-7293','397-72-7932','646-92-5648','031-21-8912','016-97-0593','118-74-7737',
    '633-06-1572',
'758-02-5863','638-09-7849','657-37-4750','232-92-6781','452-12-8184','352-39-9528','254-87-0301','735-10-3725','030-31-2706','603-34-8656','353-64-6757','362-28-8566',
    '262-64-1885',
'260-76-4731','283-13-4218','515-32-9976','252-70-7250','368-02-9672','638-56-6653','018-84-8885','377-55-8462','390-60-1746','597-51-6610','531-96-0441','094-87-4223',
    '612-21-5210',
'692-86-8101','420-41-1607','413-63-2939','570-63-8557','231-02-2116','495-14-3089','743-62-6043','147-86-9111','503-64-4670','231-32-8173','696-84-1819','546-38-4189',
    '170-21-0493',
'606-79-3241','373-08-5900','651-25-5802','365-29-0475','208-25-0163','102-68-7476','528-18-0789','322-53-0471','206-75-4721','682-87-8408','077-06-7152','609-93-4522',
    '702-15-5898',
'682-02-0001','055-45-8593','342-34-2659','723-08-3635','336-08-6728','464-01-0996','262-06-4849','017-45-0375','247-42-8279','257-30-7214','535-22-0395','469-56-3834',
    '535-48-1468',
'330-57-3610','722-03-5841','475-19-9991','395-82-2987','059-09-5344','752-96-4661','059-01-6298','530-19-6796','504-16-7767','191-29-5544','254-53-1081','389-47-5037',
    '181-39-1058',
'066-78-9919','458-95-3400','604-02-9503','095-35-0554','708-96-0449','223-15-4019','090-70-9129','293-27-7681','395-48-6688','531-94-7720','270-38-9505','501-91-2560',
    '566-38-0989',
'657-58-1487','140-56-8020','620-34-6467','580-57-2488','108-41-8245','015-26-4346','518-54-0323','635-70-1200','560-69-9927','277-47-3547','415-49-5355','251-12-7989',
    '508-15-6554',
'732-93-9979','282-33-9284','624-56-2510','558-68-8040','001-93-8222','636-67-1701','005-65-9855','155-45-0270','329-19-7632','321-85-7804','444-41-8083','492-98-8966',
    '388-29-4067',
'525-83-8463','212-77-5311','598-21-5079','109-29-2828','753-23-6879','390-46-0136','203-11-9398','615-05-3332','160-78-6074','277-36-5805','337-03-3091','590-41-0787',
    '523-27-9457',
'629-68-3907','196-38-2387','089-03-1582','271-35-6023','472-75-1903','401-54-8481','485-08-9525','456-56-7564','672-98-2240','329-85-2240','450-08-2673','701-55-5788',
    '331-79-5168',
'406-25-3197','346-63-9482','641-95-9942','308-14-2893','482-79-9785','743-67-1324','592-73-6252','648-06-0725','770-70-8708','009-90-7624','458-29-6712','185-18-6597',
    '450-25-3984',
'261-42-1822','149-62-6117','495-04-7618','654-66-4073','231-01-5731','024-58-7656','743-87-1673','328-60-0666','199-85-6343','402-14-9892','406-40-9736','656-71-8261',
    '307-77-1333',
'388-47-8061','726-47-6322','195-89-7927','103-50-4125','155-63-1294','283-63-8625','097-03-3303','337-29-6376','096-42-1605','047-89-3246','001-28-6683','199-05-6966',
    '075-20-9292',
'068-52-1593','327-82-1276','094-39-7812','728-51-8597','618-15-1442','463-21-4014','319-25-7570','395-15-2762','410-67-1610','644-51-9132','124-98-0962','159-69-8360',
    '283-86-2639',
'555-92-7881','596-39-0037','761-21-4814','692-64-3214','671-64-2205','217-77-6792','172-73-9542','228-26-5643','361-88-7943','612-77-7033','445-97-5581','592-59-7311',
    '082-64-4339',
'618-63-4928','105-20-8934','118-40-0563','240-22-2267','254-72-0194','401-94-6620','419-65-2566','017-10-2876','374-74-4587','636-86-1214','534-56-8741','364-98-1214',
    '563-97-9837',
'313-10-7518','238-38-4884','734-05-2304','134-87-6207','116-71-2061','298-21-8508','564-93-5506','510-48-0479'])[i] END, CASE WHEN i % 9 > 0 THEN (ARRAY['WH','BL','HI',
    'AS','WH','WH','OT'])[1 + i * 3 % 7] END,
  CASE WHEN i % 8 > 0 THEN CASE WHEN date '1931-02-17' + (i * 7919) % 33400 < date '2003-01-01' THEN (ARRAY['S','M','M','D','W','S'])[1 + i * 5 % 6] ELSE 'S' END END,
    CASE WHEN i % 5 > 0 THEN (ARRAY['eng','eng','spa','eng','pol','vie','eng'])[1 + i % 7] END,
  CASE WHEN i % 10 < 4 THEN (ARRAY['Catholic','Baptist','Lutheran','None','Jehovah''s Witness','Jewish','Muslim','Methodist'])[1 + i * 3 % 8] END,
  CASE WHEN i % 66 = 0 THEN 'n/a' WHEN i % 10 < 6 THEN CASE WHEN i % 3 = 0 THEN ac[h] || '-' || 220 + i * 7 % 700 || '-' || 1000 + i * 7919 % 9000 ELSE '(' || ac[h] ||
    ') ' || 220 + i * 7 % 700 || '-' || 1000 + i * 7919 % 9000 END END,
  CASE WHEN i % 10 > 2 THEN CASE i % 3 WHEN 0 THEN ac[h] || '-' || 230 + i * 11 % 700 || '-' || 1000 + i * 3571 % 9000 WHEN 1 THEN '(' || ac[h] || ') ' || 230 + i * 11 %
    700 || '-' || 1000 + i * 3571 % 9000 ELSE ac[h] || 230 + i * 11 % 700 || 1000 + i * 3571 % 9000 END END,
  CASE WHEN i % 77 = 0 THEN 'declined' WHEN i % 10 IN (1, 3, 6, 8) THEN CASE i % 3 WHEN 0 THEN lower(g || '_' || replace(l, '''', '')) ELSE lower(left(g, 1) || replace(l,
    '''', '')) END || 1940 + i * 7 % 65 || '@' || dom[1 + i % 8] END,
  CASE WHEN i <= 310 THEN i END, CASE WHEN i % 10 IN (0, 2, 5, 9)
    AND date '1931-02-17' + (i * 7919) % 33400 < date '2003-01-01' THEN (ARRAY['retired','truck driver','cashier','teacher aide','welder','student','unemployed',
    'home maker','forklift operator','police officer'])[1 + i * 7 % 10] END,
  CASE WHEN i % 10 IN (2, 5, 9)
    AND date '1931-02-17' + (i * 7919) % 33400 < date '2003-01-01' THEN (ARRAY['Caterpillar Inc','Walmart','Joliet Public Schools','self','City of Chicago','UPS','Hy-Vee',
    'BNSF Railway'])[1 + i * 3 % 8] END,
  CASE WHEN i % 3 > 0 THEN CASE WHEN f = 1 THEN mn[1 + i * 5 % 24] ELSE wn[1 + i * 5 % 24] END || ' ' || CASE WHEN i % 4 > 0 THEN l ELSE fn[1 + i % 48] END END,
  CASE WHEN i % 3 > 0 THEN ac[h] || '-' || 240 + i * 13 % 700 || '-' || 1000 + i * 6121 % 9000 END,
  CASE WHEN i % 10 < 4 THEN (ARRAY['O+','A+','O+','B+','A-','AB+','O-','A+'])[1 + i * 3 % 8] END,
  CASE WHEN i % 10 < 3 THEN (ARRAY['NKDA','penicillin - hives','sulfa','latex','codeine, nausea','NKDA','peanuts','iodine contrast'])[1 + i * 3 % 8] END,
  CASE WHEN i % 29 = 0 THEN date '2021-01-20' + i * 5 END, CASE WHEN i % 13 > 0 THEN i % 10 > 0 END, CASE WHEN i % 4 > 0 THEN 1 + i * 11 % 48 END, timestamp
    '2012-04-01 08:00' + i * interval '13 days 3 hours'
FROM k, w WHERE i <= 320 ORDER BY i;

INSERT INTO payer VALUES (1,'Blue Prairie Health of Illinois','300 E Randolph St','Chicago','IL','60601','800-555-0111','312-555-0190','claims@blueprairie.example',
    '00621'),
(2,'Medicare Part B - Great Lakes','PO Box 6704','Indianapolis','IN','46206','866-555-0134','317-555-0177',NULL,'00131'),(3,'Illinois Medicaid','201 S Grand Ave E',
    'Springfield','IL','62763','877-555-0102',NULL,'hfs.providers@medicaid.example','SKIL0'),
(4,'Lakeshore HMO','55 Monroe St','Chicago','IL','60603','800-555-0168','312-555-0115','provider.rel@lakeshorehmo.example','36273'),(5,'United Teamsters Welfare Fund',
    '1645 W Jackson Blvd','Chicago','IL','60612','312-555-0144','312-555-0145','benefits@utwf.example','88291'),
(6,'Heartland Mutual','100 State Farm Way','Bloomington','IL','61710','309-555-0107','309-555-0108','info@heartlandmutual.example','TH071'),(7,'Veterans Choice',
    'PO Box 2748','Virginia Beach','VA','23450','800-555-0150',NULL,NULL,'VACCN'),(8,'Self pay','-','-',NULL,NULL,NULL,NULL,NULL,NULL);

INSERT INTO pt_ins SELECT n, x.pt, 1 + n * 5 % 7, CASE WHEN n <= 260 THEN 1 ELSE 2 END,
  CASE 1 + n * 5 % 7 WHEN 2 THEN (1 + n % 9)::text || (ARRAY['EG4','AN7','FX1','CK9'])[1 + n % 4] || '-TE' || n % 9 || '-MK' || lpad((n % 90)::text, 2, '0')
    WHEN 3 THEN (100000000 + n * 79193 * 31::bigint % 800000000)::text ELSE (ARRAY['XOF','ZGP','LHM'])[1 + n % 3] || 800000000 + n * 79193 END,
  CASE WHEN n % 4 > 0 THEN (ARRAY['P','H',''])[1 + n % 3] || 10000 + n * 7919 % 600 * 17 END,
  CASE WHEN n % 6 > 0 THEN upper(k.l || ', ' || CASE WHEN n % 4 = 0 THEN wn[1 + n % 24] ELSE k.g END) END,
  CASE WHEN n % 3 > 0 THEN CASE WHEN n % 4 = 0 THEN date '1950-06-01' + n * 53 ELSE p.dob END END, CASE WHEN n % 3 > 0 THEN (ARRAY[0,15,20,35,50])[1 + n % 5] END, date
    '2015-01-01' + n * 9
FROM (SELECT n, CASE WHEN n <= 260 THEN n ELSE (n - 260) * 5 END AS pt FROM generate_series(1, 300) n) x JOIN k ON k.i = x.pt JOIN patient p ON p.pt_id = x.pt, w ORDER BY
    n;

INSERT INTO dx_ref VALUES ('I10','Essential (primary) hypertension',9),('E11.9','Type 2 diabetes mellitus without complications',4),('J45.909',
    'Unspecified asthma, uncomplicated',10),('F32.9','Major depressive disorder, single episode, unspecified',5),
('M54.50','Low back pain, unspecified',13),('N39.0','Urinary tract infection, site not specified',14),('J18.9','Pneumonia, unspecified organism',10),('K21.9',
    'Gastro-esophageal reflux disease without esophagitis',11),('C50.911','Malignant neoplasm of right female breast',2),
('B20','Human immunodeficiency virus disease',1),('I48.91','Unspecified atrial fibrillation',9),('S72.001A','Fracture of neck of right femur, initial encounter',19),
    ('O80','Encounter for full-term uncomplicated delivery',15),('F10.20','Alcohol dependence, uncomplicated',5),
('G40.909','Epilepsy, unspecified, not intractable',6),('I50.9','Heart failure, unspecified',9),('Z00.00','General adult medical examination',21),('R07.9',
    'Chest pain, unspecified',18),('E78.5','Hyperlipidemia, unspecified',4),('N18.3','Chronic kidney disease, stage 3',14);

INSERT INTO drug VALUES (1,'00093-1048-01','metformin','Glucophage','500 mg','tab','Northlake Generics',NULL,0.0412),(2,'68180-0513-09','lisinopril','Zestril','10 mg',
    'tab','Lupine Labs',NULL,0.0230),(3,'00071-0155-23','atorvastatin','Lipitor','20 mg','tab','Parkwell',NULL,0.1180),
(4,'00173-0682-20','albuterol','Ventolin HFA','90 mcg','inhaler','Gladstone',NULL,2.9100),(5,'00406-0123-01','hydrocodone/apap','Norco','5/325 mg','tab','Mallory',  'C2',
    0.1650),(6,'00781-1506-10','atenolol','Tenormin','50 mg','tab','Sandhill',NULL,0.0510),
(7,'00049-4900-66','sertraline','Zoloft','50 mg','tab','Parkwell',NULL,0.0890),(8,'00143-9924-20','cephalexin','Keflex','500 mg','cap','Westbrook',NULL,0.1020),(9,
    '61958-2501-01','bictegravir/emtricitabine/taf','Biktarvy','50/200/25 mg','tab','Gilmore',NULL,118.4000),
(10,'00228-2029-10','alprazolam','Xanax','0.5 mg','tab','Actley','C4',0.0440),(11,'00056-0172-70','warfarin','Coumadin','5 mg','tab','Bristow',NULL,0.1310),(12,
    '00088-2220-33','insulin glargine','Lantus','100 U/mL','vial','Sanovia',NULL,28.3700),
(13,'00310-0201-30','anastrozole','Arimidex','1 mg','tab','Astor',NULL,0.2240),(14,'50458-0220-01','methylphenidate','Concerta','18 mg','tab','Jansen','C2',5.1200),(15,
    '00054-4297-25','furosemide','Lasix','40 mg','tab','Roxbury',NULL,0.0370);

INSERT INTO lab_test VALUES ('2345-7','Glucose','serum','mg/dL',70,99),('4548-4','Hemoglobin A1c','blood','%',4,5.6),('2160-0','Creatinine','serum','mg/dL',0.6,1.3),
    ('718-7','Hemoglobin','blood','g/dL',12,17.5),('6690-2','Leukocytes','blood','10*3/uL',4,11),
('2951-2','Sodium','serum','mmol/L',135,145),('2823-3','Potassium','serum','mmol/L',3.5,5.1),('13457-7','LDL cholesterol','serum','mg/dL',0,129),('3016-3','TSH','serum',
    'mIU/L',0.4,4),('7917-8','HIV 1 antibody','serum',NULL,NULL,NULL),('2106-3','hCG, qualitative','urine',NULL,NULL,NULL),('5902-2','Prothrombin time','plasma','s',11,
    13.5);

INSERT INTO encounter SELECT i, 'V' || lpad((1000000 + i * 37)::text, 9, '0'), 1 + (i * 67) % 320, CASE WHEN i % 20 > 0 THEN 1 + i * 13 % 48 END, CASE WHEN i % 3 > 0 THEN
    1 + i * 5 % 11 END, (ARRAY['I','O','E','O'])[1 + i % 4],
  timestamp '2022-01-02 06:40' + i * interval '57 hours 13 minutes', CASE WHEN i % 9 > 0 THEN timestamp '2022-01-02 11:40' + i * interval '57 hours 13 minutes' + (i % 7)
    * interval '19 hours' END,
  CASE WHEN i % 60 = 0 THEN '-' WHEN i % 12 > 0 THEN (ARRAY['chest pain x 2 hrs','SOB','fell off ladder, hip pain','fever and cough','annual physical','low back pain',
    'dizzy, passed out at church','suicidal thoughts','labor','burning on urination','med refill','seizure at work'])[1 + i * 5 % 12] END,
  CASE WHEN i % 10 < 5 THEN 'Pt is a ' || CASE WHEN k.f = 1 THEN 'woman' ELSE 'man' END || ' ' || (ARRAY['with long standing hypertension','who smokes one pack a day',
    'known to this service','brought in by the daughter','recently widowed'])[1 + i % 5] || '. ' ||
    (ARRAY['Denies drug use.','Lives alone, drinks 6 beers daily.','Mother died of MI at 52.','No prior surgeries.','Reports poor sleep since losing the job.'])[1 + i * 3
    % 5] || (ARRAY[' Plan: EKG, troponin, admit.',' Plan: home with antibiotics.',' Follow up in 2 wks with Dr. ' || fn[1 + i % 48] || '.',' Mr. / Ms. ' || k.l ||
    ' agrees with the plan.'])[1 + i % 4] END,
  (ARRAY['C','C','C','A'])[1 + i % 4] FROM generate_series(1, 330) e(i) JOIN LATERAL (SELECT l, f FROM k WHERE k.i = 1 + (e.i * 67) % 320) k ON true, w ORDER BY i;

INSERT INTO enc_dx SELECT 1 + (i - 1) % 330, 1 + (i - 1) / 330, (SELECT dx_code FROM dx_ref ORDER BY md5(dx_code) OFFSET i * 7 % 20 LIMIT 1), CASE WHEN i % 10 < 3 THEN
    date '2019-01-01' + i * 3 END, CASE WHEN i % 4 > 0 THEN (ARRAY['Y','N','Y'])[1 + i % 3] END
FROM generate_series(1, 400) i;

INSERT INTO vitals SELECT enc_id, admit_ts + interval '25 minutes', CASE WHEN enc_id % 3 > 0 THEN 150 + enc_id * 7 % 43 + 0.5 END, CASE WHEN enc_id % 40 = 0 THEN 0 ELSE
    48 + enc_id * 31 % 790 / 10.0 END, 98 + enc_id * 17 % 80, 55 + enc_id * 13 % 45, 36.2 + enc_id * 7 % 29 / 10.0, CASE WHEN enc_id % 10 < 6 THEN enc_id * 3 % 11 END
FROM encounter WHERE enc_id % 4 > 0;

INSERT INTO lab_res SELECT i, 1 + (i * 41) % 330, t.test_cd, 'L' || 22000000 + i * 13,
  CASE WHEN i % 45 = 0 THEN 'QNS' WHEN t.ref_hi IS NULL THEN (ARRAY['Negative','Negative','Positive','Negative'])[1 + i % 4] ELSE round(t.ref_lo + (t.ref_hi - t.ref_lo) *
    (i * 37 % 140) / 100, 1)::text END,
  CASE WHEN t.ref_hi IS NULL THEN NULL WHEN i * 37 % 140 > 130 THEN 'HH' WHEN i * 37 % 140 > 100 THEN 'H' WHEN i * 37 % 140 < 3 THEN 'L' END,
  CASE WHEN i % 10 < 2 THEN (ARRAY['hemolyzed, suggest redraw','called to RN at 0412','pt not fasting','confirmed by repeat','consistent with treated hypothyroidism'])[1
    + i * 3 % 5] END,
  timestamp '2022-01-03 05:30' + i * interval '55 hours' FROM generate_series(1, 340) i JOIN (SELECT *, row_number() OVER (ORDER BY test_cd) AS n FROM lab_test) t ON t.n
    = 1 + i * 5 % 12 ORDER BY i;

INSERT INTO rx SELECT i, 1 + (i * 83) % 320, 1 + i * 17 % 48, 1 + i * 4 % 15, CASE WHEN i % 50 = 0 THEN 'UD' ELSE (ARRAY['1 tab po bid with meals','1 tab po daily',
    '2 puffs q4-6h prn wheezing','1 tab po q6h prn pain','1 cap po qid x 7 days','10 units sc at bedtime','1 tab po qhs'])[1 + i * 3 % 7] END,
  CASE WHEN i % 10 < 5 THEN (ARRAY['HTN','DM2','anxiety','post-op pain','UTI','hyperlipidemia','asthma','HIV','depression'])[1 + i * 5 % 9] END, (ARRAY[30,60,90,1,20,28,
    14])[1 + i * 3 % 7], date '2022-01-05' + i * 3 FROM generate_series(1, 260) i;

INSERT INTO appt SELECT a.i, p.pt_id, 1 + a.i * 19 % 48, timestamp '2024-01-08 08:00' + (a.i / 18) * interval '1 day' + (a.i % 18) * interval '30 minutes', (ARRAY[20,20,
    40,60])[1 + a.i % 4],
  CASE WHEN a.i % 8 > 0 THEN (ARRAY['f/u HTN','wound check','diabetic foot','prenatal 28 wks','med check, Zoloft','new pt','INR','chemo cycle 3','pap'])[1 + a.i * 5 % 9]
    END, CASE WHEN a.i % 10 < 7 THEN coalesce(p.cell_ph, p.home_ph) END,
  CASE WHEN a.i % 9 = 0 THEN (ARRAY['no ride','in jail','daughter sick','cannot pay copay','moved to Indiana','forgot'])[1 + a.i / 9 % 6] END, CASE WHEN a.i % 9 = 0 THEN
    'CX' ELSE (ARRAY['SC','AR','NS','AR'])[1 + a.i % 4] END
FROM generate_series(1, 240) a(i) JOIN patient p ON p.pt_id = 1 + (a.i * 53) % 320 ORDER BY a.i;

INSERT INTO iface_log SELECT i, timestamp '2024-02-01 00:05' + i * interval '41 minutes', (ARRAY['LABLINK','PHARMNET','ADT-OUT','CLAIMS','PACS'])[1 + i % 5], ('172.16.8.'
    || 20 + i % 6)::inet, (ARRAY['ORU^R01','RDE^O11','ADT^A08','DFT^P03','ORM^O01'])[1 + i % 5], (ARRAY['I','I','W','E'])[1 + i % 4],
  CASE WHEN i % 4 > 1 THEN (ARRAY['ACK timeout after 30 s','queue depth 118','unknown segment ZB1','connection refused port 6661','disk 91 pct full'])[1 + i % 5] END FROM
    generate_series(1, 160) i;
DROP TABLE k, w;
