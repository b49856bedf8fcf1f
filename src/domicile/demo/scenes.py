"""The scenes of the story, in their order: each does one thing, shows it, and checks it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from domicile.demo import live, screen
from domicile.demo.figures import Phase
from domicile.demo.outage import outage
from domicile.demo.people import TODAY
from domicile.demo.proof.model import compare
from domicile.demo.proof.store import dump, loaded, written
from domicile.demo.queries import Query, queries
from domicile.demo.servers import APP_ROLE, HOMES, HUB, NAMES
from domicile.demo.stage import Figures, Stage, check
from domicile.demo.store import ask, create_and_fill, execute
from domicile.demo.traffic.load import Load
from domicile.demo.traffic.process import Traffic
from domicile.evidence.run import verify
from domicile.placement.run import assess
from domicile.relocation import run as relocation
from domicile.relocation.status import read_status
from domicile.residence import run as residence

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from domicile.relocation.model import Report

AS_OF: Final = TODAY.date()
"""The laws are judged on the day on which Chirp's data ends."""
_WARM_UP_S, _STRETCH_S = 1, 4
"""How long the application runs before it counts, and before and after the move."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One step: the key of its figures, its heading, and what happens."""

    name: str
    title: str
    act: Callable[[Stage], Figures]


def servers(stage: Stage) -> Figures:
    """One PostgreSQL server a country."""
    with live.working(stage.console, "starting PostgreSQL four times"):
        stage.servers.up()
        stage.servers.create_databases()
    stage.config = stage.servers.write_config()
    stage.show(
        screen.pairs((_called(name), f"port {stage.servers.place(name).port}") for name in NAMES)
    )
    return {"servers": len(NAMES)}


def data(stage: Stage) -> Figures:
    """Chirp as its engineers built it, and what it answers."""
    with live.working(stage.console, "inventing people") as say:
        stage.rows = create_and_fill(
            stage.hub, stage.everybody, lambda table, rows: say(f"{rows:,} rows of {table}")
        )
        execute(stage.hub, "hire")
        say("writing down what is there, to compare it at the end")
        stage.answers = tuple(ask(stage.app, (), query) for query in queries(stage.everybody))
        stage.loaded = loaded(stage.hub, stage.rows)
        stage.dumps = {name: dump(stage.servers.dsn(name)) for name in NAMES}
    stage.show(screen.pairs((f"{count:,}", table) for table, count in stage.rows.items()))
    return {"rows": stage.rows}


def verdict(stage: Stage) -> Figures:
    """Which laws bind, how many people, what must move."""
    a = assess(stage.config, AS_OF).assessment
    binding = [v for v in a.verdicts if v.outcome == "binds"]
    going = [p for p in a.placements if p.mode != "hub"]
    lines = {"moved": "must live at home, and nowhere else", "mirrored": "must live at home too"}
    stage.show(screen.note(f"judged as of {AS_OF}, with Chirp's hub in {a.hub}"))
    stage.show(screen.binding(a))
    stage.show(
        screen.pairs(
            (f"{a.people([p.jurisdiction]):,} of {p.jurisdiction}", lines[p.mode]) for p in going
        ),
        screen.note("`domicile assess` gives the reasons, article by article, and what is open"),
    )
    check(
        held={p.home for p in going} == set(HOMES), otherwise="not every home has people to house"
    )
    return {
        "as_of": AS_OF.isoformat(),
        "binding": [
            {"law": v.law, "country": v.country, "people": a.people(v.reach)} for v in binding
        ],
        "placements": [
            {"people_of": p.jurisdiction, "mode": p.mode, "people": a.people([p.jurisdiction])}
            for p in going
        ],
    }


def move(stage: Stage) -> Figures:
    """Apply, then move everybody while the application reads and writes."""
    decision = assess(stage.config, AS_OF)
    with live.working(stage.console, "preparing hub and homes"):
        applied = residence.apply(stage.config, decision.targets, lambda _: None)
        execute(stage.hub, "route")
    stage.show(
        screen.note(f"applied: {applied.tables} tables are guarded, nobody has moved yet"),
        screen.note("all that changes for the application:"),
        screen.note(f"  ALTER ROLE {APP_ROLE} SET search_path = resident, public"),
        "",
    )
    load = Load(accounts=len(stage.everybody), seed=stage.everybody.seed)
    with Traffic(stage.app, load) as traffic:
        _work(stage, traffic, "warm-up", _WARM_UP_S)
        _work(stage, traffic, "before", _STRETCH_S)
        traffic.mark("during")
        with live.bar(stage.console, "moving", lambda: _beside(traffic)) as bar:
            report = relocation.move(stage.config, as_of=AS_OF, progress=bar)
        _work(stage, traffic, "after", _STRETCH_S)
        phases = traffic.stop()[1:]
    stage.moved = report.subjects
    stage.show(_sentence(report, "moved"), screen.latencies(phases))
    _check_trip(report, "move")
    _check_calm(phases)
    return {"trip": _trip(report), "traffic": [asdict(phase) for phase in phases]}


def check_places(stage: Stage) -> Figures:
    """Every row is where the directory says, whole, and nowhere else."""
    with live.working(stage.console, "comparing hub, homes and directory") as say:
        found = verify(stage.config, lambda table, rows: say(f"{rows:,} rows, now {table}"))
    people = read_status(stage.config).people
    stage.show(
        screen.note(
            f"{found.rows:,} rows in the hub compared with {found.at_homes:,} at homes: "
            f"{found.found} violations"
        ),
        screen.dwellings([
            screen.Dwelling(
                country=each.place.home or stage.config.hub.country,
                place=_kind(each.place.home, mirrored=each.place.mirrored),
                people=each.count,
            )
            for each in people
        ]),
    )  # fmt: skip
    check(held=not found.found, otherwise=f"verify found {found.found} violations")
    check(held=not found.unavailable, otherwise="verify could not reach every home")
    living = {each.place.home or HUB: each.count for each in people}
    check(held=set(living) == set(NAMES), otherwise="somebody's home is empty")
    result = found.to_dict()
    return {**{key: result[key] for key in ("rows", "residents", "at_homes", "found")},
            "people": living}  # fmt: skip


