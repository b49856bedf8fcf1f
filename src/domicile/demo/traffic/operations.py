"""What the application does all day, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domicile.demo.activity import pair, some_address, user_agents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from domicile.demo.figures import Kind
    from domicile.demo.people import Population

_READ_SHARES: Final = {"read_profile": 40, "read_inbox": 25, "count_inbox": 10}
_WRITE_SHARES: Final = {"post_message": 12, "log_in": 8, "change_bio": 5}
SHARES: Final[Mapping[str, int]] = {**_READ_SHARES, **_WRITE_SHARES}
"""Of a hundred operations; the SQL of each is in `operations.sql`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that a person does."""

    name: str
    kind: Kind
    parameters: Mapping[str, object]


def operations(everybody: Population, rng: Random) -> Iterator[Operation]:
    """What people do, one after the other, without end."""
    names, shares = tuple(SHARES), tuple(SHARES.values())
    programs = user_agents(everybody.seed)
    while True:
        name = rng.choices(names, shares)[0]
        account, recipient = pair(everybody, rng)
        yield Operation(
            name=name,
            kind="read" if name in _READ_SHARES else "write",
            parameters={
                "account": account,
                "recipient": recipient,
                "text": everybody.voice(account).text(rng),
                "ip": some_address(rng),
                "user_agent": rng.choice(programs),
            },
        )
