"""Moving people, against COPY out, COPY in and the blanking UPDATE, each once, alone.

DESIGN §8: >= 1.0 of the baseline's speed, aim 1.5; unsealed, one table with four columns.
"""

from __future__ import annotations

import statistics
import time

from domicile.relocation.run import move
from world import AS_OF, World, open_world

PEOPLE = 100_000
ROUNDS = 3


def main() -> None:
    """Print the ratio, the median of several rounds on fresh servers."""
    ratios: list[float] = []
    for _ in range(ROUNDS):
        with open_world(PEOPLE) as world:
            by_hand = _by_hand(world)
        with open_world(PEOPLE) as world:
            world.apply()
            world.connect("hub").execute("CHECKPOINT")
            started = time.monotonic()
            report = move(world.config, as_of=AS_OF, progress=lambda _done, _total: None, workers=2)
            ours = time.monotonic() - started
            if report.subjects != PEOPLE:
                raise RuntimeError(f"moved {report.subjects} of {PEOPLE}")
        ratios.append(by_hand / ours)
        print(
            f"moving {PEOPLE:,} people: {ours:.2f} s ({PEOPLE / ours:,.0f}/s, "
            f"{report.batches} batches); by hand {by_hand:.2f} s; ratio {ratios[-1]:.2f}",
            flush=True,
        )
    print(f"move / (COPY out, COPY in, blanking UPDATE): {statistics.median(ratios):.2f}")


def _by_hand(world: World) -> float:
    """What a careful person would script: no batches, no comparison, nobody else served."""
    with world.connect("hub") as hub, world.connect("RU") as home:
        home.execute(
            "CREATE TABLE person (id bigint PRIMARY KEY, name text, email text, phone text)"
        )
        hub.execute("ALTER TABLE person ALTER COLUMN name DROP NOT NULL")
        hub.execute("CHECKPOINT")
        started = time.monotonic()
        query = "SELECT id, name, email, phone FROM person WHERE country = 'RU'"
        with (
            hub.cursor() as reading,
            home.cursor() as writing,
            reading.copy(f"COPY ({query}) TO STDOUT (FORMAT binary)") as outgoing,  # type: ignore[arg-type]
            writing.copy("COPY person FROM STDIN (FORMAT binary)") as incoming,
        ):
            for block in outgoing:
                incoming.write(block)
        hub.execute(
            "UPDATE person SET name = NULL, email = NULL, phone = NULL WHERE country = 'RU'"
        )
        return time.monotonic() - started
