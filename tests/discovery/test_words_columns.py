"""What the names and comments of columns say, as databases of eight languages have them."""

from __future__ import annotations

import pytest

from domicile.discovery.words.forms import expand, words_of
from domicile.discovery.words.reading import read_column
from domicile.discovery.words.tongues import tongues

SAID = 0.5
"""From this weight on a hint makes a column likely personal by itself."""

NAME, FIRST, LAST = "user.name", "user.name.first", "user.name.last"
LOGIN, PASSWORD = "user.account.username", "user.authorization.password"
EMAIL, PHONE, ADDRESS = "user.contact.email", "user.contact.phone_number", "user.contact.address"
STREET, CITY = "user.contact.address.street", "user.contact.address.city"
POST, COUNTRY = "user.contact.address.postal_code", "user.contact.address.country"
STATE = "user.contact.address.state"
BIRTH, GENDER = "user.demographic.date_of_birth", "user.demographic.gender"
MARRIED = "user.demographic.marital_status"
ID = "user.government_id.national_identification_number"
PASSPORT = "user.government_id.passport_number"
BANK, CARD, MONEY = "user.financial.bank_account", "user.financial.credit_card", "user.financial"
IP, JOB, NUMBER = "user.device.ip_address", "user.job_title", "user.unique_id"
HEALTH, FAITH = "user.health_and_medical", "user.demographic.religious_belief"
CASTE = "user.demographic.race_ethnicity"