def answers(stage: Stage) -> Figures:
    """What the application asked before the move it asks again."""
    asked = queries(stage.everybody)
    with live.working(stage.console, "asking again"):
        after = tuple(stage.asked(query) for query in asked)
    profile = asked[0]
    for query, old, new in zip(asked, stage.answers, after, strict=True):
        stage.show(screen.side_by_side(query.title, ("before the move", old), ("after", new)))
    hub_row = Query(name="hub_row", title="", parameters=profile.parameters)
    kept = ask(stage.hub, (), hub_row)
    at_home = ask(stage.servers.dsn("RU"), (), hub_row)
    stage.show(
        screen.side_by_side(
            "that account in the tables themselves",
            ("public.account in the hub", kept),
            ("public.account at home", at_home),
            judged=False,
        )
    )
    same = {q.name: old == new for q, old, new in zip(asked, stage.answers, after, strict=True)}
    check(held=all(same.values()), otherwise="an answer is not the same after the move")
    check(
        held=kept.rows == ((None,) * len(kept.columns),),
        otherwise="the hub still holds personal values of a Russian account",
    )
    return {"same": same}


def taken_back(stage: Stage) -> Figures:
    """Everybody returns, Domicile goes, and the hub is compared with what it was."""
    seen = written(stage.app, stage.rows)
    with live.bar(stage.console, "returning") as bar:
        report = relocation.return_(stage.config, progress=bar)
    with live.working(stage.console, "taking everything back and comparing"):
        residence.unapply(stage.config, lambda _: None)
        compared = compare(
            stage.loaded,
            seen,
            loaded(stage.hub, stage.rows),
            written(stage.hub, stage.rows),
        )
        same = [name for name in NAMES if dump(stage.servers.dsn(name)) == stage.dumps[name]]
    stage.show(
        _sentence(report, "returned"),
        screen.note(
            f"{compared.untouched:,} rows are as they were before, {compared.written:,} as the"
            f" application has left them,\nbit for bit; {compared.wrong} are neither"
        ),
        screen.note(f"pg_dump writes the same schema as before: {', '.join(same)}"),
    )
    _check_trip(report, "return")
    check(held=report.subjects == stage.moved, otherwise="not everybody who moved returned")
    check(held=compared.wrong == 0, otherwise=f"{compared.wrong} rows are not what they were")
    check(held=len(same) == len(NAMES), otherwise="a schema is not what it was")
    return {
        "trip": _trip(report),
        "rows_untouched": compared.untouched,
        "rows_written": compared.written,
        "rows_wrong": compared.wrong,
        "same_schema": same,
    }


SCENES: Final = (
    Scene("servers", "Four servers start: a hub in the US, a home in each of three", servers),
    Scene("data", "Chirp as its engineers built it: one database, in the US", data),
    Scene("verdict", "What the laws ask, and what Chirp has promised", verdict),
    Scene("move", "People move home, and the application goes on", move),
    Scene("verify", "Everybody's data is compared: hub, homes, directory", check_places),
    Scene("answers", "The same SQL, the same answers", answers),
    Scene("outage", "The home in Russia fails", outage),
    Scene("return", "Everything is taken back", taken_back),
)


def _called(name: str) -> str:
    return "hub  US" if name == HUB else f"home {name}"


def _kind(home: str | None, *, mirrored: bool) -> str:
    if home is None:
        return "hub"
    return "home and hub" if mirrored else "home only"


def _work(stage: Stage, traffic: Traffic, phase: str, seconds: int) -> None:
    """The application works for some time, and nothing else happens."""
    traffic.mark(phase)
    with live.working(stage.console, f"the application works: {phase}") as say:
        for _ in range(seconds):
            say(screen.live(traffic.next_second()))


def _beside(traffic: Traffic) -> str:
    """The last second of the application, once the move has lasted one."""
    lately = traffic.snapshot()
    return screen.live(lately if lately is not None and lately.name == "during" else None)


def _sentence(report: Report, verb: str) -> RenderableType:
    return screen.note(
        f"{report.subjects:,} people with {report.rows:,} rows {verb} in {report.seconds:.1f} s:"
        f" {_rate(report):,.0f} people/s"
    )


def _rate(report: Report) -> float:
    return report.subjects / report.seconds if report.seconds else 0.0


def _trip(report: Report) -> Figures:
    return {**report.to_dict(), "subjects_per_s": round(_rate(report), 1)}


def _check_trip(report: Report, called: str) -> None:
    check(held=report.subjects > 0, otherwise=f"{called}: nobody went")
    check(held=not report.waiting, otherwise=f"{called}: {report.waiting} people are still waiting")
    check(held=not report.unpurged, otherwise=f"{called}: {report.unpurged} rows were not purged")
    check(held=not report.unavailable, otherwise=f"{called}: a home did not answer")


def _check_calm(phases: tuple[Phase, ...]) -> None:
    for phase in phases:
        states = ", ".join(f"{n} x {state}" for state, n in phase.errors.items())
        check(held=not phase.failed, otherwise=f"the application had errors {phase.name}: {states}")
