INSERT INTO shakha VALUES
    (1, 'Nehru Zila Pustakalaya', '12, Civil Lines, near Collectorate', 'Bhopal', '462001', '0755-2551287', 'hq@nehrupustakalaya.example.in', 1951),
    (2, 'T. T. Nagar Shakha', 'Plot 4, Link Road No. 1', 'Bhopal', '462003', '0755-2773410', 'ttnagar@nehrupustakalaya.example.in', 1968),
    (3, 'Rajwada Shakha', '45, M. G. Road', 'Indore', '452002', '0731-2534408', 'indore@nehrupustakalaya.example.in', 1959),
    (4, 'Kalidas Pustakalaya', 'Freeganj, Dewas Road', 'Ujjain', '456010', '0734-2515520', NULL, 1973),
    (5, 'Narmada Vachnalay', 'Wright Town, Stadium ke samne', 'Jabalpur', '482002', '0761-2403316', 'jabalpur@nehrupustakalaya.example.in', 1962),
    (6, 'Lashkar Shakha', 'Jayendraganj Chauraha', 'Gwalior', '474009', '0751-2421190', 'gwalior@nehrupustakalaya.example.in', 1955),
    (7, 'Setu Bal Pustakalaya', 'Sethani Ghat Marg', 'Hoshangabad', '461001', NULL, NULL, 1994),
    (8, 'Chalta Pustakalaya (Mobile Van)', 'Depot: 12, Civil Lines', 'Bhopal', '462001', '0755-2551290', 'van@nehrupustakalaya.example.in', 2009);

INSERT INTO vachnalay VALUES
    (1, 1, 'Samachar Patra Kaksh', 60, '07:00'),
    (2, 1, 'Pratiyogita Pariksha Hall', 120, '06:00'),
    (3, 1, 'Mahila Vachnalay', 40, '09:00'),
    (4, 2, 'General Reading Hall', 48, '08:00'),
    (5, 3, 'Ahilya Reading Room', 80, '07:00'),
    (6, 3, 'Bal Kaksh', 24, '10:00'),
    (7, 4, 'Sanskrit Adhyayan Kaksh', 30, '10:00'),
    (8, 5, 'Narmada Hall', 64, '07:30'),
    (9, 6, 'Digital Library', 32, '09:00'),
    (10, 6, 'Samachar Patra Kaksh', 36, '07:00'),
    (11, 7, 'Bal Vachnalay', 20, '11:00');

