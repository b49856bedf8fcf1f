"""Places, dates of birth, and closed sets of words."""

from __future__ import annotations

import pytest

from domicile.discovery.model import Kind, Match
from domicile.discovery.values.examine import examine

BIRTHS = [f"{1946 + n * 37 % 58}-{n * 5 % 12 + 1:02}-{n * 11 % 28 + 1:02}" for n in range(120)]
ORDERS = [f"{2019 + n % 7}-{n * 5 % 12 + 1:02}-{n * 11 % 28 + 1:02}" for n in range(120)]


def found(values: list[str], kind: Kind = "text") -> dict[str, Match]:
    """The matches by the names of their detectors."""
    return {match.detector: match for match in examine(values, kind)}


POSITIVE: list[tuple[str, Kind, list[str]]] = [
    ("country", "text", ["Germany", "Россия", "中国", "Brasil", "USA"]),
    ("country code", "text", ["DE", "RU", "CN", "us"]),
    ("country code", "text", ["DEU", "RUS", "CHN"]),
    ("region", "text", ["Московская область", "Bavaria State", "广东省", "California"]),
    ("code of a state", "text", ["CA", "TX", "NY"]),
    ("city", "text", ["Moscow", "Berlin", "São Paulo", "北京", "Новосибирск", "Oakland, US"]),
    ("street address", "text", ["12 High Street", "ул. Ленина, д. 5, кв. 10", "Hauptstraße 7a"]),
    (
        "street address",
        "text",
        ["北京市朝阳区建国路88号", "Rua das Flores, 123", "C/ Calle Mayor 3"],
    ),
    ("street address", "text", ["15 rue de la Paix", "221B Baker Street", "MG Road, Sector 14"]),
    ("street", "text", ["Goethestraße", "ул. Пушкина", "Rosenweg", "High Street"]),
    ("postal code", "text", ["SW1A 1AA", "M1 1AE", "EC1A 1BB"]),
    ("postal code", "text", ["01310-100", "20040-020"]),
    ("postal code", "text", ["00-950", "31-501", "1012 AB"]),
    ("digits like a postal code", "text", ["101000", "190000", "630099"]),
    ("coordinates", "text", ["55.7558,37.6173", "-33.8688, 151.2093"]),
    ("coordinates", "text", ["POINT(37.6173 55.7558)", "SRID=4326;POINT(-0.1 51.5)"]),
    ("coordinates", "point", ["(37.6,55.7)", "(-122.4,37.8)"]),
    ("coordinates", "text", ["0101000020E6100000" + "0" * 32]),
    ("numbers like degrees", "decimal", ["55.755826", "37.617300", "-33.868820"]),
    ("time zone", "text", ["Europe/Moscow", "America/Argentina/Buenos_Aires", "UTC"]),
    ("locale", "text", ["ru_RU", "en-US", "zh_Hans_CN", "de"]),
    ("language code", "text", ["en", "ru", "zh"]),
    ("language", "text", ["English", "Русский", "Deutsch", "中文"]),
    ("gender", "text", ["M", "F"]),
    ("gender", "enum", ["male", "female", "other"]),
    ("gender", "text", ["男", "女"]),
    ("gender", "text", ["Мужской", "Женский"]),
    ("gender", "text", ["m", "w", "d"]),
    ("gender (hombre, mujer)", "enum", ["H", "M"]),
    ("pronouns", "text", ["he/him", "she/her", "they/them"]),
    ("form of address", "text", ["Herr", "Frau"]),
    ("marital status", "text", ["single", "married", "divorced"]),
    ("marital status", "text", ["未婚", "已婚"]),
    ("marital status", "text", ["ledig", "verh.", "gesch.", "verw."]),
    ("code of a marital status", "text", ["S", "M", "D", "W"]),
    ("blood group", "text", ["A+", "O-", "AB+", "B+"]),
    ("religion", "text", ["Hindu", "Muslim", "Christian", "Sikh"]),
    ("ethnic group", "text", ["汉族", "回族", "满族"]),
    ("code of a disease (ICD-10)", "text", ["J45.0", "E11.9", "I10"]),
    ("years spread like births", "integer", [str(1950 + n * 3) for n in range(18)]),
    ("day of birth without a year", "text", ["--03-26", "--12-01", "--05-29"]),
]