COLUMNS = {
    "en": """
        first_name: FIRST, fname: FIRST, givenName: FIRST, forename: FIRST, last_name: LAST,
        lname: LAST, surname: LAST, LastName: LAST, family_name: LAST, full_name: NAME,
        customer_name: NAME, middle_initial: NAME, maiden_name: NAME, cardholder: NAME,
        emergency_contact_name: NAME, username: LOGIN, user_login: LOGIN, passwd: PASSWORD,
        password_hash: PASSWORD, pwd: PASSWORD, email: EMAIL, emailAddress: EMAIL, E_MAIL: EMAIL,
        email_hash: EMAIL, customer_email: EMAIL, work_email_2: EMAIL, phone: PHONE,
        phonenumber: PHONE, mobile_no: PHONE, tel: PHONE, customer_phone: PHONE, cellphone: PHONE,
        home_address: ADDRESS, addr1: ADDRESS, shipping_address: ADDRESS, street_name: STREET,
        house_number: STREET, zip: POST, zipCode: POST, postcode: POST, city: CITY,
        ship_city: CITY, country_code: COUNTRY, dob: BIRTH, dateofbirth: BIRTH, birth_date: BIRTH,
        BIRTHDATE: BIRTH, gender: GENDER, sex: GENDER, marital_status: MARRIED, marit: MARRIED,
        ssn: ID, ssn_enc: ID, national_id: ID, passport_no: PASSPORT, iban: BANK,
        account_number: BANK, card_number: CARD, cvv: CARD, salary: MONEY, ip_address: IP,
        IPAddress: IP, last_login_ip: IP, clientIp: IP, job_title: JOB, occupation: JOB,
        customer_no: NUMBER, employee_number: NUMBER, blood_group: HEALTH, diagnosis: HEALTH,
        religion: FAITH, ethnicity: CASTE""",
    "de": """
        vorname: FIRST, nachname: LAST, familienname: LAST, kundenname: NAME, geburtsname: NAME,
        email_adresse: EMAIL, telefonnummer: PHONE, telefonNr: PHONE, handynummer: PHONE,
        kundentelefon: PHONE, mobil: PHONE, anschrift: ADDRESS, rechnungsadresse: ADDRESS,
        lieferadresse: ADDRESS, straße: STREET, strasse: STREET, STRAßE: STREET, hausnr: STREET,
        strassenr: STREET, plz: POST, postleitzahl: POST, ort: CITY, wohnort: CITY,
        geburtsdatum: BIRTH, geb_dat: BIRTH, geburtstag: BIRTH, geschlecht: GENDER,
        anrede: GENDER, familienstand: MARRIED, steuer_id: ID, personalausweisnummer: ID,
        reisepassnummer: PASSPORT, kontonummer: BANK, gehalt: MONEY, beruf: JOB, kd_nr: NUMBER,
        kundennr: NUMBER, kundennummer: NUMBER, personalnummer: NUMBER, benutzername: LOGIN,
        passwort: PASSWORD, kennwort: PASSWORD, konfession: FAITH, blutgruppe: HEALTH""",
    "ru": """
        imya: FIRST, imja: FIRST, familiya: LAST, familia: LAST, familija: LAST, otchestvo: NAME,
        fio: NAME, imya_klienta: NAME, telefon: PHONE, telefon_klienta: PHONE,
        nomer_telefona: PHONE, mob_tel: PHONE, adres: ADDRESS, adres_dostavki: ADDRESS,
        adres_registracii: ADDRESS,
        ulitsa: STREET, ulica: STREET, kvartira: STREET, indeks: POST, gorod: CITY,
        data_rozhdeniya: BIRTH, data_rozhd: BIRTH, pol: GENDER, semejnoe_polozhenie: MARRIED,
        snils: ID, inn: ID, pasport: PASSPORT, seriya_pasporta: PASSPORT, nomer_pasporta: PASSPORT,
        raschetnyj_schet: BANK, zarplata: MONEY, oklad: MONEY, dolzhnost: JOB,
        tabelnyj_nomer: NUMBER, login: LOGIN, parol: PASSWORD,
        имя: FIRST, фамилия: LAST, отчество: NAME, ФИО: NAME, ФИОКлиента: NAME, телефон: PHONE,
        НомерТелефона: PHONE, ТелефонКлиента: PHONE, телефон_клиента: PHONE, адрес: ADDRESS,
        АдресДоставки: ADDRESS, ДатаРождения: BIRTH, дата_рождения: BIRTH, пол: GENDER,
        СНИЛС: ID, ИННКлиента: ID, СерияПаспорта: PASSPORT, город: CITY, должность: JOB,
        ТабельныйНомер: NUMBER, пароль: PASSWORD, ЭлектроннаяПочта: EMAIL""",
    "zh": """
        xingming: NAME, xm: NAME, zhenshi_xingming: NAME, shoujihao: PHONE, sjh: PHONE,
        lianxi_dianhua: PHONE, dizhi: ADDRESS, shouhuo_dizhi: ADDRESS, youxiang: EMAIL,
        shenfenzheng: ID, sfzh: ID, shenfenzhenghao: ID, chushengriqi: BIRTH, csrq: BIRTH,
        xingbie: GENDER, huzhao_hao: PASSPORT, yonghuming: LOGIN, mima: PASSWORD, gongzi: MONEY,
        zhiwu: JOB, youbian: POST, chengshi: CITY, hunyin_zhuangkuang: MARRIED, minzu: CASTE,
        姓名: NAME, 客户姓名: NAME, 手机号: PHONE, 手机号码: PHONE, 联系电话: PHONE, 邮箱: EMAIL,
        电子邮箱: EMAIL, 住址: ADDRESS, 收货地址: ADDRESS, 身份证: ID, 身份证号: ID,
        出生日期: BIRTH, 性别: GENDER, 护照号: PASSPORT, 用户名: LOGIN, 密码: PASSWORD,
        银行卡号: CARD, 职位: JOB, 邮编: POST, 城市: CITY, 民族: CASTE, 婚姻状况: MARRIED""",
    "es": """
        nombre_completo: NAME, apellido: LAST, apellidos: LAST, primer_apellido: LAST,
        nombre_cliente: NAME, correo: EMAIL, correo_electronico: EMAIL, telefono: PHONE,
        teléfono: PHONE, tel_cliente: PHONE, celular: PHONE, movil: PHONE, direccion: ADDRESS,
        dirección_envío: ADDRESS, domicilio: ADDRESS, calle: STREET, codigo_postal: POST,
        ciudad: CITY, fecha_nacimiento: BIRTH, fechaNacimiento: BIRTH, fec_nac: BIRTH,
        sexo: GENDER, estado_civil: MARRIED, dni: ID, nif: ID, curp: ID, num_dni: ID,
        pasaporte: PASSPORT, cuenta_bancaria: BANK, salario: MONEY, cargo: JOB, profesion: JOB,
        usuario: LOGIN, contrasena: PASSWORD, contraseña: PASSWORD, clave_usuario: PASSWORD,
        grupo_sanguineo: HEALTH, num_cliente: NUMBER""",
    "pt": """
        nome_completo: NAME, sobrenome: LAST, nome_cliente: NAME, nome_mae: NAME, nome_da_mãe: NAME,
        telefone: PHONE, celular_cliente: PHONE, endereco: ADDRESS, endereço: ADDRESS,
        logradouro: STREET, cep: POST, cidade: CITY, data_nascimento: BIRTH, dt_nasc: BIRTH,
        dataNascimento: BIRTH, sexo: GENDER, estado_civil: MARRIED, cpf: ID, num_cpf: ID, rg: ID,
        nr_rg: ID, passaporte: PASSPORT, conta_bancaria: BANK, cartao_credito: CARD,
        salario: MONEY, profissao: JOB, senha: PASSWORD, matricula_aluno: NUMBER, raca_cor: CASTE,
        religiao: FAITH, tipo_sanguineo: HEALTH, uf: STATE""",
    "fr": """
        prenom: FIRST, prénom: FIRST, prenom_client: FIRST, nom_famille: LAST, nom_de_famille: LAST,
        nom_client: NAME, courriel: EMAIL, adresse_email: EMAIL, telephone: PHONE, téléphone: PHONE,
        numtel: PHONE, tel_portable: PHONE, adresse_livraison: ADDRESS, rue: STREET,
        code_postal: POST, ville: CITY, date_naissance: BIRTH, date_de_naissance: BIRTH,
        dateNaissance: BIRTH, sexe: GENDER, civilite: GENDER, situation_familiale: MARRIED,
        numero_securite_sociale: ID, passeport: PASSPORT, salaire: MONEY, metier: JOB,
        profession: JOB, mot_de_passe: PASSWORD, mdp: PASSWORD, groupe_sanguin: HEALTH""",
    "hi": """
        naam: NAME, pura_naam: NAME, pita_ka_naam: NAME, upnaam: LAST, pata: ADDRESS,
        sthayi_pata: ADDRESS, janm_tithi: BIRTH, janm_tarikh: BIRTH, ling: GENDER, dharm: FAITH,
        jati: CASTE, aadhaar_no: ID, aadhar_number: ID, pincode: POST, mobile_sankhya: PHONE,
        vaivahik_sthiti: MARRIED, vyavsay: JOB, vetan: MONEY,
        नाम: NAME, पूरा_नाम: NAME, पिता_का_नाम: NAME, पता: ADDRESS, जन्म_तिथि: BIRTH,
        जन्मतिथि: BIRTH, लिंग: GENDER, धर्म: FAITH, जाति: CASTE, आधार_संख्या: ID,
        मोबाइल_नंबर: PHONE, मोबाइल_संख्या: PHONE, पासपोर्ट_नंबर: PASSPORT""",
}  # fmt: skip
ROWS = [
    (language, name.strip(), globals()[category.strip()])
    for language, listed in COLUMNS.items()
    for name, category in (row.split(":") for row in listed.split(","))
]
SAYS_NOTHING = """
    email_verified, phone_confirmed_at, address_id, name_length, password_changed_at, email_count,
    email_sent, email_enabled, phone_verified_at, has_photo, is_email_valid, num_phones,
    address_type, last_name_changed, email_template_id, password_reset_sent_at, email_opened_at,
    product_name, file_name, fileName, host_name, category_name, brand_name, event_name, table_name,
    company_phone, template_name, warehouse_address, produkt_name, produktname, firmentelefon,
    firma_telefon, nom_produit, nom_fichier, nombre_producto, nombre_archivo, nome_produto,
    nome_arquivo, nazvanie_tovara, naimenovanie_sklada, название_товара, НаименованиеТовара,
    shangpin_mingcheng, 商品名称, utpad_naam, email_verifie, email_verificado, telefon_id,
    telefon_podtverzhden, created_at, updated_at, status, quantity, price, is_active, id,
    version, sort_order, total, feeling, same_day, three, hand_count, just_value, passage,
    best_price, check_sum, high_score, refuse"""  # fmt: skip


