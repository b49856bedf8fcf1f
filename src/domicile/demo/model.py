"""The rows of Chirp as values, field for column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

Plan = Literal["starter", "growth", "enterprise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person who signed up: the subject of everything else."""

    id: int
    handle: str
    full_name: str
    email: str
    phone: str | None
    birth_date: date | None
    bio: str | None
    country: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectMessage:
    """What one person wrote to another; it is the sender's data."""

    id: int
    sender_id: int
    recipient_id: int
    body: str
    sent_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """One visit: from which address, with which program."""

    id: int
    account_id: int
    ip: str
    user_agent: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Advertiser:
    """The business side of an account that buys advertisements."""

    id: int
    account_id: int
    company: str
    contact_email: str
    billing_street: str
    billing_city: str
    billing_postal_code: str | None
    plan: Plan
    monthly_budget: Decimal
