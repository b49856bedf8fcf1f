-- Warenwirtschaft und Webshop
CREATE TYPE bestell_status AS ENUM ('neu', 'bezahlt', 'versandt', 'teilretoure', 'storniert');

CREATE TABLE plz_verz (
    plz char(5) NOT NULL,
    ort varchar(60) NOT NULL,
    bundesland varchar(30) NOT NULL,
    vorwahl varchar(6),
    breite numeric(8,5),
    laenge numeric(8,5),
    PRIMARY KEY (plz, ort)
);

CREATE TABLE warengruppe (
    wg_id integer PRIMARY KEY,
    oberwg_id integer REFERENCES warengruppe (wg_id),
    bez varchar(60) NOT NULL,
    sort smallint NOT NULL DEFAULT 0
);

CREATE TABLE lieferant (
    lief_id integer PRIMARY KEY,
    lief_nr char(6) NOT NULL UNIQUE,
    firma varchar(80) NOT NULL,
    strasse varchar(60),
    hausnr varchar(8),
    plz varchar(10),
    ort varchar(60),
    land_kz char(2) NOT NULL DEFAULT 'DE',
    tel varchar(30),
    email varchar(100),
    ust_id varchar(14),
    iban varchar(34),
    zahlungsziel smallint CHECK (zahlungsziel BETWEEN 0 AND 120)
);
COMMENT ON COLUMN lieferant.iban IS 'Konto des Lieferanten fuer Zahlungen';
COMMENT ON COLUMN lieferant.zahlungsziel IS 'in Tagen';

CREATE TABLE ansprechpartner (
    asp_id integer PRIMARY KEY,
    lief_id integer NOT NULL REFERENCES lieferant (lief_id),
    anrede varchar(4),
    vorname varchar(40),
    nachname varchar(60) NOT NULL,
    funktion varchar(60),
    durchwahl varchar(30),
    email varchar(100),
    bemerkung text
);
COMMENT ON COLUMN ansprechpartner.funktion IS 'Stellung im Betrieb des Lieferanten';

CREATE TABLE artikel (
    art_id integer PRIMARY KEY,
    art_nr varchar(12) NOT NULL UNIQUE,
    ean char(13),
    bez varchar(100) NOT NULL,
    langtext text,
    wg_id integer NOT NULL REFERENCES warengruppe (wg_id),
    lief_id integer NOT NULL REFERENCES lieferant (lief_id),
    vk_preis numeric(10,2) NOT NULL CHECK (vk_preis >= 0),
    ek_preis numeric(10,2),
    gewicht_g integer,
    bestand integer NOT NULL DEFAULT 0,
    bild_datei varchar(120)
);
CREATE INDEX ix_artikel_wg ON artikel (wg_id);
COMMENT ON COLUMN artikel.ek_preis IS 'Einkauf netto';
COMMENT ON COLUMN artikel.bild_datei IS 'Pfad unterhalb von /medien';

CREATE TABLE mitarbeiter (
    ma_id integer PRIMARY KEY,
    pers_nr varchar(8) NOT NULL UNIQUE,
    vorname varchar(40) NOT NULL,
    nachname varchar(60) NOT NULL,
    kuerzel char(3),
    login varchar(20) NOT NULL UNIQUE,
    kennwort varchar(100) NOT NULL,
    stelle varchar(60),
    eintritt date,
    gehalt numeric(9,2),
    steuer_id char(11),
    sv_nr varchar(12),
    konfession varchar(4),
    fam_stand varchar(12),
    iban varchar(34)
);
COMMENT ON COLUMN mitarbeiter.gehalt IS 'brutto im Monat';
COMMENT ON COLUMN mitarbeiter.konfession IS 'fuer die Kirchensteuer: rk, ev, --';
COMMENT ON COLUMN mitarbeiter.sv_nr IS 'Rentenversicherungsnummer';

CREATE TABLE lager (
    lager_id integer PRIMARY KEY,
    bez varchar(60) NOT NULL,
    strasse varchar(60),
    hausnr varchar(8),
    plz char(5),
    ort varchar(60),
    tel varchar(30),
    breite numeric(8,5),
    laenge numeric(8,5),
    leiter_ma_id integer REFERENCES mitarbeiter (ma_id)
);

