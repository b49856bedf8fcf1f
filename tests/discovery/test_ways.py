"""Whose a row is: the cheapest way to a person, two people of one standing, nobody for a clerk."""

from __future__ import annotations

from domicile.config.names import TableName
from domicile.discovery.links import Link
from domicile.discovery.ways import Belonging, find_ways


def _name(table: str) -> TableName:
    return TableName("public", table)


def _link(source: str, column: str, target: str, *, nullable: bool = False) -> Link:
    return Link(
        source=_name(source),
        columns=(column,),
        target=_name(target),
        far=("id",),
        declared=True,
        nullable=nullable,
    )


def _whose(
    subjects: str,
    *links: Link,
    things: str = "",
    staff: str = "",
    units: str = "",
    back: str = "",
    authored: str = "",
    pairs: str = "",
) -> dict[str, Belonging]:
    """Whose each table's rows are; the other arguments are tables of which it is so."""
    tables = {table for link in links for table in (link.source, link.target)}
    found = find_ways(
        sorted(tables),
        [_name(subject) for subject in subjects.split()],
        links,
        is_thing=lambda name: name.table in things.split(),
        is_staff=lambda name: name.table in staff.split(),
        is_unit=lambda name: name.table in units.split(),
        may_go_back=lambda link: link.target.table in back.split(),
        is_authored=lambda name: name.table in authored.split(),
        pairs=lambda name: name.table in pairs.split(),
    )
    return {name.table: belonging for name, belonging in found.items()}


def _hops(belonging: Belonging) -> set[str]:
    return {
        " ".join(f"{'<' if hop.backward else ''}{hop.table.table}" for hop in way.hops)
        for way in belonging.ways
    }


def test_a_subject_is_its_own() -> None:
    """Even if it points at another: an employee has a manager."""
    whose = _whose("employee", _link("employee", "manager_id", "employee"))
    assert {""} == _hops(whose["employee"])


def test_the_shortest_way_is_taken_and_the_longer_one_is_told() -> None:
    """A payment names its customer and its order."""
    whose = _whose(
        "customer",
        _link("payment", "order_id", "orders"),
        _link("payment", "customer_id", "customer"),
        _link("orders", "customer_id", "customer"),
    )
    assert {"customer"} == _hops(whose["payment"])
    assert 1 == len(whose["payment"].others)


def test_a_message_is_its_senders_and_its_recipients() -> None:
    """And so is what is attached to it."""
    whose = _whose(
        "users",
        _link("message", "sender_id", "users"),
        _link("message", "recipient_id", "users"),
        _link("attachment", "message_id", "message"),
    )
    assert 2 == len(whose["message"].ways)
    assert 2 == len(whose["attachment"].ways)


def test_who_approved_a_row_is_not_its_person() -> None:
    """Nor is anybody else, if nobody else is named."""
    whose = _whose("users", _link("tariff", "approved_by", "users"))
    assert () == whose["tariff"].ways
    assert 1 == len(whose["tariff"].others)


def test_who_created_a_text_is_its_author() -> None:
    """`created_by` of a post is the person whose words they are."""
    whose = _whose("users", _link("post", "created_by", "users"), authored="post")
    assert {"users"} == _hops(whose["post"])


def test_a_class_is_not_its_teachers_and_a_payslip_is_its_employees() -> None:
    """Staff are served by parts of an organisation, and own what is about them."""
    whose = _whose(
        "teacher",
        _link("class", "teacher_id", "teacher"),
        _link("payslip", "teacher_id", "teacher"),
        staff="teacher",
        units="class",
    )
    assert () == whose["class"].ways
    assert {"teacher"} == _hops(whose["payslip"])


def test_an_appointment_is_the_patients_and_not_the_doctors() -> None:
    """Where a row leads to staff and to those whom they serve, it is theirs."""
    whose = _whose(
        "doctor patient",
        _link("appointment", "doctor_id", "doctor"),
        _link("appointment", "patient_id", "patient"),
        staff="doctor",
    )
    assert ["public.patient"] == [str(way.subject) for way in whose["appointment"].ways]


def test_what_staff_write_to_others_is_of_both() -> None:
    """A chat between a patient and a doctor."""
    whose = _whose(
        "doctor patient",
        _link("chat", "doctor_id", "doctor"),
        _link("chat", "patient_id", "patient"),
        staff="doctor",
        pairs="chat",
    )
    assert 2 == len(whose["chat"].ways)


def test_an_address_is_found_backward_and_a_country_is_not() -> None:
    """Only what the pointing rows own is theirs."""
    whose = _whose(
        "customer",
        _link("customer", "address_id", "address"),
        _link("address", "country_id", "country"),
        back="address",
    )
    assert {"<customer"} == _hops(whose["address"])
    assert () == whose["country"].ways


def test_a_way_through_a_thing_is_a_detour() -> None:
    """An order line is the buyer's, not the person's who sells the product."""
    whose = _whose(
        "buyer seller",
        _link("line", "product_id", "product"),
        _link("product", "seller_id", "seller"),
        _link("line", "order_id", "orders"),
        _link("orders", "buyer_id", "buyer"),
        things="product",
    )
    assert ["public.buyer"] == [str(way.subject) for way in whose["line"].ways]


def test_circles_end() -> None:
    """Tables that point at each other do not lead anywhere for ever."""
    whose = _whose("users", _link("a", "b_id", "b"), _link("b", "a_id", "a"))
    assert () == whose["a"].ways