@pytest.mark.parametrize(("name", "kind", "values"), POSITIVE)
def test_values_are_found(name: str, kind: Kind, values: list[str]) -> None:
    """Every value of the row passes, or all but one."""
    match = found(values, kind)[name]

    assert match.matched >= len(values) - 1


NEGATIVE: list[tuple[str, Kind, list[str]]] = [
    ("gender", "text", ["S", "M", "D", "W"]),
    ("gender", "text", ["S", "M", "L", "XL"]),
    ("gender", "text", ["M"]),
    ("marital status", "text", ["single", "double", "suite"]),
    ("country code", "text", ["A1", "B2", "C3"]),
    ("country code", "text", ["foo", "bar", "baz", "DEU"]),
    ("street address", "text", ["12 Monkeys", "Catch 22", "Apollo 13"]),
    ("street", "text", ["Monkey", "Garden chair", "Apollo"]),
    ("numbers like degrees", "decimal", ["12.50", "99.90", "7.25"]),
    ("numbers like degrees", "decimal", ["0.12345", "0.54321", "0.99999"]),
    ("numbers like degrees", "decimal", ["1234.56789", "55.12345", "37.54321"]),
    ("coordinates", "text", ["1.5, 2.5 mm", "1920x1080", "10,20"]),
    ("city", "text", ["Widget", "Gizmo", "Sprocket"]),
    ("time zone", "text", ["read/write", "yes/no"]),
    ("code of a disease (ICD-10)", "text", ["A1", "ROOM12", "X-55"]),
    ("years spread like births", "integer", [str(2000 + n) for n in range(25)]),
]


@pytest.mark.parametrize(("name", "kind", "values"), NEGATIVE)
def test_other_values_are_not_mistaken(name: str, kind: Kind, values: list[str]) -> None:
    """What looks alike does not pass."""
    assert name not in found(values, kind)


FORMS = {
    "date": ("date", "{0}-{1}-{2}"),
    "timestamp at midnight": ("timestamp", "{0}-{1}-{2} 00:00:00"),
    "zoned midnight": ("timestamp", "{0}-{1}-{2} 21:00:00+00"),
    "German": ("text", "{2}.{1}.{0}"),
    "American": ("text", "{1}/{2}/{0}"),
    "compact": ("text", "{0}{1}{2}"),
    "Chinese": ("text", "{0}年{1}月{2}日"),
}


@pytest.mark.parametrize("form", FORMS)
def test_dates_of_birth_are_told_by_how_they_lie(form: str) -> None:
    """Spread over decades, on any day of the week and month, without a time of day."""
    kind, pattern = FORMS[form]
    values = [pattern.format(*day.split("-")) for day in BIRTHS]
    match = found(values, kind)["dates spread like births"]  # type: ignore[arg-type]

    assert "user.demographic.date_of_birth" == match.category
    assert match.rate > 0.9


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("orders of the last years", ORDERS),
        ("times of day", [f"{day} 14:3{n % 10}:00" for n, day in enumerate(BIRTHS)]),
        ("first days of months", [day[:8] + "01" for day in BIRTHS]),
        ("one year", ["1984" + day[4:] for day in BIRTHS]),
        ("few dates", ["1970-05-05", "1990-06-06"]),
        ("dates to come", ["20" + str(30 + n % 60) + day[4:] for n, day in enumerate(BIRTHS)]),
    ],
)
def test_other_dates_are_not_births(what: str, values: list[str]) -> None:
    """Each lacks one thing that births have."""
    assert what
    assert "dates spread like births" not in found(values)


def test_births_do_not_depend_on_the_day_of_the_run() -> None:
    """The clock is not read: a report of yesterday can be made again."""
    from domicile.discovery.values import birth

    assert 2026 == birth.LATEST
    assert "date.today" not in (birth.__doc__ or "")
