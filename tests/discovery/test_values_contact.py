"""Ways to reach people, their devices, their money and their secrets: found, and not mistaken."""

from __future__ import annotations

import pytest

from domicile.discovery.model import Kind, Match
from domicile.discovery.values.examine import examine


def found(values: list[str], kind: Kind = "text") -> dict[str, Match]:
    """The matches by the names of their detectors."""
    return {match.detector: match for match in examine(values, kind)}


POSITIVE: list[tuple[str, Kind, list[str]]] = [
    ("e-mail address", "text", ["a@b.de", "Ivan.Petrov+x@mail.example.ru", "ü@bücher.example"]),
    ("e-mail address", "text", ["Anna <anna@example.org>", "mailto:bob@example.com"]),
    (
        "mailbox of a role",
        "text",
        ["info@firm.example", "sales@shop.example", "no-reply@x.org"],
    ),
    ("phone number", "text", ["+7 916 123-45-67", "+49 30 901820", "+86 138 0013 8000"]),
    ("phone number", "text", ["8 (916) 123-45-67", "8 926 765-43-21", "8-903-555-11-22"]),
    ("phone number", "text", ["138 0013 8000", "139-1234-5678", "15012345678"]),
    ("phone number", "text", ["0171 2345678", "030 90182 0", "(089) 12345-678"]),
    ("phone number", "text", ["06 12 34 56 78", "01.42.68.53.00", "07 98 76 54 32"]),
    ("phone number", "text", ["(11) 98765-4321", "(21) 2345-6789", "11 91234-5678"]),
    ("phone number", "text", ["612 345 678", "91 123 45 67", "699887766"]),
    ("phone number", "text", ["020 7946 0958", "07700 900123", "07911 123456"]),
    ("phone number", "text", ["(212) 555-2368", "415-555-2671", "650.253.0000 ext. 12"]),
    ("phone number", "text", ["0049 30 901820", "007 916 1234567"]),
    ("phone number", "integer", ["79161234567", "79265554433", "79031112233"]),
    ("profile page", "text", ["https://vk.com/id12345", "https://www.linkedin.com/in/anna-s"]),
    ("profile page", "text", ["https://anna@git.example/x", "https://f.example/users/anna"]),
    ("messenger handle", "text", ["@ivan_petrov", "@anna.s", "@xy@social.example"]),
    ("messenger handle", "text", ["t.me/ivanpetrov", "skype:anna.s", "wa.me/79161234567"]),
    ("picture of a person", "text", ["/media/avatars/1.jpg", "https://cdn.example/avatar/9f.png"]),
    ("IP address", "text", ["192.168.1.20", "8.8.8.8:443", "2001:db8::1"]),
    ("IP address", "network", ["203.0.113.7/32", "2001:db8::5/128", "198.51.100.2"]),
    ("address inside a network", "network", ["10.0.0.0/8", "192.168.0.1/32", "172.16.4.4/32"]),
    ("MAC address", "mac", ["08:00:2b:01:02:03", "aa:bb:cc:dd:ee:ff"]),
    ("MAC address", "text", ["08-00-2B-01-02-03", "0800.2b01.0203"]),
    ("IMEI of a phone", "text", ["490154203237518", "356938035643809", "352099001761481"]),
    ("IMSI of a subscriber", "text", ["250017654321098", "262011234567890", "310150123456789"]),
    (
        "number of a SIM card",
        "text",
        ["8949020000012345670", "8970101234567890123", "8970101987654321019"],
    ),
    ("user agent", "text", ["Mozilla/5.0 (X11; Linux x86_64)", "Dalvik/2.1.0 (Linux; U)"]),
    ("device of a person", "text", ["Anna's iPhone", "Bobs MacBook", "iPhone 12, iOS 17.3"]),
    ("cookie identifier", "text", ["GA1.2.1234567890.1700000000", "fb.1.1700000000000.123456789"]),
    ("payment card", "text", ["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"]),
    ("payment card", "text", ["2200000000000004", "6212345678901232", "3530111333300000"]),
    ("payment card", "integer", ["4111111111111111", "5555555555554444", "4012888888881881"]),
    ("payment card, masked", "text", ["**** **** **** 1234", "4111 11** **** 1111", "XXXX-1234"]),
    ("expiry of a card", "text", ["06/28", "11/27", "01/2029"]),
    ("IBAN", "text", ["DE89370400440532013000", "GB29 NWBK 6016 1331 9268 19"]),
    ("account of a person in Russia", "text", ["40817810099910004312", "42301810000000000001"]),
    ("BIC of a bank", "text", ["DEUTDEFF", "SABRRUMM", "BNPAFRPPXXX"]),
    ("currency code", "text", ["EUR", "RUB", "cny"]),
    ("hash of a password", "text", ["$2b$12$" + "a" * 53, "$2y$10$" + "B" * 53]),
    ("hash of a password", "text", ["$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2g"]),
    ("hash of a password", "text", ["pbkdf2_sha256$600000$saltsalt$" + "x" * 43 + "="]),
    ("hash of a password", "text", ["$6$salt$" + "z" * 86, "$1$abc$" + "q" * 22]),
    ("hash of a password", "text", ["{SSHA}" + "Q" * 32, "scrypt:32768:8:1$salt$" + "0" * 64]),
    ("signed token (JWT)", "text", ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"]),
    ("access token", "text", ["ghp_" + "a1" * 18, "sk_live_" + "b2" * 12, "AKIA" + "Q7" * 8]),
    ("key", "text", ["-----BEGIN PRIVATE KEY-----\nMII\n", "ssh-ed25519 " + "A" * 68 + " me"]),
    ("hash or checksum", "text", ["d41d8cd98f00b204e9800998ecf8427e", "9" * 31 + "a"]),
    ("random text", "text", ["Xk92LmQ7pZr4TvB1nC8s", "q8W3eR5tY7uI9oP1aS2d"]),
    ("secret of one-time codes", "text", ["JBSWY3DPEHPK3PXP", "KRSXG5CTMVRXEZ2U"]),
]


@pytest.mark.parametrize(("name", "kind", "values"), POSITIVE)
def test_values_are_found(name: str, kind: Kind, values: list[str]) -> None:
    """Every value of the row passes the detector that is named."""
    assert 1.0 == found(values, kind)[name].rate


NEGATIVE: list[tuple[str, Kind, list[str]]] = [
    ("e-mail address", "text", ["anna at mail", "@anna", "a@b", "user@localhost"]),
    ("mailbox of a role", "text", ["anna@firm.example", "petrov@shop.example"]),
    ("phone number", "text", ["2023-2024", "2024-2025", "2022-2023"]),
    ("phone number", "text", ["2024-05-06", "1999-12-31", "01.02.2003"]),
    ("phone number", "decimal", ["12500.00", "99125.50", "1250000.75"]),
    ("phone number", "text", ["12", "345", "6789"]),
    ("phone number", "text", ["ORD-1234567", "ORD-7654321"]),
    ("profile page", "text", ["https://shop.example/", "https://shop.example/about"]),
    ("IP address", "text", ["1.2.3", "10.11.12.13.14", "999.1.1.1"]),
    ("IP address", "network", ["10.0.0.0/8", "192.168.0.0/16"]),
    ("MAC address", "text", ["08:00:2b", "10:20:30:40:50:60:70"]),
    ("IMEI of a phone", "text", ["490154203237519", "356938035643808"]),
    ("payment card", "text", ["4111111111111112", "1234567890123456", "0000000000000000"]),
    ("payment card, masked", "text", ["box", "Xerox 1234", "4111111111111111"]),
    ("IBAN", "text", ["DE89370400440532013001", "GB29NWBK60161331926818"]),
    ("currency code", "text", ["abc", "foo", "USD"]),
    ("hash of a password", "text", ["d41d8cd98f00b204e9800998ecf8427e", "$100", "$2 off"]),
    ("random text", "text", ["order_status_changed_at", "INTERNATIONAL_SHIPPING"]),
    ("random text", "text", ["com.example.app.MainActivity", "ProductListController2"]),
    ("secret of one-time codes", "text", ["ABCDEFGHABCDEFGH", "INTERNATIONALLYX"]),
    ("device of a person", "text", ["blue garden chair", "oak table", "desk phone holder"]),
]


@pytest.mark.parametrize(("name", "kind", "values"), NEGATIVE)
def test_other_values_are_not_mistaken(name: str, kind: Kind, values: list[str]) -> None:
    """What looks alike does not pass, or too little of it."""
    assert name not in found(values, kind)


def test_a_phone_needs_enough_digits() -> None:
    """Six are not enough in any of the countries that are tried."""
    assert "phone number" not in found(["123456", "234567", "345678"])


def test_phones_of_one_country_are_found_among_sequences_no_more_than_by_chance() -> None:
    """Ten digits in a row that pass anyhow say nothing."""
    values = [str(2_125_550_000 + n * 10_000_019 % 7_000_000_000) for n in range(200)]
    match = found(values, "integer").get("phone number")

    assert match is None or match.rate - match.chance < 0.3
