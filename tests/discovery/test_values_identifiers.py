"""Numbers of people and of trade: each found by its own name, none by a neighbour's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domicile.discovery.model import Kind, Match
from domicile.discovery.values import checks
from domicile.discovery.values.examine import examine
from domicile.discovery.values.identifiers import identifiers

NATIONAL = "user.government_id.national_identification_number"
#: Made-up numbers with right check digits.
NUMBERS = [
    ("ИНН of a person, Russia", "934232199997 954396229749 358526273502 383462756692"),
    ("CPF, Brazil", "75562566346 20162666357 59819254779 55824272603"),
    ("Aadhaar, India", "647130509979 442406443613 902618507402 408976580660"),
    (
        "resident identity card, China",
        "440305198507118291 440305198510080140 310104198505261135 31010419790120367X",
    ),
    ("DNI, Spain", "04190679X 65715990E 12455716C 02589548R"),
    ("NIE, Spain", "X6263884H Y6832638L X0334191R X3443723W"),
    ("NIR, France", "194124426986956 184015891377866 250087793858446 262068224540089"),
    ("Steuer-IdNr, Germany", "87013627476 42719765780 96434502843 93207948659"),
    (
        "codice fiscale, Italy",
        "PFRNTC60R01L219C BMFLNL92H10L219R DFLTTS93M13F205K CMLBGS51A25F205E",
    ),
    ("PESEL, Poland", "77010787454 71122619915 78121316089 84102486597"),
    ("T.C. kimlik no, Turkey", "24956014966 68525328986 89792503968 29316609950"),
    ("henkilötunnus, Finland", "070269-868X 170696-507X 070297-043J 180267-416X"),
    ("NHS number, Great Britain", "1866590170 9906338288 9508795417 2994693186"),
    ("BSN, Netherlands", "362504258 633720057 991703017 015122827"),
    ("personnummer, Sweden", "920407-2095 900906-5831 660802-9952 651105-1713"),
    ("CURP, Mexico", "EDCB741201HDFDFF00 AAEB601023HDFCFB08 DDAA850101HDFBDG06 AEAG981117MDFDCD07"),
    ("identity number, South Africa", "9611177359085 9106274433081 8301106261088 6907245909080"),
    ("CNP, Romania", "1980503088725 2800413100489 1901227315243 1531204217154"),
    (
        "resident registration number, Korea",
        "941107-1024041 500915-1751119 621209-1530357 780615-2691446",
    ),
    ("My Number, Japan", "137434695355 878313689439 668919039575 817694580447"),
    ("EAN", "9588872134609 1301274701778 7352924593148 4373431247709"),
    ("ISBN", "9784716424718 9785329282139 9781775824503 9787536462427"),
    ("LEI", "5493001KJTIIGC8Y1R12 213800MBWEIJDM5CU638 969500KN90DZLPGW6804 529900ODI3047E2LIV03"),
    ("CNPJ, Brazil", "21240938493597 29533569829468 90712093425421 74732613076725"),
    ("ОГРН, Russia", "1027779771403 1027765374933 1027766608055 1027761021661"),
    ("ISIN", "US0628308597 FR4845348972 FR1519521892 US8609589002"),
    ("SIRET, France", "53076932290329 57472111488337 43779393822422 30100379448576"),
    (
        "unified social credit code, China",
        "9131000089699009U8 9131000075366879P8 9131000019448822M3 9131000044867990E8",
    ),
    ("СНИЛС, Russia", "71949770151 51248454574 27722677911 25367741495"),
    ("PIS/PASEP, Brazil", "17969152676 58966213582 01288467092 01348211595"),
    ("título de eleitor, Brazil", "483454362429 358032042607 060045600949 539489111155"),
    ("CNH, Brazil", "19785074563 02238991876 03499303049 37706656159"),
    (
        "cartão nacional de saúde, Brazil",
        "771777102401601 789536555016959 701233918329551 784364212452157",
    ),
    ("número de la Seguridad Social, Spain", "284972795872 286241950239 282845085415 281998744550"),
    ("Krankenversichertennummer, Germany", "S860924481 J510798783 L624607247 L881887951"),
    ("Rentenversicherungsnummer, Germany", "54030992M404 61150780Y529 49080107L877 51070923N126"),
    ("identity card, Germany", "T23FC3H304 L59J7CKGF0 GK34H70171 M943H50J32"),
    ("полис ОМС, Russia", "8587933235739048 1676974603830966 1659913846997944 1140173551423332"),
    ("ИНН of a firm, Russia", "6155153804 8919385062 1588277550 0598386571"),
]
#: Numbers that authorities print in their own explanations.
PRINTED = [
    ("snils", "11223344595"),
    ("kvnr", "A123456780"),
    ("rvnr", "65170839J003"),
    ("identity_card", "T220001293"),
    ("titulo", "004356870906"),
    ("nss", "281234567840"),
    ("firm", "7707083893"),
]


def found(values: list[str], kind: Kind = "text") -> dict[str, Match]:
    """The matches by the names of their detectors."""
    return {match.detector: match for match in examine(values, kind)}


@pytest.mark.parametrize(("name", "numbers"), NUMBERS)
def test_a_number_is_found_by_its_name(name: str, numbers: str) -> None:
    """All pass, and with their digits shuffled few do."""
    match = found(numbers.split())[name]

    assert 1.0 == match.rate
    assert match.chance <= 0.5


@pytest.mark.parametrize(("name", "numbers"), NUMBERS)
def test_the_category_says_whose_number_it_is(name: str, numbers: str) -> None:
    """A person's has one; a firm's, a product's or a security's has none."""
    match = found(numbers.split())[name]
    entry = next(one for one in identifiers() if one.name == name)

    assert entry.category == match.category


@pytest.mark.parametrize(("check", "number"), PRINTED)
def test_our_own_checks_pass_what_authorities_print(check: str, number: str) -> None:
    """And not the same number with its last digit changed."""
    test = getattr(checks, check)
    place = -1 if number[-1].isdigit() else -2
    other = number[:place] + str((int(number[place]) + 1) % 10)

    assert test(number)
    assert not test(other)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("СНИЛС, Russia", ["112-233-445 95", "719-497-701 51", "512-484-545 74"]),
        ("CPF, Brazil", ["755.625.663-46", "201.626.663-57", "598.192.547-79"]),
        ("Aadhaar, India", ["6471 3050 9979", "4424 0644 3613", "9026 1850 7402"]),
        ("DNI, Spain", ["04190679-X", "65715990-E", "12455716-C"]),
        ("CNPJ, Brazil", ["21.240.938/4935-97", "29.533.569/8294-68"]),
        ("resident identity card, China", ["31010419790120367x", "440305198507118291"]),
        ("NINO, Great Britain", ["AB 12 34 56 C", "JK123456D", "PX 65 43 21 A"]),
        ("PAN of a person, India", ["ABCPE1234F", "AAAPL5678C", "BNZPM2501F"]),
        ("PAN of a firm, India", ["ABCCE1234F", "AAACL5678C", "BNZFM2501F"]),
        ("SSN, United States", ["123-45-6789", "536-22-1234", "219-09-9998"]),
        ("passport number", ["AB1234567", "CD7654321", "XY1112223"]),
        ("digits like a Russian passport", ["4510123456", "4612654321", "0304112233"]),
        ("number plate", ["А123ВС77", "К456МН178", "О001ОО99"]),
        ("number plate", ["京A·12345", "粤B 8K9Z1", "沪C88888"]),
        ("number plate", ["KA 01 AB 1234", "MH-12-DE-1433"]),
        ("number plate", ["AB-123-CD", "EF-456-GH"]),
        ("code like a number plate", ["B-AB 1234", "HH-XY 99", "M-A 1"]),
        ("driving licence", ["MORGA753116SM9IJ", "SMITH801019JA8BC"]),
        ("VIN", ["WVWZZZ1JZXW000001", "1HGCM82633A004352"]),
    ],
)
def test_numbers_are_found_as_people_write_them(name: str, values: list[str]) -> None:
    """With the separators of their country, in either case."""
    assert 1.0 == found(values)[name].rate


def test_an_integer_column_has_lost_its_leading_zeros() -> None:
    """Numbers of eleven digits of which some are shorter are read with their zeros."""
    numbers = ["01288467092", "01348211595", "82842068800", "86808129861", "17969152676"]
    match = found([number.lstrip("0") for number in numbers], "integer")["PIS/PASEP, Brazil"]

    assert 1.0 == match.rate


@pytest.mark.parametrize("name", ["СНИЛС, Russia", "Mispar Zehut, Israel", "My Number, Japan"])
def test_wrong_check_digits_are_no_match(name: str) -> None:
    """The same numbers, one more: nothing but the check digit is wrong."""
    numbers = {"СНИЛС, Russia": "7194977015 5124845457 2772267791 2536774149 5724591181"}
    right = dict(NUMBERS).get(name, numbers.get(name, "123456782 987654324")).split()
    wrong = [number[:-1] + str((int(number[-1]) + 1) % 10) for number in right]

    assert name not in found(wrong)


@given(st.text(max_size=40))
def test_no_check_breaks_on_any_number(text: str) -> None:
    """An entry's form lets through only what its check can read."""
    for identifier in identifiers():
        assert identifier.passes(text) in (True, False)


@given(st.text(st.sampled_from("0123456789X"), min_size=7, max_size=20))
def test_no_check_breaks_on_digits(number: str) -> None:
    """Zeros, repeated digits, impossible dates: an answer each time."""
    for identifier in identifiers():
        assert identifier.passes(number) in (True, False)


def test_every_entry_has_a_check() -> None:
    """A module that python-stdnum does not have is found here."""
    assert [] == [one.module for one in identifiers() if not callable(one.check)]
    assert all(one.pattern.pattern for one in identifiers())
