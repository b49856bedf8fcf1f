-- Биллинг и учёт абонентов

CREATE TYPE status_dogovora AS ENUM ('действует', 'приостановлен', 'расторгнут');

CREATE TABLE goroda (
    id int PRIMARY KEY,
    nazvanie varchar(80) NOT NULL,
    region varchar(80) NOT NULL,
    oktmo char(8),
    telefonny_kod varchar(6),
    naselenie int,
    chasovoy_poyas varchar(40)
);

CREATE TABLE ofisy (
    id int PRIMARY KEY,
    nazvanie varchar(100) NOT NULL,
    gorod_id int NOT NULL REFERENCES goroda (id),
    adres_ofisa text NOT NULL,
    telefon varchar(30),
    email varchar(100),
    chasy_raboty varchar(60)
);

CREATE TABLE sotrudniki (
    id int PRIMARY KEY,
    tabelny_nomer varchar(10) NOT NULL UNIQUE,
    fio varchar(150) NOT NULL,
    dolzhnost varchar(80),
    oklad numeric(10,2),
    rabochiy_telefon varchar(30),
    pochta varchar(100),
    login varchar(40) UNIQUE,
    parol_hash text,
    data_priema date,
    ofis_id int REFERENCES ofisy (id),
    uvolen boolean NOT NULL DEFAULT false
);

CREATE TABLE abonenty (
    id bigint PRIMARY KEY,
    licevoy_schet varchar(12) NOT NULL UNIQUE,
    familiya varchar(60) NOT NULL,
    imya varchar(60),
    otchestvo varchar(60),
    data_rozhdeniya date,
    mesto_rozhdeniya text,
    pol char(1) CHECK (pol IN ('М', 'Ж')),
    pasport_seriya char(5),
    pasport_nomer char(6),
    pasport_kem_vydan text,
    pasport_data_vydachi date,
    inn varchar(12),
    snils varchar(14),
    elektronnaya_pochta varchar(120),
    kontaktny_telefon varchar(30),
    kodovoe_slovo varchar(40),
    soglasie_na_reklamu boolean,
    primechanie text,
    segment varchar(20),
    sozdan timestamptz NOT NULL
);
CREATE INDEX abonenty_fio_idx ON abonenty (familiya, imya, otchestvo);

CREATE TABLE adresa (
    id bigint PRIMARY KEY,
    abonent_id bigint NOT NULL REFERENCES abonenty (id),
    vid_adresa varchar(20) NOT NULL CHECK (vid_adresa IN ('регистрация', 'подключение', 'доставка')),
    pochtovy_indeks char(6),
    oblast varchar(80),
    naselenny_punkt varchar(80),
    ulica varchar(120),
    dom varchar(10),
    kvartira varchar(10),
    kod_domofona varchar(12)
);

CREATE TABLE tarify (
    id int PRIMARY KEY,
    kod varchar(16) NOT NULL UNIQUE,
    nazvanie varchar(80) NOT NULL,
    abonplata numeric(8,2) NOT NULL CHECK (abonplata >= 0),
    paket_minut int,
    paket_gb int,
    arhivny boolean NOT NULL DEFAULT false,
    opisanie text
);

CREATE TABLE dogovory (
    id bigint PRIMARY KEY,
    abonent_id bigint NOT NULL REFERENCES abonenty (id),
    nomer_dogovora varchar(20) NOT NULL UNIQUE,
    tarif_id int NOT NULL REFERENCES tarify (id),
    ofis_id int REFERENCES ofisy (id),
    oformil_id int REFERENCES sotrudniki (id),
    balans numeric(10,2) NOT NULL DEFAULT 0,
    status status_dogovora NOT NULL DEFAULT 'действует',
    data_zaklyucheniya date NOT NULL,
    prichina_rastorzheniya text
);

CREATE TABLE sim_karty (
    id bigint PRIMARY KEY,
    dogovor_id bigint NOT NULL REFERENCES dogovory (id),
    msisdn varchar(15) NOT NULL UNIQUE,
    iccid varchar(20) NOT NULL UNIQUE,
    imsi char(15) NOT NULL,
    pin1 char(4),
    puk1 char(8),
    status varchar(16) NOT NULL,
    aktivirovana timestamptz
);
COMMENT ON TABLE sim_karty IS 'SIM-карты, выданные по договорам';

CREATE TABLE bazovye_stancii (
    id int PRIMARY KEY,
    kod_ploshchadki varchar(12) NOT NULL UNIQUE,
    gorod_id int REFERENCES goroda (id),
    adres_ustanovki text,
    shirota numeric(9,6),
    dolgota numeric(9,6),
    standart varchar(10),
    ip_upravleniya inet,
    seriyny_nomer_bloka varchar(24),
    vvedena date
);

