-- matrimony portal database

CREATE TABLE members (
    member_id       bigint PRIMARY KEY,
    profile_code    varchar(12) NOT NULL,
    naam            varchar(100) NOT NULL,
    ling            char(1),
    janm_tithi      date,
    janm_samay      time,
    janm_sthan      varchar(60),
    dharm           varchar(20),
    jati            varchar(40),
    gotra           varchar(30),
    matribhasha     varchar(20),
    vaivahik_sthiti varchar(20),
    mobile_no       varchar(16),
    whatsapp_no     varchar(16),
    email_id        varchar(100),
    password_hash   varchar(80) NOT NULL,
    pata            varchar(160),
    shahar          varchar(50),
    rajya           varchar(40),
    pin_code        char(6),
    aadhaar_no      varchar(14),
    pan_no          varchar(10),
    reg_ip          inet,
    branch_id       int,
    profile_by      varchar(12) NOT NULL DEFAULT 'self',
    status          smallint NOT NULL DEFAULT 0,
    is_paid         boolean NOT NULL DEFAULT false,
    created_on      timestamp NOT NULL DEFAULT now(),
    last_seen_on    timestamp
);
CREATE UNIQUE INDEX uk_members_code ON members (profile_code);
CREATE UNIQUE INDEX uk_members_aadhaar ON members (aadhaar_no);
CREATE INDEX idx_members_branch ON members (branch_id);

CREATE TABLE member_profile (
    member_id     bigint PRIMARY KEY,
    kad_cm        smallint CHECK (kad_cm BETWEEN 120 AND 220),
    vajan_kg      smallint,
    rang          varchar(20),
    blood_group   varchar(4),
    khan_paan     varchar(20),
    manglik       char(1),
    kundli_file   varchar(120),
    shiksha       varchar(60),
    vyavsay       varchar(60),
    company_naam  varchar(80),
    varshik_aay   numeric(12,2),
    viklangta     varchar(80),
    mere_bare_me  text,
    shauk         text[],
    pooran_pratishat smallint,
    view_count    int NOT NULL DEFAULT 0,
    updated_on    timestamp
);

CREATE TABLE parivar (
    id              bigint PRIMARY KEY,
    member_id       bigint NOT NULL,
    pita_ka_naam    varchar(100),
    pita_ka_vyavsay varchar(60),
    mata_ka_naam    varchar(100),
    bhai_ki_sankhya smallint,
    bahan_ki_sankhya smallint,
    parivar_prakar  varchar(12),
    parivar_ki_aay  varchar(20),
    mool_niwas      varchar(80),
    ghar_ka_phone   varchar(16),
    abhibhavak_mobile varchar(16),
    updated_on      timestamp
);
CREATE UNIQUE INDEX uk_parivar_member ON parivar (member_id);

CREATE TABLE photos (
    photo_id     bigint PRIMARY KEY,
    member_id    bigint NOT NULL,
    file_path    varchar(160) NOT NULL,
    file_size_kb int,
    sha1_hash    char(40),
    is_primary   boolean NOT NULL DEFAULT false,
    kise_dikhaye varchar(12) NOT NULL DEFAULT 'sabko',
    approved_by  int,
    approved_on  timestamp,
    uploaded_on  timestamp NOT NULL
);
CREATE INDEX idx_photos_member ON photos (member_id);

CREATE TABLE interests (
    interest_id bigint PRIMARY KEY,
    from_member bigint NOT NULL,
    to_member   bigint NOT NULL,
    sandesh     varchar(500),
    status      varchar(10) NOT NULL DEFAULT 'sent',
    sent_on     timestamp NOT NULL,
    viewed_on   timestamp,
    replied_on  timestamp,
    CHECK (from_member <> to_member)
);
CREATE UNIQUE INDEX uk_interests_pair ON interests (from_member, to_member);

CREATE TABLE partner_pasand (
    member_id   bigint PRIMARY KEY,
    umra_se     smallint,
    umra_tak    smallint,
    dharm       varchar(20),
    jati_list   text[],
    shahar_list text[],
    apeksha     text,
    is_strict   boolean NOT NULL DEFAULT false,
    updated_on  timestamp
);

CREATE TABLE plans (
    plan_id       int PRIMARY KEY,
    plan_naam     varchar(40) NOT NULL,
    mrp           numeric(8,2) NOT NULL,
    price         numeric(8,2) NOT NULL CHECK (price >= 0),
    avadhi_din    int NOT NULL,
    contact_limit int,
    features      jsonb,
    is_active     boolean NOT NULL DEFAULT true
);

CREATE TABLE subscriptions (
    sub_id      bigint PRIMARY KEY,
    member_id   bigint NOT NULL,
    plan_id     int NOT NULL,
    invoice_no  varchar(20) NOT NULL,
    start_date  date NOT NULL,
    end_date    date NOT NULL,
    amount      numeric(8,2) NOT NULL,
    gst_amount  numeric(8,2),
    pay_mode    varchar(12),
    upi_id      varchar(60),
    txn_ref     varchar(24),
    coupon_code varchar(16),
    status      varchar(10) NOT NULL
);
CREATE UNIQUE INDEX uk_subs_invoice ON subscriptions (invoice_no);
CREATE INDEX idx_subs_member ON subscriptions (member_id);

