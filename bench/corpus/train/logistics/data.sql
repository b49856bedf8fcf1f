SET client_min_messages = warning;
-- 第 i 行、第 s 种用途的伪随机数（小于 n）
CREATE FUNCTION pg_temp.r(i bigint, s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5(i || '物' || s), 3, 7))::bit(28)::int % n $$;
CREATE FUNCTION pg_temp.qu(i bigint, s int, a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.r(i, s, cardinality(a))] $$;
CREATE FUNCTION pg_temp.nan(i bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.r(i, 1, 10) < 7 $$;
CREATE FUNCTION pg_temp.xing(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.qu(i, 2,
'{王,李,张,刘,陈,杨,赵,黄,周,吴,徐,孙,胡,朱,高,林,何,郭,马,罗,梁,宋,郑,谢,韩,唐,冯,于,董,萧,程,曹,袁,邓,许,傅,沈,曾,彭,吕,苏,卢,蒋,蔡,贾,丁,欧阳,司马}') $$;
CREATE FUNCTION pg_temp.ming(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.nan(i) THEN pg_temp.qu(i, 3,
'{建国,志强,伟,军,海涛,永福,国栋,勇,明辉,俊杰,浩然,德胜,小龙,立新,宏伟,鹏飞,子轩,磊,长江,春生,家豪,文斌,超,宝山,世杰,振华,一鸣,平}')
 ELSE pg_temp.qu(i, 3, '{秀英,丽,桂兰,婷婷,雪梅,晓燕,芳,静怡,梦瑶,玉珍,海燕,欣怡,红,美玲,思琪,春梅,娟,佳慧,雨桐,淑华,莹,小凤,慧敏,彩云}') END $$;
CREATE FUNCTION pg_temp.xm(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.xing(i) || pg_temp.ming(i) $$;
-- 省 市 区 邮编 地址码 区号 经度 纬度
CREATE FUNCTION pg_temp.di(i bigint, n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part((ARRAY[
'浙江省|杭州市|西湖区|310013|330106|0571|120.13|30.26','上海市|上海市|浦东新区|200120|310115|021|121.54|31.22','广东省|深圳市|南山区|518052|440305|0755|113.93|22.53',
'江苏省|苏州市|虎丘区|215011|320505|0512|120.57|31.30','四川省|成都市|锦江区|610021|510104|028|104.08|30.66','湖北省|武汉市|武昌区|430061|420106|027|114.31|30.55',
'河南省|郑州市|金水区|450003|410105|0371|113.66|34.80','山东省|青岛市|市南区|266071|370202|0532|120.41|36.08','陕西省|西安市|雁塔区|710061|610113|029|108.95|34.22',
'安徽省|合肥市|蜀山区|230031|340104|0551|117.26|31.85','福建省|厦门市|思明区|361001|350203|0592|118.08|24.45','湖南省|长沙市|天心区|410004|430103|0731|112.99|28.11',
'重庆市|重庆市|渝北区|401120|500112|023|106.63|29.72','北京市|北京市|朝阳区|100020|110105|010|116.44|39.92','河北省|石家庄市|长安区|050011|130102|0311|114.54|38.04',
'辽宁省|沈阳市|和平区|110001|210102|024|123.42|41.79','黑龙江省|哈尔滨市|南岗区|150001|230103|0451|126.67|45.76','江西省|南昌市|东湖区|330006|360102|0791|115.90|28.69',
'浙江省|宁波市|海曙区|315010|330203|0574|121.55|29.86','广东省|广州市|天河区|510630|440106|020|113.36|23.12'])[1 + pg_temp.r(i, 4, 20)], '|', n) $$;
CREATE FUNCTION pg_temp.jie(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.qu(i, 5,
'{文三路,人民路,中山北路,解放大道,建设街,和平路,科技园路,长江中路,学院路,新华街,香樟路,滨江大道,友谊路,朝阳街,东风路,环城西路,桃园路,古墩路,振兴街,光明路,世纪大道,胜利路,北京路,青年路,锦绣街,翠竹路,育才路,丰收街}')
 || (1 + pg_temp.r(i, 6, 980)) || '号' || CASE WHEN pg_temp.r(i, 7, 3) > 0 THEN pg_temp.qu(i, 8, '{阳光花园,翠苑小区,金色家园,万科城,碧桂园,锦绣华庭,书香苑,龙湖天街,幸福里,东方名城}') ||
 (1 + pg_temp.r(i, 9, 26)) || '栋' || CASE WHEN i % 2 = 0 THEN (1 + pg_temp.r(i, 10, 4)) || '单元' ELSE '' END || (1 + pg_temp.r(i, 11, 24)) || '0' || (1 + pg_temp.r(i, 12, 4)) || '室' ELSE '' END $$;
CREATE FUNCTION pg_temp.sr(i bigint) RETURNS date LANGUAGE sql IMMUTABLE AS $$ SELECT date '1963-04-11' + pg_temp.r(i, 13, 14300) $$;
-- 户籍地址码，与现住址不一定一致
CREATE FUNCTION pg_temp.hj(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.sr(i) < '1983-01-01' THEN pg_temp.qu(i, 178,
'{110102,110105,110108,120104,120106,210122,210321,230722,310101,310104,310110,320122,320123,330122,330127,340121,340621,350121,360121,422822,422825,430121,430321,440221,510121,510321,610121,610326,610330}')
ELSE pg_temp.qu(i, 178, '{130102,130105,210102,210105,230103,320102,320106,330102,330106,340103,350102,350105,360102,370102,370105,410102,410105,420103,420106,430103,430105,440104,440111,510112,610102,610104,310112,110108}') END $$;
CREATE FUNCTION pg_temp.sfzh(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT b || substr('10X98765432', 1 + (
 SELECT sum(substr(b, p, 1)::int * ('{7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2}'::int[])[p]) FROM generate_series(1, 17) AS p)::int % 11, 1)
 FROM (SELECT pg_temp.hj(i) || to_char(pg_temp.sr(i), 'YYYYMMDD') || lpad(pg_temp.r(i, 14, 60)::text, 2, '0') ||
 (2 * pg_temp.r(i, 15, 5) + CASE WHEN pg_temp.nan(i) THEN 1 ELSE 0 END) AS b) AS x $$;
CREATE FUNCTION pg_temp.sj0(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.qu(i, 16,
'{130,131,132,133,134,135,136,137,138,139,150,151,152,153,155,156,157,158,159,176,177,178,180,181,182,183,185,186,187,188,189,198,199}') || lpad(pg_temp.r(i, 17, 100000000)::text, 8, '0') $$;
CREATE FUNCTION pg_temp.sj(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE pg_temp.r(i, 18, 12)
 WHEN 0 THEN left(n, 3) || '-' || substr(n, 4, 4) || '-' || substr(n, 8) WHEN 1 THEN left(n, 3) || ' ' || substr(n, 4, 4) || ' ' || substr(n, 8)
 WHEN 2 THEN '+86' || n ELSE n END FROM (SELECT pg_temp.sj0(i) AS n) AS x $$;
CREATE FUNCTION pg_temp.luhn(s text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT s || (10 - sum(CASE WHEN (length(s) - p) % 2 = 0 THEN d * 2 / 10 + d * 2 % 10 ELSE d END) % 10) % 10
   FROM (SELECT p, substr(s, p, 1)::int AS d FROM generate_series(1, length(s)) AS p) AS x $$;
CREATE FUNCTION pg_temp.ean(s text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT s || (10 - sum(substr(s, p, 1)::int * CASE WHEN p % 2 = 0 THEN 3 ELSE 1 END) % 10) % 10 FROM generate_series(1, 12) AS p $$;
CREATE FUNCTION pg_temp.py(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.qu(i, 19,
'{wang,lixiao,zhang,liujun,chen,yang,zhaolei,huang,zhou,wuyong,xu,sunjie,hu,zhu,gaofei,lin,he,guo,mahui,luo,liang,song,zheng,xie}') $$;

INSERT INTO xt_zidian (lx, bm, mc, px) VALUES
('zffs', 'JF', '寄付', 1), ('zffs', 'DF', '到付', 2), ('zffs', 'YJ', '月结', 3), ('ddzt', '0', '待揽收', 1), ('ddzt', '1', '运输中', 2), ('ddzt', '2', '派送中', 3),
('ddzt', '3', '已签收', 4), ('ddzt', '9', '已取消', 5), ('bm', 'YY', '运营部', 1), ('bm', 'CW', '财务部', 2), ('bm', 'RS', '人事部', 3), ('bm', 'CK', '仓储部', 4),
('bm', 'CD', '车队', 5), ('bm', 'KF', '客服部', 6), ('bm', 'JS', '技术部', 7), ('chexing', 'XH', '厢式货车', 1), ('chexing', 'GL', '高栏车', 2), ('chexing', 'LC', '冷藏车', 3),
('minzu', '01', '汉族', 1), ('minzu', '02', '回族', 2), ('minzu', '03', '满族', 3), ('rzjb', 'INFO', '信息', 1), ('rzjb', 'ERROR', '错误', 2);

INSERT INTO cangku (ckbm, mc, sheng, shi, dz, jd, wd, dh, mj, fzr_id) VALUES
('CK-HZ01', '杭州余杭分拨中心', '浙江省', '杭州市', '良渚街道物流大道88号', 120.035412, 30.371208, '0571-88760112', 12800, 7),
('CK-SH01', '上海青浦中转场', '上海市', '上海市', '华新镇华腾路1288弄', 121.231877, 31.242190, '021-59790033', 22000, 19),
('CK-SZ01', '深圳宝安仓', '广东省', '深圳市', '福永街道桥头工业区3栋', 113.818226, 22.672931, '0755-27301866', 9600.5, 33),
('CK-WH01', '武汉东西湖仓', '湖北省', '武汉市', '吴家山金山大道特8号', 114.140388, 30.621745, '027-83210078', 15400, NULL),
('CK-CD01', '成都青白江仓', '四川省', '成都市', '国际铁路港大道619号', 104.251903, 30.878412, '028-83670021', 11000, 58),
('CK-XA01', '西安港务区仓', '陕西省', '西安市', '港务大道中段', 109.061245, 34.394518, NULL, 7800, NULL),
('CK-ZZ01', '郑州航空港仓', '河南省', '郑州市', '航空港区四港联动大道', 113.841109, 34.530277, '0371-86190220', 13500, 71),
('CK-SY01', '沈阳于洪仓', '辽宁省', '沈阳市', '沙岭街道沙岭路41号', 123.251874, 41.752660, '024-25380099', 6200, NULL);

INSERT INTO yuangong (gonghao, xingming, xb, csrq, sfzh, shouji, yx, minzu, hyzk, xueli, jtzz, bmbm, zhiwu, rzrq, yhkh, khh, zhuangtai, cjsj)
SELECT 'YG' || lpad((1000 + i)::text, 5, '0'), CASE pg_temp.r(i, 20, 60) WHEN 0 THEN pg_temp.xing(i) || ' ' || pg_temp.ming(i) WHEN 1 THEN pg_temp.xm(i) || '（离职）' ELSE pg_temp.xm(i) END,
 CASE WHEN pg_temp.nan(i) THEN '男' ELSE '女' END, pg_temp.sr(i), CASE WHEN pg_temp.r(i, 21, 30) > 0 THEN pg_temp.sfzh(i) END,
 CASE WHEN pg_temp.r(i, 22, 50) = 0 THEN '-' ELSE pg_temp.sj(i) END,
 CASE WHEN pg_temp.r(i, 23, 10) > 5 THEN CASE WHEN i % 2 = 0 THEN pg_temp.sj0(i) || '@' || pg_temp.qu(i, 24, '{163.com,139.com}') WHEN i % 3 = 0 THEN (20000000 + pg_temp.r(i, 25, 260000000) * 3) || '@qq.com'
  ELSE pg_temp.py(i) || pg_temp.r(i, 25, 9000) || '@' || pg_temp.qu(i, 24, '{126.com,163.com,sina.com,foxmail.com}') END END,
 pg_temp.qu(i, 26, '{汉族,汉族,汉族,汉族,汉族,汉族,汉,回族,满族,壮族,苗族}'), CASE WHEN pg_temp.r(i, 27, 6) > 0 THEN pg_temp.qu(i, 28, '{已婚,已婚,未婚,离异,丧偶}') END,
 CASE WHEN pg_temp.r(i, 29, 8) > 0 THEN pg_temp.qu(i, 30, '{高中,中专,大专,本科,初中,大专,硕士}') END,
 CASE WHEN pg_temp.r(i, 31, 50) = 0 THEN '无' ELSE pg_temp.di(i, 1) || CASE WHEN pg_temp.di(i, 1) = pg_temp.di(i, 2) THEN '' ELSE pg_temp.di(i, 2) END || pg_temp.di(i, 3) || pg_temp.jie(i) END,
 pg_temp.qu(i, 32, '{YY,CW,RS,CK,CK,CD,KF,JS}'), pg_temp.qu(i, 33, '{仓管员,分拣员,客服专员,会计,调度员,叉车工,站长,人事主管,程序员,出纳,揽收员}'),
 CASE WHEN pg_temp.r(i, 34, 25) > 0 THEN date '2012-03-01' + pg_temp.r(i, 35, 4300) END,
 CASE WHEN pg_temp.r(i, 36, 12) > 0 THEN pg_temp.luhn(pg_temp.qu(i, 37, '{622848,621700,622202,621661,622588}') || lpad((pg_temp.r(i, 38, 99999999)::bigint * 8123 + i)::text, 12, '0')) END,
 CASE WHEN pg_temp.r(i, 36, 12) > 0 THEN pg_temp.qu(i, 37, '{中国农业银行,中国建设银行,中国工商银行,中国银行,招商银行}') || left(pg_temp.di(i, 2), -1) || pg_temp.qu(i, 39, '{分行,城西支行,高新支行,人民路支行}') END,
 CASE WHEN i % 13 = 0 THEN 2 WHEN i % 47 = 0 THEN 3 ELSE 1 END, timestamp '2021-01-04 09:00' + i * interval '13 hours 7 minutes'
FROM generate_series(1, 160) AS i;

INSERT INTO cheliang (chepai, cjh, fdjh, pinpai, chexing, zaizhong, gcrq, bxdq, gps_sbh, cangku_id)
SELECT pg_temp.qu(i, 40, '{浙A,沪B,粤B,鄂A,川A,豫A,陕A,苏E}') || CASE WHEN i % 6 = 0 THEN 'D' || lpad(pg_temp.r(i, 41, 100000)::text, 5, '0')
  ELSE pg_temp.qu(i, 42, '{8,K,3,F,6,Q,5}') || lpad(pg_temp.r(i, 43, 1000)::text, 3, '0') || pg_temp.qu(i, 44, '{A,C,7,W,M,2}') END,
 (string_to_array('LZGJDJS4XME472027,LFWSRXRJ6MD213301,LFWSRXRJ0MC138410,LZGJDJS40KB457292,LFWSRXRJ4PC255394,LVBV4PBB5MF671624,LFNFVXNX2MF432188,'
 'LVBV4PBB5LA757253,LGAX4C448MD269375,LFNFVXNX2KE659447,LZGJDJS45KB876531,LFWSRXRJ2MC577799,LZGJDJS40LA769331,LFNFVXNX2NC979156,LGAX4C447LF691446,'
 'LGAX4C449NA277021,LZGJDJS47MB161625,LZGJDJS42MB575167,LFWSRXRJ2LE575571,LZGJDJS40MD387347,LVBV4PBBXND253623,LFNFVXNX1NE288110,LZGJDJS4XMB193467,'
 'LZGJDJS48ME920006,LFWSRXRJ5PC166174,LVBV4PBB3PF135985,LVBV4PBB6ME838689,LVBV4PBB1NC907138,LVBV4PBB7MF287327,LFWSRXRJ1KD673561,LVBV4PBB8MF386979,'
 'LZGJDJS4XME778886,LVBV4PBB1MC775349,LVBV4PBB0NC983823,LGAX4C446NC450580,LFWSRXRJ5LE274244,LGAX4C445MD396598,LFNFVXNX2NB746741,LFWSRXRJ8PF541232,LVBV4PBB9PE912336', ','))[i],
 CASE WHEN i % 7 > 0 THEN pg_temp.qu(i, 45, '{YC6L,ISDe,WP7H,CA4D}') || '-' || (10000000 + pg_temp.r(i, 46, 80000000)) END,
 pg_temp.qu(i, 47, '{东风,解放,福田,重汽,江淮}'), pg_temp.qu(i, 48, '{厢式货车,高栏车,冷藏车,厢式货车}'), 2 + pg_temp.r(i, 49, 30),
 date '2018-05-01' + pg_temp.r(i, 50, 1800), CASE WHEN i % 9 > 0 THEN date '2024-07-01' + pg_temp.r(i, 51, 360) END, '8681' || lpad((30042000 + i * 7)::text, 9, '0'), 1 + i % 8
FROM generate_series(1, 40) AS i;

INSERT INTO siji (xm, sj, sfz, jsz_dabh, zjcx, jszyxq, jjlxr, jjlxdh, weixin, xuexing, zhaopian, dqjd, dqwd, dwsj, pf, cheliang_id, bz, zt)
SELECT CASE WHEN pg_temp.r(c, 60, 50) = 0 THEN pg_temp.xing(c) || '师傅' ELSE pg_temp.xm(c) END, pg_temp.sj(c), CASE WHEN pg_temp.r(c, 61, 15) > 0 THEN pg_temp.sfzh(c) END,
 CASE WHEN pg_temp.r(c, 62, 8) > 0 THEN left(pg_temp.di(c, 5), 4) || lpad(pg_temp.r(c, 63, 100000000)::text, 8, '0') END,
 pg_temp.qu(c, 64, '{A2,B2,A1,B2,C1}'), CASE WHEN pg_temp.r(c, 65, 9) > 0 THEN date '2025-01-15' + pg_temp.r(c, 66, 2900) END,
 CASE WHEN pg_temp.r(c, 67, 10) > 2 THEN pg_temp.xm(c + 300) END, CASE WHEN pg_temp.r(c, 67, 10) > 2 THEN pg_temp.sj(c + 300) END,
 CASE WHEN pg_temp.r(c, 68, 10) > 4 THEN CASE c % 3 WHEN 0 THEN 'wxid_' || substr(md5('wx' || c), 1, 14) WHEN 1 THEN pg_temp.sj0(c) ELSE pg_temp.py(c) || '_' || pg_temp.r(c, 69, 10000) END END,
 CASE WHEN pg_temp.r(c, 70, 10) > 5 THEN pg_temp.qu(c, 71, '{A,B,O,AB,O}') END, CASE WHEN pg_temp.r(c, 72, 10) > 5 THEN '/upload/siji/' || substr(md5('zp' || c), 1, 16) || '.jpg' END,
 CASE WHEN c % 5 > 0 THEN (pg_temp.di(c, 7)::numeric + pg_temp.r(c, 73, 20000) / 100000.0)::float END, CASE WHEN c % 5 > 0 THEN (pg_temp.di(c, 8)::numeric + pg_temp.r(c, 74, 20000) / 100000.0)::float END,
 CASE WHEN c % 5 > 0 THEN timestamp '2024-06-18 06:00' + c * interval '97 seconds' END, CASE WHEN c % 8 > 0 THEN 3.4 + pg_temp.r(c, 75, 16) / 10.0 END,
 CASE WHEN c % 3 > 0 THEN 1 + c % 40 END, CASE WHEN pg_temp.r(c, 76, 10) > 6 THEN pg_temp.qu(c, 77, ('{跑夜车多,腰不好不能搬重货,老婆' || pg_temp.xm(c + 300) || '也在公司,酒驾前科，慎用,
 家在县城周末要回,脾气急,欠公司预支款3000,准备回老家,戴眼镜}')::text[]) END, CASE WHEN c % 11 = 0 THEN 0 ELSE 1 END
FROM generate_series(1001, 1180) AS c;

INSERT INTO kehu (khbm, gsmc, tyshxydm, gsdz, gsdh, gsyx, khyh, dgzh, xyed, cjsj)
SELECT 'KH' || lpad(i::text, 4, '0'), d || h || '有限公司', CASE WHEN i % 8 > 0 THEN u END, d || '市' || pg_temp.qu(i, 80, '{高新区创业路,工业园区金鸡湖大道,经济开发区迎宾路,软件园}') || (10 + i * 7) || '号',
 pg_temp.qu(i, 81, '{0571,021,0755,027,028}') || '-' || (60000000 + pg_temp.r(i, 82, 29000000)), CASE WHEN i % 5 > 0 THEN pg_temp.qu(i, 83, '{service,kefu,info,logistics}') || '@' || pg_temp.qu(i, 84, '{huaxing,yuanda,jinpeng,ruifeng,hengtong}') || i || '.com.cn' END,
 CASE WHEN i % 3 > 0 THEN '中国工商银行' || d || '分行营业部' END, CASE WHEN i % 3 > 0 THEN '1202' || lpad((pg_temp.r(i, 85, 99999999)::bigint * 1013)::text, 15, '0') END,
 50000 * (1 + i % 8), timestamp '2021-03-02 10:00' + i * interval '17 days'
FROM (SELECT i, u, (ARRAY['杭州', '上海', '苏州', '深圳', '武汉', '成都'])[1 + i % 6] AS d, (ARRAY['华兴电子', '远大家居', '金鹏服饰', '瑞丰食品', '恒通医疗器械', '丽人化妆品',
 '天和茶业', '卓越图书', '绿源农产品', '新锐数码', '百佳母婴'])[1 + i % 11] AS h FROM unnest(string_to_array('91310115MAK8PBRN72,91330106MAYTPLXGXH,91320505MA0TEQY740,91440305MAL1W53B3T,'
 '91420106MAFU7CH358,91510104MAJ70P6D0J,91370202MA85XUQC1Q,91410105MA5QR24K1D,91610113MAKE440U41,91350203MA06Q6Y582,91310115MAU59AY687,91330106MAHWML6538,'
 '91320505MAYYN6YY6X,91440305MAWC90BD1T,91420106MA5X482A4A,91510104MA9TKJ0K4B,91370202MAMNA29B5K,91410105MAT9FNA572,91610113MAFFN5189Y,91350203MAY0YPBU8G,'
 '91310115MAC0HRDB8C,91330106MACJT0E11Q,91320505MAN5KYY60N,91440305MA3Q7XTY7A', ',')) WITH ORDINALITY AS t(u, i)) AS x;

INSERT INTO kh_lxr (kehu_id, xm, zw, sj, dzyx, qq, sr, sfzlxr)
SELECT 1 + i % 24, CASE WHEN pg_temp.r(i, 90, 12) = 0 THEN pg_temp.xing(c) || pg_temp.qu(i, 91, '{经理,总,女士,先生}') ELSE pg_temp.xm(c) END,
 CASE WHEN pg_temp.r(i, 92, 5) > 0 THEN pg_temp.qu(i, 93, '{采购经理,总经理,仓库主管,跟单员,财务,销售总监,行政}') END, CASE WHEN pg_temp.r(i, 94, 15) > 0 THEN pg_temp.sj(c) ELSE '不详' END,
 CASE WHEN pg_temp.r(i, 95, 10) > 3 THEN pg_temp.py(c) || pg_temp.qu(i, 96, '{.,_,""}') || pg_temp.r(i, 97, 999) || '@' || pg_temp.qu(i, 98, '{163.com,qq.com,huaxing.com.cn,yuanda.com.cn,126.com,gmail.com}') END,
 CASE WHEN pg_temp.r(i, 99, 10) > 6 THEN (100000 + pg_temp.r(i, 100, 260000000) * 7)::text END,
 CASE WHEN pg_temp.r(i, 101, 10) > 6 THEN CASE WHEN i % 2 = 0 THEN to_char(pg_temp.sr(c), 'MM-DD') ELSE to_char(pg_temp.sr(c), 'YYYY-MM-DD') END END, i <= 24
FROM (SELECT i, i + 2000 AS c FROM generate_series(1, 60) AS i) AS x;

INSERT INTO shoujianren (xm, shouji, sheng, shi, qu, xxdz, yb, shfzh, jingdu, weidu, gxsj)
SELECT CASE pg_temp.r(c, 110, 40) WHEN 0 THEN pg_temp.xing(c) || pg_temp.qu(c, 111, '{女士,先生,小姐}') WHEN 1 THEN pg_temp.xing(c) || '  ' || pg_temp.ming(c)
  WHEN 2 THEN pg_temp.qu(c, 111, '{小丸子,阿杰,momo,豆豆妈妈}') ELSE pg_temp.xm(c) END,
 CASE WHEN pg_temp.r(c, 112, 40) = 0 THEN pg_temp.di(c, 6) || '-' || (62000000 + pg_temp.r(c, 113, 26000000)) ELSE pg_temp.sj(c) END, pg_temp.di(c, 1), pg_temp.di(c, 2),
 CASE WHEN pg_temp.r(c, 114, 25) > 0 THEN pg_temp.di(c, 3) END, pg_temp.jie(c), CASE WHEN pg_temp.r(c, 115, 10) > 4 THEN pg_temp.di(c, 4) END,
 CASE WHEN pg_temp.r(c, 116, 10) > 6 THEN pg_temp.sfzh(c) END, CASE WHEN c % 3 > 0 THEN pg_temp.di(c, 7)::numeric + pg_temp.r(c, 117, 99999) / 1000000.0 END,
 CASE WHEN c % 3 > 0 THEN pg_temp.di(c, 8)::numeric + pg_temp.r(c, 118, 99999) / 1000000.0 END, CASE WHEN c % 4 > 0 THEN timestamp '2024-01-05 11:00' + (c - 3000) * interval '11 hours' END
FROM generate_series(3001, 3300) AS c;

INSERT INTO dingdan (ddh, kehu_id, sjr_id, hwmc, jianshu, zhongliang, bjje, yunfei, zffs, zt, beizhu, xdsj)
SELECT 'DD' || to_char(t, 'YYYYMMDD') || lpad(i::text, 5, '0'), CASE WHEN i % 10 > 0 THEN 1 + pg_temp.r(i, 120, 24) END, 1 + pg_temp.r(i, 121, 300),
 pg_temp.qu(i, 122, '{衣服,手机配件,茶叶,图书,化妆品,奶粉,水果,文件,小家电,药品,鞋,玩具}'), 1 + pg_temp.r(i, 123, 2), 0.3 + pg_temp.r(i, 124, 300) / 10.0,
 CASE WHEN i % 6 = 0 THEN 500 * (1 + i % 9) END, 8 + pg_temp.r(i, 125, 600) / 10.0, pg_temp.qu(i, 126, '{JF,DF,YJ}'), pg_temp.qu(i, 127, '{0,1,2,3,3,3,3,9}')::int,
 CASE WHEN pg_temp.r(i, 128, 10) > 6 THEN pg_temp.qu(i, 129, ('{放门口鞋柜上,工作日不在家请晚上送,轻拿轻放,打电话不要按门铃孩子睡觉,放丰巢柜,送到前台给' || pg_temp.xing(i + 400) || '姐,周末派送,
 老人独居请帮忙搬上楼,联系' || pg_temp.sj0(i + 7000) || ',门禁密码2580#,无,急用}')::text[]) END, t
FROM (SELECT i, timestamp '2024-03-01 08:20' + i * interval '7 hours 13 minutes' AS t FROM generate_series(1, 300) AS i) AS x;

INSERT INTO baoguo (ydh, dingdan_id, tm, ccgg, cangku_id, kuwei, zt)
SELECT 'YT' || (7400000000000 + d.id * 1000 + k * 137), d.id, pg_temp.ean('690' || lpad(((d.id * 104729 + k) % 1000000000)::text, 9, '0')),
 CASE WHEN d.id % 4 > 0 THEN (20 + d.id % 30) || '*' || (15 + d.id % 17) || '*' || (10 + d.id % 9) END, CASE WHEN d.id % 7 > 0 THEN 1 + d.id % 8 END,
 CASE WHEN d.id % 3 > 0 THEN chr(65 + (d.id % 6)::int) || '-' || lpad((d.id % 20)::text, 2, '0') || '-' || (d.id % 5 + 1) END, LEAST(d.zt, 3)
FROM dingdan AS d, generate_series(1, d.jianshu) AS k WHERE d.zt < 9 ORDER BY d.id, k;

INSERT INTO qianshou (baoguo_id, siji_id, qsr, qsrdh, gx, qmtp, jd, wd, qssj)
SELECT b.id, 1 + pg_temp.r(b.id, 130, 180), CASE g WHEN '本人' THEN s.xm WHEN '快递柜' THEN NULL WHEN '驿站' THEN pg_temp.xing(b.id + 9000) || '老板' ELSE pg_temp.xm(b.id + 9000) END,
 CASE WHEN g IN ('家人', '同事') THEN pg_temp.sj(b.id + 9000) END, g,
 CASE WHEN g <> '快递柜' AND b.id % 3 = 0 THEN decode('89504e470d0a1a0a0000000d49484452000000a00000003c0103000000' || md5('qm' || b.id) || md5('mq' || b.id), 'hex') END,
 s.jingdu + 0.000021, s.weidu - 0.000017, d.xdsj + interval '2 days' + pg_temp.r(b.id, 131, 30000) * interval '1 second'
FROM (SELECT *, pg_temp.qu(id, 132, '{本人,本人,本人,家人,同事,快递柜,驿站,物业}') AS g FROM baoguo WHERE zt = 3) AS b
JOIN dingdan AS d ON d.id = b.dingdan_id JOIN shoujianren AS s ON s.id = d.sjr_id ORDER BY b.id;

INSERT INTO luxian (lxbm, qsz, zdz, tjd, licheng, glf)
SELECT 'LX' || lpad(i::text, 3, '0'), a, z, CASE WHEN i % 4 > 0 THEN ARRAY[(ARRAY['嘉兴', '合肥', '南昌', '常州', '孝感'])[1 + i % 5], (ARRAY['徐州', '衡阳', '安庆'])[1 + i % 3]] END,
 180 + i * 61, 95.5 + i * 23
FROM (SELECT i, (ARRAY['杭州', '上海', '深圳', '武汉'])[1 + i % 4] AS a, (ARRAY['西安', '成都', '郑州', '沈阳', '长沙', '青岛', '厦门'])[1 + i % 7] AS z FROM generate_series(1, 22) AS i) AS x;

INSERT INTO paiche (pcdh, siji_id, cheliang_id, luxian_id, fcsj, ddsj, youhao, guiji)
SELECT 'PC2024' || lpad(i::text, 6, '0'), s, 1 + pg_temp.r(i, 141, 40), 1 + pg_temp.r(i, 142, 22), t, CASE WHEN i % 12 > 0 THEN t + (5 + pg_temp.r(i, 143, 30)) * interval '1 hour' END,
 CASE WHEN i % 5 > 0 THEN 60 + pg_temp.r(i, 144, 4000) / 10.0 END, CASE WHEN pg_temp.r(i, 145, 3) > 0 THEN (SELECT jsonb_agg(jsonb_build_object('t', to_char(t + k * interval '40 minutes', 'HH24:MI'),
 'jd', round(pg_temp.di(s, 7)::numeric + k * 0.081 + pg_temp.r(i, 146, 900) / 10000.0, 5), 'wd', round(pg_temp.di(s, 8)::numeric - k * 0.047 + pg_temp.r(i, 147, 900) / 10000.0, 5))) FROM generate_series(1, 3) AS k) END
FROM (SELECT i, 1 + pg_temp.r(i, 140, 180) AS s, timestamp '2024-04-01 05:30' + i * interval '9 hours' AS t FROM generate_series(1, 200) AS i) AS x;

INSERT INTO weizhang (siji_id, cheliang_id, wzsj, wzdd, wzxw, fkje, kf)
SELECT 1 + pg_temp.r(i, 150, 180), CASE WHEN i % 6 > 0 THEN 1 + pg_temp.r(i, 151, 40) END, timestamp '2023-08-02 07:12' + i * interval '53 hours 41 minutes',
 pg_temp.qu(i, 152, '{G60沪昆高速K112+300,杭州市绕城高速西线,文一西路古墩路口,G4京港澳高速武汉段,二环南路高架,成都绕城K33,S32申嘉湖高速}'),
 pg_temp.qu(i, 153, '{超速20%以上未达50%,超载,疲劳驾驶,违反禁令标志,不按规定车道行驶,闯红灯,驾驶时拨打手机,未系安全带}'), 50 * (1 + pg_temp.r(i, 154, 8)), pg_temp.qu(i, 155, '{0,1,3,6,3,9}')::int
FROM generate_series(1, 90) AS i;

INSERT INTO gongzi (yuangong_id, yuefen, jbgz, jiangjin, shebao, gjj, geshui, sfgz)
SELECT y, '20240' || m, b, j, round(b * 0.105, 2), round(b * 0.07, 2), CASE WHEN b + j > 5000 THEN round((b + j - 5000) * 0.03, 2) ELSE 0 END,
 round(b * 0.825 + COALESCE(j, 0) - CASE WHEN b + j > 5000 THEN (b + j - 5000) * 0.03 ELSE 0 END, 2)
FROM (SELECT y, m, 3800 + pg_temp.r(y, 160, 90) * 100.0 AS b, CASE WHEN pg_temp.r(y * 7 + m, 161, 4) > 0 THEN pg_temp.r(y * 7 + m, 162, 3000) * 1.0 END AS j
 FROM generate_series(1, 160) AS y, generate_series(4, 5) AS m) AS x;

INSERT INTO xt_yonghu (yuangong_id, yhm, mima, yan, zhdlip, zhdlsj, sbbs, juese, zt)
SELECT CASE WHEN i < 3 THEN NULL ELSE 1 + (i * 3) % 160 END, CASE WHEN i = 1 THEN 'admin' WHEN i = 2 THEN 'jiekou' WHEN i % 3 = 0 THEN 'yg' || lpad((1000 + 1 + (i * 3) % 160)::text, 5, '0') ELSE pg_temp.py(i) || i END,
 md5('mima' || i), CASE WHEN i % 10 > 0 THEN substr(md5('yan' || i), 1, 6) END,
 CASE WHEN i % 6 > 0 THEN pg_temp.qu(i, 170, '{112,117,183,223,36,58,114,120}') || '.' || (8 + pg_temp.r(i, 171, 200)) || '.' || pg_temp.r(i, 172, 256) || '.' || (1 + pg_temp.r(i, 173, 254)) END,
 CASE WHEN i % 6 > 0 THEN timestamp '2024-06-10 08:01' + i * interval '71 minutes' END, CASE WHEN pg_temp.r(i, 174, 10) > 5 THEN substr(md5('sb' || i), 1, 16) END,
 pg_temp.qu(i, 175, '{diaodu,kefu,caiwu,cangguan}'), CASE WHEN i % 17 = 0 THEN 0 ELSE 1 END
FROM generate_series(1, 120) AS i;
