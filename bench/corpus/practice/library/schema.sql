-- Pustakalaya: circulation, fees and reading rooms.
-- Links between tables are kept by the application.

CREATE TABLE shakha (
    shakha_id   smallint PRIMARY KEY,
    naam        varchar(80) NOT NULL,
    pata        varchar(160) NOT NULL,
    shehar      varchar(40) NOT NULL,
    pin_code    char(6),
    phone       varchar(20),
    email       varchar(80),
    sthapna     smallint
);
COMMENT ON COLUMN shakha.sthapna IS 'Sthapna varsh (year of founding)';

CREATE TABLE vachnalay (
    vachnalay_id smallint PRIMARY KEY,
    shakha_id    smallint NOT NULL,
    naam         varchar(60) NOT NULL,
    total_seats  smallint NOT NULL CHECK (total_seats > 0),
    khulne_ka_samay time NOT NULL
);
COMMENT ON COLUMN vachnalay.khulne_ka_samay IS 'Opening time; all rooms close with their branch';

CREATE TABLE pustak (
    pustak_id    integer PRIMARY KEY,
    shirshak     varchar(160) NOT NULL,
    lekhak       varchar(120),
    prakashak    varchar(80),
    isbn         varchar(17),
    bhasha       varchar(20) NOT NULL,
    vishay       varchar(40),
    call_no      varchar(24),
    mulya        numeric(8, 2)
);
CREATE INDEX pustak_shirshak_idx ON pustak (lower(shirshak));
COMMENT ON COLUMN pustak.call_no IS 'Dewey class and first letters of the title';
COMMENT ON COLUMN pustak.mulya IS 'Cover price in rupees, charged when a copy is lost';

CREATE TABLE prati (
    prati_id     integer PRIMARY KEY,
    pustak_id    integer NOT NULL,
    shakha_id    smallint NOT NULL,
    parigrahan_no varchar(12) NOT NULL,
    barcode      varchar(14) NOT NULL,
    sthiti       varchar(10) NOT NULL DEFAULT 'uplabdh'
);
CREATE UNIQUE INDEX prati_barcode_idx ON prati (barcode);
COMMENT ON COLUMN prati.parigrahan_no IS 'Accession register number';
COMMENT ON COLUMN prati.sthiti IS 'uplabdh, nirgat, kho_gayi, marammat';

CREATE TABLE sadasya (
    sadasya_id   integer PRIMARY KEY,
    card_no      varchar(16) NOT NULL,
    naam         varchar(80) NOT NULL,
    pita_pati_ka_naam varchar(80),
    janm_tithi   date,
    ling         char(1),
    varg         varchar(8),
    divyang      boolean,
    mobile_no    varchar(16),
    email_id     varchar(80),
    aadhaar_no   varchar(14),
    pata         varchar(160),
    mohalla      varchar(60),
    zila         varchar(40),
    pin_code     varchar(7),
    vyavsay      varchar(40),
    photo        varchar(120),
    jamanatdar   varchar(80),
    jamanatdar_mobile varchar(16),
    yojana       varchar(12) NOT NULL DEFAULT 'samanya',
    vaidh_tak    date,
    created_on   timestamp NOT NULL
);
CREATE UNIQUE INDEX sadasya_card_no_idx ON sadasya (card_no);
COMMENT ON COLUMN sadasya.pita_pati_ka_naam IS 'Father''s or husband''s name, as on the form';
COMMENT ON COLUMN sadasya.varg IS 'GEN, OBC, SC, ST, EWS: for the fee concession';
COMMENT ON COLUMN sadasya.jamanatdar IS 'Guarantor who signed the form (minors and plans without deposit)';
COMMENT ON COLUMN sadasya.yojana IS 'Membership plan';

CREATE TABLE karmachari (
    karmachari_id integer PRIMARY KEY,
    shakha_id    smallint NOT NULL,
    emp_code     varchar(10) NOT NULL,
    naam         varchar(80) NOT NULL,
    padnaam      varchar(40),
    mobile       varchar(16),
    email        varchar(80),
    pan_no       char(10),
    vetan        numeric(10, 2),
    bank_khata   varchar(18),
    rakt_samuh   varchar(4),
    login        varchar(24),
    pwd_hash     varchar(100),
    niyukti_tithi date
);
COMMENT ON COLUMN karmachari.vetan IS 'Basic pay per month, without DA and HRA';
COMMENT ON COLUMN karmachari.rakt_samuh IS 'Printed on the identity card';

CREATE TABLE nirgam (
    nirgam_id    integer PRIMARY KEY,
    sadasya_id   integer NOT NULL,
    prati_id     integer NOT NULL,
    nirgam_tithi date NOT NULL,
    due_date     date NOT NULL,
    vapsi_tithi  date,
    issued_by    integer
);
CREATE INDEX nirgam_sadasya_idx ON nirgam (sadasya_id);
COMMENT ON COLUMN nirgam.issued_by IS 'karmachari_id at the counter';

CREATE TABLE shulk (
    shulk_id     integer PRIMARY KEY,
    sadasya_id   integer NOT NULL,
    rasid_no     varchar(16) NOT NULL,
    mad          varchar(20) NOT NULL,
    rashi        numeric(8, 2) NOT NULL CHECK (rashi >= 0),
    madhyam      varchar(10) NOT NULL,
    upi_id       varchar(60),
    tippani      text,
    jama_tithi   date NOT NULL
);
COMMENT ON COLUMN shulk.mad IS 'Head: sadasyata, vilamb, kho_gayi, amanat';

CREATE TABLE seat_arakshan (
    arakshan_id  integer PRIMARY KEY,
    sadasya_id   integer NOT NULL,
    vachnalay_id smallint NOT NULL,
    seat_no      varchar(6) NOT NULL,
    tithi        date NOT NULL,
    pali         varchar(8) NOT NULL CHECK (pali IN ('subah', 'dopahar', 'shaam'))
);
COMMENT ON COLUMN seat_arakshan.pali IS 'Shift';

CREATE TABLE wifi_log (
    log_id       bigint PRIMARY KEY,
    sadasya_id   integer NOT NULL,
    vachnalay_id smallint,
    mac          macaddr,
    ip           inet,
    login_at     timestamp NOT NULL
);

CREATE TABLE opac_khoj (
    khoj_id      bigint PRIMARY KEY,
    sadasya_id   integer,
    khoj_shabd   varchar(120),
    parinam      integer NOT NULL,
    samay        timestamp NOT NULL
);
COMMENT ON COLUMN opac_khoj.parinam IS 'Number of titles found';

CREATE TABLE sujhav (
    sujhav_id    integer PRIMARY KEY,
    sadasya_id   integer NOT NULL,
    vishay       varchar(80),
    sandesh      text NOT NULL,
    status       varchar(10) NOT NULL DEFAULT 'naya',
    darj_tithi   date NOT NULL
);