CREATE TABLE branches (
    branch_id   int PRIMARY KEY,
    branch_code varchar(6) NOT NULL,
    branch_naam varchar(60) NOT NULL,
    pata        varchar(160),
    shahar      varchar(50),
    rajya       varchar(40),
    pin_code    char(6),
    phone_no    varchar(16),
    email_id    varchar(100),
    gstin       char(15),
    bank_khata  varchar(18),
    ifsc_code   char(11),
    latitude    numeric(8,5),
    longitude   numeric(8,5),
    router_ip   inet,
    khulne_ka_samay varchar(20)
);
CREATE UNIQUE INDEX uk_branches_code ON branches (branch_code);

CREATE TABLE staff (
    staff_id      int PRIMARY KEY,
    emp_code      varchar(8) NOT NULL,
    naam          varchar(100) NOT NULL,
    pad           varchar(40),
    mobile_no     varchar(16),
    email_id      varchar(100),
    vetan         numeric(10,2),
    bank_khata_no varchar(18),
    bank_ifsc     char(11),
    login_id      varchar(30) NOT NULL,
    passwd        varchar(80) NOT NULL,
    branch_id     int NOT NULL,
    joining_date  date,
    is_active     boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX uk_staff_emp ON staff (emp_code);
CREATE UNIQUE INDEX uk_staff_login ON staff (login_id);

CREATE TABLE success_stories (
    story_id        int PRIMARY KEY,
    var_member_id   bigint NOT NULL,
    vadhu_member_id bigint NOT NULL,
    shirshak        varchar(120),
    kahani          text,
    vivah_tithi     date,
    vivah_sthal     varchar(100),
    photo_path      varchar(160),
    is_published    boolean NOT NULL DEFAULT false,
    likes           int NOT NULL DEFAULT 0,
    created_on      timestamp NOT NULL
);

CREATE TABLE kyc_documents (
    kyc_id      bigint PRIMARY KEY,
    member_id   bigint NOT NULL,
    doc_type    varchar(12) NOT NULL,
    doc_no      varchar(20),
    scan_path   varchar(160),
    status      char(1) NOT NULL DEFAULT 'P',
    verified_by int,
    verified_on timestamp
);
CREATE INDEX idx_kyc_member ON kyc_documents (member_id);

CREATE TABLE jati_master (
    jati_id    int PRIMARY KEY,
    dharm      varchar(20) NOT NULL,
    jati_naam  varchar(40) NOT NULL,
    up_jati    varchar(40),
    sort_order smallint NOT NULL DEFAULT 0,
    is_active  boolean NOT NULL DEFAULT true
);

CREATE TABLE city_master (
    city_id    int PRIMARY KEY,
    shahar     varchar(50) NOT NULL,
    rajya      varchar(40) NOT NULL,
    std_code   varchar(6),
    pin_prefix char(3),
    latitude   numeric(7,4),
    longitude  numeric(7,4)
);

CREATE TABLE sms_templates (
    template_id int PRIMARY KEY,
    code        varchar(24) NOT NULL,
    sender_id   char(6) NOT NULL,
    body        varchar(320) NOT NULL,
    bhasha      char(2) NOT NULL DEFAULT 'hi',
    dlt_id      varchar(20),
    is_active   boolean NOT NULL DEFAULT true
);

CREATE TABLE error_log (
    log_id     bigint PRIMARY KEY,
    level      varchar(8) NOT NULL,
    source     varchar(60),
    message    text,
    host_ip    inet,
    created_on timestamp NOT NULL
);

COMMENT ON COLUMN members.profile_code IS 'profile ID, public page par dikhta hai';
COMMENT ON COLUMN members.naam IS 'poora naam';
COMMENT ON COLUMN members.ling IS 'M = purush, F = mahila';
COMMENT ON COLUMN members.janm_samay IS 'kundli milan ke liye';
COMMENT ON COLUMN members.vaivahik_sthiti IS 'avivahit / talakshuda / vidhwa-vidhur';
COMMENT ON COLUMN members.profile_by IS 'profile kisne banayi: self, parent, sibling, relative';
COMMENT ON COLUMN members.status IS '0 pending, 1 live, 2 hidden, 9 deleted';
COMMENT ON COLUMN member_profile.kad_cm IS 'height in cm';
COMMENT ON COLUMN member_profile.varshik_aay IS 'annual income in INR';
COMMENT ON COLUMN member_profile.pooran_pratishat IS 'profile completeness percent';
COMMENT ON COLUMN parivar.parivar_prakar IS 'sanyukt (joint) / ekal (nuclear)';
COMMENT ON COLUMN parivar.mool_niwas IS 'native place';
COMMENT ON COLUMN photos.kise_dikhaye IS 'sabko / paid / request par';
COMMENT ON COLUMN interests.sandesh IS 'message sent along with the interest';
COMMENT ON COLUMN partner_pasand.apeksha IS 'expectations from partner, free text';
COMMENT ON COLUMN subscriptions.upi_id IS 'VPA jisse payment aaya';
COMMENT ON COLUMN branches.bank_khata IS 'branch current account';
COMMENT ON COLUMN staff.pad IS 'designation';
COMMENT ON COLUMN staff.vetan IS 'monthly salary';
COMMENT ON COLUMN success_stories.vivah_sthal IS 'wedding venue';
COMMENT ON COLUMN kyc_documents.doc_no IS 'number as printed on the document';
COMMENT ON COLUMN sms_templates.sender_id IS 'TRAI header';
