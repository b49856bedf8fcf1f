-- 物流管理系统 数据库脚本  v2.8

CREATE TABLE cangku (
  id          serial PRIMARY KEY,
  ckbm        varchar(12) NOT NULL UNIQUE,
  mc          varchar(60) NOT NULL,
  sheng       varchar(20),
  shi         varchar(20),
  dz          varchar(120),
  jd          numeric(10,6),
  wd          numeric(10,6),
  dh          varchar(20),
  mj          numeric(10,2),
  fzr_id      int
);
COMMENT ON TABLE cangku IS '仓库';
COMMENT ON COLUMN cangku.mj IS '面积（平方米）';
COMMENT ON COLUMN cangku.fzr_id IS '负责人，员工表id';

CREATE TABLE yuangong (
  id          serial PRIMARY KEY,
  gonghao     varchar(10) NOT NULL UNIQUE,
  xingming    varchar(30) NOT NULL,
  xb          char(1) CHECK (xb IN ('男', '女')),
  csrq        date,
  sfzh        varchar(18),
  shouji      varchar(20),
  yx          varchar(60),
  minzu       varchar(12),
  hyzk        varchar(6),
  xueli       varchar(10),
  jtzz        varchar(120),
  bmbm        varchar(8),
  zhiwu       varchar(20),
  rzrq        date,
  yhkh        varchar(23),
  khh         varchar(60),
  zhuangtai   smallint NOT NULL DEFAULT 1,
  cjsj        timestamp NOT NULL
);
CREATE UNIQUE INDEX uk_yuangong_sfzh ON yuangong (sfzh);
CREATE INDEX idx_yuangong_xm ON yuangong (xingming);
COMMENT ON TABLE yuangong IS '员工';
COMMENT ON COLUMN yuangong.xb IS '性别';
COMMENT ON COLUMN yuangong.jtzz IS '家庭住址';
COMMENT ON COLUMN yuangong.yhkh IS '工资卡号';
COMMENT ON COLUMN yuangong.khh IS '开户行';
COMMENT ON COLUMN yuangong.zhuangtai IS '1在职 2离职 3停薪留职';

CREATE TABLE cheliang (
  id          serial PRIMARY KEY,
  chepai      varchar(10) NOT NULL UNIQUE,
  cjh         char(17),
  fdjh        varchar(20),
  pinpai      varchar(20),
  chexing     varchar(20),
  zaizhong    numeric(6,2),
  gcrq        date,
  bxdq        date,
  gps_sbh     varchar(20),
  cangku_id   int REFERENCES cangku (id)
);
COMMENT ON TABLE cheliang IS '公司自有车辆';
COMMENT ON COLUMN cheliang.cjh IS '车架号';
COMMENT ON COLUMN cheliang.bxdq IS '保险到期';

CREATE TABLE siji (
  id          serial PRIMARY KEY,
  xm          varchar(30) NOT NULL,
  sj          varchar(20) NOT NULL,
  sfz         varchar(18),
  jsz_dabh    char(12),
  zjcx        varchar(4),
  jszyxq      date,
  jjlxr       varchar(30),
  jjlxdh      varchar(20),
  weixin      varchar(30),
  xuexing     varchar(2),
  zhaopian    varchar(120),
  dqjd        double precision,
  dqwd        double precision,
  dwsj        timestamp,
  pf          numeric(2,1),
  cheliang_id int REFERENCES cheliang (id),
  bz          text,
  zt          smallint NOT NULL DEFAULT 1
);
CREATE INDEX idx_siji_sj ON siji (sj);
COMMENT ON TABLE siji IS '司机（含外协）';
COMMENT ON COLUMN siji.jsz_dabh IS '驾驶证档案编号';
COMMENT ON COLUMN siji.zjcx IS '准驾车型';
COMMENT ON COLUMN siji.jjlxr IS '紧急联系人';
COMMENT ON COLUMN siji.dqjd IS '当前经度';

CREATE TABLE kehu (
  id          serial PRIMARY KEY,
  khbm        varchar(10) NOT NULL UNIQUE,
  gsmc        varchar(80) NOT NULL,
  tyshxydm    char(18),
  gsdz        varchar(120),
  gsdh        varchar(20),
  gsyx        varchar(60),
  khyh        varchar(60),
  dgzh        varchar(30),
  xyed        numeric(12,2),
  cjsj        timestamp NOT NULL
);
COMMENT ON TABLE kehu IS '客户（企业）';
COMMENT ON COLUMN kehu.tyshxydm IS '统一社会信用代码';
COMMENT ON COLUMN kehu.dgzh IS '对公账号';

