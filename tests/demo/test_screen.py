"""The demo's screen: 80 columns, no control codes in a pipe, and the truth."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from domicile.demo import screen
from domicile.demo.figures import Latency, Outcome, Phase
from domicile.demo.store import Answer

if TYPE_CHECKING:
    from rich.console import RenderableType

FAST = Latency(p50_ms=0.31, p95_ms=0.9, p99_ms=1.26, max_ms=7.0)
CALM = Phase(
    name="before",
    seconds=10.0,
    reads=Outcome(succeeded=1500, latency=FAST),
    writes=Outcome(succeeded=500, latency=FAST),
)
STORM = Phase(
    name="after",
    seconds=10.0,
    reads=Outcome(errors={"08006": 12}),
    writes=Outcome(succeeded=500, errors={"57014": 1}, latency=FAST),
)
NAMES = Answer(columns=("full_name", "phone"), rows=(("Эдуард Осипов", None), ("阿部 香織", "1")))


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of the usual width, without an opinion on colours."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def printed(*what: RenderableType) -> str:
    """What a pipe gets, without the blanks at the ends of lines."""
    file = StringIO()
    console = screen.console(file)
    for renderable in what:
        console.print(renderable)
    assert "\x1b" not in file.getvalue()
    lines = [line.rstrip() for line in file.getvalue().splitlines()]
    assert max(map(len, lines)) <= 80
    return "\n".join(lines)


def test_a_step_has_its_number_and_the_time() -> None:
    """The seconds stand at the right edge."""
    expected = "\n".join(["", "4. People move" + 60 * " " + "23.4 s", 80 * "─"])

    assert expected == printed(screen.step(4, "People move", 23.44))


def test_latencies_stand_side_by_side() -> None:
    """One column a phase; errors by SQLSTATE; what has no figure has a dash."""
    expected = """\

                  before       after
   ──────────────────────────────────
   read p50       0.3 ms           -
   read p99       1.3 ms           -
   write p50      0.3 ms      0.3 ms
   write p99      1.3 ms      1.3 ms
   operations/s      200          50
   errors              0  12 x 08006
                           1 x 57014
"""

    assert squeezed(expected) == squeezed(printed(screen.latencies([CALM, STORM])))


def test_the_last_second_fits_beside_a_progress_bar() -> None:
    """One line, errors included, also before there is anything to say."""
    expected = "Chirp: 200 op/s, p99 read 1.3 ms write 1.3 ms, errors 0"

    assert expected == screen.live(CALM)
    assert screen.live(None)


def test_people_are_shown_by_place() -> None:
    """Names of countries, figures, and a bar for anybody at all."""
    shown = printed(
        screen.dwellings(
            [
                screen.Dwelling(country="US", place="hub", people=15_000),
                screen.Dwelling(country="KZ", place="home, copy", people=1),
                screen.Dwelling(country="DE", place="home, exclusive", people=0),
            ]
        )
    )

    assert "US United States hub 15,000 ████████████████████████" in squeezed(shown)
    assert "KZ Kazakhstan home, copy 1 █\n" in squeezed(shown)
    assert squeezed(shown).endswith("DE Germany home, exclusive 0")


def test_the_same_answers_are_called_the_same() -> None:
    """Row beside row, in any script."""
    shown = printed(screen.side_by_side("names", ("before", NAMES), ("after", NAMES)))

    assert "names: the same" in shown
    assert "Эдуард Осипов · NULL Эдуард Осипов · NULL" in squeezed(shown)


def test_different_answers_are_not_called_the_same() -> None:
    """A missing row shows as a dash; a single row is shown column by column."""
    less = Answer(columns=NAMES.columns, rows=NAMES.rows[:1])
    shown = printed(screen.side_by_side("names", ("before", NAMES), ("after", less)))

    assert "names: NOT the same" in shown
    assert "阿部 香織 · 1 phone: NULL" in squeezed(shown)


def test_long_answers_are_cut_and_say_so() -> None:
    """Neither a long text nor many rows break the table."""
    many = Answer(columns=("body",), rows=tuple((f"{n} " + "слово " * 40,) for n in range(20)))
    shown = printed(screen.side_by_side("bodies", ("before", many), ("after", many)))

    assert "and 8 more" in shown
    assert "…" in shown


def test_a_value_is_not_markup() -> None:
    """People write brackets; they are shown as written."""
    odd = Answer(columns=("bio",), rows=(("[bold]me[/bold] [/]",),))

    assert "bio: [bold]me[/bold] [/]" in printed(
        screen.side_by_side("bios", ("before", odd), ("after", odd))
    )


def squeezed(text: str) -> str:
    """The text with one blank for many, and without the rules of tables."""
    lines = (" ".join(line.replace("─", "").split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
