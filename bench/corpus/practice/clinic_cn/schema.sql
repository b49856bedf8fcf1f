-- 门诊管理系统：早期的表用汉字命名，二期扩展的表用拼音。

CREATE TABLE "科室" (
    "科室编号" char(4) PRIMARY KEY,
    "科室名称" varchar(40) NOT NULL UNIQUE,
    "位置"     varchar(60),
    "电话"     varchar(20)
);
COMMENT ON COLUMN "科室"."电话" IS '护士站电话';

CREATE TABLE "患者" (
    "患者编号"   bigint PRIMARY KEY,
    "病历号"     varchar(12) NOT NULL UNIQUE,
    "姓名"       varchar(30) NOT NULL,
    "性别"       char(1) CHECK ("性别" IN ('男', '女')),
    "出生日期"   date,
    "身份证号"   varchar(18),
    "手机号"     varchar(20),
    "民族"       varchar(10),
    "婚姻状况"   varchar(4),
    "职业"       varchar(30),
    "家庭住址"   varchar(120),
    "医保卡号"   varchar(12),
    "过敏史"     text,
    "血型"       varchar(3),
    "联系人姓名" varchar(30),
    "联系人电话" varchar(20),
    "建档时间"   timestamptz NOT NULL
);
CREATE INDEX ON "患者" ("身份证号");
CREATE INDEX ON "患者" ("手机号");
COMMENT ON COLUMN "患者"."病历号" IS '门诊病历号，终身不变';
COMMENT ON COLUMN "患者"."过敏史" IS '药物及食物过敏，无则为空';
COMMENT ON COLUMN "患者"."联系人姓名" IS '紧急联系人';

CREATE TABLE yisheng (
    ys_id       int PRIMARY KEY,
    gonghao     char(5) NOT NULL UNIQUE,
    xingming    varchar(30) NOT NULL,
    xingbie     smallint NOT NULL,
    keshi       char(4) NOT NULL REFERENCES "科室",
    zhicheng    varchar(20) NOT NULL,
    shouji      varchar(11),
    zyz_hao     char(15),
    zhaopian    varchar(120),
    jianjie     text,
    guahaofei   numeric(6,2) NOT NULL
);
COMMENT ON COLUMN yisheng.xingbie IS '1 男 2 女';
COMMENT ON COLUMN yisheng.zyz_hao IS '医师执业证书编码';
COMMENT ON COLUMN yisheng.zhaopian IS '官网照片';

CREATE TABLE "排班" (
    "排班编号" int PRIMARY KEY,
    "医生编号" int NOT NULL REFERENCES yisheng,
    "出诊日期" date NOT NULL,
    "时段"     char(2) NOT NULL CHECK ("时段" IN ('上午', '下午')),
    "诊室"     varchar(10),
    "号源数"   smallint NOT NULL DEFAULT 20,
    UNIQUE ("医生编号", "出诊日期", "时段")
);

CREATE TABLE guahao (
    gh_id        bigint PRIMARY KEY,
    gh_danhao    varchar(16) NOT NULL UNIQUE,
    huanzhe_id   bigint NOT NULL REFERENCES "患者",
    paiban_id    int NOT NULL REFERENCES "排班",
    ys_id        int NOT NULL REFERENCES yisheng,
    jiuzhen_riqi date NOT NULL,
    paiduihao    smallint,
    feiyong      numeric(6,2) NOT NULL,
    zhuangtai    smallint NOT NULL DEFAULT 0,
    zhusu        text,
    chuangjian   timestamptz NOT NULL
);
CREATE INDEX ON guahao (huanzhe_id);
CREATE INDEX ON guahao (ys_id, jiuzhen_riqi);
COMMENT ON COLUMN guahao.zhuangtai IS '0 已预约 1 已取号 2 已就诊 9 已退号';
COMMENT ON COLUMN guahao.zhusu IS '预约时填写的症状';

CREATE TABLE "就诊记录" (
    "记录号"   bigint PRIMARY KEY,
    "挂号编号" bigint NOT NULL UNIQUE REFERENCES guahao,
    "体温"     numeric(3,1),
    "血压"     varchar(7),
    "诊断编码" varchar(8),
    "诊断名称" varchar(60),
    "现病史"   text,
    "医嘱"     text,
    "记录医生" int NOT NULL REFERENCES yisheng,
    "记录时间" timestamptz NOT NULL
);
COMMENT ON COLUMN "就诊记录"."诊断编码" IS 'ICD-10';

CREATE TABLE "药品" (
    "药品编码" varchar(8) PRIMARY KEY,
    "通用名"   varchar(60) NOT NULL,
    "规格"     varchar(30),
    "生产厂家" varchar(60),
    "批准文号" varchar(20),
    "条形码"   char(13),
    "单价"     numeric(8,2) NOT NULL CHECK ("单价" > 0)
);

CREATE TABLE chufang (
    cf_id        bigint PRIMARY KEY,
    cf_hao       varchar(14) NOT NULL,
    jilu_hao     bigint NOT NULL REFERENCES "就诊记录",
    yaopin       varchar(8) NOT NULL REFERENCES "药品",
    yongfa       varchar(60) NOT NULL,
    shuliang     smallint NOT NULL,
    beizhu       text,
    kaifang_sj   timestamptz NOT NULL
);
COMMENT ON COLUMN chufang.yongfa IS '用法用量';

CREATE TABLE jianyan (
    jy_id       bigint PRIMARY KEY,
    huanzhe_id  bigint NOT NULL REFERENCES "患者",
    xiangmu     varchar(40) NOT NULL,
    jieguo      varchar(20),
    danwei      varchar(12),
    cankao      varchar(20),
    yichang     boolean,
    bg_wenjian  varchar(120),
    shenheren   int REFERENCES yisheng,
    baogao_sj   timestamptz
);
COMMENT ON COLUMN jianyan.cankao IS '参考范围';
COMMENT ON COLUMN jianyan.bg_wenjian IS '报告 PDF 的存储路径';

CREATE TABLE "缴费" (
    "缴费编号"   bigint PRIMARY KEY,
    "挂号编号"   bigint NOT NULL REFERENCES guahao,
    "发票号"     char(10),
    "金额"       numeric(9,2) NOT NULL,
    "医保支付"   numeric(9,2) NOT NULL DEFAULT 0,
    "支付方式"   varchar(10) NOT NULL,
    "银行卡尾号" char(4),
    "缴费时间"   timestamptz NOT NULL
);

CREATE TABLE wx_zhanghao (
    id          bigint PRIMARY KEY,
    huanzhe_id  bigint NOT NULL REFERENCES "患者",
    openid      char(28) NOT NULL UNIQUE,
    nicheng     varchar(40),
    touxiang    varchar(160),
    mima_hash   char(60),
    zuihou_ip   inet,
    shebei      varchar(60),
    yinsi_ty    boolean NOT NULL DEFAULT false,
    zuihou_dl   timestamptz
);
COMMENT ON COLUMN wx_zhanghao.yinsi_ty IS '是否同意隐私政策';
COMMENT ON COLUMN wx_zhanghao.zuihou_dl IS '最后登录';

CREATE TABLE xitong_canshu (
    canshu_ming varchar(40) PRIMARY KEY,
    canshu_zhi  text NOT NULL,
    shuoming    text
);
