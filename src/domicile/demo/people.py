"""Who is on Chirp: names, addresses and words, each country's in its own language.

Faker makes a pool of words per country, and people combine them: twenty thousand names cost
a few thousand calls. Mail goes to `.example` (RFC 2606), so nobody real is ever written to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from faker import Faker

from domicile.demo.model import Account

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

OPENED_AT: Final = datetime(2012, 3, 1, tzinfo=UTC)
TODAY: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""The data ends here, whatever the day on which the demo is run."""

_POOL_NAMES, _POOL_TEXTS = 240, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """How many of a hundred people live there, and which Faker locales speak for them."""

    share: int
    names: str
    words: str


COUNTRIES: Final[Mapping[str, Country]] = MappingProxyType(
    {
        "US": Country(share=45, names="en_US", words="en_US"),
        "MX": Country(share=12, names="es_MX", words="es_MX"),
        "RU": Country(share=12, names="ru_RU", words="ru_RU"),
        "DE": Country(share=10, names="de_DE", words="de_DE"),
        "JP": Country(share=6, names="ja_JP", words="ja_JP"),
        "IN": Country(share=5, names="hi_IN", words="en_US"),  # Faker has no Hindi texts
        "KZ": Country(share=3, names="ru_RU", words="ru_RU"),  # nor anything Kazakh
        "GB": Country(share=3, names="en_GB", words="en_US"),
        "FR": Country(share=2, names="fr_FR", words="fr_FR"),
        "PL": Country(share=2, names="pl_PL", words="pl_PL"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The words that a country's people are made of."""

    full_names: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """Pairs of first and last names that go together: a Russian surname has a gender."""
    handles: tuple[str, ...]
    phones: tuple[str, ...]
    sentences: tuple[str, ...]
    companies: tuple[str, ...]
    streets: tuple[str, ...]
    cities: tuple[str, ...]
    postal_codes: tuple[str, ...]

    def full_name(self, rng: Random) -> str:
        """A first and a last name."""
        firsts, lasts = rng.choice(self.full_names)
        return f"{rng.choice(firsts)} {rng.choice(lasts)}"

    def text(self, rng: Random, longest: int = 3) -> str:
        """One to `longest` sentences."""
        return " ".join(rng.choices(self.sentences, k=rng.randint(1, longest)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Where everybody lives and how they speak; account `n` is `countries[n - 1]`."""

    seed: int
    countries: tuple[str, ...]
    voices: Mapping[str, Voice]

    def __len__(self) -> int:
        return len(self.countries)

    def country(self, account: int) -> str:
        """The country in which account number `account` signed up."""
        return self.countries[account - 1]

    def voice(self, account: int) -> Voice:
        """The words of account number `account`."""
        return self.voices[self.country(account)]

    def first_of(self, country: str) -> int:
        """The lowest account of `country`: the one that the demo looks at."""
        return self.countries.index(country) + 1

    def rng(self, what: str) -> Random:
        """A stream of chance for `what`, so that no table's rows depend on another's."""
        return stream(self.seed, what)


def stream(seed: int, what: str) -> Random:
    """A reproducible stream of chance; nothing here is a secret."""
    return Random(f"{seed}/{what}")  # noqa: S311


def population(accounts: int, seed: int) -> Population:
    """`accounts` people spread over COUNTRIES by their shares, to the person."""
    countries = [country for country, count in quotas(accounts).items() for _ in range(count)]
    stream(seed, "countries").shuffle(countries)
    voices = {code: _voice(country, f"{seed}/{code}") for code, country in COUNTRIES.items()}
    return Population(seed=seed, countries=tuple(countries), voices=MappingProxyType(voices))


def quotas(accounts: int) -> dict[str, int]:
    """People per country: the shares rounded down, the rest to the first country."""
    counts = {code: accounts * country.share // 100 for code, country in COUNTRIES.items()}
    counts[next(iter(counts))] += accounts - sum(counts.values())
    return counts


def accounts(everybody: Population) -> Iterator[Account]:
    """Every account, in the order of its id."""
    rng = everybody.rng("account")
    for number in range(1, len(everybody) + 1):
        yield _account(number, everybody, rng)


def some_time(rng: Random, since: datetime = OPENED_AT) -> datetime:
    """A moment between `since` and TODAY, to the second."""
    return since + timedelta(seconds=rng.randrange(int((TODAY - since).total_seconds())))


def _account(number: int, everybody: Population, rng: Random) -> Account:
    voice = everybody.voice(number)
    handle = f"{rng.choice(voice.handles)}_{number}"  # the number makes it unique
    created_at = some_time(rng)
    return Account(
        id=number,
        handle=handle,
        full_name=voice.full_name(rng),
        email=f"{handle}@{everybody.country(number).lower()}.example",
        phone=rng.choice(voice.phones) if rng.random() < 0.8 else None,
        birth_date=_birth_date(rng) if rng.random() < 0.9 else None,
        bio=voice.text(rng, longest=2) if rng.random() < 0.7 else None,
        country=everybody.country(number),
        created_at=created_at,
        updated_at=created_at,
    )


def _birth_date(rng: Random) -> date:
    """Of an adult: between 18 and 80 years before TODAY."""
    return TODAY.date() - timedelta(days=rng.randrange(18 * 366, 80 * 365))


def _voice(country: Country, seed: str) -> Voice:
    names, words = faker(country.names, seed), faker(country.words, seed)
    return Voice(
        full_names=(
            (_pool(names.first_name_female), _pool(names.last_name_female)),
            (_pool(names.first_name_male), _pool(names.last_name_male)),
        ),
        handles=_pool(lambda: _handle(names.user_name())),
        phones=_pool(names.phone_number),
        sentences=_pool(words.sentence, _POOL_TEXTS),
        companies=_pool(names.company, _POOL_TEXTS),
        streets=_pool(names.street_address, _POOL_TEXTS),
        cities=_pool(names.city, _POOL_TEXTS),
        postal_codes=_pool(names.postcode, _POOL_TEXTS),
    )


def faker(locale: str, seed: str) -> Faker:
    """Faker in one language, saying the same for the same seed."""
    generator = Faker(locale)
    generator.seed_instance(seed)
    return generator


def _pool(make: Callable[[], str], size: int = _POOL_NAMES) -> tuple[str, ...]:
    """What `size` calls of `make` give, each value once, in the order of its first coming."""
    return tuple(dict.fromkeys(make() for _ in range(size)))


def _handle(user_name: str) -> str:
    """Lower-case letters only, as Chirp's sign-up form demands."""
    return re.sub(r"[^a-z]", "", user_name)[:20] or "chirper"