WITH d AS (
    SELECT
        ARRAY['978-81-87558-02-6', '9788123744261', '9788170288329', '9788126738564', '9788193909409', '9788189318475', '9788187388333', '978-81-935677-9-1',
            '9788193946459', '978-81-87175-51-3', '978-81-7028-711-7', '9788170280279', '978-81-87036-94-4', '9788170280767', '978-81-936255-6-9',
            '978-81-237-1512-4', '978-81-931740-8-1', '978-81-89127-34-3', '978-81-938424-8-5', '978-81-267-3669-0', '9788187278597',
            '978-81-87039-36-5', '9788123754932', '9788187986126', '9788187410553', '9788187446781', '9788187112266', '978-81-237-8608-7',
            '9788187558132', '9788189426750', '978-81-267-6460-0', '978-81-935161-3-3', '978-81-267-0295-4', '978-81-267-4808-2', '9788187000846',
            '9788187174103', '9788189304157', '978-81-237-6690-4', '978-81-267-8310-6', '9788126787593', '978-81-237-2961-9', '9788170288589',
            '9788170280439', '978-81-237-0447-0', '9788189359201', '9788193678640', '978-81-89771-89-8', '9788123785608', '9788187533603',
            '978-81-87493-92-1', '9788126735150', '978-81-267-1558-9', '9788126752133', '978-81-267-3912-7', '978-81-7028-631-8', '978-81-267-0420-0',
            '9788126768820', '9788187740261', '9788189481575', '9788123745343', '9788123795034', '9788126768851', '9788193631997',
            '978-81-934036-0-0', '9788170286967', '9788126772650', '9788189500627', '978-81-89101-48-0', '9788189756512', '9788187481874',
            '9788123782362', '9788170281146', '9788170285120', '978-81-237-4467-4', '9788187878469', '978-81-7028-996-8', '978-81-267-8994-8',
            '978-81-89226-44-2', '978-81-938592-7-8', '978-81-87331-35-3', '9788189433093', '9788193489581', '9788193202975', '978-81-267-3831-1',
            '978-81-87386-78-0', '9788126717422', '9788189811099', '9788123705217', '978-81-939516-7-5', '978-81-237-2985-5', '978-81-7028-566-3',
            '9788170280583', '978-81-237-9087-9', '978-81-938033-7-0', '9788126705672', '978-81-267-1683-8', '978-81-87939-65-8', '978-81-237-4289-2',
            '978-81-7028-904-3', '9788170288336'] AS isbn,
        ARRAY['Nadi ke Paar', 'Ret ka Ghar', 'Bharat ka Samvidhan: Ek Parichay', 'Modern Indian Economy',
            'Neem ka Ped aur Anya Kahaniyan', 'Quantitative Aptitude for Beginners', 'Purvaiya',
            'Madhya Pradesh Samanya Gyan', 'The Clockmaker of Mandu', 'Ganit Kaksha 10',
            'A Short History of the Narmada', 'Sanskrit Vyakaran Sopan', 'Adhoore Khat', 'Organic Chemistry Primer',
            'Computer Parichay', 'Birds of the Satpura', 'Lok Kathayen: Malwa', 'Chambal Diary',
            'Yoga aur Swasthya', 'Essays on Federalism', 'Chand Tare (Bal Kavita)', 'Patrakarita ke Sutra',
            'Rasoi Shastra', 'Physics for Classes XI-XII', 'Gond Kala', 'Krishi Vigyan Darshika'] AS t,
        ARRAY['Harinarayan Vyas', 'S. K. Bhargava', 'Kamla Devi Rathi', 'R. N. Malviya', 'Meher Contractor',
            'D. P. Tamrakar', 'Usha Nigam', 'T. R. Subbaraman', 'Acharya Vidyasagar', 'Leela Wakankar',
            'B. L. Gohiya', 'Suresh Chandra & Sons (eds.)', 'Board of Editors'] AS a,
        ARRAY['Sagar Prakashan', 'Vindhya Books Pvt. Ltd.', 'Granth Niketan', 'Malwa Sahitya Parishad',
            'Central Text House', 'Ujala Publications', 'Narmada Press'] AS p
)
INSERT INTO pustak
SELECT
    i,
    d.t[1 + (i * 7) % 26] || CASE WHEN i > 78 THEN ' (Bhag 4)' WHEN i > 52 THEN ' (Bhag 3)'
        WHEN i > 26 THEN ' (Bhag 2)' ELSE '' END,
    CASE WHEN i % 14 <> 3 THEN d.a[1 + (i * 7 % 26) % 13] END,
    CASE WHEN i % 22 <> 5 THEN d.p[1 + (i * 3) % 7] ELSE 'n/a' END,
    CASE WHEN i % 4 <> 1 THEN d.isbn[i] END,
    (ARRAY['Hindi', 'Hindi', 'English', 'Hindi', 'Urdu', 'English', 'Sanskrit', 'Marathi'])[1 + i % 8],
    (ARRAY['Upanyas', 'Itihas', 'Vigyan', 'Pratiyogita', 'Bal Sahitya', 'Kavita', 'Arthshastra',
        'Dharm-Darshan', 'Reference'])[1 + (i * 5) % 9],
    (100 + (i * 89) % 880) || '.' || (i * 7) % 100 || ' ' || upper(left(d.t[1 + (i * 7) % 26], 3)),
    CASE WHEN i % 9 <> 4 THEN 45 + (i * 61) % 900 END
FROM generate_series(1, 100) AS i, d;

INSERT INTO prati
SELECT
    i,
    1 + (i * 37) % 100,
    1 + (i * 5) % 8,
    'ACC' || 20000 + i * 3,
    '28' || lpad((i * 7351 + 40000)::text, 8, '0') || i * 13 % 10,
    CASE WHEN i % 31 = 0 THEN 'kho_gayi' WHEN i % 17 = 0 THEN 'marammat' WHEN i % 4 = 1 THEN 'nirgat'
        ELSE 'uplabdh' END
