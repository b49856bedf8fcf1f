-- АБС, розничный блок

CREATE TABLE valuta (
    kod char(3) PRIMARY KEY,
    cifr_kod char(3) NOT NULL,
    naim varchar(40) NOT NULL,
    znak varchar(4)
);

CREATE TABLE kurs_valut (
    data date NOT NULL,
    valuta_kod char(3) NOT NULL REFERENCES valuta (kod),
    kurs numeric(12,4) NOT NULL CHECK (kurs > 0),
    PRIMARY KEY (data, valuta_kod)
);

CREATE TABLE bank_sprav (
    bik char(9) PRIMARY KEY,
    naim varchar(120) NOT NULL,
    gorod varchar(60),
    korr_schet char(20),
    inn varchar(12),
    tel varchar(30)
);
COMMENT ON COLUMN bank_sprav.inn IS 'ИНН банка-участника';

CREATE TABLE filial (
    filial_id integer PRIMARY KEY,
    kod varchar(8) NOT NULL UNIQUE,
    naim varchar(100) NOT NULL,
    indeks char(6),
    gorod varchar(60),
    ulica varchar(100),
    dom varchar(12),
    tel varchar(30),
    email varchar(80),
    shirota numeric(9,6),
    dolgota numeric(9,6),
    direktor_id integer
);
COMMENT ON COLUMN filial.tel IS 'Телефон операционного зала';
COMMENT ON COLUMN filial.direktor_id IS 'Сотрудник, управляющий отделением';