def said(name: str, comment: str = "") -> str:
    """The category of the surest hint, if it is a sure one and no thing is as surely meant."""
    hints = read_column(name, comment)
    thing = max((hint.weight for hint in hints if not hint.category), default=0.0)
    best = next((hint for hint in hints if hint.category), None)
    return best.category if best and best.weight - thing >= SAID else ""


def test_the_examples_are_many() -> None:
    """Of each language and more than 150 in all."""
    assert len(ROWS) > 300
    assert len({name for _, name, _ in ROWS}) > 290


@pytest.mark.parametrize(("language", "name", "category"), ROWS)
def test_a_name_says_its_category(language: str, name: str, category: str) -> None:
    """In a database of any languages, and in one of its own."""
    assert category == said(name), read_column(name)

    spoken = read_column(name, "", frozenset({language, "en", "mul"}))
    assert category == spoken[0].category, spoken


@pytest.mark.parametrize("name", [name.strip() for name in SAYS_NOTHING.split(",")])
def test_a_name_of_a_thing_or_a_property_says_no_category(name: str) -> None:
    """Neither a verified flag nor a product's name is a person's."""
    assert said(name) == "", read_column(name)


@pytest.mark.parametrize(
    ("comment", "category"),
    [
        ("customer's phone for the courier", PHONE),
        ("Date of birth", BIRTH),
        ("ИНН клиента", ID),
        ("фамилия клиента", LAST),
        ("手机号码", PHONE),
        ("用户的身份证号", ID),
        ("Geburtsdatum des Kunden", BIRTH),
        ("prénom du client", FIRST),
        ("fecha de nacimiento del cliente", BIRTH),
        ("data de nascimento do aluno", BIRTH),
        ("ग्राहक की जन्म तिथि", BIRTH),
        ("जन्म तिथि", BIRTH),
    ],
)
def test_a_comment_says_what_a_name_does_not(comment: str, category: str) -> None:
    """With less weight than a name would."""
    assert category == said("c17", comment)
    assert read_column("c17", comment)[0].weight <= 0.8