CREATE TABLE zvonki (
    id bigint PRIMARY KEY,
    sim_id bigint NOT NULL REFERENCES sim_karty (id),
    nomer_sobesednika varchar(20),
    napravlenie char(3) NOT NULL,
    nachalo timestamptz NOT NULL,
    dlitelnost_sek int NOT NULL,
    imei varchar(15),
    stanciya_id int REFERENCES bazovye_stancii (id),
    stoimost numeric(8,2)
);
CREATE INDEX zvonki_nachalo_idx ON zvonki (nachalo);

CREATE TABLE internet_sessii (
    id bigint PRIMARY KEY,
    sim_id bigint NOT NULL REFERENCES sim_karty (id),
    vydanny_ip inet,
    poseshchenny_host varchar(120),
    apn varchar(40),
    bayt_vsego bigint,
    nachalo timestamptz NOT NULL,
    konec timestamptz
);

CREATE TABLE platezhi (
    id bigint PRIMARY KEY,
    dogovor_id bigint NOT NULL REFERENCES dogovory (id),
    summa numeric(10,2) NOT NULL,
    kanal varchar(20) NOT NULL,
    maska_karty varchar(19),
    platelshchik varchar(150),
    email_dlya_cheka varchar(120),
    nomer_cheka varchar(20),
    zachislen timestamptz
);

CREATE TABLE zhaloby (
    id bigint PRIMARY KEY,
    nomer_obrashcheniya varchar(20) NOT NULL UNIQUE,
    abonent_id bigint NOT NULL REFERENCES abonenty (id),
    tema varchar(60),
    tekst text NOT NULL,
    otvet text,
    telefon_dlya_svyazi varchar(30),
    ispolnitel_id int REFERENCES sotrudniki (id),
    ocenka_otveta smallint,
    postupila timestamptz NOT NULL
);

CREATE TABLE oborudovanie_abonentov (
    id bigint PRIMARY KEY,
    abonent_id bigint NOT NULL REFERENCES abonenty (id),
    model varchar(60),
    mac_adres macaddr,
    seriyny_nomer varchar(30),
    imya_wifi varchar(40),
    parol_wifi varchar(40),
    vydano date,
    v_arende boolean NOT NULL DEFAULT true
);

CREATE TABLE postavshchiki (
    id int PRIMARY KEY,
    naimenovanie varchar(150) NOT NULL,
    inn varchar(10) NOT NULL,
    ogrn varchar(13),
    raschetny_schet varchar(20),
    telefon_kompanii varchar(30),
    email_kompanii varchar(100),
    yuridicheskiy_adres text
);

CREATE TABLE sklad_oborudovaniya (
    id int PRIMARY KEY,
    postavshchik_id int NOT NULL REFERENCES postavshchiki (id),
    naimenovanie varchar(100) NOT NULL,
    artikul varchar(24),
    seriyny_nomer varchar(30),
    mac_adres macaddr,
    zakupochnaya_cena numeric(10,2),
    yacheyka varchar(10),
    postupilo date
);

COMMENT ON COLUMN goroda.oktmo IS 'Код по ОКТМО';
COMMENT ON COLUMN ofisy.chasy_raboty IS 'Режим работы, как на вывеске';
COMMENT ON COLUMN sotrudniki.oklad IS 'Оклад, руб. в месяц';
COMMENT ON COLUMN abonenty.licevoy_schet IS 'Номер лицевого счёта абонента';
COMMENT ON COLUMN abonenty.kodovoe_slovo IS 'Кодовое слово для обслуживания по телефону';
COMMENT ON COLUMN abonenty.pasport_kem_vydan IS 'Кем выдан паспорт';
COMMENT ON COLUMN abonenty.segment IS 'Сегмент по модели оттока, пересчитывается раз в месяц';
COMMENT ON COLUMN adresa.kod_domofona IS 'Для монтажников и курьеров';
COMMENT ON COLUMN tarify.abonplata IS 'Абонентская плата с НДС, руб. в месяц';
COMMENT ON COLUMN dogovory.balans IS 'Текущий баланс, руб.';
COMMENT ON COLUMN sim_karty.msisdn IS 'Номер абонента в международном формате';
COMMENT ON COLUMN bazovye_stancii.ip_upravleniya IS 'Адрес в технологической сети';
COMMENT ON COLUMN zvonki.napravlenie IS 'исх / вх / пер';
COMMENT ON COLUMN platezhi.nomer_cheka IS 'Номер фискального документа';
COMMENT ON COLUMN oborudovanie_abonentov.imya_wifi IS 'SSID домашней сети';
COMMENT ON COLUMN sklad_oborudovaniya.yacheyka IS 'Стеллаж и полка';
COMMENT ON COLUMN goroda.telefonny_kod IS 'Междугородный код';
COMMENT ON COLUMN abonenty.primechanie IS 'Заметки операторов';
COMMENT ON COLUMN zhaloby.tekst IS 'Текст обращения, как его написал абонент';
COMMENT ON COLUMN postavshchiki.raschetny_schet IS 'Расчётный счёт в рублях';
