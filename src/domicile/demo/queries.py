"""The three queries that the demo asks before and after: the same SQL, the same answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domicile.demo.activity import PEN_FRIENDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domicile.demo.people import Population


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query of the application; its SQL is in `queries.sql`."""

    name: str
    title: str
    parameters: Mapping[str, int]


def queries(everybody: Population) -> tuple[Query, ...]:
    """One person, two people in two countries, and everybody."""
    one, other = (everybody.first_of(country) for country in PEN_FRIENDS)
    return (
        Query(name="profile", title="a Russian account's profile", parameters={"account": one}),
        Query(
            name="conversation",
            title="what a Russian and a German wrote to each other",
            parameters={"one": one, "other": other},
        ),
        Query(name="countries", title="people by country, and the last by name", parameters={}),
    )