@pytest.mark.parametrize(
    "comment",
    [
        "set by the import when the e-mail address of a record could not be read from the old file",
        "导入时如果手机号码不能读取则由系统自动设置为空并且在日志中记录这次失败的原因以便管理员检查",
    ],
)
def test_a_long_comment_says_many_things(comment: str) -> None:
    """None of them surely, also where no blanks part the words."""
    assert all(hint.weight <= 0.5 for hint in read_column("c17", comment))


def test_each_category_is_said_once_and_the_surest_first() -> None:
    """A comment that says what the name says adds nothing."""
    hints = read_column("customer_email", "e-mail of the customer; or the phone")
    weights = [hint.weight for hint in hints]

    assert len({hint.category for hint in hints}) == len(hints)
    assert sorted(weights, reverse=True) == weights
    assert (EMAIL, 1.0) == (hints[0].category, hints[0].weight)


def test_a_thing_comes_back_as_a_hint_without_a_category() -> None:
    """It speaks against the name that stands beside it."""
    best = read_column("product_name")[0]

    assert ("", "product") == (best.category, best.words)


def test_a_person_beside_it_makes_a_weak_word_a_strong_one() -> None:
    """`name` is anything's; beside an unknown word it stays weak."""
    weak, strong = read_column("name")[0], read_column("borrower_name")[0]

    assert weak.weight < SAID < strong.weight
    assert NAME == strong.category


def test_a_stranger_at_the_head_weakens() -> None:
    """`phone_xyzzy` is an unknown thing of a phone."""
    english = frozenset({"en", "mul"})
    first, last = (read_column(n, "", english)[0] for n in ("phone_xyzzy", "xyzzy_phone"))

    assert first.weight < last.weight


def test_a_word_of_a_language_that_is_not_spoken_counts_little() -> None:
    """`ort` is a town in German only."""
    german, english = frozenset({"de", "en", "mul"}), frozenset({"en", "mul"})

    assert read_column("ort", "", english)[0].weight < read_column("ort", "", german)[0].weight


def test_kind_is_a_child_in_german_only() -> None:
    """A sort of thing in an English schema; the other words tell which it is."""
    english = tongues(["orders", "kind", "customer_name", "street_address", "invoice_date"])
    german = tongues(["kunden", "kind", "nachname", "geburtsdatum", "rechnung", "strasse"])

    assert {"en", "mul"} == english
    assert {"en", "mul", "de"} == german
    assert not any(h.category and h.weight >= 0.3 for h in read_column("kind", "", english))
    assert "user.childrens" in {hint.category for hint in read_column("kind", "", german)}
    # Nor does it make a child's name of the name of a kind.
    assert read_column("kind_name", "", english)[0].weight < SAID


@pytest.mark.parametrize(
    ("word", "long"),
    [
        ("cmplnt", "complaint"),
        ("marit", "marital"),
        ("verified", "verified"),
        ("sent", "sent"),
        ("count", "count"),
        ("hand", "hand"),
        ("same", "same"),
        ("three", "three"),
        ("qzx", "qzx"),
        ("12345", "12345"),
    ],
)
def test_only_what_people_cut_is_completed(word: str, long: str) -> None:
    """A known word, and an ordinary one, is none that was cut."""
    assert long == expand(word)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lieferantenname", ("lieferanten", "name")),
        ("usertel", ("user", "tel")),
        ("passage", ("passage",)),
        ("用户手机号码", ("用户", "手机号码")),
        ("客户的邮箱", ("客户", "的", "邮箱")),
    ],
)
def test_words_written_in_one_are_parted(name: str, words: tuple[str, ...]) -> None:
    """Where both are known, and the second is more than an ending."""
    assert words == words_of(name)


def test_a_name_without_words_says_nothing() -> None:
    """Marks and digits only."""
    assert ((), ()) == (read_column(""), read_column("__42__"))
