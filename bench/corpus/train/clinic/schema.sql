-- Hospital information system, reporting copy. Names as on the host: at most 16 characters.

CREATE TABLE provider (
    prov_id integer PRIMARY KEY,
    npi char(10) NOT NULL UNIQUE,
    lname varchar(40) NOT NULL,
    fname varchar(30),
    cred varchar(12),
    spec_cd char(4),
    dea_no char(9),
    lic_no varchar(14),
    pager varchar(16),
    eml varchar(80),
    login_nm varchar(16),
    pw_hash varchar(80),
    hire_dt date,
    term_flg char(1) NOT NULL DEFAULT 'N' CHECK (term_flg IN ('Y', 'N'))
);
COMMENT ON COLUMN provider.npi IS 'National Provider Identifier';
COMMENT ON COLUMN provider.cred IS 'Credential printed after the name: MD, DO, PA-C, RN, ...';
COMMENT ON COLUMN provider.lic_no IS 'State license';

CREATE TABLE ward (
    ward_id smallint PRIMARY KEY,
    ward_cd varchar(6) NOT NULL UNIQUE,
    ward_nm varchar(40) NOT NULL,
    bldg varchar(12),
    flr smallint,
    bed_ct smallint,
    ph_ext varchar(8),
    chrg_prov_id integer REFERENCES provider (prov_id)
);
COMMENT ON COLUMN ward.ph_ext IS 'Nurse station';

CREATE TABLE addr (
    addr_id integer PRIMARY KEY,
    addr1 varchar(60),
    addr2 varchar(40),
    city varchar(40),
    st char(2),
    zip varchar(10),
    cnty varchar(30),
    upd_ts timestamp NOT NULL
);
COMMENT ON COLUMN addr.cnty IS 'County, for the public health report';

CREATE TABLE patient (
    pt_id integer PRIMARY KEY,
    mrn char(9) NOT NULL UNIQUE,
    pt_lname varchar(40) NOT NULL,
    pt_fname varchar(30),
    pt_mi char(1),
    sfx varchar(4),
    dob date,
    sex char(1),
    ssn char(11),
    race_cd char(2),
    marit_stat char(1),
    lang_cd char(3),
    relig varchar(24),
    home_ph varchar(20),
    cell_ph varchar(20),
    eml varchar(80),
    addr_id integer REFERENCES addr (addr_id),
    occ varchar(40),
    emplr varchar(60),
    nok_nm varchar(60),
    nok_ph varchar(20),
    bld_typ varchar(3),
    alrgy text,
    dod date,
    hipaa_ack boolean,
    pcp_id integer REFERENCES provider (prov_id),
    reg_ts timestamp NOT NULL
);
CREATE INDEX patient_nm ON patient (pt_lname, pt_fname);
CREATE UNIQUE INDEX patient_addr ON patient (addr_id);
COMMENT ON COLUMN patient.mrn IS 'Medical record number, mod 10 in the last place';
COMMENT ON COLUMN patient.nok_nm IS 'Next of kin';
COMMENT ON COLUMN patient.alrgy IS 'Free text until the allergy module is live';
COMMENT ON COLUMN patient.hipaa_ack IS 'Signed the notice of privacy practices';

CREATE TABLE payer (
    payer_id integer PRIMARY KEY,
    payer_nm varchar(60) NOT NULL,
    addr1 varchar(60),
    city varchar(40),
    st char(2),
    zip varchar(10),
    ph varchar(20),
    fax varchar(20),
    eml varchar(80),
    edi_id varchar(8)
);
COMMENT ON COLUMN payer.edi_id IS 'Clearing house number';

CREATE TABLE pt_ins (
    ins_id integer PRIMARY KEY,
    pt_id integer NOT NULL REFERENCES patient (pt_id),
    payer_id integer NOT NULL REFERENCES payer (payer_id),
    prio smallint NOT NULL CHECK (prio IN (1, 2, 3)),
    mbr_id varchar(16) NOT NULL,
    grp_no varchar(12),
    subscr_nm varchar(70),
    subscr_dob date,
    copay_amt numeric(7,2),
    eff_dt date,
    UNIQUE (pt_id, prio)
);
COMMENT ON COLUMN pt_ins.subscr_nm IS 'LAST, FIRST as on the card';

CREATE TABLE dx_ref (
    dx_code varchar(8) PRIMARY KEY,
    descr varchar(120) NOT NULL,
    chap smallint,
    bill_flg char(1) NOT NULL DEFAULT 'Y'
);