FROM generate_series(1, 180) AS i;

WITH d AS (
    SELECT
        ARRAY['299777963157', '338184869243', '625989542101', '756684854438', '226230269959', '734901617019', '924393718712', '520795185910', '724563249130',
            '579358563459', '517323731028', '996268845535', '826792053680', '713974904147', '724800013800', '614685505310', '781881563645',
            '227733904345', '472566094640', '721925209049', '839838921684', '739737381576', '447291279292', '276487165700', '427462708214',
            '650151316642', '457835810963', '726967367637', '206721676703', '262101191706', '720046574088', '839850339795', '706663546389',
            '687560092751', '425813323641', '454180732221', '398362637358', '549186494862', '715100010745', '482569426039', '404082356939',
            '668347159387', '614899894240', '830094428650', '253164014924', '362309963504', '707763037243', '494779307072', '538612949338',
            '904481142081', '937463857077', '558219751797', '476577155321', '434779851380', '491994872947', '702182723031', '629516956599',
            '715997350330', '765876576784', '772895040212', '544808519978', '302221605922', '659293588328', '836496548345', '585938382460',
            '409918333240', '338647600341', '981567066468', '967585462521', '256981214766', '902349294598', '317463981270', '559739760948',
            '987958150710', '620942230306', '935601406439', '798847824143', '479345462640', '420701960486', '503067539478', '722202570847',
            '734242695641', '326917388009', '582998136415', '749765909535', '239842384529', '299607527275', '867634538060', '655639107823',
            '220238626343', '889040926196', '423816528205', '692181272071', '748312132178', '830229247734', '827462421864', '639205107975',
            '781041806250', '886244250989', '319704272428', '921035161297', '213864902588', '436542888301', '393368954134', '399747390378',
            '838125700180', '509764880057', '286325361035', '998705134695', '670814493675', '841965647180', '508152455389', '286271772912',
            '915398248254', '470731825422', '855112142689', '237287189101', '385888713360', '254448066472', '531764876465', '881204649815',
            '308967847060', '712326307404', '258650278091', '425681707949', '717395452972', '409354471708', '709586399780', '494181000150',
            '697662222927', '464394318917', '657330459654', '608731299724', '979233219790', '679553815214', '882499924614', '263055695547',
            '794910026922', '216910919125', '209635769050', '710178529658', '823651519880', '363885893511', '434843077262', '522595640744',
            '401431173010', '508063721137', '691974561414', '765011845735', '437015390449', '645622070370', '822543482140', '856524657718',
            '895375045808', '625180270375', '287936371012', '420204335279', '875793181158', '369480872892', '254618141472'] AS aadhaar,
        ARRAY['Aarti', 'Anjali', 'Asha', 'Bhavna', 'Deepa', 'Farzana', 'Gayatri', 'Hemlata', 'Jyoti', 'Kavita', 'Komal', 'Lakshmi', 'Madhuri', 'Meena', 'Nazia',
            'Neha', 'Nirmala', 'Pooja', 'Pushpa', 'Rekha', 'Ritu', 'Sangeeta', 'Savita', 'Shabana', 'Sunita', 'Vandana'] AS f,
        ARRAY['Abhishek', 'Ajay', 'Amit', 'Anil', 'Arvind', 'Ashok', 'Dinesh', 'Ganesh', 'Gopal', 'Harish', 'Imran', 'Jagdish', 'Kailash', 'Mahesh', 'Manoj',
            'Mohammad', 'Mukesh', 'Naveen', 'Pankaj', 'Prakash', 'Rajesh', 'Rakesh', 'Ramesh', 'Salim', 'Sandeep', 'Santosh', 'Vijay', 'Yogesh'] AS m,
        ARRAY['Agrawal', 'Ahirwar', 'Ansari', 'Bairagi', 'Baghel', 'Bhadoria', 'Chaturvedi', 'Chouhan', 'Chourasia', 'Dubey', 'Dwivedi', 'Gupta', 'Jain', 'Jatav',
            'Joshi', 'Kale', 'Khan', 'Khare', 'Kori', 'Kushwaha', 'Lodhi', 'Malviya', 'Maravi', 'Mehra', 'Mishra', 'Nagar', 'Namdeo', 'Pandey',
            'Parmar', 'Patel', 'Patidar', 'Qureshi', 'Raghuvanshi', 'Rajput', 'Sahu', 'Saxena', 'Sharma', 'Shrivastava', 'Solanki', 'Tiwari', 'Tomar',
            'Uikey', 'Verma', 'Yadav'] AS s,
        ARRAY['Arera Colony', 'Shahpura', 'Lakherapura', 'Habibganj', 'Vijay Nagar', 'Sarafa Bazar', 'Palasia',
            'Nanakheda', 'Freeganj', 'Napier Town', 'Gorakhpur', 'Madan Mahal', 'Thatipur', 'Morar',
            'Kotwali Bazar', 'Itwara', 'Jahangirabad', 'Ashoka Garden', 'Sudama Nagar'] AS moh,
        ARRAY['Hamidia Road', 'Station Road', 'Subhash Marg', 'Jawahar Chowk', 'Gandhi Marg', 'Tilak Path',
            'Mandir Wali Gali', 'Old Bus Stand ke paas', 'Nehru Nagar Road', 'Bada Bazar', 'Masjid Road',
            'Kamla Park', 'Sector C', 'Sector 2', 'Teen Batti Chauraha', 'Ghanta Ghar', 'Neem Gali',
            'Railway Colony', 'Patel Marg', 'Ring Road', 'Shiv Mandir ke piche', 'Azad Ward', 'Gali No. 3',
            'Hanuman Tekri', 'Panchwati', 'Tulsi Vihar', 'Lal Kothi Road'] AS rd,
        ARRAY['Bhopal', 'Bhopal', 'Indore', 'Ujjain', 'Jabalpur', 'Gwalior', 'Hoshangabad', 'Sehore'] AS zila,
        ARRAY['4620', '4620', '4520', '4560', '4820', '4740', '4610', '4660'] AS pin
), p0 AS (
    SELECT i, i % 5 IN (1, 3) AS w, d.*,
        CASE WHEN i % 5 IN (1, 3) THEN d.f[1 + (i * 7) % 26] ELSE d.m[1 + (i * 11) % 28] END AS g,
        d.s[1 + (i * 17) % 44] AS fam, d.m[1 + (i * 13 + 5) % 28] AS pg,
        (ARRAY['98', '94', '70', '88', '91', '79', '62'])[1 + i % 7]
            || lpad(((i::bigint * 7654321 + 1357911) % 100000000)::text, 8, '0') AS mob
    FROM generate_series(1, 160) AS i, d
), p1 AS (
    SELECT i, w, f, m, s, aadhaar, moh, rd, zila, pin, mob, g, pg AS pg0,
        CASE WHEN g IN ('Imran', 'Mohammad', 'Salim', 'Farzana', 'Nazia', 'Shabana')
            THEN (ARRAY['Ansari', 'Khan', 'Qureshi'])[1 + i % 3]
            WHEN fam IN ('Ansari', 'Khan', 'Qureshi') THEN (ARRAY['Rathore', 'Soni', 'Meena'])[1 + i % 3]
            ELSE fam END AS fam
    FROM p0
), p AS (
    SELECT *, CASE
        WHEN fam IN ('Ansari', 'Khan', 'Qureshi') THEN (ARRAY['Abdul Karim', 'Yusuf', 'Rafiq', 'Nasir'])[1 + i % 4]
        WHEN pg0 IN ('Imran', 'Mohammad', 'Salim') THEN (ARRAY['Ramswaroop', 'Bhagwan Das', 'Kanhaiyalal'])[1 + i % 3]
        ELSE pg0 END AS pg
    FROM p1
)
INSERT INTO sadasya
SELECT
    i,
    (ARRAY['HQ', 'TTN', 'IND', 'UJN', 'JBP', 'GWL', 'HSB'])[1 + i % 7] || '/' || 2012 + i % 12 || '/'
        || lpad((i * 7 % 1900)::text, 4, '0'),
    CASE WHEN i % 53 = 8 THEN lower(g || ' ' || fam)
        WHEN i % 71 = 12 THEN g || '  ' || fam
        WHEN i % 6 = 0 AND NOT w AND g NOT IN ('Imran', 'Mohammad', 'Salim') THEN g || ' Kumar ' || fam
        WHEN i % 5 = 3 AND i % 4 = 0 THEN 'Smt. ' || g || ' ' || fam
        ELSE g || ' ' || fam END,
    CASE WHEN i % 11 = 4 THEN NULL WHEN i % 67 = 10 THEN '-' WHEN i % 3 = 0 THEN 'Shri ' || pg || ' ' || fam
        ELSE pg || ' ' || fam END,
    CASE WHEN i % 13 <> 6 THEN date '1949-08-20' + (i * 5417) % 21500 END,
    CASE WHEN i % 31 = 17 THEN NULL WHEN w THEN 'F' WHEN i = 94 THEN 'T' ELSE 'M' END,
    CASE WHEN i % 3 <> 1 THEN (ARRAY['GEN', 'OBC', 'OBC', 'SC', 'GEN', 'ST', 'EWS'])[1 + (i * 3) % 7] END,
    CASE WHEN i % 5 <> 2 THEN i % 26 = 3 END,
    CASE WHEN i % 17 = 9 THEN NULL WHEN i % 59 = 3 THEN 'n/a'
        ELSE CASE i % 4 WHEN 0 THEN '+91 ' || left(mob, 5) || ' ' || right(mob, 5) WHEN 1 THEN '0' || mob
        ELSE mob END END,
    CASE WHEN i % 5 IN (0, 1, 3) THEN lower(g) || (ARRAY['', '.', '_'])[1 + i % 3] || lower(replace(fam, ' ', ''))
        || CASE WHEN i % 2 = 0 THEN (1960 + (i * 7) % 48)::text ELSE i::text END || '@'
        || (ARRAY['gmail.com', 'rediffmail.com', 'yahoo.co.in', 'gmail.com', 'outlook.com'])[1 + i % 4] END,
    CASE WHEN i % 4 = 1 THEN NULL WHEN i % 2 = 0 THEN substr(aadhaar[i], 1, 4) || ' ' || substr(aadhaar[i], 5, 4)
        || ' ' || substr(aadhaar[i], 9, 4) ELSE aadhaar[i] END,
    CASE i % 4 WHEN 0 THEN 'H.No. ' || 3 + (i * 31) % 480 || ', ' WHEN 1 THEN (ARRAY['E', 'B', 'MIG', 'LIG', 'HIG'])
        [1 + i % 5] || '-' || 1 + (i * 17) % 220 || ', ' WHEN 2 THEN 'Flat ' || 101 + (i % 6) * 100
        || ', Sai Residency, ' ELSE 'Makan No. ' || 2 + (i * 13) % 300 || '/' || 1 + i % 9 || ', ' END
        || rd[1 + (i * 5) % 27],
    CASE WHEN i % 9 <> 5 THEN moh[1 + (i * 3) % 19] END,
    zila[1 + i % 8],
    CASE WHEN i % 15 = 7 THEN NULL WHEN i % 20 = 4 THEN left(pin[1 + i % 8], 3) || ' 0'
        || lpad((1 + i * 7 % 40)::text, 2, '0') ELSE pin[1 + i % 8] || lpad((1 + i * 7 % 40)::text, 2, '0') END,
    CASE WHEN (i * 5417) % 21500 > 19700 THEN 'Vidyarthi' WHEN i % 6 <> 4 THEN (ARRAY['Vidyarthi', 'Shikshak', 'Grihini', 'Kisan', 'Sevanivrit', 'Vyapari', 'Vakil',
        'UPSC aspirant', 'Bank clerk', 'Patrakar', 'Auto chalak', 'Berozgar', 'Nurse'])[1 + (i * 5) % 13] END,
    CASE WHEN i % 3 = 2 THEN '/photos/sadasya/' || lpad(i::text, 5, '0') || '.jpg' END,
    CASE WHEN i % 4 = 1 THEN CASE WHEN i % 8 = 1 THEN pg || ' ' || fam ELSE (ARRAY['Brijesh', 'Umesh', 'Devendra',
        'Hariom', 'Kamlesh'])[1 + i % 5] || ' ' || fam END END,
    CASE WHEN i % 4 = 1 AND i % 12 <> 5 THEN '9' || lpad(((i::bigint * 31415927 + 4567) % 1000000000)::text, 9, '0') END,
    (ARRAY['samanya', 'vidyarthi', 'varishth', 'samanya', 'aajeevan'])[1 + i % 5],
    CASE WHEN i % 5 <> 4 THEN date '2024-03-31' + (i % 4) * 365 END,
    timestamp '2012-06-04 10:20' + make_interval(hours => i * 611)
