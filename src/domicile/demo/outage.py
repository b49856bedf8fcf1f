"""The scene in which a home fails: its own people are refused, nobody else notices."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from domicile.demo import live, screen
from domicile.demo.queries import Query, queries
from domicile.demo.stage import Figures, Stage, check
from domicile.demo.store import Refusal, ask, profiles, refusal

if TYPE_CHECKING:
    from domicile.demo.figures import Outcome
    from domicile.demo.people import Population
    from domicile.demo.store import Answer

FAILING: Final = "RU"
_READERS: Final = 400
_HEADCOUNT: Final = Query(name="headcount", title="", parameters={})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What the application and the hub saw while the home was down."""

    others: Outcome
    headcount: Answer
    read: Refusal | None
    write: Refusal | None
    logins: Answer
    """The visits of the person who was refused, as the hub has them."""


def outage(stage: Stage) -> Figures:
    """The home of FAILING stops, is missed by its own people alone, and comes back."""
    person = stage.everybody.first_of(FAILING)
    others = others_than(FAILING, stage.everybody)
    with live.working(stage.console, "the application reads profiles of everybody else"):
        calm = profiles(stage.app, others)
        logins = ask(stage.hub, (), _logins(person))
        with stage.servers.stopped(FAILING):
            seen = _look(stage, person, others)
        profile = stage.asked(queries(stage.everybody)[0])
        back = profile == stage.answers[0] and _log_in(stage, person) is None
    _check(stage, seen, logins)
    check(held=back, otherwise="the people of the home that came back are still refused")
    _show(stage, calm, seen)
    return {
        "home": FAILING,
        "others_before": asdict(calm),
        "others_during": asdict(seen.others),
        "refused": {"read": _state(seen.read), "write": _state(seen.write)},
        "works_again": back,
    }


def others_than(country: str, everybody: Population) -> list[int]:
    """Some accounts of people everywhere else, drawn by lot."""
    elsewhere = [n for n, code in enumerate(everybody.countries, start=1) if code != country]
    return everybody.rng("outage").choices(elsewhere, k=_READERS)


def _look(stage: Stage, person: int, others: list[int]) -> _Seen:
    return _Seen(
        others=profiles(stage.app, others),
        headcount=stage.asked(_HEADCOUNT),
        read=refusal(stage.app, "read_profile", {"account": person}),
        write=_log_in(stage, person),
        logins=ask(stage.hub, (), _logins(person)),
    )


def _log_in(stage: Stage, person: int) -> Refusal | None:
    visit = {"account": person, "ip": "192.0.2.1", "user_agent": "the demo"}
    return refusal(stage.app, "log_in", visit)


def _logins(person: int) -> Query:
    return Query(name="hub_logins", title="", parameters={"account": person})


def _show(stage: Stage, calm: Outcome, seen: _Seen) -> None:
    down = f"{seen.others.succeeded} of {_READERS} profiles read, {_speed(seen.others)}"
    stage.show(
        screen.pairs(
            [
                (f"{FAILING} is down", "its server is stopped"),
                ("everybody else", f"{down}\n(with {FAILING} up: {_speed(calm)})"),
                ("count(*)", f"{seen.headcount.rows[0][0]:,} people: no home is asked"),
                ("its own people", f"read:  {_told(seen.read)}\nwrite: {_told(seen.write)}"),
                ("in the hub", "nothing of what was refused has been written"),
                (f"{FAILING} is back", "its people read and write again"),
            ]
        )
    )


def _check(stage: Stage, seen: _Seen, logins: Answer) -> None:
    check(
        held=seen.others.succeeded == _READERS,
        otherwise=f"with {FAILING} down others had errors: {dict(seen.others.errors)}",
    )
    check(
        held=seen.headcount.rows == ((len(stage.everybody),),),
        otherwise=f"with {FAILING} down people were counted wrongly",
    )
    for what, told in (("read", seen.read), ("write", seen.write)):
        check(held=told is not None, otherwise=f"with {FAILING} down a {what} was not refused")
    check(held=seen.logins == logins, otherwise="a refused write has landed in the hub")


def _speed(outcome: Outcome) -> str:
    if outcome.latency is None:
        return "none in time"
    return f"p50 {outcome.latency.p50_ms:.2f} ms, p99 {outcome.latency.p99_ms:.2f} ms"


def _told(told: Refusal | None) -> str:
    return "not refused" if told is None else f"ERROR {told.sqlstate}: {told.message}"


def _state(told: Refusal | None) -> str | None:
    return None if told is None else told.sqlstate
