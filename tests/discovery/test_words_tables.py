"""Whose rows a table's name says it holds, whom a reference names, and what is a property."""

from __future__ import annotations

import pytest

from domicile.discovery.words.forms import roots, same_noun
from domicile.discovery.words.reading import is_property, read_role, read_table, read_theme, stem
from domicile.discovery.words.split import split

PEOPLE = """
    user, users, Users, app_users, tbl_user, t_user, customer, customers, sales_customers, Customer,
    member, patients, employees, student, drivers, subscribers, players, citizens, passengers,
    user_account, children, staff, people, app_user_2,
    kunde, kunden, mitarbeiter, mitarbeiterinnen, patienten, schueler, schüler, arzt, aerzte,
    ärzte, lehrer,
    empleado, empleados, alumnos, usuarios, pacientes, clientes, profesores,
    aluno, alunos, funcionarios, cidadaos, cliente,
    client, clients, eleve, élèves, abonnes, utilisateurs, patient,
    klient, klienty, klientov, abonent, abonenty, sotrudnik, sotrudniki, polzovatel, polzovateli,
    polzovatelej, pokupateli, клиенты, клиентов, сотрудник, сотрудники, пользователь, пользователи,
    СправочникСотрудники, справочник_клиенты, покупатели,
    yonghu, yonghu_biao, kehu, yuangong, huanzhe, xuesheng, huiyuan,
    用户, 用户表, 客户, 员工, 患者, 会员信息,
    grahak, sadasya, chhatra, karmchari, marij, ग्राहक, छात्र, कर्मचारी"""
THINGS = """
    product, products, films, city, countries, warehouses, invoice, invoices, departments, orders,
    tariffs, order_items, product_categories, cities, tbl_product, statuses, payments,
    produkt, produkte, rechnung, rechnungen, bestellungen, lager, abteilungen,
    producto, productos, facturas, pedidos, ciudades, almacenes,
    produto, produtos, notas_fiscais, transacoes,
    produit, produits, factures, commandes, villes,
    tovar, tovary, zakaz, zakazy, sklad, sklady, goroda, товары, заказы, склад, СправочникТовары,
    shangpin, dingdan, cangku, 商品, 订单, 仓库, 订单表,
    utpad, bhugtan, shahar, उत्पाद"""
NEITHER = "xyzzy, qqq, foo_bar, e17, _, 42"


def listed(text: str) -> list[str]:
    """The names between commas."""
    return [name.strip() for name in text.split(",")]


@pytest.mark.parametrize("name", listed(PEOPLE))
def test_a_table_of_people_is_named_so(name: str) -> None:
    """In the plural, in any case, behind a prefix."""
    words = read_table(name)

    assert words.person > 0.5 > words.thing, words


@pytest.mark.parametrize("name", listed(THINGS))
def test_a_table_of_things_is_named_so(name: str) -> None:
    """Surely things, and not surely people."""
    words = read_table(name)

    assert words.thing > 0.5 > words.person, words


@pytest.mark.parametrize("name", listed(NEITHER))
def test_an_unknown_name_says_neither(name: str) -> None:
    """Not even by half."""
    words = read_table(name)

    assert (0.0, 0.0) == (words.person, words.thing)


@pytest.mark.parametrize(
    "name",
    ["user_warnings", "customer_orders", "patient_visits", "kunden_bestellungen", "user_sessions"],
)
def test_what_people_have_is_not_people(name: str) -> None:
    """A noun for people that is not the head says a little."""
    assert 0.0 < read_table(name).person < 0.5


def test_a_comment_speaks_where_a_name_does_not() -> None:
    """With less weight; its opening only."""
    assert 0.5 < read_table("t17", "Customers of the shop").person < 1.0
    assert 0.5 < read_table("t17", "клиенты банка").person < 1.0
    assert 0.0 == read_table("t17", "one row for each visit that a customer makes").person
    assert 1.0 == read_table("customer", "products").person


def test_a_language_that_is_not_spoken_says_nothing() -> None:
    """`kind` is a child only where German is."""
    english, german = frozenset({"en", "mul"}), frozenset({"en", "de", "mul"})

    assert (0.0, 1.0) == (
        read_table("kinder", "", english).person,
        read_table("kinder", "", german).person,
    )


@pytest.mark.parametrize("spoken", [{"fr"}, {"xx"}, {"mul"}, set[str]()])
def test_any_languages_may_be_spoken(spoken: set[str]) -> None:
    """Also none that reads an English name from its front."""
    assert read_table("user_warnings", "", frozenset(spoken)).person < 0.5