FROM p ORDER BY i;

WITH d AS (
    SELECT
        ARRAY['Aarti', 'Anjali', 'Asha', 'Bhavna', 'Deepa', 'Farzana', 'Gayatri', 'Hemlata', 'Jyoti', 'Kavita', 'Komal', 'Lakshmi', 'Madhuri', 'Meena', 'Nazia',
            'Neha', 'Nirmala', 'Pooja', 'Pushpa', 'Rekha', 'Ritu', 'Sangeeta', 'Savita', 'Shabana', 'Sunita', 'Vandana'] AS f,
        ARRAY['Abhishek', 'Ajay', 'Amit', 'Anil', 'Arvind', 'Ashok', 'Dinesh', 'Ganesh', 'Gopal', 'Harish', 'Imran', 'Jagdish', 'Kailash', 'Mahesh', 'Manoj',
            'Mohammad', 'Mukesh', 'Naveen', 'Pankaj', 'Prakash', 'Rajesh', 'Rakesh', 'Ramesh', 'Salim', 'Sandeep', 'Santosh', 'Vijay', 'Yogesh'] AS m,
        ARRAY['Agrawal', 'Ahirwar', 'Ansari', 'Bairagi', 'Baghel', 'Bhadoria', 'Chaturvedi', 'Chouhan', 'Chourasia', 'Dubey', 'Dwivedi', 'Gupta', 'Jain', 'Jatav',
            'Joshi', 'Kale', 'Khan', 'Khare', 'Kori', 'Kushwaha', 'Lodhi', 'Malviya', 'Maravi', 'Mehra', 'Mishra', 'Nagar', 'Namdeo', 'Pandey',
            'Parmar', 'Patel', 'Patidar', 'Qureshi', 'Raghuvanshi', 'Rajput', 'Sahu', 'Saxena', 'Sharma', 'Shrivastava', 'Solanki', 'Tiwari', 'Tomar',
            'Uikey', 'Verma', 'Yadav'] AS s
), p0 AS (
    SELECT i, CASE WHEN i % 3 = 0 THEN d.f[1 + (i * 5 + 2) % 26] ELSE d.m[1 + (i * 9 + 1) % 28] END AS g,
        d.s[1 + (i * 13 + 6) % 44] AS fam
    FROM generate_series(1, 60) AS i, d
), p AS (
    SELECT i, g, CASE WHEN g IN ('Imran', 'Mohammad', 'Salim', 'Farzana', 'Nazia', 'Shabana')
        THEN (ARRAY['Ansari', 'Khan', 'Qureshi'])[1 + i % 3]
        WHEN fam IN ('Ansari', 'Khan', 'Qureshi') THEN (ARRAY['Rathore', 'Soni', 'Meena'])[1 + i % 3]
        ELSE fam END AS fam
    FROM p0
)
INSERT INTO karmachari
SELECT
    i,
    1 + (i * 3) % 8,
    'NZP' || lpad((i * 11 + 100)::text, 4, '0'),
    CASE WHEN i = 23 THEN upper(g || ' ' || fam) WHEN i % 9 = 2 THEN 'Dr. ' || g || ' ' || fam ELSE g || ' ' || fam END,
    (ARRAY['Pustakalaya Sahayak', 'Library Attendant', 'Upper Division Clerk', 'Bhritya', 'Assistant Librarian',
        'Chowkidar', 'Granthpal', 'Data Entry Operator', 'Lekhapal', 'Van Chalak'])[1 + (i * 3) % 10],
    CASE WHEN i % 16 <> 5 THEN (ARRAY['9', '8', '7'])[1 + i % 3]
        || lpad(((i::bigint * 98765431 + 424242) % 1000000000)::text, 9, '0') END,
    CASE WHEN i % 3 <> 1 THEN lower(left(g, 1) || '.' || replace(fam, ' ', '')) || '@'
        || CASE WHEN i % 2 = 0 THEN 'nehrupustakalaya.example.in' ELSE 'gmail.com' END END,
    CASE WHEN i % 10 <> 3 THEN chr(65 + i * 7 % 26) || chr(65 + i * 11 % 26) || chr(65 + i * 5 % 26) || 'P'
        || upper(left(fam, 1)) || lpad((i * 1543 % 10000)::text, 4, '0') || chr(65 + i * 3 % 26) END,
    18000 + (i * 3700) % 61000,
    CASE WHEN i % 8 <> 6 THEN (ARRAY['3', '2', '1'])[1 + i % 3] || lpad(((i::bigint * 77345129 + 5012) % 10000000000)::text, 10, '0')
        END,
    CASE WHEN i % 4 <> 2 THEN (ARRAY['B+', 'O+', 'A+', 'AB+', 'O-', 'B+', 'A-'])[1 + i % 7] END,
    CASE WHEN i % 5 <> 3 THEN lower(left(g, 4)) || lower(left(replace(fam, ' ', ''), 3)) || i % 10 END,
    CASE WHEN i % 5 <> 3 THEN 'pbkdf2_sha256$260000$' || left(md5('salt' || i), 12) || '$'
        || encode(sha256(('k' || i)::bytea), 'base64') END,
    date '1989-07-03' + (i * 2111) % 12600
