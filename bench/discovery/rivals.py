"""`make bench-discovery ARGS=rivals`: `domicile init` beside other tools, on the same columns.

ARGS: `rivals`, then words to take only the tools that have one in their names; `--budget SECONDS`.
Every tool gets the same distinct values of the same sampled rows, as many of each column as it
gets through in its budget, and may use names of columns if it does so by itself. It tells values,
not columns: so it gets the rule that is best for it on the training half.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from environments import CannotInstall, last_line, prepare
from labelled import Half
from marks import Marked, Rule, best_rule, count, tally
from sampled import Labelled, Ours, sample, warm_up
from score import Tally

from domicile.pg.embedded import Cluster

_HERE = Path(__file__).parent
_HALVES: tuple[Half, ...] = ("train", "test")
_LOADING_S = 300
_ASKED = 50
#: One core for everybody, and nothing fetched.
_ENVIRONMENT = {
    **dict.fromkeys(("OMP_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), "1"),
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


class DidNotRun(Exception):
    """A tool ended badly; the text says how, without a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one tool did: its tallies by half, its speed in columns and values per second."""

    name: str
    halves: Mapping[str, Tally]
    columns: float
    values: float
    remark: str

    @property
    def recall(self) -> float:
        """The recall on the test half."""
        test = self.halves["test"]
        return test.hits / (test.hits + test.misses)


def main(arguments: Sequence[str]) -> None:
    """Measure ourselves, then each tool, and print the table."""
    parser = argparse.ArgumentParser(prog="bench-discovery rivals")
    parser.add_argument("words", nargs="*", help="only tools with one of these words")
    parser.add_argument("--budget", type=float, help="seconds that a tool may spend")
    asked = parser.parse_args(arguments)
    told = tomllib.loads((_HERE / "rivals.toml").read_text("utf-8"))
    budget = asked.budget or told["budget_s"]
    ours, columns = _look(told["warm_up"])
    results, failed = [_our_result(ours, columns)], []
    for tool in told["tool"]:
        if asked.words and not any(word in tool["name"] for word in asked.words):
            continue
        print(f"running {tool['name']}", file=sys.stderr, flush=True)
        try:
            results.append(_rival(tool, told, columns, budget))
        except (CannotInstall, DidNotRun) as error:
            failed.append(f"{tool['name']}: {error}")
    print("\n".join([*_lines(ours, results), *failed]))


def _look(values: Sequence[str]) -> tuple[Ours, list[Labelled]]:
    ours = Ours()
    warm_up(values)
    with Cluster.attached(settings={"shared_buffers": "128MB"}) as cluster:
        return ours, [column for half in _HALVES for column in sample(half, cluster, ours)]


def _our_result(ours: Ours, columns: Sequence[Labelled]) -> Result:
    return Result(
        name="domicile init",
        halves={
            half: tally(
                (bool(column.label), column.ours)
                for column in columns
                if column.half == half and column.label != "?"
            )
            for half in _HALVES
        },
        columns=ours.columns / ours.judging,
        values=ours.values / ours.judging,
        remark=(
            f"{ours.judging:.1f} s; {ours.values:,} of {ours.sampled:,} sampled values are tested, "
            "and only these are counted; with the SQL, by the clock: "
            f"{ours.whole:.1f} s, {ours.columns / ours.whole:,.0f} columns/s"
        ),
    )


def _rival(
    tool: Mapping[str, Any], told: Mapping[str, Any], columns: Sequence[Labelled], budget: float
) -> Result:
    packages = told["environment"][tool["environment"]]
    python = prepare(tool["environment"], packages, told["install_s"])
    answer = _run(python, tool, [_row(_warm_up(told["warm_up"])), *map(_row, columns)], budget)
    marked = [
        Marked(personal=bool(column.label), patterns=tuple((p, n) for p, n in patterns))
        for column, patterns in zip(columns, answer["patterns"], strict=True)
    ]
    known = {
        half: [
            each
            for each, column in zip(marked, columns, strict=True)
            if column.half == half and column.label != "?"
        ]
        for half in _HALVES
    }
    rule = best_rule(known["train"])
    version = next(iter(packages.get("alone", packages["packages"]))).partition("==")[2]
    return Result(
        name=f"{tool['name']} {version}",
        halves={half: count(rule, known[half]) for half in _HALVES},
        columns=len(columns) / answer["seconds"],
        values=answer["values"] / answer["seconds"],
        remark=f"{tool['note']}; {_told(answer, rule)}",
    )


def _row(column: Labelled) -> dict[str, object]:
    return {
        "schema": column.schema,
        "table": column.table,
        "column": column.column,
        "type": column.type,
        # Names alone may tell a tool something: a column without values is handed over, too.
        "values": column.values or ("",),
    }


def _warm_up(values: Sequence[str]) -> Labelled:
    return Labelled(
        half="train",
        schema="",
        table="",
        column="value",
        type="text",
        label="?",
        ours=False,
        values=tuple(values),
    )


def _run(
    python: Path, tool: Mapping[str, Any], rows: Sequence[Mapping[str, object]], budget: float
) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "columns", Path(folder) / "marks"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(row)}\n" for row in rows)
        adapter = str(_HERE / "adapters" / tool["adapter"])
        command = [str(python), adapter, str(source), str(target), str(budget)]
        try:
            subprocess.run(
                [*command, *tool.get("arguments", ())],
                check=True,
                capture_output=True,
                text=True,
                env=os.environ | _ENVIRONMENT,
                timeout=2 * budget + _LOADING_S,
            )
        except subprocess.TimeoutExpired:
            raise DidNotRun("took longer than twice its budget") from None
        except subprocess.CalledProcessError as error:
            # What an error says may have a value in it; its name does not.
            raise DidNotRun(last_line(error.stderr).partition(":")[0]) from None
        return json.loads(target.read_text("utf-8"))


def _told(answer: Mapping[str, Any], rule: Rule) -> str:
    seconds, values, most = answer["seconds"], answer["values"], answer["most"]
    return f"{seconds:.0f} s for {values:,} values, at most {most} of a column; {rule}"


def _lines(ours: Ours, results: Sequence[Result]) -> list[str]:
    first = results[0]
    speeds = f"{'columns/s':>9}{'values/s':>10}  domicile is"
    lines = [
        f"{ours.columns} columns of both halves; seconds of one core, without loading and SQL",
        f"{'':<32}{'':<7}{'precision':<23}{'recall':<23}{speeds}",
    ]
    for each in results:
        speed = f"{each.columns:>9,.0f}{each.values:>10,.0f}{first.values / each.values:>10.1f} x"
        for half, name, last in (("train", each.name, speed), ("test", "", "")):
            one = each.halves[half]
            lines.append(f"{name:<32}{half:<7}{one.precision:<23}{one.recall:<23}{last}".rstrip())
    lines += [f"{each.name}: {each.remark}" for each in results]
    return [*lines, *_asked_for(first, results[1:])]


def _asked_for(first: Result, rivals: Sequence[Result]) -> list[str]:
    """Whether we are as much faster as was asked, and find more, beside each way of Presidio."""
    lines: list[str] = []
    for each in rivals:
        if each.name.startswith("presidio"):
            ratio = first.values / each.values
            reached = ratio >= _ASKED and first.recall > each.recall
            lines.append(
                f"asked: {_ASKED} x the speed of {each.name} at better recall on the test half: "
                f"{'reached' if reached else 'not reached'} "
                f"({ratio:.1f} x, {first.recall:.3f} to {each.recall:.3f})"
            )
    return lines


if __name__ == "__main__":
    main(sys.argv[1:])