@pytest.mark.parametrize(
    ("column", "role"),
    [
        ("customer_id", "owner"),
        ("userId", "owner"),
        ("id_klienta", "owner"),
        ("klient_id", "owner"),
        ("kunden_id", "owner"),
        ("patient_id", "owner"),
        ("owner", "owner"),
        ("sender_id", "owner"),
        ("id_cliente", "owner"),
        ("cliente_id", "owner"),
        ("aluno_id", "owner"),
        ("eleve_id", "owner"),
        ("абонент_id", "owner"),
        ("клиент", "owner"),
        ("yonghu_id", "owner"),
        ("用户ID", "owner"),
        ("grahak_id", "owner"),
        ("created_by", "actor"),
        ("createdBy", "actor"),
        ("updated_by_user_id", "actor"),
        ("approved_by", "actor"),
        ("manager_id", "actor"),
        ("operator", "actor"),
        ("assigned_to", "actor"),
        ("doctor_id", "actor"),
        ("erstellt_von", "actor"),
        ("sozdal", "actor"),
        ("cree_par", "actor"),
        ("creado_por", "actor"),
        ("criado_por", "actor"),
        ("创建人", "actor"),
        ("product_id", ""),
        ("status", ""),
        ("xyzzy_id", ""),
        ("", ""),
    ],
)
def test_a_reference_names_its_owner_or_who_handled_it(column: str, role: str) -> None:
    """Or a thing, which has no role."""
    assert role == read_role(column)


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("customer_id", "customer"),
        ("customerId", "customer"),
        ("userId", "user"),
        ("userid", "user"),
        ("klientid", "klient"),
        ("id_klienta", "klienta"),
        ("kd_nr", "kd"),
        ("kundennr", "kunden"),
        ("kundennummer", "kunden"),
        ("artikelnr", "artikel"),
        ("custno", "cust"),
        ("customer_uuid", "customer"),
        ("fk_user", "user"),
        ("user_id_2", "user"),
        ("order_item_id", "order item"),
        ("paid", "paid"),
        ("valid", "valid"),
        ("candidate", "candidate"),
        ("postcode", "postcode"),
        ("casino", "casino"),
        ("created_by", "created by"),
        ("用户ID", "用户"),
        ("id", ""),
        ("uuid", ""),
        ("", ""),
    ],
)
def test_a_stem_is_what_a_reference_points_at(column: str, words: str) -> None:
    """Without what makes it a reference, also where that is written on to it."""
    assert tuple(words.split()) == stem(column)


SAME = """
    user/users, user/app_users, user/tbl_user, User/users, customer/customers, city/cities,
    company/companies, address/addresses, child/children, person/people, kd/kunde, kunde/kunden,
    kind/kinder, kd/kunden, arzt/aerzte, land/laender, haus/haeuser, mitarb/mitarbeiter,
    klient/klienty, klienta/klienty, klientu/klient, polzovatelya/polzovateli, sotr/sotrudniki,
    клиента/клиенты, пользователя/пользователь, сотруднику/сотрудники, empleado/empleados,
    profesor/profesores, transacao/transacoes, niveau/niveaux,
    journal/journaux, emp/employees, cust/customer, order_item/order_items, orderitem/order_items,
    用户/用户, dept/departments"""
DIFFERENT = """
    order/customer_orders, user/user_roles, customer/orders, book/bookings, user/username,
    card/cardholders, order/orderlines, item/order_items, product/produce, kunde/konten,
    klient/zakazy, клиент/заказы, 用户/订单, doctor/documents, test/testimonials, a/b"""


@pytest.mark.parametrize("pair", listed(SAME))
def test_one_noun_in_two_forms_is_one(pair: str) -> None:
    """Whichever is asked first."""
    one, other = (split(name) for name in pair.split("/"))

    assert same_noun(one, other)
    assert same_noun(other, one)


@pytest.mark.parametrize("pair", listed(DIFFERENT))
def test_two_nouns_are_not_one(pair: str) -> None:
    """Though one begins like the other, or is a part of it."""
    one, other = (split(name) for name in pair.split("/"))

    assert not same_noun(one, other)
    assert not same_noun(other, one)


def test_nothing_is_no_noun() -> None:
    """Not even the same one."""
    assert not same_noun((), ())
    assert not same_noun(("user",), ())
    assert not same_noun(("42",), ("42",))


def test_roots_are_the_word_and_its_shorter_forms() -> None:
    """An abbreviation has its word's, too; nothing is cut below three letters."""
    assert {"cities", "citie", "citi", "city"} <= roots("cities")
    assert {"kd", "kunde", "kund"} == roots("kd")
    assert {"as"} == roots("as")


@pytest.mark.parametrize(
    ("table", "theme"),
    [
        ("vitals", "user.health_and_medical"),
        ("patient_diagnoses", "user.health_and_medical"),
        ("prescriptions", "user.health_and_medical"),
        ("befunde", "user.health_and_medical"),
        ("diagnozy", "user.health_and_medical"),
        ("患者病历", "user.health_and_medical"),
        ("payroll", "user.financial"),
        ("zarplata", "user.financial"),
        ("工资", "user.financial"),
        ("passports", "user.government_id"),
        ("护照", "user.government_id"),
        ("comments", "user.content.public"),
        ("blog_posts", "user.content.public"),
        ("评论", "user.content.public"),
        ("messages", "user.content.private"),
        ("obrashcheniya", "user.content.private"),
        ("orders", ""),
        ("customers", ""),
        ("", ""),
    ],
)
def test_a_theme_is_told_by_the_noun(table: str, theme: str) -> None:
    """At either end of the name, in either number."""
    assert theme == read_theme(table)


@pytest.mark.parametrize(
    "name",
    ["status", "updated_at", "line_no_count", "is_active_flag", "tip_oplaty", "data_sozdaniya"],
)
def test_a_state_a_date_or_a_count_is_a_property(name: str) -> None:
    """By its head, which is the last word or the first."""
    assert is_property(name)


@pytest.mark.parametrize("name", ["email", "customer_name", "xingming", "", "kundentelefon"])
def test_a_datum_is_no_property(name: str) -> None:
    """Nor is a name without a word."""
    assert not is_property(name)