FROM p ORDER BY i;

INSERT INTO nirgam
SELECT i, 1 + (i * 41) % 160, 1 + (i * 67) % 180, t, t + 14 + i % 2 * 7,
    CASE WHEN i % 5 <> 0 THEN t + 3 + (i * 11) % 30 END, CASE WHEN i % 12 <> 1 THEN 1 + (i * 7) % 60 END
FROM generate_series(1, 200) AS i,
    LATERAL (SELECT date '2023-04-03' + (i * 3) AS t) AS x;

INSERT INTO shulk
SELECT
    i,
    1 + (i * 23) % 160,
    'R/' || 2022 + i % 3 || '/' || lpad((i * 3 + 11)::text, 5, '0'),
    (ARRAY['sadasyata', 'vilamb', 'amanat', 'vilamb', 'kho_gayi'])[1 + i % 5],
    (ARRAY[200, 12, 500, 8, 345.50])[1 + i % 5] + CASE WHEN i % 5 IN (1, 3) THEN i % 40 ELSE 0 END,
    CASE i % 3 WHEN 0 THEN 'upi' WHEN 1 THEN 'nakad' ELSE 'card' END,
    CASE WHEN i % 3 = 0 THEN CASE WHEN i % 2 = 0 THEN lower(split_part(replace(s.naam, 'Smt. ', ''), ' ', 1)) || i % 100
        ELSE '9' || lpad(((i::bigint * 55443321) % 1000000000)::text, 9, '0') END
        || (ARRAY['@oksbi', '@ybl', '@paytm', '@okhdfcbank', '@upi'])[1 + (i / 3) % 5] END,
    CASE WHEN i % 5 = 0 THEN (ARRAY['Beemari ke karan der se lautayi', 'Chhoot di gayi, garib chhatra',
        'Pustak bheeg gayi thi, sadasya ne maana', 'Bete ne jama kiya', 'Will pay balance after salary',
        'Sadasya ne galat vyavhar kiya', 'Pati ka transfer ho gaya, amanat vapas'])[1 + (i / 5) % 7]
        WHEN i % 77 = 4 THEN '' END,
    date '2022-04-05' + i * 5