CREATE TABLE kunde (
    kd_id bigint PRIMARY KEY,
    kd_nr varchar(10) NOT NULL UNIQUE,
    anrede varchar(8),
    titel varchar(20),
    vorname varchar(40),
    nachname varchar(60) NOT NULL,
    email varchar(100) NOT NULL,
    kennwort_hash varchar(100),
    tel_priv varchar(30),
    tel_mobil varchar(30),
    fax varchar(30),
    gebdat date,
    sprache char(2),
    newsletter boolean,
    bonitaet smallint CHECK (bonitaet BETWEEN 1 AND 600),
    kd_gruppe char(1) NOT NULL DEFAULT 'A',
    bemerkung text,
    gesperrt boolean NOT NULL DEFAULT false,
    angelegt_am timestamp NOT NULL
);
CREATE INDEX ix_kunde_name ON kunde (nachname, vorname);
COMMENT ON COLUMN kunde.kd_nr IS 'steht auf Rechnung und Katalog';
COMMENT ON COLUMN kunde.bonitaet IS 'Auskunft vom Inkassodienst, 100 = bestens, 600 = Ausfall';
COMMENT ON COLUMN kunde.bemerkung IS 'nur intern';

CREATE TABLE anschrift (
    anschr_id bigint PRIMARY KEY,
    kd_id bigint NOT NULL REFERENCES kunde (kd_id) ON DELETE CASCADE,
    art char(1) NOT NULL CHECK (art IN ('R', 'L')),
    zusatz varchar(60),
    strasse varchar(60),
    hausnr varchar(8),
    plz varchar(10),
    ort varchar(60),
    bundesland varchar(30),
    land_kz char(2) NOT NULL DEFAULT 'DE'
);
CREATE INDEX ix_anschrift_kd ON anschrift (kd_id);
COMMENT ON COLUMN anschrift.zusatz IS 'c/o, Hinterhaus, Stockwerk';

CREATE TABLE bankverbindung (
    bv_id bigint PRIMARY KEY,
    kd_id bigint NOT NULL REFERENCES kunde (kd_id) ON DELETE CASCADE,
    kto_inhaber varchar(100),
    iban varchar(42) NOT NULL,
    bic varchar(11),
    mandat_ref varchar(20),
    mandat_dat date
);
COMMENT ON COLUMN bankverbindung.mandat_ref IS 'SEPA-Lastschriftmandat';

CREATE TABLE bestellung (
    best_id bigint PRIMARY KEY,
    best_nr varchar(14) NOT NULL UNIQUE,
    kd_id bigint NOT NULL REFERENCES kunde (kd_id),
    liefer_anschr_id bigint REFERENCES anschrift (anschr_id),
    status bestell_status NOT NULL,
    bestelldat timestamp NOT NULL,
    zahlart varchar(12),
    summe_brutto numeric(10,2),
    ip_adr inet,
    browser varchar(200),
    kd_kommentar text,
    sendungsnr varchar(20)
);
CREATE INDEX ix_bestellung_kd ON bestellung (kd_id);

CREATE TABLE bestellpos (
    best_id bigint NOT NULL REFERENCES bestellung (best_id),
    pos smallint NOT NULL,
    art_id integer NOT NULL REFERENCES artikel (art_id),
    menge integer NOT NULL CHECK (menge > 0),
    einzelpreis numeric(10,2) NOT NULL,
    gravur varchar(80),
    PRIMARY KEY (best_id, pos)
);
COMMENT ON COLUMN bestellpos.gravur IS 'Wunschtext des Kunden auf Messer, Brett oder Pfanne';

CREATE TABLE rechnung (
    rg_id bigint PRIMARY KEY,
    rg_nr varchar(12) NOT NULL UNIQUE,
    best_id bigint NOT NULL REFERENCES bestellung (best_id),
    rg_dat date NOT NULL,
    empf_name varchar(120),
    empf_anschrift text,
    betrag numeric(10,2) NOT NULL,
    bezahlt_am date,
    mahnstufe smallint NOT NULL DEFAULT 0
);
COMMENT ON COLUMN rechnung.empf_anschrift IS 'wie gedruckt, mehrzeilig';

CREATE TABLE retoure (
    ret_id bigint PRIMARY KEY,
    best_id bigint NOT NULL REFERENCES bestellung (best_id),
    grund_code char(2) NOT NULL,
    grund_text text,
    erstattung numeric(10,2),
    ma_id integer REFERENCES mitarbeiter (ma_id),
    eingang date NOT NULL
);
COMMENT ON COLUMN retoure.ma_id IS 'Bearbeiter';

CREATE TABLE bewertung (
    bew_id bigint PRIMARY KEY,
    kd_id bigint REFERENCES kunde (kd_id),
    art_id integer NOT NULL REFERENCES artikel (art_id),
    anzeigename varchar(60),
    sterne smallint NOT NULL CHECK (sterne BETWEEN 1 AND 5),
    titel varchar(100),
    bew_text text,
    freigegeben boolean NOT NULL DEFAULT false,
    erstellt_am timestamp NOT NULL
);

CREATE TABLE system_log (
    log_id bigint PRIMARY KEY,
    zeit timestamp NOT NULL,
    stufe varchar(5) NOT NULL,
    modul varchar(30),
    server_ip inet,
    meldung text
);
