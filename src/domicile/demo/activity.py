"""What the people of Chirp do: they write, they log in, some of them advertise.

Addresses come from the blocks kept for documentation (RFC 5737, RFC 3849).
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Final, cast, get_args

from domicile.demo.model import Advertiser, DirectMessage, Login, Plan
from domicile.demo.people import Population, faker, some_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from random import Random

MESSAGES_PER_ACCOUNT: Final = 3
LOGINS_PER_ACCOUNT: Final = 2
ADVERTISERS_PER_HUNDRED: Final = 3
PEN_FRIENDS: Final = ("RU", "DE")
"""The first accounts of these two countries have a conversation, for the demo to look at."""

_PLANS: Final = cast("tuple[Plan, ...]", get_args(Plan))
_LETTERS: Final = 4
_DOCUMENTATION_V4: Final = tuple(
    int(IPv4Address(net)) for net in ("192.0.2.0", "198.51.100.0", "203.0.113.0")
)
_DOCUMENTATION_V6: Final = int(IPv6Address("2001:db8::"))


def messages(everybody: Population) -> Iterator[DirectMessage]:
    """Every direct message: the pen friends' conversation first, then everybody's."""
    rng = everybody.rng("direct_message")
    for number, (sender, recipient) in enumerate(_letters(everybody, rng), start=1):
        sent_at = some_time(rng)
        yield DirectMessage(
            id=number,
            sender_id=sender,
            recipient_id=recipient,
            body=everybody.voice(sender).text(rng),
            sent_at=sent_at,
            read_at=_read_at(sent_at, rng),
        )


def logins(everybody: Population) -> Iterator[Login]:
    """Every login, spread evenly enough that most people have some and some have none."""
    rng, programs = everybody.rng("login"), user_agents(everybody.seed)
    for number in range(1, LOGINS_PER_ACCOUNT * len(everybody) + 1):
        yield Login(
            id=number,
            account_id=rng.randint(1, len(everybody)),
            ip=some_address(rng),
            user_agent=rng.choice(programs),
            at=some_time(rng),
        )


def advertisers(everybody: Population) -> Iterator[Advertiser]:
    """Every advertiser: ADVERTISERS_PER_HUNDRED of all accounts, drawn by lot."""
    rng, count = everybody.rng("advertiser"), len(everybody) * ADVERTISERS_PER_HUNDRED // 100
    for number, account in enumerate(rng.sample(range(1, len(everybody) + 1), count), start=1):
        voice = everybody.voice(account)
        yield Advertiser(
            id=number,
            account_id=account,
            company=rng.choice(voice.companies),
            contact_email=f"ads_{account}@{everybody.country(account).lower()}.example",
            billing_street=rng.choice(voice.streets),
            billing_city=rng.choice(voice.cities),
            billing_postal_code=rng.choice(voice.postal_codes) if rng.random() < 0.9 else None,
            plan=rng.choice(_PLANS),
            monthly_budget=Decimal(rng.randrange(50_00, 90_000_00)).scaleb(-2),
        )


def user_agents(seed: int) -> tuple[str, ...]:
    """Names of browsers, as they present themselves."""
    browsers = faker("en_US", f"{seed}/user_agent")
    return tuple(dict.fromkeys(browsers.user_agent() for _ in range(60)))


def some_address(rng: Random) -> str:
    """An address that belongs to nobody, one in three of them IPv6."""
    if rng.random() < 1 / 3:
        return str(IPv6Address(_DOCUMENTATION_V6 | rng.getrandbits(96)))
    return str(IPv4Address(rng.choice(_DOCUMENTATION_V4) | rng.getrandbits(8)))


def _read_at(sent_at: datetime, rng: Random) -> datetime | None:
    """Some days later at most; one message in four is still unread."""
    return sent_at + timedelta(minutes=rng.randrange(1, 5000)) if rng.random() < 0.75 else None


def _letters(everybody: Population, rng: Random) -> Iterator[tuple[int, int]]:
    """Who writes to whom."""
    one, other = (everybody.first_of(country) for country in PEN_FRIENDS)
    for turn in range(_LETTERS):
        yield (one, other) if turn % 2 == 0 else (other, one)
    for _ in range(MESSAGES_PER_ACCOUNT * len(everybody) - _LETTERS):
        yield pair(everybody, rng)


def pair(everybody: Population, rng: Random) -> tuple[int, int]:
    """Two different accounts, anywhere in the world."""
    one, other = rng.sample(range(1, len(everybody) + 1), 2)
    return one, other