FROM generate_series(1, 170) AS i JOIN sadasya AS s ON s.sadasya_id = 1 + (i * 23) % 160;

INSERT INTO seat_arakshan
SELECT i, 1 + (i * 29) % 160, 1 + (i * 3) % 11, chr(65 + i % 4) || 1 + (i * 7) % 20,
    date '2024-01-08' + i / 2, (ARRAY['subah', 'dopahar', 'shaam'])[1 + i % 3]
FROM generate_series(1, 140) AS i;

INSERT INTO wifi_log
SELECT
    500000 + i,
    1 + (i * 19) % 160,
    CASE WHEN i % 8 <> 3 THEN 1 + (i * 3) % 11 END,
    CASE WHEN i % 13 <> 5 THEN ((ARRAY['a4:50:46', '7c:03:ab', 'd0:9c:7a', '5e:21:f0', '38:e6:0a'])[1 + i % 5] || ':'
        || lpad(to_hex(i * 37 % 256), 2, '0') || ':' || lpad(to_hex(i * 91 % 256), 2, '0') || ':'
        || lpad(to_hex(i * 53 % 256), 2, '0'))::macaddr END,
    ('10.20.' || 1 + i % 6 || '.' || 10 + (i * 17) % 240)::inet,
    timestamp '2024-01-08 07:05' + make_interval(mins => i * 317)
