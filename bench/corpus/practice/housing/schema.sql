-- Учёт управляющей компании: лицевые счета, приборы учёта, начисления, аварийно-диспетчерская служба

CREATE TYPE status_zayavki AS ENUM ('novaja', 'naznachena', 'v_rabote', 'vypolnena', 'otmenena');

CREATE TABLE dom (
    id_dom        serial PRIMARY KEY,
    gorod         varchar(60) NOT NULL DEFAULT 'Пермь',
    ulica         varchar(80) NOT NULL,
    nomer_doma    varchar(10) NOT NULL,
    indeks        char(6),
    fias_guid     uuid,
    kadastr_nomer varchar(25),
    god_postrojki smallint CHECK (god_postrojki > 1850),
    shirota       numeric(8,5),
    dolgota       numeric(8,5)
);
COMMENT ON TABLE dom IS 'Дома в управлении';
COMMENT ON COLUMN dom.fias_guid IS 'Код дома в ФИАС (ГАР)';

CREATE TABLE zhilec (
    id_zhilec     serial PRIMARY KEY,
    familija      varchar(60) NOT NULL,
    imja          varchar(40) NOT NULL,
    otchestvo     varchar(50),
    pol           char(1) CHECK (pol IN ('М', 'Ж')),
    data_rozhd    date,
    pasport_ser   char(5),
    pasport_nomer varchar(6),
    snils         char(14),
    inn           varchar(12),
    tel_mob       varchar(20),
    el_pochta     varchar(100),
    adres_reg     text,
    gruppa_inv    smallint CHECK (gruppa_inv BETWEEN 1 AND 3),
    lgota         varchar(60),
    primechanie   text,
    sozdan        timestamptz NOT NULL
);
CREATE INDEX zhilec_fio_idx ON zhilec (familija, imja);
COMMENT ON TABLE zhilec IS 'Собственники и наниматели';
COMMENT ON COLUMN zhilec.pasport_ser IS 'Серия паспорта, 99 99';
COMMENT ON COLUMN zhilec.adres_reg IS 'Адрес регистрации по паспорту';
COMMENT ON COLUMN zhilec.gruppa_inv IS 'Группа инвалидности, если подтверждена справкой МСЭ';
COMMENT ON COLUMN zhilec.lgota IS 'Льготная категория для ЕДК';

CREATE TABLE licevoj_schet (
    id_ls        serial PRIMARY KEY,
    nomer_ls     varchar(12) NOT NULL UNIQUE,
    id_zhilec    integer NOT NULL REFERENCES zhilec,
    id_dom       integer NOT NULL REFERENCES dom,
    nomer_kv     varchar(10),
    saldo        numeric(12,2) NOT NULL DEFAULT 0,
    data_otkryt  date NOT NULL
);
CREATE INDEX licevoj_schet_zhilec_idx ON licevoj_schet (id_zhilec);
COMMENT ON COLUMN licevoj_schet.id_zhilec IS 'Ответственный квартиросъёмщик';
COMMENT ON COLUMN licevoj_schet.saldo IS 'Минус: долг, плюс: переплата, руб.';

CREATE TABLE postavshhik (
    id_post    serial PRIMARY KEY,
    naimen     varchar(120) NOT NULL,
    inn        varchar(12) NOT NULL,
    r_schet    char(20),
    bik        char(9),
    telefon    varchar(25),
    el_pochta  varchar(100),
    jur_adres  text
);
COMMENT ON TABLE postavshhik IS 'Ресурсоснабжающие организации и подрядчики';

CREATE TABLE usluga (
    id_usluga  serial PRIMARY KEY,
    naimen     varchar(100) NOT NULL,
    ed_izm     varchar(12) NOT NULL,
    tarif      numeric(10,4) NOT NULL,
    id_post    integer REFERENCES postavshhik,
    opisanie   text
);
COMMENT ON COLUMN usluga.opisanie IS 'Текст для оборота квитанции';