CREATE TABLE produkt (
    produkt_id integer PRIMARY KEY,
    kod varchar(12) NOT NULL UNIQUE,
    tip varchar(10) NOT NULL CHECK (tip IN ('schet', 'vklad', 'kredit', 'karta')),
    naim varchar(80) NOT NULL,
    opisanie text,
    stavka numeric(5,2),
    min_summa numeric(14,2),
    v_arhive boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN produkt.stavka IS 'Процентов годовых';

CREATE TABLE sotrudnik (
    sotr_id integer PRIMARY KEY,
    tab_nomer varchar(8) NOT NULL UNIQUE,
    fam varchar(60) NOT NULL,
    imya varchar(40) NOT NULL,
    otch varchar(40),
    dolzhn varchar(80),
    login varchar(30) NOT NULL UNIQUE,
    parol_hash varchar(130) NOT NULL,
    email_rab varchar(80),
    tel_vn varchar(6),
    tel_mob varchar(20),
    oklad numeric(12,2),
    data_priema date,
    filial_id integer REFERENCES filial (filial_id),
    uvolen boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN sotrudnik.tab_nomer IS 'Табельный номер';
COMMENT ON COLUMN sotrudnik.tel_vn IS 'Внутренний телефон';
ALTER TABLE filial ADD FOREIGN KEY (direktor_id) REFERENCES sotrudnik (sotr_id);

CREATE TABLE klient (
    klient_id bigint PRIMARY KEY,
    nomer_kl varchar(10) NOT NULL UNIQUE,
    fam varchar(60) NOT NULL,
    imya varchar(40) NOT NULL,
    otch varchar(40),
    pol char(1) CHECK (pol IN ('М', 'Ж')),
    data_rozhd date,
    mesto_rozhd varchar(150),
    inn varchar(12),
    snils varchar(14),
    grazhd varchar(40),
    sem_pol varchar(20),
    obraz varchar(30),
    tel_mob varchar(20),
    tel_dom varchar(20),
    email varchar(100),
    dolzhn varchar(80),
    mesto_rab varchar(120),
    dohod numeric(12,2),
    kred_rejting smallint,
    kod_slovo varchar(40),
    pdn_soglasie boolean NOT NULL DEFAULT false,
    primech text,
    filial_id integer REFERENCES filial (filial_id),
    menedzher_id integer REFERENCES sotrudnik (sotr_id),
    status char(1) NOT NULL DEFAULT 'A',
    data_sozd timestamp NOT NULL
);
CREATE INDEX klient_fio ON klient (fam, imya, otch);
CREATE INDEX klient_tel ON klient (tel_mob);
COMMENT ON COLUMN klient.nomer_kl IS 'Номер клиента, печатается в договоре';
COMMENT ON COLUMN klient.mesto_rozhd IS 'Как в паспорте';
COMMENT ON COLUMN klient.dohod IS 'Подтверждённый доход в месяц, руб.';
COMMENT ON COLUMN klient.kod_slovo IS 'Кодовое слово для звонков в банк';
COMMENT ON COLUMN klient.pdn_soglasie IS 'Согласие на обработку персональных данных';

CREATE TABLE dokument (
    dok_id bigint PRIMARY KEY,
    klient_id bigint NOT NULL REFERENCES klient (klient_id),
    tip_dok char(2) NOT NULL,
    seriya varchar(6),
    nomer varchar(10) NOT NULL,
    kem_vydan varchar(200),
    kod_podr char(7),
    data_vyd date,
    dejstv boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN dokument.tip_dok IS '21 - паспорт РФ, 22 - загранпаспорт';
COMMENT ON COLUMN dokument.kod_podr IS 'Код подразделения';

CREATE TABLE adres (
    adres_id bigint PRIMARY KEY,
    klient_id bigint NOT NULL REFERENCES klient (klient_id),
    tip char(1) NOT NULL CHECK (tip IN ('Р', 'Ф')),
    indeks varchar(6),
    region varchar(60),
    gorod varchar(60),
    ulica varchar(100),
    dom varchar(12),
    kv varchar(8)
);
COMMENT ON COLUMN adres.tip IS 'Р - регистрации, Ф - фактический';

CREATE TABLE schet (
    schet_id bigint PRIMARY KEY,
    klient_id bigint NOT NULL REFERENCES klient (klient_id),
    nomer_scheta char(20) NOT NULL UNIQUE,
    valuta_kod char(3) NOT NULL REFERENCES valuta (kod),
    produkt_id integer NOT NULL REFERENCES produkt (produkt_id),
    ostatok numeric(16,2) NOT NULL DEFAULT 0,
    data_otkr date NOT NULL,
    data_zakr date,
    blok boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN schet.ostatok IS 'Остаток на конец дня';

CREATE TABLE karta (
    karta_id bigint PRIMARY KEY,
    schet_id bigint NOT NULL REFERENCES schet (schet_id),
    nomer_karty varchar(19) NOT NULL UNIQUE,
    posl4 char(4),
    imya_na_karte varchar(30),
    srok char(5),
    pin_hash varchar(64),
    plat_sist varchar(10) NOT NULL,
    status varchar(10) NOT NULL
);
COMMENT ON COLUMN karta.srok IS 'ММ/ГГ';

CREATE TABLE operaciya (
    oper_id bigint PRIMARY KEY,
    schet_id bigint NOT NULL REFERENCES schet (schet_id),
    karta_id bigint REFERENCES karta (karta_id),
    data_oper timestamp NOT NULL,
    tip_oper varchar(10) NOT NULL,
    summa numeric(16,2) NOT NULL,
    valuta_kod char(3) NOT NULL REFERENCES valuta (kod),
    kod_mcc char(4),
    torg_tochka varchar(80),
    kontragent varchar(120),
    kontr_schet char(20),
    kontr_bik char(9),
    naznach varchar(210)
);
CREATE INDEX operaciya_schet ON operaciya (schet_id, data_oper);
COMMENT ON COLUMN operaciya.kontragent IS 'Плательщик или получатель: ФИО либо организация';
COMMENT ON COLUMN operaciya.naznach IS 'Назначение платежа';

CREATE TABLE kredit (
    kredit_id bigint PRIMARY KEY,
    klient_id bigint NOT NULL REFERENCES klient (klient_id),
    nomer_dog varchar(20) NOT NULL UNIQUE,
    produkt_id integer NOT NULL REFERENCES produkt (produkt_id),
    summa numeric(14,2) NOT NULL,
    stavka numeric(5,2) NOT NULL,
    srok_mes smallint NOT NULL,
    data_vyd date NOT NULL,
    ostatok_dolga numeric(14,2),
    dni_prosr integer NOT NULL DEFAULT 0,
    cel varchar(120),
    poruch_fio varchar(140),
    poruch_tel varchar(20)
);
COMMENT ON COLUMN kredit.dni_prosr IS 'Дней просрочки на сегодня';
COMMENT ON COLUMN kredit.poruch_fio IS 'Поручитель, если есть';

CREATE TABLE obrashchenie (
    obr_id bigint PRIMARY KEY,
    klient_id bigint NOT NULL REFERENCES klient (klient_id),
    kanal varchar(10) NOT NULL,
    tema varchar(120),
    tekst text NOT NULL,
    otvet text,
    sotr_id integer REFERENCES sotrudnik (sotr_id),
    ocenka smallint CHECK (ocenka BETWEEN 1 AND 5),
    data_sozd timestamp NOT NULL
);

CREATE TABLE vhod (
    vhod_id bigint PRIMARY KEY,
    klient_id bigint NOT NULL REFERENCES klient (klient_id),
    vremya timestamp NOT NULL,
    ip inet,
    ustrojstvo varchar(120),
    imei char(15),
    push_token varchar(160),
    shirota numeric(9,6),
    dolgota numeric(9,6),
    rezultat varchar(10) NOT NULL
);
COMMENT ON COLUMN vhod.imei IS 'Передаёт только старое приложение для Android';
COMMENT ON COLUMN vhod.shirota IS 'Если клиент разрешил геолокацию';

CREATE TABLE server_zhurnal (
    zapis_id bigint PRIMARY KEY,
    vremya timestamp NOT NULL,
    uroven varchar(7) NOT NULL,
    uzel varchar(40),
    ip inet,
    soobshch text
);