FROM generate_series(1, 120) AS i;

INSERT INTO opac_khoj
SELECT
    i,
    CASE WHEN i % 3 <> 2 THEN 1 + (i * 31) % 160 END,
    CASE WHEN i % 60 = 7 THEN '' ELSE (ARRAY['samvidhan', 'mppsc 2024 question paper', 'madhumeh ka gharelu ilaj',
        'talaq kanoon', 'ncert physics 11', 'bal kavita', 'premchand', 'depression se kaise niklen', 'quran hindi anuvad',
        'bhagavad gita', 'sarkari naukri', 'garbhavastha dekhbhal', 'narmada itihas', 'tally sikhen',
        'english speaking course', 'gond painting', 'loan maafi yojana', 'organic chem', 'urdu shayari'])[1 + (i * 7) % 19]
        END,
    (i * 13) % 47,
    timestamp '2024-02-01 08:11' + make_interval(mins => i * 213)
FROM generate_series(1, 150) AS i;

INSERT INTO sujhav
SELECT
    i,
    1 + (i * 47) % 160,
    CASE WHEN i % 5 = 4 THEN NULL ELSE (ARRAY['Pankha kharab hai', 'Nayi pustak ki maang', 'Staff behaviour',
        'Pani ki vyavastha', 'Timing badhaiye', 'Card kho gaya', 'Shor bahut hai', 'Late fine galat laga'])[1 + i % 8] END,
    (ARRAY['Reading hall ke do pankhe do mahine se band hain, kripya theek karayein.',
        'Please buy new edition of Laxmikanth, I have exam in May.', 'Counter par baithe Sharma ji theek se baat nahin karte.',
        'Peene ka pani garam aata hai.', 'Main naukri ke baad 8 baje aata hoon, hall 10 baje tak khula rakhein.',
        'Mera card bus mein kho gaya, naya card kab milega?', 'Bachchon ka shor rehta hai, padhai nahin ho pati.',
        'I returned the book on time, my father has the receipt. Please remove the fine.',
        'Wheelchair ke liye ramp banwaiye, mujhe seedhi chadhne mein takleef hai.',
        'Bahut achchhi seva, dhanyavad.', 'Mahila vachnalay mein guard chahiye, main akeli aati hoon.'])[1 + i % 11]
        || CASE WHEN i % 6 = 0 THEN ' Mera number 98260' || lpad((i * 7919 % 100000)::text, 5, '0') || ' hai.' ELSE '' END,
    (ARRAY['naya', 'dekha', 'band'])[1 + i % 3],
    date '2023-11-02' + i * 2
FROM generate_series(1, 80) AS i;