CREATE TABLE schetchik (
    id_schetchik serial PRIMARY KEY,
    id_ls        integer NOT NULL REFERENCES licevoj_schet,
    id_usluga    integer NOT NULL REFERENCES usluga,
    zav_nomer    varchar(20),
    marka        varchar(40),
    data_poverki date,
    aktiven      boolean NOT NULL DEFAULT true
);
CREATE INDEX schetchik_ls_idx ON schetchik (id_ls);
COMMENT ON COLUMN schetchik.data_poverki IS 'Дата следующей поверки';

CREATE TABLE pokazanie (
    id_pok       bigserial PRIMARY KEY,
    id_schetchik integer NOT NULL REFERENCES schetchik,
    data_snyat   date NOT NULL,
    znachenie    numeric(12,3) NOT NULL,
    istochnik    varchar(10) NOT NULL CHECK (istochnik IN ('sajt', 'telefon', 'obhod', 'askue')),
    ip_adres     inet
);
CREATE INDEX pokazanie_schetchik_idx ON pokazanie (id_schetchik, data_snyat);
COMMENT ON COLUMN pokazanie.ip_adres IS 'Откуда переданы, только для сайта';

CREATE TABLE nachislenie (
    id_nach   bigserial PRIMARY KEY,
    id_ls     integer NOT NULL REFERENCES licevoj_schet,
    id_usluga integer NOT NULL,
    period    date NOT NULL,
    objem     numeric(12,3),
    summa     numeric(12,2) NOT NULL
);
CREATE UNIQUE INDEX nachislenie_uniq ON nachislenie (id_ls, id_usluga, period);
COMMENT ON COLUMN nachislenie.period IS 'Первое число расчётного месяца';

CREATE TABLE platezh (
    id_platezh  bigserial PRIMARY KEY,
    id_ls       integer NOT NULL REFERENCES licevoj_schet,
    data_plat   timestamptz NOT NULL,
    summa       numeric(12,2) NOT NULL CHECK (summa > 0),
    sposob      varchar(12) NOT NULL,
    nomer_chek  varchar(30),
    karta_maska varchar(19),
    platelshhik varchar(150)
);
COMMENT ON COLUMN platezh.nomer_chek IS 'Номер фискального документа';
COMMENT ON COLUMN platezh.platelshhik IS 'Как передал банк';

CREATE TABLE master (
    id_master   serial PRIMARY KEY,
    tab_nomer   varchar(8) NOT NULL UNIQUE,
    fio         varchar(150) NOT NULL,
    dolzhnost   varchar(60),
    telefon     varchar(20),
    inn         char(12),
    snils       char(14),
    oklad       numeric(10,2),
    adres_prozh text,
    foto        bytea,
    data_priema date,
    uvolen      boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE master IS 'Мастера участков, слесари, электрики';
COMMENT ON COLUMN master.foto IS 'Фото для пропуска, JPEG';

CREATE TABLE zayavka (
    id_zayavki serial PRIMARY KEY,
    nomer      varchar(15) NOT NULL UNIQUE,
    id_zhilec  integer NOT NULL REFERENCES zhilec,
    id_master  integer REFERENCES master,
    adres      varchar(200),
    kont_tel   varchar(20),
    tekst      text NOT NULL,
    status     status_zayavki NOT NULL DEFAULT 'novaja',
    sozdana    timestamptz NOT NULL,
    vypolnena  timestamptz,
    otzyv      text
);
CREATE INDEX zayavka_status_idx ON zayavka (status) WHERE status <> 'vypolnena';
COMMENT ON COLUMN zayavka.tekst IS 'Со слов заявителя';

CREATE TABLE kabinet (
    id_zhilec  integer PRIMARY KEY REFERENCES zhilec,
    login      varchar(60) NOT NULL UNIQUE,
    parol_hash char(64) NOT NULL,
    sol        char(16) NOT NULL,
    sogl_pdn   boolean NOT NULL DEFAULT false,
    posl_ip    inet,
    posl_vhod  timestamptz
);
COMMENT ON TABLE kabinet IS 'Личный кабинет на сайте';
COMMENT ON COLUMN kabinet.sogl_pdn IS 'Согласие на обработку персональных данных и рассылку';
