"""What ties a person to countries: whose citizen one is, and where one lives.

Most people are tied to one country, and their label is its code, `RU`. Who is a citizen of one
and lives in another has both, citizenship first, `RU/DE`: the laws of both may bind, and only
what satisfies all of them will do. Presence says where a person lives when no residence is known.
Who is left out of the config's scope has a tilde before the label, `~RU`, and stays in the hub.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domicile.config.model import SpeaksFor
from domicile.config.service import Whose

Axis = Literal["citizenship", "territory"]
AXES: Mapping[SpeaksFor, Axis] = {
    "citizenship": "citizenship",
    "residence": "territory",
    "presence": "territory",
}
BETWEEN = "/"
LEFT_OUT = "~"
#: Which tie says whether a clause means a person; who has one only is asked for that one.
ASKS: Mapping[Whose, tuple[Axis, ...]] = {
    "citizens": ("citizenship",),
    "residents": ("territory",),
    "persons-in-territory": ("territory",),
    "all": ("citizenship", "territory"),
}
#: The evidence that answers it without an assumption.
_ANSWERS: Mapping[Whose, frozenset[SpeaksFor]] = {
    "citizens": frozenset({"citizenship"}),
    "residents": frozenset({"residence"}),
    "persons-in-territory": frozenset({"residence", "presence"}),
    "all": frozenset({"citizenship", "residence", "presence"}),
}


@dataclass(frozen=True, slots=True)
class Ties:
    """The countries that a person is tied to; the same twice when only one is known."""

    citizenship: str
    territory: str
    left_out: bool = False

    @property
    def label(self) -> str:
        """How the directory and the plan call people with these ties."""
        abroad = self.citizenship != self.territory
        return (
            f"{LEFT_OUT if self.left_out else ''}{self.citizenship}"
            f"{BETWEEN + self.territory if abroad else ''}"
        )

    @property
    def countries(self) -> frozenset[str]:
        """Both, or the one."""
        return frozenset({self.citizenship, self.territory})

    @property
    def words(self) -> str:
        """For people: `RU`, or `RU living in DE`, `out of scope`."""
        abroad = self.citizenship != self.territory
        return (
            f"{self.citizenship}{f' living in {self.territory}' if abroad else ''}"
            f"{', out of scope' if self.left_out else ''}"
        )

    def within(self, reach: frozenset[str], whose: Whose) -> bool:
        """True when a clause about such people of these countries means this person."""
        found = {"citizenship": self.citizenship, "territory": self.territory}
        return any(found[axis] in reach for axis in ASKS[whose])


def ties_of(label: str) -> Ties:
    """The ties behind a label."""
    citizenship, _, territory = label.removeprefix(LEFT_OUT).partition(BETWEEN)
    return Ties(citizenship, territory or citizenship, label.startswith(LEFT_OUT))


def unanswered(whose: Whose, evidence: frozenset[SpeaksFor]) -> frozenset[SpeaksFor]:
    """Evidence that does not say whether a clause means the person, and stands in for what does."""
    return evidence - _ANSWERS[whose]