CREATE TABLE drug (
    drug_id integer PRIMARY KEY,
    ndc char(13) NOT NULL UNIQUE,
    gen_nm varchar(60) NOT NULL,
    brand_nm varchar(40),
    strgth varchar(20),
    form varchar(16),
    mfr varchar(40),
    sched char(2),
    unit_prc numeric(9,4)
);
COMMENT ON COLUMN drug.sched IS 'Controlled substance schedule, blank if none';

CREATE TABLE lab_test (
    test_cd varchar(10) PRIMARY KEY,
    test_nm varchar(60) NOT NULL,
    spcmn varchar(12),
    units varchar(14),
    ref_lo numeric(9,2),
    ref_hi numeric(9,2)
);

CREATE TABLE encounter (
    enc_id integer PRIMARY KEY,
    enc_no char(10) NOT NULL UNIQUE,
    pt_id integer NOT NULL REFERENCES patient (pt_id),
    att_prov_id integer REFERENCES provider (prov_id),
    ward_id smallint REFERENCES ward (ward_id),
    enc_typ char(1) NOT NULL CHECK (enc_typ IN ('I', 'O', 'E')),
    admit_ts timestamp NOT NULL,
    disch_ts timestamp,
    chf_cmplnt varchar(160),
    hist_txt text,
    stat char(1) NOT NULL
);
CREATE INDEX encounter_pt ON encounter (pt_id);
COMMENT ON COLUMN encounter.enc_no IS 'Account number used by billing, one per visit';
COMMENT ON COLUMN encounter.hist_txt IS 'Dictated history and plan';

CREATE TABLE enc_dx (
    enc_id integer NOT NULL REFERENCES encounter (enc_id),
    seq smallint NOT NULL,
    dx_code varchar(8) NOT NULL REFERENCES dx_ref (dx_code),
    onset_dt date,
    poa_flg char(1),
    PRIMARY KEY (enc_id, seq)
);
COMMENT ON COLUMN enc_dx.poa_flg IS 'Present on admission';

CREATE TABLE vitals (
    enc_id integer NOT NULL REFERENCES encounter (enc_id),
    meas_ts timestamp NOT NULL,
    ht_cm numeric(5,1),
    wt_kg numeric(5,1),
    bp_sys smallint,
    bp_dia smallint,
    temp_c numeric(3,1),
    pain_scl smallint CHECK (pain_scl BETWEEN 0 AND 10),
    PRIMARY KEY (enc_id, meas_ts)
);

CREATE TABLE lab_res (
    res_id integer PRIMARY KEY,
    enc_id integer NOT NULL REFERENCES encounter (enc_id),
    test_cd varchar(10) NOT NULL REFERENCES lab_test (test_cd),
    acc_no varchar(12) NOT NULL,
    res_val varchar(20),
    abn_flg char(2),
    res_cmt text,
    coll_ts timestamp
);
CREATE INDEX lab_res_enc ON lab_res (enc_id);
COMMENT ON COLUMN lab_res.abn_flg IS 'H, L, HH, LL or blank';

CREATE TABLE rx (
    rx_id integer PRIMARY KEY,
    pt_id integer NOT NULL REFERENCES patient (pt_id),
    prov_id integer NOT NULL REFERENCES provider (prov_id),
    drug_id integer NOT NULL REFERENCES drug (drug_id),
    sig varchar(120),
    ind varchar(80),
    qty numeric(7,1),
    wrt_dt date NOT NULL
);
COMMENT ON COLUMN rx.sig IS 'Directions to the patient';
COMMENT ON COLUMN rx.ind IS 'Indication';

CREATE TABLE appt (
    appt_id integer PRIMARY KEY,
    pt_id integer NOT NULL REFERENCES patient (pt_id),
    prov_id integer NOT NULL REFERENCES provider (prov_id),
    appt_ts timestamp NOT NULL,
    dur_min smallint NOT NULL DEFAULT 20,
    rsn varchar(120),
    cb_ph varchar(20),
    cncl_rsn varchar(80),
    stat char(2) NOT NULL
);
COMMENT ON COLUMN appt.cb_ph IS 'Call back number for the reminder';

CREATE TABLE iface_log (
    log_id bigint PRIMARY KEY,
    log_ts timestamp NOT NULL,
    sys_nm varchar(16),
    host_ip inet,
    msg_typ char(7),
    lvl char(1),
    err_txt varchar(200)
);