CREATE TABLE kh_lxr (
  id          serial PRIMARY KEY,
  kehu_id     int NOT NULL REFERENCES kehu (id),
  xm          varchar(30) NOT NULL,
  zw          varchar(20),
  sj          varchar(20),
  dzyx        varchar(60),
  qq          varchar(12),
  sr          varchar(10),
  sfzlxr      boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE kh_lxr IS '客户联系人';
COMMENT ON COLUMN kh_lxr.sfzlxr IS '是否主联系人';

CREATE TABLE shoujianren (
  id          bigserial PRIMARY KEY,
  xm          varchar(30) NOT NULL,
  shouji      varchar(20) NOT NULL,
  sheng       varchar(20),
  shi         varchar(20),
  qu          varchar(20),
  xxdz        varchar(160),
  yb          char(6),
  shfzh       varchar(18),
  jingdu      numeric(10,6),
  weidu       numeric(10,6),
  gxsj        timestamp
);
CREATE INDEX idx_sjr_shouji ON shoujianren (shouji);
COMMENT ON TABLE shoujianren IS '收件人';
COMMENT ON COLUMN shoujianren.shfzh IS '跨境件清关用';

CREATE TABLE dingdan (
  id          bigserial PRIMARY KEY,
  ddh         varchar(20) NOT NULL UNIQUE,
  kehu_id     int REFERENCES kehu (id),
  sjr_id      bigint NOT NULL REFERENCES shoujianren (id),
  hwmc        varchar(60),
  jianshu     smallint NOT NULL CHECK (jianshu > 0),
  zhongliang  numeric(8,2),
  bjje        numeric(10,2),
  yunfei      numeric(10,2) NOT NULL,
  zffs        varchar(4),
  zt          smallint NOT NULL,
  beizhu      text,
  xdsj        timestamp NOT NULL
);
CREATE INDEX idx_dingdan_sjr ON dingdan (sjr_id);
COMMENT ON TABLE dingdan IS '订单';
COMMENT ON COLUMN dingdan.bjje IS '保价金额';
COMMENT ON COLUMN dingdan.beizhu IS '收件人备注';

CREATE TABLE baoguo (
  id          bigserial PRIMARY KEY,
  ydh         varchar(16) NOT NULL UNIQUE,
  dingdan_id  bigint NOT NULL REFERENCES dingdan (id),
  tm          char(13),
  ccgg        varchar(20),
  cangku_id   int,
  kuwei       varchar(12),
  zt          smallint NOT NULL DEFAULT 0
);
COMMENT ON TABLE baoguo IS '包裹';
COMMENT ON COLUMN baoguo.tm IS '条码';

CREATE TABLE qianshou (
  id          bigserial PRIMARY KEY,
  baoguo_id   bigint NOT NULL,
  siji_id     int,
  qsr         varchar(30),
  qsrdh       varchar(20),
  gx          varchar(10),
  qmtp        bytea,
  jd          numeric(10,6),
  wd          numeric(10,6),
  qssj        timestamp NOT NULL
);
CREATE INDEX idx_qianshou_bg ON qianshou (baoguo_id);
COMMENT ON TABLE qianshou IS '签收记录';
COMMENT ON COLUMN qianshou.gx IS '签收人与收件人的关系';
COMMENT ON COLUMN qianshou.qmtp IS '手写签名';

CREATE TABLE luxian (
  id          serial PRIMARY KEY,
  lxbm        varchar(10) NOT NULL UNIQUE,
  qsz         varchar(20) NOT NULL,
  zdz         varchar(20) NOT NULL,
  tjd         text[],
  licheng     int,
  glf         numeric(8,2)
);
COMMENT ON TABLE luxian IS '路线';
COMMENT ON COLUMN luxian.tjd IS '途经点';

CREATE TABLE paiche (
  id          bigserial PRIMARY KEY,
  pcdh        varchar(16) NOT NULL UNIQUE,
  siji_id     int NOT NULL REFERENCES siji (id),
  cheliang_id int NOT NULL REFERENCES cheliang (id),
  luxian_id   int REFERENCES luxian (id),
  fcsj        timestamp,
  ddsj        timestamp,
  youhao      numeric(6,1),
  guiji       jsonb
);
COMMENT ON TABLE paiche IS '派车单';
COMMENT ON COLUMN paiche.guiji IS '手机上报的轨迹点';

CREATE TABLE weizhang (
  id          serial PRIMARY KEY,
  siji_id     int NOT NULL,
  cheliang_id int,
  wzsj        timestamp NOT NULL,
  wzdd        varchar(80),
  wzxw        varchar(80),
  fkje        numeric(8,2),
  kf          smallint
);
COMMENT ON TABLE weizhang IS '违章';
COMMENT ON COLUMN weizhang.kf IS '驾驶证扣分';

CREATE TABLE gongzi (
  id          bigserial PRIMARY KEY,
  yuangong_id int NOT NULL REFERENCES yuangong (id),
  yuefen      char(6) NOT NULL,
  jbgz        numeric(10,2),
  jiangjin    numeric(10,2),
  shebao      numeric(10,2),
  gjj         numeric(10,2),
  geshui      numeric(10,2),
  sfgz        numeric(10,2),
  UNIQUE (yuangong_id, yuefen)
);
COMMENT ON TABLE gongzi IS '工资';

CREATE TABLE xt_yonghu (
  id          serial PRIMARY KEY,
  yuangong_id int REFERENCES yuangong (id),
  yhm         varchar(30) NOT NULL UNIQUE,
  mima        char(32) NOT NULL,
  yan         char(6),
  zhdlip      varchar(40),
  zhdlsj      timestamp,
  sbbs        varchar(40),
  juese       varchar(12),
  zt          smallint NOT NULL DEFAULT 1
);
COMMENT ON TABLE xt_yonghu IS '系统用户';
COMMENT ON COLUMN xt_yonghu.yan IS '密码盐';
COMMENT ON COLUMN xt_yonghu.sbbs IS '手机端设备标识';

CREATE TABLE xt_zidian (
  id          serial PRIMARY KEY,
  lx          varchar(12) NOT NULL,
  bm          varchar(12) NOT NULL,
  mc          varchar(30) NOT NULL,
  px          smallint NOT NULL DEFAULT 0
);
COMMENT ON TABLE xt_zidian IS '数据字典';
